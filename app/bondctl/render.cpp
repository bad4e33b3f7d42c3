// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/formatfiles.h"
#include "common/output.h"

#include "formats/bundle/bundle.h"

#include <QFile>
#include <QRegularExpression>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

int renderKickstart(Context &context, const BondPlan &plan)
{
    QList<Finding> findings;
    const auto lines = formats::kickstartLines(plan, &findings);
    if (!lines)
        return reportError(context, lines.error());
    printFindings(context, findings);
    context.out << QString::fromUtf8(*lines);
    return Success;
}

} // namespace

int runRender(Context &context)
{
    const Arguments arguments(context.arguments, {"--diff", "--json"}, {"--format", "--rhel", "--service", "--root"});
    if (!arguments.problem().isEmpty())
        return reportUsage(context, arguments.problem());
    if (arguments.positional().size() != 1)
        return reportUsage(context, QCoreApplication::translate("bondctl", "Name one plan, or - for standard input."));
    const auto parsed = readPlan(arguments.positional().first());
    if (!parsed)
        return reportError(context, parsed.error());
    const BondPlan &plan = parsed->plan;
    const QList<Finding> problems = check(plan, HostFacts());
    if (hasErrors(problems)) {
        printFindings(context, problems);
        return Failure;
    }
    if (arguments.value(u"--format"_s) == u"kickstart")
        return renderKickstart(context, plan);

    const QString root = arguments.value(u"--root"_s);
    const auto format = formatFor(arguments.value(u"--format"_s), arguments, root);
    if (!format)
        return format.error().code.startsWith(u"cli.") ? reportUsage(context, format.error().message)
                                                       : reportError(context, format.error());
    const auto snapshot = root.isEmpty() ? Result<formats::FileSnapshot>(formats::FileSnapshot())
                                         : formats::takeSnapshot(root, **format);
    if (!snapshot)
        return reportError(context, snapshot.error());
    const auto rendering = (*format)->render(plan, *snapshot);
    if (!rendering)
        return reportError(context, rendering.error());
    return deliver(context, arguments, *rendering, (*format)->id(), root, u"render "_s + plan.name);
}

int runBundle(Context &context)
{
    // "-o FILE" is the usual spelling; the reader of arguments knows long ones only.
    QStringList words = context.arguments;
    words.replaceInStrings(QRegularExpression(u"^-o$"_s), u"--output"_s);
    const Arguments arguments(words, {}, {"--rhel", "--output", "--ping", "--confirm-within"});
    if (!arguments.problem().isEmpty())
        return reportUsage(context, arguments.problem());
    if (arguments.positional().size() != 1 || !arguments.hasValue(u"--rhel"_s))
        return reportUsage(context, QCoreApplication::translate("bondctl", "Name one plan and --rhel 5, 6, 7 or 8."));
    const auto parsed = readPlan(arguments.positional().first());
    if (!parsed)
        return reportError(context, parsed.error());
    const QList<Finding> problems = check(parsed->plan, HostFacts());
    if (hasErrors(problems)) {
        printFindings(context, problems);
        return Failure;
    }
    formats::BundleOptions options;
    options.release = arguments.value(u"--rhel"_s).toInt();
    options.pingTarget = arguments.value(u"--ping"_s);
    if (arguments.hasValue(u"--confirm-within"_s))
        options.confirmWithin = std::chrono::seconds(arguments.value(u"--confirm-within"_s).toInt());
    const auto bundle = formats::makeBundle(parsed->plan, options);
    if (!bundle)
        return reportError(context, bundle.error());
    printFindings(context, bundle->findings);
    if (hasErrors(bundle->findings))
        return Failure;
    const QString output = arguments.value(u"--output"_s);
    if (output.isEmpty() || output == u"-") {
        context.out << QString::fromUtf8(bundle->script);
        return Success;
    }
    QSaveFile file(output);
    if (!file.open(QIODevice::WriteOnly) || file.write(bundle->script) != bundle->script.size()
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup
                                | QFile::ReadOther)
        || !file.commit())
        return reportError(
            context,
            {u"cli.output"_s,
             QCoreApplication::translate("bondctl", "“%1” cannot be written: %2").arg(output, file.errorString()),
             {}});
    return Success;
}

} // namespace bondwright::cli
