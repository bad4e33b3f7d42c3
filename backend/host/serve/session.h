// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/healthkeeper.h"
#include "helperclient/helperclient.h"
#include "host/protocol/message.h"
#include "host/transport/linechannel.h"
#include "kernel/counterwatch.h"
#include "kernel/kernelsource.h"
#include "ping/ping.h"

#include <QTimer>

#include <functional>
#include <map>
#include <memory>

namespace bondwright::history
{
class EventStore;
}

namespace bondwright::host
{

class PolkitAgent;

/// This host's end of the protocol: serves one client over one channel, until either end is gone. Does nothing
/// that its user could not do with bondctl: every change goes through the helper and its polkit question.
///
/// A client that reads slowly gets fewer samples, and changes joined into one; never fewer events. One that
/// does not read at all is left.
class Session final : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        LineChannel &channel;
        kernel::KernelSource &source;
        helper::HelperClient &helper;
        history::EventStore *events = nullptr; ///< opened when it is needed; null: none are kept here
        PolkitAgent *agent = nullptr; ///< started; null: no password is asked for (root needs none)
        std::function<ping::Pinger *(const ping::PingTarget &, QObject *)> makePinger = ping::createPinger;
        diagnosis::HealthKeeper::AskSurvey askSurvey = {}; ///< null: nothing is found out beside the state
    };
    static constexpr std::chrono::seconds aliveInterval{5}; ///< something is said at least so often
    static constexpr std::chrono::seconds silenceLimit{30}; ///< a client that is silent for so long is gone
    static constexpr qint64 sampleLimit = 64 * 1024; ///< waiting bytes beyond which samples are left out
    static constexpr qint64 changeLimit = 256 * 1024; ///< beyond which changes wait and are joined
    static constexpr qint64 hardLimit = 32 * 1024 * 1024; ///< beyond which the client is left
    static constexpr int maximumPings = 16;
    static constexpr int journalDays = 7; ///< of events, where the client does not say since when

    explicit Session(Parts parts, QObject *parent = nullptr);
    ~Session() override;

    void start();

Q_SIGNALS:
    void finished();

private:
    void take(const QByteArray &line);
    void answer(const Request &request);
    /// What is not answered at once; at most maximumWaitingRequests of these wait.
    void answerLater(const Request &request);
    /// The helper's methods that only read.
    void answerHelper(const Request &request);
    /// Those that change a bond, or preview a change.
    void answerChange(const Request &request);
    void answerSurvey(qint64 id);
    void followAgent();
    void answerAgent(const Request &request);
    void watchState();
    void sendChange();
    void sendSample(const kernel::CounterSample &sample);
    Result<void> watchCounters(const QJsonObject &arguments);
    Result<void> startPing(qint64 id, const QJsonObject &arguments);
    void answerEvents(const Request &request);
    void send(const Message &message);
    void reply(qint64 id, const Result<QJsonObject> &result);
    void notice(const QString &about, const QJsonObject &content);

    /// Turns the answer of a helper call into a reply.
    template <typename T, typename ToJson>
    helper::HelperClient::Callback<T> replyTo(qint64 id, ToJson toJson);

    Parts m_parts;
    kernel::CounterWatch m_counters;
    std::map<qint64, std::unique_ptr<ping::Pinger>> m_pings;
    std::optional<kernel::Snapshot> m_sent; ///< what the client knows; none: it does not watch
    bool m_isBehind = false; ///< a change waits for the client to read
    bool m_isOver = false;
    int m_waitingCalls = 0;
    QTimer m_alive;
    QTimer m_silence;
};

} // namespace bondwright::host
