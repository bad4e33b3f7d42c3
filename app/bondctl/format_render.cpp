// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain_output.h"
#include "format_files.h"

#include "formats/bundle/bundle.h"
#include "formats/diff/unifieddiff.h"
#include "formats/host/hostdetection.h"

#include <QFile>
#include <QRegularExpression>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

void printJsonFiles(Context &context, const formats::ChangeSet &changes)
{
    QJsonArray files;
    for (const formats::FileChange &change : changes.files) {
        QJsonObject object{{u"path"_s, change.path}, {u"mode"_s, u"%1"_s.arg(change.mode, 4, 8, QLatin1Char('0'))}};
        object.insert(u"text"_s, change.newText ? QJsonValue(QString::fromUtf8(*change.newText)) : QJsonValue());
        files.append(object);
    }
    printJson(context, files);
}

void printFiles(Context &context, const formats::ChangeSet &changes)
{
    for (const formats::FileChange &change : changes.files) {
        context.out << "# " << change.path << '\n';
        if (change.newText)
            context.out << QString::fromUtf8(*change.newText) << '\n';
        else
            context.out << "# " << QCoreApplication::translate("bondctl", "(deleted)") << "\n\n";
    }
}

/// Writing for somebody who will not read it must not go by in silence.
void warnOfOtherOwner(Context &context, const QString &root, const QString &format)
{
    const auto host = formats::detectHost(root);
    if (!host || host->release.name.isEmpty() || host->format == format)
        return;
    context.err << "bondctl: "
                << QCoreApplication::translate("bondctl", "This host does not go by the format “%1”.").arg(format)
                << ' ' << host->reason << '\n';
}

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
    const auto format = formatFor(arguments, root);
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
    printFindings(context, rendering->findings);
    const bool hasProblems = hasErrors(rendering->findings);
    if (arguments.has(u"--diff"_s)) {
        context.out << QString::fromUtf8(formats::withoutSecrets(formats::unifiedDiff(rendering->changes)));
    } else if (arguments.has(u"--json"_s)) {
        printJsonFiles(context, rendering->changes);
    } else if (root.isEmpty()) {
        printFiles(context, rendering->changes);
    }
    if (root.isEmpty() || arguments.has(u"--diff"_s) || hasProblems)
        return hasProblems ? Failure : Success;
    warnOfOtherOwner(context, root, (*format)->id());
    if (rendering->changes.isEmpty()) {
        context.err << QCoreApplication::translate("bondctl", "Nothing to do: the files already say so.") << '\n';
        return Success;
    }
    const auto backup = writeBelow(root, rendering->changes, u"render "_s + plan.name);
    if (!backup)
        return reportError(context, backup.error());
    for (const formats::FileChange &change : rendering->changes.files)
        context.err << change.path << '\n';
    context.err << QCoreApplication::translate("bondctl", "The originals are in backup %1.").arg(*backup) << '\n';
    return Success;
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
