// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/plandraft.h"

#include "domain/droppedaddresses.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright
{

namespace
{

QString freeName(const HostFacts &host)
{
    for (int number = 0;; ++number) {
        QString name = u"bond%1"_s.arg(number);
        const auto isTaken = [&name](const BondFacts &bond) { return bond.name == name; };
        if (std::none_of(host.bonds.cbegin(), host.bonds.cend(), isTaken) && !host.nic(name))
            return name;
    }
}

// Also by the spelling of its addresses: "192.0.2.1" equals "192.0.2.1/32", but only one of them is complete.
bool isWrittenAlike(const IpConfig &left, const IpConfig &right)
{
    return left == right && left.addresses.texts() == right.addresses.texts();
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

/// Whether the driver takes some of what differs only while the bond is down, or the addresses are set anew.
bool needsBondDown(const BondPlan &before, const BondPlan &after)
{
    if (before.mode != after.mode || before.ipv4 != after.ipv4 || before.ipv6 != after.ipv6 || before.mac != after.mac)
        return true;
    QSet<QString> names(before.options.keyBegin(), before.options.keyEnd());
    names.unite(QSet<QString>(after.options.keyBegin(), after.options.keyEnd()));
    return std::any_of(names.cbegin(), names.cend(), [&](const QString &name) {
        const OptionSpec *spec = findOption(name);
        const bool differs = before.options.value(name) != after.options.value(name);
        return differs && (!spec || spec->change != OptionChange::AnyTime);
    });
}

/// Files and plans may say num_unsol_na where the table says num_grat_arp.
QStringList spellingsOf(const QString &option)
{
    const OptionSpec *spec = findOption(option);
    return spec ? QStringList{spec->name} + spec->aliases : QStringList{option};
}

} // namespace

PlanDraft::PlanDraft(QObject *parent)
    : QObject(parent)
{
    startNew({});
}

void PlanDraft::startNew(const HostFacts &host)
{
    BondPlan plan;
    plan.name = freeName(host);
    plan.options.insert(u"miimon"_s, u"100"_s);
    plan.ipv4.method = IpMethod::Auto;
    startFrom(plan, host, false);
    m_addressChosen = false;
    m_macChosen = false;
}

void PlanDraft::startFrom(const BondPlan &plan, const HostFacts &host, bool existing)
{
    m_plan = plan;
    m_initial = plan;
    m_host = host;
    m_target = {};
    m_editing = existing ? plan.name : QString();
    m_goal.reset();
    m_monitoring = plan.options.monitorsByArp() ? MonitoringKind::Arp : MonitoringKind::Mii;
    m_parkedPrimary.clear();
    m_pingTarget.clear();
    m_takenFrom.clear();
    m_addressChosen = true;
    m_macChosen = true;
    m_ipv4Changed = false;
    m_ipv6Changed = false;
    touch();
}

void PlanDraft::startCopy(const BondPlan &plan, const HostFacts &host)
{
    BondPlan copy = plan;
    copy.name = freeName(host);
    copy.slaves.clear();
    copy.accept.clear();
    copy.mac.clear();
    for (const QString &named : {u"primary"_s, u"active_slave"_s})
        copy.options.remove(named);
    copy.ipv4 = {};
    copy.ipv4.method = IpMethod::Auto;
    copy.ipv6 = {};
    for (VlanPlan &vlan : copy.vlans) {
        vlan.name.clear();
        vlan.ipv4 = {};
        vlan.ipv6 = {};
    }
    startFrom(copy, host, false);
    m_addressChosen = false;
    m_macChosen = false;
}

void PlanDraft::setHost(const HostFacts &host)
{
    // Most of what the kernel reports (a rate, another bond's slave) does not concern a plan.
    if (m_host == host)
        return;
    m_host = host;
    touch();
}

BondPlan PlanDraft::plan() const
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
    if (!acceptsMode(*findOption(u"prio"), plan.mode) && !plan.accept.contains(u"slaves.prio-mode"_s)) {
        for (SlavePlan &slave : plan.slaves)
            slave.prio.reset();
    }
    if (m_ipv4Changed)
        plan.ipv4 = effective(plan.ipv4);
    if (m_ipv6Changed)
        plan.ipv6 = effective(plan.ipv6);
    for (VlanPlan &vlan : plan.vlans) {
        const auto before = std::find_if(m_initial.vlans.cbegin(), m_initial.vlans.cend(),
                                         [&vlan](const VlanPlan &old) { return old.id == vlan.id; });
        const bool isOld = before != m_initial.vlans.cend();
        if (!isOld || before->ipv4 != vlan.ipv4)
            vlan.ipv4 = effective(vlan.ipv4);
        if (!isOld || before->ipv6 != vlan.ipv6)
            vlan.ipv6 = effective(vlan.ipv6);
    }
    return plan;
}

bool PlanDraft::isModified() const
{
    return plan() != m_initial;
}

const QList<Finding> &PlanDraft::findings() const
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

bool PlanDraft::canApply() const
{
    return !hasErrors(findings());
}

QStringList PlanDraft::likelyInterrupted() const
{
    const auto isInUse = [](const NicFacts *nic) {
        return nic && (nic->carriesSession || nic->carriesDefaultRoute || !nic->addresses.isEmpty());
    };
    const BondPlan now = plan();
    QStringList names;
    if (isInUse(m_host.nic(m_editing)) && needsBondDown(m_initial, now))
        names.append(m_editing);
    for (const SlavePlan &slave : now.slaves) {
        if (isInUse(m_host.nic(slave.name)))
            names.append(slave.name);
    }
    return names;
}

QStringList PlanDraft::droppedAddresses() const
{
    QStringList texts;
    if (m_editing.isEmpty())
        return texts;
    for (const IpNetworks &networks : bondwright::droppedAddresses(m_initial, plan(), m_host)) {
        for (const IpNetwork &network : networks)
            texts.append(network.address.toString());
    }
    return texts;
}

void PlanDraft::setTarget(const Target &target)
{
    if (m_target == target)
        return;
    m_target = target;
    proposeAddress();
    touch();
}

void PlanDraft::setName(const QString &name)
{
    if (m_plan.name == name)
        return;
    m_plan.name = name;
    touch();
}

void PlanDraft::setGoal(Goal goal)
{
    m_goal = goal;
    m_plan.mode = advise(goal, m_host).mode;
    keepMonitored();
    touch();
}

void PlanDraft::setMode(Mode mode)
{
    if (m_plan.mode == mode)
        return;
    m_plan.mode = mode;
    keepMonitored();
    touch();
}

/// As the driver does (bond_option_mode_set): a mode without ARP monitoring goes on with MII.
void PlanDraft::keepMonitored()
{
    if (m_monitoring == MonitoringKind::Arp && !arpPossible() && m_plan.options.number(u"miimon") == 0)
        m_plan.options.insert(u"miimon"_s, usualValue(u"miimon"_s));
}

bool PlanDraft::hasSlave(const QString &nic) const
{
    return m_plan.slaveByName(nic);
}

void PlanDraft::setSlaves(const QStringList &nics)
{
    QList<SlavePlan> next;
    for (const QString &nic : nics) {
        const SlavePlan *now = m_plan.slaveByName(nic);
        const SlavePlan *before = m_initial.slaveByName(nic);
        next.append(now ? *now : before ? *before : SlavePlan{nic, {}, {}, {}});
    }
    if (next == m_plan.slaves)
        return;
    m_plan.slaves = next;
    if (!primary().isEmpty() && !nics.contains(primary())) {
        m_parkedPrimary = m_plan.options.take(u"primary"_s);
    } else if (primary().isEmpty() && nics.contains(m_parkedPrimary)) {
        m_plan.options.insert(u"primary"_s, m_parkedPrimary);
        m_parkedPrimary.clear();
    }
    proposeAddress();
    touch();
}

bool PlanDraft::arpPossible() const
{
    return modeInfo(m_plan.mode).optionGroups.testFlag(OptionGroup::Arp);
}

MonitoringKind PlanDraft::monitoring() const
{
    return arpPossible() ? m_monitoring : MonitoringKind::Mii;
}

void PlanDraft::setMonitoring(MonitoringKind kind)
{
    if (m_monitoring == kind)
        return;
    m_monitoring = kind;
    // Choosing a kind of monitoring switches it on: with an interval of 0 nothing would be monitored.
    const QString interval = kind == MonitoringKind::Arp ? u"arp_interval"_s : u"miimon"_s;
    if (m_plan.options.number(interval) == 0)
        m_plan.options.insert(interval, usualValue(interval));
    if (kind == MonitoringKind::Arp && option(u"arp_ip_target"_s).isEmpty() && !m_plan.ipv4.gateway.isEmpty())
        m_plan.options.insert(u"arp_ip_target"_s, m_plan.ipv4.gateway.text());
    touch();
}

QString PlanDraft::option(const QString &name) const
{
    for (const QString &spelling : spellingsOf(name)) {
        if (const auto at = m_plan.options.constFind(spelling); at != m_plan.options.cend())
            return *at;
    }
    const OptionSpec *spec = findOption(name);
    return spec ? spec->defaultValue : QString();
}

void PlanDraft::setOption(const QString &name, const QString &value)
{
    if (value.isEmpty()) {
        resetOption(name);
        return;
    }
    const QStringList spellings = spellingsOf(name);
    const auto written = std::count_if(spellings.cbegin(), spellings.cend(),
                                       [this](const QString &one) { return m_plan.options.contains(one); });
    if (written == 1 && option(name) == value)
        return;
    for (const QString &spelling : spellings)
        m_plan.options.remove(spelling);
    m_plan.options.insert(name, value);
    touch();
}

QString PlanDraft::usualValue(const QString &name)
{
    if (name == u"miimon")
        return u"100"_s;
    if (name == u"arp_interval")
        return u"1000"_s;
    const OptionSpec *spec = findOption(name);
    return spec ? spec->defaultValue : QString();
}

void PlanDraft::resetOption(const QString &name)
{
    // Back to "monitored": the kernel's default of 0 is never wanted.
    if (name == u"miimon" || name == u"arp_interval") {
        setOption(name, usualValue(name));
        return;
    }
    const QStringList spellings = spellingsOf(name);
    const auto removed = std::count_if(spellings.cbegin(), spellings.cend(),
                                       [this](const QString &one) { return m_plan.options.remove(one) > 0; });
    if (removed > 0)
        touch();
}

std::chrono::milliseconds PlanDraft::worstDetection() const
{
    return plan().options.detectionTime();
}

void PlanDraft::setIpv4(const IpConfig &config)
{
    if (isWrittenAlike(m_plan.ipv4, config))
        return;
    m_ipv4Changed = true;
    m_addressChosen = true;
    m_takenFrom.clear();
    m_plan.ipv4 = config;
    touch();
}

void PlanDraft::setIpv6(const IpConfig &config)
{
    if (isWrittenAlike(m_plan.ipv6, config))
        return;
    m_ipv6Changed = true;
    m_plan.ipv6 = config;
    touch();
}

void PlanDraft::setMac(const Written<BondMac> &mac)
{
    m_macChosen = true;
    if (m_plan.mac == mac)
        return;
    m_plan.mac = mac;
    touch();
}

void PlanDraft::setMtu(std::optional<quint32> mtu)
{
    if (m_plan.mtu == mtu)
        return;
    m_plan.mtu = mtu;
    touch();
}

void PlanDraft::setVlans(const QList<VlanPlan> &vlans)
{
    if (m_plan.vlans == vlans)
        return;
    m_plan.vlans = vlans;
    touch();
}

void PlanDraft::setAutoconnect(bool on)
{
    if (m_plan.autoconnect == on)
        return;
    m_plan.autoconnect = on;
    touch();
}

void PlanDraft::setConfirmWithin(std::chrono::seconds seconds)
{
    m_confirmWithin = std::clamp(seconds, std::chrono::seconds(10), std::chrono::seconds(600));
}

void PlanDraft::setPingTarget(const QString &target)
{
    m_pingTarget = target;
}

void PlanDraft::touch()
{
    m_findingsKnown = false;
    Q_EMIT changed();
}

} // namespace bondwright
