// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/helperjson.h"
#include "common/hostaccess.h"
#include "common/output.h"
#include "common/transactionfollower.h"
#include "common/values.h"
#include "common/words.h"

#include "formats/files/backupstore.h"
#include "i18n/printable.h"
#include "models/texts.h"

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

void print(Context &context, const helper::BackupInfo &backup)
{
    context.out << i18n::printable(backup.id) << "  "
                << backup.createdAt.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s) << "  "
                << i18n::printable(backup.reason);
    if (!backup.intact)
        //: @label mark of a backup
        context.out << "  " << QCoreApplication::translate("bondctl", "(damaged)");
    context.out << '\n';
    for (const QString &path : backup.paths)
        context.out << "    " << i18n::printable(path) << '\n';
}

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

int showOtherHosts(Context &context, const Arguments &arguments)
{
    context.host.helper().backups(qApp, [&](const Result<QList<helper::BackupInfo>> &backups) {
        if (!backups)
            return endLoop(reportError(context, backups.error()));
        QJsonArray array;
        for (const helper::BackupInfo &backup : *backups) {
            if (arguments.has(u"json"_s))
                array.append(backupToJson(backup));
            else
                print(context, backup);
        }
        if (arguments.has(u"json"_s))
            printJson(context, array);
        else if (backups->isEmpty())
            context.err << QCoreApplication::translate("bondctl", "There is no backup.") << '\n';
        endLoop(Success);
    });
    return QCoreApplication::exec();
}

int runBackups(Context &context, const Arguments &arguments)
{
    if (context.host.isOther())
        return showOtherHosts(context, arguments);
    const auto backups = formats::BackupStore(arguments.value(u"root"_s, u"/"_s)).list();
    if (!backups)
        return reportError(context, backups.error());
    if (arguments.has(u"json"_s)) {
        QJsonArray array;
        for (const formats::Backup &backup : *backups)
            array.append(toJson(backup));
        printJson(context, array);
        return Success;
    }
    if (backups->isEmpty())
        context.err << QCoreApplication::translate("bondctl", "There is no backup.") << '\n';
    for (const formats::Backup &backup : *backups) {
        context.out << i18n::printable(backup.manifest.id) << "  "
                    << backup.manifest.createdAt.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s) << "  "
                    << i18n::printable(models::Texts::changeReason(backup.manifest.reason));
        if (!backup.intact)
            context.out
                << "  "
                << QCoreApplication::translate("bondctl", "(damaged: %1)").arg(i18n::printable(backup.error.message));
        if (backup.isPinned)
            //: @label mark of a backup
            context.out << "  " << QCoreApplication::translate("bondctl", "(last known good)");
        context.out << '\n';
        for (const formats::ManifestEntry &entry : backup.manifest.entries) {
            context.out << "    " << i18n::printable(entry.path);
            if (!entry.existed)
                context.out << ' ' << QCoreApplication::translate("bondctl", "(did not exist)");
            context.out << '\n';
        }
    }
    return Success;
}

} // namespace

Command backupsCommand()
{
    //: @info what an option does
    Option root = takes::root(Words::tr("those below this folder instead of /"));
    root.insteadOf = u"host"_s;
    return {CommandGroup::Elsewhere,
            u"backups"_s,
            //: @info what a command does
            Words::tr("Lists the backups of configuration files."),
            {},
            {},
            {takes::otherHost(), root, takes::json()},
            {u"backups"_s},
            runBackups};
}

} // namespace bondwright::cli
