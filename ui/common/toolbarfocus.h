// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QToolBar;

namespace bondwright::ui
{

/// Lets Tab reach every button of the bar: by themselves tool buttons take no focus. To be called once all are in.
void focusByTab(QToolBar *bar);

} // namespace bondwright::ui
