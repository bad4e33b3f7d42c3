// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/switchpane.h"
#include "common/actionicon.h"
#include "common/labels.h"
#include "common/retranslate.h"
#include "domain/switchside.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace bondwright::ui
{

SwitchPane::SwitchPane(QWidget *parent)
    : QWidget(parent)
    , m_need(textLabel(this, {}, true))
    , m_tools(new QWidget(this))
    , m_vendor(new QComboBox(m_tools))
    , m_copy(new QPushButton(actionIcon(ActionIcon::Copy), {}, m_tools))
    , m_text(new QPlainTextEdit(this))
{
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(fixedFont(font()));
    m_text->setMinimumHeight(fontMetrics().height() * 8);
    auto *row = new QHBoxLayout(m_tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_vendor);
    row->addWidget(m_copy);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_need);
    layout->addWidget(m_tools);
    layout->addWidget(m_text, 1);
    layout->addStretch(0);
    for (const VendorInfo &vendor : allVendors())
        m_vendor->addItem(vendor.title, int(vendor.vendor));
    connect(m_vendor, &QComboBox::currentIndexChanged, this, &SwitchPane::show);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    retranslateWith(this, [this] {
        describe(m_vendor, tr("Vendor of the switch"), tr("Decides in whose command language the text is written"));
        //: @action:button
        m_copy->setText(tr("Cop&y"));
        describe(m_copy, tr("Copy the switch configuration"), tr("The text below goes to the clipboard"));
        describe(m_text, tr("Configuration for the switch"), tr("Replace the values in angle brackets; read only"));
        fill();
    });
}

void SwitchPane::setPlan(const BondPlan &plan, const neighbours::SwitchPorts &ports)
{
    const QStringList nics = plan.slaveNames();
    const QStringList names = neighbours::portNamesOnOneSwitch(ports, nics);
    if (plan == m_plan && names == m_ports)
        return;
    m_plan = plan;
    m_ports = names;
    fill();
}

void SwitchPane::fill()
{
    const bool isNeeded = switchNeedOf(m_plan) != SwitchNeed::Nothing;
    m_need->setText(switchRequirement(m_plan));
    m_tools->setVisible(isNeeded);
    m_text->setVisible(isNeeded);
    m_text->setPlainText(isNeeded ? switchConfiguration(m_plan, Vendor(m_vendor->currentData().toInt()), m_ports)
                                  : QString());
}

} // namespace bondwright::ui
