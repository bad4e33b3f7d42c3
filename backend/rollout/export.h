// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan.h"

namespace bondwright::rollout
{

/// A plan as something of Ansible's, in YAML.
struct Exported {
    QByteArray yaml;
    QStringList leftOut; ///< names of options and members that it cannot say there
};

/// A task of the module bondwright.bond.bond.
Exported ansibleTask(const BondPlan &plan);
/// Variables of the role linux-system-roles.network (fedora.linux_system_roles.network): `network_connections`.
Exported systemRoleVariables(const BondPlan &plan);

} // namespace bondwright::rollout
