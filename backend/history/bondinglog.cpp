// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/bondinglog.h"

namespace bondwright::history
{

using kernel::BondEvent;
using kernel::EventKind;

namespace
{

// The driver says that a slave is down just before it says which one takes over.
constexpr qint64 takeOverWithinMs = 2000;

} // namespace

std::optional<BondEvent> BondingLog::add(const QDateTime &when, const QString &message)
{
    if (isStart(message))
        m_bonds.clear();
    const std::optional<BondingMessage> parsed = parseBondingMessage(message);
    if (!parsed || (m_bonds.size() >= maxBonds && !m_bonds.contains(parsed->bond)))
        return std::nullopt;
    BondEvent event;
    event.wallTime = when;
    event.bond = parsed->bond;
    event.slave = parsed->slave;
    if (!describe(event, *parsed, m_bonds[parsed->bond]))
        return std::nullopt;
    return event;
}

bool BondingLog::describe(BondEvent &event, const BondingMessage &message, Bond &bond)
{
    switch (message.kind) {
    case BondingMessage::Kind::SlaveDown:
        bond.lastDown = message.slave;
        bond.lastDownAt = event.wallTime;
        event.kind = EventKind::SlaveDown;
        return true;
    case BondingMessage::Kind::SlaveUp:
        event.kind = EventKind::SlaveUp;
        return true;
    case BondingMessage::Kind::SlaveGoingDown:
        event.kind = EventKind::SlaveGoingDown;
        return true;
    case BondingMessage::Kind::SlaveGoingBack:
        event.kind = EventKind::SlaveGoingBack;
        return true;
    case BondingMessage::Kind::NewActive:
        return describeNewActive(event, message, bond);
    case BondingMessage::Kind::NoActive:
        bond.active.clear();
        bond.lastDown.clear();
        event.kind = EventKind::BondDown;
        event.reason = kernel::EventReason::NoUsableSlave;
        return true;
    case BondingMessage::Kind::FirstActive:
        event.kind = EventKind::BondUp;
        return true;
    case BondingMessage::Kind::SlaveAdded:
        event.kind = EventKind::SlaveAdded;
        return true;
    case BondingMessage::Kind::SlaveRemoved:
        event.kind = EventKind::SlaveRemoved;
        return true;
    case BondingMessage::Kind::BondCreated:
        bond = Bond();
        event.kind = EventKind::BondCreated;
        return true;
    case BondingMessage::Kind::BondRemoved:
        bond = Bond();
        event.kind = EventKind::BondRemoved;
        return true;
    case BondingMessage::Kind::NoLacpPartner:
        event.kind = EventKind::LacpPartnerLost;
        return true;
    case BondingMessage::Kind::OptionSet:
        event.kind = EventKind::OptionChanged;
        event.option = message.option;
        event.to = message.value;
        return true;
    }
    return false;
}

bool BondingLog::describeNewActive(BondEvent &event, const BondingMessage &message, Bond &bond)
{
    const bool isTakeOver = !bond.lastDown.isEmpty() && bond.lastDownAt.msecsTo(event.wallTime) <= takeOverWithinMs;
    const QString from = !bond.active.isEmpty() ? bond.active : isTakeOver ? bond.lastDown : QString();
    bond.active = message.slave;
    // The first slave of all to become active is no failover: the bond comes up.
    if (from.isEmpty() || from == message.slave)
        return false;
    event.kind = EventKind::Failover;
    event.from = from;
    event.to = message.slave;
    if (isTakeOver && from == bond.lastDown)
        event.reason = kernel::EventReason::LinkLost;
    return true;
}

} // namespace bondwright::history
