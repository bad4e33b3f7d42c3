// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/findings.h"
#include "domain/plan.h"

namespace bondwright::formats::dracut
{

/// The plan as words of the boot's command line: bond=, ip=, vlan=, rd.route=, nameserver=. Options by the names that
/// NetworkManager takes, whose generator reads them in the initramfs.
/// @param findings takes what such words cannot say
QStringList wordsOf(const BondPlan &plan, QList<Finding> *findings);

} // namespace bondwright::formats::dracut
