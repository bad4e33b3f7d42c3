// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/helperjson.h"

#include "common/output.h"

#include "domain/json/findingsjson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

QJsonObject transactionToJson(const helper::Transaction &change)
{
    return {{u"id"_s, change.id},
            {u"state"_s, helper::transactionStateName(change.state)},
            {u"action"_s, change.action ? changeActionName(*change.action) : QString()},
            {u"bond"_s, change.bond},
            {u"owner_uid"_s, qint64(change.ownerUid)},
            {u"owner_name"_s, change.ownerName},
            {u"started_at"_s, change.startedAt.toUTC().toString(Qt::ISODate)},
            {u"seconds_left"_s, qint64(change.secondsLeft)},
            {u"extended"_s, change.extended},
            {u"reason"_s, change.reason},
            {u"differences"_s, QJsonArray::fromStringList(change.differences)},
            {u"manual_steps"_s, QJsonArray::fromStringList(change.manualSteps)},
            {u"backup"_s, change.backupId},
            {u"lasting"_s, change.lasting},
            {u"files"_s, QJsonArray::fromStringList(change.files)},
            {u"rehearsed"_s, change.rehearsed ? rehearsalOutcomeName(*change.rehearsed) : QString()}};
}

QJsonObject fileToJson(const helper::FileDiff &file)
{
    return {
        {u"path"_s, file.path}, {u"existed"_s, file.existed}, {u"removed"_s, file.removed}, {u"diff"_s, file.unified}};
}

QJsonObject previewToJson(const helper::Preview &preview)
{
    QJsonArray files;
    for (const helper::FileDiff &file : preview.files)
        files.append(fileToJson(file));
    return {{u"backend"_s, preview.backend ? helper::backendName(*preview.backend) : QString()},
            {u"findings"_s, findingsToJson(preview.findings)},
            {u"files"_s, files},
            {u"interruptions"_s, QJsonArray::fromStringList(preview.interruptions)}};
}

QJsonObject backupToJson(const helper::BackupInfo &backup)
{
    QJsonArray files;
    for (const QString &path : backup.paths)
        files.append(QJsonObject{{u"path"_s, path}});
    return {{u"id"_s, backup.id},
            {u"created"_s, backup.createdAt.toUTC().toString(Qt::ISODate)},
            {u"reason"_s, backup.reason},
            {u"intact"_s, backup.intact},
            {u"files"_s, files}};
}

} // namespace bondwright::cli
