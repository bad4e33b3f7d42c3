// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/findings.h"
#include "domain/plan.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace bondwright::formats
{

/// Where the files make a VLAN of this interface: the file, and ":" with the line where there is one. nullopt: nowhere.
using VlanPlace = std::function<std::optional<QString>(const QString &interface)>;

/// Where files are read: a port of the bond is a VLAN, and not a NIC. No plan says what it is on; it stays as it is.
/// @param code the format's own, "….vlan-port"
void nameVlanPorts(const BondPlan &plan, const QString &code, const VlanPlace &vlanPlace, QList<Finding> *findings);
/// The same where another format takes over: an Error, for nobody would make the VLAN any more.
void nameVlanPortsLeft(const BondPlan &plan, const VlanPlace &vlanPlace, QList<Finding> *findings);

} // namespace bondwright::formats
