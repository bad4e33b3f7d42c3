// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/host/devicenotes.h"
#include "helper/runtime/state.h"
#include "helper/transaction/record.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace bondwright;
using namespace bondwright::helper;
using namespace Qt::StringLiterals;

namespace
{

runtime::Link link(const QString &name, const QStringList &addresses)
{
    runtime::Link link;
    link.name = name;
    link.mtu = 1500;
    link.up = true;
    link.addresses = addresses;
    return link;
}

runtime::Route route(const QString &destination, const QString &gateway)
{
    runtime::Route route;
    route.destination = *IpNetwork::fromString(destination);
    route.hop = {IpAddress::fromString(gateway), u"bond0"_s};
    return route;
}

runtime::State state(const QStringList &addresses, const QList<runtime::Route> &routes = {})
{
    runtime::State state;
    state.links.insert(u"bond0"_s, link(u"bond0"_s, addresses));
    state.routes = routes;
    return state;
}

BondPlan plan()
{
    BondPlan plan;
    plan.name = u"bond0"_s;
    plan.ipv4.method = IpMethod::Manual;
    plan.ipv4.addresses = {u"192.0.2.77/24"_s};
    plan.ipv4.gateway = u"192.0.2.1"_s;
    plan.ipv4.routes = {{u"10.0.0.0/8"_s, u"192.0.2.2"_s, {}}};
    plan.ipv6.method = IpMethod::Manual;
    plan.ipv6.addresses = {u"2001:db8:0::77/64"_s};
    VlanPlan vlan;
    vlan.id = 30;
    plan.vlans = {vlan};
    return plan;
}

} // namespace

/// What the rollback finds missing, and what it finds that ought to be gone.
class TestRuntimeState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void surplus_data()
    {
        QTest::addColumn<QStringList>("addresses");
        QTest::addColumn<QStringList>("routes"); ///< "destination gateway"
        QTest::addColumn<QStringList>("expected");
        const QString old = u"192.0.2.10/24"_s;
        const QString way = u"0.0.0.0/0 192.0.2.254"_s;
        QTest::newRow("as before") << QStringList{old} << QStringList{way} << QStringList();
        QTest::newRow("nothing left") << QStringList() << QStringList() << QStringList();
        QTest::newRow("the plan's address")
            << QStringList{u"192.0.2.77/24"_s, old} << QStringList{way} << QStringList{u"bond0 192.0.2.77/24"_s};
        QTest::newRow("its IPv6 address, spelt as the kernel does")
            << QStringList{u"2001:db8::77/64"_s} << QStringList{way} << QStringList{u"bond0 2001:db8::77/64"_s};
        QTest::newRow("somebody else's address")
            << QStringList{old, u"192.0.2.200/32"_s} << QStringList{way} << QStringList();
        QTest::newRow("the plan's gateway") << QStringList{old} << QStringList{way, u"0.0.0.0/0 192.0.2.1"_s}
                                            << QStringList{u"0.0.0.0/0 via 192.0.2.1 dev bond0"_s};
        QTest::newRow("the plan's route") << QStringList{old} << QStringList{way, u"10.0.0.0/8 192.0.2.2"_s}
                                          << QStringList{u"10.0.0.0/8 via 192.0.2.2 dev bond0"_s};
        QTest::newRow("somebody else's route")
            << QStringList{old} << QStringList{way, u"10.0.0.0/8 192.0.2.9"_s, u"0.0.0.0/0 192.0.2.9"_s}
            << QStringList();
    }

    void surplus()
    {
        QFETCH(QStringList, addresses);
        QFETCH(QStringList, routes);
        QFETCH(QStringList, expected);
        const runtime::State then = state({u"192.0.2.10/24"_s}, {route(u"0.0.0.0/0"_s, u"192.0.2.254"_s)});
        runtime::State now = state(addresses);
        for (const QString &text : routes)
            now.routes.append(route(text.section(u' ', 0, 0), text.section(u' ', 1, 1)));
        QCOMPARE(runtime::describe(runtime::surplus(then, now, {plan()})), expected);
    }

    void surplusOfANewLink()
    {
        // It goes as a whole; only what was there before is looked at.
        runtime::State now = state({u"192.0.2.77/24"_s});
        QCOMPARE(runtime::describe(runtime::surplus({}, now, {plan()})), QStringList());
    }

    void missing()
    {
        const runtime::State then = state({u"192.0.2.10/24"_s}, {route(u"0.0.0.0/0"_s, u"192.0.2.254"_s)});
        QCOMPARE(runtime::missing(then, then), QStringList());
        runtime::State now = then;
        now.links[u"bond0"_s].mtu = 9000;
        QCOMPARE(runtime::missing(then, now), QStringList{u"bond0 mtu 1500"_s});
        now = state({u"192.0.2.77/24"_s});
        QCOMPARE(runtime::missing(then, now),
                 (QStringList{u"bond0 192.0.2.10/24"_s, u"0.0.0.0/0 via 192.0.2.254 dev bond0"_s}));
    }

    void hopsOfARoute()
    {
        runtime::Route both = route(u"10.0.0.0/8"_s, u"192.0.2.2"_s);
        both.hop.weight = 3;
        both.otherHops = {{IpAddress::fromString(u"fe80::5"), u"eth3"_s, 1, true}};
        const runtime::State then = state({}, {both});
        const runtime::State read = runtime::stateFromJson(runtime::toJson(then));
        QCOMPARE(read.routes.size(), 1);
        QVERIFY(read.routes.first() == both);
        // The kernel may tell them in another order.
        runtime::Route turned = both;
        std::swap(turned.hop, turned.otherHops.first());
        QVERIFY(runtime::isSameWay(both, turned));
        QCOMPARE(runtime::missing(then, state({}, {route(u"10.0.0.0/8"_s, u"192.0.2.2"_s)})),
                 QStringList{u"10.0.0.0/8 via 192.0.2.2 dev bond0 and fe80::5 dev eth3"_s});
    }

    void missingMac_data()
    {
        QTest::addColumn<InterfaceKind>("kind");
        QTest::addColumn<QString>("master");
        QTest::addColumn<bool>("isMissed");
        QTest::newRow("a NIC's, on which a lease may hang")
            << InterfaceKind(InterfaceKind::Physical) << QString() << true;
        QTest::newRow("a port's") << InterfaceKind(InterfaceKind::Physical) << u"bond1"_s << false;
        QTest::newRow("a bond's, after a failover with fail_over_mac")
            << InterfaceKind(InterfaceKind::Bond) << QString() << false;
        QTest::newRow("that of its VLAN") << InterfaceKind(InterfaceKind::Vlan) << QString() << false;
    }

    void missingMac()
    {
        QFETCH(InterfaceKind, kind);
        QFETCH(QString, master);
        QFETCH(bool, isMissed);
        runtime::State then = state({});
        runtime::Link &link = then.links[u"bond0"_s];
        link.kind = kind;
        link.master = master;
        link.mac = MacAddress::fromString(u"02:00:00:00:00:01"_s);
        runtime::State now = then;
        now.links[u"bond0"_s].mac = MacAddress::fromString(u"02:00:00:00:00:02"_s);
        QCOMPARE(runtime::missing(then, now), isMissed ? QStringList{u"bond0 mac 02:00:00:00:00:01"_s} : QStringList());
    }

    /// A port that NetworkManager would take up without its bond is detached by it.
    void notesOfPortsWithoutTheirBond_data()
    {
        QTest::addColumn<QByteArray>("port");
        QTest::addColumn<QByteArray>("bond");
        QTest::addColumn<bool>("isForgotten");
        const QByteArray known = "[device]\nmanaged=true\nconnection-uuid=c6826918-6755-55ec-aa22-63b7fbeaeefb\n";
        const QByteArray unknown = "[device]\nmanaged=true\nnm-owned=true\n";
        QTest::newRow("both are known") << known << known << false;
        QTest::newRow("the bond is not") << known << unknown << true;
        QTest::newRow("the bond has no note") << known << QByteArray() << true;
        QTest::newRow("the port is not") << unknown << unknown << false;
        QTest::newRow("neither has a note") << QByteArray() << QByteArray() << false;
    }
    void notesOfPortsWithoutTheirBond()
    {
        QFETCH(QByteArray, port);
        QFETCH(QByteArray, bond);
        QFETCH(bool, isForgotten);
        const QTemporaryDir root;
        const QString folder = root.filePath(u"run/NetworkManager/devices/"_s);
        QVERIFY(QDir().mkpath(folder));
        const auto write = [&folder](const QString &index, const QByteArray &text) {
            QFile file(folder + index);
            return text.isEmpty() || (file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        };
        QVERIFY(write(u"2"_s, port) && write(u"9"_s, bond));
        runtime::State running;
        runtime::Link link;
        link.name = u"bond0"_s;
        link.kind = InterfaceKind::Bond;
        link.index = 9;
        running.links.insert(link.name, link);
        link = {};
        link.name = u"eth0"_s;
        link.index = 2;
        link.master = u"bond0"_s;
        running.links.insert(link.name, link);
        Environment environment;
        environment.root = root.path();
        QCOMPARE(forgetPortsWithoutTheirBond(environment, running),
                 isForgotten ? QStringList{u"eth0"_s} : QStringList());
        QCOMPARE(QFile::exists(folder + u'2'), !port.isEmpty() && !isForgotten);
        QCOMPARE(QFile::exists(folder + u'9'), !bond.isEmpty());
    }

    void newLinks()
    {
        Record record;
        record.after = {plan()};
        QCOMPARE(newLinksOf(record), (QStringList{u"bond0"_s, u"bond0.30"_s}));
        record.runtime = state({});
        QCOMPARE(newLinksOf(record), QStringList{u"bond0.30"_s});
        record.runtime.links.insert(u"bond0.30"_s, link(u"bond0.30"_s, {}));
        QCOMPARE(newLinksOf(record), QStringList());
    }

    void changedAddresses_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<bool>("expected");
        const char *const names[]
            = {"nothing", "an option", "a port", "name servers", "a route", "a search domain", "the MTU", "a VLAN"};
        for (int i = 0; i < int(std::size(names)); ++i)
            QTest::newRow(names[i]) << i << (i > 2);
    }

    void changedAddresses()
    {
        QFETCH(int, what);
        QFETCH(bool, expected);
        BondPlan after = plan();
        const auto changes = std::to_array<void (*)(BondPlan &)>(
            {[](BondPlan &) {}, [](BondPlan &p) { p.options.insert(u"miimon"_s, u"50"_s); },
             [](BondPlan &p) {
                 p.slaves.append(SlavePlan{u"eth3"_s, {}, {}, {}});
             },
             [](BondPlan &p) { p.ipv4.dns = {u"192.0.2.53"_s}; }, [](BondPlan &p) { p.ipv4.routes.clear(); },
             [](BondPlan &p) { p.ipv6.search = {u"example.org"_s}; }, [](BondPlan &p) { p.mtu = 9000; },
             [](BondPlan &p) { p.vlans[0].ipv4.dns = {u"192.0.2.53"_s}; }});
        changes.at(size_t(what))(after);
        QCOMPARE(changesAddresses({plan()}, {after}, u"bond0"_s), expected);
        // A bond that comes or goes is another matter.
        QVERIFY(!changesAddresses({}, {after}, u"bond0"_s));
        QVERIFY(!changesAddresses({plan()}, {}, u"bond0"_s));
    }
};

QTEST_GUILESS_MAIN(TestRuntimeState)
#include "tst_runtimestate.moc"
