// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/event.h"
#include "ping/ping.h"

#include <QList>

namespace bondwright::history
{

/// Tells which failover an outage measured by ping belongs to. Pure; bounded.
class OutageMatcher
{
public:
    struct Match {
        kernel::BondEvent event;
        bool isUpdate = false; ///< true: an event noted before, now with its outage; false: a new PingOutage
        kernel::BondEvent own; ///< the PingOutage alone, as long as it was, with what it is known to belong to
    };

    /// Remembers what can interrupt a bond's traffic.
    void note(const kernel::BondEvent &event);
    /// @param outage ended; the bond is the one the target is reached over; @param target the address.
    /// With several targets the longest outage stays with the event. The new event's id is 0.
    Match match(const ping::PingOutage &outage, int bondIndex, const QString &bond, const QString &target,
                const QDateTime &wallTime);

private:
    QList<kernel::BondEvent> m_recent;
};

/// From the first lost packet to the first one answered; zero while it goes on.
std::chrono::milliseconds lengthOf(const ping::PingOutage &outage);

} // namespace bondwright::history
