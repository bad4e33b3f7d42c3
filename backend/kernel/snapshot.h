// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/bondoptions.h"
#include "domain/hostfacts.h"
#include "domain/mode.h"

#include <QHash>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace bondwright::kernel
{

/// MII state of a slave as the bonding driver keeps it (BOND_LINK_*).
enum class MiiStatus : quint8 { Up = 0, GoingDown = 1, Down = 2, GoingBack = 3, Unknown = 255 };
/// "up", "going-down", … in JSON and summaries.
QString miiName(MiiStatus status);

/// LACP port state bits (802.1AX; drivers/net/bonding/bond_3ad.c).
namespace PortState
{
inline constexpr quint16 Activity = 1, ShortTimeout = 2, Aggregation = 4, Synchronization = 8, Collecting = 16,
                         Distributing = 32, Defaulted = 64, Expired = 128;
}

/// A slave's view from its bond. nullopt means the kernel did not say (older kernel, other mode, or
/// privileges are needed) and is shown as such, never as zero.
struct SlaveState {
    int ifindex = 0;
    QString name;
    bool active = false; ///< IFLA_BOND_SLAVE_STATE == active; says nothing while the bond's isActiveKnown() is false
    MiiStatus mii = MiiStatus::Unknown;
    quint32 linkFailures = 0;
    MacAddress permanentMac;
    std::optional<quint16> queueId;
    std::optional<qint32> prio;
    std::optional<quint16> actorPortPrio; ///< mode 4, kernel ≥ 6.18
    std::optional<quint16> aggregatorId;
    std::optional<quint16> actorPortState;
    std::optional<quint16> partnerPortState;
    std::optional<quint8> churnActor; ///< kernel ≥ 7.x
    std::optional<quint8> churnPartner;

    friend bool operator==(const SlaveState &, const SlaveState &) = default;
};

struct AdInfo {
    quint16 aggregatorId = 0;
    quint16 ports = 0;
    quint16 actorKey = 0;
    quint16 partnerKey = 0;
    MacAddress partnerMac;

    friend bool operator==(const AdInfo &, const AdInfo &) = default;
};

struct BondState {
    int ifindex = 0;
    QString name;
    Mode mode = Mode::BalanceRr;
    BondOptions options; ///< every option the kernel reported, by sysfs name, canonical text
    QStringList privilegedOptions; ///< options that exist but need CAP_NET_ADMIN to be read
    std::optional<int> activeSlave; ///< ifindex; only in modes 1 5 6
    bool miiUp = false;
    std::optional<AdInfo> ad; ///< absent: mode 4 without active aggregator, or another mode, or isLacpHidden
    /// Mode 4 in a text of /proc that an ordinary user read: it contains neither the active aggregator nor the partner.
    bool isLacpHidden = false;
    /// The driver's own words where they name none of the seven modes; then mode says nothing.
    QString unknownMode;
    QList<SlaveState> slaves; ///< by ifindex

    const SlaveState *slave(int ifindex) const;
    const SlaveState *slaveByName(QStringView name) const;
    QStringList slaveNames() const;
    /// Not where isLacpHidden and the slaves whose link is up are in several aggregators: one of those is active.
    bool isActiveKnown() const;
    friend bool operator==(const BondState &, const BondState &) = default;
};

struct NicState {
    int ifindex = 0;
    QString name;
    quint32 hardwareType = 1; ///< ARPHRD_*, 1 is Ethernet
    InterfaceKind kind;
    QString driver;
    QString busAddress;
    MacAddress permanentMac;
    MacAddress mac; ///< in use now
    std::optional<quint32> speedMbps;
    Duplex duplex = Duplex::Unknown;
    bool adminUp = false;
    bool carrier = false;
    quint32 mtu = 0;
    quint32 maxMtu = 0;
    int masterIndex = 0;
    std::optional<quint16> vlanId; ///< of an 802.1Q VLAN; unknown from a host that is only asked by a shell
    int lowerIndex = 0; ///< the interface that a VLAN with an id is on (IFLA_LINK)
    IpNetworks addresses;
    IpNetworks leasedAddresses; ///< those of them with a lifetime: from DHCP or a router's announcement
    bool carriesDefaultRoute = false;
    std::optional<IpAddress> gateway; ///< of the default route: IPv4 where there is one
    std::optional<IpAddress> ipv6Gateway;
    quint32 carrierUpCount = 0;
    quint32 carrierDownCount = 0;

    /// The permanent address, or the one in use where the driver reports no other.
    const MacAddress &ownMac() const { return permanentMac.isEmpty() ? mac : permanentMac; }
    friend bool operator==(const NicState &, const NicState &) = default;
};

/// The whole picture at one moment, keyed by ifindex so that renames and re-creation are followed.
struct Snapshot {
    QMap<int, NicState> nics; ///< bonds are in here too, as NICs of kind "bond"
    QMap<int, BondState> bonds;
    qint64 monotonicNs = 0; ///< CLOCK_MONOTONIC
    QString kernelRelease;
    bool bondingDriver = false; ///< the driver is there (a bond exists or bonding_masters does)

    const NicState *nicByName(QStringView name) const;
    const BondState *bondByName(QStringView name) const;
    friend bool operator==(const Snapshot &, const Snapshot &) = default;
};

/// The domain's view of a snapshot.
HostFacts toHostFacts(const Snapshot &snapshot);

} // namespace bondwright::kernel
