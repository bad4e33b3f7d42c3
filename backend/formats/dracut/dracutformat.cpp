// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/dracut/dracutformat.h"

#include "domain/errorcode.h"
#include "domain/findings.h"
#include "domain/ipaddress.h"
#include "domain/macaddress.h"
#include "formats/bridgeport.h"
#include "formats/dracut/dracutwords.h"
#include "formats/findinglist.h"
#include "formats/ifcfg/addresstext.h"
#include "formats/ifcfg/bondingopts.h"
#include "formats/ifcfg/plantexts.h"
#include "formats/losses.h"
#include "formats/nobond.h"
#include "formats/shell/shellfile.h"
#include "formats/vlanonvlan.h"
#include "formats/vlanport.h"
#include "formats/words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::dracut
{

namespace
{

struct Parameter {
    QString key;
    QString value;
    QString path;
};

QList<Parameter> parametersOf(const FileSnapshot &snapshot)
{
    QList<Parameter> found;
    for (auto it = snapshot.files.cbegin(); it != snapshot.files.cend(); ++it) {
        QString text = QString::fromUtf8(it->content);
        if (it.key().endsWith(u"/grub")) {
            const ShellFile grub(it->content);
            text = grub.text("GRUB_CMDLINE_LINUX") + u' ' + grub.text("GRUB_CMDLINE_LINUX_DEFAULT");
        }
        for (const QString &word : formats::wordsOf(text)) {
            if (word.contains(u'='))
                found.append({word.section(u'=', 0, 0), word.section(u'=', 1), it.key()});
        }
    }
    return found;
}

/// Cut at colons, but for those within [brackets].
QStringList fieldsOf(const QString &text)
{
    QStringList fields{QString()};
    bool isInside = false;
    for (const QChar c : text) {
        if (c == u'[' || c == u']')
            isInside = c == u'[';
        else if (c == u':' && !isInside)
            fields.append(QString());
        else
            fields.last() += c;
    }
    return fields;
}

/// bond=NAME[:SLAVES:OPTIONS[:MTU]]; without more bond0 of eth0 and eth1, mode balance-rr.
BondPlan bondOf(const Parameter &parameter, QList<Finding> *findings)
{
    const QStringList fields = fieldsOf(parameter.value);
    BondPlan plan;
    plan.name = fields.value(0).isEmpty() ? u"bond0"_s : fields.value(0);
    const QString slaves = fields.value(1).isEmpty() ? u"eth0,eth1"_s : fields.value(1);
    for (const QString &slave : slaves.split(u',', Qt::SkipEmptyParts))
        plan.slaves.append({slave, {}, {}, {}});
    // A list within an option is written with semicolons.
    const auto opts = ifcfg::readBondingOpts(fields.value(2).replace(u',', u' ').replace(u';', u','));
    plan.mode = opts.mode.value_or(Mode::BalanceRr);
    plan.options = opts.options;
    for (const QString &word : opts.foreign)
        findings->append(
            finding(Severity::Warning, u"dracut.option"_s, parameter.path,
                    QCoreApplication::translate("formats", "“%1” is no option of the driver.").arg(word.left(60))));
    if (const quint32 mtu = fields.value(3).toUInt(); mtu > 0)
        plan.mtu = mtu;
    return plan;
}

QString cidr(const QString &address, const QString &mask)
{
    if (address.contains(u'/'))
        return address;
    if (mask.isEmpty()) // as NetworkManager's generator takes it
        return address + u'/' + QString::number(address.contains(u':') ? 64 : ifcfg::classfulPrefix(address));
    const auto prefix = ifcfg::prefixFromNetmask(mask);
    return address + u'/' + (prefix ? QString::number(*prefix) : mask);
}

/// ip=CLIENT:[PEER]:GATEWAY:MASK:HOST:INTERFACE:METHOD[:REST] or ip=INTERFACE:METHOD[:REST]
struct IpWord {
    QString interface;
    QString method;
    QString client;
    QString peer;
    QString gateway;
    QString mask;
    QString host;
    QStringList rest; ///< [MTU][:MAC], of which a MAC has its own colons, or up to two name servers
};

IpWord ipWordOf(const QStringList &fields)
{
    const QString first = fields.value(0);
    if (!first.isEmpty() && !IpAddress::fromString(first.section(u'/', 0, 0)))
        return {first, fields.value(1), {}, {}, {}, {}, {}, fields.mid(2)};
    return {fields.value(5), fields.value(6), first,           fields.value(1),
            fields.value(2), fields.value(3), fields.value(4), fields.mid(7)};
}

QList<IpAddress> serversOf(const IpWord &word)
{
    QList<IpAddress> servers;
    for (const QString &text : word.rest.mid(0, 2)) {
        if (const auto server = IpAddress::fromString(text))
            servers.append(*server);
    }
    return servers;
}

MacAddress macOf(const IpWord &word)
{
    return serversOf(word).isEmpty() ? MacAddress::fromString(word.rest.mid(1).join(u':')) : MacAddress();
}

void applyIp(const QStringList &fields, const QString &interface, IpConfig *ipv4, IpConfig *ipv6,
             std::optional<quint32> *mtu)
{
    const IpWord word = ipWordOf(fields);
    if (word.interface != interface)
        return;
    if (word.method == u"dhcp" || word.method == u"on" || word.method == u"any")
        ipv4->method = IpMethod::Auto;
    if (word.method == u"dhcp6" || word.method == u"auto6" || word.method == u"either6")
        ipv6->method = IpMethod::Auto;
    if (word.method == u"link6" && ipv6->method == IpMethod::Disabled)
        ipv6->method = IpMethod::LinkLocal;
    if (const quint32 bytes = word.rest.value(0).toUInt(); bytes > 0)
        *mtu = bytes;
    for (const IpAddress &server : serversOf(word)) {
        IpConfig &asked = server.family() == IpAddress::Family::V6 ? *ipv6 : *ipv4;
        if (!asked.dns.texts().contains(server.toString()))
            asked.dns.append(server);
    }
    const auto address = IpNetwork::fromString(cidr(word.client, word.mask));
    if (word.client.isEmpty() || !address)
        return;
    IpConfig &ip = address->address.family() == IpAddress::Family::V6 ? *ipv6 : *ipv4;
    ip.addresses.append(*address);
    if (ip.method == IpMethod::Disabled || ip.method == IpMethod::LinkLocal)
        ip.method = IpMethod::Manual;
    if (const auto gateway = IpAddress::fromString(word.gateway))
        ip.gateway = *gateway;
}

void applyRoute(const QStringList &fields, const QString &interface, IpConfig *ipv4, IpConfig *ipv6)
{
    const auto target = IpNetwork::fromString(fields.value(0));
    if (target && fields.value(2) == interface)
        (target->address.family() == IpAddress::Family::V6 ? ipv6 : ipv4)
            ->routes.append({*target, fields.value(1), {}});
}

void applyAll(const QList<Parameter> &parameters, BondPlan *plan)
{
    for (const Parameter &parameter : parameters) {
        const QStringList fields = fieldsOf(parameter.value);
        if (parameter.key == u"ip") {
            applyIp(fields, plan->name, &plan->ipv4, &plan->ipv6, &plan->mtu);
            const IpWord word = ipWordOf(fields);
            if (const MacAddress mac = macOf(word); word.interface == plan->name && !mac.isEmpty())
                plan->mac = BondMac(mac);
        } else if (parameter.key == u"vlan" && fields.value(1) == plan->name) {
            static const QRegularExpression number(u"([0-9]{1,4})$"_s);
            VlanPlan vlan;
            vlan.id = number.match(fields.value(0)).captured(1).toUShort();
            if (fields.value(0) != u"%1.%2"_s.arg(plan->name).arg(vlan.id))
                vlan.name = fields.value(0);
            for (const Parameter &other : parameters) {
                if (other.key == u"ip")
                    applyIp(fieldsOf(other.value), fields.value(0), &vlan.ipv4, &vlan.ipv6, &vlan.mtu);
                else if (other.key == u"rd.route")
                    applyRoute(fieldsOf(other.value), fields.value(0), &vlan.ipv4, &vlan.ipv6);
            }
            plan->vlans.append(vlan);
        } else if (parameter.key == u"nameserver") {
            if (const auto server = IpAddress::fromString(fields.join(u':')))
                (server->family() == IpAddress::Family::V6 ? plan->ipv6 : plan->ipv4).dns.append(*server);
        } else if (parameter.key == u"rd.route") {
            applyRoute(fields, plan->name, &plan->ipv4, &plan->ipv6);
        }
    }
}

/// bridge=NAME:PORTS; without more br0 of eth0.
BridgeOf bridgesIn(const QList<Parameter> &parameters)
{
    return [&parameters](const QString &port) -> std::optional<Bridge> {
        for (const Parameter &parameter : parameters) {
            const QStringList fields = fieldsOf(parameter.value);
            if (parameter.key == u"bridge" && fields.value(1).split(u',').contains(port))
                return Bridge{fields.value(0), parameter.path};
        }
        return std::nullopt;
    };
}

/// vlan=NAME:NIC
VlanPlace vlansIn(const QList<Parameter> &parameters)
{
    return [&parameters](const QString &port) -> std::optional<QString> {
        for (const Parameter &parameter : parameters) {
            if (parameter.key == u"vlan" && fieldsOf(parameter.value).value(0) == port)
                return parameter.path;
        }
        return std::nullopt;
    };
}

QList<StackedVlan> stackedIn(const QList<Parameter> &parameters, const QString &bond)
{
    return stackedVlans(bond, [&parameters](const QString &parent) {
        QStringList names;
        for (const Parameter &parameter : parameters) {
            const QStringList fields = fieldsOf(parameter.value);
            if (parameter.key == u"vlan" && fields.value(1) == parent)
                names.append(fields.value(0));
        }
        return names;
    });
}

QList<IpConfig *> ipv6Of(BondPlan *plan)
{
    QList<IpConfig *> all{&plan->ipv6};
    for (VlanPlan &vlan : plan->vlans)
        all.append(&vlan.ipv6);
    return all;
}

QStringList namesOf(const BondPlan &plan)
{
    QStringList names{plan.name};
    for (const VlanPlan &vlan : plan.vlans)
        names.append(vlan.interfaceName(plan.name));
    return names;
}

QString ownPath(const QString &bond)
{
    return u"/etc/cmdline.d/%1.conf"_s.arg(bond);
}

/// Whether a DNS server is one of the plan's: those of a family without addresses are the host's.
bool asks(const BondPlan &plan, const QString &server)
{
    const auto address = IpAddress::fromString(server);
    return address && (plan.ipv4.dns.texts() + plan.ipv6.dns.texts()).contains(address->toString());
}

/// What no plan holds of the words that are about the bond.
QList<Finding> leftOfWords(const BondPlan &plan, const QList<Parameter> &parameters)
{
    QList<Finding> findings;
    const QStringList names = namesOf(plan);
    for (const Parameter &parameter : parameters) {
        const auto name = [&](const QString &text) {
            findings.append(
                finding(Severity::Warning, u"migration.left-behind"_s, parameter.path,
                        QCoreApplication::translate("formats", "%1 has no equivalent and stays behind in the backup.")
                            .arg(text),
                        QCoreApplication::translate("formats", "Set it again by hand if it is needed.")));
        };
        const QStringList fields = fieldsOf(parameter.value);
        const bool isServer = parameter.key == u"nameserver" && parameter.path == ownPath(plan.name);
        if (isServer && !asks(plan, fields.join(u':')))
            name(u"“nameserver=%1”"_s.arg(parameter.value));
        if (parameter.key == u"rd.route" && fields.value(2).isEmpty())
            name(u"“rd.route=%1”"_s.arg(parameter.value));
        const IpWord word = parameter.key == u"ip" ? ipWordOf(fields) : IpWord();
        if (!names.contains(word.interface))
            continue;
        if (!word.peer.isEmpty())
            name(u"peer=%1"_s.arg(word.peer));
        if (!word.host.isEmpty())
            name(u"client_hostname=%1"_s.arg(word.host));
        if (const MacAddress mac = macOf(word); !mac.isEmpty() && word.interface != plan.name)
            name(u"macaddr=%1"_s.arg(mac.toString()));
    }
    return findings;
}

/// Whether a word is about the bond, and the plan holds what it says.
bool isOf(const BondPlan &plan, const QString &word)
{
    const QString key = word.section(u'=', 0, 0);
    const QStringList fields = fieldsOf(word.section(u'=', 1));
    if (key == u"ip")
        return namesOf(plan).contains(ipWordOf(fields).interface);
    if (key == u"vlan")
        return fields.value(1) == plan.name;
    if (key == u"rd.route")
        return namesOf(plan).contains(fields.value(2));
    return key == u"bond" || key == u"nameserver";
}

/// Whether the file that we write holds the bond and nothing else.
bool isOwn(const FoundBond &found, const FileSnapshot &snapshot)
{
    const FileState *file = snapshot.find(ownPath(found.plan.name));
    if (!file || found.paths != QStringList(ownPath(found.plan.name)))
        return false;
    const QStringList words = formats::wordsOf(QString::fromUtf8(file->content));
    return std::all_of(words.cbegin(), words.cend(), [&found](const QString &word) { return isOf(found.plan, word); })
        && std::count_if(words.cbegin(), words.cend(), [](const QString &word) { return word.startsWith(u"bond="); })
        == 1;
}

} // namespace

Result<Rendering> DracutFormat::render(const BondPlan &plan, const FileSnapshot &snapshot) const
{
    if (auto checked = ifcfg::checkPlanTexts(plan); !checked)
        return tl::unexpected(checked.error());
    const Reading present = read(snapshot);
    const FoundBond *found = present.find(plan.name);
    if (found && !isOwn(*found, snapshot))
        return fail(
            u"format.shared-file"_s,
            QCoreApplication::translate("formats", "“%1” says more than the bond “%2”.")
                .arg(found->paths.first(), plan.name),
            QCoreApplication::translate("formats", "Change it by hand, or move the bond into a file of its own."));
    Rendering rendering;
    const QByteArray text = wordsOf(plan, &rendering.findings).join(u'\n').toUtf8() + '\n';
    FileSnapshot alone;
    alone.files[ownPath(plan.name)].content = text;
    const Reading again = read(alone);
    const FoundBond *kept = again.find(plan.name);
    nameLosses(plan, kept ? &kept->plan : nullptr, formatName(id()), &rendering.findings);
    const bool isSaid = found && kept && planToJson(essence(found->plan)) == planToJson(essence(kept->plan));
    if (!isSaid && found)
        rendering.findings += leftOfWords(found->plan, parametersOf(snapshot));
    if (!isSaid)
        rendering.changes.add(snapshot.change(ownPath(plan.name), text));
    rendering.findings.append(
        finding(Severity::Advice, u"dracut.image"_s, ownPath(plan.name),
                QCoreApplication::translate("formats", "The initramfs has to hold this file."),
                QCoreApplication::translate("formats",
                                            "Build it anew with “dracut --force --include %1 %1”, or put the "
                                            "words into the kernel’s command line.")
                    .arg(ownPath(plan.name))));
    return rendering;
}

Result<Rendering> DracutFormat::remove(const QString &bond, const FileSnapshot &snapshot) const
{
    const Reading present = read(snapshot);
    const FoundBond *found = present.find(bond);
    if (!found)
        return failWithoutBond(bond);
    if (!isOwn(*found, snapshot))
        return fail(errorcode::readOnly,
                    QCoreApplication::translate("formats", "“%1” says more than the bond “%2”.")
                        .arg(found->paths.first(), bond),
                    QCoreApplication::translate("formats", "Take the bond out of them by hand."));
    Rendering rendering;
    rendering.changes.add(snapshot.change(ownPath(bond), std::nullopt));
    return rendering;
}

Reading DracutFormat::readFiles(const FileSnapshot &snapshot) const
{
    Reading reading;
    const QList<Parameter> parameters = parametersOf(snapshot);
    for (const Parameter &parameter : parameters) {
        if (parameter.key != u"bond")
            continue;
        BondPlan plan = bondOf(parameter, &reading.findings);
        if (!reading.hasRoomFor(plan.name))
            break;
        applyAll(parameters, &plan);
        for (IpConfig *ip : ipv6Of(&plan)) {
            if (ip->method == IpMethod::Disabled && !ip->routes.isEmpty())
                ip->method = IpMethod::Auto; // who routes by it has it: from the routers, beside DHCP
        }
        // They are the host's: without addresses of their family they are not this bond's.
        for (IpConfig *ip : {&plan.ipv4, &plan.ipv6}) {
            if (ip->method == IpMethod::Disabled)
                ip->dns.clear();
        }
        reading.bonds.append({asFound(plan), {parameter.path}});
        for (const StackedVlan &vlan : stackedIn(parameters, plan.name))
            reading.findings.append(vlanOnVlan(u"dracut.vlan-on-vlan"_s, vlan.name, vlan.parent, parameter.path));
        nameBridges(plan, u"dracut.bridge"_s, bridgesIn(parameters), &reading.findings);
        nameVlanPorts(plan, u"dracut.vlan-port"_s, vlansIn(parameters), &reading.findings);
    }
    std::stable_sort(reading.bonds.begin(), reading.bonds.end(),
                     [](const FoundBond &a, const FoundBond &b) { return a.plan.name < b.plan.name; });
    return reading;
}

QList<Finding> DracutFormat::leftBehind(const FoundBond &found, const FileSnapshot &snapshot) const
{
    const QList<Parameter> parameters = parametersOf(snapshot);
    QList<Finding> findings = leftOfWords(found.plan, parameters);
    nameBridgesLeft(found.plan, bridgesIn(parameters), &findings);
    nameVlanPortsLeft(found.plan, vlansIn(parameters), &findings);
    for (const StackedVlan &vlan : stackedIn(parameters, found.plan.name))
        findings.append(vlanLeftAlone(vlan.name, vlan.parent, found.paths.value(0)));
    return findings;
}

} // namespace bondwright::formats::dracut
