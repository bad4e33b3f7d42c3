// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/notificationgate.h"

#include <algorithm>

namespace bondwright::ui
{

bool NotificationGate::isWorthTelling(kernel::EventKind kind)
{
    switch (kind) {
    case kernel::EventKind::Failover:
    case kernel::EventKind::BondDown:
    case kernel::EventKind::BondUp:
    case kernel::EventKind::RedundancyDegraded:
    case kernel::EventKind::RedundancyRestored:
    case kernel::EventKind::LacpPartnerLost:
        return true;
    default:
        return false;
    }
}

std::optional<NotificationGate::Message> NotificationGate::offer(const kernel::BondEvent &event, qint64 nowNs)
{
    if (!isWorthTelling(event.kind))
        return std::nullopt;
    State &state = m_bonds[event.bond];
    const bool isQuiet = state.toldNs > 0 && nowNs - state.toldNs < std::chrono::nanoseconds(quiet).count();
    const bool isWorse = kernel::eventSeverity(event) > state.told;
    if (isQuiet && !isWorse) {
        ++state.held;
        state.latest = event;
        return std::nullopt;
    }
    const Message message{event.bond, event, state.held};
    state.toldNs = nowNs;
    state.told = kernel::eventSeverity(event);
    state.held = 0;
    return message;
}

QList<NotificationGate::Message> NotificationGate::flush(qint64 nowNs)
{
    QList<Message> messages;
    for (auto bond = m_bonds.begin(); bond != m_bonds.end(); ++bond) {
        State &state = bond.value();
        if (state.held == 0 || nowNs - state.toldNs < std::chrono::nanoseconds(quiet).count())
            continue;
        messages.append({bond.key(), state.latest, state.held - 1});
        state.held = 0;
        state.toldNs = nowNs;
        state.told = kernel::eventSeverity(state.latest);
    }
    return messages;
}

bool NotificationGate::hasHeldBack() const
{
    return std::any_of(m_bonds.cbegin(), m_bonds.cend(), [](const State &state) { return state.held > 0; });
}

} // namespace bondwright::ui
