// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/changeoptions.h"
#include "common/changerunner.h"
#include "common/formatfiles.h"
#include "common/helperjson.h"
#include "common/hostaccess.h"
#include "common/output.h"
#include "common/values.h"
#include "common/words.h"

#include "formats/diff/secrets.h"
#include "formats/diff/unifieddiff.h"
#include "formats/files/backupstore.h"

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

/// As the helper tells what a restoring here would change.
helper::Preview previewOf(const formats::ChangeSet &changes)
{
    helper::Preview preview;
    for (const formats::FileChange &change : changes.files) {
        if (change.isUnchanged())
            continue;
        const formats::ChangeSet shown = formats::withoutSecrets(formats::ChangeSet{{change}});
        helper::FileDiff diff;
        diff.path = change.path;
        diff.existed = change.oldText.has_value();
        diff.removed = !change.newText.has_value();
        diff.unified = QString::fromUtf8(formats::unifiedDiff(shown));
        preview.files.append(diff);
    }
    return preview;
}

int restoreBelow(Context &context, const Arguments &arguments, const QString &root)
{
    const QString id = arguments.word(0);
    const auto changes = formats::BackupStore(root).restoreChanges(id);
    if (!changes)
        return reportError(context, changes.error());
    if (arguments.has(u"diff"_s) || arguments.has(u"dry-run"_s)) {
        if (arguments.has(u"json"_s))
            printJson(context, previewToJson(previewOf(*changes)));
        else
            context.out << QString::fromUtf8(formats::unifiedDiff(formats::withoutSecrets(*changes)));
        return Success;
    }
    return writeBelow(context, root, *changes, {ChangeAction::Restore, id});
}

int restoreHere(Context &context, const Arguments &arguments)
{
    auto request = changeRequest(arguments);
    if (!request)
        return reportError(context, request.error());
    request->isDryRun |= arguments.has(u"diff"_s);
    const QString backup = arguments.word(0);
    helper::HelperClient &client = context.host.helper();
    ChangeRunner runner(client, context, *request);
    client.backupDiff(backup, &runner, [&](const Result<QList<helper::FileDiff>> &files) {
        runner.onDiff(files, [&](const QString &id, const helper::ApplyOptions &options, auto done) {
            client.restore(id, backup, options, &runner, done);
        });
    });
    return QCoreApplication::exec();
}

/// Below a folder it needs no authorisation; on this host the helper does it, and it can be reverted.
int runRestore(Context &context, const Arguments &arguments)
{
    if (arguments.has(u"root"_s) && arguments.has(u"host"_s))
        return reportUsage(context, Words::tr("--host and %1 cannot be combined.").arg(u"--root"_s));
    return arguments.has(u"root"_s) ? restoreBelow(context, arguments, arguments.value(u"root"_s))
                                    : restoreHere(context, arguments);
}

} // namespace

Command restoreCommand()
{
    return {CommandGroup::Change,
            u"restore"_s,
            //: @info what a command does
            Words::tr("Restores the files of a backup, on this host or below a folder."),
            {},
            //: @info what an argument is
            {{takes::of(Value::Kind::Backup, u"ID"_s), Words::tr("a backup; “bondctl backups” lists them")}},
            QList<Option>{//: @info what an option does
                          takes::root(Words::tr("restore below this folder, without the helper")), takes::diff()}
                + changeOptions(false),
            {u"restore 20261128-101500-000-0a1b2c3d --diff"_s},
            runRestore};
}

} // namespace bondwright::cli
