// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/formatfiles.h"
#include "common/output.h"

#include "formats/ifcfg/ifcfgformat.h"
#include "formats/migration.h"

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

/// A host of release 10 does not read ifcfg files any more, but has those that release 9 left it.
Result<std::unique_ptr<formats::Format>> sourceFormat(const QString &id, const Arguments &arguments,
                                                      const QString &root)
{
    auto format = formatFor(id, arguments, root);
    if (!format && format.error().code == u"cli.rhel" && !arguments.hasValue(u"--rhel"_s))
        return std::make_unique<formats::ifcfg::IfcfgFormat>(*formats::ifcfg::Dialect::forRelease(9));
    return format;
}

} // namespace

int runMigrate(Context &context)
{
    const Arguments arguments(context.arguments, {"--diff", "--json"}, {"--to", "--rhel", "--service", "--root"});
    if (!arguments.problem().isEmpty())
        return reportUsage(context, arguments.problem());
    const QString target = arguments.value(u"--to"_s);
    if (arguments.positional().size() != 1 || (target != u"ifcfg" && target != u"nm"))
        return reportUsage(context, QCoreApplication::translate("bondctl", "Name one bond and --to ifcfg or nm."));
    const QString bond = arguments.positional().first();
    // Without a root this host's files are read, and nothing is written.
    const QString root = arguments.value(u"--root"_s);
    const QString source = root.isEmpty() ? u"/"_s : root;
    const auto from = sourceFormat(target == u"nm" ? u"ifcfg"_s : u"nm"_s, arguments, source);
    const auto to = formatFor(target, arguments, source);
    for (const auto *format : {&from, &to}) {
        if (!*format)
            return format->error().code.startsWith(u"cli.") ? reportUsage(context, format->error().message)
                                                            : reportError(context, format->error());
    }
    const auto old = formats::takeSnapshot(source, **from);
    const auto present = formats::takeSnapshot(source, **to);
    if (!old || !present)
        return reportError(context, old ? present.error() : old.error());
    const auto rendering = formats::migrate(bond, **from, *old, **to, *present);
    if (!rendering) {
        printFindings(context, (*from)->read(*old).findings); // it may be in a file that cannot be read
        return reportError(context, rendering.error());
    }
    return deliver(context, arguments, *rendering, target, root, u"migrate "_s + bond);
}

} // namespace bondwright::cli
