// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/counters.h"
#include "kernel/netlink/socket.h"

#include <QSet>

#include <sys/socket.h>

#include <memory>

namespace bondwright::kernel
{

/// Reads the counters of the watched interfaces in one request: their cost follows what is watched, not
/// what exists. Few are asked for by number, all in one system call; when nearly all that exist are
/// watched, a dump is cheaper.
class CounterSampler
{
public:
    Result<bool> open();
    /// @param existing how many interfaces there are, to choose the cheaper way
    void watch(const QSet<int> &ifindexes, qsizetype existing);
    bool isIdle() const { return m_indexes.empty(); }
    /// Interfaces that are gone are left out.
    Result<CounterSample> sample();

private:
    Result<CounterSample> sampleByNumber();
    Result<CounterSample> sampleByDump();
    Result<bool> sendRequests(std::size_t first, std::size_t count);
    Result<std::size_t> receiveBatch(std::size_t wanted, CounterSample &sample);

    std::unique_ptr<netlink::Socket> m_socket;
    std::vector<int> m_indexes; ///< rising
    bool m_usesDump = false;
    std::uint32_t m_sequence = 0;
    std::vector<std::byte> m_requests;
    std::vector<std::byte> m_answers;
    std::vector<mmsghdr> m_headers;
    std::vector<iovec> m_vectors;
};

} // namespace bondwright::kernel
