// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/hosttables.h"
#include "common/values.h"
#include "common/words.h"

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

Command nicsCommand()
{
    return {CommandGroup::Look,
            u"nics"_s,
            //: @info what a command does
            Words::tr("Lists the NICs and what they are used for."),
            {},
            {},
            {takes::otherHost(), takes::json()},
            {u"nics"_s},
            [](Context &context, const Arguments &arguments) { return listHost(context, arguments, HostPart::Nics); }};
}

} // namespace bondwright::cli
