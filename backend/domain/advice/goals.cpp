// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/advice.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace bondwright
{

std::span<const GoalInfo> allGoals()
{
    static const std::array<GoalInfo, 4> all{{
        {Goal::SurviveCable,
         u"survive"_s,
         {u"Survive a broken cable"_s, u"网线故障时不中断"_s},
         {u"The service goes on when a cable, a NIC or a switch fails. The bandwidth of one NIC is enough."_s,
          u"网线、网卡或交换机故障时业务不中断；一块网卡的带宽已够用。"_s}},
        {Goal::MoreThroughput,
         u"throughput"_s,
         {u"More throughput"_s, u"更高的带宽"_s},
         {u"Several NICs together, also for one single connection; the switch ports can be grouped."_s,
          u"多块网卡合并使用，单个连接也能受益；交换机端口可以聚合。"_s}},
        {Goal::BothWithLacp,
         u"both-lacp"_s,
         {u"Both, and my switch speaks LACP"_s, u"两者都要，交换机支持 LACP"_s},
         {u"Fault tolerance and bandwidth; the switch ports can be put into an LACP group."_s,
          u"既要容错又要带宽；交换机端口可以加入 LACP 聚合组。"_s}},
        {Goal::BothWithoutSwitch,
         u"both-no-switch"_s,
         {u"Both, and I cannot touch the switch"_s, u"两者都要，但无法配置交换机"_s},
         {u"Fault tolerance and bandwidth without any change to the switch."_s,
          u"既要容错又要带宽，且不改动交换机。"_s}},
    }};
    return all;
}

std::optional<Goal> goalFromName(QStringView name)
{
    const auto all = allGoals();
    const auto it = std::find_if(all.begin(), all.end(), [name](const GoalInfo &info) { return info.name == name; });
    return it == all.end() ? std::nullopt : std::optional(it->goal);
}

} // namespace bondwright
