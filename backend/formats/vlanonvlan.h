// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/findings.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace bondwright::formats
{

/// A VLAN, and the one that it is on.
struct StackedVlan {
    QString name;
    QString parent;
};

/// The VLANs on the bond's VLANs, and on those.
/// @param vlansOn the names of the VLANs that the files put on an interface
QList<StackedVlan> stackedVlans(const QString &bond, const std::function<QStringList(const QString &)> &vlansOn);

/// A VLAN on one of a bond's VLANs: no plan says it. Where files are read it is named, and stays as it is.
/// @param code the format's own, "….vlan-on-vlan"
/// @param place its file, and ":" with the line where there is one
Finding vlanOnVlan(const QString &code, const QString &vlan, const QString &parent, const QString &place);

/// The same where the VLAN below it goes: an Error for migrate() and rename(), a Warning for remove().
Finding vlanLeftAlone(const QString &vlan, const QString &parent, const QString &place,
                      Severity severity = Severity::Error);

} // namespace bondwright::formats
