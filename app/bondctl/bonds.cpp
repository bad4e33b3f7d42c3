// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/hostaccess.h"
#include "common/hostsnapshot.h"
#include "common/hosttables.h"
#include "common/output.h"
#include "common/values.h"
#include "common/words.h"

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

int runBonds(Context &context, const Arguments &arguments)
{
    const Result<kernel::Snapshot> snapshot = hostSnapshot(context);
    if (!snapshot)
        return reportError(context, snapshot.error());
    const watch::Surveyed surveyed = context.host.survey();
    if (arguments.has(u"json"_s)) {
        printJson(context, bondsToJson(*snapshot, surveyed));
        return Success;
    }
    printBonds(context.out, *snapshot, surveyed);
    return Success;
}

} // namespace

Command bondsCommand()
{
    return {CommandGroup::Look,
            u"bonds"_s,
            //: @info what a command does
            Words::tr("Lists the bonds and their state."),
            {},
            {},
            {takes::otherHost(), takes::json()},
            {u"bonds"_s, u"bonds --json"_s},
            runBonds};
}

} // namespace bondwright::cli
