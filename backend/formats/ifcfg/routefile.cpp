// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifcfg/routefile.h"

#include "domain/ipaddress.h"
#include "formats/ifcfg/addresstext.h"
#include "formats/shell/shellfile.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace bondwright::formats::ifcfg
{

namespace
{

/// "10.0.0.0/8 via 192.168.1.1 dev bond0 metric 5"; anything more is not ours to say.
std::optional<IpRoute> routeFromLine(const QByteArray &line, const QString &device)
{
    const QStringList words = QString::fromUtf8(line).simplified().split(u' ', Qt::SkipEmptyParts);
    if (words.size() % 2 == 0)
        return std::nullopt;
    const auto destination = IpNetwork::fromString(words.value(0));
    if (!destination)
        return std::nullopt;
    IpRoute route;
    route.destination = destination->toString();
    for (qsizetype i = 1; i + 1 < words.size(); i += 2) {
        const QString &value = words.at(i + 1);
        bool isNumber = false;
        if (words.at(i) == u"via" && IpAddress::fromString(value))
            route.gateway = IpAddress::fromString(value)->toString();
        else if (words.at(i) == u"metric" && (value.toUInt(&isNumber), isNumber))
            route.metric = value.toUInt();
        else if (words.at(i) != u"dev" || value != device)
            return std::nullopt;
    }
    return route;
}

QByteArray lineFor(const IpRoute &route, const QString &device)
{
    QString line = route.destination;
    if (!route.gateway.isEmpty())
        line += u" via "_s + route.gateway;
    line += u" dev "_s + device;
    if (route.metric)
        line += u" metric %1"_s.arg(*route.metric);
    return line.toUtf8() + '\n';
}

bool isNumberedSyntax(const QByteArray &text)
{
    const auto keys = ShellFile(text).keys();
    return std::any_of(keys.cbegin(), keys.cend(), [](const QByteArray &key) { return key.startsWith("ADDRESS"); });
}

RouteFile readNumbered(const QByteArray &text)
{
    const ShellFile file(text);
    RouteFile result;
    for (int i = 0; file.contains("ADDRESS" + QByteArray::number(i)); ++i) {
        const QByteArray n = QByteArray::number(i);
        const auto prefix = prefixFromNetmask(file.text("NETMASK" + n));
        const auto network = IpNetwork::fromString(u"%1/%2"_s.arg(file.text("ADDRESS" + n)).arg(prefix.value_or(32)));
        if (!network) {
            ++result.foreignLines;
            continue;
        }
        IpRoute route;
        route.destination = network->toString();
        route.gateway = file.text("GATEWAY" + n);
        if (bool isNumber = false; file.contains("METRIC" + n)) {
            const quint32 metric = file.text("METRIC" + n).toUInt(&isNumber);
            route.metric = isNumber ? std::optional(metric) : std::nullopt;
        }
        result.routes.append(route);
    }
    return result;
}

bool isRemark(const QByteArray &line)
{
    const QByteArray trimmed = line.trimmed();
    return trimmed.isEmpty() || trimmed.startsWith('#');
}

} // namespace

RouteFile readRoutes(const QByteArray &text, const QString &device)
{
    if (isNumberedSyntax(text))
        return readNumbered(text);
    RouteFile result;
    for (const QByteArray &line : text.split('\n')) {
        if (isRemark(line))
            continue;
        if (const auto route = routeFromLine(line, device))
            result.routes.append(*route);
        else
            ++result.foreignLines;
    }
    return result;
}

QByteArray writeRoutes(const QByteArray &oldText, const QString &device, const QList<IpRoute> &routes)
{
    if (readRoutes(oldText, device).routes == routes)
        return oldText;
    QByteArray kept;
    if (!isNumberedSyntax(oldText)) {
        for (const QByteArray &line : oldText.split('\n')) {
            if (!line.isEmpty() && (isRemark(line) || !routeFromLine(line, device)))
                kept += line + '\n';
        }
    }
    for (const IpRoute &route : routes)
        kept += lineFor(route, device);
    return kept;
}

} // namespace bondwright::formats::ifcfg
