// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/planedit.h"

#include "common/arguments.h"
#include "common/changerunner.h"
#include "common/hostaccess.h"
#include "common/hostsnapshot.h"
#include "common/suggestion.h"
#include "common/words.h"

#include "kernel/runningplan.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using bondwright::helper::HelperClient;

namespace bondwright::cli
{

namespace
{

std::optional<BondPlan> planNamed(const QList<BondPlan> &plans, const QString &name)
{
    const auto at = std::find_if(plans.begin(), plans.end(), [&](const BondPlan &plan) { return plan.name == name; });
    return at == plans.end() ? std::nullopt : std::optional(*at);
}

/// What the edit begins with. Without the helper, the running state is enough for printing a plan.
Result<EditBase> findBase(Context &context, const QString &bond, const Result<helper::Configuration> &configuration)
{
    const auto snapshot = hostSnapshot(context);
    const auto host = snapshot ? context.host.facts() : tl::unexpected(snapshot.error());
    if (!host)
        return tl::unexpected(host.error());
    EditBase base{*host, configuration ? planNamed(configuration->plans, bond) : std::nullopt};
    const kernel::BondState *running = snapshot->bondByName(bond);
    if (!base.plan && running)
        base.plan = kernel::withoutDefaults(kernel::runningPlan(*running, *snapshot));
    return base;
}

} // namespace

QList<Option> planEditOptions()
{
    //: @info what an option does
    return changeOptions() + QList<Option>{{u"print"_s, Words::tr("print the plan as JSON, and change nothing")}};
}

Result<void> hasPlan(const EditBase &base, const QString &bond)
{
    if (base.plan)
        return {};
    QStringList names;
    for (const BondFacts &known : base.host.bonds)
        names.append(known.name);
    return tl::unexpected(unknownBond(bond, names));
}

Result<void> areNics(const HostFacts &host, const QStringList &names)
{
    for (const QString &name : names) {
        if (names.count(name) > 1)
            //: @error %1 is a name
            return fail(u"nic.twice"_s, Words::tr("The NIC %1 is given twice.").arg(shortened(name)));
        if (host.nic(name))
            continue;
        QStringList known;
        for (const NicFacts &nic : host.nics) {
            if (!names.contains(nic.name))
                known.append(nic.name);
        }
        const QString hint = didYouMean(name, known);
        return fail(u"nic.unknown"_s,
                    //: @error %1 is a name
                    Words::tr("There is no NIC %1.").arg(shortened(name)),
                    //: @info hint
                    hint.isEmpty() ? Words::tr("“bondctl nics” lists them.") : hint);
    }
    return {};
}

int editBond(Context &context, const QString &bond, const Arguments &arguments, const PlanEdit &edit)
{
    const auto request = changeRequest(arguments);
    if (!request)
        return reportError(context, request.error());
    const bool onlyPrints = arguments.has(u"print"_s);
    helper::HelperClient &client = context.host.helper();
    ChangeRunner runner(client, context, *request);
    client.configuration(&runner, [&](const Result<helper::Configuration> &configuration) {
        const auto base = configuration || onlyPrints ? findBase(context, bond, configuration)
                                                      : tl::unexpected(configuration.error());
        const auto plan = base.and_then(edit);
        if (!plan)
            return endLoop(reportError(context, plan.error()));
        if (onlyPrints) {
            context.out << QString::fromUtf8(planToJson(*plan));
            return endLoop(Success);
        }
        if (base->plan && *base->plan == *plan) {
            //: @info %1 a bond
            context.err << Words::tr("Nothing to do: %1 is configured like that already.").arg(bond) << '\n';
            return endLoop(Success);
        }
        runner.applyPlan(*plan);
    });
    return QCoreApplication::exec();
}

} // namespace bondwright::cli
