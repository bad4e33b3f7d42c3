// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/vlanonvlan.h"

#include "formats/findinglist.h"

#include <QCoreApplication>

namespace bondwright::formats
{

QList<StackedVlan> stackedVlans(const QString &bond, const std::function<QStringList(const QString &)> &vlansOn)
{
    QStringList parents = vlansOn(bond);
    QList<StackedVlan> stacked;
    for (qsizetype i = 0; i < parents.size(); ++i) {
        const QString parent = parents.at(i);
        for (const QString &vlan : vlansOn(parent)) {
            if (vlan.isEmpty() || parents.contains(vlan))
                continue;
            parents.append(vlan);
            stacked.append({vlan, parent});
        }
    }
    return stacked;
}

Finding vlanOnVlan(const QString &code, const QString &vlan, const QString &parent, const QString &place)
{
    return finding(Severity::Warning, code, place,
                   QCoreApplication::translate("formats", "%1 is a VLAN on the VLAN %2: a plan does not say that.")
                       .arg(vlan, parent),
                   QCoreApplication::translate("formats", "It stays as it is in changes of this file."));
}

Finding vlanLeftAlone(const QString &vlan, const QString &parent, const QString &place, Severity severity)
{
    return finding(
        severity, QStringLiteral("migration.vlan-on-vlan"), place,
        QCoreApplication::translate("formats", "%1 is a VLAN on the VLAN %2, and would be on nothing any more.")
            .arg(vlan, parent),
        QCoreApplication::translate("formats", "Change both together by hand."));
}

} // namespace bondwright::formats
