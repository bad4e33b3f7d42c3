// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/plan/plannedchange.h"
#include "helper/transaction/record.h"
#include "kernel/kernelsource.h"
#include "ping/ping.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace bondwright::helper
{

/// What answered, and whose link was up, before the change: what was broken before is not blamed on it.
struct Baseline {
    QList<ping::PingAddress> answering;
    bool hadCarrier = false; ///< any of the ports
};

/// Proves that a change arrived: the kernel's state equals the plans and what was reachable still is.
/// Waits for what comes about by itself (a lease, LACP, spanning tree), and no longer than it must.
class Verifier final : public QObject
{
    Q_OBJECT
public:
    /// Empty differences: proven. The cause comes first: a service that gets no lease takes the ports out as well.
    using Verdict = std::function<void(const QStringList &differences)>;

    explicit Verifier(kernel::KernelSource &source, QObject *parent = nullptr);
    ~Verifier() override;

    /// Asks the gateways of these interfaces and the given target once. Takes about a second. A gateway that the change
    /// gives up is not asked, unless the change is to be kept without anybody's confirmation.
    void takeBaseline(const PlannedChange &planned, const ApplyOptions &options,
                      std::function<void(const Baseline &)> done);
    /// @param target must answer whatever the baseline says; may be empty
    void verify(const Record &record, const Baseline &baseline, const QString &target, Verdict done);
    void cancel();

private:
    void look();
    QStringList differences(bool *worthWaiting);
    QStringList longestFirst(const QStringList &found);
    void startPings(const QList<ping::PingAddress> &targets);
    void finish(const QStringList &differences);

    kernel::KernelSource &m_source;
    QTimer m_timer;
    QElapsedTimer m_elapsed;
    qint64 m_settleMs = 0;
    qint64 m_monitorMs = 0;
    QElapsedTimer m_proven; ///< since when nothing differs
    Record m_record;
    Baseline m_baseline;
    Verdict m_done;
    std::vector<std::unique_ptr<ping::Pinger>> m_pingers;
    QList<ping::PingAddress> m_unanswered;
    QMap<QString, qint64> m_since; ///< each difference: since when it is there without a break, in ms of m_elapsed
    QMap<QString, QStringList> m_leaseless; ///< what a bond that is there had no lease for
};

/// How long the driver's own monitor may take to call a dead link down: right after a port was attached ARP monitoring
/// takes its link for up (bond_ab_arp_inspect). 0 with MII, which looks before; at most 60 s.
std::chrono::milliseconds monitorTime(const QList<BondPlan> &plans);
/// How long links may take: a base, more for DHCP, for LACP at slow rate and for spanning tree.
std::chrono::milliseconds settleTime(const QList<BondPlan> &plans, bool hasPingTargets);

} // namespace bondwright::helper
