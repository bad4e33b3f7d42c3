// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/macaddress.h"

#include <algorithm>
#include <optional>

namespace bondwright
{

namespace
{

std::optional<quint8> hexDigit(QChar c)
{
    if (c >= u'0' && c <= u'9')
        return quint8(c.unicode() - u'0');
    const char16_t lower = c.unicode() | 0x20U;
    if (lower >= u'a' && lower <= u'f')
        return quint8(lower - u'a' + 10);
    return std::nullopt;
}

} // namespace

MacAddress MacAddress::fromString(QStringView text)
{
    const MacAddress address = fromKernelText(text);
    return address.isEthernet() ? address : MacAddress();
}

MacAddress MacAddress::fromKernelText(QStringView text)
{
    const auto count = std::size_t(text.size() + 1) / 3;
    if (text.size() % 3 != 2 || count > maxOctets)
        return {};
    MacAddress address;
    for (std::size_t i = 0; i < count; ++i) {
        const auto at = qsizetype(i) * 3;
        const auto high = hexDigit(text.at(at));
        const auto low = hexDigit(text.at(at + 1));
        if (!high || !low || (i > 0 && text.at(at - 1) != u':'))
            return {};
        address.m_octets[i] = quint8(*high << 4U | *low);
    }
    address.m_size = quint8(count);
    return address;
}

MacAddress MacAddress::fromOctets(QByteArrayView octets)
{
    if (octets.size() > qsizetype(maxOctets))
        return {};
    MacAddress address;
    std::copy(octets.cbegin(), octets.cend(), address.m_octets.begin());
    address.m_size = quint8(octets.size());
    return address;
}

bool MacAddress::isZero() const
{
    return !isEmpty() && std::all_of(m_octets.cbegin(), m_octets.cend(), [](quint8 octet) { return octet == 0; });
}

QString MacAddress::toString() const
{
    return QString::fromLatin1(bytes().toByteArray().toHex(':'));
}

} // namespace bondwright
