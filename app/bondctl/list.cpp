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

int runList(Context &context, const Arguments &arguments)
{
    const Result<kernel::Snapshot> snapshot = hostSnapshot(context);
    if (!snapshot)
        return reportError(context, snapshot.error());
    const watch::Surveyed surveyed = context.host.survey();
    if (arguments.has(u"json"_s)) {
        printJson(
            context,
            QJsonObject{{u"bonds"_s, bondsToJson(*snapshot, surveyed)}, {u"nics"_s, nicsToJson(*snapshot, surveyed)}});
        return Success;
    }
    printBonds(context.out, *snapshot, surveyed);
    context.out << '\n';
    printNics(context.out, *snapshot, surveyed);
    return Success;
}

} // namespace

Command listCommand()
{
    return {CommandGroup::Look,
            u"list"_s,
            //: @info what a command does
            Words::tr("Lists the bonds and the NICs."),
            {},
            {},
            {takes::otherHost(), takes::json()},
            {u"list"_s},
            runList};
}

} // namespace bondwright::cli
