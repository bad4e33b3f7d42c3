// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "neighbours/lldpframe.h"

#include "neighbours/foreigntext.h"

#include <QCoreApplication>

#include <arpa/inet.h>

#include <array>

namespace bondwright::neighbours
{

namespace
{

using Bytes = std::span<const std::byte>;

// IEEE 802.1AB-2016 table 8-1.
enum TlvType : quint8 {
    End = 0,
    ChassisId = 1,
    PortId = 2,
    TimeToLive = 3,
    PortDescription = 4,
    SystemName = 5,
    SystemDescription = 6,
    Organization = 127,
};
// Tables 8-2 and 8-3: the two disagree about the numbers of the same kinds.
constexpr quint8 chassisMac = 4, chassisNetwork = 5;
constexpr quint8 portMac = 3, portNetwork = 4;
constexpr quint32 ieee8021 = 0x0080c2;
constexpr quint32 ieee8023 = 0x00120f;
constexpr int maxTlvs = 256;

quint8 byteAt(Bytes bytes, std::size_t at)
{
    return std::to_integer<quint8>(bytes[at]);
}

quint32 number(Bytes bytes, std::size_t at, std::size_t length)
{
    quint32 value = 0;
    for (std::size_t i = 0; i < length; ++i)
        value = value << 8 | byteAt(bytes, at + i);
    return value;
}

QByteArray raw(Bytes bytes)
{
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
}

QString text(Bytes bytes)
{
    return foreignText(QString::fromUtf8(raw(bytes)));
}

/// The first byte is the family's number of IANA.
QString networkAddress(Bytes address)
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    const bool isV4 = address.size() == 5 && byteAt(address, 0) == 1;
    const bool isV6 = address.size() == 17 && byteAt(address, 0) == 2;
    if ((isV4 || isV6) && inet_ntop(isV4 ? AF_INET : AF_INET6, address.data() + 1, text.data(), socklen_t(text.size())))
        return QString::fromLatin1(text.data());
    return QString::fromLatin1(raw(address).toHex());
}

/// A chassis or port id: its kind is in the first byte.
QString identity(Bytes value, quint8 macKind, quint8 networkKind)
{
    const quint8 kind = byteAt(value, 0);
    const Bytes id = value.subspan(1);
    if (kind == macKind && id.size() == 6)
        return QString::fromLatin1(raw(id).toHex(':'));
    if (kind == networkKind)
        return networkAddress(id);
    return text(id);
}

void readOrganization(Bytes value, SwitchPort &port)
{
    const quint32 owner = number(value, 0, 3);
    const quint8 kind = byteAt(value, 3);
    const Bytes content = value.subspan(4);
    // Port VLAN ID (802.1Q D.2.1); link aggregation, which 802.3 (79.3.3) has handed to 802.1 (802.1AX annex F).
    if (owner == ieee8021 && kind == 1 && content.size() >= 2) {
        const quint32 vlan = number(content, 0, 2);
        if (vlan >= 1 && vlan <= 4094)
            port.vlan = quint16(vlan);
    } else if (((owner == ieee8021 && kind == 7) || (owner == ieee8023 && kind == 3)) && content.size() >= 5) {
        port.aggregated = (byteAt(content, 0) & 2) != 0;
        port.aggregationPort = number(content, 1, 4);
    } else if (owner == ieee8023 && kind == 4 && content.size() >= 2) {
        port.maxFrame = number(content, 0, 2);
    }
}

void readOptional(quint8 type, Bytes value, SwitchPort &port)
{
    if (type == PortDescription)
        port.portDescription = text(value);
    else if (type == SystemName)
        port.system = text(value);
    else if (type == SystemDescription)
        port.systemDescription = text(value);
    else if (type == Organization && value.size() >= 4)
        readOrganization(value, port);
}

/// The three that must come first, in this order (clause 8.2). @return whether it is good
bool readMandatory(int position, quint8 type, Bytes value, SwitchPort &port)
{
    if (position == 0 && type == ChassisId && value.size() >= 2)
        port.chassis = identity(value, chassisMac, chassisNetwork);
    else if (position == 1 && type == PortId && value.size() >= 2)
        port.port = identity(value, portMac, portNetwork);
    else if (position == 2 && type == TimeToLive && value.size() >= 2)
        port.timeToLive = std::chrono::seconds(number(value, 0, 2));
    else
        return false;
    return true;
}

tl::unexpected<Error> noLldp()
{
    return fail(QStringLiteral("lldp.frame"),
                //: @error
                QCoreApplication::translate("Neighbours", "This is no whole LLDP frame."));
}

} // namespace

Result<SwitchPort> parseLldpFrame(Bytes frame)
{
    std::size_t at = 12;
    if (frame.size() >= 18 && number(frame, at, 2) == 0x8100)
        at += 4; // a VLAN tag, where the NIC leaves it in the frame
    if (frame.size() < at + 2 || number(frame, at, 2) != lldpEtherType)
        return noLldp();
    at += 2;
    SwitchPort port;
    int position = 0;
    for (; position < maxTlvs && at + 2 <= frame.size(); ++position) {
        const quint32 header = number(frame, at, 2);
        const auto type = quint8(header >> 9);
        const std::size_t length = header & 0x1ff;
        at += 2;
        if (length > frame.size() - at)
            return noLldp();
        if (type == End && position >= 3)
            break;
        const Bytes value = frame.subspan(at, length);
        if (position >= 3)
            readOptional(type, value, port);
        else if (!readMandatory(position, type, value, port))
            return noLldp();
        at += length;
    }
    if (position < 3 || port.chassis.isEmpty())
        return noLldp();
    return port;
}

} // namespace bondwright::neighbours
