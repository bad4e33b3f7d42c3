// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "neighbours/networkdlldp.h"

#include "neighbours/lldpframe.h"

#include <QtEndian>

namespace bondwright::neighbours
{

std::optional<SwitchPort> parseNetworkdLldp(const QByteArray &file)
{
    constexpr qsizetype header = sizeof(quint64);
    qsizetype at = 0;
    while (file.size() - at > header) {
        const auto length = qFromLittleEndian<quint64>(file.constData() + at);
        at += header;
        if (length > quint64(file.size() - at))
            return std::nullopt;
        const auto *frame = reinterpret_cast<const std::byte *>(file.constData() + at);
        if (const auto port = parseLldpFrame({frame, std::size_t(length)}))
            return *port;
        at += qsizetype(length);
    }
    return std::nullopt;
}

} // namespace bondwright::neighbours
