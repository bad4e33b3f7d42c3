// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace bondwright::ui
{

/// Letters that two visible things of a window answer to with Alt: "N: Name, Next".
QStringList duplicateMnemonics(QWidget *window);

} // namespace bondwright::ui
