// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/kerneljson.h"

#include "models/nicuse.h"

#include <QJsonArray>

#include <array>

namespace bondwright::cli
{

namespace
{

template <typename T>
QJsonValue orNull(const std::optional<T> &value)
{
    return value ? QJsonValue(qint64(*value)) : QJsonValue(QJsonValue::Null);
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue duplexValue(Duplex duplex)
{
    switch (duplex) {
    case Duplex::Half:
        return QStringLiteral("half");
    case Duplex::Full:
        return QStringLiteral("full");
    case Duplex::Unknown:
        break;
    }
    return QJsonValue::Null;
}

QJsonValue portStateValue(const std::optional<quint16> &state)
{
    return state ? QJsonValue(QJsonArray::fromStringList(portStateWords(*state))) : QJsonValue(QJsonValue::Null);
}

QJsonValue switchValue(const neighbours::SwitchPorts &ports, const QString &nic)
{
    const auto port = ports.constFind(nic);
    if (port == ports.cend())
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("system"), neighbours::systemName(*port)},
                       {QStringLiteral("chassis"), port->chassis},
                       {QStringLiteral("port"), neighbours::portName(*port)},
                       {QStringLiteral("vlan"), orNull(port->vlan)}};
}

QJsonArray findingsValue(const diagnosis::Diagnosis &health)
{
    QJsonArray findings;
    for (const diagnosis::Finding &finding : health.findings)
        findings.append(QJsonObject{{QStringLiteral("rule"), ruleName(finding.rule)},
                                    {QStringLiteral("fault"), finding.isFault()},
                                    {QStringLiteral("cause"), finding.cause},
                                    {QStringLiteral("evidence"), textOrNull(finding.evidence)},
                                    {QStringLiteral("next_step"), textOrNull(finding.nextStep)},
                                    {QStringLiteral("slaves"), QJsonArray::fromStringList(finding.slaves)}});
    return findings;
}

QJsonObject slaveToJson(const kernel::BondState &bond, const kernel::SlaveState &slave, const kernel::NicState &nic,
                        const neighbours::SwitchPorts &ports)
{
    return {{QStringLiteral("name"), slave.name},
            {QStringLiteral("ifindex"), slave.ifindex},
            {QStringLiteral("active"), bond.isActiveKnown() ? QJsonValue(slave.active) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("mii"), kernel::miiName(slave.mii)},
            {QStringLiteral("carrier"), nic.carrier},
            {QStringLiteral("speed"), orNull(nic.speedMbps)},
            {QStringLiteral("duplex"), duplexValue(nic.duplex)},
            {QStringLiteral("link_failures"), qint64(slave.linkFailures)},
            {QStringLiteral("permanent_mac"), textOrNull(slave.permanentMac.toString())},
            {QStringLiteral("queue_id"), orNull(slave.queueId)},
            {QStringLiteral("prio"), orNull(slave.prio)},
            {QStringLiteral("actor_port_prio"), orNull(slave.actorPortPrio)},
            {QStringLiteral("aggregator"), orNull(slave.aggregatorId)},
            {QStringLiteral("actor_state"), portStateValue(slave.actorPortState)},
            {QStringLiteral("partner_state"), portStateValue(slave.partnerPortState)},
            {QStringLiteral("churn_actor"), orNull(slave.churnActor)},
            {QStringLiteral("churn_partner"), orNull(slave.churnPartner)},
            {QStringLiteral("switch"), switchValue(ports, slave.name)}};
}

QJsonValue lacpValue(const std::optional<kernel::AdInfo> &ad)
{
    if (!ad)
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("aggregator"), ad->aggregatorId},
                       {QStringLiteral("ports"), ad->ports},
                       {QStringLiteral("actor_key"), ad->actorKey},
                       {QStringLiteral("partner_key"), ad->partnerKey},
                       {QStringLiteral("partner_mac"), textOrNull(ad->partnerMac.toString())}};
}

} // namespace

QStringList portStateWords(quint16 state)
{
    static const std::array<QString, 8> words{QStringLiteral("activity"),    QStringLiteral("short-timeout"),
                                              QStringLiteral("aggregation"), QStringLiteral("synchronization"),
                                              QStringLiteral("collecting"),  QStringLiteral("distributing"),
                                              QStringLiteral("defaulted"),   QStringLiteral("expired")};
    QStringList set;
    for (std::size_t bit = 0; bit < words.size(); ++bit) {
        if ((state >> bit) & 1)
            set.append(words[bit]);
    }
    return set;
}

QJsonObject nicToJson(const kernel::NicState &nic, const kernel::Snapshot &snapshot, const watch::Surveyed &surveyed)
{
    const models::NicUsage usage = models::NicJudge::usage(nic, snapshot);
    const bool isBond = snapshot.bonds.contains(nic.ifindex);
    return {{QStringLiteral("name"), nic.name},
            {QStringLiteral("ifindex"), nic.ifindex},
            {QStringLiteral("kind"), nic.kind.toString()},
            {QStringLiteral("driver"), textOrNull(nic.driver)},
            {QStringLiteral("bus"), textOrNull(nic.busAddress)},
            {QStringLiteral("permanent_mac"), textOrNull(nic.permanentMac.toString())},
            {QStringLiteral("mac"), textOrNull(nic.mac.toString())},
            {QStringLiteral("speed"), orNull(nic.speedMbps)},
            {QStringLiteral("duplex"), duplexValue(nic.duplex)},
            {QStringLiteral("up"), nic.adminUp},
            {QStringLiteral("carrier"), nic.carrier},
            {QStringLiteral("mtu"), qint64(nic.mtu)},
            {QStringLiteral("max_mtu"), nic.maxMtu > 0 ? QJsonValue(qint64(nic.maxMtu)) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("master"), textOrNull(snapshot.nics.value(nic.masterIndex).name)},
            {QStringLiteral("addresses"), QJsonArray::fromStringList(nic.addresses.toStrings())},
            {QStringLiteral("default_route"), nic.carriesDefaultRoute},
            {QStringLiteral("gateway"), textOrNull(textOf(nic.gateway))},
            {QStringLiteral("switch"), switchValue(surveyed.ports, nic.name)},
            {QStringLiteral("use"), isBond ? QStringLiteral("bond") : models::nicUseName(usage.use)},
            {QStringLiteral("reason"), isBond ? QJsonValue(QJsonValue::Null) : textOrNull(usage.reason)}};
}

QJsonObject healthToJson(const diagnosis::Diagnosis &health)
{
    return {{QStringLiteral("verdict"), diagnosis::verdictName(health.verdict)},
            {QStringLiteral("rule"), ruleName(health.rule)},
            {QStringLiteral("cause"), textOrNull(health.cause)},
            {QStringLiteral("evidence"), textOrNull(health.evidence)},
            {QStringLiteral("next_step"), textOrNull(health.nextStep)},
            {QStringLiteral("findings"), findingsValue(health)}};
}

QJsonObject bondToJson(const kernel::BondState &bond, const kernel::Snapshot &snapshot, const watch::Surveyed &surveyed)
{
    return bondToJson(bond, snapshot, surveyed.ports, surveyed.judge(bond, snapshot));
}

QJsonObject bondToJson(const kernel::BondState &bond, const kernel::Snapshot &snapshot,
                       const neighbours::SwitchPorts &ports, const diagnosis::Diagnosis &health)
{
    QJsonObject options;
    for (auto option = bond.options.cbegin(); option != bond.options.cend(); ++option)
        options.insert(option.key(), option.value());
    QJsonArray slaves;
    for (const kernel::SlaveState &slave : bond.slaves)
        slaves.append(slaveToJson(bond, slave, snapshot.nics.value(slave.ifindex), ports));
    const kernel::NicState nic = snapshot.nics.value(bond.ifindex);
    QJsonObject object{
        {QStringLiteral("name"), bond.name},
        {QStringLiteral("ifindex"), bond.ifindex},
        {QStringLiteral("mode"), bond.unknownMode.isEmpty() ? kernelName(bond.mode) : bond.unknownMode},
        {QStringLiteral("mode_number"),
         bond.unknownMode.isEmpty() ? QJsonValue(int(bond.mode)) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("up"), nic.adminUp},
        {QStringLiteral("mii"), bond.miiUp ? QStringLiteral("up") : QStringLiteral("down")},
        {QStringLiteral("mac"), textOrNull(nic.mac.toString())},
        {QStringLiteral("mtu"), qint64(nic.mtu)},
        {QStringLiteral("addresses"), QJsonArray::fromStringList(nic.addresses.toStrings())},
        {QStringLiteral("gateway"), textOrNull(textOf(nic.gateway))},
        {QStringLiteral("active_slave"),
         bond.activeSlave ? textOrNull(snapshot.nics.value(*bond.activeSlave).name) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("lacp"), lacpValue(bond.ad)},
        {QStringLiteral("options"), options},
        {QStringLiteral("needs_privileges"), QJsonArray::fromStringList(bond.privilegedOptions)},
        {QStringLiteral("slaves"), slaves}};
    const QJsonObject judged = healthToJson(health);
    for (auto member = judged.constBegin(); member != judged.constEnd(); ++member)
        object.insert(member.key(), member.value());
    return object;
}

QJsonObject eventToJson(const kernel::BondEvent &event)
{
    return {{QStringLiteral("id"), event.id},
            {QStringLiteral("kind"), kernel::eventKindName(event.kind)},
            {QStringLiteral("time"), textOrNull(event.wallTime.toUTC().toString(Qt::ISODateWithMs))},
            {QStringLiteral("bond"), textOrNull(event.bond)},
            {QStringLiteral("bond_ifindex"), event.bondIndex},
            {QStringLiteral("slave"), textOrNull(event.slave)},
            {QStringLiteral("slave_ifindex"), event.slaveIndex},
            {QStringLiteral("from"), textOrNull(event.from)},
            {QStringLiteral("to"), textOrNull(event.to)},
            {QStringLiteral("option"), textOrNull(event.option)},
            {QStringLiteral("reason"), textOrNull(kernel::eventReasonName(event.reason))},
            {QStringLiteral("outage_ms"),
             event.outage ? QJsonValue(qint64(event.outage->count())) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("text"), kernel::eventText(event)}};
}

QJsonObject countersToJson(const kernel::Counters &counters, const std::optional<kernel::Rates> &rates,
                           const QString &name)
{
    QJsonObject object{{QStringLiteral("name"), name},
                       {QStringLiteral("ifindex"), counters.ifindex},
                       {QStringLiteral("rx_bytes"), qint64(counters.rxBytes)},
                       {QStringLiteral("tx_bytes"), qint64(counters.txBytes)},
                       {QStringLiteral("rx_packets"), qint64(counters.rxPackets)},
                       {QStringLiteral("tx_packets"), qint64(counters.txPackets)},
                       {QStringLiteral("rx_errors"), qint64(counters.rxErrors)},
                       {QStringLiteral("tx_errors"), qint64(counters.txErrors)},
                       {QStringLiteral("rx_dropped"), qint64(counters.rxDropped)},
                       {QStringLiteral("tx_dropped"), qint64(counters.txDropped)}};
    const auto rate = [&rates](double kernel::Rates::*field) {
        return rates ? QJsonValue(qRound64(*rates.*field)) : QJsonValue(QJsonValue::Null);
    };
    object.insert(QStringLiteral("rx_bytes_per_s"), rate(&kernel::Rates::rxBytes));
    object.insert(QStringLiteral("tx_bytes_per_s"), rate(&kernel::Rates::txBytes));
    object.insert(QStringLiteral("rx_packets_per_s"), rate(&kernel::Rates::rxPackets));
    object.insert(QStringLiteral("tx_packets_per_s"), rate(&kernel::Rates::txPackets));
    return object;
}

QJsonObject statisticsToJson(const ping::PingStatistics &statistics)
{
    const auto us = [&statistics](std::chrono::nanoseconds time) {
        return statistics.received > 0 ? QJsonValue(double(time.count()) / 1000) : QJsonValue(QJsonValue::Null);
    };
    return {{QStringLiteral("sent"), qint64(statistics.sent)},
            {QStringLiteral("received"), qint64(statistics.received)},
            {QStringLiteral("rtt_min_us"), us(statistics.minimum)},
            {QStringLiteral("rtt_mean_us"), us(statistics.mean)},
            {QStringLiteral("rtt_max_us"), us(statistics.maximum)},
            {QStringLiteral("rtt_p50_us"), us(statistics.p50)},
            {QStringLiteral("rtt_p95_us"), us(statistics.p95)},
            {QStringLiteral("rtt_p99_us"), us(statistics.p99)}};
}

} // namespace bondwright::cli
