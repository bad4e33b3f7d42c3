// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a frame of texts says, as a snapshot.
#include "host/agentless/frame.h"
#include "i18n/printable.h"
#include "kernel/defaultroutes.h"
#include "kernel/proc/procbonding.h"

#include <QtEndian>

#include <array>
#include <span>

namespace bondwright::host
{

using namespace Qt::StringLiterals;

namespace
{

constexpr uint interfaceUp = 1; // IFF_UP, include/uapi/linux/if.h
constexpr quint32 ethernet = 1; // ARPHRD_ETHER
constexpr quint32 loopback = 772;

/// @param uevent its first line: DEVTYPE of what software makes and of wireless NICs (drivers/base/core.c)
InterfaceKind kindOf(const QByteArray &uevent, quint32 hardwareType)
{
    constexpr QByteArrayView key("DEVTYPE=");
    if (uevent.startsWith(key)) {
        const QString word = i18n::printable(QString::fromUtf8(uevent.sliced(key.size())).left(64));
        return word == u"wlan" ? InterfaceKind(InterfaceKind::Wireless) : InterfaceKind::fromString(word);
    }
    return hardwareType == loopback ? InterfaceKind::Loopback
        : hardwareType == ethernet  ? InterfaceKind::Physical
                                    : InterfaceKind::Unknown;
}

kernel::NicState nicOf(const Frame::Nic &seen, const kernel::Snapshot &before)
{
    enum { Flags, Carrier, Mtu, Speed, DuplexMode, Address, Type, Uevent, Master };
    const auto known = before.nics.constFind(seen.ifindex);
    kernel::NicState nic;
    if (known != before.nics.cend() && known->name == seen.name)
        nic = *known; // addresses and the way out are told only now and then
    nic.ifindex = seen.ifindex;
    nic.name = seen.name;
    nic.masterIndex = seen.fields.at(Master).toInt();
    nic.adminUp = (seen.fields.at(Flags).toUInt(nullptr, 16) & interfaceUp) != 0;
    nic.carrier = seen.fields.at(Carrier) == "1";
    nic.mtu = seen.fields.at(Mtu).toUInt();
    nic.mac = MacAddress::fromKernelText(QString::fromLatin1(seen.fields.at(Address)));
    nic.hardwareType = seen.fields.at(Type).toUInt();
    nic.kind = kindOf(seen.fields.at(Uevent), nic.hardwareType);
    bool isNumber = false;
    const int speed = seen.fields.at(Speed).toInt(&isNumber);
    nic.speedMbps = isNumber && speed > 0 ? std::optional(quint32(speed)) : std::nullopt;
    nic.duplex = seen.fields.at(DuplexMode) == "full" ? Duplex::Full
        : seen.fields.at(DuplexMode) == "half"        ? Duplex::Half
                                                      : Duplex::Unknown;
    return nic;
}

/// Gives the driver's text the numbers of this host.
void addBond(kernel::Snapshot &snapshot, const QString &name, const kernel::ProcBond &proc)
{
    const kernel::NicState *own = snapshot.nicByName(name);
    if (!own)
        return;
    kernel::BondState bond = proc.bond;
    bond.ifindex = own->ifindex;
    bond.name = name;
    bond.activeSlave.reset();
    snapshot.nics[bond.ifindex].kind = InterfaceKind::Bond;
    QList<kernel::SlaveState> slaves;
    for (kernel::SlaveState slave : bond.slaves) {
        const kernel::NicState *known = snapshot.nicByName(slave.name);
        if (!known)
            continue; // renamed or gone between two reads: the next frame knows
        slave.ifindex = known->ifindex;
        kernel::NicState &nic = snapshot.nics[known->ifindex];
        nic.masterIndex = bond.ifindex;
        nic.permanentMac = slave.permanentMac;
        const auto [speed, duplex] = proc.speeds.value(slave.name, {std::nullopt, Duplex::Unknown});
        if (!nic.speedMbps) { // kernels before 2.6.33 have no speed in sysfs
            nic.speedMbps = speed;
            nic.duplex = duplex;
        }
        if (slave.name == proc.activeSlaveName)
            bond.activeSlave = slave.ifindex;
        slaves.append(slave);
    }
    bond.slaves = slaves;
    snapshot.bonds.insert(bond.ifindex, bond);
}

bool leadsNowhere(const QByteArray &flags)
{
    constexpr uint reject = 0x200; // RTF_REJECT, include/uapi/linux/route.h
    return (flags.toUInt(nullptr, 16) & reject) != 0;
}

/// Iface Destination Gateway Flags RefCnt Use Metric Mask …, a little-endian machine's numbers (net/ipv4/fib_trie.c).
std::optional<kernel::netlink::DefaultRoute> ipv4Route(const QByteArrayList &words, const kernel::Snapshot &snapshot)
{
    if (words.size() < 8 || words.at(1) != "00000000" || words.at(7) != "00000000" || leadsNowhere(words.at(3)))
        return {};
    const kernel::NicState *nic = snapshot.nicByName(QString::fromUtf8(words.at(0)));
    bool isNumber = false;
    const quint32 gateway = qToLittleEndian(words.at(2).toUInt(&isNumber, 16));
    if (!nic || !isNumber)
        return {};
    kernel::netlink::DefaultRoute route{nic->ifindex, false, words.at(6).toUInt(), {}};
    if (gateway != 0)
        route.gateway = IpAddress::fromBytes(std::as_bytes(std::span(&gateway, 1)));
    return route;
}

/// Destination, length, source, length, next hop, metric, references, uses, flags, name (net/ipv6/route.c).
std::optional<kernel::netlink::DefaultRoute> ipv6Route(const QByteArrayList &words, const kernel::Snapshot &snapshot)
{
    if (words.size() != 10 || words.at(0) != QByteArray(32, '0') || words.at(1) != "00" || leadsNowhere(words.at(8)))
        return {};
    const kernel::NicState *nic = snapshot.nicByName(QString::fromUtf8(words.at(9)));
    const QByteArray nextHop = QByteArray::fromHex(words.at(4));
    if (!nic || nextHop.size() != 16)
        return {};
    kernel::netlink::DefaultRoute route{nic->ifindex, true, words.at(5).toUInt(nullptr, 16), {}};
    if (nextHop != QByteArray(16, '\0'))
        route.gateway = IpAddress::fromBytes(std::as_bytes(std::span(nextHop)));
    return route;
}

void takeRoutes(kernel::Snapshot &snapshot, const QByteArray &text)
{
    std::vector<kernel::netlink::DefaultRoute> routes;
    for (const QByteArray &line : text.split('\n')) {
        const QByteArrayList words = line.simplified().split(' ');
        for (const auto &route : {ipv4Route(words, snapshot), ipv6Route(words, snapshot)}) {
            if (route)
                routes.push_back(*route);
        }
    }
    kernel::setDefaultRoutes(snapshot, routes);
}

void takeAddresses(kernel::Snapshot &snapshot, const QByteArray &text)
{
    for (kernel::NicState &nic : snapshot.nics) {
        nic.addresses.clear();
        nic.leasedAddresses.clear();
    }
    // "2: eth0    inet 192.0.2.1/24 brd …", ip-address(8) with -o
    for (const QByteArray &line : text.split('\n')) {
        const QByteArrayList words = line.simplified().split(' ');
        if (words.size() < 4 || (words.at(2) != "inet" && words.at(2) != "inet6"))
            continue;
        const auto nic = snapshot.nics.find(words.at(0).chopped(1).toInt());
        if (nic == snapshot.nics.end())
            continue;
        const IpNetworks address{QString::fromLatin1(words.at(3))};
        nic->addresses += address;
        if (words.contains("dynamic")) // it has a lifetime
            nic->leasedAddresses += address;
    }
}

} // namespace

kernel::Snapshot snapshotOf(const Frame &frame, const kernel::Snapshot &before)
{
    kernel::Snapshot snapshot;
    snapshot.kernelRelease = frame.kernelRelease;
    snapshot.bondingDriver = before.bondingDriver || !frame.bonds.isEmpty();
    for (const Frame::Nic &nic : frame.nics) {
        if (nic.ifindex > 0)
            snapshot.nics.insert(nic.ifindex, nicOf(nic, before));
    }
    for (auto it = frame.bonds.cbegin(); it != frame.bonds.cend(); ++it) {
        if (const auto proc = kernel::parseProcBonding(*it))
            addBond(snapshot, it.key(), proc->first()); // each frame holds one file a bond
    }
    if (frame.routes)
        takeRoutes(snapshot, *frame.routes);
    if (frame.addresses)
        takeAddresses(snapshot, *frame.addresses);
    return snapshot;
}

QList<kernel::Counters> countersOf(const QByteArray &procNetDev, const kernel::Snapshot &snapshot)
{
    QList<kernel::Counters> counters;
    // "eth0: RXBYTES packets errs drop fifo frame compressed multicast TXBYTES packets errs drop …"; before 2.6.39
    // no blank behind the colon (net/core/dev.c, net/core/net-procfs.c).
    for (const QByteArray &line : procNetDev.split('\n')) {
        const qsizetype colon = line.lastIndexOf(':');
        const QByteArrayList fields = line.mid(colon + 1).simplified().split(' ');
        const kernel::NicState *nic
            = colon > 0 ? snapshot.nicByName(QString::fromUtf8(line.first(colon).trimmed())) : nullptr;
        if (!nic || fields.size() < 12)
            continue;
        const auto field = [&fields](qsizetype at) { return fields.at(at).toULongLong(); };
        counters.append(
            {nic->ifindex, field(0), field(8), field(1), field(9), field(2), field(10), field(3), field(11)});
    }
    return counters;
}

} // namespace bondwright::host
