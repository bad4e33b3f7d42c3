// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/ipaddress.h"

#include <QByteArray>

#include <algorithm>
#include <arpa/inet.h>

namespace bondwright
{

namespace
{

// Longest text inet_pton can accept; anything longer is refused before it is copied.
constexpr qsizetype maxAddressText = INET6_ADDRSTRLEN;

std::optional<int> smallNumber(QStringView text, int maximum)
{
    if (text.isEmpty() || text.size() > 3 || (text.size() > 1 && text.front() == u'0'))
        return std::nullopt;
    int value = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
        value = value * 10 + (c.unicode() - u'0');
    }
    return value <= maximum ? std::optional(value) : std::nullopt;
}

bool isAsciiAddressText(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F') || c == u':'
            || c == u'.';
    });
}

} // namespace

std::optional<IpAddress> IpAddress::fromBytes(std::span<const std::byte> bytes)
{
    IpAddress address;
    if (bytes.size() != 4 && bytes.size() != address.m_bytes.size())
        return std::nullopt;
    address.m_family = bytes.size() == 4 ? Family::V4 : Family::V6;
    std::transform(bytes.begin(), bytes.end(), address.m_bytes.begin(),
                   [](std::byte byte) { return std::to_integer<quint8>(byte); });
    return address;
}

std::optional<IpAddress> IpAddress::fromString(QStringView text)
{
    if (text.isEmpty() || text.size() > maxAddressText || !isAsciiAddressText(text))
        return std::nullopt;
    IpAddress result;
    result.m_family = text.contains(u':') ? Family::V6 : Family::V4;
    const QByteArray bytes = text.toLatin1();
    // glibc's inet_pton refuses leading zeros and short forms ("10.1") in IPv4: nothing is read as octal.
    if (inet_pton(result.m_family == Family::V4 ? AF_INET : AF_INET6, bytes.constData(), result.m_bytes.data()) != 1)
        return std::nullopt;
    return result;
}

QString IpAddress::toString() const
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    inet_ntop(m_family == Family::V4 ? AF_INET : AF_INET6, m_bytes.data(), text.data(), text.size());
    return QString::fromLatin1(text.data());
}

QString textOf(const std::optional<IpAddress> &address)
{
    return address ? address->toString() : QString();
}

QStringList textsOf(const QList<IpAddress> &addresses)
{
    QStringList texts;
    for (const IpAddress &address : addresses)
        texts.append(address.toString());
    return texts;
}

bool IpAddress::bit(int index) const
{
    return (m_bytes[static_cast<std::size_t>(index / 8)] >> (7 - index % 8) & 1) != 0;
}

bool IpAddress::isUnspecified() const
{
    return hostBitsAllZero(0);
}

bool IpAddress::isLoopback() const
{
    if (m_family == Family::V4)
        return m_bytes[0] == 127;
    return m_bytes[15] == 1 && std::all_of(m_bytes.begin(), m_bytes.end() - 1, [](quint8 byte) { return byte == 0; });
}

bool IpAddress::isMulticast() const
{
    return m_family == Family::V4 ? (m_bytes[0] & 0xf0) == 0xe0 : m_bytes[0] == 0xff;
}

bool IpAddress::isBroadcast() const
{
    return m_family == Family::V4 && hostBitsAllOne(0);
}

bool IpAddress::isLinkLocal() const
{
    if (m_family == Family::V4)
        return m_bytes[0] == 169 && m_bytes[1] == 254;
    return m_bytes[0] == 0xfe && (m_bytes[1] & 0xc0) == 0x80;
}

bool IpAddress::sharesPrefix(const IpAddress &other, int prefix) const
{
    if (m_family != other.m_family)
        return false;
    for (int i = 0; i < std::min(prefix, bits()); ++i) {
        if (bit(i) != other.bit(i))
            return false;
    }
    return true;
}

bool IpAddress::hostBitsAllZero(int prefix) const
{
    for (int i = prefix; i < bits(); ++i) {
        if (bit(i))
            return false;
    }
    return true;
}

bool IpAddress::hostBitsAllOne(int prefix) const
{
    for (int i = prefix; i < bits(); ++i) {
        if (!bit(i))
            return false;
    }
    return true;
}

std::optional<IpNetwork> IpNetwork::fromString(QStringView text)
{
    const qsizetype slash = text.indexOf(u'/');
    const auto address = IpAddress::fromString(slash < 0 ? text : text.first(slash));
    if (!address)
        return std::nullopt;
    if (slash < 0)
        return IpNetwork{*address, address->bits()};
    const auto prefix = smallNumber(text.sliced(slash + 1), address->bits());
    if (!prefix)
        return std::nullopt;
    return IpNetwork{*address, *prefix};
}

IpNetwork IpNetwork::any(IpAddress::Family family)
{
    return {*IpAddress::fromString(family == IpAddress::Family::V4 ? u"0.0.0.0" : u"::"), 0};
}

QString IpNetwork::toString() const
{
    return QStringLiteral("%1/%2").arg(address.toString()).arg(prefix);
}

IpNetworks::IpNetworks(const QStringList &texts)
{
    for (const QString &text : texts) {
        if (const auto network = IpNetwork::fromString(text))
            append(*network);
    }
}

QStringList IpNetworks::toStrings() const
{
    QStringList texts;
    for (const IpNetwork &network : *this)
        texts.append(network.toString());
    return texts;
}

IpNetworks IpNetworks::ofFamily(IpAddress::Family family) const
{
    IpNetworks networks = *this;
    networks.removeIf([family](const IpNetwork &network) { return network.address.family() != family; });
    return networks;
}

} // namespace bondwright
