// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernel/planverifier.h"
#include "kernel/unplannedstate.h"
#include "tests/support/plans.h"

#include <QTest>

#include <functional>

using namespace bondwright;
using namespace bondwright::kernel;
using namespace Qt::StringLiterals;

namespace
{

BondPlan goodPlan()
{
    BondPlan plan = usualPlan(u"192.0.2.10/24"_s);
    plan.options.insert(u"primary"_s, u"eth0"_s);
    plan.mtu = 1500;
    plan.ipv4.gateway = u"192.0.2.254"_s;
    return plan;
}

Snapshot goodSnapshot()
{
    Snapshot snapshot;
    NicState bondNic;
    bondNic.ifindex = 9;
    bondNic.name = u"bond0"_s;
    bondNic.kind = InterfaceKind::Bond;
    bondNic.mac = MacAddress::fromString(u"02:00:00:00:00:01");
    bondNic.adminUp = true;
    bondNic.carrier = true;
    bondNic.mtu = 1500;
    bondNic.addresses = {u"192.0.2.10/24"_s};
    bondNic.carriesDefaultRoute = true;
    bondNic.gateway = IpAddress::fromString(u"192.0.2.254");
    snapshot.nics.insert(9, bondNic);
    BondState bond;
    bond.ifindex = 9;
    bond.name = u"bond0"_s;
    bond.mode = Mode::ActiveBackup;
    bond.options = {{u"miimon"_s, u"100"_s}, {u"primary"_s, u"eth0"_s}, {u"arp_ip_target"_s, u"192.0.2.2,192.0.2.1"_s}};
    SlaveState first;
    first.ifindex = 2;
    first.name = u"eth0"_s;
    SlaveState second;
    second.ifindex = 3;
    second.name = u"eth1"_s;
    bond.slaves = {first, second};
    snapshot.bonds.insert(9, bond);
    return snapshot;
}

using Change = std::function<void(BondPlan &, Snapshot &)>;

} // namespace
Q_DECLARE_METATYPE(Change)

class TestPlanVerifier : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void equalStatesDifferInNothing() { QVERIFY(verifyPlan(goodPlan(), goodSnapshot()).isEmpty()); }

    void eachDifferenceIsNamed_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QStringList>("codes");
        QTest::addColumn<bool>("maySettle");
        const auto row = [](const char *name, const QStringList &codes, bool maySettle, const Change &change) {
            QTest::newRow(name) << change << codes << maySettle;
        };
        row("no bond", {u"bond.missing"_s}, false, [](BondPlan &, Snapshot &now) { now.bonds.clear(); });
        row("mode", {u"mode"_s}, false, [](BondPlan &, Snapshot &now) { now.bonds[9].mode = Mode::BalanceRr; });
        row("option value", {u"option"_s}, false,
            [](BondPlan &, Snapshot &now) { now.bonds[9].options[u"miimon"_s] = u"0"_s; });
        row("option by number is the same", {}, false, [](BondPlan &plan, Snapshot &now) {
            plan.options[u"primary_reselect"_s] = u"1"_s;
            now.bonds[9].options[u"primary_reselect"_s] = u"better"_s;
        });
        row("targets in another order are the same", {}, false,
            [](BondPlan &plan, Snapshot &) { plan.options[u"arp_ip_target"_s] = u"192.0.2.1,192.0.2.2"_s; });
        row("option unknown to the kernel", {u"option.missing"_s}, false,
            [](BondPlan &plan, Snapshot &) { plan.options[u"lacp_active"_s] = u"off"_s; });
        row("option only readable with privileges", {}, false, [](BondPlan &plan, Snapshot &now) {
            plan.options[u"ad_actor_sys_prio"_s] = u"7"_s;
            now.bonds[9].privilegedOptions = {u"ad_actor_sys_prio"_s};
        });
        row("slave missing", {u"slave.missing"_s}, true,
            [](BondPlan &, Snapshot &now) { now.bonds[9].slaves.removeLast(); });
        row("slave too many", {u"slave.extra"_s}, true, [](BondPlan &plan, Snapshot &) { plan.slaves.removeLast(); });
        row("queue id", {u"slave.queue-id"_s}, false, [](BondPlan &plan, Snapshot &) { plan.slaves[1].queueId = 3; });
        row("priority", {u"slave.prio"_s}, false, [](BondPlan &plan, Snapshot &) { plan.slaves[1].prio = 10; });
        row("down", {u"link.down"_s}, true, [](BondPlan &, Snapshot &now) { now.nics[9].adminUp = false; });
        row("no carrier", {u"link.no-carrier"_s}, true, [](BondPlan &, Snapshot &now) { now.nics[9].carrier = false; });
        row("mtu", {u"mtu"_s}, false, [](BondPlan &, Snapshot &now) { now.nics[9].mtu = 9000; });
        row("mac", {u"mac"_s}, false, [](BondPlan &plan, Snapshot &) { plan.mac = u"02:00:00:00:00:99"_s; });
        row("mac in capitals is the same", {}, false, [](BondPlan &plan, Snapshot &now) {
            plan.mac = u"02:00:00:00:00:AB"_s;
            now.nics[9].mac = MacAddress::fromString(u"02:00:00:00:00:ab");
        });
        row("address", {u"address.missing"_s}, true,
            [](BondPlan &, Snapshot &now) { now.nics[9].addresses = {u"192.0.2.11/24"_s}; });
        row("no lease yet", {u"address.none"_s}, true, [](BondPlan &plan, Snapshot &now) {
            plan.ipv4 = {};
            plan.ipv4.method = IpMethod::Auto;
            now.nics[9].addresses.clear();
        });
        row("address nobody asked for", {u"address.extra"_s}, true, [](BondPlan &plan, Snapshot &) { plan.ipv4 = {}; });
        row("gateway", {u"gateway"_s}, true,
            [](BondPlan &, Snapshot &now) { now.nics[9].gateway = IpAddress::fromString(u"192.0.2.1"); });
        row("no default route", {u"gateway"_s}, true,
            [](BondPlan &, Snapshot &now) { now.nics[9].carriesDefaultRoute = false; });
        const auto withIp6 = [&row](const char *name, const QStringList &kinds, const QString &present) {
            row(name, kinds, !kinds.isEmpty(), [present](BondPlan &plan, Snapshot &now) {
                plan.ipv6.method = IpMethod::Manual;
                plan.ipv6.addresses = {u"2001:db8::10/64"_s};
                plan.ipv6.gateway = u"2001:DB8::1"_s;
                now.nics[9].addresses.append(*IpNetwork::fromString(u"2001:db8::10/64"));
                now.nics[9].ipv6Gateway = IpAddress::fromString(present);
            });
        };
        withIp6("ipv6 gateway", {}, u"2001:db8::1"_s);
        withIp6("ipv6 gateway missing", {u"gateway"_s}, {});
        withIp6("another ipv6 gateway", {u"gateway"_s}, u"2001:db8::2"_s);
        withIp6("a router that announces itself", {}, u"fe80::1"_s);
        const auto tagged = [](quint16 id, int lower) {
            return [id, lower](BondPlan &plan, Snapshot &snapshot) {
                NicState seen;
                seen.ifindex = 20;
                seen.name = u"mgmt"_s;
                seen.kind = InterfaceKind::Vlan;
                seen.vlanId = id;
                seen.lowerIndex = lower;
                snapshot.nics.insert(20, seen);
                snapshot.nics[2].name = u"eth0"_s;
                VlanPlan vlan;
                vlan.id = 20;
                vlan.name = seen.name;
                plan.vlans = {vlan};
            };
        };
        row("vlan that is there", {}, false, tagged(20, 9));
        row("vlan with another id", {u"vlan.missing"_s}, true, tagged(10, 9));
        row("vlan on another interface", {u"vlan.missing"_s}, true, tagged(20, 2));
        row("vlan", {u"vlan.missing"_s}, true, [](BondPlan &plan, Snapshot &) {
            VlanPlan vlan;
            vlan.id = 20;
            plan.vlans = {vlan};
        });
    }

    void eachDifferenceIsNamed()
    {
        QFETCH(Change, change);
        QFETCH(QStringList, codes);
        QFETCH(bool, maySettle);
        BondPlan plan = goodPlan();
        Snapshot snapshot = goodSnapshot();
        change(plan, snapshot);
        const QList<Difference> found = verifyPlan(plan, snapshot);
        QStringList seen;
        for (const Difference &difference : found) {
            seen.append(differenceName(difference.kind));
            QCOMPARE(difference.maySettle, maySettle);
            QVERIFY(!difference.message.isEmpty());
        }
        QCOMPARE(seen, codes);
    }

    void whatRunsUnasked_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QStringList>("codes");
        const auto row = [](const char *name, const QStringList &codes, const Change &change) {
            QTest::newRow(name) << change << codes;
        };
        const auto address = [](const QString &cidr) {
            return [cidr](BondPlan &, Snapshot &snapshot) { snapshot.nics[9].addresses += IpNetworks{cidr}; };
        };
        row("nothing", {}, [](BondPlan &, Snapshot &) {});
        row("no bond", {}, [](BondPlan &, Snapshot &snapshot) { snapshot.bonds.clear(); });
        row("option", {u"option.unplanned"_s},
            [](BondPlan &, Snapshot &snapshot) { snapshot.bonds[9].options.insert(u"updelay"_s, u"300"_s); });
        row("option at its default", {},
            [](BondPlan &, Snapshot &snapshot) { snapshot.bonds[9].options.insert(u"updelay"_s, u"0"_s); });
        row("option in other words", {}, [](BondPlan &, Snapshot &snapshot) {
            snapshot.bonds[9].options.insert(u"primary_reselect"_s, u"always"_s);
        });
        row("option of another mode", {},
            [](BondPlan &, Snapshot &snapshot) { snapshot.bonds[9].options.insert(u"packets_per_slave"_s, u"4"_s); });
        row("miimon that the driver sets", {}, [](BondPlan &plan, Snapshot &snapshot) {
            plan.mode = Mode::Ieee8023ad;
            plan.options.clear();
            snapshot.bonds[9].mode = Mode::Ieee8023ad;
            snapshot.bonds[9].options = {{u"miimon"_s, u"100"_s}};
        });
        row("miimon by hand", {u"option.unplanned"_s},
            [](BondPlan &plan, Snapshot &) { plan.options.remove(u"miimon"_s); });
        row("address", {u"address.unplanned"_s}, address(u"198.51.100.7/24"_s));
        row("link-local address", {}, address(u"fe80::1/64"_s));
        row("address by DHCP", {}, [](BondPlan &plan, Snapshot &snapshot) {
            plan.ipv4 = {};
            plan.ipv4.method = IpMethod::Auto;
            snapshot.nics[9].addresses = {u"198.51.100.7/24"_s};
        });
        row("mtu", {u"mtu.unplanned"_s}, [](BondPlan &plan, Snapshot &snapshot) {
            plan.mtu.reset();
            snapshot.nics[9].mtu = 9000;
        });
        row("mtu of the NICs", {}, [](BondPlan &plan, Snapshot &snapshot) {
            plan.mtu.reset();
            snapshot.nics[9].mtu = 9000;
            snapshot.nics[2].mtu = 9000;
        });
        row("priority", {u"slave.prio.unplanned"_s},
            [](BondPlan &, Snapshot &snapshot) { snapshot.bonds[9].slaves[1].prio = 5; });
        const auto vlan = [](const QString &name, int lower) -> Change {
            return [=](BondPlan &, Snapshot &snapshot) {
                NicState nic;
                nic.ifindex = 20;
                nic.name = name;
                nic.kind = InterfaceKind::Vlan;
                nic.lowerIndex = lower;
                snapshot.nics.insert(20, nic);
            };
        };
        row("vlan by its name", {u"vlan.unplanned"_s}, vlan(u"bond0.7"_s, 0));
        row("vlan", {u"vlan.unplanned"_s}, vlan(u"storage"_s, 9));
        row("vlan of another", {}, vlan(u"bond0.7"_s, 2));
    }

    void whatRunsUnasked()
    {
        QFETCH(Change, change);
        QFETCH(QStringList, codes);
        BondPlan plan = goodPlan();
        Snapshot snapshot = goodSnapshot();
        snapshot.bonds[9].options.remove(u"arp_ip_target"_s);
        change(plan, snapshot);
        QStringList seen;
        for (const Difference &difference : unplannedState(plan, snapshot)) {
            seen.append(differenceName(difference.kind));
            QVERIFY(isUnplanned(difference));
            QVERIFY(!difference.message.isEmpty());
        }
        QCOMPARE(seen, codes);
    }
};

QTEST_GUILESS_MAIN(TestPlanVerifier)
#include "tst_planverifier.moc"
