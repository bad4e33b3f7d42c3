// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "neighbours/nmneighbour.h"

#include "domain/macaddress.h"
#include "neighbours/foreigntext.h"

namespace bondwright::neighbours
{

std::optional<SwitchPort> fromNetworkManager(const QVariantMap &neighbour)
{
    const auto text
        = [&neighbour](const char *key) { return foreignText(neighbour.value(QLatin1String(key)).toString()); };
    const auto identity = [&text](const char *key) {
        const QString id = text(key);
        const MacAddress mac = MacAddress::fromString(id);
        return mac.isEmpty() ? id : mac.toString();
    };
    SwitchPort port;
    port.chassis = identity("chassis-id");
    if (port.chassis.isEmpty())
        return std::nullopt;
    port.port = identity("port-id");
    port.system = text("system-name");
    port.systemDescription = text("system-description");
    port.portDescription = text("port-description");
    const uint vlan = neighbour.value(QLatin1String("ieee-802-1-pvid")).toUInt();
    if (vlan >= 1 && vlan <= 4094)
        port.vlan = quint16(vlan);
    port.maxFrame = neighbour.value(QLatin1String("ieee-802-3-max-frame-size")).toUInt();
    return port;
}

} // namespace bondwright::neighbours
