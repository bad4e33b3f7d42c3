// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan.h"
#include "domain/result.h"
#include "formats/nm/profile.h"

namespace bondwright::formats::nm
{

enum class IpFamily : quint8 { V4, V6 };

/// The routes with attributes, as "10.0.0.0/8 table src": a plan cannot express them, and changes keep them.
QStringList attributedRoutes(const ConnectionPtr &connection, IpFamily family);
/// Other routing that a plan cannot express and that changes keep, as "ipv4.route-table=100".
QStringList foreignRouting(const ConnectionPtr &connection, IpFamily family);
/// An ipv4 or ipv6 setting, as far as a plan can express it. A missing setting is Disabled.
IpConfig readIpSetting(const ConnectionPtr &connection, IpFamily family);
/// Writes it into the setting. What a plan does not know (DHCP client id, privacy, …) stays; a setting that
/// says it already is not touched.
Result<void> writeIpSetting(const ConnectionPtr &connection, IpFamily family, const IpConfig &ip);

} // namespace bondwright::formats::nm
