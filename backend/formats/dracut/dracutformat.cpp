// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/dracut/dracutformat.h"

#include "domain/findings.h"
#include "domain/ipaddress.h"
#include "formats/bridgeport.h"
#include "formats/findinglist.h"
#include "formats/ifcfg/addresstext.h"
#include "formats/ifcfg/bondingopts.h"
#include "formats/shell/shellfile.h"

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
    static const QRegularExpression blanks(u"\\s+"_s);
    QList<Parameter> found;
    for (auto it = snapshot.files.cbegin(); it != snapshot.files.cend(); ++it) {
        QString text = QString::fromUtf8(it->content);
        if (it.key().endsWith(u"/grub")) {
            const ShellFile grub(it->content);
            text = grub.text("GRUB_CMDLINE_LINUX") + u' ' + grub.text("GRUB_CMDLINE_LINUX_DEFAULT");
        }
        for (const QString &word : text.split(blanks, Qt::SkipEmptyParts)) {
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
    const auto prefix = ifcfg::prefixFromNetmask(mask);
    return address + u'/' + (prefix ? QString::number(*prefix) : mask);
}

/// ip=CLIENT:[PEER]:GATEWAY:MASK:HOST:INTERFACE:METHOD[:[MTU][:MAC]] or ip=INTERFACE:METHOD[:…]
void applyIp(const QStringList &fields, const QString &interface, IpConfig *ipv4, IpConfig *ipv6,
             std::optional<quint32> *mtu)
{
    const bool isShort = fields.value(0) == interface;
    if (!isShort && fields.value(5) != interface)
        return;
    const QString method = fields.value(isShort ? 1 : 6);
    if (method == u"dhcp" || method == u"on" || method == u"any")
        ipv4->method = IpMethod::Auto;
    if (method == u"dhcp6" || method == u"auto6")
        ipv6->method = IpMethod::Auto;
    if (const quint32 bytes = fields.value(isShort ? 2 : 7).toUInt(); bytes > 0)
        *mtu = bytes;
    const auto address = isShort ? std::nullopt : IpNetwork::fromString(cidr(fields.value(0), fields.value(3)));
    if (!address)
        return;
    IpConfig &ip = address->address.family() == IpAddress::Family::V6 ? *ipv6 : *ipv4;
    ip.addresses.append(*address);
    if (ip.method == IpMethod::Disabled)
        ip.method = IpMethod::Manual;
    if (const auto gateway = IpAddress::fromString(fields.value(2)))
        ip.gateway = *gateway;
}

void applyAll(const QList<Parameter> &parameters, BondPlan *plan)
{
    for (const Parameter &parameter : parameters) {
        const QStringList fields = fieldsOf(parameter.value);
        if (parameter.key == u"ip") {
            applyIp(fields, plan->name, &plan->ipv4, &plan->ipv6, &plan->mtu);
        } else if (parameter.key == u"vlan" && fields.value(1) == plan->name) {
            static const QRegularExpression number(u"([0-9]{1,4})$"_s);
            VlanPlan vlan;
            vlan.id = number.match(fields.value(0)).captured(1).toUShort();
            if (fields.value(0) != u"%1.%2"_s.arg(plan->name).arg(vlan.id))
                vlan.name = fields.value(0);
            for (const Parameter &other : parameters) {
                if (other.key == u"ip")
                    applyIp(fieldsOf(other.value), fields.value(0), &vlan.ipv4, &vlan.ipv6, &vlan.mtu);
            }
            plan->vlans.append(vlan);
        } else if (parameter.key == u"nameserver") {
            if (const auto server = IpAddress::fromString(fields.join(u':')))
                (server->family() == IpAddress::Family::V6 ? plan->ipv6 : plan->ipv4).dns.append(*server);
        } else if (parameter.key == u"rd.route" && fields.value(2) == plan->name) {
            const auto target = IpNetwork::fromString(fields.value(0));
            if (target)
                (target->address.family() == IpAddress::Family::V6 ? plan->ipv6 : plan->ipv4)
                    .routes.append({*target, fields.value(1), {}});
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

} // namespace

Reading DracutFormat::read(const FileSnapshot &snapshot) const
{
    Reading reading;
    const QList<Parameter> parameters = parametersOf(snapshot);
    for (const Parameter &parameter : parameters) {
        if (parameter.key != u"bond")
            continue;
        BondPlan plan = bondOf(parameter, &reading.findings);
        applyAll(parameters, &plan);
        reading.bonds.append({asFound(plan), {parameter.path}});
        nameBridges(plan, u"dracut.bridge"_s, bridgesIn(parameters), &reading.findings);
    }
    std::stable_sort(reading.bonds.begin(), reading.bonds.end(),
                     [](const FoundBond &a, const FoundBond &b) { return a.plan.name < b.plan.name; });
    return reading;
}

QList<Finding> DracutFormat::leftBehind(const FoundBond &found, const FileSnapshot &snapshot) const
{
    const QList<Parameter> parameters = parametersOf(snapshot);
    QList<Finding> findings;
    nameBridgesLeft(found.plan, bridgesIn(parameters), &findings);
    return findings;
}

} // namespace bondwright::formats::dracut
