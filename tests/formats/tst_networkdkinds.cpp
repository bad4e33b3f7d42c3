// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/findings.h"
#include "formats/networkd/networkdformat.h"
#include "formats/networkd/unitfile.h"
#include "tests/formats/snapshots.h"

#include <QTest>

using namespace bondwright;
using namespace bondwright::formats;
using namespace bondwright::formats::networkd;
using namespace bondwright::test;
using namespace Qt::StringLiterals;

namespace
{

const QString etc = u"/etc/systemd/network/"_s;

} // namespace

/// What people write into .network files in more than one way.
class TestNetworkdKinds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The kernel takes the one of the lower metric; a plan has room for no more.
    void defaultRoutes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("gateway");
        QTest::addColumn<int>("metric"); ///< below 0: none
        QTest::addColumn<QString>("named"); ///< file and line of the other; empty: there is none
        QTest::addColumn<QByteArray>("stays"); ///< when the address changes
        QTest::newRow("the second") << QByteArray(
            "[Route]\nGateway=192.0.2.1\nMetric=300\n\n[Route]\nGateway=192.0.2.2\n"
            "Metric=100\n") << u"192.0.2.2"_s
                                    << 100 << u"35-bond0.network:6"_s
                                    << QByteArray("[Route]\nGateway=192.0.2.1\nMetric=300\n");
        QTest::newRow("without a metric")
            << QByteArray("Gateway=192.0.2.2\n[Route]\nDestination=0.0.0.0/0\n"
                          "Gateway=192.0.2.1\nMetric=300\n")
            << u"192.0.2.2"_s << -1 << u"35-bond0.network:8"_s << QByteArray("Gateway=192.0.2.1\nMetric=300\n");
        QTest::newRow("the same twice") << QByteArray("Gateway=192.0.2.2\n[Route]\nGateway=192.0.2.2\nMetric=300\n")
                                        << u"192.0.2.2"_s << -1 << QString() << QByteArray();
        QTest::newRow("two in one section") << QByteArray("Gateway=192.0.2.2\nGateway=192.0.2.1\n") << u"192.0.2.2"_s
                                            << -1 << u"35-bond0.network:6"_s << QByteArray("Gateway=192.0.2.1\n");
        // Behind "#DROP-IN" comes another file.
        QTest::newRow("in a drop-in") << QByteArray("Gateway=192.0.2.2\n#DROP-IN\n[Network]\nGateway=192.0.2.1\n")
                                      << u"192.0.2.2"_s << -1 << u"50.conf:3"_s << QByteArray("Gateway=192.0.2.1\n");
        QTest::newRow("a section in a drop-in")
            << QByteArray("Gateway=192.0.2.2\n#DROP-IN\n[Route]\nGateway=192.0.2.1\nMetric=300\n") << u"192.0.2.2"_s
            << -1 << u"50.conf:3"_s << QByteArray("[Route]\nGateway=192.0.2.1\nMetric=300\n");
    }
    void defaultRoutes()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, gateway);
        QFETCH(int, metric);
        QFETCH(QString, named);
        QFETCH(QByteArray, stays);
        const NetworkdFormat format;
        FileSnapshot files;
        addFile(&files, etc + u"25-bond.netdev"_s,
                "[NetDev]\nName=bond0\nKind=bond\nMACAddress=none\n[Bond]\nMode=active-backup\n");
        const QString path = etc + u"35-bond0.network"_s;
        const qsizetype end = text.indexOf("#DROP-IN\n");
        addFile(&files, path,
                "[Match]\nName=bond0\n[Network]\nAddress=192.0.2.10/24\n" + (end < 0 ? text : text.left(end)));
        if (end >= 0)
            addFile(&files, path + u".d/50.conf"_s, text.mid(end));
        const Reading reading = format.read(files);
        BondPlan plan = reading.bonds.first().plan;
        QCOMPARE(plan.ipv4.gateway.text(), gateway);
        QCOMPARE(plan.ipv4.metric, metric < 0 ? std::nullopt : std::optional(quint32(metric)));
        QStringList places;
        for (const Finding &finding : reading.findings) {
            if (finding.code == u"networkd.foreign-route")
                places.append(finding.field.section(u'/', -1));
        }
        QCOMPARE(places, named.isEmpty() ? QStringList() : QStringList(named));
        plan.ipv4.addresses = {u"192.0.2.12/24"_s};
        applyTo(&files, format.render(plan, files)->changes);
        const QByteArray now = files.find(path)->content + files.files.value(path + u".d/50.conf"_s).content;
        QVERIFY2(now.contains(stays), now.constData());
        QCOMPARE(format.read(files).bonds.first().plan.ipv4, plan.ipv4);
    }

    void gatewayWithoutAddress_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("DHCP of the other family") << QByteArray("DHCP=ipv6\nGateway=192.0.2.1\n");
        QTest::newRow("none at all") << QByteArray("LinkLocalAddressing=no\nIPv6AcceptRA=no\nGateway=192.0.2.1\n");
        QTest::newRow("a route") << QByteArray("DHCP=ipv6\n[Route]\nDestination=10.0.0.0/8\nGateway=192.0.2.1\n");
    }
    /// networkd makes such routes with GatewayOnLink=: other changes go on, and it stays.
    void gatewayWithoutAddress()
    {
        QFETCH(QByteArray, text);
        const NetworkdFormat format;
        FileSnapshot files;
        addFile(&files, etc + u"25-bond.netdev"_s,
                "[NetDev]\nName=bond0\nKind=bond\nMACAddress=none\n[Bond]\nMode=active-backup\nMIIMonitorSec=100ms\n");
        addFile(&files, etc + u"30-port.network"_s, "[Match]\nName=eth0\n[Network]\nBond=bond0\n");
        const QString path = etc + u"35-bond0.network"_s;
        addFile(&files, path, "[Match]\nName=bond0\n[Network]\n" + text);
        BondPlan plan = format.read(files).bonds.first().plan;
        QCOMPARE(plan.ipv4.method, IpMethod::Disabled);
        plan.options.insert(u"miimon"_s, u"250"_s);
        QVERIFY(!hasErrors(check(plan, {})));
        QCOMPARE(format.render(plan, files)->changes.files.size(), 1);
        plan.ipv6.addresses.append(u"2001:db8::9/64"_s);
        plan.ipv6.method = IpMethod::Manual;
        const auto rendering = format.render(plan, files);
        QVERIFY(rendering && !hasErrors(rendering->findings) && !hasErrors(check(plan, {})));
        applyTo(&files, rendering->changes);
        QVERIFY2(files.find(path)->content.contains("Gateway=192.0.2.1\n"), files.find(path)->content.constData());
        plan.accept.clear();
        QVERIFY(hasErrors(check(plan, {}))); // a new plan is not made so
    }

    void foreignRoutes_data()
    {
        QTest::addColumn<QByteArray>("section");
        QTest::addColumn<QString>("named"); ///< code and text; empty: nothing
        QTest::newRow("another table")
            << QByteArray("[Route]\nGateway=192.0.2.1\nTable=100\n")
            << u"networkd.foreign-route “[Route] Gateway=192.0.2.1 Table=100” is not shown: a plan says only routes of the main table."_s;
        QTest::newRow("attributes") << QByteArray("[Route]\nDestination=10.0.0.0/8\nGateway=192.0.2.1\nTable=254\n")
                                    << u"networkd.foreign-route The route “[Route] Destination=10.0.0.0/8 "
                                       "Gateway=192.0.2.1 Table=254” is not shown: a plan cannot say its attributes."_s;
        QTest::newRow("a rule") << QByteArray("[RoutingPolicyRule]\nFrom=192.0.2.10\nTable=100\n")
                                << u"networkd.foreign-routing “[RoutingPolicyRule] From=192.0.2.10 Table=100” is not "
                                   "shown: a plan says only routes of the main table."_s;
        QTest::newRow("one of a plan") << QByteArray("[Route]\nDestination=10.0.0.0/8\nScope=link\n") << QString();
    }
    /// Named where they stand, of the bond and of its VLANs; they stay in changes of the addresses.
    void foreignRoutes()
    {
        QFETCH(QByteArray, section);
        QFETCH(QString, named);
        const NetworkdFormat format;
        for (const QString &interface : {u"bond0"_s, u"bond0.7"_s}) {
            FileSnapshot files;
            addFile(&files, etc + u"25-bond.netdev"_s,
                    "[NetDev]\nName=bond0\nKind=bond\nMACAddress=none\n[Bond]\nMode=active-backup\n");
            addFile(&files, etc + u"26-vlan.netdev"_s, "[NetDev]\nName=bond0.7\nKind=vlan\n[VLAN]\nId=7\n");
            for (const QString &name : {u"bond0"_s, u"bond0.7"_s}) {
                const QByteArray own = name == interface ? section : QByteArray();
                addFile(&files, etc + u"35-%1.network"_s.arg(name),
                        "[Match]\nName=" + name.toUtf8() + "\n[Network]\nVLAN=bond0.7\nAddress=192.0.2.10/24\n" + own);
            }
            const QString path = etc + u"35-%1.network"_s.arg(interface);
            const Reading reading = format.read(files);
            QStringList found;
            for (const Finding &finding : reading.findings) {
                if (finding.code.startsWith(u"networkd.foreign"))
                    found.append(finding.code + u' ' + finding.message);
                QVERIFY(finding.field.startsWith(path));
            }
            QCOMPARE(found, named.isEmpty() ? QStringList() : QStringList(named));
            BondPlan plan = reading.bonds.first().plan;
            IpConfig &ip = interface == u"bond0" ? plan.ipv4 : plan.vlans.first().ipv4;
            ip.addresses[0] = u"192.0.2.77/24"_s;
            applyTo(&files, format.render(plan, files)->changes);
            const QByteArray &text = files.find(path)->content;
            QVERIFY2(text.contains("192.0.2.77") && (named.isEmpty() || text.contains(section)), text.constData());
        }
    }

    void forms_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<QByteArray>("text"); ///< [Network], behind a first address and gateway
        QTest::addColumn<QByteArray>("dropIn");
        QTest::addColumn<QStringList>("read"); ///< addresses, gateways, DNS servers, routes
        QTest::addColumn<QStringList>("places"); ///< of findings
        const QString first = u"192.0.2.10/24"_s;
        const QString gateway = u"192.0.2.1"_s;
        const QString main = u"35-bond0.network:"_s;
        const QByteArray reset = "[Network]\nAddress=\nAddress=192.0.2.20/24\n";
        QTest::newRow("addresses taken back") << u"256"_s << QByteArray("[Address]\nAddress=192.0.2.11/24\n") << reset
                                              << QStringList{u"192.0.2.20/24"_s, gateway} << QStringList();
        QTest::newRow("addresses not taken back")
            << u"252.39-1~deb12u1"_s << QByteArray("[Address]\nAddress=192.0.2.11/24\n") << reset
            << QStringList{first, u"192.0.2.20/24"_s, u"192.0.2.11/24"_s, gateway} << QStringList(u"50.conf:2"_s);
        QTest::newRow("perhaps") << QString() << QByteArray() << reset
                                 << QStringList{first, u"192.0.2.20/24"_s, gateway} << QStringList(u"50.conf:2"_s);
        const QByteArray route = "[Route]\nDestination=10.0.0.0/8\nGateway=192.0.2.1\n";
        QTest::newRow("routes taken back")
            << u"261"_s << route << QByteArray("[Network]\nGateway=\nGateway=192.0.2.2\n")
            << QStringList{first, u"192.0.2.2"_s} << QStringList();
        QTest::newRow("routes not taken back")
            << u"252"_s << route << QByteArray("[Network]\nGateway=\nGateway=192.0.2.2\n")
            << QStringList{first, gateway, u"10.0.0.0/8"_s} << QStringList{u"50.conf:2"_s, u"50.conf:3"_s};
        QTest::newRow("no prefix, by class")
            << u"252"_s << QByteArray("Address=10.2.2.2\nAddress=192.168.7.7\n") << QByteArray()
            << QStringList{first, u"10.2.2.2/8"_s, u"192.168.7.7/24"_s, gateway}
            << QStringList{main + u'6', main + u'7'};
        QTest::newRow("no prefix, whole") << u"253"_s << QByteArray("Address=10.2.2.2\n") << QByteArray()
                                          << QStringList{first, u"10.2.2.2/32"_s, gateway} << QStringList(main + u'6');
        QTest::newRow("servers") << QString()
                                 << QByteArray("DNS=1.1.1.1#dns.example 9.9.9.9:53 [2001:db8::53]:53%eth0#a.example\n"
                                               "DNS=2001:db8::54 fe80::1%eth0\nDNS=1.1.1.1:port\n")
                                 << QByteArray() << QStringList{first,        gateway,           u"1.1.1.1"_s,
                                                                u"9.9.9.9"_s, u"2001:db8::53"_s, u"2001:db8::54"_s,
                                                                u"fe80::1"_s}
                                 << QStringList(main + u'8');
        QTest::newRow("a gateway that is learned")
            << QString() << QByteArray("[Route]\nDestination=10.0.0.0/8\nGateway=_dhcp4\n") << QByteArray()
            << QStringList{first, gateway} << QStringList(main + u'7');
        QTest::newRow("what is wrong, of several")
            << QString()
            << QByteArray("[Route]\nDestination=ten\n[Route]\nDestination=10.0.0.0/8\n"
                          "Gateway=nowhere\n[Route]\nDestination=10.1.0.0/16\n")
            << QByteArray() << QStringList{first, gateway, u"10.1.0.0/16"_s}
            << QStringList{main + u'7', main + u"10"_s};
    }
    /// What systemd.network(5) and networkd's source take, by version where it differs.
    void forms()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, dropIn);
        FileSnapshot files;
        QFETCH(QString, version);
        files.programVersion = version;
        addFile(&files, etc + u"25-bond.netdev"_s,
                "[NetDev]\nName=bond0\nKind=bond\nMACAddress=none\n[Bond]\nMode=active-backup\n");
        addFile(&files, etc + u"35-bond0.network"_s,
                "[Match]\nName=bond0\n[Network]\nAddress=192.0.2.10/24\nGateway=192.0.2.1\n" + text);
        addFile(&files, etc + u"35-bond0.network.d/50.conf"_s, dropIn);
        const Reading reading = NetworkdFormat().read(files);
        const BondPlan plan = reading.bonds.first().plan;
        QStringList read = plan.ipv4.addresses.texts() + plan.ipv6.addresses.texts()
            + QStringList(plan.ipv4.gateway.text()) + plan.ipv4.dns.texts() + plan.ipv6.dns.texts();
        for (const IpRoute &route : plan.ipv4.routes)
            read.append(route.destination.text());
        QTEST(read, "read");
        QStringList places;
        for (const Finding &finding : reading.findings)
            places.append(finding.field.section(u'/', -1));
        QTEST(places, "places");
    }

    void matches_data()
    {
        QTest::addColumn<QByteArray>("match"); ///< of a file that makes ports
        QTest::addColumn<QStringList>("ports");
        QTest::addColumn<QStringList>("hidden"); ///< of eth5 and eth6, from a later file that makes them ports
        QTest::newRow("all but one") << QByteArray("Name=eth5 eth6 !eth6\n") << QStringList(u"eth5"_s)
                                     << QStringList(u"eth5"_s);
        QTest::newRow("a line without some")
            << QByteArray("Name=eth*\nName=!eth5 eth6\n") << QStringList() << QStringList();
        QTest::newRow("a line without some, first")
            << QByteArray("Name=!eth6\nName=eth5 eth6\n") << QStringList(u"eth5"_s) << QStringList(u"eth5"_s);
        QTest::newRow("all but some") << QByteArray("Name=!eth6 lan*\n") << QStringList() << QStringList(u"eth5"_s);
        QTest::newRow("of a type") << QByteArray("Name=eth5\nType=!wlan\nType=!ether\n") << QStringList()
                                   << QStringList();
        QTest::newRow("taken back") << QByteArray("Name=!eth5\nName=\nName=eth5\n") << QStringList(u"eth5"_s)
                                    << QStringList(u"eth5"_s);
        QTest::newRow("cards only") << QByteArray("Name=eth5 bond1\nType=ether\nKind=!*\n") << QStringList(u"eth5"_s)
                                    << QStringList(u"eth5"_s);
        QTest::newRow("bonds only") << QByteArray("Name=eth5 bond1\nType=!ether\n") << QStringList(u"bond1"_s)
                                    << QStringList();
    }
    /// Each word with a "!" before it, or at the begin of its line, excludes what it fits.
    void matches()
    {
        QFETCH(QByteArray, match);
        FileSnapshot files;
        addFile(&files, etc + u"25-bond.netdev"_s,
                "[NetDev]\nName=bond0\nKind=bond\nMACAddress=none\n[Bond]\nMode=active-backup\n");
        addFile(&files, etc + u"30-ports.network"_s, "[Match]\n" + match + "[Network]\nBond=bond0\n");
        addFile(&files, etc + u"40-later.network"_s, "[Match]\nName=eth5 eth6\n[Network]\nBond=bond1\n");
        addFile(&files, etc + u"40-other.netdev"_s,
                "[NetDev]\nName=bond1\nKind=bond\nMACAddress=none\n[Bond]\nMode=active-backup\n");
        const Reading reading = NetworkdFormat().read(files);
        QStringList ports;
        for (const SlavePlan &slave : reading.find(u"bond0"_s)->plan.slaves)
            ports.append(slave.name);
        QTEST(ports, "ports");
        QStringList hidden{u"eth5"_s, u"eth6"_s};
        for (const SlavePlan &slave : reading.find(u"bond1"_s)->plan.slaves)
            hidden.removeAll(slave.name);
        QTEST(hidden, "hidden");
    }

    void releases_data()
    {
        QTest::addColumn<QByteArray>("match");
        QTest::addColumn<QByteArray>("left"); ///< empty: it is refused
        QTest::newRow("one of two") << QByteArray("Name=eth5 eth6\n") << QByteArray("Name=eth6\n");
        QTest::newRow("excluded, first") << QByteArray("Name=!eth7 eth8\nName=eth5 eth6\n")
                                         << QByteArray("Name=eth6 !eth7 !eth8\n");
        QTest::newRow("a pattern that still fits") << QByteArray("Name=eth5 eth6 eth*\n") << QByteArray();
    }
    /// A NIC that is to be no port fits the file no more.
    void releases()
    {
        QFETCH(QByteArray, match);
        QFETCH(QByteArray, left);
        FileSnapshot files;
        addFile(&files, etc + u"25-bond.netdev"_s,
                "[NetDev]\nName=bond0\nKind=bond\nMACAddress=none\n[Bond]\nMode=active-backup\n");
        const QString path = etc + u"30-ports.network"_s;
        addFile(&files, path, "[Match]\n" + match + "[Network]\nBond=bond0\n");
        const NetworkdFormat format;
        BondPlan plan = format.read(files).bonds.first().plan;
        plan.slaves.removeIf([](const SlavePlan &slave) { return slave.name == u"eth5"; });
        const auto rendering = format.render(plan, files);
        QCOMPARE(rendering.has_value(), !left.isEmpty());
        if (left.isEmpty())
            return;
        applyTo(&files, rendering->changes);
        QCOMPARE(files.find(path)->content, "[Match]\n" + left + "[Network]\nBond=bond0\n");
    }

    void sections_data()
    {
        QTest::addColumn<QByteArray>("text"); ///< behind a first address
        QTest::addColumn<QByteArray>("dropIn");
        QTest::addColumn<QStringList>("wanted");
        QTest::addColumn<QByteArray>("left"); ///< of the addresses, in the file and its drop-in
        const QString first = u"192.0.2.77/24"_s;
        const QString second = u"192.0.2.11/24"_s;
        const QByteArray labelled = "[Address]\n# web\nAddress=192.0.2.11/24\nLabel=bond0:1\n";
        const QByteArray plain = "[Address]\nAddress=192.0.2.12/24\n";
        QTest::newRow("what is not changed")
            << labelled + plain << QByteArray() << QStringList{first, second, u"192.0.2.12/24"_s} << labelled + plain;
        QTest::newRow("in a drop-in") << QByteArray() << labelled << QStringList{first, second} << labelled;
        QTest::newRow("one that goes") << labelled + plain << QByteArray() << QStringList{first, u"192.0.2.12/24"_s}
                                       << plain;
        QTest::newRow("a new one") << labelled << QByteArray() << QStringList{first, second, u"192.0.2.13/24"_s}
                                   << labelled + "\n[Address]\nAddress=192.0.2.13/24\n";
        QTest::newRow("in another order")
            << plain + labelled << QByteArray() << QStringList{first, u"192.0.2.12/24"_s, u"192.0.2.13/24"_s, second}
            << labelled;
        QTest::newRow("of both families") << "[Address]\nAddress=2001:db8::1/64\nPreferredLifetime=0\n" + labelled
                                          << QByteArray() << QStringList{first, second, u"2001:db8::1/64"_s}
                                          << "[Address]\nAddress=2001:db8::1/64\nPreferredLifetime=0\n" + labelled;
    }
    /// A label, a lifetime, … of an address stays as long as the address does.
    void sections()
    {
        QFETCH(QByteArray, dropIn);
        QFETCH(QByteArray, text);
        QFETCH(QStringList, wanted);
        FileSnapshot files;
        addFile(&files, etc + u"25-bond.netdev"_s,
                "[NetDev]\nName=bond0\nKind=bond\nMACAddress=none\n[Bond]\nMode=active-backup\n");
        const QString path = etc + u"35-bond0.network"_s;
        addFile(&files, path, "[Match]\nName=bond0\n[Network]\nAddress=192.0.2.10/24\n" + text);
        addFile(&files, path + u".d/50.conf"_s, dropIn);
        const NetworkdFormat format;
        BondPlan plan = format.read(files).bonds.first().plan;
        plan.ipv4.addresses.clear();
        plan.ipv6.addresses.clear();
        for (const QString &address : wanted)
            (address.contains(u':') ? plan.ipv6 : plan.ipv4).addresses.append(address);
        const auto rendering = format.render(plan, files);
        QCOMPARE(rendering->findings.size(), 0);
        applyTo(&files, rendering->changes);
        const QByteArray now = files.find(path)->content + files.find(path + u".d/50.conf"_s)->content;
        QTEST(now.mid(now.indexOf("[Address]")), "left");
    }

    /// Without a file of its own, or with one for several, an interface is as the plan says already.
    void sharedFiles()
    {
        FileSnapshot files;
        addFile(&files, etc + u"25-bond.netdev"_s,
                "[NetDev]\nName=bond0\nKind=bond\nMACAddress=none\n[Bond]\nMode=active-backup\n");
        addFile(&files, etc + u"30-vlan.netdev"_s, "[NetDev]\nName=bond0.7\nKind=vlan\n[VLAN]\nId=7\n");
        const NetworkdFormat format;
        QVERIFY(format.render(format.read(files).bonds.first().plan, files)->changes.isEmpty());
        addFile(&files, etc + u"35-bonds.network"_s,
                "[Match]\nName=bond0 bond1\nType=bond\n\n[Network]\nAddress=192.0.2.10/24\nVLAN=bond0.7\n");
        addFile(&files, etc + u"35-bonds.network.d/50.conf"_s,
                "[Network]\nNTP=192.0.2.123\n[RoutingPolicyRule]\nFrom=192.0.2.10\nTable=100\n"
                "[Route]\nDestination=10.0.0.0/8\nGateway=192.0.2.1\n");
        BondPlan plan = format.read(files).bonds.first().plan;
        QCOMPARE(plan.vlans.size(), 1);
        QVERIFY(format.render(plan, files)->changes.isEmpty());
        // A file of its own says all that the shared one does.
        plan.mtu = 9000;
        const FileSnapshot after = files.with(format.render(plan, files)->changes);
        const FileState *own = after.find(etc + u"10-bond0.network"_s);
        QVERIFY(own);
        QVERIFY2(own->content.startsWith("[Match]\nName=bond0\n"), own->content.constData());
        QVERIFY2(own->content.contains("NTP=192.0.2.123\n")
                     && own->content.contains("[RoutingPolicyRule]\nFrom=192.0.2.10\nTable=100\n"),
                 own->content.constData());
        QCOMPARE(format.read(after).bonds.first().plan.ipv4, plan.ipv4);
        // Routes of a drop-in are changed as well.
        addFile(&files, etc + u"35-bonds.network"_s, "[Match]\nName=bond0\n[Network]\nAddress=192.0.2.10/24\n");
        plan = format.read(files).bonds.first().plan;
        plan.ipv4.routes.clear();
        const auto without = format.render(plan, files);
        QCOMPARE(without->findings.size(), 0);
        QVERIFY(format.read(files.with(without->changes)).bonds.first().plan.ipv4.routes.isEmpty());
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("dropIn");
        QTest::addColumn<QString>("place"); ///< empty: the file is in force
        const QByteArray good = "[Match]\nName=bond0\n[Network]\nAddress=192.0.2.10/24\n";
        QTest::newRow("good") << good << QByteArray("# \xff\xfe\n") << QString();
        QTest::newRow("a header with a remark") << good + "[Route] # default\nGateway=192.0.2.1\n"
                                                << QByteArray() << u"35-bond0.network:5"_s;
        QTest::newRow("a header without its end") << good << QByteArray("[Network\nMTUBytes=9000\n") << u"50.conf:1"_s;
        QTest::newRow("a header in quotes") << good << QByteArray("[\"Network\"]\n") << u"50.conf:1"_s;
        QTest::newRow("no UTF-8") << good + "Description=B\xfcro\n" << QByteArray() << u"35-bond0.network:5"_s;
    }
    /// At these networkd takes none of the file (parse_line() in conf-parser.c).
    void refusals()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, dropIn);
        QFETCH(QString, place);
        FileSnapshot files;
        addFile(&files, etc + u"25-bond.netdev"_s,
                "[NetDev]\nName=bond0\nKind=bond\nMACAddress=none\n[Bond]\nMode=active-backup\n");
        addFile(&files, etc + u"35-bond0.network"_s, text);
        addFile(&files, etc + u"35-bond0.network.d/50.conf"_s, dropIn);
        const Reading reading = NetworkdFormat().read(files);
        QCOMPARE(reading.bonds.first().plan.ipv4.addresses.isEmpty(), !place.isEmpty());
        QCOMPARE(reading.findings.size(), place.isEmpty() ? 0 : 1);
        if (!place.isEmpty())
            QCOMPARE(reading.findings.first().field.section(u'/', -1), place);
    }

    void numbers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("number"); ///< below 0: none
        QTest::newRow("decimal") << u"100"_s << qint64(100);
        QTest::newRow("hexadecimal") << u"0x64"_s << qint64(100);
        QTest::newRow("octal") << u"0144"_s << qint64(100);
        QTest::newRow("octal, newer") << u"0o144"_s << qint64(100);
        QTest::newRow("binary") << u"0b1100100"_s << qint64(100);
        QTest::newRow("no octal digit") << u"018"_s << qint64(-1);
        QTest::newRow("letters") << u"64h"_s << qint64(-1);
        QTest::newRow("empty") << QString() << qint64(-1);
        QTest::newRow("negative") << u"-1"_s << qint64(-1);
        QTest::newRow("too large") << u"4294967296"_s << qint64(-1);
    }
    void numbers()
    {
        QFETCH(QString, text);
        QFETCH(qint64, number);
        QCOMPARE(unitNumber(text) ? qint64(*unitNumber(text)) : -1, number);
        FileSnapshot files;
        addFile(&files, etc + u"25-bond.netdev"_s, "[NetDev]\nName=bond0\nKind=bond\n[Bond]\nMode=active-backup\n");
        addFile(&files, etc + u"35-bond0.network"_s, "[Match]\nName=bond0\n[Network]\nVLAN=data\n");
        addFile(&files, etc + u"40-data.netdev"_s,
                "[NetDev]\nName=data\nKind=vlan\n[VLAN]\nId=" + text.toUtf8() + '\n');
        QCOMPARE(NetworkdFormat().read(files).bonds.first().plan.vlans.first().id, number == 100 ? 100 : 0);
    }

    /// Ports and names of servers stay through an edit, and are told before a migration, as is a learned gateway.
    void formsStay()
    {
        FileSnapshot files;
        addFile(&files, etc + u"25-bond.netdev"_s,
                "[NetDev]\nName=bond0\nKind=bond\nMACAddress=none\n[Bond]\nMode=active-backup\n");
        const QString path = etc + u"35-bond0.network"_s;
        addFile(&files, path,
                "[Match]\nName=bond0\n[Network]\nAddress=192.0.2.10/24\nDNS=1.1.1.1#dns.example 192.0.2.53\n"
                "[Route]\nDestination=10.0.0.0/8\nGateway=_dhcp4\n");
        const NetworkdFormat format;
        QStringList left;
        for (const Finding &finding : format.leftBehind(format.read(files).bonds.first(), files))
            left.append(finding.field.section(u':', -1));
        QCOMPARE(left, (QStringList{u"5"_s, u"7"_s, u"8"_s}));
        BondPlan plan = format.read(files).bonds.first().plan;
        plan.ipv4.addresses = {u"192.0.2.12/24"_s};
        applyTo(&files, format.render(plan, files)->changes);
        const QByteArray text = files.find(path)->content;
        QVERIFY2(text.contains("DNS=1.1.1.1#dns.example\nDNS=192.0.2.53\n") && text.contains("Gateway=_dhcp4"),
                 text.constData());
    }
};

QTEST_GUILESS_MAIN(TestNetworkdKinds)
#include "tst_networkdkinds.moc"
