// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifcfg/plantexts.h"

#include "domain/interfacename.h"
#include "domain/ipaddress.h"
#include "domain/macaddress.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace bondwright::formats::ifcfg
{

namespace
{

/// Long and unprintable texts do not belong into a message.
QString shown(const QString &text)
{
    QString result = text.left(40);
    for (QChar &c : result) {
        if (!c.isPrint())
            c = u'�';
    }
    return result;
}

Result<void> checkName(const QString &name)
{
    // An interface that exists may bear any name, but a shell will read this file: the strict rule for all.
    if (!newNameProblem(name))
        return {};
    return fail(u"ifcfg.name"_s,
                QCoreApplication::translate("formats", "“%1” is not a safe name for a file that a shell reads.")
                    .arg(shown(name)),
                QCoreApplication::translate("formats", "Use letters, digits, “.”, “_” and “-”, at most 15 of them."));
}

Result<void> checkMac(const Written<MacAddress> &mac)
{
    if (mac.isEmpty() || !mac.value().isEmpty())
        return {};
    return fail(u"ifcfg.mac"_s,
                QCoreApplication::translate("formats", "“%1” is not a MAC address.").arg(shown(mac.text())));
}

tl::unexpected<Error> badAddress(const QString &text)
{
    return fail(u"ifcfg.address"_s,
                QCoreApplication::translate("formats", "“%1” is not an address of the right kind.").arg(shown(text)));
}

bool isOf(IpAddress::Family family, const Written<IpAddress> &address)
{
    return address.value() && address.value()->family() == family;
}

bool isOf(IpAddress::Family family, const Written<IpNetwork> &network)
{
    return network.value() && network.value()->address.family() == family;
}

Result<void> checkIp(const IpConfig &ip, IpAddress::Family family)
{
    static const QRegularExpression domain(u"^(~?[A-Za-z0-9_][A-Za-z0-9._-]{0,252}|~\\.)$"_s);
    for (const Written<IpNetwork> &address : ip.addresses) {
        if (!isOf(family, address))
            return badAddress(address.text());
    }
    if (!ip.gateway.isEmpty() && !isOf(family, ip.gateway))
        return badAddress(ip.gateway.text());
    for (const Written<IpAddress> &server : ip.dns) {
        if (!isOf(family, server))
            return badAddress(server.text());
    }
    for (const IpRoute &route : ip.routes) {
        if (!isOf(family, route.destination))
            return badAddress(route.destination.text());
        if (!route.gateway.isEmpty() && !isOf(family, route.gateway))
            return badAddress(route.gateway.text());
    }
    for (const QString &name : ip.search) {
        if (!domain.match(name).hasMatch() || name.endsWith(u'\n'))
            return fail(u"ifcfg.domain"_s,
                        QCoreApplication::translate("formats", "“%1” is not a search domain.").arg(shown(name)));
    }
    return {};
}

Result<void> checkBoth(const IpConfig &ipv4, const IpConfig &ipv6)
{
    if (auto done = checkIp(ipv4, IpAddress::Family::V4); !done)
        return done;
    return checkIp(ipv6, IpAddress::Family::V6);
}

} // namespace

Result<void> checkPlanTexts(const BondPlan &plan)
{
    Result<void> done = checkName(plan.name);
    for (qsizetype i = 0; done && i < plan.slaves.size(); ++i) {
        done = checkName(plan.slaves.at(i).name);
        if (done)
            done = checkMac(plan.slaves.at(i).mac);
    }
    if (done)
        done = checkBoth(plan.ipv4, plan.ipv6);
    for (qsizetype i = 0; done && i < plan.vlans.size(); ++i) {
        const VlanPlan &vlan = plan.vlans.at(i);
        done = checkName(vlan.interfaceName(plan.name));
        if (done)
            done = checkBoth(vlan.ipv4, vlan.ipv6);
    }
    return done;
}

} // namespace bondwright::formats::ifcfg
