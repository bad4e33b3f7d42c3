// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace bondwright::models
{

/// A filter of rows whose conditions change: Qt 6.10 wants to know before and after, and calls invalidateFilter() deprecated.
class FilterModel : public QSortFilterProxyModel
{
protected:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    template <typename Value>
    void changeFilter(Value &condition, const Value &value)
    {
        if (condition == value)
            return;
#if QT_VERSION >= QT_VERSION_CHECK(6, 10, 0)
        beginFilterChange();
        condition = value;
        endFilterChange(Direction::Rows);
#else
        condition = value;
        invalidateFilter();
#endif
    }
};

} // namespace bondwright::models
