// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

namespace bondwright
{

/// Whether an interface's name may go as it is into files, paths of sysfs, shell scripts and command lines: 1–15 letters
/// (ASCII), digits, '.', '_' and '-', neither '.' nor '-' in front. Much less than the kernel allows.
bool isSafeInterfaceName(QStringView name);

/// Whether a change or a backup may be named so, by us or a client; it names a folder as well: 1–64 letters (ASCII),
/// digits, '_' and '-', no '-' in front.
bool isSafeId(QStringView id);

} // namespace bondwright
