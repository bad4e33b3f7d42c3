// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rowedits.h"

#include <QAbstractItemModel>

namespace bondwright::models
{

/// A model whose rows are brought up to date by comparison, with precise signals and never a reset.
/// @tparam Base QAbstractItemModel or one of its kinds
template <typename Base>
class SyncedModel : public Base
{
public:
    using Base::Base;

protected:
    /// Inserts and removes rows until `rows` has the keys of `next`; rows that stay keep their old values.
    template <typename Row, typename KeyOf>
    void syncKeys(QList<Row> &rows, const QList<Row> &next, KeyOf keyOf, const QModelIndex &parent = {})
    {
        using Key = std::decay_t<decltype(keyOf(next.first()))>;
        QList<Key> before, after;
        for (const Row &row : std::as_const(rows))
            before.append(keyOf(row));
        for (const Row &row : next)
            after.append(keyOf(row));
        for (const RowEdit &edit : rowEdits(before, after)) {
            const int first = int(edit.row), last = int(edit.row + edit.count - 1);
            if (edit.kind == RowEdit::Kind::Remove) {
                Base::beginRemoveRows(parent, first, last);
                rows.remove(edit.row, edit.count);
                Base::endRemoveRows();
            } else {
                Base::beginInsertRows(parent, first, last);
                rows.insert(edit.row, edit.count, Row());
                std::copy_n(next.cbegin() + edit.from, edit.count, rows.begin() + edit.row);
                Base::endInsertRows();
            }
        }
    }

    /// syncKeys(), then takes over the changed rows; each run of neighbours is one dataChanged().
    template <typename Row, typename KeyOf>
    void syncRows(QList<Row> &rows, const QList<Row> &next, KeyOf keyOf, const QModelIndex &parent = {})
    {
        syncKeys(rows, next, keyOf, parent);
        changeRows(
            rows.size(), [&](qsizetype row) { return !(rows.at(row) == next.at(row)); },
            [&](qsizetype row) { rows[row] = next.at(row); }, parent);
    }

    /// Calls `take(row)` where `differs(row)` and announces the runs, over columns first to last (-1: all).
    template <typename Differs, typename Take>
    void changeRows(qsizetype count, Differs differs, Take take, const QModelIndex &parent = {}, int firstColumn = 0,
                    int lastColumn = -1)
    {
        const int right = lastColumn < 0 ? this->columnCount(parent) - 1 : lastColumn;
        for (qsizetype row = 0; row < count; ++row) {
            const qsizetype first = row;
            while (row < count && differs(row))
                take(row++);
            if (row > first)
                Q_EMIT this->dataChanged(this->index(int(first), firstColumn, parent),
                                         this->index(int(row - 1), right, parent));
        }
    }
};

} // namespace bondwright::models
