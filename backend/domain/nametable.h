// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>
#include <QStringView>

#include <algorithm>
#include <optional>

namespace bondwright
{

/// A row of the one table of names that an enum has. Rows that hold more than that have these two members as well.
template <typename E>
struct Named {
    E value;
    QLatin1StringView name;
};
template <typename E>
Named(E, QLatin1StringView) -> Named<E>; // which clang cannot tell by itself before its version 17

/// Empty for a value without a row.
template <typename Table, typename E>
QString nameIn(const Table &table, E value)
{
    const auto row = std::find_if(table.begin(), table.end(), [value](const auto &one) { return one.value == value; });
    return row == table.end() ? QString() : QString(row->name);
}

/// None for any text that is not exactly one of the names.
template <typename Table>
auto valueIn(const Table &table, QStringView name) -> std::optional<decltype(table.front().value)>
{
    const auto row = std::find_if(table.begin(), table.end(), [name](const auto &one) { return name == one.name; });
    return row == table.end() ? std::nullopt : std::optional(row->value);
}

} // namespace bondwright
