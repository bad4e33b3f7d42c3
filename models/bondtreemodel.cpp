// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/bondtreemodel.h"

#include "models/followsource.h"
#include "models/languagewatcher.h"

#include <algorithm>

namespace bondwright::models
{

namespace
{

int keyOfSlave(const auto &row)
{
    return row.state.ifindex;
}

} // namespace

BondTreeModel::BondTreeModel(QObject *parent)
    : SyncedModel(parent)
{
    connect(LanguageWatcher::instance(), &LanguageWatcher::languageChanged, this, &BondTreeModel::retranslate);
}

void BondTreeModel::follow(kernel::KernelSource *source)
{
    if (m_health)
        m_health->disconnect(this);
    m_health = source ? diagnosis::HealthKeeper::of(source) : nullptr;
    followSource(this, m_source, source);
    if (!source)
        return;
    connect(source, &kernel::KernelSource::sampleTaken, this, [this](const kernel::CounterSample &sample) {
        if (m_isSampled)
            addSample(sample);
    });
    const auto judgeAgain = [this, source] { setSnapshot(source->snapshot()); };
    connect(m_health, &diagnosis::HealthKeeper::changed, this, judgeAgain);
    connect(m_health, &diagnosis::HealthKeeper::portsChanged, this, judgeAgain);
}

void BondTreeModel::setSampled(bool sampled)
{
    if (std::exchange(m_isSampled, sampled) != sampled && !sampled)
        m_rates.clear(); // the first rate afterwards must not be a mean of all the time between
}

diagnosis::Diagnosis BondTreeModel::judge(const kernel::BondState &bond) const
{
    return m_health ? m_health->judge(bond) : diagnosis::judge(bond, m_snapshot);
}

BondTreeModel::BondRow BondTreeModel::makeRow(const kernel::BondState &bond, const kernel::Snapshot &snapshot) const
{
    BondRow row{bond, snapshot.nics.value(bond.ifindex), judge(bond), {}};
    row.state.slaves.clear();
    for (const kernel::SlaveState &slave : bond.slaves) {
        SlaveRow own{slave, snapshot.nics.value(slave.ifindex), {}};
        if (m_health && m_health->ports().contains(slave.name))
            own.port = m_health->ports().value(slave.name);
        row.slaves.append(own);
    }
    return row;
}

void BondTreeModel::setSnapshot(const kernel::Snapshot &snapshot)
{
    m_snapshot = snapshot;
    QList<BondRow> next;
    for (const kernel::BondState &bond : snapshot.bonds)
        next.append(makeRow(bond, snapshot));
    syncKeys(m_bonds, next, [](const BondRow &row) { return row.state.ifindex; });
    for (qsizetype at = 0; at < m_bonds.size(); ++at) {
        const QModelIndex parent = index(int(at), 0);
        syncRows(
            m_bonds[at].slaves, next.at(at).slaves, [](const SlaveRow &row) { return keyOfSlave(row); }, parent);
    }
    changeRows(
        m_bonds.size(),
        [&](qsizetype at) {
            const BondRow &old = m_bonds.at(at), &fresh = next.at(at);
            return !(old.state == fresh.state && old.nic == fresh.nic && old.health == fresh.health);
        },
        [&](qsizetype at) {
            m_bonds[at].state = next.at(at).state;
            m_bonds[at].nic = next.at(at).nic;
            m_bonds[at].health = next.at(at).health;
        });
    m_rates.removeIf([&](QHash<int, Rate>::iterator rate) { return !snapshot.nics.contains(rate.key()); });
}

void BondTreeModel::addSample(const kernel::CounterSample &sample)
{
    QList<int> changed;
    for (const kernel::Counters &counters : sample.interfaces) {
        if (!m_snapshot.nics.contains(counters.ifindex))
            continue;
        Rate &rate = m_rates[counters.ifindex];
        if (rate.timeNs > 0 && sample.monotonicNs > rate.timeNs) {
            const kernel::Rates rates = kernel::ratesBetween(rate.counters, rate.timeNs, counters, sample.monotonicNs);
            if (!rate.rates || rate.rates->rxBytes != rates.rxBytes || rate.rates->txBytes != rates.txBytes)
                changed.append(counters.ifindex);
            rate.rates = rates;
        }
        rate.counters = counters;
        rate.timeNs = sample.monotonicNs;
    }
    announceRates(changed);
}

void BondTreeModel::announceRates(const QList<int> &ifindexes)
{
    const QSet<int> changed(ifindexes.cbegin(), ifindexes.cend());
    const auto take = [](qsizetype) {};
    changeRows(
        m_bonds.size(), [&](qsizetype at) { return changed.contains(m_bonds.at(at).state.ifindex); }, take, {}, Receive,
        Transmit);
    for (qsizetype at = 0; at < m_bonds.size(); ++at) {
        const QList<SlaveRow> &slaves = m_bonds.at(at).slaves;
        changeRows(
            slaves.size(), [&](qsizetype row) { return changed.contains(slaves.at(row).state.ifindex); }, take,
            index(int(at), 0), Receive, Transmit);
    }
}

void BondTreeModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    for (qsizetype at = 0; at < m_bonds.size(); ++at) {
        if (const kernel::BondState bond = m_snapshot.bonds.value(m_bonds.at(at).state.ifindex); bond.ifindex)
            m_bonds[at].health = judge(bond);
        const QModelIndex parent = index(int(at), 0);
        if (const int count = rowCount(parent))
            Q_EMIT dataChanged(index(0, 0, parent), index(count - 1, ColumnCount - 1, parent));
    }
    if (!m_bonds.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_bonds.size()) - 1, ColumnCount - 1));
}

int BondTreeModel::rowOfBond(int ifindex) const
{
    const auto at = std::lower_bound(m_bonds.cbegin(), m_bonds.cend(), ifindex,
                                     [](const BondRow &row, int wanted) { return row.state.ifindex < wanted; });
    return at == m_bonds.cend() || at->state.ifindex != ifindex ? -1 : int(at - m_bonds.cbegin());
}

QModelIndex BondTreeModel::bondIndex(int ifindex) const
{
    return index(rowOfBond(ifindex), 0);
}

// A bond's internal id is 0, a slave's is its bond's ifindex: that survives rows moving about.
QModelIndex BondTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(bondAt(parent)->state.ifindex) : quintptr(0));
}

QModelIndex BondTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    const int row = rowOfBond(int(child.internalId()));
    return row < 0 ? QModelIndex() : createIndex(row, 0, quintptr(0));
}

int BondTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_bonds.size());
    const BondRow *bond = parent.column() == 0 ? bondAt(parent) : nullptr;
    return bond ? int(bond->slaves.size()) : 0;
}

int BondTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

const BondTreeModel::BondRow *BondTreeModel::bondAt(const QModelIndex &index) const
{
    const bool isBond = index.isValid() && index.internalId() == 0 && index.row() < m_bonds.size();
    return isBond ? &m_bonds.at(index.row()) : nullptr;
}

const BondTreeModel::SlaveRow *BondTreeModel::slaveAt(const QModelIndex &index) const
{
    const BondRow *bond = index.isValid() && index.internalId() != 0 ? bondAt(parent(index)) : nullptr;
    return bond && index.row() < bond->slaves.size() ? &bond->slaves.at(index.row()) : nullptr;
}

} // namespace bondwright::models
