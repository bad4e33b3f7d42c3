// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/surveyed.h"

namespace bondwright::diagnosis
{

Diagnosis Surveyed::judge(const kernel::BondState &bond, const kernel::Snapshot &snapshot, const Window *window) const
{
    const auto plan = plans.constFind(bond.name);
    return diagnosis::judge({bond, snapshot, plan == plans.cend() ? nullptr : &*plan, window, ports, formerPorts});
}

} // namespace bondwright::diagnosis
