// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/bondmac.h"

namespace bondwright
{

namespace
{

constexpr QStringView permanentPrefix = u"permanent:";

} // namespace

BondMac BondMac::ofNic(const QString &name)
{
    BondMac mac;
    mac.m_nic = name;
    return mac;
}

BondMac BondMac::fromString(QStringView text)
{
    if (text.startsWith(permanentPrefix))
        return ofNic(text.sliced(permanentPrefix.size()).toString());
    return BondMac(MacAddress::fromString(text));
}

QString BondMac::toString() const
{
    return m_nic ? permanentPrefix.toString() + *m_nic : m_address.toString();
}

} // namespace bondwright
