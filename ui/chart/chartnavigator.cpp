// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chart/chartnavigator.h"

#include "chart/columnreader.h"

#include <algorithm>

namespace bondwright::ui
{

qint64 ChartNavigator::columnOf(qint64 timeNs) const
{
    return floorDiv(timeNs, m_nsPerColumn);
}

void ChartNavigator::setWidth(int columns)
{
    columns = std::max(1, columns);
    if (columns == m_width)
        return;
    const qint64 right = timeOf(m_lastColumn);
    m_width = columns;
    m_nsPerColumn = std::max<qint64>(1, m_span / m_width);
    m_lastColumn = columnOf(right);
    keepInBounds();
}

void ChartNavigator::setExtent(qint64 firstNs, qint64 lastNs)
{
    m_firstNs = firstNs;
    m_lastNs = std::max(firstNs, lastNs);
    if (isFollowing())
        m_lastColumn = columnOf(m_lastNs);
}

void ChartNavigator::setSpan(qint64 ns)
{
    m_showsAll = false;
    const qint64 right = timeOf(m_lastColumn);
    m_span = std::clamp(ns, shortestSpanNs, longestSpanNs);
    m_nsPerColumn = std::max<qint64>(1, m_span / m_width);
    m_lastColumn = columnOf(right);
    keepInBounds();
}

void ChartNavigator::zoom(double factor, int atColumn)
{
    if (!(factor > 0))
        return;
    m_showsAll = false;
    const qint64 anchor = timeAt(std::clamp(atColumn, 0, m_width - 1));
    m_span = std::clamp(qint64(double(m_span) * factor), shortestSpanNs, longestSpanNs);
    m_nsPerColumn = std::max<qint64>(1, m_span / m_width);
    m_lastColumn = columnOf(anchor) + (m_width - 1 - std::clamp(atColumn, 0, m_width - 1));
    keepInBounds();
}

void ChartNavigator::pan(qint64 columns)
{
    if (columns == 0)
        return;
    m_following = false;
    m_showsAll = false;
    m_lastColumn -= columns;
    if (columns < 0 && m_lastColumn >= columnOf(m_lastNs))
        m_following = true;
    keepInBounds();
}

void ChartNavigator::centerOn(qint64 timeNs)
{
    m_following = false;
    m_showsAll = false;
    m_lastColumn = columnOf(timeNs) + m_width / 2;
    keepInBounds();
}

void ChartNavigator::follow()
{
    m_following = true;
    m_paused = false;
    m_showsAll = false;
    keepInBounds();
}

void ChartNavigator::showAll(qint64 firstNs)
{
    setSpan(m_lastNs - firstNs);
    m_showsAll = true;
    keepInBounds();
}

void ChartNavigator::setPaused(bool paused)
{
    m_paused = paused;
    keepInBounds();
}

void ChartNavigator::keepInBounds()
{
    if (isFollowing() || m_showsAll) {
        m_lastColumn = columnOf(m_lastNs);
        return;
    }
    // The oldest instant may come to the middle of the screen, the newest not left of the right edge.
    const qint64 newest = columnOf(m_lastNs);
    const qint64 oldest = std::min(newest, columnOf(m_firstNs) + m_width / 2);
    m_lastColumn = std::clamp(m_lastColumn, oldest, newest);
}

} // namespace bondwright::ui
