// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifcfg/routefile.h"

#include "domain/ipaddress.h"
#include "formats/ifcfg/addresstext.h"
#include "formats/shell/shellfile.h"
#include "formats/words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace bondwright::formats::ifcfg
{

namespace
{

/// Lines that "read" of the shell joins have a backslash at their end.
struct LogicalLine {
    int number = 0;
    QByteArray text; ///< with its newlines
};

QList<LogicalLine> linesOf(const QByteArray &text)
{
    QList<LogicalLine> lines;
    int number = 1;
    for (qsizetype begin = 0; begin < text.size();) {
        qsizetype end = text.indexOf('\n', begin);
        while (end > 0 && text.at(end - 1) == '\\')
            end = text.indexOf('\n', end + 1);
        end = end < 0 ? text.size() : end + 1;
        lines.append({number, text.mid(begin, end - begin)});
        number += int(lines.last().text.count('\n'));
        begin = end;
    }
    return lines;
}

bool isRemark(const QByteArray &line)
{
    const QByteArray trimmed = line.trimmed();
    return trimmed.isEmpty() || trimmed.startsWith('#');
}

/// "10/8" and "172.16/12" are short for what has zeros behind, as ip takes them.
std::optional<IpNetwork> destinationOf(const QString &text, bool isV6)
{
    QString address = text.section(u'/', 0, 0);
    for (int dots = int(address.count(u'.')); !isV6 && text.contains(u'/') && dots < 3; ++dots)
        address += u".0"_s;
    const auto network = IpNetwork::fromString(text.contains(u'/') ? address + u'/' + text.section(u'/', 1) : address);
    if (!network || (network->address.family() == IpAddress::Family::V6) != isV6)
        return std::nullopt;
    return network;
}

/// One line of "ip route add": the words in any order, as ip takes them.
class RouteLine
{
public:
    RouteLine(const QByteArray &line, const QString &device, bool isV6)
        : m_words(wordsOf(QString::fromUtf8(QByteArray(line).replace("\\\n", " "))))
        , m_device(device)
        , m_isV6(isV6)
    {
        if (line.contains('\r'))
            m_reason = QCoreApplication::translate("formats", "it ends with a DOS line end, which ip refuses");
        while (m_reason.isEmpty() && m_at < m_words.size())
            readWord();
        if (m_reason.isEmpty() && m_route.destination.isEmpty())
            m_reason = QCoreApplication::translate("formats", "it names no destination");
    }

    const QString &reason() const { return m_reason; } ///< why it is none of ours; empty: it is
    const IpRoute &route() const { return m_route; }

private:
    QString next() { return m_words.value(m_at++); }

    void readWord()
    {
        const QString word = next();
        if (word == u"via")
            readGateway(next());
        else if (word == u"dev" || word == u"oif")
            readDevice(next());
        else if (word == u"metric" || word == u"priority" || word == u"preference")
            readMetric(next());
        else if (word == u"to")
            readDestination(next());
        else if (isDefault(word, m_words.value(m_at)))
            ++m_at;
        else if (word == u"unicast" && m_at == 1)
            return;
        else if (word.startsWith(u'#'))
            m_reason = QCoreApplication::translate("formats", "a remark behind a route makes the command fail");
        else if (m_route.destination.isEmpty())
            readDestination(word);
        else
            m_reason = QCoreApplication::translate("formats", "a plan cannot say “%1”").arg(word.left(30));
    }

    /// What a route has anyway.
    bool isDefault(const QString &key, const QString &value) const
    {
        return (key == u"table" && (value == u"main" || value == u"254"))
            || (key == u"scope" && value == u"link" && !m_words.contains(u"via"));
    }

    void readGateway(QString text)
    {
        if (text == u"inet" || text == u"inet6")
            text = next();
        const auto address = IpAddress::fromString(text);
        if (!address || (address->family() == IpAddress::Family::V6) != m_isV6)
            m_reason = QCoreApplication::translate("formats", "“%1” is no address").arg(text.left(50));
        else
            m_route.gateway = *address;
    }

    void readDevice(const QString &text)
    {
        if (text != m_device && text.section(u':', 0, 0) != m_device)
            m_reason = QCoreApplication::translate("formats", "it goes through %1").arg(text.left(30));
    }

    void readMetric(const QString &text)
    {
        bool isNumber = false;
        m_route.metric = text.toUInt(&isNumber);
        if (!isNumber)
            m_reason = QCoreApplication::translate("formats", "“%1” is no number").arg(text.left(30));
    }

    void readDestination(const QString &text)
    {
        using enum IpAddress::Family;
        const auto network = text == u"default" ? IpNetwork::any(m_isV6 ? V6 : V4) : destinationOf(text, m_isV6);
        if (!network)
            m_reason = QCoreApplication::translate("formats", "“%1” is no destination").arg(text.left(50));
        else if (!network->address.hostBitsAllZero(network->prefix) && network->prefix < network->address.bits())
            m_reason = QCoreApplication::translate("formats", "the kernel refuses “%1”: bits behind the prefix are set")
                           .arg(text.left(50));
        else
            m_route.destination = *network;
    }

    QStringList m_words;
    QString m_device;
    bool m_isV6;
    qsizetype m_at = 0;
    IpRoute m_route;
    QString m_reason;
};

bool isDefault(const IpRoute &route)
{
    return route.destination.value() && route.destination.value()->isAny();
}

/// A plan's gateway is one without a metric; other default routes it cannot say.
QString reasonAgainst(const RouteLine &line)
{
    if (!line.reason().isEmpty() || !isDefault(line.route()))
        return line.reason();
    return line.route().gateway.isEmpty() || line.route().metric
        ? QCoreApplication::translate("formats", "a plan cannot say such a default route")
        : QString();
}

QByteArray lineFor(const IpRoute &route, const QString &device)
{
    QString line = route.destination.text();
    if (!route.gateway.isEmpty())
        line += u" via "_s + route.gateway.text();
    line += u" dev "_s + device;
    if (route.metric)
        line += u" metric %1"_s.arg(*route.metric);
    return line.toUtf8() + '\n';
}

/// As ifup-routes finds it out.
bool isNumberedSyntax(const QByteArray &text)
{
    static const QRegularExpression assignment(u"^\\s*ADDRESS[0-9]+="_s, QRegularExpression::MultilineOption);
    return QString::fromUtf8(text).contains(assignment);
}

void readNumberedRoute(const ShellFile &file, const QByteArray &n, bool isV6, Reader reader, RouteFile *result)
{
    const QString address = file.text("ADDRESS" + n).simplified();
    const QString mask = file.text("NETMASK" + n).simplified();
    const QString gateway = file.text("GATEWAY" + n).simplified();
    const auto prefix = prefixFromNetmask(mask);
    const auto network = prefix ? IpNetwork::fromString(u"%1/%2"_s.arg(address).arg(*prefix)) : std::nullopt;
    const int line = file.lineOf("ADDRESS" + n);
    const QString text = u"ADDRESS%1=%2 NETMASK%1=%3"_s.arg(QString::fromLatin1(n), address, mask);
    const QByteArray options = "OPTIONS" + n;
    // ifup-routes knows neither OPTIONS nor METRIC.
    const QString metric = reader == Reader::NetworkManager ? file.text("METRIC" + n) : QString();
    if (mask.isEmpty()) // ipcalc takes the address for its own mask, NetworkManager refuses the whole file
        result->foreign.append({line, text, QCoreApplication::translate("formats", "it has no mask")});
    else if (reader == Reader::NetworkManager && !file.text(options).isEmpty())
        result->foreign.append({file.lineOf(options), text,
                                QCoreApplication::translate("formats", "a plan cannot say “%1”")
                                    .arg(QString::fromLatin1(options) + u'=' + file.text(options).left(30))});
    else if (isV6 || !network || network->address.family() != IpAddress::Family::V4)
        result->foreign.append({line, text, QCoreApplication::translate("formats", "it is no IPv4 network")});
    else if (!network->address.hostBitsAllZero(network->prefix) && network->prefix < 32)
        result->foreign.append({line, text, QCoreApplication::translate("formats", "bits behind the mask are set")});
    else if (!gateway.isEmpty() && !IpAddress::fromString(gateway))
        result->foreign.append({line, text, QCoreApplication::translate("formats", "“%1” is no address").arg(gateway)});
    else if (network->prefix == 0 && !gateway.isEmpty() && metric.isEmpty()) {
        result->gateway = gateway;
        result->gatewayLine = line;
    } else {
        IpRoute route{*network, gateway, {}};
        bool isNumber = false;
        if (const quint32 number = metric.toUInt(&isNumber); isNumber)
            route.metric = number;
        result->routes.append(route);
    }
}

RouteFile readNumbered(const QByteArray &text, bool isV6, Reader reader)
{
    const ShellFile file(text);
    RouteFile result;
    bool isBehindGap = false;
    for (int i = 0; i < maxPlanListEntries; ++i) {
        const QByteArray n = QByteArray::number(i);
        const QByteArray key = "ADDRESS" + n;
        if (!file.contains(key)) {
            isBehindGap = true;
        } else if (isBehindGap || file.isUncertain(key)) {
            const QString why = isBehindGap
                ? QCoreApplication::translate("formats", "a number before it is missing")
                : QCoreApplication::translate("formats", "its value is known to a shell only");
            result.foreign.append({file.lineOf(key), QString::fromLatin1(key), why});
        } else {
            readNumberedRoute(file, n, isV6, reader, &result);
        }
    }
    if (const int line = std::max(file.problems().broken, file.problems().unclear); line > 0)
        result.foreign.append({line, QString(), QCoreApplication::translate("formats", "a shell may stop there")});
    return result;
}

} // namespace

RouteFile readRoutes(const QByteArray &text, const QString &device, bool isV6, Reader reader)
{
    if (isNumberedSyntax(text))
        return readNumbered(text, isV6, reader);
    RouteFile result;
    for (const LogicalLine &line : linesOf(text)) {
        if (isRemark(line.text))
            continue;
        const RouteLine route(line.text, device, isV6);
        if (const QString reason = reasonAgainst(route); !reason.isEmpty()) {
            result.foreign.append({line.number, QString::fromUtf8(line.text.simplified()), reason});
        } else if (!isDefault(route.route())) {
            result.routes.append(route.route());
        } else if (result.gateway.isEmpty()) {
            result.gateway = route.route().gateway;
            result.gatewayLine = line.number;
        } else {
            result.foreign.append({line.number, QString::fromUtf8(line.text.simplified()),
                                   QCoreApplication::translate("formats", "there is another default route")});
        }
    }
    return result;
}

std::optional<QByteArray> writeRoutes(const QByteArray &oldText, const QString &device, bool isV6, Reader reader,
                                      const QList<IpRoute> &routes, bool keepsDefault)
{
    const RouteFile old = readRoutes(oldText, device, isV6, reader);
    if (old.routes == routes && (keepsDefault || old.gateway.isEmpty()))
        return oldText;
    if (isNumberedSyntax(oldText) && !old.foreign.isEmpty())
        return std::nullopt;
    QByteArray kept;
    if (!isNumberedSyntax(oldText)) {
        for (const LogicalLine &line : linesOf(oldText)) {
            const bool isKeptDefault = keepsDefault && line.number == old.gatewayLine;
            const RouteLine route(line.text, device, isV6);
            if (line.text == "\n")
                continue;
            if (isRemark(line.text) || isKeptDefault || !reasonAgainst(route).isEmpty())
                kept += line.text.endsWith('\n') ? line.text : line.text + '\n';
        }
    } else {
        for (const QByteArray &line : oldText.split('\n')) {
            if (line.trimmed().startsWith('#') && !line.endsWith('\\')) // which would go on in the new syntax
                kept += line + '\n';
        }
        if (keepsDefault && !old.gateway.isEmpty())
            kept += "default via " + old.gateway.text().toUtf8() + " dev " + device.toUtf8() + '\n';
    }
    for (const IpRoute &route : routes)
        kept += lineFor(route, device);
    return kept;
}

} // namespace bondwright::formats::ifcfg
