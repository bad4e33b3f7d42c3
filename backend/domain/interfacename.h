// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

#include <optional>

namespace bondwright
{

/// Why a text cannot, or should not, be the name of a network interface.
enum class NameProblem : quint8 {
    Empty,
    TooLong, ///< more than 15 bytes of UTF-8 (IFNAMSIZ)
    Dots, ///< "." or ".."
    ForbiddenByKernel, ///< '/', ':', white space (dev_valid_name)
    Template, ///< '%': the kernel would fill in a number
    Reserved, ///< "bonding_masters", "lo", "all", "default", "none": taken by sysfs, sysctl or the driver
    Unsafe, ///< not isSafeInterfaceName()
};

/// For a name that we are going to create or write into files. Stricter than the kernel, which takes
/// even "$(reboot)": such names end up in shell files, logs and command lines.
std::optional<NameProblem> newNameProblem(QStringView name);
/// Only what the kernel itself demands: for names that exist already.
std::optional<NameProblem> kernelNameProblem(QStringView name);

} // namespace bondwright
