// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "host/protocol/message.h"
#include "host/transport/steadychannel.h"

#include <QDateTime>
#include <QHash>
#include <QPointer>

#include <functional>

namespace bondwright::host
{

/// This program's end of the protocol: numbers requests and tells answers apart. Never blocks; a host that hangs costs
/// nothing.
class Connection final : public QObject
{
    Q_OBJECT
public:
    enum class State : quint8 {
        Connecting,
        Online,
        Offline, ///< will be tried again
        Refused, ///< will not: trying again cannot help (wrong name, no bondctl, another protocol)
    };
    using Done = std::function<void(const Result<QJsonObject> &)>;
    static constexpr std::chrono::seconds helloLimit{60}; ///< a person may have to type a password

    explicit Connection(SteadyChannel::Open open, QObject *parent = nullptr);

    /// Connects, or tries again at once.
    void start() { m_channel.start(); }
    State state() const { return m_state; }
    const Hello &hello() const { return m_hello; }
    /// When something was last heard; invalid before the first word.
    QDateTime lastSeen() const { return m_lastSeen.toLocalTime(); }
    /// Methods that this host's older bondctl does not know.
    const QList<Method> &unknownMethods() const { return m_unknown; }
    /// Why it is not online; translated.
    const Error &trouble() const { return m_trouble; }
    /// Added to a time of the host's monotonic clock gives this one's.
    qint64 timeShiftNs() const { return m_shiftNs; }

    /// @param done called once, unless @p context is gone; "host.offline" where the host is away
    ///        or goes away meanwhile, trouble() where it is refused
    /// @return the request's id
    qint64 request(Method method, const QJsonObject &arguments, QObject *context, Done done);

Q_SIGNALS:
    void stateChanged(bondwright::host::Connection::State state);
    void recordReceived(const bondwright::kernel::recording::Record &record);
    void noticeReceived(const bondwright::host::Notice &notice);
    void methodUnknown(bondwright::host::Method method);

private:
    struct Waiting {
        Method method;
        QPointer<QObject> context;
        Done done;
    };
    void take(const QByteArray &line);
    void passOver(const QByteArray &line);
    void takeHello(const Hello &hello);
    void takeReply(const Reply &reply);
    void takeLoss(const Error &why, bool isFinal);
    void setState(State state);
    void send(const Message &message) { m_channel.send(toLine(message)); }

    SteadyChannel m_channel;
    State m_state = State::Offline;
    Hello m_hello;
    QList<Method> m_unknown; ///< in the order in which they were asked
    Error m_trouble;
    QDateTime m_lastSeen;
    qint64 m_shiftNs = 0;
    qsizetype m_passedOver = 0; ///< bytes before the host's first word
    QString m_foreword; ///< the last line of them
    qint64 m_lastId = 0;
    QHash<qint64, Waiting> m_waiting;
};

} // namespace bondwright::host
