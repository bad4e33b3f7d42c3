// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/filtermodel.h"
#include "models/hostwatch.h"
#include "models/roles.h"
#include "models/stateshape.h"
#include "models/syncedmodel.h"

#include <QAbstractTableModel>

namespace bondwright::models
{

/// The bonds of all hosts, one a row; a host without a bond, or of which nothing is known yet, has a row of its own.
class HostBondsModel final : public SyncedModel<QAbstractTableModel>
{
    Q_OBJECT
public:
    enum Column { Host, Bond, Mode, State, Since, Active, LastFailover, Speed, ColumnCount };
    enum Role {
        ReachedRole = FirstOwnRole, ///< bool: the row is up to date
        BondRole, ///< its name; empty: none
        GroupRole, ///< of the host; empty: none
    };

    explicit HostBondsModel(QObject *parent = nullptr);

    /// @param watch outlives its rows
    void add(HostWatch *watch);
    void remove(HostWatch *watch);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        const HostWatch *watch = nullptr; ///< two hosts may have one name
        QString host;
        QString group;
        host::Reach reach = host::Reach::Connecting;
        QString summary; ///< of the host
        HostBond bond;
        friend bool operator==(const Row &, const Row &) = default;
    };

    static QList<Row> rowsOf(const HostWatch *watch);
    void refresh();
    /// As long as the host has the same bonds, the rows of others are not looked at.
    void refreshHost(const HostWatch *watch);
    int badnessOf(const Row &row) const;
    static StateShape shapeOfRow(const Row &row);
    QString textOf(const Row &row, int column) const;
    QVariant sortKeyOf(const Row &row, int column) const;

    QList<HostWatch *> m_hosts;
    QList<Row> m_rows;
};

/// Sorts by the raw values and shows the rows that hold the words.
class HostBondsFilter final : public FilterModel
{
    Q_OBJECT
public:
    explicit HostBondsFilter(QObject *parent = nullptr);
    void setText(const QString &text);
    /// Empty: all hosts.
    void setGroup(const QString &group);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
    QString m_group;
};

} // namespace bondwright::models
