// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failovertest/testmachine.h"

#include "kernel/bondview.h"

#include <QSysInfo>
#include <QUuid>

#include <algorithm>

namespace bondwright::failover
{

using namespace Qt::StringLiterals;
using kernel::BondState;
using kernel::MiiStatus;
using kernel::SlaveState;
using namespace std::chrono_literals;

namespace
{

/// The time between two instants at which the kernel told something. nullopt if it told both in one go: the instants
/// are those of reading, and of what is read together (a busy host, a link that goes just before miimon looks) only the
/// order is known.
std::optional<std::chrono::microseconds> between(qint64 fromNs, qint64 toNs)
{
    if (toNs <= fromNs)
        return std::nullopt;
    return std::chrono::microseconds((toNs - fromNs) / 1000);
}

} // namespace

std::chrono::milliseconds defaultLimit(const BondState &bond)
{
    // A busy host may look at the links late, twice in a row; 200 ms for the switch to learn the way.
    const BondOptions &options = bond.options;
    return options.isMonitored() ? options.detectionTime() + 2 * options.miimon() + 200ms : 500ms;
}

TestMachine::TestMachine(const TestSettings &settings)
    : m_settings(settings)
{
    if (m_settings.automatic) {
        m_settings.pullTimeout = std::min(m_settings.pullTimeout, std::chrono::milliseconds(10'000));
        m_settings.plugTimeout = std::min(m_settings.plugTimeout, std::chrono::milliseconds(10'000));
    }
    for (const QString &target : std::as_const(m_settings.targets))
        m_tracks.emplace_back(target);
}

QString TestMachine::slave() const
{
    const bool isInStep = m_phase != TestPhase::Idle && m_phase != TestPhase::Finished;
    return isInStep ? m_order.value(m_step) : QString();
}

std::vector<TestMachine::Command> TestMachine::takeCommands()
{
    return std::exchange(m_commands, {});
}

QString TestMachine::activeName(const BondState &bond) const
{
    const SlaveState *active = bond.activeSlave ? bond.slave(*bond.activeSlave) : nullptr;
    return active ? active->name : QString();
}

bool TestMachine::hasLink(int ifindex) const
{
    const auto nic = m_snapshot.nics.constFind(ifindex);
    return nic != m_snapshot.nics.cend() && nic->adminUp && nic->carrier;
}

bool TestMachine::isUsable(const BondState &bond, const SlaveState &slave) const
{
    if (slave.mii != MiiStatus::Up || !hasLink(slave.ifindex))
        return false;
    // A port whose link is back carries nothing before LACP has taken it into the group again.
    const auto nic = m_snapshot.nics.constFind(slave.ifindex);
    return bond.mode != Mode::Ieee8023ad || kernel::isUsable(bond, slave, &*nic);
}

int TestMachine::usableBeside(const BondState &bond) const
{
    return int(std::count_if(bond.slaves.cbegin(), bond.slaves.cend(), [&](const SlaveState &state) {
        return state.name != m_current.slave && isUsable(bond, state);
    }));
}

bool TestMachine::allCalmSince(qint64 ns) const
{
    return std::all_of(m_tracks.cbegin(), m_tracks.cend(),
                       [&](const PingTrack &track) { return track.isCalmSince(ns, m_settings.calm); });
}

bool TestMachine::isOver(std::chrono::milliseconds timeout, qint64 nowNs) const
{
    return nowNs - m_phaseSinceNs > std::chrono::nanoseconds(timeout).count();
}

void TestMachine::complain(ProblemKind kind, const QString &slave, const QString &detail)
{
    const Problem problem{kind, slave, detail};
    if (!m_current.problems.contains(problem))
        m_current.problems.append(problem);
}

void TestMachine::enter(TestPhase phase, qint64 nowNs)
{
    m_phase = phase;
    m_phaseSinceNs = nowNs;
}

void TestMachine::start(const kernel::Snapshot &snapshot, qint64 nowNs)
{
    m_snapshot = snapshot;
    m_result = {};
    m_result.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_result.host = m_settings.host.isEmpty() ? QSysInfo::machineHostName() : m_settings.host;
    m_result.bond = m_settings.bond;
    m_result.automatic = m_settings.automatic;
    m_result.startedAt = QDateTime::currentDateTime();
    const BondState *bond = m_snapshot.bondByName(m_settings.bond);
    if (!bond) {
        m_result.problems.append({ProblemKind::BondGone, m_settings.bond, {}});
        return finish(nowNs);
    }
    m_result.mode = kernelName(bond->mode);
    m_result.limit = m_settings.limit.value_or(defaultLimit(*bond));
    m_result.addresses = m_snapshot.nics.value(bond->ifindex).addresses.toStrings();
    for (const SlaveState &state : bond->slaves) {
        const kernel::NicState nic = m_snapshot.nics.value(state.ifindex);
        m_result.nics.append({state.name, nic.driver, nic.busAddress, state.permanentMac.toString(),
                              m_settings.switchPorts.value(state.name)});
    }
    // The slave that carries the traffic comes first: its step is the one that tells most.
    for (const SlaveState &state : bond->slaves) {
        if (!m_settings.slaves.isEmpty() && !m_settings.slaves.contains(state.name))
            continue;
        if (bond->activeSlave == state.ifindex)
            m_order.prepend(state.name);
        else
            m_order.append(state.name);
    }
    if (m_order.isEmpty()) {
        m_result.problems.append({ProblemKind::BondGone, m_settings.slaves.value(0), {}});
        return finish(nowNs);
    }
    m_step = 0;
    beginStep(nowNs);
}

void TestMachine::beginStep(qint64 nowNs)
{
    m_current = {};
    m_current.slave = m_order.at(m_step);
    m_wrongSlave.clear();
    m_isActivationAsked = false;
    m_linkLostNs = m_detectedNs = m_linkBackNs = m_inUseNs = 0;
    for (PingTrack &track : m_tracks)
        track.beginStep();
    enter(TestPhase::Checking, nowNs);
    look(nowNs);
}

void TestMachine::snapshotChanged(const kernel::Snapshot &snapshot, qint64 nowNs)
{
    m_snapshot = snapshot;
    look(nowNs);
}

void TestMachine::replied(qsizetype target, const ping::PingReply &reply, qint64 nowNs)
{
    if (target < 0 || target >= qsizetype(m_tracks.size()))
        return;
    m_tracks[std::size_t(target)].replied(reply);
    look(nowNs);
}

void TestMachine::tick(qint64 nowNs)
{
    look(nowNs);
}

void TestMachine::look(qint64 nowNs)
{
    if (m_phase == TestPhase::Idle || m_phase == TestPhase::Finished)
        return;
    const BondState *bond = m_snapshot.bondByName(m_settings.bond);
    if (!bond || !bond->slaveByName(m_current.slave)) {
        complain(ProblemKind::BondGone, m_current.slave);
        m_endsAfterStep = !bond;
        return endStep(nowNs);
    }
    switch (m_phase) {
    case TestPhase::Checking:
        return lookChecking(*bond, nowNs);
    case TestPhase::WaitingForPull:
        return lookWaitingForPull(*bond, nowNs);
    case TestPhase::Measuring:
        return lookMeasuring(*bond, nowNs);
    case TestPhase::WaitingForPlug:
        return lookWaitingForPlug(nowNs);
    case TestPhase::Settling:
        return lookSettling(*bond, nowNs);
    case TestPhase::Idle:
    case TestPhase::Finished:
        return;
    }
}

void TestMachine::lookChecking(const BondState &bond, qint64 nowNs)
{
    const SlaveState &own = *bond.slaveByName(m_current.slave);
    const bool isOwnUsable = isUsable(bond, own);
    const int others = usableBeside(bond);
    // A link that has just been given back gets a moment.
    constexpr auto grace = 3s;
    if (!isOwnUsable || others == 0) {
        if (!isOver(grace, nowNs))
            return;
        complain(isOwnUsable ? ProblemKind::LastWorkingSlave : ProblemKind::NoLinkBefore, own.name);
        return endStep(nowNs);
    }
    if (!allCalmSince(m_phaseSinceNs)) {
        if (!isOver(m_settings.checkTimeout, nowNs))
            return;
        for (const PingTrack &track : m_tracks) {
            if (!track.isCalmSince(m_phaseSinceNs, m_settings.calm))
                complain(ProblemKind::TargetSilent, {}, track.target());
        }
        m_endsAfterStep = true; // the next slave would find the same silence
        return endStep(nowNs);
    }
    m_current.wasActive = bond.activeSlave ? bond.activeSlave == own.ifindex : own.active;
    m_usableAtPull.clear();
    for (const SlaveState &state : bond.slaves) {
        if (isUsable(bond, state))
            m_usableAtPull.append(state.name);
    }
    const kernel::NicState nic = m_snapshot.nics.value(bond.ifindex);
    m_macBefore = nic.mac;
    m_addressesBefore = nic.addresses;
    enter(TestPhase::WaitingForPull, nowNs);
    m_commands.push_back({m_settings.automatic ? Command::LinkDown : Command::Identify, own.name});
    m_isLinkTaken = m_settings.automatic;
}

void TestMachine::lookWaitingForPull(const BondState &bond, qint64 nowNs)
{
    const SlaveState &own = *bond.slaveByName(m_current.slave);
    if (!hasLink(own.ifindex)) {
        m_linkLostNs = m_snapshot.monotonicNs > 0 ? m_snapshot.monotonicNs : nowNs;
        m_wrongSlave.clear();
        for (PingTrack &track : m_tracks)
            track.linkLost(m_linkLostNs);
        enter(TestPhase::Measuring, nowNs);
        return lookMeasuring(bond, nowNs);
    }
    m_wrongSlave.clear();
    for (const SlaveState &state : bond.slaves) {
        if (state.name != own.name && m_usableAtPull.contains(state.name) && !hasLink(state.ifindex))
            m_wrongSlave = state.name;
    }
    if (!m_wrongSlave.isEmpty() && usableBeside(bond) == 0 && m_settings.automatic) {
        // The other cable was pulled meanwhile: our own slave is the last one now.
        complain(ProblemKind::LastWorkingSlave, own.name);
        return endStep(nowNs);
    }
    if (isOver(m_settings.pullTimeout, nowNs)) {
        complain(ProblemKind::PullNotSeen, own.name);
        // The request may still be waiting for a password: granted while the next link is down, it would cut off the bond.
        m_endsAfterStep = m_endsAfterStep || m_settings.automatic;
        endStep(nowNs);
    }
}

void TestMachine::lookMeasuring(const BondState &bond, qint64 nowNs)
{
    const SlaveState &own = *bond.slaveByName(m_current.slave);
    const bool seesItDown = own.mii == MiiStatus::Down;
    if (seesItDown && m_detectedNs == 0) {
        m_detectedNs = m_snapshot.monotonicNs > 0 ? m_snapshot.monotonicNs : nowNs;
        m_current.detection = between(m_linkLostNs, m_detectedNs);
    }
    const auto plug = [&] {
        giveLinkBack();
        enter(TestPhase::WaitingForPlug, nowNs);
        lookWaitingForPlug(nowNs);
    };
    if (seesItDown && usableBeside(bond) == 0) {
        complain(ProblemKind::BondDown, own.name);
        return plug();
    }
    const QString active = activeName(bond);
    const bool hasActive = bond.activeSlave.has_value();
    const bool tookOver = seesItDown && (!hasActive || active != own.name);
    if (tookOver)
        m_current.activeAfter = active;
    if (tookOver && allCalmSince(m_detectedNs))
        return plug();
    // The driver may be told to take its time.
    if (!isOver(std::max(m_settings.measureTimeout, bond.options.detectionTime() + m_settings.calm + 3s), nowNs))
        return;
    if (!seesItDown)
        complain(ProblemKind::NotDetected, own.name);
    else if (!tookOver)
        complain(ProblemKind::NoTakeOver, own.name);
    for (const PingTrack &track : m_tracks) {
        if (tookOver && !track.isCalmSince(m_detectedNs, m_settings.calm))
            complain(ProblemKind::NoAnswerAfter, active, track.target());
    }
    plug();
}

void TestMachine::lookWaitingForPlug(qint64 nowNs)
{
    const BondState *bond = m_snapshot.bondByName(m_settings.bond);
    const SlaveState *own = bond ? bond->slaveByName(m_current.slave) : nullptr;
    if (own && hasLink(own->ifindex)) {
        m_linkBackNs = m_snapshot.monotonicNs > 0 ? m_snapshot.monotonicNs : nowNs;
        for (PingTrack &track : m_tracks)
            track.linkReturned(m_linkBackNs);
        enter(TestPhase::Settling, nowNs);
        return look(nowNs);
    }
    if (isOver(m_settings.plugTimeout, nowNs)) {
        complain(ProblemKind::NotBack, m_current.slave);
        m_endsAfterStep = true; // with one cable out for good, every further pull risks the bond
        endStep(nowNs);
    }
}

bool TestMachine::mustReturn(const BondState &bond) const
{
    return bond.options.primary() == m_current.slave && bond.activeSlave && bond.options.alwaysReturnsToPrimary();
}

void TestMachine::lookSettling(const BondState &bond, qint64 nowNs)
{
    const SlaveState &own = *bond.slaveByName(m_current.slave);
    if (isUsable(bond, own) && m_inUseNs == 0) {
        m_inUseNs = m_snapshot.monotonicNs > 0 ? m_snapshot.monotonicNs : nowNs;
        m_current.back = between(m_linkBackNs, m_inUseNs);
    }
    // Without a primary the bond would stay on a slave through which nothing passes.
    const bool isOnDeadPath
        = std::any_of(m_current.problems.cbegin(), m_current.problems.cend(),
                      [](const Problem &problem) { return problem.kind == ProblemKind::NoAnswerAfter; });
    if (m_inUseNs > 0 && isOnDeadPath && bond.activeSlave && m_current.wasActive && activeName(bond) != own.name
        && !m_isActivationAsked) {
        m_isActivationAsked = true;
        m_commands.push_back({Command::Activate, own.name});
    }
    const bool hasReturned = !mustReturn(bond) || activeName(bond) == own.name;
    if (m_inUseNs > 0 && hasReturned && allCalmSince(m_inUseNs))
        return endStep(nowNs);
    const auto updelay = bond.options.updelay();
    if (!isOver(m_settings.settleTimeout + updelay, nowNs))
        return;
    if (m_inUseNs == 0)
        complain(ProblemKind::NotBack, own.name);
    else if (!hasReturned)
        complain(ProblemKind::PrimaryNotRestored, own.name);
    for (const PingTrack &track : m_tracks) {
        if (m_inUseNs > 0 && !track.isCalmSince(m_inUseNs, m_settings.calm))
            complain(ProblemKind::NoAnswerAfter, activeName(bond), track.target());
    }
    endStep(nowNs);
}

void TestMachine::giveLinkBack()
{
    if (!m_isLinkTaken)
        return;
    m_isLinkTaken = false;
    m_commands.push_back({Command::LinkUp, m_current.slave});
}

StepResult TestMachine::currentStep(qint64 nowNs) const
{
    StepResult step = m_current;
    if (m_linkLostNs > 0) {
        for (const PingTrack &track : m_tracks)
            step.targets.append(track.result(nowNs));
    }
    return step;
}

void TestMachine::endStep(qint64 nowNs)
{
    giveLinkBack();
    const BondState *bond = m_snapshot.bondByName(m_settings.bond);
    if (m_linkLostNs > 0 && bond) {
        const kernel::NicState nic = m_snapshot.nics.value(bond->ifindex);
        m_current.activeAtEnd = activeName(*bond);
        // With fail_over_mac=active the bond takes the active slave's address: asked for, no fault.
        const bool mayChangeMac = bond->options.failOverMac() == FailOverMac::Active;
        m_current.macKept = nic.mac == m_macBefore;
        if (!m_current.macKept && !mayChangeMac)
            complain(ProblemKind::MacChanged, m_current.slave, m_macBefore.toString());
        for (const IpNetwork &address : std::as_const(m_addressesBefore)) {
            if (!nic.addresses.contains(address)) {
                m_current.addressKept = false;
                complain(ProblemKind::AddressLost, m_current.slave, address.toString());
            }
        }
    }
    m_current = currentStep(nowNs);
    if (m_linkLostNs > 0 && m_current.outage() > m_result.limit)
        complain(ProblemKind::OutageTooLong, m_current.slave);
    const auto &problems = m_current.problems;
    const bool isUntested = std::any_of(problems.cbegin(), problems.cend(), [](const Problem &problem) {
        return problem.kind == ProblemKind::LastWorkingSlave || problem.kind == ProblemKind::Cancelled;
    });
    if (problems.isEmpty())
        m_current.outcome = Outcome::Passed;
    else
        m_current.outcome = isUntested && m_linkLostNs == 0 ? Outcome::NotTested : Outcome::Failed;
    m_result.steps.append(m_current);
    ++m_step;
    if (m_endsAfterStep || m_step >= m_order.size())
        return finish(nowNs);
    beginStep(nowNs);
}

void TestMachine::finish(qint64 nowNs)
{
    giveLinkBack();
    m_result.finishedAt = QDateTime::currentDateTime();
    enter(TestPhase::Finished, nowNs);
}

void TestMachine::linkRefused(const QString &words, Taken taken, qint64 nowNs)
{
    if (m_phase == TestPhase::Idle || m_phase == TestPhase::Finished)
        return;
    m_isLinkTaken = m_isLinkTaken && taken == Taken::Perhaps;
    complain(ProblemKind::HelperRefused, m_current.slave, words);
    m_endsAfterStep = true;
    endStep(nowNs);
}

void TestMachine::cancel(qint64 nowNs)
{
    if (m_phase == TestPhase::Idle || m_phase == TestPhase::Finished)
        return;
    complain(ProblemKind::Cancelled, m_current.slave);
    m_endsAfterStep = true;
    endStep(nowNs);
}

} // namespace bondwright::failover
