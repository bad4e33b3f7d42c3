// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/diff/linediff.h"

#include <algorithm>
#include <vector>

namespace bondwright::formats
{

namespace
{

/// Above this the middle is shown as replaced: configuration files never come near it.
constexpr qsizetype maxCells = 4'000'000;

/// Lines with their newlines.
QList<QByteArray> split(const QByteArray &text)
{
    QList<QByteArray> lines;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype newline = text.indexOf('\n', at);
        const qsizetype end = newline < 0 ? text.size() : newline + 1;
        lines.append(text.mid(at, end - at));
        at = end;
    }
    return lines;
}

/// Appends lines and counts them.
class Output
{
public:
    void add(DiffLine::Kind kind, QByteArray text)
    {
        DiffLine line;
        line.kind = kind;
        line.oldNumber = kind == DiffLine::Kind::Added ? 0 : ++m_old;
        line.newNumber = kind == DiffLine::Kind::Removed ? 0 : ++m_new;
        line.hasNewline = text.endsWith('\n');
        if (line.hasNewline)
            text.chop(1);
        line.text = std::move(text);
        lines.append(line);
    }

    QList<DiffLine> lines;

private:
    int m_old = 0;
    int m_new = 0;
};

/// The longest common subsequence of the part that differs, by the classic table.
void diffMiddle(const QList<QByteArray> &a, const QList<QByteArray> &b, Output *out)
{
    const qsizetype n = a.size();
    const qsizetype m = b.size();
    const bool isTooBig = (n + 1) * (m + 1) > maxCells;
    const auto width = size_t(m + 1);
    std::vector<int> table(isTooBig ? 0 : size_t(n + 1) * width, 0);
    const auto length = [&](qsizetype i, qsizetype j) -> int & { return table[size_t(i) * width + size_t(j)]; };
    for (qsizetype i = n - 1; i >= 0 && !isTooBig; --i) {
        for (qsizetype j = m - 1; j >= 0; --j)
            length(i, j) = a.at(i) == b.at(j) ? length(i + 1, j + 1) + 1 : std::max(length(i + 1, j), length(i, j + 1));
    }
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < n || j < m) {
        if (!isTooBig && i < n && j < m && a.at(i) == b.at(j)) {
            out->add(DiffLine::Kind::Context, a.at(i++));
            ++j;
        } else if (i < n && (isTooBig || j >= m || length(i + 1, j) >= length(i, j + 1))) {
            out->add(DiffLine::Kind::Removed, a.at(i++));
        } else {
            out->add(DiffLine::Kind::Added, b.at(j++));
        }
    }
}

} // namespace

QList<DiffLine> diffLines(const QByteArray &oldText, const QByteArray &newText)
{
    const QList<QByteArray> a = split(oldText);
    const QList<QByteArray> b = split(newText);
    qsizetype head = 0;
    while (head < a.size() && head < b.size() && a.at(head) == b.at(head))
        ++head;
    qsizetype tail = 0;
    while (tail < a.size() - head && tail < b.size() - head && a.at(a.size() - 1 - tail) == b.at(b.size() - 1 - tail))
        ++tail;
    Output out;
    for (qsizetype i = 0; i < head; ++i)
        out.add(DiffLine::Kind::Context, a.at(i));
    diffMiddle(a.mid(head, a.size() - head - tail), b.mid(head, b.size() - head - tail), &out);
    for (qsizetype i = a.size() - tail; i < a.size(); ++i)
        out.add(DiffLine::Kind::Context, a.at(i));
    return out.lines;
}

QList<DiffHunk> diffHunks(const QByteArray &oldText, const QByteArray &newText, int context)
{
    const QList<DiffLine> all = diffLines(oldText, newText);
    QList<DiffHunk> hunks;
    qsizetype shownUpTo = 0; // behind the last line of the last hunk
    int oldBefore = 0;
    int newBefore = 0;
    QList<std::pair<int, int>> before; // lines of either side before each line
    for (const DiffLine &line : all) {
        before.append({oldBefore, newBefore});
        oldBefore += line.oldNumber > 0;
        newBefore += line.newNumber > 0;
    }
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all.at(i).kind == DiffLine::Kind::Context)
            continue;
        const qsizetype begin = std::max(shownUpTo, i - context);
        const qsizetype end = std::min(all.size(), i + context + 1);
        if (hunks.isEmpty() || begin > shownUpTo || shownUpTo == 0) {
            DiffHunk hunk;
            hunk.oldBegin = before.at(begin).first + 1;
            hunk.newBegin = before.at(begin).second + 1;
            hunks.append(hunk);
        }
        for (qsizetype k = begin; k < end; ++k) {
            DiffHunk &hunk = hunks.last();
            hunk.lines.append(all.at(k));
            hunk.oldCount += all.at(k).oldNumber > 0;
            hunk.newCount += all.at(k).newNumber > 0;
        }
        shownUpTo = std::max(shownUpTo, end);
        // What this hunk shows already must not begin another: skip to the last line it shows.
        while (i + 1 < shownUpTo && all.at(i + 1).kind == DiffLine::Kind::Context)
            ++i;
    }
    for (DiffHunk &hunk : hunks) { // "-0,0": an empty side is named by the line before it
        hunk.oldBegin -= hunk.oldCount == 0;
        hunk.newBegin -= hunk.newCount == 0;
    }
    return hunks;
}

} // namespace bondwright::formats
