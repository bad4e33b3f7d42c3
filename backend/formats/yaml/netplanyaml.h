// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/findings.h"
#include "domain/plan.h"
#include "formats/spelling.h"
#include "formats/yaml/netplanroutes.h"
#include "formats/yaml/yamlnode.h"

#include <functional>

namespace bondwright::formats::netplan
{

/// Addresses, routes and name servers of a definition. Without a word on it the renderers take IPv6 from the routers.
IpPair readIp(const yaml::Node &definition);
/// A list of addresses in which those of the definition are as they are there, with their label or lifetime.
yaml::Node changedAddresses(const yaml::Node &definition, yaml::Node wanted);
/// The entries that say it, each Null where there is nothing to say: all that readIp() looks at.
QList<yaml::Entry> ipEntries(const IpConfig &ipv4, const IpConfig &ipv6);

/// A bond's definition, its ports by the ids of their definitions.
/// @param nicOf the interface that an id of "ethernets" means; empty: not known
BondPlan readBond(const QString &name, const yaml::Node &network, const std::function<QString(const QString &)> &nicOf,
                  QList<Finding> *findings);
/// What the bond's own definition says; @param idOf the id of a NIC's definition
QList<yaml::Entry> bondEntries(const BondPlan &plan, const std::function<QString(const QString &)> &idOf,
                               const Program &program, bool isByNetworkd, QList<Finding> *findings);
QList<yaml::Entry> vlanEntries(const BondPlan &plan, const VlanPlan &vlan, bool isByNetworkd);
/// The bridge that has the interface as a port; empty: none.
QString bridgeOf(const QString &interface, const yaml::Node &network);
/// "migration.left-behind": an entry that no plan holds.
Finding leftFinding(const QString &definition, const QString &key);
/// Those of addresses and routes of a definition: a label, another table, ….
void nameLeftOfIp(const QString &definition, const yaml::Node &node, QList<Finding> *findings);
/// A whole "network:" with the bond, its NICs and its VLANs.
yaml::Node wholeNetwork(const BondPlan &plan, const std::function<QString(const QString &)> &idOf,
                        const std::function<yaml::Node(const SlavePlan &)> &nicNodeOf, const Program &program,
                        bool isByNetworkd, QList<Finding> *findings);

} // namespace bondwright::formats::netplan
