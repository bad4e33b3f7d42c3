// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/remote/remotepinger.h"

#include "kernel/recording/jsonfields.h"

namespace bondwright::host
{

using namespace Qt::StringLiterals;
namespace json = kernel::json;

RemotePinger::RemotePinger(Connection &connection, const ping::PingTarget &target, QObject *parent)
    : Pinger(parent)
    , m_connection(&connection)
    , m_target(target)
{
    connect(&connection, &Connection::noticeReceived, this, &RemotePinger::take);
    connect(&connection, &Connection::stateChanged, this, [this](Connection::State state) {
        if (state == Connection::State::Online && m_id > 0)
            start(); // the host forgot it with the connection
    });
}

RemotePinger::~RemotePinger()
{
    stop();
}

void RemotePinger::start()
{
    if (!m_connection)
        return;
    m_id = m_connection->request(host::Method::StartPing,
                                 {{u"target"_s, m_target.address.toString()},
                                  {u"boundTo"_s, m_target.boundTo},
                                  {u"intervalMs"_s, qint64(m_target.interval.count())},
                                  {u"timeoutMs"_s, qint64(m_target.timeout.count())}},
                                 this, [this](const Result<QJsonObject> &answer) {
                                     if (!answer)
                                         Q_EMIT troubleOccurred(answer.error().message);
                                 });
}

void RemotePinger::stop()
{
    if (const qint64 id = std::exchange(m_id, 0); id > 0 && m_connection)
        m_connection->request(host::Method::StopPing, {{u"ping"_s, id}}, nullptr, [](const Result<QJsonObject> &) {});
}

void RemotePinger::take(const Notice &notice)
{
    if (m_id == 0 || json::numberOr<qint64>(notice.content[u"ping"], 0) != m_id)
        return;
    if (notice.about == u"ping-trouble")
        Q_EMIT troubleOccurred(json::text(notice.content[u"message"]),
                               notice.content[u"lasting"].toBool() ? Trouble::Lasting : Trouble::Passing);
    if (notice.about != u"ping")
        return;
    ping::PingReply reply;
    reply.sequence = json::numberOr<quint32>(notice.content[u"sequence"], 0);
    reply.sentMonotonicNs = std::clamp<qint64>(json::numberOr<qint64>(notice.content[u"t"], 0), 0, json::maximumTime)
        + m_connection->timeShiftNs();
    if (const auto rtt = json::number<qint64>(notice.content[u"rttNs"]); rtt && *rtt >= 0)
        reply.rtt = std::chrono::nanoseconds(*rtt);
    const ping::PingLedger::Change change = m_ledger.add(reply);
    const QPointer<RemotePinger> self(this);
    Q_EMIT replied(reply);
    if (self && m_id > 0 && change.started)
        Q_EMIT outageStarted(*change.started);
    if (self && m_id > 0 && change.ended)
        Q_EMIT outageEnded(*change.ended);
}

} // namespace bondwright::host
