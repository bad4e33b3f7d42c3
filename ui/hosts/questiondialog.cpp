// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hosts/questiondialog.h"

#include "common/fonts.h"
#include "common/labels.h"
#include "common/retranslate.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace bondwright::ui
{

QuestionDialog::QuestionDialog(const Question &question, QWidget *parent)
    : QDialog(parent)
    , m_heading(headingLabel(this))
    , m_text(textLabel(this, {}, true))
    , m_prompt(textLabel(this))
    , m_answer(new QLineEdit(this))
    , m_yes(new QPushButton(this))
    , m_no(new QPushButton(this))
{
    m_answer->setObjectName(QStringLiteral("answer"));
    m_yes->setObjectName(QStringLiteral("yes"));
    m_no->setObjectName(QStringLiteral("no"));
    m_prompt->setBuddy(m_answer);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_no);
    buttons->addWidget(m_yes);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(m_heading);
    layout->addWidget(m_text);
    layout->addWidget(m_prompt);
    layout->addWidget(m_answer);
    layout->addStretch(1);
    layout->addLayout(buttons);
    setMinimumWidth(characterWidth(fontMetrics()) * 64);
    connect(m_yes, &QPushButton::clicked, this, &QuestionDialog::accept);
    connect(m_no, &QPushButton::clicked, this, &QuestionDialog::reject);
    ask(question);
}

void QuestionDialog::ask(const Question &question)
{
    const bool isTyped = !question.prompt.isEmpty();
    //: @title:window %1 a host
    setWindowTitle(tr("Authentication — %1").arg(question.host));
    m_heading->setText(tr("Authentication is required on %1").arg(question.host));
    m_text->setText(question.text);
    m_prompt->setText(question.prompt);
    m_answer->clear();
    m_answer->setEchoMode(question.isSecret ? QLineEdit::Password : QLineEdit::Normal);
    m_prompt->setVisible(isTyped);
    m_answer->setVisible(isTyped);
    //: @action:button gives the answer that was typed
    m_yes->setText(question.yes.isEmpty() ? tr("&Answer") : question.yes);
    m_yes->setVisible(!question.isNotice);
    //: @action:button
    m_no->setText(tr("Cancel"));
    describe(m_answer, question.prompt, question.text);
    // Trusting an unknown key must not happen by a stray Enter.
    m_yes->setDefault(isTyped);
    m_no->setDefault(!isTyped);
    (isTyped ? static_cast<QWidget *>(m_answer) : m_no)->setFocus();
}

void QuestionDialog::accept()
{
    const QString text = m_answer->text();
    m_answer->clear();
    QDialog::accept();
    Q_EMIT answered(text);
}

void QuestionDialog::reject()
{
    m_answer->clear();
    QDialog::reject();
    Q_EMIT refused();
}

} // namespace bondwright::ui
