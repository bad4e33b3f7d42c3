// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/planedit.h"
#include "common/suggestion.h"
#include "common/values.h"
#include "common/words.h"

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

int runRename(Context &context, const Arguments &arguments)
{
    const QString bond = arguments.word(0);
    return editBond(context, bond, arguments, [&](const EditBase &base) {
        return hasPlan(base, bond).map([&] { return renamedPlan(*base.plan, arguments.word(1)); });
    });
}

} // namespace

Command renameCommand()
{
    return {
        CommandGroup::Change,
        u"rename"_s,
        //: @info what a command does
        Words::tr("Gives a bond another name; reverts unless confirmed."),
        //: @info
        Words::tr("The bond of the old name goes as the new one comes, with the same NICs and addresses; VLANs that "
                  "are called after it are renamed too. Connections pause for a few seconds."),
        {takes::bondWord(),
         //: @info what an argument is
         {takes::text(u"NAME"_s), Words::tr("its new name")}},
        planEditOptions(),
        {u"rename bond0 uplink"_s},
        runRename};
}

} // namespace bondwright::cli
