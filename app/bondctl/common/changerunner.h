// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/changearguments.h"
#include "common/transactionfollower.h"

namespace bondwright::cli
{

/// One change from preview to its end: shows the findings and the diff, asks, begins it, follows it.
class ChangeRunner final : public QObject
{
    Q_OBJECT
public:
    using Begin = std::function<void(const QString &requestId, const helper::ApplyOptions &options,
                                     helper::HelperClient::Callback<helper::Ticket> done)>;

    ChangeRunner(helper::HelperClient &client, Context &context, ChangeArguments arguments, QObject *parent = nullptr);

    void onPreview(const Result<helper::Preview> &preview, Begin begin);
    /// For what has no findings: a backup's files.
    void onDiff(const Result<QList<helper::FileDiff>> &files, Begin begin);

private:
    void printDiff(const QList<helper::FileDiff> &files);
    void goOn(const Begin &begin);
    bool ask();
    void refuse(const Error &error);

    Context &m_context;
    ChangeArguments m_arguments;
    bool m_isTerminal;
    TransactionFollower m_follower;
};

} // namespace bondwright::cli
