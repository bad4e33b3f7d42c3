// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/flowcounter.h"

#include "common/labels.h"
#include "diagnosis/flowadvice.h"
#include "domain/sentences.h"
#include "helperclient/helperclient.h"

#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace bondwright::ui
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

FlowCounter::FlowCounter(QWidget *parent)
    : QWidget(parent)
    , m_button(new QPushButton(this))
    , m_progress(new QProgressBar(this))
    , m_message(textLabel(this, {}, true))
{
    m_message->setObjectName(u"message"_s);
    m_progress->setTextVisible(false);
    m_progress->hide();
    auto *row = new QHBoxLayout;
    row->addWidget(m_button);
    row->addWidget(m_progress, 1);
    row->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(row);
    layout->addWidget(m_message);
    m_tick.setInterval(100ms);
    connect(&m_tick, &QTimer::timeout, this, &FlowCounter::advance);
    connect(m_button, &QPushButton::clicked, this, &FlowCounter::start);
    retranslate();
}

void FlowCounter::setHelper(helper::HelperClient *helper)
{
    m_helper = helper;
    setVisible(m_helper && kernel::sendsByHash(m_bond));
}

void FlowCounter::setBond(const kernel::BondState &bond)
{
    m_bond = bond;
    setVisible(m_helper && kernel::sendsByHash(m_bond));
    retranslate(); // another policy may be in force
}

void FlowCounter::start()
{
    if (!m_helper || m_tick.isActive())
        return;
    m_last.reset();
    m_button->setEnabled(false);
    m_progress->setRange(0, int(std::chrono::milliseconds(duration).count()));
    m_progress->setValue(0);
    m_progress->show();
    m_since.start();
    m_tick.start();
    retranslate();
    m_helper->countFlows(m_bond.name, duration, this, [this](const Result<kernel::FlowCount> &count) { take(count); });
}

void FlowCounter::advance()
{
    // The helper begins once it is allowed to, which may be long after the click.
    if (m_since.elapsed() < m_progress->maximum())
        m_progress->setValue(int(m_since.elapsed()));
    else
        m_progress->setRange(0, 0);
}

void FlowCounter::take(const Result<kernel::FlowCount> &count)
{
    m_tick.stop();
    m_progress->hide();
    m_button->setEnabled(true);
    m_last = count;
    retranslate();
    if (count)
        Q_EMIT counted(*count);
}

void FlowCounter::retranslate()
{
    //: @action:button %1 seconds
    m_button->setText(tr("Count flows for %1 s").arg(duration.count()));
    m_progress->setAccessibleName(tr("Progress of counting"));
    QStringList sentences;
    if (m_tick.isActive())
        //: @info:status
        sentences.append(tr("Counting what %1 sends…").arg(m_bond.name));
    else if (!m_last)
        //: @info xmit_hash_policy is an option
        sentences.append(
            tr("Shows which xmit_hash_policy would spread the present traffic. The helper looks at headers "
               "only, and asks for an administrator."));
    else if (!*m_last)
        sentences.append(m_last->error().text());
    else
        sentences = diagnosis::flowTotals(**m_last) << diagnosis::flowAdvice(m_bond, **m_last);
    m_message->setText(joinSentences(sentences));
}

void FlowCounter::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace bondwright::ui
