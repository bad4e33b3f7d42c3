// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/modes/modetable.h"

using namespace Qt::StringLiterals;

namespace bondwright::modes
{

ModeInfo balanceTlb()
{
    return {
        .mode = Mode::BalanceTlb,
        .kernelName = u"balance-tlb"_s,
        .switchNeed = SwitchNeed::Nothing,
        .faultTolerant = true,
        .balancesTransmit = true,
        .balancesReceive = false,
        .needsSpeed = true,
        .needsMacChangeWhileUp = true,
        .common = false,
        .recommendedWithLacp = false,
        .optionGroups = OptionGroup::Monitoring | OptionGroup::Primary | OptionGroup::Tlb | OptionGroup::Hash,
        .title = {u"Adaptive transmit load balancing"_s, u"自适应发送负载均衡"_s},
        .summary = {u"Sends over all NICs according to their load and speed, receives on one; the switch needs no "
                    "configuration."_s,
                    u"按负载和速率从所有网卡发送，由一块网卡接收；交换机无需任何配置。"_s},
        .description
        = {u"Outgoing traffic is spread over all NICs in proportion to their speed and present load, each NIC "
           u"sending "
           "with a source address of its own. Incoming traffic arrives on the active NIC only; when it fails, another "
           "one takes over its MAC address. The driver must tell the NIC's speed through ethtool, because the load is "
           "weighed against it, and must let the MAC address change while the NIC is in use. The switch needs nothing."_s,
           u"发送流量按各网卡的速率和当前负载分配到所有网卡，每块网卡使用各自的源 MAC "
           u"地址发送。接收流量只由活动网卡承担，"
           "它故障时由另一块网卡接管其 MAC 地址。负载按速率加权，因此驱动必须能通过 ethtool 报告网卡速率，"
           "并允许在网卡使用中更改 MAC 地址。交换机无需任何配置。"_s},
        .chooseWhen = {u"The host mostly sends (a file or web server) and the switch cannot be configured."_s,
                       u"主机以发送为主（文件或 Web 服务器），且无法配置交换机。"_s},
        .avoidWhen
        = {u"The host mostly receives, the speed cannot be read, or the NICs are those of a virtual machine."_s,
           u"主机以接收为主、无法读取网卡速率，或网卡属于虚拟机。"_s},
    };
}

} // namespace bondwright::modes
