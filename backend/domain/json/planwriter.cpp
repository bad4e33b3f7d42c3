// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/json/jsonwriter.h"
#include "domain/plan.h"

using namespace Qt::StringLiterals;

namespace bondwright
{

namespace
{

using json::JsonWriter;

void writeIp(JsonWriter &out, const QString &name, const IpConfig &ip)
{
    out.key(name);
    const bool isShort = ip == IpConfig{ip.method, {}, {}, {}, {}, {}, {}};
    out.beginObject(isShort ? JsonWriter::Layout::OneLine : JsonWriter::Layout::OneMemberALine);
    out.member(u"method"_s, ipMethodName(ip.method));
    out.memberIfSet(u"addresses"_s, ip.addresses.texts());
    out.memberIfSet(u"gateway"_s, ip.gateway.text());
    out.memberIfSet(u"dns"_s, ip.dns.texts());
    out.memberIfSet(u"search"_s, ip.search);
    if (!ip.routes.isEmpty()) {
        out.key(u"routes"_s);
        out.beginArray();
        for (const IpRoute &route : ip.routes) {
            out.beginObject(JsonWriter::Layout::OneLine);
            out.member(u"destination"_s, route.destination.text());
            out.memberIfSet(u"gateway"_s, route.gateway.text());
            out.memberIfSet(u"metric"_s, route.metric);
            out.endObject();
        }
        out.endArray();
    }
    out.memberIfSet(u"metric"_s, ip.metric);
    out.endObject();
}

void writeSlaves(JsonWriter &out, const QList<SlavePlan> &slaves)
{
    out.key(u"slaves"_s);
    out.beginArray();
    for (const SlavePlan &slave : slaves) {
        out.beginObject(JsonWriter::Layout::OneLine);
        out.member(u"name"_s, slave.name);
        out.memberIfSet(u"mac"_s, slave.mac.text());
        out.memberIfSet(u"queue_id"_s, slave.queueId);
        out.memberIfSet(u"prio"_s, slave.prio);
        out.endObject();
    }
    out.endArray();
}

void writeVlans(JsonWriter &out, const QList<VlanPlan> &vlans)
{
    if (vlans.isEmpty())
        return;
    out.key(u"vlans"_s);
    out.beginArray();
    for (const VlanPlan &vlan : vlans) {
        out.beginObject();
        out.memberIfSet(u"id"_s, std::optional(vlan.id));
        out.memberIfSet(u"name"_s, vlan.name);
        out.memberIfSet(u"mtu"_s, vlan.mtu);
        writeIp(out, u"ipv4"_s, vlan.ipv4);
        writeIp(out, u"ipv6"_s, vlan.ipv6);
        out.endObject();
    }
    out.endArray();
}

} // namespace

QByteArray planToJson(const BondPlan &plan)
{
    JsonWriter out;
    out.beginObject();
    out.memberIfSet(u"version"_s, std::optional(1));
    out.member(u"name"_s, plan.name);
    out.member(u"mode"_s, kernelName(plan.mode));
    out.key(u"options"_s);
    out.beginObject();
    for (auto it = plan.options.cbegin(); it != plan.options.cend(); ++it)
        out.member(it.key(), it.value());
    out.endObject();
    writeSlaves(out, plan.slaves);
    out.memberIfSet(u"mac"_s, plan.mac.text());
    out.memberIfSet(u"mtu"_s, plan.mtu);
    writeIp(out, u"ipv4"_s, plan.ipv4);
    writeIp(out, u"ipv6"_s, plan.ipv6);
    writeVlans(out, plan.vlans);
    if (!plan.autoconnect)
        out.member(u"autoconnect"_s, false);
    out.memberIfSet(u"accept"_s, plan.accept);
    out.memberIfSet(u"replaces"_s, plan.replaces);
    out.endObject();
    return out.result();
}

} // namespace bondwright
