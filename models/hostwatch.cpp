// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/hostwatch.h"

#include "models/languagewatcher.h"
#include "models/texts.h"

#include <algorithm>
#include <tuple>

namespace bondwright::models
{

int badness(diagnosis::Verdict verdict)
{
    switch (verdict) {
    case diagnosis::Verdict::Down:
        return 5;
    case diagnosis::Verdict::LacpNotNegotiated:
        return 4;
    case diagnosis::Verdict::Degraded:
        return 3;
    case diagnosis::Verdict::SinglePointOfFailure:
        return 2;
    case diagnosis::Verdict::Unknown:
        return 1;
    case diagnosis::Verdict::Healthy:
        return 0;
    }
    return 0;
}

HostWatch::HostWatch(const QString &name, kernel::KernelSource *source, QObject *parent)
    : QObject(parent)
    , m_name(name)
    , m_source(source)
{
    connect(source, &kernel::KernelSource::snapshotChanged, this, &HostWatch::take);
    connect(source, &kernel::KernelSource::eventOccurred, this, &HostWatch::takeEvent);
    connect(diagnosis::HealthKeeper::of(source), &diagnosis::HealthKeeper::changed, this, &HostWatch::take);
    connect(LanguageWatcher::instance(), &LanguageWatcher::languageChanged, this, &HostWatch::take);
    take();
}

namespace
{

/// The driver reports a bond's speed as of the last query; the slaves' speeds are current.
std::optional<quint32> speedOf(const kernel::BondState &bond, const kernel::Snapshot &snapshot,
                               const QStringList &carrying)
{
    if (const auto own = snapshot.nics.value(bond.ifindex).speedMbps)
        return own;
    if (bond.mode == Mode::ActiveBackup)
        return bond.activeSlave ? snapshot.nics.value(*bond.activeSlave).speedMbps : std::nullopt;
    quint32 sum = 0;
    for (const QString &slave : carrying) {
        const kernel::NicState *nic = snapshot.nicByName(slave);
        const quint32 speed = nic ? nic->speedMbps.value_or(0) : 0;
        sum = bond.mode == Mode::Broadcast ? std::max(sum, speed) : sum + speed;
    }
    return sum > 0 ? std::optional(sum) : std::nullopt;
}

} // namespace

void HostWatch::take()
{
    if (!m_source)
        return;
    const kernel::Snapshot &snapshot = m_source->snapshot();
    auto *keeper = diagnosis::HealthKeeper::of(m_source);
    QList<HostBond> next;
    for (const kernel::BondState &bond : snapshot.bonds) {
        const diagnosis::Diagnosis health = keeper->judge(bond);
        HostBond line{
            bond.name, kernelName(bond.mode), health.verdict, health.cause, keeper->since(bond, health), {}, {}, {}};
        if (bond.activeSlave)
            line.activeSlave = snapshot.nics.value(*bond.activeSlave).name;
        else
            line.activeSlave = health.carryingSlaves.join(QStringLiteral(", "));
        line.lastFailover = m_failovers.value(bond.name);
        line.speedMbps = speedOf(bond, snapshot, health.carryingSlaves);
        next.append(line);
    }
    std::ranges::sort(next, {}, &HostBond::name);
    if (std::exchange(m_bonds, next) != m_bonds)
        Q_EMIT changed();
}

void HostWatch::takeEvent(const kernel::BondEvent &event)
{
    if (event.kind != kernel::EventKind::Failover)
        return;
    m_failovers[event.bond] = event.wallTime.isValid() ? event.wallTime : QDateTime::currentDateTime();
    take();
}

void HostWatch::addEarlier(const QList<kernel::BondEvent> &events)
{
    if (m_source)
        diagnosis::HealthKeeper::of(m_source)->addEarlier(events);
    for (const kernel::BondEvent &event : events) {
        QDateTime &last = m_failovers[event.bond];
        if (event.kind == kernel::EventKind::Failover && (!last.isValid() || last < event.wallTime))
            last = event.wallTime;
    }
    take();
}

void HostWatch::setGroup(const QString &group)
{
    if (std::exchange(m_group, group) == group)
        return;
    Q_EMIT groupChanged();
    Q_EMIT changed();
}

void HostWatch::setReach(host::Reach reach, const QString &trouble, const QDateTime &lastSeen)
{
    if (std::tuple(m_reach, m_trouble, m_lastSeen) == std::tuple(reach, trouble, lastSeen))
        return;
    m_reach = reach;
    m_trouble = trouble;
    m_lastSeen = lastSeen;
    Q_EMIT changed();
}

diagnosis::Verdict HostWatch::worst() const
{
    if (m_bonds.isEmpty())
        return diagnosis::Verdict::Unknown;
    return std::ranges::max(m_bonds, {}, [](const HostBond &bond) { return badness(bond.verdict); }).verdict;
}

QString HostWatch::summary() const
{
    switch (m_reach) {
    case host::Reach::Connecting:
        //: @status of a host
        return tr("connecting…");
    case host::Reach::Offline:
    case host::Reach::Refused:
        if (!m_lastSeen.isValid())
            //: @status of a host
            return tr("not reached");
        //: @status of a host, %1 a time
        return tr("last seen %1").arg(Texts::dateTime(m_lastSeen));
    case host::Reach::Served:
    case host::Reach::Watched:
        break;
    }
    if (m_bonds.isEmpty())
        //: @status of a host
        return tr("no bond");
    //: @status of a host, %n bonds, %1 how the worst of them is, such as “healthy”
    return tr("%n bond(s), %1", nullptr, int(m_bonds.size())).arg(diagnosis::verdictWord(worst()));
}

} // namespace bondwright::models
