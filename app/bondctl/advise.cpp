// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/output.h"
#include "common/thishost.h"

#include "domain/advice.h"

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

QString goalNames()
{
    QStringList names;
    for (const GoalInfo &info : allGoals())
        names.append(info.name);
    return names.join(u", "_s);
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
    context.out << static_cast<int>(info.mode) << "  " << info.kernelName << "  " << inCurrentLanguage(info.title)
                << '\n'
                << wrapped(inCurrentLanguage(recommendation.reason), 3) << '\n';
    for (const BilingualText &caution : recommendation.cautions)
        context.out << wrapped(QCoreApplication::translate("bondctl", "Note: %1").arg(inCurrentLanguage(caution)), 3)
                    << '\n';
}

} // namespace

int runAdvise(Context &context)
{
    const Arguments arguments(context.arguments, {"--json", "--no-host"});
    if (!arguments.problem().isEmpty())
        return reportUsage(context, arguments.problem());
    if (arguments.positional().size() != 1)
        return reportUsage(context, QCoreApplication::translate("bondctl", "Name one goal: %1.").arg(goalNames()));
    const auto goal = goalFromName(arguments.positional().first());
    if (!goal)
        return reportUsage(context,
                           QCoreApplication::translate("bondctl", "There is no goal “%1”; name one of: %2.")
                               .arg(arguments.positional().first(), goalNames()));
    const auto host = arguments.has(u"--no-host"_s) ? Result<HostFacts>(HostFacts()) : thisHost();
    if (!host)
        return reportError(context, host.error());
    const Recommendation recommendation = advise(*goal, *host);
    if (!arguments.has(u"--json"_s)) {
        print(context, recommendation);
        return Success;
    }
    printJson(context,
              QJsonObject{{u"goal"_s, arguments.positional().first()},
                          {u"mode"_s, kernelName(recommendation.mode)},
                          {u"number"_s, static_cast<int>(recommendation.mode)},
                          {u"en"_s, texts(recommendation, &BilingualText::en)},
                          {u"zh"_s, texts(recommendation, &BilingualText::zh)}});
    return Success;
}

} // namespace bondwright::cli
