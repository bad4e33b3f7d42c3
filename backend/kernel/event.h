// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace bondwright::kernel
{

enum class EventKind : quint8 {
    Failover, ///< active slave changed: from → to
    SlaveDown,
    SlaveUp,
    SlaveGoingDown,
    SlaveGoingBack,
    BondDown,
    BondUp,
    RedundancyDegraded,
    RedundancyRestored,
    SlaveAdded,
    SlaveRemoved,
    BondCreated,
    BondRemoved,
    OptionChanged,
    LacpPartnerLost,
    LacpPartnerChanged,
    SpeedChanged,
    Renamed,
    EventsLost, ///< the kernel's queue overran; the state was read again
    PingOutage, ///< an outage measured by ping ended: see outage
};

/// "failover", "slave-down", … as in JSON, database and recordings.
QString eventKindName(EventKind kind);
std::optional<EventKind> eventKindFromName(QStringView name);

/// Why it happened, where that can be seen.
enum class EventReason : quint8 {
    None,
    CarrierLost,
    AdminDown,
    ArpLost, ///< the ARP monitor hears nothing
    LinkLost, ///< the driver says so, though the NIC has a carrier
    SlaveRemoved,
    LacpLost, ///< out of the active aggregator
    Chosen, ///< by an administrator
    Reselected, ///< preferred by its priority or as primary
    RecoveredInTime, ///< before downdelay was over
    NoSlaves,
    NoUsableSlave,
};

/// "carrier-lost", "admin-down", … as in JSON, database, journal and metrics; empty for None.
QString eventReasonName(EventReason reason);
/// None for any other text: a later release may know more.
EventReason eventReasonFromName(QStringView name);

enum class EventSeverity : quint8 { Info, Warning, Critical };

/// One real change, once. Names are those valid at that moment.
struct BondEvent {
    qint64 id = 0; ///< rising; the database's key once stored
    EventKind kind = EventKind::Failover;
    qint64 monotonicNs = 0; ///< CLOCK_MONOTONIC; 0 for events from the journal
    QDateTime wallTime;
    int bondIndex = 0;
    QString bond;
    int slaveIndex = 0;
    QString slave;
    QString from; ///< failover: old active slave; option: old value
    QString to; ///< failover: new active slave; option: new value
    QString option;
    EventReason reason = EventReason::None;
    std::optional<std::chrono::milliseconds> outage; ///< measured by ping

    friend bool operator==(const BondEvent &, const BondEvent &) = default;
};

/// By kind; but a first LACP partner is what was waited for, and no warning.
EventSeverity eventSeverity(const BondEvent &event);

/// Translated sentence, e.g. "Traffic moved from eth0 to eth1: eth0 lost its link".
QString eventText(const BondEvent &event);

} // namespace bondwright::kernel
