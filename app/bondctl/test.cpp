// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"
#include "common/failoverreport.h"
#include "common/failoverrun.h"
#include "common/words.h"

#include "failovertest/testhistory.h"

#include <QJsonDocument>

namespace bondwright::cli
{

using namespace Qt::StringLiterals;

namespace
{

struct TestArguments {
    failover::TestSettings settings;
    QString report;
    bool isJson = false;
};

/// The arguments, or what is wrong with them.
tl::expected<TestArguments, QString> parse(const QStringList &words)
{
    TestArguments parsed;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words.at(i);
        const bool hasValue = i + 1 < words.size();
        if (word == u"--auto") {
            parsed.settings.automatic = true;
        } else if (word == u"--json") {
            parsed.isJson = true;
        } else if (word == u"--ping" && hasValue) {
            const QString target = words.at(++i);
            if (!ping::parseTarget(target))
                return tl::unexpected(Words::tr("“%1” is not an address that can be pinged.").arg(target));
            parsed.settings.targets.append(target);
        } else if (word == u"--slave" && hasValue) {
            parsed.settings.slaves.append(words.at(++i));
        } else if (word == u"--report" && hasValue) {
            parsed.report = words.at(++i);
        } else if (word == u"--limit" && hasValue) {
            bool isNumber = false;
            const int limit = words.at(++i).toInt(&isNumber);
            if (!isNumber || limit < 1 || limit > 600'000)
                return tl::unexpected(Words::tr("--limit needs milliseconds from 1 to 600000."));
            parsed.settings.limit = std::chrono::milliseconds(limit);
        } else if (word.startsWith(u'-')) {
            return tl::unexpected(Words::tr("“%1” is not known here, or its value is missing.").arg(word));
        } else if (parsed.settings.bond.isEmpty()) {
            parsed.settings.bond = word;
        } else {
            return tl::unexpected(Words::tr("“%1” is one argument too many.").arg(word));
        }
    }
    if (parsed.settings.bond.isEmpty())
        return tl::unexpected(Words::tr("Which bond? For example: bondctl test bond0 --ping 192.0.2.1"));
    if (parsed.settings.targets.isEmpty())
        return tl::unexpected(Words::tr("--ping HOST is needed: the outage is measured with it."));
    if (!parsed.report.isEmpty()) {
        // Known before a cable is pulled.
        if (const auto possible = checkReport(parsed.report); !possible)
            return tl::unexpected(possible.error().message);
    }
    return parsed;
}

int runTest(Context &context)
{
    const auto arguments = parse(context.arguments);
    if (!arguments)
        return reportUsage(context, arguments.error());
    TestRun run(arguments->settings, context, !arguments->isJson);
    const failover::TestResult result = run.exec();
    if (arguments->isJson)
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
    if (!arguments->report.isEmpty()) {
        if (const auto written = writeReport(arguments->report, result); !written)
            return reportError(context, written.error());
    }
    if (run.wasNotAuthorized())
        return NotAuthorized;
    return result.isPassed() ? Success : Failure;
}

} // namespace

std::vector<Command> testCommands()
{
    return {{u"test"_s,
             u"test BOND --ping HOST [--ping HOST …] [--slave IF …] [--auto] [--limit MS] [--report FILE] [--json]"_s,
             Words::tr("Tests the failover of a bond, by pulling cables or automatically"), runTest}};
}

} // namespace bondwright::cli
