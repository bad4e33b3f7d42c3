// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/formatfiles.h"
#include "common/output.h"
#include "common/rootfiles.h"
#include "common/values.h"
#include "common/words.h"

#include "formats/ifcfg/ifcfgformat.h"
#include "formats/nm/nmformat.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

std::vector<std::unique_ptr<formats::Format>> wantedFormats(const QString &id)
{
    std::vector<std::unique_ptr<formats::Format>> all;
    if (id.isEmpty() || id == u"nm")
        all.push_back(std::make_unique<formats::nm::NmFormat>());
    if (id.isEmpty() || id == u"ifcfg")
        all.push_back(std::make_unique<formats::ifcfg::IfcfgFormat>());
    return all;
}

int runRead(Context &context, const Arguments &arguments)
{
    const auto all = wantedFormats(arguments.value(u"format"_s));
    const QString root = arguments.value(u"root"_s, u"/"_s);
    QString note;
    QJsonArray plans;
    for (const auto &format : all) {
        const auto snapshot = readRoot(root, *format, &note);
        if (!snapshot)
            return reportError(context, snapshot.error());
        if (!note.isEmpty() && format == all.front())
            context.err << "bondctl: " << note << '\n';
        const formats::Reading reading = format->read(*snapshot);
        printFindings(context, reading.findings);
        for (const formats::FoundBond &found : reading.bonds) {
            plans.append(QJsonDocument::fromJson(planToJson(found.plan)).object());
            if (!arguments.has(u"json"_s)) {
                context.out << "# " << format->id() << ": " << found.paths.join(u", "_s) << '\n'
                            << QString::fromUtf8(planToJson(found.plan)) << '\n';
            }
        }
    }
    if (arguments.has(u"json"_s))
        printJson(context, plans);
    else if (plans.isEmpty())
        context.err << QCoreApplication::translate("bondctl", "There is no bond in these files.") << '\n';
    return Success;
}

} // namespace

Command readCommand()
{
    return {CommandGroup::Elsewhere,
            u"read"_s,
            //: @info what a command does
            Words::tr("Prints the bonds of the configuration files as plans."),
            {},
            {},
            {//: @info what an option does
             {u"format"_s, Words::tr("read only files of this format"), takes::choice({u"ifcfg"_s, u"nm"_s})},
             //: @info what an option does
             takes::root(Words::tr("read below this folder, or in this support report, instead of /")),
             takes::json()},
            {u"read"_s, u"read --root /mnt/old-disk --json"_s, u"read --root sosreport-web1.tar.xz"_s},
            runRead};
}

} // namespace bondwright::cli
