// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/modes/modetable.h"

using namespace Qt::StringLiterals;

namespace bondwright::modes
{

ModeInfo balanceXor()
{
    return {
        .mode = Mode::BalanceXor,
        .kernelName = u"balance-xor"_s,
        .switchNeed = SwitchNeed::StaticLag,
        .faultTolerant = true,
        .balancesTransmit = true,
        .balancesReceive = true,
        .needsSpeed = false,
        .needsMacChangeWhileUp = false,
        .common = false,
        .recommendedWithLacp = false,
        .optionGroups = OptionGroup::Monitoring | OptionGroup::Arp | OptionGroup::Hash,
        .title = {u"Load balancing by hash"_s, u"哈希负载均衡"_s},
        .summary
        = {u"A hash of the addresses picks the NIC, so each conversation stays on one; the switch needs a static "
           "link aggregation group."_s,
           u"按地址哈希选择网卡，同一会话始终走同一块网卡；交换机需配置静态链路聚合组。"_s},
        .description
        = {u"The transmit hash policy turns the packet's addresses into a number that picks the NIC. A conversation "
           u"keeps "
           "its NIC, so its packets stay in order, and it never gets more than that NIC's speed. The default policy "
           "layer2 looks only at the MAC addresses and the packet type: all traffic through one router then leaves "
           "over "
           "one NIC; layer2+3 or layer3+4 spread it better. The switch ports must form one static aggregation group, "
           "which also spreads what comes in. Nothing is negotiated, so a wrong cable is not noticed: where the "
           "switch speaks LACP, 802.3ad does the same and checks both ends."_s,
           u"由发送哈希策略根据数据包的地址计算出使用哪块网卡。同一会话固定在一块网卡上，因此数据包不会乱序，"
           "但也不会超过该网卡的速率。默认策略 layer2 只看 MAC 地址和报文类型，经同一路由器的流量都会走同一块网卡；"
           "layer2+3 或 layer3+4 分布更均匀。交换机端口必须组成一个静态聚合组，接收流量也由它分担。"
           "两端之间没有协商，接错网线也不会被发现：交换机支持 LACP 时，应改用效果相同且会校验两端的 802.3ad。"_s},
        .chooseWhen
        = {u"The switch can group ports but does not speak LACP, and there are many conversations to spread."_s,
           u"交换机支持静态端口聚合但不支持 LACP，并且有大量会话可供分担。"_s},
        .avoidWhen = {u"The switch speaks LACP (take 802.3ad), or its ports cannot be grouped."_s,
                      u"交换机支持 LACP（请用 802.3ad），或端口无法聚合。"_s},
    };
}

} // namespace bondwright::modes
