// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ping/echo.h"
#include "ping/pendingpings.h"
#include "ping/pingledger.h"
#include "ping/pingline.h"
#include "ping/rtthistogram.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace bondwright::ping;
using namespace std::chrono_literals;

namespace
{

constexpr qint64 ms = 1'000'000;

} // namespace

class TestPingParts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void targets_data();
    void targets();
    void echoRoundTrip_data();
    void echoRoundTrip();
    void foreignPacketsAreRefused();
    void lines_data();
    void lines();
    void sequencesUnwrap();
    void percentilesAgreeWithSorting();
    void answersWaitForEarlierPackets();
    void timeoutsAndLateAnswers();
    void outages();
};

void TestPingParts::targets_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isAccepted");
    const auto row
        = [](const char *text, bool isAccepted) { QTest::newRow(text) << QString::fromLatin1(text) << isAccepted; };
    row("192.0.2.1", true);
    row(" 192.0.2.1 ", true);
    row("127.0.0.1", true);
    row("2001:db8::1", true);
    row("fe80::1%eth0", true);
    row("fe80::1%2", true);
    row("fe80::1%", false);
    row("2001:db8::1%eth0", false);
    row("192.0.2.1%eth0", false);
    row("fe80::1%a-name-too-long-for-one", false);
    row("0.0.0.0", false);
    row("::", false);
    row("255.255.255.255", false);
    row("224.0.0.1", false);
    row("ff02::1", false);
    row("", false);
    row("1", false);
    row("192.0.2", false);
    row("0x7f.1", false);
    row("gateway.example", false);
    row("-c 1", false);
}

void TestPingParts::targets()
{
    QFETCH(QString, text);
    QFETCH(bool, isAccepted);
    QCOMPARE(parseTarget(text).has_value(), isAccepted);
}

void TestPingParts::echoRoundTrip_data()
{
    QTest::addColumn<bool>("isIpv6");
    QTest::addColumn<quint32>("sequence");
    for (const quint32 sequence : {0u, 1u, 65535u, 65536u, 4294967295u}) {
        QTest::addRow("IPv4 %u", sequence) << false << sequence;
        QTest::addRow("IPv6 %u", sequence) << true << sequence;
    }
}

void TestPingParts::echoRoundTrip()
{
    QFETCH(bool, isIpv6);
    QFETCH(quint32, sequence);
    const Family family = isIpv6 ? Family::IPv6 : Family::IPv4;
    const EchoMark mark{0x0123456789abcdefULL, sequence};
    QByteArray packet = echoRequest(family, mark);
    QCOMPARE(packet.size(), 64);
    QCOMPARE(quint8(packet.at(0)), quint8(isIpv6 ? 128 : 8));
    QVERIFY(!parseEchoReply(family, packet)); // a request is no answer
    packet[0] = isIpv6 ? char(129) : char(0);
    packet[4] = 'i'; // identifier and checksum are the kernel's
    packet[2] = 'c';
    QCOMPARE(parseEchoReply(family, packet), std::optional(mark));
    QVERIFY(!parseEchoReply(isIpv6 ? Family::IPv4 : Family::IPv6, packet));
}

void TestPingParts::foreignPacketsAreRefused()
{
    QByteArray packet = echoRequest(Family::IPv4, {1, 2});
    packet[0] = 0;
    for (qsizetype size = 0; size < packet.size(); ++size)
        QVERIFY(!parseEchoReply(Family::IPv4, QByteArrayView(packet).first(size)));
    QVERIFY(!parseEchoReply(Family::IPv4, packet + 'x'));
    QByteArray otherSequence = packet;
    otherSequence[7] = 9;
    QVERIFY(!parseEchoReply(Family::IPv4, otherSequence));
    QByteArray unreachable = packet;
    unreachable[0] = 3;
    QVERIFY(!parseEchoReply(Family::IPv4, unreachable));
}

void TestPingParts::lines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("kind"); // -1: nothing
    QTest::addColumn<int>("sequence");
    QTest::addColumn<qint64>("rtt");
    const auto row = [](const char *line, int kind, int sequence = 0, qint64 rtt = 0) {
        QTest::newRow(line) << QByteArray(line) << kind << sequence << rtt;
    };
    const int answer = int(PingLine::Kind::Answer);
    row("64 bytes from 192.0.2.254: icmp_seq=1 ttl=64 time=0.045 ms", answer, 1, 45'000);
    row("64 bytes from ::1: icmp_seq=3 ttl=64 time=12.3 ms\n", answer, 3, 12'300'000);
    row("64 bytes from 192.0.2.254: icmp_seq=65535 ttl=64 time=1001 ms", answer, 65535, 1'001'000'000);
    row("[1790000000.123456] 64 bytes from 192.0.2.254: icmp_seq=4 ttl=64 time=0.2 ms", answer, 4, 200'000);
    row("64 bytes from 192.0.2.254: icmp_seq=1 ttl=64 time=0.050 ms (DUP!)", -1);
    row("64 bytes from 192.0.2.254: icmp_seq=70000 ttl=64 time=0.050 ms", -1);
    row("64 bytes from 192.0.2.254: icmp_seq=-1 ttl=64 time=0.050 ms", -1);
    row("64 bytes from 192.0.2.254: icmp_seq=1 ttl=64 time=nan ms", -1);
    row("64 bytes from 192.0.2.254: icmp_seq=1 ttl=64 time=-1 ms", -1);
    row("64 bytes from 192.0.2.254: icmp_seq=1 ttl=64", -1);
    row("no answer yet for icmp_seq=10", int(PingLine::Kind::NoAnswerYet), 10);
    row("From 192.0.2.2 icmp_seq=7 Destination Host Unreachable", int(PingLine::Kind::Refused), 7);
    row("From 2001:db8::2 icmp_seq=8 Destination unreachable: No route", int(PingLine::Kind::Refused), 8);
    row("ping: connect: Network is unreachable", int(PingLine::Kind::Complaint));
    row("ping: sendmsg: Operation not permitted", int(PingLine::Kind::Complaint));
    row("ping: cannot flood; minimal interval allowed for user is 200ms", int(PingLine::Kind::TooFast));
    row("ping: cannot flood, minimal interval for user must be >= 2 ms, use -i 0.002 (or higher)",
        int(PingLine::Kind::TooFast));
    row("PING 192.0.2.254 (192.0.2.254) 56(84) bytes of data.", -1);
    row("--- 192.0.2.254 ping statistics ---", -1);
    row("rtt min/avg/max/mdev = 0.036/0.054/0.080/0.018 ms", -1);
    row("pipe 10", -1);
    row("", -1);
}

void TestPingParts::lines()
{
    QFETCH(QByteArray, line);
    QFETCH(int, kind);
    QFETCH(int, sequence);
    QFETCH(qint64, rtt);
    const std::optional<PingLine> parsed = parsePingLine(line);
    QCOMPARE(parsed ? int(parsed->kind) : -1, kind);
    if (parsed) {
        QCOMPARE(int(parsed->sequence), sequence);
        QCOMPARE(qint64(parsed->rtt.count()), rtt);
    }
}

void TestPingParts::sequencesUnwrap()
{
    QCOMPARE(unwrapSequence(1, 0), 1u);
    QCOMPARE(unwrapSequence(0, 65535), 65536u);
    QCOMPARE(unwrapSequence(65535, 65536), 65535u);
    QCOMPARE(unwrapSequence(5, 65536 * 3 - 2), 65536u * 3 + 5);
    QCOMPARE(unwrapSequence(65535, 0), 65535u); // there is nothing before the first
}

void TestPingParts::percentilesAgreeWithSorting()
{
    RttHistogram histogram;
    QCOMPARE(histogram.percentile(0.5), 0ns);
    QCOMPARE(histogram.mean(), 0ns);
    QRandomGenerator random(7);
    std::vector<qint64> all;
    for (int i = 0; i < 20'000; ++i) {
        // From 10 µs to 10 s, evenly over the decades.
        const qint64 rtt = qint64(1e4 * std::pow(10.0, random.generateDouble() * 6));
        all.push_back(rtt);
        histogram.add(std::chrono::nanoseconds(rtt));
    }
    std::sort(all.begin(), all.end());
    QCOMPARE(histogram.count(), quint64(all.size()));
    QCOMPARE(qint64(histogram.minimum().count()), all.front());
    QCOMPARE(qint64(histogram.maximum().count()), all.back());
    for (const double share : {0.01, 0.5, 0.9, 0.95, 0.99, 1.0}) {
        const double exact = double(all[std::size_t(std::ceil(share * double(all.size()))) - 1]);
        const double found = double(histogram.percentile(share).count());
        QVERIFY2(found >= exact * 0.999 && found <= exact * 1.033 + 1000,
                 qPrintable(QStringLiteral("%1: %2 for %3").arg(share).arg(found).arg(exact)));
    }
    static_assert(sizeof(RttHistogram) < 16 * 1024);
}

void TestPingParts::answersWaitForEarlierPackets()
{
    PendingPings pending(1s);
    QCOMPARE(pending.nextDeadlineNs(), 0);
    for (quint32 sequence = 0; sequence < 4; ++sequence)
        pending.sent(sequence, 1 + sequence * 100 * ms);
    QCOMPARE(pending.nextDeadlineNs(), 1 + 1000 * ms);
    pending.answered(1, 2ms);
    pending.answered(2, 3ms);
    QVERIFY(pending.takeDecided(400 * ms).isEmpty()); // packet 0 is still open
    pending.answered(0, 350ms);
    const QList<PingReply> decided = pending.takeDecided(400 * ms);
    QCOMPARE(decided.size(), 3);
    for (quint32 sequence = 0; sequence < 3; ++sequence) {
        QCOMPARE(decided.at(sequence).sequence, sequence);
        QVERIFY(decided.at(sequence).rtt.has_value());
    }
    pending.failed(3);
    QCOMPARE(pending.takeDecided(400 * ms).size(), 1);
    QVERIFY(pending.isEmpty());
}

void TestPingParts::timeoutsAndLateAnswers()
{
    PendingPings pending(1s);
    pending.sent(0, 0);
    pending.sent(1, 100 * ms);
    pending.answered(1, 5ms);
    pending.answered(1, 90ms); // a duplicate changes nothing
    pending.answered(77, 5ms); // never sent
    QVERIFY(pending.takeDecided(999 * ms).isEmpty());
    const QList<PingReply> decided = pending.takeDecided(1000 * ms);
    QCOMPARE(decided.size(), 2);
    QVERIFY(!decided.at(0).rtt);
    QCOMPARE(*decided.at(1).rtt, 5ms);
    pending.answered(0, 1100ms); // too late: it has been called lost
    QVERIFY(pending.takeDecided(5000 * ms).isEmpty());
}

void TestPingParts::outages()
{
    PingLedger ledger;
    const auto answer = [&](quint32 sequence) { return ledger.add({sequence, sequence * 10 * ms, 1ms}); };
    const auto loss = [&](quint32 sequence) { return ledger.add({sequence, sequence * 10 * ms, std::nullopt}); };
    for (quint32 sequence = 0; sequence < 5; ++sequence) {
        const PingLedger::Change change = answer(sequence);
        QVERIFY(!change.started && !change.ended);
    }
    const PingLedger::Change first = loss(5);
    QVERIFY(first.started && !first.ended);
    QCOMPARE(first.started->startMonotonicNs, 50 * ms);
    QCOMPARE(first.started->endMonotonicNs, 0);
    QVERIFY(!loss(6).started);
    const PingLedger::Change last = answer(7);
    QVERIFY(!last.started && last.ended);
    QCOMPARE(last.ended->startMonotonicNs, 50 * ms);
    QCOMPARE(last.ended->endMonotonicNs, 70 * ms);
    QCOMPARE(last.ended->packets, 2u);
    QVERIFY(!answer(8).ended);
    QCOMPARE(ledger.statistics().sent, 9u);
    QCOMPARE(ledger.statistics().received, 7u);
}

QTEST_GUILESS_MAIN(TestPingParts)
#include "tst_pingparts.moc"
