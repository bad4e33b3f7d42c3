// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace bondwright::ui
{

enum class ActionIcon : quint8 {
    Create,
    Edit,
    Remove,
    Monitor,
    Test,
    Backups,
    Events,
    Import,
    Keep,
    Revert,
    Blink,
    Up,
    Down,
    Copy,
    Save,
    Open,
    Help,
    More, ///< the rest of a bar that is too narrow
    Chinese ///< 中文, twice as wide as high: legible where no Chinese font is, and without loading one
};

/// A line drawing in the palette's text colour: the same with every theme, sharp at every pixel ratio.
QIcon actionIcon(ActionIcon icon);

} // namespace bondwright::ui
