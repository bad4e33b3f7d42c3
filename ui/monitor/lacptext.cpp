// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/lacptext.h"

#include "kernel/snapshot.h"

#include <QCoreApplication>
#include <QStringList>

namespace bondwright::ui
{

namespace
{

struct LacpText {
    Q_DECLARE_TR_FUNCTIONS(bondwright::ui::LacpText)
};

} // namespace

QString lacpStateText(std::optional<quint16> state)
{
    if (!state)
        return {};
    namespace bit = kernel::PortState;
    QStringList words;
    const auto has = [&state](quint16 mask) { return (*state & mask) != 0; };
    //: @status LACP activity
    words.append(has(bit::Activity) ? LacpText::tr("active") : LacpText::tr("passive"));
    //: @status LACP rate
    words.append(has(bit::ShortTimeout) ? LacpText::tr("fast") : LacpText::tr("slow"));
    if (!has(bit::Aggregation))
        //: @status LACP: the port may not be aggregated
        words.append(LacpText::tr("individual"));
    //: @status LACP synchronization
    words.append(has(bit::Synchronization) ? LacpText::tr("in sync") : LacpText::tr("not in sync"));
    if (has(bit::Collecting))
        //: @status LACP
        words.append(LacpText::tr("collecting"));
    if (has(bit::Distributing))
        //: @status LACP
        words.append(LacpText::tr("distributing"));
    if (has(bit::Defaulted))
        //: @status LACP: defaulted, nothing received from the partner
        words.append(LacpText::tr("no partner heard"));
    if (has(bit::Expired))
        //: @status LACP
        words.append(LacpText::tr("partner timed out"));
    //: separates the words of a list
    return words.join(LacpText::tr(", "));
}

QString lacpVerdict(std::optional<quint16> actor, std::optional<quint16> partner)
{
    namespace bit = kernel::PortState;
    if (!actor)
        return {};
    if (*actor & bit::Defaulted)
        //: @info:status LACP
        return LacpText::tr("The switch port does not speak LACP.");
    if (*actor & bit::Expired)
        //: @info:status LACP
        return LacpText::tr("The switch port has stopped speaking LACP.");
    constexpr quint16 working = bit::Synchronization | bit::Collecting | bit::Distributing;
    if ((*actor & working) == working && (!partner || (*partner & bit::Synchronization)))
        //: @info:status LACP
        return LacpText::tr("Negotiated.");
    if (partner && !(*partner & bit::Synchronization))
        //: @info:status LACP
        return LacpText::tr("The switch has not added this port to the port channel.");
    //: @info:status LACP
    return LacpText::tr("Negotiating.");
}

} // namespace bondwright::ui
