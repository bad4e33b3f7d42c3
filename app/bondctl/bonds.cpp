// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/hosttables.h"
#include "common/values.h"
#include "common/words.h"

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

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
            [](Context &context, const Arguments &arguments) { return listHost(context, arguments, HostPart::Bonds); }};
}

} // namespace bondwright::cli
