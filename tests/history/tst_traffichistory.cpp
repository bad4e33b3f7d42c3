// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/traffichistory.h"
#include "tests/support/heap.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace bondwright::history;
using namespace std::chrono_literals;
using bondwright::kernel::Counters;
using bondwright::kernel::CounterSample;

namespace
{

constexpr qint64 ns = 1'000'000'000;

Counters counters(int ifindex, quint64 rx, quint64 tx = 0)
{
    Counters counters;
    counters.ifindex = ifindex;
    counters.rxBytes = rx;
    counters.txBytes = tx;
    return counters;
}

} // namespace

class TestTrafficHistory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void slidingBufferKeepsTheLast();
    void ratesAndGaps();
    void bucketsAgreeWithTheSamples();
    void lateSeriesEndWithTheAxis();
    void levels();
    void ignoresAFlood();
    void memoryOf64SlavesOver24Hours();
};

void TestTrafficHistory::slidingBufferKeepsTheLast()
{
    SlidingBuffer<int> buffer(100);
    QVERIFY(buffer.isEmpty() && buffer.span().empty());
    for (int value = 0; value < 1000; ++value) {
        buffer.push(value);
        const auto span = buffer.span();
        QCOMPARE(span.size(), std::size_t(std::min(value + 1, 100)));
        QCOMPARE(span.back(), value);
        QCOMPARE(span.front(), std::max(0, value - 99));
        QCOMPARE(buffer.total(), quint64(value + 1));
    }
}

void TestTrafficHistory::ratesAndGaps()
{
    TrafficHistory history;
    history.add({1 * ns, {counters(2, 1000, 10)}});
    QVERIFY(!history.latest(2)); // one sample is no rate
    QVERIFY(std::isnan(history.series(2, Metric::RxBytes)->samples().back()));
    history.add({3 * ns, {counters(2, 3000, 30)}});
    QCOMPARE(history.latest(2)->rxBytes, 1000.0);
    QCOMPARE(history.series(2, Metric::RxBytes)->samples().back(), 1000.f);
    QCOMPARE(history.series(2, Metric::TxBytes)->samples().back(), 10.f);
    history.add({3 * ns, {counters(2, 9000)}}); // not later: ignored
    history.add({2 * ns, {counters(2, 9000)}});
    QCOMPARE(history.axis().times(0).size(), 2u);
    history.add({4 * ns, {counters(3, 1)}}); // 2 is missing
    QVERIFY(std::isnan(history.series(2, Metric::RxBytes)->samples().back()));
    QVERIFY(!history.latest(2));
    history.add({5 * ns, {counters(2, 100)}}); // counter reset: no spike
    QCOMPARE(history.series(2, Metric::RxBytes)->samples().back(), 0.f);
    QVERIFY(!history.series(2, Metric::Drops)); // not kept
    QVERIFY(!history.series(99, Metric::RxBytes));
}

void TestTrafficHistory::bucketsAgreeWithTheSamples()
{
    TimeAxis axis;
    SeriesHistory series;
    QRandomGenerator random(3);
    // Ten minutes at about 20 Hz with holes.
    std::vector<std::pair<qint64, float>> all;
    for (qint64 time = 7 * ns; time < 607 * ns; time += 40'000'000 + random.bounded(20'000'000)) {
        if (random.bounded(500) == 0)
            time += 3 * ns;
        const float value = random.bounded(50) ? float(random.bounded(1e6)) : std::nanf("");
        TimeAxis::Opened opened{};
        QVERIFY(axis.push(time, opened));
        series.push(value, opened);
        all.emplace_back(time, value);
    }
    for (int level = 1; level < levelCount; ++level) {
        const auto times = axis.times(level);
        const auto buckets = series.buckets(level);
        QCOMPARE(buckets.size(), times.size());
        const qint64 width = levelSpecs[std::size_t(level)].width.count();
        std::size_t sample = 0;
        while (all[sample].first < times.front())
            ++sample;
        for (std::size_t at = 0; at < times.size(); ++at) {
            float low = INFINITY, high = -INFINITY;
            double sum = 0;
            int count = 0;
            for (; sample < all.size() && all[sample].first < times[at] + width; ++sample) {
                if (std::isnan(all[sample].second))
                    continue;
                low = std::min(low, all[sample].second);
                high = std::max(high, all[sample].second);
                sum += all[sample].second;
                ++count;
            }
            if (count == 0) {
                QVERIFY(std::isnan(buckets[at].minimum) && std::isnan(buckets[at].mean));
                continue;
            }
            QCOMPARE(buckets[at].minimum, low);
            QCOMPARE(buckets[at].maximum, high);
            QVERIFY(std::abs(buckets[at].mean - sum / count) <= 1 + sum / count * 1e-4);
        }
        QCOMPARE(sample, all.size());
    }
}

void TestTrafficHistory::lateSeriesEndWithTheAxis()
{
    TrafficHistory history;
    for (int tick = 1; tick <= 1000; ++tick) {
        CounterSample sample{tick * ns / 2, {counters(2, quint64(tick) * 500)}};
        if (tick > 700)
            sample.interfaces.append(counters(3, quint64(tick) * 50));
        history.add(sample);
    }
    const SeriesHistory *late = history.series(3, Metric::RxBytes);
    QCOMPARE(late->samples().size(), 300u);
    QCOMPARE(late->samples().back(), 100.f);
    for (int level = 1; level < levelCount; ++level) {
        // Buckets since the one in which it came.
        const qint64 width = levelSpecs[std::size_t(level)].width.count();
        const auto times = history.axis().times(level);
        const std::size_t size = late->buckets(level).size();
        QVERIFY(size <= times.size());
        const qint64 first = times[times.size() - size];
        QVERIFY(first <= 701 * ns / 2 && first + width > 701 * ns / 2);
        QCOMPARE(late->buckets(level).back().maximum, 100.f);
    }
}

void TestTrafficHistory::levels()
{
    TimeAxis axis;
    for (qint64 tick = 1; tick <= 3600 * 20; ++tick) {
        TimeAxis::Opened opened{};
        axis.push(tick * ns / 20, opened);
    }
    QCOMPARE(axis.times(0).size(), levelSpecs[0].capacity); // ten minutes at 20 Hz
}

void TestTrafficHistory::ignoresAFlood()
{
    TrafficHistory history;
    CounterSample flood{ns, {}};
    for (int ifindex = 1; ifindex <= 5000; ++ifindex)
        flood.interfaces.append(counters(ifindex, 1));
    history.add(flood);
    QVERIFY(history.series(int(TrafficHistory::maxInterfaces), Metric::RxBytes));
    QVERIFY(!history.series(int(TrafficHistory::maxInterfaces) + 1, Metric::RxBytes));
}

void TestTrafficHistory::memoryOf64SlavesOver24Hours()
{
    const std::size_t before = bondwright::heapBytes();
    TrafficHistory history;
    CounterSample sample;
    for (int ifindex = 1; ifindex <= 64; ++ifindex)
        sample.interfaces.append(counters(ifindex, 0));
    // As full as every level gets, in few samples: a day of one each 5 s, an hour of one each second, ten
    // minutes at 20 Hz.
    const auto run = [&](std::chrono::seconds duration, qint64 step) {
        for (const qint64 end = sample.monotonicNs + duration.count() * ns; sample.monotonicNs < end;) {
            sample.monotonicNs += step;
            for (Counters &one : sample.interfaces)
                one.rxBytes += 1000;
            history.add(sample);
        }
    };
    run(25h, 5 * ns);
    run(1h, ns);
    run(10min, ns / 20);
    const std::size_t used = bondwright::heapBytes() - before;
    qInfo("64 interfaces, 24 hours: %.1f MiB on the heap", double(used) / 1048576);
    QVERIFY(used < 64u * 1048576);
    for (int level = 0; level < levelCount; ++level)
        QCOMPARE(history.axis().times(level).size(), levelSpecs[std::size_t(level)].capacity);
    QVERIFY(history.axis().times(3).back() - history.axis().times(3).front() >= 23 * 3600 * ns);
}

QTEST_APPLESS_MAIN(TestTrafficHistory)
#include "tst_traffichistory.moc"
