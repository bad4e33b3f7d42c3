// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/agentless/agentlesssource.h"

#include "kernel/eventdetector.h"
#include "kernel/monotonicclock.h"

#include <QFile>

// A static library's resources are not found by themselves.
static void initResources()
{
    Q_INIT_RESOURCE(host);
}

namespace bondwright::host
{

using namespace Qt::StringLiterals;

AgentlessSource::AgentlessSource(OpenChannel open, QObject *parent)
    : KernelSource(parent)
    , m_open(std::move(open))
{
    m_alive.setInterval(aliveInterval);
    connect(&m_alive, &QTimer::timeout, this, [this] {
        if (m_channel)
            m_channel->send("alive");
    });
    m_silence.setInterval(silenceLimit);
    m_silence.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        lose({u"host.silent"_s,
              //: @error
              tr("The host does not answer."),
              {}});
    });
    m_again.setInterval(std::chrono::seconds(5));
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &AgentlessSource::start);
}

AgentlessSource::~AgentlessSource()
{
    if (m_channel)
        disconnect(m_channel.get(), nullptr, this, nullptr);
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

void AgentlessSource::start()
{
    if (m_channel)
        return;
    m_frames = {};
    m_shiftNs.reset();
    m_channel = m_open();
    connect(m_channel.get(), &LineChannel::lineReceived, this, &AgentlessSource::take);
    connect(m_channel.get(), &LineChannel::closed, this, &AgentlessSource::lose, Qt::QueuedConnection);
    m_channel->send(program());
    m_alive.start();
    m_silence.start();
}

void AgentlessSource::take(const QByteArray &line)
{
    auto frame = m_frames.add(line);
    if (!frame)
        return lose(frame.error());
    if (*frame)
        takeFrame(**frame);
}

void AgentlessSource::takeFrame(const Frame &frame)
{
    m_silence.start();
    const qint64 now = kernel::monotonicNow();
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
    kernel::CounterSample sample{when, {}};
    for (const kernel::Counters &counters : countersOf(frame.counters, m_snapshot)) {
        if (m_watched.contains(counters.ifindex))
            sample.interfaces.append(counters);
    }
    if (!sample.interfaces.isEmpty())
        Q_EMIT sampleTaken(sample);
}

void AgentlessSource::lose(const Error &why)
{
    if (!m_channel)
        return;
    disconnect(m_channel.get(), nullptr, this, nullptr);
    m_channel.release()->deleteLater();
    m_alive.stop();
    m_silence.stop();
    m_again.start();
    Q_EMIT troubleOccurred(why.message.isEmpty() ? tr("The connection ended.") : why.message);
}

} // namespace bondwright::host
