// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/findings.h"
#include "formats/losses.h"
#include "formats/networkd/networkdformat.h"
#include "formats/networkd/unitfile.h"
#include "formats/spelling.h"
#include "tests/formats/plangenerator.h"
#include "tests/formats/snapshots.h"
#include "tests/support/plans.h"

#include <QTest>

using namespace bondwright;
using namespace bondwright::formats;
using namespace bondwright::formats::networkd;
using namespace bondwright::test;
using namespace Qt::StringLiterals;

namespace
{

const QString etc = u"/etc/systemd/network/"_s;

QString json(const BondPlan &plan)
{
    return QString::fromUtf8(planToJson(essence(plan)));
}

/// A bond as the manual writes it.
FileSnapshot handWritten()
{
    FileSnapshot snapshot;
    addFile(&snapshot, etc + u"25-bond.netdev"_s,
            "# the uplink\n[NetDev]\nName = bond0\nKind=bond\nMACAddress=none\n\n[Bond]\nMode=802.3ad ; no remark\n"
            "Mode=802.3ad\n; hash\nTransmitHashPolicy=layer3+4\nMIIMonitorSec=1s\nLACPTransmitRate=fast\n");
    addFile(&snapshot, etc + u"30-ports.network"_s, "[Match]\nName=eth0 eth1\n\n[Network]\nBond=bond0\nLLDP=yes\n");
    addFile(&snapshot, etc + u"35-bond0.network"_s,
            "[Match]\nName=bond0\n[Network]\nAddress=192.0.2.10/24\nGateway=192.0.2.254\nDNS=192.0.2.53 2001:db8::53\n"
            "Domains=a.example b.example\nVLAN=bond0.20\n[Address]\nAddress=192.0.2.11/24\n\n[Route]\n"
            "Destination=10.0.0.0/8\nGateway=192.0.2.1\n# "
            "keep\n[Route]\nDestination=10.1.0.0/16\nGateway=192.0.2.2\nTable=7\n");
    addFile(&snapshot, etc + u"35-bond0.network.d/mtu.conf"_s, "[Link]\nMTUBytes=9000\n[Network]\nIPv6AcceptRA=no\n");
    addFile(&snapshot, etc + u"40-v20.netdev"_s, "[NetDev]\nName=bond0.20\nKind=vlan\n[VLAN]\nId=20\n");
    addFile(&snapshot, etc + u"40-v20.network"_s, "[Match]\nName=bond0.20\n[Network]\nDHCP=yes\n");
    return snapshot;
}

} // namespace

class TestNetworkd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thereAndBack()
    {
        const NetworkdFormat format;
        PlanGenerator generator(
            41, [](const OptionSpec &spec) { return spellingOf(spec, FileFormat::Networkd) != nullptr; });
        generator.withSlaveExtras = false;
        generator.mayTake = [](const OptionSpec &spec, const QString &text) {
            return spelledValue(spec, FileFormat::Networkd, text).has_value();
        };
        for (int i = 0; i < plansToTry(50); ++i) {
            const BondPlan plan = generator.next();
            FileSnapshot snapshot;
            snapshot.programVersion = u"256"_s; // which has them all
            const auto rendering = format.render(plan, snapshot);
            QVERIFY2(rendering, rendering ? "" : qPrintable(rendering.error().message));
            QList<Finding> losses = rendering->findings;
            losses.removeIf([](const Finding &f) { return f.code == u"format.option-unsaid"; }); // idle in this mode
            QVERIFY2(losses.isEmpty(), losses.isEmpty() ? "" : qPrintable(losses.first().field + u'\n' + json(plan)));
            applyTo(&snapshot, rendering->changes);
            const Reading reading = format.read(snapshot);
            QCOMPARE(reading.bonds.size(), 1);
            if (rendering->findings.isEmpty())
                QCOMPARE(json(reading.bonds.first().plan), json(plan));
            QVERIFY(format.render(reading.bonds.first().plan, snapshot)->changes.isEmpty());
            // Into any other plan, and away without a trace.
            BondPlan next = generator.next();
            next.name = plan.name;
            const auto edit = format.render(next, snapshot);
            QVERIFY(edit);
            applyTo(&snapshot, edit->changes);
            if (edit->findings.isEmpty())
                QCOMPARE(json(format.read(snapshot).bonds.first().plan), json(next));
            applyTo(&snapshot, format.remove(plan.name, snapshot)->changes);
            QCOMPARE(snapshot.files.keys(), QStringList());
        }
    }

    void readsByHand()
    {
        const Reading reading = NetworkdFormat().read(handWritten());
        QCOMPARE(reading.bonds.size(), 1);
        const BondPlan &plan = reading.bonds.first().plan;
        QCOMPARE(plan.mode, Mode::Ieee8023ad);
        QCOMPARE(plan.options.value(u"miimon"_s), u"1000"_s);
        QCOMPARE(plan.options.value(u"xmit_hash_policy"_s), u"layer3+4"_s);
        QCOMPARE(plan.options.value(u"lacp_rate"_s), u"fast"_s);
        QCOMPARE(plan.slaves.size(), 2);
        QCOMPARE(plan.mtu, 9000);
        QCOMPARE(plan.ipv4.addresses.texts(), (QStringList{u"192.0.2.10/24"_s, u"192.0.2.11/24"_s}));
        QCOMPARE(plan.ipv4.gateway.text(), u"192.0.2.254"_s);
        QCOMPARE(plan.ipv4.search, (QStringList{u"a.example"_s, u"b.example"_s}));
        QCOMPARE(plan.ipv4.routes.size(), 1);
        QCOMPARE(plan.ipv6.dns.texts(), QStringList(u"2001:db8::53"_s));
        QCOMPARE(plan.ipv6.method, IpMethod::LinkLocal);
        QCOMPARE(plan.vlans.size(), 1);
        QCOMPARE(plan.vlans.first().ipv4.method, IpMethod::Auto);
        QCOMPARE(plan.vlans.first().ipv6.method, IpMethod::Auto);
        QCOMPARE(reading.bonds.first().paths.size(), 6);
        const auto left = NetworkdFormat().leftBehind(reading.bonds.first(), handWritten());
        QStringList named;
        for (const Finding &finding : left)
            named.append(finding.message.section(u' ', 0, 2));
        QCOMPARE(named,
                 (QStringList{u"30-ports.network: [Network] LLDP"_s, u"35-bond0.network: [Route] Destination"_s,
                              u"35-bond0.network: [Route] Gateway"_s, u"35-bond0.network: [Route] Table"_s}));
    }

    void anUnchangedPlanChangesNoFile()
    {
        const FileSnapshot snapshot = handWritten();
        const auto again = NetworkdFormat().render(NetworkdFormat().read(snapshot).bonds.first().plan, snapshot);
        QVERIFY(again);
        QCOMPARE(again->changes.files.size(), 0);
    }

    void editsInPlace()
    {
        FileSnapshot snapshot = handWritten();
        BondPlan plan = NetworkdFormat().read(snapshot).bonds.first().plan;
        plan.options.insert(u"miimon"_s, u"100"_s);
        plan.mtu = 1400;
        auto rendering = NetworkdFormat().render(plan, snapshot);
        QVERIFY(rendering);
        QCOMPARE(rendering->changes.files.size(), 2);
        QByteArray expected = snapshot.find(etc + u"25-bond.netdev"_s)->content;
        expected.replace("MIIMonitorSec=1s", "MIIMonitorSec=100ms");
        QCOMPARE(*rendering->changes.find(etc + u"25-bond.netdev"_s)->newText, expected);
        QCOMPARE(rendering->findings.size(), 0);
        applyTo(&snapshot, rendering->changes);
        QCOMPARE(json(NetworkdFormat().read(snapshot).bonds.first().plan), json(plan));

        // Another address: the route of another table and the remark stay.
        plan.ipv4.addresses = {u"192.0.2.12/24"_s};
        rendering = NetworkdFormat().render(plan, snapshot);
        const QByteArray text = *rendering->changes.find(etc + u"35-bond0.network"_s)->newText;
        QVERIFY(text.contains("# keep"));
        QVERIFY(text.contains("Table=7"));
        QVERIFY(!text.contains("192.0.2.11"));
        // One of two NICs of a file leaves.
        plan.slaves.removeLast();
        rendering = NetworkdFormat().render(plan, snapshot);
        QVERIFY(rendering->changes.find(etc + u"30-ports.network"_s)->newText->contains("Name=eth0\n"));
    }

    void removesAll()
    {
        FileSnapshot snapshot = handWritten();
        addFile(&snapshot, etc + u"99-eth0.network"_s, "[Match]\nName=eth0\n[Network]\nDHCP=yes\n");
        applyTo(&snapshot, NetworkdFormat().remove(u"bond0"_s, snapshot)->changes);
        QCOMPARE(snapshot.files.keys(), QStringList(etc + u"99-eth0.network"_s));
    }

    void portsComeFirst()
    {
        FileSnapshot snapshot;
        addFile(&snapshot, etc + u"10-aaa.network"_s, "[Match]\nName=eth*\n[Network]\nDHCP=yes\n");
        addFile(&snapshot, etc + u"05-aaa.network"_s, "[Match]\nName=eth1\n[Network]\nDHCP=yes\n");
        BondPlan plan = usualPlan();
        auto rendering = NetworkdFormat().render(plan, snapshot);
        QVERIFY(rendering);
        QVERIFY(rendering->changes.find(etc + u"05-bond0-port01-eth0.network"_s));
        QVERIFY(rendering->changes.find(etc + u"00-bond0-port02-eth1.network"_s));
        addFile(&snapshot, etc + u"00-a.network"_s, "[Match]\nName=*\n");
        QCOMPARE(NetworkdFormat().render(plan, snapshot).error().code, u"networkd.hidden"_s);
    }

    /// One file makes both NICs ports: with the bond it goes, and with one NIC it stays for the other.
    void portsInOneFile()
    {
        FileSnapshot snapshot;
        addFile(&snapshot, etc + u"10-b.netdev"_s, "[NetDev]\nName=bond0\nKind=bond\n[Bond]\nMode=active-backup\n");
        const QString ports = etc + u"20-ports.network"_s;
        addFile(&snapshot, ports, "[Match]\nName=eth0 eth1\n[Network]\nBond=bond0\n");
        const auto removal = NetworkdFormat().remove(u"bond0"_s, snapshot);
        QVERIFY(removal && removal->changes.find(ports));
        QVERIFY(!removal->changes.find(ports)->newText);
        QCOMPARE(removal->changes.files.size(), 2); // each file once: a second removal would find it changed

        BondPlan plan = NetworkdFormat().read(snapshot).bonds.first().plan;
        plan.slaves.removeFirst();
        const auto rendering = NetworkdFormat().render(plan, snapshot);
        QVERIFY(rendering && rendering->changes.find(ports));
        QCOMPARE(*rendering->changes.find(ports)->newText, QByteArray("[Match]\nName=eth1\n[Network]\nBond=bond0\n"));
    }

    void foldersOfOthers()
    {
        FileSnapshot snapshot;
        const QByteArray bond = "[NetDev]\nName=bond0\nKind=bond\n[Bond]\nMode=active-backup\nMIIMonitorSec=100ms\n";
        const QByteArray port = "[Match]\nName=eth0\n[Network]\nBond=bond0\n";
        addFile(&snapshot, u"/usr/lib/systemd/network/10-b.netdev"_s, bond);
        addFile(&snapshot, u"/usr/lib/systemd/network/10-p.network"_s, port);
        BondPlan plan = NetworkdFormat().read(snapshot).bonds.first().plan;
        plan.options.insert(u"miimon"_s, u"200"_s);
        const auto rendering = NetworkdFormat().render(plan, snapshot);
        QVERIFY(rendering->changes.find(etc + u"10-b.netdev"_s)->isCreation());
        applyTo(&snapshot, rendering->changes);
        QCOMPARE(NetworkdFormat().read(snapshot).bonds.first().plan.options.value(u"miimon"_s), u"200"_s);
        applyTo(&snapshot, NetworkdFormat().remove(u"bond0"_s, snapshot)->changes);
        QCOMPARE(NetworkdFormat().read(snapshot).bonds.size(), 0);

        FileSnapshot made;
        addFile(&made, u"/run/systemd/network/10-netplan-bond0.netdev"_s, bond);
        addFile(&made, u"/run/systemd/network/10-netplan-eth0.network"_s, port);
        QCOMPARE(NetworkdFormat().render(plan, made).error().code, u"networkd.made-anew"_s);
        QCOMPARE(NetworkdFormat().remove(u"bond0"_s, made).error().code, u"networkd.made-anew"_s);
    }

    void namesWhatIsLost()
    {
        BondPlan plan;
        plan.name = u"bond0"_s;
        plan.mode = Mode::BalanceTlb;
        plan.options = {{u"miimon"_s, u"100"_s}, {u"lp_interval"_s, u"5"_s}, {u"resend_igmp"_s, u"1"_s}};
        plan.slaves = {{u"eth0"_s, {}, quint16(1), qint32(7)}};
        const auto rendering = NetworkdFormat().render(plan, {});
        QStringList fields;
        for (const Finding &finding : rendering->findings)
            fields.append(finding.field);
        QCOMPARE(fields, (QStringList{u"options.lp_interval"_s, u"slaves[0].queue_id"_s, u"slaves[0].prio"_s}));
        QVERIFY(hasErrors(rendering->findings));
        QCOMPARE(codesOf(rendering->findings).first(), u"format.option-unsaid"_s);
    }

    void timeSpans_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("micros");
        QTest::newRow("bare") << u"2"_s << qint64(2'000'000);
        QTest::newRow("fraction") << u"0.25"_s << qint64(250'000);
        QTest::newRow("units") << u"1min 2s 3ms"_s << qint64(62'003'000);
        QTest::newRow("no blanks") << u"1s500ms"_s << qint64(1'500'000);
        QTest::newRow("no unit of time") << u"3parsec"_s << qint64(-1);
        QTest::newRow("empty") << u" "_s << qint64(-1);
        QTest::newRow("negative") << u"-1s"_s << qint64(-1);
        QTest::newRow("huge") << u"999999999999999h"_s << qint64(-1);
    }
    void timeSpans()
    {
        QFETCH(QString, text);
        QFETCH(qint64, micros);
        QCOMPARE(timeSpan(text, 1'000'000).value_or(-1), micros);
    }

    void dialect()
    {
        const UnitFile file("x=1\n[A]\nk=a \\\n# between\n  b\nk=\n;r\n[B]\nno\n[A]\nk=c");
        QCOMPARE(file.assignments().size(), 3);
        QCOMPARE(file.assignments().first().value.simplified(), u"a b"_s);
        QCOMPARE(file.assignments().last().line, 11);
        QCOMPARE(file.strayLines(), (QList<int>{1, 9}));
        UnitFile edited = file;
        edited.set(u"A"_s, u"k"_s, {u"d"_s, u"e"_s});
        QCOMPARE(edited.text(), QByteArray("x=1\n[A]\nk=d\nk=e\n;r\n[B]\nno\n[A]\n"));
    }

    /// A plan says nothing of the ports but which they are: their own MTU and address are told before a migration.
    void portsOwnSettings()
    {
        FileSnapshot files;
        addFile(&files, etc + u"10-bond0.netdev"_s, "[NetDev]\nName=bond0\nKind=bond\n");
        addFile(&files, etc + u"10-bond0.network"_s, "[Match]\nName=bond0\n[Link]\nMTUBytes=1400\n");
        addFile(&files, etc + u"20-eth0.network"_s,
                "[Match]\nName=eth0\n[Link]\nMTUBytes=1400\nRequiredForOnline=no\n[Network]\nBond=bond0\n");
        addFile(&files, etc + u"20-eth1.network"_s,
                "[Match]\nName=eth1\n[Network]\nBond=bond0\n[Link]\nMTUBytes=9000\nMACAddress=02:00:00:00:00:01\n");
        const NetworkdFormat format;
        QStringList left;
        for (const Finding &finding : format.leftBehind(format.read(files).bonds.first(), files))
            left.append(finding.field);
        QCOMPARE(left, (QStringList{etc + u"20-eth1.network:6"_s, etc + u"20-eth1.network:7"_s}));
    }

    /// Without an address the driver takes no answer to its probes, and without answers there is no carrier to wait for.
    void addressBeforeTheCarrier()
    {
        BondPlan plan;
        plan.name = u"bond0"_s;
        plan.mode = Mode::Broadcast;
        plan.slaves = {SlavePlan{u"eth0"_s, {}, {}, {}}};
        plan.options = {{u"arp_interval"_s, u"100"_s}, {u"arp_ip_target"_s, u"192.0.2.1"_s}};
        plan.ipv4.method = IpMethod::Manual;
        plan.ipv4.addresses = {u"192.0.2.10/24"_s};
        VlanPlan vlan;
        vlan.id = 5;
        vlan.ipv4.method = IpMethod::Manual;
        vlan.ipv4.addresses = {u"198.51.100.10/24"_s};
        plan.vlans = {vlan};
        const QByteArray line = "ConfigureWithoutCarrier=yes";
        const QString ofVlan = etc + u"10-bond0.5.network"_s;
        const QString path = etc + u"10-bond0.network"_s;
        const NetworkdFormat format;
        FileSnapshot files;
        applyTo(&files, format.render(plan, files)->changes);
        QVERIFY(!files.find(path)->content.contains(line));
        const QByteArray before = files.find(path)->content;
        const QByteArray vlanBefore = files.find(ofVlan)->content;
        plan.options.insert(u"arp_validate"_s, u"backup"_s);
        applyTo(&files, format.render(plan, files)->changes);
        QVERIFY2(files.find(path)->content.contains(line), files.find(path)->content.constData());
        QVERIFY2(files.find(ofVlan)->content.contains(line), files.find(ofVlan)->content.constData());
        QVERIFY(format.render(plan, files)->changes.isEmpty());
        QVERIFY(format.leftBehind(format.read(files).bonds.first(), files).isEmpty());
        plan.options.remove(u"arp_validate"_s);
        applyTo(&files, format.render(plan, files)->changes);
        QCOMPARE(files.find(path)->content, before);
        QCOMPARE(files.find(ofVlan)->content, vlanBefore);
        // Somebody's own stays, and is told.
        addFile(&files, path, before + "[Network]\n" + line + '\n');
        plan.options.insert(u"arp_interval"_s, u"200"_s);
        applyTo(&files, format.render(plan, files)->changes);
        QVERIFY(files.find(path)->content.contains(line));
        QCOMPARE(format.leftBehind(format.read(files).bonds.first(), files).size(), 1);
    }

    /// networkd drops the former of two: "Duplicated address … is specified".
    void sameAddressTwice()
    {
        FileSnapshot files;
        addFile(&files, etc + u"25-bond.netdev"_s,
                "[NetDev]\nName=bond0\nKind=bond\nMACAddress=none\n[Bond]\nMode=active-backup\n");
        addFile(&files, etc + u"35-bond0.network"_s,
                "[Match]\nName=bond0\n[Network]\nAddress=192.0.2.10/24\nAddress=192.0.2.11/24\n"
                "[Address]\nAddress=192.0.2.10/24\nLabel=bond0:1\n");
        QCOMPARE(NetworkdFormat().read(files).bonds.first().plan.ipv4.addresses.texts(),
                 (QStringList{u"192.0.2.11/24"_s, u"192.0.2.10/24"_s}));
    }

    /// What networkd does not look at is no place for what it is to do.
    void filesOfOthers()
    {
        FileSnapshot files;
        addFile(&files, etc + u"10-bond0.netdev"_s, "[NetDev]\nName=uplink\nKind=bridge\n");
        addFile(&files, etc + u"10-bond0.7.netdev"_s, "[NetDev]\nName=bond0.7\nKind=vlan\n[VLAN\nId=7\n");
        const QString unmanaged = etc + u"10-bond0.7.network"_s;
        addFile(&files, unmanaged, "[Match]\nName=bond0.7\n[Link]\nUnmanaged=yes\n");
        const FileSnapshot before = files;
        BondPlan plan;
        plan.name = u"bond0"_s;
        plan.options.insert(u"miimon"_s, u"100"_s);
        plan.slaves = {SlavePlan{u"eth0"_s, {}, {}, {}}};
        VlanPlan vlan;
        vlan.id = 7;
        plan.vlans = {vlan};
        const NetworkdFormat format;
        applyTo(&files, format.render(plan, files)->changes);
        plan.vlans[0].mtu = 1400;
        const auto rendering = format.render(plan, files);
        QVERIFY(!hasErrors(rendering->findings));
        applyTo(&files, rendering->changes);
        QCOMPARE(format.read(files).find(u"bond0"_s)->plan.vlans.first().mtu, 1400);
        for (auto it = before.files.cbegin(); it != before.files.cend(); ++it)
            QCOMPARE(files.find(it.key())->content, it->content);
    }

    /// A VLAN that networkd leaves alone gets a file before that one.
    void unmanagedVlan()
    {
        FileSnapshot files;
        addFile(&files, etc + u"25-bond.netdev"_s,
                "[NetDev]\nName=bond0\nKind=bond\nMACAddress=none\n[Bond]\nMode=active-backup\n");
        addFile(&files, etc + u"30-vlan.netdev"_s, "[NetDev]\nName=bond0.7\nKind=vlan\n[VLAN]\nId=7\n");
        addFile(&files, etc + u"35-bond0.network"_s, "[Match]\nName=bond0\n[Network]\nVLAN=bond0.7\n");
        const QString path = etc + u"40-vlan.network"_s;
        const QByteArray text = "[Match]\nName=bond0.7\n[Link]\nUnmanaged=yes\n";
        addFile(&files, path, text);
        const NetworkdFormat format;
        BondPlan plan = format.read(files).bonds.first().plan;
        plan.vlans[0].ipv4.method = IpMethod::Manual;
        plan.vlans[0].ipv4.addresses = {u"192.0.2.7/24"_s};
        const auto rendering = format.render(plan, files);
        QVERIFY(!hasErrors(rendering->findings));
        applyTo(&files, rendering->changes);
        QCOMPARE(files.find(path)->content, text);
        QCOMPARE(format.read(files).bonds.first().plan.vlans.first().ipv4, plan.vlans.first().ipv4);
    }

    void conditions_data()
    {
        QTest::addColumn<QByteArray>("first"); ///< a file before the others
        QTest::addColumn<QByteArray>("port");
        QTest::addColumn<QByteArray>("bond");
        QTest::addColumn<int>("ports");
        QTest::addColumn<bool>("hasAddress");
        QTest::addColumn<QStringList>("findings"); ///< codes with file and line
        const QByteArray port = "[Match]\nName=eth0\n[Network]\nBond=bond0\n";
        const QByteArray bond = "[Match]\nName=bond0\n[Network]\nAddress=192.0.2.10/24\n";
        QTest::newRow("none") << QByteArray("[Match]\nName=eth7\nHost=other\n[Network]\nDHCP=yes\n") << port << bond
                              << 1 << true << QStringList();
        QTest::newRow("only unknown keys") << QByteArray("[Match]\nOriginalName=*\n[Network]\nDHCP=yes\n") << port
                                           << bond << 1 << true << QStringList(u"networkd.no-match 10-first.network"_s);
        QTest::newRow("no [Match]") << QByteArray("[Network]\nDHCP=yes\n") << port << bond << 1 << true
                                    << QStringList(u"networkd.no-match 10-first.network"_s);
        QTest::newRow("taken back") << QByteArray("[Match]\nName=eth0\nName=\n[Network]\nDHCP=yes\n") << port << bond
                                    << 1 << true << QStringList(u"networkd.no-match 10-first.network"_s);
        QTest::newRow("another host, perhaps")
            << QByteArray("[Match]\nName=eth*\nHost=web7\n[Network]\nDHCP=yes\n") << port << bond << 0 << true
            << QStringList{u"networkd.port-hidden 30-port.network"_s, u"networkd.condition 10-first.network:3"_s};
        QTest::newRow("all but bonds") << QByteArray("[Match]\nName=bond*\nType=!bond\n[Network]\nDHCP=yes\n") << port
                                       << bond << 1 << true << QStringList();
        QTest::newRow("Ethernet, which a bond is not")
            << QByteArray("[Match]\nName=bond*\nType=ether\n[Network]\nDHCP=yes\n") << port << bond << 1 << true
            << QStringList();
        QTest::newRow("of the bond itself")
            << QByteArray() << port << QByteArray(bond).replace("[Net", "Virtualization=no\n[Net") << 1 << true
            << QStringList(u"networkd.condition 35-bond0.network:3"_s);
        QTest::newRow("an unmanaged port")
            << QByteArray() << port + "[Link]\nUnmanaged=yes\n"
            << bond << 0 << true << QStringList(u"networkd.unmanaged 30-port.network:6"_s);
        QTest::newRow("an unmanaged bond") << QByteArray() << port << bond + "[Link]\nUnmanaged=yes\n"
                                           << 1 << false << QStringList(u"networkd.unmanaged 35-bond0.network:6"_s);
    }
    /// network_verify() and link_configure() of 252; what depends on the host is taken for true, and said.
    void conditions()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, port);
        QFETCH(QByteArray, bond);
        FileSnapshot files;
        addFile(&files, etc + u"25-bond.netdev"_s,
                "[NetDev]\nName=bond0\nKind=bond\nMACAddress=none\n[Bond]\nMode=active-backup\n");
        addFile(&files, etc + u"10-first.network"_s, first);
        addFile(&files, etc + u"30-port.network"_s, port);
        addFile(&files, etc + u"35-bond0.network"_s, bond);
        const Reading reading = NetworkdFormat().read(files);
        QStringList findings;
        for (const Finding &finding : reading.findings)
            findings.append(finding.code + u' ' + finding.field.section(u'/', -1));
        QTEST(findings, "findings");
        const BondPlan &plan = reading.bonds.first().plan;
        QTEST(int(plan.slaves.size()), "ports");
        QTEST(!plan.ipv4.addresses.isEmpty(), "hasAddress");
    }

    /// By the table's "since": written, refused, or written with a warning where the reader is not known.
    void newerOptions_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("isWritten");
        QTest::newRow("new enough") << u"256"_s << QString() << true;
        QTest::newRow("newer, as packages say it") << u"1:257.9-1~deb13u1"_s << QString() << true;
        QTest::newRow("too old") << u"252"_s << u"format.option-unsaid"_s << false;
        QTest::newRow("not known") << QString() << u"format.option-newer"_s << true;
    }
    void newerOptions()
    {
        QFETCH(QString, version);
        QFETCH(QString, code);
        QFETCH(bool, isWritten);
        const NetworkdFormat format;
        FileSnapshot files;
        files.programVersion = version;
        BondPlan plan;
        plan.name = u"bond0"_s;
        plan.mode = Mode::ActiveBackup;
        plan.slaves = {SlavePlan{u"eth0"_s, {}, {}, {}}};
        plan.options.insert(u"arp_interval"_s, u"1000"_s);
        plan.options.insert(u"arp_ip_target"_s, u"192.0.2.1"_s);
        plan.options.insert(u"arp_missed_max"_s, u"3"_s);
        const auto rendering = format.render(plan, files);
        QVERIFY(rendering);
        QCOMPARE(codesOf(rendering->findings), code.isEmpty() ? QStringList() : QStringList(code));
        QCOMPARE(hasErrors(rendering->findings), !isWritten);
        const FileChange *netdev = rendering->changes.find(etc + u"10-bond0.netdev"_s);
        QVERIFY(netdev && netdev->newText);
        QCOMPARE(netdev->newText->contains("ARPMissedMax=3"), isWritten);
        QCOMPARE(format.unsaidOptions(version).contains(u"arp_missed_max"_s), !isWritten);

        FileSnapshot present = files;
        addFile(&present, etc + u"10-bond1.netdev"_s,
                "[NetDev]\nName=bond1\nKind=bond\n[Bond]\nMode=active-backup\nMIIMonitorSec=0.1\n"
                "PeerNotifyDelaySec=0.5\n");
        const Reading reading = format.read(present);
        QCOMPARE(reading.bonds.size(), 1);
        QCOMPARE(reading.bonds.first().plan.options.value(u"peer_notif_delay"_s), isWritten ? u"500"_s : QString());
        QCOMPARE(codesOf(reading.findings).contains(u"networkd.value"_s), !isWritten);
    }
};

QTEST_GUILESS_MAIN(TestNetworkd)
#include "tst_networkd.moc"
