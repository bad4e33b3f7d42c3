// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/countersampler.h"

#include "kernel/netlink/statsmessage.h"
#include "posix/clock.h"

#include <linux/if_link.h>
#include <linux/rtnetlink.h>

#include <algorithm>
#include <cerrno>

namespace bondwright::kernel
{

using netlink::Message;
using netlink::Request;

namespace
{

// Each answer is a datagram of its own (about 240 bytes): many are taken with one recvmmsg. The default
// send buffer takes far more than one batch.
constexpr std::size_t batchSize = 64;
constexpr std::size_t answerSize = 1024;
// One message of a dump costs a seventh of one that is asked for by number.
constexpr std::size_t dumpIsCheaper = 7;
constexpr std::uint32_t linkFilter = 1U << (IFLA_STATS_LINK_64 - 1);

tl::unexpected<Error> ioError()
{
    return fail(QStringLiteral("kernel.counters"), QString::fromLocal8Bit(std::strerror(errno)));
}

if_stats_msg statsHeader(int ifindex)
{
    if_stats_msg header{};
    header.ifindex = std::uint32_t(ifindex);
    header.filter_mask = linkFilter;
    return header;
}

} // namespace

Result<bool> CounterSampler::open()
{
    auto socket = netlink::Socket::openForRequests(NETLINK_ROUTE);
    if (!socket)
        return tl::unexpected(socket.error());
    m_socket = std::make_unique<netlink::Socket>(std::move(*socket));
    return true;
}

void CounterSampler::watch(const QSet<int> &ifindexes, qsizetype existing)
{
    m_indexes.assign(ifindexes.cbegin(), ifindexes.cend());
    std::sort(m_indexes.begin(), m_indexes.end());
    m_usesDump = m_indexes.size() > 8 && std::size_t(existing) <= m_indexes.size() * dumpIsCheaper;
    m_requests.clear();
    for (int ifindex : m_indexes) {
        Request request(RTM_GETSTATS, 0);
        request.fixed(statsHeader(ifindex));
        const auto bytes = request.bytes();
        m_requests.insert(m_requests.end(), bytes.begin(), bytes.end());
    }
    const std::size_t slots = m_usesDump ? 0 : std::min(batchSize, m_indexes.size());
    m_answers.resize(slots * answerSize);
    m_vectors.resize(slots);
    m_headers.assign(slots, {});
    for (std::size_t i = 0; i < slots; ++i) {
        m_vectors[i] = {m_answers.data() + i * answerSize, answerSize};
        m_headers[i].msg_hdr.msg_iov = &m_vectors[i];
        m_headers[i].msg_hdr.msg_iovlen = 1;
    }
}

Result<CounterSample> CounterSampler::sample()
{
    return m_usesDump ? sampleByDump() : sampleByNumber();
}

Result<CounterSample> CounterSampler::sampleByDump()
{
    CounterSample sample;
    sample.interfaces.reserve(qsizetype(m_indexes.size()));
    Request request(RTM_GETSTATS, NLM_F_DUMP);
    request.fixed(statsHeader(0));
    // The kernel lists interfaces by rising number, as m_indexes does; older ones by bucket: then it is searched.
    auto next = m_indexes.cbegin();
    const auto end = m_socket->request(request, [&](const Message &message) {
        const auto counters = netlink::parseStats(message);
        if (!counters)
            return;
        if (next == m_indexes.cend() || *next != counters->ifindex)
            next = std::lower_bound(m_indexes.cbegin(), m_indexes.cend(), counters->ifindex);
        if (next == m_indexes.cend() || *next != counters->ifindex)
            return;
        sample.interfaces.append(*counters);
        ++next;
    });
    if (!end)
        return tl::unexpected(end.error());
    sample.monotonicNs = monotonicNow();
    return sample;
}

Result<CounterSample> CounterSampler::sampleByNumber()
{
    CounterSample sample;
    sample.interfaces.reserve(qsizetype(m_indexes.size()));
    for (std::size_t first = 0; first < m_indexes.size(); first += batchSize) {
        const std::size_t count = std::min(batchSize, m_indexes.size() - first);
        if (const auto sent = sendRequests(first, count); !sent)
            return tl::unexpected(sent.error());
        for (std::size_t received = 0; received < count;) {
            const auto got = receiveBatch(count - received, sample);
            if (!got)
                return tl::unexpected(got.error());
            received += *got;
        }
    }
    sample.monotonicNs = monotonicNow();
    return sample;
}

Result<bool> CounterSampler::sendRequests(std::size_t first, std::size_t count)
{
    const std::size_t each = m_requests.size() / m_indexes.size();
    ++m_sequence;
    for (std::size_t i = first; i < first + count; ++i)
        std::memcpy(m_requests.data() + i * each + offsetof(nlmsghdr, nlmsg_seq), &m_sequence, sizeof m_sequence);
    const ssize_t sent = ::send(m_socket->descriptor(), m_requests.data() + first * each, count * each, 0);
    if (sent < 0)
        return ioError();
    return true;
}

/// @return how many answers of this round came, errors (interface gone) included
Result<std::size_t> CounterSampler::receiveBatch(std::size_t wanted, CounterSample &sample)
{
    const int got = ::recvmmsg(m_socket->descriptor(), m_headers.data(), unsigned(wanted), MSG_WAITFORONE, nullptr);
    if (got < 0)
        return errno == EINTR ? Result<std::size_t>(0) : Result<std::size_t>(ioError());
    std::size_t answers = 0;
    for (std::size_t i = 0; i < std::size_t(got); ++i) {
        auto datagram = netlink::Bytes(m_answers).subspan(i * answerSize, m_headers[i].msg_len);
        while (const auto message = netlink::takeMessage(datagram)) {
            if (message->header.nlmsg_seq != m_sequence)
                continue; // of a round that was given up
            ++answers;
            if (const auto counters = message->isError() ? std::nullopt : netlink::parseStats(*message))
                sample.interfaces.append(*counters);
        }
    }
    return answers;
}

} // namespace bondwright::kernel
