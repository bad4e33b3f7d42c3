// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chart/chartoverlay.h"

#include "chart/markerlayout.h"
#include "common/fonts.h"
#include "models/bondtreemodel.h"

#include <QCoreApplication>
#include <QFontInfo>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace bondwright::ui
{

using namespace Qt::StringLiterals;

namespace
{

struct ChartText {
    Q_DECLARE_TR_FUNCTIONS(bondwright::ui::LiveChart)
};

constexpr int mostMarkersRead = 4;

/// A label in the lane of events.
struct Label {
    QString text;
    QColor color;
    qint64 column = 0;
    int rank = 0; ///< lower ones are placed first
};

/// What happened, above the traffic: a mark for each event, and the texts that find room, the most important first. All
/// of them are in the readout and in the table.
void paintEvents(QPainter &painter, const ChartScene &scene, const OverlayState &state)
{
    if (scene.layout.events.isEmpty())
        return;
    QList<Label> labels;
    for (const ChartMarker &marker : scene.data->markers()) {
        const qint64 column = scene.columnOf(marker.timeNs);
        if (column < state.firstColumn || column >= state.firstColumn + state.columns)
            continue;
        labels.append({marker.text, scene.colorOf(marker, scene.theme.text), column, 2 - int(marker.severity)});
    }
    for (const ChartOutage &outage : scene.data->outages()) {
        const qint64 column = scene.columnOf(outage.startNs);
        if (column < state.firstColumn || column >= state.firstColumn + state.columns)
            continue;
        const double ms = double(scene.data->endOf(outage) - outage.startNs) / 1e6;
        //: @label on the chart: a time without ping answers; %1 is a duration
        labels.append({ChartText::tr("no answer %1").arg(formatMilliseconds(ms)), scene.theme.alarm, column, 0});
    }
    if (labels.isEmpty())
        return;
    // What weighs most and is newest gets the room: old events have been read.
    std::stable_sort(labels.begin(), labels.end(), [](const Label &a, const Label &b) {
        return a.rank != b.rank ? a.rank < b.rank : a.column > b.column;
    });

    const QFontMetrics metrics(painter.font());
    const int pad = int(3 * scene.pixelRatio);
    const QRect area(0, scene.layout.events.top(), state.columns, scene.layout.events.height());
    const int mark = std::max(3, int(5 * scene.pixelRatio));
    for (auto label = labels.crbegin(); label != labels.crend(); ++label) // the most important on top
        painter.fillRect(int(label->column - state.firstColumn) - mark / 2, area.bottom() - mark, mark, mark,
                         label->color);
    // Room for "Traffic moved from eth0 to eth1: eth0 lost its link", in any font.
    const int widest = std::min(characterWidth(metrics) * 56, state.columns * 2 / 3);
    QList<LabelWish> wishes;
    for (Label &label : labels) {
        label.text = metrics.elidedText(label.text, Qt::ElideRight, widest - 2 * pad);
        const QSize size(metrics.horizontalAdvance(label.text) + 2 * pad,
                         std::min(metrics.height() + 2, area.height()));
        wishes.append({int(label.column - state.firstColumn), size});
    }
    for (const PlacedLabel &placed : placeLabels(wishes, area, mark)) {
        const Label &label = labels.at(placed.wish);
        painter.fillRect(placed.rect, scene.theme.labelBackground);
        painter.setPen(label.color);
        painter.drawText(placed.rect.adjusted(pad, 0, -pad, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         label.text);
    }
}

void paintReadout(QPainter &painter, const ChartScene &scene, const OverlayState &state)
{
    const int x = int(*state.cursor - state.firstColumn);
    if (x < 0 || x >= state.columns)
        return;
    painter.fillRect(x, 0, std::max(1, int(scene.pixelRatio)), scene.layout.dataBottom, scene.theme.text);
    QList<ReadoutLine> lines = readout(scene, *state.cursor);
    const QFontMetrics metrics(painter.font());
    const int pad = int(6 * scene.pixelRatio);
    const int swatch = metrics.height() / 2;
    int width = 0;
    for (ReadoutLine &line : lines) {
        line.text = metrics.elidedText(line.text, Qt::ElideRight, std::max(1, state.columns - swatch - 4 * pad));
        width = std::max(width, metrics.horizontalAdvance(line.text));
    }
    QRect box(x + pad, pad, width + swatch + 3 * pad, int(lines.size()) * metrics.height() + 2 * pad);
    if (box.right() > state.columns)
        box.moveRight(x - pad);
    if (box.left() < 0)
        box.moveLeft(0);
    painter.fillRect(box, scene.theme.background);
    painter.setPen(scene.theme.zeroLine);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
    int y = box.top() + pad;
    for (const ReadoutLine &line : lines) {
        if (line.color.isValid())
            painter.fillRect(box.left() + pad, y + metrics.height() / 2 - swatch / 2, swatch, swatch, line.color);
        painter.setPen(scene.theme.text);
        painter.drawText(QRect(box.left() + 2 * pad + swatch, y, width + pad, metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, line.text);
        y += metrics.height();
    }
}

/// A time whose text does not fit between the edges is left out: half a time reads as another one.
void hideCutTimes(QPainter &painter, const ChartScene &scene, const OverlayState &state)
{
    const QRect row = scene.layout.timeLabels;
    const QFontMetrics metrics(painter.font());
    for (const int edge : {0, state.columns}) {
        for (const TimeLine &time : scene.timeLabels(state.firstColumn + edge, 0)) { // those that may reach it
            const int middle = int(time.column - state.firstColumn);
            const int half = metrics.horizontalAdvance(formatClock(time.wallNs, scene.timeStepNs)) / 2 + 1;
            if (middle - half < edge && edge < middle + half)
                painter.fillRect(QRect(QPoint(std::max(0, middle - half), row.top()),
                                       QPoint(std::min(state.columns, middle + half), row.bottom())),
                                 scene.theme.background);
        }
    }
}

} // namespace

QString pingAt(const PingTrack &track, qint64 fromNs, qint64 untilNs)
{
    const auto lost = std::lower_bound(track.losses.begin(), track.losses.end(), fromNs);
    if (lost != track.losses.end() && *lost < untilNs)
        //: @label in the chart's readout
        return ChartText::tr("ping lost");
    const float value = track.reader().valueNear(fromNs + (untilNs - fromNs) / 2);
    return std::isnan(value) ? QString() : formatMilliseconds(double(value));
}

QList<ReadoutLine> readout(const ChartScene &scene, qint64 column)
{
    QList<ReadoutLine> lines;
    const qint64 time = column * scene.nsPerColumn + scene.nsPerColumn / 2;
    const qint64 precision = scene.nsPerColumn < 500'000'000 ? 1'000'000 : 1'000'000'000;
    lines.append({QColor(), formatClock(time + scene.data->wallOffset(), precision)});
    for (const BandLane *lane : scene.visibleLanes())
        lines.append({lane->color, lane->name + u"  "_s + models::BondTreeModel::roleText(lane->stateAt(time))});
    for (const auto direction : {TrafficDirection::Receive, TrafficDirection::Transmit}) {
        for (const TrafficSeries *series : scene.visibleSeries(direction)) {
            const auto reader = scene.data->reader(*series);
            const float value = reader ? reader->valueNear(time) : std::numeric_limits<float>::quiet_NaN();
            if (std::isnan(value))
                continue;
            const QString arrow = direction == TrafficDirection::Receive ? u"  ↓ "_s : u"  ↑ "_s;
            lines.append({series->color, series->name + arrow + formatRate(double(value), scene.unit)});
        }
    }
    // A marker's label may be cut short or have found no place: its whole text is here.
    const qint64 near = qint64(std::lround(4 * scene.pixelRatio));
    int told = 0;
    for (const ChartMarker &marker : scene.data->markers()) {
        if (std::abs(scene.columnOf(marker.timeNs) - column) <= near && told++ < mostMarkersRead)
            lines.append({scene.colorOf(marker, scene.theme.text), marker.text});
    }
    for (const PingTrack *track : scene.visibleTracks()) {
        const QString text = pingAt(*track, column * scene.nsPerColumn, (column + 1) * scene.nsPerColumn);
        if (!text.isEmpty())
            lines.append({track->color, track->name + u"  "_s + text});
    }
    return lines;
}

namespace
{

constexpr auto inGutter = Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine;

int gutterPad(const ChartScene &scene)
{
    return int(6 * scene.pixelRatio);
}

/// @return the row below the last name
int paintLaneNames(QPainter &painter, const ChartScene &scene)
{
    const QFontMetrics metrics(painter.font());
    const auto lanes = scene.visibleLanes();
    int freeFrom = std::numeric_limits<int>::min();
    painter.setPen(scene.theme.text);
    for (qsizetype i = 0; i < lanes.size() && i < scene.layout.lanes.size(); ++i) {
        const int middle = scene.layout.plot.top() + scene.layout.lanes.at(i).center().y();
        const QRect box(0, middle - metrics.height() / 2, scene.layout.plot.left() - gutterPad(scene),
                        metrics.height());
        if (box.top() < freeFrom)
            continue; // thin lanes: only as many names as there is room for
        freeFrom = box.bottom();
        painter.drawText(box, inGutter, lanes.at(i)->name);
    }
    return freeFrom;
}

/// Places the numbers of the axes. Where a large font leaves no room for all, those that are painted first stay.
class AxisNumbers
{
public:
    AxisNumbers(QPainter &painter, const ChartScene &scene, int top, int bottom)
        : m_painter(painter)
        , m_plot(scene.layout.plot)
        , m_width(m_plot.left() - gutterPad(scene))
        , m_top(top)
        , m_bottom(bottom)
    {
    }

    void paint(double row, const QString &text)
    {
        const int height = QFontMetrics(m_painter.font()).height();
        QRect box(0, m_plot.top() + int(std::lround(row)) - height / 2, m_width, height);
        box.moveTop(std::clamp(box.top(), m_top, std::max(m_top, m_bottom - height)));
        const QRect core = box.adjusted(0, height / 8, 0, -height / 8);
        if (std::any_of(m_taken.cbegin(), m_taken.cend(),
                        [&core](const QRect &other) { return other.intersects(core); }))
            return;
        m_taken.append(core);
        m_painter.drawText(box, inGutter, text);
    }

private:
    QPainter &m_painter;
    QRect m_plot;
    int m_width;
    int m_top;
    int m_bottom;
    QList<QRect> m_taken;
};

void paintTrafficAxis(QPainter &painter, const ChartScene &scene, TrafficDirection direction, AxisNumbers &numbers)
{
    // The outermost number, which names the unit, comes first.
    const QList<double> lines = scene.trafficLines();
    for (auto rate = lines.crbegin(); rate != lines.crend(); ++rate) {
        const QString value = formatRateNumber(*rate, scene.unit, scene.trafficLimit);
        numbers.paint(double(scene.trafficRow(*rate, direction)),
                      rate == lines.crbegin() ? value + u' ' + rateUnitName(scene.unit, scene.trafficLimit) : value);
    }
    const QFontMetrics metrics(painter.font());
    const bool isReceive = direction == TrafficDirection::Receive;
    const QRect &pane = isReceive ? scene.layout.receive : scene.layout.transmit;
    const QRect box(0, scene.layout.plot.top() + pane.center().y() - metrics.height() / 2,
                    metrics.horizontalAdvance(u"↓ "_s) + gutterPad(scene), metrics.height());
    painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter, isReceive ? u"↓"_s : u"↑"_s);
}

} // namespace

void paintGutter(QPainter &painter, const ChartScene &scene, const QSize &size)
{
    for (const QRect &rect : QRegion(QRect(QPoint(0, 0), size)) - QRegion(scene.layout.plot))
        painter.fillRect(rect, scene.theme.background);
    painter.setFont(scene.deviceFont());
    const int freeFrom = paintLaneNames(painter, scene);
    painter.setPen(scene.theme.muted);
    AxisNumbers numbers(painter, scene, std::max(0, freeFrom), size.height());
    numbers.paint(double(scene.trafficRow(0, TrafficDirection::Receive)), u"0"_s);
    for (const auto direction : {TrafficDirection::Receive, TrafficDirection::Transmit})
        paintTrafficAxis(painter, scene, direction, numbers);
    // Below its line where the pane above has its own number.
    const double lowest = scene.layout.ping.top() + QFontMetrics(painter.font()).height();
    const QList<double> pings = scene.pingLines();
    for (auto ms = pings.crbegin(); ms != pings.crend(); ++ms)
        numbers.paint(std::max(double(scene.pingRow(*ms)), lowest), formatMilliseconds(*ms));
}

void paintChartOverlay(QPainter &painter, const ChartScene &scene, const OverlayState &state)
{
    painter.save();
    painter.translate(scene.layout.plot.topLeft());
    painter.setFont(scene.deviceFont());
    hideCutTimes(painter, scene, state);
    paintEvents(painter, scene, state);
    if (state.cursor)
        paintReadout(painter, scene, state);
    if (state.isPaused || !state.isFollowing) {
        //: @status a frozen chart; sampling goes on behind it
        const QString text = state.isPaused ? ChartText::tr("Paused – sampling goes on")
                                            //: @status the chart shows an earlier time
                                            : ChartText::tr("Earlier – double-click for now");
        const QFontMetrics metrics(painter.font());
        const int pad = int(6 * scene.pixelRatio);
        QRect box(0, 0, metrics.horizontalAdvance(text) + 2 * pad, metrics.height() + pad);
        box.moveBottomRight(QPoint(state.columns - pad, scene.layout.dataBottom - pad));
        painter.fillRect(box, scene.theme.text);
        painter.setPen(scene.theme.background);
        painter.drawText(box, Qt::AlignCenter, text);
    }
    if (state.hasFocus) {
        painter.setPen(scene.theme.muted);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRect(0, 0, state.columns - 1, scene.layout.dataBottom - 1));
    }
    painter.restore();
}

void paintEmptyChart(QPainter &painter, const QRect &rect, const ChartTheme &theme)
{
    painter.fillRect(rect, theme.background);
    painter.setPen(theme.muted);
    painter.setFont(theme.font);
    //: @info an empty chart
    painter.drawText(rect.adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap,
                     ChartText::tr("Waiting for the first sample…"));
}

} // namespace bondwright::ui
