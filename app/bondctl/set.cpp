// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/bondsettings.h"
#include "common/planedit.h"
#include "common/suggestion.h"
#include "common/values.h"
#include "common/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

Result<BondPlan> changedBond(const Arguments &arguments, const EditBase &base)
{
    PlanDraft draft;
    draft.startFrom(*base.plan, base.host, true);
    if (const auto good = applyBondOptions(draft, arguments); !good)
        return tl::unexpected(good.error());
    return applySettings(draft, arguments.words().mid(1)).map([&] { return draft.plan(); });
}

int runSet(Context &context, const Arguments &arguments)
{
    const QList<Option> known = bondOptions();
    const bool hasOptions
        = std::any_of(known.begin(), known.end(), [&](const Option &option) { return arguments.has(option.name); });
    if (arguments.words().size() < 2 && !hasOptions)
        //: @error
        return reportUsage(context, Words::tr("“set” needs something to set, for example: miimon=100"));
    if (const auto good = checkBondArguments(arguments); !good)
        return reportError(context, good.error());
    return editBond(context, arguments.word(0), arguments, [&](const EditBase &base) {
        return hasPlan(base, arguments.word(0)).and_then([&] { return changedBond(arguments, base); });
    });
}

} // namespace

Command setCommand()
{
    return {CommandGroup::Change,
            u"set"_s,
            //: @info what a command does
            Words::tr("Changes the options or addresses of a bond; reverts unless confirmed."),
            //: @info
            Words::tr("It edits the bond as it is configured, or as it runs if it is not configured. The differences "
                      "are shown before anything changes."),
            {takes::bondWord(), settingWord(0)},
            bondOptions() + planEditOptions(),
            {u"set bond0 miimon=200"_s, u"set bond0 primary="_s, u"set bond0 --mode 802.3ad lacp_rate=fast"_s,
             u"set bond0 --ip 192.0.2.11/24 --gateway 192.0.2.1"_s},
            runSet};
}

} // namespace bondwright::cli
