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
};

/// Its options of that kind as lines, and the remarks between its options, in their order.
QStringList keptLines(const Stanza &stanza, const QByteArray &text,
                      const std::function<bool(const StanzaOption &)> &isWanted);

/// The iface stanzas of an interface: the first makes it, each further address has one of its own.
/// @param foreign lines of the plan's predecessor that a plan does not know, kept in the first
QByteArray stanzasOf(const InterfacePlan &plan, const QStringList &foreign = {});

} // namespace bondwright::formats::ifupdown
