// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/xmithash.h"

#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace bondwright::kernel
{

namespace
{

bool isIpv6(const Flow &flow)
{
    return flow.source && flow.source->family() == IpAddress::Family::V6;
}

/// bond_eth_hash
quint32 ethernetHash(const Flow &flow)
{
    quint16 etherType = flow.etherType;
    if (etherType == 0)
        etherType = isIpv6(flow) ? 0x86dd : 0x0800;
    return quint32(flow.destinationMac.octets()[5]) ^ quint32(flow.sourceMac.octets()[5]) ^ etherType;
}

/// bond_vlan_srcmac_hash
quint32 vlanSourceHash(const Flow &flow)
{
    const auto &source = flow.sourceMac.octets();
    const auto part = [&source](std::size_t from) {
        return quint32(source[from]) << 16 | quint32(source[from + 1]) << 8 | source[from + 2];
    };
    return flow.vlan.value_or(0) ^ part(0) ^ part(3);
}

/// flow_get_u32_src and _dst: the address as the kernel holds it in memory; IPv6 folded by xor.
quint32 addressWord(const std::optional<IpAddress> &address)
{
    quint32 folded = 0;
    // IPv4 is the first word, the other three are zero.
    for (std::size_t i = 0; address && i < address->bytes().size(); i += sizeof(quint32)) {
        quint32 word = 0;
        std::memcpy(&word, address->bytes().data() + i, sizeof(word));
        folded ^= word;
    }
    return folded;
}

/// struct flow_dissector_key_ports, or _icmp {type, code, id} where there is an identifier.
quint32 transportWord(const Flow &flow)
{
    std::array<quint8, 4> bytes{};
    switch (flow.protocol) {
    case FlowProtocol::Tcp:
    case FlowProtocol::Udp: {
        qToBigEndian(flow.sourcePort, bytes.data());
        qToBigEndian(flow.destinationPort, bytes.data() + 2);
        break;
    }
    case FlowProtocol::IcmpEcho: {
        bytes[0] = isIpv6(flow) ? 128 : 8; // echo request
        // skb_flow_get_icmp_tci stores the identifier in host order, and 1 for 0.
        const quint16 id = flow.icmpId == 0 ? 1 : flow.icmpId;
        std::memcpy(bytes.data() + 2, &id, sizeof(id));
        break;
    }
    case FlowProtocol::Other:
    case FlowProtocol::NotIp:
        break;
    }
    quint32 word = 0;
    std::memcpy(&word, bytes.data(), sizeof(word));
    return word;
}

} // namespace

quint32 xmitHash(XmitPolicy policy, const Flow &flow)
{
    if (policy == XmitPolicy::VlanSrcMac)
        return vlanSourceHash(flow);
    if (policy == XmitPolicy::Layer2 || flow.protocol == FlowProtocol::NotIp)
        return ethernetHash(flow);
    const bool usesPorts = policy == XmitPolicy::Layer34 || policy == XmitPolicy::Encap34;
    quint32 hash = usesPorts ? transportWord(flow) : ethernetHash(flow);
    hash ^= addressWord(flow.destination) ^ addressWord(flow.source);
    hash ^= hash >> 16;
    hash ^= hash >> 8;
    return usesPorts ? hash >> 1 : hash;
}

QStringList enslaveOrder(const QString &bond, const QString &sysfsRoot)
{
    if (bond.isEmpty() || bond.contains(u'/') || bond.startsWith(u'.'))
        return {};
    QFile file(sysfsRoot + QStringLiteral("/class/net/") + bond + QStringLiteral("/bonding/slaves"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromLocal8Bit(file.read(4096))
        .split(u' ', Qt::SkipEmptyParts)
        .replaceInStrings(QStringLiteral("\n"), QString());
}

QStringList hashCandidates(const BondState &bond, const QStringList &enslaveOrder)
{
    QList<const SlaveState *> usable;
    for (const SlaveState &slave : bond.slaves) {
        if (slave.mii != MiiStatus::Up && slave.mii != MiiStatus::GoingDown)
            continue;
        if (bond.mode == Mode::Ieee8023ad) {
            const bool inActive = bond.ad && slave.aggregatorId == bond.ad->aggregatorId;
            if (!inActive || !slave.active)
                continue;
        }
        usable.append(&slave);
    }
    const auto place = [&enslaveOrder](const SlaveState *slave) {
        const qsizetype at = enslaveOrder.indexOf(slave->name);
        return at < 0 ? enslaveOrder.size() : at;
    };
    std::stable_sort(usable.begin(), usable.end(),
                     [&place](const SlaveState *a, const SlaveState *b) { return place(a) < place(b); });
    QStringList names;
    for (const SlaveState *slave : usable)
        names.append(slave->name);
    return names;
}

QString slaveForHash(quint32 hash, const QStringList &candidates)
{
    return candidates.isEmpty() ? QString() : candidates.at(qsizetype(hash % quint32(candidates.size())));
}

bool sendsByHash(const BondState &bond)
{
    switch (bond.mode) {
    case Mode::BalanceXor:
    case Mode::Ieee8023ad:
        return true;
    case Mode::BalanceTlb:
    case Mode::BalanceAlb:
        return bond.options.balancesByHashAlone();
    default:
        return false;
    }
}

} // namespace bondwright::kernel
