// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "host/remote/connection.h"
#include "kernel/recordedsource.h"

namespace bondwright::host
{

/// Another host's state, events and counters, on this one's monotonic clock. While the host is away the last
/// state stays; when it is back, what differs comes as one change.
class RemoteSource final : public kernel::RecordedSource
{
    Q_OBJECT
public:
    explicit RemoteSource(Connection &connection, QObject *parent = nullptr);
    ~RemoteSource() override;

    void start() override;
    void watchCounters(const QSet<int> &ifindexes) override;
    void setSampleInterval(std::chrono::milliseconds interval) override;

private:
    void subscribe();
    void askForCounters();

    Connection &m_connection;
    QSet<int> m_watched;
    std::chrono::milliseconds m_interval{500};
};

} // namespace bondwright::host
