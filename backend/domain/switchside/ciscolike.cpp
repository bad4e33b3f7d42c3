// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/switchside/vendors.h"

using namespace Qt::StringLiterals;

namespace bondwright::switchside
{

namespace
{

// The three speak one language with small differences.
struct Dialect {
    QString channel; ///< how the group interface is called
    QString fastRate; ///< the member's command for a packet every second
    QStringList before;
    bool needsSwitchport; ///< ports may be routed ones
};

QStringList switchport(const Group &group)
{
    if (group.vlans.isEmpty())
        return {u" switchport mode access"_s, u" switchport access vlan <VLAN>"_s};
    return {u" switchport mode trunk"_s, u" switchport trunk allowed vlan "_s + group.vlanList(u',')};
}

QStringList configure(const Group &group, const Dialect &dialect)
{
    QStringList lines = dialect.before;
    const QString mode = group.isLacp ? u"active"_s : u"on"_s;
    lines << u"interface "_s + dialect.channel;
    if (!group.description.isEmpty())
        lines << u" description "_s + group.description;
    if (dialect.needsSwitchport)
        lines << u" switchport"_s;
    lines << switchport(group) << u" no shutdown"_s << u"!"_s;
    for (const QString &port : group.portNames()) {
        lines << u"interface "_s + port;
        if (dialect.needsSwitchport)
            lines << u" switchport"_s;
        lines << switchport(group) << u" channel-group 1 mode "_s + mode;
        if (group.isLacp && group.isFast)
            lines << u" "_s + dialect.fastRate;
        lines << u" no shutdown"_s << u"!"_s;
    }
    return lines << u"end"_s;
}

} // namespace

QStringList ciscoIos(const Group &group)
{
    return configure(group, {u"Port-channel1"_s, u"lacp rate fast"_s, {u"configure terminal"_s}, false});
}

QStringList ciscoNxOs(const Group &group)
{
    QStringList before{u"configure terminal"_s};
    if (group.isLacp)
        before << u"feature lacp"_s;
    return configure(group, {u"port-channel1"_s, u"lacp rate fast"_s, before, true});
}

QStringList aristaEos(const Group &group)
{
    return configure(group, {u"Port-Channel1"_s, u"lacp timer fast"_s, {u"configure terminal"_s}, false});
}

} // namespace bondwright::switchside
