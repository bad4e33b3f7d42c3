// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chart/livechart.h"
#include "chartfixture.h"
#include "showncolumns.h"

#include <QAccessible>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace bondwright;
using namespace bondwright::ui;
using namespace Qt::StringLiterals;

/// The widget: its pixels against the data behind them.
class TestLiveChart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void scrollingEqualsDrawingAnew_data();
    void scrollingEqualsDrawingAnew();
    void followingDrawsOnlyNewColumns_data();
    void followingDrawsOnlyNewColumns();
    void pausedPictureStands();
    void pixelsShowTheFailover();
    void keyboardMovesIt();
    void wheelZoomsAroundThePointer();
    void dragAndWheelPan();
    void pointerReadsValues();
    void isATableForScreenReaders();
    void exportsAtAnySize();
    void manyEventsLeaveTheTrafficToBeSeen();

private:
    void fill(int samples, qint64 stepNs);
    QImage grabbed() { return m_chart->grab().toImage().convertToFormat(QImage::Format_RGB32); }

    std::unique_ptr<ChartData> m_data;
    std::unique_ptr<LiveChart> m_chart;
    std::unique_ptr<SampleMaker> m_maker;
    QList<int> m_lanes;
    int m_track = 0;
};

void TestLiveChart::init()
{
    m_data = std::make_unique<ChartData>();
    m_chart = std::make_unique<LiveChart>();
    m_maker = std::make_unique<SampleMaker>(3);
    m_lanes = {m_data->addLane(u"eth0"_s, QColor(0x00, 0x72, 0xb2), 0),
               m_data->addLane(u"eth1"_s, QColor(0xe6, 0x9f, 0x00), 1)};
    for (int i = 1; i <= 2; ++i) {
        m_data->addSeries(i, u"eth%1"_s.arg(i - 1), i == 1 ? QColor(0x00, 0x72, 0xb2) : QColor(0xe6, 0x9f, 0x00),
                          TrafficDirection::Receive);
        m_data->addSeries(i, u"eth%1"_s.arg(i - 1), i == 1 ? QColor(0x00, 0x72, 0xb2) : QColor(0xe6, 0x9f, 0x00),
                          TrafficDirection::Transmit);
    }
    m_track = m_data->addPingTrack(u"192.0.2.254"_s, QColor(0x00, 0x9e, 0x73));
    m_data->setBandState(m_lanes.at(0), m_maker->time(), BandState::Active);
    m_data->setBandState(m_lanes.at(1), m_maker->time(), BandState::Standby);
    m_chart->setData(m_data.get());
    m_chart->resize(800, 420);
}

void TestLiveChart::cleanup()
{
    m_chart.reset();
    m_data.reset();
}

void TestLiveChart::fill(int samples, qint64 stepNs)
{
    for (int i = 0; i < samples; ++i) {
        const auto sample = m_maker->next(stepNs, wavyRate);
        m_data->appendSample(sample);
        const bool isLost = i % 37 == 5;
        m_data->appendPing(m_track, sample.monotonicNs - stepNs / 2,
                           isLost ? std::nullopt : std::optional(0.3 + 0.1 * std::sin(i / 9.0)));
        if (i % 211 == 100) {
            m_data->addMarker({sample.monotonicNs, u"Traffic moved"_s, MarkerSeverity::Warning, i});
            m_data->setBandState(m_lanes.at(0), sample.monotonicNs, i % 2 ? BandState::NoLink : BandState::GoingBack);
        }
        if (i % 97 == 50)
            m_data->startOutage({m_track, sample.monotonicNs - 300'000'000, sample.monotonicNs, 3});
        m_data->commit();
    }
}

void TestLiveChart::scrollingEqualsDrawingAnew_data()
{
    QTest::addColumn<int>("span");
    QTest::addColumn<int>("style");
    QTest::addColumn<int>("layout");
    QTest::newRow("1 min") << 60 << 0 << 0;
    QTest::newRow("10 min") << 600 << 0 << 0;
    QTest::newRow("1 h") << 3600 << 0 << 0;
    QTest::newRow("24 h") << 24 * 3600 << 0 << 0;
    QTest::newRow("stacked") << 120 << 1 << 0;
    QTest::newRow("separate") << 120 << 0 << 1;
}

void TestLiveChart::scrollingEqualsDrawingAnew()
{
    QFETCH(int, span);
    QFETCH(int, style);
    QFETCH(int, layout);
    m_chart->setSpan(std::chrono::seconds(span));
    m_chart->setTrafficStyle(TrafficStyle(style));
    m_chart->setTrafficLayout(TrafficLayout(layout));
    const qint64 step = span * 1'000'000'000LL / 120;
    fill(400, step);
    m_chart->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
    grabbed();
    const ShownColumns columns(*m_chart);
    const qint64 before = columns.last();
    for (int i = 0; i < 60; ++i) {
        fill(3, step);
        grabbed();
    }
    QVERIFY(columns.last() - before > 2);
    m_chart->clearFocus(); // its frame is no part of the comparison
    const QImage scrolled = grabbed();
    // The same data in a new chart of the same size, all columns drawn at once.
    LiveChart fresh;
    fresh.setSpan(std::chrono::seconds(span));
    fresh.setTrafficStyle(TrafficStyle(style));
    fresh.setTrafficLayout(TrafficLayout(layout));
    fresh.setData(m_data.get());
    fresh.resize(m_chart->size());
    fresh.grab();
    const QImage anew = fresh.grab().toImage().convertToFormat(QImage::Format_RGB32);
    if (scrolled != anew) {
        scrolled.save(u"scrolled-%1.png"_s.arg(QLatin1String(QTest::currentDataTag())));
        anew.save(u"anew-%1.png"_s.arg(QLatin1String(QTest::currentDataTag())));
    }
    QVERIFY(scrolled == anew);
}

void TestLiveChart::followingDrawsOnlyNewColumns_data()
{
    QTest::addColumn<int>("span");
    QTest::newRow("1 min") << 60;
    QTest::newRow("10 min") << 600;
    QTest::newRow("1 h") << 3600;
}

void TestLiveChart::followingDrawsOnlyNewColumns()
{
    QFETCH(int, span);
    const qint64 step = span * 1'000'000'000LL / 120;
    m_chart->setSpan(std::chrono::seconds(span));
    fill(400, step);
    m_chart->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
    const ShownColumns columns(*m_chart);
    const qint64 drawnUntil = columns.last();
    const ChartLayout &layout = m_chart->scene().layout;
    const int y = layout.plot.top() + layout.lanes.at(1).center().y();
    const QRgb standby = grabbed().pixel(layout.plot.right() - 100, y);
    // The chart is not told of the band's new colour, so only columns that are drawn anew show it.
    m_data->blockSignals(true);
    m_data->setColor(m_lanes.at(1), Qt::red);
    m_data->blockSignals(false);
    for (int i = 0; i < 3; ++i) {
        fill(1, step);
        grabbed();
    }
    const QImage followed = grabbed();
    const int scrolled = int(columns.last() - drawnUntil);
    QVERIFY2(scrolled > 2 && scrolled < 100, qPrintable(QString::number(scrolled)));
    const int seam = layout.plot.right() - scrolled;
    QCOMPARE(followed.pixel(seam - 100, y), standby);
    QVERIFY(followed.pixel(seam + 2, y) != standby);
    m_chart->resize(900, 420);
    QVERIFY(grabbed().pixel(seam - 100, y) != standby);
}

void TestLiveChart::pausedPictureStands()
{
    QSignalSpy paused(m_chart.get(), &LiveChart::pausedChanged);
    fill(300, 500'000'000);
    m_chart->setPaused(true);
    QCOMPARE(paused.count(), 1);
    const QImage before = grabbed();
    fill(50, 500'000'000);
    QCOMPARE(grabbed(), before);
    QVERIFY(!m_chart->isFollowing());
    m_chart->setPaused(false);
    QVERIFY(m_chart->isFollowing());
    QVERIFY(grabbed() != before);
}

void TestLiveChart::pixelsShowTheFailover()
{
    m_chart->setSpan(std::chrono::seconds(60));
    const auto onlyActive
        = [](int active) { return [active](int ifindex, qint64) { return ifindex == active ? 50e6 : 0.0; }; };
    for (int i = 0; i < 60; ++i)
        m_data->appendSample(m_maker->next(500'000'000, onlyActive(1)));
    const qint64 failover = m_maker->time() + 100'000'000;
    m_data->setBandState(m_lanes.at(0), failover, BandState::NoLink);
    m_data->setBandState(m_lanes.at(1), failover, BandState::Active);
    m_data->addMarker({failover, u"Traffic moved from eth0 to eth1"_s, MarkerSeverity::Critical, 1});
    for (int i = 0; i < 30; ++i)
        m_data->appendSample(m_maker->next(500'000'000, onlyActive(2)));
    m_data->commit();
    const QImage image = grabbed();
    const ChartLayout &layout = m_chart->scene().layout;
    const int at = ShownColumns(*m_chart).xOf(failover);
    const int lane0 = layout.plot.top() + layout.lanes.at(0).center().y();
    const int lane1 = layout.plot.top() + layout.lanes.at(1).center().y();
    const QRgb blue = QColor(0x00, 0x72, 0xb2).rgb();
    const QRgb orange = QColor(0xe6, 0x9f, 0x00).rgb();
    QCOMPARE(image.pixel(at - 3, lane0), blue); // active, solid
    QVERIFY(image.pixel(at + 3, lane0) != blue); // no link, empty
    QCOMPARE(image.pixel(at + 3, lane1), orange);
    QVERIFY(image.pixel(at - 3, lane1) != orange); // standby, light
    // The marker's line goes through the traffic pane in that very column.
    const int clear = layout.plot.top() + layout.transmit.bottom() - 2;
    QVERIFY(image.pixel(at, clear) != image.pixel(at + 1, clear));
    // The curve of the slave that carries stands at its rate.
    const auto isNear = [](QRgb a, QRgb b) {
        return std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) + std::abs(qBlue(a) - qBlue(b))
            < 140; // the line is antialiased
    };
    const auto hasColour = [&](int x, QRgb colour, int fromY, int toY) {
        for (int y = fromY; y <= toY; ++y) {
            if (isNear(image.pixel(x, y), colour))
                return true;
        }
        return false;
    };
    const int upper = layout.plot.top() + layout.receive.top();
    const int middle = layout.plot.top() + layout.receive.center().y() + layout.receive.height() / 4;
    QVERIFY(hasColour(at - 60, blue, upper, middle));
    QVERIFY(!hasColour(at - 60, orange, upper, middle));
    QVERIFY(hasColour(at + 60, orange, upper, middle));
    QVERIFY(!hasColour(at + 60, blue, upper, middle));
}

void TestLiveChart::keyboardMovesIt()
{
    fill(600, 500'000'000);
    m_chart->show();
    m_chart->setFocus();
    QSignalSpy pointed(m_chart.get(), &LiveChart::instantPointedAt);
    QTest::keyClick(m_chart.get(), Qt::Key_Left);
    QCOMPARE(pointed.count(), 1);
    QVERIFY(pointed.first().first().toLongLong() > 0);
    const auto span = m_chart->span();
    QTest::keyClick(m_chart.get(), Qt::Key_Plus);
    QCOMPARE(m_chart->span(), span / 2);
    QTest::keyClick(m_chart.get(), Qt::Key_PageUp);
    QVERIFY(!m_chart->isFollowing());
    QTest::keyClick(m_chart.get(), Qt::Key_End);
    QVERIFY(m_chart->isFollowing());
    QTest::keyClick(m_chart.get(), Qt::Key_Space);
    QVERIFY(m_chart->isPaused());
}

namespace
{

int pixelsOf(const QImage &image, QRgb colour, const QRect &part)
{
    int pixels = 0;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x)
            pixels += image.pixel(x, y) == colour ? 1 : 0;
    }
    return pixels;
}

void wheel(QWidget *widget, const QPoint &at, const QPoint &delta, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QWheelEvent event(at, widget->mapToGlobal(at), {}, delta, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(widget, &event);
}

} // namespace

void TestLiveChart::wheelZoomsAroundThePointer()
{
    fill(2000, 500'000'000);
    m_chart->show();
    m_chart->setSpan(std::chrono::seconds(600));
    QSignalSpy spans(m_chart.get(), &LiveChart::spanChanged);
    // While following, "now" stays at the right edge, wherever the pointer is.
    const ShownColumns columns(*m_chart);
    const int left = m_chart->scene().layout.plot.left();
    const qint64 edge = m_chart->rightEdge();
    wheel(m_chart.get(), QPoint(left + 100, 100), QPoint(0, 120));
    QCOMPARE(m_chart->span(), std::chrono::seconds(480));
    QVERIFY(m_chart->isFollowing());
    QVERIFY(std::abs(m_chart->rightEdge() - edge) <= columns.nsPerColumn());
    QCOMPARE(spans.count(), 1);
    // Looking back, what is under the pointer stays there.
    QTest::keyClick(m_chart.get(), Qt::Key_PageUp);
    const qint64 under = columns.timeOf(columns.first() + 100);
    wheel(m_chart.get(), QPoint(left + 100, 100), QPoint(0, -120));
    QCOMPARE(m_chart->span(), std::chrono::seconds(600));
    QVERIFY(std::abs(columns.timeOf(columns.first() + 100) - under) <= 2 * columns.nsPerColumn());
}

void TestLiveChart::dragAndWheelPan()
{
    fill(2000, 500'000'000);
    m_chart->show();
    m_chart->setSpan(std::chrono::seconds(120));
    const ShownColumns columns(*m_chart);
    const int left = m_chart->scene().layout.plot.left();
    const qint64 last = columns.last();
    // The paper follows the hand.
    QTest::mousePress(m_chart.get(), Qt::LeftButton, {}, QPoint(left + 100, 100));
    QMouseEvent move(QEvent::MouseMove, QPointF(left + 180, 100), m_chart->mapToGlobal(QPointF(left + 180, 100)),
                     Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_chart.get(), &move);
    QTest::mouseRelease(m_chart.get(), Qt::LeftButton, {}, QPoint(left + 180, 100));
    QCOMPARE(columns.last(), last - 80);
    QVERIFY(!m_chart->isFollowing());
    // Released, it lets go.
    QTest::mouseMove(m_chart.get(), QPoint(left + 250, 100));
    QCOMPARE(columns.last(), last - 80);
    // The wheel with Shift, and sideways.
    wheel(m_chart.get(), QPoint(left + 100, 100), QPoint(0, 120), Qt::ShiftModifier);
    QVERIFY(columns.last() < last - 80);
    const qint64 before = columns.last();
    wheel(m_chart.get(), QPoint(left + 100, 100), QPoint(120, 0));
    QVERIFY(columns.last() < before);
    QTest::mouseDClick(m_chart.get(), Qt::LeftButton, {}, QPoint(left + 100, 100));
    QVERIFY(m_chart->isFollowing());
}

void TestLiveChart::pointerReadsValues()
{
    fill(300, 500'000'000);
    m_chart->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
    QSignalSpy pointed(m_chart.get(), &LiveChart::instantPointedAt);
    const QImage without = grabbed();
    const ShownColumns columns(*m_chart);
    const int left = m_chart->scene().layout.plot.left();
    QMouseEvent move(QEvent::MouseMove, QPointF(left + 200, 100), m_chart->mapToGlobal(QPointF(left + 200, 100)),
                     Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_chart.get(), &move);
    QCOMPARE(pointed.count(), 1);
    QCOMPARE(columns.columnOf(pointed.first().first().toLongLong()), columns.first() + 200);
    QVERIFY(grabbed() != without); // the cross-hair and its readout
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(m_chart.get(), &leave);
    QCOMPARE(pointed.last().first().toLongLong(), 0);
    QCOMPARE(grabbed(), without);
}

void TestLiveChart::isATableForScreenReaders()
{
    fill(300, 500'000'000);
    m_chart->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
    QAccessibleInterface *chart = QAccessible::queryAccessibleInterface(m_chart.get());
    QVERIFY(chart);
    QCOMPARE(chart->role(), QAccessible::Table);
    QAccessibleTableInterface *table = chart->tableInterface();
    QVERIFY(table);
    QCOMPARE(table->rowCount(), 3);
    QCOMPARE(table->columnCount(), 4);
    QCOMPARE(chart->childCount(), 16); // with the header
    const auto text = [table](int row, int column) { return table->cellAt(row, column)->text(QAccessible::Name); };
    QCOMPARE(text(0, 0), u"eth0"_s);
    QCOMPARE(text(0, 1), u"going back"_s); // as fill() has left it
    QCOMPARE(text(1, 1), u"standby"_s);
    QVERIFY2(text(0, 2).endsWith(u"bit/s"), qPrintable(text(0, 2)));
    QCOMPARE(text(2, 0), u"Ping 192.0.2.254"_s);
    QVERIFY2(text(2, 1).endsWith(u"ms") || text(2, 1) == u"ping lost", qPrintable(text(2, 1)));
    QAccessibleInterface *cell = table->cellAt(1, 1);
    QCOMPARE(cell->role(), QAccessible::Cell);
    QCOMPARE(cell->parent(), chart);
    QCOMPARE(chart->indexOfChild(cell), 9);
    QCOMPARE(chart->child(9), cell);
    QCOMPARE(cell->tableCellInterface()->columnHeaderCells().first()->text(QAccessible::Name), u"State"_s);
    QCOMPARE(cell->tableCellInterface()->rowIndex(), 1);
    // What changes is told as it is when it is asked for; at the cross-hair, what was.
    m_data->setBandState(m_lanes.at(0), m_maker->time(), BandState::NoLink);
    fill(20, 500'000'000);
    QCOMPARE(text(0, 1), u"link down"_s);
    for (int i = 0; i < 20; ++i)
        QTest::keyClick(m_chart.get(), Qt::Key_Left, Qt::ControlModifier);
    QVERIFY(m_chart->instantRead() < m_data->lastTime());
    QVERIFY2(text(0, 1) != u"link down", qPrintable(text(0, 1)));
    m_chart->setShown(m_track, false);
    QCOMPARE(table->rowCount(), 2);
    QVERIFY(!table->cellAt(2, 0));
}

void TestLiveChart::manyEventsLeaveTheTrafficToBeSeen()
{
    m_chart->setSpan(std::chrono::seconds(120));
    QList<qint64> times;
    for (int i = 0; i < 240; ++i) {
        const auto sample = m_maker->next(500'000'000, wavyRate);
        m_data->appendSample(sample);
        times.append(sample.monotonicNs);
    }
    m_data->commit();
    const ChartLayout layout = m_chart->scene().layout;
    const QRgb line = QColor(0xe6, 0x9f, 0x00).rgb();
    const auto inked = [&](const QRect &pane) {
        return pixelsOf(grabbed(), line, QRect(layout.plot.left(), pane.top(), layout.plot.width(), pane.height()));
    };
    const int sent = inked(layout.transmit), received = inked(layout.receive);
    QVERIFY(sent > 100);
    for (int i = 0; i < times.size(); i += 8)
        m_data->addMarker({times.at(i), u"Traffic moved from eth0 to eth1: eth0 lost its link"_s,
                           i % 16 ? MarkerSeverity::Warning : MarkerSeverity::Info, i});
    m_data->commit();
    // Only the lines of the events cross what is sent; the labels lie over what is received.
    QVERIFY2(inked(layout.transmit) > sent * 0.85, qPrintable(u"%1 of %2"_s.arg(inked(layout.transmit)).arg(sent)));
    QVERIFY(inked(layout.receive) < received);
}

void TestLiveChart::exportsAtAnySize()
{
    fill(300, 500'000'000);
    grabbed();
    const QImage twice = m_chart->renderImage(QSize(640, 360), 2);
    QCOMPARE(twice.size(), QSize(1280, 720));
    QImage vector(640, 360, QImage::Format_RGB32);
    vector.fill(Qt::white);
    QPainter painter(&vector);
    m_chart->renderVector(painter, vector.size());
    painter.end();
    // Something of each series' colour is in both.
    for (const QImage &image : {twice, vector}) {
        for (const QRgb colour : {qRgb(0x00, 0x72, 0xb2), qRgb(0xe6, 0x9f, 0x00)})
            QVERIFY(pixelsOf(image, colour, image.rect()) > 50);
    }
}

QTEST_MAIN(TestLiveChart)
#include "tst_livechart.moc"
