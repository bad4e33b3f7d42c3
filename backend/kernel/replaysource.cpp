// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/replaysource.h"

#include "posix/clock.h"

#include <QCoreApplication>

#include <algorithm>

namespace bondwright::kernel
{

using namespace std::chrono_literals;

namespace
{

// Played as fast as can be, others in the event loop get their turn now and then.
constexpr int recordsPerTurn = 256;

} // namespace

ReplaySource::ReplaySource(const QString &file, double speed, QObject *parent)
    : RecordedSource(parent)
    , m_file(file)
    , m_speed(std::max(0.0, speed))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &ReplaySource::play);
}

ReplaySource::~ReplaySource() = default;

void ReplaySource::start()
{
    if (m_file.isOpen())
        return;
    if (!m_file.open(QIODevice::ReadOnly)) {
        //: @error %1 file, %2 system error text
        Q_EMIT troubleOccurred(QCoreApplication::translate("Kernel", "%1 cannot be read: %2")
                                   .arg(m_file.fileName(), m_file.errorString()));
        Q_EMIT finished();
        return;
    }
    ++m_line;
    const auto header = recording::headerFromLine(takeLine());
    if (!header) {
        stop(header.error().message);
        return;
    }
    m_wallNs = header->wallTime.toMSecsSinceEpoch() * 1'000'000;
    if (!readNext())
        return;
    m_startedNs = monotonicNow();
    m_firstNs = m_playedNs = m_next->monotonicNs;
    m_shiftNs = m_startedNs - m_firstNs;
    // The first state is there when this returns.
    if (std::holds_alternative<recording::Change>(m_next->content)) {
        deliver(*m_next);
        if (!readNext())
            return;
    }
    m_timer.start(0ms);
}

QDateTime ReplaySource::now() const
{
    return QDateTime::fromMSecsSinceEpoch((m_wallNs + m_playedNs - m_firstNs) / 1'000'000);
}

void ReplaySource::play()
{
    for (int turn = 0; turn < recordsPerTurn; ++turn) {
        if (m_speed > 0) {
            const double due = double(m_next->monotonicNs - m_firstNs) / m_speed;
            const double waitMs = (due - double(monotonicNow() - m_startedNs)) / 1e6;
            if (waitMs >= 1) {
                m_timer.start(std::chrono::milliseconds(qint64(std::min(waitMs, 1e9))));
                return;
            }
        }
        deliver(*m_next);
        if (!readNext())
            return;
    }
    m_timer.start(0ms);
}

/// QFile::readLine() would allocate room for the longest line at each call, and touch all of it.
QByteArray ReplaySource::takeLine()
{
    if (m_buffer.isEmpty())
        m_buffer.resize(recording::maximumLine); // pages that no line touches do not exist
    const qint64 length = m_file.readLine(m_buffer.data(), m_buffer.size());
    return m_buffer.first(qsizetype(std::max<qint64>(length, 0)));
}

/// @return false if there is nothing more
bool ReplaySource::readNext()
{
    m_next.reset();
    if (m_file.atEnd()) {
        stop();
        return false;
    }
    ++m_line;
    const auto record = recording::recordFromLine(takeLine());
    if (!record) {
        // The last line of a recording whose program was killed may be cut off: that is its end.
        if (m_file.atEnd())
            stop();
        else
            //: @error %1 sentence, %2 number
            stop(QCoreApplication::translate("Kernel", "%1 (line %2)").arg(record.error().message).arg(m_line));
        return false;
    }
    m_next = *record;
    return true;
}

void ReplaySource::deliver(const recording::Record &record)
{
    m_playedNs = record.monotonicNs;
    if (const auto *ping = std::get_if<recording::PingResult>(&record.content)) {
        Q_EMIT pinged(*ping, record.monotonicNs + m_shiftNs);
        return;
    }
    const auto *sample = std::get_if<CounterSample>(&record.content);
    if (!sample)
        return take(record, m_shiftNs);
    CounterSample watched{sample->monotonicNs, {}};
    for (const Counters &counters : sample->interfaces) {
        if (m_watched.contains(counters.ifindex))
            watched.interfaces.append(counters);
    }
    if (!watched.interfaces.isEmpty())
        take({record.monotonicNs, watched}, m_shiftNs);
}

void ReplaySource::stop(const QString &trouble)
{
    m_file.close();
    if (!trouble.isEmpty())
        Q_EMIT troubleOccurred(trouble);
    Q_EMIT finished();
}

} // namespace bondwright::kernel
