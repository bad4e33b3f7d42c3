// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "host/transport/linechannel.h"

#include <QElapsedTimer>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

namespace bondwright::host
{

/// A channel to a host that is opened again, with growing pauses, when it is lost. Says from time to time that this end
/// is alive, and takes a host that says nothing for lost.
class SteadyChannel final : public QObject
{
    Q_OBJECT
public:
    using Open = std::function<std::unique_ptr<LineChannel>()>;
    static constexpr std::chrono::seconds firstPause{1};
    static constexpr std::chrono::seconds longestPause{60};
    static constexpr std::chrono::seconds aliveInterval{5};
    static constexpr std::chrono::seconds silenceLimit{20};

    /// @param alive what is sent while the channel is settled
    /// @param firstLimit how long the host may take for its first word, since it last came nearer
    SteadyChannel(Open open, QByteArray alive, std::chrono::seconds firstLimit);
    ~SteadyChannel() override;

    /// Opens it, or tries again at once. Nothing where it is open.
    void start();
    /// Nothing where it is not open.
    void send(const QByteArray &line);
    /// The host said what it should: it may be silent for a while again.
    void heard();
    /// As heard(), and the host works: the next pause is the first again.
    void settle();
    /// Gives it up: the host's answer makes no sense.
    void lose(const Error &why);

Q_SIGNALS:
    void opening();
    void opened();
    void lineReceived(const QByteArray &line);
    /// @param why translated, never empty. @param isFinal it is not tried again: a person has to do something first
    void lost(const bondwright::Error &why, bool isFinal);

private:
    Open m_open;
    QByteArray m_alive;
    std::chrono::seconds m_firstLimit;
    std::unique_ptr<LineChannel> m_channel;
    QTimer m_again;
    QTimer m_silence;
    QElapsedTimer m_heard; ///< since that timer was set anew
    bool m_isHeard = false; ///< since it was opened
    QTimer m_aliveTimer;
    std::chrono::seconds m_pause = firstPause;
};

} // namespace bondwright::host
