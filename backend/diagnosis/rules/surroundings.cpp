// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/rules/rules.h"

#include <algorithm>
#include <array>

namespace bondwright::diagnosis::rules
{

namespace
{

/// Paravirtual NICs: their carrier is what the hypervisor says, which mostly is "up" whatever the real switch does.
constexpr std::array<QLatin1String, 5> guestDrivers{QLatin1String("virtio_net"), QLatin1String("vmxnet3"),
                                                    QLatin1String("hv_netvsc"), QLatin1String("xen-netfront"),
                                                    QLatin1String("vif")};

/// Virtual functions of a real NIC: its physical function decides which addresses they may send from.
constexpr std::array<QLatin1String, 6> vfDrivers{QLatin1String("iavf"),    QLatin1String("i40evf"),
                                                 QLatin1String("ixgbevf"), QLatin1String("igbvf"),
                                                 QLatin1String("bnxt_vf"), QLatin1String("cxgb4vf")};
/// Of Amazon, Google and Microsoft.
constexpr std::array<QLatin1String, 3> cloudDrivers{QLatin1String("ena"), QLatin1String("gve"), QLatin1String("mana")};

template <std::size_t count>
QStringList withDriver(const Case &known, const std::array<QLatin1String, count> &drivers)
{
    QStringList names;
    for (const kernel::SlaveState &slave : known.bond.slaves) {
        const kernel::NicState *nic = known.nicOf(slave);
        if (nic && std::find(drivers.begin(), drivers.end(), nic->driver) != drivers.end())
            names.append(slave.name);
    }
    return names;
}

bool isBalancing(const Case &known)
{
    return known.bond.mode == Mode::BalanceTlb || known.bond.mode == Mode::BalanceAlb;
}

/// Each slave keeps the address that it had.
bool keepsAddresses(const Case &known)
{
    return known.bond.mode == Mode::ActiveBackup && known.bond.options.failOverMac() == FailOverMac::Active;
}

} // namespace

/// bond_alb.c: tlb and alb send with the address of each slave, and alb answers ARP with it; the switch of a hypervisor
/// lets a guest send from the addresses that it has given it (VMware "forged transmits", Hyper-V "MAC address
/// spoofing").
QList<Finding> balanceInGuest(const Case &known, const Diagnosis &)
{
    const QStringList names = withDriver(known, guestDrivers);
    if (!isBalancing(known) || names.isEmpty())
        return {};
    return {
        {Rule::BalanceInGuest,
         //: @info cause, %1 bond, %2 mode, %3 NICs
         Text::tr("%1 in mode %2 has virtual NICs (%3): it moves addresses between them, and the hypervisor's switch "
                  "may drop frames from an address that it has not given to that NIC.")
             .arg(known.bond.name, kernelName(known.bond.mode), joined(names)),
         //: @info next step; active-backup is a mode
         Text::tr("Use active-backup in a guest, or allow MAC address changes and forged transmits for it."),
         {},
         names}};
}

/// incus #2864, bond-cni #11: a VF that is not trusted may not take another address, and the bond's is another.
QList<Finding> vfUntrusted(const Case &known, const Diagnosis &)
{
    const QStringList names = withDriver(known, vfDrivers);
    if (names.isEmpty() || keepsAddresses(known))
        return {};
    return {
        {Rule::VfUntrusted,
         //: @info cause, %1 NICs, %2 bond
         Text::tr("%1 is a virtual function: it can take the address of %2 only if its host trusts it.")
             .arg(joined(names), known.bond.name),
         //: @info next step; commands and options of the kernel
         Text::tr("On the host that owns the NIC, run “ip link set dev PF vf N trust on”, or use mode active-backup "
                  "with fail_over_mac=active."),
         {},
         names}};
}

/// The networks of public clouds deliver by the address that they have given to a NIC, and answer no LACP.
QList<Finding> cloudGuest(const Case &known, const Diagnosis &)
{
    const QStringList names = withDriver(known, cloudDrivers);
    if (names.isEmpty() || keepsAddresses(known))
        return {};
    return {
        {Rule::CloudGuest,
         //: @info cause, %1 NICs
         Text::tr("%1 is a NIC of a public cloud, which delivers frames only to the address that it has given to "
                  "each NIC: a common address of the bond does not work on all of them.")
             .arg(joined(names)),
         //: @info next step; mode and option are the kernel's words
         Text::tr("Use one NIC, whose failures the cloud handles, or mode active-backup with fail_over_mac=active."),
         {},
         names}};
}

QList<Finding> virtualCarrier(const Case &known, const Diagnosis &)
{
    const bool hasArp = known.bond.options.monitorsByArp();
    if (hasArp || known.bond.mode == Mode::Ieee8023ad) // LACP watches the way itself
        return {};
    const QStringList names = withDriver(known, guestDrivers);
    if (names.isEmpty())
        return {};
    return {
        {Rule::VirtualCarrier,
         //: @info cause, %1 NICs; miimon is an option
         Text::tr("%1 is a virtual NIC: miimon sees the link that the hypervisor reports, not whether the real switch "
                  "can be reached.")
             .arg(joined(names)),
         //: @info next step; arp_interval and arp_ip_target are options
         Text::tr("In mode active-backup, monitor with arp_interval and arp_ip_target instead; or let the "
                  "hypervisor do the bonding."),
         {},
         names}};
}

QList<Finding> wirelessSlave(const Case &known, const Diagnosis &)
{
    QStringList names;
    for (const kernel::SlaveState &slave : known.bond.slaves) {
        const kernel::NicState *nic = known.nicOf(slave);
        if (nic && nic->kind == InterfaceKind::Wireless)
            names.append(slave.name);
    }
    if (names.isEmpty() || keepsAddresses(known))
        return {};
    return {{Rule::WirelessSlave,
             //: @info cause, %1 NICs
             Text::tr("%1 is wireless: an access point takes frames only from the address that logged in.")
                 .arg(joined(names)),
             //: @info next step; active-backup, fail_over_mac and its value are the kernel's words
             Text::tr("Use mode active-backup with fail_over_mac=active and the cable as primary."),
             {},
             names}};
}

/// bond_main.c, bond_alb.c: mode 6 answers ARP with a slave's address, modes 5 and 6 send with it; behind a bridge the
/// guests' own addresses are on the frames.
QList<Finding> bridgedBalance(const Case &known, const Diagnosis &)
{
    const kernel::NicState master
        = known.snapshot.nics.value(known.snapshot.nics.value(known.bond.ifindex).masterIndex);
    if (!isBalancing(known) || (master.kind != InterfaceKind::Bridge && master.kind != InterfaceKind::OpenVSwitch))
        return {};
    return {{Rule::BridgedBalance,
             //: @info cause, %1 bond, %2 mode, %3 bridge
             Text::tr("%1 in mode %2 is a port of the bridge %3: its balancing rewrites addresses that the guests "
                      "behind the bridge need.")
                 .arg(known.bond.name, kernelName(known.bond.mode), master.name),
             //: @info next step; modes by the kernel's names
             Text::tr("Use active-backup or 802.3ad below a bridge."),
             {},
             {}}};
}

} // namespace bondwright::diagnosis::rules
