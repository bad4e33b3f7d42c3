// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/rules/rules.h"

#include <QLocale>

#include <algorithm>

namespace bondwright::diagnosis::rules
{

namespace
{

using kernel::NicState;
using kernel::SlaveState;

constexpr std::uint64_t manyErrors = 10; ///< in a minute
constexpr double manyErrorsShare = 1e-4; ///< of all frames: a good copper link has less than 1e-6
constexpr int flapsAreMany = 3; ///< losses in an hour: a person who moves a cable makes one or two
constexpr std::uint64_t muchTraffic = 60'000'000; ///< bytes in a minute, about 8 Mbit/s: less needs no balance
constexpr double allOfIt = 0.95;

} // namespace

QList<Finding> speedUnknown(const Case &known, const Diagnosis &)
{
    QStringList silent;
    QStringList telling;
    for (const SlaveState &slave : linked(known))
        (known.nicOf(slave)->speedMbps ? telling : silent).append(slave.name);
    // Where no NIC reports a speed, as in many guests, drivers just do not.
    if (silent.isEmpty() || telling.isEmpty())
        return {};
    return {{Rule::SpeedUnknown,
             //: @info cause, %1 and %2 NICs
             Text::tr("The link of %1 is up, but its driver reports no speed, unlike %2.")
                 .arg(joined(silent), joined(telling)),
             //: @info next step, %1 NICs
             Text::tr("Take the link of %1 down and up again; if that does not help, check cable, module and firmware.")
                 .arg(joined(silent)),
             {},
             silent}};
}

QList<Finding> speedDiffers(const Case &known, const Diagnosis &links)
{
    // In mode 4 it is the cause of something worse.
    if (links.rule == Rule::LacpSplit)
        return {};
    QList<std::pair<quint32, QString>> speeds;
    for (const SlaveState &slave : linked(known)) {
        if (const auto speed = known.nicOf(slave)->speedMbps)
            speeds.append({*speed, slave.name});
    }
    std::sort(speeds.begin(), speeds.end());
    if (speeds.size() < 2 || speeds.first().first == speeds.last().first)
        return {};
    const auto &[least, slow] = speeds.first();
    return {{Rule::SpeedDiffers,
             //: @info cause, %1 and %3 NICs, %2 and %4 numbers
             Text::tr("%1 runs at %2 Mbit/s, %3 at %4 Mbit/s.")
                 .arg(slow)
                 .arg(least)
                 .arg(speeds.last().second)
                 .arg(speeds.last().first),
             //: @info next step, %1 NIC
             Text::tr("Check the cable of %1 and the speed set on its switch port.").arg(slow),
             {},
             {slow}}};
}

QList<Finding> halfDuplex(const Case &known, const Diagnosis &)
{
    QList<Finding> findings;
    for (const SlaveState &slave : linked(known)) {
        if (known.nicOf(slave)->duplex != Duplex::Half)
            continue;
        findings.append(
            {Rule::HalfDuplex,
             //: @info cause, %1 NIC
             Text::tr("%1 runs in half duplex: one side negotiates and the other does not.").arg(slave.name),
             //: @info next step, %1 NIC
             Text::tr("Set both %1 and its switch port to auto-negotiation, or both to the same fixed speed and "
                      "full duplex.")
                 .arg(slave.name),
             {},
             {slave.name}});
    }
    return findings;
}

QList<Finding> errors(const Case &known, const Diagnosis &)
{
    QList<Finding> findings;
    if (!known.window)
        return findings;
    for (const SlaveState &slave : linked(known)) {
        const SlaveWindow window = known.window->slaves.value(slave.ifindex);
        const double frames = double(window.received + window.sent + window.errors);
        if (window.errors < manyErrors || double(window.errors) < frames * manyErrorsShare)
            continue;
        findings.append({Rule::Errors,
                         //: @info cause, %1 NIC
                         Text::tr("%1 counts receive or transmit errors.").arg(slave.name),
                         //: @info next step, %1 NIC
                         Text::tr("Replace the cable or module of %1, then try another switch port.").arg(slave.name),
                         //: @info evidence, %1 and %2 numbers
                         Text::tr("In the last minute %1 errors in %2 frames.")
                             .arg(QLocale().toString(qulonglong(window.errors)), QLocale().toString(frames, 'f', 0)),
                         {slave.name}});
    }
    return findings;
}

QList<Finding> flapping(const Case &known, const Diagnosis &)
{
    QList<Finding> findings;
    if (!known.window)
        return findings;
    for (const SlaveState &slave : known.bond.slaves) {
        const SlaveWindow window = known.window->slaves.value(slave.ifindex);
        if (window.linkLosses < flapsAreMany)
            continue;
        Finding finding{Rule::Flapping, {}, {}, {}, {slave.name}};
        const bool byArp = known.bond.options.monitorsByArp();
        finding.cause = byArp
            //: @info cause, %1 NIC
            ? Text::tr("%1 loses the answers of its ARP targets again and again.").arg(slave.name)
            //: @info cause, %1 NIC
            : Text::tr("The link of %1 is flapping.").arg(slave.name);
        //: @info evidence, %1 a number, %2 a time
        finding.evidence = Text::tr("%1 times in the last hour, about every %2.")
                               .arg(window.linkLosses)
                               .arg(durationText(window.lossPeriod));
        // Waiting longer than the link ever held keeps the traffic away from it. Above some minutes that is no cure.
        const auto wait = 2 * window.longestUp;
        if (byArp) // which has no updelay
            //: @info next step, %1 addresses, %2 NIC
            finding.nextStep
                = Text::tr("Check whether %1 always answers, then the VLAN of the switch port of %2 and its cable.")
                      .arg(known.bond.options.arpTargets().join(u", "), slave.name);
        else if (wait > std::chrono::seconds(0) && wait <= std::chrono::minutes(2))
            //: @info next step, %1 NIC, %2 milliseconds; updelay is an option
            finding.nextStep
                = Text::tr("Replace the cable or module of %1. Until then, updelay=%2 keeps traffic off it.")
                      .arg(slave.name)
                      .arg(std::chrono::milliseconds(wait).count());
        else
            //: @info next step, %1 NIC
            finding.nextStep = Text::tr("Replace the cable or module of %1, or its switch port.").arg(slave.name);
        findings.append(finding);
    }
    return findings;
}

/// What the host sends, that is: on which link answers come is the switch's choice.
QList<Finding> oneCarriesAll(const Case &known, const Diagnosis &links)
{
    const bool isHashed = known.bond.mode == Mode::BalanceXor || known.bond.mode == Mode::Ieee8023ad;
    if (!known.window || !isHashed || links.carryingSlaves.size() < 2)
        return {};
    std::uint64_t all = 0;
    std::uint64_t most = 0;
    QString busiest;
    for (const SlaveState &slave : linked(known)) {
        const std::uint64_t sent = known.window->slaves.value(slave.ifindex).sentBytes;
        all += sent;
        if (sent > most) {
            most = sent;
            busiest = slave.name;
        }
    }
    if (all < muchTraffic || double(most) < double(all) * allOfIt)
        return {};
    const XmitPolicy policy = known.bond.options.xmitPolicy();
    const bool looksAtPorts = policy == XmitPolicy::Layer34 || policy == XmitPolicy::Encap34;
    return {{Rule::OneCarriesAll,
             //: @info cause, %1 NIC
             Text::tr("Nearly all transmitted traffic uses %1.").arg(busiest),
             //: @info next step; xmit_hash_policy and its value are the kernel's words
             looksAtPorts ? Text::tr("Check whether it is a single connection: that always uses one link.")
                          //: @info next step; xmit_hash_policy and its value are the kernel's words
                          : Text::tr("Try xmit_hash_policy=layer3+4, which spreads connections between the same hosts; "
                                     "“bondctl flows %1” counts what it would do.")
                                .arg(known.bond.name),
             //: @info evidence, %1 a percentage; xmit_hash_policy is an option, %2 its value
             Text::tr("%1 % of the bytes of the last minute, with xmit_hash_policy %2.")
                 .arg(qRound(100 * double(most) / double(all)))
                 .arg(xmitPolicyName(policy)),
             {busiest}}};
}

} // namespace bondwright::diagnosis::rules
