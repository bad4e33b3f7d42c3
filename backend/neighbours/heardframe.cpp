// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "neighbours/heardframe.h"

#include "neighbours/lldpframe.h"

namespace bondwright::neighbours
{

SwitchPorts portsOf(const QList<HeardFrame> &frames)
{
    SwitchPorts ports;
    for (const HeardFrame &frame : frames) {
        const auto port
            = parseLldpFrame(std::as_bytes(std::span(frame.bytes.constData(), std::size_t(frame.bytes.size()))));
        // One that lives for 0 s is the end of an announcement, and tells no more (802.1AB 9.1.2, shutdown LLDPDU).
        if (port && port->timeToLive > std::chrono::seconds(0) && !ports.contains(frame.nic))
            ports.insert(frame.nic, *port);
    }
    return ports;
}

} // namespace bondwright::neighbours
