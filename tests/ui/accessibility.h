// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace bondwright::ui
{

/// Every visible control that Tab reaches and of which a screen reader would have nothing to say: no name, or
/// no description of what it is for. Texts that can be selected are their own name and need no description.
QStringList mutedControls(QWidget *window);

} // namespace bondwright::ui
