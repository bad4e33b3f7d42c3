// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/formatlist.h"
#include "formats/migration.h"
#include "tests/formats/snapshots.h"
#include "tests/support/plans.h"

#include <QTest>

#include <algorithm>

using namespace bondwright;
using namespace bondwright::formats;
using namespace bondwright::test;
using namespace Qt::StringLiterals;

using Texts = QMap<QString, QByteArray>; ///< by path

/// Formats that are read mostly to move away from.
class TestReadFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wicked()
    {
        FileSnapshot files;
        const QString folder = u"/etc/sysconfig/network/"_s;
        addFile(
            &files, folder + u"ifcfg-bond0"_s,
            "STARTMODE='auto'\nBOOTPROTO='static'\nIPADDR='192.0.2.10/24'\nIPADDR_1=192.0.2.11\nNETMASK_1=255.255.0.0\n"
            "BONDING_MASTER='yes'\nBONDING_MODULE_OPTS='mode=802.3ad miimon=100 lacp_rate=1 nonsense=3'\n"
            "BONDING_SLAVE_0='eth0'\nBONDING_SLAVE_1='eth1'\nMTU=9000\nZONE=public\n");
        addFile(&files, folder + u"ifcfg-vlan20"_s, "ETHERDEVICE=bond0\nVLAN_ID=20\nBOOTPROTO=dhcp4\n");
        addFile(&files, folder + u"ifroute-bond0"_s, "default 192.0.2.254 - bond0\n10.0.0.0/8 192.0.2.1\n");
        const auto format = makeFormat(FormatId::Wicked);
        const Reading reading = format->read(files);
        QCOMPARE(reading.bonds.size(), 1);
        const BondPlan &plan = reading.bonds.first().plan;
        QCOMPARE(plan.mode, Mode::Ieee8023ad);
        QCOMPARE(plan.options, (QMap<QString, QString>{{u"lacp_rate"_s, u"fast"_s}, {u"miimon"_s, u"100"_s}}));
        QCOMPARE(plan.slaves.size(), 2);
        QCOMPARE(plan.ipv4.addresses.texts(), (QStringList{u"192.0.2.10/24"_s, u"192.0.2.11/16"_s}));
        QCOMPARE(plan.ipv4.gateway.text(), u"192.0.2.254"_s);
        QCOMPARE(plan.ipv4.routes.size(), 1);
        QCOMPARE(plan.mtu, 9000);
        QCOMPARE(plan.vlans.size(), 1);
        QCOMPARE(plan.vlans.first().name, u"vlan20"_s);
        QCOMPARE(plan.vlans.first().ipv4.method, IpMethod::Auto);
        QCOMPARE(reading.findings.size(), 1);
        QCOMPARE(format->leftBehind(reading.bonds.first(), files).size(), 1);
        QVERIFY(format->render(plan, files)->changes.isEmpty());

        // Moved from there: what made the bond goes.
        const auto moved = migrate(u"bond0"_s, *format, files, *makeFormat(FormatId::Networkd), files);
        QVERIFY2(moved, moved ? "" : qPrintable(moved.error().message));
        QVERIFY(!hasErrors(moved->findings));
        QStringList gone;
        for (const FileChange &change : moved->changes.files) {
            QVERIFY(change.path.startsWith(u"/etc/systemd/network/") || change.isDeletion());
            if (change.isDeletion())
                gone.append(change.path.section(u'/', -1));
        }
        gone.sort();
        QCOMPARE(gone, (QStringList{u"ifcfg-bond0"_s, u"ifcfg-vlan20"_s, u"ifroute-bond0"_s}));
    }

    /// What a change does not concern stays as it stands, to the byte.
    void wickedEdited()
    {
        FileSnapshot files;
        const QString folder = u"/etc/sysconfig/network/"_s;
        addFile(&files, folder + u"ifcfg-bond0"_s,
                "# by hand\nSTARTMODE='onboot'\nBOOTPROTO='static'\nIPADDR=192.0.2.10\nNETMASK=255.255.255.0\n"
                "BONDING_MASTER='yes'\nBONDING_MODULE_OPTS='mode=1 miimon=200'\nBONDING_SLAVE0='eth0'\n"
                "BONDING_SLAVE1='eth1'\nZONE=public\n");
        addFile(&files, folder + u"ifcfg-eth0"_s,
                "STARTMODE=hotplug\nBOOTPROTO=none\nETHTOOL_OPTIONS='-K iface tso off'\n");
        addFile(&files, folder + u"ifcfg-eth1"_s, "STARTMODE=hotplug\nBOOTPROTO=none\n");
        addFile(&files, folder + u"routes"_s, "# all\ndefault 192.0.2.254 - bond0\n10.9.0.0/16 192.0.2.9 - eth7\n");
        addFile(&files, folder + u"ifroute-bond0"_s,
                "10.0.0.0/8 192.0.2.1 - - metric 7\n10.7.0.0/16 192.0.2.1 - - table 9\n");
        const auto format = makeFormat(FormatId::Wicked);
        const Reading reading = format->read(files);
        BondPlan plan = reading.bonds.first().plan;
        QCOMPARE(plan.ipv4.routes, QList<IpRoute>({{u"10.0.0.0/8"_s, u"192.0.2.1"_s, 7}}));
        const QList<Finding> left = format->leftBehind(reading.bonds.first(), files);
        QCOMPARE(left.size(), 2); // ZONE and the route of another table
        plan.options.insert(u"miimon"_s, u"100"_s);
        plan.ipv4.gateway = u"192.0.2.253"_s;
        const auto changed = format->render(plan, files);
        QVERIFY(changed && !hasErrors(changed->findings));
        QCOMPARE(changed->changes.files.size(), 2);
        QCOMPARE(*changed->changes.find(folder + u"ifcfg-bond0"_s)->newText,
                 QByteArray(files.find(folder + u"ifcfg-bond0"_s)->content)
                     .replace("'mode=1 miimon=200'", "\"mode=active-backup miimon=100\""));
        QCOMPARE(*changed->changes.find(folder + u"routes"_s)->newText,
                 QByteArray("# all\ndefault 192.0.2.253 - bond0\n10.9.0.0/16 192.0.2.9 - eth7\n"));
        const auto removed = format->remove(u"bond0"_s, files);
        applyTo(&files, removed->changes);
        // The port that has settings of its own keeps them.
        QCOMPARE(files.files.keys(), (QStringList{folder + u"ifcfg-eth0"_s, folder + u"routes"_s}));
        QCOMPARE(files.find(folder + u"routes"_s)->content, QByteArray("# all\n10.9.0.0/16 192.0.2.9 - eth7\n"));
    }

    /// A line of the file "routes" that names no interface, as YaST writes the default route, goes to the interface
    /// whose address reaches the gateway (__ni_suse_addrconf_static()).
    void wickedSharedRoutes_data()
    {
        QTest::addColumn<QByteArray>("routes");
        QTest::addColumn<QByteArray>("ownRoutes");
        QTest::addColumn<QStringList>("read"); ///< gateways of the bond, its VLAN and IPv6; then the bond's routes
        QTest::addColumn<QString>("newGateway");
        QTest::addColumn<QByteArray>("changedRoutes");
        QTest::addColumn<QByteArray>("changedOwnRoutes");
        QTest::addColumn<QByteArray>("routesLeft"); ///< when the bond has gone
        const QString gateway = u"192.168.1.1"_s;
        QTest::newRow("YaST's default") << QByteArray("default 192.168.1.1 - -\n") << QByteArray()
                                        << QStringList{gateway, u""_s, u""_s} << u"192.168.1.9"_s
                                        << QByteArray("default 192.168.1.9 - -\n") << QByteArray() << QByteArray("");
        QTest::newRow("short, and a route")
            << QByteArray("# all\ndefault 192.168.1.1\n172.16.0.0/12 192.168.1.254\n") << QByteArray()
            << QStringList{gateway, u""_s, u""_s, u"172.16.0.0/12"_s} << u"192.168.1.9"_s
            << QByteArray("# all\ndefault 192.168.1.9 - -\n172.16.0.0/12 192.168.1.254\n") << QByteArray()
            << QByteArray("# all\n");
        QTest::newRow("of its VLAN and IPv6")
            << QByteArray("default 10.20.0.1 - -\ndefault 2001:db8::1 - -\n") << QByteArray()
            << QStringList{u""_s, u"10.20.0.1"_s, u"2001:db8::1"_s} << u"192.168.1.9"_s
            << QByteArray("default 10.20.0.1 - -\ndefault 2001:db8::1 - -\n")
            << QByteArray("default 192.168.1.9 - bond0\n") << QByteArray("");
        QTest::newRow("of others")
            << QByteArray("default 192.168.9.1 - -\ndefault fe80::1 - -\n10.1.0.0/16 192.168.1.2 - eth9\n")
            << QByteArray() << QStringList{u""_s, u""_s, u""_s} << gateway
            << QByteArray("default 192.168.9.1 - -\ndefault fe80::1 - -\n10.1.0.0/16 192.168.1.2 - eth9\n")
            << QByteArray("default 192.168.1.1 - bond0\n")
            << QByteArray("default 192.168.9.1 - -\ndefault fe80::1 - -\n10.1.0.0/16 192.168.1.2 - eth9\n");
        QTest::newRow("through a route of its own")
            << QByteArray("default 10.5.0.1 - -\n") << QByteArray("10.5.0.0/16 - - bond0\n")
            << QStringList{u"10.5.0.1"_s, u""_s, u""_s, u"10.5.0.0/16"_s} << u"10.5.0.2"_s
            << QByteArray("default 10.5.0.2 - -\n") << QByteArray("10.5.0.0/16 - - bond0\n") << QByteArray("");
        QTest::newRow("not reached any more")
            << QByteArray("default 192.168.1.1 - -\n") << QByteArray() << QStringList{gateway, u""_s, u""_s}
            << u"192.168.7.1"_s << QByteArray("default 192.168.7.1 - bond0\n") << QByteArray() << QByteArray("");
        QTest::newRow("no gateway any more")
            << QByteArray("default 192.168.1.1 - -\n") << QByteArray() << QStringList{gateway, u""_s, u""_s}
            << QString() << QByteArray("") << QByteArray() << QByteArray("");
    }
    void wickedSharedRoutes()
    {
        QFETCH(QByteArray, routes);
        QFETCH(QByteArray, ownRoutes);
        QFETCH(QString, newGateway);
        FileSnapshot files;
        const QString folder = u"/etc/sysconfig/network/"_s;
        addFile(&files, folder + u"ifcfg-bond0"_s,
                "STARTMODE=auto\nBOOTPROTO=static\nIPADDR=192.168.1.5/24\nIPADDR_1=2001:db8::5/64\nBONDING_MASTER=yes\n"
                "BONDING_SLAVE_0=eth0\nBONDING_MODULE_OPTS='mode=active-backup miimon=100'\n");
        addFile(&files, folder + u"ifcfg-vlan20"_s, "ETHERDEVICE=bond0\nVLAN_ID=20\nIPADDR=10.20.0.5/24\n");
        addFile(&files, folder + u"routes"_s, routes);
        if (!ownRoutes.isEmpty())
            addFile(&files, folder + u"ifroute-bond0"_s, ownRoutes);
        const auto format = makeFormat(FormatId::Wicked);
        const Reading reading = format->read(files);
        BondPlan plan = reading.bonds.first().plan;
        QStringList read{plan.ipv4.gateway.text(), plan.vlans.first().ipv4.gateway.text(), plan.ipv6.gateway.text()};
        for (const IpRoute &route : std::as_const(plan.ipv4.routes))
            read.append(route.destination.text());
        QTEST(read, "read");
        QVERIFY(format->render(plan, files)->changes.isEmpty());

        const auto moved = migrate(u"bond0"_s, *format, files, *makeFormat(FormatId::Networkd), {});
        QVERIFY2(moved, moved ? "" : qPrintable(moved.error().message));
        FileSnapshot after = files.with(moved->changes);
        QTEST(QByteArray(after.find(folder + u"routes"_s)->content), "routesLeft");
        QCOMPARE(makeFormat(FormatId::Networkd)->read(after).bonds.first().plan.ipv4, plan.ipv4);

        plan.ipv4.gateway = newGateway;
        const FileSnapshot changed = files.with(format->render(plan, files)->changes);
        QTEST(QByteArray(changed.find(folder + u"routes"_s)->content), "changedRoutes");
        QFETCH(QByteArray, changedOwnRoutes);
        const FileState *own = changed.find(folder + u"ifroute-bond0"_s);
        QCOMPARE(own ? own->content : QByteArray(), changedOwnRoutes);
        QCOMPARE(format->read(changed).bonds.first().plan.ipv4, plan.ipv4);
    }

    /// Who makes a bond of the NIC with the address needs no second default route.
    void wickedTakesTheDefaultOver()
    {
        FileSnapshot files;
        const QString folder = u"/etc/sysconfig/network/"_s;
        addFile(&files, folder + u"ifcfg-eth0"_s, "BOOTPROTO=static\nIPADDR=192.168.1.5/24\n");
        addFile(&files, folder + u"routes"_s, "default 192.168.1.1 - -\n");
        BondPlan plan = usualPlan(Mode::ActiveBackup);
        plan.ipv4.method = IpMethod::Manual;
        plan.ipv4.addresses = {u"192.168.1.5/24"_s};
        plan.ipv4.gateway = u"192.168.1.1"_s;
        plan.ipv4.routes = {};
        const auto format = makeFormat(FormatId::Wicked);
        const auto rendered = format->render(plan, files);
        QVERIFY(!rendered->changes.find(folder + u"routes"_s));
        QVERIFY(!rendered->changes.find(folder + u"ifroute-"_s + plan.name));
        QCOMPARE(format->read(files.with(rendered->changes)).bonds.first().plan.ipv4, plan.ipv4);
    }

    /// ni_bonding_validate(): wicked would make no bond at all.
    void wickedRefuses()
    {
        BondPlan plan = usualPlan(Mode::BalanceTlb);
        plan.options.insert(u"xmit_hash_policy"_s, u"layer3+4"_s);
        const auto format = makeFormat(FormatId::Wicked);
        const auto fields = [&format, &plan] {
            QStringList found;
            const auto rendering = format->render(plan, {});
            for (const Finding &finding : rendering->findings)
                found.append(finding.field);
            return found;
        };
        QCOMPARE(fields(), QStringList(u"options.xmit_hash_policy"_s));
        plan.options = QMap<QString, QString>{{u"updelay"_s, u"50"_s}, {u"miimon"_s, u"100"_s}};
        QCOMPARE(fields(), QStringList(u"options.updelay"_s));
        plan.options = {};
        QCOMPARE(fields(), QStringList(u"options.miimon"_s));
        plan.mode = Mode::ActiveBackup; // no file keeps which slave is active just now
        plan.options = QMap<QString, QString>{{u"miimon"_s, u"100"_s}, {u"active_slave"_s, u"eth1"_s}};
        QCOMPARE(fields(), QStringList(u"options.active_slave"_s));
    }

    /// A static address under BOOTPROTO=none is not set, and a name may end with the VLAN's number.
    void wickedAsItsSourceSays()
    {
        FileSnapshot files;
        const QString folder = u"/etc/sysconfig/network/"_s;
        addFile(&files, folder + u"ifcfg-bond0"_s,
                "BOOTPROTO=none\nIPADDR=192.0.2.10/24\nBONDING_MASTER=yes\nBONDING_SLAVE_0=eth0\n"
                "BONDING_MODULE_OPTS='mode=1 miimon=100'\n");
        addFile(&files, folder + u"ifcfg-data12"_s, "ETHERDEVICE=bond0\nBOOTPROTO=auto6\nMTU=1400\n");
        const BondPlan plan = makeFormat(FormatId::Wicked)->read(files).bonds.first().plan;
        QCOMPARE(plan.ipv4.method, IpMethod::Disabled);
        QCOMPARE(plan.ipv4.addresses.texts(), QStringList());
        QCOMPARE(plan.vlans.first().id, 12);
        QCOMPARE(plan.vlans.first().mtu, 1400);
        QCOMPARE(plan.vlans.first().ipv4.method, IpMethod::Disabled);
        QCOMPARE(plan.vlans.first().ipv6.method, IpMethod::Auto);
    }

    void dracut()
    {
        FileSnapshot files;
        addFile(&files, u"/etc/cmdline.d/net.conf"_s,
                "bond=bond7:eth2,eth3:mode=active-backup,arp_interval=500,arp_ip_target=192.0.2.1;192.0.2.2:1400\n"
                "ip=192.0.2.10::192.0.2.254:255.255.255.0:host:bond7:none vlan=bond7.5:bond7 ip=bond7.5:dhcp\n"
                "ip=[2001:db8::1]:::64::bond7:none nameserver=192.0.2.53 rd.route=10.0.0.0/8:192.0.2.1:bond7\n");
        const Reading reading = makeFormat(FormatId::Dracut)->read(files);
        QCOMPARE(reading.bonds.size(), 1);
        const BondPlan &plan = reading.bonds.first().plan;
        QCOMPARE(plan.mode, Mode::ActiveBackup);
        QCOMPARE(plan.options.value(u"arp_ip_target"_s), u"192.0.2.1,192.0.2.2"_s);
        QCOMPARE(plan.mtu, 1400);
        QCOMPARE(plan.ipv4.addresses.texts(), QStringList(u"192.0.2.10/24"_s));
        QCOMPARE(plan.ipv4.gateway.text(), u"192.0.2.254"_s);
        QCOMPARE(plan.ipv6.addresses.texts(), QStringList(u"2001:db8::1/64"_s));
        QCOMPARE(plan.ipv4.dns.texts(), QStringList(u"192.0.2.53"_s));
        QCOMPARE(plan.ipv4.routes.size(), 1);
        QCOMPARE(plan.vlans.size(), 1);
        QCOMPARE(plan.vlans.first().ipv4.method, IpMethod::Auto);
        FileSnapshot other;
        addFile(&other, u"/etc/cmdline.d/net.conf"_s,
                "bond=bond0:eth0,eth1:mode=1 ip=bond0:dhcp nameserver=[2001:db8::53] nameserver=192.0.2.53\n");
        const BondPlan byDhcp = makeFormat(FormatId::Dracut)->read(other).bonds.first().plan;
        QCOMPARE(byDhcp.ipv4.dns.texts(), QStringList(u"192.0.2.53"_s));
        QCOMPARE(byDhcp.ipv6.dns.texts(), QStringList()); // it has no IPv6 address to ask there with
        FileSnapshot grub;
        addFile(&grub, u"/etc/default/grub"_s, "GRUB_CMDLINE_LINUX=\"quiet bond=bond0\"\n");
        const BondPlan least = makeFormat(FormatId::Dracut)->read(grub).bonds.first().plan;
        QCOMPARE(least.slaves.size(), 2);
        QCOMPARE(least.mode, Mode::BalanceRr); // the driver's default

        // An administrator's file with more in it is not changed: after a migration it stays, and that is reported.
        const auto moved
            = migrate(u"bond7"_s, *makeFormat(FormatId::Dracut), files, *makeFormat(FormatId::Networkd), files);
        QVERIFY2(moved, moved ? "" : qPrintable(moved.error().message));
        for (const Finding &f : moved->findings)
            QVERIFY2(f.severity != Severity::Error, qPrintable(f.code + u' ' + f.field + u' ' + f.message));
        QVERIFY(std::any_of(moved->findings.cbegin(), moved->findings.cend(),
                            [](const Finding &f) { return f.code == u"migration.old-files"; }));
        QCOMPARE(makeFormat(FormatId::Dracut)->render(plan, files).error().code, u"format.shared-file"_s);
    }

    void cloudInitVersion1()
    {
        FileSnapshot files;
        addFile(
            &files, u"/etc/cloud/cloud.cfg.d/50-net.cfg"_s,
            "network:\n  version: 1\n  config:\n  - type: physical\n    name: eth0\n  - type: bond\n    name: bond0\n"
            "    bond_interfaces: [eth0, eth1]\n    params: {bond-mode: active-backup, bond-miimon: 100}\n"
            "    subnets:\n    - {type: static, address: 192.0.2.10/24, gateway: 192.0.2.254}\n"
            "  - {type: vlan, name: bond0.5, vlan_link: bond0, vlan_id: 5, subnets: [{type: dhcp4}]}\n");
        const Reading reading = makeFormat(FormatId::CloudInit)->read(files);
        QCOMPARE(reading.bonds.size(), 1);
        const BondPlan &plan = reading.bonds.first().plan;
        QCOMPARE(plan.mode, Mode::ActiveBackup);
        QCOMPARE(plan.options.value(u"miimon"_s), u"100"_s);
        QCOMPARE(plan.ipv4.gateway.text(), u"192.0.2.254"_s);
        QCOMPARE(plan.vlans.first().ipv4.method, IpMethod::Auto);
        QCOMPARE(makeFormat(FormatId::CloudInit)->render(plan, files).error().code, u"format.shared-file"_s);
    }

    void aBridgeAboveIsNamed_data()
    {
        QTest::addColumn<Texts>("files");
        QTest::newRow("networkd") << Texts{
            {u"/etc/systemd/network/10-bond0.netdev"_s,
             "[NetDev]\nName=bond0\nKind=bond\n[Bond]\nMode=active-backup\nMIIMonitorSec=0.1\n"},
            {u"/etc/systemd/network/10-bond0.network"_s, "[Match]\nName=bond0\n[Network]\nBridge=br0\n"},
            {u"/etc/systemd/network/20-eth0.network"_s, "[Match]\nName=eth0\n[Network]\nBond=bond0\n"}};
        QTest::newRow("ifupdown") << Texts{
            {u"/etc/network/interfaces"_s,
             "auto bond0\niface bond0 inet manual\n bond-mode active-backup\n bond-miimon 100\n bond-slaves eth0 eth1\n"
             "auto br0\niface br0 inet dhcp\n bridge_ports bond0\n"}};
        QTest::newRow("ifupdown, a VLAN of it") << Texts{
            {u"/etc/network/interfaces"_s,
             "auto bond0\niface bond0 inet manual\n bond-mode active-backup\n bond-miimon 100\n bond-slaves eth0 eth1\n"
             "auto bond0.5\niface bond0.5 inet manual\nauto br0\niface br0 inet dhcp\n bridge-ports eth7 bond0.5\n"}};
        QTest::newRow("ifupdown, a VLAN that only the bridge names") << Texts{
            {u"/etc/network/interfaces"_s,
             "auto bond0\niface bond0 inet manual\n bond-mode active-backup\n bond-miimon 100\n bond-slaves eth0 eth1\n"
             "auto br0\niface br0 inet manual\n bridge-ports bond0.5\n"}};
        const Texts ifcfg{{u"/etc/sysconfig/network-scripts/ifcfg-bond0"_s,
                           "DEVICE=bond0\nTYPE=Bond\nBONDING_OPTS='mode=1 miimon=100'\n"},
                          {u"/etc/sysconfig/network-scripts/ifcfg-eth0"_s, "DEVICE=eth0\nMASTER=bond0\nSLAVE=yes\n"}};
        const QString vlan = u"/etc/sysconfig/network-scripts/ifcfg-bond0.5"_s;
        const auto with = [](Texts files, const Texts &more) {
            files.insert(more);
            return files;
        };
        QTest::newRow("ifcfg, a VLAN of it") << with(ifcfg, Texts{{vlan, "DEVICE=bond0.5\nVLAN=yes\nBRIDGE=br0\n"}});
        QTest::newRow("ifcfg, a VLAN of it by UUID")
            << with(ifcfg,
                    Texts{{vlan, "DEVICE=bond0.5\nVLAN=yes\nBRIDGE_UUID=f1e1d000-0000-4000-8000-00000000000b\n"},
                          {u"/etc/sysconfig/network-scripts/ifcfg-br0"_s,
                           "DEVICE=br0\nTYPE=Bridge\nUUID=f1e1d000-0000-4000-8000-00000000000b\n"}});
        for (const auto &[name, words] : {std::pair("nm, a VLAN of it", "master=br0\nslave-type=bridge\n"),
                                          std::pair("nm, newer words", "controller=br0\nport-type=bridge\n")})
            QTest::newRow(name) << Texts{
                {u"/etc/NetworkManager/system-connections/bond0.nmconnection"_s,
                 "[connection]\nid=bond0\nuuid=f1e1d000-0000-4000-8000-000000000001\ntype=bond\n"
                 "interface-name=bond0\n[bond]\nmode=active-backup\nmiimon=100\n"},
                {u"/etc/NetworkManager/system-connections/eth0.nmconnection"_s,
                 "[connection]\nid=eth0\nuuid=f1e1d000-0000-4000-8000-000000000002\ntype=ethernet\n"
                 "interface-name=eth0\nmaster=bond0\nslave-type=bond\n"},
                {u"/etc/NetworkManager/system-connections/five.nmconnection"_s,
                 QByteArray("[connection]\nid=five\nuuid=f1e1d000-0000-4000-8000-000000000003\ntype=vlan\n"
                            "interface-name=bond0.5\n")
                     + words + "[vlan]\nid=5\nparent=bond0\n"}};
        QTest::newRow("wicked") << Texts{
            {u"/etc/sysconfig/network/ifcfg-bond0"_s,
             "BOOTPROTO=none\nBONDING_MASTER=yes\nBONDING_SLAVE_0=eth0\nBONDING_MODULE_OPTS='mode=1 miimon=100'\n"},
            {u"/etc/sysconfig/network/ifcfg-br0"_s, "BRIDGE=yes\nBRIDGE_PORTS='bond0'\nBOOTPROTO=dhcp\n"}};
        QTest::newRow("dracut") << Texts{
            {u"/etc/cmdline.d/net.conf"_s, "bond=bond0:eth0,eth1:mode=1 bridge=br0:eth7,bond0 ip=br0:dhcp\n"}};
        QTest::newRow("nmstate") << Texts{
            {u"/etc/nmstate/bond0.yml"_s,
             "interfaces:\n- name: bond0\n  type: bond\n  link-aggregation: {mode: active-backup, port: [eth0, eth1], "
             "options: {miimon: 100}}\n- name: br0\n  type: linux-bridge\n  bridge: {port: [{name: bond0}]}\n"}};
        const QByteArray netplan
            = "network:\n  version: 2\n  ethernets:\n    eth0: {}\n    eth1: {}\n  bonds:\n    bond0:\n"
              "      interfaces: [eth0, eth1]\n      parameters: {mode: active-backup, "
              "mii-monitor-interval: 100}\n  bridges:\n    br0: {interfaces: [bond0], dhcp4: true}\n";
        QTest::newRow("cloudinit") << Texts{{u"/etc/cloud/cloud.cfg.d/90-bond0-network.cfg"_s, netplan}};
        QTest::newRow("cloudinit, version 1") << Texts{
            {u"/etc/cloud/cloud.cfg.d/90-bond0-network.cfg"_s,
             "network:\n  version: 1\n  config:\n  - {type: physical, name: eth0}\n  - {type: physical, name: eth1}\n"
             "  - {type: bond, name: bond0, bond_interfaces: [eth0, eth1], params: {bond-mode: active-backup}}\n"
             "  - {type: bridge, name: br0, bridge_interfaces: [bond0], subnets: [{type: dhcp}]}\n"}};
        if (formatIds().contains(FormatId::Netplan))
            QTest::newRow("netplan") << Texts{{u"/etc/netplan/50-bond.yaml"_s, netplan}};
    }

    /// It has the addresses, and would have no port any more.
    void aBridgeAboveIsNamed()
    {
        QFETCH(Texts, files);
        FileSnapshot snapshot;
        for (auto it = files.cbegin(); it != files.cend(); ++it)
            addFile(&snapshot, it.key(), it.value());
        const QString id = QString::fromLatin1(QTest::currentDataTag()).section(u',', 0, 0);
        const auto format = makeFormat(*formatFromName(id));
        const Reading reading = format->read(snapshot);
        QCOMPARE(reading.bonds.size(), 1);
        const auto saidOf = [&](const FileSnapshot &of) {
            QStringList said;
            for (const Finding &finding : format->read(of).findings) {
                if (finding.code == id + u".bridge"_s)
                    said.append(finding.field.section(u':', 0, 0) + u' ' + finding.message);
            }
            return said;
        };
        const QStringList said = saidOf(snapshot);
        QCOMPARE(said.size(), 1);
        QVERIFY2(files.contains(said.first().section(u' ', 0, 0)) && said.first().contains(u"br0"),
                 qPrintable(said.first()));
        const auto left = format->leftBehind(reading.bonds.first(), snapshot);
        QVERIFY(std::any_of(left.cbegin(), left.cend(), [](const Finding &finding) {
            return finding.code == u"migration.bridge" && finding.severity == Severity::Error;
        }));
        const auto moved = migrate(u"bond0"_s, *format, snapshot, *makeFormat(FormatId::NetworkManager), snapshot);
        QVERIFY(moved ? hasErrors(moved->findings) : moved.error().code == u"migration.bridge");

        // A change keeps it; of a file with more in it than the bond there is none.
        BondPlan plan = reading.bonds.first().plan;
        plan.options.insert(u"miimon"_s, u"200"_s);
        if (const auto edited = format->render(plan, snapshot)) {
            applyTo(&snapshot, edited->changes);
            QCOMPARE(saidOf(snapshot), said);
        }
    }

    void aVlanOnAVlanIsNamed_data()
    {
        QTest::addColumn<Texts>("files");
        QTest::newRow("networkd") << Texts{
            {u"/etc/systemd/network/10-bond0.netdev"_s,
             "[NetDev]\nName=bond0\nKind=bond\n[Bond]\nMode=active-backup\nMIIMonitorSec=0.1\n"},
            {u"/etc/systemd/network/10-bond0.network"_s, "[Match]\nName=bond0\n[Network]\nVLAN=bond0.5\n"},
            {u"/etc/systemd/network/20-five.netdev"_s, "[NetDev]\nName=bond0.5\nKind=vlan\n[VLAN]\nId=5\n"},
            {u"/etc/systemd/network/20-five.network"_s, "[Match]\nName=bond0.5\n[Network]\nVLAN=bond0.5.6\n"},
            {u"/etc/systemd/network/30-six.netdev"_s, "[NetDev]\nName=bond0.5.6\nKind=vlan\n[VLAN]\nId=6\n"}};
        QTest::newRow("ifupdown") << Texts{
            {u"/etc/network/interfaces"_s,
             "auto bond0\niface bond0 inet manual\n bond-mode active-backup\n bond-miimon 100\n bond-slaves eth0 eth1\n"
             "auto bond0.5\niface bond0.5 inet manual\n"
             "auto bond0.5.6\niface bond0.5.6 inet static\n address 192.0.2.6/24\n"}};
        if (formatIds().contains(FormatId::Netplan))
            QTest::newRow("netplan") << Texts{
                {u"/etc/netplan/50-bond.yaml"_s,
                 "network:\n  ethernets:\n    eth0: {}\n    eth1: {}\n  bonds:\n    bond0:\n      interfaces: [eth0, "
                 "eth1]\n"
                 "      parameters: {mode: active-backup, mii-monitor-interval: 100}\n  vlans:\n"
                 "    bond0.5: {id: 5, link: bond0}\n    bond0.5.6: {id: 6, link: bond0.5}\n"}};
    }

    /// No plan says it: it stays where it is, and the bond does not move without it.
    void aVlanOnAVlanIsNamed()
    {
        QFETCH(Texts, files);
        FileSnapshot snapshot;
        for (auto it = files.cbegin(); it != files.cend(); ++it)
            addFile(&snapshot, it.key(), it.value());
        const QString id = QString::fromLatin1(QTest::currentDataTag());
        const auto format = makeFormat(*formatFromName(id));
        const Reading reading = format->read(snapshot);
        QCOMPARE(reading.bonds.size(), 1);
        QCOMPARE(reading.bonds.first().plan.vlans.size(), 1);
        const auto count = [](const QList<Finding> &findings, const QString &code) {
            return std::count_if(findings.cbegin(), findings.cend(), [&code](const Finding &finding) {
                return finding.code == code && finding.message.contains(u"bond0.5.6");
            });
        };
        QCOMPARE(count(reading.findings, id + u".vlan-on-vlan"_s), 1);
        const auto left = format->leftBehind(reading.bonds.first(), snapshot);
        QCOMPARE(count(left, u"migration.vlan-on-vlan"_s), 1);
        QVERIFY(hasErrors(left));
        const auto again = format->render(reading.bonds.first().plan, snapshot);
        QVERIFY2(again, again ? "" : qPrintable(again.error().message));
        QVERIFY(again->changes.isEmpty());
    }

    void aPortThatIsAVlanIsNamed_data()
    {
        QTest::addColumn<Texts>("files");
        const QString scripts = u"/etc/sysconfig/network-scripts/ifcfg-"_s;
        QTest::newRow("ifcfg") << Texts{
            {scripts + u"bond0"_s, "DEVICE=bond0\nTYPE=Bond\nBONDING_OPTS='mode=1 miimon=100'\n"},
            {scripts + u"eth0.10"_s, "DEVICE=eth0.10\nVLAN=yes\nMASTER=bond0\nSLAVE=yes\n"},
            {scripts + u"eth1"_s, "DEVICE=eth1\nMASTER=bond0\nSLAVE=yes\n"}};
        const QString profiles = u"/etc/NetworkManager/system-connections/"_s;
        QTest::newRow("nm") << Texts{
            {profiles + u"bond0.nmconnection"_s,
             "[connection]\nid=bond0\nuuid=f1e1d000-0000-4000-8000-000000000001\ntype=bond\ninterface-name=bond0\n"
             "[bond]\nmode=active-backup\nmiimon=100\n"},
            {profiles + u"eth1.nmconnection"_s,
             "[connection]\nid=eth1\nuuid=f1e1d000-0000-4000-8000-000000000002\ntype=ethernet\n"
             "interface-name=eth1\nmaster=bond0\nslave-type=bond\n"},
            {profiles + u"ten.nmconnection"_s,
             "[connection]\nid=ten\nuuid=f1e1d000-0000-4000-8000-000000000003\ntype=vlan\n"
             "interface-name=eth0.10\nmaster=bond0\nslave-type=bond\n[vlan]\nid=10\nparent=eth0\n"}};
        const QString units = u"/etc/systemd/network/"_s;
        QTest::newRow("networkd") << Texts{
            {units + u"10-bond0.netdev"_s,
             "[NetDev]\nName=bond0\nKind=bond\n[Bond]\nMode=active-backup\nMIIMonitorSec=0.1\n"},
            {units + u"10-bond0.network"_s, "[Match]\nName=bond0\n[Network]\nDHCP=yes\n"},
            {units + u"20-ten.netdev"_s, "[NetDev]\nName=eth0.10\nKind=vlan\n[VLAN]\nId=10\n"},
            {units + u"20-eth0.network"_s, "[Match]\nName=eth0\n[Network]\nVLAN=eth0.10\n"},
            {units + u"30-ports.network"_s, "[Match]\nName=eth0.10 eth1\n[Network]\nBond=bond0\n"}};
        QTest::newRow("ifupdown") << Texts{
            {u"/etc/network/interfaces"_s,
             "auto bond0\niface bond0 inet dhcp\n bond-mode active-backup\n bond-miimon 100\n"
             " bond-slaves eth0.10 eth1\niface eth0.10 inet manual\n"}};
        QTest::newRow("ifupdown, by its key")
            << Texts{{u"/etc/network/interfaces"_s,
                      "auto bond0\niface bond0 inet dhcp\n bond-mode active-backup\n bond-miimon 100\n"
                      " bond-slaves ten eth1\niface ten inet manual\n vlan-raw-device eth0\n vlan-id 10\n"}};
        QTest::newRow("wicked") << Texts{
            {u"/etc/sysconfig/network/ifcfg-bond0"_s,
             "BOOTPROTO=dhcp\nBONDING_MASTER=yes\nBONDING_SLAVE_0=eth0.10\nBONDING_SLAVE_1=eth1\n"
             "BONDING_MODULE_OPTS='mode=1 miimon=100'\n"},
            {u"/etc/sysconfig/network/ifcfg-eth0.10"_s, "ETHERDEVICE=eth0\nVLAN_ID=10\nBOOTPROTO=none\n"}};
        QTest::newRow("dracut") << Texts{
            {u"/etc/cmdline.d/net.conf"_s, "vlan=eth0.10:eth0 bond=bond0:eth0.10,eth1:mode=1 ip=bond0:dhcp\n"}};
        QTest::newRow("nmstate") << Texts{
            {u"/etc/nmstate/bond0.yml"_s,
             "interfaces:\n- name: bond0\n  type: bond\n  link-aggregation: {mode: active-backup, port: [eth0.10, "
             "eth1], "
             "options: {miimon: 100}}\n- name: eth0.10\n  type: vlan\n  vlan: {base-iface: eth0, id: 10}\n"}};
        const QByteArray netplan
            = "network:\n  version: 2\n  ethernets:\n    eth0: {}\n    eth1: {}\n  vlans:\n"
              "    eth0.10: {id: 10, link: eth0}\n  bonds:\n    bond0:\n      interfaces: [eth0.10, eth1]\n"
              "      parameters: {mode: active-backup, mii-monitor-interval: 100}\n";
        QTest::newRow("cloudinit") << Texts{{u"/etc/cloud/cloud.cfg.d/90-bond0-network.cfg"_s, netplan}};
        QTest::newRow("cloudinit, version 1") << Texts{
            {u"/etc/cloud/cloud.cfg.d/90-bond0-network.cfg"_s,
             "network:\n  version: 1\n  config:\n  - {type: physical, name: eth0}\n  - {type: physical, name: eth1}\n"
             "  - {type: vlan, name: eth0.10, vlan_link: eth0, vlan_id: 10}\n"
             "  - {type: bond, name: bond0, bond_interfaces: [eth0.10, eth1], params: {bond-mode: active-backup}}\n"}};
        if (formatIds().contains(FormatId::Netplan))
            QTest::newRow("netplan") << Texts{{u"/etc/netplan/50-bond.yaml"_s, netplan}};
    }

    /// Nothing would make it any more. It stays as long as the bond does.
    void aPortThatIsAVlanIsNamed()
    {
        QFETCH(Texts, files);
        FileSnapshot snapshot;
        for (auto it = files.cbegin(); it != files.cend(); ++it)
            addFile(&snapshot, it.key(), it.value());
        const QString id = QString::fromLatin1(QTest::currentDataTag()).section(u',', 0, 0);
        const auto format = makeFormat(*formatFromName(id));
        const Reading reading = format->read(snapshot);
        QCOMPARE(reading.bonds.size(), 1);
        const BondPlan &plan = reading.bonds.first().plan;
        QCOMPARE(plan.slaves.size(), 2);
        const auto placesOf = [&files](const QList<Finding> &findings, const QString &code) {
            QStringList places;
            for (const Finding &finding : findings) {
                if (finding.code == code && files.contains(finding.field.section(u':', 0, 0)))
                    places.append(finding.message);
            }
            return places;
        };
        QCOMPARE(placesOf(reading.findings, id + u".vlan-port"_s).size(), 1);
        const auto left = format->leftBehind(reading.bonds.first(), snapshot);
        QCOMPARE(placesOf(left, u"migration.vlan-port"_s).size(), 1);
        QVERIFY(hasErrors(left));
        const auto again = format->render(plan, snapshot);
        QVERIFY(again ? again->changes.isEmpty() : again.error().code == u"format.shared-file");
        // A change keeps it.
        BondPlan edited = plan;
        edited.options.insert(u"miimon"_s, u"200"_s);
        if (const auto changed = format->render(edited, snapshot)) {
            applyTo(&snapshot, changed->changes);
            QCOMPARE(placesOf(format->read(snapshot).findings, id + u".vlan-port"_s).size(), 1);
        }
    }
};

QTEST_GUILESS_MAIN(TestReadFormats)
#include "tst_readformats.moc"
