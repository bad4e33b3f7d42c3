// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollout/playbook.h"

#include "domain/ipaddress.h"
#include "domain/plan.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::rollout
{

namespace
{

// A JSON value on one line is YAML too, and Ansible fills in the variables that its texts hold.
QByteArray json(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

bool hasVariable(const QString &text)
{
    return text.contains(u"{{"_s);
}

/// Whether it has a fixed address, for IPv4 or IPv6, of the bond or a VLAN.
bool hasFixedAddress(const QJsonObject &object)
{
    for (const QString &family : {u"ipv4"_s, u"ipv6"_s}) {
        const QJsonArray addresses = object[family][u"addresses"_s].toArray();
        const auto isFixed = [](const QJsonValue &address) { return !hasVariable(address.toString()); };
        if (std::any_of(addresses.cbegin(), addresses.cend(), isFixed))
            return true;
    }
    const QJsonArray vlans = object[u"vlans"_s].toArray();
    return std::any_of(vlans.cbegin(), vlans.cend(),
                       [](const QJsonValue &vlan) { return hasFixedAddress(vlan.toObject()); });
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
    QByteArray text = "        bondwright_values: " + json(table) + '\n';
    for (const QString &name : values.names)
        text += "        " + name.toUtf8() + ": "
            + json(u"{{ (bondwright_values[inventory_hostname] | default({})).%1 | "
                   "mandatory('The table does not name ' ~ inventory_hostname) }}"_s.arg(name))
            + '\n';
    return text;
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

Result<QJsonObject> planTemplateFromJson(const QByteArray &text)
{
    QJsonParseError error;
    const QJsonObject plan = QJsonDocument::fromJson(text.left(maxPlanBytes), &error).object();
    if (plan[u"name"_s].toString().isEmpty())
        return fail(u"plan.format"_s,
                    //: @error %1 words of the parser
                    QCoreApplication::translate("Rollout", "This is not a plan of a bond: %1")
                        .arg(error.error == QJsonParseError::NoError
                                 ? QCoreApplication::translate("Rollout", "it has no name")
                                 : error.errorString()));
    if (hasFixedAddress(plan))
        return fail(u"rollout.same-address"_s,
                    QCoreApplication::translate("Rollout", "Every host would get the same address."),
                    QCoreApplication::translate("Rollout",
                                                "Put a variable of the inventory in its place, such as "
                                                "\"addresses\": [\"{{ bond_address }}\"]."));
    return plan;
}

QString takeAddressPerHost(QJsonObject &plan)
{
    QJsonObject ipv4 = plan[u"ipv4"_s].toObject();
    const QString first = ipv4[u"addresses"_s].toArray().first().toString();
    if (first.isEmpty() || hasVariable(first))
        return {};
    ipv4.insert(u"addresses"_s, QJsonArray{u"{{ bondwright_addresses[inventory_hostname] }}"_s});
    plan.insert(u"ipv4"_s, ipv4);
    QJsonObject ipv6 = plan[u"ipv6"_s].toObject();
    if (!ipv6[u"addresses"_s].toArray().isEmpty())
        plan.remove(u"ipv6"_s);
    // A MAC address is one host's too.
    plan.remove(u"mac"_s);
    return first;
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

QByteArray playbook(const Settings &settings, bool isCheck)
{
    QJsonArray serial;
    for (const QString &batch : settings.batches) {
        if (batch.endsWith(u'%'))
            serial.append(batch);
        else
            serial.append(batch.toInt());
    }
    QByteArray text = "# Made by Bondwright. Run again:\n#   ansible-playbook -i INVENTORY THIS_FILE\n"
                      "- name: Roll out a bond\n  hosts: all\n  gather_facts: false\n";
    if (!isCheck)
        text += "  serial: " + json(serial) + "\n  max_fail_percentage: 0\n";
    text += "  roles:\n    - role: bondwright.bond.rollout\n      vars:\n";
    const auto add = [&text](const char *name, const QJsonValue &value) {
        text += QByteArray("        bondwright_") + name + ": " + json(value) + '\n';
    };
    add("plan", settings.plan);
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
