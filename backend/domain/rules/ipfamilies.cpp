// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/rules/ipfamilies.h"

using namespace Qt::StringLiterals;

namespace bondwright::rules
{

QString FamilyConfig::familyName() const
{
    return family == IpAddress::Family::V4 ? u"IPv4"_s : u"IPv6"_s;
}

QList<FamilyConfig> families(const BondPlan &plan)
{
    QList<FamilyConfig> result{{&plan.ipv4, IpAddress::Family::V4, u"ipv4"_s},
                               {&plan.ipv6, IpAddress::Family::V6, u"ipv6"_s}};
    for (qsizetype i = 0; i < plan.vlans.size(); ++i) {
        const QString prefix = entryField(u"vlans"_s, i);
        result.append({&plan.vlans.at(i).ipv4, IpAddress::Family::V4, prefix + u".ipv4"_s});
        result.append({&plan.vlans.at(i).ipv6, IpAddress::Family::V6, prefix + u".ipv6"_s});
    }
    return result;
}

} // namespace bondwright::rules
