// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/modes/modetable.h"

using namespace Qt::StringLiterals;

namespace bondwright::modes
{

ModeInfo broadcast()
{
    return {
        .mode = Mode::Broadcast,
        .kernelName = u"broadcast"_s,
        .switchNeed = SwitchNeed::StaticLag,
        .faultTolerant = true,
        .balancesTransmit = false,
        .balancesReceive = false,
        .needsSpeed = false,
        .needsMacChangeWhileUp = false,
        .common = false,
        .recommendedWithLacp = false,
        .optionGroups = OptionGroup::Monitoring | OptionGroup::Arp,
        .title = {u"Broadcast on all NICs"_s, u"广播"_s},
        .summary
        = {u"Every packet is sent over every NIC; for special cases such as two networks that are not "
           "connected; ports on one switch need a static link aggregation group."_s,
           u"每个数据包都从所有网卡发出；用于特殊场合，例如两个互不相连的网络；接在同一台交换机上的端口需配置静态链路聚合组。"_s},
        .description
        = {u"Each packet leaves as many times as there are NICs. Nothing is gained in speed; what is gained is that a "
           "packet arrives while any one way is whole, without any moment of switching over. It is meant for two "
           "networks that are not connected to each other. Where the NICs end on the same switch, its ports must form "
           "a "
           "static aggregation group, or the copies reach the receiver twice and the MAC address moves between ports."_s,
           u"每个数据包有多少块网卡就发送多少份。带宽不会增加，但只要有一条路径完好，数据包就能到达，没有切换时间。"
           "它用于两个互不相连的网络。若各网卡接在同一台交换机上，相应端口必须组成静态聚合组，"
           "否则接收方会收到重复的数据包，MAC 地址也会在端口之间漂移。"_s},
        .chooseWhen = {u"Two separate networks lead to the receiver and not even the time of a failover may be lost."_s,
                       u"有两个相互独立的网络通往对端，且连故障切换的时间都不能接受。"_s},
        .avoidWhen = {u"In ordinary networks: it multiplies the load and can duplicate packets."_s,
                      u"普通网络：它会成倍增加流量，并可能产生重复数据包。"_s},
    };
}

} // namespace bondwright::modes
