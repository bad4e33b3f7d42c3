// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace bondwright::test
{

/// Values that have broken programs that write shell files, and their like. Whatever executes would leave a
/// file "owned" in the working folder.
QStringList hostileValues();

} // namespace bondwright::test
