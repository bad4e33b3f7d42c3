// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan.h"
#include "formats/ifupdown/interfacesfile.h"

#include <QByteArray>
#include <QStringList>

#include <functional>
#include <optional>

namespace bondwright::formats::ifupdown
{

struct InterfacePlan {
    QString name;
    QStringList lines; ///< what makes it: the bond's options, a VLAN's base
    IpConfig ipv4;
    IpConfig ipv6;
    std::optional<quint32> mtu;
    MacAddress mac;
    QStringList furtherDefaults; ///< commands that add default routes beside the gateway
};

/// What stays of a former stanza: lines that a plan does not know.
struct KeptStanza {
    QList<Written<IpNetwork>> addresses;
    bool isV6 = false;
    QStringList lines;
};

/// Its options of that kind as lines, and the remarks between its options, in their order.
QStringList keptLines(const Stanza &stanza, const QByteArray &text,
                      const std::function<bool(const StanzaOption &)> &isWanted);

/// The iface stanzas of an interface: the first makes it, each further address has one of its own, and routes come with the
/// last of their family, as they may lead over any of its addresses.
/// @param kept goes with its address, or with its family where that is gone
QByteArray stanzasOf(const InterfacePlan &plan, const QList<KeptStanza> &kept = {});

} // namespace bondwright::formats::ifupdown
