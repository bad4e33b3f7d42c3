// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/texttable.h"

#include "i18n/printable.h"

#include <algorithm>

namespace bondwright::cli
{

namespace
{

/// Unicode's East Asian wide and fullwidth ranges, as far as interface texts use them.
bool isWide(uint code)
{
    return (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xa4cf)
        || (code >= 0xac00 && code <= 0xd7a3) || (code >= 0xf900 && code <= 0xfaff)
        || (code >= 0xfe30 && code <= 0xfe6f) || (code >= 0xff00 && code <= 0xff60)
        || (code >= 0xffe0 && code <= 0xffe6) || (code >= 0x20000 && code <= 0x3fffd);
}

} // namespace

int displayWidth(const QString &text)
{
    int width = 0;
    const QList<uint> codes = text.toUcs4();
    for (const uint code : codes) {
        const QChar::Category category = QChar::category(char32_t(code));
        if (category != QChar::Mark_NonSpacing && category != QChar::Mark_Enclosing)
            width += isWide(code) ? 2 : 1;
    }
    return width;
}

QString padded(const QString &text, int width, bool toTheRight)
{
    const QString blanks(std::max(0, width - displayWidth(text)), u' ');
    return toTheRight ? blanks + text : text + blanks;
}

TextTable::TextTable(const QStringList &headers, const QList<int> &numeric)
    : m_numeric(numeric)
{
    addRow(headers);
}

void TextTable::addRow(const QStringList &cells)
{
    QStringList clean;
    for (const QString &cell : cells)
        clean.append(cell.isEmpty() ? QStringLiteral("–") : i18n::printable(cell));
    m_rows.append(clean);
}

void TextTable::print(QTextStream &out, const QString &indent) const
{
    QList<int> widths;
    for (const QStringList &row : m_rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths.at(column), displayWidth(row.at(column)));
    }
    for (const QStringList &row : m_rows) {
        QString line = indent;
        for (qsizetype column = 0; column < row.size(); ++column) {
            line += column > 0 ? QStringLiteral("  ") : QString();
            line += padded(row.at(column), widths.at(column), m_numeric.contains(int(column)));
        }
        while (line.endsWith(u' '))
            line.chop(1);
        out << line << '\n';
    }
}

} // namespace bondwright::cli
