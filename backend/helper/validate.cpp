// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/validate.h"

#include <algorithm>

namespace bondwright::helper
{

namespace
{

constexpr bool isAsciiAlnum(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9');
}

constexpr bool isNameChar(QChar c)
{
    return isAsciiAlnum(c) || c == u'_' || c == u'.' || c == u'-';
}

} // namespace

bool isSafeInterfaceName(QStringView name)
{
    constexpr qsizetype maxLength = 15; // IFNAMSIZ - 1
    return !name.isEmpty() && name.size() <= maxLength && isAsciiAlnum(name.front())
        && std::all_of(name.begin(), name.end(), isNameChar) && !name.contains(u"..");
}

bool isSafeId(QStringView id)
{
    constexpr qsizetype maxLength = 64;
    return !id.isEmpty() && id.size() <= maxLength && isAsciiAlnum(id.front())
        && std::all_of(id.begin(), id.end(), isNameChar) && !id.contains(u"..");
}

} // namespace bondwright::helper
