// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan.h"
#include "formats/ifcfg/dialect.h"
#include "formats/ifcfg/folder.h"
#include "tests/formats/snapshots.h"

namespace bondwright::test
{

using namespace Qt::StringLiterals;
using namespace formats;
using namespace formats::ifcfg;

using Files = QList<std::pair<QString, QByteArray>>;

inline const QByteArray bondHead = "DEVICE=bond0\nBONDING_OPTS='mode=1 miimon=100'\n";
inline const QByteArray withAddress = bondHead + "IPADDR=192.0.2.10\nNETMASK=255.255.255.0\n";

inline Dialect service(int release)
{
    return *Dialect::forRelease(release, Reader::NetworkService);
}

inline Dialect manager(int release)
{
    return *Dialect::forRelease(release, Reader::NetworkManager);
}

/// A name without a slash is an ifcfg file's.
inline FileSnapshot snapshotOf(const Files &files)
{
    FileSnapshot snapshot;
    for (const auto &[name, text] : files)
        addFile(&snapshot, name.startsWith(u'/') ? name : scriptsFolder() + u'/' + name, text);
    return snapshot;
}

inline QString textOf(const IpConfig &ip)
{
    QString text = ip.addresses.texts().join(u' ');
    if (!ip.gateway.isEmpty())
        text += u" via "_s + ip.gateway.text();
    for (const IpRoute &route : ip.routes)
        text += u" ["_s + route.destination.text() + u' ' + route.gateway.text() + u']';
    return text;
}

/// "active-backup miimon=100 | eth0 eth1 | 192.0.2.10/24 via … | IPv6 | VLANs"
inline QString textOf(const BondPlan &plan)
{
    QStringList mode{kernelName(plan.mode)};
    for (auto it = plan.options.cbegin(); it != plan.options.cend(); ++it)
        mode.append(it.key() + u'=' + it.value());
    QStringList slaves;
    for (const SlavePlan &slave : plan.slaves)
        slaves.append(slave.name);
    QStringList vlans;
    for (const VlanPlan &vlan : plan.vlans)
        vlans.append(u"%1:%2 %3"_s.arg(vlan.interfaceName(plan.name)).arg(vlan.id).arg(textOf(vlan.ipv4)).trimmed());
    QString text = mode.join(u' ');
    for (const QString &part : {slaves.join(u' '), textOf(plan.ipv4), textOf(plan.ipv6), vlans.join(u' ')})
        text += u" |"_s + (part.isEmpty() ? part : u' ' + part);
    while (text.endsWith(u'|') || text.endsWith(u' '))
        text.chop(1);
    return text;
}

} // namespace bondwright::test
