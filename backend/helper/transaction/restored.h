// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/runtime/network.h"
#include "helper/transaction/record.h"
#include "kernel/kernelsource.h"

#include <QStringList>

namespace bondwright::helper
{

/// For a person: parts of the former state that are still missing, and parts of the change that are still there.
/// Asks the kernel by itself for addresses and routes. Empty: all is as it was.
QStringList notRestored(const Record &record, const kernel::Snapshot &snapshot);

/// Restores everything by netlink alone, where the backend is gone or failed.
Result<void> restoreByNetlink(const Record &record, kernel::KernelSource &source, runtime::Network &network);
/// The same with the kernel's own network.
Result<void> restoreByNetlink(const Record &record, kernel::KernelSource &source);

} // namespace bondwright::helper
