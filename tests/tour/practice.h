// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tourreport.h"

namespace bondwright::tour
{

/// The chapter about the practice host: on this computer itself, which is not touched.
void practice(TourReport &report);

} // namespace bondwright::tour
