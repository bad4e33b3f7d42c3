// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hostwatch.h"
#include "models/roles.h"

#include <QAbstractListModel>

namespace bondwright::models
{

/// The hosts, one a row, in the order in which they were added; behind a first row "All hosts". Those of a group stand
/// together at the end, below a row with its name.
class HostsModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit HostsModel(QObject *parent = nullptr);

    /// @param watch outlives its row
    void add(HostWatch *watch);
    void remove(HostWatch *watch);
    /// Null for "All hosts" and for a group.
    HostWatch *hostAt(int row) const { return m_rows.value(row - 1).host; }
    /// The group that the row is the head of; empty: it is of none.
    QString groupAt(int row) const { return m_rows.value(row - 1).group; }
    /// 0: it is not in the list.
    int rowOf(const HostWatch *watch) const;
    QStringList groups() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    /// Text, tool tip, ShapeRole and NameRole.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        HostWatch *host = nullptr;
        QString group = {}; ///< of a head
        int hosts = 0; ///< of a head
        int bad = 0; ///< those of them that are worth a look
    };
    void insert(HostWatch *watch);
    void takeOut(const HostWatch *watch);
    void insertRow(qsizetype at, const Row &row);
    void removeRow(qsizetype at);
    void changeRow(int row);
    void countGroup(const QString &group);
    int headOf(const QString &group) const;

    QList<Row> m_rows;
};

} // namespace bondwright::models
