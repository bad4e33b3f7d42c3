// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace bondwright::neighbours
{

/// The other end of a NIC's cable, as the device there announces itself by LLDP (IEEE 802.1AB).
/// Texts are what a device sent: printable, shortened to 255 characters, nothing more is known of them.
struct SwitchPort {
    QString chassis; ///< chassis id: a MAC in lower case, or what else the device calls itself; never empty
    QString system; ///< system name; empty if it sent none
    QString port; ///< port id as the device counts: "Gi1/0/7", or a MAC
    QString portDescription;
    QString systemDescription;
    std::optional<quint16> vlan; ///< port VLAN id, untagged (802.1); 0 of the frame is left out
    std::optional<bool> aggregated; ///< the device says that the port is in a group (802.1 or 802.3 link aggregation)
    quint32 aggregationPort = 0; ///< the group's number on the device, 0 if none
    quint32 maxFrame = 0; ///< 802.3 maximum frame size; 0 unknown
    std::chrono::seconds timeToLive{0};

    friend bool operator==(const SwitchPort &, const SwitchPort &) = default;
};

/// By name of the NIC here. One device at each end: of several that answer (a hub, a bridge that
/// forwards LLDP), the first.
using SwitchPorts = QHash<QString, SwitchPort>;

/// "sw1", or the chassis id where the system has no name.
QString systemName(const SwitchPort &port);
/// The port as it is labelled on the switch: its id, or the description where the id is a MAC.
QString portName(const SwitchPort &port);
/// "sw1 Gi1/0/7": for columns and instructions.
QString shortSwitchPortText(const SwitchPort &port);
/// By name of the NIC here.
QHash<QString, QString> shortSwitchPortTexts(const SwitchPorts &ports);
/// The ports' own names in the order of these NICs, for a switch's configuration: empty where one is not known. None
/// unless all that are known are on one switch, for the text is of one.
QStringList portNamesOnOneSwitch(const SwitchPorts &ports, const QStringList &nics);
/// Translated: "sw1, port Gi1/0/7, VLAN 10".
QString switchPortText(const SwitchPort &port);

} // namespace bondwright::neighbours
