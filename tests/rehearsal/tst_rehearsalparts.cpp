// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rehearsal/arrangement.h"
#include "rehearsal/bondingdriver.h"
#include "rehearsal/report.h"
#include "rehearsal/request.h"
#include "rehearsal/sandbox.h"
#include "rehearsal/worker.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>

using namespace bondwright;
using namespace bondwright::rehearsal;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The parts of a rehearsal that need no kernel.
class TestRehearsalParts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoAnswers_data();
    void whoAnswers();
    void automaticAddresses();
    void makesBond_data();
    void makesBond();
    void whyRefused_data();
    void whyRefused();
    void requestRoundTrip();
    void aPlanAsLongAsAllowed();
    void brokenRequests_data();
    void brokenRequests();
    void reportRoundTrip();
    void summaries();
    void everyModeHasItsSwitch();
    void whatDoesNotEndIsStopped();
};

namespace
{

BondPlan planWith(const QStringList &addresses, const QString &gateway)
{
    BondPlan plan;
    plan.name = u"bond0"_s;
    plan.slaves = {{u"eth0"_s, {}, {}, {}}, {u"eth1"_s, {}, {}, {}}};
    IpConfig &ip = addresses.value(0).contains(u':') ? plan.ipv6 : plan.ipv4;
    ip.method = IpMethod::Manual;
    ip.addresses = addresses;
    ip.gateway = gateway;
    return plan;
}

QStringList textsOf(const QList<Answer> &answers)
{
    QStringList texts;
    for (const Answer &answer : answers)
        texts.append((answer.vlan ? QString::number(answer.vlan) + u' ' : QString()) + answer.address.toString());
    return texts;
}

} // namespace

void TestRehearsalParts::whoAnswers_data()
{
    QTest::addColumn<QStringList>("addresses");
    QTest::addColumn<QString>("gateway");
    QTest::addColumn<QString>("firstTarget");
    QTest::addColumn<QString>("firstAnswer");
    QTest::addRow("10.1.2.3/24 via 10.1.2.1")
        << QStringList{u"10.1.2.3/24"_s} << u"10.1.2.1"_s << u"10.1.2.1"_s << u"10.1.2.1/24"_s;
    QTest::addRow("10.1.2.3/24") << QStringList{u"10.1.2.3/24"_s} << QString() << u"10.1.2.254"_s << u"10.1.2.254/24"_s;
    QTest::addRow("10.1.2.254/24 is its own")
        << QStringList{u"10.1.2.254/24"_s} << QString() << u"10.1.2.253"_s << u"10.1.2.253/24"_s;
    QTest::addRow("/31") << QStringList{u"10.0.0.0/31"_s} << QString() << u"10.0.0.1"_s << u"10.0.0.1/31"_s;
    QTest::addRow("/30") << QStringList{u"10.0.0.2/30"_s} << QString() << u"10.0.0.1"_s << u"10.0.0.1/30"_s;
    QTest::addRow("/8") << QStringList{u"10.1.2.3/8"_s} << QString() << u"10.255.255.254"_s << u"10.255.255.254/8"_s;
    QTest::addRow("gateway beyond the network")
        << QStringList{u"10.1.2.3/32"_s} << u"172.16.0.1"_s << u"172.16.0.1"_s << u"172.16.0.1/32"_s;
    QTest::addRow("IPv6") << QStringList{u"2001:db8::5/64"_s} << u"2001:db8::1"_s << u"2001:db8::1"_s
                          << u"2001:db8::1/64"_s;
    QTest::addRow("IPv6, link-local gateway")
        << QStringList{u"2001:db8::5/64"_s} << u"fe80::1"_s << u"2001:db8::ffff:ffff:ffff:ffff"_s << u"fe80::1/64"_s;
    QTest::addRow("no address") << QStringList() << QString() << u"192.0.2.254"_s << u"192.0.2.254/24"_s;
    // Nothing would be pinged, and no cable could lose anything.
    for (const char *alone : {"10.1.2.3/32", "2001:db8::5/128", "169.254.3.3/16", "fe80::5/64"})
        QTest::addRow("%s is alone", alone)
            << QStringList{QString::fromLatin1(alone)} << QString() << u"192.0.2.254"_s << u"192.0.2.254/24"_s;
}

void TestRehearsalParts::whoAnswers()
{
    QFETCH(QStringList, addresses);
    QFETCH(QString, gateway);
    const Arrangement made = arrange(planWith(addresses, gateway));
    QTEST(made.targets.value(0), "firstTarget");
    QTEST(textsOf(made.answers).value(0), "firstAnswer");
    QCOMPARE(made.pingFrom, u"bond0"_s);
    for (const QString &own : addresses)
        QVERIFY(!textsOf(made.answers).contains(own));
    QCOMPARE(made.limits.contains(Limit::NoAddress), made.targets.value(0) == u"192.0.2.254");
    QCOMPARE(made.plan.ipv4.addresses.texts().contains(u"192.0.2.1/24"_s), made.limits.contains(Limit::NoAddress));
}

void TestRehearsalParts::automaticAddresses()
{
    BondPlan plan = planWith({}, {});
    plan.ipv4.method = IpMethod::Auto;
    plan.options.insert(u"arp_ip_target"_s, u"10.7.0.9,192.0.2.77"_s);
    VlanPlan vlan;
    vlan.id = 30;
    vlan.ipv4 = {IpMethod::Manual, {u"10.7.0.1/24"_s}, {}, {}, {}, {}, {}};
    vlan.ipv6.method = IpMethod::Auto;
    plan.vlans = {vlan};
    const Arrangement made = arrange(plan);
    QVERIFY(made.limits.contains(Limit::Dhcp));
    QVERIFY(made.limits.contains(Limit::Autoconfiguration));
    QCOMPARE(made.plan.ipv4.addresses.texts(), QStringList{u"192.0.2.1/24"_s});
    QVERIFY(made.plan.vlans.first().ipv6.method != IpMethod::Auto);
    const QStringList answers = textsOf(made.answers);
    QVERIFY2(answers.contains(u"30 10.7.0.254/24"_s), qPrintable(answers.join(u'\n')));
    // A target answers in the network that it belongs to.
    QVERIFY2(answers.contains(u"30 10.7.0.9/24"_s), qPrintable(answers.join(u'\n')));
    QVERIFY2(answers.contains(u"192.0.2.77/24"_s), qPrintable(answers.join(u'\n')));
}

void TestRehearsalParts::makesBond_data()
{
    QTest::addColumn<QByteArrayList>("files");
    QTest::addColumn<QByteArray>("commandLine");
    QTest::addColumn<bool>("makes");
    const QByteArray systemd = "# comment\noptions bonding max_bonds=0\noptions dummy numdummies=0\n";
    QTest::addRow("nothing said") << QByteArrayList() << QByteArray() << true;
    QTest::addRow("systemd") << QByteArrayList{systemd} << QByteArray() << false;
    QTest::addRow("a later file says 2") << QByteArrayList{systemd, "options bonding miimon=100 max_bonds=2\n"}
                                         << QByteArray() << true;
    QTest::addRow("an earlier file says 2")
        << QByteArrayList{"options bonding max_bonds=2\n", systemd} << QByteArray() << false;
    QTest::addRow("only commented out") << QByteArrayList{"#options bonding max_bonds=0\n"} << QByteArray() << true;
    QTest::addRow("another module's") << QByteArrayList{"options bonding2 max_bonds=0\n"} << QByteArray() << true;
    QTest::addRow("continued line") << QByteArrayList{"options bonding \\\n max_bonds=0\n"} << QByteArray() << false;
    QTest::addRow("command line") << QByteArrayList() << QByteArray("quiet bonding.max_bonds=0 ro\n") << false;
    QTest::addRow("command line wins") << QByteArrayList{systemd} << QByteArray("bonding.max_bonds=1") << true;
}

void TestRehearsalParts::makesBond()
{
    QFETCH(QByteArrayList, files);
    QFETCH(QByteArray, commandLine);
    QTEST(makesBondWhenLoaded(files, commandLine), "makes");
}

void TestRehearsalParts::whyRefused_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QByteArray>("clone");
    QTest::addColumn<QByteArray>("maximum");
    QTest::addColumn<QByteArray>("appArmor");
    QTest::addColumn<QByteArray>("confinement");
    QTest::addColumn<QString>("says");
    QTest::addRow("max_user_namespaces=0") << ENOSPC << QByteArray("1") << QByteArray("0") << QByteArray()
                                           << QByteArray() << u"user.max_user_namespaces is 0"_s;
    QTest::addRow("Debian 10") << EPERM << QByteArray("0") << QByteArray("9000") << QByteArray() << QByteArray()
                               << u"kernel.unprivileged_userns_clone is 0"_s;
    QTest::addRow("Ubuntu 24.04") << EPERM << QByteArray("1") << QByteArray("9000") << QByteArray("1")
                                  << QByteArray("unprivileged_userns (enforce)")
                                  << u"allows user namespaces only to programs with a profile"_s;
    QTest::addRow("a profile without userns")
        << EACCES << QByteArray("1") << QByteArray("9000") << QByteArray() << QByteArray("my tools//bondctl (enforce)")
        << u"by the profile my tools//bondctl, which"_s;
    QTest::addRow("a profile that only complains") << EACCES << QByteArray("1") << QByteArray("9000") << QByteArray()
                                                   << QByteArray("tools (complain)") << u"Permission denied"_s;
    QTest::addRow("container") << EPERM << QByteArray() << QByteArray("9000") << QByteArray("0")
                               << QByteArray("unconfined") << u"Operation not permitted"_s;
}

void TestRehearsalParts::whyRefused()
{
    QFETCH(int, number);
    QFETCH(QByteArray, clone);
    QFETCH(QByteArray, maximum);
    QFETCH(QByteArray, appArmor);
    QFETCH(QByteArray, confinement);
    QFETCH(QString, says);
    const Error error = refusal(number, {clone, maximum, appArmor, confinement});
    QVERIFY2(error.message.contains(says), qPrintable(error.message));
    QVERIFY2(error.hint.contains(u"as root"_s), qPrintable(error.hint));
}

void TestRehearsalParts::requestRoundTrip()
{
    Request request{planWith({u"10.1.2.3/24"_s}, u"10.1.2.1"_s),
                    {{u"eth0"_s, MacAddress::fromString(u"02:00:00:00:00:01")}},
                    SwitchKind::Two,
                    true,
                    {u"eth1"_s},
                    u"zh_CN"_s};
    const auto read = requestFromJson(toJson(request));
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(*read, request);
    QCOMPARE(toJson(request).count('\n'), 1);
}

void TestRehearsalParts::aPlanAsLongAsAllowed()
{
    Request request{planWith({u"10.255.2.3/24"_s}, {}), {}, SwitchKind::None, false, {}, {}};
    for (quint16 id = 1; id <= 50; ++id) {
        VlanPlan vlan;
        vlan.id = id;
        vlan.ipv4.method = IpMethod::Manual;
        QStringList addresses;
        for (int i = 1; i <= 50; ++i)
            addresses.append(u"10.%1.%2.1/24"_s.arg(id).arg(i));
        vlan.ipv4.addresses = addresses;
        request.plan.vlans.append(vlan);
    }
    const QByteArray plan = planToJson(request.plan);
    QVERIFY(plan.size() < maxPlanBytes && QJsonDocument::fromJson(plan).toJson().size() > maxPlanBytes);
    const auto read = requestFromJson(toJson(request));
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(*read, request);
}

void TestRehearsalParts::brokenRequests_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addRow("nothing") << QByteArray();
    QTest::addRow("no JSON") << QByteArray("plan");
    QTest::addRow("no plan") << QByteArray("{\"switch\":\"none\"}");
    QTest::addRow("no switch")
        << toJson(Request{planWith({}, {}), {}, SwitchKind::None, false, {}, {}}).replace("none", "some");
    QTest::addRow("too long") << QByteArray("{\"switch\":\"none\",\"plan\":\"") + QByteArray(1'000'000, 'x') + "\"}";
}

void TestRehearsalParts::brokenRequests()
{
    QFETCH(QByteArray, json);
    QVERIFY(!requestFromJson(json));
}

void TestRehearsalParts::reportRoundTrip()
{
    Report report;
    report.outcome = RehearsalOutcome::Failed;
    report.bond = u"bond0"_s;
    report.mode = u"802.3ad"_s;
    report.switchKind = SwitchKind::Lacp;
    report.kernel = u"6.1.0"_s;
    report.startedAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123).toUTC();
    report.build = 12'345us;
    report.lacp = 470ms;
    report.refusal = kernel::Refusal{u"options.lacp_rate"_s, {u"kernel.netlink.errno.13"_s, u"not supported"_s, {}}};
    report.findings = {{Severity::Error, FindingScope::Validity, u"options.mode"_s, u"options.x"_s, u"no"_s, u"yes"_s}};
    report.differences
        = {{kernel::DifferenceKind::Mtu, u"mtu"_s, u"9000"_s, u"1500"_s, u"The MTU is 1500."_s, false, {}}};
    report.seen = Observation{
        SwitchKind::None, diagnosis::Verdict::LacpNotNegotiated, u"LACP not negotiated"_s, u"Nobody"_s, {}, 1, 50, 25};
    report.wrongSwitches = {*report.seen};
    report.limits = {Limit::Nics, Limit::Dhcp};
    report.loadedModules = {u"bonding"_s};
    const auto read = reportFromJson(QJsonDocument::fromJson(QJsonDocument(toJson(report)).toJson()).object());
    QVERIFY(read);
    QCOMPARE(*read, report);
    QVERIFY(!reportFromJson({}));
}

void TestRehearsalParts::summaries()
{
    Report report;
    report.error = {u"x"_s, u"No kernel."_s, {}};
    QCOMPARE(summary(report), u"Not rehearsed: No kernel."_s);
    report.outcome = RehearsalOutcome::Passed;
    QCOMPARE(summary(report), u"Rehearsed in this kernel: works"_s);
    failover::StepResult step;
    step.targets = {{u"10.0.0.1"_s, 100, 10, 103'700us, 0us, {}}};
    report.test.emplace();
    report.test->steps = {step};
    QCOMPARE(summary(report), u"Rehearsed in this kernel: works, failover 104 ms"_s);
    report.outcome = RehearsalOutcome::Failed;
    QCOMPARE(summary(report), u"Rehearsed in this kernel: the failover test fails"_s);
    // No cable was pulled: what was seen is why.
    Report behindAnother = report;
    behindAnother.test.reset();
    behindAnother.seen = Observation{
        SwitchKind::None, diagnosis::Verdict::LacpNotNegotiated, {}, u"No partner answers."_s, {}, 2, 10, 0};
    QCOMPARE(summary(behindAnother), u"Rehearsed in this kernel: fails. No partner answers."_s);
    behindAnother.seen
        = Observation{SwitchKind::Static, diagnosis::Verdict::Healthy, {}, u"All links are up."_s, {}, 2, 10, 9};
    QCOMPARE(summary(behindAnother), u"Rehearsed in this kernel: fails. 9 of 10 pings are lost."_s);
    // That it has one slave is what the plan says, and no failure.
    behindAnother.limits = {Limit::OneSlave};
    behindAnother.seen = Observation{
        SwitchKind::None, diagnosis::Verdict::SinglePointOfFailure, {}, u"It has one slave."_s, {}, 1, 10, 9};
    QCOMPARE(summary(behindAnother), u"Rehearsed in this kernel: fails. 9 of 10 pings are lost."_s);
    report.refusal = kernel::Refusal{u"options.arp_interval"_s, {{}, u"bond0: The kernel refused: no"_s, {}}};
    QVERIFY2(summary(report).contains(u"options.arp_interval"_s), qPrintable(summary(report)));
    QVERIFY(reportText(report).contains(u"options.arp_interval: bond0: The kernel refused: no"_s));
}

void TestRehearsalParts::everyModeHasItsSwitch()
{
    for (const ModeInfo &info : allModes()) {
        const SwitchKind planned = plannedSwitch(info.mode);
        QVERIFY(!wrongSwitches(info.mode).isEmpty());
        QVERIFY(!wrongSwitches(info.mode).contains(planned));
        QCOMPARE(switchKindFromName(switchKindName(planned)), std::optional(planned));
    }
}

void TestRehearsalParts::whatDoesNotEndIsStopped()
{
    QTemporaryDir folder;
    const QString name = folder.filePath(u"hangs"_s);
    QFile program(name);
    QVERIFY(program.open(QIODevice::WriteOnly));
    program.write("#!/bin/sh\necho $$\nexec sleep 600\n");
    program.close();
    QVERIFY(program.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    std::optional<Error> trouble;
    QByteArray process;
    Worker worker(nullptr, 1s);
    connect(&worker, &Worker::lineRead, this, [&process](const QByteArray &line) { process = line; });
    connect(&worker, &Worker::ended, this, [&trouble](const Error &error) { trouble = error; });
    worker.start(name, {});
    QTRY_VERIFY(trouble.has_value());
    QCOMPARE(trouble->code, u"rehearsal.slow"_s);
    QVERIFY2(trouble->message.contains(u"1 s"), qPrintable(trouble->message));
    QTRY_VERIFY(process.isEmpty() || !QFile::exists(u"/proc/"_s + QString::fromLatin1(process)));
}

QTEST_GUILESS_MAIN(TestRehearsalParts)
#include "tst_rehearsalparts.moc"
