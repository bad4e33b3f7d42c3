// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rulescene.h"

#include "domain/switchside.h"

/// What is said of all that surrounds a bond.
namespace scenes
{

void monitoringRows()
{
    row("one sends nothing", Mode::BalanceRr, "slave-sends-nothing", "degraded",
        [](Scene &scene) { scene.seen(1).sent = 0; });
    row("sends little, and so do all", Mode::BalanceRr, "", "healthy", [](Scene &scene) {
        scene.seen(0).sent = 99;
        scene.seen(1).sent = 0;
    });
    const auto turns = [](Scene &scene, std::uint64_t sent) {
        scene.bond().options[u"packets_per_slave"_s] = u"1000"_s;
        scene.seen(0).sent = sent;
        scene.seen(1).sent = 0;
    };
    row("sends nothing, and had no turn", Mode::BalanceRr, "", "healthy",
        [turns](Scene &scene) { turns(scene, 1000); });
    row("sends nothing in its turn", Mode::BalanceRr, "slave-sends-nothing", "degraded",
        [turns](Scene &scene) { turns(scene, 1001); });
    row("sends nothing, as a standby", Mode::ActiveBackup, "", "healthy", [](Scene &scene) { scene.seen(1).sent = 0; });
    row("sends nothing yet", Mode::BalanceRr, "", "healthy", [](Scene &scene) {
        scene.seen(1).sent = 0;
        scene.seen(1).watched = 59s;
    });
    const auto arp = [](Scene &scene) {
        scene.bond().options[u"arp_interval"_s] = u"100"_s;
        scene.bond().options[u"arp_ip_target"_s] = u"192.0.2.1"_s;
        scene.bond().options[u"miimon"_s] = u"0"_s;
    };
    const auto loseOne = [arp](Scene &scene) {
        arp(scene);
        scene.slave(1).mii = MiiStatus::Down;
    };
    row("ARP answers over one slave", Mode::BalanceXor, "arp-one-slave", "degraded", loseOne);
    row("ARP answers over one slave, broadcast", Mode::Broadcast, "arp-one-slave", "degraded", loseOne);
    row("ARP, and the other cable is out", Mode::BalanceXor, "link-lost", "degraded", [arp](Scene &scene) {
        arp(scene);
        states::loseLink(scene.snapshot, 1);
    });
    row("ARP answers over both", Mode::BalanceXor, "", "healthy", arp);
    row("ARP in active-backup", Mode::ActiveBackup, "link-lost", "degraded", loseOne);
    row("used before the switch forwards", Mode::ActiveBackup, "updelay-short", "healthy", [](Scene &scene) {
        scene.seen(0).blocked = BlockedStart{28s, 30s};
    });
}

void mtuRows()
{
    const auto jumbo = [](Scene &scene) {
        scene.snapshot.nics[states::bondIndex].mtu = 9000;
        scene.nic(0).mtu = scene.nic(1).mtu = 9000;
    };
    row("MTU of one slave lower", Mode::ActiveBackup, "mtu-differs", "degraded", [jumbo](Scene &scene) {
        jumbo(scene);
        scene.nic(1).mtu = 1500;
    });
    row("MTU of one slave higher", Mode::ActiveBackup, "", "healthy", [](Scene &scene) { scene.nic(1).mtu = 9000; });
    row("jumbo frames", Mode::ActiveBackup, "", "healthy", jumbo);
    const auto vlan = [](Scene &scene, quint32 meant) {
        NicState nic = states::nic(30, u"bond0.10"_s);
        nic.kind = InterfaceKind::Vlan;
        scene.snapshot.nics.insert(30, nic);
        scene.plan.vlans = {{10, {}, meant, {}, {}}};
    };
    row("VLAN below its configured MTU", Mode::ActiveBackup, "vlan-mtu", "healthy",
        [vlan](Scene &scene) { vlan(scene, 9000); });
    row("VLAN as configured", Mode::ActiveBackup, "", "healthy", [vlan](Scene &scene) { vlan(scene, 1500); });
    const auto frames = [jumbo](Scene &scene, quint32 most) {
        jumbo(scene);
        scene.plug(0, u"sw1"_s, u"1"_s);
        scene.ports[u"eth0"_s].maxFrame = most;
    };
    row("jumbo frames, the switch takes none", Mode::ActiveBackup, "switch-mtu", "healthy",
        [frames](Scene &scene) { frames(scene, 1522); });
    row("jumbo frames, and the switch does not count tags", Mode::ActiveBackup, "", "healthy",
        [frames](Scene &scene) { frames(scene, 9014); });
}

void driftRows()
{
    row("another miimon runs", Mode::ActiveBackup, "config-drift", "healthy",
        [](Scene &scene) { scene.plan.options[u"miimon"_s] = u"200"_s; });
    row("the miimon that is written", Mode::ActiveBackup, "", "healthy",
        [](Scene &scene) { scene.plan.options[u"miimon"_s] = u"100"_s; });
    row("a VLAN that is not there", Mode::ActiveBackup, "config-drift", "healthy", [](Scene &scene) {
        scene.plan.vlans = {{10, {}, {}, {}, {}}};
    });
    const auto dhcp = [](Scene &scene) { scene.plan.ipv4.method = IpMethod::Auto; };
    row("nothing from DHCP", Mode::ActiveBackup, "no-address", "degraded", dhcp);
    row("something from DHCP", Mode::ActiveBackup, "", "healthy", [dhcp](Scene &scene) {
        dhcp(scene);
        scene.snapshot.nics[states::bondIndex].addresses = {u"192.0.2.10/24"_s};
    });
    row("nothing from DHCP yet", Mode::ActiveBackup, "", "healthy", [dhcp](Scene &scene) {
        dhcp(scene);
        scene.seen(0).watched = scene.seen(1).watched = 59s;
    });
}

void surroundingsRows()
{
    row("alb in a guest", Mode::BalanceAlb, "balance-in-guest", "healthy",
        [](Scene &scene) { scene.nic(0).driver = u"vmxnet3"_s; });
    row("a VF", Mode::ActiveBackup, "vf-untrusted", "healthy", [](Scene &scene) { scene.nic(1).driver = u"iavf"_s; });
    row("in a cloud", Mode::ActiveBackup, "cloud-guest", "healthy",
        [](Scene &scene) { scene.nic(0).driver = scene.nic(1).driver = u"ena"_s; });
    const auto keep = [](Scene &scene, const QString &driver) {
        scene.nic(0).driver = scene.nic(1).driver = driver;
        scene.bond().options[u"fail_over_mac"_s] = u"active"_s;
    };
    row("VFs that keep their addresses", Mode::ActiveBackup, "", "healthy",
        [keep](Scene &scene) { keep(scene, u"iavf"_s); });
    row("in a cloud, with its addresses", Mode::ActiveBackup, "", "healthy",
        [keep](Scene &scene) { keep(scene, u"ena"_s); });
    row("in a guest", Mode::ActiveBackup, "virtual-carrier", "healthy",
        [](Scene &scene) { scene.nic(0).driver = scene.nic(1).driver = u"virtio_net"_s; });
    row("in a guest with ARP", Mode::ActiveBackup, "", "healthy", [](Scene &scene) {
        scene.nic(0).driver = scene.nic(1).driver = u"virtio_net"_s;
        scene.bond().options[u"arp_interval"_s] = u"100"_s;
    });
    row("wireless", Mode::BalanceAlb, "wireless-slave", "healthy",
        [](Scene &scene) { scene.nic(1).kind = InterfaceKind::Wireless; });
    row("wireless as it works", Mode::ActiveBackup, "", "healthy", [](Scene &scene) {
        scene.nic(1).kind = InterfaceKind::Wireless;
        scene.bond().options[u"fail_over_mac"_s] = u"active"_s;
    });
    const auto bridge = [](Scene &scene) {
        NicState nic = states::nic(20, u"br0"_s);
        nic.kind = InterfaceKind::Bridge;
        scene.snapshot.nics.insert(20, nic);
        scene.snapshot.nics[states::bondIndex].masterIndex = 20;
    };
    row("alb below a bridge", Mode::BalanceAlb, "bridged-balance", "healthy", bridge);
    row("xor below a bridge", Mode::BalanceXor, "", "healthy", bridge);
}

void switchRows()
{
    row("one switch", Mode::ActiveBackup, "same-switch", "healthy", [](Scene &scene) {
        scene.plug(0, u"sw1"_s, u"1"_s);
        scene.plug(1, u"sw1"_s, u"2"_s);
    });
    row("one switch, as far as is known", Mode::ActiveBackup, "", "healthy",
        [](Scene &scene) { scene.plug(0, u"sw1"_s, u"1"_s); });
    const auto two = [](Scene &scene) {
        scene.plug(0, u"sw1"_s, u"1"_s);
        scene.plug(1, u"sw2"_s, u"1"_s);
    };
    row("two switches", Mode::ActiveBackup, "", "healthy", two);
    row("MLAG: two chassis, one partner", Mode::Ieee8023ad, "", "healthy", two);
    row("two partners in two switches", Mode::Ieee8023ad, "switches-differ", "lacp-not-negotiated",
        [two](Scene &scene) {
            split(scene);
            two(scene);
        });
    const auto vlans = [two](Scene &scene, quint16 second) {
        two(scene);
        scene.ports[u"eth0"_s].vlan = 10;
        scene.ports[u"eth1"_s].vlan = second;
    };
    row("VLANs differ", Mode::ActiveBackup, "port-vlan-differs", "degraded",
        [vlans](Scene &scene) { vlans(scene, 11); });
    row("VLANs agree", Mode::ActiveBackup, "", "healthy", [vlans](Scene &scene) { vlans(scene, 10); });
    const auto groups = [two](Scene &scene, bool second) {
        two(scene);
        scene.ports[u"eth0"_s].aggregated = true;
        scene.ports[u"eth1"_s].aggregated = second;
    };
    row("one port in no group", Mode::BalanceXor, "port-group-differs", "degraded",
        [groups](Scene &scene) { groups(scene, false); });
    row("one port in no group, which balance-slb does without", Mode::BalanceXor, "", "healthy",
        [groups](Scene &scene) {
            groups(scene, false);
            scene.plan.options[QLatin1String(balanceSlbOption)] = u"1"_s;
        });
    row("both in the group", Mode::BalanceXor, "", "healthy", [groups](Scene &scene) { groups(scene, true); });
    row("moved", Mode::ActiveBackup, "cable-moved", "healthy", [two](Scene &scene) {
        two(scene);
        scene.formerPorts = scene.ports;
        scene.formerPorts[u"eth1"_s].port = u"7"_s;
    });
    row("not moved", Mode::ActiveBackup, "", "healthy", [two](Scene &scene) {
        two(scene);
        scene.formerPorts = scene.ports;
    });
}

} // namespace scenes
