// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/flowadvice.h"

#include "diagnosis/rules/rules.h"

#include <QLocale>

namespace bondwright::diagnosis
{

using namespace Qt::StringLiterals;
using kernel::FlowCount;
using kernel::PolicySpread;
using rules::Text;

namespace
{

constexpr double nearlyAll = 0.9;

QString busiestOf(const FlowCount &count, XmitPolicy policy)
{
    const PolicySpread *spread = count.of(policy);
    return u"%1 %"_s.arg(qRound(100 * (spread ? spread->busiestShare() : 0)));
}

} // namespace

std::optional<XmitPolicy> countedPolicy(const kernel::BondState &bond, const FlowCount &count)
{
    if (!kernel::sendsByHash(bond))
        return std::nullopt;
    const XmitPolicy policy = bond.options.xmitPolicy();
    return count.of(policy) ? std::optional(policy) : std::nullopt;
}

QStringList flowTotals(const FlowCount &count)
{
    const QLocale locale;
    //: @info %1 and %2 numbers, %3 with unit
    QStringList sentences{Text::tr("%1 flows, %2 frames, %3 sent.")
                              .arg(locale.toString(count.flows), locale.toString(count.frames),
                                   locale.formattedDataSize(qint64(count.bytes), 1, QLocale::DataSizeSIFormat))};
    if (count.missed > 0)
        //: @info %1 a number
        sentences.append(Text::tr("%1 frames came too fast to be looked at.").arg(locale.toString(count.missed)));
    return sentences;
}

QString flowAdvice(const kernel::BondState &bond, const FlowCount &count)
{
    if (count.frames == 0)
        //: @info %1 bond
        return Text::tr("%1 sent nothing meanwhile.").arg(bond.name);
    if (!kernel::sendsByHash(bond))
        //: @info %1 bond, %2 mode; xmit_hash_policy is an option
        return Text::tr("%1 runs in mode %2, which does not choose links by xmit_hash_policy.")
            .arg(bond.name, kernelName(bond.mode));
    if (double(count.heaviest) > nearlyAll * double(count.bytes))
        //: @info xmit_hash_policy is an option
        return Text::tr("One flow sends nearly all of it: no xmit_hash_policy divides a flow.");
    const auto present = countedPolicy(bond, count);
    if (!present)
        //: @info %1 value of xmit_hash_policy
        return Text::tr("What %1 would do is not counted: it looks into tunnels.")
            .arg(xmitPolicyName(bond.options.xmitPolicy()));
    if (const auto better = count.better(*present))
        //: @info %1 and %3 values of xmit_hash_policy, %2 and %4 percentages
        return Text::tr("%1 would spread this traffic better: the busiest link would send %2, with %3 it sends %4.")
            .arg(xmitPolicyName(*better), busiestOf(count, *better), xmitPolicyName(*present),
                 busiestOf(count, *present));
    //: @info %1 value of xmit_hash_policy
    return Text::tr("No other policy would spread this traffic clearly better than %1.").arg(xmitPolicyName(*present));
}

} // namespace bondwright::diagnosis
