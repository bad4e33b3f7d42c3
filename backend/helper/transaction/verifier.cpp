// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/transaction/verifier.h"

#include "kernel/planverifier.h"
#include "kernel/unplannedstate.h"

#include <algorithm>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

std::chrono::milliseconds monitorTime(const QList<BondPlan> &plans)
{
    std::chrono::milliseconds time{};
    for (const BondPlan &plan : plans) {
        // Half an interval more: for the first two after a port is attached the driver does not look.
        if (plan.options.monitorsByArp() && !plan.options.monitorsByMii())
            time = std::max(time, plan.options.detectionTime() + plan.options.arpInterval() / 2);
    }
    return std::min<std::chrono::milliseconds>(time, 60s);
}

std::chrono::milliseconds settleTime(const QList<BondPlan> &plans, bool hasPingTargets)
{
    std::chrono::milliseconds time = 10s;
    for (const BondPlan &plan : plans) {
        if (plan.ipv4.method == IpMethod::Auto)
            time = std::max<std::chrono::milliseconds>(time, 45s); // NetworkManager's own DHCP limit
        if (plan.mode == Mode::Ieee8023ad && !plan.options.isFastLacp())
            time = std::max<std::chrono::milliseconds>(time, 60s); // a slow partner speaks every 30 s
    }
    if (hasPingTargets)
        time = std::max<std::chrono::milliseconds>(time, 50s); // spanning tree: listening and learning, 2 × 15 s
    return std::max(time, monitorTime(plans) + 2s);
}

/// What the files gave an interface before and do not give it any more, and that is on it all the same.
static QStringList staleAddresses(const QString &name, const IpConfig &before, const IpConfig &after,
                                  const kernel::Snapshot &snapshot)
{
    const kernel::NicState *nic = snapshot.nicByName(name);
    QStringList found;
    if (!nic || after.method == IpMethod::Auto)
        return found; // DHCP may give the same address
    const IpNetworks planned = after.networks();
    for (const IpNetwork &address : before.networks()) {
        if (!planned.contains(address) && nic->addresses.contains(address))
            found.append(address.toString());
    }
    return found;
}

/// Addresses that the change drops and that are still there: "bond0 192.0.2.1/24".
static QStringList staleAddresses(const BondPlan &before, const BondPlan &after, const kernel::Snapshot &snapshot)
{
    QStringList found;
    const auto look = [&](const QString &name, const IpConfig &former, const IpConfig &now) {
        for (const QString &address : staleAddresses(name, former, now, snapshot))
            found.append(u"%1 %2"_s.arg(name, address));
    };
    look(after.name, before.ipv4, after.ipv4);
    look(after.name, before.ipv6, after.ipv6);
    for (const VlanPlan &vlan : after.vlans) {
        for (const VlanPlan &former : before.vlans) {
            if (former.id != vlan.id)
                continue;
            look(vlan.interfaceName(after.name), former.ipv4, vlan.ipv4);
            look(vlan.interfaceName(after.name), former.ipv6, vlan.ipv6);
        }
    }
    return found;
}

Verifier::Verifier(kernel::KernelSource &source, QObject *parent)
    : QObject(parent)
    , m_source(source)
{
    m_timer.setInterval(200ms);
    connect(&m_timer, &QTimer::timeout, this, &Verifier::look);
    connect(&m_source, &kernel::KernelSource::snapshotChanged, this, [this] {
        if (m_done)
            look();
    });
}

Verifier::~Verifier() = default;

void Verifier::startPings(const QList<ping::PingAddress> &targets)
{
    m_pingers.clear();
    m_unanswered = targets;
    for (const ping::PingAddress &address : targets) {
        ping::PingTarget target;
        target.address = address;
        target.interval = 200ms;
        m_pingers.emplace_back(ping::createPinger(target));
        connect(m_pingers.back().get(), &ping::Pinger::replied, this, [this, address](const ping::PingReply &reply) {
            if (reply.rtt)
                m_unanswered.removeAll(address);
        });
        m_pingers.back()->start();
    }
}

void Verifier::takeBaseline(const PlannedChange &planned, const ApplyOptions &options,
                            std::function<void(const Baseline &)> done)
{
    Baseline baseline;
    QList<ping::PingAddress> candidates;
    const QStringList names = planned.interfaces();
    for (const kernel::NicState &nic : m_source.snapshot().nics) {
        if (!names.contains(nic.name))
            continue;
        baseline.hadCarrier |= nic.carrier;
        for (const std::optional<IpAddress> &way : {nic.gateway, nic.ipv6Gateway}) {
            // A link-local one is another's behind another interface.
            if (!way || way->isLinkLocal() || (!options.confirmNow && planned.givesUp(*way)))
                continue;
            if (const auto gateway = ping::targetOf(way); gateway && !candidates.contains(*gateway))
                candidates.append(*gateway);
        }
    }
    if (const auto address = ping::parseTarget(options.pingTarget); address && !candidates.contains(*address))
        candidates.append(*address);
    if (candidates.isEmpty()) {
        QTimer::singleShot(0, this, [done = std::move(done), baseline] { done(baseline); });
        return;
    }
    startPings(candidates);
    QTimer::singleShot(1200ms, this, [this, done = std::move(done), baseline, candidates]() mutable {
        for (const ping::PingAddress &address : candidates) {
            if (!m_unanswered.contains(address))
                baseline.answering.append(address);
        }
        m_pingers.clear();
        done(baseline);
    });
}

void Verifier::verify(const Record &record, const Baseline &baseline, const QString &target, Verdict done)
{
    m_record = record;
    m_baseline = baseline;
    m_done = std::move(done);
    QList<ping::PingAddress> targets = baseline.answering;
    if (const auto address = ping::parseTarget(target); address && !targets.contains(*address))
        targets.append(*address);
    startPings(targets);
    m_settleMs = settleTime(record.after, !targets.isEmpty()).count();
    m_monitorMs = baseline.hadCarrier ? monitorTime(record.after).count() : 0;
    m_since.clear();
    m_leaseless.clear();
    m_elapsed.start();
    m_proven.invalidate();
    m_timer.start();
}

void Verifier::cancel()
{
    m_timer.stop();
    m_pingers.clear();
    m_done = nullptr;
}

QStringList Verifier::differences(bool *worthWaiting)
{
    // What a backend does after it said "done" takes a moment to show even if it is not of the settling kind.
    constexpr qint64 graceMs = 4000;
    const kernel::Snapshot &snapshot = m_source.snapshot();
    QStringList texts;
    bool maySettle = m_elapsed.elapsed() < graceMs;
    bool onlySettling = true;
    for (const BondPlan &plan : m_record.after) {
        QStringList leaseless;
        const QList<kernel::Difference> found = kernel::verifyPlan(plan, snapshot);
        for (const kernel::Difference &difference : found) {
            if (difference.kind == kernel::DifferenceKind::NoCarrier && !m_baseline.hadCarrier)
                continue; // no cable was in before either
            if (difference.kind == kernel::DifferenceKind::BondMissing)
                leaseless = m_leaseless.value(plan.name); // of a bond that is gone nothing is compared
            if (difference.kind == kernel::DifferenceKind::NoAddress)
                leaseless.append(difference.message);
            else
                texts.append(difference.message);
            onlySettling &= difference.maySettle;
        }
        texts += leaseless;
        m_leaseless[plan.name] = leaseless;
    }
    for (const BondPlan &plan : m_record.before) {
        const auto after = std::find_if(m_record.after.cbegin(), m_record.after.cend(),
                                        [&plan](const BondPlan &other) { return other.name == plan.name; });
        if (after == m_record.after.cend()) {
            if (snapshot.bondByName(plan.name))
                texts.append(tr("%1 is still there.").arg(plan.name));
            continue;
        }
        for (const QString &left :
             kernel::droppedVlans(plan, *after, snapshot) + staleAddresses(plan, *after, snapshot))
            texts.append(tr("%1 is still there.").arg(left));
    }
    for (const ping::PingAddress &address : m_unanswered)
        texts.append(tr("%1 does not answer.").arg(address.toString()));
    *worthWaiting = maySettle || onlySettling;
    return texts;
}

QStringList Verifier::longestFirst(const QStringList &found)
{
    QMap<QString, qint64> since;
    for (const QString &text : found)
        since.insert(text, m_since.value(text, m_elapsed.elapsed()));
    m_since = since;
    QStringList sorted = found;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&since](const QString &a, const QString &b) { return since.value(a) < since.value(b); });
    return sorted;
}

void Verifier::look()
{
    bool worthWaiting = false;
    const QStringList found = longestFirst(differences(&worthWaiting));
    // What the kernel has told so far may be behind what it is: what holds has to hold for a moment.
    constexpr qint64 momentMs = 300;
    if (!found.isEmpty())
        m_proven.invalidate();
    else if (!m_proven.isValid())
        m_proven.start();
    if (found.isEmpty() && (m_proven.elapsed() < momentMs || m_elapsed.elapsed() < m_monitorMs))
        return;
    if (found.isEmpty() || !worthWaiting || m_elapsed.elapsed() >= m_settleMs)
        finish(found);
}

void Verifier::finish(const QStringList &differences)
{
    const Verdict done = std::exchange(m_done, nullptr);
    cancel();
    if (done)
        done(differences);
}

} // namespace bondwright::helper
