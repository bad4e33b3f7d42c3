// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/formatlist.h"
#include "formats/migration.h"
#include "tests/formats/snapshots.h"

#include <QTest>

using namespace bondwright;
using namespace bondwright::formats;
using namespace bondwright::test;
using namespace Qt::StringLiterals;

namespace
{

const QString nmstatePath = u"/etc/nmstate/bond0.yml"_s;

FileSnapshot filesWith(const QByteArray &text)
{
    FileSnapshot files;
    addFile(&files, nmstatePath, text);
    return files;
}

const QByteArray bondEntry = "interfaces:\n- name: bond0\n  type: bond\n  state: up\n  link-aggregation: {mode: "
                             "active-backup, port: [eth0, eth1], options: {miimon: 100}}\n"
                             "- {name: eth0, type: ethernet, state: up}\n- {name: eth1, type: ethernet, state: up}\n"
                             "- {name: bond0.5, type: vlan, state: up, vlan: {base-iface: bond0, id: 5}}\n";

BondPlan planOf(const FileSnapshot &files)
{
    return makeFormat(FormatId::Nmstate)->read(files).bonds.value(0).plan;
}

} // namespace

/// The rules are those of nmstate's sources, bond.rs, ip.rs and vlan.rs.
class TestNmstate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// validate_conflict_in_port_and_port_configs(): it refuses a bond whose lists name different ports.
    void bothListsNameAllPorts()
    {
        BondPlan plan;
        plan.name = u"bond0"_s;
        plan.options = {{u"miimon"_s, u"100"_s}};
        plan.slaves = {{u"eth0"_s, {}, {}, {}}, {u"eth1"_s, {}, 3, {}}, {u"eth2"_s, {}, {}, 5}};
        const auto rendering = makeFormat(FormatId::Nmstate)->render(plan, {});
        QVERIFY(rendering);
        const QByteArray text = *rendering->changes.find(nmstatePath)->newText;
        const QByteArray configs = "      ports-config:\n        - name: eth0\n        - name: eth1\n"
                                   "          queue-id: 3\n        - name: eth2\n          priority: 5\n";
        QVERIFY2(text.contains(configs), text.constData());
    }

    void otherNames_data()
    {
        QTest::addColumn<QByteArray>("group");
        const QByteArray options = "options: {miimon: 100, num_grat_arp: 3}";
        QTest::newRow("port") << "link-aggregation: {mode: 1, port: [eth0, eth1], " + options + "}";
        QTest::newRow("ports") << "link-aggregation: {mode: 1, ports: [eth0, eth1], " + options + "}";
        QTest::newRow("slaves") << "link-aggregation: {mode: 1, slaves: [eth0, eth1], " + options + "}";
        QTest::newRow("ports-config alone")
            << "link-aggregation: {mode: 1, ports-config: [{name: eth0}, {name: eth1}], " + options + "}";
        QTest::newRow("bond") << "bond: {mode: 1, port: [eth0, eth1], " + options + "}";
        QTest::newRow("num_unsol_na") << QByteArray(
            "link-aggregation: {mode: 1, port: [eth0, eth1], options: {miimon: 100, num_unsol_na: 3}}");
    }

    /// nmstate takes them all for the same.
    void otherNames()
    {
        QFETCH(QByteArray, group);
        const BondPlan plan = planOf(filesWith("interfaces:\n- name: bond0\n  type: bond\n  " + group + "\n"));
        QCOMPARE(plan.mode, Mode::ActiveBackup);
        QCOMPARE(plan.slaveNames(), (QStringList{u"eth0"_s, u"eth1"_s}));
        QCOMPARE(plan.options.value(u"miimon"_s), u"100"_s);
        QCOMPARE(plan.options.value(u"num_grat_arp"_s), u"3"_s);
    }
    void moreThanTheBond_data()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::newRow("another NIC") << QByteArray("- {name: eth5, type: ethernet, state: up, ipv4: {enabled: true, "
                                                   "address: [{ip: 192.0.2.5, prefix-length: 24}]}}\n");
        QTest::newRow("a VLAN to remove")
            << QByteArray("- {name: bond0.6, type: vlan, state: absent, vlan: {base-iface: bond0, id: 6}}\n");
        QTest::newRow("a VLAN on the VLAN")
            << QByteArray("- {name: bond0.5.7, type: vlan, state: up, vlan: {base-iface: bond0.5, id: 7}}\n");
        QTest::newRow("the host's name") << QByteArray("hostname: {config: web1}\n");
        QTest::newRow("a route of another")
            << QByteArray("routes: {config: [{destination: 10.0.0.0/8, next-hop-interface: eth5}]}\n");
    }

    /// The file is written anew, and nothing of that would be in it.
    void moreThanTheBond()
    {
        QFETCH(QByteArray, more);
        const auto format = makeFormat(FormatId::Nmstate);
        const auto isChangedWith = [&format](const QByteArray &text) {
            const FileSnapshot files = filesWith(text);
            BondPlan plan = planOf(files);
            plan.options.insert(u"miimon"_s, u"200"_s);
            const auto changed = format->render(plan, files);
            const auto removed = format->remove(u"bond0"_s, files);
            const auto moved = migrate(u"bond0"_s, *format, files, *makeFormat(FormatId::NetworkManager), files);
            if (!changed && changed.error().code != u"format.shared-file")
                qWarning("%s", qPrintable(changed.error().message));
            return QList<bool>{changed.has_value(), removed.has_value(), moved.has_value()};
        };
        QCOMPARE(isChangedWith(bondEntry), QList<bool>(3, true));
        QCOMPARE(isChangedWith(bondEntry + more), QList<bool>(3, false));
    }

    void onlyVlansThatArePresent()
    {
        const QByteArray gone = "- {name: bond0.6, type: vlan, state: absent, vlan: {base-iface: bond0, id: 6}}\n"
                                "- {name: bond0.5.7, type: vlan, state: up, vlan: {base-iface: bond0.5, id: 7}}\n";
        const FileSnapshot files = filesWith(bondEntry + gone);
        const auto format = makeFormat(FormatId::Nmstate);
        const Reading reading = format->read(files);
        QCOMPARE(reading.bonds.first().plan.vlans.size(), 1);
        QCOMPARE(reading.findings.size(), 1);
        QCOMPARE(reading.findings.first().code, u"nmstate.vlan-on-vlan"_s);
        QCOMPARE(reading.findings.first().field, nmstatePath);
        const auto left = format->leftBehind(reading.bonds.first(), files);
        QCOMPARE(left.size(), 1);
        QCOMPARE(left.first().code, u"migration.vlan-on-vlan"_s);
    }
    void isNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("named");
        const auto row = [](const char *name, const QByteArray &from, const QByteArray &to, const QStringList &named) {
            QTest::newRow(name) << QByteArray(bondEntry).replace(from, to) << named;
        };
        const QByteArray up = "type: bond\n  state: up\n";
        row("nothing", {}, {}, {});
        row("of DHCP", up,
            up
                + "  ipv4: {enabled: true, dhcp: true, auto-dns: false, auto-gateway: true, auto-routes: false, "
                  "auto-route-table-id: 100, dhcp-client-id: ll}\n",
            {u"bond0.ipv4.auto-dns"_s, u"bond0.ipv4.auto-routes"_s, u"bond0.ipv4.auto-route-table-id"_s,
             u"bond0.ipv4.dhcp-client-id"_s});
        row("of DHCP that is off", up,
            up
                + "  ipv4: {enabled: true, dhcp: false, auto-dns: false, address: [{ip: 192.0.2.5, prefix-length: "
                  "24}]}\n",
            {});
        row("DHCPv6 alone", up, up + "  ipv6: {enabled: true, dhcp: true, autoconf: false, addr-gen-mode: eui64}\n",
            {u"bond0.ipv6.addr-gen-mode"_s, u"bond0.ipv6.autoconf"_s});
        row("options", "miimon: 100", "miimon: 100, balance_slb: true",
            {u"bond0.link-aggregation.options.balance_slb"_s});
        row("of a VLAN", "id: 5", "id: 5, protocol: 802.1ad, reorder-headers: true", {u"bond0.5.vlan.protocol"_s});
        row("of a port", "- {name: eth1,", "- {name: eth1, mtu: 9000, mac-address: 02:00:00:00:00:01,",
            {u"eth1.mtu"_s, u"eth1.mac-address"_s});
        QTest::newRow("of the resolver") << bondEntry
                + "dns-resolver: {config: {server: [192.0.2.53], options: [rotate]}}\n"
                                         << QStringList(u"dns-resolver.options"_s);
    }

    /// It is lost in the file that is written anew, and in any other format.
    void isNamed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, named);
        const FileSnapshot files = filesWith(text);
        const auto format = makeFormat(FormatId::Nmstate);
        const auto namesIn = [](const QList<Finding> &findings) {
            QStringList names;
            for (const Finding &finding : findings) {
                if (finding.code == u"migration.left-behind")
                    names.append(finding.message.section(u' ', 0, 0));
            }
            return names;
        };
        QCOMPARE(namesIn(format->leftBehind(format->read(files).bonds.first(), files)), named);
        BondPlan plan = planOf(files);
        plan.options.insert(u"miimon"_s, u"200"_s);
        const auto changed = format->render(plan, files);
        QVERIFY2(changed, changed ? "" : qPrintable(changed.error().message));
        QCOMPARE(namesIn(changed->findings), named);
    }
    /// A state as "nmstatectl show" prints it: what DHCP gave stands among the addresses.
    void addressesOfOthersAreNotApplied()
    {
        const QByteArray ips
            = "  ipv4: {enabled: true, dhcp: true, address: [{ip: 192.0.2.77, prefix-length: 24, valid-life-time: "
              "3500sec, preferred-life-time: 3500sec}, {ip: 192.0.2.5, prefix-length: 24, valid-life-time: forever}]}\n"
              "  ipv6: {enabled: true, dhcp: false, autoconf: false, address: [{ip: 'fe80::1', prefix-length: 64}]}\n";
        const BondPlan plan = planOf(filesWith(QByteArray(bondEntry).replace("type: bond\n", "type: bond\n" + ips)));
        QCOMPARE(plan.ipv4.method, IpMethod::Auto);
        QCOMPARE(plan.ipv4.addresses.texts(), QStringList(u"192.0.2.5/24"_s));
        QCOMPARE(plan.ipv6.method, IpMethod::LinkLocal);
        QCOMPARE(plan.ipv6.addresses.texts(), QStringList());
    }
    /// validate_lacp_opts(): in another mode the whole state is refused.
    void lacpRateOnlyWithLacp()
    {
        BondPlan plan;
        plan.name = u"bond0"_s;
        plan.slaves = {{u"eth0"_s, {}, {}, {}}};
        plan.options = {{u"miimon"_s, u"100"_s}, {u"lacp_rate"_s, u"fast"_s}};
        const auto textOf = [&plan](QList<Finding> *findings) {
            const auto rendering = makeFormat(FormatId::Nmstate)->render(plan, {});
            *findings = rendering->findings;
            return *rendering->changes.find(nmstatePath)->newText;
        };
        QList<Finding> findings;
        QVERIFY(!textOf(&findings).contains("lacp_rate"));
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.first().field, u"options.lacp_rate"_s);
        plan.mode = Mode::Ieee8023ad;
        QVERIFY(textOf(&findings).contains("lacp_rate: fast"));
        QCOMPARE(findings.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestNmstate)
#include "tst_nmstate.moc"
