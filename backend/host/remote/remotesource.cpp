// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/remote/remotesource.h"

#include <QJsonArray>

namespace bondwright::host
{

using namespace Qt::StringLiterals;

RemoteSource::RemoteSource(Connection &connection, QObject *parent)
    : RecordedSource(parent)
    , m_connection(connection)
{
    connect(&m_connection, &Connection::recordReceived, this,
            [this](const kernel::recording::Record &record) { take(record, m_connection.timeShiftNs()); });
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

} // namespace bondwright::host
