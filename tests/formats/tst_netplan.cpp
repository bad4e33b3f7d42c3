// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/diff/secrets.h"
#include "formats/diff/unifieddiff.h"
#include "formats/losses.h"
#include "formats/migration.h"
#include "formats/netplan/netplanformat.h"
#include "formats/networkd/networkdformat.h"
#include "formats/yaml/yamledit.h"
#include "tests/formats/snapshots.h"

#include <QTest>

#include <algorithm>

using namespace bondwright;
using namespace bondwright::formats;
using namespace bondwright::formats::netplan;
using namespace bondwright::test;
using namespace Qt::StringLiterals;

namespace
{

const QString cloudFile = u"/etc/netplan/50-cloud-init.yaml"_s;
const QByteArray cloudText = "# from the image\n"
                             "network:\n"
                             "    version: 2\n"
                             "    ethernets:\n"
                             "        eth0:\n"
                             "            # as it was installed\n"
                             "            dhcp4: true\n"
                             "            match:\n"
                             "                macaddress: 02:00:00:00:00:10\n"
                             "            set-name: eth0\n"
                             "        eth1: {dhcp4: true}\n"
                             "    wifis:\n"
                             "        wlan0:\n"
                             "            access-points:\n"
                             "                home: {password: verysecret}\n"
                             "            dhcp4: true\n";

BondPlan bond0()
{
    BondPlan plan;
    plan.name = u"bond0"_s;
    plan.mode = Mode::ActiveBackup;
    plan.options = {{u"miimon"_s, u"100"_s}, {u"primary"_s, u"eth0"_s}};
    plan.slaves = {{u"eth0"_s, u"02:00:00:00:00:10"_s, {}, {}}, {u"eth1"_s, {}, {}, {}}};
    plan.ipv4.method = IpMethod::Manual;
    plan.ipv4.addresses = {u"192.0.2.10/24"_s};
    plan.ipv4.gateway = u"192.0.2.254"_s;
    return plan;
}

} // namespace

class TestNetplan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesNicsOver()
    {
        FileSnapshot snapshot;
        addFile(&snapshot, cloudFile, cloudText);
        const auto rendering = NetplanFormat().render(bond0(), snapshot);
        QVERIFY2(rendering, rendering ? "" : qPrintable(rendering.error().message));
        QCOMPARE(rendering->findings.size(), 0);
        FileSnapshot after = snapshot;
        applyTo(&after, rendering->changes);
        QCOMPARE(after.find(u"/etc/netplan/90-bond0.yaml"_s)->mode, 0600);
        QVERIFY(after.find(cloudFile)->content.contains("#|             dhcp4: true\n"));
        QVERIFY(after.find(cloudFile)->content.contains("# as it was installed"));
        const Reading reading = NetplanFormat().read(after);
        QCOMPARE(reading.findings.size(), 0);
        QCOMPARE(planToJson(essence(reading.bonds.first().plan)), planToJson(essence(bond0())));
        // Back to the byte.
        applyTo(&after, NetplanFormat().remove(u"bond0"_s, after)->changes);
        QCOMPARE(after.files.keys(), snapshot.files.keys());
        QCOMPARE(after.find(cloudFile)->content, cloudText);
    }

    /// A bond in an administrator's file is changed there.
    void editsInPlace()
    {
        const QByteArray text = "network:\n"
                                "  version: 2\n"
                                "  ethernets: {eth0: {}, eth1: {}}\n"
                                "  bonds:\n"
                                "    bond0: # uplink\n"
                                "      interfaces:\n"
                                "      - eth1\n"
                                "      - eth0\n"
                                "      addresses: [192.0.2.10/24]\n"
                                "      parameters:\n"
                                "        mode: active-backup\n"
                                "        # often enough\n"
                                "        mii-monitor-interval: 1s\n"
                                "      optional: true\n";
        FileSnapshot snapshot;
        addFile(&snapshot, u"/etc/netplan/01-bond.yaml"_s, text);
        BondPlan plan = NetplanFormat().read(snapshot).bonds.first().plan;
        QCOMPARE(plan.options.value(u"miimon"_s), u"1000"_s);
        QCOMPARE(plan.slaves.first().name, u"eth1"_s);
        QVERIFY(NetplanFormat().render(plan, snapshot)->changes.isEmpty());
        plan.options.insert(u"miimon"_s, u"100"_s);
        plan.options.insert(u"primary"_s, u"eth1"_s);
        const auto rendering = NetplanFormat().render(plan, snapshot);
        QVERIFY(rendering);
        QByteArray expected = text;
        expected.replace("mii-monitor-interval: 1s\n", "mii-monitor-interval: 100\n        primary: eth1\n");
        QCOMPARE(*rendering->changes.files.first().newText, expected);
    }

    void whatItCannotSay()
    {
        BondPlan plan = bond0();
        plan.mode = Mode::BalanceTlb;
        plan.options.insert(u"tlb_dynamic_lb"_s, u"0"_s);
        plan.options.insert(u"lp_interval"_s, u"3"_s); // networkd does not pass it on
        const auto rendering = NetplanFormat().render(plan, {});
        QStringList fields;
        for (const Finding &finding : rendering->findings)
            fields.append(finding.field);
        QCOMPARE(fields, (QStringList{u"options.tlb_dynamic_lb"_s, u"options.lp_interval"_s}));
    }

    void refusesWhatNetplanRefuses()
    {
        FileSnapshot snapshot;
        addFile(&snapshot, u"/etc/netplan/a.yaml"_s, "network:\n  bonds:\n    bond0: {interfaces: [nowhere]}\n");
        QCOMPARE(NetplanFormat().read(snapshot).findings.first().code, u"netplan.refused"_s);
        QCOMPARE(NetplanFormat().render(bond0(), snapshot).error().code, u"netplan.refused"_s);
        addFile(&snapshot, u"/etc/netplan/a.yaml"_s, "network: [\n");
        QCOMPARE(NetplanFormat().read(snapshot).findings.first().code, u"yaml.syntax"_s);
    }

    void secretsAreHidden()
    {
        QVERIFY(!withoutSecrets(cloudText).contains("verysecret"));
        QVERIFY(withoutSecrets(cloudText).contains("set-name: eth0"));
        QVERIFY(!withoutSecrets("iface wlan0 inet dhcp\n    wpa-psk verysecret\n").contains("verysecret"));
        QVERIFY(!withoutSecrets("a:\n  password: |\n    verysecret\n  b: 1\n").contains("verysecret"));
        QVERIFY(withoutSecrets("a:\n  password: |\n    verysecret\n  b: 1\n").contains("b: 1"));
        QVERIFY(!withoutSecrets("  keys: {shared: 7voRZ/ojfXgfPOlswo3Lpma1RJq7qijIEEUEMShQFV8=}\n").contains("7voRZ"));
        QVERIFY(withoutSecrets("# key to success\n").contains("success"));
    }

    /// libnetplan quotes the line that it does not take.
    void secretsOfWhatIsRefused()
    {
        FileSnapshot snapshot;
        addFile(&snapshot, u"/etc/netplan/a.yaml"_s,
                "network:\n  version: 2\n  wifis:\n    wlan0:\n      access-points:\n        home:\n"
                "          password: [canary]\n");
        const Reading reading = NetplanFormat().read(snapshot);
        QCOMPARE(reading.findings.first().code, u"netplan.refused"_s);
        QVERIFY2(!reading.findings.first().message.contains(u"canary"), qPrintable(reading.findings.first().message));
    }

    /// A hand-written bond is changed where it stands, back and forth, and away: all else keeps its bytes.
    void oddLayouts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("error"); ///< empty: it is changed
        const QByteArray head = "network:\n  version: 2\n  ethernets:\n    eth0: {}\n    eth1: {}\n  bonds:\n";
        const QByteArray bond = "    bond0:\n      interfaces: [eth0, eth1]\n      addresses: [192.0.2.10/24]\n"
                                "      parameters: {mode: active-backup}\n";
        QTest::newRow("as usual") << head + bond + "      mtu: 1400\n" << QString();
        QTest::newRow("no newline at the end") << head + bond + "      mtu: 1400" << QString();
        QTest::newRow("with carriage returns")
            << QByteArray(head + bond + "      mtu: 1400\n").replace("\n", "\r\n") << QString();
        QTest::newRow("a byte order mark") << "\xef\xbb\xbf" + head + bond + "      mtu: 1400\n" << QString();
        QTest::newRow("a document's marks") << "%YAML 1.1\n---\n" + head + bond + "      mtu: 1400\n...\n" << QString();
        QTest::newRow("anchored") << head + bond
                + "      mtu: &mtu 1400\n    bond1:\n      interfaces: []\n      mtu: *mtu\n"
                                  << u"yaml.entangled"_s;
        QTest::newRow("an alias") << QByteArray(head).replace("eth1: {}", "eth1: &own\n      mtu: 1400")
                + "    bond0: *own\n"
                                  << u"yaml.entangled"_s;
        QTest::newRow("twice") << head + bond + "      mtu: 1300\n      mtu: 1400\n" << u"yaml.entangled"_s;
        QTest::newRow("in braces") << head + "    bond0: {interfaces: [eth0, eth1], mtu: 1400}\n" << u"yaml.flow"_s;
        QTest::newRow("a key of its own line") << head + bond + "      ? mtu\n      : 1400\n" << u"yaml.flow"_s;
    }
    void oddLayouts()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, error);
        FileSnapshot snapshot;
        addFile(&snapshot, u"/etc/netplan/a.yaml"_s, text);
        const Reading reading = NetplanFormat().read(snapshot);
        QVERIFY2(!reading.bonds.isEmpty(),
                 reading.findings.isEmpty() ? "" : qPrintable(reading.findings.first().message));
        BondPlan plan = reading.bonds.first().plan;
        QCOMPARE(plan.mtu, 1400U);
        plan.mtu = 1300;
        const auto changed = NetplanFormat().render(plan, snapshot);
        QVERIFY2(changed.has_value() == error.isEmpty(), changed ? "changed" : qPrintable(changed.error().message));
        if (!changed) {
            QCOMPARE(changed.error().code, error);
            return;
        }
        FileSnapshot after = snapshot;
        applyTo(&after, changed->changes);
        QCOMPARE(QByteArray(after.find(u"/etc/netplan/a.yaml"_s)->content).replace("1300", "1400"), text);
        applyTo(&after, NetplanFormat().remove(u"bond0"_s, after)->changes);
        const QByteArray rest = after.find(u"/etc/netplan/a.yaml"_s)->content;
        QVERIFY2(text.startsWith(rest.left(text.indexOf("  bonds:"))) && !rest.contains("bond"), rest.constData());
    }

    /// The NIC's own entry ends the file, without a newline: put back so, too.
    void lastLineIsParked()
    {
        const QByteArray text = "network:\n  version: 2\n  ethernets:\n    eth0: {}\n    eth1:\n      dhcp4: true";
        FileSnapshot snapshot;
        addFile(&snapshot, u"/etc/netplan/a.yaml"_s, text);
        FileSnapshot after = snapshot;
        applyTo(&after, NetplanFormat().render(bond0(), snapshot)->changes);
        QVERIFY(after.find(u"/etc/netplan/a.yaml"_s)->content.contains("#|"));
        applyTo(&after, NetplanFormat().remove(u"bond0"_s, after)->changes);
        QCOMPARE(after.find(u"/etc/netplan/a.yaml"_s)->content, text);
    }

    /// Of routes and addresses, too, what no plan holds is told before a migration.
    void leftOfAddressesAndRoutes()
    {
        FileSnapshot snapshot;
        addFile(
            &snapshot, u"/etc/netplan/a.yaml"_s,
            "network:\n  version: 2\n  ethernets:\n    eth0: {mtu: 9000}\n"
            "    eth1: {mtu: 1400, macaddress: '02:00:00:00:00:01', dhcp4: false}\n  bonds:\n    bond0:\n"
            "      interfaces: [eth0, eth1]\n      mtu: 1400\n      dhcp4: true\n      dhcp6: true\n"
            "      accept-ra: false\n      dhcp4-overrides: {route-metric: 50}\n      addresses:\n"
            "      - 192.0.2.5/24: {label: 'bond0:web'}\n      - 192.0.2.6/24\n      routes:\n"
            "      - {to: default, via: 192.0.2.1, metric: 20}\n      - {to: 10.0.0.0/8, via: 192.0.2.1, table: 9}\n"
            "      - {to: 172.16.0.0/12, via: 192.0.2.1, mtu: 1300}\n      - {to: 198.51.100.0/24, scope: link}\n"
            "      - {to: 203.0.113.0/24, via: 192.0.2.1, metric: 7}\n  vlans:\n    bond0.5:\n      id: 5\n"
            "      link: bond0\n      addresses: [198.18.0.1/24]\n      routes:\n"
            "      - {to: 198.18.9.0/24, via: 198.18.0.9, on-link: true}\n");
        const NetplanFormat format;
        const Reading reading = format.read(snapshot);
        QVERIFY2(!reading.bonds.isEmpty(),
                 reading.findings.isEmpty() ? "" : qPrintable(reading.findings.first().message));
        QStringList left;
        for (const Finding &finding : format.leftBehind(reading.bonds.first(), snapshot))
            left.append(finding.message.section(u' ', 0, 0));
        left.sort();
        QCOMPARE(left,
                 (QStringList{u"bonds.bond0.accept-ra"_s, u"bonds.bond0.addresses.192.0.2.5/24.label"_s,
                              u"bonds.bond0.routes.10.0.0.0/8.table"_s, u"bonds.bond0.routes.172.16.0.0/12.mtu"_s,
                              u"bonds.bond0.routes.default.metric"_s, u"ethernets.eth0.mtu"_s,
                              u"ethernets.eth1.macaddress"_s, u"vlans.bond0.5.routes.198.18.9.0/24.on-link"_s}));
    }

    /// As with systemd-networkd alone; NetworkManager does not wait for a bond's carrier.
    void addressBeforeTheCarrier()
    {
        BondPlan plan = bond0();
        plan.options
            = {{u"arp_interval"_s, u"100"_s}, {u"arp_ip_target"_s, u"192.0.2.1"_s}, {u"arp_validate"_s, u"all"_s}};
        VlanPlan vlan;
        vlan.id = 5;
        vlan.ipv4.method = IpMethod::Manual;
        vlan.ipv4.addresses = {u"198.51.100.10/24"_s};
        plan.vlans = {vlan};
        const NetplanFormat format;
        for (const QByteArray renderer : {"networkd", "NetworkManager"}) {
            FileSnapshot files;
            addFile(&files, u"/etc/netplan/a.yaml"_s, "network: {version: 2, renderer: " + renderer + "}\n");
            const auto rendering = format.render(plan, files);
            QVERIFY(rendering && !hasErrors(rendering->findings));
            applyTo(&files, rendering->changes);
            QCOMPARE(files.find(u"/etc/netplan/90-bond0.yaml"_s)->content.count("ignore-carrier: true"),
                     renderer == "networkd" ? 2 : 0);
            QVERIFY(format.leftBehind(format.read(files).bonds.first(), files).isEmpty());
        }
    }

    /// Which NIC it is only its host knows: it stays a port whatever else becomes one.
    void portsThatNobodyNames()
    {
        FileSnapshot snapshot;
        const QString path = u"/etc/netplan/a.yaml"_s;
        addFile(&snapshot, path,
                "network:\n  version: 2\n  ethernets:\n    lan: {match: {name: en*}}\n    eth0: {}\n    eth1: {}\n  "
                "bonds:\n"
                "    bond0:\n      interfaces: [lan, eth0]\n");
        BondPlan plan = NetplanFormat().read(snapshot).bonds.first().plan;
        QCOMPARE(plan.slaves.size(), 1);
        plan.slaves.append({u"eth1"_s, {}, {}, {}});
        applyTo(&snapshot, NetplanFormat().render(plan, snapshot)->changes);
        QVERIFY2(snapshot.find(path)->content.contains("interfaces: [eth0, eth1, lan]"),
                 snapshot.find(path)->content.constData());
    }

    /// Ubuntu's images know their NIC by its address, which a plan need not say.
    void nicKnownByItsAddress()
    {
        FileSnapshot snapshot;
        addFile(&snapshot, u"/etc/netplan/50-cloud-init.yaml"_s, cloudText);
        BondPlan plan = bond0();
        for (SlavePlan &slave : plan.slaves)
            slave.mac = {};
        const auto rendering = NetplanFormat().render(plan, snapshot);
        QVERIFY(rendering);
        QVERIFY2(!hasErrors(rendering->findings), qPrintable(rendering->findings.value(0).field));
        applyTo(&snapshot, rendering->changes);
        QVERIFY(!NetplanFormat().read(snapshot).bonds.first().plan.slaves.first().mac.isEmpty());
        QCOMPARE(NetplanFormat().render(plan, snapshot)->changes.files.size(), 0);
        const auto removal = NetplanFormat().remove(u"bond0"_s, snapshot);
        QCOMPARE(*removal->changes.find(u"/etc/netplan/50-cloud-init.yaml"_s)->newText, QByteArray(cloudText));
    }

    /// What a NIC had of its own becomes remarks while it is a port: no less secret there.
    void parkedSecretsAreHidden()
    {
        FileSnapshot snapshot;
        addFile(
            &snapshot, u"/etc/netplan/10.yaml"_s,
            "network:\n  version: 2\n  ethernets:\n    eth0:\n      dhcp4: true\n      auth:\n"
            "        key-management: 802.1x\n        method: ttls\n        identity: joe\n"
            "        password: \"canary\"\n        client-key-password: >-\n          canary\n          folded-canary\n"
            "    eth1: {dhcp4: true, auth: {key-management: 802.1x, method: peap, identity: me, password: canary}}\n");
        const auto rendering = NetplanFormat().render(bond0(), snapshot);
        QVERIFY(rendering);
        const QByteArray raw = *rendering->changes.find(u"/etc/netplan/10.yaml"_s)->newText;
        QVERIFY2(raw.contains("#|") && raw.count("canary") == 4, raw.constData());
        const QByteArray diff = unifiedDiff(withoutSecrets(rendering->changes));
        QVERIFY2(!diff.contains("canary"), diff.constData());
        QVERIFY2(diff.contains("identity: joe"), diff.constData());
        const QByteArray parked = "#| iface wlan0 inet dhcp\n#| \twpa-psk canary\n# wpa-psk: canary\nauto eth0\n";
        QVERIFY(!withoutSecrets(parked).contains("canary"));
        QVERIFY(withoutSecrets(parked).endsWith("auto eth0\n"));
    }

    /// libnetplan doubles the name servers of a bond that stands before its NICs, as cloud-init writes it.
    void bondBeforeItsNics()
    {
        FileSnapshot snapshot;
        addFile(&snapshot, u"/etc/netplan/50-cloud-init.yaml"_s,
                "network:\n  version: 2\n  bonds:\n    bond0:\n      interfaces: [eth0, eth1]\n"
                "      addresses: [192.0.2.10/24]\n"
                "      nameservers: {addresses: [192.0.2.53, '2001:db8::53'], search: [a.example]}\n"
                "      parameters: {mode: active-backup, mii-monitor-interval: 100}\n"
                "  ethernets: {eth0: {}, eth1: {}}\n");
        const Reading reading = NetplanFormat().read(snapshot);
        QCOMPARE(reading.bonds.size(), 1);
        QCOMPARE(reading.bonds.first().plan.ipv4.dns.texts(), QStringList(u"192.0.2.53"_s));
        QCOMPARE(reading.bonds.first().plan.ipv6.dns.texts(), QStringList(u"2001:db8::53"_s));
        QCOMPARE(reading.bonds.first().plan.ipv4.search, QStringList(u"a.example"_s));
    }

    /// netplan would refuse all of its files, and no interface would have a network.
    void isNamedElsewhere_data()
    {
        QTest::addColumn<QByteArray>("above");
        QTest::addColumn<QString>("code"); ///< of a migration's refusal; empty: it is done
        QTest::newRow("nothing") << QByteArray("  bridges: {br0: {interfaces: [eth2]}}\n") << QString();
        QTest::newRow("a VRF") << QByteArray("  vrfs: {red: {table: 100, interfaces: [bond0]}}\n")
                               << u"netplan.refused"_s;
        QTest::newRow("a VRF of its VLAN")
            << QByteArray("  vrfs: {red: {table: 100, interfaces: [bond0.5]}}\n") << u"netplan.refused"_s;
        QTest::newRow("a tunnel") << QByteArray(
            "  tunnels: {vx1: {mode: vxlan, id: 1, link: bond0, local: 10.0.0.1, remote: 10.0.0.2}}\n")
                                  << u"netplan.refused"_s;
        QTest::newRow("a bridge") << QByteArray("  bridges: {br0: {interfaces: [bond0]}}\n") << u"migration.bridge"_s;
    }
    void isNamedElsewhere()
    {
        QFETCH(QByteArray, above);
        QFETCH(QString, code);
        FileSnapshot snapshot;
        addFile(&snapshot, u"/etc/netplan/a.yaml"_s,
                "network:\n  version: 2\n  ethernets: {eth0: {}, eth2: {dhcp4: true}}\n  bonds:\n    bond0:\n"
                "      interfaces: [eth0]\n      parameters: {mii-monitor-interval: 100}\n  vlans:\n    bond0.5:\n"
                "      id: 5\n      link: bond0\n"
                    + above);
        const NetplanFormat format;
        const Reading reading = format.read(snapshot);
        QVERIFY2(!reading.bonds.isEmpty(), qPrintable(reading.findings.value(0).message));
        const auto named = std::count_if(reading.findings.cbegin(), reading.findings.cend(), [](const Finding &f) {
            return f.code == u"netplan.foreign-routing" && f.message.contains(u"vrfs.red");
        });
        QCOMPARE(named, above.contains("vrfs") ? 1 : 0);
        const auto removal = format.remove(u"bond0"_s, snapshot);
        const auto moved = migrate(u"bond0"_s, format, snapshot, networkd::NetworkdFormat(), snapshot);
        QCOMPARE(removal ? QString() : removal.error().code, code.isEmpty() ? QString() : u"netplan.refused"_s);
        QCOMPARE(moved ? QString() : moved.error().code, code);
    }

    /// Whatever says the gateway says the new one, or goes: what stays beside it is as it was written.
    /// What else is said of an address stays with it.
    void labelsStay()
    {
        FileSnapshot files;
        const QString path = u"/etc/netplan/50-bond.yaml"_s;
        addFile(&files, path,
                "network:\n  version: 2\n  ethernets: {eth0: {}}\n  bonds:\n    bond0:\n      interfaces: [eth0]\n"
                "      parameters: {mii-monitor-interval: 100}\n      addresses:\n      - 192.0.2.10/24\n"
                "      - 192.0.2.11/24:\n          label: bond0:1\n          lifetime: 0\n      - 2001:db8::1/64\n");
        const NetplanFormat format;
        BondPlan plan = format.read(files).bonds.first().plan;
        const qsizetype plain = plan.ipv4.addresses.indexOf(Written<IpNetwork>(u"192.0.2.10/24"_s));
        QVERIFY(plain >= 0);
        plan.ipv4.addresses[plain] = u"192.0.2.77/24"_s;
        const auto rendering = format.render(plan, files);
        QVERIFY(rendering && rendering->findings.isEmpty());
        applyTo(&files, rendering->changes);
        const QByteArray text = files.find(path)->content;
        QVERIFY2(text.contains("lifetime: 0\n") && text.contains("bond0:1"), text.constData());
        QCOMPARE(format.read(files).bonds.first().plan.ipv4, plan.ipv4);
        QCOMPARE(format.read(files).bonds.first().plan.ipv6, plan.ipv6);
        plan.ipv4.addresses.removeIf([](const auto &address) { return address.text() == u"192.0.2.11/24"; });
        const FileSnapshot without = files.with(format.render(plan, files)->changes);
        QVERIFY(!without.find(path)->content.contains("lifetime"));
    }

    void gatewayIsReplaced_data()
    {
        QTest::addColumn<QByteArray>("text"); ///< of the bond, below its addresses
        QTest::addColumn<QString>("gateway");
        QTest::addColumn<QString>("gateway6");
        QTest::addColumn<int>("metric"); ///< 0: none
        QTest::addColumn<QByteArray>("expected");
        const QByteArray route = "routes:\n        - to: \"0.0.0.0/0\"\n          via: \"192.0.2.1\"\n";
        const QByteArray other = "routes: [{to: 10.0.0.0/8, via: 192.0.2.9, mtu: 1300}]\n";
        const QByteArray kept
            = "routes:\n        - to: \"10.0.0.0/8\"\n          via: \"192.0.2.9\"\n          mtu: 1300\n";
        const QByteArray added = "        - to: \"0.0.0.0/0\"\n          via: \"192.0.2.1\"\n";
        QTest::newRow("gateway4") << QByteArray("gateway4: 192.0.2.254\n") << u"192.0.2.1"_s << QString() << 0 << route;
        QTest::newRow("gateway4, away") << QByteArray("gateway4: 192.0.2.254\n") << QString() << QString() << 0
                                        << QByteArray();
        QTest::newRow("gateway4, with a metric") << QByteArray("gateway4: 192.0.2.1\n") << u"192.0.2.1"_s << QString()
                                                 << 50 << QByteArray(route + "          metric: 50\n");
        QTest::newRow("gateway4, the same") << QByteArray("gateway4: 192.0.2.1\n") << u"192.0.2.1"_s << QString() << 0
                                            << QByteArray("gateway4: 192.0.2.1\n");
        QTest::newRow("gateway4 beside routes")
            << "gateway4: 192.0.2.254\n      " + other << u"192.0.2.1"_s << QString() << 0 << kept + added;
        QTest::newRow("gateway4 of gateway6")
            << QByteArray("gateway4: 192.0.2.1\n      gateway6: 2001:db8::1\n") << u"192.0.2.1"_s << QString() << 0
            << QByteArray("gateway4: 192.0.2.1\n");
        QTest::newRow("gateway6") << QByteArray("gateway6: 2001:db8::1\n") << QString() << u"2001:db8::2"_s << 0
                                  << QByteArray("routes:\n        - to: \"::/0\"\n          via: \"2001:db8::2\"\n");
        QTest::newRow("a route") << QByteArray("routes: [{to: default, via: 192.0.2.254, on-link: true}]\n")
                                 << u"192.0.2.1"_s << QString() << 0
                                 << QByteArray("routes:\n        - to: default\n          via: \"192.0.2.1\"\n"
                                               "          on-link: true\n");
        const QByteArray two
            = "routes: [{to: default, via: 192.0.2.9, metric: 300}, {to: default, via: 192.0.2.254}]\n";
        QTest::newRow("two routes") << two << u"192.0.2.1"_s << QString() << 0
                                    << QByteArray("routes:\n        - to: default\n          via: \"192.0.2.9\"\n"
                                                  "          metric: 300\n        - to: default\n"
                                                  "          via: \"192.0.2.1\"\n");
        QTest::newRow("two routes, away") << two << QString() << QString() << 0 << QByteArray();
        QTest::newRow("a route, away") << QByteArray("routes: [{to: default, via: 192.0.2.254}]\n") << QString()
                                       << QString() << 0 << QByteArray();
    }
    void gatewayIsReplaced()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, gateway);
        QFETCH(QString, gateway6);
        QFETCH(int, metric);
        QFETCH(QByteArray, expected);
        const QString path = u"/etc/netplan/a.yaml"_s;
        const QByteArray head = "network:\n  version: 2\n  ethernets: {eth0: {}}\n  bonds:\n    bond0:\n"
                                "      interfaces: [eth0]\n      parameters: {mii-monitor-interval: 100}\n"
                                "      addresses: [192.0.2.10/24, '2001:db8::10/64']\n      ";
        FileSnapshot snapshot;
        addFile(&snapshot, path, head + text);
        BondPlan plan = NetplanFormat().read(snapshot).bonds.first().plan;
        plan.ipv4.gateway = gateway;
        plan.ipv6.gateway = gateway6;
        plan.ipv4.metric = metric > 0 ? std::optional(quint32(metric)) : std::nullopt;
        const auto rendering = NetplanFormat().render(plan, snapshot);
        QVERIFY2(rendering, rendering ? "" : qPrintable(rendering.error().message));
        QVERIFY2(rendering->findings.isEmpty(), qPrintable(rendering->findings.value(0).message));
        applyTo(&snapshot, rendering->changes);
        const QByteArray now = snapshot.find(path)->content;
        QVERIFY2(now.trimmed() == (head + expected).trimmed(), now.constData());
    }
};

QTEST_GUILESS_MAIN(TestNetplan)
#include "tst_netplan.moc"
