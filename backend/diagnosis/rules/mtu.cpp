// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/rules/rules.h"

namespace bondwright::diagnosis::rules
{

namespace
{

using kernel::SlaveState;

constexpr quint32 etherOverhead = 18; ///< header and checksum, which 802.3's maximum frame size counts
constexpr quint32 tagOverhead = 4;

QString setAgain(const QString &interface, quint32 mtu)
{
    //: @info next step, %1 NIC or VLAN interface, %2 MTU, the quoted words a command
    return Text::tr("Set the MTU of %1 to %2 again: “ip link set dev %1 mtu %2”.").arg(interface, QString::number(mtu));
}

} // namespace

/// bond_main.c, bond_slave_netdev_event, NETDEV_CHANGEMTU: a slave's MTU may be changed alone, and the bond does not follow.
QList<Finding> mtuDiffers(const Case &known, const Diagnosis &)
{
    QList<Finding> findings;
    const quint32 mtu = known.snapshot.nics.value(known.bond.ifindex).mtu;
    for (const SlaveState &slave : known.bond.slaves) {
        const kernel::NicState *nic = known.nicOf(slave);
        if (!nic || nic->mtu == 0 || mtu == 0 || nic->mtu >= mtu)
            continue;
        findings.append(
            {Rule::MtuDiffers,
             //: @info cause, %1 NIC, %2 its MTU, %3 bond, %4 its MTU
             Text::tr("The MTU of %1 is %2, that of %3 is %4: larger frames do not get through %1.")
                 .arg(slave.name)
                 .arg(nic->mtu)
                 .arg(known.bond.name)
                 .arg(mtu),
             // Given the MTU that it has, a bond passes nothing on (net/core/dev.c, dev_set_mtu_ext returns at once).
             setAgain(slave.name, mtu),
             {},
             {slave.name}});
    }
    return findings;
}

/// 8021q/vlan_dev.c, vlan_dev_change_mtu: no VLAN has a larger MTU than what it lies on, whatever its file says.
QList<Finding> vlanMtu(const Case &known, const Diagnosis &)
{
    QList<Finding> findings;
    if (!known.configured)
        return findings;
    for (const VlanPlan &vlan : known.configured->vlans) {
        const QString name = vlan.interfaceName(known.bond.name);
        const kernel::NicState *nic = known.snapshot.nicByName(name);
        if (!nic || !vlan.mtu || nic->mtu >= *vlan.mtu)
            continue;
        findings.append(
            {Rule::VlanMtu,
             //: @info cause, %1 VLAN interface, %2 and %3 MTUs
             Text::tr("The MTU of %1 is to be %2 by its configuration, and is %3.")
                 .arg(name)
                 .arg(*vlan.mtu)
                 .arg(nic->mtu),
             known.snapshot.nics.value(known.bond.ifindex).mtu >= *vlan.mtu
                 ? setAgain(name, *vlan.mtu)
                 //: @info next step, %1 bond, %2 MTU
                 : Text::tr("Set the MTU of %1 to at least %2, then that of %3: a VLAN cannot have a larger "
                            "one than its bond, and does not follow it upwards.")
                       .arg(known.bond.name)
                       .arg(*vlan.mtu)
                       .arg(name),
             {},
             {}});
    }
    return findings;
}

/// 802.3 annex on LLDP, Maximum Frame Size TLV (79.3.4).
QList<Finding> switchMtu(const Case &known, const Diagnosis &)
{
    const quint32 mtu = known.snapshot.nics.value(known.bond.ifindex).mtu;
    const bool hasVlans = known.configured && !known.configured->vlans.isEmpty();
    const quint32 needed = mtu + etherOverhead + (hasVlans ? tagOverhead : 0);
    QStringList slaves;
    QString evidence;
    for (const SlaveState &slave : known.bond.slaves) {
        const auto port = known.ports.constFind(slave.name);
        // Switches that do not count tags announce 1518, and take tagged frames all the same.
        if (port == known.ports.cend() || port->maxFrame == 0 || port->maxFrame + tagOverhead >= needed)
            continue;
        slaves.append(slave.name);
        //: @info evidence, %1 switch port, %2 and %3 numbers of bytes
        evidence = Text::tr("%1 takes frames of at most %2 bytes; an MTU of %3 needs %4.")
                       .arg(switchPortText(*port), QString::number(port->maxFrame), QString::number(mtu),
                            QString::number(needed));
    }
    if (slaves.isEmpty())
        return {};
    return {{Rule::SwitchMtu,
             //: @info cause, %1 NICs
             Text::tr("The switch ports of %1 announce a smaller frame size than the bond's MTU needs.")
                 .arg(joined(slaves)),
             //: @info next step
             Text::tr("Allow jumbo frames on these switch ports, or lower the MTU of the bond."), evidence, slaves}};
}

} // namespace bondwright::diagnosis::rules
