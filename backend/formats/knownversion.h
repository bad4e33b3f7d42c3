// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/host/programversion.h"

namespace bondwright::formats
{

/// Whether the program is known to be of that release or a later one.
inline bool isKnownSince(const QString &programVersion, const QString &since)
{
    return !programVersion.isEmpty() && isAtLeast(programVersion, since);
}

} // namespace bondwright::formats
