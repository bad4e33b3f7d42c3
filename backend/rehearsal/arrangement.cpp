// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rehearsal/arrangement.h"

#include <QByteArray>

#include <arpa/inet.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace bondwright::rehearsal
{

namespace
{

constexpr int maxTargets = 4; // enough flows for a wrong group to lose some and not all

/// The host at this distance from the last one of a network; for IPv6 within the last 256.
std::optional<IpAddress> hostFromTheEnd(const IpNetwork &network, int before)
{
    auto bytes = network.address.bytes();
    const int size = network.address.bits() / 8;
    const int hostBits = network.address.bits() - network.prefix;
    for (int bit = network.prefix; bit < network.address.bits(); ++bit)
        bytes[std::size_t(bit) / 8] |= quint8(0x80 >> (bit % 8));
    const bool hasBroadcast = size == 4 && hostBits >= 2;
    const int last = bytes[std::size_t(size) - 1] - (hasBroadcast ? 1 : 0) - before;
    if (hostBits < 1 || before >= (1 << std::min(hostBits, 8)) || last < 0)
        return std::nullopt;
    bytes[std::size_t(size) - 1] = quint8(last);
    std::array<char, INET6_ADDRSTRLEN> text{};
    ::inet_ntop(size == 4 ? AF_INET : AF_INET6, bytes.data(), text.data(), text.size());
    const auto address = IpAddress::fromString(QString::fromLatin1(text.data()));
    return address && network.contains(*address) && !(hasBroadcast && address->hostBitsAllZero(network.prefix))
        ? address
        : std::nullopt;
}

/// Makes the arrangement network by network.
class Arranger
{
public:
    explicit Arranger(const BondPlan &plan)
    {
        m_made.plan = plan;
        m_made.limits = {Limit::Nics, Limit::Switch, Limit::Services};
    }

    Arrangement run()
    {
        BondPlan &plan = m_made.plan;
        replaceAutomatic(plan.ipv4, plan.ipv6, u"192.0.2.1/24"_s);
        for (qsizetype i = 0; i < plan.vlans.size(); ++i)
            replaceAutomatic(plan.vlans[i].ipv4, plan.vlans[i].ipv6, u"198.51.100.%1/24"_s.arg(i + 1));
        if (plan.slaves.size() < 2)
            limit(Limit::OneSlave);
        collectOwn();
        const auto serve = [this](quint16 vlan, const QString &device, const IpConfig &ipv4, const IpConfig &ipv6) {
            for (const IpConfig *config : {&ipv4, &ipv6})
                serveNetworks(vlan, device, *config);
        };
        serve(0, plan.name, plan.ipv4, plan.ipv6);
        for (const VlanPlan &vlan : std::as_const(plan.vlans))
            serve(vlan.id, vlan.interfaceName(plan.name), vlan.ipv4, vlan.ipv6);
        // Without one, no cable that is pulled would lose a ping.
        if (m_made.targets.isEmpty())
            addNetwork();
        serveTargets(plan.options.arpTargets());
        return m_made;
    }

private:
    void limit(Limit limit)
    {
        if (!m_made.limits.contains(limit))
            m_made.limits.append(limit);
    }

    void replaceAutomatic(IpConfig &ipv4, IpConfig &ipv6, const QString &address)
    {
        if (ipv4.method == IpMethod::Auto || ipv4.method == IpMethod::LinkLocal) {
            ipv4.method = IpMethod::Manual;
            if (ipv4.addresses.isEmpty())
                ipv4.addresses.append(address);
            limit(Limit::Dhcp);
        }
        if (ipv6.method == IpMethod::Auto) {
            ipv6.method = IpMethod::LinkLocal;
            limit(Limit::Autoconfiguration);
        }
    }

    void addNetwork()
    {
        IpConfig &ipv4 = m_made.plan.ipv4;
        ipv4.method = IpMethod::Manual;
        ipv4.addresses.append(u"192.0.2.1/24"_s);
        limit(Limit::NoAddress);
        IpConfig added;
        added.addresses = {u"192.0.2.1/24"_s};
        m_taken += added.networks().first().address;
        serveNetworks(0, m_made.plan.name, added);
    }

    void collectOwn()
    {
        const auto collect = [this](const IpConfig &config) {
            for (const IpNetwork &own : config.networks())
                m_taken.append(own.address);
        };
        collect(m_made.plan.ipv4);
        collect(m_made.plan.ipv6);
        for (const VlanPlan &vlan : std::as_const(m_made.plan.vlans)) {
            collect(vlan.ipv4);
            collect(vlan.ipv6);
        }
    }

    /// False if the address is taken.
    bool answer(quint16 vlan, const IpAddress &address, int prefix)
    {
        if (m_taken.contains(address))
            return false;
        m_taken.append(address);
        m_made.answers.append({vlan, {address, prefix}});
        return true;
    }

    void ping(const QString &device, const IpAddress &address)
    {
        if (address.isLinkLocal() || (!m_made.pingFrom.isEmpty() && m_made.pingFrom != device))
            return;
        if (m_made.targets.size() >= maxTargets)
            return;
        m_made.pingFrom = device;
        m_made.targets.append(address.toString());
    }

    void serveGateway(quint16 vlan, const QString &device, const IpConfig &config, const Written<IpAddress> &gateway)
    {
        if (const auto &address = gateway.value(); address && answer(vlan, *address, prefixOf(config, *address)))
            ping(device, *address);
    }

    void serveNetworks(quint16 vlan, const QString &device, const IpConfig &config)
    {
        serveGateway(vlan, device, config, config.gateway);
        for (const IpRoute &route : config.routes)
            serveGateway(vlan, device, config, route.gateway);
        for (const IpNetwork &own : config.networks()) {
            if (own.address.isLinkLocal())
                continue;
            m_networks.append({vlan, own});
            for (int before = 0, made = 0; before < 200 && made < maxTargets; ++before) {
                const auto free = hostFromTheEnd(own, before);
                if (free && answer(vlan, *free, own.prefix)) {
                    ping(device, *free);
                    ++made;
                }
            }
        }
    }

    static int prefixOf(const IpConfig &config, const IpAddress &address)
    {
        for (const IpNetwork &own : config.networks()) {
            if (own.contains(address))
                return own.prefix;
        }
        return address.isLinkLocal() ? 64 : address.bits();
    }

    void serveTargets(const QStringList &targets)
    {
        for (const QString &text : targets) {
            const auto target = IpAddress::fromString(text.trimmed());
            if (!target)
                continue;
            const auto home = std::find_if(m_networks.cbegin(), m_networks.cend(),
                                           [&target](const Answer &one) { return one.address.contains(*target); });
            if (home == m_networks.cend())
                answer(0, *target, target->isLinkLocal() ? 64 : target->bits());
            else
                answer(home->vlan, *target, home->address.prefix);
        }
    }

    Arrangement m_made;
    QList<IpAddress> m_taken;
    QList<Answer> m_networks; ///< the plan's own
};

} // namespace

Arrangement arrange(const BondPlan &plan)
{
    return Arranger(plan).run();
}

} // namespace bondwright::rehearsal
