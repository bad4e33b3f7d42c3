// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace bondwright::ui
{

/// Which stretch of time a chart shows: pure arithmetic on the column grid (see ColumnReader).
class ChartNavigator
{
public:
    static constexpr qint64 shortestSpanNs = 1'000'000'000;
    static constexpr qint64 longestSpanNs = 24LL * 3600 * 1'000'000'000;

    /// Columns on the screen; the span stays.
    void setWidth(int columns);
    int width() const { return m_width; }
    /// What there is to show, for keeping pans in bounds; while following, the right edge goes to `lastNs`.
    void setExtent(qint64 firstNs, qint64 lastNs);

    void setSpan(qint64 ns);
    qint64 span() const { return m_span; }
    qint64 nsPerColumn() const { return m_nsPerColumn; }
    /// Zooms around a place on the screen (0 is the left edge). While following, the right edge stays "now".
    void zoom(double factor, int atColumn);
    /// Positive looks further back. Ends following; reaching the right edge begins it again.
    void pan(qint64 columns);
    void centerOn(qint64 timeNs);
    void follow();
    /// From the first instant to the last one, until it is moved or zoomed; also when the width changes.
    void showAll(qint64 firstNs);
    /// A frozen view neither follows nor forgets that it should: resuming follows again.
    void setPaused(bool paused);

    bool isFollowing() const { return m_following && !m_paused; }
    bool isPaused() const { return m_paused; }

    qint64 firstColumn() const { return m_lastColumn - m_width + 1; }
    qint64 lastColumn() const { return m_lastColumn; }
    qint64 columnOf(qint64 timeNs) const;
    qint64 timeOf(qint64 column) const { return column * m_nsPerColumn; }
    /// The middle of a column on the screen.
    qint64 timeAt(int x) const { return (firstColumn() + x) * m_nsPerColumn + m_nsPerColumn / 2; }

private:
    void keepInBounds();

    int m_width = 1;
    qint64 m_span = 120'000'000'000;
    qint64 m_nsPerColumn = 120'000'000'000;
    qint64 m_lastColumn = 0;
    qint64 m_firstNs = 0;
    qint64 m_lastNs = 0;
    bool m_following = true;
    bool m_paused = false;
    bool m_showsAll = false;
};

} // namespace bondwright::ui
