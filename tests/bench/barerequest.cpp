// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "barerequest.h"

#include "kernel/netlink/request.h"

#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <unistd.h>

#include <algorithm>

using bondwright::kernel::netlink::Request;

namespace
{
constexpr std::size_t batch = 64;
constexpr std::size_t answerSize = 1024;
} // namespace

BareRequest::BareRequest(const QList<int> &indexes, bool byDump)
    : m_expected(byDump ? 0 : int(indexes.size()))
    , m_socket(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE))
    , m_buffer(batch * answerSize)
    , m_headers(batch)
    , m_vectors(batch)
{
    const QList<int> asked = byDump ? QList<int>{0} : indexes;
    for (int index : asked) {
        Request request(RTM_GETSTATS, byDump ? NLM_F_DUMP : 0);
        if_stats_msg header{};
        header.ifindex = unsigned(index);
        header.filter_mask = 1U << (IFLA_STATS_LINK_64 - 1);
        request.fixed(header);
        m_requests.append(reinterpret_cast<const char *>(request.bytes().data()), qsizetype(request.bytes().size()));
        m_each = qsizetype(request.bytes().size());
    }
    for (std::size_t i = 0; i < batch; ++i) {
        m_vectors[i] = {m_buffer.data() + i * answerSize, answerSize};
        m_headers[i].msg_hdr.msg_iov = &m_vectors[i];
        m_headers[i].msg_hdr.msg_iovlen = 1;
    }
}

BareRequest::~BareRequest()
{
    ::close(m_socket);
}

void BareRequest::run()
{
    if (m_expected == 0) {
        (void)::send(m_socket, m_requests.constData(), std::size_t(m_requests.size()), 0);
        while (true) {
            const ssize_t got = ::recv(m_socket, m_buffer.data(), m_buffer.size(), 0);
            if (got <= 0 || hasEnd(std::size_t(got)))
                return;
        }
    }
    for (int first = 0; first < m_expected; first += int(batch)) {
        const int count = std::min(int(batch), m_expected - first);
        (void)::send(m_socket, m_requests.constData() + first * m_each, std::size_t(count * m_each), 0);
        for (int received = 0; received < count;)
            received += std::max(
                1, ::recvmmsg(m_socket, m_headers.data(), unsigned(count - received), MSG_WAITFORONE, nullptr));
    }
}

/// Newer kernels put the end of a dump into the datagram of its last messages.
bool BareRequest::hasEnd(std::size_t got) const
{
    nlmsghdr header{};
    for (std::size_t at = 0; at + sizeof header <= got; at += NLMSG_ALIGN(header.nlmsg_len)) {
        std::memcpy(&header, m_buffer.data() + at, sizeof header);
        if (header.nlmsg_type == NLMSG_DONE || header.nlmsg_len < sizeof header)
            return true;
    }
    return false;
}
