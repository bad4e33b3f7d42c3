// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chart/bandpattern.h"
#include "chart/chartaxis.h"
#include "chart/chartlayout.h"
#include "chart/chartnavigator.h"
#include "chart/chartoverlay.h"
#include "chart/markerlayout.h"
#include "chart/spanraster.h"
#include "chartfixture.h"

#include <QTest>

using namespace bondwright;
using namespace bondwright::ui;
using namespace Qt::StringLiterals;

/// The chart's parts that need no widget.
class TestChartParts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void niceNumbers_data();
    void niceNumbers();
    void limitDoesNotTwitch();
    void rateTexts_data();
    void rateTexts();
    void timeSteps();
    void columnsMatchSamples_data();
    void columnsMatchSamples();
    void columnsOfGapsAreEmpty();
    void anyRangeReadsTheSame_data();
    void anyRangeReadsTheSame();
    void shortStatesKeepTheirColumn();
    void labelsNeverOverlap();
    void crossHairReadsEverything();
    void navigatorKeepsNowAtTheRight();
    void navigatorStaysInBounds();
    void navigatorShowsAll();
    void layoutFits_data();
    void layoutFits();
    void spansBlend();
    void outagesEndWhereTheyBegan();
    void listsAreBounded();
};

void TestChartParts::niceNumbers_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("ceiling");
    QTest::newRow("zero") << 0.0 << 0.0;
    QTest::newRow("negative") << -3.0 << 0.0;
    QTest::newRow("nan") << std::nan("") << 0.0;
    QTest::newRow("one") << 1.0 << 1.0;
    QTest::newRow("just above one") << 1.001 << 2.0;
    QTest::newRow("three") << 3.0 << 5.0;
    QTest::newRow("seven") << 7.0 << 10.0;
    QTest::newRow("a thousand") << 1000.0 << 1000.0;
    QTest::newRow("small") << 0.0301 << 0.05;
    QTest::newRow("large") << 940e6 << 1e9;
}

void TestChartParts::niceNumbers()
{
    QFETCH(double, value);
    QFETCH(double, ceiling);
    QCOMPARE(niceCeiling(value), ceiling);
}

void TestChartParts::limitDoesNotTwitch()
{
    SteadyLimit limit(1);
    QVERIFY(limit.update(90));
    QCOMPARE(limit.limit(), 100.0);
    QVERIFY(!limit.update(45)); // 50 would do, but the next gust would bring 100 back
    QVERIFY(!limit.update(99));
    QVERIFY(limit.update(101));
    QCOMPARE(limit.limit(), 200.0);
    QVERIFY(limit.update(30));
    QCOMPARE(limit.limit(), 50.0);
    QVERIFY(limit.update(0));
    QCOMPARE(limit.limit(), 1.0);
}

void TestChartParts::rateTexts_data()
{
    QTest::addColumn<double>("bytes");
    QTest::addColumn<int>("unit");
    QTest::addColumn<double>("scale");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << 0.0 << 0 << 0.0 << u"0 bit/s"_s;
    QTest::newRow("gigabit") << 125e6 << 0 << 0.0 << u"1 Gbit/s"_s;
    QTest::newRow("bytes") << 125e6 << 1 << 0.0 << u"125 MB/s"_s;
    QTest::newRow("axis keeps its unit") << 62.5e6 << 0 << 125e6 << u"0.5 Gbit/s"_s;
    QTest::newRow("three figures") << 117.3e6 << 0 << 0.0 << u"938 Mbit/s"_s;
}

void TestChartParts::rateTexts()
{
    QFETCH(double, bytes);
    QFETCH(int, unit);
    QFETCH(double, scale);
    QTEST(formatRate(bytes, RateUnit(unit), scale), "text");
}

void TestChartParts::timeSteps()
{
    constexpr qint64 s = 1'000'000'000;
    QCOMPARE(niceTimeStepNs(s / 10, 96), 10 * s); // 2 min over 1200 px
    QCOMPARE(niceTimeStepNs(72 * s, 96), 2 * 3600 * s); // 24 h over 1200 px
    QCOMPARE(niceTimeStepNs(s / 1000, 96), s / 10);
}

void TestChartParts::columnsMatchSamples_data()
{
    QTest::addColumn<qint64>("nsPerColumn");
    QTest::newRow("finer than samples") << qint64(50'000'000);
    QTest::newRow("as samples") << qint64(500'000'000);
    QTest::newRow("3 s") << qint64(3'000'000'000);
    QTest::newRow("72 s") << qint64(72'000'000'000);
    QTest::newRow("crooked") << qint64(1'234'567'891);
}

void TestChartParts::columnsMatchSamples()
{
    QFETCH(qint64, nsPerColumn);
    ChartData data;
    data.addSeries(1, u"eth0"_s, Qt::blue, TrafficDirection::Receive);
    SampleMaker maker(1);
    QList<std::pair<qint64, double>> truth;
    for (int i = 0; i < 2000; ++i) {
        const auto sample = maker.next(500'000'000, wavyRate);
        data.appendSample(sample);
        if (i > 0)
            truth.append({sample.monotonicNs, wavyRate(1, sample.monotonicNs)});
    }
    const auto reader = data.reader(data.series().first());
    QVERIFY(reader);
    const qint64 first = truth.first().first / nsPerColumn;
    const qint64 last = truth.last().first / nsPerColumn;
    std::vector<ChartColumn> columns(std::size_t(last - first + 1));
    reader->read(first, nsPerColumn, columns);
    // Every sample lies within its column (a bucket may begin up to its own width earlier).
    const qint64 slack = nsPerColumn >= 250'000'000 ? 1 : 0;
    for (const auto &[time, value] : truth) {
        const qint64 at = time / nsPerColumn - first;
        bool isInside = false;
        for (qint64 c = std::max<qint64>(0, at - slack); c <= at; ++c) {
            const ChartColumn &column = columns[std::size_t(c)];
            isInside |= column.minimum <= float(value) + 40 && column.maximum >= float(value) - 40;
        }
        QVERIFY2(isInside, qPrintable(u"sample at %1 is not drawn"_s.arg(time)));
    }
    // No holes between the first and the last sample, and nothing that no sample said.
    for (const ChartColumn &column : columns) {
        QVERIFY(!column.isEmpty());
        QVERIFY(column.minimum >= 0 && column.maximum <= 130e6F);
    }
}

void TestChartParts::columnsOfGapsAreEmpty()
{
    ChartData data;
    data.addSeries(1, u"eth0"_s, Qt::blue, TrafficDirection::Receive);
    SampleMaker maker(1);
    for (int i = 0; i < 20; ++i)
        data.appendSample(maker.next(500'000'000, wavyRate));
    const qint64 before = maker.time();
    data.appendSample(maker.next(60'000'000'000, wavyRate));
    data.appendSample(maker.next(500'000'000, wavyRate));
    std::vector<ChartColumn> columns(1);
    data.reader(data.series().first())->read((before + 30'000'000'000) / 100'000'000, 100'000'000, columns);
    QVERIFY(columns.front().isEmpty());
    data.reader(data.series().first())->read((before - 1'000'000'000) / 100'000'000, 100'000'000, columns);
    QVERIFY(!columns.front().isEmpty());
    QVERIFY(std::isnan(data.reader(data.series().first())->valueNear(before + 30'000'000'000)));
}

void TestChartParts::anyRangeReadsTheSame_data()
{
    columnsMatchSamples_data();
}

void TestChartParts::anyRangeReadsTheSame()
{
    QFETCH(qint64, nsPerColumn);
    ChartData data;
    data.addSeries(1, u"eth0"_s, Qt::blue, TrafficDirection::Receive);
    SampleMaker maker(1);
    // More than the samples kept, so that coarser levels take part.
    for (int i = 0; i < 16'000; ++i)
        data.appendSample(maker.next(500'000'000, wavyRate));
    const auto reader = data.reader(data.series().first());
    const qint64 last = maker.time() / nsPerColumn;
    std::vector<ChartColumn> whole(600);
    reader->read(last - 599, nsPerColumn, whole);
    for (const int from : {1, 17, 300, 598}) {
        std::vector<ChartColumn> part(std::size_t(600 - from + 1)); // one more on the left, as the painter reads
        reader->read(last - 599 + from - 1, nsPerColumn, part);
        for (std::size_t i = 1; i < part.size(); ++i)
            QCOMPARE(part[i], whole[i - 1 + std::size_t(from)]);
    }
}

void TestChartParts::shortStatesKeepTheirColumn()
{
    BandLane lane;
    lane.segments = {{0, BandState::Active}, {10'500, BandState::NoLink}, {10'501, BandState::Standby}};
    const auto states = bandColumns(lane, 0, 20, 1000, 15'000);
    QCOMPARE(states[9], BandState::Active);
    QCOMPARE(states[10], BandState::NoLink);
    QCOMPARE(states[11], BandState::Standby);
    QCOMPARE(states[15], BandState::Standby);
    QCOMPARE(states[16], BandState::Unknown); // the future
    QCOMPARE(bandColumns(lane, 5, 10, 1000, 15'000)[5], BandState::NoLink);
}

void TestChartParts::labelsNeverOverlap()
{
    QList<LabelWish> wishes;
    for (int i = 0; i < 60; ++i)
        wishes.append({i * 13 % 800, QSize(120 + i % 40, 16)});
    std::sort(wishes.begin(), wishes.end(), [](const LabelWish &a, const LabelWish &b) { return a.x < b.x; });
    const QRect area(0, 0, 800, 100);
    const auto placed = placeLabels(wishes, area, 3);
    QVERIFY(placed.size() > 10);
    for (qsizetype i = 0; i < placed.size(); ++i) {
        QVERIFY(area.contains(placed.at(i).rect));
        for (qsizetype j = 0; j < i; ++j)
            QVERIFY(!placed.at(i).rect.intersects(placed.at(j).rect));
    }
    // At the right edge a label goes to the left of its line.
    const auto edge = placeLabels({{790, QSize(100, 16)}}, area, 3);
    QCOMPARE(edge.size(), 1);
    QVERIFY(edge.first().rect.right() < 790);
}

void TestChartParts::crossHairReadsEverything()
{
    constexpr qint64 second = 1'000'000'000;
    ChartData data;
    const int lane = data.addLane(u"eth0"_s, Qt::blue, 0);
    data.addSeries(1, u"eth0"_s, Qt::blue, TrafficDirection::Receive);
    data.addSeries(1, u"eth0"_s, Qt::blue, TrafficDirection::Transmit);
    const int hidden = data.addSeries(2, u"eth1"_s, Qt::red, TrafficDirection::Receive);
    const int track = data.addPingTrack(u"192.0.2.254"_s, Qt::green);
    SampleMaker maker(2);
    const qint64 begin = maker.time();
    data.setBandState(lane, begin, BandState::Active);
    for (int i = 1; i <= 60; ++i) {
        data.appendSample(maker.next(second, [](int, qint64) { return 125e6; }));
        data.appendPing(track, maker.time(), i == 30 ? std::nullopt : std::optional(0.25));
    }
    data.setBandState(lane, begin + 40 * second, BandState::NoLink);
    const QString text = u"Traffic moved from eth0 to eth1: "_s + QString(200, u'x');
    data.addMarker({begin + 40 * second, text, MarkerSeverity::Warning, 1});
    data.commit();
    ChartScene scene;
    scene.data = &data;
    scene.hidden = {hidden};
    scene.nsPerColumn = second;
    const auto at = [&](int sinceBegin) {
        QStringList lines;
        for (const ReadoutLine &line : readout(scene, begin / second + sinceBegin))
            lines.append(line.text);
        return lines;
    };
    QStringList lines = at(20);
    QCOMPARE(lines.size(), 5);
    QVERIFY(lines.first().contains(u':')); // the time
    QCOMPARE(lines.at(1), u"eth0  active"_s);
    QCOMPARE(lines.at(2), u"eth0  ↓ "_s + formatRate(125e6, RateUnit::BitsPerSecond));
    QCOMPARE(lines.at(3), u"eth0  ↑ "_s + formatRate(62.5e6, RateUnit::BitsPerSecond));
    QCOMPARE(lines.at(4), u"192.0.2.254  "_s + formatMilliseconds(0.25));
    QCOMPARE(at(30).last(), u"192.0.2.254  ping lost"_s);
    lines = at(40);
    QCOMPARE(lines.at(1), u"eth0  link down"_s);
    QVERIFY(lines.contains(text)); // the marker's whole text, though its label is cut
    QVERIFY(!at(50).contains(text));
    // Bytes are read as bytes.
    scene.unit = RateUnit::BytesPerSecond;
    QCOMPARE(at(20).at(2), u"eth0  ↓ "_s + formatRate(125e6, RateUnit::BytesPerSecond));
    QVERIFY(at(20).at(2) != lines.at(2));
}

void TestChartParts::navigatorKeepsNowAtTheRight()
{
    ChartNavigator navigator;
    navigator.setWidth(1000);
    navigator.setSpan(100'000'000'000);
    navigator.setExtent(0, 500'000'000'000);
    QCOMPARE(navigator.lastColumn(), navigator.columnOf(500'000'000'000));
    navigator.zoom(0.5, 200);
    QVERIFY(navigator.isFollowing());
    QCOMPARE(navigator.lastColumn(), navigator.columnOf(500'000'000'000));
    navigator.setPaused(true);
    navigator.setExtent(0, 600'000'000'000);
    QVERIFY(!navigator.isFollowing());
    QCOMPARE(navigator.lastColumn(), navigator.columnOf(500'000'000'000));
    navigator.setPaused(false);
    QVERIFY(navigator.isFollowing());
    QCOMPARE(navigator.lastColumn(), navigator.columnOf(600'000'000'000));
    navigator.pan(100);
    QVERIFY(!navigator.isFollowing());
    navigator.pan(-1000);
    QVERIFY(navigator.isFollowing());
}

void TestChartParts::navigatorStaysInBounds()
{
    ChartNavigator navigator;
    navigator.setWidth(1000);
    navigator.setExtent(100'000'000'000, 500'000'000'000);
    navigator.pan(1'000'000'000);
    QVERIFY(navigator.timeOf(navigator.lastColumn()) >= 100'000'000'000);
    navigator.setSpan(1);
    QCOMPARE(navigator.span(), ChartNavigator::shortestSpanNs);
    navigator.setSpan(std::numeric_limits<qint64>::max());
    QCOMPARE(navigator.span(), ChartNavigator::longestSpanNs);
    navigator.setSpan(200'000'000'000);
    navigator.centerOn(300'000'000'000);
    const qint64 anchor = navigator.timeAt(300);
    navigator.zoom(0.1, 300);
    QVERIFY(std::abs(navigator.timeAt(300) - anchor) <= 200'000'000); // a column of before
}

void TestChartParts::navigatorShowsAll()
{
    constexpr qint64 first = 100'000'000'000, last = 103'000'000'000;
    ChartNavigator navigator;
    navigator.setSpan(60'000'000'000);
    navigator.setExtent(first, last);
    navigator.setPaused(true);
    navigator.showAll(first); // before it is on the screen: one column wide
    navigator.setWidth(600);
    const qint64 column = navigator.nsPerColumn();
    QVERIFY(std::abs(navigator.timeOf(navigator.firstColumn()) - first) <= 2 * column);
    QVERIFY(std::abs(navigator.timeOf(navigator.lastColumn()) - last) <= column);
    // Once moved, it stays where it was put.
    navigator.centerOn(first + 1'000'000'000);
    const qint64 middle = navigator.timeAt(navigator.width() / 2);
    navigator.setWidth(900);
    QVERIFY(std::abs(navigator.timeAt(navigator.width() / 2) - middle) < 1'000'000'000);
}

void TestChartParts::layoutFits_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("lanes");
    QTest::addColumn<bool>("hasPing");
    QTest::newRow("usual") << QSize(1200, 500) << 2 << true;
    QTest::newRow("many lanes") << QSize(1200, 400) << 32 << true;
    QTest::newRow("small") << QSize(240, 96) << 2 << false;
    QTest::newRow("tiny") << QSize(10, 10) << 8 << true;
}

void TestChartParts::layoutFits()
{
    QFETCH(QSize, size);
    QFETCH(int, lanes);
    QFETCH(bool, hasPing);
    for (const auto traffic : {TrafficLayout::Mirrored, TrafficLayout::Separate}) {
        LayoutInput input;
        input.size = size;
        input.lanes = lanes;
        input.hasPing = hasPing;
        input.traffic = traffic;
        const ChartLayout layout = layOut(input);
        QCOMPARE(layout.lanes.size(), lanes);
        QVERIFY(layout.plot.width() >= 1);
        if (size.height() < 90)
            continue; // too small for anything: only no crash is asked for
        QVERIFY(layout.receive.top() > (lanes ? layout.lanes.last().bottom() : -1));
        QVERIFY(layout.transmit.top() > layout.receive.bottom());
        QVERIFY(layout.transmit.bottom() < layout.dataBottom);
        if (hasPing) {
            QVERIFY(layout.ping.top() > layout.transmit.bottom());
            QVERIFY(layout.ping.bottom() < layout.dataBottom);
        }
    }
}

void TestChartParts::spansBlend()
{
    QImage image(4, 10, QImage::Format_RGB32);
    image.fill(Qt::white);
    {
        SpanRaster raster(image);
        raster.setColor(Qt::black);
        raster.span(1, 2.5F, 5);
        raster.span(2, 3.25F, 3.75F);
        raster.setClip(0, 4);
        raster.span(3, -5, 100);
        raster.span(9, 0, 10); // outside
    }
    QCOMPARE(image.pixel(1, 1), 0xffffffffU);
    QVERIFY(std::abs(qRed(image.pixel(1, 2)) - 127) < 3);
    QCOMPARE(image.pixel(1, 3), 0xff000000U);
    QCOMPARE(image.pixel(1, 4), 0xff000000U);
    QCOMPARE(image.pixel(1, 5), 0xffffffffU);
    QVERIFY(std::abs(qRed(image.pixel(2, 3)) - 127) < 3);
    QCOMPARE(image.pixel(3, 0), 0xff000000U);
    QCOMPARE(image.pixel(3, 4), 0xffffffffU);
}

void TestChartParts::outagesEndWhereTheyBegan()
{
    ChartData data;
    const int track = data.addPingTrack(u"192.0.2.254"_s, Qt::blue);
    data.startOutage({track, 1000, 0, 3});
    data.endOutage({track, 1000, 5000, 12});
    QCOMPARE(data.outages().size(), 1);
    QCOMPARE(data.outages().first().endNs, 5000);
    data.remove(track);
    QVERIFY(data.outages().isEmpty());
}

void TestChartParts::listsAreBounded()
{
    ChartData data;
    const int lane = data.addLane(u"eth0"_s, Qt::blue, 0);
    const int track = data.addPingTrack(u"192.0.2.254"_s, Qt::blue);
    for (int i = 1; i <= 60'000; ++i) {
        data.setBandState(lane, i, i % 2 ? BandState::Active : BandState::NoLink);
        data.appendPing(track, i, std::nullopt);
    }
    for (int i = 1; i <= 6000; ++i)
        data.addMarker({i, u"event"_s, MarkerSeverity::Info, i});
    QVERIFY(data.lanes().first().segments.size() <= ChartData::maxSegments);
    QVERIFY(data.pingTracks().first().losses.size() <= ChartData::maxLosses);
    QVERIFY(data.markers().size() <= ChartData::maxMarkers);
    // What is given up is the oldest.
    QCOMPARE(data.lanes().first().segments.back().startNs, 60'000);
    QCOMPARE(data.pingTracks().first().losses.back(), 60'000);
    QCOMPARE(data.markers().back().timeNs, 6000);
}

QTEST_GUILESS_MAIN(TestChartParts)
#include "tst_chartparts.moc"
