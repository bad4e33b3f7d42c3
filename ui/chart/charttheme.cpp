// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chart/charttheme.h"

#include "common/palette.h"

#include <QFontMetrics>

namespace bondwright::ui
{

ChartTheme ChartTheme::from(const QPalette &palette, const QFont &font)
{
    ChartTheme theme;
    theme.isDark = bondwright::ui::isDark(palette);
    theme.background = palette.color(QPalette::Base);
    theme.text = palette.color(QPalette::Text);
    theme.muted = mutedText(palette);
    theme.grid = lineColour(palette);
    theme.grid.setAlphaF(0.5F);
    theme.zeroLine = lineColour(palette);
    theme.alarm = toneColour(StateTone::Critical, palette);
    theme.caution = toneColour(StateTone::Caution, palette);
    theme.labelBackground = theme.background;
    theme.labelBackground.setAlphaF(0.9F);
    theme.font = font;
    theme.timeLabelWidth = QFontMetrics(font).horizontalAdvance(QStringLiteral("00:00:00.000")) + 16;
    return theme;
}

} // namespace bondwright::ui
