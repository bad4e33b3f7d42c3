// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "host/remote/remotehost.h"

#include <array>

namespace bondwright::host
{

/// What has to work before a host can be used, in the order in which it is found out.
enum class ConnectStep : quint8 { Name, Reach, Login, Bondctl, Helper, Authorisation };
inline constexpr std::array allConnectSteps{ConnectStep::Name,    ConnectStep::Reach,  ConnectStep::Login,
                                            ConnectStep::Bondctl, ConnectStep::Helper, ConnectStep::Authorisation};

/// Which step ssh failed at, by what it said. Pure.
ConnectStep failedStep(const Error &error);

/// Tries the way to a host step by step, and says what to do about what is missing. Changes nothing.
class ConnectionTest final : public QObject
{
    Q_OBJECT
public:
    enum class Outcome : quint8 { Waiting, Running, Passed, Limited, Failed };
    struct Result {
        Outcome outcome = Outcome::Waiting;
        QString text; ///< translated: what was found
        QString advice; ///< translated: what to do
    };

    /// @param remote not connected yet; outlives this
    explicit ConnectionTest(RemoteHost &remote, QObject *parent = nullptr);

    void start();
    const Result &result(ConnectStep step) const { return m_results[std::size_t(step)]; }
    bool isOver() const { return m_isOver; }

Q_SIGNALS:
    void changed();

private:
    void take(Connection::State state);
    void takeLoss(const Error &why);
    void askHelper();
    /// Where there is no bondctl: whether the host can be changed all the same.
    void askScript();
    void set(ConnectStep step, Outcome outcome, const QString &text = {}, const QString &advice = {});
    void end();

    RemoteHost &m_remote;
    std::array<Result, allConnectSteps.size()> m_results;
    bool m_isOver = false;
};

} // namespace bondwright::host
