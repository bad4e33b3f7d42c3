// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/recording/statejson.h"

#include "kernel/recording/jsonfields.h"

#include <algorithm>
#include <array>

namespace bondwright::kernel
{

using namespace Qt::StringLiterals;
using json::put;
using json::texts;

namespace
{

constexpr std::array duplexNames{QLatin1String("unknown"), QLatin1String("half"), QLatin1String("full")};
// In the order of the counters' fields.
constexpr std::array counterFields{&Counters::rxBytes,   &Counters::txBytes,  &Counters::rxPackets,
                                   &Counters::txPackets, &Counters::rxErrors, &Counters::txErrors,
                                   &Counters::rxDropped, &Counters::txDropped};

MacAddress macAddress(const QJsonValue &value)
{
    return MacAddress::fromKernelText(value.toString());
}

QJsonObject toJson(const SlaveState &slave)
{
    QJsonObject object{{u"ifindex"_s, slave.ifindex},
                       {u"name"_s, slave.name},
                       {u"active"_s, slave.active},
                       {u"mii"_s, int(slave.mii)},
                       {u"linkFailures"_s, qint64(slave.linkFailures)}};
    put(object, QLatin1String("permanentMac"), slave.permanentMac.toString());
    put(object, QLatin1String("queueId"), slave.queueId);
    put(object, QLatin1String("prio"), slave.prio);
    put(object, QLatin1String("actorPortPrio"), slave.actorPortPrio);
    put(object, QLatin1String("aggregatorId"), slave.aggregatorId);
    put(object, QLatin1String("actorPortState"), slave.actorPortState);
    put(object, QLatin1String("partnerPortState"), slave.partnerPortState);
    put(object, QLatin1String("churnActor"), slave.churnActor);
    put(object, QLatin1String("churnPartner"), slave.churnPartner);
    return object;
}

std::optional<SlaveState> slaveFromJson(const QJsonObject &object)
{
    SlaveState slave;
    slave.ifindex = json::numberOr<int>(object[u"ifindex"], 0);
    if (slave.ifindex <= 0)
        return std::nullopt;
    slave.name = json::text(object[u"name"]);
    slave.active = object[u"active"].toBool();
    const auto mii = json::numberOr<quint8>(object[u"mii"], quint8(MiiStatus::Unknown));
    slave.mii = mii <= quint8(MiiStatus::GoingBack) ? MiiStatus(mii) : MiiStatus::Unknown;
    slave.linkFailures = json::numberOr<quint32>(object[u"linkFailures"], 0);
    slave.permanentMac = macAddress(object[u"permanentMac"]);
    slave.queueId = json::number<quint16>(object[u"queueId"]);
    slave.prio = json::number<qint32>(object[u"prio"]);
    slave.actorPortPrio = json::number<quint16>(object[u"actorPortPrio"]);
    slave.aggregatorId = json::number<quint16>(object[u"aggregatorId"]);
    slave.actorPortState = json::number<quint16>(object[u"actorPortState"]);
    slave.partnerPortState = json::number<quint16>(object[u"partnerPortState"]);
    slave.churnActor = json::number<quint8>(object[u"churnActor"]);
    slave.churnPartner = json::number<quint8>(object[u"churnPartner"]);
    return slave;
}

AdInfo adFromJson(const QJsonObject &object)
{
    return {json::numberOr<quint16>(object[u"aggregatorId"], 0), json::numberOr<quint16>(object[u"ports"], 0),
            json::numberOr<quint16>(object[u"actorKey"], 0), json::numberOr<quint16>(object[u"partnerKey"], 0),
            macAddress(object[u"partnerMac"])};
}

} // namespace

QJsonObject toJson(const NicState &nic)
{
    QJsonObject object{{u"ifindex"_s, nic.ifindex},
                       {u"name"_s, nic.name},
                       {u"kind"_s, nic.kind.toString()},
                       {u"hardwareType"_s, qint64(nic.hardwareType)},
                       {u"up"_s, nic.adminUp},
                       {u"carrier"_s, nic.carrier},
                       {u"mtu"_s, qint64(nic.mtu)},
                       {u"maxMtu"_s, qint64(nic.maxMtu)},
                       {u"carrierUps"_s, qint64(nic.carrierUpCount)},
                       {u"carrierDowns"_s, qint64(nic.carrierDownCount)}};
    put(object, QLatin1String("driver"), nic.driver);
    put(object, QLatin1String("bus"), nic.busAddress);
    put(object, QLatin1String("permanentMac"), nic.permanentMac.toString());
    put(object, QLatin1String("mac"), nic.mac.toString());
    put(object, QLatin1String("speedMbps"), nic.speedMbps);
    put(object, QLatin1String("gateway"), textOf(nic.gateway));
    put(object, QLatin1String("ipv6Gateway"), textOf(nic.ipv6Gateway));
    if (nic.duplex != Duplex::Unknown)
        object.insert(u"duplex"_s, QString(duplexNames.at(std::size_t(nic.duplex))));
    if (nic.masterIndex > 0)
        object.insert(u"master"_s, nic.masterIndex);
    put(object, QLatin1String("vlanId"), nic.vlanId);
    if (nic.lowerIndex > 0)
        object.insert(u"lower"_s, nic.lowerIndex);
    if (!nic.addresses.isEmpty())
        object.insert(u"addresses"_s, QJsonArray::fromStringList(nic.addresses.toStrings()));
    if (!nic.leasedAddresses.isEmpty())
        object.insert(u"leasedAddresses"_s, QJsonArray::fromStringList(nic.leasedAddresses.toStrings()));
    if (nic.carriesDefaultRoute)
        object.insert(u"defaultRoute"_s, true);
    return object;
}

std::optional<NicState> nicFromJson(const QJsonObject &object)
{
    NicState nic;
    nic.ifindex = json::numberOr<int>(object[u"ifindex"], 0);
    if (nic.ifindex <= 0)
        return std::nullopt;
    nic.name = json::text(object[u"name"]);
    nic.kind = InterfaceKind::fromString(json::text(object[u"kind"]));
    nic.hardwareType = json::numberOr<quint32>(object[u"hardwareType"], 0);
    nic.adminUp = object[u"up"].toBool();
    nic.carrier = object[u"carrier"].toBool();
    nic.mtu = json::numberOr<quint32>(object[u"mtu"], 0);
    nic.maxMtu = json::numberOr<quint32>(object[u"maxMtu"], 0);
    nic.carrierUpCount = json::numberOr<quint32>(object[u"carrierUps"], 0);
    nic.carrierDownCount = json::numberOr<quint32>(object[u"carrierDowns"], 0);
    nic.driver = json::text(object[u"driver"]);
    nic.busAddress = json::text(object[u"bus"]);
    nic.permanentMac = macAddress(object[u"permanentMac"]);
    nic.mac = macAddress(object[u"mac"]);
    nic.speedMbps = json::number<quint32>(object[u"speedMbps"]);
    const auto duplex = std::find(duplexNames.begin(), duplexNames.end(), object[u"duplex"].toString());
    nic.duplex = duplex == duplexNames.end() ? Duplex::Unknown : Duplex(duplex - duplexNames.begin());
    nic.masterIndex = std::max(0, json::numberOr<int>(object[u"master"], 0));
    nic.vlanId = json::number<quint16>(object[u"vlanId"]);
    nic.lowerIndex = std::max(0, json::numberOr<int>(object[u"lower"], 0));
    nic.addresses = texts(object[u"addresses"]);
    nic.leasedAddresses = texts(object[u"leasedAddresses"]);
    nic.carriesDefaultRoute = object[u"defaultRoute"].toBool();
    nic.gateway = IpAddress::fromString(json::text(object[u"gateway"]));
    nic.ipv6Gateway = IpAddress::fromString(json::text(object[u"ipv6Gateway"]));
    return nic;
}

QJsonObject toJson(const BondState &bond)
{
    QJsonObject options;
    for (auto option = bond.options.cbegin(); option != bond.options.cend(); ++option)
        options.insert(option.key(), *option);
    QJsonArray slaves;
    for (const SlaveState &slave : bond.slaves)
        slaves.append(toJson(slave));
    QJsonObject object{{u"ifindex"_s, bond.ifindex}, {u"name"_s, bond.name},  {u"mode"_s, int(bond.mode)},
                       {u"miiUp"_s, bond.miiUp},     {u"options"_s, options}, {u"slaves"_s, slaves}};
    put(object, QLatin1String("activeSlave"), bond.activeSlave);
    put(object, QLatin1String("unknownMode"), bond.unknownMode);
    if (bond.isLacpHidden)
        object.insert(u"lacpHidden"_s, true);
    if (!bond.privilegedOptions.isEmpty())
        object.insert(u"privileged"_s, QJsonArray::fromStringList(bond.privilegedOptions));
    if (bond.ad) {
        object.insert(u"ad"_s,
                      QJsonObject{{u"aggregatorId"_s, bond.ad->aggregatorId},
                                  {u"ports"_s, bond.ad->ports},
                                  {u"actorKey"_s, bond.ad->actorKey},
                                  {u"partnerKey"_s, bond.ad->partnerKey},
                                  {u"partnerMac"_s, bond.ad->partnerMac.toString()}});
    }
    return object;
}

std::optional<BondState> bondFromJson(const QJsonObject &object)
{
    BondState bond;
    bond.ifindex = json::numberOr<int>(object[u"ifindex"], 0);
    const auto mode = json::numberOr<quint8>(object[u"mode"], 255);
    if (bond.ifindex <= 0 || mode > quint8(Mode::BalanceAlb))
        return std::nullopt;
    bond.name = json::text(object[u"name"]);
    bond.mode = Mode(mode);
    bond.miiUp = object[u"miiUp"].toBool();
    const QJsonObject options = object[u"options"].toObject();
    for (auto option = options.begin(); option != options.end() && bond.options.size() < json::maximumItems; ++option)
        bond.options.insert(option.key().left(json::maximumText), json::text(*option));
    bond.privilegedOptions = texts(object[u"privileged"]);
    bond.activeSlave = json::number<int>(object[u"activeSlave"]);
    bond.unknownMode = json::text(object[u"unknownMode"]);
    bond.isLacpHidden = object[u"lacpHidden"].toBool();
    if (object[u"ad"].isObject())
        bond.ad = adFromJson(object[u"ad"].toObject());
    const QJsonArray slaves = object[u"slaves"].toArray();
    for (const QJsonValue &item : slaves) {
        if (const auto slave = slaveFromJson(item.toObject()); slave && bond.slaves.size() < json::maximumItems)
            bond.slaves.append(*slave);
    }
    return bond;
}

QJsonObject toJson(const BondEvent &event)
{
    QJsonObject object{{u"id"_s, event.id},
                       {u"kind"_s, eventKindName(event.kind)},
                       {u"t"_s, event.monotonicNs},
                       {u"wall"_s, event.wallTime.toUTC().toString(Qt::ISODateWithMs)}};
    if (event.bondIndex > 0)
        object.insert(u"bondIndex"_s, event.bondIndex);
    if (event.slaveIndex > 0)
        object.insert(u"slaveIndex"_s, event.slaveIndex);
    put(object, QLatin1String("bond"), event.bond);
    put(object, QLatin1String("slave"), event.slave);
    put(object, QLatin1String("from"), event.from);
    put(object, QLatin1String("to"), event.to);
    put(object, QLatin1String("option"), event.option);
    put(object, QLatin1String("reason"), eventReasonName(event.reason));
    if (event.outage)
        object.insert(u"outageMs"_s, qint64(event.outage->count()));
    return object;
}

std::optional<BondEvent> eventFromJson(const QJsonObject &object)
{
    const auto kind = eventKindFromName(object[u"kind"].toString());
    if (!kind)
        return std::nullopt;
    BondEvent event;
    event.kind = *kind;
    event.id = json::numberOr<qint64>(object[u"id"], 0);
    event.monotonicNs = std::clamp<qint64>(json::numberOr<qint64>(object[u"t"], 0), 0, json::maximumTime);
    event.wallTime = QDateTime::fromString(object[u"wall"].toString(), Qt::ISODateWithMs).toUTC();
    event.bondIndex = std::max(0, json::numberOr<int>(object[u"bondIndex"], 0));
    event.slaveIndex = std::max(0, json::numberOr<int>(object[u"slaveIndex"], 0));
    event.bond = json::text(object[u"bond"]);
    event.slave = json::text(object[u"slave"]);
    event.from = json::text(object[u"from"]);
    event.to = json::text(object[u"to"]);
    event.option = json::text(object[u"option"]);
    event.reason = eventReasonFromName(object[u"reason"].toString());
    if (const auto outage = json::number<qint64>(object[u"outageMs"]); outage && *outage >= 0)
        event.outage = std::chrono::milliseconds(*outage);
    return event;
}

QJsonArray toJson(const QList<Counters> &interfaces)
{
    QJsonArray rows;
    for (const Counters &counters : interfaces) {
        QJsonArray row{counters.ifindex};
        for (const auto field : counterFields)
            row.append(qint64(counters.*field));
        rows.append(row);
    }
    return rows;
}

QList<Counters> countersFromJson(const QJsonArray &array)
{
    QList<Counters> interfaces;
    for (const QJsonValue &item : array) {
        const QJsonArray row = item.toArray();
        Counters counters;
        counters.ifindex = json::numberOr<int>(row.at(0), 0);
        if (counters.ifindex <= 0 || row.size() != qsizetype(counterFields.size()) + 1
            || interfaces.size() >= json::maximumItems)
            continue;
        for (std::size_t i = 0; i < counterFields.size(); ++i)
            counters.*counterFields.at(i) = quint64(json::numberOr<qint64>(row.at(qsizetype(i) + 1), 0));
        interfaces.append(counters);
    }
    return interfaces;
}

} // namespace bondwright::kernel
