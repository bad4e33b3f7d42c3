// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QObject>
#include <QString>

#include <memory>

namespace bondwright::host
{

/// What polkit on this host asks the user at the other end.
struct AuthenticationQuestion {
    qint64 id = 0; ///< of the authentication: it may take several questions
    QString message; ///< polkit's sentence about the action, in this process's language
    QString user; ///< whose password it is
    QString prompt; ///< PAM's, e.g. "Password: "
    bool isEchoed = false; ///< what is typed may be seen
    QString remark; ///< PAM's last words before it, e.g. why the try before failed

    friend bool operator==(const AuthenticationQuestion &, const AuthenticationQuestion &) = default;
};

struct PolkitAgentState;

/// The polkit agent of this very process (libpolkit-agent): an authorisation that the helper asks for on its
/// behalf is answered through signals and calls, without a terminal or a session.
class PolkitAgent final : public QObject
{
    Q_OBJECT
public:
    static constexpr int tries = 3; ///< wrong passwords until it is refused

    explicit PolkitAgent(QObject *parent = nullptr);
    ~PolkitAgent() override;

    /// Errors: "agent.register": no polkitd, or there is an agent for this process already.
    Result<void> start();
    void answer(qint64 id, const QString &text);
    void cancel(qint64 id);

Q_SIGNALS:
    void asked(const bondwright::host::AuthenticationQuestion &question);
    /// @param gained whether polkit has been satisfied
    void ended(qint64 id, bool gained);

private:
    std::unique_ptr<PolkitAgentState> m_state;
};

} // namespace bondwright::host
