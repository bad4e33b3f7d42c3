// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "host/remote/connection.h"
#include "ping/pingledger.h"

namespace bondwright::host
{

/// Pings from the other host, over its bond.
class RemotePinger final : public ping::Pinger
{
    Q_OBJECT
public:
    RemotePinger(Connection &connection, const ping::PingTarget &target, QObject *parent = nullptr);
    ~RemotePinger() override;

    void start() override;
    void stop() override;
    const ping::PingTarget &target() const override { return m_target; }
    Method method() const override { return m_id > 0 ? Method::Remote : Method::None; }
    ping::PingStatistics statistics() const override { return m_ledger.statistics(); }

private:
    void take(const Notice &notice);

    QPointer<Connection> m_connection;
    ping::PingTarget m_target;
    ping::PingLedger m_ledger;
    qint64 m_id = 0; ///< of the request; 0: it does not run
};

} // namespace bondwright::host
