// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/mode.h"

namespace bondwright::modes
{

/// One function and one file for each mode: the texts are long and come in two languages.
ModeInfo balanceRr();
ModeInfo activeBackup();
ModeInfo balanceXor();
ModeInfo broadcast();
ModeInfo ieee8023ad();
ModeInfo balanceTlb();
ModeInfo balanceAlb();

/// The seven in the order of their numbers.
std::span<const ModeInfo> table();

} // namespace bondwright::modes
