// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

namespace bondwright::ui
{

/// The chart's colours and font, from the desktop's palette.
struct ChartTheme {
    QColor background;
    QColor text;
    QColor muted; ///< axis labels
    QColor grid;
    QColor zeroLine;
    QColor alarm; ///< lost pings, outages, critical markers
    QColor caution;
    QColor labelBackground;
    QFont font;
    int timeLabelWidth = 96; ///< of the longest time in this font, with its distance to the next
    bool isDark = false;

    static ChartTheme from(const QPalette &palette, const QFont &font);
};

} // namespace bondwright::ui
