// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/services.h"
#include "helperclient/types.h"
#include "wizard/wizardpage.h"

class QVBoxLayout;
class QLabel;
class QLineEdit;
class QSpinBox;
class QTimer;

namespace bondwright::ui
{

class DiffView;
class FindingsView;
class RehearsalPane;
class SwitchPane;

/// Page 6: everything found, the exact changes, what is interrupted, what the switch needs, the safety net.
class ReviewPage final : public WizardPage
{
    Q_OBJECT
public:
    ReviewPage(PlanDraft *draft, const Services &services, QWidget *parent = nullptr);

    /// Of everything a change could touch, as last shown: apply is refused if it is no longer true.
    const QString &shownDigest() const { return m_digest; }
    const QList<helper::FileDiff> &shownFiles() const { return m_files; }
    /// What the helper says is interrupted; nullopt: it has not answered about the plan as it is now.
    std::optional<QStringList> interruptions() const;
    /// What came of rehearsing the plan as it is now: nothing: it has not ended.
    std::optional<RehearsalOutcome> rehearsed() const;
    /// The host runs and is configured like the plan already.
    bool changesNothing() const;
    /// Of what the plan as it is now would change.
    enum class Knowledge : quint8 { Awaited, Complete, Failed };
    Knowledge knowledge() const { return m_knowledge; }
    /// What it shows may no longer be true: it is asked for again when the page is shown.
    void forget() { m_isPreviewed = false; }
    void beginDraft() override { forget(); }

Q_SIGNALS:
    void previewChanged();

protected:
    void refresh() override;

private:
    void buildSafety(QVBoxLayout *layout);
    void retranslate();
    void askSoon();
    void setKnowledge(Knowledge knowledge);
    void fetchPreview();
    bool isPreviewed() const; ///< asked about the plan and the target as they are now
    void askHelper();
    bool isRenderedHere() const;
    void renderHere();
    void renderForOthers();
    bool isAnswered() const; ///< by the helper, about the plan as it is now
    void showPreview(const helper::Preview &preview);
    void showFindings();
    void showRendered(const Result<QList<helper::FileDiff>> &files, const QString &note);
    void showTrouble(const Error &error);
    void showSwitch();
    void rehearse();

    Services m_services;
    QLabel *m_summary;
    FindingsView *m_findings;
    RehearsalPane *m_rehearsal;
    QLabel *m_interruptions;
    QLabel *m_filesHeading;
    QLabel *m_filesNote;
    DiffView *m_diff;
    QWidget *m_switchBox;
    QLabel *m_switchHeading;
    SwitchPane *m_switch;
    QWidget *m_safetyBox;
    QLabel *m_safetyHeading;
    QLabel *m_safetyText;
    QLabel *m_secondsLabel;
    QSpinBox *m_seconds;
    QLabel *m_pingLabel;
    QLineEdit *m_ping;
    QTimer *m_wait;
    BondPlan m_previewed;
    Target m_previewedFor;
    quint64 m_question = 0; ///< an answer to a former one is overtaken
    QList<helper::FileDiff> m_files;
    QString m_digest;
    std::optional<helper::Preview> m_answer; ///< the helper's, about m_previewed
    bool m_isPreviewed = false;
    Knowledge m_knowledge = Knowledge::Awaited;
};

} // namespace bondwright::ui
