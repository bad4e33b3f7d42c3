// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollout/playbook.h"

#include "domain/findings.h"
#include "domain/ipaddress.h"
#include "domain/json/jsontext.h"
#include "domain/macaddress.h"
#include "domain/plan.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::rollout
{

namespace
{

constexpr qsizetype shownHosts = 10;

/// For IPv4 and IPv6, of the bond and its VLANs. One variable may stand for all of them.
QStringList addressTexts(const QJsonObject &object)
{
    QStringList texts;
    for (const QString &family : {u"ipv4"_s, u"ipv6"_s}) {
        const QJsonValue addresses = object[family][u"addresses"_s];
        if (addresses.isString())
            texts.append(addresses.toString());
        for (const QJsonValue &address : addresses.toArray())
            texts.append(address.toString());
    }
    for (const QJsonValue &vlan : object[u"vlans"_s].toArray())
        texts += addressTexts(vlan.toObject());
    return texts;
}

const QRegularExpression &variables()
{
    static const QRegularExpression all(u"\\{\\{\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*\\}\\}"_s);
    return all;
}

/// Variables of the inventory that stand for an address or the bond's MAC address: no two hosts may have the same. In a
/// text of more than one ("10.0.{{ rack }}.{{ number }}/24") each of them may, and so may that of "permanent:{{ nic }}".
QJsonArray uniqueVariables(const Settings &settings)
{
    QJsonArray names;
    const QString mac = settings.plan[u"mac"_s].toString().trimmed();
    const bool isAlone = variables().match(mac).capturedLength() == mac.size();
    for (const QString &text : addressTexts(settings.plan) + (isAlone ? QStringList{mac} : QStringList())) {
        const auto only = variables().match(text);
        const QString name = only.captured(1);
        if (text.count("{{"_L1) == 1 && !name.isEmpty() && !settings.values.names.contains(name)
            && !names.contains(name))
            names.append(name);
    }
    return names;
}

/// What the host's row of the table makes of the text; nothing if that takes more than the table.
std::optional<QString> filledIn(const QString &text, const HostValues &values, const QStringList &row)
{
    QString filled;
    qsizetype end = 0;
    for (const QRegularExpressionMatch &match : variables().globalMatch(text)) {
        const qsizetype column = values.names.indexOf(match.captured(1));
        if (column < 0)
            return std::nullopt;
        filled += text.mid(end, match.capturedStart() - end) + row.at(column);
        end = match.capturedEnd();
    }
    filled += text.mid(end);
    return hasTemplate(filled) ? std::nullopt : std::optional(filled.trimmed());
}

/// The table, and each of its columns as a variable. A host that it does not name fails with that reason.
QByteArray variablesOf(const HostValues &values)
{
    QJsonObject table;
    for (auto it = values.hosts.cbegin(); it != values.hosts.cend(); ++it) {
        QJsonObject host;
        for (qsizetype i = 0; i < values.names.size(); ++i)
            host.insert(values.names.at(i), it->value(i));
        table.insert(it.key(), host);
    }
    QByteArray text = "        bondwright_values: " + json::textOf(table) + '\n';
    for (const QString &name : values.names)
        text += "        " + name.toUtf8() + ": "
            + json::textOf(u"{{ (bondwright_values[inventory_hostname] | default({}))['%1'] | "
                           "mandatory('The table does not name ' ~ inventory_hostname) }}"_s.arg(name))
            + '\n';
    return text;
}

/// A MAC address, and neither a variable nor "permanent:<nic>", which is another one on each host.
bool isOfOneHost(const QJsonValue &mac)
{
    return !mac.toString().isEmpty() && !hasTemplate(mac) && !BondMac::fromString(mac.toString()).nic();
}

/// Those of the bond and of its slaves, which are found by their names then.
void takeMacsOut(QJsonObject &plan)
{
    if (isOfOneHost(plan.value(u"mac"_s)))
        plan.remove(u"mac"_s);
    QJsonArray slaves = plan.value(u"slaves"_s).toArray();
    for (auto &&slave : slaves) {
        QJsonObject changed = slave.toObject();
        if (isOfOneHost(changed.value(u"mac"_s))) {
            changed.remove(u"mac"_s);
            slave = changed;
        }
    }
    if (!slaves.isEmpty())
        plan.insert(u"slaves"_s, slaves);
}

/// In place of a variable, something that the reader takes: without the member it could not tell which ones it knows.
QJsonValue placeholderFor(const QString &member)
{
    const QJsonObject automatic{{u"method"_s, ipMethodName(IpMethod::Auto)}};
    static const QHash<QString, QJsonValue> all{{u"version"_s, 1},
                                                {u"name"_s, u"bond0"_s},
                                                {u"mode"_s, kernelName(Mode::ActiveBackup)},
                                                {u"id"_s, 1},
                                                {u"mtu"_s, 0},
                                                {u"metric"_s, 0},
                                                {u"queue_id"_s, 0},
                                                {u"prio"_s, 0},
                                                {u"autoconnect"_s, true},
                                                {u"options"_s, QJsonObject()},
                                                {u"ipv4"_s, automatic},
                                                {u"ipv6"_s, automatic},
                                                {u"slaves"_s, QJsonArray()},
                                                {u"vlans"_s, QJsonArray()},
                                                {u"routes"_s, QJsonArray()},
                                                {u"addresses"_s, QJsonArray()},
                                                {u"dns"_s, QJsonArray()},
                                                {u"search"_s, QJsonArray()},
                                                {u"accept"_s, QJsonArray()},
                                                {u"method"_s, automatic[u"method"_s]}};
    return all.value(member, QString());
}

/// What stands there without a variable, in lists and objects too.
QJsonValue withoutVariables(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray said;
        for (const QJsonValue &one : value.toArray()) {
            if (!one.isString() || !hasTemplate(one))
                said.append(withoutVariables(one));
        }
        return said;
    }
    if (!value.isObject())
        return value;
    QJsonObject said = value.toObject();
    for (const QString &name : said.keys()) {
        const QJsonValue member = said.value(name);
        said.insert(name, member.isString() && hasTemplate(member) ? placeholderFor(name) : withoutVariables(member));
    }
    return said;
}

/// As "bondctl check" does; the rules for what belongs together only where all of it is said.
Result<PlanTemplate> judgeSaid(const QJsonObject &plan, bool choosesNics)
{
    QJsonObject said = withoutVariables(plan).toObject();
    if (!said.contains(u"version"_s))
        said.insert(u"version"_s, 1); // the collection's modules put it in as well
    const auto parsed = planFromJson(QJsonDocument(said).toJson());
    if (!parsed)
        return tl::unexpected(parsed.error());
    const bool isWhole = !hasTemplate(plan) && !choosesNics;
    for (const Finding &finding : check(parsed->plan, {})) {
        if (finding.severity == Severity::Error && (isWhole || finding.field == u"name"))
            return fail(finding.code, finding.message, finding.advice);
    }
    return PlanTemplate{plan, parsed->unknownMembers};
}

} // namespace

bool isBatch(const QString &text)
{
    const bool isShare = text.endsWith(u'%');
    const QString digits = text.chopped(isShare ? 1 : 0);
    const bool isNumber
        = std::all_of(digits.cbegin(), digits.cend(), [](QChar digit) { return digit >= u'0' && digit <= u'9'; });
    return isNumber && digits.toInt() > 0 && digits.toInt() <= (isShare ? 100 : 100'000);
}

Result<PlanTemplate> planTemplateFromJson(const QByteArray &text, bool choosesNics)
{
    return planObjectFromJson(text)
        .and_then([choosesNics](const QJsonObject &plan) { return judgeSaid(plan, choosesNics); })
        .and_then([](const PlanTemplate &plan) { return checkForManyHosts(plan.plan).map([&plan] { return plan; }); });
}

Result<void> checkForManyHosts(const QJsonObject &plan)
{
    const QStringList addresses = addressTexts(plan);
    const auto same = std::ranges::find_if_not(addresses, hasTemplate);
    if (same != addresses.end())
        return fail(u"rollout.same-address"_s,
                    //: @error %1 an address
                    QCoreApplication::translate("Rollout", "Every host would get the same address: %1.").arg(*same),
                    QCoreApplication::translate("Rollout",
                                                "Put a variable of the inventory in its place, such as "
                                                "\"addresses\": [\"{{ bond_address }}\"]."));
    if (isOfOneHost(plan[u"mac"_s]))
        return fail(
            u"rollout.same-mac"_s,
            //: @error %1 a MAC address
            QCoreApplication::translate("Rollout", "Every host would get the same MAC address: %1.")
                .arg(plan[u"mac"_s].toString()),
            QCoreApplication::translate("Rollout",
                                        "Leave \"mac\" out of the plan, or put \"permanent:<nic>\" or a variable of "
                                        "the inventory in its place."));
    return {};
}

QStringList hostsWithoutOwnAddress(const QMap<QString, QString> &addresses)
{
    QStringList wrong;
    QHash<QString, QStringList> hostsWith; // whatever their prefix
    for (auto it = addresses.cbegin(); it != addresses.cend(); ++it) {
        const auto network = IpNetwork::fromString(*it);
        if (network && it->contains(u'/'))
            hostsWith[network->address.toString()].append(it.key());
        else
            wrong.append(it.key());
    }
    for (const QStringList &hosts : std::as_const(hostsWith))
        wrong += hosts.size() > 1 ? hosts : QStringList();
    wrong.sort();
    return wrong;
}

QString someOf(const QStringList &hosts)
{
    const bool areAll = hosts.size() <= shownHosts;
    return (areAll ? hosts : hosts.first(shownHosts) + QStringList{u"…"_s}).join(u", "_s);
}

namespace
{

/// Where it is of the table alone.
QStringList hostsWithSameMac(const QString &text, const HostValues &values)
{
    QMap<QString, QStringList> hostsWith;
    for (auto it = values.hosts.cbegin(); it != values.hosts.cend(); ++it) {
        const auto filled = filledIn(text, values, *it);
        const auto mac = MacAddress::fromString(filled.value_or(QString()));
        if (!mac.isEmpty())
            hostsWith[mac.toString()].append(it.key());
    }
    QStringList same;
    for (const QStringList &hosts : std::as_const(hostsWith))
        same += hosts.size() > 1 ? hosts : QStringList();
    same.sort();
    return same;
}

} // namespace

Result<void> checkAddresses(const QJsonObject &plan, const HostValues &values)
{
    if (const QStringList same = hostsWithSameMac(plan[u"mac"_s].toString(), values); !same.isEmpty())
        return fail(u"rollout.same-mac"_s,
                    //: @error %1 names of hosts
                    QCoreApplication::translate("Rollout", "These hosts would get the same MAC address: %1.")
                        .arg(someOf(same)));
    QStringList wrong;
    for (const QString &text : addressTexts(plan)) {
        QMap<QString, QString> addresses;
        for (auto it = values.hosts.cbegin(); it != values.hosts.cend(); ++it) {
            if (const auto filled = filledIn(text, values, *it))
                addresses.insert(it.key(), *filled);
        }
        wrong += hostsWithoutOwnAddress(addresses);
    }
    wrong.removeDuplicates();
    wrong.sort();
    if (wrong.isEmpty())
        return {};
    return fail(
        u"rollout.same-address"_s,
        //: @error %1 names of hosts
        QCoreApplication::translate("Rollout", "Each host needs an address of its own, such as 192.0.2.11/24: %1.")
            .arg(someOf(wrong)));
}

bool hasTemplate(const QJsonValue &value)
{
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        return std::any_of(array.cbegin(), array.cend(), hasTemplate);
    }
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        return std::any_of(object.constBegin(), object.constEnd(), hasTemplate);
    }
    const QString text = value.toString();
    return text.contains("{{"_L1) || text.contains("{%"_L1) || text.contains("{#"_L1);
}

QString takeAddressPerHost(QJsonObject &plan)
{
    takeMacsOut(plan);
    QJsonObject ipv4 = plan.value(u"ipv4"_s).toObject();
    const QString first = ipv4.value(u"addresses"_s).toArray().first().toString();
    const bool hasFirst = !first.isEmpty() && !hasTemplate(first);
    if (hasFirst) {
        ipv4.insert(u"addresses"_s, QJsonArray{u"{{ bondwright_addresses[inventory_hostname] }}"_s});
        plan.insert(u"ipv4"_s, ipv4);
    }
    // Where they are the only ones they stay, and checkForManyHosts() refuses them: without them no host has an address.
    const QJsonArray ipv6 = plan.value(u"ipv6"_s)[u"addresses"_s].toArray();
    const bool hasIpv4 = hasFirst || ipv4.value(u"method"_s).toString() == ipMethodName(IpMethod::Auto);
    if (hasIpv4 && !std::all_of(ipv6.cbegin(), ipv6.cend(), hasTemplate))
        plan.remove(u"ipv6"_s);
    return hasFirst ? first : QString();
}

QStringList addressesFrom(const QString &first, int count, const QStringList &taken)
{
    const auto begin = IpNetwork::fromString(first);
    if (!begin || begin->address.family() != IpAddress::Family::V4 || begin->prefix < 1)
        return {};
    quint32 number = 0;
    for (std::size_t i = 0; i < 4; ++i)
        number = (number << 8) | begin->address.bytes().at(i);
    QStringList found;
    for (; found.size() < count; ++number) {
        const QString text
            = u"%1.%2.%3.%4"_s.arg(number >> 24).arg((number >> 16) & 255).arg((number >> 8) & 255).arg(number & 255);
        const auto next = IpAddress::fromString(text);
        const bool isBroadcast = begin->prefix < 31 && next && next->hostBitsAllOne(begin->prefix);
        if (!next || !begin->contains(*next) || isBroadcast)
            break;
        if (std::ranges::none_of(taken, [&text](const QString &other) { return other.section(u'/', 0, 0) == text; }))
            found.append(IpNetwork{*next, begin->prefix}.toString());
    }
    return found;
}

// A JSON value on one line is YAML too, and Ansible fills in the variables that its texts hold.
QByteArray playbook(const Settings &settings, bool isCheck)
{
    QJsonArray serial;
    if (settings.batches.isEmpty())
        serial.append(1); // to Ansible an empty list is all hosts at once
    for (const QString &batch : settings.batches) {
        if (batch.endsWith(u'%'))
            serial.append(batch);
        else
            serial.append(batch.toInt());
    }
    QByteArray text = "# Made by Bondwright. Run again:\n#   ansible-playbook -i INVENTORY THIS_FILE\n"
                      "- name: Roll out a bond\n  hosts: all\n  gather_facts: false\n"
                      // Another one of the user's configuration knows no batches that stop.
                      "  strategy: ansible.builtin.linear\n";
    if (!isCheck)
        text += "  serial: " + json::textOf(serial) + "\n  max_fail_percentage: 0\n";
    text += "  roles:\n    - role: bondwright.bond.rollout\n      vars:\n";
    const auto add = [&text](const char *name, const QJsonValue &value) {
        text += QByteArray("        bondwright_") + name + ": " + json::textOf(value) + '\n';
    };
    add("plan", settings.plan);
    if (const QJsonArray unique = uniqueVariables(settings); !unique.isEmpty())
        add("unique", unique);
    if (!settings.addresses.isEmpty()) {
        QJsonObject addresses;
        for (auto it = settings.addresses.cbegin(); it != settings.addresses.cend(); ++it)
            addresses.insert(it.key(), it.value());
        add("addresses", addresses);
    }
    if (!settings.values.hosts.isEmpty())
        text += variablesOf(settings.values);
    if (settings.choose)
        add("choose", toJson(*settings.choose));
    add("rehearse", settings.rehearse);
    add("rehearse_required", settings.requireRehearsal);
    add("ping", settings.ping);
    add("confirm_within", qint64(settings.confirmWithin.count()));
    if (settings.failoverLimit)
        add("failover_limit", qint64(settings.failoverLimit->count()));
    return text;
}

} // namespace bondwright::rollout
