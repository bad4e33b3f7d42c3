// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/agentless/agentlesssource.h"

#include "kernel/eventdetector.h"
#include "posix/clock.h"

#include <QFile>

// A static library's resources are not found by themselves.
static void initResources()
{
    Q_INIT_RESOURCE(host);
}

namespace bondwright::host
{

using namespace Qt::StringLiterals;

AgentlessSource::AgentlessSource(SteadyChannel::Open open, QObject *parent)
    : KernelSource(parent)
    , m_channel(std::move(open), "alive", SteadyChannel::silenceLimit)
{
    connect(&m_channel, &SteadyChannel::opened, this, [this] {
        m_frames = {};
        m_shiftNs.reset();
        m_channel.send(program());
    });
    connect(&m_channel, &SteadyChannel::lineReceived, this, &AgentlessSource::take);
    connect(&m_channel, &SteadyChannel::lost, this, [this](const Error &why) {
        m_isReached = false;
        m_trouble = why;
        Q_EMIT reachedChanged(false);
        Q_EMIT troubleOccurred(why.message);
    });
}

QStringList AgentlessSource::remoteCommand()
{
    // The login shell may be any; bash can wait without starting a process each time.
    return {u"sh"_s, u"-c"_s, u"'command -v bash >/dev/null && exec bash -s; exec sh -s'"_s};
}

QByteArray AgentlessSource::program()
{
    initResources();
    QFile file(u":/bondwright/host/watch.sh"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The program's resources are missing.");
    return file.readAll();
}

void AgentlessSource::take(const QByteArray &line)
{
    auto frame = m_frames.add(line);
    if (!frame)
        return m_channel.lose(frame.error());
    if (*frame)
        takeFrame(**frame);
}

void AgentlessSource::takeFrame(const Frame &frame)
{
    m_channel.settle();
    m_lastSeen = QDateTime::currentDateTime();
    const qint64 now = monotonicNow();
    // The quickest frame so far tells best how the two clocks lie.
    m_shiftNs = std::min(m_shiftNs.value_or(now - frame.uptimeNs), now - frame.uptimeNs);
    const qint64 when = frame.uptimeNs + *m_shiftNs;
    const kernel::Snapshot before = std::exchange(m_snapshot, snapshotOf(frame, m_snapshot));
    m_snapshot.monotonicNs = when;
    const bool isFirst = std::exchange(m_isFirst, false);
    if (isFirst || before.nics != m_snapshot.nics || before.bonds != m_snapshot.bonds)
        Q_EMIT snapshotChanged();
    if (!isFirst) {
        for (kernel::BondEvent event : kernel::detectEvents(before, m_snapshot)) {
            event.monotonicNs = when;
            event.wallTime = QDateTime::currentDateTimeUtc();
            Q_EMIT eventOccurred(event);
        }
    }
    if (!std::exchange(m_isReached, true))
        Q_EMIT reachedChanged(true);
    kernel::CounterSample sample{when, {}};
    for (const kernel::Counters &counters : countersOf(frame.counters, m_snapshot)) {
        if (m_watched.contains(counters.ifindex))
            sample.interfaces.append(counters);
    }
    if (!sample.interfaces.isEmpty())
        Q_EMIT sampleTaken(sample);
}

} // namespace bondwright::host
