// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan.h"
#include "helper/runtime/network.h"
#include "kernel/snapshot.h"

namespace bondwright::helper::runtime
{

/// The first error wins; what follows is not tried.
class Chain
{
public:
    template <typename F>
    Chain &then(F step)
    {
        if (m_result)
            m_result = step();
        return *this;
    }
    Result<void> result() const { return m_result; }

private:
    Result<void> m_result;
};

/// Options that name a port: the driver takes them only once it is one.
QStringList optionsThatNamePorts();

/// Brings a running bond to the plan in all that can change while it is up and does not concern its ports'
/// membership: options, queues and priorities of its ports, MAC, MTU, the active port. Only what differs is sent.
Result<void> adjust(Network &network, const BondPlan &plan, const kernel::Snapshot &snapshot);
/// The part of it that must come before ports are attached or released, and the part that must come after.
Result<void> adjustBond(Network &network, const BondPlan &plan, const kernel::BondState &running);
/// @param running null: the bond was just made
Result<void> adjustPorts(Network &network, const BondPlan &plan, const kernel::BondState *running);

} // namespace bondwright::helper::runtime
