// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/event.h"

#include <QCoreApplication>

namespace bondwright::kernel
{

namespace
{

struct EventText {
    Q_DECLARE_TR_FUNCTIONS(KernelEvent)
};

/// "eth0 lost its link": why @p slave stopped carrying.
QString lossText(EventReason reason, const QString &slave)
{
    switch (reason) {
    case EventReason::CarrierLost:
        //: @info reason of an event, %1 NIC
        return EventText::tr("%1 lost its link").arg(slave);
    case EventReason::AdminDown:
        //: @info reason of an event, %1 NIC
        return EventText::tr("%1 was switched off").arg(slave);
    case EventReason::ArpLost:
        //: @info reason of an event, %1 NIC
        return EventText::tr("%1 no longer reaches the monitored addresses").arg(slave);
    case EventReason::LinkLost:
        //: @info reason of an event, %1 NIC
        return EventText::tr("%1 reports link down").arg(slave);
    case EventReason::SlaveRemoved:
        //: @info reason of an event, %1 NIC
        return EventText::tr("%1 was taken out of the bond").arg(slave);
    case EventReason::LacpLost:
        //: @info reason of an event, %1 NIC
        return EventText::tr("%1 left the aggregation with the switch").arg(slave);
    default:
        return {};
    }
}

QString withReason(const QString &sentence, const QString &reason)
{
    if (reason.isEmpty())
        return sentence;
    //: @info an event and its reason, e.g. "Traffic moved from eth0 to eth1: eth0 lost its link"
    return EventText::tr("%1: %2").arg(sentence, reason);
}

QString failoverText(const BondEvent &event)
{
    QString reason = lossText(event.reason, event.from);
    if (event.reason == EventReason::Chosen)
        //: @info reason of a failover, %1 NIC
        reason = EventText::tr("%1 was chosen by an administrator").arg(event.to);
    else if (event.reason == EventReason::Reselected)
        //: @info reason of a failover, %1 NIC
        reason = EventText::tr("%1 is preferred and works again").arg(event.to);
    //: @info event, %1 and %2 NICs
    return withReason(EventText::tr("Traffic moved from %1 to %2").arg(event.from, event.to), reason);
}

QString bondDownText(const BondEvent &event)
{
    QString reason;
    if (event.reason == EventReason::AdminDown)
        //: @info reason of an event
        reason = EventText::tr("it was switched off");
    else if (event.reason == EventReason::NoSlaves)
        //: @info reason of an event
        reason = EventText::tr("it has no slaves");
    else if (event.reason == EventReason::NoUsableSlave)
        //: @info reason of an event
        reason = EventText::tr("the links of all slaves are down");
    //: @info event, %1 bond
    return withReason(EventText::tr("%1 is down").arg(event.bond), reason);
}

QString partnerText(const BondEvent &event)
{
    if (event.kind == EventKind::LacpPartnerLost)
        //: @info event, %1 bond, %2 MAC address
        return EventText::tr("%1 lost its LACP partner %2").arg(event.bond, event.from);
    if (event.from.isEmpty())
        //: @info event, %1 bond, %2 MAC address
        return EventText::tr("%1 found the LACP partner %2").arg(event.bond, event.to);
    //: @info event, %1 bond, %2 and %3 MAC addresses
    return EventText::tr("%1 changed its LACP partner from %2 to %3").arg(event.bond, event.from, event.to);
}

QString optionText(const BondEvent &event)
{
    //: @info stands for an empty option value
    const QString nothing = EventText::tr("(empty)");
    //: @info event, %1 bond, %2 option, %3 and %4 values
    return EventText::tr("%1: %2 changed from %3 to %4")
        .arg(event.bond, event.option, event.from.isEmpty() ? nothing : event.from,
             event.to.isEmpty() ? nothing : event.to);
}

QString outageText(const BondEvent &event)
{
    const qint64 length = event.outage ? event.outage->count() : 0;
    //: @info event, %1 IP address, %2 milliseconds
    return EventText::tr("%1 did not answer for %2 ms").arg(event.to).arg(length);
}

} // namespace

QString eventText(const BondEvent &event)
{
    switch (event.kind) {
    case EventKind::Failover:
        return failoverText(event);
    case EventKind::SlaveDown:
        //: @info event, %1 NIC, %2 bond
        return withReason(EventText::tr("%1 is down in %2").arg(event.slave, event.bond),
                          lossText(event.reason, event.slave));
    case EventKind::SlaveUp:
        //: @info event, %1 NIC, %2 bond
        return EventText::tr("%1 is up in %2").arg(event.slave, event.bond);
    case EventKind::SlaveGoingDown:
        //: @info event, %1 NIC; downdelay runs
        return EventText::tr("%1 lost its link; the bond waits for its downdelay").arg(event.slave);
    case EventKind::SlaveGoingBack:
        //: @info event, %1 NIC; updelay runs
        return EventText::tr("the link of %1 is up again; the bond waits for its updelay").arg(event.slave);
    case EventKind::BondDown:
        return bondDownText(event);
    case EventKind::BondUp:
        //: @info event, %1 bond
        return EventText::tr("%1 is up").arg(event.bond);
    case EventKind::RedundancyDegraded:
        //: @info event, %1 bond
        return withReason(EventText::tr("%1 lost redundancy").arg(event.bond), lossText(event.reason, event.slave));
    case EventKind::RedundancyRestored:
        //: @info event, %1 bond
        return EventText::tr("%1 is fully redundant").arg(event.bond);
    case EventKind::SlaveAdded:
        //: @info event, %1 NIC, %2 bond
        return EventText::tr("%1 joined %2").arg(event.slave, event.bond);
    case EventKind::SlaveRemoved:
        //: @info event, %1 NIC, %2 bond
        return EventText::tr("%1 left %2").arg(event.slave, event.bond);
    case EventKind::BondCreated:
        //: @info event, %1 bond
        return EventText::tr("%1 was created").arg(event.bond);
    case EventKind::BondRemoved:
        //: @info event, %1 bond
        return EventText::tr("%1 was deleted").arg(event.bond);
    case EventKind::OptionChanged:
        return optionText(event);
    case EventKind::LacpPartnerLost:
    case EventKind::LacpPartnerChanged:
        return partnerText(event);
    case EventKind::SpeedChanged:
        //: @info event, %1 NIC, %2 and %3 speeds in Mbit/s
        return EventText::tr("%1 changed its speed from %2 to %3 Mbit/s").arg(event.slave, event.from, event.to);
    case EventKind::Renamed:
        //: @info event, %1 and %2 interface names
        return EventText::tr("%1 was renamed to %2").arg(event.from, event.to);
    case EventKind::EventsLost:
        //: @info event
        return EventText::tr("Too many changes at once: events may have been lost, the state was read again");
    case EventKind::PingOutage:
        return outageText(event);
    }
    return {};
}

} // namespace bondwright::kernel
