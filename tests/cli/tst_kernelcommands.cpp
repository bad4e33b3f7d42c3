// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/kerneljson.h"
#include "common/pingtargets.h"
#include "common/texttable.h"
#include "events.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdlib>

using namespace bondwright;
using namespace bondwright::cli;

namespace
{

kernel::Snapshot snapshot()
{
    kernel::Snapshot snapshot;
    for (int number = 0; number < 2; ++number) {
        kernel::NicState nic;
        nic.ifindex = 10 + number;
        nic.name = QStringLiteral("bond%1").arg(number);
        nic.kind = InterfaceKind::Bond;
        nic.addresses = QStringList{QStringLiteral("192.0.%1.1/24").arg(2 + number)};
        nic.gateway = number ? IpAddress::fromString(u"192.0.3.254") : std::nullopt;
        nic.carriesDefaultRoute = number == 1;
        snapshot.nics.insert(nic.ifindex, nic);
        kernel::BondState bond;
        bond.ifindex = nic.ifindex;
        bond.name = nic.name;
        snapshot.bonds.insert(nic.ifindex, bond);
    }
    return snapshot;
}

} // namespace

class TestKernelCommands : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void moments_data();
    void moments();
    void hostileNames();
    void tables();
    void targets_data();
    void targets();
    void targetUnderABridge();
    void targetsThatComeAndGo();
    void nothingIsZeroThatIsNotKnown();
    void portStates();
    void aReplayBeginsAtItsTime();
    void aBondNearlyNamed();
    void neighboursTellsOnlyWhatIsKnown();
    void exitStatus_data();
    void exitStatus();
    void lastsForWeeks_data();
    void lastsForWeeks();
};

void TestKernelCommands::moments_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ago"); // seconds; -1: not a moment
    const auto row = [](const char *text, qint64 ago) { QTest::newRow(text) << QString::fromLatin1(text) << ago; };
    row("90s", 90);
    row("30m", 1800);
    row("2h", 7200);
    row("7d", 7 * 86400);
    row("2026-11-22T12:00:00", 86400);
    row("2026-11-23", 43200);
    row("", -1);
    row("d", -1);
    row("-2h", -1);
    row("99999999999999d", -1);
    row("yesterday", -1);
    row("2026-13-40", -1);
}

void TestKernelCommands::moments()
{
    QFETCH(QString, text);
    QFETCH(qint64, ago);
    const QDateTime now(QDate(2026, 11, 23), QTime(12, 0));
    const std::optional<QDateTime> moment = momentFromText(text, now);
    QCOMPARE(moment ? moment->secsTo(now) : -1, ago);
}

void TestKernelCommands::hostileNames()
{
    const QString name = QStringLiteral("e\x1b[2Jth\n0\x07");
    QString text;
    QTextStream out(&text);
    TextTable table({QStringLiteral("NAME")});
    table.addRow({name});
    table.print(out);
    QCOMPARE(text, QStringLiteral("NAME\ne\\u001b[2Jth\\u000a0\\u0007\n"));
}

void TestKernelCommands::tables()
{
    QCOMPARE(displayWidth(QStringLiteral("eth0")), 4);
    QCOMPARE(displayWidth(QStringLiteral("网卡")), 4);
    QCOMPARE(displayWidth(QStringLiteral("e\u0301")), 1); // a combining accent takes no column
    TextTable table({QStringLiteral("名称"), QStringLiteral("N")}, {1});
    table.addRow({QStringLiteral("eth0"), QStringLiteral("7")});
    table.addRow({QString(), QStringLiteral("123")});
    QString text;
    QTextStream out(&text);
    table.print(out);
    out.flush();
    QCOMPARE(text, QStringLiteral("名称    N\neth0    7\n–     123\n"));
}

void TestKernelCommands::targets_data()
{
    QTest::addColumn<QStringList>("hosts");
    QTest::addColumn<QStringList>("found"); // "ADDRESS over BOND"; "!" for an error
    using L = QStringList;
    const auto s = [](const char *text) { return QString::fromUtf8(text); };
    QTest::newRow("gateways") << L{} << L{s("192.0.3.254 over bond1")};
    QTest::newRow("network") << L{s("192.0.2.9")} << L{s("192.0.2.9 over bond0")};
    QTest::newRow("default route") << L{s("203.0.113.1")} << L{s("203.0.113.1 over bond1")};
    QTest::newRow("two") << L{s("192.0.3.7"), s("192.0.2.7")}
                         << L{s("192.0.3.7 over bond1"), s("192.0.2.7 over bond0")};
    QTest::newRow("name") << L{s("gateway.example")} << L{s("!")};
    QTest::newRow("broadcast") << L{s("255.255.255.255")} << L{s("!")};
    QTest::newRow("an option for ping") << L{s("-f")} << L{s("!")};
}

void TestKernelCommands::targets()
{
    QFETCH(QStringList, hosts);
    QFETCH(QStringList, found);
    const auto targets = pingTargets(hosts, {10, 11}, snapshot(), std::chrono::milliseconds(100));
    QStringList texts;
    if (!targets)
        texts.append(QStringLiteral("!"));
    for (const BondPing &ping : targets.value_or(QList<BondPing>())) {
        QCOMPARE(ping.target.boundTo, ping.bond);
        texts.append(QStringLiteral("%1 over %2").arg(ping.target.address.toString(), ping.bond));
    }
    QCOMPARE(texts, found);
}

void TestKernelCommands::targetUnderABridge()
{
    kernel::Snapshot bridged = snapshot();
    bridged.nics[10].addresses.clear();
    const auto targets = pingTargets({QStringLiteral("203.0.113.1")}, {10}, bridged, std::chrono::milliseconds(100));
    QVERIFY(targets);
    QCOMPARE(targets->first().bond, QStringLiteral("bond0"));
    QCOMPARE(targets->first().target.boundTo, QString()); // bound to it, no answer would come
}

/// What bondwright-watch pings: it is there before the network, and goes on while an outage takes the route away.
void TestKernelCommands::targetsThatComeAndGo()
{
    const auto targetIn = [](const kernel::Snapshot &state) {
        return pingTargets({QStringLiteral("203.0.113.1")}, state.bonds.keys(), state, std::chrono::milliseconds(100))
            .value()
            .first();
    };
    const kernel::Snapshot whole = snapshot();
    const BondPing early = targetIn({});
    const BondPing ready = targetIn(whole);
    QCOMPARE(ready.bondIndex, 11);
    QVERIFY(isAnotherTarget(early, ready, whole));
    QVERIFY(!isAnotherTarget(ready, ready, whole));
    QVERIFY(!isAnotherTarget(ready, early, {}));
    kernel::Snapshot cut = whole; // the default route is over the other bond meanwhile, and the address is away
    cut.nics[11].carriesDefaultRoute = false;
    cut.nics[11].addresses.clear();
    cut.nics[10].carriesDefaultRoute = true;
    QVERIFY(!isAnotherTarget(ready, targetIn(cut), cut));
    kernel::Snapshot anew = whole; // the bond was made anew
    anew.bonds.remove(11);
    anew.bonds.insert(12, whole.bonds.value(11));
    anew.nics.insert(12, anew.nics.take(11));
    QVERIFY(isAnotherTarget(ready, targetIn(anew), anew));
    BondPing moved = ready;
    moved.target.address = *ping::parseTarget(QStringLiteral("203.0.113.2"));
    QVERIFY(isAnotherTarget(ready, moved, whole));
}

void TestKernelCommands::nothingIsZeroThatIsNotKnown()
{
    kernel::Snapshot state = snapshot();
    kernel::SlaveState slave;
    slave.ifindex = 3;
    slave.name = QStringLiteral("eth0");
    state.bonds[10].slaves.append(slave);
    const QJsonObject bond = bondToJson(state.bonds[10], state);
    for (const char *member : {"lacp", "active_slave", "mac"})
        QVERIFY2(bond[QLatin1String(member)].isNull(), member);
    const QJsonObject json = bond[u"slaves"][0].toObject();
    for (const char *member : {"speed", "duplex", "queue_id", "prio", "aggregator", "actor_state", "partner_state"})
        QVERIFY2(json[QLatin1String(member)].isNull(), member);
    kernel::NicState unknown;
    const QJsonObject nic = nicToJson(unknown, state);
    for (const char *member : {"speed", "duplex", "max_mtu", "master", "driver", "gateway"})
        QVERIFY2(nic[QLatin1String(member)].isNull(), member);
    QVERIFY(eventToJson({})[u"outage_ms"].isNull());
    QVERIFY(statisticsToJson({})[u"rtt_p99_us"].isNull());
    QVERIFY(countersToJson({}, std::nullopt, {})[u"rx_bytes_per_s"].isNull());
}

void TestKernelCommands::portStates()
{
    QCOMPARE(portStateWords(0), QStringList());
    QCOMPARE(portStateWords(63).size(), 6);
    QCOMPARE(portStateWords(63).last(), QStringLiteral("distributing"));
    QCOMPARE(portStateWords(0xff00), QStringList());
    QCOMPARE(portStateWords(kernel::PortState::Defaulted), QStringList{QStringLiteral("defaulted")});
}

/// Its events have the recording's time; so has its beginning.
void TestKernelCommands::aReplayBeginsAtItsTime()
{
    const QString recording = QFINDTESTDATA("../diagnosis/recordings/healthy.bwrec");
    QFile file(recording);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto recorded = QDateTime::fromString(
        QJsonDocument::fromJson(file.readLine()).object().value(QStringLiteral("wall")).toString(), Qt::ISODateWithMs);
    QProcess process;
    process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/bondctl"),
                  {QStringLiteral("monitor"), QStringLiteral("--json"), QStringLiteral("--speed"), QStringLiteral("0"),
                   QStringLiteral("--replay"), recording});
    QVERIFY(process.waitForFinished(30'000));
    const QJsonObject start = QJsonDocument::fromJson(process.readLine()).object();
    const auto time = QDateTime::fromString(start.value(QStringLiteral("time")).toString(), Qt::ISODateWithMs);
    QVERIFY(recorded.isValid() && time.isValid());
    QVERIFY2(std::abs(recorded.msecsTo(time)) < 1000, qPrintable(time.toString(Qt::ISODateWithMs)));
}

void TestKernelCommands::aBondNearlyNamed()
{
    QProcess process;
    process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/bondctl"),
                  {QStringLiteral("monitor"), QStringLiteral("--replay"),
                   QFINDTESTDATA("../diagnosis/recordings/healthy.bwrec"), QStringLiteral("mode")});
    QVERIFY(process.waitForFinished(30'000));
    const QByteArray said = process.readAllStandardError();
    QVERIFY2(process.exitCode() == 1 && said.contains("Did you mean “mode0”?"), said.constData());
}

/// lldpcli is for root and a group (adm on Debian): a service that may not be asked may well hear a switch.
void TestKernelCommands::neighboursTellsOnlyWhatIsKnown()
{
    QProcess process;
    process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/bondctl"),
                  {QStringLiteral("neighbours")});
    QVERIFY(process.waitForFinished(30'000));
    const QByteArray said = process.readAllStandardOutput();
    QVERIFY2(process.exitCode() == 0 && !said.isEmpty() && !said.contains("No service of this host"), said.constData());
}

void TestKernelCommands::exitStatus_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("status");
    const auto row = [](const char *arguments, int status) {
        QTest::newRow(arguments) << QString::fromLatin1(arguments) << status;
    };
    row("nics", 0);
    row("neighbours --json", 0);
    row("neighbours eth0", 2);
    row("flows", 2);
    row("flows nosuchbond", 1);
    row("nics --json", 0);
    row("nics eth0", 2);
    row("bonds --json", 0);
    row("bonds --what", 2);
    row("show", 2);
    row("show no-such-bond0", 1);
    row("show --proc /proc/self/status", 1);
    row("show --proc /no/such/file", 1);
    row("show bond0 --proc /proc/self/status", 1);
    QTest::newRow("show --proc, a real one")
        << QStringLiteral("show --json --proc ") + QFINDTESTDATA("../kernel/data/proc/6.1-mode4-root.txt") << 0;
    row("monitor no-such-bond0", 1);
    row("monitor --interval 49", 2);
    row("monitor --interval 1001", 2);
    row("monitor --ping-interval 9", 2);
    row("monitor --ping localhost --duration 1", 2);
    row("monitor --replay /no/such/file", 1);
    row("monitor --replay x --speed -1", 2);
    row("monitor --no-ping --duration 1 --json", 0);
    row("events --since yesterday", 2);
    row("events --since 1h --json", 0);
    row("record", 2);
    row("record /no/such/folder/file", 1);
}

void TestKernelCommands::exitStatus()
{
    QFETCH(QString, arguments);
    QFETCH(int, status);
    QTemporaryDir home;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_DATA_HOME"), home.path());
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/bondctl"), arguments.split(u' '));
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    const QByteArray said = process.readAllStandardError();
    QVERIFY2(process.exitCode() == status, said.constData());
    if (status != 0)
        QVERIFY2(said.startsWith("bondctl: "), said.constData());
    // A recording that cannot be read waits for nothing.
    QVERIFY2(!said.contains("waiting") || !arguments.contains(u"--replay"), said.constData());
}

void TestKernelCommands::lastsForWeeks_data()
{
    QTest::addColumn<QString>("seconds");
    QTest::newRow("30 days: more than 31 bits of milliseconds") << QStringLiteral("2592000");
    QTest::newRow("a second more than 32 bits of milliseconds") << QStringLiteral("4294968");
}

void TestKernelCommands::lastsForWeeks()
{
    QFETCH(QString, seconds);
    QTemporaryDir home;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_DATA_HOME"), home.path());
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/bondctl"),
                  {QStringLiteral("monitor"), QStringLiteral("--json"), QStringLiteral("--no-ping"),
                   QStringLiteral("--duration"), seconds});
    QVERIFY(process.waitForReadyRead(30'000));
    QVERIFY(!process.waitForFinished(2'000));
    process.terminate();
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitCode(), 0);
    const QByteArray said = process.readAllStandardError();
    QVERIFY2(!said.contains("Timer"), said.constData());
}

QTEST_GUILESS_MAIN(TestKernelCommands)
#include "tst_kernelcommands.moc"
