// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/advice/cautions.h"
#include "domain/rules/rules.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace bondwright::rules
{

namespace
{

QStringList describedSpeeds(const QList<const NicFacts *> &nics)
{
    QStringList texts;
    for (const NicFacts *nic : nics) {
        if (nic->speedMbps)
            texts.append(u"%1: %2 Mbit/s"_s.arg(nic->name).arg(*nic->speedMbps));
    }
    return texts;
}

} // namespace

void speeds(const RuleInput &input, Report &report)
{
    QSet<quint32> known;
    const QList<const NicFacts *> nics = input.slaveFacts();
    for (const NicFacts *nic : nics) {
        if (nic->speedMbps)
            known.insert(*nic->speedMbps);
    }
    if (known.size() < 2)
        return;
    //: @status %1 is a list such as “eth0: 1000 Mbit/s, eth1: 10000 Mbit/s”
    const QString message
        = translate("rules", "The NICs have different speeds (%1).").arg(joined(describedSpeeds(nics)));
    if (input.isMode({Mode::Ieee8023ad}))
        report.warning(u"speed.mixed"_s, u"slaves"_s, message,
                       translate("rules",
                                 "802.3ad puts them into different groups, and only one group carries traffic: choose "
                                 "NICs of the same speed."));
    else if (input.isMode({Mode::ActiveBackup}))
        report.advice(u"speed.mixed"_s, u"slaves"_s, message,
                      translate("rules", "Name the fastest NIC as primary, so that it is used whenever it works."));
    else
        report.warning(
            u"speed.mixed"_s, u"slaves"_s, message,
            translate("rules", "The slowest NIC limits the others in this mode: choose NICs of the same speed."));
}

void speedReadable(const RuleInput &input, Report &report)
{
    if (!modeInfo(input.plan.mode).needsSpeed)
        return;
    for (const NicFacts *nic : input.slaveFacts()) {
        // While its link is down a NIC reports no speed; that has a finding of its own.
        if (nic->carrier == Tristate::Yes && !nic->speedMbps)
            report.error(
                u"speed.unknown"_s, nameField(input, *nic),
                //: @status %1 is the name of a NIC, %2 a mode's
                translate("rules", "The speed of “%1” cannot be read; in mode %2 the kernel would treat it as down.")
                    .arg(nic->name, kernelName(input.plan.mode)),
                translate("rules", "Choose another NIC, or active-backup."));
    }
}

void duplexes(const RuleInput &input, Report &report)
{
    for (const NicFacts *nic : input.slaveFacts()) {
        if (nic->duplex != Duplex::Half)
            continue;
        if (input.isMode({Mode::Ieee8023ad}))
            report.error(u"duplex.half"_s, nameField(input, *nic),
                         translate("rules", "“%1” runs at half duplex; 802.3ad never takes such a link into a group.")
                             .arg(nic->name),
                         translate("rules", "Check the cable and the speed settings on both ends."));
        else
            report.warning(u"duplex.half"_s, nameField(input, *nic),
                           translate("rules", "“%1” runs at half duplex.").arg(nic->name),
                           translate("rules", "Check the cable and the speed settings on both ends."));
    }
}

void macChangeable(const RuleInput &input, Report &report)
{
    const bool bondFollowsNic
        = input.isMode({Mode::ActiveBackup}) && input.plan.options.failOverMac() == FailOverMac::Active;
    for (const NicFacts *nic : input.slaveFacts()) {
        if (nic->canChangeMac != Tristate::No || bondFollowsNic || nic->kind == InterfaceKind::InfiniBand)
            continue;
        report.error(u"nic.mac-fixed"_s, nameField(input, *nic),
                     translate("rules", "The MAC address of “%1” cannot be changed, as mode %2 needs it.")
                         .arg(nic->name, kernelName(input.plan.mode)),
                     input.isMode({Mode::ActiveBackup})
                         ? translate("rules", "Set fail_over_mac to active.")
                         : translate("rules", "Choose active-backup with fail_over_mac=active, or another NIC."));
    }
}

void virtualMachine(const RuleInput &input, Report &report)
{
    const QString &platform = input.host.virtualization;
    if (!advice::isVirtualMachine(input.host))
        return;
    if (input.isMode({Mode::ActiveBackup})) {
        if (input.plan.options.failOverMac() == FailOverMac::None)
            report.warning(
                u"vm.fail-over-mac"_s, optionField(u"fail_over_mac"_s),
                //: @status %1 is a kind of hypervisor, such as vmware
                translate("rules",
                          "This host is a virtual machine (%1); its hypervisor may drop frames that carry "
                          "another NIC's MAC address.")
                    .arg(platform),
                translate("rules", "Set fail_over_mac to active, or allow MAC address changes in the hypervisor."));
        return;
    }
    report.warning(u"vm.mode"_s, u"mode"_s,
                   //: @status %1 is a kind of hypervisor, %2 a mode
                   translate("rules",
                             "This host is a virtual machine (%1); its virtual switch usually does not support what "
                             "mode %2 needs.")
                       .arg(platform, kernelName(input.plan.mode)),
                   translate("rules", "Bond the physical NICs of the hypervisor, or choose active-backup."));
}

void nicMtus(const RuleInput &input, Report &report)
{
    if (!input.plan.mtu)
        return;
    for (const NicFacts *nic : input.slaveFacts()) {
        if (nic->maxMtu != 0 && *input.plan.mtu > nic->maxMtu)
            report.error(u"mtu.nic-maximum"_s, u"mtu"_s,
                         //: @status %1 is the name of a NIC, %2 and %3 are numbers
                         translate("rules", "“%1” supports an MTU of at most %2, not %3.")
                             .arg(nic->name)
                             .arg(nic->maxMtu)
                             .arg(*input.plan.mtu),
                         translate("rules", "Lower the MTU, or choose another NIC."));
        else if (nic->mtu != 0 && *input.plan.mtu > nic->mtu)
            report.warning(
                u"mtu.nic-raised"_s, u"mtu"_s,
                translate("rules", "The MTU of “%1” is %2 and will be raised to %3.")
                    .arg(nic->name)
                    .arg(nic->mtu)
                    .arg(*input.plan.mtu),
                translate("rules", "Make sure that the switch and all hosts of this network use the same MTU."));
    }
}

} // namespace bondwright::rules
