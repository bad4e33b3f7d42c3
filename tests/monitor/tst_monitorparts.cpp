// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cablehost.h"
#include "chart/bondfeed.h"
#include "heap.h"
#include "kernel/counterwatch.h"
#include "models/texts.h"
#include "monitor/balancebars.h"
#include "monitor/balanceview.h"
#include "monitor/chartexport.h"
#include "monitor/notificationgate.h"
#include "tests/support/processcost.h"

#include <QTest>

using namespace bondwright;
using namespace bondwright::ui;
using namespace Qt::StringLiterals;

/// The monitor's pure parts.
class TestMonitorParts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void gateHoldsBackAFlappingCable();
    void gateKeepsBondsApart();
    void gateLetsThroughWhatIsWorse();
    void evenness_data();
    void evenness();
    void csvFields_data();
    void csvFields();
    void samplesAreComplete();
    void eventsAreComplete();
    void summaryNamesEverythingAndHidesNothingHostile();
    void lacpWords();
    void bandStates_data();
    void bandStates();
    void watchesAreUnited();
    void feedFollowsTheBond();
    void bandsAreInTheOrderOfTheLists();
    void aSecondDayTakesNoMemory();
};

namespace
{

constexpr qint64 s = 1'000'000'000;

kernel::BondEvent makeEvent(kernel::EventKind kind, const QString &bond)
{
    kernel::BondEvent e;
    e.kind = kind;
    e.bond = bond;
    e.from = u"eth0"_s;
    e.to = u"eth1"_s;
    e.slave = u"eth0"_s;
    e.monotonicNs = monotonicNow();
    e.wallTime = QDateTime::currentDateTime();
    return e;
}

} // namespace

void TestMonitorParts::gateHoldsBackAFlappingCable()
{
    NotificationGate gate;
    int told = 0;
    for (int i = 0; i < 300; ++i) // ten changes a second for half a minute
        told += gate.offer(makeEvent(kernel::EventKind::Failover, u"bond0"_s), 100 * s + i * s / 10) ? 1 : 0;
    QCOMPARE(told, 3);
    QVERIFY(gate.hasHeldBack());
    QVERIFY(gate.flush(100 * s + 30 * s).size() <= 1);
    const auto last = gate.flush(100 * s + 60 * s);
    QVERIFY(last.size() <= 1);
    QVERIFY(!gate.hasHeldBack());
    QVERIFY(!gate.offer(makeEvent(kernel::EventKind::OptionChanged, u"bond0"_s), 500 * s));
}

void TestMonitorParts::gateKeepsBondsApart()
{
    NotificationGate gate;
    QVERIFY(gate.offer(makeEvent(kernel::EventKind::BondDown, u"bond0"_s), 100 * s));
    QVERIFY(gate.offer(makeEvent(kernel::EventKind::BondDown, u"bond1"_s), 100 * s + 1));
    QVERIFY(!gate.offer(makeEvent(kernel::EventKind::BondUp, u"bond0"_s), 105 * s));
    const auto message = gate.offer(makeEvent(kernel::EventKind::BondDown, u"bond0"_s), 111 * s);
    QVERIFY(message);
    QCOMPARE(message->others, 1);
}

void TestMonitorParts::gateLetsThroughWhatIsWorse()
{
    NotificationGate gate;
    QVERIFY(gate.offer(makeEvent(kernel::EventKind::RedundancyDegraded, u"bond0"_s), 100 * s));
    QVERIFY(!gate.offer(makeEvent(kernel::EventKind::Failover, u"bond0"_s), 101 * s));
    const auto message = gate.offer(makeEvent(kernel::EventKind::BondDown, u"bond0"_s), 102 * s);
    QVERIFY(message);
    QCOMPARE(message->event.kind, kernel::EventKind::BondDown);
    QCOMPARE(message->others, 1);
    // Once: a bond that comes and goes is told of every ten seconds.
    QVERIFY(!gate.offer(makeEvent(kernel::EventKind::BondUp, u"bond0"_s), 103 * s));
    QVERIFY(!gate.offer(makeEvent(kernel::EventKind::BondDown, u"bond0"_s), 104 * s));
}

void TestMonitorParts::evenness_data()
{
    QTest::addColumn<QList<double>>("loads");
    QTest::addColumn<double>("expected");
    QTest::newRow("nothing") << QList<double>{} << -1.0;
    QTest::newRow("silent") << QList<double>{0, 0} << -1.0;
    QTest::newRow("even") << QList<double>{5, 5, 5, 5} << 1.0;
    QTest::newRow("one carries all") << QList<double>{7, 0, 0} << 0.0;
    QTest::newRow("half") << QList<double>{1, 1, 0} << 0.5;
}

void TestMonitorParts::evenness()
{
    QFETCH(QList<double>, loads);
    QFETCH(double, expected);
    QVERIFY(std::abs(BalanceBars::evenness(loads) - expected) < 1e-9);
}

void TestMonitorParts::csvFields_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("field");
    QTest::newRow("plain") << u"eth0"_s << u"eth0"_s;
    QTest::newRow("formula") << u"=1+1"_s << u"'=1+1"_s;
    QTest::newRow("minus") << u"-eth0"_s << u"'-eth0"_s;
    QTest::newRow("at") << u"@SUM(A1)"_s << u"'@SUM(A1)"_s;
    QTest::newRow("comma") << u"a,b"_s << u"\"a,b\""_s;
    QTest::newRow("quote") << u"a\"b"_s << u"\"a\"\"b\""_s;
    QTest::newRow("line") << u"a\nb"_s << u"\"a\nb\""_s;
}

void TestMonitorParts::csvFields()
{
    QFETCH(QString, text);
    QTEST(csvField(text), "field");
}

void TestMonitorParts::samplesAreComplete()
{
    ChartData data;
    data.addSeries(1, u"eth0"_s, Qt::blue, TrafficDirection::Receive);
    data.addSeries(2, u"eth1"_s, Qt::red, TrafficDirection::Receive);
    kernel::CounterSample sample;
    sample.interfaces = {kernel::Counters{.ifindex = 1}};
    for (int i = 1; i <= 10; ++i) {
        sample.monotonicNs = i * s;
        sample.interfaces[0].rxBytes += 1000;
        if (i == 5) // the second NIC comes later
            sample.interfaces.append(kernel::Counters{.ifindex = 2});
        if (i > 5)
            sample.interfaces[1].rxBytes += 500;
        data.appendSample(sample);
    }
    const QString csv = QString::fromUtf8(samplesCsv(data));
    const QStringList lines = csv.split(u"\r\n"_s, Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 11);
    QCOMPARE(lines.first(), u"time,monotonic_ns,eth0 rx B/s,eth1 rx B/s"_s);
    QVERIFY(lines.at(1).endsWith(u",1000000000,,"_s));
    QVERIFY(lines.at(3).endsWith(u",3000000000,1000,"_s));
    QVERIFY(lines.at(10).endsWith(u",10000000000,1000,500"_s));
}

void TestMonitorParts::eventsAreComplete()
{
    kernel::BondEvent one = makeEvent(kernel::EventKind::Failover, u"=bond0"_s);
    one.outage = std::chrono::milliseconds(123);
    const QString csv = QString::fromUtf8(eventsCsv({one}));
    QCOMPARE(csv.count(u"\r\n"), 2);
    QVERIFY(csv.contains(u",failover,'=bond0,"));
    QVERIFY(csv.contains(u",123,"));
}

void TestMonitorParts::summaryNamesEverythingAndHidesNothingHostile()
{
    CableHost source;
    source.nic(1).driver = u"e1000\nslave: fake\u202e"_s;
    neighbours::SwitchPort port;
    port.chassis = u"sw1"_s;
    port.port = u"Gi1/0/7\nslave: x"_s;
    const QString text = supportSummary(source.snapshot(), u"bond0"_s,
                                        diagnosis::judge(*source.snapshot().bondByName(u"bond0"_s), source.snapshot()),
                                        {{u"eth1"_s, port}}, {makeEvent(kernel::EventKind::Failover, u"bond0"_s)});
    for (const QString &part :
         {u"mode: active-backup"_s, u"active slave: eth0"_s, u"option miimon: 100"_s, u"slave: eth1"_s,
          u"addresses: 192.0.2.1/24"_s, u"  link: up 10000 Mbit/s"_s, u"  switch port: sw1, port Gi1/0/7"_s})
        QVERIFY2(text.contains(part), qPrintable(part));
    QCOMPARE(text.count(u"\nslave: "), 2); // a name cannot forge a line
    QVERIFY(!text.contains(QChar(0x202e)));
    QVERIFY(supportSummary(source.snapshot(), u"bond7"_s, {}, {}, {}).contains(u"bond7 (not there)"));
}

void TestMonitorParts::lacpWords()
{
    using models::Texts;
    QCOMPARE(Texts::lacpState(63), u"active, fast, in sync, collecting, distributing"_s);
    QCOMPARE(Texts::lacpState(61), u"active, slow, in sync, collecting, distributing"_s);
    QVERIFY(Texts::lacpState(69).contains(u"no partner heard"));
}

void TestMonitorParts::bandStates_data()
{
    QTest::addColumn<int>("mii");
    QTest::addColumn<bool>("carrier");
    QTest::addColumn<int>("place");
    QTest::addColumn<int>("expected");
    QTest::newRow("active") << 0 << true << 0 << int(BandState::Active);
    QTest::newRow("standby") << 0 << true << 1 << int(BandState::Standby);
    QTest::newRow("going down") << 1 << false << 0 << int(BandState::GoingDown);
    QTest::newRow("not yet noticed") << 0 << false << 0 << int(BandState::GoingDown);
    QTest::newRow("no link") << 2 << false << 0 << int(BandState::NoLink);
    QTest::newRow("down with link") << 2 << true << 0 << int(BandState::Down);
    QTest::newRow("going back") << 3 << true << 1 << int(BandState::GoingBack);
    QTest::newRow("unknown") << 255 << true << 1 << int(BandState::Unknown);
}

void TestMonitorParts::bandStates()
{
    QFETCH(int, mii);
    QFETCH(bool, carrier);
    QFETCH(int, place);
    QFETCH(int, expected);
    CableHost source;
    source.slave(place).mii = kernel::MiiStatus(mii);
    source.nic(place).carrier = carrier;
    QCOMPARE(int(kernel::roleOf(source.bond(), source.slave(place), &source.nic(place))), expected);
}

void TestMonitorParts::watchesAreUnited()
{
    using namespace std::chrono_literals;
    CableHost source;
    kernel::CounterWatch one(&source);
    one.setInterfaces({1, 2});
    {
        kernel::CounterWatch other(&source);
        other.setInterval(100ms);
        other.setInterfaces({2, 3});
        QCOMPARE(source.watched(), QSet<int>({1, 2, 3}));
        QCOMPARE(source.interval(), 100ms);
    }
    QCOMPARE(source.watched(), QSet<int>({1, 2}));
    QCOMPARE(source.interval(), 500ms);
    one.setInterfaces({});
    QVERIFY(source.watched().isEmpty());
}

void TestMonitorParts::feedFollowsTheBond()
{
    CableHost source;
    BondFeed *feed = BondFeed::of(&source, u"bond0"_s);
    QCOMPARE(BondFeed::of(&source, u"bond0"_s), feed);
    QCOMPARE(source.watched(), QSet<int>({2, 3, 10}));
    QCOMPARE(feed->data()->lanes().size(), 2);
    QCOMPARE(feed->data()->series().size(), 6); // two slaves and the total, both ways
    source.setCarrier(0, false);
    source.look();
    source.setNow(monotonicNow());
    source.publish();
    source.tell(makeEvent(kernel::EventKind::Failover, u"bond0"_s));
    source.tell(makeEvent(kernel::EventKind::Failover, u"bond1"_s));
    QCOMPARE(feed->data()->markers().size(), 1);
    QCOMPARE(feed->data()->markers().first().severity, MarkerSeverity::Warning);
    QCOMPARE(feed->data()->lanes().at(0).segments.back().state, BandState::NoLink);
    QCOMPARE(feed->data()->lanes().at(1).segments.back().state, BandState::Active);
    // Removed and created anew under another index: the same feed goes on.
    kernel::BondState bond = source.bond();
    source.state().bonds.clear();
    source.publish();
    QVERIFY(source.watched().isEmpty());
    bond.ifindex = 20;
    source.state().bonds.insert(20, bond);
    source.publish();
    QCOMPARE(source.watched(), QSet<int>({2, 3, 20}));
    QCOMPARE(feed->data()->series().size(), 6);
    // What happened to its predecessor is not drawn as if it had happened to this bond.
    QVERIFY(feed->data()->markers().isEmpty());
    // A partner that is found is good news, one that changes is not.
    kernel::BondEvent partner = makeEvent(kernel::EventKind::LacpPartnerChanged, u"bond0"_s);
    source.tell(partner);
    QCOMPARE(feed->data()->markers().last().severity, MarkerSeverity::Warning);
    partner.from.clear();
    source.tell(partner);
    QCOMPARE(feed->data()->markers().last().severity, MarkerSeverity::Info);
}

void TestMonitorParts::bandsAreInTheOrderOfTheLists()
{
    CableHost source;
    // NetworkManager attached the second NIC first; the third comes later and belongs between them.
    kernel::BondState bond = source.bond();
    kernel::SlaveState first = bond.slaves.value(0);
    kernel::SlaveState last = bond.slaves.value(1);
    first.ifindex = 2;
    last.ifindex = 7;
    const auto publish = [&source, &bond](const QList<kernel::SlaveState> &slaves) {
        bond.slaves = slaves;
        source.state().bonds.insert(bond.ifindex, bond);
        source.publish();
    };
    publish({last, first});
    BondFeed *feed = BondFeed::of(&source, u"bond0"_s);
    const auto names = [feed] {
        QStringList found;
        for (const BandLane &lane : feed->data()->lanes())
            found.append(lane.name);
        return found;
    };
    QCOMPARE(names(), (QStringList{first.name, last.name}));
    kernel::SlaveState between = last;
    between.ifindex = 5;
    between.name = u"eth9"_s;
    publish({last, first, between});
    QCOMPARE(names(), (QStringList{first.name, between.name, last.name}));
}

/// A day of samples, pings and failovers, played as fast as it goes; then another one: memory stays flat.
void TestMonitorParts::aSecondDayTakesNoMemory()
{
    const std::size_t before = heapBytes();
    CableHost source;
    BondFeed *feed = BondFeed::of(&source, u"bond0"_s);
    const int track = feed->data()->addPingTrack(u"192.0.2.254"_s, Qt::blue);
    kernel::CounterSample sample;
    sample.monotonicNs = 1000 * s;
    for (const int ifindex : {2, 3, 10})
        sample.interfaces.append(kernel::Counters{.ifindex = ifindex});
    const auto play = [&](int seconds) {
        for (int i = 0; i < seconds; ++i) {
            sample.monotonicNs += s;
            for (kernel::Counters &counters : sample.interfaces)
                counters.rxBytes += quint64(1000 + i % 977);
            feed->data()->appendPing(track, sample.monotonicNs - s / 2,
                                     i % 600 == 1 ? std::nullopt : std::optional(0.3 + i % 7 * 0.01));
            source.sample(sample);
            if (i % 300 == 0) {
                source.setCarrier(0, i % 600 == 0);
                source.look();
                source.setNow(sample.monotonicNs);
                source.publish();
                kernel::BondEvent one = makeEvent(kernel::EventKind::Failover, u"bond0"_s);
                one.monotonicNs = sample.monotonicNs;
                one.wallTime = {};
                source.tell(one);
            }
        }
    };
    play(25 * 3600);
    const std::size_t held = heapBytes() - before;
    const qint64 resident = memoryKiB("Rss");
    play(25 * 3600);
    const std::size_t heldLater = heapBytes() - before;
    qInfo("after 25 h %zu KiB held, %lld KiB resident; after 50 h %zu and %lld", held / 1024, qlonglong(resident),
          heldLater / 1024, qlonglong(memoryKiB("Rss")));
    QVERIFY(heldLater < held + 256 * 1024); // markers and states of another 300 failovers
    QVERIFY(memoryKiB("Rss") - resident < 4096);
    QVERIFY(held < 8 * 1024 * 1024);
}

QTEST_MAIN(TestMonitorParts)
#include "tst_monitorparts.moc"
