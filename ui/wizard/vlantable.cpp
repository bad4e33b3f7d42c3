// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/vlantable.h"
#include "common/retranslate.h"

#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

namespace
{

enum Column { Id, Name, Address, Gateway, ColumnCount };

QString addressText(const IpConfig &config)
{
    if (config.method == IpMethod::Auto)
        return u"dhcp"_s;
    return config.method == IpMethod::Manual ? config.addresses.join(u", "_s) : QString();
}

IpConfig withAddress(IpConfig config, const QString &text)
{
    const QString value = text.trimmed();
    config.addresses.clear();
    if (value.compare(u"dhcp", Qt::CaseInsensitive) == 0) {
        config.method = IpMethod::Auto;
    } else if (value.isEmpty()) {
        config.method = IpMethod::Disabled;
    } else {
        config.method = IpMethod::Manual;
        for (const QString &part : value.split(u','))
            config.addresses.append(part.trimmed());
    }
    return config;
}

} // namespace

VlanTable::VlanTable(WizardDraft *draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_table(new QTableWidget(0, ColumnCount, this))
    , m_add(new QPushButton(this))
    , m_remove(new QPushButton(this))
{
    m_table->setObjectName(u"vlans"_s);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setMinimumHeight(fontMetrics().height() * 6);
    m_add->setObjectName(u"vlan-add"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_table);
    layout->addLayout(buttons);
    connect(m_add, &QPushButton::clicked, this, &VlanTable::add);
    connect(m_remove, &QPushButton::clicked, this, &VlanTable::remove);
    connect(m_table, &QTableWidget::cellChanged, this, &VlanTable::take);
    retranslateWith(this, [this] { retranslate(); });
}

void VlanTable::retranslate()
{
    describe(m_table, tr("VLANs on top of the bond"), tr("F2 edits the marked cell"));
    m_table->setHorizontalHeaderLabels({
        //: @title:column
        tr("VLAN"),
        //: @title:column
        tr("Name"),
        //: @title:column
        tr("IPv4 address, or dhcp"),
        //: @title:column
        tr("Gateway"),
    });
    //: @action:button
    m_add->setText(tr("Add &VLAN"));
    //: @action:button
    m_remove->setText(tr("Remove VLA&N"));
    describe(m_add, tr("Add VLAN"), tr("A new row with the next free number"));
    describe(m_remove, tr("Remove VLAN"), tr("Removes the marked row"));
}

void VlanTable::add()
{
    QList<VlanPlan> vlans = m_draft->vlans();
    quint16 id = 1;
    for (const VlanPlan &vlan : std::as_const(vlans))
        id = std::max<quint16>(id, vlan.id);
    VlanPlan next;
    next.id = std::min<quint16>(id + 1, 4094);
    vlans.append(next);
    m_draft->setVlans(vlans);
    m_table->setCurrentCell(int(vlans.size()) - 1, Id);
    m_table->setFocus();
}

void VlanTable::remove()
{
    QList<VlanPlan> vlans = m_draft->vlans();
    const int row = m_table->currentRow();
    if (row < 0 || row >= vlans.size())
        return;
    vlans.removeAt(row);
    m_draft->setVlans(vlans);
}

void VlanTable::take(int row, int column)
{
    QList<VlanPlan> vlans = m_draft->vlans();
    if (m_isRefreshing || row >= vlans.size())
        return;
    VlanPlan &vlan = vlans[row];
    const QString text = m_table->item(row, column)->text().trimmed();
    switch (column) {
    case Id:
        vlan.id = quint16(std::clamp(text.toInt(), 0, 4095)); // 0 and 4095 are reserved: a finding says so
        break;
    case Name:
        vlan.name = text;
        break;
    case Address:
        vlan.ipv4 = withAddress(vlan.ipv4, text);
        break;
    case Gateway:
        vlan.ipv4.gateway = text;
        break;
    }
    m_draft->setVlans(vlans);
}

void VlanTable::refresh()
{
    m_isRefreshing = true;
    const QList<VlanPlan> &vlans = m_draft->vlans();
    m_table->setRowCount(int(vlans.size()));
    for (int row = 0; row < vlans.size(); ++row) {
        const VlanPlan &vlan = vlans.at(row);
        const QStringList texts{QString::number(vlan.id), vlan.name, addressText(vlan.ipv4), vlan.ipv4.gateway};
        for (int column = 0; column < ColumnCount; ++column) {
            QTableWidgetItem *item = m_table->item(row, column);
            if (!item)
                m_table->setItem(row, column, item = new QTableWidgetItem);
            if (item->text() != texts.at(column))
                item->setText(texts.at(column));
        }
    }
    m_remove->setEnabled(!vlans.isEmpty());
    m_isRefreshing = false;
}

} // namespace bondwright::ui
