// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/modes/modetable.h"

using namespace Qt::StringLiterals;

namespace bondwright::modes
{

ModeInfo balanceAlb()
{
    return {
        .mode = Mode::BalanceAlb,
        .kernelName = u"balance-alb"_s,
        .switchNeed = SwitchNeed::Nothing,
        .faultTolerant = true,
        .balancesTransmit = true,
        .balancesReceive = true,
        .needsSpeed = true,
        .needsMacChangeWhileUp = true,
        .common = true,
        .recommendedWithLacp = false,
        .optionGroups = OptionGroup::Monitoring | OptionGroup::Primary | OptionGroup::Tlb | OptionGroup::Hash,
        .title = {u"Adaptive load balancing"_s, u"自适应负载均衡"_s},
        .summary
        = {u"Balances sending and, for IPv4, receiving over all NICs; the switch needs no configuration, but the "
           "driver must let the MAC change while the NIC is up."_s,
           u"收发两个方向均衡（接收仅限 IPv4）；交换机无需任何配置，但驱动必须允许在网卡启用时更改 MAC 地址。"_s},
        .description
        = {u"As balance-tlb for sending; in addition the bond answers ARP requests with the MAC addresses of different "
           "NICs, so that different IPv4 neighbours send to different NICs. Neighbours beyond a router all share the "
           "router's way in, and IPv6 is not balanced inwards. When a NIC fails, its neighbours are told a new MAC "
           "address. Each NIC must report its speed through ethtool and take a new MAC address while it is up. The "
           "switch needs nothing, but port security that pins MAC addresses will object."_s,
           u"发送方向与 balance-tlb 相同；此外，绑定接口用不同网卡的 MAC 地址应答 ARP 请求，使不同的 IPv4 "
           u"邻居把数据发往不同网卡。"
           "路由器之后的主机共用路由器对应的那块网卡，IPv6 的接收方向不做均衡。网卡故障时会通知其邻居使用新的 MAC "
           "地址。"
           "每块网卡都必须能通过 ethtool 报告速率，并允许在启用状态下更改 MAC 地址。"
           "交换机无需任何配置，但固定 MAC 地址的端口安全功能会与之冲突。"_s},
        .chooseWhen = {u"More bandwidth and fault tolerance are wanted, and the switch cannot be configured."_s,
                       u"既要带宽又要容错，且无法配置交换机。"_s},
        .avoidWhen
        = {u"In virtual machines, with port security or bridges above the bond, or where the driver cannot change "
           "the MAC address while the NIC is up."_s,
           u"虚拟机中、启用了端口安全或绑定之上还有网桥时，以及驱动无法在网卡启用时更改 MAC 地址时。"_s},
    };
}

} // namespace bondwright::modes
