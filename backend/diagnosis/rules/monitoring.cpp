// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/rules/rules.h"

#include <algorithm>

namespace bondwright::diagnosis::rules
{

namespace
{

using kernel::SlaveState;
using namespace std::chrono_literals;

constexpr auto longEnough = 60s; ///< watched, before "nothing" means something
constexpr std::uint64_t manyFrames = 100; ///< in a minute

bool sendsOverAll(Mode mode)
{
    return mode == Mode::BalanceRr || mode == Mode::Broadcast;
}

} // namespace

/// bond_main.c, bond_xmit_roundrobin and bond_xmit_broadcast: every slave that is up has its turn.
QList<Finding> slaveSendsNothing(const Case &known, const Diagnosis &)
{
    const QList<SlaveState> slaves = linked(known);
    if (!known.window || !sendsOverAll(known.bond.mode) || slaves.size() < 2)
        return {};
    QStringList silent;
    std::uint64_t most = 0;
    for (const SlaveState &slave : slaves) {
        const SlaveWindow seen = known.window->slaves.value(slave.ifindex);
        if (seen.watched < longEnough)
            return {};
        most = std::max(most, seen.sent);
        if (seen.sent == 0)
            silent.append(slave.name);
    }
    // A slave that has sent more packets than one turn has, has given all others their turn in between.
    const bool hasTurns = known.bond.mode == Mode::BalanceRr;
    const auto turn = std::uint64_t(hasTurns ? known.bond.options.number(u"packets_per_slave") : 0);
    if (silent.isEmpty() || most < manyFrames || most <= turn)
        return {};
    return {
        {Rule::SlaveSendsNothing,
         //: @info cause, %1 NICs, %2 a mode
         Text::tr("%1 sends nothing, although mode %2 sends over every slave.")
             .arg(joined(silent), kernelName(known.bond.mode)),
         //: @info next step, %1 NICs
         Text::tr("Take the link of %1 down and up again, and look into the kernel's log for messages of its driver.")
             .arg(joined(silent)),
         //: @info evidence, %n frames
         Text::tr("Another slave has sent %n frame(s) in the last minute.", nullptr,
                  int(std::min<std::uint64_t>(most, 1'000'000'000))),
         silent}};
}

/// bonding.rst, "arp_interval": with a LAG the switch sends all answers over one port, so that ARP monitoring calls the
/// others dead.
QList<Finding> arpOneSlave(const Case &known, const Diagnosis &)
{
    if (modeInfo(known.bond.mode).switchNeed != SwitchNeed::StaticLag || !known.bond.options.monitorsByArp()
        || known.bond.slaves.size() < 2)
        return {};
    QStringList answered;
    QStringList silent;
    for (const SlaveState &slave : known.bond.slaves) {
        const kernel::NicState *nic = known.nicOf(slave);
        if (!nic || !nic->adminUp || !nic->carrier)
            continue; // its cable is the cause
        (slave.mii == kernel::MiiStatus::Up ? answered : silent).append(slave.name);
    }
    if (answered.size() != 1 || silent.isEmpty())
        return {};
    return {
        {Rule::ArpOneSlave,
         //: @info cause, %1 addresses, %2 and %3 NICs
         Text::tr("The ARP targets (%1) answer over %2 only, so %3 is not used although its link is up: a switch with "
                  "a LAG sends all answers over one port.")
             .arg(known.bond.options.arpTargets().join(u", "), answered.first(), joined(silent)),
         //: @info next step; miimon, arp_interval and 802.3ad are the kernel's words
         Text::tr("Monitor the links by miimon=100 instead of arp_interval, or use mode 802.3ad."),
         {},
         silent}};
}

/// A switch port that has just come up learns and listens before it forwards (802.1D: 30 s without rapid spanning tree).
QList<Finding> updelayShort(const Case &known, const Diagnosis &)
{
    QList<Finding> findings;
    if (!known.window)
        return findings;
    for (const SlaveState &slave : known.bond.slaves) {
        const auto blocked = known.window->slaves.value(slave.ifindex).blocked;
        if (!blocked)
            continue;
        const auto needed = std::chrono::milliseconds(blocked->fromLinkUp) + 1s;
        findings.append(
            {Rule::UpdelayShort,
             //: @info cause, %1 NIC
             Text::tr("When the link of %1 had returned, it was used before the switch forwarded on it.")
                 .arg(slave.name),
             known.bond.options.monitorsByArp()
                 //: @info next step
                 ? Text::tr("Set the switch port to forward at once (edge port, portfast).")
                 //: @info next step; updelay is an option, %1 milliseconds
                 : Text::tr("Set updelay to %1, or the switch port to forward at once (edge port, portfast).")
                       .arg(needed.count()),
             //: @info evidence, %1 NIC, %2 and %3 durations
             Text::tr("%1 became active, sent, and received nothing for %2; forwarding began %3 after the link was up.")
                 .arg(slave.name, durationText(blocked->silent), durationText(blocked->fromLinkUp)),
             {slave.name}});
    }
    return findings;
}

} // namespace bondwright::diagnosis::rules
