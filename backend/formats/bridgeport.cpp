// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/bridgeport.h"

#include "formats/findinglist.h"

#include <QCoreApplication>

namespace bondwright::formats
{

namespace
{

QStringList interfacesOf(const BondPlan &plan)
{
    QStringList names{plan.name};
    for (const VlanPlan &vlan : plan.vlans)
        names.append(vlan.interfaceName(plan.name));
    return names;
}

} // namespace

void nameBridges(const BondPlan &plan, const QString &code, const BridgeOf &bridgeOf, QList<Finding> *findings,
                 const QStringList &unplanned)
{
    for (const QString &name : interfacesOf(plan) + unplanned) {
        if (const auto bridge = bridgeOf(name))
            findings->append(
                finding(Severity::Warning, code, bridge->place,
                        QCoreApplication::translate("formats",
                                                    "%1 is a port of the bridge %2, which has the addresses: a plan "
                                                    "does not say that.")
                            .arg(name, bridge->name),
                        QCoreApplication::translate("formats", "It stays as it is in changes of this file.")));
    }
}

void nameBridgesLeft(const BondPlan &plan, const BridgeOf &bridgeOf, QList<Finding> *findings,
                     const QStringList &unplanned)
{
    for (const QString &name : interfacesOf(plan) + unplanned) {
        if (const auto bridge = bridgeOf(name))
            findings->append(finding(Severity::Error, QStringLiteral("migration.bridge"), bridge->place,
                                     QCoreApplication::translate(
                                         "formats", "%1 is a port of the bridge %2, and would not be in it any more.")
                                         .arg(name, bridge->name),
                                     QCoreApplication::translate("formats", "Move bridge and bond together by hand.")));
    }
}

} // namespace bondwright::formats
