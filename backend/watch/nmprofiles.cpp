// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/nmprofiles.h"

#include "domain/options.h"

#include <QDBusArgument>

#include <algorithm>

namespace bondwright::watch
{

namespace
{

constexpr qsizetype maxSlaves = maxPlanSlaves;

QVariant value(const NmSettings &profile, const char *setting, const char *key)
{
    return profile.value(QLatin1String(setting)).value(QLatin1String(key));
}

QString connection(const NmSettings &profile, const char *key)
{
    return value(profile, "connection", key).toString();
}

bool startsByItself(const NmSettings &profile)
{
    const QVariant autoconnect = value(profile, "connection", "autoconnect"); // left out where it is the default
    return !autoconnect.isValid() || autoconnect.toBool();
}

/// "master" and "slave-type" until NetworkManager 1.46, "controller" and "port-type" beside them since.
QString either(const NmSettings &profile, const char *former, const char *newer)
{
    const QString name = connection(profile, newer);
    return name.isEmpty() ? connection(profile, former) : name;
}

/// What the bond's own profile says, without its slaves. Options that this program does not know are left out.
BondPlan planOf(const NmSettings &profile, const QString &name)
{
    BondPlan plan;
    plan.name = name;
    const auto options = qdbus_cast<QMap<QString, QString>>(value(profile, "bond", "options"));
    plan.mode = modeFromText(options.value(QStringLiteral("mode"))).value_or(Mode::BalanceRr); // the driver's own
    for (auto option = options.cbegin(); option != options.cend(); ++option) {
        if (option.key() != u"mode" && findOption(option.key()))
            plan.options.insert(option.key(), *option);
    }
    if (value(profile, "ipv4", "method").toString() == u"auto")
        plan.ipv4.method = IpMethod::Auto;
    if (const quint32 mtu = value(profile, "802-3-ethernet", "mtu").toUInt())
        plan.mtu = mtu;
    return plan;
}

} // namespace

bool isOfBond(const NmSettings &profile)
{
    return connection(profile, "type") == u"bond" || either(profile, "slave-type", "port-type") == u"bond";
}

Plans plansOf(const QList<NmSettings> &profiles)
{
    Plans plans;
    QHash<QString, QString> bondOfUuid;
    QHash<QString, int> profilesOfBond;
    for (const NmSettings &profile : profiles) {
        const QString name = connection(profile, "interface-name");
        if (connection(profile, "type") != u"bond" || name.isEmpty() || !startsByItself(profile))
            continue;
        bondOfUuid.insert(connection(profile, "uuid"), name);
        plans.insert(name, planOf(profile, name));
        ++profilesOfBond[name];
    }
    for (const NmSettings &profile : profiles) {
        const QString controller = either(profile, "master", "controller");
        const QString bond = bondOfUuid.value(controller, controller);
        if (either(profile, "slave-type", "port-type") != u"bond" || !startsByItself(profile) || !plans.contains(bond))
            continue;
        SlavePlan slave;
        slave.name = connection(profile, "interface-name");
        const QByteArray mac = value(profile, "802-3-ethernet", "mac-address").toByteArray();
        if (mac.size() == 6)
            slave.mac = MacAddress::fromOctets(mac);
        if (slave.name.isEmpty())
            slave.name = slave.mac.isEmpty() ? QString() : connection(profile, "id");
        // Of several profiles for one NIC, as a repeated set-up leaves them, NetworkManager takes one.
        QList<SlavePlan> &slaves = plans[bond].slaves;
        const bool isThere = std::any_of(slaves.cbegin(), slaves.cend(), [&slave](const SlavePlan &one) {
            const bool isByName = one.mac.isEmpty() || slave.mac.isEmpty();
            return isByName ? one.name == slave.name : one.mac == slave.mac;
        });
        if (!slave.name.isEmpty() && !isThere && slaves.size() < maxSlaves)
            slaves.append(slave);
    }
    plans.removeIf([&profilesOfBond](const Plans::iterator &plan) {
        return profilesOfBond.value(plan.key()) != 1 || plan->slaves.isEmpty();
    });
    return plans;
}

} // namespace bondwright::watch
