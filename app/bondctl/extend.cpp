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

Command extendCommand()
{
    return {CommandGroup::Answer,
            u"extend"_s,
            //: @info what a command does
            Words::tr("Extends the confirmation deadline, once."),
            {},
            {changeWord()},
            {takes::otherHost()},
            {u"extend"_s},
            [](Context &context, const Arguments &arguments) {
                //: @info
                return runAnswer(context, arguments, &helper::HelperClient::extend,
                                 Words::tr("The deadline was extended."));
            }};
}

} // namespace bondwright::cli
