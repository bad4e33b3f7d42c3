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

/// What lies above a bond and below it, of which no plan tells: a bridge, a VLAN on its VLAN, a VLAN as its slave.
class TestLinkedNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
        FileSnapshot snapshot = snapshotByPath(files);
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
        FileSnapshot snapshot = snapshotByPath(files);
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
        FileSnapshot snapshot = snapshotByPath(files);
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

QTEST_GUILESS_MAIN(TestLinkedNames)
#include "tst_linkednames.moc"
