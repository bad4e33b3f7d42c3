// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/healthkeeper.h"
#include "kernel/bondview.h"
#include "kernel/counters.h"
#include "models/roles.h"
#include "models/syncedmodel.h"

#include <QHash>
#include <QPointer>

namespace bondwright::kernel
{
class KernelSource;
}

namespace bondwright::models
{

/// All bonds, each with its slaves as children. Keyed by ifindex: a rename is a change, not a new row.
class BondTreeModel : public SyncedModel<QAbstractItemModel>
{
    Q_OBJECT
public:
    enum Column { Name, State, Link, Speed, Mii, Failures, Receive, Transmit, SwitchPort, ColumnCount };
    enum Role {
        IsBondRole = FirstOwnRole,
        BondIndexRole, ///< int: the bond itself, or the slave's bond
        CanBeMadeActiveRole, ///< slave
    };

    explicit BondTreeModel(QObject *parent = nullptr);

    /// Follows a source from now on: state, what its HealthKeeper says, and, if it samples, rates. Null stops
    /// following.
    void follow(kernel::KernelSource *source);
    /// Whether the source's samples become rates: off while no window shows them. On at first.
    void setSampled(bool sampled);
    void setSnapshot(const kernel::Snapshot &snapshot);
    void addSample(const kernel::CounterSample &sample);

    /// "active", "going down", "link down": what a slave does, in the same words in every window.
    static QString roleText(kernel::SlaveRole role);

    /// Column Name of a bond's or slave's row; invalid if there is none.
    QModelIndex bondIndex(int ifindex) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct SlaveRow {
        kernel::SlaveState state;
        kernel::NicState nic; ///< empty if the snapshot has none
        std::optional<neighbours::SwitchPort> port;
        friend bool operator==(const SlaveRow &, const SlaveRow &) = default;
    };
    struct BondRow {
        kernel::BondState state; ///< without its slaves
        kernel::NicState nic;
        diagnosis::Diagnosis health;
        QList<SlaveRow> slaves;
    };
    struct Rate {
        kernel::Counters counters;
        qint64 timeNs = 0;
        std::optional<kernel::Rates> rates;
    };

    BondRow makeRow(const kernel::BondState &bond, const kernel::Snapshot &snapshot) const;
    diagnosis::Diagnosis judge(const kernel::BondState &bond) const;
    const BondRow *bondAt(const QModelIndex &index) const;
    const SlaveRow *slaveAt(const QModelIndex &index) const;
    int rowOfBond(int ifindex) const;
    QVariant bondData(const BondRow &bond, int column, int role) const;
    QVariant slaveCell(const SlaveRow &slave, kernel::SlaveRole does, int column, int role) const;
    QVariant slaveData(const BondRow &bond, const SlaveRow &slave, int column, int role) const;
    QVariant rateData(int ifindex, int column, int role) const;
    void announceRates(const QList<int> &ifindexes);
    void retranslate();

    QList<BondRow> m_bonds; ///< by ifindex
    QHash<int, Rate> m_rates;
    kernel::Snapshot m_snapshot; ///< to translate it again
    QPointer<kernel::KernelSource> m_source;
    QPointer<diagnosis::HealthKeeper> m_health;
    bool m_isSampled = true;
};

} // namespace bondwright::models
