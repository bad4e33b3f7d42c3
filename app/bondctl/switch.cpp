// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/hostaccess.h"
#include "common/hostsnapshot.h"
#include "common/output.h"
#include "common/values.h"
#include "common/words.h"

#include "domain/switchside.h"

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

QStringList vendorIds()
{
    QStringList ids;
    for (const VendorInfo &info : allVendors())
        ids.append(info.id);
    return ids;
}

/// The ports at the other ends of the plan's cables, in the order of its slaves; none if they are not all on one switch.
QStringList portsOf(Context &context, const BondPlan &plan)
{
    const Result<kernel::Snapshot> snapshot = hostSnapshot(context);
    if (!snapshot)
        return {};
    return neighbours::portNamesOnOneSwitch(context.host.survey().ports, plan.slaveNames());
}

int runSwitch(Context &context, const Arguments &arguments)
{
    const Vendor vendor = *vendorFromId(arguments.value(u"vendor"_s));
    const auto parsed = readPlan(arguments.word(0));
    if (!parsed)
        return reportError(context, parsed.error());
    sayUnknownMembers(context, parsed->unknownMembers);
    const QString requirement = switchRequirement(parsed->plan);
    const QString text = switchConfiguration(
        parsed->plan, vendor, arguments.has(u"no-host"_s) ? QStringList() : portsOf(context, parsed->plan));
    if (arguments.has(u"json"_s))
        printJson(context,
                  QJsonObject{{u"vendor"_s, arguments.value(u"vendor"_s)},
                              {u"mode"_s, kernelName(parsed->plan.mode)},
                              {u"requirement"_s, requirement},
                              {u"configuration"_s, text}});
    else if (text.isEmpty())
        context.out << requirement << '\n';
    else
        context.out << text;
    return Success;
}

} // namespace

Command switchCommand()
{
    Value vendor = takes::choice(vendorIds());
    vendor.name = u"VENDOR"_s;
    //: @info what an option does, %1 a list of values
    Option option{u"vendor"_s, Words::tr("one of %1").arg(vendorIds().join(u", "_s)), vendor};
    option.isRequired = true;
    return {CommandGroup::Plan,
            u"switch"_s,
            //: @info what a command does
            Words::tr("Writes the switch's side of a plan."),
            {},
            {takes::planWord()},
            {option, takes::noHost(), takes::json()},
            {u"switch bond0.json --vendor cisco-ios"_s},
            runSwitch};
}

} // namespace bondwright::cli
