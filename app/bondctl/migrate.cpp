// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/formatfiles.h"
#include "common/output.h"
#include "common/values.h"
#include "common/words.h"

#include "formats/formatlist.h"
#include "formats/ifcfg/ifcfgformat.h"
#include "formats/migration.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

/// Files in /run are made from others', which netplan does: those are meant then.
bool isMadeAnew(const formats::FoundBond &found)
{
    return std::all_of(found.paths.cbegin(), found.paths.cend(),
                       [](const QString &path) { return path.startsWith(u"/run/"); });
}

/// The first format but the target's that knows the bond; NetworkManager's where none does.
FormatId formatOf(const QString &bond, FormatId target, const QString &root)
{
    std::optional<FormatId> second;
    for (const FormatId id : formats::formatIds()) {
        const auto format = id == target ? nullptr : formats::makeFormat(id);
        const auto files = format ? formats::takeSnapshot(root, *format) : formats::FileSnapshot();
        if (!format || !files)
            continue;
        const formats::Reading reading = format->read(*files);
        const formats::FoundBond *found = reading.find(bond);
        if (found && !isMadeAnew(*found))
            return id;
        if (found && !second)
            second = id;
    }
    return second.value_or(target == FormatId::NetworkManager ? FormatId::Ifcfg : FormatId::NetworkManager);
}

/// A host of release 10 does not read ifcfg files any more, but has those that release 9 left it.
Result<std::unique_ptr<formats::Format>> sourceFormat(FormatId id, const Arguments &arguments, const QString &root)
{
    auto format = formatFor(id, arguments, root);
    if (!format && format.error().code == u"usage" && !arguments.has(u"rhel"_s))
        return std::make_unique<formats::ifcfg::IfcfgFormat>(*formats::ifcfg::Dialect::forRelease(9));
    return format;
}

int runMigrate(Context &context, const Arguments &arguments)
{
    const FormatId target = formatFromName(arguments.value(u"to"_s)).value_or(FormatId::NetworkManager);
    const QString bond = arguments.word(0);
    // Without a root this host's files are read, and nothing is written.
    const QString root = arguments.value(u"root"_s);
    const QString source = root.isEmpty() ? u"/"_s : root;
    const auto named = formatFromName(arguments.value(u"from"_s));
    const FormatId origin = named ? *named : formatOf(bond, target, source);
    if (origin == target)
        return reportError(context, {u"usage"_s, Words::tr("The bond is in that format already."), {}});
    const auto from = sourceFormat(origin, arguments, source);
    const auto to = formatFor(target, arguments, source);
    for (const auto *format : {&from, &to}) {
        if (!*format)
            return reportError(context, format->error());
    }
    const auto old = formats::takeSnapshot(source, **from);
    const auto present = formats::takeSnapshot(source, **to);
    if (!old || !present)
        return reportError(context, old ? present.error() : old.error());
    const formats::Reading reading = (*from)->read(*old);
    for (const formats::FoundBond &found : reading.bonds) {
        const QList<Finding> problems = check(found.plan, HostFacts()); // as `render` does with a plan
        if (found.plan.name == bond && hasErrors(problems)) {
            printFindings(context, problems + reading.findings);
            return Failure;
        }
    }
    const auto rendering = formats::migrate(bond, **from, *old, **to, *present);
    if (!rendering) {
        printFindings(context, reading.findings); // it may be in a file that cannot be read
        return reportError(context, rendering.error());
    }
    return deliver(context, arguments, *rendering, target, root, {ChangeAction::Migrate, bond});
}

} // namespace

Command migrateCommand()
{
    //: @info what an option does
    Option to{u"to"_s, Words::tr("format to write"), takes::choice(formats::formatNames())};
    to.isRequired = true;
    return {CommandGroup::Elsewhere,
            u"migrate"_s,
            //: @info what a command does
            Words::tr("Prints a bond's files in the other format, or moves the bond there below a folder."),
            //: @info
            Words::tr("What has no equivalent in the other format is named."),
            {takes::bondWord()},
            {to,
             //: @info what an option does
             {u"from"_s, Words::tr("format to read; default: the first that knows the bond"),
              takes::choice(formats::formatNames())},
             takes::rhel(),
             takes::service(),
             //: @info what an option does
             takes::root(Words::tr("write below this folder; without it the files are only printed")),
             takes::diff(),
             takes::json()},
            {u"migrate bond0 --to nm --diff"_s, u"migrate bond0 --to nm --root /mnt/image"_s},
            runMigrate};
}

} // namespace bondwright::cli
