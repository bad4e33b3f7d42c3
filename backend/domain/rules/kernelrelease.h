// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

#include <optional>
#include <utility>

namespace bondwright::rules
{

using KernelRelease = std::pair<int, int>; ///< 6.1 of "6.1.0-18-amd64"; 2.6.x is told apart by no rule

/// The first two numbers of a kernel's release; nothing if there are none.
std::optional<KernelRelease> kernelRelease(QStringView text);

} // namespace bondwright::rules
