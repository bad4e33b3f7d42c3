// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan.h"
#include "formats/ifcfg/dialect.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace bondwright::formats::ifcfg
{

/// A line that a plan cannot say.
struct ForeignRoute {
    int line = 0; ///< in the file, from 1
    QString text;
    QString reason; ///< translated
};

/// route-<if> and route6-<if>: lines of "ip route add" arguments, or the older ADDRESSn= NETMASKn= GATEWAYn=.
/// Source: ifup-routes, iproute2's iproute_modify().
struct RouteFile {
    QList<IpRoute> routes; ///< what a plan can say
    Written<IpAddress> gateway; ///< of "default via …" without more
    int gatewayLine = 0;
    QList<ForeignRoute> foreign; ///< other tables, types, options, and what ip refuses
};

RouteFile readRoutes(const QByteArray &text, const QString &device, bool isV6, Reader reader);

/// Keeps comments and lines that a plan cannot say, in their places. Empty if nothing is left to say.
/// A file that has these routes already is returned as it is.
/// @param keepsDefault whether its "default via …" stays
/// @return nullopt: the file is of the older syntax, and has lines that the newer one could not keep
std::optional<QByteArray> writeRoutes(const QByteArray &oldText, const QString &device, bool isV6, Reader reader,
                                      const QList<IpRoute> &routes, bool keepsDefault);

} // namespace bondwright::formats::ifcfg
