// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/rules/rules.h"

#include "domain/switchside.h"

#include <QSet>

#include <algorithm>

namespace bondwright::diagnosis::rules
{

namespace
{

using neighbours::SwitchPort;

struct Cable {
    QString slave;
    SwitchPort port;
};

/// The slaves whose other end is known.
QList<Cable> cables(const Case &known)
{
    QList<Cable> found;
    for (const kernel::SlaveState &slave : known.bond.slaves) {
        if (const auto port = known.ports.constFind(slave.name); port != known.ports.cend())
            found.append({slave.name, *port});
    }
    return found;
}

QSet<QString> chassis(const QList<Cable> &all)
{
    QSet<QString> different;
    for (const Cable &cable : all)
        different.insert(cable.port.chassis);
    return different;
}

QString listed(const QList<Cable> &all)
{
    QStringList texts;
    for (const Cable &cable : all)
        texts.append(QStringLiteral("%1: %2").arg(cable.slave, switchPortText(cable.port)));
    return joined(texts);
}

/// Whether the switch has to have the ports in one. A bond that only broadcasts may well end in two switches.
bool needsGroup(const Case &known)
{
    const Mode mode = known.bond.mode;
    if (mode == Mode::BalanceXor) // the kernel does not know whether it is balance-slb
        return !known.configured || !isBalanceSlb(*known.configured);
    return mode == Mode::Ieee8023ad || mode == Mode::BalanceRr;
}

} // namespace

QList<Finding> sameSwitch(const Case &known, const Diagnosis &)
{
    const QList<Cable> all = cables(known);
    if (all.size() < 2 || all.size() != known.bond.slaves.size() || chassis(all).size() != 1)
        return {};
    return {{Rule::SameSwitch,
             //: @info cause, %1 bond, %2 switch
             Text::tr("All cables of %1 end in %2: when that switch restarts, the bond is down.")
                 .arg(known.bond.name, neighbours::systemName(all.first().port)),
             needsGroup(known)
                 //: @info next step
                 ? Text::tr("If that must not be, spread the cables over the members of a stack or an MLAG pair.")
                 //: @info next step
                 : Text::tr("If that must not be, plug one cable into another switch of the same network."),
             listed(all),
             {}}};
}

/// Ports join only with one partner (802.1AX 6.4.14.1): two switches that are no stack and no MLAG pair are two
/// partners.
QList<Finding> switchesDiffer(const Case &known, const Diagnosis &links)
{
    const QList<Cable> all = cables(known);
    if (links.rule != Rule::LacpSplit || chassis(all).size() < 2)
        return {};
    return {{Rule::SwitchesDiffer,
             //: @info cause, %1 NICs and the switch ports where their cables end
             Text::tr("The cables end in switches that are not one LACP partner (%1).").arg(listed(all)),
             //: @info next step
             Text::tr("Plug all cables into one switch, or make the switches one by a stack or MLAG."),
             {},
             links.affectedSlaves}};
}

QList<Finding> portVlanDiffers(const Case &known, const Diagnosis &)
{
    const QList<Cable> all = cables(known);
    QSet<quint16> vlans;
    for (const Cable &cable : all) {
        if (!cable.port.vlan)
            return {};
        vlans.insert(*cable.port.vlan);
    }
    if (vlans.size() < 2)
        return {};
    return {{Rule::PortVlanDiffers,
             //: @info cause, %1 bond
             Text::tr("The switch ports of %1 are in different VLANs.").arg(known.bond.name),
             //: @info next step
             Text::tr("Give all of these ports the same VLAN."),
             listed(all),
             {}}};
}

/// What the switch says of its own ports: some are in a group and some are not.
QList<Finding> portGroupDiffers(const Case &known, const Diagnosis &)
{
    const QList<Cable> all = cables(known);
    QStringList in;
    QStringList out;
    for (const Cable &cable : all) {
        if (!cable.port.aggregated)
            return {};
        (*cable.port.aggregated ? in : out).append(cable.slave);
    }
    if (in.isEmpty() || out.isEmpty() || !needsGroup(known))
        return {};
    return {{Rule::PortGroupDiffers,
             //: @info cause, %1 and %2 NICs
             Text::tr("The switch has the port of %1 in a port channel, but not the port of %2.")
                 .arg(joined(in), joined(out)),
             //: @info next step, %1 NICs
             Text::tr("Put the switch port of %1 into the same port channel.").arg(joined(out)), listed(all), out}};
}

QList<Finding> cableMoved(const Case &known, const Diagnosis &)
{
    QList<Finding> findings;
    for (const Cable &cable : cables(known)) {
        const auto before = known.formerPorts.constFind(cable.slave);
        const bool isMoved = before != known.formerPorts.cend()
            && (before->chassis != cable.port.chassis || before->port != cable.port.port);
        if (isMoved)
            findings.append({Rule::CableMoved,
                             //: @info cause, %1 NIC, %2 and %3 switch ports
                             Text::tr("The cable of %1 was in %2 and is in %3 now.")
                                 .arg(cable.slave, switchPortText(*before), switchPortText(cable.port)),
                             //: @info next step
                             Text::tr("If that was not intended, plug the cable in where it was."),
                             {},
                             {cable.slave}});
    }
    return findings;
}

} // namespace bondwright::diagnosis::rules
