// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/hostsmodel.h"

#include "models/iconnames.h"
#include "models/languagewatcher.h"

namespace bondwright::models
{

namespace
{

QString iconOf(const HostWatch &host)
{
    if (host.reach() == host::Reach::Connecting)
        return icons::changing;
    if (!host.isReached())
        return icons::unknown;
    if (host.bonds().isEmpty())
        return icons::info;
    const int bad = badness(host.worst());
    if (bad == badness(diagnosis::Verdict::Healthy))
        return icons::ok;
    if (bad == badness(diagnosis::Verdict::Unknown))
        return icons::unknown;
    return bad == badness(diagnosis::Verdict::Down) ? icons::down : icons::degraded;
}

} // namespace

HostsModel::HostsModel(QObject *parent)
    : QAbstractListModel(parent)
{
    connect(LanguageWatcher::instance(), &LanguageWatcher::languageChanged, this,
            [this] { Q_EMIT dataChanged(index(0), index(rowCount() - 1)); });
}

void HostsModel::add(HostWatch *watch)
{
    beginInsertRows({}, rowCount(), rowCount());
    m_hosts.append(watch);
    endInsertRows();
    connect(watch, &HostWatch::changed, this, [this, watch] {
        if (const int row = rowOf(watch); row > 0)
            Q_EMIT dataChanged(index(row), index(row));
    });
}

void HostsModel::remove(HostWatch *watch)
{
    const int row = rowOf(watch);
    if (row < 1)
        return;
    disconnect(watch, nullptr, this, nullptr);
    beginRemoveRows({}, row, row);
    m_hosts.removeAt(row - 1);
    endRemoveRows();
}

int HostsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_hosts.size()) + 1;
}

QVariant HostsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HostWatch *host = hostAt(index.row());
    if (!host)
        //: @item first row of the list of hosts
        return role == Qt::DisplayRole || role == NameRole ? QVariant(tr("All hosts")) : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        //: @item %1 a host, %2 its state
        return tr("%1 — %2").arg(host->name(), host->summary());
    case Qt::ToolTipRole:
        return host->isReached() ? host->summary() : host->trouble();
    case IconNameRole:
        return iconOf(*host);
    case NameRole:
        return host->name();
    default:
        return {};
    }
}

} // namespace bondwright::models
