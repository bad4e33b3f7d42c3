// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failovertest/testhistory.h"
#include "failovertest/testmachine.h"
#include "failovertest/testreport.h"
#include "testbench.h"

#include <QDir>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace bondwright;
using namespace bondwright::failover;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What becomes of a failover test's result: JSON, words, a page, the history.
class TestTestReport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void jsonRoundTrip();
    void brokenJson_data();
    void brokenJson();
    void everyProblemHasWords();
    void reportIsSelfContainedAndEscaped();
    void historyIsBounded();
};

void TestTestReport::jsonRoundTrip()
{
    TestSettings settings = automatic();
    settings.limit = 20ms;
    Bench bench(settings);
    bench.start();
    bench.run(60s);
    TestResult result = bench.machine.result();
    result.startedAt = QDateTime::fromMSecsSinceEpoch(1'790'000'000'123).toUTC();
    result.finishedAt = result.startedAt.addSecs(9);
    const auto back = testResultFromJson(QJsonDocument::fromJson(QJsonDocument(toJson(result)).toJson()).object());
    QVERIFY(back);
    QVERIFY(*back == result);
    QCOMPARE(back->startedAt.timeSpec(), Qt::LocalTime); // a report of it tells the time on the wall
}

void TestTestReport::brokenJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray("{}");
    QTest::newRow("other type") << QByteArray(R"({"type":"sample","version":1,"bond":"bond0"})");
    QTest::newRow("other version") << QByteArray(R"({"type":"failover-test","version":2,"bond":"bond0"})");
    QTest::newRow("no time") << QByteArray(R"({"type":"failover-test","version":1,"bond":"bond0"})");
    QTest::newRow("no bond") << QByteArray(
        R"({"type":"failover-test","version":1,"startedAt":"2026-01-01T00:00:00Z"})");
}

void TestTestReport::brokenJson()
{
    QFETCH(QByteArray, json);
    QVERIFY(!testResultFromJson(QJsonDocument::fromJson(json).object()));
}

void TestTestReport::everyProblemHasWords()
{
    StepResult step;
    step.slave = u"eth0"_s;
    for (int kind = 0; kind <= int(ProblemKind::BondGone); ++kind) {
        const Problem problem{ProblemKind(kind), u"eth1"_s, u"192.0.2.254"_s};
        const BilingualText text = problemText(problem, step, 500ms);
        QVERIFY2(!text.en.isEmpty() && !text.zh.isEmpty(), qPrintable(problemName(problem.kind)));
        QVERIFY2(!text.en.contains(u'%') && !text.zh.contains(u'%'), qPrintable(text.en));
        QVERIFY2(text.en.endsWith(u'.') || text.en.endsWith(u'?') || text.en.contains(u": "), qPrintable(text.en));
        QCOMPARE(problemFromName(problemName(problem.kind)), problem.kind);
        const bool hasHan
            = std::any_of(text.zh.cbegin(), text.zh.cend(), [](QChar c) { return c.script() == QChar::Script_Han; });
        QVERIFY(hasHan);
    }
}

void TestTestReport::reportIsSelfContainedAndEscaped()
{
    Bench bench(automatic());
    bench.start();
    bench.run(60s);
    TestResult result = bench.machine.result();
    result.host = u"<img src=x onerror=alert(1)>"_s;
    result.steps[0].slave = u"b;<b>\u202e"_s;
    const QString html = reportHtml(result, Language::Chinese);
    QVERIFY(!html.contains(u"<img"));
    QVERIFY(!html.contains(u"<b>\u202e"));
    QVERIFY(!html.contains(QChar(0x202e)));
    QVERIFY(!html.contains(u"src=\""));
    QVERIFY(!html.contains(u"href"));
    QVERIFY(!html.contains(u"<script"));
    QVERIFY(html.contains(u"故障切换测试") && html.contains(u"Failover test of bond0"));
    QVERIFY(html.contains(u"id=\"zh\" checked"));
    QVERIFY(html.contains(u"192.0.2.1/24") && html.contains(u"virtio_net") && html.contains(u"52:54:00:00:00:02"));
    QVERIFY(html.contains(u"Tested by") && html.contains(u"测试人"));
    QCOMPARE(html.count(u"<svg"), 4); // two steps, two languages
    QVERIFY(reportRichText(result, Language::English).contains(u"step-1.svg"));
    QVERIFY(stepPicture(result.steps.at(0), Language::English).startsWith("<svg"));
    result.steps[0].targets[0].points.append({5'000'000, 1'500'000});
    QVERIFY(stepPicture(result.steps.at(0), Language::English).contains(">1750 ms<"));
}

void TestTestReport::historyIsBounded()
{
    QTemporaryDir folder;
    TestHistory history(folder.filePath(u"a/b"_s));
    TestResult result;
    result.host = u"web01"_s;
    result.bond = u"../../etc"_s;
    QVERIFY(history.results(result.host, result.bond).isEmpty());
    for (int i = 0; i < 205; ++i) {
        result.id = u"%1-../x"_s.arg(i, 4, 10, QLatin1Char('0'));
        result.startedAt = QDateTime::fromSecsSinceEpoch(1'790'000'000 + i);
        QVERIFY(history.save(result));
    }
    QCOMPARE(QDir(folder.filePath(u"a/b"_s)).entryList(QDir::Files).size(), TestHistory::maxResults);
    QCOMPARE(history.results(result.host, result.bond).size(), TestHistory::maxResults);
    QCOMPARE(history.results(result.host, result.bond).first().id, result.id); // newest first
    QCOMPARE(history.results(result.host, result.bond, 20).size(), 20);
    QVERIFY(history.results(result.host, u"bond0"_s).isEmpty());
    QVERIFY(history.results(u"web02"_s, result.bond).isEmpty()); // which has a bond of the same name
    result.startedAt = QDateTime::fromSecsSinceEpoch(1'700'000'000); // the clock was set back
    const auto saved = history.save(result);
    QVERIFY(saved);
    QVERIFY(QFile::exists(*saved));
    QCOMPARE(QDir(folder.filePath(u"a/b"_s)).entryList(QDir::Files).size(), TestHistory::maxResults);
    QFile broken(folder.filePath(u"a/b/99999999-broken.json"_s));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("{ not json");
    broken.close();
    QCOMPARE(history.results(result.host, result.bond).size(), TestHistory::maxResults);
}

QTEST_GUILESS_MAIN(TestTestReport)
#include "tst_testreport.moc"
