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
};

QTEST_GUILESS_MAIN(TestNmstate)
#include "tst_nmstate.moc"
