// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ping/echo.h"

#include <QtEndian>

namespace bondwright::ping
{

namespace
{

// RFC 792 and RFC 4443: type, code, checksum (2), identifier (2), sequence (2).
constexpr qsizetype headerBytes = 8;
constexpr qsizetype cookieAt = headerBytes;
constexpr qsizetype sequenceAt = cookieAt + 8;
// As much as ping sends (56 bytes of data), so that switches and firewalls see the usual packet.
constexpr qsizetype packetBytes = headerBytes + 56;

constexpr char requestType(Family family)
{
    return family == Family::IPv4 ? char(8) : char(128);
}

constexpr char replyType(Family family)
{
    return family == Family::IPv4 ? char(0) : char(129);
}

} // namespace

QByteArray echoRequest(Family family, const EchoMark &mark)
{
    QByteArray packet(packetBytes, '\0');
    packet[0] = requestType(family);
    qToBigEndian(quint16(mark.sequence), packet.data() + 6);
    qToBigEndian(mark.cookie, packet.data() + cookieAt);
    qToBigEndian(mark.sequence, packet.data() + sequenceAt);
    return packet;
}

std::optional<EchoMark> parseEchoReply(Family family, QByteArrayView packet)
{
    if (packet.size() != packetBytes || packet[0] != replyType(family) || packet[1] != 0)
        return std::nullopt;
    const EchoMark mark{qFromBigEndian<quint64>(packet.data() + cookieAt),
                        qFromBigEndian<quint32>(packet.data() + sequenceAt)};
    if (qFromBigEndian<quint16>(packet.data() + 6) != quint16(mark.sequence))
        return std::nullopt;
    return mark;
}

} // namespace bondwright::ping
