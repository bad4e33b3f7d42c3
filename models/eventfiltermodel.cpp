// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/eventfiltermodel.h"

#include "models/eventmodel.h"

namespace bondwright::models
{

EventFilterModel::EventFilterModel(QObject *parent)
    : FilterModel(parent)
{
    setSortRole(SortRole);
    setDynamicSortFilter(true);
}

void EventFilterModel::setBond(const QString &bond)
{
    changeFilter(m_bond, bond);
}

void EventFilterModel::setMinimumSeverity(kernel::EventSeverity severity)
{
    changeFilter(m_minimum, severity);
}

void EventFilterModel::setKinds(const QSet<kernel::EventKind> &kinds)
{
    changeFilter(m_kinds, kinds);
}

void EventFilterModel::setText(const QString &text)
{
    changeFilter(m_text, text);
}

bool EventFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex event = sourceModel()->index(row, 0, parent);
    if (!m_bond.isEmpty() && event.data(EventModel::BondRole).toString() != m_bond)
        return false;
    if (event.data(EventModel::SeverityRole).toInt() < int(m_minimum))
        return false;
    if (!m_kinds.isEmpty() && !m_kinds.contains(kernel::EventKind(event.data(EventModel::KindRole).toInt())))
        return false;
    if (m_text.isEmpty())
        return true;
    if (event.siblingAtColumn(EventModel::Time).data().toString().contains(m_text, Qt::CaseInsensitive))
        return true;
    for (int role : {EventModel::TextRole, EventModel::BondRole, EventModel::SlaveRole}) {
        if (event.data(role).toString().contains(m_text, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

} // namespace bondwright::models
