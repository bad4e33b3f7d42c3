// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace bondwright::models
{

/// Roles every model of this library answers, so that one delegate and one sort proxy serve them all.
enum CommonRole : int {
    ShapeRole = Qt::UserRole + 1, ///< StateShape; the view turns it into a picture
    SortRole, ///< the raw value a column sorts by
    NameRole, ///< interface name, option name, path: the row's own name
    IfindexRole, ///< int; rows of interfaces only
    NumericRole, ///< bool: the column holds numbers (right aligned, tabular figures)
    FirstOwnRole = Qt::UserRole + 100, ///< each model's own roles begin here
};

} // namespace bondwright::models
