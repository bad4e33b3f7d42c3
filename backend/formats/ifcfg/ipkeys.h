// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/findings.h"
#include "domain/plan.h"
#include "formats/ifcfg/dialect.h"
#include "formats/shell/shellfile.h"

namespace bondwright::formats::ifcfg
{

/// Both families of one interface: DNS servers and search domains share their keys.
struct IpPair {
    IpConfig ipv4;
    IpConfig ipv6;

    friend bool operator==(const IpPair &, const IpPair &) = default;
};

/// Writes what differs from `old`, group by group: a group that says the same already stays as it is spelled.
/// Addresses from the second on are not written where the dialect wants alias files for them.
/// @param isNew everything is written
/// @param network /etc/sysconfig/network, whose gateway may have to be overridden
void writeIpKeys(ShellFile *file, const IpPair &old, const IpPair &wanted, const Dialect &dialect, bool isNew,
                 const ShellFile &network);

/// "IPADDR" with its number: "IPADDR1"; below 0: none.
QByteArray numbered(const char *key, int index);

/// Every key by which an interface gets an address, a route or a name server: what a slave must not have.
bool isAddressKey(const QByteArray &key);

QList<Finding> ipFindings(const IpPair &ip, const Dialect &dialect, const QString &field);

} // namespace bondwright::formats::ifcfg
