// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/netlink/bondattribute.h"

#include <algorithm>
#include <array>

namespace bondwright::kernel::netlink
{

std::span<const BondOptionWire> bondOptionWires()
{
    static constexpr std::array wires{
        BondOptionWire{QLatin1String("mode"), 1, Wire::U8},
        BondOptionWire{QLatin1String("miimon"), 3, Wire::U32},
        BondOptionWire{QLatin1String("updelay"), 4, Wire::U32},
        BondOptionWire{QLatin1String("downdelay"), 5, Wire::U32},
        BondOptionWire{QLatin1String("use_carrier"), 6, Wire::U8},
        BondOptionWire{QLatin1String("arp_interval"), 7, Wire::U32},
        BondOptionWire{QLatin1String("arp_ip_target"), 8, Wire::Ip4List},
        BondOptionWire{QLatin1String("arp_validate"), 9, Wire::U32},
        BondOptionWire{QLatin1String("arp_all_targets"), 10, Wire::U32},
        BondOptionWire{QLatin1String("primary"), 11, Wire::IfIndex},
        BondOptionWire{QLatin1String("primary_reselect"), 12, Wire::U8},
        BondOptionWire{QLatin1String("fail_over_mac"), 13, Wire::U8},
        BondOptionWire{QLatin1String("xmit_hash_policy"), 14, Wire::U8},
        BondOptionWire{QLatin1String("resend_igmp"), 15, Wire::U32},
        BondOptionWire{QLatin1String("num_grat_arp"), 16, Wire::U8},
        BondOptionWire{QLatin1String("all_slaves_active"), 17, Wire::U8},
        BondOptionWire{QLatin1String("min_links"), 18, Wire::U32},
        BondOptionWire{QLatin1String("lp_interval"), 19, Wire::U32},
        BondOptionWire{QLatin1String("packets_per_slave"), 20, Wire::U32},
        BondOptionWire{QLatin1String("lacp_rate"), 21, Wire::U8},
        BondOptionWire{QLatin1String("ad_select"), 22, Wire::U8},
        BondOptionWire{QLatin1String("ad_actor_sys_prio"), 24, Wire::U16},
        BondOptionWire{QLatin1String("ad_user_port_key"), 25, Wire::U16},
        BondOptionWire{QLatin1String("ad_actor_system"), 26, Wire::Mac},
        BondOptionWire{QLatin1String("tlb_dynamic_lb"), 27, Wire::U8},
        BondOptionWire{QLatin1String("peer_notif_delay"), 28, Wire::U32},
        BondOptionWire{QLatin1String("lacp_active"), 29, Wire::U8},
        BondOptionWire{QLatin1String("arp_missed_max"), 30, Wire::U8},
        BondOptionWire{QLatin1String("ns_ip6_target"), 31, Wire::Ip6List},
        BondOptionWire{QLatin1String("coupled_control"), 32, Wire::U8},
        BondOptionWire{QLatin1String("broadcast_neighbor"), 33, Wire::U8},
        BondOptionWire{QLatin1String("lacp_strict"), 34, Wire::U8},
    };
    return wires;
}

const BondOptionWire *bondOptionWire(QStringView name)
{
    if (name == QLatin1String("num_unsol_na"))
        name = u"num_grat_arp";
    const auto wires = bondOptionWires();
    const auto it = std::find_if(wires.begin(), wires.end(), [name](const auto &wire) { return wire.name == name; });
    return it == wires.end() ? nullptr : &*it;
}

std::span<const BondOptionWire> slaveOptionWires()
{
    static constexpr std::array wires{
        BondOptionWire{QLatin1String("queue_id"), SlaveAttribute::QueueId, Wire::U16},
        BondOptionWire{QLatin1String("prio"), SlaveAttribute::Prio, Wire::S32},
        BondOptionWire{QLatin1String("actor_port_prio"), SlaveAttribute::ActorPortPrio, Wire::U16},
    };
    return wires;
}

} // namespace bondwright::kernel::netlink
