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

/// Names a control for screen readers; the description is also its tool tip if it has none.
void describe(QWidget *widget, const QString &name, const QString &description = {});

} // namespace bondwright::ui
