// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labcables.h"
#include "switchcapture.h"

#include "diagnosis/diagnosis.h"
#include "kernel/localkernelsource.h"
#include "lab/guest.h"
#include "posix/clock.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <unistd.h>

namespace diagnosis = bondwright::diagnosis;
namespace kernel = bondwright::kernel;
using bondwright::monotonicNow;
using bondwright::kernel::LinkWriter;

namespace
{

constexpr int slavesAll = 16;

/// One running bondctl whose lines of JSON are read as they come.
class Bondctl
{
public:
    Bondctl(const QString &program, const QStringList &arguments)
    {
        QObject::connect(&process, &QProcess::readyReadStandardOutput, &process, [this] { read(); });
        process.start(program, arguments);
    }
    ~Bondctl() { finish(); }
    /// Ends it as Ctrl+C does. @return its exit status
    int finish()
    {
        if (process.state() != QProcess::NotRunning)
            ::kill(pid_t(process.processId()), SIGINT);
        const int status = lab::endOf(process);
        read();
        return status;
    }
    QList<QJsonObject> ofType(const char *type) const
    {
        QList<QJsonObject> found;
        for (const QJsonObject &line : lines) {
            if (line[u"type"].toString() == QLatin1String(type))
                found.append(line);
        }
        return found;
    }
    QList<QJsonObject> events(const char *kind) const
    {
        QList<QJsonObject> found;
        for (const QJsonObject &line : ofType("event")) {
            if (line[u"kind"].toString() == QLatin1String(kind))
                found.append(line);
        }
        return found;
    }
    QStringList kinds() const
    {
        QStringList kinds;
        for (const QJsonObject &line : ofType("event"))
            kinds.append(line[u"kind"].toString() + u' ' + line[u"bond"].toString() + u' ' + line[u"slave"].toString());
        return kinds;
    }

    QProcess process;
    QList<QJsonObject> lines;
    int broken = 0; ///< lines that are no JSON object

private:
    void read()
    {
        while (process.canReadLine()) {
            const QJsonDocument line = QJsonDocument::fromJson(process.readLine());
            if (line.isObject() && line[u"type"].isString() && line[u"t"].isDouble())
                lines.append(line.object());
            else
                ++broken;
        }
    }
};

bool run(const char *program, const QString &arguments)
{
    return QProcess::execute(QString::fromLatin1(program), arguments.split(u' ')) == 0;
}

} // namespace

/// bondctl against the real driver, its outages against what the switch saw.
class TestMonitorLab : public QObject
{
    Q_OBJECT
public:
    QString bondctl;

private Q_SLOTS:
    void initTestCase();
    void init();
    void outageAgreesWithTheSwitch_data();
    void outageAgreesWithTheSwitch();
    void eventsAreKept();
    void withoutIcmpSockets();
    void replayTellsTheSame();
    void inventory();
    void eightBonds();

private:
    QByteArray outputOf(const QStringList &arguments, int *status = nullptr);
    int makeBond(int number);
    bool plugAll();
    void pullAndCompare(int pingInterval);

    std::unique_ptr<LinkWriter> m_writer;
    std::unique_ptr<LabCables> m_cables;
    kernel::LocalKernelSource m_source;
    QTemporaryDir m_data;
    int m_measured = 0;
};

void TestMonitorLab::initTestCase()
{
    qputenv("XDG_DATA_HOME", m_data.path().toUtf8());
    qputenv("LC_ALL", "C.UTF-8");
    auto writer = LinkWriter::open();
    QVERIFY(writer);
    m_writer = std::make_unique<LinkWriter>(std::move(*writer));
    m_cables = std::make_unique<LabCables>(slavesAll);
    QVERIFY(makeBond(0) > 0);
    m_source.start();
    QVERIFY(run("ip", QStringLiteral("addr add 192.0.2.1/24 dev bond0")));
}

int TestMonitorLab::makeBond(int number)
{
    const auto bond = m_writer->addBond(
        QStringLiteral("bond%1").arg(number),
        {{QStringLiteral("mode"), QStringLiteral("active-backup")}, {QStringLiteral("miimon"), QStringLiteral("100")}});
    if (!bond)
        return -1;
    for (int nic : {2 * number, 2 * number + 1}) {
        if (!m_writer->enslave(LinkWriter::indexOf(QStringLiteral("eth%1").arg(nic)), *bond))
            return -1;
    }
    return m_writer->setUp(*bond, true) ? *bond : -1;
}

bool TestMonitorLab::plugAll()
{
    return m_cables->plug(0) && m_cables->plug(1);
}

void TestMonitorLab::init()
{
    QVERIFY(plugAll());
    const auto isSettled = [this] {
        const kernel::BondState *bond = m_source.snapshot().bondByName(u"bond0");
        return bond && diagnosis::judge(*bond, m_source.snapshot()).verdict == diagnosis::Verdict::Healthy;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isSettled(), 30'000);
    QVERIFY(m_writer->setActiveSlave(LinkWriter::indexOf(QStringLiteral("bond0")),
                                     LinkWriter::indexOf(QStringLiteral("eth0"))));
}

QByteArray TestMonitorLab::outputOf(const QStringList &arguments, int *status)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(bondctl, arguments);
    const int ended = lab::endOf(process);
    if (status)
        *status = ended;
    return process.readAllStandardOutput();
}

void TestMonitorLab::outageAgreesWithTheSwitch_data()
{
    QTest::addColumn<int>("pingInterval");
    QTest::newRow("10 ms") << 10;
    QTest::newRow("50 ms") << 50;
}

void TestMonitorLab::outageAgreesWithTheSwitch()
{
    QFETCH(int, pingInterval);
    const int before = m_measured;
    for (int pull = 0; pull < 10 && m_measured == before; ++pull) {
        if (pull > 0)
            init();
        pullAndCompare(pingInterval);
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY2(m_measured > before, "nothing was lost by any of the pulls");
}

/// Counts in m_measured, if anything was lost.
void TestMonitorLab::pullAndCompare(int pingInterval)
{
    SwitchCapture capture;
    QVERIFY(capture.isOpen());
    Bondctl monitor(bondctl,
                    {QStringLiteral("monitor"), QStringLiteral("bond0"), QStringLiteral("--json"),
                     QStringLiteral("--ping"), QStringLiteral("192.0.2.254"), QStringLiteral("--ping-interval"),
                     QString::number(pingInterval)});
    QTRY_VERIFY_WITH_TIMEOUT(monitor.ofType("ping").size() >= 50, 60'000);
    const qint64 pulledAt = monotonicNow();
    QVERIFY(m_cables->pull(0));
    QTRY_VERIFY_WITH_TIMEOUT(!monitor.events("failover").isEmpty(), 20'000);
    // Longer than a packet is waited for.
    [[maybe_unused]] const bool hasOutage
        = QTest::qWaitFor([&monitor] { return !monitor.ofType("outage").isEmpty(); }, 5000);
    QTest::qWait(300);
    QCOMPARE(monitor.finish(), 0);
    QCOMPARE(monitor.broken, 0);

    const QList<QJsonObject> failovers = monitor.events("failover");
    QCOMPARE(failovers.size(), 1);
    QCOMPARE(failovers.first()[u"from"].toString(), QStringLiteral("eth0"));
    QCOMPARE(failovers.first()[u"to"].toString(), QStringLiteral("eth1"));

    // The machine may be busy and lose a moment elsewhere: the outage of the failover is the one that counts.
    QJsonObject outage;
    for (const QJsonObject &one : monitor.ofType("outage")) {
        if (one[u"event"] == failovers.first()[u"id"])
            outage = one;
    }
    const SwitchCapture::Gap gap = capture.longestGap();
    if (outage.isEmpty()) {
        // A failover between two requests, or on a machine too busy to send any meanwhile, loses nothing; what the
        // switch misses then was sent late. No answer may be missing without an outage.
        qInfo("ping every %d ms: nothing was lost", pingInterval);
        for (const QJsonObject &ping : monitor.ofType("ping"))
            QVERIFY(!ping[u"rtt_us"].isNull());
        return;
    }
    ++m_measured;
    // The switch sees the last request before the gap and the first one after it; bondctl says when it sent
    // those two, and what was lost between them.
    QMap<qint64, double> sentMs;
    qint64 firstLost = -1, firstAnswered = -1;
    for (const QJsonObject &ping : monitor.ofType("ping")) {
        const qint64 sequence = ping[u"seq"].toInteger(), sentNs = ping[u"t"].toInteger();
        sentMs.insert(sequence, double(sentNs) / 1e6);
        firstLost = sentNs == outage[u"start"].toInteger() ? sequence : firstLost;
        firstAnswered = sentNs == outage[u"end"].toInteger() ? sequence : firstAnswered;
    }
    QVERIFY(firstLost > 0 && firstAnswered > firstLost);
    QCOMPARE(firstAnswered - firstLost, outage[u"packets"].toInteger());
    const double told = sentMs.value(firstAnswered) - sentMs.value(firstLost - 1);
    const double seen = double(gap.afterNs - gap.beforeNs) / 1e6;
    qInfo("ping every %d ms: outage %lld ms, %d packets; between the answers around it %.1f ms, at the switch %.1f ms, "
          "%d packets; failover %.1f ms after the pull",
          pingInterval, static_cast<long long>(outage[u"ms"].toInteger()), outage[u"packets"].toInt(), told, seen,
          gap.packets, double(failovers.first()[u"t"].toInteger() - pulledAt) / 1e6);
    QVERIFY(qAbs(told - seen) <= 10);
    QVERIFY(qAbs(outage[u"ms"].toDouble() - (sentMs.value(firstAnswered) - sentMs.value(firstLost))) <= 1);
    // A request may have come through while its answer did not.
    QVERIFY(outage[u"packets"].toInt() - gap.packets >= 0 && outage[u"packets"].toInt() - gap.packets <= 1);
}

void TestMonitorLab::eventsAreKept()
{
    const QList<QByteArray> lines = outputOf({QStringLiteral("events"), QStringLiteral("--json"),
                                              QStringLiteral("--since"), QStringLiteral("1h")})
                                        .split('\n');
    int measured = 0;
    for (const QByteArray &line : lines) {
        const QJsonObject event = QJsonDocument::fromJson(line).object();
        measured += event[u"kind"].toString() == u"failover" && event[u"outage_ms"].toInteger() > 0;
    }
    QVERIFY(m_measured > 0);
    QCOMPARE(measured, m_measured);
}

void TestMonitorLab::withoutIcmpSockets()
{
    QFile range(QStringLiteral("/proc/sys/net/ipv4/ping_group_range"));
    QVERIFY(range.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
    QVERIFY(range.write("1 0\n") > 0); // as Debian has it
    Bondctl monitor(bondctl,
                    {QStringLiteral("monitor"), QStringLiteral("bond0"), QStringLiteral("--json"),
                     QStringLiteral("--ping"), QStringLiteral("192.0.2.254")});
    QTRY_VERIFY_WITH_TIMEOUT(monitor.ofType("ping").size() >= 20, 60'000);
    QVERIFY(m_cables->pull(0));
    QTRY_VERIFY_WITH_TIMEOUT(!monitor.events("failover").isEmpty(), 20'000);
    QTest::qWait(2000);
    QCOMPARE(monitor.finish(), 0);
    QVERIFY(range.write("0 2147483647\n") > 0);
    QCOMPARE(monitor.ofType("trouble").size(), 1);
    QVERIFY(monitor.ofType("trouble").first()[u"text"].toString().contains(QStringLiteral("ping_group_range")));
    const QJsonObject summary = monitor.ofType("end").first()[u"pings"].toArray().first().toObject();
    QVERIFY(summary[u"received"].toInt() >= 20);
}

void TestMonitorLab::replayTellsTheSame()
{
    const QString file = m_data.filePath(QStringLiteral("recording"));
    Bondctl recorder(bondctl,
                     {QStringLiteral("record"), file, QStringLiteral("--ping"), QStringLiteral("192.0.2.254")});
    Bondctl monitor(bondctl, {QStringLiteral("monitor"), QStringLiteral("--json"), QStringLiteral("--no-ping")});
    QTRY_VERIFY_WITH_TIMEOUT(monitor.ofType("sample").size() >= 2, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(QFile(file).size() > 0, 60'000);
    QTest::qWait(500);
    QVERIFY(m_cables->pull(0));
    QTRY_VERIFY_WITH_TIMEOUT(!monitor.events("failover").isEmpty(), 20'000);
    QVERIFY(m_cables->plug(0));
    QTRY_VERIFY_WITH_TIMEOUT(!monitor.events("redundancy-restored").isEmpty(), 20'000);
    QTest::qWait(500);
    QCOMPARE(monitor.finish(), 0);
    QCOMPARE(recorder.finish(), 0);
    Bondctl replay(bondctl,
                   {QStringLiteral("monitor"), QStringLiteral("--json"), QStringLiteral("--replay"), file,
                    QStringLiteral("--speed"), QStringLiteral("0")});
    QTRY_COMPARE_WITH_TIMEOUT(replay.process.state(), QProcess::NotRunning, 60'000);
    QVERIFY(monitor.kinds().size() >= 4);
    QCOMPARE(replay.kinds(), monitor.kinds());
    QVERIFY(!replay.ofType("sample").isEmpty());
    QVERIFY(replay.ofType("ping").size() > 5);
    QCOMPARE(replay.ofType("ping").first()[u"bond"].toString(), QStringLiteral("bond0"));
}

void TestMonitorLab::inventory()
{
    const QJsonArray nics
        = QJsonDocument::fromJson(outputOf({QStringLiteral("nics"), QStringLiteral("--json")})).array();
    QJsonObject eth0;
    for (const QJsonValue &nic : nics) {
        if (nic[u"name"].toString() == u"eth0")
            eth0 = nic.toObject();
    }
    QCOMPARE(eth0[u"kind"].toString(), QStringLiteral("veth"));
    QCOMPARE(eth0[u"master"].toString(), QStringLiteral("bond0"));
    QCOMPARE(eth0[u"use"].toString(), QStringLiteral("in-use"));
    const QJsonObject bond
        = QJsonDocument::fromJson(outputOf({QStringLiteral("show"), QStringLiteral("bond0"), QStringLiteral("--json")}))
              .object();
    QCOMPARE(bond[u"mode"].toString(), QStringLiteral("active-backup"));
    QCOMPARE(bond[u"active_slave"].toString(), QStringLiteral("eth0"));
    QCOMPARE(bond[u"options"][u"miimon"].toString(), QStringLiteral("100"));
    QCOMPARE(bond[u"slaves"].toArray().size(), 2);
    QVERIFY(bond[u"slaves"][1][u"link_failures"].isDouble());
    QVERIFY(bond[u"lacp"].isNull());
    int status = 0;
    QVERIFY(outputOf({QStringLiteral("show"), QStringLiteral("bond77")}, &status).isEmpty());
    QCOMPARE(status, 1);
    const QByteArray text = outputOf({QStringLiteral("show"), QStringLiteral("bond0")});
    for (const char *word : {"bond0", "eth0", "eth1", "miimon", "active-backup"})
        QVERIFY2(text.contains(word), word);
}

void TestMonitorLab::eightBonds()
{
    for (int number = 1; number < slavesAll / 2; ++number)
        QVERIFY(makeBond(number) > 0);
    Bondctl monitor(bondctl,
                    {QStringLiteral("monitor"), QStringLiteral("--json"), QStringLiteral("--ping"),
                     QStringLiteral("192.0.2.254"), QStringLiteral("--ping-interval"), QStringLiteral("100")});
    QTRY_VERIFY_WITH_TIMEOUT(monitor.ofType("sample").size() >= 4, 60'000);
    const auto cpuTicks = [&monitor] {
        QFile stat(QStringLiteral("/proc/%1/stat").arg(monitor.process.processId()));
        if (!stat.open(QIODevice::ReadOnly))
            return -1.0;
        const QByteArray all = stat.readAll();
        const QList<QByteArray> fields = all.mid(all.lastIndexOf(')') + 2).split(' ');
        return fields.value(11).toDouble() + fields.value(12).toDouble();
    };
    const double ticksBefore = cpuTicks();
    const qint64 begin = monotonicNow();
    QTest::qWait(10'000);
    const double seconds = double(monotonicNow() - begin) / 1e9;
    const double share = (cpuTicks() - ticksBefore) / double(sysconf(_SC_CLK_TCK)) / seconds * 100;
    const QList<QJsonObject> samples = monitor.ofType("sample");
    QCOMPARE(monitor.finish(), 0);
    QCOMPARE(samples.last()[u"interfaces"].toArray().size(), slavesAll + slavesAll / 2);
    QVERIFY(ticksBefore >= 0);
    // A system call costs several times as much in user-mode Linux as on the metal; tests/bench has the
    // figure that counts. This one guards against polling and loops.
    qInfo("8 bonds with 16 slaves at 2 Hz, ping at 10 Hz: %.2f %% of the guest's CPU", share);
    QVERIFY2(share < 15, qPrintable(QString::number(share)));
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    TestMonitorLab test;
    QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2)
        qFatal("usage: tst_monitor_lab BONDCTL");
    test.bondctl = arguments.takeAt(1);
    return QTest::qExec(&test, arguments);
}

#include "tst_monitor_lab.moc"
