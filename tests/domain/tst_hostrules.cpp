// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rulecases.h"

#include <QTest>

using namespace bondwright;
using namespace bondwright::tests;
using namespace Qt::StringLiterals;

/// Every rule about this host, both ways.
class TestHostRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void baseHostHasNoFindings();
    void rules_data();
    void rules();
    void everyRuleIsCoveredAbove();
    void unknownHostIsNotJudged();
    void editedBondMayKeepWhatItHas();
    void aVlanMayTakeTheAddressOfOneThatGoes();
    void severities_data();
    void severities();
};

namespace
{

const QString lacp = u"mode=802.3ad"_s;
const QString here = u"eth0.addresses=192.168.1.11/24"_s;

QList<RuleCase> driverCases()
{
    return {
        {u"driver.missing"_s, u"mode"_s, {u"host.driver=no"_s}},
        {u"driver.missing"_s, {}, {u"host.driver=yes"_s}},
        {u"options.too-new"_s,
         u"options.arp_missed_max"_s,
         {u"host.kernel=5.16.0"_s, u"options.arp_missed_max=\"2\""_s}},
        {u"options.too-new"_s, {}, {u"host.kernel=5.17.0-1-amd64"_s, u"options.arp_missed_max=\"2\""_s}},
        {u"options.too-new"_s, {}, {u"host.kernel=odd"_s, u"options.arp_missed_max=\"2\""_s}},
        {u"options.too-new"_s,
         u"options.ad_select"_s,
         {lacp, u"host.kernel=6.1.0"_s, u"options.ad_select=actor_port_prio"_s}},
        {u"options.too-new"_s, {}, {lacp, u"host.kernel=6.1.0"_s, u"options.ad_select=count"_s}},
        {u"options.too-new"_s,
         u"options.xmit_hash_policy"_s,
         {lacp, u"host.kernel=5.10.0"_s, u"options.xmit_hash_policy=vlan+srcmac"_s}},
        {u"options.too-new"_s, {}, {lacp, u"host.kernel=5.12.0"_s, u"options.xmit_hash_policy=vlan+srcmac"_s}},
        {u"options.too-new"_s, u"slaves[0].prio"_s, {u"host.kernel=5.10.0"_s, u"slaves[0].prio=1"_s}},
        {u"options.too-new"_s, {}, {u"host.kernel=6.1.0"_s, u"slaves[0].prio=1"_s}},
        {u"options.gone"_s, u"options.use_carrier"_s, {u"options.use_carrier=\"0\""_s}},
        {u"options.gone"_s, {}, {u"host.kernel=6.1.0"_s, u"options.use_carrier=\"0\""_s}},
        {u"name.taken"_s, u"name"_s, {u"bond0.kind=bond"_s}},
        {u"name.taken"_s, u"name"_s, {u"name=eth2"_s}},
        {u"name.taken"_s, {}, {u"bond9.kind=bond"_s}},
        {u"replaces.missing"_s, u"replaces"_s, {u"replaces=bond9"_s}},
        {u"replaces.missing"_s, {}, {u"replaces=bond9"_s, u"bond9.kind=bond"_s}},
        {u"vlan.name-taken"_s, u"vlans[0].name"_s, {u"vlans=[{\"id\":5,\"name\":\"eth2\"}]"_s}},
        {u"vlan.name-taken"_s, {}, {u"vlans=[{\"id\":5}]"_s}},
    };
}

QList<RuleCase> nicCases()
{
    return {
        {u"nic.missing"_s, u"slaves[1].name"_s, {u"slaves[1].name=eth7"_s}},
        {u"nic.missing"_s, {}, {u"slaves[1].name=eth2"_s}},
        {u"nic.in-bond"_s, u"slaves[0].name"_s, {u"eth0.master=bond9/bond"_s}},
        {u"nic.in-bond"_s, {}, {u"eth2.master=bond9/bond"_s}},
        {u"nic.in-use"_s, u"slaves[1].name"_s, {u"eth1.master=br0/bridge"_s}},
        {u"nic.in-use"_s, {}, {u"eth2.master=br0/bridge"_s}},
        {u"nic.kind"_s, u"slaves[0].name"_s, {u"eth0.kind=bridge"_s}},
        {u"nic.kind"_s, u"slaves[0].name"_s, {u"eth0.kind=bond"_s}},
        {u"nic.kind"_s, u"slaves[0].name"_s, {u"eth0.kind=loopback"_s}},
        {u"nic.kind"_s, {}, {u"eth0.kind=veth"_s}},
        {u"nic.wireless"_s, u"slaves[0].name"_s, {u"eth0.kind=wireless"_s}},
        {u"nic.wireless"_s, {}, {}},
        {u"nic.vlan"_s, u"slaves[0].name"_s, {u"eth0.kind=vlan"_s}},
        {u"nic.vlan"_s, {}, {}},
        {u"nic.mac-differs"_s,
         u"slaves[0].mac"_s,
         {u"slaves[0].mac=02:00:00:00:00:01"_s, u"eth0.mac=02:00:00:00:00:02"_s}},
        {u"nic.mac-differs"_s, {}, {u"slaves[0].mac=02:00:00:00:00:0A"_s, u"eth0.mac=02:00:00:00:00:0a"_s}},
        {u"nic.mac-differs"_s, {}, {u"slaves[0].mac=02:00:00:00:00:01"_s}},
        {u"nic.no-carrier"_s, u"slaves[1].name"_s, {u"eth1.carrier=no"_s}},
        {u"nic.no-carrier"_s, {}, {u"eth2.carrier=no"_s}},
        {u"infiniband.mode"_s, u"mode"_s, {lacp, u"eth0.kind=infiniband"_s, u"eth1.kind=infiniband"_s}},
        {u"infiniband.mode"_s, {}, {u"eth0.kind=infiniband"_s, u"eth1.kind=infiniband"_s}},
        {u"nic.types-differ"_s, u"slaves"_s, {u"eth0.kind=infiniband"_s}},
        {u"nic.types-differ"_s, {}, {u"eth0.kind=infiniband"_s, u"eth1.kind=infiniband"_s}},
        {u"infiniband.fail-over-mac"_s,
         u"options.fail_over_mac"_s,
         {u"eth0.kind=infiniband"_s, u"eth1.kind=infiniband"_s}},
        {u"infiniband.fail-over-mac"_s,
         {},
         {u"eth0.kind=infiniband"_s, u"eth1.kind=infiniband"_s, u"options.fail_over_mac=active"_s}},
    };
}

QList<RuleCase> linkCases()
{
    return {
        {u"speed.mixed"_s, u"slaves"_s, {u"eth1.speed=10000"_s}},
        {u"speed.mixed"_s, u"slaves"_s, {lacp, u"eth1.speed=10000"_s}},
        {u"speed.mixed"_s, {}, {u"eth2.speed=10000"_s}},
        {u"speed.mixed"_s, {}, {u"eth1.speed=-"_s}},
        {u"speed.unknown"_s, u"slaves[1].name"_s, {u"mode=balance-tlb"_s, u"eth1.speed=-"_s}},
        {u"speed.unknown"_s, u"slaves[1].name"_s, {u"mode=balance-alb"_s, u"eth1.speed=-"_s}},
        {u"speed.unknown"_s, {}, {u"mode=balance-alb"_s, u"eth1.speed=-"_s, u"eth1.carrier=no"_s}},
        {u"speed.unknown"_s, {}, {u"eth1.speed=-"_s}},
        {u"duplex.half"_s, u"slaves[1].name"_s, {u"eth1.duplex=half"_s}},
        {u"duplex.half"_s, {}, {u"eth1.duplex=full"_s}},
        {u"nic.mac-fixed"_s, u"slaves[1].name"_s, {u"eth1.mac-change=no"_s}},
        {u"nic.mac-fixed"_s, {}, {u"eth1.mac-change=no"_s, u"options.fail_over_mac=active"_s}},
        {u"nic.mac-fixed"_s, u"slaves[1].name"_s, {u"mode=balance-alb"_s, u"eth1.mac-change=no"_s}},
        {u"vm.fail-over-mac"_s, u"options.fail_over_mac"_s, {u"host.virtualization=vmware"_s}},
        {u"vm.fail-over-mac"_s, {}, {u"host.virtualization=vmware"_s, u"options.fail_over_mac=active"_s}},
        {u"vm.fail-over-mac"_s, {}, {u"host.virtualization=none"_s}},
        {u"vm.mode"_s, u"mode"_s, {lacp, u"host.virtualization=kvm"_s}},
        {u"vm.mode"_s, {}, {u"host.virtualization=kvm"_s}},
        {u"mtu.nic-maximum"_s, u"mtu"_s, {u"mtu=9000"_s, u"eth1.max-mtu=8996"_s, u"eth0.mtu=9000"_s}},
        {u"mtu.nic-maximum"_s, {}, {u"mtu=9000"_s, u"eth1.max-mtu=9000"_s}},
        {u"mtu.nic-raised"_s, u"mtu"_s, {u"mtu=9000"_s, u"eth1.mtu=9000"_s}},
        {u"mtu.nic-raised"_s, {}, {u"mtu=1500"_s}},
        {u"redundancy.same-card"_s, u"slaves"_s, {u"eth1.bus=0000:03:00.1"_s}},
        {u"redundancy.same-card"_s, u"slaves"_s, {u"eth1.bus=0000:03:00.1"_s, u"slaves[2].name=eth2"_s}},
        {u"redundancy.same-card"_s, {}, {u"eth1.bus=0000:03:01.0"_s}},
        {u"redundancy.same-switch"_s, u"slaves"_s, {u"eth0.neighbour=sw1"_s, u"eth1.neighbour=sw1"_s}},
        {u"redundancy.same-switch"_s, {}, {u"eth0.neighbour=sw1"_s, u"eth1.neighbour=sw2"_s}},
        {u"redundancy.same-switch"_s, {}, {u"eth0.neighbour=sw1"_s}},
        {u"segment.different-switches"_s, u"slaves"_s, {lacp, u"eth0.neighbour=sw1"_s, u"eth1.neighbour=sw2"_s}},
        {u"segment.different-switches"_s, {}, {lacp, u"eth0.neighbour=sw1"_s, u"eth1.neighbour=sw1"_s}},
        {u"segment.different-networks"_s, u"slaves[1].name"_s, {here, u"eth1.addresses=10.0.0.5/8"_s}},
        {u"segment.different-networks"_s, {}, {here, u"eth1.addresses=192.168.1.12/24"_s}},
        {u"segment.different-networks"_s, {}, {here, u"eth1.addresses=fe80::2/64 2001:db8::5/64"_s}},
    };
}

QList<RuleCase> addressCases()
{
    return {
        {u"address.lost"_s, u"slaves[0].name"_s, {u"eth0.addresses=192.168.1.10/24"_s}},
        {u"address.lost"_s, {}, {here}},
        {u"address.lost"_s, {}, {u"eth0.addresses=192.168.1.10/24 fe80::1/64"_s, u"ipv4={\"method\":\"auto\"}"_s}},
        {u"address.lost"_s,
         {},
         {u"eth0.addresses=10.1.0.1/24"_s,
          u"vlans=[{\"id\":5,\"ipv4\":{\"method\":\"manual\",\"addresses\":[\"10.1.0.1/24\"]}}]"_s}},
        {u"session.moves"_s, u"slaves[0].name"_s, {here, u"eth0.session=yes"_s, u"host.peer=198.51.100.7"_s}},
        {u"session.moves"_s, {}, {here, u"eth2.session=yes"_s}},
        {u"session.lost"_s, u"slaves[0].name"_s, {u"eth0.addresses=192.168.1.10/24"_s, u"eth0.session=yes"_s}},
        {u"session.lost"_s, {}, {here, u"eth0.session=yes"_s}},
        {u"gateway.lost"_s, u"ipv4.gateway"_s, {here, u"eth0.gateway=192.168.1.1"_s, u"ipv4.gateway=-"_s}},
        {u"gateway.lost"_s, u"ipv6.gateway"_s, {here, u"eth0.gateway=fe80::1"_s}},
        {u"gateway.lost"_s,
         u"ipv6.gateway"_s,
         {here, u"eth0.gateway=192.168.1.1"_s, u"eth0.ipv6Gateway=2001:db8::1"_s}},
        {u"gateway.lost"_s,
         {},
         {here, u"eth0.gateway=192.168.1.1"_s, u"eth0.ipv6Gateway=2001:db8::1"_s, u"ipv6={\"method\":\"auto\"}"_s}},
        {u"gateway.lost"_s, {}, {here, u"eth0.gateway=192.168.1.1"_s}},
        {u"gateway.lost"_s, {}, {here, u"eth0.gateway=192.168.1.1"_s, u"ipv4={\"method\":\"auto\"}"_s}},
        {u"gateway.changed"_s, u"ipv4.gateway"_s, {here, u"eth0.gateway=192.168.1.254"_s}},
        {u"gateway.changed"_s,
         u"ipv6.gateway"_s,
         {here, u"eth0.gateway=192.168.1.1"_s, u"eth0.ipv6Gateway=2001:db8::1"_s,
          u"ipv6={\"method\":\"manual\",\"addresses\":[\"2001:db8::11/64\"],\"gateway\":\"2001:db8::2\"}"_s}},
        {u"gateway.changed"_s, {}, {here, u"eth0.gateway=192.168.1.1"_s}},
        {u"dns.lost"_s,
         u"ipv4.dns"_s,
         {here, u"eth0.gateway=192.168.1.1"_s, u"host.dns=192.0.2.53"_s, u"ipv4.dns=-"_s}},
        {u"dns.lost"_s, {}, {here, u"eth0.gateway=192.168.1.1"_s, u"host.dns=192.0.2.53"_s}},
        {u"dns.lost"_s, {}, {here, u"host.dns=192.0.2.53"_s, u"ipv4.dns=-"_s}},
        {u"address.in-use"_s, u"ipv4.addresses[0]"_s, {u"eth2.addresses=192.168.1.11/24"_s}},
        {u"address.in-use"_s, {}, {here}},
        {u"address.same-network"_s, u"ipv4.addresses[0]"_s, {u"eth2.addresses=192.168.1.12/24"_s}},
        {u"address.same-network"_s, {}, {u"eth2.addresses=192.168.2.12/24"_s}},
    };
}

QList<RuleCase> allCases()
{
    return driverCases() + nicCases() + linkCases() + addressCases();
}

QStringList fieldsOf(const QList<Finding> &findings, const QString &code)
{
    QStringList fields;
    for (const Finding &finding : findings) {
        if (finding.code == code)
            fields.append(finding.field);
    }
    return fields;
}

} // namespace

void TestHostRules::baseHostHasNoFindings()
{
    const QList<Finding> findings = check(planWith({}), hostWith({}));
    QVERIFY2(findings.isEmpty(), findings.isEmpty() ? "" : qPrintable(findings.first().message));
}

void TestHostRules::rules_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QStringList>("changes");
    for (const RuleCase &row : allCases())
        addRow(row);
}

void TestHostRules::rules()
{
    QFETCH(QString, code);
    QFETCH(QString, field);
    QFETCH(QStringList, changes);
    const QList<Finding> findings = check(planWith(changes), hostWith(changes));
    QCOMPARE(fieldsOf(findings, code), field.isEmpty() ? QStringList() : QStringList{field});
    for (const Finding &finding : findings) {
        if (finding.code == code)
            QVERIFY(finding.scope == FindingScope::Host && !finding.message.isEmpty() && !finding.advice.isEmpty());
        QVERIFY2(!finding.message.contains(u"%1") && !finding.advice.contains(u"%1"), qPrintable(finding.message));
    }
}

void TestHostRules::everyRuleIsCoveredAbove()
{
    QCOMPARE(codesNotBothWays(allCases(), RulesAbout::Hosts).join(u' '), QString());
}

void TestHostRules::unknownHostIsNotJudged()
{
    HostFacts host = hostWith({u"host.driver=no"_s, u"eth0.master=bond9/bond"_s, u"eth1.carrier=no"_s});
    QVERIFY(hasErrors(check(planWith({}), host)));
    host.known = false;
    QVERIFY(check(planWith({}), host).isEmpty());
}

void TestHostRules::editedBondMayKeepWhatItHas()
{
    const HostFacts host = hostWith({u"eth0.master=bond0/bond"_s, u"eth1.master=bond0/bond"_s,
                                     u"bond0.addresses=192.168.1.11/24"_s, u"bond0.gateway=192.168.1.1"_s});
    QVERIFY(hasErrors(check(planWith({}), host)));
    const QList<Finding> findings = check(planWith({}), host, u"bond0"_s);
    QVERIFY2(findings.isEmpty(), findings.isEmpty() ? "" : qPrintable(findings.first().message));
    // What the bond has now can be lost as well as what a NIC has.
    QCOMPARE(
        fieldsOf(check(planWith({u"ipv4.addresses=[\"192.168.1.12/24\"]"_s}), host, u"bond0"_s), u"address.lost"_s),
        QStringList{u"name"_s});
}

/// VLAN 20 becomes VLAN 7 with the same address.
void TestHostRules::aVlanMayTakeTheAddressOfOneThatGoes()
{
    HostFacts host = hostWith({});
    NicFacts vlan;
    vlan.name = u"bond0.20"_s;
    vlan.kind = InterfaceKind::Vlan;
    vlan.addresses += IpNetworks{u"203.0.113.8/24"_s};
    host.nics.append(vlan);
    const BondPlan plan
        = planWith({u"vlans=[{\"id\":7,\"ipv4\":{\"method\":\"manual\",\"addresses\":[\"203.0.113.8/24\"]}}]"_s});
    QCOMPARE(fieldsOf(check(plan, host, u"bond0"_s), u"address.in-use"_s), QStringList());
    QCOMPARE(fieldsOf(check(plan, host), u"address.in-use"_s), QStringList{u"vlans[0].ipv4.addresses[0]"_s});
}

void TestHostRules::severities_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("severity");
    QTest::addColumn<QStringList>("changes");
    const auto row = [](const char *tag, const QString &code, const QString &severity, const QStringList &changes) {
        QTest::newRow(tag) << code << severity << changes;
    };
    row("mixed speeds, active-backup", u"speed.mixed"_s, u"advice"_s, {u"eth1.speed=10000"_s});
    row("mixed speeds, LACP", u"speed.mixed"_s, u"warning"_s, {lacp, u"eth1.speed=10000"_s});
    row("half duplex, active-backup", u"duplex.half"_s, u"warning"_s, {u"eth1.duplex=half"_s});
    row("half duplex, LACP", u"duplex.half"_s, u"error"_s, {lacp, u"eth1.duplex=half"_s});
    row("all on one card", u"redundancy.same-card"_s, u"warning"_s, {u"eth1.bus=0000:03:00.1"_s});
    row("two of three on one card", u"redundancy.same-card"_s, u"advice"_s,
        {u"eth1.bus=0000:03:00.1"_s, u"slaves[2].name=eth2"_s});
    row("session", u"session.lost"_s, u"warning"_s, {u"eth0.addresses=192.168.1.10/24"_s, u"eth0.session=yes"_s});
}

void TestHostRules::severities()
{
    QFETCH(QString, code);
    QFETCH(QString, severity);
    QFETCH(QStringList, changes);
    QStringList found;
    for (const Finding &finding : check(planWith(changes), hostWith(changes))) {
        if (finding.code == code)
            found.append(severityName(finding.severity));
    }
    QCOMPARE(found, QStringList{severity});
}

QTEST_GUILESS_MAIN(TestHostRules)
#include "tst_hostrules.moc"
