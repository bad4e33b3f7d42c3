// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/findings.h"
#include "domain/ipaddress.h"

#include <optional>

namespace bondwright::formats
{

enum class WhyForeign : quint8 {
    Table, ///< another than the main one
    Attributes,
    Outranked, ///< a default route beside one of a lower metric
};

/// What the kernel gives a default route: of two the lower one counts.
quint32 rankOf(IpAddress::Family family, std::optional<quint32> metric);

/// A route that no plan says. @param code the format's own, "….foreign-route" @param place the file; empty: not known yet
Finding foreignRoute(const QString &code, const QString &place, const QString &route, WhyForeign why);
/// What decides about routing beside the routes of the main table. @param code "….foreign-routing"
Finding foreignRouting(const QString &code, const QString &place, const QString &text);

} // namespace bondwright::formats
