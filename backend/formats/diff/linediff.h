// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace bondwright::formats
{

/// One line of a diff.
struct DiffLine {
    enum class Kind : quint8 { Context, Removed, Added };
    Kind kind = Kind::Context;
    int oldNumber = 0; ///< from 1; 0: not in the old text
    int newNumber = 0; ///< from 1; 0: not in the new text
    QByteArray text; ///< without its newline
    bool hasNewline = true;

    friend bool operator==(const DiffLine &, const DiffLine &) = default;
};

/// Lines that belong together: changes with up to `context` unchanged lines around them.
struct DiffHunk {
    int oldBegin = 0; ///< as in "@@ -oldBegin,oldCount +newBegin,newCount @@"
    int oldCount = 0;
    int newBegin = 0;
    int newCount = 0;
    QList<DiffLine> lines;
};

/// Every line of both texts, in order: the whole of a side-by-side view.
QList<DiffLine> diffLines(const QByteArray &oldText, const QByteArray &newText);
QList<DiffHunk> diffHunks(const QByteArray &oldText, const QByteArray &newText, int context = 3);

} // namespace bondwright::formats
