// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/flowcensus.h"

#include <QStringList>

namespace bondwright::diagnosis
{

/// The policy in force, as far as it was counted. None: the bond does not send by a hash, or by one that looks into tunnels.
std::optional<XmitPolicy> countedPolicy(const kernel::BondState &bond, const kernel::FlowCount &count);

/// Translated sentences: how much was counted.
QStringList flowTotals(const kernel::FlowCount &count);
/// Translated: what follows from a count of the bond's flows, in one sentence.
QString flowAdvice(const kernel::BondState &bond, const kernel::FlowCount &count);

} // namespace bondwright::diagnosis
