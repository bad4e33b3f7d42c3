// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/pingtargets.h"
#include "diagnosis/diagnosis.h"
#include "kernel/counters.h"
#include "kernel/event.h"
#include "kernel/snapshot.h"
#include "posix/clock.h"

#include <QMap>
#include <QTextStream>

#include <functional>
#include <map>
#include <memory>

namespace bondwright::cli
{

/// Prints what "bondctl monitor" sees, as it happens. One line is one thing, written out at once.
class MonitorPrinter
{
public:
    virtual ~MonitorPrinter();
    /// @param offset what makes a monotonic time a wall clock's (ns since 1970); by default this host's. For recordings.
    void setWallClock(std::function<qint64()> offset) { m_wallOffset = std::move(offset); }
    virtual void printStart(const kernel::Snapshot &snapshot, const QMap<int, diagnosis::Diagnosis> &bonds) = 0;
    /// What is said of a bond has changed.
    virtual void printVerdict(const kernel::BondState &bond, const diagnosis::Diagnosis &diagnosis, qint64 monotonicNs)
        = 0;
    virtual void printSample(const kernel::CounterSample &sample, const kernel::Snapshot &snapshot,
                             const QList<int> &bonds)
        = 0;
    virtual void printEvent(const kernel::BondEvent &event) = 0;
    virtual void printReply(const BondPing &ping, const ping::PingReply &reply) = 0;
    /// @param eventId the failover that explains it; 0: none does
    virtual void printOutage(const BondPing &ping, const ping::PingOutage &outage, qint64 eventId) = 0;
    virtual void printTrouble(const QString &message) = 0;
    virtual void printEnd(const QList<std::pair<BondPing, ping::PingStatistics>> &pings) = 0;

protected:
    /// The rates since the interface's last sample; nullopt for its first.
    std::optional<kernel::Rates> ratesOf(const kernel::Counters &counters, qint64 monotonicNs);

    qint64 wallOffset() const;

private:
    std::function<qint64()> m_wallOffset = bondwright::wallOffset;
    std::map<int, std::pair<kernel::Counters, qint64>> m_last;
};

std::unique_ptr<MonitorPrinter> makeJsonPrinter(QTextStream &out);
std::unique_ptr<MonitorPrinter> makeTextPrinter(QTextStream &out, QTextStream &err);

} // namespace bondwright::cli
