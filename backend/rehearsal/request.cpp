// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rehearsal/request.h"

#include "formats/planmac.h"
#include "i18n/language.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace bondwright::rehearsal
{

Request requestFor(const BondPlan &plan, const HostFacts &host, SwitchKind kind)
{
    Request request{formats::withResolvedMac(plan, host), {}, kind, false, {}, i18n::currentLanguage()};
    QList<MacAddress> used;
    for (const SlavePlan &slave : plan.slaves) {
        const NicFacts *nic = host.nic(slave.name);
        const MacAddress mac = !nic ? MacAddress() : nic->permanentMac.isEmpty() ? nic->currentMac : nic->permanentMac;
        // All slaves of a running bond have the bond's MAC address.
        if (mac.isEmpty() || used.contains(mac))
            continue;
        used.append(mac);
        request.nics.append({slave.name, mac});
    }
    return request;
}

QByteArray toJson(const Request &request)
{
    QJsonArray nics;
    for (const StandIn &nic : request.nics)
        nics.append(QJsonObject{{u"name"_s, nic.name}, {u"mac"_s, nic.mac.toString()}});
    const QJsonObject object{{u"plan"_s, QJsonDocument::fromJson(planToJson(request.plan)).object()},
                             {u"nics"_s, nics},
                             {u"switch"_s, switchKindName(request.switchKind)},
                             {u"observe_only"_s, request.observeOnly},
                             {u"pulls"_s, QJsonArray::fromStringList(request.pulls)},
                             {u"language"_s, request.language}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

Result<Request> requestFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.left(maxRequestBytes)).object();
    const auto kind = switchKindFromName(object[u"switch"_s].toString());
    if (!kind)
        return fail(u"rehearsal.request"_s,
                    QCoreApplication::translate("Rehearsal", "This is not a request for a rehearsal."));
    // Indented, it would grow beyond what a plan may have.
    const auto parsed = planFromJson(QJsonDocument(object[u"plan"_s].toObject()).toJson(QJsonDocument::Compact));
    if (!parsed)
        return tl::unexpected(parsed.error());
    Request request{parsed->plan, {}, *kind, object[u"observe_only"_s].toBool(), {}, object[u"language"_s].toString()};
    for (const QJsonValue &slave : object[u"pulls"_s].toArray()) {
        if (request.pulls.size() < maxPlanSlaves)
            request.pulls.append(slave.toString());
    }
    for (const QJsonValue &nic : object[u"nics"_s].toArray()) {
        if (request.nics.size() < maxPlanSlaves)
            request.nics.append({nic[u"name"_s].toString(), MacAddress::fromString(nic[u"mac"_s].toString())});
    }
    return request;
}

} // namespace bondwright::rehearsal
