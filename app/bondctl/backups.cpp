// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/formatfiles.h"
#include "common/output.h"

#include "formats/diff/unifieddiff.h"
#include "formats/files/backupstore.h"

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

QJsonObject toJson(const formats::Backup &backup)
{
    QJsonArray files;
    for (const formats::ManifestEntry &entry : backup.manifest.entries)
        files.append(QJsonObject{{u"path"_s, entry.path}, {u"existed"_s, entry.existed}});
    return {
        {u"id"_s, backup.manifest.id},         {u"created"_s, backup.manifest.createdAt.toUTC().toString(Qt::ISODate)},
        {u"reason"_s, backup.manifest.reason}, {u"intact"_s, backup.intact},
        {u"pinned"_s, backup.isPinned},        {u"files"_s, files}};
}

QString rootOf(const Arguments &arguments)
{
    return arguments.hasValue(u"--root"_s) ? arguments.value(u"--root"_s) : u"/"_s;
}

} // namespace

int runBackups(Context &context)
{
    const Arguments arguments(context.arguments, {"--json"}, {"--root"});
    if (!arguments.problem().isEmpty())
        return reportUsage(context, arguments.problem());
    const auto backups = formats::BackupStore(rootOf(arguments)).list();
    if (!backups)
        return reportError(context, backups.error());
    if (arguments.has(u"--json"_s)) {
        QJsonArray array;
        for (const formats::Backup &backup : *backups)
            array.append(toJson(backup));
        printJson(context, array);
        return Success;
    }
    if (backups->isEmpty())
        context.err << QCoreApplication::translate("bondctl", "There is no backup.") << '\n';
    for (const formats::Backup &backup : *backups) {
        context.out << backup.manifest.id << "  " << backup.manifest.reason;
        if (!backup.intact)
            context.out << "  " << QCoreApplication::translate("bondctl", "(damaged: %1)").arg(backup.error.message);
        if (backup.isPinned)
            //: @label mark of a backup
            context.out << "  " << QCoreApplication::translate("bondctl", "(last known good)");
        context.out << '\n';
        for (const formats::ManifestEntry &entry : backup.manifest.entries) {
            context.out << "    " << entry.path;
            if (!entry.existed)
                context.out << ' ' << QCoreApplication::translate("bondctl", "(did not exist)");
            context.out << '\n';
        }
    }
    return Success;
}

int runRestore(Context &context)
{
    const Arguments arguments(context.arguments, {"--diff"}, {"--root"});
    if (!arguments.problem().isEmpty())
        return reportUsage(context, arguments.problem());
    if (arguments.positional().size() != 1)
        return reportUsage(context,
                           QCoreApplication::translate("bondctl", "Name one backup; “bondctl backups” lists them."));
    const QString id = arguments.positional().first();
    const auto changes = formats::BackupStore(rootOf(arguments)).restoreChanges(id);
    if (!changes)
        return reportError(context, changes.error());
    if (arguments.has(u"--diff"_s)) {
        context.out << QString::fromUtf8(formats::withoutSecrets(formats::unifiedDiff(*changes)));
        return Success;
    }
    if (changes->isEmpty()) {
        context.err << QCoreApplication::translate("bondctl", "Nothing to do: the files already say so.") << '\n';
        return Success;
    }
    const auto backup = writeBelow(rootOf(arguments), *changes, u"restore "_s + id);
    if (!backup)
        return reportError(context, backup.error());
    for (const formats::FileChange &change : changes->files)
        context.err << change.path << '\n';
    context.err << QCoreApplication::translate("bondctl", "The originals are in backup %1.").arg(*backup) << '\n';
    return Success;
}

} // namespace bondwright::cli
