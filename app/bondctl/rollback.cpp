// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/answer.h"
#include "common/arguments.h"
#include "common/values.h"
#include "common/words.h"

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

Command rollbackCommand()
{
    return {CommandGroup::Answer,
            u"rollback"_s,
            //: @info what a command does
            Words::tr("Reverts the pending change now."),
            {},
            {changeWord()},
            {takes::otherHost()},
            {u"rollback"_s},
            [](Context &context, const Arguments &arguments) {
                //: @info
                return runAnswer(context, arguments, &helper::HelperClient::rollback,
                                 Words::tr("The change is being reverted."));
            }};
}

} // namespace bondwright::cli
