// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "neighbours/lldpframe.h"
#include "neighbours/networkdlldp.h"

#include <cstdint>
#include <cstdlib>

using namespace bondwright::neighbours;

namespace
{

void check(const SwitchPort &port)
{
    if (port.chassis.isEmpty())
        std::abort();
    for (const QString &text : {port.chassis, port.system, port.port, port.portDescription, port.systemDescription}) {
        if (text.size() > 255 || text.contains(u'\n') || text.contains(u'\x1b'))
            std::abort();
    }
    if (port.vlan && (*port.vlan == 0 || *port.vlan > 4094))
        std::abort();
}

} // namespace

// Whatever comes out of a cable: the reader answers, and its texts can be shown.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (const auto port = parseLldpFrame({reinterpret_cast<const std::byte *>(data), size}))
        check(*port);
    if (const auto port = parseNetworkdLldp(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size))))
        check(*port);
    return 0;
}
