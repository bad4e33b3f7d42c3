// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/planwriter.h"

#include "domain/options.h"
#include "kernel/netlink/bondoptionwriter.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace bondwright::kernel
{

namespace
{

QString optionField(const QString &name)
{
    return u"options."_s + name;
}

/// Those that a new bond needs and takes without slaves; the mode among them.
QMap<QString, QString> creationOptions(const BondPlan &plan)
{
    QMap<QString, QString> options{{u"mode"_s, kernelName(plan.mode)}};
    for (auto it = plan.options.cbegin(); it != plan.options.cend(); ++it) {
        const OptionSpec *spec = findOption(it.key());
        const bool isDefault = spec && canonicalValue(*spec, it.value()) == spec->defaultValue;
        if (!isDefault && (!spec || spec->kind != OptionKind::IfName))
            options.insert(it.key(), it.value());
    }
    return options;
}

Error malformed(const QString &text)
{
    return {u"kernel.address.malformed"_s,
            //: @error %1 text
            QCoreApplication::translate("Kernel", "“%1” is not an address.").arg(text),
            {}};
}

} // namespace

PlanWriter::PlanWriter(LinkWriter links, AddressWriter addresses)
    : m_links(std::move(links))
    , m_addresses(std::move(addresses))
{
}

Result<PlanWriter> PlanWriter::open()
{
    auto links = LinkWriter::open();
    if (!links)
        return tl::unexpected(links.error());
    auto addresses = AddressWriter::open();
    if (!addresses)
        return tl::unexpected(addresses.error());
    return PlanWriter(std::move(*links), std::move(*addresses));
}

std::optional<Refusal> PlanWriter::create(const BondPlan &plan)
{
    for (const auto step :
         {&PlanWriter::createBond, &PlanWriter::enslave, &PlanWriter::bringUp, &PlanWriter::addVlans}) {
        if (auto refusal = (this->*step)(plan))
            return refusal;
    }
    return std::nullopt;
}

std::optional<Refusal> PlanWriter::createBond(const BondPlan &plan)
{
    const QMap<QString, QString> options = creationOptions(plan);
    const auto made = m_links.addBond(plan.name, options);
    if (!made)
        return refusedOption(plan, options).value_or(Refusal{u"options"_s, made.error()});
    m_bond = *made;
    if (plan.mac.isEmpty())
        return std::nullopt;
    const MacAddress &mac = plan.mac.value().address();
    if (mac.isEmpty())
        return Refusal{u"mac"_s, malformed(plan.mac.text())};
    if (const auto set = m_links.setMac(m_bond, mac); !set)
        return Refusal{u"mac"_s, set.error()};
    return std::nullopt;
}

/// For all at once the kernel does not name the refused one: they are sent one by one, in its own order.
std::optional<Refusal> PlanWriter::refusedOption(const BondPlan &plan, const QMap<QString, QString> &options)
{
    const auto bond = m_links.addBond(plan.name, {{u"mode"_s, options.value(u"mode"_s)}});
    if (!bond)
        return Refusal{u"name"_s, bond.error()};
    std::optional<Refusal> refusal;
    for (const OptionSpec *spec : netlink::bondOptionsAsApplied()) {
        const auto option = options.constFind(spec->name);
        if (option == options.cend() || spec->name == u"mode")
            continue;
        if (const auto set = m_links.setBondOptions(*bond, {{option.key(), *option}}); !set) {
            refusal = Refusal{optionField(option.key()), set.error()};
            break;
        }
    }
    (void)m_links.remove(*bond);
    return refusal;
}

std::optional<Refusal> PlanWriter::enslave(const BondPlan &plan)
{
    for (qsizetype i = 0; i < plan.slaves.size(); ++i) {
        const SlavePlan &slave = plan.slaves.at(i);
        const QString field = u"slaves[%1]"_s.arg(i);
        const int index = m_links.index(slave.name);
        if (const auto done = m_links.enslave(index, m_bond); !done)
            return Refusal{field, done.error()};
        if (slave.queueId.value_or(0) != 0) {
            const auto done = m_links.setSlaveOption(index, u"queue_id"_s, QString::number(*slave.queueId));
            if (!done)
                return Refusal{field + u".queue_id"_s, done.error()};
        }
        if (slave.prio.value_or(0) != 0) {
            const auto done = m_links.setSlaveOption(index, u"prio"_s, QString::number(*slave.prio));
            if (!done)
                return Refusal{field + u".prio"_s, done.error()};
        }
    }
    // A slave option exists only from now on.
    const QString primary = plan.options.primary();
    if (primary.isEmpty())
        return std::nullopt;
    if (const auto done = m_links.setBondOptions(m_bond, {{u"primary"_s, primary}}); !done)
        return Refusal{optionField(u"primary"_s), done.error()};
    return std::nullopt;
}

std::optional<Refusal> PlanWriter::bringUp(const BondPlan &plan)
{
    if (plan.mtu) {
        if (const auto done = m_links.setMtu(m_bond, *plan.mtu); !done)
            return Refusal{u"mtu"_s, done.error()};
    }
    if (const auto done = m_links.setUp(m_bond, true); !done)
        return Refusal{u"name"_s, done.error()};
    if (const QString active = plan.options.activeSlave(); !active.isEmpty()) {
        if (const auto done = m_links.setActiveSlave(m_bond, m_links.index(active)); !done)
            return Refusal{optionField(u"active_slave"_s), done.error()};
    }
    if (auto refusal = configure(m_bond, plan.ipv4, u"ipv4"_s))
        return refusal;
    return configure(m_bond, plan.ipv6, u"ipv6"_s);
}

std::optional<Refusal> PlanWriter::addVlans(const BondPlan &plan)
{
    for (qsizetype i = 0; i < plan.vlans.size(); ++i) {
        const VlanPlan &vlan = plan.vlans.at(i);
        const QString field = u"vlans[%1]"_s.arg(i);
        const auto made = m_links.addVlan(vlan.interfaceName(plan.name), m_bond, vlan.id);
        if (!made)
            return Refusal{field, made.error()};
        if (vlan.mtu) {
            if (const auto done = m_links.setMtu(*made, *vlan.mtu); !done)
                return Refusal{field + u".mtu"_s, done.error()};
        }
        if (const auto done = m_links.setUp(*made, true); !done)
            return Refusal{field, done.error()};
        if (auto refusal = configure(*made, vlan.ipv4, field + u".ipv4"_s))
            return refusal;
        if (auto refusal = configure(*made, vlan.ipv6, field + u".ipv6"_s))
            return refusal;
    }
    return std::nullopt;
}

std::optional<Refusal> PlanWriter::configure(int ifindex, const IpConfig &config, const QString &field)
{
    for (qsizetype i = 0; i < config.addresses.size(); ++i) {
        const Written<IpNetwork> &address = config.addresses.at(i);
        const auto done = address.value() ? m_addresses.addAddress(ifindex, *address.value())
                                          : Result<void>(tl::unexpected(malformed(address.text())));
        if (!done)
            return Refusal{u"%1.addresses[%2]"_s.arg(field).arg(i), done.error()};
    }
    const auto addRoute = [&](const IpNetwork &to, const Written<IpAddress> &gateway, std::optional<quint32> metric) {
        if (!gateway.value() && !gateway.isEmpty())
            return Result<void>(tl::unexpected(malformed(gateway.text())));
        return m_addresses.addRoute({to, {{ifindex, gateway.value()}}, metric.value_or(0)});
    };
    if (const auto &gateway = config.gateway.value()) {
        if (const auto done = addRoute(IpNetwork::any(gateway->family()), config.gateway, config.metric); !done)
            return Refusal{field + u".gateway"_s, done.error()};
    }
    for (qsizetype i = 0; i < config.routes.size(); ++i) {
        const IpRoute &route = config.routes.at(i);
        const auto &to = route.destination.value();
        const auto done = to ? addRoute(*to, route.gateway, route.metric)
                             : Result<void>(tl::unexpected(malformed(route.destination.text())));
        if (!done)
            return Refusal{u"%1.routes[%2]"_s.arg(field).arg(i), done.error()};
    }
    return std::nullopt;
}

} // namespace bondwright::kernel
