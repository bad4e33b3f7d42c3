// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/findings.h"
#include "domain/plan.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace bondwright::formats
{

/// A bridge that the files put an interface into.
struct Bridge {
    QString name;
    QString place; ///< the file that says so, and ":" with the line where there is one
};

using BridgeOf = std::function<std::optional<Bridge>(const QString &interface)>;

/// Where files are read: the bond, or a VLAN on it, is a port of a bridge. No plan says it; it stays as it is.
/// @param code the format's own, "….bridge"
/// @param unplanned further interfaces on the bond, which the plan does not have
void nameBridges(const BondPlan &plan, const QString &code, const BridgeOf &bridgeOf, QList<Finding> *findings,
                 const QStringList &unplanned = {});
/// The same where another format takes over: an Error, for the bridge would have no port any more.
void nameBridgesLeft(const BondPlan &plan, const BridgeOf &bridgeOf, QList<Finding> *findings,
                     const QStringList &unplanned = {});

} // namespace bondwright::formats
