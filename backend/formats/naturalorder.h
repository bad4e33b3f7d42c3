// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace bondwright::formats
{

/// eth2 before eth10: runs of digits count as numbers, everything else by code point, whatever the locale.
bool naturalLess(QStringView a, QStringView b);

} // namespace bondwright::formats
