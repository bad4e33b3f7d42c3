// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helperclient/helperclient.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace bondwright::ui
{

class DiffView;
class PendingChange;

/// Base of dialogs that begin a transaction: what changes, what is interrupted, and the button to begin.
/// Once begun, the main window's banner follows it.
class ChangeDialog : public QDialog
{
    Q_OBJECT
public:
    /// @param helper, pending outlive the dialog
    ChangeDialog(helper::HelperClient *helper, PendingChange *pending, QWidget *parent);

protected:
    helper::HelperClient *helperClient() const { return m_helper; }
    QLabel *intro() const { return m_intro; }
    QPushButton *goButton() const { return m_go; }
    QVBoxLayout *body() const { return m_body; }
    /// @param canGo false: there is nothing to begin yet
    void showFiles(const QList<helper::FileDiff> &files, const QStringList &interruptions, bool canGo = true);
    /// What it would change is not known.
    void showTrouble(const Error &error);
    /// It is not known yet what it would change: it cannot begin.
    void wait();
    /// To be given to the call that begins; closes the dialog on success.
    helper::HelperClient::Callback<helper::Ticket> begun();
    helper::ApplyOptions applyOptions() const;
    virtual void begin() = 0;
    /// Asks what it would change now.
    virtual void look() = 0;

private:
    void showWhetherItCan();

    helper::HelperClient *m_helper;
    PendingChange *m_pending;
    QVBoxLayout *m_body;
    QLabel *m_intro;
    QLabel *m_interruptions;
    DiffView *m_diff;
    QLabel *m_note;
    QPushButton *m_go;
    QPushButton *m_cancel;
    QString m_words; ///< beside the buttons, unless another change runs
    QString m_refusal; ///< why it did not begin; beside the buttons instead, until another thing is looked at
    bool m_canGo = false; ///< but for another change
    bool m_isAsking = false; ///< it was begun, and is not answered yet
};

} // namespace bondwright::ui
