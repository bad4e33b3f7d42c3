// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/changeoptions.h"
#include "common/transactionfollower.h"

#include <QJsonObject>

namespace bondwright::cli
{

/// Makes the bond what the plan says: previews, asks, applies and follows. @return the exit status
int applyPlan(Context &context, const BondPlan &plan, const ChangeRequest &request);

/// One change from preview to its end: shows the findings and the diff, asks, begins it, follows it.
class ChangeRunner final : public QObject
{
    Q_OBJECT
public:
    using Begin = std::function<void(const QString &requestId, const helper::ApplyOptions &options,
                                     helper::HelperClient::Callback<helper::Ticket> done)>;

    ChangeRunner(helper::HelperClient &client, Context &context, const ChangeRequest &request,
                 QObject *parent = nullptr);

    /// Previews the plan, and goes on with it.
    void applyPlan(const BondPlan &plan);
    void onPreview(const Result<helper::Preview> &preview, Begin begin);
    /// For what has no findings: a backup's files.
    void onDiff(const Result<QList<helper::FileDiff>> &files, Begin begin);

private:
    void printFindings(const QList<Finding> &findings);
    void printDiff(const QList<helper::FileDiff> &files);
    /// @param preview what it was shown as, for --json
    void goOn(const Begin &begin, const QJsonObject &preview);
    bool ask();
    void refuse(const Error &error);

    helper::HelperClient &m_client;
    Context &m_context;
    QTextStream &m_talk; ///< what people read
    ChangeRequest m_request;
    bool m_isTerminal;
    bool m_keepsAtOnce;
    TransactionFollower m_follower;
};

} // namespace bondwright::cli
