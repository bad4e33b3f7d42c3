// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "failovertest/pingtrack.h"
#include "failovertest/testresult.h"
#include "kernel/snapshot.h"

#include <chrono>
#include <vector>

namespace bondwright::failover
{

struct TestSettings {
    QString host = {}; ///< the one tested, for the report; empty: this one
    QString bond;
    QStringList slaves; ///< empty: all of the bond
    QStringList targets; ///< addresses that are pinged; at least one
    QString pingFrom; ///< a VLAN of the bond; empty: the bond itself
    /// Where the cables end, by slave, as people call it ("sw1 Gi1/0/7"): for the instructions and the report.
    QHash<QString, QString> switchPorts = {};
    bool automatic = false; ///< the helper switches the links; otherwise a person pulls cables
    std::optional<std::chrono::milliseconds> limit; ///< nullopt: defaultLimit()
    std::chrono::milliseconds calm{1000}; ///< answers without loss that count as "works"
    std::chrono::milliseconds checkTimeout{10'000};
    std::chrono::milliseconds pullTimeout{300'000}; ///< by hand; the helper gets 10 s
    std::chrono::milliseconds measureTimeout{15'000}; ///< or as long as the bond needs to notice
    std::chrono::milliseconds plugTimeout{300'000}; ///< by hand; the helper gets 10 s
    std::chrono::milliseconds settleTimeout{45'000}; ///< besides the bond's own updelay
};

/// What a healthy bond needs at most: three looks at the link and 200 ms for the rest of the network, and the
/// downdelay that the administrator asked for. With ARP monitoring the interval and arp_missed_max count.
std::chrono::milliseconds defaultLimit(const kernel::BondState &bond);

enum class TestPhase : quint8 {
    Idle,
    Checking, ///< everything works and the targets answer
    WaitingForPull,
    Measuring, ///< the link is away
    WaitingForPlug,
    Settling, ///< the link is back, the slave not yet in use
    Finished,
};

/// The test as a pure machine: it is told what happened and when, and says what to do. All instants are
/// CLOCK_MONOTONIC ns. It never takes out the last working slave, whatever ends a step gives the link back, and
/// where nothing passes through the slave that took over, the one that worked is made active again.
class TestMachine
{
public:
    struct Command {
        enum Kind : quint8 { LinkDown, LinkUp, Identify, Activate };
        Kind kind = LinkUp;
        QString slave;

        friend bool operator==(const Command &, const Command &) = default;
    };

    /// What a refusal to take a link says of it.
    enum class Taken : quint8 { No, Perhaps };

    explicit TestMachine(const TestSettings &settings);

    void start(const kernel::Snapshot &snapshot, qint64 nowNs);
    void snapshotChanged(const kernel::Snapshot &snapshot, qint64 nowNs);
    void replied(qsizetype target, const ping::PingReply &reply, qint64 nowNs);
    /// At least five times a second: time-outs and "has been calm long enough" depend on it.
    void tick(qint64 nowNs);
    void linkRefused(const QString &words, Taken taken, qint64 nowNs);
    void cancel(qint64 nowNs);

    /// To be carried out now, in this order.
    std::vector<Command> takeCommands();

    TestPhase phase() const { return m_phase; }
    bool isFinished() const { return m_phase == TestPhase::Finished; }
    /// The slave of the step; empty before and after.
    QString slave() const;
    int step() const { return m_step; } ///< from 0
    int stepCount() const { return int(m_order.size()); }
    /// By hand: another slave than the one asked for has lost its link.
    const QString &wrongSlave() const { return m_wrongSlave; }
    const TestSettings &settings() const { return m_settings; }
    std::chrono::milliseconds limit() const { return m_result.limit; }
    /// Complete once finished; before, the steps done so far.
    const TestResult &result() const { return m_result; }
    /// The step under way as it stands.
    StepResult currentStep(qint64 nowNs) const;

private:
    bool isUsable(const kernel::BondState &bond, const kernel::SlaveState &slave) const;
    bool hasLink(int ifindex) const;
    int usableBeside(const kernel::BondState &bond) const;
    bool allCalmSince(qint64 ns) const;

    void look(qint64 nowNs); ///< what the phase makes of the present state
    void lookChecking(const kernel::BondState &bond, qint64 nowNs);
    void lookWaitingForPull(const kernel::BondState &bond, qint64 nowNs);
    void lookMeasuring(const kernel::BondState &bond, qint64 nowNs);
    void lookWaitingForPlug(qint64 nowNs);
    void lookSettling(const kernel::BondState &bond, qint64 nowNs);
    void beginStep(qint64 nowNs);
    void endStep(qint64 nowNs);
    void finish(qint64 nowNs);
    void enter(TestPhase phase, qint64 nowNs);
    void giveLinkBack();
    void complain(ProblemKind kind, const QString &slave, const QString &detail = {});
    bool isOver(std::chrono::milliseconds timeout, qint64 nowNs) const;
    QString activeName(const kernel::BondState &bond) const;
    bool mustReturn(const kernel::BondState &bond) const;

    TestSettings m_settings;
    kernel::Snapshot m_snapshot;
    std::vector<PingTrack> m_tracks;
    std::vector<Command> m_commands;
    QStringList m_order;
    TestPhase m_phase = TestPhase::Idle;
    int m_step = 0;
    StepResult m_current;
    TestResult m_result;
    QString m_wrongSlave;
    QStringList m_usableAtPull;
    MacAddress m_macBefore;
    IpNetworks m_addressesBefore;
    qint64 m_phaseSinceNs = 0;
    qint64 m_linkLostNs = 0;
    qint64 m_detectedNs = 0;
    qint64 m_linkBackNs = 0;
    qint64 m_inUseNs = 0;
    bool m_isLinkTaken = false; ///< the helper was asked to take it and not yet to give it back
    bool m_isActivationAsked = false;
    bool m_endsAfterStep = false;
};

} // namespace bondwright::failover
