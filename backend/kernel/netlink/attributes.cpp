// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/netlink/attributes.h"

#include <algorithm>

namespace bondwright::kernel::netlink
{

std::optional<std::uint64_t> Attribute::number() const
{
    switch (payload.size()) {
    case 1:
        return readAs<std::uint8_t>(payload);
    case 2:
        return readAs<std::uint16_t>(payload);
    case 4:
        return readAs<std::uint32_t>(payload);
    case 8:
        return readAs<std::uint64_t>(payload);
    default:
        return std::nullopt;
    }
}

QString Attribute::text() const
{
    const auto end = std::find(payload.begin(), payload.end(), std::byte{0});
    return QString::fromUtf8(reinterpret_cast<const char *>(payload.data()), qsizetype(end - payload.begin()));
}

MacAddress Attribute::hardwareAddress() const
{
    return MacAddress::fromOctets({payload.data(), qsizetype(payload.size())});
}

std::optional<IpAddress> Attribute::ipAddress() const
{
    return IpAddress::fromBytes(payload);
}

} // namespace bondwright::kernel::netlink
