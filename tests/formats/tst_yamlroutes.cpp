// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/formatlist.h"
#include "formats/migration.h"
#include "tests/formats/snapshots.h"

#include <QTest>

#include <algorithm>

using namespace bondwright;
using namespace bondwright::formats;
using namespace bondwright::test;
using namespace Qt::StringLiterals;

namespace
{

const QByteArray netplanHead = "network:\n  version: 2\n  ethernets: {eth0: {}}\n  bonds:\n    bond0:\n"
                               "      interfaces: [eth0]\n      parameters: {mii-monitor-interval: 100}\n"
                               "      addresses: [192.0.2.10/24, '2001:db8::10/64']\n";
const QByteArray nmstateHead
    = "interfaces:\n- name: bond0\n  type: bond\n  state: up\n  ipv4:\n    enabled: true\n    address:\n"
      "    - {ip: 192.0.2.10, prefix-length: 24}\n  link-aggregation:\n    mode: balance-rr\n"
      "    options: {miimon: 100}\n    port: [eth0]\n";

/// Of "netplan, what it is about".
QString formatOfRow()
{
    return QString::fromLatin1(QTest::currentDataTag()).section(u',', 0, 0);
}

QString pathOf(const QString &format)
{
    if (format == u"nmstate")
        return u"/etc/nmstate/bond0.yml"_s;
    return format == u"netplan" ? u"/etc/netplan/50-bond.yaml"_s : u"/etc/cloud/cloud.cfg.d/90-bond0-network.cfg"_s;
}

QStringList messagesOf(const QList<Finding> &findings, const QString &code)
{
    QStringList messages;
    for (const Finding &finding : findings) {
        if (finding.code == code)
            messages.append(finding.message.section(u'“', 1).section(u'”', 0, 0));
    }
    return messages;
}

} // namespace

/// Routes in the formats that are YAML: of a plan are those of the main table, and one gateway of each family.
class TestYamlRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isNamedAndStays_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("gateway");
        QTest::addColumn<QStringList>("routes"); ///< named, not shown
        QTest::addColumn<QStringList>("rules");
        const QByteArray tables
            = "      routes: [{to: 0.0.0.0/0, via: 192.0.2.1, table: 101}, {to: default, via: 192.0.2.2}, "
              "{to: 10.0.0.0/8, via: 192.0.2.3, table: 101}]\n"
              "      routing-policy: [{from: 192.0.2.10, table: 101}]\n";
        const QStringList ofTable{u"0.0.0.0/0 via 192.0.2.1 table 101"_s, u"10.0.0.0/8 via 192.0.2.3 table 101"_s};
        const QStringList rules{u"routing-policy from 192.0.2.10 table 101"_s};
        const QByteArray only
            = "      routes: [{to: default, via: 192.0.2.1, table: 101}, {to: 10.1.0.0/16, type: blackhole}]\n";
        const QStringList ofOnly{u"default via 192.0.2.1 table 101"_s, u"10.1.0.0/16 type blackhole"_s};
        const QByteArray main = "      routes: [{to: default, via: 192.0.2.2, table: 254, type: unicast}]\n";
        for (const QString &format : {u"netplan"_s, u"cloudinit"_s}) {
            if (!formatIds().contains(*formatFromName(format)))
                continue;
            const auto row
                = [&](const char *name) -> QTestData & { return QTest::addRow("%s, %s", qPrintable(format), name); };
            row("a table beside the gateway") << netplanHead + tables << u"192.0.2.2"_s << ofTable << rules;
            row("only a table") << netplanHead + only << QString() << ofOnly << QStringList();
            row("the main table") << netplanHead + main << u"192.0.2.2"_s << QStringList() << QStringList();
            const QByteArray two = "      routes: [{to: default, via: 192.0.2.1, metric: 300}, "
                                   "{to: default, via: 192.0.2.2, metric: 100}]\n";
            row("two default routes") << netplanHead + two << u"192.0.2.2"_s
                                      << QStringList(u"default via 192.0.2.1 metric 300"_s) << QStringList();
            row("a default route beside gateway4")
                << netplanHead
                    + "      gateway4: 192.0.2.2\n      routes: [{to: default, via: 192.0.2.1, metric: 300}]\n"
                << u"192.0.2.2"_s << QStringList(u"default via 192.0.2.1 metric 300"_s) << QStringList();
            row("gateway6 that is the second") << netplanHead
                    + "      gateway6: 2001:db8::1\n      routes: [{to: default, via: '2001:db8::2', metric: 9}]\n"
                                               << QString() << QStringList(u"gateway6 2001:db8::1"_s) << QStringList();
        }
        const QByteArray nmstate
            = "routes:\n  config:\n"
              "  - {destination: 0.0.0.0/0, next-hop-address: 192.0.2.1, next-hop-interface: bond0, table-id: 101}\n"
              "  - {destination: 0.0.0.0/0, next-hop-address: 192.0.2.2, next-hop-interface: bond0, table-id: 254}\n"
              "  - {destination: 10.0.0.0/8, next-hop-address: 192.0.2.3, next-hop-interface: bond0, cwnd: 20}\n";
        const QByteArray two = "routes: {config: [{destination: 0.0.0.0/0, next-hop-address: 192.0.2.1, "
                               "next-hop-interface: bond0, metric: 300}, {destination: 0.0.0.0/0, next-hop-address: "
                               "192.0.2.2, next-hop-interface: bond0, metric: 100}]}\n";
        QTest::newRow("nmstate, two default routes")
            << nmstateHead + two << u"192.0.2.2"_s
            << QStringList(u"0.0.0.0/0 next-hop-address 192.0.2.1 next-hop-interface bond0 metric 300"_s)
            << QStringList();
        const QStringList ofNmstate{u"0.0.0.0/0 next-hop-address 192.0.2.1 next-hop-interface bond0 table-id 101"_s,
                                    u"10.0.0.0/8 next-hop-address 192.0.2.3 next-hop-interface bond0 cwnd 20"_s};
        QTest::newRow("nmstate, a table beside the gateway")
            << nmstateHead + nmstate << u"192.0.2.2"_s << ofNmstate << QStringList();
        QTest::newRow("nmstate, a rule") << nmstateHead
                + "route-rules: {config: [{ip-from: 192.0.2.10, route-table: 101}]}\n"
                                         << QString() << QStringList()
                                         << QStringList(u"route-rules ip-from 192.0.2.10 route-table 101"_s);
    }

    void isNamedAndStays()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, gateway);
        QFETCH(QStringList, routes);
        QFETCH(QStringList, rules);
        routes.sort();
        const QString id = formatOfRow();
        const auto format = makeFormat(*formatFromName(id));
        FileSnapshot files;
        addFile(&files, pathOf(id), text);
        const auto isNamed = [&](const QList<Finding> &findings) {
            QStringList named = messagesOf(findings, id + u".foreign-route"_s);
            named.sort();
            return named == routes && messagesOf(findings, id + u".foreign-routing"_s) == rules;
        };
        const Reading reading = format->read(files);
        QCOMPARE(reading.bonds.size(), 1);
        QCOMPARE(reading.bonds.first().plan.ipv4.gateway.text(), gateway);
        QCOMPARE(reading.bonds.first().plan.ipv4.routes.size(), 0);
        QVERIFY2(isNamed(reading.findings),
                 qPrintable(messagesOf(reading.findings, id + u".foreign-route"_s).join(u'\n')));

        const auto moved = migrate(u"bond0"_s, *format, files, *makeFormat(FormatId::Networkd), files);
        QVERIFY2(moved, moved ? "" : qPrintable(moved.error().message));
        QVERIFY(isNamed(moved->findings));

        // A change keeps it; of a file with more in it than the bond there is none.
        BondPlan plan = reading.bonds.first().plan;
        plan.ipv4.gateway = u"192.0.2.77"_s;
        const auto changed = format->render(plan, files);
        if (id != u"netplan" && !(routes + rules).isEmpty()) {
            QCOMPARE(changed.error().code, u"format.shared-file"_s);
            return;
        }
        QVERIFY2(changed && changed->findings.isEmpty(), changed ? "" : qPrintable(changed.error().message));
        applyTo(&files, changed->changes);
        const Reading again = format->read(files);
        QCOMPARE(again.bonds.first().plan.ipv4.gateway.text(), u"192.0.2.77"_s);
        QVERIFY(isNamed(again.findings));
    }
};

QTEST_GUILESS_MAIN(TestYamlRoutes)
#include "tst_yamlroutes.moc"
