// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/hostaccess.h"
#include "common/output.h"
#include "common/values.h"
#include "common/words.h"

#include "domain/advice.h"
#include "i18n/language.h"

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

QStringList goalNames()
{
    QStringList names;
    for (const GoalInfo &info : allGoals())
        names.append(info.name);
    return names;
}

QJsonObject texts(const Recommendation &recommendation, QString BilingualText::*language)
{
    QJsonArray cautions;
    for (const BilingualText &caution : recommendation.cautions)
        cautions.append(caution.*language);
    return {{u"title"_s, modeInfo(recommendation.mode).title.*language},
            {u"reason"_s, recommendation.reason.*language},
            {u"cautions"_s, cautions}};
}

void print(Context &context, const Recommendation &recommendation)
{
    const ModeInfo &info = modeInfo(recommendation.mode);
    context.out << static_cast<int>(info.mode) << "  " << info.kernelName << "  " << i18n::inCurrentLanguage(info.title)
                << '\n'
                << wrapped(i18n::inCurrentLanguage(recommendation.reason), 3) << '\n';
    for (const BilingualText &caution : recommendation.cautions)
        context.out << wrapped(QCoreApplication::translate("bondctl", "Note: %1").arg(i18n::inCurrentLanguage(caution)),
                               3)
                    << '\n';
}

int runAdvise(Context &context, const Arguments &arguments)
{
    const Goal goal = *goalFromName(arguments.word(0));
    const auto host = arguments.has(u"no-host"_s) ? Result<HostFacts>(HostFacts()) : context.host.facts();
    if (!host)
        return reportError(context, host.error());
    const Recommendation recommendation = advise(goal, *host);
    if (!arguments.has(u"json"_s)) {
        print(context, recommendation);
        return Success;
    }
    printJson(context,
              QJsonObject{{u"goal"_s, arguments.word(0)},
                          {u"mode"_s, kernelName(recommendation.mode)},
                          {u"number"_s, static_cast<int>(recommendation.mode)},
                          {u"en"_s, texts(recommendation, &BilingualText::en)},
                          {u"zh"_s, texts(recommendation, &BilingualText::zh)}});
    return Success;
}

} // namespace

Command adviseCommand()
{
    Value goal = takes::choice(goalNames());
    goal.name = u"GOAL"_s;
    return {CommandGroup::Plan,
            u"advise"_s,
            //: @info what a command does
            Words::tr("Recommends a mode for a goal."),
            {},
            //: @info what an argument is, %1 a list of values
            {{goal, Words::tr("one of %1").arg(goalNames().join(u", "_s))}},
            {takes::noHost(), takes::otherHost(), takes::json()},
            {u"advise survive"_s, u"advise both-lacp --no-host"_s},
            runAdvise};
}

} // namespace bondwright::cli
