// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/nm/ipsetting.h"

#include "formats/nm/glib.h"

#include <QCoreApplication>

#include <linux/rtnetlink.h>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace bondwright::formats::nm
{

namespace
{

struct MethodName {
    IpMethod method;
    const char *v4;
    const char *v6;
};
constexpr MethodName methodNames[] = {
    {IpMethod::Disabled, NM_SETTING_IP4_CONFIG_METHOD_DISABLED, NM_SETTING_IP6_CONFIG_METHOD_DISABLED},
    {IpMethod::Auto, NM_SETTING_IP4_CONFIG_METHOD_AUTO, NM_SETTING_IP6_CONFIG_METHOD_AUTO},
    {IpMethod::Manual, NM_SETTING_IP4_CONFIG_METHOD_MANUAL, NM_SETTING_IP6_CONFIG_METHOD_MANUAL},
    {IpMethod::LinkLocal, NM_SETTING_IP4_CONFIG_METHOD_LINK_LOCAL, NM_SETTING_IP6_CONFIG_METHOD_LINK_LOCAL},
};

int familyNumber(IpFamily family)
{
    return family == IpFamily::V4 ? AF_INET : AF_INET6;
}

NMSettingIPConfig *ipSetting(const ConnectionPtr &connection, IpFamily family)
{
    return family == IpFamily::V4 ? nm_connection_get_setting_ip4_config(connection.get())
                                  : nm_connection_get_setting_ip6_config(connection.get());
}

IpMethod methodFromNm(const QByteArray &name, bool hasAddresses)
{
    for (const MethodName &row : methodNames) {
        if (name == row.v4 || name == row.v6)
            return row.method;
    }
    if (name == NM_SETTING_IP6_CONFIG_METHOD_IGNORE)
        return IpMethod::Disabled;
    if (name == NM_SETTING_IP6_CONFIG_METHOD_DHCP)
        return IpMethod::Auto;
    return hasAddresses ? IpMethod::Manual : IpMethod::Auto; // "shared"
}

IpRoute routeFromNm(NMIPRoute *route)
{
    IpRoute result;
    result.destination
        = u"%1/%2"_s.arg(QString::fromUtf8(nm_ip_route_get_dest(route))).arg(nm_ip_route_get_prefix(route));
    result.gateway = QString::fromUtf8(nm_ip_route_get_next_hop(route));
    if (const gint64 metric = nm_ip_route_get_metric(route); metric >= 0)
        result.metric = quint32(metric);
    return result;
}

/// Another table, another source address, …: what a plan's route does not have.
QStringList attributesOf(NMIPRoute *route)
{
    QStringList names;
    char **attributes = nm_ip_route_get_attribute_names(route);
    for (char **name = attributes; name && *name; ++name)
        names.append(QString::fromUtf8(*name));
    g_strfreev(attributes);
    return names;
}

QList<NMIPRoute *> routesOf(NMSettingIPConfig *s, bool haveAttributes)
{
    QList<NMIPRoute *> routes;
    for (guint i = 0; i < nm_setting_ip_config_get_num_routes(s); ++i) {
        NMIPRoute *route = nm_setting_ip_config_get_route(s, int(i));
        if (attributesOf(route).isEmpty() != haveAttributes)
            routes.append(route);
    }
    return routes;
}

/// Address and prefix as libnm wants them, which refuses what cannot be read.
std::pair<QByteArray, guint> partsOf(const Written<IpNetwork> &cidr)
{
    const auto &network = cidr.value();
    return network ? std::pair(network->address.toString().toLatin1(), guint(network->prefix))
                   : std::pair(cidr.text().toUtf8(), guint(0));
}

tl::unexpected<Error> refused(const QString &value, const GErrorSlot &error)
{
    return fail(u"nm.value"_s,
                QCoreApplication::translate("formats", "NetworkManager refuses “%1”: %2").arg(value, error.message()));
}

Result<void> addAddresses(NMSettingIPConfig *s, int family, const WrittenList<IpNetwork> &addresses)
{
    for (const Written<IpNetwork> &cidr : addresses) {
        GErrorSlot error;
        const auto [address, prefix] = partsOf(cidr);
        NMIPAddress *entry = nm_ip_address_new(family, address.constData(), prefix, error.out());
        if (!entry)
            return refused(cidr.text(), error);
        nm_setting_ip_config_add_address(s, entry);
        nm_ip_address_unref(entry);
    }
    return {};
}

Result<void> addRoutes(NMSettingIPConfig *s, int family, const QList<IpRoute> &routes)
{
    for (const IpRoute &route : routes) {
        GErrorSlot error;
        const auto [destination, prefix] = partsOf(route.destination);
        const QByteArray gateway = route.gateway.text().toUtf8();
        NMIPRoute *entry = nm_ip_route_new(family, destination.constData(), prefix,
                                           gateway.isEmpty() ? nullptr : gateway.constData(),
                                           route.metric ? gint64(*route.metric) : -1, error.out());
        if (!entry)
            return refused(route.destination.text(), error);
        nm_setting_ip_config_add_route(s, entry);
        nm_ip_route_unref(entry);
    }
    return {};
}

/// Removes the routes that a plan can express; the others stay.
void clearPlainRoutes(NMSettingIPConfig *s)
{
    QList<NMIPRoute *> kept = routesOf(s, true);
    for (NMIPRoute *route : std::as_const(kept))
        nm_ip_route_ref(route);
    nm_setting_ip_config_clear_routes(s);
    for (NMIPRoute *route : std::as_const(kept)) {
        nm_setting_ip_config_add_route(s, route);
        nm_ip_route_unref(route);
    }
}

} // namespace

QStringList attributedRoutes(const ConnectionPtr &connection, IpFamily family)
{
    QStringList texts;
    NMSettingIPConfig *s = ipSetting(connection, family);
    for (NMIPRoute *route : s ? routesOf(s, true) : QList<NMIPRoute *>())
        texts.append(routeFromNm(route).destination.text() + u' ' + attributesOf(route).join(u' '));
    return texts;
}

QStringList foreignRouting(const ConnectionPtr &connection, IpFamily family)
{
    QStringList texts;
    NMSettingIPConfig *s = ipSetting(connection, family);
    const QString prefix = family == IpFamily::V4 ? u"ipv4."_s : u"ipv6."_s;
    // 0: where nothing is said, and that is the main table.
    const guint32 table = s ? nm_setting_ip_config_get_route_table(s) : 0;
    if (table != 0 && table != RT_TABLE_MAIN)
        texts.append(u"%1route-table=%2"_s.arg(prefix).arg(table));
    for (guint i = 0; s && i < nm_setting_ip_config_get_num_routing_rules(s); ++i) {
        char *rule = nm_ip_routing_rule_to_string(nm_setting_ip_config_get_routing_rule(s, i),
                                                  NM_IP_ROUTING_RULE_AS_STRING_FLAGS_NONE, nullptr, nullptr);
        texts.append(u"%1routing-rule%2=%3"_s.arg(prefix).arg(i + 1).arg(QString::fromUtf8(rule)));
        g_free(rule);
    }
    return texts;
}

IpConfig readIpSetting(const ConnectionPtr &connection, IpFamily family)
{
    IpConfig ip;
    NMSettingIPConfig *s = ipSetting(connection, family);
    if (!s)
        return ip;
    for (guint i = 0; i < nm_setting_ip_config_get_num_addresses(s); ++i) {
        NMIPAddress *address = nm_setting_ip_config_get_address(s, int(i));
        ip.addresses.append(u"%1/%2"_s.arg(QString::fromUtf8(nm_ip_address_get_address(address)))
                                .arg(nm_ip_address_get_prefix(address)));
    }
    ip.method = methodFromNm(nm_setting_ip_config_get_method(s), !ip.addresses.isEmpty());
    ip.gateway = QString::fromUtf8(nm_setting_ip_config_get_gateway(s));
    for (guint i = 0; i < nm_setting_ip_config_get_num_dns(s); ++i)
        ip.dns.append(QString::fromUtf8(nm_setting_ip_config_get_dns(s, int(i))));
    for (guint i = 0; i < nm_setting_ip_config_get_num_dns_searches(s); ++i)
        ip.search.append(QString::fromUtf8(nm_setting_ip_config_get_dns_search(s, int(i))));
    for (NMIPRoute *route : routesOf(s, false))
        ip.routes.append(routeFromNm(route));
    if (const gint64 metric = nm_setting_ip_config_get_route_metric(s); metric >= 0)
        ip.metric = quint32(metric);
    return ip;
}

Result<void> writeIpSetting(const ConnectionPtr &connection, IpFamily family, const IpConfig &ip)
{
    NMSettingIPConfig *s = ipSetting(connection, family);
    if (s && readIpSetting(connection, family) == ip)
        return {};
    if (!s) {
        s = reinterpret_cast<NMSettingIPConfig *>(family == IpFamily::V4 ? nm_setting_ip4_config_new()
                                                                         : nm_setting_ip6_config_new());
        nm_connection_add_setting(connection.get(), NM_SETTING(s));
    }
    nm_setting_ip_config_clear_addresses(s);
    clearPlainRoutes(s);
    nm_setting_ip_config_clear_dns(s);
    nm_setting_ip_config_clear_dns_searches(s);
    const int number = familyNumber(family);
    if (auto done = addAddresses(s, number, ip.addresses); !done)
        return done;
    if (auto done = addRoutes(s, number, ip.routes); !done)
        return done;
    for (const QString &server : ip.dns.texts())
        nm_setting_ip_config_add_dns(s, server.toUtf8().constData());
    for (const QString &domain : ip.search)
        nm_setting_ip_config_add_dns_search(s, domain.toUtf8().constData());
    const MethodName &names = *std::find_if(std::begin(methodNames), std::end(methodNames),
                                            [&](const MethodName &row) { return row.method == ip.method; });
    const QByteArray gateway = ip.gateway.text().toUtf8();
    g_object_set(s, NM_SETTING_IP_CONFIG_METHOD, family == IpFamily::V4 ? names.v4 : names.v6,
                 NM_SETTING_IP_CONFIG_GATEWAY, gateway.isEmpty() ? nullptr : gateway.constData(),
                 NM_SETTING_IP_CONFIG_ROUTE_METRIC, ip.metric ? gint64(*ip.metric) : gint64(-1), nullptr);
    if (!gateway.isEmpty()) // libnm drops a gateway beside it
        g_object_set(s, NM_SETTING_IP_CONFIG_NEVER_DEFAULT, FALSE, nullptr);
    return {};
}

} // namespace bondwright::formats::nm
