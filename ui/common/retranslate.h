// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <functional>

namespace bondwright::ui
{

/// Calls `retranslate` now and whenever the program's language changes, as long as the widget lives.
/// @param retranslate sets every text of the widget, including accessible names
void retranslateWith(QWidget *widget, std::function<void()> retranslate);

/// As a tool tip, which Qt reads as rich text where it looks like it: shown as it is written.
/// @param text may hold names from outside
QString plainToolTip(const QString &text);

/// Names a control for screen readers; the description is also its tool tip, except over tables and texts, where it would
/// cover what is being read.
void describe(QWidget *widget, const QString &name, const QString &description = {});

} // namespace bondwright::ui
