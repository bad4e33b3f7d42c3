// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan.h"
#include "formats/ifcfg/keyreader.h"

namespace bondwright::formats::ifcfg
{

/// Puts the routes of the interface's route-* or route6-* file into `ip`, and names the lines that a plan cannot say.
void readRouteFile(const KeyReader &reader, bool isV6, IpConfig *ip, QList<Finding> *findings);
/// A plan says gateways and routes of a family with addresses or DHCP only; files have left-overs, or a bad address.
void dropUnusable(const KeyReader &reader, const QByteArray &key, IpConfig *ip);

} // namespace bondwright::formats::ifcfg
