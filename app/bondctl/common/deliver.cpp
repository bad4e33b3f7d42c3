// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/arguments.h"
#include "common/formatfiles.h"
#include "common/output.h"

#include "formats/diff/secrets.h"
#include "formats/diff/unifieddiff.h"
#include "formats/files/backupstore.h"
#include "formats/files/filetransaction.h"
#include "formats/host/hostdetection.h"

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

constexpr auto reasonPrefix = "bondctl "_L1;

/// A run that was interrupted after its last file is complete.
Result<void> finishOwnTransactions(const formats::TransactionOptions &options)
{
    const auto recovered = formats::recover(options);
    if (!recovered)
        return tl::unexpected(recovered.error());
    for (const formats::Recovery &recovery : *recovered) {
        if (recovery.outcome != formats::Recovery::Outcome::AwaitsOwner || !recovery.reason.startsWith(reasonPrefix))
            continue;
        auto transaction = formats::FileTransaction::open(recovery.id, options);
        if (!transaction)
            return tl::unexpected(transaction.error());
        if (auto done = transaction->commit(); !done)
            return done;
    }
    return {};
}

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

/// Warn where files are written that the host does not read.
void warnOfOtherOwner(Context &context, const QString &root, FormatId format)
{
    const auto host = formats::detectHost(root);
    if (!host || host->release.name.isEmpty() || host->format == format)
        return;
    context.err
        << "bondctl: "
        << QCoreApplication::translate("bondctl", "This host does not use the format “%1”.").arg(formatName(format))
        << ' ' << host->reason << '\n';
}

/// The name of the backup.
Result<QString> backUpAndWrite(const QString &root, const formats::ChangeSet &changes, const ChangeReason &reason)
{
    formats::TransactionOptions options;
    options.root = root;
    options.reason = reasonPrefix + reason.toString();
    if (auto done = finishOwnTransactions(options); !done)
        return tl::unexpected(done.error());
    QStringList paths;
    for (const formats::FileChange &change : changes.files)
        paths.append(change.path);
    formats::BackupStore store(root);
    auto backup = store.create(paths, reason.toString());
    if (!backup)
        return backup;
    auto transaction = formats::FileTransaction::prepare(changes, options);
    if (!transaction)
        return tl::unexpected(transaction.error());
    if (auto done = transaction->write(); !done)
        return tl::unexpected(done.error());
    if (auto done = transaction->commit(); !done)
        return tl::unexpected(done.error());
    if (auto pruned = store.prune({}); !pruned)
        return tl::unexpected(pruned.error());
    return backup;
}

} // namespace

int writeBelow(Context &context, const QString &root, const formats::ChangeSet &changes, const ChangeReason &reason)
{
    if (changes.isEmpty()) {
        context.err << QCoreApplication::translate("bondctl", "Nothing to do: the files already say so.") << '\n';
        return Success;
    }
    const auto backup = backUpAndWrite(root, changes, reason);
    if (!backup)
        return reportError(context, backup.error());
    for (const formats::FileChange &change : changes.files) {
        context.err << change.path;
        if (!change.newText)
            context.err << ' ' << QCoreApplication::translate("bondctl", "(deleted)");
        context.err << '\n';
    }
    context.err << QCoreApplication::translate("bondctl", "The originals are in backup %1.").arg(*backup) << '\n';
    return Success;
}

int deliver(Context &context, const Arguments &arguments, const formats::Rendering &rendering, FormatId format,
            const QString &root, const ChangeReason &reason)
{
    printFindings(context, rendering.findings);
    const bool hasProblems = hasErrors(rendering.findings);
    if (arguments.has(u"diff"_s))
        context.out << QString::fromUtf8(formats::unifiedDiff(formats::withoutSecrets(rendering.changes)));
    else if (arguments.has(u"json"_s))
        printJsonFiles(context, rendering.changes);
    else if (root.isEmpty())
        printFiles(context, rendering.changes);
    if (root.isEmpty() || arguments.has(u"diff"_s) || hasProblems)
        return hasProblems ? Failure : Success;
    warnOfOtherOwner(context, root, format);
    return writeBelow(context, root, rendering.changes, reason);
}

} // namespace bondwright::cli
