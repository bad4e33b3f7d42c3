// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/wicked/wickedwriter.h"

#include "domain/errorcode.h"
#include "domain/findings.h"
#include "domain/nametable.h"
#include "domain/options.h"
#include "formats/findinglist.h"
#include "formats/ifcfg/addresstext.h"
#include "formats/losses.h"
#include "formats/spelling.h"
#include "formats/wicked/ifroutes.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace bondwright::formats::wicked
{

namespace
{

QString ifcfgPathOf(const QString &interface)
{
    return QLatin1StringView(configFolder) + u"ifcfg-"_s + interface;
}

bool isAnyOf(const QString &text, std::initializer_list<QLatin1StringView> words)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

/// ni_bonding_set_option(), and ni_bonding_validate(), after which wicked makes no bond at all.
bool isTaken(const OptionSpec &spec, const QString &value, const BondPlan &plan)
{
    if (isAnyOf(spec.name,
                {"peer_notif_delay"_L1, "ns_ip6_target"_L1, "arp_missed_max"_L1, "lacp_active"_L1, "lacp_strict"_L1,
                 "coupled_control"_L1, "broadcast_neighbor"_L1}))
        return false;
    if (spec.name == u"ad_select" && plan.options.selectsByPortPriority())
        return false;
    if (spec.name == u"xmit_hash_policy")
        return plan.options.xmitPolicy() != XmitPolicy::VlanSrcMac
            && (plan.mode == Mode::BalanceXor || plan.mode == Mode::Ieee8023ad);
    if (spec.name == u"tlb_dynamic_lb")
        return plan.mode == Mode::BalanceTlb;
    if (spec.name == u"arp_validate")
        return plan.mode == Mode::ActiveBackup;
    if (isAnyOf(spec.name, {"updelay"_L1, "downdelay"_L1}))
        return value.toLongLong() >= plan.options.number(u"miimon");
    if (isAnyOf(spec.name,
                {"lacp_rate"_L1, "ad_select"_L1, "min_links"_L1, "fail_over_mac"_L1, "num_grat_arp"_L1,
                 "resend_igmp"_L1, "packets_per_slave"_L1, "primary_reselect"_L1, "primary"_L1}))
        return actsInMode(spec, plan.mode);
    return true;
}

/// Flags are numbers to it, all else may have the kernel's names.
QString spelled(const OptionSpec &spec, const QString &value)
{
    if (spec.kind != OptionKind::Bool)
        return value;
    const auto number = valueIn(spec.names, value);
    return number ? QString::number(*number) : value;
}

QString bootProtocol(const IpConfig &ipv4, const IpConfig &ipv6)
{
    QStringList ways;
    if (ipv4.method == IpMethod::Auto)
        ways.append(u"dhcp4"_s);
    if (ipv6.method == IpMethod::Auto)
        ways.append(u"auto6"_s);
    const bool hasAddresses = !ipv4.addresses.isEmpty() || !ipv6.addresses.isEmpty();
    return !ways.isEmpty() ? ways.join(u'+') : hasAddresses ? u"static"_s : u"none"_s;
}

using Addresses = QList<Written<IpNetwork>>;

/// Those of IPv4 first, as in plans.
Addresses inOrder(const QList<SuffixedAddress> &said)
{
    Addresses addresses;
    for (const bool v6 : {false, true}) {
        for (const SuffixedAddress &one : said) {
            if (!one.address.isEmpty() && one.address.text().contains(u':') == v6)
                addresses.append(one.address);
        }
    }
    return addresses;
}

QByteArrayList stemsBeside()
{
    return {"BROADCAST", "LABEL", "REMOTE_IPADDR", "SCOPE"};
}

/// With all else that is said of it.
void takeAddress(ShellFile *file, const QByteArray &suffix, bool keepsKey = false)
{
    file->removeIf([&](const QByteArray &key) {
        static const QByteArrayList stems = stemsBeside() + QByteArrayList{"PREFIXLEN", "NETMASK"};
        return (!keepsKey && key == "IPADDR" + suffix)
            || std::any_of(stems.cbegin(), stems.cend(), [&](const auto &stem) { return key == stem + suffix; });
    });
}

/// What is there already stays as it is; others take the places of those that go.
void putAddresses(ShellFile *file, const Addresses &wanted)
{
    Addresses missing = wanted;
    QByteArrayList free;
    for (const SuffixedAddress &said : addressesIn(*file)) {
        if (!missing.removeOne(said.address))
            free.append(said.suffix);
    }
    for (const QByteArray &suffix : std::as_const(free)) {
        takeAddress(file, suffix, !missing.isEmpty());
        if (!missing.isEmpty())
            file->set("IPADDR" + suffix, missing.takeFirst().text());
    }
    for (int number = 0; !missing.isEmpty(); ++number) {
        const QByteArray key = number == 0 ? QByteArray("IPADDR") : "IPADDR_" + QByteArray::number(number);
        if (!file->contains(key))
            file->set(key, missing.takeFirst().text());
    }
}

/// All of them anew, each with what is said of it.
void reorderAddresses(ShellFile *file, const Addresses &wanted)
{
    struct Said {
        Written<IpNetwork> address;
        QByteArray stem;
        QString text;
    };
    QList<Said> all;
    for (const SuffixedAddress &one : addressesIn(*file)) {
        for (const QByteArray &stem : stemsBeside()) {
            if (file->contains(stem + one.suffix))
                all.append({one.address, stem, file->text(stem + one.suffix)});
        }
        takeAddress(file, one.suffix);
    }
    putAddresses(file, wanted);
    for (const SuffixedAddress &one : addressesIn(*file)) {
        for (const Said &said : std::as_const(all)) {
            if (said.address == one.address)
                file->set(said.stem + one.suffix, said.text);
        }
    }
}

void writeAddresses(ShellFile *file, const IpConfig &ipv4, const IpConfig &ipv6, const IpConfig *old4,
                    const IpConfig *old6)
{
    const bool isSame = old4 && old4->method == ipv4.method && old6->method == ipv6.method
        && old4->addresses == ipv4.addresses && old6->addresses == ipv6.addresses;
    if (isSame)
        return;
    file->set("BOOTPROTO", bootProtocol(ipv4, ipv6));
    file->removeIf([](const QByteArray &key) { return key == "NETWORK"; });
    const Addresses wanted = ipv4.addresses + ipv6.addresses;
    putAddresses(file, wanted);
    if (inOrder(addressesIn(*file)) != wanted)
        reorderAddresses(file, wanted);
}

void writeStart(ShellFile *file, bool autoconnect, bool isRight)
{
    if (!isRight)
        file->set("STARTMODE", autoconnect ? u"auto"_s : u"manual"_s);
}

QString numberOrNothing(const std::optional<quint32> &number)
{
    return number ? QString::number(*number) : QString();
}

/// Of a bond or a VLAN.
ifcfg::IpPair ipOf(const auto &plan)
{
    return {plan.ipv4, plan.ipv6};
}

} // namespace

QList<SuffixedAddress> addressesIn(const ShellFile &file)
{
    constexpr QByteArrayView stem("IPADDR");
    QList<SuffixedAddress> addresses;
    for (const QByteArray &key : file.keys()) {
        if (!key.startsWith(stem))
            continue;
        const QByteArray suffix = key.mid(stem.size());
        QString text = file.text(key);
        if (!text.contains(u'/')) {
            const QString prefix = file.text("PREFIXLEN" + suffix);
            const int bits = ifcfg::prefixFromNetmask(file.text("NETMASK" + suffix)).value_or(-1);
            text += u'/' + (prefix.isEmpty() ? QString::number(bits) : prefix);
        }
        addresses.append({suffix, IpNetwork::fromString(text)});
    }
    return addresses;
}

WickedWriter::WickedWriter(const FileSnapshot &snapshot)
    : m_snapshot(snapshot)
{
}

ShellFile WickedWriter::file(const QString &interface) const
{
    const FileState *state = m_snapshot.find(ifcfgPathOf(interface));
    return ShellFile(state ? state->content : QByteArray());
}

void WickedWriter::put(const QString &interface, const ShellFile &file)
{
    const QString path = ifcfgPathOf(interface);
    m_rendering.changes.add(m_snapshot.change(path, file.toBytes()));
    if (file.refusedLine() == 0 || m_refusal)
        return;
    m_refusal = Error{
        u"wicked.uncertain"_s,
        QCoreApplication::translate("formats",
                                    "“%1” cannot be changed: what line %2 makes of it is known to a shell only.")
            .arg(path)
            .arg(file.refusedLine()),
        QCoreApplication::translate("formats", "Correct that line, or make it a plain KEY=value, and try again.")};
}

void WickedWriter::putRoutes(const QString &interface, const ifcfg::IpPair &old, const ifcfg::IpPair &wanted)
{
    // All interfaces share the file "routes": it may have been changed for another one.
    const FileSnapshot now = m_snapshot.with(m_rendering.changes);
    for (const FileChange &change : routeChanges(now, {interface, old}, wanted).files) {
        m_rendering.changes.files.removeIf([&](const FileChange &other) { return other.path == change.path; });
        m_rendering.changes.add(m_snapshot.change(change.path, change.newText));
    }
}

void WickedWriter::removeFiles(const QString &interface, const ifcfg::IpPair &old)
{
    m_rendering.changes.add(m_snapshot.change(ifcfgPathOf(interface), std::nullopt));
    putRoutes(interface, old, {});
    const QString routes = QLatin1StringView(configFolder) + u"ifroute-"_s + interface;
    m_rendering.changes.files.removeIf([&](const FileChange &other) { return other.path == routes; });
    if (m_snapshot.find(routes))
        m_rendering.changes.add(m_snapshot.change(routes, std::nullopt));
}

/// Only a file that just made the NIC a port is removed; what others were before is not known.
void WickedWriter::releasePort(const QString &nic)
{
    const QList<QByteArray> keys = file(nic).keys();
    const bool isOurs = std::all_of(keys.cbegin(), keys.cend(),
                                    [](const QByteArray &key) { return key == "BOOTPROTO" || key == "STARTMODE"; });
    if (isOurs && m_snapshot.find(ifcfgPathOf(nic)))
        m_rendering.changes.add(m_snapshot.change(ifcfgPathOf(nic), std::nullopt));
}

void WickedWriter::writePort(const QString &nic)
{
    ShellFile port = file(nic);
    port.set("BOOTPROTO", u"none"_s); // addresses in it may stay: they are not read now
    if (!isAnyOf(port.text("STARTMODE"), {"auto"_L1, "hotplug"_L1, "nfsroot"_L1}))
        port.set("STARTMODE", u"hotplug"_s);
    put(nic, port);
}

QString WickedWriter::optionText(const BondPlan &plan)
{
    QStringList words{u"mode="_s + kernelName(plan.mode)};
    if (plan.options.isSet(u"active_slave"))
        m_rendering.findings.append(runtimeOption(u"active_slave"_s));
    const BondOptions wanted = essence(plan).options;
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
        const OptionSpec *spec = findOption(it.key());
        if (spec && isTaken(*spec, it.value(), plan)) {
            words.append(it.key() + u'=' + spelled(*spec, it.value()));
            continue;
        }
        m_rendering.findings.append(
            finding(Severity::Error, errorcode::optionUnsaid, u"options."_s + it.key(),
                    QCoreApplication::translate("formats", "%1 cannot set “%2” to “%3” in this mode.")
                        .arg(u"wicked"_s, it.key(), it.value()),
                    QCoreApplication::translate("formats", "Leave it out, or take another format.")));
    }
    return words.join(u' ');
}

/// What it makes no bond of, though the kernel would.
void WickedWriter::judge(const BondPlan &plan)
{
    if (plan.options.monitorsByMii() == plan.options.monitorsByArp())
        m_rendering.findings.append(
            finding(Severity::Error, u"wicked.monitoring"_s, u"options.miimon"_s,
                    QCoreApplication::translate("formats", "wicked wants exactly one of miimon and ARP monitoring."),
                    QCoreApplication::translate("formats", "Set miimon, e.g. to 100.")));
    if (plan.slaves.isEmpty())
        m_rendering.findings.append(
            finding(Severity::Error, u"wicked.ports"_s, u"slaves"_s,
                    QCoreApplication::translate("formats", "wicked makes no bond without slaves."),
                    QCoreApplication::translate("formats", "Choose at least one NIC.")));
}

void WickedWriter::writeVlan(const VlanPlan &vlan, const BondPlan &plan, const VlanPlan *old, bool startIsRight)
{
    const QString name = vlan.interfaceName(plan.name);
    ShellFile text = file(name);
    text.set("ETHERDEVICE", plan.name);
    if (!old || old->id != vlan.id)
        text.set("VLAN_ID", QString::number(vlan.id));
    writeStart(&text, plan.autoconnect, old && startIsRight);
    if (!old || old->mtu != vlan.mtu)
        text.setOrRemove("MTU", numberOrNothing(vlan.mtu));
    writeAddresses(&text, vlan.ipv4, vlan.ipv6, old ? &old->ipv4 : nullptr, old ? &old->ipv6 : nullptr);
    put(name, text);
}

void WickedWriter::writeVlans(const BondPlan &plan, const BondPlan *old)
{
    const QList<VlanPlan> before = old ? old->vlans : QList<VlanPlan>();
    const auto named = [&](const QList<VlanPlan> &vlans, const QString &name) -> const VlanPlan * {
        const auto it = std::find_if(vlans.cbegin(), vlans.cend(),
                                     [&](const VlanPlan &v) { return v.interfaceName(plan.name) == name; });
        return it == vlans.cend() ? nullptr : &*it;
    };
    for (const VlanPlan &vlan : before) {
        if (!named(plan.vlans, vlan.interfaceName(plan.name)))
            removeFiles(vlan.interfaceName(plan.name), ipOf(vlan));
    }
    for (const VlanPlan &vlan : plan.vlans) {
        const VlanPlan *former = named(before, vlan.interfaceName(plan.name));
        writeVlan(vlan, plan, former, old && old->autoconnect == plan.autoconnect);
        if (!former || ipOf(*former) != ipOf(vlan))
            putRoutes(vlan.interfaceName(plan.name), former ? ipOf(*former) : ifcfg::IpPair(), ipOf(vlan));
    }
}

Result<void> WickedWriter::write(const BondPlan &plan, const FoundBond *found)
{
    judge(plan);
    const BondPlan *old = found ? &found->plan : nullptr;
    ShellFile bond = file(plan.name);
    if (!old)
        bond.set("BONDING_MASTER", u"yes"_s);
    writeStart(&bond, plan.autoconnect, old && old->autoconnect == plan.autoconnect);
    const QString options = optionText(plan); // also names what cannot be said
    if (!old || old->mode != plan.mode || old->options.canonical() != plan.options.canonical())
        bond.set("BONDING_MODULE_OPTS", options);
    if (!old || old->slaveNames() != plan.slaveNames()) {
        bond.removeIf([](const QByteArray &key) { return key.startsWith("BONDING_SLAVE"); });
        for (qsizetype i = 0; i < plan.slaves.size(); ++i)
            bond.set("BONDING_SLAVE_" + QByteArray::number(i), plan.slaves.at(i).name);
    }
    if (!old || old->mtu != plan.mtu)
        bond.setOrRemove("MTU", numberOrNothing(plan.mtu));
    if (!old || old->mac != plan.mac)
        bond.setOrRemove("LLADDR", plan.mac.isEmpty() ? QString() : plan.mac.text());
    writeAddresses(&bond, plan.ipv4, plan.ipv6, old ? &old->ipv4 : nullptr, old ? &old->ipv6 : nullptr);
    put(plan.name, bond);

    for (const SlavePlan &slave : old ? old->slaves : QList<SlavePlan>()) {
        if (!plan.slaveNames().contains(slave.name))
            releasePort(slave.name);
    }
    for (const SlavePlan &slave : plan.slaves) {
        if (!old || !old->slaveNames().contains(slave.name))
            writePort(slave.name);
    }
    if (!old || ipOf(*old) != ipOf(plan))
        putRoutes(plan.name, old ? ipOf(*old) : ifcfg::IpPair(), ipOf(plan));
    writeVlans(plan, old);
    return m_refusal ? Result<void>(tl::unexpected(*m_refusal)) : Result<void>();
}

Result<void> WickedWriter::remove(const FoundBond &found)
{
    removeFiles(found.plan.name, ipOf(found.plan));
    for (const VlanPlan &vlan : found.plan.vlans)
        removeFiles(vlan.interfaceName(found.plan.name), ipOf(vlan));
    for (const SlavePlan &slave : found.plan.slaves)
        releasePort(slave.name);
    return {};
}

} // namespace bondwright::formats::wicked
