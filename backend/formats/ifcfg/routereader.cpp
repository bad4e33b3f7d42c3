// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifcfg/routereader.h"

#include "formats/files/rootfolder.h"
#include "formats/findinglist.h"
#include "formats/ifcfg/routefile.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace bondwright::formats::ifcfg
{

namespace
{

/// What lies beside the file of the routes, and is read by one service only.
void judgeRouteFiles(const KeyReader &reader, const QString &path, bool isV6, QList<Finding> *findings)
{
    const FileSnapshot &files = reader.folder().snapshot();
    const QString name = fileNameOf(reader.file().path).mid(fileNameOf(ifcfgPath({})).size());
    for (const QString &other : {routePath(reader.file().device, isV6), routePath(name, isV6)}) {
        if (other == path || !files.find(other))
            continue;
        findings->append(
            finding(Severity::Warning, u"ifcfg.route-file"_s, other,
                    reader.isByService()
                        ? QCoreApplication::translate("formats", "The network service reads this file besides “%1”.")
                              .arg(fileNameOf(path))
                        : QCoreApplication::translate("formats", "NetworkManager does not read this file, but “%1”.")
                              .arg(fileNameOf(path)),
                    QCoreApplication::translate("formats", "Put all routes into that one.")));
    }
    const QString rules = scriptsFolder() + (isV6 ? u"/rule6-"_s : u"/rule-"_s) + name;
    if (!reader.isByService() && files.find(rules))
        findings->append(finding(
            Severity::Warning, u"ifcfg.rules"_s, rules,
            QCoreApplication::translate("formats",
                                        "NetworkManager itself reads neither this file nor the routes beside it: only "
                                        "the package NetworkManager-dispatcher-routing-rules does."),
            QCoreApplication::translate("formats", "Install that package, or let the network service do it.")));
}

} // namespace

void readRouteFile(const KeyReader &reader, bool isV6, IpConfig *ip, QList<Finding> *findings)
{
    const QString path = reader.folder().routePathOf(reader.file().device, isV6);
    judgeRouteFiles(reader, path, isV6, findings);
    const FileState *state = reader.folder().snapshot().find(path);
    if (!state)
        return;
    RouteFile routes = readRoutes(state->content, reader.file().device, isV6, reader.folder().readerOf(reader.file()));
    // "default via …" is the gateway, unless there is one already.
    if (!routes.gateway.isEmpty() && ip->gateway.isEmpty() && !ip->metric)
        ip->gateway = routes.gateway;
    else if (!routes.gateway.isEmpty() && routes.gateway != ip->gateway)
        routes.foreign.prepend({routes.gatewayLine, u"default via "_s + routes.gateway.text(),
                                QCoreApplication::translate("formats", "there is another default route")});
    ip->routes = routes.routes;
    for (const ForeignRoute &line : std::as_const(routes.foreign)) {
        const QString message
            = QCoreApplication::translate("formats", "“%1” is not shown: %2.").arg(line.text.left(120), line.reason);
        findings->append({Severity::Warning, FindingScope::Host, u"ifcfg.foreign-route"_s, placeOf(path, line.line),
                          message,
                          QCoreApplication::translate("formats", "It stays as it is in changes of this file.")});
    }
}

void dropUnusable(const KeyReader &reader, const QByteArray &key, IpConfig *ip)
{
    const bool isUsed = ip->method == IpMethod::Manual || ip->method == IpMethod::Auto;
    if (isUsed || (ip->gateway.isEmpty() && ip->routes.isEmpty() && ip->addresses.isEmpty()))
        return;
    QStringList dropped = ip->addresses.texts();
    if (!ip->gateway.isEmpty())
        dropped.append(u"default via "_s + ip->gateway.text());
    for (const IpRoute &route : std::as_const(ip->routes))
        dropped.append(route.destination.text());
    reader.complain(Severity::Warning, u"ifcfg.unusable"_s, key,
                    QCoreApplication::translate("formats", "%1 has no address to go with “%2”: that is not shown.")
                        .arg(reader.file().device, dropped.join(u", "_s).left(120)),
                    QCoreApplication::translate("formats", "It stays as it is in changes of this file."));
    ip->addresses.clear();
    ip->gateway.clear();
    ip->routes.clear();
}

} // namespace bondwright::formats::ifcfg
