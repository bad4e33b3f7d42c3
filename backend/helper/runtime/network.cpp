// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/runtime/network.h"

namespace bondwright::helper::runtime
{

using namespace Qt::StringLiterals;
using kernel::AddressWriter;
using kernel::LinkWriter;

namespace
{

/// The writer, opened when it is first used.
template <typename Writer>
Result<Writer *> opened(std::optional<Writer> &writer)
{
    if (!writer) {
        auto fresh = Writer::open();
        if (!fresh)
            return tl::unexpected(fresh.error());
        writer.emplace(std::move(*fresh));
    }
    return &*writer;
}

Result<void> withoutValue(const Result<int> &result)
{
    return result.map([](int) {});
}

template <typename Writer, typename Call>
Result<void> onInterface(std::optional<Writer> &present, const QString &name, Call call)
{
    const auto writer = opened(present);
    if (!writer)
        return tl::unexpected(writer.error());
    const auto index = LinkWriter::find(name);
    if (!index)
        return tl::unexpected(index.error());
    return call(**writer, *index);
}

} // namespace

template <typename Call>
Result<void> KernelNetwork::onLink(const QString &name, Call call)
{
    return onInterface(m_links, name, call);
}

template <typename Call>
Result<void> KernelNetwork::onAddresses(const QString &name, Call call)
{
    return onInterface(m_addresses, name, call);
}

template <typename Call>
Result<void> KernelNetwork::onRoute(const Route &route, Call call)
{
    kernel::Route wanted{route.destination, {}, route.metric, route.protocol, route.source};
    for (const Hop &hop : QList{route.hop} + route.otherHops) {
        const auto index = LinkWriter::find(hop.device);
        if (!index)
            return tl::unexpected(index.error());
        wanted.hops.push_back({*index, hop.gateway, hop.weight, hop.isOnLink});
    }
    return onAddresses(route.hop.device, [&](AddressWriter &writer, int) { return call(writer, wanted); });
}

Result<void> KernelNetwork::setUp(const QString &name, bool up)
{
    return onLink(name, [up](LinkWriter &writer, int index) { return writer.setUp(index, up); });
}

Result<void> KernelNetwork::setMaster(const QString &name, const QString &master)
{
    return onLink(name, [&master](LinkWriter &writer, int index) {
        if (master.isEmpty())
            return writer.release(index);
        const auto bond = LinkWriter::find(master);
        return bond ? writer.enslave(index, *bond) : Result<void>(tl::unexpected(bond.error()));
    });
}

Result<void> KernelNetwork::setMtu(const QString &name, quint32 mtu)
{
    return onLink(name, [mtu](LinkWriter &writer, int index) { return writer.setMtu(index, mtu); });
}

Result<void> KernelNetwork::setMac(const QString &name, const MacAddress &mac)
{
    return onLink(name, [&mac](LinkWriter &writer, int index) { return writer.setMac(index, mac); });
}

Result<void> KernelNetwork::removeLink(const QString &name)
{
    return onLink(name, [](LinkWriter &writer, int index) { return writer.remove(index); });
}

Result<void> KernelNetwork::addVlan(const QString &base, quint16 id, const QString &name)
{
    return onLink(base, [&](LinkWriter &writer, int index) { return withoutValue(writer.addVlan(name, index, id)); });
}

Result<void> KernelNetwork::addAddress(const QString &name, const IpNetwork &address, PrefixRoute route)
{
    return onAddresses(name,
                       [&](AddressWriter &writer, int index) { return writer.addAddress(index, address, route); });
}

Result<void> KernelNetwork::removeAddress(const QString &name, const IpNetwork &address)
{
    return onAddresses(name, [&](AddressWriter &writer, int index) { return writer.removeAddress(index, address); });
}

Result<void> KernelNetwork::addRoute(const Route &route)
{
    return onRoute(route, [](AddressWriter &writer, const kernel::Route &wanted) { return writer.addRoute(wanted); });
}

Result<void> KernelNetwork::removeRoute(const Route &route)
{
    return onRoute(route,
                   [](AddressWriter &writer, const kernel::Route &unwanted) { return writer.removeRoute(unwanted); });
}

Result<void> KernelNetwork::addBond(const QString &name, const QMap<QString, QString> &options)
{
    const auto writer = opened(m_links);
    return writer ? withoutValue((*writer)->addBond(name, options)) : Result<void>(tl::unexpected(writer.error()));
}

Result<void> KernelNetwork::setBondOptions(const QString &bond, const QMap<QString, QString> &options)
{
    return onLink(bond, [&](LinkWriter &writer, int index) { return writer.setBondOptions(index, options); });
}

Result<void> KernelNetwork::setSlaveOption(const QString &slave, const QString &option, const QString &value)
{
    return onLink(slave, [&](LinkWriter &writer, int index) { return writer.setSlaveOption(index, option, value); });
}

} // namespace bondwright::helper::runtime
