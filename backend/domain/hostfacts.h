// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/interfacekind.h"
#include "domain/ipaddress.h"
#include "domain/macaddress.h"
#include "domain/plan.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace bondwright
{

enum class Duplex : quint8 { Unknown, Half, Full };
enum class Tristate : quint8 { Unknown, No, Yes };

/// What is known of one NIC of the host a plan is checked against.
/// Unknown stays unknown: a rule that needs a fact which is missing says nothing or says that.
struct NicFacts {
    QString name = {};
    int ifindex = 0;
    InterfaceKind kind = {};
    QString driver = {};
    QString busAddress = {}; ///< e.g. "0000:03:00.1"; empty for virtual devices
    MacAddress permanentMac = {};
    MacAddress currentMac = {};
    std::optional<quint32> speedMbps = {};
    Duplex duplex = Duplex::Unknown;
    Tristate carrier = Tristate::Unknown;
    quint32 mtu = 0;
    quint32 maxMtu = 0; ///< 0: unknown
    QString master = {}; ///< bond or bridge it belongs to
    InterfaceKind masterKind = {};
    IpNetworks addresses = {};
    IpNetworks leasedAddresses = {}; ///< those of them with a lifetime: from DHCP or a router's announcement
    bool carriesDefaultRoute = false;
    std::optional<IpAddress> gateway = {}; ///< of that default route: IPv4 where there is one
    std::optional<IpAddress> ipv6Gateway = {};
    bool carriesSession = false; ///< the administrator's own SSH connection runs over it
    Tristate canChangeMac = Tristate::Unknown;
    QString neighbour = {}; ///< switch (LLDP chassis) or L2 segment at the other end of the cable, where known

    friend bool operator==(const NicFacts &, const NicFacts &) = default;
};

struct BondFacts {
    QString name;
    QStringList slaves;

    friend bool operator==(const BondFacts &, const BondFacts &) = default;
};

/// This host, this moment.
struct HostFacts {
    bool known = false; ///< false: --no-host, only validity is checked
    QList<NicFacts> nics;
    QList<BondFacts> bonds;
    QList<IpAddress> dns; ///< DNS servers in use
    QString virtualization; ///< "", "kvm", "vmware", "microsoft", …
    QString kernelRelease;
    Tristate bondingDriver = Tristate::Unknown;
    std::optional<IpAddress> sessionPeer; ///< the administrator's SSH client; none if local

    const NicFacts *nic(QStringView name) const;
    friend bool operator==(const HostFacts &, const HostFacts &) = default;
};

} // namespace bondwright
