// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/formatfiles.h"
#include "common/output.h"
#include "common/rootfiles.h"
#include "common/values.h"
#include "common/words.h"

#include "domain/json/findingsjson.h"
#include "formats/formatlist.h"
#include "formats/host/hostdetection.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

/// The service in charge decides what some values mean; where nothing tells the release, that of most hosts.
formats::ifcfg::Dialect dialectOf(const QString &root)
{
    using formats::ifcfg::Dialect;
    const auto host = hostOf(root);
    if (!host || host->release.rhelMajor < Dialect::oldest)
        return {};
    std::optional<formats::ifcfg::Reader> reader;
    if (host->owner == formats::HostConfiguration::Owner::NetworkService)
        reader = formats::ifcfg::Reader::NetworkService;
    return Dialect::forRelease(std::min(host->release.rhelMajor, Dialect::newest), reader).value_or(Dialect());
}

std::vector<std::unique_ptr<formats::Format>> wantedFormats(std::optional<FormatId> id, const QString &root)
{
    std::vector<std::unique_ptr<formats::Format>> all;
    for (const FormatId each : id ? QList<FormatId>{*id} : formats::formatIds())
        all.push_back(formats::makeFormat(each, each == FormatId::Ifcfg ? dialectOf(root) : formats::ifcfg::Dialect()));
    return all;
}

/// Bonds in files that the release below the root does not read any more.
void judgeRelease(const formats::Format &format, const formats::Reading &reading, const QString &root,
                  QList<Finding> *findings)
{
    const auto host = hostOf(root);
    if (format.id() != FormatId::Ifcfg || reading.bonds.isEmpty() || !host
        || host->release.rhelMajor <= formats::ifcfg::Dialect::newest)
        return;
    findings->append({Severity::Warning, FindingScope::Host, u"ifcfg.nobody"_s, reading.bonds.first().paths.value(0),
                      Words::tr("Release %1 reads no ifcfg files.").arg(host->release.rhelMajor),
                      Words::tr("Move the bond with “bondctl migrate BOND --to nm”.")});
}

int runRead(Context &context, const Arguments &arguments)
{
    const QString root = arguments.value(u"root"_s, u"/"_s);
    const auto all = wantedFormats(formatFromName(arguments.value(u"format"_s)), root);
    QString note;
    QJsonArray plans;
    QList<Finding> findings;
    const bool isJson = arguments.has(u"json"_s) || arguments.has(u"findings"_s);
    for (const auto &format : all) {
        const auto snapshot = readRoot(root, *format, &note);
        if (!snapshot)
            return reportError(context, snapshot.error());
        if (!note.isEmpty() && format == all.front())
            context.err << "bondctl: " << note << '\n';
        const formats::Reading reading = format->read(*snapshot);
        findings += reading.findings;
        judgeRelease(*format, reading, root, &findings);
        for (const formats::FoundBond &found : reading.bonds) {
            plans.append(QJsonDocument::fromJson(planToJson(found.plan)).object());
            if (!isJson) {
                // The plan alone can be given to “check -” and saved.
                context.err << formatName(format->id()) << ": " << found.paths.join(u", "_s) << Qt::endl;
                context.out << QString::fromUtf8(planToJson(found.plan)) << Qt::endl;
            }
        }
    }
    if (arguments.has(u"findings"_s)) {
        printJson(context, QJsonObject{{u"plans"_s, plans}, {u"findings"_s, findingsToJson(findings)}});
    } else {
        printFindings(context, findings);
        if (isJson)
            printJson(context, plans);
    }
    if (!isJson && plans.isEmpty())
        context.err << QCoreApplication::translate("bondctl", "There is no bond in these files.") << '\n';
    // A script must not take files that make no bond because something is wrong with them for files without one.
    const bool isWrong = std::any_of(findings.cbegin(), findings.cend(),
                                     [](const Finding &f) { return f.severity != Severity::Advice; });
    return plans.isEmpty() && isWrong ? Failure : Success;
}

} // namespace

Command readCommand()
{
    return {
        CommandGroup::Elsewhere,
        u"read"_s,
        //: @info what a command does
        Words::tr("Prints the bonds of the configuration files as plans."),
        {},
        {},
        {//: @info what an option does
         {u"format"_s, Words::tr("read only files of this format"), takes::choice(formats::formatNames())},
         //: @info what an option does
         takes::root(Words::tr("read below this folder, or in this support report, instead of /")),
         takes::json(),
         //: @info what an option does
         {u"findings"_s, Words::tr("print an object of the plans and of all that is wrong with the files, as JSON")}},
        {u"read"_s, u"read --root /mnt/old-disk --json"_s, u"read --root sosreport-web1.tar.xz"_s},
        runRead};
}

} // namespace bondwright::cli
