// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/services.h"
#include "helperclient/types.h"
#include "models/changesteps.h"
#include "ping/ping.h"
#include "wizard/wizardpage.h"

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QCheckBox;
class QVBoxLayout;

namespace bondwright::helper
{
class HelperClient;
}

namespace bondwright::ui
{

class CountdownRing;
class PendingChange;

/// Page 7: the steps as they happen, the ping, the question whether to keep it, the result. For another
/// host: where the files go.
class ApplyPage final : public WizardPage
{
    Q_OBJECT
public:
    /// @param helper, pending outlive the page
    ApplyPage(PlanDraft *draft, const Services &services, PendingChange *pending, QWidget *parent = nullptr);

    /// Begins the transaction. @param digest what the review showed; @param rehearsed what came of that
    void apply(const QString &digest, std::optional<RehearsalOutcome> rehearsed);
    /// Another draft begins: nothing of the last one is left.
    void beginDraft() override;
    /// For another host: the rendered files are offered for writing.
    void offerFiles(const QList<helper::FileDiff> &files);
    bool isDone() const { return m_isDone; }
    /// The plan that was applied and kept, or written as files. Null: none since the last beginDraft().
    const std::optional<BondPlan> &settled() const { return m_settled; }

Q_SIGNALS:
    void monitorRequested(const QString &bond);
    void testRequested(const QString &bond);
    void finished(); ///< kept, rolled back, failed or written

protected:
    void refresh() override;

private:
    void buildDecision(QVBoxLayout *layout);
    void buildFiles(QVBoxLayout *layout);
    void retranslate();
    void takeStep(const helper::StepProgress &step);
    void showSteps();
    void takeTransaction();
    void showResult(const helper::Transaction &transaction);
    void showRefusal(const Error &error);
    void ask();
    void clearProgress();
    void startPing();
    void endPing();
    void takeReply(const ping::PingReply &reply);
    void showPingHeading();
    void writeFiles();

    helper::HelperClient *m_helper;
    PendingChange *m_pending;
    QLabel *m_state;
    QListWidget *m_steps;
    QLabel *m_pingHeading;
    QListWidget *m_pings;
    QWidget *m_decision;
    CountdownRing *m_ring;
    QLabel *m_question;
    QPushButton *m_keep;
    QPushButton *m_revert;
    QPushButton *m_extend;
    QLabel *m_answer;
    QWidget *m_filesBox;
    QLabel *m_filesText;
    QLineEdit *m_where;
    QPushButton *m_browse;
    QCheckBox *m_replace;
    QPushButton *m_write;
    QLabel *m_result;
    QListWidget *m_details;
    QPushButton *m_retry;
    QPushButton *m_monitor;
    QPushButton *m_test;
    std::function<ping::Pinger *(const ping::PingTarget &, QObject *)> m_makePinger;
    ping::Pinger *m_pinger = nullptr;
    QList<helper::FileDiff> m_files;
    QString m_proposed; ///< where they go, unless another place was chosen
    QString m_pingText; ///< what is pinged, as typed
    QString m_pingTrouble; ///< translated: why it is less precise, or not possible
    ping::Pinger::Trouble m_pingTroubleKind = ping::Pinger::Trouble::Passing;
    models::ChangeSteps m_progress;
    BondPlan m_plan; ///< that is asked for
    std::optional<BondPlan> m_settled;
    QString m_request; ///< id of the change that is asked for, also when it is asked for again
    QString m_digest; ///< of what the review showed
    std::optional<RehearsalOutcome> m_rehearsed;
    QString m_transactionId;
    bool m_isApplying = false;
    bool m_isDone = false;
};

} // namespace bondwright::ui
