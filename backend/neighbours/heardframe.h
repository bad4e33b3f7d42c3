// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "neighbours/switchport.h"

#include <QByteArray>
#include <QList>

namespace bondwright::neighbours
{

/// An Ethernet frame as it was received, not checked yet.
struct HeardFrame {
    static constexpr qsizetype maxSize = 2048; ///< LLDP must fit into one frame of 1500 bytes

    QString nic; ///< of this host
    QByteArray bytes;

    friend bool operator==(const HeardFrame &, const HeardFrame &) = default;
};

/// What the frames tell; those that are no LLDP or end an announcement are passed over, and of several devices on one NIC the first counts.
SwitchPorts portsOf(const QList<HeardFrame> &frames);

} // namespace bondwright::neighbours
