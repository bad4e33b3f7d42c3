// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "i18n/printable.h"

namespace bondwright::i18n
{

namespace
{

bool isHarmless(QChar c)
{
    const bool isBidiMark = (c >= QChar(0x202a) && c <= QChar(0x202e)) || (c >= QChar(0x2066) && c <= QChar(0x2069))
        || c == QChar(0x200e) || c == QChar(0x200f);
    return (c.isPrint() || c.isSurrogate()) && !isBidiMark;
}

} // namespace

QString printable(const QString &text, Lines lines)
{
    QString result;
    for (const QChar c : text) {
        if (isHarmless(c) || (lines == Lines::Kept && (c == u'\n' || c == u'\t')))
            result += c;
        else
            result += QStringLiteral("\\u%1").arg(uint(c.unicode()), 4, 16, QChar(u'0'));
    }
    return result;
}

} // namespace bondwright::i18n
