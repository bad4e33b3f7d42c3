// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/hostfacts.h"
#include "domain/plan.h"
#include "domain/result.h"
#include "rehearsal/switchkind.h"

namespace bondwright::rehearsal
{

inline constexpr qsizetype maxRequestBytes = 4 * maxPlanBytes; ///< of one as JSON

/// What a stand-in copies from its NIC.
struct StandIn {
    QString name;
    MacAddress mac; ///< empty: one is made up

    friend bool operator==(const StandIn &, const StandIn &) = default;
};

/// One run: what the program bondwright-rehearsal gets on standard input.
struct Request {
    BondPlan plan; ///< with its MAC resolved
    QList<StandIn> nics; ///< those of the plan's slaves that are known
    SwitchKind switchKind = SwitchKind::None;
    bool observeOnly = false; ///< pull no cable, only look at what such a switch makes of the bond
    QStringList pulls = {}; ///< of these slaves; empty: of all
    QString language;

    friend bool operator==(const Request &, const Request &) = default;
};

/// For a plan on this host: its MAC resolved, the stand-ins with their NICs' addresses.
Request requestFor(const BondPlan &plan, const HostFacts &host, SwitchKind kind);

/// One line.
QByteArray toJson(const Request &request);
/// Pure; bounded as a plan is. Errors: those of planFromJson(), "rehearsal.request".
Result<Request> requestFromJson(const QByteArray &json);

} // namespace bondwright::rehearsal
