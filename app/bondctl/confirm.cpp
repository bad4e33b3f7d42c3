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

Command confirmCommand()
{
    return {CommandGroup::Answer,
            u"confirm"_s,
            //: @info what a command does
            Words::tr("Keeps the pending change; also from a second terminal."),
            {},
            {changeWord()},
            {takes::otherHost()},
            {u"confirm"_s},
            [](Context &context, const Arguments &arguments) {
                //: @info
                return runAnswer(context, arguments, &helper::HelperClient::confirm,
                                 Words::tr("The configuration is kept."));
            }};
}

} // namespace bondwright::cli
