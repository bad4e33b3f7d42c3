// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/flowcensus.h"

#include <algorithm>

namespace bondwright::kernel
{

namespace
{

constexpr quint16 ip4Type = 0x0800;
constexpr quint16 ip6Type = 0x86dd;
constexpr int maxTags = 2; ///< 802.1ad
constexpr int maxExtensions = 8; ///< of IPv6, that are looked behind

/// Bytes of a frame; what lies behind its end is not there.
class FrameBytes
{
public:
    explicit FrameBytes(std::span<const std::byte> all)
        : m_all(all)
    {
    }
    bool has(std::size_t from, std::size_t count) const { return from <= m_all.size() && count <= m_all.size() - from; }
    /// To be asked only after has().
    quint8 byte(std::size_t at) const { return std::to_integer<quint8>(m_all[at]); }
    quint16 word(std::size_t at) const { return quint16(byte(at) << 8 | byte(at + 1)); }
    std::span<const std::byte> part(std::size_t from, std::size_t count) const { return m_all.subspan(from, count); }

    MacAddress mac(std::size_t at) const
    {
        return MacAddress::fromOctets({reinterpret_cast<const char *>(m_all.data() + at), 6});
    }

private:
    std::span<const std::byte> m_all;
};

/// Of TCP, UDP, and echo requests; all else has none.
void readTransport(const FrameBytes &bytes, std::size_t at, int protocol, Flow &flow)
{
    constexpr int icmp = 1, tcp = 6, udp = 17, icmp6 = 58;
    const bool isEcho = (protocol == icmp && bytes.has(at, 8) && bytes.byte(at) == 8)
        || (protocol == icmp6 && bytes.has(at, 8) && bytes.byte(at) == 128);
    if ((protocol == tcp || protocol == udp) && bytes.has(at, 4)) {
        flow.protocol = protocol == tcp ? FlowProtocol::Tcp : FlowProtocol::Udp;
        flow.sourcePort = bytes.word(at);
        flow.destinationPort = bytes.word(at + 2);
    } else if (isEcho) {
        flow.protocol = FlowProtocol::IcmpEcho;
        flow.icmpId = bytes.word(at + 4);
    }
}

void readIp4(const FrameBytes &bytes, std::size_t at, Flow &flow)
{
    const std::size_t length = bytes.has(at, 20) ? std::size_t(bytes.byte(at) & 0x0f) * 4 : 0;
    if (length < 20 || bytes.byte(at) >> 4 != 4)
        return;
    flow.protocol = FlowProtocol::Other;
    flow.source = IpAddress::fromBytes(bytes.part(at + 12, 4));
    flow.destination = IpAddress::fromBytes(bytes.part(at + 16, 4));
    const bool isFragment = (bytes.word(at + 6) & 0x3fff) != 0; // more to come, or not the first
    if (!isFragment)
        readTransport(bytes, at + length, bytes.byte(at + 9), flow);
}

void readIp6(const FrameBytes &bytes, std::size_t at, Flow &flow)
{
    if (!bytes.has(at, 40) || bytes.byte(at) >> 4 != 6)
        return;
    flow.protocol = FlowProtocol::Other;
    flow.source = IpAddress::fromBytes(bytes.part(at + 8, 16));
    flow.destination = IpAddress::fromBytes(bytes.part(at + 24, 16));
    int next = bytes.byte(at + 6);
    at += 40;
    constexpr int hopByHop = 0, routing = 43, destination = 60;
    for (int i = 0; i < maxExtensions && (next == hopByHop || next == routing || next == destination); ++i) {
        if (!bytes.has(at, 8))
            return;
        next = bytes.byte(at);
        at += (std::size_t(bytes.byte(at + 1)) + 1) * 8;
    }
    readTransport(bytes, at, next, flow);
}

} // namespace

std::optional<Flow> flowOfFrame(std::span<const std::byte> frame, std::optional<quint16> vlan)
{
    const FrameBytes bytes(frame);
    if (!bytes.has(0, 14))
        return std::nullopt;
    Flow flow;
    flow.protocol = FlowProtocol::NotIp;
    flow.destinationMac = bytes.mac(0);
    flow.sourceMac = bytes.mac(6);
    flow.vlan = vlan;
    flow.etherType = bytes.word(12);
    std::size_t at = 14;
    for (int tags = 0; tags < maxTags && (flow.etherType == 0x8100 || flow.etherType == 0x88a8) && bytes.has(at, 4);
         ++tags) {
        if (!flow.vlan)
            flow.vlan = bytes.word(at) & 0x0fff;
        flow.etherType = bytes.word(at + 2);
        at += 4;
    }
    if (flow.etherType == ip4Type)
        readIp4(bytes, at, flow);
    else if (flow.etherType == ip6Type)
        readIp6(bytes, at, flow);
    return flow;
}

} // namespace bondwright::kernel
