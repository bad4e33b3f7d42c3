// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/niclistmodel.h"
#include "models/nicmodel.h"

namespace bondwright::ui
{

NicListModel::NicListModel(QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_names(QLocale::c())
{
    m_names.setNumericMode(true);
    setDynamicSortFilter(true);
    sort(0);
}

QVariant NicListModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::DisplayRole && index.column() == models::NicModel::Use) {
        const QString reason = QSortFilterProxyModel::data(index, models::NicModel::ReasonRole).toString();
        if (QSortFilterProxyModel::data(index, models::NicModel::UseRole).toInt() == int(models::NicUse::InUse))
            return reason;
    }
    return QSortFilterProxyModel::data(index, role);
}

bool NicListModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const int a = left.data(models::NicModel::UseRole).toInt();
    const int b = right.data(models::NicModel::UseRole).toInt();
    if (a != b)
        return a < b;
    return m_names.compare(left.data(models::NameRole).toString(), right.data(models::NameRole).toString()) < 0;
}

} // namespace bondwright::ui
