// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/modes/modetable.h"

using namespace Qt::StringLiterals;

namespace bondwright::modes
{

ModeInfo activeBackup()
{
    return {
        .mode = Mode::ActiveBackup,
        .kernelName = u"active-backup"_s,
        .switchNeed = SwitchNeed::Nothing,
        .faultTolerant = true,
        .balancesTransmit = false,
        .balancesReceive = false,
        .needsSpeed = false,
        .needsMacChangeWhileUp = false,
        .common = true,
        .recommendedWithLacp = false,
        .optionGroups = OptionGroup::Monitoring | OptionGroup::Arp | OptionGroup::Primary | OptionGroup::FailOverMac,
        .title = {u"Active-backup"_s, u"主备"_s},
        .summary = {u"One NIC carries all traffic; when its link fails, a backup takes over; the switch needs no "
                    "configuration."_s,
                    u"一块网卡承载全部流量，链路故障时由备用网卡接管；交换机无需任何配置。"_s},
        .description
        = {u"Only one NIC is active; the others wait. When the active NIC loses its link, or no longer gets an "
           u"answer "
           "to its ARP probes, another one takes over within the monitoring interval and announces itself with a "
           "gratuitous ARP, so that the switch learns the new port at once. Neighbours see one MAC address the whole "
           "time. The NICs may lead to different switches in the same network, and their speeds may differ: name the "
           "fastest one as primary. The bandwidth is always that of one NIC."_s,
           u"同一时刻只有一块网卡处于活动状态，其余网卡待命。活动网卡失去链路，或收不到 ARP 探测的应答时，"
           "另一块网卡会在一个监测周期内接管，并发送免费 ARP，使交换机立即学到新端口。对外始终只呈现一个 MAC 地址。"
           "各网卡可以接到同一网络中的不同交换机，速率也可以不同：请将最快的网卡设为 primary（首选）。"
           "总带宽始终等于一块网卡的带宽。"_s},
        .chooseWhen
        = {u"The load fits on one NIC and the service must survive the loss of a cable, a NIC or a switch. "
           "The safe choice when the switch is unknown."_s,
           u"流量不超过一块网卡，且要求在网线、网卡或交换机故障时业务不中断。不了解交换机情况时，这是最稳妥的选择。"_s},
        .avoidWhen = {u"One NIC's bandwidth is not enough."_s, u"一块网卡的带宽不够用。"_s},
    };
}

} // namespace bondwright::modes
