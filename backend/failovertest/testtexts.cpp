// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failovertest/testresult.h"

#include <algorithm>

namespace bondwright::failover
{

using namespace Qt::StringLiterals;

namespace
{

/// The same arguments into both languages' sentences.
template <typename... Args>
BilingualText both(const QString &en, const QString &zh, const Args &...args)
{
    if constexpr (sizeof...(Args) == 0)
        return {en, zh};
    else
        return {en.arg(args...), zh.arg(args...)};
}

/// There is nothing to say then of what it did and of pings.
bool wasNotPulled(const StepResult &step)
{
    return std::ranges::any_of(step.problems, [](const Problem &problem) {
        switch (problem.kind) {
        case ProblemKind::NoLinkBefore:
        case ProblemKind::LastWorkingSlave:
        case ProblemKind::TargetSilent:
        case ProblemKind::HelperRefused:
        case ProblemKind::PullNotSeen:
            return true;
        default:
            return false;
        }
    });
}

} // namespace

QString msText(std::chrono::microseconds time)
{
    const double value = double(time.count()) / 1000.0;
    return QString::number(value, 'f', value < 100 ? 1 : 0) + u" ms"_s;
}

BilingualText problemText(const Problem &problem, const StepResult &step, std::chrono::milliseconds limit)
{
    const QString &slave = problem.slave;
    switch (problem.kind) {
    case ProblemKind::NoLinkBefore:
        return both(u"The link of %1 was down before the test. Check its cable and its switch port, then test again."_s,
                    u"测试开始前 %1 的链路就已断开。请检查网线和交换机端口，然后重新测试。"_s, slave);
    case ProblemKind::LastWorkingSlave:
        return both(u"%1 was not pulled: it is the only slave that works, pulling it would cut the bond off."_s,
                    u"没有断开 %1：它是唯一正常工作的网卡，断开它会使整个绑定接口中断。"_s, slave);
    case ProblemKind::TargetSilent:
        return both(u"%1 did not answer before anything was pulled. Choose a target that answers to ping."_s,
                    u"断开网线之前 %1 就没有应答。请换一个能 ping 通的目标。"_s, problem.detail);
    case ProblemKind::HelperRefused:
        return both(u"The link of %1 could not be switched: %2"_s, u"无法切换 %1 的链路：%2"_s, slave, problem.detail);
    case ProblemKind::PullNotSeen:
        return both(u"%1 did not lose its link in time. Was another cable pulled?"_s,
                    u"在规定时间内没有看到 %1 的链路断开。是否拔错了网线？"_s, slave);
    case ProblemKind::NotDetected:
        return both(u"The bond did not notice that %1 lost its link. Is link monitoring (miimon) on?"_s,
                    u"绑定接口没有发现 %1 的链路已断开。链路监测（miimon）是否已启用？"_s, slave);
    case ProblemKind::NoTakeOver:
        return both(u"No other slave took over from %1."_s, u"没有其他网卡接替 %1。"_s, slave);
    case ProblemKind::OutageTooLong:
        return both(u"The outage was %1, longer than the limit of %2 ms."_s, u"中断时间为 %1，超过了 %2 ms 的上限。"_s,
                    msText(step.outage()), QString::number(limit.count()));
    case ProblemKind::NoAnswerAfter: {
        if (slave.isEmpty())
            return both(u"%1 did not answer any more after %2 was down: nothing passes through the other slaves. "
                        "Check their cables, switch ports and VLANs."_s,
                        u"断开 %2 后 %1 不再应答：其余网卡无法通信。请检查它们的网线、交换机端口和 VLAN。"_s,
                        problem.detail, step.slave);
        return both(u"%1 took over and its link is up, but %2 did not answer through it. Check the cable, switch port "
                    "and VLAN of %1."_s,
                    u"%1 已接替且链路正常，但 %2 经由它没有应答。请检查 %1 的网线、交换机端口和 VLAN。"_s, slave,
                    problem.detail);
    }
    case ProblemKind::BondDown:
        return both(u"The bond had no working slave left after %1 was down. The link was given back at once."_s,
                    u"断开 %1 后绑定接口没有可用的网卡，链路已立即恢复。"_s, slave);
    case ProblemKind::MacChanged:
        return both(u"The bond's MAC address changed from %1."_s, u"绑定接口的 MAC 地址不再是 %1。"_s, problem.detail);
    case ProblemKind::AddressLost:
        return both(u"The bond lost the address %1."_s, u"绑定接口丢失了地址 %1。"_s, problem.detail);
    case ProblemKind::NotBack:
        return both(u"%1 did not come back into use in time. Check its cable and switch port."_s,
                    u"%1 没有在规定时间内恢复使用。请检查网线和交换机端口。"_s, slave);
    case ProblemKind::PrimaryNotRestored:
        return both(u"The traffic did not return to the primary slave %1, although primary_reselect says so."_s,
                    u"流量没有按 primary_reselect 的设置回到主网卡 %1。"_s, slave);
    case ProblemKind::Cancelled:
        return both(u"The test was cancelled."_s, u"测试已取消。"_s);
    case ProblemKind::BondGone:
        return both(u"The bond or its slave %1 disappeared during the test."_s, u"测试期间绑定接口或网卡 %1 消失了。"_s,
                    slave);
    }
    return {};
}

BilingualText outcomeText(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Passed:
        return {u"Passed"_s, u"通过"_s};
    case Outcome::Failed:
        return {u"Failed"_s, u"未通过"_s};
    case Outcome::NotTested:
        break;
    }
    return {u"Not tested"_s, u"未测试"_s};
}

BilingualText stepSummary(const StepResult &step)
{
    if (!step.detection && (step.outcome == Outcome::NotTested || wasNotPulled(step)))
        return {};
    BilingualText text;
    if (!step.wasActive) {
        text = both(u"%1 was on standby."_s, u"%1 处于备用状态。"_s, step.slave);
    } else if (!step.activeAfter.isEmpty() && step.activeAfter != step.slave) {
        text = both(u"Traffic moved from %1 to %2."_s, u"流量从 %1 切换到 %2。"_s, step.slave, step.activeAfter);
    } else {
        text = both(u"%1 was taken out."_s, u"%1 已退出转发。"_s, step.slave);
    }
    if (step.detection) {
        text.en += u" The bond noticed after %1."_s.arg(msText(*step.detection));
        text.zh += u"绑定接口在 %1 后发现链路断开。"_s.arg(msText(*step.detection));
    }
    if (step.outage().count() == 0) {
        text.en += u" No ping was lost."_s;
        text.zh += u"没有丢失 ping 包。"_s;
    } else {
        text.en += step.lost() == 1 ? u" Outage %1, one ping lost."_s.arg(msText(step.outage()))
                                    : u" Outage %1, %2 pings lost."_s.arg(msText(step.outage())).arg(step.lost());
        text.zh += u"中断 %1，丢失 %2 个 ping 包。"_s.arg(msText(step.outage())).arg(step.lost());
    }
    if (step.back) {
        text.en += u" Back in use %1 after the link returned."_s.arg(msText(*step.back));
        text.zh += u"链路恢复 %1 后重新启用。"_s.arg(msText(*step.back));
    }
    return text;
}

} // namespace bondwright::failover
