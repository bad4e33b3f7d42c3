// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hosts/nicruledialog.h"

#include "common/labels.h"
#include "common/typedlist.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

namespace
{

QLineEdit *patternField(QWidget *box, const QString &name, const QString &example)
{
    auto *field = new QLineEdit(box);
    field->setObjectName(name);
    field->setPlaceholderText(example);
    field->setMaxLength(1000);
    return field;
}

/// A number that may be left out.
QSpinBox *numberField(QWidget *box, const QString &name, int most, const QString &none)
{
    auto *field = new QSpinBox(box);
    field->setObjectName(name);
    field->setRange(0, most);
    field->setSpecialValueText(none);
    return field;
}

std::optional<int> numberOf(const QSpinBox *field)
{
    return field->value() > 0 ? std::optional(field->value()) : std::nullopt;
}

} // namespace

NicRuleDialog::NicRuleDialog(const QStringList &planned, const std::optional<rollout::NicRule> &rule, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"nic-rule"_s);
    //: @title:window
    setWindowTitle(tr("NICs of each host"));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    setMinimumWidth(420);
    //: @info %1 list of NICs
    layout->addWidget(textLabel(this,
                                tr("The plan names %1. Where the NICs have other names on each host, a rule finds them "
                                   "there; which ones is shown before anything is changed.")
                                    .arg(planned.join(u", "_s))));
    //: @option:check
    m_byRule = new QCheckBox(tr("Choose the NICs of each host by a &rule"), this);
    m_byRule->setObjectName(u"by-rule"_s);
    layout->addWidget(m_byRule);
    auto *box = new QWidget(this);
    buildFields(box);
    layout->addWidget(box);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &NicRuleDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &NicRuleDialog::reject);
    layout->addWidget(buttons);
    connect(m_byRule, &QCheckBox::toggled, box, &QWidget::setEnabled);
    rollout::NicRule shown;
    shown.hasLink = true;
    shown.count = int(planned.size());
    fill(rule.value_or(shown));
    m_byRule->setChecked(rule.has_value());
    box->setEnabled(rule.has_value());
}

void NicRuleDialog::buildFields(QWidget *box)
{
    auto *form = new QFormLayout(box);
    form->setContentsMargins(20, 0, 0, 0);
    m_driver = patternField(box, u"driver"_s, u"ixgbe"_s);
    //: @item no such condition
    m_speed = numberField(box, u"speed"_s, 1'000'000, tr("any"));
    m_speed->setSingleStep(1000);
    m_speed->setSuffix(u" Mbit/s"_s);
    m_link = new QComboBox(box);
    m_link->setObjectName(u"link"_s);
    //: @item:inlistbox of NICs
    m_link->addItems({tr("up or down"), tr("link up"), tr("link down")});
    m_names = patternField(box, u"names"_s, u"enp*, eno1"_s);
    m_buses = patternField(box, u"slots"_s, u"0000:3b:*"_s);
    m_macs = patternField(box, u"macs"_s, u"b4:96:91:*"_s);
    //: @option:check
    m_free = new QCheckBox(tr("Only NICs that nothing else &uses"), box);
    m_free->setObjectName(u"free"_s);
    //: @option:check
    m_sameSwitch = new QCheckBox(tr("All at the same s&witch, as LLDP tells it"), box);
    m_sameSwitch->setObjectName(u"same-switch"_s);
    //: @item any number of NICs
    m_count = numberField(box, u"count"_s, 64, tr("all that fit"));
    //: @label:textbox
    form->addRow(tr("&Driver"), m_driver);
    //: @label:spinbox
    form->addRow(tr("&Speed at least"), m_speed);
    //: @label:listbox
    form->addRow(tr("&Link"), m_link);
    //: @label:textbox
    form->addRow(tr("&Names"), m_names);
    //: @label:textbox
    form->addRow(tr("&PCI slots"), m_buses);
    //: @label:textbox
    form->addRow(tr("&MAC addresses"), m_macs);
    form->addRow(m_free);
    form->addRow(m_sameSwitch);
    //: @label:spinbox
    form->addRow(tr("&How many"), m_count);
}

void NicRuleDialog::fill(const rollout::NicRule &rule)
{
    m_driver->setText(rule.driver);
    m_speed->setValue(rule.speed.value_or(0));
    m_link->setCurrentIndex(!rule.hasLink ? 0 : *rule.hasLink ? 1 : 2);
    m_names->setText(rule.names.join(u", "_s));
    m_buses->setText(rule.buses.join(u", "_s));
    m_macs->setText(rule.macs.join(u", "_s));
    m_free->setChecked(rule.isFree);
    m_sameSwitch->setChecked(rule.onSameSwitch);
    m_count->setValue(rule.count.value_or(0));
}

rollout::NicRule NicRuleDialog::rule() const
{
    rollout::NicRule rule;
    rule.driver = m_driver->text().trimmed();
    rule.speed = numberOf(m_speed);
    if (m_link->currentIndex() > 0)
        rule.hasLink = m_link->currentIndex() == 1;
    rule.names = typedList(m_names->text());
    rule.buses = typedList(m_buses->text());
    rule.macs = typedList(m_macs->text());
    rule.isFree = m_free->isChecked();
    rule.onSameSwitch = m_sameSwitch->isChecked();
    rule.count = numberOf(m_count);
    return rule;
}

void NicRuleDialog::accept()
{
    Q_EMIT chosen(m_byRule->isChecked() ? std::optional(rule()) : std::nullopt);
    QDialog::accept();
}

} // namespace bondwright::ui
