// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chart/livechart.h"
#include "chartfixture.h"

#include <QTest>

using namespace bondwright;
using namespace bondwright::ui;
using namespace Qt::StringLiterals;

/// The times below the live chart, by its pixels.
class TestChartTimes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void timesKeepApart_data();
    void timesKeepApart();
    void noTimeIsCutAtTheEdges();

private:
    void fill(int samples, qint64 stepNs);
    QImage grabbed() { return m_chart.grab().toImage().convertToFormat(QImage::Format_RGB32); }

    ChartData m_data;
    LiveChart m_chart;
    SampleMaker m_maker{1};
};

void TestChartTimes::init()
{
    if (m_data.series().isEmpty())
        m_data.addSeries(1, u"eth0"_s, QColor(0x00, 0x72, 0xb2), TrafficDirection::Receive);
    m_chart.setData(&m_data);
    m_chart.setFont({});
    m_chart.resize(800, 420);
}

void TestChartTimes::fill(int samples, qint64 stepNs)
{
    for (int i = 0; i < samples; ++i)
        m_data.appendSample(m_maker.next(stepNs, wavyRate));
    m_data.commit();
}

void TestChartTimes::timesKeepApart_data()
{
    QTest::addColumn<double>("factor");
    QTest::newRow("normal font") << 1.0;
    QTest::newRow("doubled font") << 2.0;
}

void TestChartTimes::timesKeepApart()
{
    QFETCH(double, factor);
    QFont font = m_chart.font();
    font.setPointSizeF(font.pointSizeF() * factor);
    m_chart.setFont(font);
    fill(240, 500'000'000);
    QTest::qWait(50);
    const QImage image = grabbed();
    const QFontMetrics metrics(font);
    const QRgb background = m_chart.palette().color(QPalette::Base).rgb();
    const auto isBlank = [&](int x) {
        for (int y = image.height() - metrics.height() / 2; y < image.height() - metrics.height() / 4; ++y) {
            if (image.pixel(x, y) != background)
                return false;
        }
        return true;
    };
    // Runs of ink with less than a digit's width between them are one label.
    QList<int> labels;
    int blank = image.width();
    for (int x = 0; x < image.width(); ++x) {
        const bool isInk = !isBlank(x);
        if (isInk && blank > metrics.horizontalAdvance(u'0'))
            labels.append(0);
        if (isInk)
            labels.last() += blank > metrics.horizontalAdvance(u'0') ? 1 : blank + 1;
        blank = isInk ? 0 : blank + 1;
    }
    QVERIFY2(labels.size() >= 2, qPrintable(QString::number(labels.size())));
    for (const int width : labels)
        QVERIFY2(width <= metrics.horizontalAdvance(u"00:00:00"_s) + 2, qPrintable(QString::number(width)));
}

/// While it scrolls every time comes to both edges.
void TestChartTimes::noTimeIsCutAtTheEdges()
{
    m_chart.setSpan(std::chrono::minutes(1));
    fill(240, 500'000'000);
    m_chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&m_chart));
    const QRgb background = m_chart.palette().color(QPalette::Base).rgb();
    int shown = 0;
    for (int i = 0; i < 200; ++i) {
        fill(1, 75'000'000); // a column
        const QImage image = grabbed();
        const QRect plot(m_chart.scene().layout.plot);
        const QRect row = m_chart.scene().layout.timeLabels.translated(plot.topLeft());
        for (int y = row.top() + 1; y < row.bottom(); ++y) {
            for (const int x : {row.left(), row.right()})
                QVERIFY2(image.pixel(x, y) == background, qPrintable(u"%1 %2 after %3"_s.arg(x).arg(y).arg(i)));
            for (int x = row.left(); x < row.right(); ++x)
                shown += image.pixel(x, y) != background;
        }
    }
    QVERIFY(shown > 0);
}

QTEST_MAIN(TestChartTimes)
#include "tst_charttimes.moc"
