// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/output.h"

#include "domain/switchside.h"

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

QString vendorIds()
{
    QStringList ids;
    for (const VendorInfo &info : allVendors())
        ids.append(info.id);
    return ids.join(u", "_s);
}

} // namespace

int runSwitch(Context &context)
{
    const Arguments arguments(context.arguments, {"--json"}, {"--vendor"});
    if (!arguments.problem().isEmpty())
        return reportUsage(context, arguments.problem());
    if (arguments.positional().size() != 1)
        return reportUsage(context, QCoreApplication::translate("bondctl", "Name one plan, or - for standard input."));
    const auto vendor = vendorFromId(arguments.value(u"--vendor"_s));
    if (!vendor)
        return reportUsage(
            context, QCoreApplication::translate("bondctl", "Name the vendor with --vendor: %1.").arg(vendorIds()));
    const auto parsed = readPlan(arguments.positional().first());
    if (!parsed)
        return reportError(context, parsed.error());
    const QString requirement = switchRequirement(parsed->plan);
    const QString text = switchConfiguration(parsed->plan, *vendor);
    if (arguments.has(u"--json"_s))
        printJson(context,
                  QJsonObject{{u"vendor"_s, arguments.value(u"--vendor"_s)},
                              {u"mode"_s, kernelName(parsed->plan.mode)},
                              {u"requirement"_s, requirement},
                              {u"configuration"_s, text}});
    else if (text.isEmpty())
        context.out << requirement << '\n';
    else
        context.out << text;
    return Success;
}

} // namespace bondwright::cli
