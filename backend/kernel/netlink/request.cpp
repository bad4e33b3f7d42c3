// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/netlink/request.h"

#include <linux/netlink.h>

namespace bondwright::kernel::netlink
{

namespace
{

template <typename T>
void writeAt(std::vector<std::byte> &bytes, std::size_t offset, T value)
{
    std::memcpy(bytes.data() + offset, &value, sizeof value);
}

} // namespace

Request::Request(std::uint16_t type, std::uint16_t flags)
{
    nlmsghdr header{};
    header.nlmsg_type = type;
    header.nlmsg_flags = std::uint16_t(flags | NLM_F_REQUEST);
    append(&header, sizeof header);
}

Request &Request::append(const void *data, std::size_t size)
{
    const auto *from = static_cast<const std::byte *>(data);
    m_bytes.insert(m_bytes.end(), from, from + size);
    m_bytes.resize(NLMSG_ALIGN(m_bytes.size()));
    finish();
    return *this;
}

Request &Request::add(std::uint16_t type, Bytes payload)
{
    nlattr header{};
    header.nla_type = type;
    header.nla_len = std::uint16_t(NLA_HDRLEN + payload.size());
    append(&header, sizeof header);
    return append(payload.data(), payload.size());
}

Request &Request::addText(std::uint16_t type, const QByteArray &text)
{
    return add(type, std::as_bytes(std::span(text.constData(), std::size_t(text.size()) + 1)));
}

Request &Request::addBytes(std::uint16_t type, const QByteArray &bytes)
{
    return add(type, std::as_bytes(std::span(bytes.constData(), std::size_t(bytes.size()))));
}

Request &Request::beginNest(std::uint16_t type)
{
    m_nests.push_back(m_bytes.size());
    return add(std::uint16_t(type | NLA_F_NESTED), {});
}

Request &Request::endNest()
{
    writeAt(m_bytes, m_nests.back() + offsetof(nlattr, nla_len), std::uint16_t(m_bytes.size() - m_nests.back()));
    m_nests.pop_back();
    return *this;
}

void Request::setSequence(std::uint32_t sequence)
{
    writeAt(m_bytes, offsetof(nlmsghdr, nlmsg_seq), sequence);
}

bool Request::isDump() const
{
    return (readAs<nlmsghdr>(m_bytes)->nlmsg_flags & NLM_F_DUMP) == NLM_F_DUMP;
}

bool Request::wantsAcknowledgement() const
{
    return (readAs<nlmsghdr>(m_bytes)->nlmsg_flags & NLM_F_ACK) != 0;
}

void Request::finish()
{
    writeAt(m_bytes, offsetof(nlmsghdr, nlmsg_len), std::uint32_t(m_bytes.size()));
}

} // namespace bondwright::kernel::netlink
