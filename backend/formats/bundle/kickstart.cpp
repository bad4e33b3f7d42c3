// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/ipaddress.h"
#include "domain/options.h"
#include "formats/bundle/bundle.h"
#include "formats/findinglist.h"
#include "formats/ifcfg/addresstext.h"
#include "formats/ifcfg/plantexts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace bondwright::formats
{

namespace
{

void reportUnsaid(const IpConfig &ipv4, const IpConfig &ipv6, const QString &field, QList<Finding> *findings)
{
    const auto tell = [&](const QString &where, const QString &message) {
        findings->append(finding(Severity::Warning, u"kickstart.unsaid"_s, field + where, message,
                                 QCoreApplication::translate("formats", "Set it after the installation.")));
    };
    // An address stands in the place of "dhcp" and "auto", and a gateway only beside one.
    const auto tellOfAuto = [&](const IpConfig &ip, const QString &member, bool isSaid) {
        if (ip.method == IpMethod::Auto && isSaid)
            tell(member,
                 QCoreApplication::translate("formats", "%1 cannot keep “%2” of this plan.")
                     .arg(u"kickstart"_s, field + member));
    };
    tellOfAuto(ipv4, u"ipv4.addresses"_s, !ipv4.addresses.isEmpty());
    tellOfAuto(ipv4, u"ipv4.gateway"_s, !ipv4.gateway.isEmpty());
    tellOfAuto(ipv6, u"ipv6.addresses"_s, !ipv6.addresses.isEmpty());
    tellOfAuto(ipv6, u"ipv6.gateway"_s, !ipv6.gateway.isEmpty());
    if (ipv4.addresses.size() > 1 || ipv6.addresses.size() > 1)
        tell(u"ipv4.addresses"_s,
             QCoreApplication::translate("formats", "A kickstart line holds one address of each kind."));
    if (!ipv4.routes.isEmpty() || !ipv6.routes.isEmpty())
        tell(u"ipv4.routes"_s, QCoreApplication::translate("formats", "A kickstart line holds no routes."));
    if (!ipv4.search.isEmpty() || !ipv6.search.isEmpty())
        tell(u"ipv4.search"_s, QCoreApplication::translate("formats", "A kickstart line holds no search domains."));
    if (ipv4.metric || ipv6.metric)
        tell(u"ipv4.metric"_s, QCoreApplication::translate("formats", "A kickstart line holds no route metric."));
    if (ipv4.method == IpMethod::LinkLocal || ipv6.method == IpMethod::LinkLocal)
        tell(ipv4.method == IpMethod::LinkLocal ? u"ipv4.method"_s : u"ipv6.method"_s,
             QCoreApplication::translate("formats", "A kickstart line cannot ask for link-local addresses alone."));
}

/// What belongs to the NICs and the bond as a device.
void reportUnsaid(const BondPlan &plan, QList<Finding> *findings)
{
    const auto tell = [&](const QString &field, const QString &message) {
        findings->append(finding(Severity::Warning, u"kickstart.unsaid"_s, field, message,
                                 QCoreApplication::translate("formats", "Set it after the installation.")));
    };
    if (!plan.mac.isEmpty())
        tell(u"mac"_s, QCoreApplication::translate("formats", "A kickstart line cannot set the bond’s MAC address."));
    for (qsizetype i = 0; i < plan.slaves.size(); ++i) {
        const SlavePlan &slave = plan.slaves.at(i);
        if (!slave.mac.isEmpty() || slave.queueId.value_or(0) || slave.prio.value_or(0))
            tell(u"slaves[%1]"_s.arg(i),
                 QCoreApplication::translate("formats", "A kickstart line names the NIC “%1”, nothing else of it.")
                     .arg(slave.name));
    }
    for (qsizetype i = 0; i < plan.vlans.size(); ++i) {
        if (plan.vlans.at(i).mtu)
            tell(u"vlans[%1].mtu"_s.arg(i),
                 QCoreApplication::translate("formats", "A kickstart line cannot set a VLAN’s MTU."));
    }
}

QStringList ipArguments(const IpConfig &ipv4, const IpConfig &ipv6)
{
    QStringList words;
    if (ipv4.method == IpMethod::Auto) {
        words.append(u"--bootproto=dhcp"_s);
    } else if (const auto network = ipv4.addresses.value(0).value()) {
        words.append(u"--bootproto=static"_s);
        words.append(u"--ip="_s + network->address.toString());
        words.append(u"--netmask="_s + ifcfg::netmaskFromPrefix(network->prefix));
        if (!ipv4.gateway.isEmpty())
            words.append(u"--gateway="_s + ipv4.gateway.text());
    } else {
        words.append(u"--noipv4"_s);
    }
    if (ipv6.method == IpMethod::Disabled)
        words.append(u"--noipv6"_s);
    else
        words.append(u"--ipv6="_s + (ipv6.method == IpMethod::Manual ? ipv6.addresses.value(0).text() : u"auto"_s));
    if (ipv6.method == IpMethod::Manual && !ipv6.gateway.isEmpty())
        words.append(u"--ipv6gateway="_s + ipv6.gateway.text());
    if (const QStringList servers = ipv4.dns.texts() + ipv6.dns.texts(); !servers.isEmpty())
        words.append(u"--nameserver="_s + servers.join(u','));
    return words;
}

} // namespace

Result<QByteArray> kickstartLines(const BondPlan &plan, QList<Finding> *findings)
{
    if (auto checked = ifcfg::checkPlanTexts(plan); !checked)
        return tl::unexpected(checked.error());
    const QStringList slaves = plan.slaveNames();
    QStringList options{u"mode="_s + kernelName(plan.mode)};
    for (auto it = plan.options.cbegin(); it != plan.options.cend(); ++it) {
        const OptionSpec *spec = findOption(it.key());
        const auto value = spec ? canonicalValue(*spec, it.value()) : std::nullopt;
        if (!value || spec->scope != OptionScope::Bond)
            return fail(u"kickstart.option"_s,
                        QCoreApplication::translate("formats", "“%1” with this value is not an option of the driver.")
                            .arg(it.key()));
        if (!value->isEmpty()) // of a list it is none
            options.append(it.key() + u'=' + *value);
    }
    // Commas part the options, unless one of them holds a comma itself: then semicolons do.
    const bool hasComma = options.join(u' ').contains(u',');
    QStringList words{u"network"_s, u"--device="_s + plan.name, u"--bondslaves="_s + slaves.join(u',')};
    words.append(u"--bondopts="_s + options.join(hasComma ? u';' : u','));
    words += ipArguments(plan.ipv4, plan.ipv6);
    if (plan.mtu)
        words.append(u"--mtu=%1"_s.arg(*plan.mtu));
    words.append(plan.autoconnect ? u"--onboot=yes"_s : u"--onboot=no"_s);
    words.append(u"--activate"_s);
    reportUnsaid(plan, findings);
    reportUnsaid(plan.ipv4, plan.ipv6, {}, findings);
    QByteArray lines = words.join(u' ').toUtf8() + '\n';
    for (qsizetype i = 0; i < plan.vlans.size(); ++i) {
        const VlanPlan &vlan = plan.vlans.at(i);
        QStringList line{u"network"_s, u"--device="_s + plan.name, u"--vlanid=%1"_s.arg(vlan.id),
                         u"--interfacename="_s + vlan.interfaceName(plan.name)};
        line += ipArguments(vlan.ipv4, vlan.ipv6);
        line.append(plan.autoconnect ? u"--onboot=yes"_s : u"--onboot=no"_s);
        reportUnsaid(vlan.ipv4, vlan.ipv6, u"vlans[%1]."_s.arg(i), findings);
        lines += line.join(u' ').toUtf8() + '\n';
    }
    return lines;
}

} // namespace bondwright::formats
