// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/outagematcher.h"

#include <algorithm>
#include <cmath>

namespace bondwright::history
{

using kernel::BondEvent;
using kernel::EventKind;

namespace
{

constexpr qsizetype maxRecent = 64;
// The loss begins before the driver acts; but ping sees it only with its next packet, which for a
// failover by hand may be after it.
constexpr qint64 slackNs = 1'000'000'000;

bool canInterrupt(EventKind kind)
{
    return kind == EventKind::Failover || kind == EventKind::SlaveDown || kind == EventKind::BondDown
        || kind == EventKind::SlaveRemoved;
}

/// A failover explains an outage better than the slave that went down, and the bond's own end better still.
int weight(EventKind kind)
{
    switch (kind) {
    case EventKind::BondDown:
        return 3;
    case EventKind::Failover:
        return 2;
    default:
        return 1;
    }
}

} // namespace

std::chrono::milliseconds lengthOf(const ping::PingOutage &outage)
{
    if (outage.endMonotonicNs == 0)
        return std::chrono::milliseconds(0);
    return std::chrono::milliseconds(std::llround(double(outage.endMonotonicNs - outage.startMonotonicNs) / 1e6));
}

void OutageMatcher::note(const BondEvent &event)
{
    if (!canInterrupt(event.kind))
        return;
    m_recent.append(event);
    if (m_recent.size() > maxRecent)
        m_recent.removeFirst();
}

OutageMatcher::Match OutageMatcher::match(const ping::PingOutage &outage, int bondIndex, const QString &bond,
                                          const QString &target, const QDateTime &wallTime)
{
    BondEvent *best = nullptr;
    for (BondEvent &event : m_recent) {
        const bool isNear = event.monotonicNs >= outage.startMonotonicNs - slackNs
            && event.monotonicNs <= outage.endMonotonicNs + slackNs;
        if (event.bondIndex == bondIndex && isNear && (!best || weight(event.kind) >= weight(best->kind)))
            best = &event;
    }
    const std::chrono::milliseconds length = lengthOf(outage);
    if (best) {
        best->outage = std::max(best->outage.value_or(length), length);
        BondEvent own = *best;
        own.kind = EventKind::PingOutage;
        own.outage = length;
        return {*best, true, own};
    }
    BondEvent event;
    event.kind = EventKind::PingOutage;
    event.monotonicNs = outage.endMonotonicNs;
    event.wallTime = wallTime;
    event.bondIndex = bondIndex;
    event.bond = bond;
    event.to = target;
    event.outage = length;
    return {event, false, event};
}

} // namespace bondwright::history
