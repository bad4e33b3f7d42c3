// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rehearsal/cabling.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::rehearsal
{

namespace
{

constexpr quint32 switchMtu = 9216; // jumbo frames pass; more only if the plan wants it

} // namespace

Cabling::Cabling(kernel::LinkWriter links, Sandbox &sandbox)
    : m_host(std::move(links))
    , m_sandbox(sandbox)
{
}

Result<void> Cabling::build(const Request &request, const QList<Answer> &answers)
{
    const SwitchNeed need = modeInfo(request.plan.mode).switchNeed;
    auto &links = m_sandbox.switchLinks;
    // The bridge comes first, so that no port has the number that its other end has in the other namespace: the kernel
    // takes such an interface for one without another end, and reports its carrier up to a second late
    // (linkwatch_urgent_event).
    return links.addBridge(u"br0"_s)
        .and_then([&](int bridge) {
            return addCables(request).and_then([&] { return connect(request.switchKind, need, bridge); }).and_then([&] {
                return answerAt(bridge, answers);
            });
        })
        .and_then([&] {
            Result<void> done;
            for (int port : std::as_const(m_ports))
                done = done.and_then([&] { return links.setUp(port, true); });
            return done;
        });
}

Result<void> Cabling::addCables(const Request &request)
{
    const quint32 mtu = std::max(switchMtu, request.plan.mtu.value_or(0));
    for (const SlavePlan &slave : request.plan.slaves) {
        const auto known = std::find_if(request.nics.cbegin(), request.nics.cend(),
                                        [&slave](const StandIn &nic) { return nic.name == slave.name; });
        const MacAddress mac = !slave.mac.value().isEmpty() ? slave.mac.value()
            : known != request.nics.cend()                  ? known->mac
                                                            : MacAddress();
        const QString peer = u"port%1"_s.arg(m_ports.size());
        const auto made = m_host.addVeth(slave.name, mac, peer, m_sandbox.switchNamespace.get());
        if (!made)
            return tl::unexpected(made.error());
        const int port = m_sandbox.switchLinks.index(peer);
        if (const auto done = m_sandbox.switchLinks.setMtu(port, mtu); !done)
            return done;
        m_nics.append(slave.name);
        m_ports.append(port);
    }
    return {};
}

Result<int> Cabling::addGroup(const QString &name, SwitchNeed need, int bridge)
{
    QMap<QString, QString> options{{u"miimon"_s, u"50"_s}, {u"xmit_hash_policy"_s, u"layer3+4"_s}};
    if (need == SwitchNeed::Lacp) {
        options.insert(u"mode"_s, kernelName(Mode::Ieee8023ad));
        options.insert(u"lacp_rate"_s, u"fast"_s);
    } else {
        options.insert(u"mode"_s, kernelName(Mode::BalanceXor));
    }
    auto &links = m_sandbox.switchLinks;
    // A bond gives its ports its own MTU.
    return links.addBond(name, options).and_then([&](int group) {
        return links.setMtu(group, switchMtu).and_then([&] { return links.enslave(group, bridge); }).map([&] {
            return group;
        });
    });
}

Result<void> Cabling::connect(SwitchKind kind, SwitchNeed need, int bridge)
{
    auto &links = m_sandbox.switchLinks;
    QList<int> masters{bridge};
    if (kind == SwitchKind::Two) {
        const auto second = links.addBridge(u"br1"_s);
        if (!second)
            return tl::unexpected(second.error());
        masters.append(*second);
        if (need == SwitchNeed::Nothing) {
            if (const auto done = linkBridges(bridge, *second); !done)
                return done;
        }
    } else {
        need = kind == SwitchKind::Lacp  ? SwitchNeed::Lacp
            : kind == SwitchKind::Static ? SwitchNeed::StaticLag
                                         : SwitchNeed::Nothing;
    }
    QList<int> toOpen = masters;
    if (need != SwitchNeed::Nothing) {
        for (int i = 0; i < masters.size(); ++i) {
            const auto group = addGroup(u"lag%1"_s.arg(i), need, masters.at(i));
            if (!group)
                return tl::unexpected(group.error());
            masters[i] = *group;
            toOpen.append(*group);
        }
    }
    for (int i = 0; i < m_ports.size(); ++i) {
        if (const auto done = links.enslave(m_ports.at(i), masters.at(i % masters.size())); !done)
            return done;
    }
    // After the ports: a bond that is up when it gets its first one waits 8 s before it chooses an aggregator
    // (bond_3ad_initialize), else a tick (bond_open).
    for (int each : std::as_const(toOpen)) {
        if (const auto done = links.setUp(each, true); !done)
            return done;
    }
    return {};
}

Result<void> Cabling::linkBridges(int first, int second)
{
    auto &links = m_sandbox.switchLinks;
    const auto uplink = links.addVeth(u"uplink0"_s, {}, u"uplink1"_s, m_sandbox.switchNamespace.get());
    if (!uplink)
        return tl::unexpected(uplink.error());
    const int other = links.index(u"uplink1"_s);
    return links.enslave(*uplink, first)
        .and_then([&] { return links.enslave(other, second); })
        .and_then([&] { return links.setUp(*uplink, true); })
        .and_then([&] { return links.setUp(other, true); });
}

Result<void> Cabling::answerAt(int bridge, const QList<Answer> &answers)
{
    auto &links = m_sandbox.switchLinks;
    QMap<quint16, int> interfaces{{0, bridge}};
    for (const Answer &answer : answers) {
        if (!interfaces.contains(answer.vlan)) {
            const auto vlan = links.addVlan(u"br0.%1"_s.arg(answer.vlan), bridge, answer.vlan);
            if (!vlan)
                return tl::unexpected(vlan.error());
            if (const auto done = links.setUp(*vlan, true); !done)
                return done;
            interfaces.insert(answer.vlan, *vlan);
        }
        const auto done = m_sandbox.switchAddresses.addAddress(interfaces.value(answer.vlan), answer.address);
        if (!done)
            return done;
    }
    return {};
}

Result<void> Cabling::setPlugged(const QString &nic, bool plugged)
{
    return m_sandbox.switchLinks.setUp(m_ports.value(m_nics.indexOf(nic)), plugged);
}

} // namespace bondwright::rehearsal
