// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/recording/recorder.h"
#include "kernel/replaysource.h"
#include "tests/kernel/lab/eventlog.h"
#include "tests/kernel/states.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace bondwright;
using namespace bondwright::kernel;
using namespace Qt::StringLiterals;

namespace
{

// For a busy machine under sanitizers; nothing here takes a tenth of a second of CPU.
constexpr int patience = 120'000;

/// Says what it is told to say.
class ScriptedSource : public KernelSource
{
public:
    void start() override { }
    const Snapshot &snapshot() const override { return now; }
    void watchCounters(const QSet<int> &) override { }
    void setSampleInterval(std::chrono::milliseconds) override { }

    Snapshot now;
};

Snapshot richSnapshot()
{
    Snapshot snapshot = states::bonded(Mode::Ieee8023ad);
    snapshot.kernelRelease = u"6.1.0"_s;
    NicState &nic = snapshot.nics[2];
    nic.driver = u"ixgbe"_s;
    nic.busAddress = u"0000:03:00.0"_s;
    nic.permanentMac = MacAddress::fromString(u"02:00:00:00:00:99");
    nic.speedMbps = 10000;
    nic.duplex = Duplex::Full;
    nic.maxMtu = 9710;
    nic.vlanId = 20;
    nic.lowerIndex = 5;
    nic.carrierUpCount = 4;
    nic.carrierDownCount = 3;
    nic.addresses = {u"192.0.2.1/24"_s, u"2001:db8::1/64"_s};
    nic.carriesDefaultRoute = true;
    nic.gateway = IpAddress::fromString(u"192.0.2.254");
    SlaveState &slave = states::slaveOf(snapshot, 0);
    slave.prio = -7;
    slave.queueId = 2;
    slave.permanentMac = MacAddress::fromString(u"02:00:00:00:00:99");
    slave.linkFailures = 4'000'000'000;
    slave.churnActor = 0;
    snapshot.bonds[states::bondIndex].privilegedOptions = {u"ad_user_port_key"_s};
    return snapshot;
}

/// As /proc tells of a bond whose driver says less, or more, than is known here.
Snapshot readFromProc()
{
    Snapshot snapshot = states::bonded(Mode::Ieee8023ad);
    snapshot.bonds[states::bondIndex].ad.reset();
    snapshot.bonds[states::bondIndex].isLacpHidden = true;
    BondState future = snapshot.bonds.value(states::bondIndex);
    future.ifindex = states::bondIndex + 1;
    future.isLacpHidden = false;
    future.unknownMode = u"balance-future"_s;
    snapshot.bonds.insert(future.ifindex, future);
    return snapshot;
}

BondEvent richEvent()
{
    BondEvent event;
    event.id = 42;
    event.kind = EventKind::PingOutage;
    event.monotonicNs = 123'456'789'012;
    event.wallTime = QDateTime::fromString(u"2026-11-22T10:00:00.123Z"_s, Qt::ISODateWithMs);
    event.bondIndex = 10;
    event.bond = u"bond0"_s;
    event.slaveIndex = 2;
    event.slave = u"<b>eth0</b>"_s;
    event.from = u"a\"\n"_s;
    event.to = u"192.0.2.254"_s;
    event.reason = kernel::EventReason::CarrierLost;
    event.outage = std::chrono::milliseconds(105);
    return event;
}

} // namespace

class TestRecording : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void recordsSurvive_data()
    {
        QTest::addColumn<int>("which");
        for (int i = 0; i < 9; ++i)
            QTest::addRow("%d", i) << i;
    }

    void recordsSurvive()
    {
        QFETCH(int, which);
        Snapshot later = richSnapshot();
        later.nics.remove(3);
        later.bonds.remove(states::bondIndex);
        const std::array<recording::Content, 9> contents{
            recording::wholeOf(richSnapshot()),
            recording::differenceOf(richSnapshot(), later),
            richEvent(),
            CounterSample{77, {Counters{2, 1ULL << 60, 2, 3, 4, 5, 6, 7, 8}, Counters{3}}},
            recording::PingResult{u"bond0"_s, u"2001:db8::1"_s, 4'294'967'295, 12'345},
            recording::PingResult{u"bond0"_s, u"192.0.2.1"_s, 0, std::nullopt},
            recording::Trouble{u"x"_s},
            recording::End{u"limit"_s},
            recording::wholeOf(readFromProc()),
        };
        const recording::Record record{77, contents.at(std::size_t(which))};
        const QByteArray line = recording::toLine(record);
        QCOMPARE(line.count('\n'), 1);
        const auto again = recording::recordFromLine(line);
        QVERIFY(again);
        QCOMPARE(*again, record);
    }

    void differencesAddUp()
    {
        Snapshot before = richSnapshot();
        Snapshot after = before;
        after.nics.remove(3);
        after.nics[2].carrier = false;
        after.bonds[states::bondIndex].slaves.removeLast();
        recording::applyTo(before, recording::differenceOf(before, after));
        QCOMPARE(before, after);
        QVERIFY(recording::differenceOf(after, after).isEmpty());
    }

    void refusesLines_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("hello");
        QTest::newRow("cut off") << QByteArray(R"({"type":"event","t":5)");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("no type") << QByteArray(R"({"t":5})");
        QTest::newRow("no time") << QByteArray(R"({"type":"event"})");
        QTest::newRow("negative time") << QByteArray(R"({"type":"event","t":-1})");
        QTest::newRow("time beyond all bounds") << QByteArray(R"({"type":"event","t":9223372036854775807})");
        QTest::newRow("fraction") << QByteArray(R"({"type":"event","t":1.5})");
    }

    void refusesLines()
    {
        QFETCH(QByteArray, line);
        const auto record = recording::recordFromLine(line);
        QVERIFY(!record);
        QCOMPARE(record.error().code, u"recording.format"_s);
    }

    void passesOverTheFuture()
    {
        const auto record = recording::recordFromLine(R"({"type":"dream","t":5})");
        QVERIFY(record);
        QVERIFY(std::holds_alternative<std::monostate>(record->content));
        const auto header = recording::headerFromLine(R"({"format":"bondwright-recording","version":2})");
        QVERIFY(!header);
        QCOMPARE(header.error().code, u"recording.version"_s);
        QVERIFY(!recording::headerFromLine(R"({"format":"something","version":1})"));
    }

    void replayEqualsLive()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"session.jsonl"_s);
        ScriptedSource live;
        EventLog liveLog(&live);
        live.now = richSnapshot();
        Recorder recorder(&live);
        QVERIFY(recorder.start(file));
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        for (int i = 0; i < 600; ++i) { // more than one turn of the replay
            live.now.nics[2].carrier = i % 2 == 1;
            live.now.monotonicNs = 1'000'000LL * (i + 1);
            BondEvent event = richEvent();
            event.id = i;
            event.monotonicNs = live.now.monotonicNs;
            Q_EMIT live.eventOccurred(event);
            Q_EMIT live.snapshotChanged();
            Q_EMIT live.sampleTaken(CounterSample{live.now.monotonicNs, {Counters{2, quint64(i)}, Counters{3}}});
            // Answered, or given up, some time after it was sent.
            const auto rtt = i % 100 == 7 ? std::nullopt : std::optional<qint64>(i);
            recorder.addPing({u"bond0"_s, u"192.0.2.1"_s, quint32(i), rtt}, live.now.monotonicNs - 500'000);
        }
        recorder.stop();
        recorder.addPing({u"bond0"_s, u"192.0.2.1"_s, 600, 1}, live.now.monotonicNs); // too late

        ReplaySource replay(file, 0);
        EventLog replayLog(&replay);
        QSignalSpy finished(&replay, &ReplaySource::finished);
        QSignalSpy trouble(&replay, &KernelSource::troubleOccurred);
        QSignalSpy samples(&replay, &KernelSource::sampleTaken);
        // When the event comes, the snapshot has its state already.
        bool isStateFirst = true;
        connect(&replay, &KernelSource::eventOccurred, &replay, [&](const BondEvent &event) {
            isStateFirst = isStateFirst && replay.snapshot().nics.value(2).carrier == (event.id % 2 == 1);
        });
        QList<recording::PingResult> pings;
        QList<qint64> sent;
        connect(&replay, &ReplaySource::pinged, &replay, [&](const recording::PingResult &ping, qint64 sentNs) {
            pings.append(ping);
            sent.append(sentNs);
        });
        replay.watchCounters({2});
        const QDateTime beforeIt = QDateTime::currentDateTimeUtc();
        replay.start();
        QCOMPARE(replay.snapshot().nics.size(), 3);
        // The first state stands at the time of the recording, which has just been made.
        const qint64 wall = (replay.snapshot().monotonicNs + replay.wallOffsetNs()) / 1'000'000;
        QVERIFY(wall <= beforeIt.toMSecsSinceEpoch() && wall > beforeIt.toMSecsSinceEpoch() - 3'600'000);
        const QDateTime began = replay.now();
        QCOMPARE(began.toMSecsSinceEpoch(), wall);
        QVERIFY(finished.wait(patience));
        QVERIFY(trouble.isEmpty());
        QVERIFY(isStateFirst);
        // Played at once, its own time has passed all the same.
        QVERIFY(began < replay.now() && replay.now() <= beforeIt);
        QList<BondEvent> events = replayLog.all();
        // The recording begins now on this host's clock: all times are later by one amount.
        const qint64 shiftNs = events.first().monotonicNs - liveLog.all().first().monotonicNs;
        for (BondEvent &event : events)
            event.monotonicNs -= shiftNs;
        QCOMPARE(events, liveLog.all());
        QCOMPARE(samples.size(), 600);
        QCOMPARE(samples.last().first().value<CounterSample>().interfaces, (QList<Counters>{Counters{2, 599}}));
        QCOMPARE(pings.size(), 600);
        QCOMPARE(pings.at(7), (recording::PingResult{u"bond0"_s, u"192.0.2.1"_s, 7, std::nullopt}));
        QCOMPARE(pings.last().rttNs, std::optional<qint64>(599));
        QCOMPARE(sent.at(7) - shiftNs, 7'500'000);
        Snapshot last = replay.snapshot();
        last.monotonicNs = live.now.monotonicNs;
        QCOMPARE(last, live.now);
    }

    void keepsItsPace()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"session.jsonl"_s);
        ScriptedSource live;
        Recorder recorder(&live);
        QVERIFY(recorder.start(file));
        const auto start = recording::recordFromLine(lineOf(file, 1));
        QVERIFY(start);
        BondEvent event = richEvent();
        event.monotonicNs = start->monotonicNs + 400'000'000;
        Q_EMIT live.eventOccurred(event);
        recorder.stop();
        ReplaySource replay(file, 2);
        QSignalSpy events(&replay, &KernelSource::eventOccurred);
        QElapsedTimer timer;
        timer.start();
        replay.start();
        QVERIFY(events.wait(patience));
        QVERIFY2(timer.elapsed() >= 190, qPrintable(QString::number(timer.elapsed())));
    }

    void stopsAtItsLimit()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"session.jsonl"_s);
        ScriptedSource live;
        Recorder recorder(&live);
        QSignalSpy stopped(&recorder, &Recorder::stopped);
        QVERIFY(recorder.start(file, 10'000));
        for (int i = 0; i < 1000; ++i)
            Q_EMIT live.eventOccurred(richEvent());
        QCOMPARE(stopped.size(), 1);
        QVERIFY(!recorder.isRecording());
        QVERIFY(QFileInfo(file).size() < 10'200);
        ReplaySource replay(file, 0);
        QSignalSpy finished(&replay, &ReplaySource::finished);
        QSignalSpy trouble(&replay, &KernelSource::troubleOccurred);
        replay.start();
        QVERIFY(finished.wait(patience));
        QVERIFY(trouble.isEmpty());
    }

    void cutOffRecordingsPlay()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"session.jsonl"_s);
        ScriptedSource live;
        live.now = richSnapshot();
        Recorder recorder(&live);
        QVERIFY(recorder.start(file));
        Q_EMIT live.eventOccurred(richEvent());
        recorder.stop();
        QVERIFY(QFile::resize(file, QFileInfo(file).size() - 3));
        ReplaySource replay(file, 0);
        QSignalSpy trouble(&replay, &KernelSource::troubleOccurred);
        QSignalSpy events(&replay, &KernelSource::eventOccurred);
        QSignalSpy finished(&replay, &ReplaySource::finished);
        replay.start();
        QVERIFY(finished.wait(patience));
        QCOMPARE(events.size(), 1);
        QVERIFY(trouble.isEmpty());
    }

    void saysWhatIsWrong()
    {
        QTemporaryDir folder;
        ReplaySource none(folder.filePath(u"none"_s), 1);
        QSignalSpy trouble(&none, &KernelSource::troubleOccurred);
        QSignalSpy finished(&none, &ReplaySource::finished);
        none.start();
        QCOMPARE(trouble.size(), 1);
        QCOMPARE(finished.size(), 1);
        ScriptedSource live;
        Recorder recorder(&live);
        const auto started = recorder.start(folder.filePath(u"no/such/folder"_s));
        QVERIFY(!started);
        QCOMPARE(started.error().code, u"recording.open"_s);
    }

private:
    /// What is already in the file; line 0 is the header.
    static QByteArray lineOf(const QString &name, int number)
    {
        QByteArray line;
        // The recorder writes through once a second.
        (void)QTest::qWaitFor([&] {
            QFile file(name);
            if (file.open(QIODevice::ReadOnly)) {
                for (int i = 0; i <= number; ++i)
                    line = file.readLine();
            }
            return line.endsWith('\n');
        });
        return line;
    }
};

QTEST_GUILESS_MAIN(TestRecording)
#include "tst_recording.moc"
