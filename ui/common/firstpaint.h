// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QWidget;

namespace bondwright::ui
{

/// What its first picture does not need: runs once the widget has been painted, or soon where it is not shown.
void afterFirstPaint(QWidget *widget, std::function<void()> work);

} // namespace bondwright::ui
