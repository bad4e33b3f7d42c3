// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ownnetwork.h"
#include "ping/icmppinger.h"
#include "ping/systempinger.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <unistd.h>

using namespace bondwright;
using namespace bondwright::ping;
using namespace std::chrono_literals;

namespace
{

PingTarget target(const QString &address, std::chrono::milliseconds interval = 20ms)
{
    return {*parseTarget(address), {}, interval, 300ms};
}

/// A program in ping's place.
class PingScript
{
public:
    explicit PingScript(const char *commands)
    {
        QFile file(path());
        if (file.open(QIODevice::WriteOnly) && file.write("#!/bin/sh\n") > 0 && file.write(commands) > 0)
            file.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    }
    QString path() const { return m_folder.filePath(QStringLiteral("ping")); }

private:
    QTemporaryDir m_folder;
};

} // namespace

class TestPinger : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void answers_data();
    void answers();
    void measuresAnOutage_data();
    void measuresAnOutage();
    void busyThreadDoesNotSpoilTheRoundTripTime();
    void boundToAnInterfaceThatIsMissing();
    void systemPingThatDiesIsStartedAgain();
    void systemPingThatIsMissing();
    void stopInASlot();
    void stopInASlotOfSeveralAnswers();
    void systemPingSaysNothingOnceStopped();
    void systemPingIsStoppedByItsComplaint();
    void systemPingThatEndsNoLine();
    void complaintsSpeakToNoTerminal();

public:
    bool hasNetwork = false;

private:
    std::unique_ptr<Pinger> make(bool isSystem, const PingTarget &to);
};

void TestPinger::init()
{
    // The others ping by a script.
    static const QByteArrayList overTheNetwork{"answers", "measuresAnOutage", "busyThreadDoesNotSpoilTheRoundTripTime",
                                               "boundToAnInterfaceThatIsMissing", "stopInASlot"};
    if (!hasNetwork && overTheNetwork.contains(QTest::currentTestFunction()))
        QSKIP("this user may not make a network namespace: user namespaces are switched off here");
}

std::unique_ptr<Pinger> TestPinger::make(bool isSystem, const PingTarget &to)
{
    if (isSystem)
        return std::make_unique<SystemPinger>(to);
    return std::unique_ptr<Pinger>(createPinger(to));
}

void TestPinger::answers_data()
{
    QTest::addColumn<bool>("isSystem");
    QTest::addColumn<QString>("address");
    QTest::newRow("socket IPv4") << false << QStringLiteral("127.0.0.1");
    QTest::newRow("socket IPv6") << false << QStringLiteral("::1");
    QTest::newRow("system ping IPv4") << true << QStringLiteral("127.0.0.1");
    QTest::newRow("system ping IPv6") << true << QStringLiteral("::1");
}

void TestPinger::answers()
{
    QFETCH(bool, isSystem);
    QFETCH(QString, address);
    const auto pinger = make(isSystem, target(address));
    QCOMPARE(pinger->method(), isSystem ? Pinger::Method::SystemPing : Pinger::Method::IcmpSocket);
    QList<PingReply> replies;
    connect(pinger.get(), &Pinger::replied, this, [&](const PingReply &reply) { replies.append(reply); });
    pinger->start();
    QTRY_VERIFY_WITH_TIMEOUT(replies.size() >= 10, 5000);
    pinger->stop();
    for (qsizetype at = 0; at < replies.size(); ++at) {
        QCOMPARE(replies.at(at).sequence, quint32(at));
        QVERIFY(replies.at(at).rtt && *replies.at(at).rtt > 0ns && *replies.at(at).rtt < 200ms);
        QVERIFY(at == 0 || replies.at(at).sentMonotonicNs > replies.at(at - 1).sentMonotonicNs);
    }
    const PingStatistics statistics = pinger->statistics();
    QCOMPARE(statistics.received, quint64(replies.size()));
    QVERIFY(statistics.minimum <= statistics.p50 && statistics.p50 <= statistics.p99
            && statistics.p99 <= statistics.maximum);
    const qsizetype count = replies.size();
    QTest::qWait(100);
    QCOMPARE(replies.size(), count); // stopped is stopped
}

void TestPinger::measuresAnOutage_data()
{
    QTest::addColumn<bool>("isSystem");
    QTest::newRow("socket") << false;
    QTest::newRow("system ping") << true;
}

void TestPinger::measuresAnOutage()
{
    QFETCH(bool, isSystem);
    const auto pinger = make(isSystem, target(QStringLiteral("127.0.0.1")));
    QList<PingReply> replies;
    connect(pinger.get(), &Pinger::replied, this, [&](const PingReply &reply) { replies.append(reply); });
    std::optional<PingOutage> started, ended;
    connect(pinger.get(), &Pinger::outageStarted, this, [&](const PingOutage &outage) { started = outage; });
    connect(pinger.get(), &Pinger::outageEnded, this, [&](const PingOutage &outage) { ended = outage; });
    pinger->start();
    QTRY_VERIFY_WITH_TIMEOUT(replies.size() >= 5, 5000);
    QVERIFY(!started);
    QElapsedTimer timer;
    QVERIFY(setLoopback(false));
    timer.start();
    QTest::qWait(400);
    QVERIFY(setLoopback(true));
    const qint64 away = timer.elapsed();
    QTRY_VERIFY_WITH_TIMEOUT(ended, 5000);
    QVERIFY(started);
    QCOMPARE(started->startMonotonicNs, ended->startMonotonicNs);
    const qint64 measured = (ended->endMonotonicNs - ended->startMonotonicNs) / 1'000'000;
    // The truth lies between the packets at both ends; on a busy machine they are further apart than asked for.
    qint64 widest = 0;
    quint32 lost = 0;
    for (qsizetype at = 1; at < replies.size(); ++at) {
        widest = std::max(widest, (replies.at(at).sentMonotonicNs - replies.at(at - 1).sentMonotonicNs) / 1'000'000);
        lost += !replies.at(at).rtt;
    }
    QVERIFY2(
        qAbs(measured - away) <= 2 * widest + 20,
        qPrintable(QStringLiteral("%1 ms for %2 ms, packets up to %3 ms apart").arg(measured).arg(away).arg(widest)));
    QCOMPARE(ended->packets, lost);
    QVERIFY(pinger->statistics().sent > pinger->statistics().received);
}

void TestPinger::busyThreadDoesNotSpoilTheRoundTripTime()
{
    const auto pinger = make(false, target(QStringLiteral("127.0.0.1"), 50ms));
    QList<PingReply> replies;
    connect(pinger.get(), &Pinger::replied, this, [&](const PingReply &reply) { replies.append(reply); });
    pinger->start();
    // Sleeping half the time: read by the clock of this thread, every second answer would be 25 ms old.
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 1000) {
        QThread::msleep(25);
        QTest::qWait(1);
    }
    QVERIFY(replies.size() >= 5);
    QList<qint64> rtts;
    for (const PingReply &reply : std::as_const(replies))
        rtts.append(reply.rtt ? qint64(reply.rtt->count()) : 1'000'000'000);
    std::sort(rtts.begin(), rtts.end());
    QVERIFY2(rtts.at(rtts.size() / 2) < 2'000'000, qPrintable(QString::number(rtts.at(rtts.size() / 2))));
}

void TestPinger::boundToAnInterfaceThatIsMissing()
{
    PingTarget to = target(QStringLiteral("127.0.0.1"));
    to.boundTo = QStringLiteral("bond77");
    const auto pinger = make(false, to);
    QSignalSpy trouble(pinger.get(), &Pinger::troubleOccurred);
    QSignalSpy outage(pinger.get(), &Pinger::outageStarted);
    pinger->start();
    QTRY_VERIFY_WITH_TIMEOUT(pinger->statistics().sent >= 5, 5000);
    QCOMPARE(trouble.size(), 1); // said once, not with each packet
    QVERIFY(trouble.first().first().toString().contains(QStringLiteral("bond77")));
    QCOMPARE(outage.size(), 1);
    QCOMPARE(pinger->statistics().received, 0u);
}

void TestPinger::systemPingThatDiesIsStartedAgain()
{
    const PingScript script("echo '64 bytes from 192.0.2.1: icmp_seq=1 ttl=64 time=0.5 ms'\n"
                            "echo 'ping: sendmsg: Operation not permitted' >&2\nexit 1\n");
    SystemPinger pinger(target(QStringLiteral("192.0.2.1"), 100ms), script.path());
    QSignalSpy trouble(&pinger, &Pinger::troubleOccurred);
    QSignalSpy ended(&pinger, &Pinger::outageEnded);
    pinger.start();
    // Answer, silence of about a second, answer of the next ping: one outage.
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 8000);
    const auto outage = ended.first().first().value<PingOutage>();
    QVERIFY2(outage.packets >= 5, qPrintable(QString::number(outage.packets)));
    QVERIFY(!trouble.isEmpty());
    QVERIFY(trouble.first().first().toString().contains(QStringLiteral("Operation not permitted")));
}

void TestPinger::systemPingThatIsMissing()
{
    SystemPinger pinger(target(QStringLiteral("192.0.2.1"), 50ms), QStringLiteral("/nowhere/ping"));
    QSignalSpy outage(&pinger, &Pinger::outageStarted);
    pinger.start();
    QTRY_COMPARE_WITH_TIMEOUT(outage.size(), 1, 5000);
    QCOMPARE(pinger.statistics().received, 0u);
}

void TestPinger::stopInASlot()
{
    const auto pinger = make(false, target(QStringLiteral("127.0.0.1")));
    int replies = 0;
    connect(pinger.get(), &Pinger::replied, this, [&] {
        ++replies;
        pinger->stop();
    });
    pinger->start();
    QTRY_COMPARE(replies, 1);
    QTest::qWait(60);
    QCOMPARE(replies, 1);
    pinger->start();
    QTRY_COMPARE(replies, 2);
}

void TestPinger::stopInASlotOfSeveralAnswers()
{
    const PingScript script(
        "for i in 1 2 3; do echo \"64 bytes from 192.0.2.1: icmp_seq=$i ttl=64 time=0.5 ms\"; done\n"
        "exec sleep 9\n");
    SystemPinger pinger(target(QStringLiteral("192.0.2.1"), 300ms), script.path());
    int replies = 0;
    connect(&pinger, &Pinger::replied, this, [&] {
        ++replies;
        pinger.stop();
    });
    pinger.start();
    QThread::msleep(300); // all three are there before the first is read
    QTRY_COMPARE(replies, 1);
    QTest::qWait(60);
    QCOMPARE(replies, 1);
}

void TestPinger::systemPingSaysNothingOnceStopped()
{
    const PingScript script("echo '64 bytes from 192.0.2.1: icmp_seq=1 ttl=64 time=0.5 ms'\n"
                            "while [ ! -e $0-go-on ]; do sleep 0.02; done\n"
                            "echo '64 bytes from 192.0.2.1: icmp_seq=2 ttl=64 time=0.5 ms'\n"
                            "echo 'ping: sendmsg: Operation not permitted' >&2\n: >$0-said\nexec sleep 9\n");
    SystemPinger pinger(target(QStringLiteral("192.0.2.1"), 300ms), script.path());
    int replies = 0, troubles = 0;
    connect(&pinger, &Pinger::replied, this, [&] { ++replies; });
    connect(&pinger, &Pinger::troubleOccurred, this, [&] { ++troubles; });
    pinger.start();
    QTRY_COMPARE(replies, 1);
    // No event loop meanwhile: the second answer and the complaint lie in the pipes when ping is stopped and awaited.
    QFile goOn(script.path() + QStringLiteral("-go-on"));
    QVERIFY(goOn.open(QIODevice::WriteOnly));
    const QDeadlineTimer patience(20s);
    while (!QFile::exists(script.path() + QStringLiteral("-said")) && !patience.hasExpired())
        QThread::msleep(10);
    QVERIFY(!patience.hasExpired());
    QVERIFY(goOn.remove());
    pinger.stop();
    QCOMPARE(replies, 1);
    QCOMPARE(troubles, 0);
    QTest::qWait(50);
    QCOMPARE(replies, 1);
    QCOMPARE(pinger.statistics().sent, 1u);
    pinger.start();
    QTRY_COMPARE(replies, 2);
    QCOMPARE(pinger.statistics().sent, 2u); // nothing of the first ping's among it
}

void TestPinger::systemPingIsStoppedByItsComplaint()
{
    const PingScript script("echo 'ping: sendmsg: Operation not permitted' >&2\nexit 1\n");
    SystemPinger pinger(target(QStringLiteral("192.0.2.1"), 20ms), script.path());
    int replies = 0, troubles = 0;
    connect(&pinger, &Pinger::replied, this, [&] { ++replies; });
    connect(&pinger, &Pinger::troubleOccurred, this, [&] {
        ++troubles;
        pinger.stop();
    });
    pinger.start();
    QTRY_COMPARE(troubles, 1);
    QTest::qWait(1200); // longer than it waits before it starts ping again
    QCOMPARE(replies, 0); // no silence is counted either
    QCOMPARE(troubles, 1);
}

void TestPinger::systemPingThatEndsNoLine()
{
    const PingScript script("printf '%1023s64 bytes from 192.0.2.1: icmp_seq=1 ttl=64 time=0.5 ms%1023s' '' ''\n"
                            "printf '%2000s' ping: >&2\nexec sleep 9\n");
    SystemPinger pinger(target(QStringLiteral("192.0.2.1"), 300ms), script.path());
    QSignalSpy trouble(&pinger, &Pinger::troubleOccurred);
    QSignalSpy replies(&pinger, &Pinger::replied);
    pinger.start();
    QTRY_COMPARE(trouble.size(), 1);
    QTRY_COMPARE(replies.size(), 1);
}

void TestPinger::complaintsSpeakToNoTerminal()
{
    const PingScript script("printf 'ping: \\033[2Junknown\\n' >&2\nexec sleep 9\n");
    SystemPinger pinger(target(QStringLiteral("192.0.2.1"), 300ms), script.path());
    QSignalSpy trouble(&pinger, &Pinger::troubleOccurred);
    pinger.start();
    QTRY_COMPARE(trouble.size(), 1);
    const QString text = trouble.first().first().toString();
    QVERIFY2(text.contains(QStringLiteral("\\u001b[2Junknown")), qPrintable(text));
}

int main(int argc, char **argv)
{
    // Before Qt Test starts its watchdog: a process with threads may not enter a user namespace.
    TestPinger test;
    test.hasNetwork = enterOwnNetwork() && setLoopback(true);
    QCoreApplication app(argc, argv);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_pinger.moc"
