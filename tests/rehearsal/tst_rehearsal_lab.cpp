// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failovertest/failovertest.h"
#include "kernel/localkernelsource.h"
#include "kernel/planwriter.h"
#include "lab/guest.h"
#include "rehearsinguser.h"

#include <QFile>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

#include <vector>

using namespace bondwright;
using namespace bondwright::rehearsal;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

// The measures of a machine, three times for the guest.
// Putting it in is so short that what runs beside the guest counts double.
constexpr auto buildLimit = 2 * 3 * 300ms;
constexpr auto wholeLimit = 3 * 1500ms;
constexpr auto lacpLimit = 3 * 5500ms; // the driver waits 2 s before the first negotiation and 2 s after each plug

/// How soon each pulled cable was noticed, as far as that was measured.
std::vector<std::chrono::microseconds> detections(const failover::TestResult &result)
{
    std::vector<std::chrono::microseconds> found;
    for (const failover::StepResult &step : result.steps) {
        if (step.detection)
            found.push_back(*step.detection);
    }
    return found;
}

} // namespace

/// What bondctl rehearse finds, on the real driver.
class TestRehearsalLab : public QObject, private RehearsingUser
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { prepare(); }
    void everyMode_data();
    void everyMode();
    void vlanOnly();
    void refused_data();
    void refused();
    void wrongSwitches();
    void arpBehindGroup_data();
    void arpBehindGroup();
    void detectionAsOnTheHost();
    void reports();

private:
    std::optional<failover::TestResult> testOnTheHost(const BondPlan &plan);
};

void TestRehearsalLab::everyMode_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QMap<QString, QString>>("options");
    using Options = QMap<QString, QString>;
    for (const ModeInfo &info : allModes())
        QTest::addRow("%s", qPrintable(info.kernelName)) << int(info.mode) << Options{{u"miimon"_s, u"100"_s}};
    QTest::addRow("primary") << 1 << Options{{u"miimon"_s, u"50"_s}, {u"primary"_s, u"eth1"_s}};
    QTest::addRow("long delays") << 1
                                 << Options{
                                        {u"miimon"_s, u"50"_s}, {u"updelay"_s, u"60000"_s}, {u"downdelay"_s, u"100"_s}};
    QTest::addRow("ARP monitoring") << 1
                                    << Options{{u"arp_interval"_s, u"1000"_s},
                                               {u"arp_ip_target"_s, u"192.0.2.254,192.0.2.99"_s}};
    QTest::addRow("LACP, fast") << 4
                                << Options{{u"miimon"_s, u"100"_s},
                                           {u"lacp_rate"_s, u"fast"_s},
                                           {u"ad_select"_s, u"bandwidth"_s}};
}

void TestRehearsalLab::everyMode()
{
    using Options = QMap<QString, QString>;
    QFETCH(int, mode);
    QFETCH(Options, options);
    BondPlan plan = planOf(Mode(mode));
    plan.options = options;
    const QStringList before = host();
    const double slowBefore = lab::slowness();
    const auto report = rehearse(plan);
    QVERIFY2(report, m_output.constData());
    const double slow = std::max(slowBefore, lab::slowness());
    qInfo("%s: built in %.0f ms, verified after %.0f ms, LACP after %.0f ms, failover %.0f ms, whole %.0f ms",
          qPrintable(summary(*report)), double(report->build.count()) / 1000, double(report->verify.count()) / 1000,
          report->lacp ? double(report->lacp->count()) / 1000 : -1.0,
          report->failover() ? double(report->failover()->count()) / 1000 : -1.0, double(report->total.count()) / 1000);
    QVERIFY2(report->outcome == RehearsalOutcome::Passed, problemsOf(*report).constData());
    QCOMPARE(m_exitCode, 0);
    QCOMPARE(report->test->steps.size(), 2);
    QCOMPARE(report->limits.contains(Limit::DelaysShortened), options.contains(u"updelay"_s));
    QVERIFY2(report->build + report->verify <= slow * buildLimit || options.contains(u"arp_interval"_s),
             m_output.constData());
    if (!options.contains(u"updelay"_s) && !options.contains(u"arp_interval"_s))
        QVERIFY2(report->total <= slow * (plan.mode == Mode::Ieee8023ad ? lacpLimit : wholeLimit),
                 m_output.constData());
    if (plan.mode == Mode::Ieee8023ad)
        QVERIFY(report->lacp);
    if (options.contains(u"primary"_s))
        QCOMPARE(report->test->steps.first().activeAtEnd, u"eth1"_s);
    QVERIFY(report->loadedModules.isEmpty());
    QCOMPARE(host(), before);
}

void TestRehearsalLab::vlanOnly()
{
    BondPlan plan = planOf(Mode::ActiveBackup);
    plan.ipv4 = {};
    plan.mtu = 9000;
    plan.mac = u"02:00:5e:10:00:77"_s;
    VlanPlan vlan;
    vlan.id = 30;
    vlan.mtu = 1400;
    vlan.ipv6 = {IpMethod::Manual, {u"2001:db8:30::5/64"_s}, u"2001:db8:30::1"_s, {}, {}, {}, {}};
    plan.vlans = {vlan};
    const auto report = rehearse(plan);
    QVERIFY2(report && report->outcome == RehearsalOutcome::Passed, m_output.constData());
    QCOMPARE(report->test->steps.first().targets.first().target, u"2001:db8:30::1"_s);
}

void TestRehearsalLab::refused_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("words");
    QTest::addRow("arp_interval in 802.3ad")
        << 4 << u"arp_interval"_s << u"100"_s << u"options.arp_interval"_s << u"option not supported in mode"_s;
    QTest::addRow("lacp_rate in active-backup")
        << 1 << u"lacp_rate"_s << u"fast"_s << u"options.lacp_rate"_s << u"option not supported in mode"_s;
    QTest::addRow("primary in balance-rr")
        << 0 << u"primary"_s << u"eth0"_s << u"options.primary"_s << u"option not supported in mode"_s;
}

void TestRehearsalLab::refused()
{
    QFETCH(int, mode);
    QFETCH(QString, option);
    QFETCH(QString, value);
    BondPlan plan = planOf(Mode(mode));
    plan.options.insert(option, value);
    const auto report = rehearse(plan);
    QVERIFY2(report && report->refusal, m_output.constData());
    QCOMPARE(m_exitCode, 1);
    QCOMPARE(report->outcome, RehearsalOutcome::Failed);
    QTEST(report->refusal->field, "field");
    QFETCH(QString, words);
    QVERIFY2(report->refusal->error.message.contains(words), m_output.constData());
    QVERIFY2(!report->findings.isEmpty(), m_output.constData()); // and in our own
}

void TestRehearsalLab::wrongSwitches()
{
    const auto report = rehearse(planOf(Mode::Ieee8023ad));
    QVERIFY2(report && report->wrongSwitches.size() == 3, m_output.constData());
    for (const Observation &seen : report->wrongSwitches)
        QVERIFY2(seen.verdict == diagnosis::Verdict::LacpNotNegotiated || seen.switchKind == SwitchKind::Two,
                 m_output.constData());
    QVERIFY2(report->wrongSwitches.last().carrying < 2, m_output.constData());
    // What the mode is not made for, on request: fails, and says what is seen.
    const auto none = rehearse(planOf(Mode::Ieee8023ad), {u"--switch"_s, u"none"_s});
    QVERIFY2(none && none->outcome == RehearsalOutcome::Failed && none->seen, m_output.constData());
    QCOMPARE(none->seen->verdict, diagnosis::Verdict::LacpNotNegotiated);
    QVERIFY(none->wrongSwitches.isEmpty());
    const auto two = rehearse(planOf(Mode::ActiveBackup), {u"--switch"_s, u"two"_s});
    QVERIFY2(two && two->outcome == RehearsalOutcome::Passed, m_output.constData());
}

void TestRehearsalLab::arpBehindGroup_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("switchKind");
    QTest::addColumn<bool>("works");
    for (const Mode mode : {Mode::BalanceRr, Mode::BalanceXor, Mode::Broadcast})
        QTest::addRow("%s, static LAG", qPrintable(kernelName(mode))) << int(mode) << u"static"_s << false;
    // The switch sends each probe to the other slave too.
    QTest::addRow("broadcast, no LAG") << int(Mode::Broadcast) << u"none"_s << true;
}

/// A switch with a LAG sends all ARP answers over one port: the others are lost, however short the pings keep them.
void TestRehearsalLab::arpBehindGroup()
{
    QFETCH(int, mode);
    QFETCH(QString, switchKind);
    QFETCH(bool, works);
    BondPlan plan = planOf(Mode(mode));
    plan.options = {{u"arp_interval"_s, u"100"_s}, {u"arp_ip_target"_s, u"192.0.2.254"_s}};
    const auto report = rehearse(plan, {u"--switch"_s, switchKind});
    QVERIFY2(report && !report->refusal, m_output.constData());
    QVERIFY2((report->outcome == RehearsalOutcome::Passed) == works, problemsOf(*report).constData());
    QVERIFY2(report->seen, m_output.constData());
    if (works)
        return;
    QVERIFY2(!report->test, m_output.constData());
    QCOMPARE(report->seen->carrying, 1);
    QVERIFY2(report->seen->cause.contains(u"a LAG sends all answers over one port"), m_output.constData());
}

/// What a failover test says of the plan's bond on this host itself. Nothing: it did not end.
std::optional<failover::TestResult> TestRehearsalLab::testOnTheHost(const BondPlan &plan)
{
    auto writer = kernel::PlanWriter::open();
    const auto refusal = writer ? writer->create(plan) : std::nullopt;
    if (!writer || refusal) {
        qWarning("%s", qPrintable(refusal ? refusal->error.message : writer.error().message));
        return std::nullopt;
    }
    kernel::LocalKernelSource source;
    source.start();
    struct GuestCables final : failover::Cables {
        void setLink(const QString &, const QString &slave, bool up, QObject *, const Done &done) override
        {
            const bool is = lab::run(up ? u"plug"_s : u"pull"_s, {slave.mid(3)});
            done(is ? Result<void>() : fail(u"guest"_s, u"no cable"_s));
        }
        void activate(const QString &, const QString &, QObject *, const Done &) override { }
        void identify(const QString &, QObject *) override { }
    };
    failover::TestSettings settings;
    settings.bond = plan.name;
    settings.targets = {u"192.0.2.254"_s};
    settings.automatic = true;
    failover::FailoverTest test(settings, &source, std::make_unique<GuestCables>());
    QSignalSpy finished(&test, &failover::FailoverTest::finished);
    test.start();
    const bool hasEnded = finished.wait(120'000);
    return lab::ip({u"link del bond0"_s}) && hasEnded ? std::optional(test.machine().result()) : std::nullopt;
}

/// The bond in the sandbox notices a pulled cable as the same bond on the host does.
void TestRehearsalLab::detectionAsOnTheHost()
{
    const BondPlan plan = planOf(Mode::ActiveBackup);
    std::vector<std::chrono::microseconds> there, here;
    // A busy guest reads the loss and the verdict in one go now and then: that measures nothing.
    for (int tries = 0; tries < 5 && (there.size() < 2 || here.size() < 2); ++tries) {
        const auto onHost = testOnTheHost(plan);
        QVERIFY(onHost);
        QVERIFY2(onHost->isPassed(), QJsonDocument(failover::toJson(*onHost)).toJson().constData());
        const auto report = rehearse(plan);
        QVERIFY2(report && report->outcome == RehearsalOutcome::Passed, m_output.constData());
        there = detections(*onHost);
        here = detections(*report->test);
    }
    QCOMPARE(there.size(), 2U);
    QCOMPARE(here.size(), 2U);
    const double slow = lab::slowness();
    std::chrono::microseconds difference{0};
    for (std::size_t i = 0; i < 2; ++i) {
        qInfo("noticed after %.1f ms on the host, %.1f ms in the rehearsal", double(there[i].count()) / 1000,
              double(here[i].count()) / 1000);
        // Each within miimon and what the guest needs to tell of it; when miimon looks is chance.
        QVERIFY(there[i] <= slow * 150ms && here[i] <= slow * 150ms);
        difference += there[i] - here[i];
    }
    QVERIFY(std::chrono::abs(difference / 2) < slow * 100ms); // miimon
}

void TestRehearsalLab::reports()
{
    const QString html = m_folder.filePath(u"report.html"_s);
    const QString json = m_folder.filePath(u"report.json"_s);
    QVERIFY(rehearse(planOf(Mode::ActiveBackup), {u"--report"_s, html}));
    QFile page(html);
    QVERIFY(page.open(QIODevice::ReadOnly));
    QVERIFY(page.readAll().contains("bond0"));
    QVERIFY(rehearse(planOf(Mode::ActiveBackup), {u"--report"_s, json}));
    QFile object(json);
    QVERIFY(object.open(QIODevice::ReadOnly));
    QVERIFY(reportFromJson(QJsonDocument::fromJson(object.readAll()).object()));
    // Nothing was pulled, so there is no page; the program says what would work.
    BondPlan broken = planOf(Mode::Ieee8023ad);
    broken.options.insert(u"arp_interval"_s, u"100"_s);
    const QString none = m_folder.filePath(u"none.html"_s);
    QVERIFY(rehearse(broken, {u"--report"_s, none}));
    QCOMPARE(m_exitCode, 1);
    QVERIFY(!QFile::exists(none));
    QVERIFY2(m_complaint.contains("No cable was pulled"), m_complaint.constData());
}

QTEST_GUILESS_MAIN(TestRehearsalLab)
#include "tst_rehearsal_lab.moc"
