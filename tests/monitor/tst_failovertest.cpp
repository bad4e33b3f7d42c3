// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failovertest/testmachine.h"
#include "failovertest/testreport.h"
#include "testbench.h"

#include <QJsonDocument>
#include <QTest>

using namespace bondwright;
using namespace bondwright::failover;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace
{

bool has(const StepResult &step, ProblemKind kind)
{
    return std::any_of(step.problems.cbegin(), step.problems.cend(),
                       [kind](const Problem &problem) { return problem.kind == kind; });
}

} // namespace

class TestFailoverTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void automaticPasses();
    void outageIsMeasured();
    void toldInOneGoIsNotMeasured();
    void outageOverTheLimitFails();
    void deadSecondCable();
    void deadPathBehindTheSecondLink();
    void slowMonitoring();
    void monitoringOff();
    void neverPullsTheLastSlave();
    void silentTarget();
    void helperRefuses_data();
    void helperRefuses();
    void helperDoesNothing();
    void cancelGivesTheLinkBack();
    void byHandWithTheWrongCableFirst();
    void cableNeverPluggedInAgain();
    void changedMacAndLostAddress();
    void primaryMustReturn();
    void bondRemovedMeanwhile();
    void oneSlaveChosen();
    void loadBalancingModeHasNoActive();
    void limits_data();
    void limits();
};

void TestFailoverTest::automaticPasses()
{
    Bench bench(automatic());
    bench.start();
    bench.run(60s);
    QVERIFY(bench.machine.isFinished());
    const TestResult &result = bench.machine.result();
    QVERIFY2(result.isPassed(), QJsonDocument(toJson(result)).toJson().constData());
    QCOMPARE(result.steps.size(), 2);
    QCOMPARE(result.steps.at(0).slave, u"eth0"_s); // the active one first
    QVERIFY(result.steps.at(0).wasActive);
    QCOMPARE(result.steps.at(0).activeAfter, u"eth1"_s);
    QVERIFY(result.steps.at(1).wasActive); // no primary: eth1 kept the traffic
    QCOMPARE(result.steps.at(1).activeAfter, u"eth0"_s);
    QCOMPARE(result.limit, 500ms);
    QVERIFY(bench.source.nic(0).carrier && bench.source.nic(1).carrier);
    // Down and up in turn, nothing else.
    using C = TestMachine::Command;
    const std::vector<C> expected{
        {C::LinkDown, u"eth0"_s}, {C::LinkUp, u"eth0"_s}, {C::LinkDown, u"eth1"_s}, {C::LinkUp, u"eth1"_s}};
    QVERIFY(bench.commands == expected);
}

void TestFailoverTest::outageIsMeasured()
{
    Bench bench(automatic());
    bench.start();
    bench.run(60s);
    const StepResult &step = bench.machine.result().steps.at(0);
    QVERIFY(step.detection);
    QVERIFY2(*step.detection > 0us && *step.detection <= 100ms, qPrintable(QString::number(step.detection->count())));
    // Losses from the link's end to the bond's look, in steps of the ping interval.
    QVERIFY(step.outage() >= *step.detection - 20ms);
    QVERIFY(step.outage() <= *step.detection + 20ms);
    QCOMPARE(step.lost(), quint32(step.outage() / 10ms));
    QVERIFY(!step.targets.first().points.isEmpty());
}

/// On a busy host the loss of the link and the bond's verdict are read together: "after 0.0 ms" would be made up.
void TestFailoverTest::toldInOneGoIsNotMeasured()
{
    Bench bench(automatic());
    bench.onTick = [&bench] { bench.source.look(); }; // at every change of a link
    bench.start();
    bench.run(60s);
    const TestResult &result = bench.machine.result();
    QVERIFY2(result.isPassed(), QJsonDocument(toJson(result)).toJson().constData());
    const StepResult &step = result.steps.at(0);
    QCOMPARE(step.activeAfter, u"eth1"_s);
    QVERIFY(!step.detection && !step.back);
    QVERIFY(!toJson(result)[u"steps"][0].toObject().contains(u"detectionMs"));
    QVERIFY(!stepSummary(step).en.contains(u"noticed") && !stepSummary(step).en.contains(u"0.0 ms"));
    QVERIFY(reportHtml(result, Language::English).contains(u"not measured"));
    QVERIFY(reportHtml(result, Language::Chinese).contains(u"未测得"));
}

void TestFailoverTest::outageOverTheLimitFails()
{
    TestSettings settings = automatic();
    settings.limit = 20ms;
    Bench bench(settings);
    bench.start();
    bench.run(60s);
    const StepResult &step = bench.machine.result().steps.at(0);
    QCOMPARE(step.outcome, Outcome::Failed);
    QVERIFY(has(step, ProblemKind::OutageTooLong));
    QVERIFY(!bench.machine.result().isPassed());
    QVERIFY(problemText(step.problems.first(), step, 20ms).en.contains(u"20 ms"));
}

void TestFailoverTest::deadSecondCable()
{
    Bench bench(automatic());
    bench.source.setCarrier(1, false);
    bench.source.look();
    bench.start();
    bench.run(60s);
    QVERIFY(bench.machine.isFinished());
    const TestResult &result = bench.machine.result();
    QVERIFY(!result.isPassed());
    QVERIFY(has(result.steps.at(0), ProblemKind::LastWorkingSlave));
    QCOMPARE(result.steps.at(0).outcome, Outcome::NotTested);
    QVERIFY(has(result.steps.at(1), ProblemKind::NoLinkBefore));
    QCOMPARE(result.steps.at(1).outcome, Outcome::Failed);
    QVERIFY(problemText(result.steps.at(1).problems.first(), result.steps.at(1), result.limit)
                .en.startsWith(u"The link of eth1 was down before the test."));
    QVERIFY(bench.commands.empty()); // nothing was touched
    QVERIFY(bench.source.nic(0).carrier);
    // Neither was on standby, and no ping was sent that could be lost.
    for (const StepResult &step : result.steps)
        QVERIFY2(stepSummary(step).en.isEmpty(), qPrintable(stepSummary(step).en));
}

void TestFailoverTest::deadPathBehindTheSecondLink()
{
    Bench bench(automatic());
    bench.isDeadPath = {u"eth1"_s};
    bench.start();
    bench.run(120s);
    QVERIFY(bench.machine.isFinished());
    const StepResult &step = bench.machine.result().steps.at(0);
    QVERIFY(has(step, ProblemKind::NoAnswerAfter));
    const QString words = problemText(step.problems.first(), step, 500ms).en;
    QVERIFY2(words.startsWith(u"eth1 took over and its link is up, but 192.0.2.254 did not answer"), qPrintable(words));
    QCOMPARE(bench.activeName(), u"eth0"_s); // the host is not left cut off
    QVERIFY(bench.source.nic(0).carrier);
}

/// It takes longer than the measuring does by itself, and is waited for.
void TestFailoverTest::slowMonitoring()
{
    Bench bench(automatic());
    bench.source.bond().options.insert(u"downdelay"_s, u"20000"_s);
    bench.bondLooks = false;
    bench.start();
    bench.run(21s);
    QCOMPARE(bench.machine.phase(), TestPhase::Measuring);
    bench.bondLooks = true;
    bench.run(60s);
    QVERIFY(bench.machine.isFinished());
    QVERIFY(!has(bench.machine.result().steps.at(0), ProblemKind::NotDetected));
}

void TestFailoverTest::monitoringOff()
{
    Bench bench(automatic());
    bench.bondLooks = false;
    bench.start();
    bench.run(120s);
    QVERIFY(bench.machine.isFinished());
    QVERIFY(has(bench.machine.result().steps.at(0), ProblemKind::NotDetected));
    QVERIFY(bench.source.nic(0).carrier);
}

void TestFailoverTest::neverPullsTheLastSlave()
{
    // The second cable dies while the first is out.
    Bench bench(automatic());
    bench.onTick = [&bench] {
        if (!bench.source.nic(0).carrier && bench.source.nic(1).carrier)
            bench.carrier(1, false);
    };
    bench.start();
    bench.run(5s);
    bench.onTick = nullptr;
    bench.run(120s);
    QVERIFY(bench.machine.isFinished());
    QVERIFY(has(bench.machine.result().steps.at(0), ProblemKind::BondDown));
    QVERIFY(bench.source.nic(0).carrier); // given back at once
    QVERIFY(has(bench.machine.result().steps.at(1), ProblemKind::NoLinkBefore));
}

void TestFailoverTest::silentTarget()
{
    Bench bench(automatic());
    bench.isDeadPath = {u"eth0"_s, u"eth1"_s};
    bench.start();
    bench.run(60s);
    QVERIFY(bench.machine.isFinished());
    QCOMPARE(bench.machine.result().steps.size(), 1);
    QVERIFY(has(bench.machine.result().steps.at(0), ProblemKind::TargetSilent));
    QVERIFY(stepSummary(bench.machine.result().steps.at(0)).en.isEmpty()); // nothing was pulled
    QVERIFY(bench.commands.empty());
}

void TestFailoverTest::helperRefuses_data()
{
    QTest::addColumn<TestMachine::Taken>("taken");
    QTest::newRow("before it tried") << TestMachine::Taken::No;
    QTest::newRow("perhaps after it") << TestMachine::Taken::Perhaps;
}

void TestFailoverTest::helperRefuses()
{
    QFETCH(TestMachine::Taken, taken);
    Bench bench(automatic());
    bench.helperWorks = false;
    bench.start();
    bench.run(2s);
    QCOMPARE(bench.machine.phase(), TestPhase::WaitingForPull);
    bench.machine.linkRefused(u"Not authorised."_s, taken, bench.now);
    QVERIFY(bench.machine.isFinished());
    QCOMPARE(bench.machine.takeCommands().size(), std::size_t(taken == TestMachine::Taken::Perhaps));
    const Problem &problem = bench.machine.result().steps.at(0).problems.first();
    QCOMPARE(problem.kind, ProblemKind::HelperRefused);
    QCOMPARE(problem.detail, u"Not authorised."_s);
}

void TestFailoverTest::helperDoesNothing()
{
    Bench bench(automatic());
    bench.helperWorks = false;
    bench.start();
    bench.run(60s);
    QVERIFY(bench.machine.isFinished());
    QVERIFY(has(bench.machine.result().steps.at(0), ProblemKind::PullNotSeen));
    QCOMPARE(bench.machine.result().steps.size(), 1); // it may do so later, when the other one is away
}

void TestFailoverTest::cancelGivesTheLinkBack()
{
    Bench bench(automatic());
    bench.start();
    bench.run(2s);
    QCOMPARE(bench.machine.phase(), TestPhase::Measuring);
    QVERIFY(!bench.source.nic(0).carrier);
    bench.machine.cancel(bench.now);
    QVERIFY(bench.machine.isFinished());
    const auto commands = bench.machine.takeCommands();
    QCOMPARE(commands.size(), std::size_t(1));
    QCOMPARE(commands.front().kind, TestMachine::Command::LinkUp);
    QVERIFY(has(bench.machine.result().steps.at(0), ProblemKind::Cancelled));
}

void TestFailoverTest::byHandWithTheWrongCableFirst()
{
    TestSettings settings = automatic();
    settings.automatic = false;
    Bench bench(settings);
    bench.start();
    bench.run(2s);
    QCOMPARE(bench.machine.phase(), TestPhase::WaitingForPull);
    QCOMPARE(bench.machine.slave(), u"eth0"_s);
    QCOMPARE(bench.commands.back().kind, TestMachine::Command::Identify);
    bench.carrier(1, false);
    bench.run(1s);
    QCOMPARE(bench.machine.phase(), TestPhase::WaitingForPull);
    QCOMPARE(bench.machine.wrongSlave(), u"eth1"_s);
    bench.carrier(1, true);
    bench.run(1s);
    QVERIFY(bench.machine.wrongSlave().isEmpty());
    for (const int cable : {0, 1}) {
        bench.carrier(cable, false);
        bench.run(3s);
        QCOMPARE(bench.machine.phase(), TestPhase::WaitingForPlug);
        bench.carrier(cable, true);
        bench.run(4s);
    }
    QVERIFY(bench.machine.isFinished());
    QVERIFY2(bench.machine.result().isPassed(), QJsonDocument(toJson(bench.machine.result())).toJson().constData());
}

void TestFailoverTest::cableNeverPluggedInAgain()
{
    TestSettings settings = automatic();
    settings.automatic = false;
    settings.plugTimeout = 5s;
    Bench bench(settings);
    bench.start();
    bench.run(2s);
    bench.carrier(0, false);
    bench.run(20s);
    QVERIFY(bench.machine.isFinished());
    QCOMPARE(bench.machine.result().steps.size(), 1); // the other cable is the last one
    QVERIFY(has(bench.machine.result().steps.at(0), ProblemKind::NotBack));
}

void TestFailoverTest::changedMacAndLostAddress()
{
    Bench bench(automatic());
    bench.onTick = [&bench] {
        if (!bench.source.nic(0).carrier) {
            bench.source.state().nics[10].mac = MacAddress::fromString(u"52:54:00:00:00:99");
            bench.source.state().nics[10].addresses.clear();
        }
    };
    bench.start();
    bench.run(60s);
    const StepResult &step = bench.machine.result().steps.at(0);
    QVERIFY(!step.macKept);
    QVERIFY(!step.addressKept);
    QVERIFY(has(step, ProblemKind::MacChanged));
    QVERIFY(has(step, ProblemKind::AddressLost));
}

void TestFailoverTest::primaryMustReturn()
{
    Bench bench(automatic());
    bench.source.bond().options.insert(u"primary"_s, u"eth0"_s);
    bench.source.bond().options.insert(u"primary_reselect"_s, u"always"_s);
    bench.start();
    bench.run(120s); // the fake never reselects
    QVERIFY(bench.machine.isFinished());
    QVERIFY(has(bench.machine.result().steps.at(0), ProblemKind::PrimaryNotRestored));
}

void TestFailoverTest::bondRemovedMeanwhile()
{
    Bench bench(automatic());
    bench.start();
    bench.run(2s);
    bench.source.state().bonds.clear();
    bench.machine.snapshotChanged(bench.source.snapshot(), bench.now);
    QVERIFY(bench.machine.isFinished());
    QVERIFY(has(bench.machine.result().steps.at(0), ProblemKind::BondGone));
}

void TestFailoverTest::oneSlaveChosen()
{
    TestSettings settings = automatic();
    settings.slaves = {u"eth1"_s};
    Bench bench(settings);
    bench.start();
    bench.run(60s);
    QVERIFY(bench.machine.result().isPassed());
    QCOMPARE(bench.machine.result().steps.size(), 1);
    QVERIFY(!bench.machine.result().steps.at(0).wasActive);
    QCOMPARE(bench.machine.result().steps.at(0).outage(), 0us);

    TestSettings unknown = automatic();
    unknown.slaves = {u"eth7"_s};
    Bench nothing(unknown);
    nothing.start();
    QVERIFY(nothing.machine.isFinished());
    QVERIFY(!nothing.machine.result().isPassed());
}

void TestFailoverTest::loadBalancingModeHasNoActive()
{
    Bench bench(automatic(), Mode::BalanceXor, 3);
    bench.start();
    bench.run(90s);
    QVERIFY(bench.machine.isFinished());
    QVERIFY2(bench.machine.result().isPassed(), QJsonDocument(toJson(bench.machine.result())).toJson().constData());
    QCOMPARE(bench.machine.result().steps.size(), 3);
    QVERIFY(bench.machine.result().steps.at(0).activeAfter.isEmpty());
}

void TestFailoverTest::limits_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("expected");
    QTest::newRow("miimon 100") << QStringList{u"miimon"_s, u"100"_s} << 500;
    QTest::newRow("downdelay") << QStringList{u"miimon"_s, u"100"_s, u"downdelay"_s, u"400"_s} << 900;
    QTest::newRow("arp") << QStringList{u"miimon"_s, u"0"_s, u"arp_interval"_s, u"1000"_s} << 3700;
    QTest::newRow("arp missed") << QStringList{u"arp_interval"_s, u"200"_s, u"arp_missed_max"_s, u"4"_s} << 1300;
    QTest::newRow("nothing") << QStringList{} << 500;
}

void TestFailoverTest::limits()
{
    QFETCH(QStringList, options);
    QFETCH(int, expected);
    kernel::BondState bond;
    for (qsizetype i = 0; i < options.size(); i += 2)
        bond.options.insert(options.at(i), options.at(i + 1));
    QCOMPARE(int(defaultLimit(bond).count()), expected);
}

QTEST_GUILESS_MAIN(TestFailoverTest)
#include "tst_failovertest.moc"
