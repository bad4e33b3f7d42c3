// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rulecases.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace bondwright::tests
{

namespace
{

constexpr const char *basePlan = R"({"version":1,"name":"bond0","mode":"active-backup",
  "options":{"miimon":"100"},"slaves":[{"name":"eth0"},{"name":"eth1"}],
  "ipv4":{"method":"manual","addresses":["192.168.1.11/24"],"gateway":"192.168.1.1","dns":["192.168.1.1"]},
  "ipv6":{"method":"disabled"}})";

QJsonValue valueOf(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson("[" + text.toUtf8() + "]");
    return document.isNull() ? QJsonValue(text) : document.array().at(0);
}

QJsonValue changed(const QJsonValue &value, const QStringList &path, const QString &text)
{
    if (path.isEmpty())
        return valueOf(text);
    const QString &step = path.first();
    const QStringList rest = path.mid(1);
    if (bool isIndex = false; step.toInt(&isIndex), isIndex) {
        QJsonArray array = value.toArray();
        const int index = step.toInt();
        while (array.size() <= index)
            array.append(QJsonObject());
        array[index] = changed(array.at(index), rest, text);
        return array;
    }
    QJsonObject object = value.toObject();
    if (rest.isEmpty() && text == u"-")
        object.remove(step);
    else
        object.insert(step, changed(object.value(step), rest, text));
    return object;
}

bool isHostPair(const QString &change)
{
    static const QStringList prefixes{u"eth0."_s, u"eth1."_s, u"eth2."_s, u"host."_s, u"bond0."_s, u"bond9."_s};
    return std::any_of(prefixes.begin(), prefixes.end(),
                       [&](const QString &prefix) { return change.startsWith(prefix); });
}

void changeNic(NicFacts &nic, const QString &key, const QString &value)
{
    if (key == u"speed")
        nic.speedMbps = value == u"-" ? std::nullopt : std::optional(value.toUInt());
    else if (key == u"duplex")
        nic.duplex = value == u"half" ? Duplex::Half : Duplex::Full;
    else if (key == u"carrier")
        nic.carrier = value == u"no" ? Tristate::No : Tristate::Yes;
    else if (key == u"kind")
        nic.kind = InterfaceKind::fromString(value);
    else if (key == u"bus")
        nic.busAddress = value;
    else if (key == u"mac")
        nic.permanentMac = MacAddress::fromString(value);
    else if (key == u"mtu")
        nic.mtu = value.toUInt();
    else if (key == u"max-mtu")
        nic.maxMtu = value.toUInt();
    else if (key == u"master")
        nic.master = value.section(u'/', 0, 0), nic.masterKind = InterfaceKind::fromString(value.section(u'/', 1));
    else if (key == u"addresses")
        nic.addresses = value.split(u' ');
    else if (key == u"gateway")
        nic.gateway = IpAddress::fromString(value), nic.carriesDefaultRoute = true,
        nic.ipv6Gateway = nic.gateway->family() == IpAddress::Family::V6 ? nic.gateway : nic.ipv6Gateway;
    else if (key == u"ipv6Gateway")
        nic.ipv6Gateway = IpAddress::fromString(value), nic.carriesDefaultRoute = true;
    else if (key == u"session")
        nic.carriesSession = true;
    else if (key == u"mac-change")
        nic.canChangeMac = value == u"no" ? Tristate::No : Tristate::Yes;
    else if (key == u"neighbour")
        nic.neighbour = value;
    else
        qFatal("no such fact of a NIC: %s", qPrintable(key));
}

void changeHost(HostFacts &host, const QString &key, const QString &value)
{
    if (key == u"virtualization")
        host.virtualization = value;
    else if (key == u"kernel")
        host.kernelRelease = value;
    else if (key == u"driver")
        host.bondingDriver = value == u"no" ? Tristate::No : Tristate::Yes;
    else if (key == u"dns")
        host.dns = {*IpAddress::fromString(value)};
    else if (key == u"peer")
        host.sessionPeer = IpAddress::fromString(value);
    else
        qFatal("no such fact of a host: %s", qPrintable(key));
}

NicFacts nicOnBus(const QString &name, const QString &bus)
{
    NicFacts nic;
    nic.name = name;
    nic.kind = InterfaceKind::Physical;
    nic.busAddress = bus;
    nic.speedMbps = 1000;
    nic.duplex = Duplex::Full;
    nic.carrier = Tristate::Yes;
    nic.mtu = 1500;
    nic.maxMtu = 9216;
    nic.canChangeMac = Tristate::Yes;
    return nic;
}

} // namespace

BondPlan planWith(const QStringList &changes)
{
    QJsonValue root = QJsonDocument::fromJson(basePlan).object();
    for (const QString &change : changes) {
        if (isHostPair(change))
            continue;
        QString path = change.section(u'=', 0, 0);
        path.replace(u'[', u'.').remove(u']');
        root = changed(root, path.split(u'.'), change.section(u'=', 1));
    }
    const auto parsed = planFromJson(QJsonDocument(root.toObject()).toJson());
    if (!parsed)
        qFatal("the row's plan cannot be read: %s", qPrintable(parsed.error().message));
    return parsed->plan;
}

HostFacts hostWith(const QStringList &changes)
{
    HostFacts host;
    host.known = true;
    host.kernelRelease = u"7.2.13"_s;
    host.bondingDriver = Tristate::Yes;
    host.nics = {nicOnBus(u"eth0"_s, u"0000:03:00.0"_s), nicOnBus(u"eth1"_s, u"0000:04:00.0"_s),
                 nicOnBus(u"eth2"_s, u"0000:05:00.0"_s)};
    for (const QString &change : changes) {
        if (!isHostPair(change))
            continue;
        const QString who = change.section(u'.', 0, 0);
        const QString key = change.section(u'.', 1).section(u'=', 0, 0);
        const QString value = change.section(u'=', 1);
        if (who == u"host") {
            changeHost(host, key, value);
            continue;
        }
        auto nic
            = std::find_if(host.nics.begin(), host.nics.end(), [&](const NicFacts &one) { return one.name == who; });
        if (nic == host.nics.end()) {
            NicFacts bond;
            bond.name = who;
            bond.kind = InterfaceKind::Bond;
            host.bonds.append({who, {}});
            host.nics.append(bond);
            nic = std::prev(host.nics.end());
        }
        changeNic(*nic, key, value);
    }
    return host;
}

QList<RuleCase> nsCases()
{
    const QString code = u"ns.target-outside"_s, field = u"options.ns_ip6_target"_s;
    const QString ns = u"options={\"arp_interval\":\"1000\",\"ns_ip6_target\":\"2001:db8::1\"}"_s;
    const QString linkLocal = u"ipv6={\"method\":\"link-local\"}"_s;
    return {
        {code, field, {ns}},
        {code, field, {ns, linkLocal}},
        {code, {}, {ns, u"options.ns_ip6_target=fe80::1"_s, linkLocal}},
        {code, {}, {ns, u"ipv6={\"method\":\"manual\",\"addresses\":[\"2001:db8::5/64\"]}"_s}},
        {code, {}, {ns, u"ipv6={\"method\":\"auto\"}"_s}},
        // An answer of either target is enough.
        {code, {}, {ns, u"options.arp_ip_target=192.168.1.1"_s}},
    };
}

void addRow(const RuleCase &row)
{
    const QString tag
        = u"%1%2: %3"_s.arg(row.field.isEmpty() ? u"not "_s : QString(), row.code, row.changes.join(u", "_s));
    QTest::newRow(tag.toUtf8().constData()) << row.code << row.field << row.changes;
}

QStringList codesNotBothWays(const QList<RuleCase> &rows, RulesAbout about)
{
    QSet<QString> broken, kept, reported;
    for (const RuleCase &row : rows)
        (row.field.isEmpty() ? kept : broken).insert(row.code);
    static const QRegularExpression report(u"report\\.(?:error|warning|advice)\\(\\s*u\"([^\"]+)\"_s,"_s);
    for (const QFileInfo &source : QDir(QStringLiteral(RULES_FOLDER)).entryInfoList({u"*.cpp"_s})) {
        QFile file(source.filePath());
        if (source.fileName().startsWith(u"host") != (about == RulesAbout::Hosts) || !file.open(QIODevice::ReadOnly))
            continue;
        for (const QRegularExpressionMatch &match : report.globalMatch(QString::fromUtf8(file.readAll())))
            reported.insert(match.captured(1));
    }
    QStringList found = (reported | broken | kept).subtract(broken & kept).values();
    found.sort();
    return reported.isEmpty() ? QStringList{u"no sources in "_s + QStringLiteral(RULES_FOLDER)} : found;
}

} // namespace bondwright::tests
