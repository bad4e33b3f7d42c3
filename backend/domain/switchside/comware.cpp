// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/switchside/vendors.h"

using namespace Qt::StringLiterals;

namespace bondwright::switchside
{

namespace
{

// Huawei's VRP and H3C's Comware name these alike.
QStringList portLink(const Group &group, const QString &permitVlans)
{
    if (group.vlans.isEmpty())
        return {u" port link-type access"_s, u" port default vlan <VLAN>"_s};
    return {u" port link-type trunk"_s, permitVlans + group.vlanList(u' ')};
}

} // namespace

QStringList huaweiVrp(const Group &group)
{
    QStringList lines;
    if (group.isLacp)
        lines << u"# Older releases and CloudEngine switches write \"mode lacp-static\"."_s;
    lines << u"# CloudEngine switches want \"commit\" before \"return\"."_s << u"system-view"_s
          << u"interface Eth-Trunk1"_s;
    if (!group.description.isEmpty())
        lines << u" description "_s + group.description;
    lines << (group.isLacp ? u" mode lacp"_s : u" mode manual load-balance"_s);
    if (group.isLacp)
        lines << (group.isFast ? u" lacp timeout fast"_s : u" lacp timeout slow"_s);
    lines << portLink(group, u" port trunk allow-pass vlan "_s) << u" quit"_s;
    for (const QString &port : group.portNames())
        lines << u"interface "_s + port << u" eth-trunk 1"_s << u" undo shutdown"_s << u" quit"_s;
    return lines << u"return"_s;
}

QStringList h3cComware(const Group &group)
{
    QStringList lines{u"system-view"_s, u"interface Bridge-Aggregation1"_s};
    if (!group.description.isEmpty())
        lines << u" description "_s + group.description;
    lines << (group.isLacp ? u" link-aggregation mode dynamic"_s : u" undo link-aggregation mode"_s) << u" quit"_s;
    for (const QString &port : group.portNames()) {
        lines << u"interface "_s + port << u" port link-aggregation group 1"_s;
        if (group.isLacp && group.isFast)
            lines << u" lacp period short"_s;
        lines << u" undo shutdown"_s << u" quit"_s;
    }
    // The VLANs come last: Comware copies them from the group to the ports that are in it.
    lines << u"interface Bridge-Aggregation1"_s;
    if (group.vlans.isEmpty())
        lines << u" port link-type access"_s << u" port access vlan <VLAN>"_s;
    else
        lines << portLink(group, u" port trunk permit vlan "_s);
    return lines << u" quit"_s << u"return"_s;
}

} // namespace bondwright::switchside
