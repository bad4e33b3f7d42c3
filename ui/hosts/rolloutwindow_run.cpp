// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The roll-out itself: what is asked before it, how it is followed, and what is kept of it.
#include "common/savedialog.h"
#include "hosts/questiondialog.h"
#include "hosts/rolloutreport.h"
#include "hosts/rolloutwindow.h"
#include "posix/wholefile.h"
#include "rollout/report.h"

#include <QCheckBox>
#include <QCloseEvent>
#include <QComboBox>
#include <QFileDialog>
#include <QPushButton>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

void RolloutWindow::begin(bool isCheck)
{
    if (m_sudo->isChecked() && m_password.isEmpty())
        return askPassword(isCheck);
    rollout::Invocation invocation;
    invocation.inventory = m_source->currentData().toString();
    invocation.isCheck = isCheck;
    const QStringList chosen = m_model->chosen();
    QList<rollout::InventoryHost> own;
    std::ranges::copy_if(m_hosts, std::back_inserter(own),
                         [&chosen](const rollout::InventoryHost &host) { return chosen.contains(host.name); });
    if (invocation.inventory.isEmpty())
        invocation.ownInventory = rollout::inventoryOf(own);
    else
        invocation.hosts = chosen;
    if (m_sudo->isChecked())
        invocation.becomePassword = m_password;
    if (!m_start.askpass.isEmpty())
        invocation.environment = {{u"SSH_ASKPASS"_s, m_start.askpass},
                                  {u"SSH_ASKPASS_REQUIRE"_s, u"force"_s},
                                  {u"BONDWRIGHT_ASKPASS"_s, u"Ansible"_s}};
    m_run = std::make_unique<rollout::RolloutRun>(settings(), invocation);
    m_begunWith = chosen;
    connect(m_run.get(), &rollout::RolloutRun::changed, this, [this] {
        if (!m_follow.isActive())
            m_follow.start();
    });
    connect(m_run.get(), &rollout::RolloutRun::finished, this, &RolloutWindow::takeEnd);
    m_model->setProgress({});
    if (const auto started = m_run->start(); !started) {
        m_run.reset();
        m_phase = Phase::Choosing;
        showState();
        return say(started.error().text());
    }
    m_phase = isCheck ? Phase::Checking : Phase::Running;
    showState();
}

void RolloutWindow::askPassword(bool isCheck)
{
    QuestionDialog::Question question;
    //: @info whose password is asked for: “Authentication is required on …”
    question.host = tr("the marked hosts");
    question.text
        = tr("sudo on these hosts asks for the password of the user that ssh logs in as. It is handed to Ansible "
             "by a pipe and stands in no file; it is kept until this window is closed.");
    //: @label:textbox
    question.prompt = tr("Password for sudo:");
    auto *dialog = new QuestionDialog(question, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QuestionDialog::answered, this, [this, isCheck](const QString &text) {
        m_password = text;
        if (!text.isEmpty())
            begin(isCheck);
    });
    dialog->open();
}

void RolloutWindow::forgetPassword()
{
    m_password.fill(u'\0');
    m_password.clear();
}

void RolloutWindow::follow()
{
    m_model->setProgress(m_run->progress());
    showState();
    showFiles();
}

void RolloutWindow::takeEnd()
{
    // Meanwhile another host may have been marked, which was not checked.
    const bool isAsBegun = m_run->settings() == settings() && m_begunWith == m_model->chosen();
    m_phase = !m_run->invocation().isCheck ? Phase::Ended : isAsBegun ? Phase::Checked : Phase::Choosing;
    m_follow.stop();
    follow();
    selectFirstTrouble();
    if (!m_run->progress().hasEnded() || m_run->progress().hosts().isEmpty())
        say(m_run->trouble().isEmpty() ? rollout::summary(m_run->progress()) : m_run->trouble());
    if (!m_run->progress().isRefusedBySudo())
        return;
    forgetPassword(); // the next run asks again
    say(m_sudo->isChecked() ? tr("sudo did not take the password. Try again: it is asked for anew.")
                            : tr("sudo on the hosts asks for a password: mark that above, and try again."));
}

/// What went wrong is more than a column holds.
void RolloutWindow::selectFirstTrouble()
{
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid() && !m_model->trouble(current.row()).isEmpty())
        return;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->trouble(row).isEmpty())
            continue;
        m_table->setCurrentIndex(m_model->index(row, 0));
        // Below the table its words take room now: at the edge it would be out of sight.
        return m_table->scrollTo(m_model->index(row, 0), QAbstractItemView::PositionAtCenter);
    }
}

void RolloutWindow::saveReport()
{
    auto *dialog
        = askWhereToSave(this, m_report->text(), u"rollout-%1.html"_s.arg(m_bond),
                         [this](const QString &path) { say(savedText(path, writeRolloutReport(*m_run, path))); },
                         {tr("Web page (*.html)"), tr("PDF (*.pdf)")});
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(u".pdf") ? u"pdf"_s : u"html"_s);
    });
}

void RolloutWindow::savePlaybook()
{
    askWhereToSave(this, m_playbook->text(), u"rollout-%1.yml"_s.arg(m_bond), [this](const QString &path) {
        say(savedText(path, writeWhole(path, rollout::playbook(settings()), u"report.write"_s)));
    });
}

void RolloutWindow::closeEvent(QCloseEvent *event)
{
    // A running roll-out is not abandoned: first the batch ends; asked again, Ansible ends.
    if (m_phase == Phase::Running && m_run && !m_run->isStopping()) {
        m_run->stopBeforeNextBatch();
        say(tr("No further batch begins. Close again to end now: what is not confirmed is reverted by its host."));
        return event->ignore();
    }
    if (isBusy() && m_run)
        m_run->abort();
    QWidget::closeEvent(event);
}

} // namespace bondwright::ui
