// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/sameaddress.h"

#include "domain/ipaddress.h"

namespace bondwright
{

bool isSameAddress(const QString &left, const QString &right)
{
    const auto network = IpNetwork::fromString(left);
    return network && network == IpNetwork::fromString(right);
}

} // namespace bondwright
