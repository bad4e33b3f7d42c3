// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/stopsignal.h"
#include "host/remote/remoteagent.h"

#include <QSocketNotifier>

#include <memory>
#include <termios.h>

namespace bondwright::cli
{

/// Asks on the terminal what another host's polkit wants to know. Passwords are read without echo, and not kept.
/// Where there is no terminal, the question is answered with no.
class TerminalConversation final : public QObject
{
    Q_OBJECT
public:
    /// @param agent outlives this
    TerminalConversation(host::RemoteAgent &agent, const QString &hostName, QObject *parent = nullptr);
    ~TerminalConversation() override;

private:
    void ask(const host::AuthenticationQuestion &question);
    void readAnswer();
    void giveUp();
    void endQuestion();
    void say(const QString &text) const;

    host::RemoteAgent &m_agent;
    QString m_hostName;
    int m_terminal = -1; ///< while something is asked
    qint64 m_asked = 0; ///< id of the authentication
    std::optional<termios> m_former;
    std::unique_ptr<QSocketNotifier> m_input;
    std::unique_ptr<StopSignal> m_stop;
};

} // namespace bondwright::cli
