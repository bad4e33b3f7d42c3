// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/interfacekind.h"

#include "domain/nametable.h"

#include <array>

using namespace Qt::StringLiterals;

namespace bondwright
{

namespace
{

constexpr std::array kindNames{
    Named{InterfaceKind::Unknown, QLatin1StringView()},
    Named{InterfaceKind::Physical, "physical"_L1},
    Named{InterfaceKind::Wireless, "wireless"_L1},
    Named{InterfaceKind::InfiniBand, "infiniband"_L1},
    Named{InterfaceKind::Loopback, "loopback"_L1},
    Named{InterfaceKind::Bond, "bond"_L1},
    Named{InterfaceKind::Team, "team"_L1},
    Named{InterfaceKind::Bridge, "bridge"_L1},
    Named{InterfaceKind::OpenVSwitch, "openvswitch"_L1},
    Named{InterfaceKind::Vlan, "vlan"_L1},
    Named{InterfaceKind::Macvlan, "macvlan"_L1},
    Named{InterfaceKind::Macvtap, "macvtap"_L1},
    Named{InterfaceKind::Ipvlan, "ipvlan"_L1},
    Named{InterfaceKind::Vrf, "vrf"_L1},
    Named{InterfaceKind::Hsr, "hsr"_L1},
    Named{InterfaceKind::Tun, "tun"_L1},
    Named{InterfaceKind::WireGuard, "wireguard"_L1},
    Named{InterfaceKind::Vxlan, "vxlan"_L1},
    Named{InterfaceKind::Geneve, "geneve"_L1},
    Named{InterfaceKind::Gre, "gre"_L1},
    Named{InterfaceKind::GreTap, "gretap"_L1},
    Named{InterfaceKind::Ip6Gre, "ip6gre"_L1},
    Named{InterfaceKind::Ip6GreTap, "ip6gretap"_L1},
    Named{InterfaceKind::Erspan, "erspan"_L1},
    Named{InterfaceKind::Ip6Erspan, "ip6erspan"_L1},
    Named{InterfaceKind::Ipip, "ipip"_L1},
    Named{InterfaceKind::Ip6Tunnel, "ip6tnl"_L1},
    Named{InterfaceKind::Sit, "sit"_L1},
    Named{InterfaceKind::Vti, "vti"_L1},
    Named{InterfaceKind::Vti6, "vti6"_L1},
    Named{InterfaceKind::Ppp, "ppp"_L1},
    Named{InterfaceKind::Xfrm, "xfrm"_L1},
    Named{InterfaceKind::Can, "can"_L1},
    Named{InterfaceKind::Vcan, "vcan"_L1},
    Named{InterfaceKind::Vxcan, "vxcan"_L1},
};

} // namespace

InterfaceKind InterfaceKind::fromString(QStringView text)
{
    InterfaceKind kind(valueIn(kindNames, text).value_or(Other));
    if (kind == Other)
        kind.m_word = text.toString();
    return kind;
}

QString InterfaceKind::toString() const
{
    return m_value == Other ? m_word : nameIn(kindNames, m_value);
}

bool InterfaceKind::isStacked() const
{
    return m_value >= Bond && m_value <= Hsr;
}

bool InterfaceKind::isTunnel() const
{
    return m_value >= Tun && m_value <= Vxcan;
}

} // namespace bondwright
