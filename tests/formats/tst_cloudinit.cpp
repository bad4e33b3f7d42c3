// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/formatlist.h"
#include "formats/losses.h"
#include "tests/formats/plangenerator.h"
#include "tests/formats/snapshots.h"
#include "tests/support/plans.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace bondwright;
using namespace bondwright::formats;
using namespace bondwright::test;
using namespace Qt::StringLiterals;

namespace
{

const QString settings = u"/etc/cloud/cloud.cfg.d/"_s;

bool stopsIt(const Finding &finding)
{
    return finding.code == u"cloudinit.stops";
}

/// What cloud-init hands on from the file where there is no netplan: it says nothing of how an interface gets addresses
/// of itself, leaves out the MAC and the metrics, and ifenslave knows no min_links.
QString asHandedOn(BondPlan plan)
{
    BondPlan rest;
    rest.name = plan.name;
    rest.mode = plan.mode;
    rest.options = plan.options.canonical();
    rest.options.remove(u"min_links"_s);
    for (const SlavePlan &slave : plan.slaves)
        rest.slaves.append({slave.name, {}, {}, {}});
    std::sort(rest.slaves.begin(), rest.slaves.end(),
              [](const SlavePlan &a, const SlavePlan &b) { return a.name < b.name; });
    // Routes hang on addresses, or on DHCP.
    const auto takesRoutes = [](const IpConfig &ipv4, const IpConfig &ipv6) {
        return !ipv4.addresses.isEmpty() || !ipv6.addresses.isEmpty() || ipv4.method == IpMethod::Auto;
    };
    const auto take = [](const IpConfig &from, IpConfig *to, bool withRoutes) {
        to->addresses = from.addresses;
        if (!withRoutes)
            return;
        to->gateway = from.gateway;
        to->routes = from.routes;
        for (IpRoute &route : to->routes)
            route.metric.reset();
        std::sort(to->routes.begin(), to->routes.end(),
                  [](const IpRoute &a, const IpRoute &b) { return a.destination.text() < b.destination.text(); });
    };
    take(plan.ipv4, &rest.ipv4, takesRoutes(plan.ipv4, plan.ipv6));
    take(plan.ipv6, &rest.ipv6, takesRoutes(plan.ipv4, plan.ipv6));
    for (const VlanPlan &vlan : plan.vlans) {
        VlanPlan kept;
        kept.id = vlan.id;
        kept.name = vlan.name;
        take(vlan.ipv4, &kept.ipv4, takesRoutes(vlan.ipv4, vlan.ipv6));
        take(vlan.ipv6, &kept.ipv6, takesRoutes(vlan.ipv4, vlan.ipv6));
        rest.vlans.append(kept);
    }
    std::sort(rest.vlans.begin(), rest.vlans.end(), [](const VlanPlan &a, const VlanPlan &b) { return a.id < b.id; });
    return QString::fromUtf8(planToJson(rest));
}

} // namespace

/// cloud-init itself, asked what it makes of our files and of those of its manual.
class TestCloudInit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_packages = qEnvironmentVariable("BONDWRIGHT_CLOUDINIT") + u"/usr/lib/python3/dist-packages"_s;
    }

    /// A host with netplan gets the plan as it is, any other what is handed on; what would stop cloud-init is named.
    void ourFiles()
    {
        if (!QDir(m_packages).exists())
            QSKIP("cloud-init is not here (.ci/cloudinit)");
        const auto format = makeFormat(FormatId::CloudInit);
        PlanGenerator any(83);
        PlanGenerator simple(84,
                             [](const OptionSpec &spec) { return spec.name == u"miimon" || spec.name == u"primary"; });
        const QTemporaryDir work;
        QList<BondPlan> plans;
        QList<bool> stopped;
        const int tries = plansToTry(24);
        for (int i = 0; i < tries; ++i) {
            BondPlan plan = i % 2 == 0 ? any.next() : simple.next();
            for (SlavePlan &slave : plan.slaves) // which NIC has a MAC only its host knows
                slave.mac.clear();
            FileSnapshot files;
            const auto rendering = format->render(plan, files);
            if (!rendering) // what no file of it can hold
                continue;
            applyTo(&files, rendering->changes);
            const Reading reading = format->read(files);
            QVERIFY2(reading.bonds.size() == 1, files.files.first().content.constData());
            put(work.path(), plans.size(), files.files.first().content);
            plans.append(reading.bonds.first().plan);
            stopped.append(std::any_of(rendering->findings.cbegin(), rendering->findings.cend(), stopsIt));
        }
        QVERIFY2(plans.size() >= tries / 2, QByteArray::number(plans.size()).constData());
        QVERIFY(ask(work.path()));
        qsizetype failed = 0;
        for (qsizetype i = 0; i < plans.size(); ++i) {
            const QString root = work.filePath(QString::number(i));
#ifdef BONDWRIGHT_NETPLAN
            const BondPlan kept = read(u"netplan"_s, root + u"-netplan"_s);
            QList<Finding> losses;
            nameLosses(plans.at(i), &kept, u"netplan"_s, &losses);
            QVERIFY2(losses.isEmpty(),
                     qPrintable(losses.value(0).field + u'\n' + QString::fromUtf8(planToJson(plans.at(i)))));
#endif
            const bool hasFailed = QFile::exists(root + u"-eni.error"_s);
            QVERIFY2(!hasFailed || stopped.at(i), planToJson(plans.at(i)).constData());
            failed += hasFailed ? 1 : 0;
            const QString handedOn = hasFailed ? QString() : asHandedOn(read(u"ifupdown"_s, root + u"-eni"_s));
            const QString wanted = hasFailed ? QString() : asHandedOn(plans.at(i));
            QVERIFY2(handedOn == wanted, qPrintable(handedOn + wanted));
        }
        qInfo("of %lld plans cloud-init stops at %lld without netplan", qlonglong(plans.size()), qlonglong(failed));
        QVERIFY(failed > 0 && failed < plans.size());
    }

    void version1_data()
    {
        QTest::addColumn<QByteArray>("config");
        const auto row = [](const char *name, const char *text) { QTest::newRow(name) << QByteArray(text); };
        row("a pair",
            "  - {type: bond, name: bond0, bond_interfaces: [eth0, eth1],"
            " params: {bond-mode: active-backup, bond-miimon: 100, bond-primary: eth0}}\n");
        row("VLAN on it, mixed spelling",
            "  - {type: bond, name: bond0, bond_interfaces: [eth0, eth1],"
            " params: {bond-mode: 802.3ad, bond-lacp_rate: fast, bond_xmit_hash_policy: layer3+4}}\n"
            "  - {type: vlan, name: bond0.200, vlan_link: bond0, vlan_id: 200,"
            " subnets: [{type: static, address: 192.0.2.9/24}]}\n");
        row("masks, routes and name servers of subnets",
            "  - type: bond\n    name: bond0\n    bond_interfaces: [eth0]\n    params: {bond-mode: balance-rr}\n"
            "    subnets:\n    - type: static\n      address: 10.184.225.122\n      netmask: 255.255.255.252\n"
            "      gateway: 10.184.225.121\n      dns_nameservers: 192.0.2.53 192.0.2.54\n      routes:\n"
            "      - {gateway: 10.184.225.121, netmask: 255.240.0.0, destination: 10.176.0.0}\n"
            "      - {gateway: 10.184.225.121, network: 10.208.0.0, prefix: 12}\n"
            "    - {type: static6, address: '2001:db8::5/64', gateway: '2001:db8::1'}\n");
        row("no mask at all",
            "  - {type: bond, name: bond0, bond_interfaces: [eth0], params: {bond-mode: broadcast},"
            " subnets: [{type: static, address: 192.0.2.10}]}\n");
        row("ARP targets",
            "  - {type: bond, name: bond0, bond_interfaces: [eth0, eth1], params: {bond-mode: 1,"
            " bond-arp-interval: 500, bond-arp-ip-target: 192.0.2.1}}\n");
    }

    void version1()
    {
        QFETCH(QByteArray, config);
        FileSnapshot files;
        const QByteArray text = "network:\n  version: 1\n  config:\n  - {type: physical, name: eth0}\n"
                                "  - {type: physical, name: eth1}\n"
            + config;
        addFile(&files, settings + u"50-net.cfg"_s, text);
        const Reading ours = makeFormat(FormatId::CloudInit)->read(files);
        QCOMPARE(ours.bonds.size(), 1);
        if (!QDir(m_packages).exists())
            QSKIP("cloud-init is not here (.ci/cloudinit)");
        const QTemporaryDir work;
        put(work.path(), 0, text);
        QVERIFY(ask(work.path()));
        const QString wanted = asHandedOn(ours.bonds.first().plan);
        const QString handedOn = asHandedOn(read(u"ifupdown"_s, work.filePath(u"0-eni"_s)));
        QVERIFY2(handedOn == wanted, qPrintable(handedOn + wanted));
    }

    void switchedOff_data()
    {
        QTest::addColumn<QMap<QString, QByteArray>>("files"); ///< by their names
        QTest::addColumn<bool>("isOff");
        using Texts = QMap<QString, QByteArray>;
        const QByteArray bond = "network:\n  version: 2\n  ethernets: {eth0: {}}\n  bonds:\n    bond0:\n"
                                "      interfaces: [eth0]\n      parameters: {mii-monitor-interval: 100}\n";
        const QByteArray bond1 = "network:\n  version: 1\n  config:\n  - {type: physical, name: eth0}\n"
                                 "  - {type: bond, name: bond0, bond_interfaces: [eth0], params: {bond-miimon: 100}}\n";
        const QByteArray off = "# by hand\nnetwork: {config: disabled}\n";
        QTest::newRow("the bond alone") << Texts{{u"50-n.cfg"_s, bond}} << false;
        QTest::newRow("behind it") << Texts{{u"50-n.cfg"_s, bond}, {u"99-disable-network-config.cfg"_s, off}} << true;
        QTest::newRow("before it") << Texts{{u"50-n.cfg"_s, bond}, {u"10-off.cfg"_s, off}} << true;
        QTest::newRow("in blocks") << Texts{{u"50-n.cfg"_s, bond}, {u"99.cfg"_s, "network:\n    config: disabled\n"}}
                                   << true;
        QTest::newRow("no settings") << Texts{{u"50-n.cfg"_s, bond}, {u"99-off.cfg.bak"_s, off}} << false;
        QTest::newRow("version 1, behind it") << Texts{{u"50-n.cfg"_s, bond1}, {u"99-off.cfg"_s, off}} << true;
        QTest::newRow("version 1, before it") << Texts{{u"50-n.cfg"_s, bond1}, {u"10-off.cfg"_s, off}} << false;
    }

    /// Then cloud-init touches no network, whatever else its settings say.
    void switchedOff()
    {
        using Texts = QMap<QString, QByteArray>;
        QFETCH(Texts, files);
        QFETCH(bool, isOff);
        const auto format = makeFormat(FormatId::CloudInit);
        FileSnapshot snapshot;
        const QTemporaryDir work;
        QVERIFY(QDir(work.path()).mkdir(u"0.d"_s));
        for (auto it = files.cbegin(); it != files.cend(); ++it) {
            addFile(&snapshot, settings + it.key(), it.value());
            QFile file(work.filePath(u"0.d/"_s + it.key()));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(it.value()) == it.value().size());
        }
        const Reading reading = format->read(snapshot);
        QCOMPARE(reading.bonds.size(), isOff ? 0 : 1);
        QCOMPARE(codesOf(reading.findings), isOff ? QStringList(u"cloudinit.switched-off"_s) : QStringList());
        BondPlan plan;
        plan.name = u"bond7"_s;
        plan.mode = Mode::ActiveBackup;
        plan.slaves = {SlavePlan{u"eth7"_s, {}, {}, {}}};
        plan.options.insert(u"miimon"_s, u"100"_s);
        QCOMPARE(codesOf(format->render(plan, snapshot)->findings), codesOf(reading.findings));
        if (!QDir(m_packages).exists())
            QSKIP("cloud-init is not here (.ci/cloudinit)");
        QVERIFY(ask(work.path()));
        QFile answer(work.filePath(u"0.off"_s));
        QVERIFY(answer.open(QIODevice::ReadOnly));
        QCOMPARE(answer.readAll(), QByteArray(isOff ? "True" : "False"));
    }

    /// Beside the devices, and what a plan has no room for.
    void besideTheDevices()
    {
        FileSnapshot files;
        addFile(&files, settings + u"50-net.cfg"_s,
                "network:\n  version: 1\n  config:\n"
                "  - {type: physical, name: eth0, mac_address: '00:11:22:33:44:55'}\n"
                "  - type: bond\n    name: bond0\n    bond_interfaces: [eth0]\n    accept-ra: true\n"
                "    params: {bond-mode: active-backup, bond-miimon: 100, bond-ad_num_ports: 2}\n"
                "    subnets: [{type: static, address: 192.168.23.14/24, gateway: 192.168.23.1, control: manual}]\n"
                "  - {type: route, destination: 192.168.24.0/24, gateway: 192.168.23.2, metric: 3}\n"
                "  - {type: route, destination: 192.168.25.0/24, gateway: 172.16.0.1}\n"
                "  - {type: nameserver, interface: bond0, address: [192.168.23.2, 8.8.8.8], search: [exemplary]}\n"
                "  - {type: nameserver, interface: eth7, address: 192.0.2.1}\n");
        const auto format = makeFormat(FormatId::CloudInit);
        const Reading reading = format->read(files);
        QCOMPARE(reading.bonds.size(), 1);
        const BondPlan &plan = reading.bonds.first().plan;
        QCOMPARE(plan.slaves.first().mac.text(), u"00:11:22:33:44:55"_s);
        QCOMPARE(plan.ipv4.routes.size(), 1);
        QCOMPARE(plan.ipv4.routes.first().metric, 3);
        QCOMPARE(plan.ipv4.dns.texts(), (QStringList{u"192.168.23.2"_s, u"8.8.8.8"_s}));
        QCOMPARE(plan.ipv4.search, QStringList(u"exemplary"_s));
        QStringList left;
        for (const Finding &finding : format->leftBehind(reading.bonds.first(), files))
            left.append(finding.message.section(u' ', 0, 0));
        QCOMPARE(left,
                 (QStringList{u"bond0.accept-ra"_s, u"bond0.subnets.control"_s, u"bond0.params.bond-ad_num_ports"_s}));
    }

    /// A VLAN of another's keeps the NIC's definition: nothing of that stays behind.
    void portThatOthersUse()
    {
        FileSnapshot files;
        addFile(&files, settings + u"50-net.cfg"_s,
                "network:\n  version: 2\n  ethernets: {eth0: {dhcp4: true}, eth1: {dhcp4: false}}\n"
                "  bonds: {bond0: {interfaces: [eth0, eth1], parameters: {mode: active-backup}}}\n"
                "  vlans: {v9: {id: 9, link: eth1}}\n");
        const auto format = makeFormat(FormatId::CloudInit);
        QStringList left;
        for (const Finding &finding : format->leftBehind(format->read(files).bonds.first(), files))
            left += finding.message.section(u' ', 0, 0);
        QVERIFY2(left.contains(u"ethernets.eth0.dhcp4"_s) && left.filter(u"ethernets.eth1"_s).isEmpty(),
                 qPrintable(left.join(u' ')));
    }

    void editsInPlace_data()
    {
        QTest::addColumn<QByteArray>("text"); ///< with miimon=100
        const QByteArray head = "network:\n  version: 2\n";
        const QByteArray nics = "  ethernets:\n    eth0: {}\n    eth1: {}\n";
        const QByteArray bond = "  bonds:\n    bond0:\n      interfaces: [eth0, eth1]\n      parameters:\n"
                                "        mode: active-backup\n        mii-monitor-interval: 100\n";
        QTest::newRow("MTU of a NIC") << head + "  ethernets: {eth0: {mtu: 9000}, eth1: {}}\n" + bond;
        QTest::newRow("a NIC's other words")
            << head + "  ethernets:\n    eth0:\n      optional: true\n      wakeonlan: true\n    eth1: {}\n" + bond;
        QTest::newRow("label and lifetime") << head + nics + bond
                + "      addresses:\n      - 192.0.2.10/24:\n          label: bond0:1\n      - 192.0.2.11/24:\n"
                  "          lifetime: 0\n";
        QTest::newRow("remarks") << "# ours\n" + head + "  # the cards\n" + nics + bond + "      # no addresses\n";
        QTest::newRow("a remark behind a value")
            << head + nics + QByteArray(bond).replace("interval: 100", "interval: 100  # \"#1\", as usual");
        QTest::newRow("another definition") << head + nics + "    eth5:\n      dhcp4: true\n" + bond;
        QTest::newRow("other settings") << "ssh_pwauth: no\n" + head + nics + bond;
        QTest::newRow("known by its address") << head
                + "  ethernets:\n    lan:\n      match: {macaddress: '02:00:00:00:00:01'}\n      set-name: eth0\n"
                  "    eth1: {}\n"
                + QByteArray(bond).replace("[eth0,", "[lan,");
        QTest::newRow("known by its name and its driver")
            << head + "  ethernets:\n    eth0:\n      match: {name: eth0, driver: virtio}\n    eth1: {}\n" + bond;
    }

    /// What no plan says stays, and the bond goes without it.
    void editsInPlace()
    {
        QFETCH(QByteArray, text);
        const auto format = makeFormat(FormatId::CloudInit);
        FileSnapshot files;
        addFile(&files, settings + u"90-bond0-network.cfg"_s, text);
        BondPlan plan = format->read(files).bonds.value(0).plan;
        QCOMPARE(plan.slaveNames(), (QStringList{u"eth0"_s, u"eth1"_s}));
        QVERIFY(format->render(plan, files)->changes.isEmpty());
        for (SlavePlan &slave : plan.slaves) // as a plan of one's own has them
            slave.mac.clear();
        QVERIFY(format->render(plan, files)->changes.isEmpty());
        plan.options.insert(u"miimon"_s, u"250"_s);
        const auto rendering = format->render(plan, files);
        QVERIFY2(rendering, rendering ? "" : qPrintable(rendering.error().message));
        QCOMPARE(codesOf(rendering->findings), QStringList());
        applyTo(&files, rendering->changes);
        QCOMPARE(files.files.first().content, QByteArray(text).replace("interval: 100", "interval: 250"));
    }

    void remarksInLists_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after"); ///< with 192.0.2.11/24 in place of .10, and one server more
        QTest::newRow("in a list") << QByteArray("      addresses:  # of the rack\n      - 192.0.2.10/24  # old\n"
                                                 "      # second\n      - 192.0.2.20/24  # stays\n")
                                   << QByteArray("      addresses:  # of the rack\n      - \"192.0.2.11/24\"\n"
                                                 "      # second\n      - 192.0.2.20/24  # stays\n");
        QTest::newRow("behind a list") << QByteArray("      addresses: [192.0.2.10/24]  # of the rack\n")
                                       << QByteArray("      addresses:  # of the rack\n        - \"192.0.2.11/24\"\n");
        QTest::newRow("in a list of a mapping")
            << QByteArray("      addresses: [192.0.2.10/24, 192.0.2.20/24]\n      nameservers:\n        # ours\n"
                          "        addresses:\n          - 192.0.2.53 # first\n        search: [a.example]  # all\n")
            << QByteArray("      addresses:\n        - \"192.0.2.11/24\"\n        - \"192.0.2.20/24\"\n"
                          "      nameservers:\n        # ours\n        addresses:\n          - 192.0.2.53 # first\n"
                          "          - \"192.0.2.54\"\n        search: [a.example]  # all\n");
    }
    void remarksInLists()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const QByteArray head = "network:\n  version: 2\n  ethernets: {eth0: {}}\n  bonds:\n    bond0:\n"
                                "      interfaces: [eth0]\n      parameters:\n        mode: active-backup\n"
                                "        mii-monitor-interval: 100\n      link-local: []\n";
        const auto format = makeFormat(FormatId::CloudInit);
        FileSnapshot files;
        addFile(&files, settings + u"90-bond0-network.cfg"_s, head + before);
        BondPlan plan = format->read(files).bonds.value(0).plan;
        plan.ipv4.addresses[0] = u"192.0.2.11/24"_s;
        if (!plan.ipv4.dns.isEmpty())
            plan.ipv4.dns.append(u"192.0.2.54"_s);
        const auto rendering = format->render(plan, files);
        QVERIFY2(rendering, rendering ? "" : qPrintable(rendering.error().message));
        applyTo(&files, rendering->changes);
        QCOMPARE(QString::fromUtf8(files.files.first().content), QString::fromUtf8(head + after));
    }

    void portLeaves()
    {
        const auto format = makeFormat(FormatId::CloudInit);
        FileSnapshot files;
        addFile(&files, settings + u"90-bond0-network.cfg"_s,
                "network:\n  version: 2\n  ethernets:\n    eth0:\n      mtu: 9000\n    eth1: {}\n"
                "    eth5:\n      dhcp4: true\n  bonds:\n    bond0:\n      interfaces: [eth0, eth1]\n"
                "      parameters:\n        mode: active-backup\n        mii-monitor-interval: 100\n");
        BondPlan plan = format->read(files).bonds.value(0).plan;
        plan.slaves.append(SlavePlan{u"eth5"_s, {}, {}, {}});
        QCOMPARE(format->render(plan, files).error().code, u"format.shared-file"_s);
        plan.slaves = {SlavePlan{u"eth1"_s, {}, {}, {}}, SlavePlan{u"eth2"_s, {}, {}, {}}};
        const auto rendering = format->render(plan, files);
        QVERIFY(rendering);
        QCOMPARE(codesOf(rendering->findings), QStringList(u"migration.left-behind"_s));
        applyTo(&files, rendering->changes);
        QCOMPARE(format->read(files).bonds.value(0).plan.slaveNames(), plan.slaveNames());
        applyTo(&files, format->remove(u"bond0"_s, files)->changes);
        QCOMPARE(files.files.value(settings + u"90-bond0-network.cfg"_s).content,
                 QByteArray("network:\n  version: 2\n  ethernets:\n    eth5:\n      dhcp4: true\n"));
    }

    /// The file of another name is a new one.
    void renamed()
    {
        const auto format = makeFormat(FormatId::CloudInit);
        FileSnapshot files;
        addFile(&files, settings + u"90-bond0-network.cfg"_s,
                "network:\n  version: 2\n  ethernets:\n    eth0:\n      mtu: 9000\n  bonds:\n    bond0:\n"
                "      interfaces: [eth0]\n      parameters: {mode: active-backup, mii-monitor-interval: 100}\n");
        BondPlan plan = format->read(files).bonds.value(0).plan;
        plan.name = u"uplink"_s;
        plan.replaces = u"bond0"_s;
        const auto rendering = renderReplacing(*format, plan, files);
        QVERIFY2(rendering, rendering ? "" : qPrintable(rendering.error().message));
        QVERIFY(codesOf(rendering->findings).contains(u"migration.left-behind"));
    }

    /// netplan takes none of a file that names what is not there.
    void whatOthersNameStays()
    {
        const auto format = makeFormat(FormatId::CloudInit);
        FileSnapshot files;
        const QByteArray nic = "    lan:\n      mtu: 9000\n      match:\n        macaddress: \"02:00:00:00:00:01\"\n"
                               "      set-name: eth1\n";
        const QByteArray onNic = "    eth1.5: {id: 5, link: lan}\n";
        addFile(&files, settings + u"90-bond0-network.cfg"_s,
                "network:\n  version: 2\n  ethernets:\n    eth0: {}\n    eth2: {dhcp4: false, optional: true}\n" + nic
                    + "  bonds:\n    bond0:\n      interfaces: [eth0, lan]\n      parameters:\n"
                      "        mode: active-backup\n        mii-monitor-interval: 100\n  vlans:\n"
                    + onNic + "    bond0.7: {id: 7, link: bond0}\n    bond0.7.8: {id: 8, link: bond0.7}\n");
        const BondPlan present = format->read(files).bonds.value(0).plan;
        QCOMPARE(present.vlans.size(), 1);
        BondPlan plan = present;
        plan.vlans.clear();
        const auto refused = format->render(plan, files);
        QVERIFY(!refused && refused.error().message.contains(u"bond0.7"));
        plan = present;
        plan.slaves = {SlavePlan{u"eth0"_s, {}, {}, {}}, SlavePlan{u"eth2"_s, {}, {}, {}}};
        const auto rendering = format->render(plan, files);
        QVERIFY2(rendering, rendering ? "" : qPrintable(rendering.error().message));
        applyTo(&files, rendering->changes);
        QCOMPARE(format->read(files).bonds.value(0).plan.slaveNames(), plan.slaveNames());
        const QByteArray text = files.files.first().content;
        QVERIFY2(text.contains(nic) && text.contains(onNic), text.constData());
    }

    /// Version 1 is written anew as version 2.
    void namesWhatVersion1Loses()
    {
        const auto format = makeFormat(FormatId::CloudInit);
        FileSnapshot files;
        addFile(&files, settings + u"90-bond0-network.cfg"_s,
                "# ours\nnetwork:\n  version: 1\n  config:\n  - {type: physical, name: eth0, mtu: 9000}\n"
                "  - {type: bond, name: bond0, bond_interfaces: [eth0], params: {bond-miimon: 100}}\n");
        BondPlan plan = format->read(files).bonds.value(0).plan;
        plan.options.insert(u"miimon"_s, u"250"_s);
        const auto rendering = format->render(plan, files);
        QVERIFY(rendering);
        QCOMPARE(codesOf(rendering->findings), (QStringList{u"migration.left-behind"_s, u"format.remarks-lost"_s}));
    }

    void namesWhatOnlyNetplanGets()
    {
        BondPlan plan;
        plan.name = u"bond0"_s;
        plan.mode = Mode::ActiveBackup;
        plan.slaves = {SlavePlan{u"eth0"_s, {}, {}, {}}};
        plan.options.insert(u"miimon"_s, u"100"_s);
        QCOMPARE(codesOf(makeFormat(FormatId::CloudInit)->render(plan, {})->findings), QStringList());
        plan.options.insert(u"resend_igmp"_s, u"3"_s);
        plan.mac = u"02:00:00:00:00:05"_s;
        const auto rendering = makeFormat(FormatId::CloudInit)->render(plan, {});
        QStringList codes = codesOf(rendering->findings);
        codes.removeDuplicates();
        QCOMPARE(codes, (QStringList{u"cloudinit.stops"_s, u"cloudinit.not-handed-on"_s}));
        QCOMPARE(rendering->findings.size(), 2);
        QVERIFY(!hasErrors(rendering->findings));
    }

private:
    static void put(const QString &folder, qsizetype number, const QByteArray &text)
    {
        QFile file(folder + u"/%1.cfg"_s.arg(number));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }

    bool ask(const QString &folder) const
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(u"python3"_s, {u"-B"_s, QStringLiteral(CLOUDINIT_PY), m_packages, folder});
        const bool isDone = process.waitForFinished(120000) && process.exitCode() == 0;
        if (!isDone)
            qWarning("%s", process.readAll().constData());
        return isDone;
    }

    static BondPlan read(const QString &id, const QString &root)
    {
        const auto format = makeFormat(*formatFromName(id));
        const auto made = takeSnapshot(root, *format);
        const Reading reading = made ? format->read(*made) : Reading();
        return reading.bonds.size() == 1 ? reading.bonds.first().plan : BondPlan();
    }

    QString m_packages;
};

QTEST_GUILESS_MAIN(TestCloudInit)
#include "tst_cloudinit.moc"
