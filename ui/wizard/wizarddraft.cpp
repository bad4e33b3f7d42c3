// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/wizarddraft.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

namespace
{

QString freeName(const HostFacts &host)
{
    for (int number = 0;; ++number) {
        const QString name = u"bond%1"_s.arg(number);
        const auto isTaken = [&name](const BondFacts &bond) { return bond.name == name; };
        if (std::none_of(host.bonds.cbegin(), host.bonds.cend(), isTaken) && !host.nic(name))
            return name;
    }
}

// Members that mean nothing with a method are parked, not sent: NetworkManager refuses a gateway without
// addresses, and a disabled family has no servers.
IpConfig effective(const IpConfig &config)
{
    IpConfig result = config;
    switch (config.method) {
    case IpMethod::Disabled:
    case IpMethod::LinkLocal:
        result = IpConfig{};
        result.method = config.method;
        break;
    case IpMethod::Auto:
        result.addresses.clear();
        result.gateway.clear();
        break;
    case IpMethod::Manual:
        break;
    }
    return result;
}

bool isLinkLocal(const QString &address)
{
    return address.startsWith(u"fe80:", Qt::CaseInsensitive) || address.startsWith(u"169.254.");
}

QStringList addressesOf(const NicFacts &nic, bool ipv6)
{
    QStringList found;
    for (const QString &address : nic.addresses) {
        if (address.contains(u':') == ipv6 && !isLinkLocal(address))
            found.append(address);
    }
    return found;
}

bool isMonitoringOption(const OptionSpec &spec)
{
    return spec.groups.testAnyFlags(OptionGroup::Monitoring | OptionGroup::Arp);
}

} // namespace

WizardDraft::WizardDraft(QObject *parent)
    : QObject(parent)
{
    startNew({});
}

void WizardDraft::startNew(const HostFacts &host)
{
    BondPlan plan;
    plan.name = freeName(host);
    plan.options.insert(u"miimon"_s, u"100"_s);
    plan.ipv4.method = IpMethod::Auto;
    startFrom(plan, host, false);
    m_addressChosen = false;
    m_macChosen = false;
}

void WizardDraft::startFrom(const BondPlan &plan, const HostFacts &host, bool existing)
{
    m_plan = plan;
    m_initial = plan;
    m_host = host;
    m_editing = existing ? plan.name : QString();
    m_goal.reset();
    m_monitoring = plan.options.value(u"arp_interval"_s, u"0"_s) != u"0" ? MonitoringKind::Arp : MonitoringKind::Mii;
    m_parkedPrimary.clear();
    m_takenFrom.clear();
    m_addressChosen = true;
    m_macChosen = true;
    m_ipv4Changed = false;
    m_ipv6Changed = false;
    touch();
}

void WizardDraft::setHost(const HostFacts &host)
{
    // Most of what the kernel reports (a rate, another bond's slave) is no news for a plan.
    if (m_host == host)
        return;
    m_host = host;
    touch();
}

BondPlan WizardDraft::plan() const
{
    BondPlan plan = m_plan;
    const MonitoringKind watched = monitoring();
    plan.options.removeIf([&](const std::pair<const QString &, QString &> entry) {
        const OptionSpec *spec = findOption(entry.first);
        if (!spec)
            return false; // not ours to judge: check() reports it
        if (!acceptsMode(*spec, plan.mode))
            return true;
        const bool parkedMii = watched == MonitoringKind::Arp && spec->groups.testFlag(OptionGroup::Monitoring);
        const bool parkedArp = watched == MonitoringKind::Mii && spec->groups.testFlag(OptionGroup::Arp);
        return parkedMii || parkedArp;
    });
    if (m_ipv4Changed)
        plan.ipv4 = effective(plan.ipv4);
    if (m_ipv6Changed)
        plan.ipv6 = effective(plan.ipv6);
    return plan;
}

bool WizardDraft::isModified() const
{
    return plan() != m_initial;
}

const QList<Finding> &WizardDraft::findings() const
{
    if (!m_findingsKnown) {
        HostFacts host = m_host;
        if (m_target.kind != TargetKind::ThisHost)
            host = HostFacts{};
        m_findings = check(plan(), host, m_editing);
        m_findingsKnown = true;
    }
    return m_findings;
}

QList<Finding> WizardDraft::findingsOn(PageId page) const
{
    QList<Finding> result;
    for (const Finding &finding : findings()) {
        if (pageOfField(finding.field) == page)
            result.append(finding);
    }
    return result;
}

bool WizardDraft::canApply() const
{
    return !hasErrors(findings());
}

PageId WizardDraft::pageOfField(const QString &field)
{
    if (field.startsWith(u"slaves"))
        return PageId::Nics;
    if (field.startsWith(u"options")) {
        const QString name = field.section(u'.', 1);
        if (name == u"primary")
            return PageId::Nics;
        const OptionSpec *spec = findOption(name);
        return name.isEmpty() || (spec && isMonitoringOption(*spec)) ? PageId::Monitoring : PageId::Options;
    }
    if (field.isEmpty() || field.startsWith(u"name") || field.startsWith(u"mode"))
        return PageId::Mode;
    return PageId::Address;
}

void WizardDraft::setTarget(const Target &target)
{
    if (m_target == target)
        return;
    m_target = target;
    touch();
}

void WizardDraft::setName(const QString &name)
{
    if (m_plan.name == name)
        return;
    m_plan.name = name;
    touch();
}

void WizardDraft::setGoal(Goal goal)
{
    m_goal = goal;
    m_plan.mode = advise(goal, m_host).mode;
    touch();
}

void WizardDraft::setMode(Mode mode)
{
    if (m_plan.mode == mode)
        return;
    m_plan.mode = mode;
    touch();
}

bool WizardDraft::hasSlave(const QString &nic) const
{
    const auto isIt = [&nic](const SlavePlan &slave) { return slave.name == nic; };
    return std::any_of(m_plan.slaves.cbegin(), m_plan.slaves.cend(), isIt);
}

void WizardDraft::setSlaveChosen(const QString &nic, bool chosen)
{
    if (hasSlave(nic) == chosen)
        return;
    if (chosen) {
        // A card of the edited bond comes back with all it had (queue id, priority, MAC).
        SlavePlan slave{nic, {}, {}, {}};
        for (const SlavePlan &before : m_initial.slaves) {
            if (before.name == nic)
                slave = before;
        }
        m_plan.slaves.append(slave);
        if (m_parkedPrimary == nic) {
            m_plan.options.insert(u"primary"_s, nic);
            m_parkedPrimary.clear();
        }
    } else {
        m_plan.slaves.removeIf([&nic](const SlavePlan &slave) { return slave.name == nic; });
        if (primary() == nic) {
            m_plan.options.remove(u"primary"_s);
            m_parkedPrimary = nic;
        }
    }
    proposeAddress();
    touch();
}

void WizardDraft::moveSlave(qsizetype from, qsizetype to)
{
    const qsizetype count = m_plan.slaves.size();
    if (from == to || from < 0 || to < 0 || from >= count || to >= count)
        return;
    m_plan.slaves.move(from, to);
    proposeAddress();
    touch();
}

void WizardDraft::setSlave(qsizetype at, const SlavePlan &slave)
{
    if (at < 0 || at >= m_plan.slaves.size() || m_plan.slaves.at(at) == slave)
        return;
    m_plan.slaves[at] = slave;
    touch();
}

bool WizardDraft::arpPossible() const
{
    return modeInfo(m_plan.mode).optionGroups.testFlag(OptionGroup::Arp);
}

MonitoringKind WizardDraft::monitoring() const
{
    return arpPossible() ? m_monitoring : MonitoringKind::Mii;
}

void WizardDraft::setMonitoring(MonitoringKind kind)
{
    if (m_monitoring == kind)
        return;
    m_monitoring = kind;
    // Choosing a way to watch the links switches it on: an interval of 0 would watch nothing.
    const QString interval = kind == MonitoringKind::Arp ? u"arp_interval"_s : u"miimon"_s;
    if (option(interval) == u"0" || option(interval).isEmpty())
        m_plan.options.insert(interval, usualValue(interval));
    if (kind == MonitoringKind::Arp && option(u"arp_ip_target"_s).isEmpty() && !m_plan.ipv4.gateway.isEmpty())
        m_plan.options.insert(u"arp_ip_target"_s, m_plan.ipv4.gateway);
    touch();
}

QString WizardDraft::option(const QString &name) const
{
    const auto at = m_plan.options.constFind(name);
    if (at != m_plan.options.cend())
        return *at;
    const OptionSpec *spec = findOption(name);
    return spec ? spec->defaultValue : QString();
}

void WizardDraft::setOption(const QString &name, const QString &value)
{
    if (value.isEmpty()) {
        resetOption(name);
        return;
    }
    if (m_plan.options.value(name) == value)
        return;
    m_plan.options.insert(name, value);
    touch();
}

QString WizardDraft::usualValue(const QString &name)
{
    if (name == u"miimon")
        return u"100"_s;
    if (name == u"arp_interval")
        return u"1000"_s;
    const OptionSpec *spec = findOption(name);
    return spec ? spec->defaultValue : QString();
}

void WizardDraft::resetOption(const QString &name)
{
    // Back to "watched": the kernel's default of 0 is what nobody wants.
    if (name == u"miimon" || name == u"arp_interval") {
        setOption(name, usualValue(name));
        return;
    }
    if (m_plan.options.remove(name) > 0)
        touch();
}

std::chrono::milliseconds WizardDraft::worstDetection() const
{
    const auto number = [this](const QString &name) { return std::chrono::milliseconds(option(name).toInt()); };
    if (monitoring() == MonitoringKind::Mii)
        return number(u"miimon"_s) + number(u"downdelay"_s);
    // bond_activebackup_arp_mon: a slave is down after arp_missed_max + 1 intervals without an answer.
    const int missed = std::max(1, option(u"arp_missed_max"_s).toInt());
    return number(u"arp_interval"_s) * (missed + 1);
}

void WizardDraft::setIpv4(const IpConfig &config)
{
    if (m_plan.ipv4 == config)
        return;
    m_ipv4Changed = true;
    m_addressChosen = true;
    m_takenFrom.clear();
    m_plan.ipv4 = config;
    touch();
}

void WizardDraft::setIpv6(const IpConfig &config)
{
    if (m_plan.ipv6 == config)
        return;
    m_ipv6Changed = true;
    m_plan.ipv6 = config;
    touch();
}

QStringList WizardDraft::takeOverCandidates() const
{
    QStringList names;
    for (const SlavePlan &slave : m_plan.slaves) {
        const NicFacts *nic = m_host.nic(slave.name);
        if (!nic || (addressesOf(*nic, false).isEmpty() && addressesOf(*nic, true).isEmpty()))
            continue;
        if (nic->carriesDefaultRoute)
            names.prepend(nic->name);
        else
            names.append(nic->name);
    }
    return names;
}

void WizardDraft::takeOver(const QString &nic)
{
    const NicFacts *facts = m_host.nic(nic);
    if (!facts)
        return;
    m_addressChosen = true;
    applyTakeOver(*facts);
    touch();
}

void WizardDraft::takeFamily(const NicFacts &nic, bool ipv6, IpConfig &config) const
{
    const QStringList all = addressesOf(nic, ipv6);
    QStringList byHand;
    for (const QString &address : all) {
        if (!nic.leasedAddresses.contains(address))
            byHand.append(address);
    }
    config.addresses.clear();
    config.gateway.clear();
    config.dns.clear();
    // A lease goes on with whoever gave it: written down as an address by hand it would be given to another one day.
    config.method = all.isEmpty() ? IpMethod::Disabled : byHand.isEmpty() ? IpMethod::Auto : IpMethod::Manual;
    if (config.method != IpMethod::Manual)
        return;
    config.addresses = byHand;
    config.gateway = ipv6 ? nic.ipv6Gateway : nic.gateway.contains(u':') ? QString() : nic.gateway;
    for (const QString &server : m_host.dns) {
        // "address" or "address%nic"
        const QString address = server.section(u'%', 0, 0);
        if (address.contains(u':') == ipv6 && (!server.contains(u'%') || server.section(u'%', 1) == nic.name))
            config.dns.append(address);
    }
}

void WizardDraft::applyTakeOver(const NicFacts &nic)
{
    m_takenFrom = nic.name;
    m_ipv4Changed = true;
    takeFamily(nic, false, m_plan.ipv4);
    m_ipv6Changed = true;
    takeFamily(nic, true, m_plan.ipv6);
    // Neighbours and DHCP server know this card's MAC; the bond gets the first card's by itself.
    if (!m_macChosen) {
        const bool isFirst = !m_plan.slaves.isEmpty() && m_plan.slaves.constFirst().name == nic.name;
        m_plan.mac = isFirst ? QString() : permanentMacOf(nic.name);
    }
}

void WizardDraft::proposeAddress()
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

void WizardDraft::setMac(const QString &mac)
{
    m_macChosen = true;
    if (m_plan.mac == mac)
        return;
    m_plan.mac = mac;
    touch();
}

void WizardDraft::setMtu(std::optional<quint32> mtu)
{
    if (m_plan.mtu == mtu)
        return;
    m_plan.mtu = mtu;
    touch();
}

void WizardDraft::setVlans(const QList<VlanPlan> &vlans)
{
    if (m_plan.vlans == vlans)
        return;
    m_plan.vlans = vlans;
    touch();
}

void WizardDraft::setAutoconnect(bool on)
{
    if (m_plan.autoconnect == on)
        return;
    m_plan.autoconnect = on;
    touch();
}

void WizardDraft::setConfirmWithin(std::chrono::seconds seconds)
{
    m_confirmWithin = std::clamp(seconds, std::chrono::seconds(10), std::chrono::seconds(600));
}

void WizardDraft::setPingTarget(const QString &target)
{
    m_pingTarget = target;
}

void WizardDraft::touch()
{
    m_findingsKnown = false;
    Q_EMIT changed();
}

} // namespace bondwright::ui
