// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/balanceview.h"

#include "monitor/flowcounter.h"
#include "monitor/hashcalculator.h"

#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace bondwright::ui
{

BalanceView::BalanceView(QWidget *parent)
    : QWidget(parent)
    , m_bars(new BalanceBars(this))
    , m_explanation(new QLabel(this))
    , m_calculator(new HashCalculator(this))
    , m_counter(new FlowCounter(this))
    , m_scroll(new QScrollArea(this))
    , m_parts(new QBoxLayout(QBoxLayout::LeftToRight))
{
    m_explanation->setWordWrap(true);
    m_explanation->setTextFormat(Qt::PlainText);
    auto *left = new QVBoxLayout;
    left->addWidget(m_explanation);
    left->addWidget(m_bars);
    left->addWidget(m_counter);
    left->addStretch();
    m_parts->setContentsMargins({});
    m_parts->setSpacing(16);
    m_parts->addLayout(left, 1);
    m_parts->addWidget(m_calculator, 2);
    // Scrolling, so that this tab does not take the chart's room.
    auto *page = new QWidget;
    page->setLayout(m_parts);
    m_scroll->setWidget(page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_scroll);
    connect(m_counter, &FlowCounter::counted, m_calculator, &HashCalculator::setCount);
}

void BalanceView::setHelper(helper::HelperClient *helper)
{
    m_counter->setHelper(helper);
}

void BalanceView::resizeEvent(QResizeEvent *event)
{
    // With large fonts the calculator has no room beside the bars.
    const int beside = m_bars->sizeHint().width() + m_parts->spacing() + m_calculator->minimumSizeHint().width()
        + 2 * m_scroll->verticalScrollBar()->sizeHint().width();
    m_parts->setDirection(width() < beside ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    QWidget::resizeEvent(event);
}

void BalanceView::setBond(const kernel::BondState &bond, const kernel::NicState &nic, const QStringList &enslaveOrder)
{
    m_bond = bond;
    m_calculator->setVisible(kernel::sendsByHash(bond));
    m_counter->setBond(bond);
    m_calculator->setBond(bond, nic.mac, nic.addresses.toStrings(), enslaveOrder);
    retranslate();
}

void BalanceView::setParts(const QList<BalanceBars::Part> &parts)
{
    m_bars->setParts(parts);
}

void BalanceView::retranslate()
{
    QString text;
    switch (m_bond.mode) {
    case Mode::BalanceRr:
        //: @info
        text = tr("Packets go out over all slaves in turn; sending should be even.");
        break;
    case Mode::BalanceXor:
    case Mode::Ieee8023ad:
        //: @info
        text = tr("Each flow keeps to one slave, chosen by a hash: few flows can be uneven. What is received was "
                  "distributed by the switch.");
        break;
    case Mode::BalanceTlb:
        //: @info
        text = tr("Sending is spread by load; everything is received through the active slave.");
        break;
    case Mode::BalanceAlb:
        //: @info
        text = tr("Sending is spread by load, receiving by giving different peers different MAC addresses.");
        break;
    case Mode::ActiveBackup:
    case Mode::Broadcast:
        //: @info
        text = tr("This mode does not balance.");
        break;
    }
    m_explanation->setText(text);
}

void BalanceView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace bondwright::ui
