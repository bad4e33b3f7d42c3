// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifcfg/ifcfgformat.h"
#include "formats/migration.h"
#include "tests/formats/ifcfgfiles.h"

#include <QTest>

using namespace bondwright;
using namespace bondwright::formats;
using namespace bondwright::formats::ifcfg;
using namespace bondwright::test;
using namespace Qt::StringLiterals;

/// Kinds of spellings and faults, each as the service in charge would take it.
class TestIfcfgKinds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void names_data();
    void names();
    void refusesToChange_data();
    void refusesToChange();
    void keepsAliasFilesWhenTheGatewayChanges();
    void switchesIpv6On();
    void aDotInTheName_data();
    void aDotInTheName();
    void guardsTheOtherBond();
    void migrationRefuses_data();
    void migrationRefuses();
    void renames();
    void renameRefuses_data();
    void renameRefuses();
    void whatTheServiceTakesIsAccepted_data();
    void whatTheServiceTakesIsAccepted();
};

void TestIfcfgKinds::reads_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<Files>("files");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const Dialect &dialect, const Files &files, const QString &expected) {
        QTest::newRow(name) << dialect << files << expected;
    };
    const QString plain = u"active-backup miimon=100"_s;
    const auto ip = [&](const QString &text) { return plain + u" | | "_s + text; };
    row("second bond shares what the first loaded", service(6),
        {{u"/etc/modprobe.d/b.conf"_s,
          "alias bond0 bonding\nalias bond1 bonding\noptions bond0 mode=1 miimon=100\n"
          "options bond1 mode=4 miimon=50\n"},
         {u"ifcfg-bond1"_s, "DEVICE=bond1\n"},
         {u"ifcfg-bond0"_s, "DEVICE=bond0\n"}},
        plain + u"; "_s + plain);
    row("a module of its own", service(5),
        {{u"/etc/modprobe.conf"_s,
          "alias bond0 bonding\noptions bond0 mode=1 miimon=100\n"
          "install bond1 /sbin/modprobe --ignore-install bonding -o bond1 mode=0 miimon=50\n"},
         {u"ifcfg-bond0"_s, "DEVICE=bond0\n"},
         {u"ifcfg-bond1"_s, "DEVICE=bond1\n"}},
        plain + u"; balance-rr miimon=50"_s);
    row("file without .conf, release 6", service(6),
        {{u"/etc/modprobe.d/bonding"_s, "alias bond0 bonding\noptions bond0 mode=1 miimon=100\n"},
         {u"ifcfg-bond0"_s, "DEVICE=bond0\n"}},
        plain);
    row("what kmod reads besides", service(7),
        {{u"/usr/lib/modprobe.d/x.conf"_s, "options bonding mode=1 miimon=100\n"},
         {u"ifcfg-bond0"_s, "DEVICE=bond0\nTYPE=Bond\n"}},
        plain);
    row("release 6 does not", service(6),
        {{u"/usr/lib/modprobe.d/x.conf"_s, "options bonding mode=1 miimon=100\n"},
         {u"/etc/modprobe.d/b.conf"_s, "alias bond0 bonding\n"},
         {u"ifcfg-bond0"_s, "DEVICE=bond0\n"}},
        u"balance-rr"_s);
    row("a name hides the same name", service(7),
        {{u"/usr/lib/modprobe.d/x.conf"_s, "options bonding mode=1 miimon=200\n"},
         {u"/run/modprobe.d/x.conf"_s, "options bonding mode=2\n"},
         {u"/etc/modprobe.d/x.conf"_s, "options bonding mode=1 miimon=100\n"},
         {u"ifcfg-bond0"_s, "DEVICE=bond0\nTYPE=Bond\n"}},
        plain);
    row("by name, whatever the folder", service(7),
        {{u"/etc/modprobe.d/a.conf"_s, "options bonding mode=1 miimon=200\n"},
         {u"/usr/lib/modprobe.d/b.conf"_s, "options bonding miimon=100\n"},
         {u"ifcfg-bond0"_s, "DEVICE=bond0\nTYPE=Bond\n"}},
        plain);
    row("a monitor in BONDING_OPTS puts out the module's", service(6),
        {{u"/etc/modprobe.d/b.conf"_s, "options bonding arp_interval=500 arp_ip_target=192.0.2.1\n"},
         {u"ifcfg-bond0"_s, bondHead}},
        u"active-backup arp_ip_target=192.0.2.1 miimon=100"_s);
    row("both monitors, scripts", service(7),
        {{u"ifcfg-bond0"_s,
          "DEVICE=bond0\nBONDING_OPTS='mode=1 miimon=100 arp_interval=500 arp_ip_target=192.0.2.1,'\n"}},
        u"active-backup arp_interval=500 arp_ip_target=192.0.2.1"_s);
    row("802.3ad monitors by itself", service(7), {{u"ifcfg-bond0"_s, "DEVICE=bond0\nBONDING_OPTS=mode=4\n"}},
        u"802.3ad miimon=100"_s);
    row("delay rounded, primary of nobody, option of another mode", service(7),
        {{u"ifcfg-bond0"_s, "DEVICE=bond0\nBONDING_OPTS='mode=1 miimon=100 updelay=250 primary=eth9 lacp_rate=1'\n"}},
        u"active-backup miimon=100 updelay=200"_s);
    row("DOS line end within two lines", service(7),
        {{u"ifcfg-bond0"_s, "DEVICE=bond0\r\nBONDING_OPTS=\"mode=1\r\n miimon=100\"\r\n"}}, plain);
    row("addresses: a gap, release 6", service(6),
        {{u"ifcfg-bond0"_s, bondHead + "IPADDR=10.0.0.1\nIPADDR2=10.0.0.2\nIPADDR4=10.0.0.4\n"}},
        ip(u"10.0.0.1/8 10.0.0.2/8"_s));
    row("addresses: numbers, release 5", service(5),
        {{u"ifcfg-bond0"_s, bondHead + "IPADDR=10.0.0.1\nIPADDR1=10.0.0.2\n"}}, ip(u"10.0.0.1/8"_s));
    row("address: leading zero", service(7), {{u"ifcfg-bond0"_s, bondHead + "IPADDR=10.1.2.010\nPREFIX=24\n"}}, plain);
    row("mask with holes", service(7), {{u"ifcfg-bond0"_s, bondHead + "IPADDR=10.1.2.1\nNETMASK=255.0.255.0\n"}},
        plain);
    row("prefix in octal", service(7), {{u"ifcfg-bond0"_s, bondHead + "IPADDR=10.1.2.1\nPREFIX=024\n"}}, plain);
    row("gateway of all", service(7),
        {{u"ifcfg-bond0"_s, withAddress}, {u"/etc/sysconfig/network"_s, "GATEWAY=192.0.2.254\n"}},
        ip(u"192.0.2.10/24 via 192.0.2.254"_s));
    row("gateway of all, in another network", service(7),
        {{u"ifcfg-bond0"_s, withAddress}, {u"/etc/sysconfig/network"_s, "GATEWAY=198.51.100.1\n"}},
        ip(u"192.0.2.10/24"_s));
    row("gateway of all, of another device", service(7),
        {{u"ifcfg-bond0"_s, withAddress}, {u"/etc/sysconfig/network"_s, "GATEWAY=192.0.2.254\nGATEWAYDEV=eth5\n"}},
        ip(u"192.0.2.10/24"_s));
    row("an empty gateway keeps that of all off", service(6),
        {{u"ifcfg-bond0"_s, withAddress + "GATEWAY=\n"}, {u"/etc/sysconfig/network"_s, "GATEWAY=192.0.2.254\n"}},
        ip(u"192.0.2.10/24"_s));
    row("alias with a range", service(7),
        {{u"ifcfg-bond0"_s, withAddress},
         {u"ifcfg-bond0-range0"_s, "IPADDR_START=192.0.2.20\nIPADDR_END=192.0.2.22\nCLONENUM_START=0\n"}},
        ip(u"192.0.2.10/24 192.0.2.20/24 192.0.2.21/24 192.0.2.22/24"_s));
    row("routes in any order", service(7),
        {{u"ifcfg-bond0"_s, withAddress},
         {u"route-bond0"_s,
          "via 192.0.2.1 to 10/8\n172.16/12 dev bond0 via 192.0.2.1 table main\n10.9.0.0/16 scope link\n"
          "10.8.0.0/16 via 192.0.2.1 # remark\n10.0.0.1/9 via 192.0.2.1\n198.51.100.0/24 dev eth5\n"}},
        ip(u"192.0.2.10/24 [10.0.0.0/8 192.0.2.1] [172.16.0.0/12 192.0.2.1] [10.9.0.0/16 ]"_s));
    row("numbered routes end at a gap", service(7),
        {{u"ifcfg-bond0"_s, withAddress},
         {u"route-bond0"_s, "ADDRESS0=10.0.0.0\nNETMASK0=255.0.0.0\nGATEWAY0=192.0.2.1\nADDRESS2=172.16.0.0\n"}},
        ip(u"192.0.2.10/24 [10.0.0.0/8 192.0.2.1]"_s));
    row("IPv6 needs the global switch, release 5", service(5),
        {{u"ifcfg-bond0"_s, bondHead + "IPV6INIT=yes\nIPV6_AUTOCONF=no\nIPV6ADDR=2001:db8::1/64\n"}}, plain);
    row("IPv6 with the global switch, release 5", service(5),
        {{u"ifcfg-bond0"_s, bondHead + "IPV6INIT=yes\nIPV6_AUTOCONF=no\nIPV6ADDR=2001:db8::1/64\n"},
         {u"/etc/sysconfig/network"_s, "NETWORKING_IPV6=yes\n"}},
        plain + u" | | | 2001:db8::1/64"_s);
    row("MASTER by UUID", manager(8),
        {{u"ifcfg-bond0"_s, bondHead + "UUID=aaaa\n"}, {u"ifcfg-eth0"_s, "DEVICE=eth0\nMASTER=aaaa\n"}},
        plain + u" | eth0"_s);
    row("MASTER without SLAVE, scripts", service(7),
        {{u"ifcfg-bond0"_s, bondHead}, {u"ifcfg-eth0"_s, "DEVICE=eth0\nMASTER=bond0\n"}}, plain);
    row("rivals", service(7),
        {{u"ifcfg-bond0"_s, bondHead},
         {u"ifcfg-eth0"_s, "DEVICE=eth0\nMASTER=bond0\nSLAVE=yes\n"},
         {u"ifcfg-eth0-2013"_s, "DEVICE=eth0\nMASTER=bond0\nSLAVE=yes\n"}},
        plain + u" | eth0"_s);
    row("VLAN by PHYSDEV and VLAN_ID, no DEVICE", manager(8),
        {{u"ifcfg-bond0"_s, bondHead},
         {u"ifcfg-Vlan_connection_1"_s,
          "TYPE=Vlan\nVLAN=yes\nPHYSDEV=bond0\nVLAN_ID=77\nIPADDR=10.0.0.1\nPREFIX=24\n"}},
        plain + u" | | | | bond0.77:77 10.0.0.1/24"_s);
    row("VLAN_ID against the name, scripts", service(7),
        {{u"ifcfg-bond0"_s, bondHead}, {u"ifcfg-bond0.100"_s, "DEVICE=bond0.100\nVLAN=yes\nVLAN_ID=200\n"}},
        plain + u" | | | | bond0.100:100"_s);
    row("VLAN_ID against the name, NetworkManager", manager(7),
        {{u"ifcfg-bond0"_s, bondHead}, {u"ifcfg-bond0.100"_s, "DEVICE=bond0.100\nVLAN=yes\nVLAN_ID=200\n"}},
        plain + u" | | | | bond0.100:200"_s);
    for (const Dialect &dialect : {service(6), manager(8)})
        row(qPrintable(u"a port of a bridge has no addresses, release %1"_s.arg(dialect.release)), dialect,
            {{u"ifcfg-bond0"_s, withAddress},
             {u"ifcfg-bond0.5"_s, "DEVICE=bond0.5\nVLAN=yes\nIPADDR=192.0.2.5\nNETMASK=255.255.255.0\nBRIDGE=br5\n"}},
            ip(u"192.0.2.10/24 | | bond0.5:5"_s));
}

void TestIfcfgKinds::reads()
{
    QFETCH(Dialect, dialect);
    QFETCH(Files, files);
    QFETCH(QString, expected);
    const FileSnapshot snapshot = snapshotOf(files);
    const IfcfgFormat format(dialect);
    QStringList plans;
    for (const FoundBond &found : format.read(snapshot).bonds) {
        plans.append(textOf(found.plan));
        const auto rendering = format.render(found.plan, snapshot);
        QVERIFY2(rendering, rendering ? "" : qPrintable(rendering.error().message));
        QVERIFY(rendering->changes.isEmpty());
    }
    QCOMPARE(plans.join(u"; "_s), expected);
}

void TestIfcfgKinds::names_data()
{
    QTest::addColumn<Files>("files");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("place"); // the end of it
    const auto row = [](const char *name, const Files &files, const QString &code, const QString &place) {
        QTest::newRow(name) << files << code << place;
    };
    const auto bond = [](const QByteArray &text) { return Files{{u"ifcfg-bond0"_s, text}}; };
    row("remark of another language", bond("DEVICE=bond0\nBONDING_OPTS=\"mode=1 miimon=100\" //主备\n"),
        u"ifcfg.word-behind-value"_s, u"ifcfg-bond0:2"_s);
    row("blanks around =", bond("DEVICE = bond0\n"), u"ifcfg.blank-before-equals"_s, u"ifcfg-bond0:1"_s);
    row("open quote", bond("DEVICE=bond0\n\nBONDING_OPTS=\"mode=1\n"), u"ifcfg.broken"_s, u"ifcfg-bond0:3"_s);
    row("BONDING_OPTIONS", bond("DEVICE=bond0\nBONDING_OPTIONS='mode=1'\n"), u"ifcfg.unknown-key"_s,
        u"ifcfg-bond0:2"_s);
    row("BONDING_MODULE_OPTS", bond("BONDING_MODULE_OPTS='mode=1'\n"), u"ifcfg.unknown-key"_s, u"ifcfg-bond0:1"_s);
    row("option outside", bond("DEVICE=bond0\nBONDING_OPTS=mode=1 miimon=100\n"), u"ifcfg.option-outside"_s,
        u"ifcfg-bond0:2"_s);
    row("another file is sourced", bond("DEVICE=bond0\n. ./ifcfg-common\n"), u"ifcfg.commands"_s, u"ifcfg-bond0:2"_s);
    row("a bond that nothing makes",
        {{u"ifcfg-bond0"_s, "DEVICE=bond0\n"}, {u"ifcfg-eth0"_s, "DEVICE=eth0\nMASTER=bond0\nSLAVE=yes\n"}},
        u"ifcfg.master-no-bond"_s, u"ifcfg-bond0:1"_s);
    row("a bond without a file", {{u"ifcfg-eth0"_s, "DEVICE=eth0\nSLAVE=yes\nMASTER=bond0\n"}}, u"ifcfg.no-master"_s,
        u"ifcfg-eth0:3"_s);
    row("SLAVE alone", {{u"ifcfg-eth0"_s, "DEVICE=eth0\nSLAVE=yes\n"}}, u"ifcfg.slave-alone"_s, u"ifcfg-eth0:2"_s);
    row("BOOTPROTO=shared", bond(bondHead + "BOOTPROTO=shared\n"), u"ifcfg.value"_s, u"ifcfg-bond0:3"_s);
    row("name server", bond(bondHead + "DNS1=dns.example\n"), u"ifcfg.value"_s, u"ifcfg-bond0:3"_s);
    row("mask", bond(bondHead + "IPADDR=10.1.2.3\nNETMASK=24\n"), u"ifcfg.value"_s, u"ifcfg-bond0:4"_s);
    row("route",
        {{u"ifcfg-bond0"_s, withAddress}, {u"route-bond0"_s, "# x\n10.0.0.0/8 via 192.0.2.1 src 192.0.2.10\n"}},
        u"ifcfg.foreign-route"_s, u"route-bond0:2"_s);
    row("DOS line ends in modprobe", {{u"/etc/modprobe.d/b.conf"_s, "alias bond0 bonding\r\n"}}, u"modprobe.crlf"_s,
        u"b.conf:1"_s);
    row("bad parameter", {{u"/etc/modprobe.d/b.conf"_s, "alias bond0 bonding\noptions bonding mode=active_backup\n"}},
        u"modprobe.value"_s, u"b.conf:2"_s);
    row("options that do nothing",
        {{u"/etc/modprobe.d/b.conf"_s, "alias bond0 bonding\noptions bond0 miimon=50\n"}, {u"ifcfg-bond0"_s, bondHead}},
        u"modprobe.no-effect"_s, u"b.conf:2"_s);
    row("no .conf", {{u"/etc/modprobe.d/bonding"_s, "alias bond0 bonding\n"}}, u"modprobe.name"_s, u"/bonding"_s);
}

void TestIfcfgKinds::names()
{
    QFETCH(Files, files);
    QFETCH(QString, code);
    QFETCH(QString, place);
    QStringList said;
    for (const Finding &finding : IfcfgFormat(manager(7)).read(snapshotOf(files)).findings)
        said.append(finding.code + u' ' + finding.field);
    QVERIFY2(std::any_of(said.cbegin(), said.cend(),
                         [&](const QString &text) { return text.startsWith(code + u' ') && text.endsWith(place); }),
             qPrintable(said.join(u'\n')));
}

void TestIfcfgKinds::refusesToChange_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::newRow("in a case") << bondHead + "case $HOSTNAME in\n a) MTU=9000 ;;\nesac\n" << 3;
    QTest::newRow("open quote") << bondHead + "NAME=\"x\n" << 3;
    QTest::newRow("sourced") << bondHead + ". ./common\n" << 3;
}

void TestIfcfgKinds::refusesToChange()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    BondPlan plan;
    plan.name = u"bond0"_s;
    plan.options = {{u"miimon"_s, u"100"_s}};
    plan.slaves = {{u"eth0"_s, {}, {}, {}}};
    plan.mtu = 1400;
    const auto rendering = IfcfgFormat(service(7)).render(plan, snapshotOf({{u"ifcfg-bond0"_s, text}}));
    QVERIFY(!rendering);
    QCOMPARE(rendering.error().code, u"ifcfg.uncertain"_s);
    QVERIFY(rendering.error().message.contains(ifcfgPath(u"bond0"_s)));
    QVERIFY(rendering.error().message.contains(QString::number(line)));
}

void TestIfcfgKinds::keepsAliasFilesWhenTheGatewayChanges()
{
    const FileSnapshot snapshot = snapshotOf({{u"ifcfg-bond0"_s, withAddress + "GATEWAY=192.0.2.1\n"},
                                              {u"ifcfg-bond0:1"_s, "DEVICE=bond0:1\nIPADDR=192.0.2.11\n"}});
    const IfcfgFormat format(service(7));
    BondPlan plan = format.read(snapshot).bonds.first().plan;
    plan.ipv4.gateway = u"192.0.2.2"_s;
    const auto rendering = format.render(plan, snapshot);
    QCOMPARE(rendering->changes.files.size(), 1);
    QCOMPARE(*rendering->changes.files.first().newText, withAddress + "GATEWAY=192.0.2.2\nBOOTPROTO=none\n");
}

void TestIfcfgKinds::switchesIpv6On()
{
    const FileSnapshot snapshot = snapshotOf({{u"ifcfg-bond0"_s, bondHead}, {networkPath(), "HOSTNAME=db1\n"}});
    const IfcfgFormat format(service(5));
    BondPlan plan = format.read(snapshot).bonds.first().plan;
    plan.ipv6.method = IpMethod::Manual;
    plan.ipv6.addresses = {u"2001:db8::1/64"_s};
    FileSnapshot after = snapshot;
    applyTo(&after, format.render(plan, snapshot)->changes);
    QCOMPARE(after.find(networkPath())->content, QByteArray("HOSTNAME=db1\nNETWORKING_IPV6=yes\n"));
    QCOMPARE(format.read(after).bonds.first().plan, plan);
}

void TestIfcfgKinds::aDotInTheName_data()
{
    QTest::addColumn<Dialect>("dialect");
    for (const int release : {5, 6, 7, 8})
        QTest::addRow("service %d", release) << service(release);
    for (const int release : {7, 8, 9})
        QTest::addRow("NetworkManager %d", release) << manager(release);
}

/// Its VLANs are VLANs of it, whoever reads their names; also after it got that name.
void TestIfcfgKinds::aDotInTheName()
{
    QFETCH(Dialect, dialect);
    const IfcfgFormat format(dialect);
    BondPlan plan;
    plan.name = u"b-o_n.d"_s;
    plan.options = {{u"miimon"_s, u"100"_s}};
    plan.slaves = {{u"e.1"_s, {}, {}, {}}};
    VlanPlan vlan;
    vlan.id = 9;
    vlan.ipv4.method = IpMethod::Auto;
    plan.vlans = {vlan};
    const auto rendering = format.render(plan, {});
    QVERIFY2(rendering, rendering ? "" : qPrintable(rendering.error().message));
    FileSnapshot snapshot;
    applyTo(&snapshot, rendering->changes);
    const Reading reading = format.read(snapshot);
    QCOMPARE(planToJson(reading.bonds.first().plan), planToJson(plan));
    QVERIFY(!hasErrors(reading.findings));
    QVERIFY(format.render(plan, snapshot)->changes.isEmpty());

    BondPlan before = renamedPlan(plan, u"bond0"_s);
    before.replaces.clear();
    FileSnapshot other;
    applyTo(&other, format.render(before, other)->changes);
    const auto renamed = renderReplacing(format, renamedPlan(before, plan.name), other);
    QVERIFY2(renamed, renamed ? "" : qPrintable(renamed.error().message));
    applyTo(&other, renamed->changes);
    QCOMPARE(planToJson(format.read(other).bonds.first().plan), planToJson(plan));
}

void TestIfcfgKinds::guardsTheOtherBond()
{
    const FileSnapshot snapshot = snapshotOf(
        {{u"/etc/modprobe.d/b.conf"_s, "alias bond0 bonding\nalias bond1 bonding\noptions bond0 mode=1 miimon=100\n"},
         {u"ifcfg-bond0"_s, "DEVICE=bond0\n"},
         {u"ifcfg-bond1"_s, "DEVICE=bond1\n"}});
    const IfcfgFormat format(service(6));
    BondPlan plan = format.read(snapshot).bonds.first().plan;
    plan.options[u"miimon"_s] = u"50"_s;
    const auto rendering = format.render(plan, snapshot);
    QVERIFY(rendering && hasErrors(rendering->findings));
}

void TestIfcfgKinds::migrationRefuses_data()
{
    QTest::addColumn<QByteArray>("bond");
    QTest::addColumn<QByteArray>("slave");
    QTest::addColumn<QString>("code");
    const QByteArray slave = "DEVICE=eth0\nMASTER=bond0\nSLAVE=yes\n";
    QTest::newRow("no slaves") << bondHead << QByteArray() << u"slaves.none"_s;
    QTest::newRow("no monitoring") << QByteArray("DEVICE=bond0\nBONDING_OPTS=mode=1\n") << slave
                                   << u"monitoring.none"_s;
    QTest::newRow("bridge") << bondHead + "BRIDGE=br0\n" << slave << u"migration.bridge"_s;
    QTest::newRow("only a shell knows") << bondHead + "IPADDR=$(hostname -i)\n" << slave << u"ifcfg.dynamic"_s;
    QTest::newRow("a NIC that nobody knows")
        << bondHead << QByteArray("HWADDR=52:54:00:00:00:01\nMASTER=bond0\nSLAVE=yes\n") << u"ifcfg.no-device"_s;
}

void TestIfcfgKinds::migrationRefuses()
{
    QFETCH(QByteArray, bond);
    QFETCH(QByteArray, slave);
    QFETCH(QString, code);
    const FileSnapshot snapshot = snapshotOf({{u"ifcfg-bond0"_s, bond}, {u"ifcfg-nic"_s, slave}});
    const IfcfgFormat format(service(7));
    const auto rendering = migrate(u"bond0"_s, format, snapshot, format, FileSnapshot());
    QVERIFY(rendering);
    QVERIFY(std::any_of(rendering->findings.cbegin(), rendering->findings.cend(), [&](const Finding &finding) {
        return finding.code == code && finding.severity == Severity::Error;
    }));
}

void TestIfcfgKinds::renames()
{
    const Files before{
        {u"ifcfg-bond0"_s, "# uplink\nDEVICE=bond0\nNAME=bond0\nZONE=dmz\nIPADDR=192.0.2.10\nPREFIX=24\n"},
        {u"ifcfg-bond0:1"_s, "DEVICE=bond0:1\nONPARENT=yes\nIPADDR=192.0.2.11\nPREFIX=24\n"},
        {u"ifcfg-bond0.10"_s, "DEVICE=bond0.10\nVLAN=yes\nBOOTPROTO=none\n"},
        {u"ifcfg-storage"_s, "DEVICE=storage\nVLAN=yes\nPHYSDEV=bond0\nVID=20\n"},
        {u"ifcfg-eth0"_s, "DEVICE=eth0\nMASTER=bond0\nSLAVE=yes # left\n"},
        {u"ifcfg-bond01"_s, "DEVICE=bond01\nBOOTPROTO=none\n"},
        {u"route-bond0"_s, "10.0.0.0/8 via 192.0.2.1 dev bond0 table 7\n"},
        {u"/etc/sysconfig/network"_s, "GATEWAY=192.0.2.1\nGATEWAYDEV=bond0\n"},
        {u"/etc/modprobe.d/b.conf"_s, "alias bond0 bonding\noptions bond0 mode=1 miimon=100\n"}};
    const IfcfgFormat format(service(6));
    const FileSnapshot snapshot = snapshotOf(before);
    const BondPlan plan = format.read(snapshot).bonds.first().plan;
    QCOMPARE(textOf(plan),
             u"active-backup miimon=100 | eth0 | 192.0.2.10/24 192.0.2.11/24 via 192.0.2.1 | | "
             "bond0.10:10 storage:20"_s);
    const auto rendering = renderReplacing(format, renamedPlan(plan, u"uplink"_s), snapshot);
    QVERIFY2(rendering, rendering ? "" : qPrintable(rendering.error().message));
    const FileSnapshot after = snapshot.with(rendering->changes);
    const auto text = [&](const QString &name) {
        return after.files.value(name.startsWith(u'/') ? name : scriptsFolder() + u'/' + name).content;
    };
    QCOMPARE(text(u"ifcfg-uplink"_s),
             "# uplink\nDEVICE=uplink\nNAME=uplink\nZONE=dmz\nIPADDR=192.0.2.10\nPREFIX=24\n"
             "BONDING_OPTS=\"mode=1 miimon=100\"\n");
    QCOMPARE(text(u"ifcfg-uplink:1"_s), "DEVICE=uplink:1\nONPARENT=yes\nIPADDR=192.0.2.11\nPREFIX=24\n");
    QCOMPARE(text(u"ifcfg-uplink.10"_s), "DEVICE=uplink.10\nVLAN=yes\nBOOTPROTO=none\n");
    QCOMPARE(text(u"ifcfg-storage"_s), "DEVICE=storage\nVLAN=yes\nPHYSDEV=uplink\nVID=20\n");
    QCOMPARE(text(u"ifcfg-eth0"_s), "DEVICE=eth0\nMASTER=uplink\nSLAVE=yes # left\n");
    QCOMPARE(text(u"ifcfg-bond01"_s), "DEVICE=bond01\nBOOTPROTO=none\n");
    QCOMPARE(text(u"route-uplink"_s), "10.0.0.0/8 via 192.0.2.1 dev uplink table 7\n");
    QCOMPARE(text(u"/etc/sysconfig/network"_s), "GATEWAY=192.0.2.1\nGATEWAYDEV=uplink\n");
    QCOMPARE(text(u"/etc/modprobe.d/b.conf"_s), "alias uplink bonding\n");
    for (const FileChange &change : rendering->changes.files)
        QVERIFY(!change.newText || !change.path.contains(u"bond0."_s));
    BondPlan same = format.read(after).bonds.first().plan;
    QCOMPARE(textOf(same), textOf(renamedPlan(plan, u"uplink"_s)));
    // And back again: what it had by its own words.
    const auto back = renderReplacing(format, renamedPlan(same, u"bond0"_s), after);
    QVERIFY(back);
    QCOMPARE(textOf(format.read(after.with(back->changes)).bonds.first().plan), textOf(plan));
}

void TestIfcfgKinds::renameRefuses_data()
{
    QTest::addColumn<Files>("files");
    QTest::addColumn<QString>("code");
    const std::pair<QString, QByteArray> bond{u"ifcfg-bond0"_s, bondHead};
    QTest::newRow("another bond") << Files{bond, {u"ifcfg-uplink"_s, "DEVICE=uplink\n"}} << u"format.name-taken"_s;
    QTest::newRow("its file is there") << Files{bond, {u"ifcfg-uplink"_s, "DEVICE=eth7\n"}} << u"format.name-taken"_s;
    QTest::newRow("a shell's") << Files{bond,
                                        {u"ifcfg-eth0"_s,
                                         "DEVICE=eth0\nSLAVE=yes\nMASTER=bond0\nif true; then\nMASTER=bond0\nfi\n"}}
                               << u"ifcfg.uncertain"_s;
}

void TestIfcfgKinds::renameRefuses()
{
    QFETCH(Files, files);
    QFETCH(QString, code);
    const IfcfgFormat format(service(7));
    BondPlan plan;
    plan.name = u"uplink"_s;
    plan.replaces = u"bond0"_s;
    const auto rendering = renderReplacing(format, plan, snapshotOf(files));
    QVERIFY(!rendering);
    QCOMPARE(rendering.error().code, code);
}

void TestIfcfgKinds::whatTheServiceTakesIsAccepted_data()
{
    QTest::addColumn<QByteArray>("bond");
    QTest::addColumn<bool>("hasSlave");
    const auto options = [](const char *text) { return "DEVICE=bond0\nBONDING_OPTS='" + QByteArray(text) + "'\n"; };
    QTest::newRow("nothing") << QByteArray("DEVICE=bond0\nTYPE=Bond\n") << true;
    QTest::newRow("no monitoring") << options("mode=1") << true;
    QTest::newRow("switched off") << options("mode=4 miimon=0") << true;
    QTest::newRow("no slaves") << options("mode=1 miimon=100") << false;
    QTest::newRow("targets alone") << options("mode=1 arp_ip_target=192.0.2.1") << true;
    QTest::newRow("no targets") << options("mode=1 arp_interval=1000") << true;
    QTest::newRow("nothing to validate") << options("mode=1 miimon=100 arp_validate=all") << true;
    QTest::newRow("never enough links") << options("mode=4 miimon=100 min_links=5") << true;
}

/// check(), render() and apply agree about what was read; a migration does not make it once more.
void TestIfcfgKinds::whatTheServiceTakesIsAccepted()
{
    QFETCH(QByteArray, bond);
    QFETCH(bool, hasSlave);
    Files files{{u"ifcfg-bond0"_s, bond}};
    if (hasSlave)
        files.append({u"ifcfg-eth0"_s, "DEVICE=eth0\nMASTER=bond0\nSLAVE=yes\n"});
    const FileSnapshot snapshot = snapshotOf(files);
    for (const int release : {5, 6, 7}) {
        const IfcfgFormat format(service(release));
        const BondPlan plan = format.read(snapshot).bonds.first().plan;
        const QList<Finding> findings = check(plan, HostFacts());
        QVERIFY2(!hasErrors(findings), findings.isEmpty() ? "" : qPrintable(findings.first().message));
        const auto parsed = planFromJson(planToJson(plan));
        QVERIFY(parsed && parsed->plan == plan);
        const auto rendering = format.render(plan, snapshot);
        QVERIFY(rendering && rendering->changes.isEmpty());
        const auto moved = migrate(u"bond0"_s, format, snapshot, format, FileSnapshot());
        QCOMPARE(moved && hasErrors(moved->findings), !plan.accept.isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestIfcfgKinds)
#include "tst_ifcfgkinds.moc"
