// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/findings.h"
#include "domain/plan.h"
#include "formats/spelling.h"
#include "formats/yaml/yamledit.h"
#include "formats/yaml/yamlnode.h"

#include <QStringList>

#include <functional>

namespace bondwright::formats::netplan
{

/// Definitions as the files have them, for a change in their place.
struct Definitions {
    std::function<yaml::Node(const QStringList &)> at; ///< one, with its lists as they are written
    std::function<bool(const QStringList &)> isSaid; ///< whether a file has this entry
    std::function<QString(const QString &)> idOf; ///< of a NIC
    QStringList unnamedPorts; ///< of which only their host knows which NIC they are
    Program program;
    bool isByNetworkd = false;
};

/// An entry below "network"; a Null takes it away.
struct Setting {
    QStringList path;
    yaml::Node value;
};

/// What has to be set, entry by entry, for the definitions of a bond and its VLANs to say another plan: all else in them
/// stays, and of addresses and routes what no plan says.
QList<Setting> settingsFor(const BondPlan &plan, const BondPlan &old, const Definitions &present,
                           QList<Finding> *findings);
/// VLANs of the old plan that the other one does not have.
QList<Setting> withoutVlans(const BondPlan &plan, const BondPlan &old);
/// Sets it in a file; of what lies below "network" nothing stays empty.
Result<void> setIn(yaml::Editor *editor, const Setting &setting);

} // namespace bondwright::formats::netplan
