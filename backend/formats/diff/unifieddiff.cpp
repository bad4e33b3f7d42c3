// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/diff/unifieddiff.h"

#include "formats/diff/linediff.h"

namespace bondwright::formats
{

namespace
{

QByteArray range(int begin, int count)
{
    const QByteArray number = QByteArray::number(begin);
    return count == 1 ? number : number + ',' + QByteArray::number(count);
}

QByteArray hunkText(const DiffHunk &hunk)
{
    QByteArray text
        = "@@ -" + range(hunk.oldBegin, hunk.oldCount) + " +" + range(hunk.newBegin, hunk.newCount) + " @@\n";
    for (const DiffLine &line : hunk.lines) {
        text += line.kind == DiffLine::Kind::Added ? '+' : line.kind == DiffLine::Kind::Removed ? '-' : ' ';
        text += line.text + '\n';
        if (!line.hasNewline)
            text += "\\ No newline at end of file\n";
    }
    return text;
}

} // namespace

QByteArray unifiedDiff(const FileChange &change)
{
    if (change.isUnchanged())
        return {};
    const QByteArray path = change.path.toUtf8();
    QByteArray text = (change.oldText ? "--- a" + path : QByteArray("--- /dev/null")) + '\n'
        + (change.newText ? "+++ b" + path : QByteArray("+++ /dev/null")) + '\n';
    for (const DiffHunk &hunk : diffHunks(change.oldText.value_or(QByteArray()), change.newText.value_or(QByteArray())))
        text += hunkText(hunk);
    return text;
}

QByteArray unifiedDiff(const ChangeSet &changes)
{
    QByteArray text;
    for (const FileChange &change : changes.files)
        text += unifiedDiff(change);
    return text;
}

} // namespace bondwright::formats
