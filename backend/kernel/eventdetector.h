// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/bondview.h"
#include "kernel/event.h"

namespace bondwright::kernel
{

/// What happened to one bond between two moments. Pure: without time, order number or outage, which the
/// caller adds. Each real change gives one event, however many messages the kernel sends about it, because
/// the second message finds nothing changed any more.
/// @param before, after the same bond; either may be without one (created, removed)
QList<BondEvent> detectEvents(const BondView &before, const BondView &after);

/// All bonds of two snapshots, by ifindex: what a resync has missed.
QList<BondEvent> detectEvents(const Snapshot &before, const Snapshot &after);

} // namespace bondwright::kernel
