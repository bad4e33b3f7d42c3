// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/vlanport.h"

#include "formats/findinglist.h"

#include <QCoreApplication>

namespace bondwright::formats
{

void nameVlanPorts(const BondPlan &plan, const QString &code, const VlanPlace &vlanPlace, QList<Finding> *findings)
{
    for (const SlavePlan &slave : plan.slaves) {
        if (const auto place = vlanPlace(slave.name))
            findings->append(
                finding(Severity::Warning, code, *place,
                        QCoreApplication::translate(
                            "formats", "%1, a slave of %2, is a VLAN: a plan does not say of which interface.")
                            .arg(slave.name, plan.name),
                        QCoreApplication::translate("formats", "It stays as it is in changes of this file.")));
    }
}

void nameVlanPortsLeft(const BondPlan &plan, const VlanPlace &vlanPlace, QList<Finding> *findings)
{
    for (const SlavePlan &slave : plan.slaves) {
        if (const auto place = vlanPlace(slave.name))
            findings->append(finding(Severity::Error, QStringLiteral("migration.vlan-port"), *place,
                                     QCoreApplication::translate(
                                         "formats", "%1, a slave of %2, is a VLAN, which nothing would make any more.")
                                         .arg(slave.name, plan.name),
                                     QCoreApplication::translate("formats", "Change both together by hand.")));
    }
}

} // namespace bondwright::formats
