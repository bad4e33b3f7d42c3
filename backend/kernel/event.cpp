// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/event.h"

#include <algorithm>
#include <array>
#include <utility>

namespace bondwright::kernel
{

namespace
{

struct KindRow {
    EventKind kind;
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
    std::pair{EventReason::None, QLatin1String()},
    std::pair{EventReason::CarrierLost, QLatin1String("carrier-lost")},
    std::pair{EventReason::AdminDown, QLatin1String("admin-down")},
    std::pair{EventReason::ArpLost, QLatin1String("arp-lost")},
    std::pair{EventReason::LinkLost, QLatin1String("link-lost")},
    std::pair{EventReason::SlaveRemoved, QLatin1String("slave-removed")},
    std::pair{EventReason::LacpLost, QLatin1String("lacp-lost")},
    std::pair{EventReason::Chosen, QLatin1String("chosen")},
    std::pair{EventReason::Reselected, QLatin1String("reselected")},
    std::pair{EventReason::RecoveredInTime, QLatin1String("recovered-in-time")},
    std::pair{EventReason::NoSlaves, QLatin1String("no-slaves")},
    std::pair{EventReason::NoUsableSlave, QLatin1String("no-usable-slave")},
};

const KindRow &row(EventKind kind)
{
    // In the order of the enumeration; a test walks through all of them.
    return kindTable.at(std::size_t(kind));
}

} // namespace

QString eventKindName(EventKind kind)
{
    return QString(row(kind).name);
}

std::optional<EventKind> eventKindFromName(QStringView name)
{
    const auto it
        = std::find_if(kindTable.begin(), kindTable.end(), [name](const KindRow &one) { return one.name == name; });
    return it == kindTable.end() ? std::nullopt : std::optional(it->kind);
}

QString eventReasonName(EventReason reason)
{
    return QString(reasonNames.at(std::size_t(reason)).second);
}

EventReason eventReasonFromName(QStringView name)
{
    const auto it
        = std::find_if(reasonNames.begin(), reasonNames.end(), [name](const auto &one) { return one.second == name; });
    return it == reasonNames.end() ? EventReason::None : it->first;
}

EventSeverity eventSeverity(const BondEvent &event)
{
    if (event.kind == EventKind::LacpPartnerChanged && event.from.isEmpty())
        return EventSeverity::Info;
    return row(event.kind).severity;
}

} // namespace bondwright::kernel
