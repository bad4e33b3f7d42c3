// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/findings.h"
#include "domain/plan.h"
#include "formats/networkd/unitfolder.h"

namespace bondwright::formats::networkd
{

struct IpPair {
    IpConfig ipv4;
    IpConfig ipv6;

    friend bool operator==(const IpPair &, const IpPair &) = default;
};

/// Of one family; also netplan's, which networkd or NetworkManager carries out.
IpMethod methodOf(bool isAuto, bool hasAddresses, bool hasLinkLocal);

/// What a .network says of addresses. Without a word on it networkd takes IPv6 from the routers.
/// Search domains belong to no family there: they are the IPv4's, or the IPv6's where there is none.
/// @param programVersion empty: not known
IpPair readIp(const Unit &network, const QString &programVersion, QList<Finding> *findings);

/// Makes the first file say it, and the others, its drop-ins, nothing of it; only what it governs is touched: other keys,
/// routes with more than a destination, a gateway and a metric, and the sections of addresses that are still wanted, stay.
/// @param servers as they are written now: those that stay keep their ports and names
void writeIp(const QList<UnitFile *> &files, const IpPair &ip, const QStringList &servers = {});

/// The address of "1.1.1.1", "9.9.9.9:53", "[2001:db8::1]:53%eth0#name": DNS= in systemd.network(5).
std::optional<IpAddress> serverAddress(const QString &text);

/// The plan's as networkd can hold it: see readIp().
IpPair asKept(IpPair ip);

/// The part of a [Route] that a plan holds.
bool isPlainRouteKey(const QString &key, const QString &value);
/// Whether a plan holds all that a [Route] says.
bool isPlainRoute(const QMap<QString, QString> &route);
/// Keys that writeIp() governs.
bool isIpKey(const QString &section, const QString &key);

} // namespace bondwright::formats::networkd
