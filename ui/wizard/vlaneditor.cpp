// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/vlaneditor.h"
#include "common/columnfitter.h"
#include "common/labels.h"
#include "common/retranslate.h"
#include "wizard/ipeditor.h"

#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSpinBox>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

namespace
{

enum Column { Id, Name, Ipv4, Ipv6, ColumnCount };

constexpr int firstId = 1; // 0 and 4095 are reserved (IEEE 802.1Q)
constexpr int lastId = 4094;

QString addressText(const IpConfig &config)
{
    switch (config.method) {
    case IpMethod::Auto:
        //: @item how a VLAN gets its address
        return VlanEditor::tr("automatic");
    case IpMethod::Manual:
        return config.addresses.texts().join(u", "_s);
    case IpMethod::LinkLocal:
        //: @item how a VLAN gets its address
        return VlanEditor::tr("link-local only");
    case IpMethod::Disabled:
        break;
    }
    return u"–"_s;
}

/// Continues the rows, and begins again after the highest number; 1 is the switch's own for what carries no tag.
quint16 nextFreeId(const QList<VlanPlan> &vlans)
{
    const auto next = [](int id) { return id < lastId ? id + 1 : firstId + 1; };
    int id = next(vlans.isEmpty() ? firstId : vlans.constLast().id);
    for (qsizetype others = vlans.size(); others > 0 && std::ranges::find(vlans, id, &VlanPlan::id) != vlans.end();
         --others)
        id = next(id);
    return quint16(id);
}

} // namespace

VlanEditor::VlanEditor(PlanDraft *draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_heading(headingLabel(this))
    , m_list(new QTreeWidget(this))
    , m_add(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_detail(new QWidget(this))
{
    m_list->setObjectName(u"vlans"_s);
    m_list->setColumnCount(ColumnCount);
    m_list->setRootIsDecorated(false);
    m_list->setAllColumnsShowFocus(true);
    m_list->setUniformRowHeights(true);
    new ColumnFitter(m_list, u"wizard-vlans"_s, {Id, Name});
    m_add->setObjectName(u"vlan-add"_s);
    m_remove->setObjectName(u"vlan-remove"_s);
    for (QPushButton *button : {m_add, m_remove})
        button->setAutoDefault(false);
    buildDetail(m_detail);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_heading);
    layout->addWidget(m_list);
    layout->addLayout(buttons);
    layout->addWidget(m_detail);
    connect(m_add, &QPushButton::clicked, this, &VlanEditor::add);
    connect(m_remove, &QPushButton::clicked, this, &VlanEditor::remove);
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this] {
        if (!m_isRefreshing)
            showDetail();
    });
    retranslateWith(this, [this] { retranslate(); });
}

void VlanEditor::buildDetail(QWidget *parent)
{
    m_idLabel = new QLabel(parent);
    m_id = new QSpinBox(parent);
    m_id->setObjectName(u"vlan-id"_s);
    m_id->setRange(firstId, lastId);
    m_idLabel->setBuddy(m_id);
    m_nameLabel = new QLabel(parent);
    m_name = new QLineEdit(parent);
    m_name->setObjectName(u"vlan-name"_s);
    m_nameLabel->setBuddy(m_name);
    const auto subjectOf = [this](IpConfig VlanPlan::*family, const QString &name) {
        IpEditor::Subject subject;
        subject.name = u"vlan-"_s + name;
        subject.field = [this, name] { return u"vlans[%1].%2"_s.arg(current()).arg(name); };
        subject.get = [this, family] { return m_draft->vlans().value(current()).*family; };
        subject.set = [this, family](const IpConfig &config) {
            change([family, &config](VlanPlan *vlan) { vlan->*family = config; });
        };
        return subject;
    };
    m_ipv4 = new IpEditor(IpEditor::Family::V4, subjectOf(&VlanPlan::ipv4, u"ipv4"_s), m_draft, parent);
    m_ipv6 = new IpEditor(IpEditor::Family::V6, subjectOf(&VlanPlan::ipv6, u"ipv6"_s), m_draft, parent);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(6);
    form->addRow(m_idLabel, m_id);
    form->addRow(m_nameLabel, m_name);
    auto *layout = new QVBoxLayout(parent);
    layout->setContentsMargins(24, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(form);
    layout->addWidget(m_ipv4);
    layout->addWidget(m_ipv6);
    connect(m_id, &QSpinBox::valueChanged, this, [this](int id) {
        if (!m_isRefreshing)
            change([id](VlanPlan *vlan) { vlan->id = quint16(id); });
    });
    connect(m_name, &QLineEdit::textEdited, this,
            [this](const QString &text) { change([&text](VlanPlan *vlan) { vlan->name = text.trimmed(); }); });
}

void VlanEditor::retranslate()
{
    //: @title:group
    m_heading->setText(tr("VLANs on top of the bond"));
    describe(m_list, tr("VLANs on top of the bond"), tr("The marked one is edited below"));
    m_list->setHeaderLabels({
        //: @title:column
        tr("VLAN"),
        //: @title:column
        tr("Name"),
        u"IPv4"_s,
        u"IPv6"_s,
    });
    //: @action:button
    m_add->setText(tr("Add &VLAN"));
    //: @action:button
    m_remove->setText(tr("&Remove VLAN"));
    describe(m_add, tr("Add VLAN"), tr("A new row with the next free number"));
    describe(m_remove, tr("Remove VLAN"), tr("Removes the marked row"));
    //: @label:spinbox
    m_idLabel->setText(tr("VLAN n&umber"));
    describe(m_id, tr("VLAN number"), tr("Between 1 and 4094, as the switch has it"));
    //: @label:textbox
    m_nameLabel->setText(tr("Interface na&me"));
    describe(m_name, tr("Name of the VLAN's interface"), tr("Empty: the bond's name, a dot and the number"));
    if (isVisible())
        refresh();
}

int VlanEditor::current() const
{
    return m_list->indexOfTopLevelItem(m_list->currentItem());
}

void VlanEditor::add()
{
    QList<VlanPlan> vlans = m_draft->vlans();
    VlanPlan next;
    next.id = nextFreeId(vlans);
    vlans.append(next);
    m_draft->setVlans(vlans);
    m_list->setCurrentItem(m_list->topLevelItem(int(vlans.size()) - 1));
    m_id->setFocus();
    m_id->selectAll();
}

void VlanEditor::remove()
{
    QList<VlanPlan> vlans = m_draft->vlans();
    const int row = current();
    if (row < 0 || row >= vlans.size())
        return;
    vlans.removeAt(row);
    m_draft->setVlans(vlans);
    m_list->setFocus();
}

void VlanEditor::change(const std::function<void(VlanPlan *vlan)> &edit)
{
    QList<VlanPlan> vlans = m_draft->vlans();
    const int row = current();
    if (row < 0 || row >= vlans.size())
        return;
    edit(&vlans[row]);
    m_draft->setVlans(vlans);
}

void VlanEditor::refresh()
{
    m_isRefreshing = true;
    const QList<VlanPlan> &vlans = m_draft->vlans();
    while (m_list->topLevelItemCount() > vlans.size())
        delete m_list->takeTopLevelItem(m_list->topLevelItemCount() - 1);
    while (m_list->topLevelItemCount() < vlans.size())
        m_list->addTopLevelItem(new QTreeWidgetItem);
    for (int row = 0; row < vlans.size(); ++row) {
        const VlanPlan &vlan = vlans.at(row);
        const QString name = vlan.interfaceName(m_draft->name());
        const QStringList texts{QString::number(vlan.id), name, addressText(vlan.ipv4), addressText(vlan.ipv6)};
        for (int column = 0; column < ColumnCount; ++column)
            m_list->topLevelItem(row)->setText(column, texts.at(column));
    }
    if (!m_list->currentItem() && !vlans.isEmpty())
        m_list->setCurrentItem(m_list->topLevelItem(0));
    m_list->setVisible(!vlans.isEmpty());
    constexpr int mostRows = 6;
    const int row = std::max(m_list->sizeHintForRow(0), fontMetrics().height() + 4);
    m_list->setFixedHeight(m_list->header()->sizeHint().height() + 2 * m_list->frameWidth()
                           + row * std::clamp(int(vlans.size()), 1, mostRows)
                           + m_list->horizontalScrollBar()->sizeHint().height());
    m_isRefreshing = false;
    showDetail();
}

void VlanEditor::showDetail()
{
    const int row = current();
    const bool hasOne = row >= 0 && row < m_draft->vlans().size();
    m_remove->setVisible(hasOne);
    m_detail->setVisible(hasOne);
    if (!hasOne)
        return;
    m_isRefreshing = true;
    const VlanPlan &vlan = m_draft->vlans().at(row);
    m_id->setValue(vlan.id);
    if (m_name->text().trimmed() != vlan.name)
        m_name->setText(vlan.name);
    m_name->setPlaceholderText(VlanPlan{vlan.id, {}, {}, {}, {}}.interfaceName(m_draft->name()));
    m_ipv4->refresh();
    m_ipv6->refresh();
    m_isRefreshing = false;
}

void VlanEditor::showField(const QString &field)
{
    static const QRegularExpression place(u"^vlans\\[(\\d+)\\]\\.?(.*)$"_s);
    const QRegularExpressionMatch match = place.match(field);
    if (QTreeWidgetItem *item = m_list->topLevelItem(match.captured(1).toInt()); match.hasMatch() && item)
        m_list->setCurrentItem(item);
    const QString member = match.captured(2);
    if (m_detail->isHidden())
        m_add->setFocus();
    else if (member.startsWith(u"ipv4"))
        m_ipv4->showField(member);
    else if (member.startsWith(u"ipv6"))
        m_ipv6->showField(member);
    else if (member.startsWith(u"name"))
        m_name->setFocus();
    else
        m_id->setFocus();
}

} // namespace bondwright::ui
