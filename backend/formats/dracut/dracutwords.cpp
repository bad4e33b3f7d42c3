// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/dracut/dracutwords.h"

#include "domain/errorcode.h"
#include "domain/ipaddress.h"
#include "domain/macaddress.h"
#include "formats/findinglist.h"
#include "formats/ifcfg/addresstext.h"
#include "formats/planmac.h"
#include "formats/spelling.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace bondwright::formats::dracut
{

namespace
{

/// Colons part the fields of a word, but for those within brackets.
QString inBrackets(const QString &text)
{
    return text.contains(u':') ? u'[' + text + u']' : text;
}

QStringList optionWords(const BondPlan &plan, QList<Finding> *findings)
{
    QStringList words;
    for (const SpelledOption &option :
         spelledOptions(plan, FileFormat::NetworkManager, {u"NetworkManager"_s}, findings)) {
        if (option.value.contains(u':')) {
            findings->append(
                finding(Severity::Error, errorcode::optionUnsaid, u"options."_s + option.spec->name,
                        QCoreApplication::translate("formats", "“%1” has colons, which part the fields of bond=.")
                            .arg(option.spec->name),
                        QCoreApplication::translate("formats", "Leave it out, or take another format.")));
            continue;
        }
        // NetworkManager's generator up to 1.42 takes one only; dracut's own scripts take them all.
        if (option.spec->name == u"arp_ip_target" && option.value.contains(u' '))
            findings->append(
                finding(Severity::Warning, u"dracut.targets"_s, u"options.arp_ip_target"_s,
                        QCoreApplication::translate(
                            "formats", "NetworkManager in the initramfs refuses a bond with several ARP targets."),
                        QCoreApplication::translate("formats",
                                                    "Name one of them, unless dracut’s own scripts make the bond.")));
        words.append(option.key + u'=' + QString(option.value).replace(u' ', u';'));
    }
    return words;
}

/// @param tail what stands behind the method: ":MTU" or "::MAC"
void addStatic(const QString &interface, const IpConfig &ip, const QString &tail, QStringList *words)
{
    for (qsizetype i = 0; i < ip.addresses.size(); ++i) {
        const auto network = ip.addresses.at(i).value();
        if (!network)
            continue;
        const bool isV6 = network->address.family() == IpAddress::Family::V6;
        const QString mask = isV6 ? QString::number(network->prefix) : ifcfg::netmaskFromPrefix(network->prefix);
        words->append(u"ip=%1::%2:%3::%4:none%5"_s.arg(inBrackets(network->address.toString()),
                                                       i == 0 ? inBrackets(ip.gateway.text()) : QString(), mask,
                                                       interface, tail));
    }
}

/// Of several ip= for an interface the generator takes the last method only, unless addresses stand before it.
void addIps(const QString &interface, const IpConfig &ipv4, const IpConfig &ipv6, const QString &tail,
            QStringList *words)
{
    const qsizetype before = words->size();
    if (ipv4.method == IpMethod::Manual)
        addStatic(interface, ipv4, tail, words);
    if (ipv6.method == IpMethod::Manual && ipv4.method != IpMethod::Auto)
        addStatic(interface, ipv6, tail, words);
    if (ipv4.method == IpMethod::Auto)
        words->append(u"ip=%1:dhcp%2"_s.arg(interface, tail));
    else if (ipv6.method == IpMethod::Auto)
        words->append(u"ip=%1:auto6%2"_s.arg(interface, tail));
    else if (ipv6.method == IpMethod::LinkLocal)
        words->append(u"ip=%1:link6%2"_s.arg(interface, tail));
    if (words->size() == before)
        words->append(u"ip=%1:off%2"_s.arg(interface, tail));
    // A route of a family without addresses leads nowhere; IPv6 from the routers comes beside DHCP too.
    const bool hasIpv4 = ipv4.method == IpMethod::Manual || ipv4.method == IpMethod::Auto;
    const bool hasIpv6
        = ipv6.method == IpMethod::Auto || (ipv6.method == IpMethod::Manual && ipv4.method != IpMethod::Auto);
    for (const IpRoute &route : (hasIpv4 ? ipv4.routes : QList<IpRoute>()) + (hasIpv6 ? ipv6.routes : QList<IpRoute>()))
        words->append(u"rd.route=%1:%2:%3"_s.arg(inBrackets(route.destination.text()), inBrackets(route.gateway.text()),
                                                 interface));
}

} // namespace

QStringList wordsOf(const BondPlan &plan, QList<Finding> *findings)
{
    const QStringList slaves = plan.slaveNames();
    if (slaves.isEmpty())
        findings->append(
            finding(Severity::Error, u"dracut.ports"_s, u"slaves"_s,
                    QCoreApplication::translate("formats", "A bond= without slaves would take eth0 and eth1."),
                    QCoreApplication::translate("formats", "Choose at least one NIC.")));
    QString bond = u"bond=%1:%2:%3"_s.arg(plan.name, slaves.join(u','), optionWords(plan, findings).join(u','));
    if (plan.mtu)
        bond += u":%1"_s.arg(*plan.mtu);
    QStringList words{bond};
    const MacAddress mac = fixedMac(plan).value_or(MacAddress());
    addIps(plan.name, plan.ipv4, plan.ipv6, mac.isEmpty() ? QString() : u"::"_s + mac.toString(), &words);
    for (qsizetype i = 0; i < plan.vlans.size(); ++i) {
        const VlanPlan &vlan = plan.vlans.at(i);
        const QString name = vlan.interfaceName(plan.name);
        static const QRegularExpression number(u"([0-9]+)$"_s);
        if (number.match(name).captured(1).toUInt() != vlan.id) {
            findings->append(finding(
                Severity::Error, errorcode::lost, u"vlans[%1]"_s.arg(i),
                QCoreApplication::translate("formats", "The name “%1” has to end with the VLAN’s number.").arg(name),
                QCoreApplication::translate("formats", "Call it “%1”.").arg(u"%1.%2"_s.arg(plan.name).arg(vlan.id))));
            continue;
        }
        words.append(u"vlan=%1:%2"_s.arg(name, plan.name));
        addIps(name, vlan.ipv4, vlan.ipv6, vlan.mtu ? u":%1"_s.arg(*vlan.mtu) : QString(), &words);
    }
    for (const QString &server : plan.ipv4.dns.texts() + plan.ipv6.dns.texts())
        words.append(u"nameserver="_s + inBrackets(server));
    return words;
}

} // namespace bondwright::formats::dracut
