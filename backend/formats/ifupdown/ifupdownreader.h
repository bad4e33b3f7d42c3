// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/options.h"
#include "formats/format.h"
#include "formats/ifupdown/interfacestree.h"

#include <optional>

namespace bondwright::formats::ifupdown
{

/// ifenslave's or ifupdown2's names of the options.
FileFormat spellingIn(const InterfacesTree &tree);
/// All that say an option, the one that counts first.
QStringList keysOf(const OptionSpec &spec, FileFormat format);
/// Whether a stanza of that interface makes it a bond.
bool isBond(const QString &interface, const InterfacesTree &tree);
QStringList portsOf(const QString &bond, const InterfacesTree &tree, QList<Finding> *findings);
/// Its VLANs' names.
QStringList vlansOn(const QString &bond, const InterfacesTree &tree);
/// Nullopt: no stanza makes it.
std::optional<BondPlan> readBond(const QString &bond, const InterfacesTree &tree, QList<Finding> *findings);
Reading readBonds(const FileSnapshot &snapshot);
QList<Finding> leftBehindOf(const FoundBond &found, const InterfacesTree &tree);

struct IpPair {
    IpConfig ipv4;
    IpConfig ipv6;
};
IpPair readIp(const QString &interface, const InterfacesTree &tree, QList<Finding> *findings);
/// Adds what those of them say that come up with their interface.
void readAliases(const QStringList &aliases, const InterfacesTree &tree, IpPair *ip, QList<Finding> *findings);

/// All that "address" says in a stanza.
QList<Written<IpNetwork>> addressesOf(const Stanza &stanza);

struct DefaultRoute {
    IpRoute route;
    QString place; ///< "path:line"
    QString line; ///< as a command of any stanza
};
/// All that an interface and its aliases say, the one that counts first.
QList<DefaultRoute> defaultRoutes(const QString &interface, const InterfacesTree &tree);

/// Lines of those that no plan says, and that stay where another one is the gateway.
QStringList furtherDefaults(const QString &interface, const InterfacesTree &tree, const IpPair &wanted);

/// "up ip route add DESTINATION [via GATEWAY] [metric N] [dev …]"; nullopt: another command.
std::optional<IpRoute> routeOfCommand(const QString &command);
/// "up ip link set dev … mtu N".
std::optional<quint32> mtuOfCommand(const QString &command);

} // namespace bondwright::formats::ifupdown
