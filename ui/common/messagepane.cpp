// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/messagepane.h"
#include "common/labels.h"
#include "common/retranslate.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace bondwright::ui
{

MessagePane::MessagePane(QWidget *parent)
    : QWidget(parent)
    , m_icon(new StateSign(StateShape::Info, this, 2))
    , m_heading(headingLabel(this, {}, 1.2))
    , m_text(mutedLabel(this))
    , m_button(new QPushButton(this))
{
    m_heading->setAlignment(Qt::AlignHCenter);
    m_text->setAlignment(Qt::AlignHCenter);
    m_button->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(32, 32, 32, 32);
    layout->setSpacing(8);
    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addWidget(m_heading);
    layout->addWidget(m_text);
    layout->addSpacing(8);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &MessagePane::buttonClicked);
}

void MessagePane::setMessage(StateShape shape, const QString &heading, const QString &text)
{
    m_icon->setShape(shape);
    m_heading->setText(heading);
    m_text->setText(text);
}

void MessagePane::setButton(const QString &text)
{
    m_button->setText(text);
    describe(m_button, text, m_text->text());
    m_button->setVisible(!text.isEmpty());
}

} // namespace bondwright::ui
