// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPdfWriter>
#include <QTextCursor>
#include <QTextDocument>

namespace bondwright::ui
{

/// The paper of all reports: A4 with room for a punch, in pixels of which 96 are an inch, as the HTML is made for.
inline void setPaper(QPdfWriter &writer)
{
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(18, 18, 18, 18), QPageLayout::Millimeter);
    writer.setResolution(96);
    writer.setCreator(QStringLiteral("Bondwright"));
}

/// The fonts of all reports, by name and not by the session's language: in a Chinese session everything would be set in a
/// font of ideographs, whose digits Qt writes without saying which they are, so that nothing with a number could be found
/// or copied; in any other one Chinese would have Japanese forms. To be called when the text is there.
inline void setPaperFonts(QTextDocument &document)
{
    QTextCharFormat fonts;
    fonts.setFontFamilies({QStringLiteral("DejaVu Sans"), QStringLiteral("Liberation Sans"),
                           QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans CJK SC"),
                           QStringLiteral("Source Han Sans SC"), QStringLiteral("WenQuanYi Micro Hei"),
                           QStringLiteral("sans-serif")});
    QTextCursor all(&document);
    all.select(QTextCursor::Document);
    all.mergeCharFormat(fonts);
}

} // namespace bondwright::ui
