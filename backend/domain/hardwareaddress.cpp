// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/hardwareaddress.h"

namespace bondwright
{

namespace
{

bool isHexDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
}

} // namespace

std::optional<QString> canonicalMac(QStringView text)
{
    if (text.size() != 17)
        return std::nullopt;
    const QString lower = text.toString().toLower();
    for (qsizetype i = 0; i < lower.size(); ++i) {
        if (i % 3 == 2 ? lower.at(i) != u':' : !isHexDigit(lower.at(i)))
            return std::nullopt;
    }
    return lower;
}

bool isMulticastMac(QStringView canonical)
{
    return (canonical.first(2).toUInt(nullptr, 16) & 1U) != 0;
}

bool isZeroMac(QStringView canonical)
{
    return canonical == u"00:00:00:00:00:00";
}

} // namespace bondwright
