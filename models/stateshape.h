// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnosis.h"
#include "domain/findings.h"
#include "kernel/bondview.h"
#include "kernel/event.h"

namespace bondwright::models
{

/// State by shape, so that colour is never alone; each stands beside a text that says the same.
enum class StateShape : quint8 {
    Ok, ///< filled disc
    Degraded, ///< triangle
    Down, ///< cross
    Unknown, ///< ring
    Active, ///< arrowhead: carries traffic
    Standby, ///< two bars: ready to take over
    Changing, ///< half disc: going down or back
    Free, ///< empty square: an unused NIC
    Used, ///< filled square: a NIC in use
    Unusable, ///< barred ring
    Info, ///< ring with an i
};

StateShape shapeOf(diagnosis::Verdict verdict);
StateShape shapeOf(kernel::SlaveRole role);
StateShape shapeOf(kernel::EventSeverity severity);
StateShape shapeOf(Severity severity);

} // namespace bondwright::models
