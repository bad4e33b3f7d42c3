// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifupdown/ifupdownformat.h"
#include "formats/ifupdown/ifupdownreader.h"
#include "formats/ifupdown/interfacestree.h"
#include "formats/losses.h"
#include "tests/formats/snapshots.h"
#include "tests/support/plans.h"

#include <QTest>

using namespace bondwright;
using namespace bondwright::formats;
using namespace bondwright::formats::ifupdown;
using namespace bondwright::test;
using namespace Qt::StringLiterals;

namespace
{

const QString mainFile = u"/etc/network/interfaces"_s;

const QByteArray byHand = "# The loopback\n"
                          "auto lo\n"
                          "iface lo inet loopback\n"
                          "source /etc/network/interfaces.d/*\n"
                          "\n"
                          "auto eth2\n"
                          "iface eth2 inet dhcp\n"
                          "\twpa-psk secret\n"
                          "\n"
                          "auto bond0\n"
                          "# the uplink\n"
                          "iface bond0 inet static\n"
                          "\taddress 192.0.2.10\n"
                          "\tnetmask 255.255.255.0\n"
                          "\tgateway 192.0.2.254\n"
                          "\tbond_mode 1\n"
                          "\tbond-miimon 100\n"
                          "\tbond-slaves eth0 \\\n"
                          "\t    eth1\n"
                          "\tbond-primary eth1\n"
                          "\tup ip route add 10.0.0.0/8 via 192.0.2.1\n"
                          "\tpost-up /usr/local/bin/tell\n"
                          "iface bond0 inet6 auto\n";

FileSnapshot hostFiles()
{
    FileSnapshot snapshot;
    addFile(&snapshot, mainFile, byHand);
    addFile(&snapshot, u"/etc/network/interfaces.d/v20"_s, "auto bond0.20\niface bond0.20 inet dhcp\n");
    return snapshot;
}

} // namespace

class TestIfupdown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsByHand()
    {
        const Reading reading = IfupdownFormat().read(hostFiles());
        QCOMPARE(reading.bonds.size(), 1);
        const BondPlan &plan = reading.bonds.first().plan;
        QCOMPARE(plan.mode, Mode::ActiveBackup);
        QCOMPARE(plan.options, (QMap<QString, QString>{{u"miimon"_s, u"100"_s}, {u"primary"_s, u"eth1"_s}}));
        QCOMPARE(plan.slaves.size(), 2);
        QCOMPARE(plan.ipv4.addresses.texts(), QStringList(u"192.0.2.10/24"_s));
        QCOMPARE(plan.ipv4.gateway.text(), u"192.0.2.254"_s);
        QCOMPARE(plan.ipv4.routes.size(), 1);
        QCOMPARE(plan.ipv6.method, IpMethod::Auto);
        QCOMPARE(plan.vlans.size(), 1);
        QCOMPARE(plan.vlans.first().ipv4.method, IpMethod::Auto);
        QVERIFY(plan.autoconnect);
        const auto left = IfupdownFormat().leftBehind(reading.bonds.first(), hostFiles());
        QCOMPARE(left.size(), 1);
        QVERIFY(left.first().message.startsWith(u"bond0: post-up"));
        QVERIFY(IfupdownFormat().render(plan, hostFiles())->changes.isEmpty());
    }

    void editsInPlace()
    {
        const FileSnapshot snapshot = hostFiles();
        BondPlan plan = IfupdownFormat().read(snapshot).bonds.first().plan;
        plan.options.insert(u"miimon"_s, u"250"_s);
        const auto rendering = IfupdownFormat().render(plan, snapshot);
        QVERIFY(rendering);
        QCOMPARE(rendering->changes.files.size(), 1);
        QCOMPARE(*rendering->changes.files.first().newText, QByteArray(byHand).replace("miimon 100", "miimon 250"));
    }

    /// A NIC's own stanza is out of force while it is a port, and comes back byte by byte.
    void nicsComeBack()
    {
        FileSnapshot snapshot = hostFiles();
        BondPlan plan = IfupdownFormat().read(snapshot).bonds.first().plan;
        plan.slaves.append({u"eth2"_s, {}, {}, {}});
        auto rendering = IfupdownFormat().render(plan, snapshot);
        QVERIFY(rendering);
        const QByteArray taken = *rendering->changes.find(mainFile)->newText;
        QVERIFY(taken.contains("bond-slaves eth0 eth1 eth2\n"));
        QVERIFY(taken.contains("iface eth2 inet manual\n#| iface eth2 inet dhcp\n"));
        applyTo(&snapshot, rendering->changes);
        plan.slaves.removeLast();
        rendering = IfupdownFormat().render(plan, snapshot);
        QCOMPARE(*rendering->changes.find(mainFile)->newText,
                 QByteArray(byHand).replace("eth0 \\\n\t    eth1", "eth0 eth1"));
        const auto removal = IfupdownFormat().remove(u"bond0"_s, snapshot);
        const QByteArray without = *removal->changes.find(mainFile)->newText;
        QVERIFY(without.contains("iface eth2 inet dhcp\n\twpa-psk secret\n"));
        QVERIFY(without.contains("# the uplink\n"));
        QVERIFY(!without.contains("bond0 inet"));
        QVERIFY(removal->changes.find(u"/etc/network/interfaces.d/v20"_s)->isDeletion());
    }

    void newOnesGoWhereFilesAreSourced()
    {
        BondPlan plan;
        plan.name = u"bond1"_s;
        plan.mode = Mode::Ieee8023ad;
        plan.options = {{u"miimon"_s, u"100"_s}, {u"min_links"_s, u"1"_s}};
        plan.slaves = {{u"eth8"_s, {}, {}, {}}};
        auto rendering = IfupdownFormat().render(plan, hostFiles());
        QCOMPARE(rendering->changes.files.first().path, u"/etc/network/interfaces.d/bond1"_s);
        QCOMPARE(rendering->findings.size(), 1); // ifenslave has no min_links
        QCOMPARE(rendering->findings.first().field, u"options.min_links"_s);
        rendering = IfupdownFormat().render(plan, {});
        QCOMPARE(rendering->changes.files.first().path, mainFile);
        // ifupdown2 has it.
        FileSnapshot second;
        addFile(&second, u"/etc/network/ifupdown2/ifupdown2.conf"_s, "x=1\n");
        rendering = IfupdownFormat().render(plan, second);
        QVERIFY(rendering->findings.isEmpty());
        QVERIFY(rendering->changes.files.first().newText->contains("bond-min-links 1\n"));
    }

    void bondMasterStanzas()
    {
        FileSnapshot snapshot;
        addFile(&snapshot, mainFile,
                "auto bond0 eth0\niface bond0 inet dhcp\n bond-mode 802.3ad\n bond-miimon 100\n bond-slaves none\n"
                "iface eth0 inet manual\n bond-master bond0\n mtu 9000\n");
        const Reading reading = IfupdownFormat().read(snapshot);
        QCOMPARE(reading.bonds.first().plan.slaves.size(), 1);
        const auto removal = IfupdownFormat().remove(u"bond0"_s, snapshot);
        QCOMPARE(*removal->changes.files.first().newText, QByteArray("auto eth0\niface eth0 inet manual\n mtu 9000\n"));
    }

    /// ifupdown takes a VLAN's number from its name; ifupdown2 does not.
    void namesOfVlans_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isIfupdown2");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("none of its own") << QString() << false << true;
        QTest::newRow("vlan20") << u"vlan20"_s << false << true;
        QTest::newRow("another number") << u"vlan21"_s << false << false;
        QTest::newRow("a word") << u"storage"_s << false << false;
        QTest::newRow("a word, ifupdown2") << u"storage"_s << true << true;
    }
    void namesOfVlans()
    {
        QFETCH(QString, name);
        QFETCH(bool, isIfupdown2);
        QFETCH(bool, isTaken);
        FileSnapshot snapshot;
        if (isIfupdown2)
            addFile(&snapshot, u"/etc/network/ifupdown2/ifupdown2.conf"_s, "");
        BondPlan plan;
        plan.name = u"bond0"_s;
        plan.slaves = {SlavePlan{u"eth0"_s, {}, {}, {}}, SlavePlan{u"eth1"_s, {}, {}, {}}};
        VlanPlan vlan;
        vlan.id = 20;
        vlan.name = name;
        plan.vlans = {vlan};
        const auto rendering = IfupdownFormat().render(plan, snapshot);
        QVERIFY(rendering);
        QCOMPARE(!hasErrors(rendering->findings), isTaken);
    }

    /// As ifupdown2's user guide and its manual page write a bond: no family, yes and no, other names, ranges of ports.
    void readsIfupdown2()
    {
        FileSnapshot snapshot;
        addFile(&snapshot, u"/etc/network/ifupdown2/ifupdown2.conf"_s, "");
        addFile(&snapshot, mainFile,
                "auto lo\niface lo inet loopback\n\n# uplink\nauto bond1\niface bond1\n    address 100.0.0.2/16\n"
                "    address 2001:db8::2/64\n    gateway 100.0.0.1\n    gateway 2001:db8::1\n    mtu 9000\n"
                "    bond-slaves swp29 swp30\n    bond-mode 802.3ad\n    bond-miimon 100\n    bond-use-carrier yes\n"
                "    bond-lacp-rate 1\n    bond-min-links 1\n    bond-xmit_hash_policy layer3+4\n"
                "    bond-ad-sys-priority 1000\n    bond-ad-sys-mac-addr 44:38:39:ff:40:94\n"
                "    bond-lacp-bypass-allow no\n\nauto bond2\niface bond2\n    bond-ports glob swp1-3 eth7\n"
                "    bond-mode active-backup\n    bond-miimon 100\n    bond-num-unsol-na 5\n    bond-use-carrier no\n"
                "\niface bond3\n    bond-slaves regex swp4.*\n    bond-miimon 100\n");
        const IfupdownFormat format;
        const Reading reading = format.read(snapshot);
        QCOMPARE(reading.bonds.size(), 3);
        const BondPlan &lacp = reading.bonds.first().plan;
        QCOMPARE(lacp.mode, Mode::Ieee8023ad);
        QCOMPARE(lacp.slaves.size(), 2);
        const BondOptions lacpOptions{{u"miimon"_s, u"100"_s},
                                      {u"use_carrier"_s, u"1"_s},
                                      {u"lacp_rate"_s, u"fast"_s},
                                      {u"min_links"_s, u"1"_s},
                                      {u"xmit_hash_policy"_s, u"layer3+4"_s},
                                      {u"ad_actor_sys_prio"_s, u"1000"_s},
                                      {u"ad_actor_system"_s, u"44:38:39:ff:40:94"_s}};
        QCOMPARE(lacp.options, lacpOptions);
        QCOMPARE(lacp.ipv4.addresses.texts(), QStringList(u"100.0.0.2/16"_s));
        QCOMPARE(lacp.ipv6.addresses.texts(), QStringList(u"2001:db8::2/64"_s));
        QCOMPARE(lacp.ipv4.gateway.text(), u"100.0.0.1"_s);
        QCOMPARE(lacp.ipv6.gateway.text(), u"2001:db8::1"_s);
        QCOMPARE(lacp.mtu, 9000);
        const BondPlan &backup = reading.bonds.at(1).plan;
        QCOMPARE(backup.slaves.size(), 4);
        QCOMPARE(backup.slaves.at(1).name, u"swp2"_s);
        QCOMPARE(backup.options.value(u"num_grat_arp"_s), u"5"_s);
        QCOMPARE(backup.options.value(u"use_carrier"_s), u"0"_s);
        QCOMPARE(backup.ipv4.method, IpMethod::Disabled);
        QCOMPARE(reading.bonds.at(2).plan.slaves.size(), 0);
        QCOMPARE(reading.findings.size(), 1);
        QCOMPARE(reading.findings.first().code, u"ifupdown.port-unnamed"_s);
        const QList<Finding> left = format.leftBehind(reading.bonds.first(), snapshot);
        QCOMPARE(left.size(), 1); // the LACP bypass
        // In force as it stands, and an edit changes what is meant under whatever name it has.
        QVERIFY(format.render(lacp, snapshot)->changes.isEmpty());
        BondPlan edited = backup;
        edited.options.insert(u"num_grat_arp"_s, u"7"_s);
        const auto edit = format.render(edited, snapshot);
        QVERIFY(edit && !hasErrors(edit->findings));
        QByteArray expected = snapshot.find(mainFile)->content;
        expected.replace("    bond-num-unsol-na 5\n    bond-use-carrier no\n",
                         "    bond-use-carrier no\n    bond-num-grat-arp 7\n");
        QCOMPARE(*edit->changes.files.first().newText, expected);
        edited = backup;
        edited.slaves.removeLast();
        const auto fewer = format.render(edited, snapshot);
        QVERIFY(fewer && !hasErrors(fewer->findings));
        QVERIFY(fewer->changes.files.first().newText->contains("bond-slaves swp1 swp2 swp3\n"));
        QVERIFY(!fewer->changes.files.first().newText->contains("bond-ports"));
    }

    /// To ifupdown itself a stanza without a family is an error, and to ifupdown2 a template is nothing to wonder at.
    void namesWhatIsNotRead()
    {
        const QByteArray text = "auto bond0\niface bond0\n bond-slaves eth0\n%for i in range(3):\nauto swp${i}\n"
                                "iface swp${i}\n bond-slaves eth${i}\n%endfor\n";
        FileSnapshot snapshot;
        addFile(&snapshot, mainFile, text);
        Reading reading = IfupdownFormat().read(snapshot);
        QCOMPARE(reading.bonds.size(), 0);
        QVERIFY(!reading.findings.isEmpty());
        QCOMPARE(reading.findings.first().code, u"ifupdown.stray-line"_s);
        addFile(&snapshot, u"/etc/network/ifupdown2/ifupdown2.conf"_s, "");
        reading = IfupdownFormat().read(snapshot);
        QCOMPARE(reading.bonds.size(), 1);
        QCOMPARE(reading.findings.size(), 1);
        QCOMPARE(reading.findings.first().code, u"ifupdown.template"_s);
    }

    /// Routes as people and cloud-init write them: with route(8), and the default route as a command, too.
    void routesAsCommands_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("route"); ///< empty: not one for a plan
        QTest::newRow("ip") << u"ip route add 10.0.0.0/8 via 192.0.2.1 dev bond0"_s << u"10.0.0.0/8 192.0.2.1"_s;
        QTest::newRow("ip -6") << u"/sbin/ip -6 route add 2001:db8:1::/48 via 2001:db8::1"_s
                               << u"2001:db8:1::/48 2001:db8::1"_s;
        QTest::newRow("ip default") << u"ip route add default via 192.0.2.1 metric 7"_s << u"0.0.0.0/0 192.0.2.1 7"_s;
        QTest::newRow("route -net") << u"route add -net 10.0.0.0/8 gw 192.0.2.1 || true"_s << u"10.0.0.0/8 192.0.2.1"_s;
        QTest::newRow("route netmask") << u"route add -net 10.0.0.0 netmask 255.0.0.0 gw 192.0.2.1 metric 3 dev bond0"_s
                                       << u"10.0.0.0/8 192.0.2.1 3"_s;
        QTest::newRow("route -host") << u"route add -host 10.1.2.3 gw 192.0.2.1 bond0"_s << u"10.1.2.3/32 192.0.2.1"_s;
        QTest::newRow("route default") << u"/sbin/route add default gw 192.0.2.254 || true"_s
                                       << u"0.0.0.0/0 192.0.2.254"_s;
        QTest::newRow("route -A inet6") << u"route add -A inet6 default gw 2001:db8::1 || true"_s
                                        << u"::/0 2001:db8::1"_s;
        QTest::newRow("another table") << u"ip route add 10.0.0.0/8 via 192.0.2.1 table 7"_s << QString();
        QTest::newRow("a removal") << u"route del -net 10.0.0.0/8 gw 192.0.2.1"_s << QString();
        QTest::newRow("refused") << u"route add -net 10.0.0.0/8 reject"_s << QString();
        QTest::newRow("another command") << u"routel add x"_s << QString();
    }
    void routesAsCommands()
    {
        QFETCH(QString, command);
        QFETCH(QString, route);
        const auto read = routeOfCommand(command);
        QString text;
        if (read)
            text = (read->destination.text() + u' ' + read->gateway.text() + u' '
                    + (read->metric ? QString::number(*read->metric) : QString()))
                       .trimmed();
        QCOMPARE(text, route);
        FileSnapshot snapshot;
        addFile(
            &snapshot, mainFile,
            "auto bond0\niface bond0 inet static\n address 192.0.2.10/24\n bond-slaves eth0\n bond-mode 1\n post-up "
                + command.toUtf8() + '\n');
        const BondPlan plan = IfupdownFormat().read(snapshot).bonds.first().plan;
        const bool isDefault = route.startsWith(u"0.0.0.0/0") || route.startsWith(u"::/0");
        QCOMPARE(!plan.ipv4.gateway.isEmpty() || !plan.ipv6.gateway.isEmpty(), isDefault);
        QCOMPARE(plan.ipv4.routes.size() + plan.ipv6.routes.size(), route.isEmpty() || isDefault ? 0 : 1);
        QCOMPARE(IfupdownFormat().render(plan, snapshot)->changes.files.size(), 0);
    }

    /// As cloud-init writes it for Debian's images: each port says all of the bond's options.
    void cloudInitsPorts()
    {
        const QByteArray port = "inet manual\n    bond-master bond0\n    bond-miimon 100\n    bond-mode active-backup\n"
                                "    bond-primary eth0\n    mtu 9000\n";
        FileSnapshot snapshot;
        addFile(&snapshot, mainFile,
                "auto eth0\niface eth0 " + port + "\nauto eth1\niface eth1 " + port
                    + "\nauto bond0\niface bond0 inet static\n    address 192.0.2.10/24\n    bond-miimon 100\n"
                      "    bond-mode active-backup\n    bond-primary eth0\n    bond-slaves none\n"
                      "    post-up route add default gw 192.0.2.254 || true\n");
        const IfupdownFormat format;
        const Reading reading = format.read(snapshot);
        QCOMPARE(reading.bonds.size(), 1);
        BondPlan plan = reading.bonds.first().plan;
        QCOMPARE(plan.name, u"bond0"_s);
        QCOMPARE(plan.slaves.size(), 2);
        QCOMPARE(plan.ipv4.gateway.text(), u"192.0.2.254"_s);
        plan.options.insert(u"primary"_s, u"eth1"_s);
        const auto edit = format.render(plan, snapshot);
        QVERIFY(edit && !hasErrors(edit->findings));
        QCOMPARE(edit->changes.files.first().newText->count("bond-primary eth0"), 0);
        QCOMPARE(edit->changes.files.first().newText->count("bond-primary eth1"), 1);
        const auto removal = format.remove(u"bond0"_s, snapshot);
        QCOMPARE(*removal->changes.files.first().newText,
                 QByteArray("auto eth0\niface eth0 inet manual\n    mtu 9000\n\nauto eth1\niface eth1 inet manual\n"
                            "    mtu 9000\n"));
    }

    /// Beginners write remarks behind values; ifenslave would look for NICs of those names.
    void remarkBehindPorts()
    {
        FileSnapshot snapshot;
        addFile(&snapshot, mainFile,
                "auto bond0\niface bond0 inet manual\n bond-slaves eth0 eth1 # both of them\n bond-mode 1\n"
                " bond-miimon 100\n");
        const Reading reading = IfupdownFormat().read(snapshot);
        const BondPlan &plan = reading.bonds.first().plan;
        QCOMPARE(plan.slaves.size(), 2);
        QCOMPARE(reading.findings.size(), 1);
        QVERIFY2(reading.findings.first().message.contains(u"# both of them"),
                 qPrintable(reading.findings.first().message));
        QVERIFY(IfupdownFormat().render(plan, snapshot)->changes.isEmpty());
    }

    /// interfaces(5), "INTERFACE TEMPLATES": the template's options come first, its method where there is none.
    void templates()
    {
        FileSnapshot snapshot;
        addFile(&snapshot, mainFile,
                "iface common inet static\n netmask 255.255.255.0\n bond-mode 1\n bond-miimon 100\n mtu 1400\n"
                " up ip route add 10.0.0.0/8 via 192.0.2.254 dev $IFACE\n up /usr/local/bin/tune\n"
                "iface port inet manual\n bond-master bond0\n mtu 9000\niface eth1 inherits port\n"
                "auto bond0\niface bond0 inherits common\n address 192.0.2.9\n bond-slaves eth0\n");
        const IfupdownFormat format;
        const Reading reading = format.read(snapshot);
        QCOMPARE(reading.bonds.size(), 1);
        QCOMPARE(reading.findings.size(), 0);
        BondPlan plan = reading.bonds.first().plan;
        QCOMPARE(plan.name, u"bond0"_s);
        QCOMPARE(plan.mode, Mode::ActiveBackup);
        QCOMPARE(plan.options.value(u"miimon"_s), u"100"_s);
        QCOMPARE(plan.slaves.size(), 2);
        QCOMPARE(plan.ipv4.addresses.texts(), QStringList(u"192.0.2.9/24"_s));
        QCOMPARE(plan.ipv4.routes.size(), 1);
        QStringList left;
        for (const Finding &finding : format.leftBehind(reading.bonds.first(), snapshot))
            left.append(finding.message.section(u" has "_s, 0, 0));
        QCOMPARE(left, (QStringList{u"bond0: up"_s, u"eth1: mtu"_s}));
        // Others inherit from it, too; and eth1 would stay a port.
        plan.mtu = 1300;
        QCOMPARE(format.render(plan, snapshot).error().code, u"ifupdown.inherits"_s);
        QCOMPARE(format.remove(u"bond0"_s, snapshot).error().code, u"ifupdown.inherits"_s);
    }

    /// As many as a file may hold, each from the one before: read at once, and in the memory of a few megabytes.
    void chainOfTemplates()
    {
        QByteArray text("iface n0 inet manual\n x 1\n");
        int count = 1;
        for (; text.size() < maxFileBytes - 100; ++count)
            text += "iface n" + QByteArray::number(count) + " inherits n" + QByteArray::number(count - 1) + "\n x 1\n";
        FileSnapshot snapshot;
        addFile(&snapshot, mainFile, text);
        const ifupdown::InterfacesTree tree(snapshot);
        QCOMPARE(tree.interfaces(), QStringList(u"n%1"_s.arg(count - 1)));
        qsizetype most = 0;
        for (int i = 0; i < count; ++i)
            most = std::max(most, tree.said(tree.ifacesOf(u"n%1"_s.arg(i)).value(0)).options.size());
        QVERIFY2(most >= 100 && most <= 1000, qPrintable(QString::number(most)));
    }

    /// A bond in the main file, with a VLAN: made and taken away, nothing is left of it.
    void nothingIsLeft_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("a NIC") << QByteArray("auto eth1\niface eth1 inet dhcp\n");
        QTest::newRow("empty lines at the end") << QByteArray("# mine\nauto eth1\niface eth1 inet dhcp\n\n\n");
        QTest::newRow("remarks and empty lines")
            << QByteArray("auto eth0 eth1\n# a\niface eth0 inet static\n  address 192.0.2.4/24\n"
                          "  # b\n\n  gateway 192.0.2.1\n# tail\n\n\niface eth1 inet dhcp\n"
                          "iface eth1 inet6 auto\n\n");
        QTest::newRow("carriage returns") << QByteArray("auto eth1\r\niface eth1 inet dhcp\r\n\tmtu 1400\r\n");
    }
    void nothingIsLeft()
    {
        QFETCH(QByteArray, text);
        FileSnapshot snapshot;
        addFile(&snapshot, mainFile, text);
        BondPlan plan = usualPlan(u"192.0.2.10/24"_s);
        plan.ipv4.addresses.append(u"192.0.2.11/24"_s);
        VlanPlan vlan;
        vlan.id = 5;
        plan.vlans = {vlan};
        const IfupdownFormat format;
        for (int i = 0; i < 2; ++i) {
            applyTo(&snapshot, format.render(plan, snapshot)->changes);
            QVERIFY(snapshot.find(mainFile)->content.contains("iface bond0.5"));
            applyTo(&snapshot, format.remove(plan.name, snapshot)->changes);
            QCOMPARE(snapshot.find(mainFile)->content, text);
        }
    }

    /// The number stands in the name, behind a dot or "vlan" (wiki.debian.org names them so).
    void numbersOfVlans()
    {
        FileSnapshot snapshot;
        addFile(
            &snapshot, mainFile,
            "auto bond0 vlan10 bond0.20 vlan0030 storage\niface bond0 inet manual\n bond-slaves eth0\n bond-mode 1\n"
            " bond-miimon 100\niface vlan10 inet static\n vlan-raw-device bond0\n address 10.10.1.1/24\n"
            "iface bond0.20 inet dhcp\niface vlan0030 inet dhcp\n vlan-raw-device bond0\n"
            "iface storage inet dhcp\n vlan-raw-device bond0\n vlan-id 40\n");
        const Reading reading = IfupdownFormat().read(snapshot);
        QCOMPARE(reading.bonds.size(), 1);
        QList<int> ids;
        for (const VlanPlan &vlan : reading.bonds.first().plan.vlans)
            ids.append(vlan.id);
        QCOMPARE(ids, (QList<int>{10, 20, 30, 40}));
    }
};

QTEST_GUILESS_MAIN(TestIfupdown)
#include "tst_ifupdown.moc"
