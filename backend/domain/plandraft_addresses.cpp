// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which addresses move from a NIC to the bond.

#include "domain/plandraft.h"

using namespace Qt::StringLiterals;

namespace bondwright
{

namespace
{

using enum IpAddress::Family;

IpNetworks addressesOf(const NicFacts &nic, IpAddress::Family family)
{
    IpNetworks found;
    for (const IpNetwork &network : nic.addresses) {
        if (network.address.family() == family && !network.address.isLinkLocal())
            found.append(network);
    }
    return found;
}

} // namespace

QStringList PlanDraft::takeOverCandidates() const
{
    QStringList names;
    if (m_target.kind != TargetKind::ThisHost)
        return names; // its NICs have the same names, not the same addresses
    for (const SlavePlan &slave : m_plan.slaves) {
        const NicFacts *nic = m_host.nic(slave.name);
        if (!nic || (addressesOf(*nic, V4).isEmpty() && addressesOf(*nic, V6).isEmpty()))
            continue;
        if (nic->carriesDefaultRoute)
            names.prepend(nic->name);
        else
            names.append(nic->name);
    }
    return names;
}

void PlanDraft::takeOver(const QString &nic)
{
    const NicFacts *facts = m_host.nic(nic);
    if (!facts)
        return;
    m_addressChosen = true;
    applyTakeOver(*facts);
    touch();
}

void PlanDraft::takeFamily(const NicFacts &nic, IpAddress::Family family, IpConfig &config) const
{
    const IpNetworks all = addressesOf(nic, family);
    IpNetworks byHand = all;
    byHand.removeIf([&nic](const IpNetwork &network) { return nic.leasedAddresses.contains(network); });
    config.addresses.clear();
    config.gateway.clear();
    config.dns.clear();
    // A lease stays with its server: kept as a fixed address, the server would give it to another host one day.
    config.method = all.isEmpty() ? IpMethod::Disabled : byHand.isEmpty() ? IpMethod::Auto : IpMethod::Manual;
    if (config.method != IpMethod::Manual)
        return;
    config.addresses = byHand.toStrings();
    if (const auto &gateway = family == V6 ? nic.ipv6Gateway : nic.gateway; gateway && gateway->family() == family)
        config.gateway = *gateway;
    for (const IpAddress &server : m_host.dns) {
        if (server.family() == family)
            config.dns.append(server);
    }
}

void PlanDraft::applyTakeOver(const NicFacts &nic)
{
    m_takenFrom = nic.name;
    m_ipv4Changed = true;
    takeFamily(nic, V4, m_plan.ipv4);
    m_ipv6Changed = true;
    takeFamily(nic, V6, m_plan.ipv6);
    // Neighbours and DHCP server know this NIC's MAC; the bond gets the first NIC's by itself.
    if (!m_macChosen) {
        const bool isFirst = !m_plan.slaves.isEmpty() && m_plan.slaves.constFirst().name == nic.name;
        m_plan.mac = isFirst ? BondMac() : BondMac::ofNic(nic.name);
    }
}

void PlanDraft::proposeAddress()
{
    if (m_addressChosen)
        return;
    const QStringList candidates = takeOverCandidates();
    if (!candidates.isEmpty()) {
        applyTakeOver(*m_host.nic(candidates.constFirst()));
        return;
    }
    if (!m_takenFrom.isEmpty()) {
        m_takenFrom.clear();
        m_plan.ipv4 = IpConfig{};
        m_plan.ipv4.method = IpMethod::Auto;
        m_plan.ipv6 = m_initial.ipv6;
        if (!m_macChosen)
            m_plan.mac.clear();
    }
}

} // namespace bondwright
