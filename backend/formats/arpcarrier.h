// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan.h"

namespace bondwright::formats
{

/// The driver takes answers to its ARP probes only for an address of the bond (bond_validate_arp()), and without answers
/// the bond has no carrier: a service that waits for the carrier before it gives the address would wait for ever.
inline bool needsAddressForCarrier(const BondPlan &plan)
{
    return plan.options.monitorsByArp() && plan.options.arpValidate() != ArpValidate::None;
}

} // namespace bondwright::formats
