// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/findings.h"
#include "domain/plan.h"
#include "formats/yaml/yamlnode.h"

namespace bondwright::formats::netplan
{

struct IpPair {
    IpConfig ipv4;
    IpConfig ipv6;
};

bool isDefaultRoute(const QString &destination);
/// The gateways and routes of a definition.
void readRoutes(const yaml::Node &definition, IpPair *ip);
/// The value of "routes" that says them; Null: there are none.
yaml::Node routesNode(const IpPair &ip);
/// Names what no plan says of a definition's routes, and its rules. @param program "netplan" of "netplan.foreign-route"
void nameForeignRoutes(const yaml::Node &definition, const QString &program, const QString &place,
                       QList<Finding> *findings);
/// Where the gateway of either family is another one. gateway4 and gateway6 say it no more then.
bool isOtherGateway(const QString &key, const IpPair &before, const IpPair &wanted);
/// The value of "routes" of a definition after a change: what stays is as it was written, also what no plan says.
yaml::Node changedRoutes(const yaml::Node &definition, const IpPair &before, const IpPair &wanted);

} // namespace bondwright::formats::netplan
