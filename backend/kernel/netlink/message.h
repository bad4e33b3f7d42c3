// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/netlink/attributes.h"

#include <linux/netlink.h>

#include <algorithm>
#include <vector>

namespace bondwright::kernel::netlink
{

/// One netlink message: header and what follows it.
struct Message {
    nlmsghdr header{};
    Bytes payload;

    bool isError() const { return header.nlmsg_type == NLMSG_ERROR; }
    bool isDone() const { return header.nlmsg_type == NLMSG_DONE; }
    /// The dump it belongs to does not show one moment: something changed while it was made.
    bool isInterrupted() const { return (header.nlmsg_flags & NLM_F_DUMP_INTR) != 0; }
    /// errno (positive) of an NLMSG_ERROR, where 0 is an acknowledgement (EBADMSG if cut off), or of the NLMSG_DONE with
    /// which a dump ended too early (netlink_dump_done() in net/netlink/af_netlink.c).
    int errorNumber() const;
    /// The kernel's own words (extended acknowledgement), possibly empty.
    QString errorText() const;
};

/// Takes the first message off @p datagram; nullopt, and nothing taken, if none fits into it any more.
inline std::optional<Message> takeMessage(Bytes &datagram)
{
    const auto header = readAs<nlmsghdr>(datagram);
    if (!header || header->nlmsg_len < sizeof(nlmsghdr) || header->nlmsg_len > datagram.size())
        return std::nullopt;
    const Message message{*header, datagram.subspan(NLMSG_HDRLEN, header->nlmsg_len - NLMSG_HDRLEN)};
    datagram = datagram.subspan(std::min<std::size_t>(NLMSG_ALIGN(header->nlmsg_len), datagram.size()));
    return message;
}

/// The messages of one datagram; ends at the first that does not fit into it.
std::vector<Message> splitDatagram(Bytes datagram);

/// The attributes behind a fixed structure of type T; empty if the payload is shorter than T.
template <typename T>
Attributes attributesAfter(Bytes payload)
{
    constexpr std::size_t skip = NLMSG_ALIGN(sizeof(T));
    return Attributes(payload.size() > skip ? payload.subspan(skip) : Bytes());
}

} // namespace bondwright::kernel::netlink
