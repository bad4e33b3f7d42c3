// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace bondwright::helper
{

/// The names the helper is willing to write into files, sysfs paths and shell-read configuration: much
/// less than the kernel allows. ^[A-Za-z0-9][A-Za-z0-9_.-]{0,14}$ without "..".
bool isSafeInterfaceName(QStringView name);

/// Identifiers made by us or a client: 1–64 of [A-Za-z0-9_.-], not starting with a dot or a dash.
bool isSafeId(QStringView id);

} // namespace bondwright::helper
