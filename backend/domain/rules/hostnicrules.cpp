// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/macaddress.h"
#include "domain/rules/rules.h"

#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace bondwright::rules
{

namespace
{

bool isInfiniband(const NicFacts *nic)
{
    return nic->kind == InterfaceKind::InfiniBand;
}

} // namespace

void nicsExist(const RuleInput &input, Report &report)
{
    for (qsizetype i = 0; i < input.plan.slaves.size(); ++i) {
        const QString &name = input.plan.slaves.at(i).name;
        if (!name.isEmpty() && !input.host.nic(name))
            report.error(u"nic.missing"_s, slaveField(i, u"name"_s),
                         //: @status %1 is the name of a NIC
                         translate("rules", "This host has no NIC “%1”.").arg(name),
                         translate("rules", "Choose one of its NICs; “bondctl nics” lists them."));
    }
}

void nicsFree(const RuleInput &input, Report &report)
{
    for (const NicFacts *nic : input.slaveFacts()) {
        if (nic->master.isEmpty() || nic->master == input.editing)
            continue;
        if (nic->masterKind == InterfaceKind::Bond)
            report.error(
                u"nic.in-bond"_s, nameField(input, *nic),
                //: @status %1 is the name of a NIC, %2 of the bond it is in
                translate("rules", "The NIC “%1” already belongs to the bond “%2”.").arg(nic->name, nic->master),
                translate("rules", "Remove it there first, or choose another NIC."));
        else
            report.error(u"nic.in-use"_s, nameField(input, *nic),
                         //: @status %1 is the name of a NIC, %2 of another interface and %3 its kind
                         translate("rules", "The NIC “%1” is a port of “%2” (%3).")
                             .arg(nic->name, nic->master, nic->masterKind.toString()),
                         translate("rules", "Remove it there first; a bridge goes on top of the bond."));
    }
}

void nicKinds(const RuleInput &input, Report &report)
{
    // Other masters are refused by bond_enslave(); CAN has no Ethernet frames at all.
    static constexpr std::array impossible{InterfaceKind::Bond,     InterfaceKind::Bridge, InterfaceKind::Team,
                                           InterfaceKind::Loopback, InterfaceKind::Can,    InterfaceKind::Vcan,
                                           InterfaceKind::Vrf};
    for (const NicFacts *nic : input.slaveFacts()) {
        if (std::find(impossible.begin(), impossible.end(), nic->kind) != impossible.end())
            report.error(u"nic.kind"_s, nameField(input, *nic),
                         //: @status %1 is an interface's name, %2 its kind, such as bridge
                         translate("rules", "“%1” is a %2 and cannot be bonded.").arg(nic->name, nic->kind.toString()),
                         translate("rules", "Choose a NIC."));
        else if (nic->kind == InterfaceKind::Wireless)
            report.warning(u"nic.wireless"_s, nameField(input, *nic),
                           translate("rules",
                                     "“%1” is a wireless NIC; it works in a bond at best as a backup in "
                                     "active-backup.")
                               .arg(nic->name),
                           translate("rules", "Choose wired NICs."));
        else if (nic->kind == InterfaceKind::Vlan)
            report.warning(u"nic.vlan"_s, nameField(input, *nic), translate("rules", "“%1” is a VLAN.").arg(nic->name),
                           translate("rules", "Bond the NICs and put the VLAN on top of the bond."));
    }
}

void nicMacsMatch(const RuleInput &input, Report &report)
{
    for (qsizetype i = 0; i < input.plan.slaves.size(); ++i) {
        const SlavePlan &slave = input.plan.slaves.at(i);
        const NicFacts *nic = input.host.nic(slave.name);
        const MacAddress &wanted = slave.mac.value();
        const MacAddress actual = nic && nic->permanentMac.isEthernet() ? nic->permanentMac : MacAddress();
        if (!wanted.isEmpty() && !actual.isEmpty() && wanted != actual)
            report.error(u"nic.mac-differs"_s, slaveField(i, u"mac"_s),
                         //: @status %1 is the name of a NIC, %2 and %3 are MAC addresses
                         translate("rules", "“%1” has the permanent MAC address %2, not %3.")
                             .arg(slave.name, actual.toString(), wanted.toString()),
                         translate("rules", "Check whether the NICs have changed their names."));
    }
}

void nicCarrier(const RuleInput &input, Report &report)
{
    for (const NicFacts *nic : input.slaveFacts()) {
        if (nic->carrier == Tristate::No)
            report.warning(
                u"nic.no-carrier"_s, nameField(input, *nic),
                translate("rules", "The link of the NIC “%1” is down.").arg(nic->name),
                translate("rules", "Check its cable, and whether the interface and the switch port are up."));
    }
}

void infiniband(const RuleInput &input, Report &report)
{
    const QList<const NicFacts *> nics = input.slaveFacts();
    const auto count = std::count_if(nics.begin(), nics.end(), isInfiniband);
    if (count == 0)
        return;
    if (!input.isMode({Mode::ActiveBackup}))
        report.error(u"infiniband.mode"_s, u"mode"_s,
                     translate("rules", "InfiniBand NICs can be bonded only in mode active-backup."),
                     translate("rules", "Choose active-backup."));
    if (count != nics.size())
        report.error(u"nic.types-differ"_s, u"slaves"_s,
                     translate("rules", "InfiniBand and Ethernet NICs cannot be in one bond."),
                     translate("rules", "Choose NICs of one kind."));
    if (input.isMode({Mode::ActiveBackup}) && input.plan.options.failOverMac() != FailOverMac::Active)
        report.warning(u"infiniband.fail-over-mac"_s, optionField(u"fail_over_mac"_s),
                       translate("rules",
                                 "InfiniBand NICs cannot change their address; the kernel will set fail_over_mac to "
                                 "active."),
                       translate("rules", "Set fail_over_mac to active."));
}

} // namespace bondwright::rules
