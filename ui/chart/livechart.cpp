// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chart/livechart.h"

#include "chart/chartoverlay.h"
#include "chart/charttable.h"
#include "chart/vectorpainter.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace bondwright::ui
{

LiveChart::LiveChart(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    updateLayout();
    ChartTable::install();
}

LiveChart::~LiveChart() = default;

void LiveChart::setData(ChartData *data)
{
    if (m_data == data)
        return;
    if (m_data)
        disconnect(m_data, nullptr, this, nullptr);
    m_data = data;
    m_scene.data = data;
    m_scene.hidden.clear();
    if (data) {
        connect(data, &ChartData::advanced, this, &LiveChart::onAdvanced);
        connect(data, &ChartData::structureChanged, this, &LiveChart::invalidate);
        connect(data, &QObject::destroyed, this, [this] {
            m_scene.data = nullptr;
            invalidate();
        });
    }
    m_navigator.follow();
    if (data)
        m_navigator.setExtent(data->firstTime(), data->lastTime());
    invalidate();
}

void LiveChart::setShown(int id, bool isShown)
{
    if (m_scene.hidden.contains(id) != isShown)
        return;
    if (isShown)
        m_scene.hidden.remove(id);
    else
        m_scene.hidden.insert(id);
    invalidate();
}

void LiveChart::onAdvanced(qint64 dirtyFromNs)
{
    m_dirtyFrom = m_dirtyFrom < 0 ? dirtyFromNs : std::min(m_dirtyFrom, dirtyFromNs);
    m_navigator.setExtent(m_data->firstTime(), m_data->lastTime());
    if (!isVisible())
        return;
    // Frozen or looking at the past: nothing on the screen changed unless it is this late.
    if (!isFollowing() && m_navigator.columnOf(dirtyFromNs) > m_navigator.lastColumn())
        return;
    const ChartLayout &layout = m_scene.layout;
    const double ratio = devicePixelRatioF();
    update(QRectF(layout.plot.x() / ratio, layout.plot.y() / ratio, layout.plot.width() / ratio + 1,
                  layout.plot.height() / ratio + 1)
               .toAlignedRect());
}

void LiveChart::invalidate()
{
    m_drawnLast = m_drawnFirst - 1;
    updateLayout();
    if (isVisible())
        update();
}

void LiveChart::updateLayout()
{
    const double ratio = devicePixelRatioF();
    m_scene.layout = layoutFor(size(), ratio);
    m_scene.theme = ChartTheme::from(palette(), font());
    m_scene.pixelRatio = ratio;
    m_navigator.setWidth(m_scene.layout.plot.width());
    if (m_cylinder.size() != m_scene.layout.plot.size()) {
        m_cylinder = QImage(m_scene.layout.plot.size(), QImage::Format_RGB32);
        m_peaks.assign(std::size_t(m_cylinder.width()), ColumnPeak{});
        m_drawnLast = m_drawnFirst - 1;
    }
}

bool LiveChart::updateLimits()
{
    ColumnPeak peak;
    for (const ColumnPeak &column : m_peaks) {
        peak.traffic = std::max(peak.traffic, column.traffic);
        peak.ping = std::max(peak.ping, column.ping);
    }
    // 1-2-5 in the unit on the screen: a limit of 1 Gbit/s is 125 MB/s.
    const double inUnit = m_scene.unit == RateUnit::BitsPerSecond ? 8 : 1;
    m_trafficLimit.update(double(peak.traffic) * inUnit * 1.02);
    m_pingLimit.update(double(peak.ping) * 1.05);
    const double traffic = m_trafficLimit.limit() / inUnit;
    const double ping = m_pingLimit.limit();
    if (traffic == m_scene.trafficLimit && ping == m_scene.pingLimit)
        return false;
    m_scene.trafficLimit = traffic;
    m_scene.pingLimit = ping;
    return true;
}

int LiveChart::cylinderX(qint64 column) const
{
    const int width = m_cylinder.width();
    return int(column - floorDiv(column, width) * width);
}

void LiveChart::drawColumns(qint64 first, int count)
{
    // In two parts where the range goes over the cylinder's seam.
    while (count > 0) {
        const int x = cylinderX(first);
        const int part = std::min(count, m_cylinder.width() - x);
        m_painter.prepare(m_scene, first, part);
        std::copy(m_painter.peaks().begin(), m_painter.peaks().end(), m_peaks.begin() + x);
        m_painter.paint(m_scene, m_cylinder, x);
        first += part;
        count -= part;
    }
}

void LiveChart::bringUpToDate()
{
    const qint64 step = niceTimeStepNs(m_navigator.nsPerColumn(), m_scene.timeLabelColumns());
    if (m_scene.nsPerColumn != m_navigator.nsPerColumn() || m_scene.timeStepNs != step) {
        m_scene.nsPerColumn = m_navigator.nsPerColumn();
        m_scene.timeStepNs = step;
        m_drawnLast = m_drawnFirst - 1;
    }
    const qint64 first = m_navigator.firstColumn();
    const qint64 last = m_navigator.lastColumn();
    const int width = m_cylinder.width();

    qint64 validFirst = std::max(first, m_drawnFirst);
    qint64 validLast = std::min(last, m_drawnLast);
    // A frozen picture stays as it is, down to the end of the last line.
    const bool isFrozen = isPaused();
    if (m_dirtyFrom >= 0 && !isFrozen) {
        const qint64 dirty = std::min(m_dirtyFrom, m_settled > 0 ? m_settled : m_dirtyFrom);
        validLast = std::min(validLast, m_navigator.columnOf(dirty) - 1);
    }
    if (validFirst > validLast) {
        drawColumns(first, width);
    } else {
        if (first < validFirst)
            drawColumns(first, int(validFirst - first));
        if (validLast < last)
            drawColumns(validLast + 1, int(last - validLast));
    }
    if (updateLimits()) {
        drawColumns(first, width);
        update(); // the axis' numbers stand outside the plot
    }
    m_drawnFirst = first;
    m_drawnLast = last;
    if (!isFrozen) {
        m_dirtyFrom = -1;
        m_settled = m_data->settledUntil(m_scene.nsPerColumn);
    }
}

void LiveChart::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    if (!m_data || m_data->isEmpty()) {
        paintEmptyChart(painter, rect(), m_scene.theme);
        return;
    }
    bringUpToDate();
    const double ratio = devicePixelRatioF();
    painter.scale(1 / ratio, 1 / ratio);
    const QRect plot = m_scene.layout.plot;
    const QRect device
        = QRectF(QPointF(event->rect().topLeft()) * ratio, QSizeF(event->rect().size()) * ratio).toAlignedRect();
    if (!plot.contains(device))
        paintGutter(painter, m_scene, (QSizeF(size()) * ratio).toSize());

    const int width = m_cylinder.width();
    const int seam = cylinderX(m_navigator.firstColumn());
    painter.drawImage(plot.topLeft(), m_cylinder, QRect(seam, 0, width - seam, m_cylinder.height()));
    if (seam > 0)
        painter.drawImage(plot.topLeft() + QPoint(width - seam, 0), m_cylinder, QRect(0, 0, seam, m_cylinder.height()));

    if (m_cursorX && isFollowing())
        m_cursor = m_navigator.firstColumn() + *m_cursorX;
    OverlayState overlay;
    overlay.firstColumn = m_navigator.firstColumn();
    overlay.columns = width;
    overlay.cursor = m_cursor;
    overlay.isPaused = isPaused() && !m_isFinished;
    overlay.isFollowing = isFollowing() || (m_isFinished && isPaused());
    overlay.hasFocus = hasFocus();
    paintChartOverlay(painter, m_scene, overlay);
}

QImage LiveChart::renderImage(const QSize &size, double pixelRatio)
{
    QImage image((QSizeF(size) * pixelRatio).toSize(), QImage::Format_RGB32);
    image.fill(m_scene.theme.background);
    if (!m_data || m_data->isEmpty()) {
        QPainter painter(&image);
        paintEmptyChart(painter, image.rect(), m_scene.theme);
        return image;
    }
    ChartScene scene = sceneFor(size, pixelRatio);
    const int width = scene.layout.plot.width();
    const qint64 last = rightEdge() / scene.nsPerColumn - 1;
    QImage plot(scene.layout.plot.size(), QImage::Format_RGB32);
    ColumnPainter painter;
    painter.prepare(scene, last - width + 1, width);
    painter.paint(scene, plot, 0);
    QPainter onto(&image);
    paintGutter(onto, scene, image.size());
    onto.drawImage(scene.layout.plot.topLeft(), plot);
    OverlayState overlay;
    overlay.firstColumn = last - width + 1;
    overlay.columns = width;
    paintChartOverlay(onto, scene, overlay);
    return image;
}

void LiveChart::renderVector(QPainter &painter, const QSize &size)
{
    if (!m_data || m_data->isEmpty()) {
        paintEmptyChart(painter, QRect(QPoint(0, 0), size), m_scene.theme);
        return;
    }
    const ChartScene scene = sceneFor(size, 1);
    const int width = scene.layout.plot.width();
    const qint64 last = rightEdge() / scene.nsPerColumn - 1;
    paintVectorChart(painter, scene, last - width + 1, width, size);
}

ChartLayout LiveChart::layoutFor(const QSize &size, double pixelRatio) const
{
    const QFontMetrics metrics(font());
    LayoutInput input;
    input.size = (QSizeF(size) * pixelRatio).toSize();
    input.lanes = m_scene.data ? int(m_scene.visibleLanes().size()) : 0;
    input.hasPing = m_scene.data && !m_scene.data->pingTracks().isEmpty();
    input.traffic = m_trafficLayout;
    input.fontHeight = int(std::lround(metrics.height() * pixelRatio));
    // The names of the bands are never cut: ports of one card differ at their ends.
    int widest = metrics.horizontalAdvance(QStringLiteral("000 Mbit/s"));
    if (m_scene.data) {
        for (const BandLane *lane : m_scene.visibleLanes())
            widest = std::max(widest, metrics.horizontalAdvance(lane->name));
    }
    input.gutterWidth = int(std::lround((widest + 12) * pixelRatio));
    input.pixelRatio = pixelRatio;
    return layOut(input);
}

ChartScene LiveChart::sceneFor(const QSize &size, double pixelRatio) const
{
    ChartScene scene = m_scene;
    scene.pixelRatio = pixelRatio;
    scene.layout = layoutFor(size, pixelRatio);
    scene.nsPerColumn = std::max<qint64>(1, m_navigator.span() / std::max(1, scene.layout.plot.width()));
    scene.timeStepNs = niceTimeStepNs(scene.nsPerColumn, scene.timeLabelColumns());
    return scene;
}

QSize LiveChart::sizeHint() const
{
    return {720, 320};
}

QSize LiveChart::minimumSizeHint() const
{
    return {240, 96};
}

} // namespace bondwright::ui
