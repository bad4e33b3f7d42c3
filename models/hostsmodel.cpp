// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/hostsmodel.h"

#include "models/languagewatcher.h"
#include "models/stateshape.h"

#include <algorithm>

namespace bondwright::models
{

namespace
{

StateShape shapeOfHost(const HostWatch &host)
{
    if (host.reach() == host::Reach::Connecting)
        return StateShape::Changing;
    if (!host.isReached())
        return StateShape::Unknown;
    return host.bonds().isEmpty() ? StateShape::Info : shapeOf(host.worst());
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
    insert(watch);
    connect(watch, &HostWatch::changed, this, [this, watch] {
        changeRow(rowOf(watch));
        countGroup(watch->group());
    });
    connect(watch, &HostWatch::groupChanged, this, [this, watch] {
        takeOut(watch);
        insert(watch);
    });
}

void HostsModel::remove(HostWatch *watch)
{
    disconnect(watch, nullptr, this, nullptr);
    takeOut(watch);
}

void HostsModel::insert(HostWatch *watch)
{
    const QString &group = watch->group();
    const auto isHead = [](const Row &row) { return !row.host; };
    const auto firstHead = std::ranges::find_if(m_rows, isHead) - m_rows.begin();
    if (group.isEmpty())
        return insertRow(firstHead, {watch});
    if (headOf(group) == 0) {
        const auto next = std::ranges::find_if(
            m_rows, [&](const Row &row) { return !row.host && row.group.compare(group, Qt::CaseInsensitive) > 0; });
        insertRow(next - m_rows.begin(), {nullptr, group});
    }
    qsizetype at = headOf(group);
    while (at < m_rows.size() && m_rows.at(at).host)
        ++at;
    insertRow(at, {watch});
    countGroup(group);
}

void HostsModel::takeOut(const HostWatch *watch)
{
    const int row = rowOf(watch);
    if (row < 1)
        return;
    removeRow(row - 1);
    qsizetype head = row - 2;
    while (head >= 0 && m_rows.at(head).host)
        --head;
    if (head < 0)
        return;
    // A group without hosts goes.
    if (head + 1 >= m_rows.size() || !m_rows.at(head + 1).host)
        removeRow(head);
    else
        countGroup(QString(m_rows.at(head).group));
}

void HostsModel::insertRow(qsizetype at, const Row &row)
{
    beginInsertRows({}, int(at) + 1, int(at) + 1);
    m_rows.insert(at, row);
    endInsertRows();
}

void HostsModel::removeRow(qsizetype at)
{
    beginRemoveRows({}, int(at) + 1, int(at) + 1);
    m_rows.removeAt(at);
    endRemoveRows();
}

void HostsModel::changeRow(int row)
{
    if (row > 0)
        Q_EMIT dataChanged(index(row), index(row));
}

int HostsModel::rowOf(const HostWatch *watch) const
{
    const auto at = std::ranges::find(m_rows, watch, &Row::host);
    return at == m_rows.end() || !watch ? 0 : int(at - m_rows.begin()) + 1;
}

int HostsModel::headOf(const QString &group) const
{
    if (group.isEmpty())
        return 0;
    const auto at = std::ranges::find(m_rows, group, &Row::group);
    return at == m_rows.end() ? 0 : int(at - m_rows.begin()) + 1;
}

QStringList HostsModel::groups() const
{
    QStringList names;
    for (const Row &row : m_rows) {
        if (!row.host)
            names.append(row.group);
    }
    return names;
}

void HostsModel::countGroup(const QString &group)
{
    const int row = headOf(group);
    if (row == 0)
        return;
    Row &head = m_rows[row - 1];
    head.hosts = head.bad = 0;
    for (const Row &one : std::as_const(m_rows)) {
        if (!one.host || one.host->group() != group)
            continue;
        ++head.hosts;
        const bool isSound = one.host->isReached()
            && (one.host->bonds().isEmpty() || badness(one.host->worst()) <= badness(diagnosis::Verdict::Unknown));
        head.bad += isSound ? 0 : 1;
    }
    changeRow(row);
}

int HostsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size()) + 1;
}

QVariant HostsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HostWatch *host = hostAt(index.row());
    if (const QString group = groupAt(index.row()); !group.isEmpty()) {
        const Row &head = m_rows.at(index.row() - 1);
        if (role == NameRole)
            return group;
        if (role != Qt::DisplayRole)
            return {};
        const QString hosts = tr("%n host(s)", nullptr, head.hosts);
        //: @item of the list of hosts: a group of them, %1 its name, %2 "3 hosts"
        return head.bad == 0 ? tr("%1: %2").arg(group, hosts)
                             //: @item of the list of hosts: a group of them, %1 its name, %2 "3 hosts", %n of these
                             : tr("%1: %2, %n to look at", nullptr, head.bad).arg(group, hosts);
    }
    if (!host)
        //: @item first row of the list of hosts
        return role == Qt::DisplayRole || role == NameRole ? QVariant(tr("All hosts")) : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        //: @item %1 a host, %2 its state
        return tr("%1 — %2").arg(host->name(), host->summary());
    case Qt::ToolTipRole:
        return host->isReached() ? host->summary() : host->trouble();
    case ShapeRole:
        return QVariant::fromValue(shapeOfHost(*host));
    case NameRole:
        return host->name();
    default:
        return {};
    }
}

} // namespace bondwright::models
