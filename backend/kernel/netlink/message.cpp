// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/netlink/message.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>

namespace bondwright::kernel::netlink
{

int Message::errorNumber() const
{
    const auto code = readAs<int>(payload);
    if (isDone())
        return std::max(0, -code.value_or(0));
    if (!isError())
        return 0;
    return code ? std::abs(*code) : EBADMSG;
}

QString Message::errorText() const
{
    if (!isError() || !(header.nlmsg_flags & NLM_F_ACK_TLVS))
        return {};
    // An error carries the whole request behind its code unless NLM_F_CAPPED says that it does not.
    const auto error = readAs<nlmsgerr>(payload);
    if (!error)
        return {};
    std::size_t skip = sizeof(nlmsgerr);
    if (!(header.nlmsg_flags & NLM_F_CAPPED)) {
        if (error->msg.nlmsg_len < sizeof(nlmsghdr))
            return {};
        skip = NLMSG_ALIGN(sizeof(int) + std::size_t(error->msg.nlmsg_len));
    }
    if (skip >= payload.size())
        return {};
    const auto text = Attributes(payload.subspan(skip)).find(NLMSGERR_ATTR_MSG);
    return text ? text->text() : QString();
}

std::vector<Message> splitDatagram(Bytes datagram)
{
    std::vector<Message> messages;
    while (const auto message = takeMessage(datagram))
        messages.push_back(*message);
    return messages;
}

} // namespace bondwright::kernel::netlink
