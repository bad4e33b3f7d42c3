// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/safename.h"

#include <algorithm>

namespace bondwright
{

namespace
{

bool isWordSign(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_' || c == u'-';
}

} // namespace

bool isSafeInterfaceName(QStringView name)
{
    constexpr qsizetype maximumLength = 15; // IFNAMSIZ - 1
    return !name.isEmpty() && name.size() <= maximumLength && name.front() != u'-' && name.front() != u'.'
        && std::ranges::all_of(name, [](QChar c) { return isWordSign(c) || c == u'.'; });
}

bool isSafeId(QStringView id)
{
    constexpr qsizetype maximumLength = 64;
    return !id.isEmpty() && id.size() <= maximumLength && id.front() != u'-' && std::ranges::all_of(id, isWordSign);
}

} // namespace bondwright
