// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollout/playbook.h"
#include "rollout/progress.h"
#include "rollout/report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace bondwright;
using namespace bondwright::rollout;
using namespace Qt::StringLiterals;

/// What of a roll-out needs no Ansible. The real one is in tests/ansible and in the rack.
class TestRollout : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void templates_data();
    void templates();
    void batches_data();
    void batches();
    void playbookHasWhatWasAsked();
    void everyStageFollowsItsLine_data();
    void everyStageFollowsItsLine();
    void batchesAndHosts();
    void junkChangesNothing();
    void reportsHoldNoMarkup();
};

namespace
{

constexpr char play[] = R"({"type":"play","check":false,"hosts":["a","b"],"batch":["a"]})";

QByteArray resultLine(const char *outcome, const char *action, const QByteArray &result)
{
    return QByteArray(R"({"type":"result","host":"a","outcome":")") + outcome + R"(","action":"bondwright.bond.)"
        + action + R"(","result":)" + result + '}';
}

} // namespace

void TestRollout::templates_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("error");
    QTest::newRow("variable") << QByteArray(R"({"name":"bond0","ipv4":{"addresses":["{{ bond_address }}"]}})")
                              << QString();
    QTest::newRow("DHCP") << QByteArray(R"({"name":"bond0","ipv4":{"method":"auto"}})") << QString();
    QTest::newRow("fixed") << QByteArray(R"({"name":"bond0","ipv4":{"addresses":["10.0.0.1/24"]}})")
                           << u"rollout.same-address"_s;
    QTest::newRow("fixed beside a variable")
        << QByteArray(R"({"name":"bond0","ipv6":{"addresses":["{{ a }}","2001:db8::1/64"]}})")
        << u"rollout.same-address"_s;
    QTest::newRow("fixed in a VLAN") << QByteArray(
        R"({"name":"bond0","vlans":[{"id":5,"ipv4":{"addresses":["10.0.0.1/24"]}}]})")
                                     << u"rollout.same-address"_s;
    QTest::newRow("no name") << QByteArray("{}") << u"plan.format"_s;
    QTest::newRow("no JSON") << QByteArray("bond0") << u"plan.format"_s;
    QTest::newRow("too long") << QByteArray(R"({"name":"bond0","x":")") + QByteArray(100'000, 'x') + "\"}"
                              << u"plan.format"_s;
}

void TestRollout::templates()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, error);
    const auto plan = planTemplateFromJson(json);
    QCOMPARE(plan ? QString() : plan.error().code, error);
}

void TestRollout::batches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("is");
    for (const char *good : {"1", "25", "10%", "100%"})
        QTest::newRow(good) << QString::fromLatin1(good) << true;
    for (const char *bad : {"", "0", "0%", "101%", "-1", "+1", "1.5", "%", "a", "1%%", "1 "})
        QTest::newRow(qPrintable(u"not “%1”"_s.arg(QLatin1String(bad)))) << QString::fromLatin1(bad) << false;
}

void TestRollout::batches()
{
    QFETCH(QString, text);
    QTEST(isBatch(text), "is");
}

void TestRollout::playbookHasWhatWasAsked()
{
    Settings settings;
    settings.plan = {{u"name"_s, u"bond0"_s}, {u"mac"_s, u"{{ mac }}"_s}};
    settings.ping = u"192.0.2.254"_s;
    settings.failoverLimit = std::chrono::milliseconds(500);
    settings.choose = {{u"count"_s, 2}};
    const QByteArray text = playbook(settings);
    for (const char *line :
         {"  serial: [1,\"10%\",\"50%\"]\n", "bondwright_plan: {\"mac\":\"{{ mac }}\",\"name\":\"bond0\"}\n",
          "bondwright_choose: {\"count\":2}\n", "bondwright_ping: \"192.0.2.254\"\n",
          "bondwright_failover_limit: 500\n", "bondwright_rehearse: true\n"})
        QVERIFY2(text.contains(line), text.constData());
}

void TestRollout::everyStageFollowsItsLine_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("stage");
    QTest::addColumn<QString>("details");
    QTest::newRow("rehearsed") << resultLine("ok", "bond_rehearse", R"({"outcome":"passed","failover_ms":104.4})")
                               << u"rehearsed"_s << u"rehearsed failover 104 ms"_s;
    QTest::newRow("not rehearsed") << resultLine("ok", "bond_rehearse", R"({"outcome":"not-possible"})")
                                   << u"rehearsed"_s << u"could not be rehearsed"_s;
    QTest::newRow("confirmed") << resultLine("ok", "bond", R"({"changed":true,"transaction":{"state":"done"}})")
                               << u"confirmed"_s << QString();
    QTest::newRow("unchanged") << resultLine("ok", "bond", R"({"changed":false})") << u"unchanged"_s << QString();
    QTest::newRow("reverted") << resultLine("failed", "bond",
                                            R"({"msg":"no link","transaction":{"state":"rolled-back"}})")
                              << u"reverted"_s << u"no link"_s;
    QTest::newRow("cut off") << resultLine("failed", "bond",
                                           R"({"msg":"gone","transaction":{"state":"awaiting-confirm"}})")
                             << u"unreachable"_s << u"gone"_s;
    QTest::newRow("unreachable") << resultLine("unreachable", "bond", R"({"msg":"timed out"})") << u"unreachable"_s
                                 << u"timed out"_s;
    QTest::newRow("gate") << resultLine("ok", "bond_info", "{}") << u"gate-passed"_s << QString();
    QTest::newRow("gate held") << resultLine("failed", "bond_info", R"({"msg":"degraded"})") << u"failed"_s
                               << u"degraded"_s;
    QTest::newRow("NICs") << resultLine("ok", "bond_info", R"({"chosen":["eth1","eth2"]})") << u"begun"_s
                          << u"eth1 + eth2"_s;
    QTest::newRow("tested") << resultLine("ok", "bond_test", R"({"outage_ms":90.6})") << u"tested"_s
                            << u"outage at a failover 91 ms"_s;
    QTest::newRow("skipped") << resultLine("skipped", "bond_test", "{}") << u"begun"_s << QString();
    QTest::newRow("another task") << resultLine("ok", "bond_of_another", "{}") << u"begun"_s << QString();
}

void TestRollout::everyStageFollowsItsLine()
{
    QFETCH(QByteArray, line);
    Progress progress;
    progress.take(play);
    progress.take(line);
    QTEST(stageName(progress.hosts().first().stage), "stage");
    QTEST(detailsOf(progress.hosts().first()), "details");
}

void TestRollout::batchesAndHosts()
{
    Progress progress;
    QCOMPARE(progress.take(play), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(progress.hosts().last().stage, Stage::Waiting);
    QVERIFY(!progress.hasSucceeded());
    progress.take(resultLine("ok", "bond_info", "{}"));
    progress.take(R"({"type":"play","check":false,"hosts":["a","b"],"batch":["b"]})");
    QCOMPARE(progress.hosts().first().stage, Stage::GatePassed); // what is done stays
    QCOMPARE(progress.hosts().last().stage, Stage::Begun);
    progress.take(R"({"type":"stats","hosts":{}})");
    QVERIFY(progress.hasEnded() && !progress.hasSucceeded()); // b has come nowhere
}

void TestRollout::junkChangesNothing()
{
    Progress progress;
    for (const QByteArray &line :
         {QByteArray(), QByteArray("PLAY [all]"), QByteArray("{"), QByteArray("[]"), QByteArray(R"({"type":"result"})"),
          QByteArray(R"({"type":"play","hosts":{"a":1}})"), QByteArray(R"({"type":"play","hosts":[1,null,""]})")})
        QVERIFY(progress.take(line).isEmpty());
    QVERIFY(progress.hosts().isEmpty());
    QJsonArray many;
    for (int i = 0; i < Progress::maxHosts + 5; ++i)
        many.append(QString::number(i));
    progress.take(QJsonDocument(QJsonObject{{u"type"_s, u"play"_s}, {u"hosts"_s, many}}).toJson());
    QCOMPARE(progress.hosts().size(), Progress::maxHosts);
}

void TestRollout::reportsHoldNoMarkup()
{
    Settings settings;
    settings.plan = {{u"name"_s, u"<b>bond0"_s}};
    const RolloutRun run(settings, {});
    const QString page = reportHtml(run);
    QVERIFY(page.contains(u"&lt;b&gt;bond0"_s) && !page.contains(u"<b>bond0"_s));
}

QTEST_GUILESS_MAIN(TestRollout)
#include "tst_rollout.moc"
