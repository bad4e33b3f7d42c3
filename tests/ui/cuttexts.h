// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace bondwright::ui
{

/// Texts of a shown window that do not fit their place, and widgets that lie over each other. What scrolls or
/// elides on purpose does not count.
QStringList cutTexts(QWidget *window);

/// Names of interfaces in the visible tables and trees of a window that do not fit their column: cut, they look alike.
QStringList cutNames(QWidget *window);

/// Texts of a Chinese window that hold English words beside those that every language shares: names, units, protocols.
QStringList englishTexts(QWidget *window);

} // namespace bondwright::ui
