// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/shell/shellquote.h"

#include <algorithm>

namespace bondwright::formats
{

using namespace Qt::StringLiterals;

namespace
{

bool isBareChar(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
        || QStringView(u"_-./:,@%+").contains(c);
}

/// Bidirectional overrides and isolates, line and paragraph separators: what a diff shows would not be what is written.
bool isDeceptive(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x200e && u <= 0x200f) || (u >= 0x2028 && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069) || u == 0xfeff;
}

bool isWritable(const QString &value)
{
    return std::none_of(value.cbegin(), value.cend(),
                        [](QChar c) { return c.category() == QChar::Other_Control || isDeceptive(c); })
        && value.isValidUtf16();
}

} // namespace

std::optional<QByteArray> shellQuote(const QString &value)
{
    if (!isWritable(value))
        return std::nullopt;
    if (std::all_of(value.cbegin(), value.cend(), isBareChar))
        return value.toUtf8();
    QByteArray quoted = "\"";
    for (const char c : value.toUtf8()) {
        if (c == '"' || c == '\\' || c == '$' || c == '`')
            quoted += '\\';
        quoted += c;
    }
    return quoted + '"';
}

QString shellWord(const QString &text)
{
    if (!text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return isBareChar(c) || c == u'='; }))
        return text;
    return u'\'' + QString(text).replace(u'\'', u"'\\''"_s) + u'\'';
}

bool isShellName(const QByteArray &name)
{
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    return !name.isEmpty() && isLetter(name.front())
        && std::all_of(name.cbegin(), name.cend(), [&](char c) { return isLetter(c) || (c >= '0' && c <= '9'); });
}

} // namespace bondwright::formats
