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
        QCOMPARE(reading.findings.size(), 1);
        QCOMPARE(reading.findings.first().code, u"wicked.foreign-route"_s);
        QCOMPARE(reading.findings.first().field, folder + u"ifroute-bond0:2"_s);
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
        QTest::newRow("a second default")
            << QByteArray("default 192.168.1.1 - -\n") << QByteArray("default 192.168.1.2 - bond0 metric 50\n")
            << QStringList{gateway, u""_s, u""_s} << u"192.168.1.9"_s << QByteArray("default 192.168.1.9 - -\n")
            << QByteArray("default 192.168.1.2 - bond0 metric 50\n") << QByteArray("");
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
        QCOMPARE(reading.findings.size(), QTest::currentDataTag() == "a second default"_ba ? 1 : 0);
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

    void wickedLabels_data()
    {
        QTest::addColumn<QStringList>("wanted");
        QTest::addColumn<QByteArray>("text");
        const QByteArray labelled = "IPADDR_web=192.168.1.6\nPREFIXLEN_web=24\nLABEL_web=web\n";
        QTest::newRow("another is changed")
            << QStringList{u"192.168.1.9/24"_s, u"192.168.1.6/24"_s} << "IPADDR=192.168.1.9/24\n" + labelled;
        QTest::newRow("a new one") << QStringList{u"192.168.1.5/24"_s, u"192.168.1.6/24"_s, u"192.168.1.7/24"_s}
                                   << "IPADDR=192.168.1.5/24\n" + labelled + "IPADDR_1=192.168.1.7/24\n";
        QTest::newRow("another goes") << QStringList{u"192.168.1.6/24"_s} << labelled;
        QTest::newRow("it goes") << QStringList{u"192.168.1.5/24"_s} << QByteArray("IPADDR=192.168.1.5/24\n");
        QTest::newRow("it is changed") << QStringList{u"192.168.1.5/24"_s, u"192.168.1.8/24"_s}
                                       << QByteArray("IPADDR=192.168.1.5/24\nIPADDR_web=192.168.1.8/24\n");
        QTest::newRow("in another order") << QStringList{u"192.168.1.6/24"_s, u"192.168.1.5/24"_s}
                                          << QByteArray("IPADDR=192.168.1.6/24\nIPADDR_1=192.168.1.5/24\nLABEL=web\n");
    }
    /// What else is said of an address stays, and goes, with it.
    void wickedLabels()
    {
        QFETCH(QStringList, wanted);
        FileSnapshot files;
        const QString path = u"/etc/sysconfig/network/ifcfg-bond0"_s;
        addFile(&files, path,
                "BOOTPROTO=static\nBONDING_MASTER=yes\nBONDING_SLAVE_0=eth0\nBONDING_MODULE_OPTS='mode=active-backup "
                "miimon=100'\nIPADDR=192.168.1.5/24\nIPADDR_web=192.168.1.6\nPREFIXLEN_web=24\nLABEL_web=web\n");
        const auto format = makeFormat(FormatId::Wicked);
        BondPlan plan = format->read(files).bonds.first().plan;
        plan.ipv4.addresses = WrittenList<IpNetwork>(wanted);
        applyTo(&files, format->render(plan, files)->changes);
        const QByteArray text = files.find(path)->content;
        QTEST(text.mid(text.indexOf("miimon=100'\n") + 12), "text");
        QCOMPARE(format->read(files).bonds.first().plan.ipv4, plan.ipv4);
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
};

QTEST_GUILESS_MAIN(TestReadFormats)
#include "tst_readformats.moc"
