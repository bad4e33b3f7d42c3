// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

/// The one place for colours: everything else follows the desktop's palette. The set is Okabe and Ito's,
/// safe for colour-blind eyes, tuned so that on the palette's Base lines have a contrast of at least 3
/// and texts of at least 4.5 (WCAG 2, checked by tests/ui).
namespace bondwright::ui
{

enum class StateTone : quint8 {
    Good, ///< works as it should
    Caution, ///< works, with less than was asked for
    Critical, ///< needs action now; the only red-orange in the program
    Neutral, ///< not known, not concerned
};

/// @param amount of the colour above, 0 to 1
QColor blend(const QColor &over, const QColor &under, double amount);
bool isDark(const QPalette &palette);
/// Colour of the slave at this place in its bond's list (by ifindex); the same everywhere. Repeats after 8.
QColor seriesColour(int index, const QPalette &palette);
/// The bond's total: a thin neutral line.
QColor totalColour(const QPalette &palette);
/// For texts and icons.
QColor toneColour(StateTone tone, const QPalette &palette);
/// A quiet background behind texts of that tone, opaque.
QColor toneBackground(StateTone tone, const QPalette &palette);
/// Thin lines: frames, grids, separators.
QColor lineColour(const QPalette &palette);
/// Secondary text with a contrast of at least 4.5.
QColor mutedText(const QPalette &palette);
/// Added and removed lines of a diff: background of the line.
QColor addedBackground(const QPalette &palette);
QColor removedBackground(const QPalette &palette);
/// WCAG 2 contrast ratio, 1 to 21.
double contrast(const QColor &one, const QColor &other);

} // namespace bondwright::ui
