// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/rules/rules.h"

#include "kernel/bondview.h"

#include <QSet>

namespace bondwright::diagnosis::rules
{

namespace
{

namespace PortState = kernel::PortState;
using kernel::SlaveState;

constexpr quint8 churned = 1; ///< AD_CHURN of enum churn_state, include/net/bond_3ad.h

bool isLacp(const Case &known)
{
    return known.bond.mode == Mode::Ieee8023ad && known.bond.unknownMode.isEmpty() && !known.bond.isLacpHidden;
}

bool hasBit(const std::optional<quint16> &state, quint16 bit)
{
    return state && (*state & bit);
}

/// The partner's state is what the other end has said, not what is assumed of one that is silent (802.1AX 6.4.12).
bool isAnswered(const SlaveState &slave)
{
    return slave.partnerPortState && !hasBit(slave.actorPortState, PortState::Defaulted)
        && *slave.partnerPortState != 0;
}

/// "every second", "every 30 seconds": what a port asks its partner for (802.1AX 6.4.4, bond_3ad.c).
QString rateText(bool isFast)
{
    //: @info how often LACP frames are asked for
    return isFast ? Text::tr("every second") : Text::tr("every 30 seconds");
}

} // namespace

/// 802.1AX 6.4.2.3: a port whose own or whose partner's Aggregation bit is off is individual.
QList<Finding> lacpIndividual(const Case &known, const Diagnosis &)
{
    QList<Finding> findings;
    if (!isLacp(known))
        return findings;
    for (const SlaveState &slave : linked(known)) {
        if (isAnswered(slave) && !hasBit(slave.partnerPortState, PortState::Aggregation))
            findings.append({Rule::LacpIndividual,
                             //: @info cause, %1 NIC
                             Text::tr("The switch answers LACP on %1, but says that its port stands alone "
                                      "(individual).")
                                 .arg(slave.name),
                             //: @info next step, %1 NIC
                             Text::tr("Put the switch port of %1 into the port channel of the others, with the same "
                                      "speed and VLANs.")
                                 .arg(slave.name),
                             {},
                             {slave.name}});
    }
    return findings;
}

/// The driver makes a port's key of its speed and duplex (__get_link_speed, bond_3ad.c): other speed, other aggregator.
QList<Finding> lacpSpeedDiffers(const Case &known, const Diagnosis &links)
{
    if (!isLacp(known) || links.rule != Rule::LacpSplit)
        return {};
    QStringList speeds;
    QStringList slow;
    QSet<quint32> different;
    quint32 fastest = 0;
    for (const SlaveState &slave : linked(known))
        fastest = std::max(fastest, known.nicOf(slave)->speedMbps.value_or(0));
    for (const SlaveState &slave : linked(known)) {
        const auto speed = known.nicOf(slave)->speedMbps;
        if (!speed)
            return {};
        different.insert(*speed);
        speeds.append(QStringLiteral("%1 %2 Mbit/s").arg(slave.name).arg(*speed));
        if (*speed < fastest)
            slow.append(slave.name);
    }
    if (different.size() < 2)
        return {};
    return {{Rule::LacpSpeedDiffers,
             //: @info cause, %1 NICs with their speeds
             Text::tr("The links run at different speeds (%1), and LACP joins only equal ones: only one part carries "
                      "traffic.")
                 .arg(joined(speeds)),
             //: @info next step, %1 NICs
             Text::tr("Bring %1 to the speed of the others: cable, module, or the speed set on the switch port.")
                 .arg(joined(slow)),
             {},
             slow}};
}

QList<Finding> lacpChurn(const Case &known, const Diagnosis &links)
{
    QList<Finding> findings;
    if (!isLacp(known))
        return findings;
    for (const SlaveState &slave : linked(known)) {
        const bool isChurned = slave.churnActor == churned || slave.churnPartner == churned;
        // A port that carries has agreed; the driver's flag is out of date.
        if (!isChurned || links.carryingSlaves.contains(slave.name))
            continue;
        const QString rate = rateText(hasBit(slave.actorPortState, PortState::ShortTimeout));
        Finding finding{Rule::LacpChurn, {}, {}, {}, {slave.name}};
        //: @info cause, %1 NIC; "churned" is the word of the LACP standard and the driver
        finding.cause = Text::tr("LACP on %1 does not come to an agreement (churned).").arg(slave.name);
        if (isAnswered(slave)) {
            //: @info next step, %1 NIC
            finding.nextStep
                = Text::tr("Compare both sides of %1: same port channel, same rate (lacp_rate), same VLANs.")
                      .arg(slave.name);
            //: @info evidence: how often each side asks for LACP frames
            finding.evidence = Text::tr("This host asks for LACP frames %1, the switch %2.")
                                   .arg(rate, rateText(hasBit(slave.partnerPortState, PortState::ShortTimeout)));
        } else {
            //: @info next step, %1 NIC
            finding.nextStep
                = Text::tr("Switch LACP on at the other end of the cable of %1, or see where that cable ends.")
                      .arg(slave.name);
            //: @info evidence: how often this host asks for LACP frames
            finding.evidence = Text::tr("This host asks for LACP frames %1; the other end has sent none.").arg(rate);
        }
        findings.append(finding);
    }
    return findings;
}

/// Each side sends as often as the other asks and gives up after three times that: with different rates a dead way
/// is noticed after 3 s on one side and after 90 s on the other (802.1AX 6.4.4).
QList<Finding> lacpRate(const Case &known, const Diagnosis &links)
{
    if (!isLacp(known))
        return {};
    QStringList slaves;
    bool isFastHere = false;
    for (const SlaveState &slave : linked(known)) {
        if (!links.carryingSlaves.contains(slave.name) || !slave.actorPortState || !slave.partnerPortState)
            continue;
        const bool isFast = hasBit(slave.actorPortState, PortState::ShortTimeout);
        if (isFast == hasBit(slave.partnerPortState, PortState::ShortTimeout))
            continue;
        isFastHere = isFast;
        slaves.append(slave.name);
    }
    if (slaves.isEmpty())
        return {};
    return {{Rule::LacpRate,
             //: @info cause, %1 and %2 how often LACP frames are asked for, %3 NICs
             Text::tr("LACP runs at two rates on %3: this host asks for frames %1, the switch %2. A way that is dead "
                      "with its link up is noticed after 3 s on one side and after 90 s on the other.")
                 .arg(rateText(isFastHere), rateText(!isFastHere), joined(slaves)),
             //: @info next step; lacp_rate is an option, %1 its value
             Text::tr("Set the same rate on both sides: lacp_rate=%1 here, or the other rate on the switch.")
                 .arg(isFastHere ? QStringLiteral("slow") : QStringLiteral("fast")),
             {},
             slaves}};
}

} // namespace bondwright::diagnosis::rules
