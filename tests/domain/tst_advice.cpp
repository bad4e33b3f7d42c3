// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/advice.h"
#include "domain/switchside.h"
#include "rulecases.h"

#include <QTest>

using namespace bondwright;
using namespace bondwright::tests;
using namespace Qt::StringLiterals;

/// What is recommended, and the switch's configuration.
class TestAdvice : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goals_data();
    void goals();
    void goalNames();
    void cautions();
    void vendorNames();
    void configuration_data();
    void configuration();
    void nothingForTheSwitch();
    void hostileNamesStayOut();
    void realPortNames();
    void requirements();
};

void TestAdvice::goals_data()
{
    QTest::addColumn<QString>("goal");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QStringList>("host");
    const auto row = [](const QString &goal, const QString &expected, const QStringList &host = {}) {
        QTest::newRow((goal + u' ' + host.join(u' ')).toUtf8().constData()) << goal << expected << host;
    };
    row(u"survive"_s, u"active-backup"_s);
    row(u"throughput"_s, u"balance-rr"_s);
    row(u"both-lacp"_s, u"802.3ad"_s);
    row(u"both-no-switch"_s, u"balance-alb"_s);
    row(u"both-no-switch"_s, u"active-backup"_s, {u"eth0.mac-change=no"_s});
    row(u"both-no-switch"_s, u"active-backup"_s, {u"host.virtualization=kvm"_s});
    row(u"both-lacp"_s, u"802.3ad"_s, {u"host.virtualization=kvm"_s});
}

void TestAdvice::goals()
{
    QFETCH(QString, goal);
    QFETCH(QStringList, host);
    const Recommendation recommendation = advise(*goalFromName(goal), hostWith(host));
    QTEST(kernelName(recommendation.mode), "expected");
    QVERIFY(!recommendation.reason.en.isEmpty() && !recommendation.reason.zh.isEmpty());
}

void TestAdvice::goalNames()
{
    QCOMPARE(allGoals().size(), 4U);
    for (const GoalInfo &info : allGoals()) {
        QVERIFY(goalFromName(info.name) == info.goal);
        QVERIFY(!info.title.zh.isEmpty() && !info.summary.zh.isEmpty() && !info.title.en.isEmpty());
    }
    QVERIFY(!goalFromName(u"Survive"));
}

void TestAdvice::cautions()
{
    const auto count = [](Goal goal, const QStringList &host) { return advise(goal, hostWith(host)).cautions.size(); };
    QCOMPARE(count(Goal::BothWithLacp, {}), 0);
    QCOMPARE(count(Goal::BothWithLacp, {u"eth0.speed=10000"_s}), 1);
    QCOMPARE(count(Goal::SurviveCable, {u"eth0.speed=10000"_s}), 0);
    QCOMPARE(count(Goal::BothWithoutSwitch, {u"eth0.speed=-"_s}), 1);
    QCOMPARE(count(Goal::SurviveCable, {u"host.virtualization=vmware"_s}), 1);
    QCOMPARE(advise(Goal::BothWithLacp, {}).cautions.size(), 0);
}

void TestAdvice::vendorNames()
{
    QCOMPARE(allVendors().size(), 8U);
    for (const VendorInfo &info : allVendors())
        QVERIFY(vendorFromId(info.id) == info.vendor);
    QVERIFY(!vendorFromId(u"cisco"));
}

void TestAdvice::configuration_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<QStringList>("changes");
    QTest::addColumn<QStringList>("lines");
    const QString fast = u"options.lacp_rate=fast"_s;
    const QString lacp = u"mode=802.3ad"_s;
    const QString rr = u"mode=balance-rr"_s;
    const QString vlans = u"vlans=[{\"id\":10},{\"id\":20}]"_s;
    const auto row = [](const char *tag, const QString &vendor, const QStringList &changes, const QStringList &lines) {
        QTest::newRow(tag) << vendor << changes << lines;
    };
    row("IOS fast", u"cisco-ios"_s, {lacp, fast},
        {u" channel-group 1 mode active"_s, u" lacp rate fast"_s, u"interface <PORT2>"_s});
    row("IOS slow", u"cisco-ios"_s, {lacp},
        {u" channel-group 1 mode active"_s, u"!lacp rate"_s, u" switchport mode access"_s});
    row("IOS static", u"cisco-ios"_s, {rr}, {u" channel-group 1 mode on"_s, u"!active"_s});
    row("IOS trunk", u"cisco-ios"_s, {lacp, vlans}, {u" switchport trunk allowed vlan 10,20"_s});
    row("NX-OS", u"cisco-nxos"_s, {lacp}, {u"feature lacp"_s, u"interface port-channel1"_s});
    row("NX-OS fast", u"cisco-nxos"_s, {lacp, fast}, {u" lacp rate fast"_s});
    row("NX-OS static", u"cisco-nxos"_s, {rr}, {u"!feature lacp"_s, u" channel-group 1 mode on"_s});
    row("EOS", u"arista"_s, {lacp, fast}, {u" lacp timer fast"_s, u" channel-group 1 mode active"_s});
    row("EOS slow", u"arista"_s, {lacp}, {u" channel-group 1 mode active"_s, u"!lacp timer"_s});
    row("EOS static", u"arista"_s, {rr}, {u" channel-group 1 mode on"_s, u"!lacp"_s});
    row("Junos", u"junos"_s, {lacp, fast},
        {u"set interfaces ae0 aggregated-ether-options lacp periodic fast"_s,
         u"set interfaces <PORT1> ether-options 802.3ad ae0"_s});
    row("Junos keeps other groups", u"junos"_s, {lacp},
        {u"device-count <"_s, u"!device-count 1"_s, u"periodic slow"_s});
    row("Junos static", u"junos"_s, {rr}, {u"!lacp active"_s, u"set interfaces <PORT1> ether-options 802.3ad ae0"_s});
    row("Junos trunk", u"junos"_s, {lacp, vlans},
        {u"set interfaces ae0 unit 0 family ethernet-switching vlan members [ 10 20 ]"_s});
    row("Huawei", u"huawei"_s, {lacp, fast}, {u" mode lacp"_s, u" lacp timeout fast"_s, u" eth-trunk 1"_s});
    row("Huawei slow", u"huawei"_s, {lacp}, {u" lacp timeout slow"_s, u"# Older releases"_s});
    row("Huawei static", u"huawei"_s, {rr}, {u" mode manual load-balance"_s, u"!timeout"_s});
    row("H3C", u"h3c"_s, {lacp, fast},
        {u" link-aggregation mode dynamic"_s, u" lacp period short"_s, u" port link-aggregation group 1"_s});
    row("H3C slow", u"h3c"_s, {lacp}, {u" link-aggregation mode dynamic"_s, u"!lacp period"_s});
    row("H3C static", u"h3c"_s, {rr}, {u" undo link-aggregation mode"_s, u"!lacp"_s});
    row("H3C trunk", u"h3c"_s, {rr, vlans}, {u"!dynamic"_s, u" port trunk permit vlan 10 20"_s});
    row("MikroTik", u"mikrotik"_s, {lacp, fast}, {u"lacp-rate=1sec"_s, u"slaves=<PORT1>,<PORT2>"_s, u"mode=802.3ad"_s});
    row("MikroTik slow", u"mikrotik"_s, {lacp}, {u"lacp-rate=30secs"_s});
    row("MikroTik static", u"mikrotik"_s, {rr}, {u"mode=balance-xor"_s, u"!lacp-rate"_s});
    row("Linux", u"linux"_s, {lacp, fast},
        {u"ip link add bond1 type bond mode 802.3ad miimon 100 lacp_rate fast"_s,
         u"ip link set '<PORT2>' master bond1"_s});
    row("Linux slow", u"linux"_s, {lacp}, {u"lacp_rate slow"_s});
    row("Linux static", u"linux"_s, {rr}, {u"ip link add bond1 type bond mode balance-xor miimon 100\n"_s, u"!lacp"_s});
    row("three ports", u"linux"_s, {lacp, u"slaves[2].name=eth2"_s}, {u"ip link set '<PORT3>' master bond1"_s});
    row("jumbo", u"cisco-ios"_s, {lacp, u"mtu=9000"_s}, {u"MTU of 9000"_s});
}

void TestAdvice::configuration()
{
    QFETCH(QString, vendor);
    QFETCH(QStringList, changes);
    QFETCH(QStringList, lines);
    const QString text = switchConfiguration(planWith(changes), *vendorFromId(vendor));
    for (const QString &line : lines) {
        const bool mustBeAbsent = line.startsWith(u'!');
        QVERIFY2(text.contains(mustBeAbsent ? line.mid(1) : line) != mustBeAbsent,
                 qPrintable(line + u"\nin\n"_s + text));
    }
}

void TestAdvice::nothingForTheSwitch()
{
    BondPlan withoutSlaves;
    withoutSlaves.mode = Mode::Ieee8023ad;
    for (const VendorInfo &info : allVendors()) {
        QVERIFY(switchConfiguration(planWith({}), info.vendor).isEmpty());
        QVERIFY(!switchConfiguration(planWith({u"mode=broadcast"_s}), info.vendor).isEmpty());
        QVERIFY(!switchConfiguration(withoutSlaves, info.vendor).isEmpty());
    }
}

void TestAdvice::hostileNamesStayOut()
{
    for (const VendorInfo &info : allVendors())
        QVERIFY(
            !switchConfiguration(planWith({u"mode=802.3ad"_s, u"name=b;reload"_s}), info.vendor).contains(u"reload"));
    // A switch, or what says it is one, chooses the names of its ports.
    for (const QString &port : {u"Gi1/0/7\nreload"_s, u"Gi1 ; reload"_s, u"reload"_s, u"$(reload1)"_s, u"-reload1"_s}) {
        const QString text = switchConfiguration(planWith({u"mode=802.3ad"_s}), Vendor::CiscoIos, {port, port});
        QVERIFY2(!text.contains(u"reload") && text.contains(u"<PORT1>"), qPrintable(text));
    }
}

void TestAdvice::realPortNames()
{
    const QString text = switchConfiguration(planWith({u"mode=802.3ad"_s}), Vendor::CiscoIos, {u"Gi1/0/7"_s});
    QVERIFY2(text.contains(u"interface Gi1/0/7\n"), qPrintable(text));
    QVERIFY2(!text.contains(u"<PORT1>") && text.contains(u"interface <PORT2>\n"), qPrintable(text));
}

void TestAdvice::requirements()
{
    QVERIFY(switchRequirement(planWith({u"mode=802.3ad"_s})).contains(u"LACP"));
    QVERIFY(switchRequirement(planWith({u"mode=balance-rr"_s})).contains(u"static"));
    QVERIFY(switchRequirement(planWith({u"mode=balance-xor"_s})).contains(u"all ports"));
    // Broadcast is for networks that are not connected: there is no one group then.
    QVERIFY(switchRequirement(planWith({u"mode=broadcast"_s})).contains(u"separate networks need nothing"));
    QVERIFY(switchRequirement(planWith({})) != switchRequirement(planWith({u"mode=802.3ad"_s})));
}

QTEST_GUILESS_MAIN(TestAdvice)
#include "tst_advice.moc"
