// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/healthkeeper.h"
#include "models/nicuse.h"
#include "models/roles.h"
#include "models/syncedmodel.h"

#include <QPointer>

namespace bondwright::kernel
{
class KernelSource;
}

namespace bondwright::models
{

/// The host's NICs: everything but bonds, free, used or not usable, with the reason.
class NicModel : public SyncedModel<QAbstractTableModel>
{
    Q_OBJECT
public:
    enum Column { Name, Use, Link, Speed, Driver, Place, Address, Mac, SwitchPort, ColumnCount };
    enum Role {
        UseRole = FirstOwnRole, ///< int, NicUse
        ReasonRole, ///< translated: why it is used or not usable
        SelectableRole, ///< bool: may become a slave
        MasterNameRole, ///< of the bond, bridge, … that it belongs to
    };

    explicit NicModel(QObject *parent = nullptr);

    /// Follows a source from now on, and where its HealthKeeper knows the cables to end; null stops following.
    void follow(kernel::KernelSource *source);
    void setSnapshot(const kernel::Snapshot &snapshot);
    /// Column Name of an interface's row; invalid if there is none.
    QModelIndex nicIndex(int ifindex) const;
    QModelIndex nicIndex(const QString &name) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        kernel::NicState nic;
        NicUsage usage;
        QString master;
        std::optional<neighbours::SwitchPort> port;
        friend bool operator==(const Row &, const Row &) = default;
    };

    QVariant textData(const Row &row, int column) const;
    QString spoken(const Row &row) const;
    QVariant sortData(const Row &row, int column) const;
    void retranslate();

    QList<Row> m_rows; ///< by ifindex
    kernel::Snapshot m_snapshot; ///< to translate it again
    QPointer<kernel::KernelSource> m_source;
    QPointer<diagnosis::HealthKeeper> m_health;
};

} // namespace bondwright::models
