// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/findings.h"
#include "formats/formatlist.h"
#include "formats/ifupdown/ifupdownformat.h"
#include "formats/migration.h"
#include "tests/formats/snapshots.h"

#include <QTest>

using namespace bondwright;
using namespace bondwright::formats;
using namespace bondwright::formats::ifupdown;
using namespace bondwright::test;
using namespace Qt::StringLiterals;

namespace
{

const QString mainFile = u"/etc/network/interfaces"_s;

FileSnapshot filesOf(const QByteArray &text)
{
    FileSnapshot snapshot;
    addFile(&snapshot, mainFile, text);
    return snapshot;
}

} // namespace

/// What people write into /etc/network/interfaces in more than one way.
class TestIfupdownKinds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// "iface bond0:1" is an interface to ifupdown alone: the address is bond0's, and goes where bond0 goes.
    void aliases_data()
    {
        QTest::addColumn<QByteArray>("alias");
        QTest::addColumn<QStringList>("addresses");
        QTest::addColumn<qsizetype>("left"); ///< named before a migration
        QTest::addColumn<bool>("isKept"); ///< when the bond's own address changes
        const QStringList both{u"192.0.2.10/24"_s, u"10.0.0.9/24"_s};
        QTest::newRow("IPv4") << QByteArray("auto bond0:1\niface bond0:1 inet static\n\taddress 10.0.0.9\n"
                                            "\tnetmask 255.255.255.0\n\tpost-up logger second\n")
                              << both << qsizetype(1) << true;
        QTest::newRow("a name as label") << QByteArray(
            "auto bond0:web\niface bond0:web inet static\n address 10.0.0.9/24\n")
                                         << both << qsizetype(0) << true;
        QTest::newRow("IPv6") << QByteArray("auto bond0:6\niface bond0:6 inet6 static\n address 2001:db8::9/64\n")
                              << QStringList{u"192.0.2.10/24"_s, u"2001:db8::9/64"_s} << qsizetype(0) << true;
        QTest::newRow("with a route") << QByteArray("auto bond0:1\niface bond0:1 inet static\n address 10.0.0.9/24\n"
                                                    " up ip route add 10.8.0.0/16 via 10.0.0.1\n")
                                      << both << qsizetype(0) << false;
        QTest::newRow("on request") << QByteArray("iface bond0:1 inet static\n address 10.0.0.9/24\n")
                                    << QStringList(u"192.0.2.10/24"_s) << qsizetype(1) << true;
        QTest::newRow("of another") << QByteArray("auto bond01:1\niface bond01:1 inet static\n address 10.0.0.9/24\n")
                                    << QStringList(u"192.0.2.10/24"_s) << qsizetype(0) << true;
    }
    void aliases()
    {
        QFETCH(QByteArray, alias);
        QFETCH(QStringList, addresses);
        const FileSnapshot snapshot = filesOf(
            "auto bond0\niface bond0 inet static\n\taddress 192.0.2.10/24\n\tbond-slaves eth0\n\tbond-mode 1\n"
            "\tbond-miimon 100\n\n"
            + alias);
        const IfupdownFormat format;
        const Reading reading = format.read(snapshot);
        QCOMPARE(reading.bonds.size(), 1);
        BondPlan plan = reading.bonds.first().plan;
        QCOMPARE(plan.ipv4.addresses.texts() + plan.ipv6.addresses.texts(), addresses);
        QTEST(format.leftBehind(reading.bonds.first(), snapshot).size(), "left");
        QVERIFY(format.render(plan, snapshot)->changes.isEmpty());

        const bool isOthers = alias.contains("bond01");
        const auto removed = format.remove(plan.name, snapshot);
        QCOMPARE(QByteArray(snapshot.with(removed->changes).find(mainFile)->content).trimmed(),
                 isOthers ? alias.trimmed() : QByteArray());
        const auto moved = migrate(plan.name, format, snapshot, *makeFormat(FormatId::Networkd), {});
        QVERIFY(moved);
        const BondPlan there
            = makeFormat(FormatId::Networkd)->read(FileSnapshot().with(moved->changes)).bonds.first().plan;
        QCOMPARE(there.ipv4.addresses.texts() + there.ipv6.addresses.texts(), addresses);

        plan.ipv4.addresses[0] = u"192.0.2.77/24"_s;
        const FileSnapshot edited = snapshot.with(format.render(plan, snapshot)->changes);
        const QByteArray text = edited.find(mainFile)->content;
        const BondPlan again = format.read(edited).bonds.first().plan;
        QCOMPARE(again.ipv4, plan.ipv4);
        QCOMPARE(again.ipv6, plan.ipv6);
        QTEST(text.contains(alias), "isKept");
        QVERIFY(!text.contains("auto bond0:") || text.contains("iface bond0:"));
        // Without the second address its stanza goes, and what would start it.
        plan.ipv4.addresses.resize(1);
        plan.ipv6 = {};
        const QByteArray one = edited.with(format.render(plan, edited)->changes).find(mainFile)->content;
        QVERIFY2(isOthers || addresses.size() == 1 || !one.contains("bond0:"), one.constData());
    }

    /// They stay before what follows them, as far as that stays.
    void remarksStay()
    {
        FileSnapshot snapshot = filesOf(
            "auto bond0\niface bond0 inet static\n # ticket 42\n address 192.0.2.10/24\n bond-slaves eth0\n bond-mode "
            "1\n"
            " bond-miimon 100\n # old:\n #up logger old\n up logger new\n# behind\niface bond0 inet static\n# second\n"
            " address 192.0.2.11/24\n\n# other\nauto lo\n");
        const IfupdownFormat format;
        BondPlan plan = format.read(snapshot).bonds.first().plan;
        plan.ipv4.addresses[0] = u"192.0.2.77/24"_s;
        applyTo(&snapshot, format.render(plan, snapshot)->changes);
        QCOMPARE(format.read(snapshot).bonds.first().plan.ipv4, plan.ipv4);
        const QByteArray text = snapshot.find(mainFile)->content;
        for (const char *remark : {"# ticket 42\n", "    # old:\n    #up logger old\n    up logger new\n", "# behind\n",
                                   "# second\n", "# other\nauto lo\n"})
            QVERIFY2(text.count(remark) == 1, text.constData());
    }

    void defaultRoutes_data()
    {
        QTest::addColumn<QByteArray>("lines"); ///< behind the bond's own address
        QTest::addColumn<QString>("gateway");
        QTest::addColumn<int>("metric"); ///< below 0: none
        QTest::addColumn<QByteArray>("stays"); ///< when the address changes; empty: nothing is named
        QTest::newRow("a command beside the gateway")
            << QByteArray(" gateway 192.0.2.1\n up ip route add default via 192.0.2.3 metric 50 || true\n")
            << u"192.0.2.1"_s << -1 << QByteArray("up ip route add default via 192.0.2.3 metric 50 || true\n");
        QTest::newRow("a command that counts more")
            << QByteArray(" gateway 192.0.2.1\n metric 300\n post-up ip route add default via 192.0.2.3 metric 50\n")
            << u"192.0.2.3"_s << 50 << QByteArray("up ip route add default via 192.0.2.1 metric 300 dev bond0\n");
        QTest::newRow("a second stanza")
            << QByteArray(" gateway 192.0.2.1\niface bond0 inet static\n address 198.51.100.1/24\n"
                          " gateway 198.51.100.3\n metric 50\n")
            << u"192.0.2.1"_s << -1 << QByteArray("up ip route add default via 198.51.100.3 metric 50 dev bond0\n");
        QTest::newRow("of the other family")
            << QByteArray(" gateway 192.0.2.1\niface bond0 inet6 static\n address 2001:db8::9/64\n"
                          " gateway fe80::1\n up ip -6 route add default via fe80::2 metric 2000\n")
            << u"192.0.2.1"_s << -1 << QByteArray("up ip -6 route add default via fe80::2 metric 2000\n");
        QTest::newRow("the same again") << QByteArray(
            " gateway 192.0.2.1\n up ip route add default via 192.0.2.1 metric 9\n")
                                        << u"192.0.2.1"_s << -1 << QByteArray();
        QTest::newRow("without a gateway") << QByteArray(" up ip route add default dev bond0\n") << QString() << -1
                                           << QByteArray("up ip route add default dev bond0\n");
    }
    /// The kernel takes the one of the lower metric; the others are named, and stay.
    void defaultRoutes()
    {
        QFETCH(QByteArray, lines);
        QFETCH(int, metric);
        QFETCH(QByteArray, stays);
        FileSnapshot snapshot
            = filesOf("auto bond0\niface bond0 inet static\n address 192.0.2.10/24\n bond-slaves eth0\n bond-mode 1\n"
                      " bond-miimon 100\n"
                      + lines);
        const IfupdownFormat format;
        const Reading reading = format.read(snapshot);
        BondPlan plan = reading.bonds.first().plan;
        QTEST(plan.ipv4.gateway.text(), "gateway");
        QCOMPARE(plan.ipv4.metric, metric < 0 ? std::nullopt : std::optional(quint32(metric)));
        QCOMPARE(reading.findings.size(), stays.isEmpty() ? 0 : 1);
        plan.ipv4.addresses[0] = u"192.0.2.77/24"_s;
        applyTo(&snapshot, format.render(plan, snapshot)->changes);
        const QByteArray text = snapshot.find(mainFile)->content;
        QVERIFY2(text.contains(stays), text.constData());
        QCOMPARE(format.read(snapshot).bonds.first().plan.ipv4, plan.ipv4);
        QCOMPARE(format.read(snapshot).bonds.first().plan.ipv6, plan.ipv6);
        // Without the gateway another one would become it.
        plan.ipv4.gateway = {};
        plan.ipv4.metric.reset();
        applyTo(&snapshot, format.render(plan, snapshot)->changes);
        QCOMPARE(format.read(snapshot).bonds.first().plan.ipv4, plan.ipv4);
    }

    /// ifup brings up one stanza after the other: what a stanza says of its address is about no other one, and a command
    /// before the address that it needs fails, and the interface with it.
    void eachStanzaKeepsItsOwn()
    {
        const QByteArray bond = "    bond-mode active-backup\n    bond-miimon 100\n    bond-slaves eth0\n";
        const QByteArray behind = "iface bond0 inet static\n    address 198.51.100.10/24\n    scope link\n"
                                  "    up ip route add 10.0.0.0/8 via 198.51.100.2 dev bond0\n"
                                  "    up ip route add default via 198.51.100.1 metric 100 dev bond0\n\n"
                                  "iface bond0 inet6 static\n    address 2001:db8::10/64\n    gateway 2001:db8::1\n"
                                  "    # by the routers\n    accept_ra 0\n"
                                  "    up ip -6 route add 2001:db8:9::/48 via 2001:db8::3 table 100\n"
                                  "    up ip -6 route add default via 2001:db8::2 metric 2000 dev bond0\n";
        const QByteArray first
            = "auto bond0\niface bond0 inet static\n    address 192.0.2.10/24\n    gateway 192.0.2.1\n" + bond;
        FileSnapshot snapshot = filesOf(first + '\n' + behind);
        const IfupdownFormat format;
        BondPlan plan = format.read(snapshot).bonds.first().plan;
        plan.ipv4.addresses[0] = u"192.0.2.77/24"_s;
        applyTo(&snapshot, format.render(plan, snapshot)->changes);
        QByteArray wanted = QByteArray(first).replace("192.0.2.10/", "192.0.2.77/") + '\n' + behind;
        // Routes of a plan come before what no plan says.
        const QByteArray scope = "    scope link\n";
        const QByteArray route = "    up ip route add 10.0.0.0/8 via 198.51.100.2 dev bond0\n";
        wanted.replace(scope + route, route + scope);
        QCOMPARE(QString::fromUtf8(snapshot.find(mainFile)->content), QString::fromUtf8(wanted));
        // With its address goes what is said of it, and what leads over its network.
        plan.ipv4.addresses.removeLast();
        plan.ipv4.routes.clear();
        applyTo(&snapshot, format.render(plan, snapshot)->changes);
        const QByteArray &text = snapshot.find(mainFile)->content;
        QVERIFY2(!text.contains("scope") && !text.contains("198.51.100.1") && text.contains("accept_ra"),
                 text.constData());
        QCOMPARE(format.read(snapshot).bonds.first().plan.ipv6, plan.ipv6);
    }

    void mappings_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QString>("interface"); ///< named; empty: none
        QTest::newRow("the bond") << QByteArray("mapping bond0") << u"bond0"_s;
        QTest::newRow("a pattern") << QByteArray("mapping wlan0 eth*") << u"eth0"_s;
        QTest::newRow("a VLAN") << QByteArray("mapping bond0.[0-9]") << u"bond0.7"_s;
        QTest::newRow("another") << QByteArray("mapping bond") << QString();
    }
    /// Which stanza it is only the script knows.
    void mappings()
    {
        QFETCH(QByteArray, header);
        QFETCH(QString, interface);
        const FileSnapshot snapshot = filesOf(
            header
            + "\n script /usr/local/bin/where\n map home\nauto bond0\niface bond0 inet dhcp\n bond-slaves eth0\n"
              " bond-mode 1\n bond-miimon 100\nauto bond0.7\niface bond0.7 inet dhcp\n");
        const IfupdownFormat format;
        const Reading reading = format.read(snapshot);
        QCOMPARE(reading.findings.size(), interface.isEmpty() ? 0 : 1);
        QCOMPARE(format.leftBehind(reading.bonds.first(), snapshot).size(), interface.isEmpty() ? 0 : 1);
        if (interface.isEmpty())
            return;
        QCOMPARE(reading.findings.first().code, u"ifupdown.mapping"_s);
        QCOMPARE(reading.findings.first().field, mainFile + u":1"_s);
        QVERIFY2(
            reading.findings.first().message.contains(u"“/usr/local/bin/where” choose the stanza of "_s + interface),
            qPrintable(reading.findings.first().message));
    }

    void gatewayInAnotherStanza_data()
    {
        QTest::addColumn<QByteArray>("lines"); ///< of the bond's stanza
        QTest::addColumn<QByteArray>("stays");
        QTest::newRow("IPv6 without a stanza")
            << QByteArray("inet static\n address 192.0.2.10/24\n up ip -6 route add default via 2001:db8::1\n"
                          " up ip -6 route add 2001:db8:1::/48 via 2001:db8::1\n")
            << QByteArray("    up ip -6 route add default via 2001:db8::1 dev bond0\n"
                          "    up ip -6 route add 2001:db8:1::/48 via 2001:db8::1 dev bond0\n");
        QTest::newRow("IPv4 with DHCP") << QByteArray("inet dhcp\n up ip route add default via 192.0.2.1 metric 7\n")
                                        << QByteArray("    up ip route add default via 192.0.2.1 metric 7 dev bond0\n");
        QTest::newRow("IPv4 without an address") << QByteArray("inet manual\n up ip route add default via 192.0.2.1\n")
                                                 << QByteArray("    up ip route add default via 192.0.2.1 dev bond0\n");
    }
    /// A default route as a command, where no stanza of its family can say “gateway”.
    void gatewayInAnotherStanza()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QByteArray, stays);
        FileSnapshot snapshot
            = filesOf("auto bond0\niface bond0 " + lines + " bond-slaves eth0\n bond-mode 1\n bond-miimon 100\n");
        const IfupdownFormat format;
        BondPlan plan = format.read(snapshot).bonds.first().plan;
        plan.ipv4.search = QStringList(u"example.org"_s);
        QVERIFY(!hasErrors(check(plan, {})));
        const auto rendering = format.render(plan, snapshot);
        QVERIFY(rendering && !hasErrors(rendering->findings));
        applyTo(&snapshot, rendering->changes);
        QVERIFY2(snapshot.find(mainFile)->content.contains(stays), snapshot.find(mainFile)->content.constData());
        const BondPlan now = format.read(snapshot).bonds.first().plan;
        QCOMPARE(now.ipv4, plan.ipv4);
        QCOMPARE(now.ipv6, plan.ipv6);
    }

    void foreignRoutes_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<QString>("named"); ///< code and message; empty: nothing
        const auto table = [](const char *text) {
            return u"“%1” is not shown: a plan says only routes of the main table."_s.arg(QString::fromUtf8(text));
        };
        const auto attributes = [](const char *text) {
            return u"The route “%1” is not shown: a plan cannot say its attributes."_s.arg(QString::fromUtf8(text));
        };
        QTest::newRow("another table") << QByteArray("up ip route add 10.0.0.0/8 via 192.0.2.1 table 100")
                                       << u"ifupdown.foreign-route "_s
                + table("up ip route add 10.0.0.0/8 via 192.0.2.1 table 100");
        QTest::newRow("a default route of it")
            << QByteArray("post-up /sbin/ip -4 r replace default via 192.0.2.1 table 100 || true")
            << u"ifupdown.foreign-route "_s
                + table("post-up /sbin/ip -4 r replace default via 192.0.2.1 table 100 || true");
        QTest::newRow("attributes") << QByteArray("up ip route add 10.0.0.0/8 via 192.0.2.1 src 192.0.2.10 table main")
                                    << u"ifupdown.foreign-route "_s
                + attributes("up ip route add 10.0.0.0/8 via 192.0.2.1 src 192.0.2.10 table main");
        QTest::newRow("route(8)") << QByteArray("up route add -net 10.0.0.0/8 reject")
                                  << u"ifupdown.foreign-route "_s + attributes("up route add -net 10.0.0.0/8 reject");
        QTest::newRow("a rule") << QByteArray("up ip rule add from 192.0.2.10 table 100")
                                << u"ifupdown.foreign-routing "_s + table("up ip rule add from 192.0.2.10 table 100");
        QTest::newRow("one of a plan") << QByteArray("up ip route add 10.0.0.0/8 via 192.0.2.1") << QString();
        QTest::newRow("taken away") << QByteArray("down ip route del 10.0.0.0/8 table 100") << QString();
        QTest::newRow("another command") << QByteArray("up ip link set bond0 txqueuelen 1000") << QString();
    }
    /// Named where they stand, of the bond and of its VLANs; they stay in changes of the addresses.
    void foreignRoutes()
    {
        QFETCH(QByteArray, command);
        QFETCH(QString, named);
        for (const bool isOfVlan : {false, true}) {
            const QByteArray line = ' ' + command + '\n';
            FileSnapshot snapshot = filesOf(
                "auto bond0\niface bond0 inet static\n address 192.0.2.10/24\n bond-slaves eth0\n bond-mode 1\n"
                " bond-miimon 100\n"
                + (isOfVlan ? QByteArray() : line) + "auto bond0.7\niface bond0.7 inet static\n address 192.0.2.10/24\n"
                + (isOfVlan ? line : QByteArray()));
            const IfupdownFormat format;
            const Reading reading = format.read(snapshot);
            QStringList found;
            for (const Finding &finding : reading.findings) {
                found.append(finding.code + u' ' + finding.message);
                QCOMPARE(finding.field, mainFile + (isOfVlan ? u":10"_s : u":7"_s));
            }
            QCOMPARE(found, named.isEmpty() ? QStringList() : QStringList(named));
            BondPlan plan = reading.bonds.first().plan;
            (isOfVlan ? plan.vlans.first().ipv4 : plan.ipv4).addresses[0] = u"192.0.2.77/24"_s;
            applyTo(&snapshot, format.render(plan, snapshot)->changes);
            const QByteArray &text = snapshot.find(mainFile)->content;
            QVERIFY2(text.contains("192.0.2.77/24") && text.contains(command), text.constData());
        }
    }

    /// At which of its lines ifupdown's own reader stops, as ifquery of 0.8.41 says.
    void refusedLines_data()
    {
        QTest::addColumn<QByteArray>("text"); ///< from line 6 on
        QTest::addColumn<QStringList>("named");
        QTest::newRow("a method of the other family") << QByteArray("iface bond3 inet auto\n") << QStringList(u"6"_s);
        QTest::newRow("no such method") << QByteArray("iface bond3 inet6 ppp\n") << QStringList(u"6"_s);
        QTest::newRow("no such family") << QByteArray("iface bond3 ipv4 static\n") << QStringList(u"6"_s);
        QTest::newRow("no method") << QByteArray("iface bond3 inet\n") << QStringList(u"6"_s);
        QTest::newRow("nothing to inherit from") << QByteArray("iface bond3 inherits base\n") << QStringList(u"6"_s);
        QTest::newRow("an option without a value")
            << QByteArray("iface bond3 inet manual\n bond-slaves\n mtu 1400\n") << QStringList(u"7"_s);
        QTest::newRow("an option of nothing") << QByteArray("auto bond3\n mtu 1400\n") << QStringList(u"7"_s);
        QTest::newRow("all that there are")
            << QByteArray("iface a inet loopback\niface a inet bootp\niface a inet tunnel\niface a inet ppp\n"
                          "iface a inet wvdial\niface a inet ipv4ll\niface a inet6 auto\niface a inet6 v4tunnel\n"
                          "iface a inet6 6to4\niface a can static\niface a ipx dynamic\niface a meta none\n"
                          "iface b inherits bond0\niface c inet static extra\n")
            << QStringList();
    }
    void refusedLines()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, named);
        const QByteArray before
            = "auto bond0\niface bond0 inet dhcp\n bond-slaves eth0\n bond-mode 1\n bond-miimon 100\n";
        const auto refused = [](const FileSnapshot &snapshot) {
            QList<std::pair<QString, QString>> lines;
            for (const Finding &finding : IfupdownFormat().read(snapshot).findings) {
                if (finding.code == u"ifupdown.stray-line")
                    lines.append({finding.field.section(u':', -1), finding.message});
            }
            return lines;
        };
        const auto main = refused(filesOf(before + text));
        QCOMPARE(main.size(), named.size());
        FileSnapshot sourced = filesOf("source-directory interfaces.d\n");
        addFile(&sourced, u"/etc/network/interfaces.d/b"_s, before + text);
        const auto inFolder = refused(sourced);
        QCOMPARE(inFolder.size(), named.size());
        for (qsizetype i = 0; i < named.size(); ++i) {
            QCOMPARE(main.at(i).first, named.at(i));
            QVERIFY2(main.at(i).second.contains(u"whole file"), qPrintable(main.at(i).second));
            QVERIFY2(inFolder.at(i).second.contains(u"what follows"), qPrintable(inFolder.at(i).second));
        }
    }

    void byteOrderMark_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::newRow("a keyword") << QByteArray("auto bond0\n");
        QTest::newRow("a remark") << QByteArray("# ours\n");
        QTest::newRow("nothing") << QByteArray("\n");
    }
    /// ifquery 0.8.41 refuses the file at its first line, whatever stands there; with a bond of its own the line is named once.
    void byteOrderMark()
    {
        QFETCH(QByteArray, first);
        const QByteArray text = first + "iface bond0 inet dhcp\n bond-slaves eth0\n bond-mode 1\n bond-miimon 100\n";
        QCOMPARE(IfupdownFormat().read(filesOf(text)).findings.size(), 0);
        const Reading reading = IfupdownFormat().read(filesOf("\xef\xbb\xbf" + text));
        QCOMPARE(reading.bonds.size(), 1);
        QCOMPARE(reading.findings.size(), 1);
        QCOMPARE(reading.findings.first().code, u"ifupdown.stray-line"_s);
        QCOMPARE(reading.findings.first().field, mainFile + u":1"_s);
        QVERIFY(reading.findings.first().message.contains(u"whole file"));
    }

    void ports_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QStringList>("ports");
        QTest::addColumn<QString>("unnamed"); ///< in the finding
        QTest::newRow("glob") << QByteArray("glob swp1-2 swp[5-6]")
                              << QStringList{u"swp1"_s, u"swp2"_s, u"swp5"_s, u"swp6"_s} << QString();
        QTest::newRow("regex") << QByteArray("regex swp[0-9]") << QStringList() << u"bond-slaves regex swp[0-9]"_s;
        QTest::newRow("all") << QByteArray("all") << QStringList() << u"bond-slaves all"_s;
        QTest::newRow("an expression") << QByteArray("/swp*") << QStringList() << u"bond-slaves /swp*"_s;
        QTest::newRow("names") << QByteArray("swp1 swp2") << QStringList{u"swp1"_s, u"swp2"_s} << QString();
    }
    /// Also where nothing but the file tells that ifupdown2 reads it.
    void ports()
    {
        QFETCH(QByteArray, value);
        QFETCH(QString, unnamed);
        const Reading reading = IfupdownFormat().read(filesOf(
            "auto bond0\niface bond0 inet dhcp\n bond-mode 802.3ad\n bond-miimon 100\n bond-slaves " + value + '\n'));
        QTEST(reading.bonds.first().plan.slaveNames(), "ports");
        QString named;
        for (const Finding &finding : reading.findings)
            named += finding.code == u"ifupdown.port-unnamed" ? finding.message : QString();
        QVERIFY2(named.isEmpty() == unnamed.isEmpty() && named.contains(unnamed), qPrintable(named));
    }

    /// resolvconf's hook joins any number of "dns-nameserver".
    void nameServers()
    {
        const FileSnapshot snapshot
            = filesOf("auto bond0\niface bond0 inet static\n address 192.0.2.10/24\n bond-slaves eth0\n bond-mode 1\n"
                      " bond-miimon 100\n dns-nameserver 9.9.9.9\n dns-nameserver 2001:db8::53\n");
        const IfupdownFormat format;
        const Reading reading = format.read(snapshot);
        BondPlan plan = reading.bonds.first().plan;
        QCOMPARE(plan.ipv4.dns.texts() + plan.ipv6.dns.texts(), (QStringList{u"9.9.9.9"_s, u"2001:db8::53"_s}));
        QCOMPARE(format.leftBehind(reading.bonds.first(), snapshot).size(), 0);
        plan.ipv4.dns = {u"9.9.9.10"_s};
        const QByteArray text = snapshot.with(format.render(plan, snapshot)->changes).find(mainFile)->content;
        QVERIFY2(text.contains("9.9.9.10") && !text.contains("dns-nameserver 9.9.9.9\n"), text.constData());
    }

    /// Of a VLAN; and after a bond that is made anew from the plan.
    void aliasOfAVlan()
    {
        const FileSnapshot snapshot = filesOf(
            "auto bond0 bond0.20 bond0.20:0\niface bond0 inet manual\n bond-slaves eth0\n bond-mode 1\n"
            " bond-miimon 100\niface bond0.20 inet static\n address 10.2.0.8/24\niface bond0.20:0 inet static\n"
            " address 10.2.0.9/24\n");
        const IfupdownFormat format;
        BondPlan plan = format.read(snapshot).bonds.first().plan;
        QCOMPARE(plan.vlans.size(), 1);
        QCOMPARE(plan.vlans.first().ipv4.addresses.texts(), (QStringList{u"10.2.0.8/24"_s, u"10.2.0.9/24"_s}));
        plan.vlans.clear();
        const QByteArray text = snapshot.with(format.render(plan, snapshot)->changes).find(mainFile)->content;
        QVERIFY2(!text.contains("bond0.20"), text.constData());
    }
};

QTEST_GUILESS_MAIN(TestIfupdownKinds)
#include "tst_ifupdownkinds.moc"
