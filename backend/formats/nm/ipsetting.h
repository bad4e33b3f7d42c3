// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan.h"
#include "domain/result.h"
#include "formats/nm/profile.h"

namespace bondwright::formats::nm
{

enum class IpFamily : quint8 { V4, V6 };

/// The routes with attributes, as "10.0.0.0/8 table src": a plan cannot say them, and changes keep them.
QStringList attributedRoutes(const ConnectionPtr &connection, IpFamily family);
/// What else of the routing a plan cannot say, as "ipv4.route-table=100", and changes keep.
QStringList foreignRouting(const ConnectionPtr &connection, IpFamily family);
/// What an ipv4 or ipv6 setting says, as far as a plan can say it. A missing setting is Disabled.
IpConfig readIpSetting(const ConnectionPtr &connection, IpFamily family);
/// Makes the setting say it. What a plan does not know (DHCP client id, privacy, …) stays; a setting that
/// says it already is not touched.
Result<void> writeIpSetting(const ConnectionPtr &connection, IpFamily family, const IpConfig &ip);

} // namespace bondwright::formats::nm
