// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/plandraft.h"
#include "formats/shell/shellquote.h"
#include "kernel/snapshot.h"
#include "samplehost.h"
#include "tests/support/plans.h"
#include "wizard/pageid.h"
#include "wizard/plancommands.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace bondwright;
using namespace bondwright::ui;
using namespace Qt::StringLiterals;

class PlanDraftTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithLinkMonitoring();
    void proposesAFreeName();
    void optionsOfAnotherModeComeBack();
    void monitoringOfOneKindOnly();
    void monitoringCannotBeSwitchedOff();
    void severalSlavesAreOneChange();
    void primaryFollowsItsNic();
    void takesOverTheAddressInUse();
    void takesOverIpv6ByHand();
    void leaseIsTakenOverAsDhcp();
    void addressByHandIsNotTakenOver();
    void addressesWaitWhileDhcpIsChosen();
    void addressGetsItsPrefix();
    void editKeepsWhatIsNotShown();
    void addressesThatGoAreNamed();
    void findingsBelongToPages_data();
    void findingsBelongToPages();
    void worstDetection_data();
    void worstDetection();
    void goalChoosesTheMode();
    void otherHostIsCheckedWithoutThisOne();
    void anotherHostDoesNotGetThisOnesAddress();
    void shellWordsSurviveTheShell_data();
    void shellWordsSurviveTheShell();
    void bondctlCommandCarriesThePlan();
    void nmcliNamesEveryNicInOrder();
    void nmcliGivesTheMacThatIsMeant();
    void nmcliLeavesNothingOfAVlanOut();
    void nmcliStartsNothingByItself();

private:
    PlanDraft m_draft;
};

void PlanDraftTest::beginsWithLinkMonitoring()
{
    m_draft.startNew({});
    QCOMPARE(m_draft.plan().options.value(u"miimon"_s), u"100"_s);
    QCOMPARE(m_draft.mode(), Mode::ActiveBackup);
    QVERIFY(!m_draft.isModified());
}

void PlanDraftTest::proposesAFreeName()
{
    m_draft.startNew(kernel::toHostFacts(hostWithBonds()));
    QCOMPARE(m_draft.name(), u"bond2"_s);
}

void PlanDraftTest::optionsOfAnotherModeComeBack()
{
    m_draft.startNew({});
    m_draft.setMode(Mode::Ieee8023ad);
    m_draft.setOption(u"lacp_rate"_s, u"fast"_s);
    QVERIFY(m_draft.plan().options.contains(u"lacp_rate"_s));
    m_draft.setMode(Mode::ActiveBackup);
    QVERIFY(!m_draft.plan().options.contains(u"lacp_rate"_s));
    m_draft.setMode(Mode::Ieee8023ad);
    QCOMPARE(m_draft.plan().options.value(u"lacp_rate"_s), u"fast"_s);
}

void PlanDraftTest::monitoringOfOneKindOnly()
{
    m_draft.startNew({});
    m_draft.setOption(u"downdelay"_s, u"200"_s);
    m_draft.setMonitoring(MonitoringKind::Arp);
    QVERIFY(!m_draft.plan().options.contains(u"miimon"_s));
    QVERIFY(!m_draft.plan().options.contains(u"downdelay"_s));
    QCOMPARE(m_draft.plan().options.value(u"arp_interval"_s), u"1000"_s);
    m_draft.setMode(Mode::BalanceAlb); // has no ARP monitoring
    QCOMPARE(m_draft.monitoring(), MonitoringKind::Mii);
    QVERIFY(!m_draft.plan().options.contains(u"arp_interval"_s));
    QCOMPARE(m_draft.plan().options.value(u"miimon"_s), u"100"_s);
    m_draft.setMode(Mode::ActiveBackup);
    QCOMPARE(m_draft.monitoring(), MonitoringKind::Arp);
    m_draft.setMonitoring(MonitoringKind::Mii);
    QCOMPARE(m_draft.plan().options.value(u"downdelay"_s), u"200"_s);
}

void PlanDraftTest::monitoringCannotBeSwitchedOff()
{
    m_draft.startNew({});
    m_draft.resetOption(u"miimon"_s); // the kernel's default would be 0
    QCOMPARE(m_draft.plan().options.value(u"miimon"_s), u"100"_s);
    m_draft.setOption(u"miimon"_s, u"0"_s); // on purpose: an error says so
    QVERIFY(!m_draft.canApply());
}

void PlanDraftTest::severalSlavesAreOneChange()
{
    m_draft.startNew(kernel::toHostFacts(hostWithoutBond()));
    const QSignalSpy changed(&m_draft, &PlanDraft::changed);
    m_draft.setSlaves({u"eth2"_s, u"eth1"_s, u"eth0"_s});
    QCOMPARE(changed.size(), 1);
    m_draft.setSlaves({u"eth2"_s, u"eth1"_s, u"eth0"_s});
    QCOMPARE(changed.size(), 1);
}

void PlanDraftTest::primaryFollowsItsNic()
{
    m_draft.startNew({});
    m_draft.setSlaves({u"eth1"_s, u"eth2"_s});
    m_draft.setOption(u"primary"_s, u"eth2"_s);
    m_draft.setSlaves({u"eth1"_s});
    QVERIFY(!m_draft.plan().options.contains(u"primary"_s));
    m_draft.setSlaves({u"eth1"_s, u"eth2"_s});
    QCOMPARE(m_draft.plan().options.value(u"primary"_s), u"eth2"_s);
    // Another one that was chosen meanwhile stays.
    m_draft.setSlaves({u"eth1"_s});
    m_draft.setOption(u"primary"_s, u"eth1"_s);
    m_draft.setSlaves({u"eth1"_s, u"eth2"_s});
    QCOMPARE(m_draft.plan().options.value(u"primary"_s), u"eth1"_s);
}

void PlanDraftTest::takesOverTheAddressInUse()
{
    HostFacts host = kernel::toHostFacts(hostWithoutBond());
    host.dns = {*IpAddress::fromString(u"192.168.1.53")};
    m_draft.startNew(host);
    m_draft.setSlaves({u"eth1"_s});
    QCOMPARE(m_draft.plan().ipv4.method, IpMethod::Auto);
    m_draft.setSlaves({u"eth1"_s, u"eth0"_s});
    const BondPlan plan = m_draft.plan();
    QCOMPARE(plan.ipv4.method, IpMethod::Manual);
    QCOMPARE(plan.ipv4.addresses.texts(), QStringList{u"192.168.1.11/24"_s});
    QCOMPARE(plan.ipv4.gateway.text(), u"192.168.1.1"_s);
    QCOMPARE(plan.ipv4.dns.texts(), QStringList{u"192.168.1.53"_s});
    QCOMPARE(plan.mac.text(), u"permanent:eth0"_s); // eth1 is first, eth0's MAC is the one the network knows
    m_draft.setSlaves({u"eth0"_s, u"eth1"_s});
    QCOMPARE(m_draft.plan().mac.text(), QString());
    m_draft.setSlaves({u"eth1"_s});
    QCOMPARE(m_draft.plan().ipv4.method, IpMethod::Auto);
    QVERIFY(m_draft.plan().ipv4.addresses.isEmpty());
}

void PlanDraftTest::takesOverIpv6ByHand()
{
    HostFacts host = kernel::toHostFacts(hostWithoutBond());
    host.dns = {*IpAddress::fromString(u"192.168.1.53"), *IpAddress::fromString(u"2001:db8::53")};
    for (NicFacts &nic : host.nics) {
        if (nic.name == u"eth0") {
            nic.addresses += IpNetworks{u"2001:db8::11/64"_s, u"2001:db8::abcd/64"_s, u"fe80::1/64"_s};
            nic.leasedAddresses = {u"2001:db8::abcd/64"_s}; // announced by the router
            nic.ipv6Gateway = IpAddress::fromString(u"2001:db8::1");
        }
    }
    m_draft.startNew(host);
    m_draft.setSlaves({u"eth0"_s});
    const BondPlan plan = m_draft.plan();
    QCOMPARE(plan.ipv6.method, IpMethod::Manual);
    QCOMPARE(plan.ipv6.addresses.texts(), QStringList{u"2001:db8::11/64"_s});
    QCOMPARE(plan.ipv6.gateway.text(), u"2001:db8::1"_s);
    QCOMPARE(plan.ipv6.dns.texts(), QStringList{u"2001:db8::53"_s});
    QCOMPARE(plan.ipv4.dns.texts(), QStringList{u"192.168.1.53"_s});
    m_draft.setSlaves({});
    QVERIFY(m_draft.plan().ipv6.addresses.isEmpty());
    // A host with IPv6 alone has something to take over too.
    for (NicFacts &nic : host.nics) {
        if (nic.name == u"eth0")
            nic.addresses.removeAll(*IpNetwork::fromString(u"192.168.1.11/24"));
    }
    m_draft.startNew(host);
    m_draft.setSlaves({u"eth0"_s});
    QCOMPARE(m_draft.takeOverCandidates(), QStringList{u"eth0"_s});
    QCOMPARE(m_draft.plan().ipv4.method, IpMethod::Disabled);
    QCOMPARE(m_draft.plan().ipv6.method, IpMethod::Manual);
}

void PlanDraftTest::leaseIsTakenOverAsDhcp()
{
    HostFacts host = kernel::toHostFacts(hostWithoutBond());
    for (NicFacts &nic : host.nics)
        nic.leasedAddresses = nic.addresses;
    m_draft.startNew(host);
    m_draft.setSlaves({u"eth1"_s, u"eth0"_s});
    QCOMPARE(m_draft.takenFrom(), u"eth0"_s);
    QCOMPARE(m_draft.plan().ipv4.method, IpMethod::Auto);
    QVERIFY(m_draft.plan().ipv4.addresses.isEmpty() && m_draft.plan().ipv4.gateway.isEmpty());
    QCOMPARE(m_draft.plan().mac.text(), u"permanent:eth0"_s); // by which the server knows it
}

void PlanDraftTest::addressByHandIsNotTakenOver()
{
    m_draft.startNew(kernel::toHostFacts(hostWithoutBond()));
    IpConfig none;
    none.method = IpMethod::Disabled;
    m_draft.setIpv4(none);
    m_draft.setSlaves({u"eth0"_s});
    QCOMPARE(m_draft.plan().ipv4.method, IpMethod::Disabled);
}

/// "192.0.2.1" is "192.0.2.1/32", but incomplete: correcting it is a change.
void PlanDraftTest::addressGetsItsPrefix()
{
    m_draft.startNew({});
    IpConfig config;
    config.method = IpMethod::Manual;
    config.addresses = {u"192.0.2.1"_s};
    m_draft.setIpv4(config);
    const auto complains = [this] {
        return std::any_of(m_draft.findings().cbegin(), m_draft.findings().cend(),
                           [](const Finding &finding) { return finding.code == u"ip.address-no-prefix"; });
    };
    QVERIFY(complains());
    config.addresses = {u"192.0.2.1/32"_s};
    m_draft.setIpv4(config);
    QVERIFY(!complains());
    QCOMPARE(m_draft.plan().ipv4.addresses.texts(), QStringList(u"192.0.2.1/32"_s));
}

void PlanDraftTest::addressesWaitWhileDhcpIsChosen()
{
    m_draft.startNew({});
    IpConfig config;
    config.method = IpMethod::Manual;
    config.addresses = {u"10.0.0.1/24"_s};
    config.gateway = u"10.0.0.254"_s;
    m_draft.setIpv4(config);
    IpConfig automatic = config;
    automatic.method = IpMethod::Auto;
    m_draft.setIpv4(automatic);
    QVERIFY(m_draft.plan().ipv4.addresses.isEmpty());
    QVERIFY(m_draft.plan().ipv4.gateway.isEmpty());
    IpConfig again = m_draft.ipv4();
    again.method = IpMethod::Manual;
    m_draft.setIpv4(again);
    QCOMPARE(m_draft.plan().ipv4, config);
}

void PlanDraftTest::editKeepsWhatIsNotShown()
{
    BondPlan plan;
    plan.name = u"bond7"_s;
    plan.mode = Mode::ActiveBackup;
    plan.options = {{u"miimon"_s, u"100"_s}, {u"option_of_tomorrow"_s, u"7"_s}};
    SlavePlan first{u"eth1"_s, u"52:54:00:12:34:03"_s, quint16(3), 10};
    plan.slaves = {first, {u"eth2"_s, {}, {}, {}}};
    plan.ipv4.method = IpMethod::Auto;
    plan.ipv4.addresses = {u"10.0.0.9/24"_s}; // DHCP with an extra address
    plan.ipv4.routes = {{u"10.8.0.0/16"_s, u"10.0.0.2"_s, 50}};
    VlanPlan vlan;
    vlan.id = 42;
    vlan.mtu = 1400;
    plan.vlans = {vlan};
    m_draft.startFrom(plan, {}, true);
    QCOMPARE(m_draft.plan(), plan);
    QVERIFY(!m_draft.isModified());
    m_draft.setSlaves({u"eth2"_s});
    m_draft.setSlaves({u"eth1"_s, u"eth2"_s});
    QCOMPARE(m_draft.plan(), plan);
    m_draft.setOption(u"downdelay"_s, u"100"_s);
    BondPlan expected = plan;
    expected.options.insert(u"downdelay"_s, u"100"_s);
    QCOMPARE(m_draft.plan(), expected);
}

/// Connections to an address that goes end; a leased one goes with DHCP.
void PlanDraftTest::addressesThatGoAreNamed()
{
    HostFacts host;
    NicFacts nic;
    nic.name = u"bond0"_s;
    nic.kind = InterfaceKind::Bond;
    nic.addresses = {u"192.0.2.10/24"_s, u"192.0.2.99/24"_s, u"2001:db8::10/64"_s, u"fe80::10/64"_s};
    nic.leasedAddresses = {u"192.0.2.99/24"_s};
    host.nics = {nic};
    BondPlan plan;
    plan.name = u"bond0"_s;
    plan.ipv4.method = IpMethod::Manual;
    plan.ipv4.addresses = {u"192.0.2.10/24"_s};
    plan.ipv6.method = IpMethod::Manual;
    plan.ipv6.addresses = {u"2001:DB8:0::10/64"_s};
    m_draft.startFrom(plan, host, true);
    QCOMPARE(m_draft.droppedAddresses(), QStringList());
    IpConfig ip = plan.ipv4;
    ip.addresses.append(u"192.0.2.11/24"_s);
    m_draft.setIpv4(ip);
    QCOMPARE(m_draft.droppedAddresses(), QStringList());
    ip.addresses.removeFirst();
    m_draft.setIpv4(ip);
    QCOMPARE(m_draft.droppedAddresses(), QStringList(u"192.0.2.10"_s));
    m_draft.setIpv6({});
    QCOMPARE(m_draft.droppedAddresses(), (QStringList{u"192.0.2.10"_s, u"2001:db8::10"_s}));
    plan.ipv4.method = IpMethod::Auto;
    plan.ipv4.addresses.clear();
    m_draft.startFrom(plan, host, true);
    m_draft.setIpv4(ip);
    QCOMPARE(m_draft.droppedAddresses(), QStringList(u"192.0.2.99"_s));
}

void PlanDraftTest::findingsBelongToPages_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<int>("page");
    const auto row
        = [](const char *field, PageId page) { QTest::newRow(field) << QString::fromLatin1(field) << int(page); };
    row("name", PageId::Mode);
    row("mode", PageId::Mode);
    row("slaves[1].name", PageId::Nics);
    row("slaves", PageId::Nics);
    row("options.primary", PageId::Nics);
    row("options.miimon", PageId::Monitoring);
    row("options.arp_ip_target", PageId::Monitoring);
    row("options.downdelay", PageId::Monitoring);
    row("options", PageId::Monitoring);
    row("options.lacp_rate", PageId::Options);
    row("options.nobody_knows", PageId::Options);
    row("ipv4.gateway", PageId::Address);
    row("vlans[0].id", PageId::Address);
    row("mtu", PageId::Address);
    row("mac", PageId::Address);
}

void PlanDraftTest::findingsBelongToPages()
{
    QFETCH(QString, field);
    QFETCH(int, page);
    QCOMPARE(int(pageOfField(field)), page);
}

void PlanDraftTest::worstDetection_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("milliseconds");
    QTest::newRow("default") << QStringList{} << 100;
    QTest::newRow("with downdelay") << QStringList{u"downdelay"_s, u"200"_s} << 300;
    QTest::newRow("updelay does not count") << QStringList{u"updelay"_s, u"900"_s} << 100;
    QTest::newRow("slow") << QStringList{u"miimon"_s, u"1000"_s} << 1000;
    QTest::newRow("off") << QStringList{u"miimon"_s, u"0"_s} << 0;
}

void PlanDraftTest::worstDetection()
{
    QFETCH(QStringList, options);
    QFETCH(int, milliseconds);
    m_draft.startNew({});
    for (qsizetype at = 0; at + 1 < options.size(); at += 2)
        m_draft.setOption(options.at(at), options.at(at + 1));
    QCOMPARE(int(m_draft.worstDetection().count()), milliseconds);
}

void PlanDraftTest::goalChoosesTheMode()
{
    m_draft.startNew(kernel::toHostFacts(hostWithoutBond()));
    for (const GoalInfo &goal : allGoals()) {
        QSignalSpy spy(&m_draft, &PlanDraft::changed);
        m_draft.setGoal(goal.goal);
        QCOMPARE(m_draft.mode(), advise(goal.goal, m_draft.host()).mode);
        QCOMPARE(spy.count(), 1);
    }
}

void PlanDraftTest::otherHostIsCheckedWithoutThisOne()
{
    m_draft.startNew(kernel::toHostFacts(hostWithoutBond()));
    m_draft.setSlaves({u"enp1s0"_s, u"enp2s0"_s});
    QVERIFY(!m_draft.canApply()); // this host has no such NICs
    m_draft.setTarget({TargetKind::Folder, 6, FormatId::Ifcfg});
    QVERIFY(m_draft.canApply());
}

/// Two hosts would have one address.
void PlanDraftTest::anotherHostDoesNotGetThisOnesAddress()
{
    m_draft.startNew(kernel::toHostFacts(hostWithoutBond()));
    m_draft.setSlaves({u"eth0"_s});
    QCOMPARE(m_draft.takenFrom(), u"eth0"_s);
    m_draft.setTarget({TargetKind::Folder, 6, FormatId::Ifcfg});
    QCOMPARE(m_draft.takenFrom(), QString());
    QCOMPARE(m_draft.ipv4().method, IpMethod::Auto);
    m_draft.startNew(kernel::toHostFacts(hostWithoutBond()));
    m_draft.setSlaves({u"eth0"_s});
    QCOMPARE(m_draft.target(), Target()); // the former use does not count
    QCOMPARE(m_draft.ipv4().addresses.texts(), QStringList{u"192.168.1.11/24"_s});
}

void PlanDraftTest::shellWordsSurviveTheShell_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << u"bond0"_s;
    QTest::newRow("blank") << u"a b"_s;
    QTest::newRow("empty") << QString();
    QTest::newRow("quotes") << u"it's \"so\""_s;
    QTest::newRow("command") << u"$(touch /tmp/x);`id`|&<>*?"_s;
    QTest::newRow("line break") << u"a\nb"_s;
    QTest::newRow("backslash") << u"\\' \\"_s;
    QTest::newRow("chinese") << u"网卡"_s;
}

void PlanDraftTest::shellWordsSurviveTheShell()
{
    QFETCH(QString, text);
    QProcess shell;
    shell.start(u"/bin/sh"_s, {u"-c"_s, u"printf %s "_s + formats::shellWord(text)});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()), text);
}

void PlanDraftTest::bondctlCommandCarriesThePlan()
{
    BondPlan plan = usualPlan();
    plan.ipv4.search = {u"x'\nPLAN\ntouch /tmp/never"_s}; // must not end the here-document
    const QString command = bondctlCommands(plan);
    QProcess shell;
    shell.start(u"/bin/sh"_s, {u"-c"_s, u"bondctl() { cat; }\n"_s + command});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.readAllStandardOutput(), planToJson(plan));
}

void PlanDraftTest::nmcliNamesEveryNicInOrder()
{
    BondPlan plan;
    plan.name = u"bond0"_s;
    plan.mode = Mode::ActiveBackup;
    plan.options = {{u"miimon"_s, u"100"_s}, {u"primary"_s, u"eth1"_s}};
    plan.slaves = {{u"eth1"_s, {}, {}, {}}, {u"eth0"_s, {}, {}, {}}};
    plan.ipv4.method = IpMethod::Auto;
    const QString text = nmcliCommands(plan, {});
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines.at(0),
             u"nmcli connection add type bond con-name bond0 ifname bond0 connection.autoconnect yes "
             "bond.options mode=active-backup,miimon=100,primary=eth1 ipv4.method auto "
             "ipv6.method disabled"_s);
    QVERIFY(lines.at(1).contains(u"ifname eth1 master bond0"_s));
    QVERIFY(lines.at(2).contains(u"ifname eth0 master bond0"_s));
    QCOMPARE(lines.at(3), u"nmcli connection up bond0"_s);
}

void PlanDraftTest::nmcliGivesTheMacThatIsMeant()
{
    BondPlan plan;
    plan.name = u"bond0"_s;
    plan.slaves = {{u"eth1"_s, {}, {}, {}}, {u"eth0"_s, u"02:00:00:00:00:10"_s, {}, {}}};
    plan.mac = u"permanent:eth1"_s;
    HostFacts host;
    NicFacts nic;
    nic.name = u"eth1"_s;
    nic.permanentMac = MacAddress::fromString(u"02:00:00:00:00:11");
    host.nics.append(nic);
    QVERIFY(nmcliCommands(plan, host).contains(u"802-3-ethernet.cloned-mac-address 02:00:00:00:00:11 "_s));
    QVERIFY(nmcliCommands(plan, {}).contains(u"802-3-ethernet.cloned-mac-address '<MAC of eth1>' "_s));
    QVERIFY(
        nmcliCommands(plan, {}).contains(u"ifname eth0 master bond0 802-3-ethernet.mac-address 02:00:00:00:00:10"_s));
}

void PlanDraftTest::nmcliLeavesNothingOfAVlanOut()
{
    BondPlan plan = usualPlan(Mode::ActiveBackup);
    plan.vlans = {{20, u"storage"_s, 9000, {}, {}}};
    QVERIFY(nmcliCommands(plan, {}).contains(
        u"type vlan con-name storage ifname storage dev bond0 id 20 802-3-ethernet.mtu 9000 "_s));
}

/// A port that starts when the host starts would bring its bond with it.
void PlanDraftTest::nmcliStartsNothingByItself()
{
    BondPlan plan = usualPlan(Mode::ActiveBackup);
    plan.vlans = {{20, {}, {}, {}, {}}};
    plan.autoconnect = false;
    const QStringList lines = nmcliCommands(plan, {}).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 1 + plan.slaves.size() + 1 + 2);
    for (const QString &line : lines) {
        if (line.contains(u"connection add"))
            QVERIFY2(line.contains(u" connection.autoconnect no"), qPrintable(line));
    }
    // And with them off, the bond has to call its ports, and the VLAN be called.
    QVERIFY2(lines.first().contains(u" connection.autoconnect-slaves 1 "), qPrintable(lines.first()));
    QCOMPARE(lines.last(), u"nmcli connection up bond0.20"_s);
}

QTEST_GUILESS_MAIN(PlanDraftTest)
#include "tst_plandraft.moc"
