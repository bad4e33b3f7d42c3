// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/pingtargets.h"

#include <QCoreApplication>

namespace bondwright::cli
{

namespace
{

bool isInNetwork(const kernel::NicState &nic, const ping::PingAddress &host)
{
    return std::any_of(nic.addresses.cbegin(), nic.addresses.cend(),
                       [&host](const IpNetwork &network) { return network.prefix > 0 && network.contains(host.ip); });
}

BondPing targetOver(int bondIndex, const kernel::Snapshot &snapshot, const ping::PingAddress &host,
                    std::chrono::milliseconds interval)
{
    const kernel::NicState bond = snapshot.nics.value(bondIndex);
    BondPing ping{bondIndex, bond.name, {host, {}, interval, std::chrono::milliseconds(1000)}};
    // A bond without an address is under a bridge or VLAN: there a socket bound to it would get no answer.
    if (!bond.addresses.isEmpty())
        ping.target.boundTo = bond.name;
    return ping;
}

int bondFor(const ping::PingAddress &host, const QList<int> &bonds, const kernel::Snapshot &snapshot)
{
    for (const int bond : bonds) {
        if (isInNetwork(snapshot.nics.value(bond), host))
            return bond;
    }
    for (const int bond : bonds) {
        if (snapshot.nics.value(bond).carriesDefaultRoute)
            return bond;
    }
    return bonds.size() == 1 ? bonds.first() : 0;
}

} // namespace

Result<QList<BondPing>> pingTargets(const QStringList &hosts, const QList<int> &bonds, const kernel::Snapshot &snapshot,
                                    std::chrono::milliseconds interval)
{
    QList<BondPing> targets;
    if (hosts.isEmpty()) {
        for (const int bond : bonds) {
            if (const auto gateway = ping::targetOf(snapshot.nics.value(bond).gateway))
                targets.append(targetOver(bond, snapshot, *gateway, interval));
        }
        return targets;
    }
    for (const QString &host : hosts) {
        const auto address = ping::parseTarget(host);
        if (!address)
            return fail(QStringLiteral("usage"),
                        //: @error %1 is what the user typed
                        QCoreApplication::translate("bondctl", "“%1” is not an address that can be pinged.").arg(host));
        if (const int bond = bondFor(*address, bonds, snapshot))
            targets.append(targetOver(bond, snapshot, *address, interval));
        else
            targets.append({0, {}, {*address, {}, interval, std::chrono::milliseconds(1000)}});
    }
    return targets;
}

bool isAnotherTarget(const BondPing &before, const BondPing &now, const kernel::Snapshot &snapshot)
{
    if (now.bondIndex == 0)
        return false;
    if (now.bondIndex != before.bondIndex)
        return !snapshot.bonds.contains(before.bondIndex);
    const bool isBoundElsewhere = !now.target.boundTo.isEmpty() && now.target.boundTo != before.target.boundTo;
    return now.target.address != before.target.address || isBoundElsewhere;
}

} // namespace bondwright::cli
