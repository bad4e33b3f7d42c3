// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSet>

namespace bondwright::models
{

/// One contiguous change that brings a list of rows closer to its successor.
struct RowEdit {
    enum class Kind : quint8 { Remove, Insert };
    Kind kind = Kind::Remove;
    qsizetype row = 0; ///< at the moment this edit is applied, all earlier ones done
    qsizetype count = 0;
    qsizetype from = 0; ///< Insert: first index in the new list

    friend bool operator==(const RowEdit &, const RowEdit &) = default;
};

/// The edits that turn `before` into `after`, in the order to apply them. Keys are unique in each list.
/// Rows that stay are never touched, so selections and open branches survive; a row that moved is removed
/// and inserted anew. Linear in the number of rows.
template <typename Key>
QList<RowEdit> rowEdits(const QList<Key> &before, const QList<Key> &after)
{
    const QSet<Key> wanted(after.cbegin(), after.cend());
    QSet<Key> present(before.cbegin(), before.cend());
    QList<RowEdit> edits;
    qsizetype row = 0, old = 0, next = 0;
    const auto remove = [&] {
        if (!edits.isEmpty() && edits.last().kind == RowEdit::Kind::Remove && edits.last().row == row)
            ++edits.last().count;
        else
            edits.append({RowEdit::Kind::Remove, row, 1, 0});
        present.remove(before.at(old));
        ++old;
    };
    while (old < before.size() || next < after.size()) {
        const bool hasOld = old < before.size();
        const bool hasNext = next < after.size();
        const bool isGone = hasOld && !wanted.contains(before.at(old));
        if (hasOld && hasNext && before.at(old) == after.at(next)) {
            ++row, ++old, ++next;
        } else if (!isGone && hasNext && !present.contains(after.at(next))) {
            qsizetype count = 1;
            while (next + count < after.size() && !present.contains(after.at(next + count)))
                ++count;
            edits.append({RowEdit::Kind::Insert, row, count, next});
            row += count;
            next += count;
        } else {
            remove();
        }
    }
    return edits;
}

} // namespace bondwright::models
