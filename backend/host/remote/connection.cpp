// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/remote/connection.h"

#include "i18n/language.h"
#include "kernel/monotonicclock.h"

#include <algorithm>
#include <array>

namespace bondwright::host
{

using namespace Qt::StringLiterals;

namespace
{

/// Faults that the next try will meet again: a person has to do something first.
bool isFinal(const QString &code)
{
    constexpr std::array codes{
        QLatin1String("host.name"),        QLatin1String("transport.no-program"), QLatin1String("transport.no-bondctl"),
        QLatin1String("protocol.message"), QLatin1String("protocol.version"),     QLatin1String("protocol.too-long")};
    return std::ranges::find(codes, code) != codes.end();
}

} // namespace

Connection::Connection(OpenChannel open, QObject *parent)
    : QObject(parent)
    , m_open(std::move(open))
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &Connection::start);
    m_silence.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        lose({u"host.silent"_s,
              //: @error
              tr("The host does not answer."),
              {}});
    });
    m_alive.setInterval(aliveInterval);
    connect(&m_alive, &QTimer::timeout, this, [this] { send(Alive{}); });
}

Connection::~Connection()
{
    if (m_channel)
        disconnect(m_channel.get(), nullptr, this, nullptr);
}

void Connection::start()
{
    if (m_channel)
        return;
    m_again.stop();
    setState(State::Connecting);
    m_channel = m_open();
    connect(m_channel.get(), &LineChannel::lineReceived, this, &Connection::take);
    // Queued: it may be told in the middle of a call of ours into the channel.
    connect(m_channel.get(), &LineChannel::closed, this, &Connection::lose, Qt::QueuedConnection);
    m_silence.start(helloLimit);
    send(Hello{protocolVersion, QStringLiteral(BONDWRIGHT_VERSION), {}, i18n::currentLanguage(), {}, 0});
}

void Connection::send(const Message &message)
{
    if (m_channel)
        m_channel->send(toLine(message));
}

qint64 Connection::request(Method method, const QJsonObject &arguments, QObject *context, Done done)
{
    const qint64 id = ++m_lastId;
    if (m_state != State::Online) {
        const Error offline{u"host.offline"_s,
                            //: @error
                            tr("The host cannot be reached now."), m_trouble.message};
        QMetaObject::invokeMethod(
            context ? context : this, [done = std::move(done), offline] { done(tl::unexpected(offline)); },
            Qt::QueuedConnection);
        return id;
    }
    m_waiting.insert(id, {context ? context : this, std::move(done)});
    send(Request{id, method, methodName(method), arguments});
    return id;
}

void Connection::take(const QByteArray &line)
{
    const auto message = messageFromLine(line);
    if (!message)
        return lose(message.error());
    m_lastSeen = QDateTime::currentDateTime();
    if (const auto *hello = std::get_if<Hello>(&*message)) {
        if (m_state == State::Connecting)
            takeHello(*hello);
        return;
    }
    if (m_state != State::Online)
        return lose({u"protocol.message"_s,
                     //: @error
                     tr("The host did not begin as Bondwright's protocol does."),
                     {}});
    m_silence.start(silenceLimit);
    if (const auto *record = std::get_if<kernel::recording::Record>(&*message)) {
        Q_EMIT recordReceived(*record);
    } else if (const auto *notice = std::get_if<Notice>(&*message)) {
        Q_EMIT noticeReceived(*notice);
    } else if (const auto *reply = std::get_if<Reply>(&*message)) {
        const auto waiting = m_waiting.constFind(reply->id);
        if (waiting == m_waiting.cend())
            return;
        const Waiting answered = *waiting;
        m_waiting.erase(waiting);
        if (answered.context)
            answered.done(reply->error ? Result<QJsonObject>(tl::unexpected(*reply->error)) : reply->result);
    }
}

void Connection::takeHello(const Hello &hello)
{
    if (hello.version < 1)
        return lose({u"protocol.version"_s,
                     //: @error
                     tr("The host speaks no version of the protocol that this program knows."),
                     //: @info what to do
                     tr("Install the current Bondwright on both.")});
    m_hello = hello;
    m_shiftNs = kernel::monotonicNow() - hello.monotonicNs;
    m_pause = firstPause;
    m_trouble = {};
    m_silence.start(silenceLimit);
    m_alive.start();
    setState(State::Online);
}

void Connection::lose(const Error &why)
{
    if (!m_channel)
        return;
    disconnect(m_channel.get(), nullptr, this, nullptr);
    m_channel.release()->deleteLater(); // we may be inside one of its signals
    m_silence.stop();
    m_alive.stop();
    m_trouble = why.message.isEmpty() ? Error{why.code,
                                              //: @error
                                              tr("The connection ended."), why.hint}
                                      : why;
    const QHash<qint64, Waiting> unanswered = std::exchange(m_waiting, {});
    if (isFinal(m_trouble.code)) {
        setState(State::Refused);
    } else {
        m_again.start(m_pause);
        m_pause = std::min(m_pause * 2, longestPause);
        setState(State::Offline);
    }
    for (const Waiting &request : unanswered) {
        if (request.context)
            request.done(fail(u"host.offline"_s,
                              //: @error
                              tr("The host went away before it answered."), m_trouble.message));
    }
}

void Connection::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace bondwright::host
