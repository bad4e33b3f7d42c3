// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/services.h"
#include "domain/plandraft.h"
#include "wizard/pageid.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace bondwright::models
{
class NicModel;
}

namespace bondwright::ui
{

class ApplyPage;
class OutcomeColumn;
class PendingChange;
class ReviewPage;
class StepList;
class WizardPage;

/// Creates or edits a bond. Not modal: the main window stays usable beside it.
class WizardWindow final : public QDialog
{
    Q_OBJECT
public:
    /// @param pending outlives the window
    WizardWindow(const Services &services, PendingChange *pending, QWidget *parent = nullptr);

    void startNew();
    /// @param existing a bond of this host is edited
    void startFrom(const BondPlan &plan, bool existing);
    /// A new bond like this one, with NICs and addresses of its own.
    void startCopy(const BondPlan &plan);
    /// A change is running here, or a draft would be lost.
    bool holdsWork() const;
    /// It was neither applied and kept nor written as files.
    bool holdsDraft() const;
    /// Words beside the buttons.
    void say(const QString &words);
    void showPage(PageId page);

Q_SIGNALS:
    void monitorRequested(const QString &bond);
    void testRequested(const QString &bond);

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    HostFacts currentFacts() const;
    void buildPages();
    void buildButtons(QVBoxLayout *layout);
    void addPage(WizardPage *page);
    void retranslate();
    void updateButtons();
    void beginDraft(PageId first);
    void makeRoom();
    void arrangeTabs();
    /// Why the review cannot be applied, translated; empty: it can.
    QString whyNoApply() const;
    void goNext();
    void beginApply();
    void savePlan();
    void openPlan();
    void pastePlan();
    bool isPending() const; ///< a change that was begun here, or is in the way of that
    /// Says these words once for each draft. @return whether they were said, or there is nothing to lose
    enum class Leaving : quint8 { Close, Replace };
    bool mayLeave(Leaving how, const QString &words);
    bool mayReplace();
    void usePlan(const Result<ParsedPlan> &answer);
    void copyText(const QString &text);
    void showField(const QString &field);

    Services m_services;
    PendingChange *m_pending;
    PlanDraft *m_draft;
    models::NicModel *m_nics;
    StepList *m_steps;
    QLabel *m_question;
    QStackedWidget *m_stack;
    QList<WizardPage *> m_pages;
    ReviewPage *m_review = nullptr;
    ApplyPage *m_apply = nullptr;
    QScrollArea *m_outcomeArea;
    OutcomeColumn *m_outcome = nullptr;
    QPushButton *m_more;
    QAction *m_open;
    QAction *m_paste;
    QAction *m_save;
    QAction *m_copyCli;
    QAction *m_copyNmcli;
    QLabel *m_note;
    QString m_obstacle; ///< that was last said: why it cannot be applied
    QPushButton *m_back;
    QPushButton *m_next;
    QPushButton *m_close;
    PageId m_page = PageId::Mode;
    /// How and with what draft it was said that the draft would be lost.
    std::optional<std::pair<Leaving, BondPlan>> m_askedAbout;
    std::optional<BondPlan> m_saved; ///< the draft as it is in a file
};

} // namespace bondwright::ui
