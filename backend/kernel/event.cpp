// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/event.h"

#include "domain/nametable.h"

#include <array>

namespace bondwright::kernel
{

namespace
{

struct KindRow {
    EventKind value;
    QLatin1String name;
    EventSeverity severity;
};

constexpr std::array kindTable{
    KindRow{EventKind::Failover, QLatin1String("failover"), EventSeverity::Warning},
    KindRow{EventKind::SlaveDown, QLatin1String("slave-down"), EventSeverity::Warning},
    KindRow{EventKind::SlaveUp, QLatin1String("slave-up"), EventSeverity::Info},
    KindRow{EventKind::SlaveGoingDown, QLatin1String("slave-going-down"), EventSeverity::Warning},
    KindRow{EventKind::SlaveGoingBack, QLatin1String("slave-going-back"), EventSeverity::Info},
    KindRow{EventKind::BondDown, QLatin1String("bond-down"), EventSeverity::Critical},
    KindRow{EventKind::BondUp, QLatin1String("bond-up"), EventSeverity::Info},
    KindRow{EventKind::RedundancyDegraded, QLatin1String("redundancy-degraded"), EventSeverity::Warning},
    KindRow{EventKind::RedundancyRestored, QLatin1String("redundancy-restored"), EventSeverity::Info},
    KindRow{EventKind::SlaveAdded, QLatin1String("slave-added"), EventSeverity::Info},
    KindRow{EventKind::SlaveRemoved, QLatin1String("slave-removed"), EventSeverity::Info},
    KindRow{EventKind::BondCreated, QLatin1String("bond-created"), EventSeverity::Info},
    KindRow{EventKind::BondRemoved, QLatin1String("bond-removed"), EventSeverity::Info},
    KindRow{EventKind::OptionChanged, QLatin1String("option-changed"), EventSeverity::Info},
    KindRow{EventKind::LacpPartnerLost, QLatin1String("lacp-partner-lost"), EventSeverity::Critical},
    KindRow{EventKind::LacpPartnerChanged, QLatin1String("lacp-partner-changed"), EventSeverity::Warning},
    KindRow{EventKind::SpeedChanged, QLatin1String("speed-changed"), EventSeverity::Warning},
    KindRow{EventKind::Renamed, QLatin1String("renamed"), EventSeverity::Info},
    KindRow{EventKind::EventsLost, QLatin1String("events-lost"), EventSeverity::Warning},
    KindRow{EventKind::PingOutage, QLatin1String("ping-outage"), EventSeverity::Warning},
};

constexpr std::array reasonNames{
    Named{EventReason::None, QLatin1String()},
    Named{EventReason::CarrierLost, QLatin1String("carrier-lost")},
    Named{EventReason::AdminDown, QLatin1String("admin-down")},
    Named{EventReason::ArpLost, QLatin1String("arp-lost")},
    Named{EventReason::LinkLost, QLatin1String("link-lost")},
    Named{EventReason::SlaveRemoved, QLatin1String("slave-removed")},
    Named{EventReason::LacpLost, QLatin1String("lacp-lost")},
    Named{EventReason::Chosen, QLatin1String("chosen")},
    Named{EventReason::Reselected, QLatin1String("reselected")},
    Named{EventReason::RecoveredInTime, QLatin1String("recovered-in-time")},
    Named{EventReason::NoSlaves, QLatin1String("no-slaves")},
    Named{EventReason::NoUsableSlave, QLatin1String("no-usable-slave")},
};

const KindRow &row(EventKind kind)
{
    // In the order of the enumeration; a test walks through all of them.
    return kindTable.at(std::size_t(kind));
}

} // namespace

QString eventKindName(EventKind kind)
{
    return row(kind).name;
}

std::optional<EventKind> eventKindFromName(QStringView name)
{
    return valueIn(kindTable, name);
}

QString eventReasonName(EventReason reason)
{
    return nameIn(reasonNames, reason);
}

EventReason eventReasonFromName(QStringView name)
{
    return valueIn(reasonNames, name).value_or(EventReason::None);
}

EventSeverity eventSeverity(const BondEvent &event)
{
    if (event.kind == EventKind::LacpPartnerChanged && event.from.isEmpty())
        return EventSeverity::Info;
    return row(event.kind).severity;
}

} // namespace bondwright::kernel
