// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/sameaddress.h"

#include "domain/ipaddress.h"

#include <algorithm>

namespace bondwright
{

bool isSameAddress(const QString &left, const QString &right)
{
    const auto network = IpNetwork::fromString(left);
    return network && network == IpNetwork::fromString(right);
}

bool containsAddress(const QStringList &addresses, const QString &address)
{
    return std::any_of(addresses.cbegin(), addresses.cend(),
                       [&address](const QString &other) { return isSameAddress(other, address); });
}

} // namespace bondwright
