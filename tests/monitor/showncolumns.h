// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/livechart.h"

namespace bondwright::ui
{

/// Which columns of the time axis a chart shows, by what it paints. Columns are counted from the beginning of time.
class ShownColumns
{
public:
    explicit ShownColumns(LiveChart &chart)
        : m_chart(chart)
    {
    }

    qint64 nsPerColumn() const
    {
        (void)m_chart.grab(); // a scene is as the chart was painted last
        return m_chart.scene().nsPerColumn;
    }
    qint64 last() const { return m_chart.rightEdge() / nsPerColumn() - 1; }
    qint64 first() const { return last() - m_chart.scene().layout.plot.width() + 1; }
    qint64 columnOf(qint64 timeNs) const { return timeNs / nsPerColumn(); }
    qint64 timeOf(qint64 column) const { return column * nsPerColumn(); }
    /// On the chart.
    int xOf(qint64 timeNs) const { return m_chart.scene().layout.plot.left() + int(columnOf(timeNs) - first()); }

private:
    LiveChart &m_chart;
};

} // namespace bondwright::ui
