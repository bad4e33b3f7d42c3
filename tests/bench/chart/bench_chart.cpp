// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

// CPU per frame of the live chart, of QCustomPlot and of QtCharts, with the same data, in one run.
// One frame: one new point for each series, then a repaint. 1200×400, one new column or more each frame.

#include "chart/livechart.h"
#include "chartfixture.h"

#include <QApplication>
#include <QtCharts/QChartView>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>
#include <qcustomplot.h>

#include <cstdio>
#include <ctime>
#include <functional>

using namespace bondwright;
using namespace bondwright::ui;

namespace
{

constexpr QSize chartSize(1200, 400);

double cpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// Median CPU of `frames` runs, after two to warm up.
double medianOf(int frames, const std::function<void()> &frame)
{
    std::vector<double> times;
    for (int i = 0; i < frames + 2; ++i) {
        const double before = cpuMs();
        frame();
        if (i >= 2)
            times.push_back(cpuMs() - before);
    }
    std::nth_element(times.begin(), times.begin() + std::ptrdiff_t(times.size() / 2), times.end());
    return times[times.size() / 2];
}

QColor colourOf(int i)
{
    return QColor::fromHsv(i * 359 / 32, 200, 180);
}

struct Ours {
    double following = 0;
    double full = 0;
};

Ours measureOurs(int series, int points)
{
    const qint64 step = 50'000'000; // 20 Hz
    ChartData data;
    for (int i = 1; i <= series; ++i)
        data.addSeries(i, QString::number(i), colourOf(i), TrafficDirection::Receive);
    SampleMaker maker(series);
    for (int i = 0; i <= points; ++i)
        data.appendSample(maker.next(step, wavyRate));
    data.commit();
    LiveChart chart;
    chart.setData(&data);
    chart.resize(chartSize);
    // All points on the screen, as the others show them.
    chart.setSpan(std::chrono::seconds(std::min<qint64>(24 * 3600, points * step / 1'000'000'000)));
    chart.show();
    QApplication::processEvents();
    Ours result;
    kernel::CounterSample next;
    result.following = medianOf(200, [&] {
        data.appendSample(maker.next(step, wavyRate));
        data.commit();
        chart.repaint(QRect(chart.scene().layout.plot));
    });
    int width = chartSize.width();
    result.full = medianOf(40, [&] {
        width = width == chartSize.width() ? chartSize.width() - 1 : chartSize.width();
        chart.resize(width, chartSize.height());
        chart.repaint();
    });
    return result;
}

double measureCustomPlot(int series, int points)
{
    QCustomPlot plot;
    plot.resize(chartSize);
    for (int i = 0; i < series; ++i) {
        QCPGraph *graph = plot.addGraph();
        graph->setPen(QPen(colourOf(i), 1));
        graph->setAdaptiveSampling(true);
        QVector<double> x;
        QVector<double> y;
        for (int p = 0; p < points; ++p) {
            x.append(p * 0.05);
            y.append(wavyRate(i + 1, qint64(p) * 50'000'000));
        }
        graph->setData(x, y, true);
    }
    plot.yAxis->setRange(0, 130e6);
    plot.show();
    QApplication::processEvents();
    int at = points;
    return medianOf(points > 10'000 ? 12 : 30, [&] {
        for (int i = 0; i < series; ++i) {
            plot.graph(i)->addData(at * 0.05, wavyRate(i + 1, qint64(at) * 50'000'000));
            plot.graph(i)->data()->removeBefore((at - points) * 0.05);
        }
        ++at;
        plot.xAxis->setRange((at - points) * 0.05, at * 0.05);
        plot.replot(QCustomPlot::rpImmediateRefresh);
    });
}

double measureQtCharts(int series, int points)
{
    QChartView view;
    view.resize(chartSize);
    view.setRenderHint(QPainter::Antialiasing);
    QChart *chart = view.chart();
    chart->legend()->hide();
    auto *xAxis = new QValueAxis;
    auto *yAxis = new QValueAxis;
    yAxis->setRange(0, 130e6);
    chart->addAxis(xAxis, Qt::AlignBottom);
    chart->addAxis(yAxis, Qt::AlignLeft);
    QList<QLineSeries *> lines;
    QList<QList<QPointF>> values;
    for (int i = 0; i < series; ++i) {
        auto *line = new QLineSeries;
        line->setPen(QPen(colourOf(i), 1));
        QList<QPointF> list;
        for (int p = 0; p < points; ++p)
            list.append({p * 0.05, wavyRate(i + 1, qint64(p) * 50'000'000)});
        line->replace(list);
        chart->addSeries(line);
        line->attachAxis(xAxis);
        line->attachAxis(yAxis);
        lines.append(line);
        values.append(list);
    }
    view.show();
    QApplication::processEvents();
    int at = points;
    return medianOf(5, [&] {
        for (int i = 0; i < series; ++i) {
            values[i].removeFirst();
            values[i].append({at * 0.05, wavyRate(i + 1, qint64(at) * 50'000'000)});
            lines.at(i)->replace(values.at(i));
        }
        ++at;
        xAxis->setRange((at - points) * 0.05, at * 0.05);
        view.viewport()->repaint();
        QApplication::processEvents();
    });
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const bool isQuick = app.arguments().contains(QStringLiteral("--quick"));
    std::printf("Live chart, %d×%d, median CPU ms per frame (one new point for each series)\n", chartSize.width(),
                chartSize.height());
    std::printf("%14s %10s %10s %12s %10s %8s %8s\n", "series×points", "following", "full", "QCustomPlot", "QtCharts",
                "×QCP", "×QtC");
    bool isGood = true;
    const QList<std::pair<int, int>> sizes = isQuick
        ? QList<std::pair<int, int>>{{8, 600}, {32, 12'000}}
        : QList<std::pair<int, int>>{{2, 600}, {8, 600}, {8, 6'000}, {32, 6'000}, {32, 12'000}, {32, 60'000}};
    for (const auto &[series, points] : sizes) {
        const Ours ours = measureOurs(series, points);
        const double custom = measureCustomPlot(series, points);
        // A minute and more for a figure nobody needs: QtCharts is left out at the largest size.
        const double charts = points > 12'000 ? 0 : measureQtCharts(series, points);
        std::printf("%6d×%7d %10.3f %10.3f %12.3f %10.3f %8.1f %8.1f\n", series, points, ours.following, ours.full,
                    custom, charts, custom / ours.following, charts / ours.following);
        std::fflush(stdout);
        if (series == 32 && points == 12'000)
            isGood = ours.following <= 0.4 && ours.full <= 8 && custom / ours.following >= 40
                && charts / ours.following >= 250;
    }
    std::printf("32×12,000: following ≤ 0.4 ms, full ≤ 8 ms, ≥ 40 × QCustomPlot, ≥ 250 × QtCharts: %s\n",
                isGood ? "yes" : "NO");
    return isGood ? 0 : 1;
}
