// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/modes/modetable.h"

#include <array>

namespace bondwright::modes
{

std::span<const ModeInfo> table()
{
    static const std::array<ModeInfo, 7> all{balanceRr(),  activeBackup(), balanceXor(), broadcast(),
                                             ieee8023ad(), balanceTlb(),   balanceAlb()};
    return all;
}

} // namespace bondwright::modes
