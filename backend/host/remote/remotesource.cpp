// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/remote/remotesource.h"

#include <QJsonArray>

namespace bondwright::host
{

using namespace Qt::StringLiterals;
namespace recording = kernel::recording;

RemoteSource::RemoteSource(Connection &connection, QObject *parent)
    : KernelSource(parent)
    , m_connection(connection)
{
    connect(&m_connection, &Connection::recordReceived, this, &RemoteSource::take);
    connect(&m_connection, &Connection::stateChanged, this, [this](Connection::State state) {
        if (state == Connection::State::Online)
            subscribe();
        else if (state == Connection::State::Offline || state == Connection::State::Refused)
            Q_EMIT troubleOccurred(m_connection.trouble().message);
    });
}

RemoteSource::~RemoteSource() = default;

void RemoteSource::start()
{
    if (m_connection.state() == Connection::State::Online)
        subscribe();
    else
        m_connection.start();
}

void RemoteSource::subscribe()
{
    m_connection.request(Method::WatchState, {}, this, [this](const Result<QJsonObject> &answer) {
        if (!answer)
            Q_EMIT troubleOccurred(answer.error().message);
    });
    askForCounters();
}

void RemoteSource::watchCounters(const QSet<int> &ifindexes)
{
    m_watched = ifindexes;
    askForCounters();
}

void RemoteSource::setSampleInterval(std::chrono::milliseconds interval)
{
    m_interval = interval;
    askForCounters();
}

void RemoteSource::askForCounters()
{
    if (m_connection.state() != Connection::State::Online)
        return;
    QJsonArray interfaces;
    for (int index : m_watched)
        interfaces.append(index);
    m_connection.request(
        Method::WatchCounters, {{u"interfaces"_s, interfaces}, {u"intervalMs"_s, qint64(m_interval.count())}}, this,
        [](const Result<QJsonObject> &) {}); // without an answer there are no samples, and they are seen to be missing
}

void RemoteSource::take(const recording::Record &record)
{
    const qint64 shift = m_connection.timeShiftNs();
    if (const auto *change = std::get_if<recording::Change>(&record.content)) {
        recording::applyTo(m_snapshot, *change);
        m_snapshot.monotonicNs = record.monotonicNs + shift;
        Q_EMIT snapshotChanged();
    } else if (const auto *event = std::get_if<kernel::BondEvent>(&record.content)) {
        kernel::BondEvent here = *event;
        here.monotonicNs += shift;
        Q_EMIT eventOccurred(here);
    } else if (const auto *sample = std::get_if<kernel::CounterSample>(&record.content)) {
        Q_EMIT sampleTaken({sample->monotonicNs + shift, sample->interfaces});
    } else if (const auto *trouble = std::get_if<recording::Trouble>(&record.content)) {
        Q_EMIT troubleOccurred(trouble->message);
    }
}

} // namespace bondwright::host
