// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

namespace bondwright::helper
{

/// One polkit action for each kind of verb (packaging/helper/org.bondwright.helper.policy).
enum class Action : quint8 {
    View, ///< read configuration, preview
    Change, ///< apply and remove
    Restore, ///< restore a backup
    Test, ///< live actions: active slave, link down for a test, blink
    Rehearse, ///< try a plan in namespaces; loads the driver
    Listen, ///< hear by LLDP where the cables end
    CountFlows, ///< look at the headers of what a bond sends
    ConfirmOther, ///< decide about another client's change
};

QLatin1StringView actionId(Action action);

} // namespace bondwright::helper
