// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/rules/rules.h"

#include "diagnosis/drift.h"
#include "domain/sentences.h"

#include <algorithm>

namespace bondwright::diagnosis
{

QList<kernel::Difference> driftOf(const BondPlan &plan, const kernel::Snapshot &snapshot)
{
    using kernel::DifferenceKind;
    QList<kernel::Difference> drift = kernel::verifyPlan(plan, snapshot);
    // Slaves have rules of their own; addresses come and go by DHCP and by hand.
    drift.removeIf([](const kernel::Difference &one) {
        return one.kind != DifferenceKind::Mode && one.kind != DifferenceKind::Option && one.kind != DifferenceKind::Mtu
            && one.kind != DifferenceKind::VlanMissing;
    });
    return drift;
}

namespace rules
{

namespace
{

using namespace std::chrono_literals;

constexpr auto patience = 60s; ///< for an address; DHCP asks again for longer, but not as often

MacAddress burntIn(const kernel::NicState &nic, const kernel::SlaveState &slave)
{
    return slave.permanentMac.isEmpty() ? nic.permanentMac : slave.permanentMac;
}

} // namespace

QList<Finding> configDrift(const Case &known, const Diagnosis &)
{
    if (!known.configured)
        return {};
    QList<kernel::Difference> drift = driftOf(*known.configured, known.snapshot);
    // That of a VLAN has a rule of its own, which says why.
    drift.removeIf([](const kernel::Difference &one) {
        return one.kind == kernel::DifferenceKind::Mtu && one.field.startsWith(u"vlans");
    });
    if (drift.isEmpty())
        return {};
    QStringList messages;
    for (const kernel::Difference &one : drift)
        messages.append(one.message);
    constexpr qsizetype shown = 3;
    return {{Rule::ConfigDrift,
             //: @info cause, %1 bond, %n differences
             Text::tr("%1 does not run as it is configured (%n difference(s)): it will change with the next restart.",
                      nullptr, int(drift.size()))
                 .arg(known.bond.name),
             //: @info next step, %1 bond
             Text::tr("Apply the configuration of %1 again, or write what runs into it.").arg(known.bond.name),
             joinSentences(messages.first(std::min(shown, messages.size()))),
             {}}};
}

/// cloud-init #7027, #2857: a server that knows the first NIC by its address gives the bond nothing.
QList<Finding> noAddress(const Case &known, const Diagnosis &links)
{
    const bool byDhcp = known.configured && known.configured->ipv4.method == IpMethod::Auto;
    const auto nic = known.snapshot.nics.constFind(known.bond.ifindex);
    if (!byDhcp || !known.window || known.window->watched < patience || nic == known.snapshot.nics.cend()
        || links.carryingSlaves.isEmpty() || nic->masterIndex != 0)
        return {};
    if (!nic->addresses.ofFamily(IpAddress::Family::V4).isEmpty())
        return {};
    QStringList others;
    bool isSettled = false;
    for (const kernel::SlaveState &slave : known.bond.slaves) {
        isSettled = isSettled
            || (links.carryingSlaves.contains(slave.name)
                && known.window->slaves.value(slave.ifindex).watched >= patience);
        const MacAddress own = burntIn(known.snapshot.nics.value(slave.ifindex), slave);
        if (!own.isEmpty() && own != nic->mac)
            others.append(QStringLiteral("%1 %2").arg(slave.name, own.toString()));
    }
    if (!isSettled)
        return {};
    return {{Rule::NoAddress,
             //: @info cause, %1 bond, %2 its address
             Text::tr("%1 is to get its address by DHCP and has none. The server sees it as %2.")
                 .arg(known.bond.name, nic->mac.toString()),
             //: @info next step, %1 address
             Text::tr("Check that the DHCP server answers in this VLAN and knows %1, if it knows its clients by their "
                      "addresses.")
                 .arg(nic->mac.toString()),
             others.isEmpty()
                 ? QString()
                 //: @info evidence, %1 NICs with their addresses
                 : Text::tr("Before they were bonded, the server saw other addresses: %1.").arg(joined(others)),
             {}}};
}

} // namespace rules

} // namespace bondwright::diagnosis
