// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/droppedaddresses.h"

#include <algorithm>

namespace bondwright
{

namespace
{

IpNetworks dropped(const IpConfig &before, const IpConfig &after, IpAddress::Family family, const NicFacts &nic)
{
    IpNetworks gone;
    if (before == after)
        return gone;
    const IpNetworks written = before.networks();
    const IpNetworks kept = after.networks();
    const bool isLeaseGone = before.method == IpMethod::Auto && after.method != IpMethod::Auto;
    for (const IpNetwork &network : nic.addresses.ofFamily(family)) {
        const bool isOfPlan = written.contains(network) || (isLeaseGone && nic.leasedAddresses.contains(network));
        if (isOfPlan && !kept.contains(network) && !network.address.isLinkLocal())
            gone.append(network);
    }
    return gone;
}

} // namespace

QMap<QString, IpNetworks> droppedAddresses(const BondPlan &before, const BondPlan &after, const HostFacts &host)
{
    QMap<QString, IpNetworks> gone;
    const auto compare = [&](const QString &interface, const auto &was, const auto &becomes) {
        const NicFacts *nic = host.nic(interface);
        if (!nic)
            return;
        IpNetworks addresses = dropped(was.ipv4, becomes.ipv4, IpAddress::Family::V4, *nic);
        addresses += dropped(was.ipv6, becomes.ipv6, IpAddress::Family::V6, *nic);
        if (!addresses.isEmpty())
            gone.insert(interface, addresses);
    };
    compare(before.name, before, after);
    for (const VlanPlan &vlan : before.vlans) {
        const QString name = vlan.interfaceName(before.name);
        const auto same = std::find_if(after.vlans.cbegin(), after.vlans.cend(),
                                       [&](const VlanPlan &v) { return v.interfaceName(after.name) == name; });
        if (same != after.vlans.cend())
            compare(name, vlan, *same);
    }
    return gone;
}

} // namespace bondwright
