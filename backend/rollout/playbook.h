// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "rollout/nicrule.h"
#include "rollout/values.h"

#include <QJsonObject>
#include <QMap>
#include <QStringList>

#include <chrono>
#include <optional>

namespace bondwright::rollout
{

/// What is rolled out, and how.
struct Settings {
    QJsonObject plan; ///< texts in it may hold variables of the inventory, "{{ bond_address }}"
    QStringList batches{QStringLiteral("1"), QStringLiteral("10%"), QStringLiteral("50%")}; ///< hosts at once
    QString ping; ///< must answer afterwards; empty: nothing
    std::chrono::seconds confirmWithin{60};
    std::optional<std::chrono::milliseconds> failoverLimit; ///< with which a changed bond's failover is tested
    QMap<QString, QString> addresses; ///< by host, for a plan of withAddressPerHost()
    HostValues values; ///< variables of the hosts, beside those of the inventory
    std::optional<NicRule> choose; ///< of the NICs of each host; none: those of the plan
    bool rehearse = true;
    bool requireRehearsal = false;

    friend bool operator==(const Settings &, const Settings &) = default;
};

/// "1", "25", "10%".
bool isBatch(const QString &text);

/// A plan whose texts may hold variables of the inventory.
struct PlanTemplate {
    QJsonObject plan;
    QStringList unknownMembers; ///< as in ParsedPlan
};

/// A plan as a template. What it says without variables is judged as planFromJson() and check() do without a host; the
/// rest on each host, with its variables put in.
/// @param choosesNics each host puts in NICs of its own
/// @return errors of planFromJson(), of check() and of checkForManyHosts()
Result<PlanTemplate> planTemplateFromJson(const QByteArray &json, bool choosesNics = false);

/// Whether the plan, which may hold variables, gives no two hosts the same address. Errors "rollout.same-address" and
/// "rollout.same-mac"
Result<void> checkForManyHosts(const QJsonObject &plan);

/// Names for a sentence; of hundreds the first ones.
QString someOf(const QStringList &hosts);

/// Hosts whose address is none with a prefix, or that of another host as well.
QStringList hostsWithoutOwnAddress(const QMap<QString, QString> &addresses);

/// Whether each host gets an address of its own from the table, where the plan's addresses are of the table alone.
/// The same of MAC addresses. Errors "rollout.same-address" and "rollout.same-mac"
Result<void> checkAddresses(const QJsonObject &plan, const HostValues &values);

/// Whether Ansible would execute what a text in it says. The plan of a file of the user's may; what a host says of
/// itself must not.
bool hasTemplate(const QJsonValue &value);

/// The plan with the first IPv4 address of the bond taken from Settings::addresses. What else of the bond is one host's
/// goes: its other addresses, and the MAC addresses. Those of VLANs stay, for checkForManyHosts().
/// @return the former address; empty: there was none
QString takeAddressPerHost(QJsonObject &plan);
/// "192.0.2.11/24" and those that follow it, as many as asked for, as far as the network reaches.
/// @param taken addresses that others have, with or without a prefix
QStringList addressesFrom(const QString &first, int count, const QStringList &taken = {});

/// The playbook, as YAML that anybody can run again. @param isCheck all hosts at once, none stops for another
QByteArray playbook(const Settings &settings, bool isCheck = false);

} // namespace bondwright::rollout
