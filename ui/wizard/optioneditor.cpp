// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/optioneditor.h"
#include "common/actionicon.h"
#include "common/findingsview.h"
#include "common/fonts.h"
#include "common/labels.h"
#include "common/retranslate.h"
#include "domain/nametable.h"
#include "i18n/language.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

#include <limits>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

OptionEditor::OptionEditor(const OptionSpec *spec, PlanDraft *draft, QWidget *parent)
    : QWidget(parent)
    , m_spec(spec)
    , m_draft(draft)
    , m_name(textLabel(this, spec->name))
    , m_help(mutedLabel(this))
    , m_reset(new QToolButton(this))
    , m_findings(new FindingsView(this))
{
    setObjectName(u"option-"_s + spec->name);
    m_name->setWordWrap(false);
    m_name->setFont(fixedFont(m_name->font()));
    m_name->setMinimumWidth(characterWidth(QFontMetrics(m_name->font())) * 20);
    makeControl();
    control()->setObjectName(u"value-"_s + spec->name);
    control()->setMinimumWidth(characterWidth(fontMetrics()) * 18);
    m_name->setBuddy(control());
    m_reset->setIcon(actionIcon(ActionIcon::Revert));
    m_reset->setAutoRaise(true);
    // Keeps its room, so that nothing moves when a value changes.
    QSizePolicy keep = m_reset->sizePolicy();
    keep.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(keep);

    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_name);
    row->addWidget(control(), m_text ? 1 : 0); // lists of addresses are long
    row->addWidget(m_reset);
    if (!m_text)
        row->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(row);
    layout->addWidget(m_help);
    layout->addWidget(m_findings);
    connect(m_reset, &QToolButton::clicked, this, [this] {
        control()->setFocus();
        m_draft->resetOption(m_spec->name);
    });
    retranslateWith(this, [this] { retranslate(); });
}

QWidget *OptionEditor::control() const
{
    if (m_number)
        return m_number;
    if (m_choice)
        return m_choice;
    return m_text;
}

void OptionEditor::makeControl()
{
    switch (m_spec->kind) {
    case OptionKind::Integer:
        if (m_spec->maximum <= std::numeric_limits<int>::max()) {
            m_number = new QSpinBox(this);
            m_number->setRange(int(m_spec->minimum), int(m_spec->maximum));
            m_number->setAlignment(Qt::AlignRight);
            m_number->setStepType(m_spec->unit == u"ms" ? QSpinBox::AdaptiveDecimalStepType
                                                        : QSpinBox::DefaultStepType);
            connect(m_number, &QSpinBox::valueChanged, this, [this](int value) { take(QString::number(value)); });
            return;
        }
        break;
    case OptionKind::Enum:
    case OptionKind::Bool:
        m_choice = new QComboBox(this);
        for (const OptionName &name : m_spec->names)
            m_choice->addItem(name.name, name.name);
        connect(m_choice, &QComboBox::activated, this, [this] { take(m_choice->currentData().toString()); });
        return;
    default:
        break;
    }
    m_text = new QLineEdit(this);
    connect(m_text, &QLineEdit::textEdited, this, [this](const QString &text) { take(text.trimmed()); });
}

void OptionEditor::take(const QString &value)
{
    if (!m_isRefreshing)
        m_draft->setOption(m_spec->name, value);
}

QString OptionEditor::nameOf(const QString &value) const
{
    if (m_spec->kind == OptionKind::Bool)
        //: @item:inlistbox value of an option, with the kernel's number behind
        return valueIn(m_spec->names, value) == 0 ? tr("off (0)") : tr("on (1)");
    if (const auto number = valueIn(m_spec->names, value))
        return u"%1 (%2)"_s.arg(value).arg(*number);
    return m_spec->unit.isEmpty() ? value : u"%1 %2"_s.arg(value, m_spec->unit);
}

void OptionEditor::retranslate()
{
    const QString usual = PlanDraft::usualValue(m_spec->name);
    const QString standard = usual.isEmpty() ? tr("empty") : nameOf(usual);
    m_help->setText((usual == m_spec->defaultValue ? tr("%1. Default: %2.") : tr("%1. Usual: %2."))
                        .arg(i18n::inCurrentLanguage(m_spec->help), standard));
    if (m_choice) {
        for (int at = 0; at < m_choice->count(); ++at)
            m_choice->setItemText(at, nameOf(m_choice->itemData(at).toString()));
    }
    describe(control(), m_spec->name, i18n::inCurrentLanguage(m_spec->help));
    //: @action:button sets an option back to its default
    describe(m_reset, tr("Reset %1").arg(m_spec->name), tr("Back to the default: %1").arg(standard));
    if (m_number)
        m_number->setSuffix(m_spec->unit.isEmpty() ? QString() : u" "_s + m_spec->unit);
}

void OptionEditor::refresh()
{
    m_isRefreshing = true;
    const QString value = m_draft->option(m_spec->name);
    if (m_number) {
        if (m_number->value() != value.toInt())
            m_number->setValue(value.toInt());
    } else if (m_choice) {
        const QString canonical = canonicalValue(*m_spec, value).value_or(value);
        m_choice->setCurrentIndex(m_choice->findData(canonical));
    } else if (m_text->text().trimmed() != value) {
        m_text->setText(value);
    }
    const bool isChanged = m_draft->isOptionSet(m_spec->name) && value != PlanDraft::usualValue(m_spec->name);
    QFont font = m_name->font();
    font.setBold(isChanged);
    m_name->setFont(font);
    m_reset->setVisible(isChanged);
    QList<Finding> mine;
    for (const Finding &finding : m_draft->findings()) {
        if (finding.field == u"options."_s + m_spec->name)
            mine.append(finding);
    }
    m_findings->setFindings(mine);
    m_isRefreshing = false;
}

} // namespace bondwright::ui
