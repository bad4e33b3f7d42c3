// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnosis.h"

namespace bondwright::diagnosis
{

/// What the driver's own state tells: links, active slave, LACP. One finding, or none where all is well; the other
/// rules refine it.
Diagnosis judgeLinks(const kernel::BondState &bond, const kernel::Snapshot &snapshot);

} // namespace bondwright::diagnosis
