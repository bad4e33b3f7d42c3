// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/netlink/bondattribute.h"
#include "kernel/netlink/linkmessage.h"

#include "domain/nametable.h"
#include "domain/options.h"

#include <array>

namespace bondwright::kernel::netlink
{

namespace
{

// The kernel keeps at most 16 (BOND_MAX_ARP_TARGETS); a broken message may hold thousands.
constexpr qsizetype maximumTargets = 16;

QString addressList(const Attribute &attribute)
{
    QList<IpAddress> addresses;
    for (const Attribute &target : Attributes(attribute.payload)) {
        if (const auto address = target.ipAddress(); address && addresses.size() < maximumTargets)
            addresses.append(*address);
    }
    return textsOf(addresses).join(u',');
}

// Enumerations by name; a number that the table does not know (newer kernel) stays a number.
QString numberText(const OptionSpec &spec, std::uint64_t value)
{
    const QString name = nameIn(spec.names, qint64(value));
    return name.isEmpty() ? QString::number(value) : name;
}

std::optional<QString> optionText(const OptionSpec &spec, const Attribute &attribute)
{
    switch (spec.kind) {
    case OptionKind::Ip4List:
    case OptionKind::Ip6List:
        return addressList(attribute);
    case OptionKind::Mac:
        return attribute.payload.size() == 6 ? std::optional(attribute.hardwareAddress().toString()) : std::nullopt;
    case OptionKind::IfName:
        return std::nullopt;
    default:
        if (const auto value = attribute.number())
            return numberText(spec, *value);
        return std::nullopt;
    }
}

/// The bond's option that travels in this attribute; null if none does.
const OptionSpec *optionOf(std::uint16_t attribute)
{
    static const auto byAttribute = [] {
        std::array<const OptionSpec *, 64> specs{};
        for (const OptionSpec &spec : allOptions()) {
            if (spec.scope == OptionScope::Bond && std::size_t(spec.netlinkAttribute) < specs.size())
                specs.at(std::size_t(spec.netlinkAttribute)) = &spec;
        }
        return specs;
    }();
    return attribute < byAttribute.size() ? byAttribute.at(attribute) : nullptr;
}

AdInfo parseAdInfo(Attributes nest)
{
    AdInfo info;
    for (const Attribute &attribute : nest) {
        switch (attribute.type) {
        case AdInfoAttribute::Aggregator:
            info.aggregatorId = attribute.as<quint16>().value_or(0);
            break;
        case AdInfoAttribute::NumPorts:
            info.ports = attribute.as<quint16>().value_or(0);
            break;
        case AdInfoAttribute::ActorKey:
            info.actorKey = attribute.as<quint16>().value_or(0);
            break;
        case AdInfoAttribute::PartnerKey:
            info.partnerKey = attribute.as<quint16>().value_or(0);
            break;
        case AdInfoAttribute::PartnerMac:
            info.partnerMac = attribute.hardwareAddress();
            break;
        default:
            break;
        }
    }
    return info;
}

MiiStatus miiStatus(const Attribute &attribute)
{
    const auto value = attribute.as<quint8>();
    return value && *value <= quint8(MiiStatus::GoingBack) ? MiiStatus(*value) : MiiStatus::Unknown;
}

} // namespace

QStringList privilegedBondOptions()
{
    return {QStringLiteral("ad_actor_sys_prio"), QStringLiteral("ad_user_port_key"), QStringLiteral("ad_actor_system")};
}

BondState parseBond(Attributes data, int *primaryIndex)
{
    BondState bond;
    // Without an address the kernel leaves the list out, without a primary that.
    bond.options.insert(QStringLiteral("arp_ip_target"), QString());
    for (const Attribute &attribute : data) {
        if (attribute.type == BondAttribute::ActiveSlave) {
            if (const auto index = attribute.as<qint32>(); index && *index > 0)
                bond.activeSlave = *index;
        } else if (attribute.type == BondAttribute::Primary) {
            if (primaryIndex)
                *primaryIndex = attribute.as<qint32>().value_or(0);
        } else if (attribute.type == BondAttribute::AdInfo) {
            bond.ad = parseAdInfo(Attributes(attribute.payload));
        } else {
            const OptionSpec *spec = optionOf(attribute.type);
            if (!spec)
                continue;
            if (const auto text = optionText(*spec, attribute))
                bond.options.insert(spec->name, *text);
            if (attribute.type == BondAttribute::Mode) {
                if (const auto mode = attribute.as<quint8>(); mode && *mode <= quint8(Mode::BalanceAlb))
                    bond.mode = Mode(*mode);
            }
        }
    }
    if (bond.mode == Mode::Ieee8023ad) {
        for (const QString &name : privilegedBondOptions()) {
            if (!bond.options.contains(name))
                bond.privilegedOptions.append(name);
        }
    } else {
        bond.ad.reset();
    }
    return bond;
}

SlaveState parseSlave(Attributes data)
{
    SlaveState slave;
    for (const Attribute &attribute : data) {
        switch (attribute.type) {
        case SlaveAttribute::State:
            slave.active = attribute.number() == 0U;
            break;
        case SlaveAttribute::MiiStatus:
            slave.mii = miiStatus(attribute);
            break;
        case SlaveAttribute::LinkFailureCount:
            slave.linkFailures = attribute.as<quint32>().value_or(0);
            break;
        case SlaveAttribute::PermanentHwAddress:
            slave.permanentMac = attribute.hardwareAddress();
            break;
        case SlaveAttribute::QueueId:
            slave.queueId = attribute.as<quint16>();
            break;
        case SlaveAttribute::AdAggregatorId:
            slave.aggregatorId = attribute.as<quint16>();
            break;
        case SlaveAttribute::AdActorOperPortState:
            slave.actorPortState = attribute.as<quint16>();
            break;
        case SlaveAttribute::AdPartnerOperPortState:
            slave.partnerPortState = attribute.as<quint16>();
            break;
        case SlaveAttribute::Prio:
            if (const auto bits = attribute.as<quint32>())
                slave.prio = qint32(*bits);
            break;
        case SlaveAttribute::ActorPortPrio:
            slave.actorPortPrio = attribute.as<quint16>();
            break;
        case SlaveAttribute::AdChurnActorState:
            slave.churnActor = attribute.as<quint8>();
            break;
        case SlaveAttribute::AdChurnPartnerState:
            slave.churnPartner = attribute.as<quint8>();
            break;
        default:
            break;
        }
    }
    return slave;
}

} // namespace bondwright::kernel::netlink
