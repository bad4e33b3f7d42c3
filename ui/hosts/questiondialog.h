// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace bondwright::ui
{

/// What ssh or another host's polkit wants to know, exactly as it was asked. What is typed is handed over once, and not
/// kept.
class QuestionDialog final : public QDialog
{
    Q_OBJECT
public:
    struct Question {
        QString host; ///< whose question it is
        QString text; ///< everything that was said; shown as plain text
        QString prompt; ///< of the field; empty: yes or no
        bool isSecret = true;
        QString yes = {}; ///< label of the button that agrees; empty: "Answer"
        bool isNotice = false; ///< nothing is asked, only told
    };
    explicit QuestionDialog(const Question &question, QWidget *parent = nullptr);

    /// For the next question of the same conversation.
    void ask(const Question &question);

Q_SIGNALS:
    /// Empty where only yes was asked for.
    void answered(const QString &text);
    void refused();

private:
    void accept() override;
    void reject() override;

    QLabel *m_heading;
    QLabel *m_text;
    QLabel *m_prompt;
    QLineEdit *m_answer;
    QPushButton *m_yes;
    QPushButton *m_no;
};

} // namespace bondwright::ui
