// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifcfg/addresstext.h"

#include "domain/ipaddress.h"

using namespace Qt::StringLiterals;

namespace bondwright::formats::ifcfg
{

QString netmaskFromPrefix(int prefix)
{
    const quint32 mask = prefix <= 0 ? 0 : ~quint32(0) << (32 - prefix);
    return u"%1.%2.%3.%4"_s.arg(mask >> 24).arg(mask >> 16 & 255).arg(mask >> 8 & 255).arg(mask & 255);
}

std::optional<int> prefixFromNetmask(QStringView netmask)
{
    for (int prefix = 0; prefix <= 32; ++prefix) {
        if (netmaskFromPrefix(prefix) == netmask)
            return prefix;
    }
    return std::nullopt;
}

int classfulPrefix(QStringView address)
{
    const int first = address.left(address.indexOf(u'.')).toInt();
    return first < 128 ? 8 : first < 192 ? 16 : 24;
}

} // namespace bondwright::formats::ifcfg
