// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ping/ping.h"
#include "ping/pingledger.h"

namespace bondwright::ping
{

/// Sends nothing: reports recorded replies, as the reader of the recording hands them over.
class ReplayedPinger final : public Pinger
{
    Q_OBJECT
public:
    explicit ReplayedPinger(const PingTarget &target, QObject *parent = nullptr);

    void start() override { }
    void stop() override { }
    const PingTarget &target() const override { return m_target; }
    Method method() const override { return Method::None; }
    PingStatistics statistics() const override { return m_ledger.statistics(); }

    /// In the order of sequence.
    void take(const PingReply &reply);

private:
    PingTarget m_target;
    PingLedger m_ledger;
};

} // namespace bondwright::ping
