// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/errorcode.h"
#include "formats/files/filetransaction.h"
#include "formats/files/transactionlock.h"

using namespace Qt::StringLiterals;

namespace bondwright::formats
{

Result<QList<Recovery>> recover(const TransactionOptions &options)
{
    const RecordPlace place{options.root, options.journalFolder};
    const auto ids = recordIds(place);
    if (!ids)
        return tl::unexpected(ids.error());
    {
        auto root = RootFolder::open(options.root);
        if (!root)
            return tl::unexpected(root.error());
        if (root->openFolder(options.journalFolder)) {
            auto lock = takeTransactionLock(*root, options.journalFolder);
            if (!lock)
                return tl::unexpected(lock.error());
            FileTransaction::sweep(options);
        }
    }
    QList<Recovery> recovered;
    for (const QString &id : *ids) {
        Recovery recovery{id, {}, Recovery::Outcome::RolledBack, {}, {}};
        auto transaction = FileTransaction::open(id, options);
        if (!transaction) {
            if (transaction.error().code == errorcode::filesBusy)
                return tl::unexpected(transaction.error());
            recovery.outcome = Recovery::Outcome::Unreadable;
            recovery.error = transaction.error();
        } else if (transaction->state() == JournalState::Written) {
            recovery.reason = transaction->manifest().reason;
            recovery.outcome = Recovery::Outcome::AwaitsOwner;
        } else {
            recovery.reason = transaction->manifest().reason;
            auto report = transaction->rollback();
            if (!report)
                return tl::unexpected(report.error());
            recovery.report = *report;
        }
        recovered.append(recovery);
    }
    return recovered;
}

} // namespace bondwright::formats
