// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "host/remote/connection.h"
#include "host/serve/polkitagent.h"

namespace bondwright::host
{

/// What polkit on the other host asks, for a window or a terminal here. Answers are sent and not kept.
class RemoteAgent final : public QObject
{
    Q_OBJECT
public:
    explicit RemoteAgent(Connection &connection, QObject *parent = nullptr);

    void answer(qint64 id, const QString &text);
    void cancel(qint64 id);

Q_SIGNALS:
    void asked(const bondwright::host::AuthenticationQuestion &question);
    void ended(qint64 id, bool gained);

private:
    Connection &m_connection;
};

} // namespace bondwright::host
