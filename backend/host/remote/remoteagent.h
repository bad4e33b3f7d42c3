// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "host/remote/connection.h"
#include "host/serve/polkitagent.h"

#include <QHash>
#include <QPointer>

namespace bondwright::host
{

/// What polkit on the other host asks, for a window or a terminal here. Answers are sent and not kept.
class RemoteAgent final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Also questions that come over this connection, as long as it lives: a change is confirmed over one of its own.
    void listenTo(Connection &connection);

    void answer(qint64 id, const QString &text);
    void cancel(qint64 id);

Q_SIGNALS:
    void asked(const bondwright::host::AuthenticationQuestion &question);
    void ended(qint64 id, bool gained);

private:
    struct Authentication {
        QPointer<Connection> connection;
        qint64 id = 0; ///< there
        int questions = 0; ///< so far
    };
    void take(Connection &connection, const Notice &notice);

    QHash<qint64, Authentication> m_authentications; ///< by the number that it has here
    qint64 m_lastNumber = 0;
};

} // namespace bondwright::host
