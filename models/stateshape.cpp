// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stateshape.h"

namespace bondwright::models
{

StateShape shapeOf(diagnosis::Verdict verdict)
{
    switch (verdict) {
    case diagnosis::Verdict::Healthy:
        return StateShape::Ok;
    case diagnosis::Verdict::Degraded:
    case diagnosis::Verdict::SinglePointOfFailure:
    case diagnosis::Verdict::LacpNotNegotiated:
        return StateShape::Degraded;
    case diagnosis::Verdict::Down:
        return StateShape::Down;
    case diagnosis::Verdict::Unknown:
        break;
    }
    return StateShape::Unknown;
}

StateShape shapeOf(kernel::SlaveRole role)
{
    switch (role) {
    case kernel::SlaveRole::Active:
        return StateShape::Active;
    case kernel::SlaveRole::Standby:
        return StateShape::Standby;
    case kernel::SlaveRole::GoingBack:
    case kernel::SlaveRole::GoingDown:
        return StateShape::Changing;
    case kernel::SlaveRole::Down:
    case kernel::SlaveRole::NoLink:
        return StateShape::Down;
    case kernel::SlaveRole::Unknown:
        break;
    }
    return StateShape::Unknown;
}

StateShape shapeOf(kernel::EventSeverity severity)
{
    switch (severity) {
    case kernel::EventSeverity::Info:
        return StateShape::Info;
    case kernel::EventSeverity::Warning:
        return StateShape::Degraded;
    case kernel::EventSeverity::Critical:
        break;
    }
    return StateShape::Down;
}

StateShape shapeOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return StateShape::Down;
    case Severity::Warning:
        return StateShape::Degraded;
    case Severity::Advice:
        break;
    }
    return StateShape::Info;
}

} // namespace bondwright::models
