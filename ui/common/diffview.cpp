// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/diffview.h"
#include "common/labels.h"
#include "common/palette.h"
#include "common/retranslate.h"

#include <QEvent>
#include <QTextBlock>

namespace bondwright::ui
{

namespace
{

// Longer diffs would block the window.
constexpr qsizetype maxLines = 4000;

QString headingOf(const helper::FileDiff &file)
{
    if (file.removed)
        return DiffView::tr("%1 — is deleted").arg(file.path);
    if (!file.existed)
        return DiffView::tr("%1 — new file").arg(file.path);
    return DiffView::tr("%1 — is changed").arg(file.path);
}

} // namespace

DiffView::DiffView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setObjectName(QStringLiteral("diff"));
    setReadOnly(true);
    setLineWrapMode(NoWrap);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setFont(fixedFont(font()));
    retranslateWith(this, [this] {
        describe(this, tr("Changes to files"), tr("Lines beginning with − go away, lines beginning with + are new."));
        render();
    });
}

void DiffView::setFiles(const QList<helper::FileDiff> &files)
{
    m_files = files;
    render();
}

void DiffView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        render();
}

void DiffView::render()
{
    clear();
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    QTextBlockFormat plain, added, removed;
    added.setBackground(addedBackground(palette()));
    removed.setBackground(removedBackground(palette()));
    QTextCharFormat normal, heading, quiet;
    heading.setFontWeight(QFont::Bold);
    quiet.setForeground(mutedText(palette()));
    bool isFirst = true;
    qsizetype lines = 0;
    const auto put = [&](const QString &text, const QTextBlockFormat &block, const QTextCharFormat &format) {
        if (isFirst)
            cursor.setBlockFormat(block);
        else
            cursor.insertBlock(block, format);
        isFirst = false;
        cursor.insertText(text, format);
    };
    for (const helper::FileDiff &file : std::as_const(m_files)) {
        if (!isFirst)
            put({}, plain, normal);
        put(headingOf(file), plain, heading);
        for (const QStringView line : QStringView(file.unified).split(u'\n')) {
            if (line.startsWith(u"--- ") || line.startsWith(u"+++ ") || line.isEmpty())
                continue;
            if (++lines > maxLines) {
                put(tr("… more than %n line(s), the rest is left out", nullptr, int(maxLines)), plain, quiet);
                break;
            }
            const bool isRemoval = line.startsWith(u'-');
            const QString text = isRemoval ? QChar(0x2212) + line.sliced(1).toString() : line.toString();
            if (line.startsWith(u"@@"))
                put(text, plain, quiet);
            else
                put(text, isRemoval ? removed : line.startsWith(u'+') ? added : plain, normal);
        }
    }
    cursor.endEditBlock();
    moveCursor(QTextCursor::Start);
}

} // namespace bondwright::ui
