// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/runningplan.h"

namespace bondwright::ui
{

using kernel::runningPlan;

} // namespace bondwright::ui
