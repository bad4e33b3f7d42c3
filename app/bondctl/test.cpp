// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/failoverreport.h"
#include "common/failoverrun.h"
#include "common/hostaccess.h"
#include "common/hostsnapshot.h"
#include "common/values.h"
#include "common/words.h"

#include "failovertest/testhistory.h"

#include <QJsonDocument>

namespace bondwright::cli
{

using namespace Qt::StringLiterals;

namespace
{

failover::TestSettings settingsFrom(const Arguments &arguments)
{
    failover::TestSettings settings;
    settings.bond = arguments.word(0);
    settings.targets = arguments.values(u"ping"_s);
    settings.slaves = arguments.values(u"slave"_s);
    settings.automatic = arguments.has(u"auto"_s);
    if (arguments.has(u"limit"_s))
        settings.limit = std::chrono::milliseconds(arguments.number(u"limit"_s, 0));
    return settings;
}

int runTest(Context &context, const Arguments &arguments)
{
    const QString report = arguments.value(u"report"_s);
    const bool isJson = arguments.has(u"json"_s);
    // Known before a cable is pulled.
    if (const auto possible = report.isEmpty() ? Result<void>() : checkReport(report); !possible)
        return reportUsage(context, possible.error().message);
    failover::TestSettings settings = settingsFrom(arguments);
    settings.host = context.host.name();
    if (const auto snapshot = hostSnapshot(context)) {
        if (const auto bond = findBond(*snapshot, settings.bond); !bond)
            return reportError(context, bond.error());
        settings.switchPorts = neighbours::shortSwitchPortTexts(context.host.survey().ports);
    }
    TestRun run(settings, context, !isJson);
    const failover::TestResult result = run.exec();
    if (isJson)
        context.out << QJsonDocument(failover::toJson(result)).toJson();
    else
        run.printResult(result);
    context.out.flush();
    // The same history as the window's. Not being able to keep it is no failure of the bond.
    if (!result.steps.isEmpty()) {
        const auto saved = failover::TestHistory(failover::TestHistory::defaultFolder()).save(result);
        if (!saved)
            context.err << "bondctl: " << saved.error().message << Qt::endl;
    }
    if (!report.isEmpty()) {
        if (const auto written = writeReport(report, result); !written)
            return reportError(context, written.error());
    }
    if (run.wasNotAuthorized())
        return NotAuthorized;
    return result.isPassed() ? Success : Failure;
}

} // namespace

Command testCommand()
{
    //: @info what an option does
    Option ping{u"ping"_s, Words::tr("host to ping: the outage is measured with it"), takes::host()};
    ping.isRequired = ping.isRepeatable = true;
    Option slave{u"slave"_s,
                 //: @info what an option does
                 Words::tr("test only this slave; default: all"), takes::of(Value::Kind::Slave, u"IF"_s)};
    slave.isRepeatable = true;
    return {CommandGroup::Change,
            u"test"_s,
            //: @info what a command does
            Words::tr("Tests the failover of a bond, by pulling cables or automatically."),
            //: @info
            Words::tr("Every cable is pulled in turn, and the outage is judged. With --auto the helper takes the "
                      "links down and up."),
            {takes::bondWord()},
            {ping,
             slave,
             //: @info what an option does
             {u"auto"_s, Words::tr("take the links down instead of waiting for pulled cables")},
             //: @info what an option does
             {u"limit"_s, Words::tr("longest outage that passes, in ms"), takes::number(u"MS"_s, 1, 600'000)},
             //: @info what an option does
             {u"report"_s, Words::tr("write a report: .html, .json, or .pdf (made by bondwright)"), takes::file()},
             takes::otherHost(),
             takes::json()},
            {u"test bond0 --ping 192.0.2.1"_s, u"test bond0 --ping 192.0.2.1 --auto --report test.html"_s},
            runTest};
}

} // namespace bondwright::cli
