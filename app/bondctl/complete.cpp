// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/completion.h"
#include "common/texttable.h"
#include "common/values.h"
#include "common/words.h"
#include "i18n/printable.h"

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

int runComplete(Context &context, const Arguments &arguments)
{
    // What the shells' scripts read: a candidate, a tab, what it is. A line that begins with ":" asks for paths.
    for (const Candidate &candidate : completionsOf(arguments.words()))
        context.out << i18n::printable(candidate.text) << '\t' << i18n::printable(candidate.description) << '\n';
    return Success;
}

} // namespace

Command completeCommand()
{
    Command command{CommandGroup::Look,
                    u"complete"_s,
                    //: @info what a command does
                    Words::tr("Proposes how a command line goes on, for the shells' completion."),
                    {},
                    {{takes::of(Value::Kind::Anything, u"WORD"_s),
                      //: @info what an argument is
                      Words::tr("the words after “bondctl”, up to the one to complete"), 0, -1}},
                    {},
                    {u"complete -- show bo"_s},
                    runComplete};
    command.isHidden = true;
    return command;
}

} // namespace bondwright::cli
