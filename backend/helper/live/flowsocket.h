// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

namespace bondwright::helper
{

/// Counts the flows that a bond sends, by a raw socket on it: writes the lines of kernel::toLines(FlowCount), or "!" and a
/// number, the system's error. Only what leaves is looked at, the first bytes of each frame. @return exit status
int countFlows(std::chrono::seconds duration, const QString &bond);

} // namespace bondwright::helper
