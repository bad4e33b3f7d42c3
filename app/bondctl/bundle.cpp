// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/formatfiles.h"
#include "common/output.h"
#include "common/values.h"
#include "common/words.h"

#include "formats/bundle/bundle.h"
#include "posix/wholefile.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

int runBundle(Context &context, const Arguments &arguments)
{
    const auto parsed = readPlan(arguments.word(0));
    if (!parsed)
        return reportError(context, parsed.error());
    sayUnknownMembers(context, parsed->unknownMembers);
    const QList<Finding> problems = check(parsed->plan, HostFacts());
    if (hasErrors(problems)) {
        printFindings(context, problems);
        return Failure;
    }
    formats::BundleOptions options;
    options.release = int(arguments.number(u"rhel"_s, 0));
    options.pingTarget = arguments.value(u"ping"_s);
    options.confirmWithin = std::chrono::seconds(arguments.number(u"confirm-within"_s, options.confirmWithin.count()));
    const auto bundle = formats::makeBundle(parsed->plan, options);
    if (!bundle)
        return reportError(context, bundle.error());
    printFindings(context, bundle->findings);
    if (hasErrors(bundle->findings))
        return Failure;
    const QString output = arguments.value(u"output"_s);
    if (output.isEmpty() || output == u"-") {
        context.out << QString::fromUtf8(bundle->script);
        return Success;
    }
    const auto written
        = writeOutput(output, bundle->script, u"cli.output"_s,
                      QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ReadOther);
    return written ? Success : reportError(context, written.error());
}

} // namespace

Command bundleCommand()
{
    //: @info what an option does
    Option rhel{u"rhel"_s, Words::tr("release of RHEL that the script is for"),
                takes::choice({u"5"_s, u"6"_s, u"7"_s, u"8"_s})};
    rhel.isRequired = true;
    //: @info what an option does
    Option output{u"output"_s, Words::tr("file to write; without it the script is printed"), takes::file()};
    output.letter = u'o';
    return {CommandGroup::Elsewhere,
            u"bundle"_s,
            //: @info what a command does
            Words::tr("Makes one script that does it all on a host without this program."),
            //: @info
            Words::tr("The script reverts its changes unless they are confirmed."),
            {takes::planWord()},
            {rhel,
             output,
             //: @info what an option does
             {u"ping"_s, Words::tr("address that must answer afterwards"), takes::host()},
             //: @info what an option does
             {u"confirm-within"_s, Words::tr("seconds until it reverts unless confirmed; default 120"),
              takes::number(u"S"_s, 10, 3600)}},
            {u"bundle bond0.json --rhel 6 -o bond0.sh --ping 192.0.2.1"_s},
            runBundle};
}

} // namespace bondwright::cli
