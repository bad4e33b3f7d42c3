// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/foreignroute.h"
#include "formats/yaml/yamlnode.h"

namespace bondwright::formats::yaml
{

using formats::foreignRoute;
using formats::foreignRouting;
using formats::rankOf;
using formats::WhyForeign;

/// "10.0.0.0/8 via 192.0.2.1 table 101": the value of @p first, and all else with its key.
QString routeText(const Node &route, QStringView first);

} // namespace bondwright::formats::yaml
