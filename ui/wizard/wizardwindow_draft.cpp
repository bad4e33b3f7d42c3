// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The draft as a file, and before it is lost.

#include "common/pendingchange.h"
#include "wizard/applypage.h"
#include "wizard/planfiles.h"
#include "wizard/wizardwindow.h"

#include <QClipboard>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

bool WizardWindow::isPending() const
{
    return m_page == PageId::Apply && m_pending->isRunning();
}

bool WizardWindow::holdsDraft() const
{
    return !isPending() && m_draft->isModified() && m_apply->settled() != m_draft->plan() && m_saved != m_draft->plan();
}

bool WizardWindow::holdsWork() const
{
    return isPending() || holdsDraft();
}

bool WizardWindow::mayLeave(Leaving how, const QString &words)
{
    const std::pair asked(how, m_draft->plan());
    if (!holdsWork() || m_askedAbout == asked)
        return true;
    m_askedAbout = asked;
    m_note->setText(words);
    return false;
}

bool WizardWindow::mayReplace()
{
    return mayLeave(Leaving::Replace, tr("Do this again to throw the draft away, or save it as a plan first."));
}

void WizardWindow::closeEvent(QCloseEvent *event)
{
    if (mayLeave(Leaving::Close,
                 isPending() ? tr("The change goes on and reverts by itself unless you keep it in the main window. "
                                  "Close again to leave.")
                             : tr("Close again to throw the draft away, or save it as a plan first."))) {
        m_askedAbout.reset();
        QDialog::closeEvent(event);
    } else {
        event->ignore();
    }
}

void WizardWindow::savePlan()
{
    savePlanAs(m_draft->plan(), this, [this, plan = m_draft->plan()](const QString &words, bool isSaved) {
        m_note->setText(words);
        if (isSaved)
            m_saved = plan;
    });
}

void WizardWindow::openPlan()
{
    if (!mayReplace())
        return;
    m_askedAbout.reset(); // it may come to nothing
    openPlanFile(this, [this](const Result<ParsedPlan> &answer) { usePlan(answer); });
}

void WizardWindow::pastePlan()
{
    if (mayReplace())
        usePlan(pastedPlan());
}

void WizardWindow::usePlan(const Result<ParsedPlan> &answer)
{
    if (!answer) {
        m_note->setText(answer.error().text());
        return;
    }
    startFrom(answer->plan, false);
    if (!answer->unknownMembers.isEmpty())
        m_note->setText(tr("Not understood and left out: %1").arg(answer->unknownMembers.join(u", "_s)));
}

void WizardWindow::copyText(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    m_note->setText(tr("Copied."));
}

} // namespace bondwright::ui
