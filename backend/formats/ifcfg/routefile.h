// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan.h"

#include <QByteArray>
#include <QString>

namespace bondwright::formats::ifcfg
{

/// route-<if> and route6-<if>: lines of "ip route add" arguments, or the older ADDRESSn= NETMASKn= GATEWAYn=.
struct RouteFile {
    QList<IpRoute> routes; ///< what a plan can say
    int foreignLines = 0; ///< other tables, types, options: kept, not understood
};

RouteFile readRoutes(const QByteArray &text, const QString &device);

/// Keeps comments and lines that a plan cannot say, in their places. Empty if nothing is left to say.
/// A file that has these routes already is returned as it is.
QByteArray writeRoutes(const QByteArray &oldText, const QString &device, const QList<IpRoute> &routes);

} // namespace bondwright::formats::ifcfg
