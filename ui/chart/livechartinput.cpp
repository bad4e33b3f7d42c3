// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a LiveChart is moved: pointer, wheel, keyboard.

#include "chart/chartoverlay.h"
#include "chart/livechart.h"

#include <QCoreApplication>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

template <typename Change>
void LiveChart::navigate(Change change)
{
    const bool wasFollowing = isFollowing();
    const bool wasPaused = isPaused();
    const qint64 oldSpan = m_navigator.span();
    change();
    if (oldSpan != m_navigator.span())
        Q_EMIT spanChanged(span());
    if (wasPaused != isPaused())
        Q_EMIT pausedChanged(isPaused());
    if (wasFollowing != isFollowing())
        Q_EMIT followingChanged(isFollowing());
    update();
}

void LiveChart::setSpan(std::chrono::seconds span)
{
    navigate([&] { m_navigator.setSpan(std::chrono::nanoseconds(span).count()); });
}

std::chrono::seconds LiveChart::span() const
{
    return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::nanoseconds(m_navigator.span()));
}

void LiveChart::setFinished(bool finished)
{
    m_isFinished = finished;
    setPaused(finished);
    update();
}

void LiveChart::setPaused(bool paused)
{
    navigate([&] { m_navigator.setPaused(paused); });
}

void LiveChart::followNow()
{
    navigate([&] { m_navigator.follow(); });
}

void LiveChart::showAll()
{
    if (!m_data || m_data->isEmpty())
        return;
    qint64 first = m_data->firstTime();
    for (const BandLane &lane : m_data->lanes()) {
        if (!lane.segments.empty())
            first = std::min(first, lane.segments.front().startNs);
    }
    navigate([&] { m_navigator.showAll(first); });
}

void LiveChart::showInstant(qint64 timeNs)
{
    navigate([&] {
        m_navigator.centerOn(timeNs);
        m_cursorX.reset();
        setCursorColumn(m_navigator.columnOf(timeNs));
    });
}

void LiveChart::zoomIn()
{
    navigate([&] { m_navigator.zoom(0.5, isFollowing() ? m_navigator.width() - 1 : m_navigator.width() / 2); });
}

void LiveChart::zoomOut()
{
    navigate([&] { m_navigator.zoom(2, isFollowing() ? m_navigator.width() - 1 : m_navigator.width() / 2); });
}

void LiveChart::setUnit(RateUnit unit)
{
    m_scene.unit = unit;
    m_trafficLimit = SteadyLimit(unit == RateUnit::BitsPerSecond ? 1000 : 100);
    invalidate();
}

void LiveChart::setTrafficStyle(TrafficStyle style)
{
    m_scene.style = style;
    invalidate();
}

void LiveChart::setTrafficLayout(TrafficLayout layout)
{
    m_trafficLayout = layout;
    invalidate();
}

void LiveChart::resizeEvent(QResizeEvent *)
{
    updateLayout();
}

void LiveChart::showEvent(QShowEvent *)
{
    updateLayout();
}

void LiveChart::changeEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::FontChange:
    case QEvent::StyleChange:
        invalidate();
        break;
    case QEvent::LanguageChange:
        update();
        break;
    default:
        break;
    }
    QWidget::changeEvent(event);
}

int LiveChart::plotX(const QPointF &position) const
{
    return int(std::lround(position.x() * devicePixelRatioF())) - m_scene.layout.plot.left();
}

void LiveChart::setCursorColumn(std::optional<qint64> column)
{
    if (m_cursor == column)
        return;
    m_cursor = column;
    Q_EMIT instantPointedAt(column ? m_navigator.timeOf(*column) + m_navigator.nsPerColumn() / 2 : 0);
    update();
}

qint64 LiveChart::instantRead() const
{
    return m_cursor ? m_navigator.timeOf(*m_cursor) + m_navigator.nsPerColumn() / 2 : m_data ? m_data->lastTime() : 0;
}

void LiveChart::tellReadout()
{
    // What the eye reads at the cross-hair, for a screen reader: bands, rates, pings and events of that instant.
    if (m_usualDescription.isNull())
        m_usualDescription = accessibleDescription() + u' ';
    QStringList lines;
    if (m_cursor && m_data) {
        for (const ReadoutLine &line : readout(m_scene, *m_cursor))
            lines.append(line.text);
    }
    setAccessibleDescription(lines.isEmpty() ? m_usualDescription.trimmed() : lines.join(u"; "));
}

void LiveChart::wheelEvent(QWheelEvent *event)
{
    const QPoint delta = event->angleDelta();
    if (event->modifiers() & Qt::ShiftModifier || std::abs(delta.x()) > std::abs(delta.y())) {
        const int notches = delta.x() != 0 ? delta.x() : delta.y();
        navigate([&] { m_navigator.pan(qint64(notches) * m_navigator.width() / 1200); });
    } else if (delta.y() != 0) {
        navigate([&] { m_navigator.zoom(std::pow(0.8, delta.y() / 120.0), plotX(event->position())); });
    }
    event->accept();
}

void LiveChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    m_isDragging = true;
    m_dragFrom = event->position();
}

void LiveChart::mouseMoveEvent(QMouseEvent *event)
{
    const int x = plotX(event->position());
    if (m_isDragging && event->buttons() & Qt::LeftButton) {
        const int moved = int(std::lround((event->position().x() - m_dragFrom.x()) * devicePixelRatioF()));
        if (moved != 0) {
            m_dragFrom = event->position();
            navigate([&] { m_navigator.pan(moved); });
        }
    }
    if (x >= 0 && x < m_navigator.width()) {
        m_cursorX = x;
        setCursorColumn(m_navigator.firstColumn() + x);
    } else {
        m_cursorX.reset();
        setCursorColumn(std::nullopt);
    }
}

void LiveChart::mouseReleaseEvent(QMouseEvent *)
{
    m_isDragging = false;
}

void LiveChart::mouseDoubleClickEvent(QMouseEvent *)
{
    followNow();
}

void LiveChart::leaveEvent(QEvent *)
{
    m_cursorX.reset();
    setCursorColumn(std::nullopt);
}

void LiveChart::keyPressEvent(QKeyEvent *event)
{
    const int page = m_navigator.width() / 4;
    const int step = event->modifiers() & Qt::ControlModifier ? 20 : 1;
    switch (event->key()) {
    case Qt::Key_PageUp:
        return navigate([&] { m_navigator.pan(page); });
    case Qt::Key_PageDown:
        return navigate([&] { m_navigator.pan(-page); });
    case Qt::Key_End:
        return followNow();
    case Qt::Key_Home:
        return navigate([&] { m_navigator.centerOn(m_data ? m_data->firstTime() : 0); });
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_Space:
        return setPaused(!isPaused());
    case Qt::Key_Left:
    case Qt::Key_Right: {
        // The cross-hair by keyboard: from the right edge on.
        const qint64 from = m_cursor.value_or(m_navigator.lastColumn());
        const qint64 to = from + (event->key() == Qt::Key_Left ? -step : step);
        m_cursorX = int(std::clamp<qint64>(to - m_navigator.firstColumn(), 0, m_navigator.width() - 1));
        setCursorColumn(m_navigator.firstColumn() + *m_cursorX);
        return tellReadout();
    }
    case Qt::Key_Escape:
        if (m_cursor) {
            m_cursorX.reset();
            setCursorColumn(std::nullopt);
            return tellReadout();
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

} // namespace bondwright::ui
