// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/hostbondsmodel.h"

#include "models/languagewatcher.h"
#include "models/texts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::models
{

HostBondsModel::HostBondsModel(QObject *parent)
    : SyncedModel<QAbstractTableModel>(parent)
{
    connect(LanguageWatcher::instance(), &LanguageWatcher::languageChanged, this, [this] {
        refresh();
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    });
}

void HostBondsModel::add(HostWatch *watch)
{
    m_hosts.append(watch);
    connect(watch, &HostWatch::changed, this, [this, watch] { refreshHost(watch); });
    refresh();
}

void HostBondsModel::remove(HostWatch *watch)
{
    disconnect(watch, nullptr, this, nullptr);
    m_hosts.removeAll(watch);
    refresh();
}

QList<HostBondsModel::Row> HostBondsModel::rowsOf(const HostWatch *watch)
{
    Row row{watch, watch->name(), watch->group(), watch->reach(), watch->summary(), {}};
    QList<Row> rows;
    for (const HostBond &bond : watch->bonds()) {
        row.bond = bond;
        rows.append(row);
    }
    if (rows.isEmpty())
        rows.append(row);
    return rows;
}

namespace
{

constexpr auto keyOfRow = [](const auto &row) { return std::pair(row.watch, row.bond.name); };

} // namespace

void HostBondsModel::refresh()
{
    QList<Row> next;
    for (const HostWatch *host : std::as_const(m_hosts))
        next.append(rowsOf(host));
    syncRows(m_rows, next, keyOfRow);
}

void HostBondsModel::refreshHost(const HostWatch *watch)
{
    const auto at
        = std::find_if(m_rows.cbegin(), m_rows.cend(), [watch](const Row &row) { return row.watch == watch; });
    const qsizetype first = at - m_rows.cbegin();
    const QList<Row> next = rowsOf(watch);
    const qsizetype last = first + next.size();
    const bool isSame = last <= m_rows.size() && (last == m_rows.size() || m_rows.at(last).watch != watch)
        && std::equal(next.cbegin(), next.cend(), m_rows.cbegin() + first,
                      [](const Row &a, const Row &b) { return keyOfRow(a) == keyOfRow(b); });
    if (!isSame)
        return refresh();
    const auto nextOf = [&](qsizetype row) -> const Row & { return next.at(row - first); };
    changeRows(
        m_rows.size(), [&](qsizetype row) { return row >= first && row < last && !(m_rows.at(row) == nextOf(row)); },
        [&](qsizetype row) { m_rows[row] = nextOf(row); });
}

int HostBondsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int HostBondsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

/// A host that is away is worse than a bond that has lost a cable, and not as bad as one that is down.
int HostBondsModel::badnessOf(const Row &row) const
{
    if (isReached(row.reach))
        return row.bond.name.isEmpty() ? 0 : badness(row.bond.verdict) * 2;
    return row.reach == host::Reach::Connecting ? 1 : badness(diagnosis::Verdict::Down) * 2 - 1;
}

StateShape HostBondsModel::shapeOfRow(const Row &row)
{
    if (!isReached(row.reach))
        return row.reach == host::Reach::Connecting ? StateShape::Changing : StateShape::Unknown;
    return row.bond.name.isEmpty() ? StateShape::Info : shapeOf(row.bond.verdict);
}

QString HostBondsModel::textOf(const Row &row, int column) const
{
    const HostBond &bond = row.bond;
    switch (column) {
    case Host:
        return row.host;
    case Bond:
        return bond.name;
    case Mode:
        return bond.mode;
    case State:
        return isReached(row.reach) && !bond.name.isEmpty() ? diagnosis::verdictWord(bond.verdict) : row.summary;
    case Since:
        return bond.since.isValid() ? Texts::dateTime(bond.since) : QString();
    case Active:
        return bond.activeSlave;
    case LastFailover:
        return bond.lastFailover.isValid() ? Texts::dateTime(bond.lastFailover) : QString();
    case Speed:
        return bond.name.isEmpty() ? QString() : Texts::speed(bond.speedMbps);
    default:
        return {};
    }
}

QVariant HostBondsModel::sortKeyOf(const Row &row, int column) const
{
    switch (column) {
    case State:
        return badnessOf(row);
    case Since:
        return row.bond.since;
    case LastFailover:
        return row.bond.lastFailover;
    case Speed:
        return row.bond.speedMbps.value_or(0);
    default:
        return textOf(row, column);
    }
}

QVariant HostBondsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == State && isReached(row.reach) ? row.bond.cause : textOf(row, index.column());
    case SortRole:
        return sortKeyOf(row, index.column());
    case NameRole:
        return row.host;
    case BondRole:
        return row.bond.name;
    case ReachedRole:
        return isReached(row.reach);
    case GroupRole:
        return row.group;
    case NumericRole:
        return index.column() == Speed;
    case Qt::TextAlignmentRole:
        return index.column() == Speed ? int(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case ShapeRole:
        return index.column() == State ? QVariant::fromValue(shapeOfRow(row)) : QVariant();
    default:
        return {};
    }
}

QVariant HostBondsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Host:
        //: @title:column a computer
        return tr("Host");
    case Bond:
        //: @title:column
        return tr("Bond");
    case Mode:
        //: @title:column of a bond
        return tr("Mode");
    case State:
        //: @title:column of a bond, in a word
        return tr("State");
    case Since:
        //: @title:column since when the state is so
        return tr("Since");
    case Active:
        //: @title:column name of the slave that carries the traffic
        return tr("Active slave");
    case LastFailover:
        //: @title:column when it was
        return tr("Last failover");
    case Speed:
        //: @title:column of a bond
        return tr("Speed");
    default:
        return {};
    }
}

HostBondsFilter::HostBondsFilter(QObject *parent)
    : FilterModel(parent)
{
    setSortRole(SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setDynamicSortFilter(true);
}

void HostBondsFilter::setText(const QString &text)
{
    changeFilter(m_words, text.simplified().split(u' ', Qt::SkipEmptyParts));
}

void HostBondsFilter::setGroup(const QString &group)
{
    changeFilter(m_group, group);
}

bool HostBondsFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QString group = sourceModel()->index(row, 0, parent).data(HostBondsModel::GroupRole).toString();
    if (!m_group.isEmpty() && group != m_group)
        return false;
    QString all;
    for (int column = 0; column < sourceModel()->columnCount(parent); ++column)
        all += sourceModel()->index(row, column, parent).data().toString() + u' ';
    return std::ranges::all_of(m_words,
                               [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

} // namespace bondwright::models
