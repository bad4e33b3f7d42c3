// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/formatfiles.h"
#include "common/output.h"

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

} // namespace

int runRead(Context &context)
{
    const Arguments arguments(context.arguments, {"--json"}, {"--format", "--root"});
    if (!arguments.problem().isEmpty())
        return reportUsage(context, arguments.problem());
    if (!arguments.positional().isEmpty())
        return reportUsage(context, QCoreApplication::translate("bondctl", "“read” takes no plan."));
    const auto all = wantedFormats(arguments.value(u"--format"_s));
    if (all.empty())
        return reportUsage(context,
                           QCoreApplication::translate("bondctl", "There is no format “%1”; name one of: %2.")
                               .arg(arguments.value(u"--format"_s), u"ifcfg, nm"_s));
    const QString root = arguments.hasValue(u"--root"_s) ? arguments.value(u"--root"_s) : u"/"_s;
    QJsonArray plans;
    for (const auto &format : all) {
        const auto snapshot = formats::takeSnapshot(root, *format);
        if (!snapshot)
            return reportError(context, snapshot.error());
        const formats::Reading reading = format->read(*snapshot);
        printFindings(context, reading.findings);
        for (const formats::FoundBond &found : reading.bonds) {
            plans.append(QJsonDocument::fromJson(planToJson(found.plan)).object());
            if (!arguments.has(u"--json"_s)) {
                context.out << "# " << format->id() << ": " << found.paths.join(u", "_s) << '\n'
                            << QString::fromUtf8(planToJson(found.plan)) << '\n';
            }
        }
    }
    if (arguments.has(u"--json"_s))
        printJson(context, plans);
    else if (plans.isEmpty())
        context.err << QCoreApplication::translate("bondctl", "There is no bond in these files.") << '\n';
    return Success;
}

} // namespace bondwright::cli
