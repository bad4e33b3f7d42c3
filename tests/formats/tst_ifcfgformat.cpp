// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifcfg/ifcfgformat.h"
#include "formats/ifcfg/ifcfgreader.h"
#include "tests/formats/hostilevalues.h"
#include "tests/formats/plangenerator.h"
#include "tests/formats/realshell.h"
#include "tests/formats/snapshots.h"
#include "tests/support/plans.h"

#include <QTest>

using namespace bondwright;
using namespace bondwright::formats;
using namespace bondwright::formats::ifcfg;
using namespace bondwright::test;
using namespace Qt::StringLiterals;

namespace
{

Dialect dialect(int release, Reader reader)
{
    return *Dialect::forRelease(release, reader);
}

void restrictTo(PlanGenerator *generator, const Dialect &dialect)
{
    if (!dialect.readByService())
        return;
    generator->withLinkLocal4 = false;
    generator->withGatewaysElsewhere = generator->withSlaveExtras = false;
    generator->withVlanNames = dialect.release >= 7;
}

/// What a dialect cannot say is not asked of it.
BondPlan sayable(BondPlan plan, const Dialect &dialect)
{
    const auto adapt = [&](IpConfig *ipv4, IpConfig *ipv6) {
        while (ipv4->dns.size() + ipv6->dns.size() > 10)
            ipv4->dns.removeLast();
        if (dialect.readByService()) {
            ipv6->metric.reset();
            ipv6->search.clear();
        }
    };
    adapt(&plan.ipv4, &plan.ipv6);
    for (VlanPlan &vlan : plan.vlans)
        adapt(&vlan.ipv4, &vlan.ipv6);
    return plan;
}

QStringList sortedLines(const QByteArray &text)
{
    QStringList lines = QString::fromUtf8(text).remove(u'"').split(u'\n', Qt::SkipEmptyParts);
    lines.sort();
    return lines;
}

} // namespace

class TestIfcfgFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void classicExample_data()
    {
        QTest::addColumn<int>("release");
        QTest::addColumn<QString>("modprobe");
        QTest::newRow("release 5") << 5 << u"/etc/modprobe.conf"_s;
        QTest::newRow("release 6") << 6 << u"/etc/modprobe.d/bonding.conf"_s;
    }
    void classicExample()
    {
        QFETCH(int, release);
        QFETCH(QString, modprobe);
        const auto rendering = IfcfgFormat(*Dialect::forRelease(release)).render(usualPlan(u"192.168.1.11/24"_s), {});
        QVERIFY(rendering);
        QCOMPARE(rendering->findings.size(), 0);
        QCOMPARE(rendering->changes.files.size(), 4);
        // NM_CONTROLLED is there from release 6 on.
        const auto expected = [release](QStringList lines) {
            if (release >= 6)
                lines.append(u"NM_CONTROLLED=no"_s);
            lines.sort();
            return lines;
        };
        QCOMPARE(sortedLines(*rendering->changes.find(ifcfgPath(u"bond0"_s))->newText),
                 expected({u"BONDING_OPTS=mode=1 miimon=100"_s, u"BOOTPROTO=none"_s, u"DEVICE=bond0"_s,
                           u"IPADDR=192.168.1.11"_s, u"NETMASK=255.255.255.0"_s, u"ONBOOT=yes"_s, u"USERCTL=no"_s}));
        for (const QString &nic : {u"eth0"_s, u"eth1"_s})
            QCOMPARE(sortedLines(*rendering->changes.find(ifcfgPath(nic))->newText),
                     expected({u"BOOTPROTO=none"_s, u"DEVICE="_s + nic, u"MASTER=bond0"_s, u"ONBOOT=yes"_s,
                               u"SLAVE=yes"_s, u"USERCTL=no"_s}));
        QCOMPARE(*rendering->changes.find(modprobe)->newText, QByteArray("alias bond0 bonding\n"));
    }

    void managerIsKeptOffWhereItWasTold()
    {
        FileSnapshot snapshot;
        addFile(&snapshot, ifcfgPath(u"eth0"_s), "DEVICE=eth0\nNM_CONTROLLED=yes\n");
        const auto rendering = IfcfgFormat(*Dialect::forRelease(5)).render(usualPlan(u"192.168.1.11/24"_s), snapshot);
        QVERIFY(rendering->changes.find(ifcfgPath(u"eth0"_s))->newText->contains("\nNM_CONTROLLED=no\n"));
        QVERIFY(!rendering->changes.find(ifcfgPath(u"eth1"_s))->newText->contains("NM_CONTROLLED"));
    }

    void randomPlansComeBack_data()
    {
        QTest::addColumn<int>("release");
        QTest::addColumn<bool>("service");
        QTest::newRow("5, network service") << 5 << true;
        QTest::newRow("6, network service") << 6 << true;
        QTest::newRow("7, network service") << 7 << true;
        QTest::newRow("7, NetworkManager") << 7 << false;
        QTest::newRow("8, network service") << 8 << true;
        QTest::newRow("8, NetworkManager") << 8 << false;
        QTest::newRow("9, NetworkManager") << 9 << false;
    }
    void randomPlansComeBack()
    {
        QFETCH(int, release);
        QFETCH(bool, service);
        const Dialect d = dialect(release, service ? Reader::NetworkService : Reader::NetworkManager);
        PlanGenerator generator(quint32(1000 + release),
                                [&](const OptionSpec &spec) { return !service || spec.inSysfs; });
        restrictTo(&generator, d);
        const IfcfgFormat format(d);
        FileSnapshot before;
        BondPlan last;
        for (int i = 0; i < plansToTry(300); ++i) {
            const BondPlan plan = sayable(generator.next(), d);
            FileSnapshot snapshot;
            const auto rendering = format.render(plan, snapshot);
            QVERIFY2(rendering, rendering ? "" : qPrintable(rendering.error().message));
            applyTo(&snapshot, rendering->changes);
            const Reading reading = format.read(snapshot);
            QCOMPARE(reading.bonds.size(), 1);
            QCOMPARE(QString::fromUtf8(planToJson(reading.bonds.first().plan)), QString::fromUtf8(planToJson(plan)));
            QVERIFY(format.render(plan, snapshot)->changes.isEmpty());
            const auto removal = format.remove(plan.name, snapshot);
            QVERIFY(removal);
            applyTo(&snapshot, removal->changes);
            QCOMPARE(format.read(snapshot).bonds.size(), 0);
            QVERIFY(!snapshot.find(ifcfgPath(plan.name)));
        }
    }

    void editingGivesWhatWasAsked()
    {
        for (const int release : {5, 6, 7, 9}) {
            const Dialect d = *Dialect::forRelease(release);
            PlanGenerator generator(quint32(release),
                                    [&](const OptionSpec &spec) { return !d.readByService() || spec.inSysfs; });
            restrictTo(&generator, d);
            const IfcfgFormat format(d);
            for (int i = 0; i < plansToTry(100); ++i) {
                const BondPlan before = sayable(generator.next(), d);
                BondPlan after = sayable(generator.next(), d);
                after.name = before.name;
                FileSnapshot snapshot;
                applyTo(&snapshot, format.render(before, snapshot)->changes);
                applyTo(&snapshot, format.render(after, snapshot)->changes);
                const Reading reading = format.read(snapshot);
                QCOMPARE(reading.bonds.size(), 1);
                QCOMPARE(QString::fromUtf8(planToJson(reading.bonds.first().plan)),
                         QString::fromUtf8(planToJson(after)));
            }
        }
    }

    void everyShellReadsWhatWeWrote()
    {
        PlanGenerator generator(99);
        for (int i = 0; i < 30; ++i) {
            const Dialect d = *Dialect::forRelease(5 + i % 5);
            const auto rendering = IfcfgFormat(d).render(generator.next(), {});
            QVERIFY(rendering);
            for (const FileChange &change : rendering->changes.files) {
                if (!change.path.contains(u"/ifcfg-"))
                    continue;
                const ShellFile ours(*change.newText);
                QCOMPARE(ours.problems(), ShellFile::Problems{});
                const QString shell = i % 2 ? u"bash"_s : u"dash"_s;
                const Sourced real = sourceFile(shell, *change.newText, ours.keys());
                QVERIFY2(real.ran && real.errors.isEmpty(), real.errors.constData());
                QCOMPARE(real.leftBehind, QStringList());
                for (const QByteArray &key : ours.keys())
                    QCOMPARE(QString::fromUtf8(real.values.value(key)), ours.text(key));
            }
        }
    }

    void hostilePlans_data()
    {
        QTest::addColumn<QString>("field");
        for (const char *field : {"name", "slave", "vlan", "mac", "slavemac", "option", "optionkey", "address",
                                  "gateway", "dns", "search", "route", "routegw"})
            QTest::newRow(field) << QString::fromLatin1(field);
    }
    void hostilePlans()
    {
        QFETCH(QString, field);
        for (const QString &value : hostileValues()) {
            BondPlan plan = usualPlan(u"192.168.1.11/24"_s);
            plan.vlans = {{10, {}, {}, {}, {}}};
            plan.ipv4.routes = {{u"10.0.0.0/8"_s, u"192.168.1.1"_s, {}}};
            if (field == u"name")
                plan.name = value;
            else if (field == u"slave")
                plan.slaves[1].name = value;
            else if (field == u"vlan")
                plan.vlans[0].name = value;
            else if (field == u"mac")
                plan.mac = value;
            else if (field == u"slavemac")
                plan.slaves[0].mac = value;
            else if (field == u"option")
                plan.options.insert(u"primary"_s, value);
            else if (field == u"optionkey")
                plan.options.insert(value, u"1"_s);
            else if (field == u"address")
                plan.ipv4.addresses = {value};
            else if (field == u"gateway")
                plan.ipv4.gateway = value;
            else if (field == u"dns")
                plan.ipv4.dns = {value};
            else if (field == u"search")
                plan.ipv4.search = {value};
            else if (field == u"route")
                plan.ipv4.routes[0].destination = value;
            else if (field == u"routegw")
                plan.ipv4.routes[0].gateway = value;
            for (const int release : {5, 7}) {
                const auto rendering = IfcfgFormat(*Dialect::forRelease(release)).render(plan, {});
                if (!rendering)
                    continue; // refused
                for (const FileChange &change : rendering->changes.files) {
                    const QByteArray &text = *change.newText;
                    QVERIFY2(!text.contains("touch"), text.constData());
                    QVERIFY(change.path.startsWith(u"/etc/sysconfig/network-scripts/")
                            || change.path.startsWith(u"/etc/modprobe"));
                    QVERIFY(!change.path.contains(u".."));
                    if (change.path.contains(u"/ifcfg-"))
                        QCOMPARE(ShellFile(text).problems(), ShellFile::Problems{});
                    for (const QByteArray &line : text.split('\n')) {
                        if (line.startsWith('#')) // the boot script greps for these, in comments too
                            QVERIFY(!line.contains("DEVICE=") && !line.contains("SLAVE=") && !line.contains("TYPE="));
                    }
                }
            }
        }
    }

    void slavesLoseTheirAddressesAndKeepTheRest()
    {
        FileSnapshot snapshot;
        const QString eth0 = ifcfgPath(u"eth0"_s);
        addFile(
            &snapshot, eth0,
            "# Intel Corporation 82545EM, port next to the power supply\nDEVICE=eth0\nBOOTPROTO=static\n"
            "HWADDR=00:0C:29:AA:BB:CC\nIPADDR=192.168.1.5\nNETMASK=255.255.255.0\nGATEWAY=192.168.1.1\n"
            "DNS1=192.168.1.1\nONBOOT=yes\nETHTOOL_OPTS=\"speed 1000 duplex full autoneg on\"  # asked for by Wang\n"
            "IPV6INIT=no\nUUID=\"x\"\n");
        addFile(&snapshot, ifcfgPath(u"eth0"_s) + u".bak"_s, "DEVICE=eth0\nMASTER=bond7\n");
        addFile(&snapshot, routePath(u"eth0"_s, false), "10.0.0.0/8 via 192.168.1.1\n");
        const auto rendering = IfcfgFormat(*Dialect::forRelease(6)).render(usualPlan(u"192.168.1.11/24"_s), snapshot);
        QVERIFY(rendering);
        QCOMPARE(*rendering->changes.find(eth0)->newText,
                 QByteArray("# Intel Corporation 82545EM, port next to the power supply\nDEVICE=eth0\nBOOTPROTO=none\n"
                            "HWADDR=00:0C:29:AA:BB:CC\nONBOOT=yes\n"
                            "ETHTOOL_OPTS=\"speed 1000 duplex full autoneg on\"  # asked for by Wang\n"
                            "UUID=\"x\"\nMASTER=bond0\nUSERCTL=no\nNM_CONTROLLED=no\nSLAVE=yes\n"));
        QVERIFY(rendering->changes.find(routePath(u"eth0"_s, false))->isDeletion());
        QVERIFY(!rendering->changes.find(eth0 + u".bak"_s));
    }

    void editingKeepsForeignThings()
    {
        FileSnapshot snapshot;
        const QString path = ifcfgPath(u"bond0"_s);
        const QByteArray text
            = "# the office uplink\nexport DEVICE='bond0'\nBONDING_OPTS=\"miimon=100 mode=active-backup foo=1\"\n"
              "BOOTPROTO=static\nIPADDR0=192.168.1.11\nPREFIX0=24\n\nONBOOT=\"yes\"\nZONE=internal\nARPING_WAIT=5\n";
        addFile(&snapshot, path, text);
        addFile(&snapshot, ifcfgPath(u"eth0"_s), "DEVICE=eth0\nMASTER=\"bond0\"\nSLAVE=yes\n");
        addFile(&snapshot, ifcfgPath(u"eth1"_s), "DEVICE=eth1\nMASTER=bond0 # x\nSLAVE=yes");
        const IfcfgFormat format(*Dialect::forRelease(7));
        Reading reading = format.read(snapshot);
        QCOMPARE(reading.bonds.size(), 1);
        BondPlan plan = reading.bonds.first().plan;
        QCOMPARE(plan.slaves.size(), 2);
        QCOMPARE(plan.ipv4.addresses.texts(), QStringList{u"192.168.1.11/24"_s});
        QVERIFY(format.render(plan, snapshot)->changes.isEmpty());

        plan.mtu = 9000;
        auto rendering = format.render(plan, snapshot);
        QCOMPARE(rendering->changes.files.size(), 1);
        QCOMPARE(*rendering->changes.files.first().newText, text + "MTU=9000\n");

        plan = reading.bonds.first().plan;
        plan.options[u"miimon"_s] = u"50"_s;
        rendering = format.render(plan, snapshot);
        QByteArray expected = text;
        expected.replace("miimon=100 mode=active-backup foo=1", "mode=active-backup miimon=50 foo=1");
        QCOMPARE(*rendering->changes.files.first().newText, expected);
    }

    void readsOldSpellings_data()
    {
        QTest::addColumn<QByteArray>("bond");
        QTest::addColumn<QByteArray>("modprobe");
        QTest::addColumn<QString>("expected");
        QTest::newRow("options in the module configuration")
            << QByteArray("DEVICE=bond0\nIPADDR=10.1.2.3\nONBOOT=yes\n")
            << QByteArray("alias bond0 bonding\noptions bond0 miimon=100 mode=1\n")
            << u"active-backup miimon=100 10.1.2.3/8"_s;
        QTest::newRow("BONDING_OPTS wins")
            << QByteArray("DEVICE=bond0\nBONDING_OPTS='mode=4 miimon=80'\n")
            << QByteArray("options bond0 miimon=100 mode=1\n") << u"802.3ad miimon=80 "_s;
        QTest::newRow("targets one by one") << QByteArray(
            "DEVICE=bond0\nBONDING_OPTS='mode=1 arp_interval=100 arp_ip_target=+10.0.0.1 arp_ip_target=+10.0.0.2'\n")
                                            << QByteArray()
                                            << u"active-backup arp_interval=100 arp_ip_target=10.0.0.1,10.0.0.2 "_s;
        QTest::newRow("TYPE in capitals, no DEVICE")
            << QByteArray("TYPE=BOND\nBONDING_OPTS=mode=0\n") << QByteArray() << u"balance-rr "_s;
        QTest::newRow("BONDING_MASTER only") << QByteArray("DEVICE=bond0\nBONDING_MASTER=yes\nIPADDR=192.168.7.9\n")
                                             << QByteArray() << u"balance-rr 192.168.7.9/24"_s;
        QTest::newRow("DOS line ends") << QByteArray(
            "DEVICE=bond0\r\nBONDING_OPTS=\"mode=1 miimon=100\"\r\nIPADDR=10.0.0.9\r\nNETMASK=255.255.0.0\r\n")
                                       << QByteArray() << u"active-backup miimon=100 10.0.0.9/16"_s;
    }
    void readsOldSpellings()
    {
        QFETCH(QByteArray, bond);
        QFETCH(QByteArray, modprobe);
        QFETCH(QString, expected);
        FileSnapshot snapshot;
        addFile(&snapshot, ifcfgPath(u"bond0"_s), bond);
        addFile(&snapshot, u"/etc/modprobe.conf"_s, modprobe);
        const Reading reading = IfcfgFormat().read(snapshot);
        QCOMPARE(reading.bonds.size(), 1);
        const BondPlan plan = reading.bonds.first().plan;
        QString actual = kernelName(plan.mode) + u' ';
        for (auto it = plan.options.cbegin(); it != plan.options.cend(); ++it)
            actual += it.key() + u'=' + it.value() + u' ';
        actual += plan.ipv4.addresses.texts().join(u' ');
        QCOMPARE(actual, expected);
    }

    void moduleOptionsMove()
    {
        FileSnapshot snapshot;
        addFile(&snapshot, ifcfgPath(u"bond0"_s), "DEVICE=bond0\nONBOOT=yes\n");
        addFile(&snapshot, u"/etc/modprobe.conf"_s,
                "alias eth0 e1000\nalias bond0 bonding\noptions bond0 miimon=100 mode=1\n");
        const IfcfgFormat format(*Dialect::forRelease(5));
        BondPlan plan = format.read(snapshot).bonds.first().plan;
        plan.options[u"miimon"_s] = u"50"_s;
        const auto rendering = format.render(plan, snapshot);
        QCOMPARE(*rendering->changes.find(u"/etc/modprobe.conf"_s)->newText,
                 QByteArray("alias eth0 e1000\nalias bond0 bonding\n"));
        QVERIFY(rendering->changes.find(ifcfgPath(u"bond0"_s))->newText->contains("BONDING_OPTS=\"mode=1 miimon=50\""));
    }

    void severalBonds()
    {
        const IfcfgFormat format(*Dialect::forRelease(5));
        FileSnapshot snapshot;
        applyTo(&snapshot, format.render(usualPlan(u"192.168.1.11/24"_s), snapshot)->changes);
        BondPlan other = usualPlan(u"192.168.1.11/24"_s);
        other.name = u"bond1"_s;
        other.slaves = {{u"eth2"_s, {}, {}, {}}, {u"eth3"_s, {}, {}, {}}};
        applyTo(&snapshot, format.render(other, snapshot)->changes);
        QCOMPARE(snapshot.find(u"/etc/modprobe.conf"_s)->content,
                 QByteArray("alias bond0 bonding\nalias bond1 bonding\n"));
        const Reading reading = format.read(snapshot);
        QCOMPARE(reading.bonds.size(), 2);
        QCOMPARE(reading.bonds.at(1).plan, other);
        applyTo(&snapshot, format.remove(u"bond0"_s, snapshot)->changes);
        QCOMPARE(snapshot.find(u"/etc/modprobe.conf"_s)->content, QByteArray("alias bond1 bonding\n"));
        QCOMPARE(format.read(snapshot).bonds.first().plan, other);
    }

    void ignoredFiles_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("ignored");
        for (const char *name : {"ifcfg-bond0.bak", "ifcfg-bond0~", "ifcfg-bond0.rpmsave", "ifcfg-bond0.rpmnew",
                                 "ifcfg-bond0.orig", "ifcfg-bond0.old", "ifcfg-lo", "keys-bond0", ".ifcfg-bond0.swp"})
            QTest::newRow(name) << QString::fromLatin1(name) << true;
        for (const char *name : {"ifcfg-bond0", "ifcfg-bond0.20261122", "ifcfg-bond0.100", "ifcfg-bond0:1"})
            QTest::newRow(name) << QString::fromLatin1(name) << false;
    }
    void ignoredFiles()
    {
        QFETCH(QString, name);
        QFETCH(bool, ignored);
        QCOMPARE(isIgnoredName(name), ignored);
    }

    void reportsPerDialect_data()
    {
        QTest::addColumn<int>("release");
        QTest::addColumn<bool>("service");
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("code");
        QTest::newRow("8 deprecated") << 8 << true << QString() << u"ifcfg.deprecated"_s;
        QTest::newRow("9 prefers profiles") << 9 << false << QString() << u"ifcfg.old-format"_s;
        QTest::newRow("9 has no service") << 9 << true << QString() << u"ifcfg.no-service"_s;
        QTest::newRow("option without sysfs") << 7 << true << u"ns_ip6_target"_s << u"ifcfg.option-no-sysfs"_s;
        QTest::newRow("option newer than the kernel") << 6 << true << u"lp_interval"_s << u"ifcfg.option-newer"_s;
        QTest::newRow("option of the moment") << 7 << false << u"active_slave"_s << u"ifcfg.runtime-option"_s;
        QTest::newRow("unknown option") << 7 << false << u"../../x"_s << u"ifcfg.option"_s;
        QTest::newRow("name of another script") << 7 << true << u"name:ppp0"_s << u"ifcfg.name-taken"_s;
        QTest::newRow("order") << 6 << true << u"order"_s << u"ifcfg.order"_s;
    }
    void reportsPerDialect()
    {
        QFETCH(int, release);
        QFETCH(bool, service);
        QFETCH(QString, change);
        QFETCH(QString, code);
        BondPlan plan = usualPlan(u"192.168.1.11/24"_s);
        if (change.startsWith(u"name:"))
            plan.name = change.mid(5);
        else if (change == u"order")
            std::reverse(plan.slaves.begin(), plan.slaves.end());
        else if (!change.isEmpty())
            plan.options.insert(change,
                                change == u"active_slave"        ? u"eth0"_s
                                    : change == u"ns_ip6_target" ? u"2001:db8::1"_s
                                                                 : u"1"_s);
        const auto rendering
            = IfcfgFormat(dialect(release, service ? Reader::NetworkService : Reader::NetworkManager)).render(plan, {});
        QVERIFY(rendering);
        const QStringList codes = codesOf(rendering->findings);
        QVERIFY2(codes.contains(code), qPrintable(codes.join(u' ')));
        QVERIFY(!Dialect::forRelease(10));
    }

    void modeComesFirst()
    {
        BondPlan plan = usualPlan(u"192.168.1.11/24"_s);
        plan.mode = Mode::ActiveBackup;
        plan.options = {{u"arp_interval"_s, u"100"_s},
                        {u"arp_ip_target"_s, u"10.0.0.1"_s},
                        {u"arp_validate"_s, u"all"_s},
                        {u"primary"_s, u"eth0"_s},
                        {u"all_slaves_active"_s, u"1"_s}};
        const auto rendering = IfcfgFormat(*Dialect::forRelease(5)).render(plan, {});
        QVERIFY(
            rendering->changes.find(ifcfgPath(u"bond0"_s))
                ->newText->contains("BONDING_OPTS=\"mode=1 arp_ip_target=10.0.0.1 arp_interval=100 arp_validate=all "
                                    "all_slaves_active=1 primary=eth0\""));
    }

    /// ADDRESS0= and so on become the lines that ip takes.
    void remarksOfNumberedRoutesStay()
    {
        FileSnapshot files;
        addFile(&files, ifcfgPath(u"bond0"_s),
                "DEVICE=bond0\nBONDING_OPTS='mode=1 miimon=100'\nIPADDR=192.0.2.10\nPREFIX=24\n");
        addFile(&files, routePath(u"bond0"_s, false),
                "# to the mainframe\nADDRESS0=10.0.0.0\nNETMASK0=255.0.0.0\nGATEWAY0=192.0.2.1\n");
        const IfcfgFormat format(*Dialect::forRelease(7));
        BondPlan plan = format.read(files).bonds.first().plan;
        plan.ipv4.routes.first().gateway = u"192.0.2.9"_s;
        applyTo(&files, format.render(plan, files)->changes);
        QCOMPARE(files.find(routePath(u"bond0"_s, false))->content,
                 QByteArray("# to the mainframe\n10.0.0.0/8 via 192.0.2.9 dev bond0\n"));
    }

    void truncationIsSafe()
    {
        BondPlan plan = usualPlan(u"192.168.1.11/24"_s);
        const IfcfgFormat format(*Dialect::forRelease(7));
        const QByteArray text = *format.render(plan, {})->changes.find(ifcfgPath(u"bond0"_s))->newText;
        for (qsizetype n = 0; n < text.size(); ++n) {
            FileSnapshot snapshot;
            addFile(&snapshot, ifcfgPath(u"bond0"_s), text.left(n));
            const auto rendering = format.render(plan, snapshot);
            QCOMPARE(bool(rendering), text.left(n).count('"') % 2 == 0); // an open quote: refused
            if (!rendering)
                continue;
            applyTo(&snapshot, rendering->changes);
            QVERIFY2(!format.read(snapshot).bonds.isEmpty()
                         && planToJson(format.read(snapshot).bonds.first().plan) == planToJson(plan), // repaired
                     text.left(n).constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestIfcfgFormat)
#include "tst_ifcfgformat.moc"
