// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hostwatch.h"
#include "models/roles.h"

#include <QAbstractListModel>

namespace bondwright::models
{

/// The hosts, one a row, in the order in which they were added; behind a first row "All hosts".
class HostsModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit HostsModel(QObject *parent = nullptr);

    /// @param watch outlives its row
    void add(HostWatch *watch);
    void remove(HostWatch *watch);
    const QList<HostWatch *> &hosts() const { return m_hosts; }
    /// Null for "All hosts".
    HostWatch *hostAt(int row) const { return m_hosts.value(row - 1); }
    int rowOf(const HostWatch *watch) const { return int(m_hosts.indexOf(watch)) + 1; }

    int rowCount(const QModelIndex &parent = {}) const override;
    /// Text, icon's name and tool tip.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QList<HostWatch *> m_hosts;
};

} // namespace bondwright::models
