// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/remote/connection.h"

#include "domain/errorcode.h"
#include "host/transport/foreigntext.h"
#include "i18n/language.h"
#include "posix/clock.h"

namespace bondwright::host
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype longestForeword = 64 * 1024;
constexpr qsizetype longestShown = 200;
constexpr int mostBraces = 64; ///< that a login script prints before the first word, on its line

/// A login script may print before the first word, also without ending its line, and braces too.
Result<Message> firstMessage(const QByteArray &line)
{
    Result<Message> message = messageFromLine(line);
    qsizetype at = line.indexOf('{');
    for (int tries = 0; !message && at >= 0 && tries < mostBraces; ++tries) {
        message = messageFromLine(line.sliced(at));
        at = line.indexOf('{', at + 1);
    }
    return message;
}

} // namespace

Connection::Connection(SteadyChannel::Open open, QObject *parent)
    : QObject(parent)
    , m_channel(std::move(open), toLine(Alive{}), helloLimit)
{
    connect(&m_channel, &SteadyChannel::opening, this, [this] { setState(State::Connecting); });
    connect(&m_channel, &SteadyChannel::opened, this, [this] {
        m_passedOver = 0;
        m_foreword.clear();
        send(Hello{protocolVersion, QStringLiteral(BONDWRIGHT_VERSION), {}, i18n::currentLanguage(), {}, 0});
    });
    connect(&m_channel, &SteadyChannel::lineReceived, this, &Connection::take);
    connect(&m_channel, &SteadyChannel::lost, this, &Connection::takeLoss);
}

qint64 Connection::request(Method method, const QJsonObject &arguments, QObject *context, Done done)
{
    const qint64 id = ++m_lastId;
    if (m_state != State::Online) {
        const Error offline = m_state == State::Refused
            ? m_trouble
            : Error{errorcode::hostOffline,
                    //: @error
                    tr("The host cannot be reached now."), m_trouble.message};
        QMetaObject::invokeMethod(
            context ? context : this, [done = std::move(done), offline] { done(tl::unexpected(offline)); },
            Qt::QueuedConnection);
        return id;
    }
    m_waiting.insert(id, {method, context ? context : this, std::move(done)});
    send(Request{id, method, methodName(method), arguments});
    return id;
}

void Connection::take(const QByteArray &line)
{
    const bool isFirst = m_state == State::Connecting;
    const auto message = isFirst ? firstMessage(line) : messageFromLine(line);
    const auto *hello = message ? std::get_if<Hello>(&*message) : nullptr;
    if (isFirst && !hello)
        return passOver(line);
    if (!message)
        return m_channel.lose(message.error());
    if (isFirst && !hello->language.isEmpty()) // our own: a login script runs cat, or a terminal is between
        return m_channel.lose({noProtocol().code,
                               //: @error
                               tr("The host sends back what is sent to it."), noProtocol().hint});
    m_lastSeen = QDateTime::currentDateTimeUtc(); // each line: local time would cost more than the rest
    if (hello) {
        if (isFirst)
            takeHello(*hello);
        return;
    }
    m_channel.heard();
    if (const auto *record = std::get_if<kernel::recording::Record>(&*message)) {
        Q_EMIT recordReceived(*record);
    } else if (const auto *notice = std::get_if<Notice>(&*message)) {
        Q_EMIT noticeReceived(*notice);
    } else if (const auto *reply = std::get_if<Reply>(&*message)) {
        takeReply(*reply);
    }
}

void Connection::passOver(const QByteArray &line)
{
    if (m_passedOver == 0) // no password has to be typed any more
        m_channel.heard();
    m_passedOver += line.size() + 1;
    if (m_passedOver > longestForeword)
        return m_channel.lose(noProtocol());
    m_foreword = QString::fromUtf8(withoutControls(line.left(longestShown))).trimmed();
}

void Connection::takeReply(const Reply &reply)
{
    if (!m_waiting.contains(reply.id))
        return;
    const Waiting answered = m_waiting.take(reply.id);
    if (reply.error && reply.error->code == u"protocol.method" && !m_unknown.contains(answered.method)) {
        m_unknown.append(answered.method);
        Q_EMIT methodUnknown(answered.method);
    }
    if (answered.context)
        answered.done(reply.error ? Result<QJsonObject>(tl::unexpected(*reply.error)) : reply.result);
}

void Connection::takeHello(const Hello &hello)
{
    if (hello.version < 1)
        return m_channel.lose({u"protocol.version"_s,
                               //: @error
                               tr("The host speaks no version of the protocol that this program knows."),
                               //: @info what to do
                               tr("Install the current Bondwright on both.")});
    m_hello = hello;
    m_unknown.clear(); // it may have been updated meanwhile
    m_shiftNs = monotonicNow() - hello.monotonicNs;
    m_trouble = {};
    m_channel.settle();
    setState(State::Online);
}

void Connection::takeLoss(const Error &why, bool isFinal)
{
    m_trouble = why;
    if (m_state == State::Connecting && m_foreword.isEmpty() && why.code.isEmpty() && why.hint.isEmpty())
        m_trouble.hint
            //: @info what to do; %1 a command
            = tr("It said nothing. “%1” in a terminal may tell more.").arg(u"ssh HOST bondctl --version"_s);
    // What runs there is not bondctl, or is only a login script: its words tell more than that it has ended.
    if (m_state == State::Connecting && !m_foreword.isEmpty()
        && (why.code.isEmpty() || why.code == u"transport.ended" || why.code == u"host.silent"))
        m_trouble = {noProtocol().code,
                     //: @error %1 what a host printed
                     tr("The host says “%1” and not what was asked.").arg(m_foreword), noProtocol().hint};
    const QHash<qint64, Waiting> unanswered = std::exchange(m_waiting, {});
    setState(isFinal ? State::Refused : State::Offline);
    for (const Waiting &request : unanswered) {
        if (request.context)
            request.done(fail(errorcode::hostOffline,
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
