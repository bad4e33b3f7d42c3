// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnosis.h"

#include <QHash>

namespace bondwright::diagnosis
{

/// By name of the bond.
using Plans = QHash<QString, BondPlan>;

/// What the kernel does not tell, but the diagnosis asks for: what the bonds are meant to be, and where the cables end.
struct Surveyed {
    Plans plans; ///< of the bonds whose configuration can be read
    neighbours::SwitchPorts ports;
    neighbours::SwitchPorts formerPorts; ///< where each cable ended when it was first heard
    std::optional<bool> isChangePending = {}; ///< a change of the helper waits for its confirmation; none: not known

    Diagnosis judge(const kernel::BondState &bond, const kernel::Snapshot &snapshot,
                    const Window *window = nullptr) const;

    friend bool operator==(const Surveyed &, const Surveyed &) = default;
};

} // namespace bondwright::diagnosis
