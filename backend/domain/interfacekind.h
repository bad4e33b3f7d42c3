// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace bondwright
{

/// What an interface is: hardware, or the kind that the kernel names of one made by software (IFLA_INFO_KIND). A kind that
/// is not listed here keeps the kernel's word for it.
class InterfaceKind final
{
public:
    enum Value : quint8 {
        Unknown,
        Physical,
        Wireless,
        InfiniBand,
        Loopback,
        // Stacked, from here to Hsr.
        Bond,
        Team,
        Bridge,
        OpenVSwitch,
        Vlan,
        Macvlan,
        Macvtap,
        Ipvlan,
        Vrf,
        Hsr,
        // Tunnels, from here to Vxcan.
        Tun,
        WireGuard,
        Vxlan,
        Geneve,
        Gre,
        GreTap,
        Ip6Gre,
        Ip6GreTap,
        Erspan,
        Ip6Erspan,
        Ipip,
        Ip6Tunnel,
        Sit,
        Vti,
        Vti6,
        Ppp,
        Xfrm,
        Can,
        Vcan,
        Vxcan,
        Other, ///< any other kind of the kernel's: veth, dummy, …
    };

    InterfaceKind() = default;
    InterfaceKind(Value value)
        : m_value(value)
    {
    }
    /// The kernel's word, or "physical", "wireless", "infiniband", "loopback". Empty: Unknown.
    static InterfaceKind fromString(QStringView text);

    /// What fromString() reads.
    QString toString() const;

    /// Made of other interfaces, such as a VLAN.
    bool isStacked() const;
    /// Its frames travel in packets of another interface, or are no Ethernet frames at all.
    bool isTunnel() const;

    friend bool operator==(const InterfaceKind &, const InterfaceKind &) = default;
    friend bool operator==(const InterfaceKind &kind, Value value) { return kind.m_value == value; }

private:
    Value m_value = Unknown;
    QString m_word; ///< of Other
};

} // namespace bondwright
