// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/advice.h"

#include "domain/advice/cautions.h"

using namespace Qt::StringLiterals;

namespace bondwright
{

namespace
{

Recommendation recommend(Goal goal)
{
    switch (goal) {
    case Goal::SurviveCable:
        return {
            Mode::ActiveBackup,
            {u"active-backup needs nothing from the switch, works with every NIC, and its NICs may lead to different "
             "switches, so that even a whole switch may fail."_s,
             u"主备模式不需要配置交换机，适用于任何网卡，各网卡还可以接到不同的交换机，即使整台交换机故障也不中断。"_s},
            {}};
    case Goal::MoreThroughput:
        return {
            Mode::BalanceRr,
            {u"Only balance-rr lets one single connection use more than one NIC. The switch needs a static "
             u"aggregation "
             "group. Where there are many connections, 802.3ad gives the same bandwidth without packets out of order."_s,
             u"只有 balance-rr 能让单个连接使用多块网卡。交换机需配置静态聚合组。如果连接数较多，802.3ad "
             "能提供同样的带宽且不会乱序。"_s},
            {}};
    case Goal::BothWithLacp:
        return {
            Mode::Ieee8023ad,
            {u"With 802.3ad both ends agree on the group and notice wrong cables, a dead port or a missing "
             u"configuration; "
             "many connections share all links, and each stays in order."_s,
             u"802.3ad 由两端协商聚合组，能发现接错的网线、失效的端口和遗漏的配置；多个连接共享所有链路，每个连接都不乱序。"_s},
            {}};
    case Goal::BothWithoutSwitch:
        return {
            Mode::BalanceAlb,
            {u"balance-alb spreads sending and IPv4 receiving over all NICs and survives the loss of any, without the "
             "switch knowing of it."_s,
             u"balance-alb 把发送和 IPv4 接收流量分担到所有网卡，任何一块故障都不中断，交换机无需知情。"_s},
            {}};
    }
    return {};
}

bool forbidsAlb(const HostFacts &host)
{
    return advice::isVirtualMachine(host) || !advice::nicsWithFixedMac(host).isEmpty();
}

} // namespace

Recommendation advise(Goal goal, const HostFacts &host)
{
    Recommendation result = recommend(goal);
    // Where the host rules balance-alb out, the next best is what certainly works there.
    if (goal == Goal::BothWithoutSwitch && host.known && forbidsAlb(host)) {
        result.mode = Mode::ActiveBackup;
        result.reason
            = {u"balance-alb would be the choice, but it needs NICs that take another MAC address, which this host "
               "or its hypervisor does not allow. active-backup survives the loss of a NIC; more bandwidth needs "
               "the switch's help."_s,
               u"本应选择 balance-alb，但它要求网卡能够更改 MAC 地址，而本机或其虚拟化平台不允许。"
               "主备模式可容忍网卡故障；要获得更高带宽则需要交换机配合。"_s};
    }
    result.cautions = advice::cautions(result.mode, host);
    return result;
}

} // namespace bondwright
