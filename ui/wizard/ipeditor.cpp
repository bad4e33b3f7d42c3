// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/ipeditor.h"
#include "common/findingsview.h"
#include "common/labels.h"
#include "common/retranslate.h"
#include "common/typedlist.h"

#include <QButtonGroup>
#include <QFormLayout>
#include <QLineEdit>
#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

namespace
{

// While the user types, "10.0.0.1, " must not lose its comma: only text with another meaning is set.
void showList(QLineEdit *field, const QStringList &values)
{
    if (typedList(field->text()) != values)
        field->setText(values.join(u", "_s));
}

} // namespace

IpEditor::IpEditor(Family family, const Subject &subject, PlanDraft *draft, QWidget *parent)
    : QWidget(parent)
    , m_family(family)
    , m_subject(subject)
    , m_draft(draft)
    , m_heading(headingLabel(this, family == Family::V4 ? u"IPv4"_s : u"IPv6"_s))
    , m_choices(new QButtonGroup(this))
    , m_fields(new QWidget(this))
    , m_form(new QFormLayout(m_fields))
    , m_addresses(new QLineEdit(m_fields))
    , m_gateway(new QLineEdit(m_fields))
    , m_dns(new QLineEdit(m_fields))
    , m_search(new QLineEdit(m_fields))
    , m_findings(new FindingsView(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_heading);
    QList<Choice> choices{Auto, Manual, None};
    if (subject.canTakeOver)
        choices.prepend(TakeOver);
    if (family == Family::V6)
        choices.insert(2, LinkLocal);
    for (const Choice choice : choices) {
        auto *button = new QRadioButton(this);
        button->setObjectName(u"%1-%2"_s.arg(subject.name).arg(int(choice)));
        m_choices->addButton(button, choice);
        layout->addWidget(button);
    }
    m_form->setContentsMargins(24, 4, 0, 0);
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(6);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_addresses->setObjectName(subject.name + u"-addresses"_s);
    m_gateway->setObjectName(subject.name + u"-gateway"_s);
    m_dns->setObjectName(subject.name + u"-dns"_s);
    m_search->setObjectName(subject.name + u"-search"_s);
    for (QLineEdit *field : {m_addresses, m_gateway, m_dns, m_search}) {
        m_form->addRow(new QLabel(m_fields), field);
        connect(field, &QLineEdit::textEdited, this, &IpEditor::takeFields);
    }
    layout->addWidget(m_fields);
    layout->addWidget(m_findings);
    connect(m_choices, &QButtonGroup::idToggled, this, [this](int choice, bool checked) {
        if (checked && !m_isRefreshing)
            takeChoice(choice);
    });
    retranslateWith(this, [this] { retranslate(); });
}

void IpEditor::retranslate()
{
    const auto name = [this](Choice choice, const QString &text) {
        if (QAbstractButton *button = m_choices->button(choice)) {
            button->setText(text);
            describe(button, m_heading->text() + u": "_s + QString(text).remove(u'&'),
                     m_family == Family::V4 ? tr("How it gets its IPv4 address") : tr("How it gets its IPv6 address"));
        }
    };
    //: @option:radio
    name(Auto, m_family == Family::V4 ? tr("Automatic (DHCP)") : tr("Automatic (router advertisements, DHCPv6)"));
    //: @option:radio
    name(Manual, tr("Manual"));
    //: @option:radio IPv6
    name(LinkLocal, tr("Link-local only"));
    //: @option:radio no address
    name(None, tr("None"));
    const auto label = [this](QLineEdit *field, const QString &text, const QString &hint) {
        static_cast<QLabel *>(m_form->labelForField(field))->setText(text);
        describe(field, m_heading->text() + u": "_s + text, hint);
    };
    const QString example = m_family == Family::V4 ? u"192.168.1.11/24"_s : u"2001:db8::11/64"_s;
    m_addresses->setPlaceholderText(example);
    //: @label:textbox
    label(m_addresses, tr("Addresses"), tr("Address and prefix length, e.g. %1; several with commas").arg(example));
    //: @label:textbox
    label(m_gateway, tr("Gateway"), tr("The router to everything else; empty if there is none"));
    //: @label:textbox
    label(m_dns, tr("DNS servers"), tr("Several with commas"));
    //: @label:textbox
    label(m_search, tr("Search domains"), tr("Several with commas"));
    refresh();
}

void IpEditor::takeChoice(int choice)
{
    if (choice == TakeOver) {
        m_draft->takeOver(m_draft->takeOverCandidates().value(0));
        return;
    }
    IpConfig next = m_subject.get();
    next.method = choice == Auto ? IpMethod::Auto
        : choice == Manual       ? IpMethod::Manual
        : choice == LinkLocal    ? IpMethod::LinkLocal
                                 : IpMethod::Disabled;
    m_subject.set(next);
    // The same method by another way (taken over before): it counts as chosen all the same.
    refresh();
}

void IpEditor::takeFields()
{
    IpConfig next = m_subject.get();
    next.addresses = typedList(m_addresses->text());
    next.gateway = m_gateway->text().trimmed();
    next.dns = typedList(m_dns->text());
    next.search = typedList(m_search->text());
    m_subject.set(next);
}

void IpEditor::refresh()
{
    m_isRefreshing = true;
    const IpConfig now = m_subject.get();
    Choice choice = now.method == IpMethod::Auto ? Auto
        : now.method == IpMethod::Manual         ? Manual
        : now.method == IpMethod::LinkLocal      ? LinkLocal
                                                 : None;
    if (QAbstractButton *button = m_choices->button(TakeOver)) {
        const QString nic = m_draft->takeOverCandidates().value(0);
        const NicFacts *facts = m_draft->host().nic(nic);
        button->setVisible(facts != nullptr);
        if (facts) {
            //: @option:radio %1 NIC, %2 its address
            button->setText(tr("Take over from %1 (%2)").arg(nic, facts->addresses.toStrings().value(0)));
            describe(button, u"IPv4: "_s + button->text(),
                     tr("Addresses, gateway and DNS servers move from the NIC to the bond."));
        }
        if (!m_draft->takenFrom().isEmpty())
            choice = TakeOver;
    } else if (choice == LinkLocal && !m_choices->button(LinkLocal)) {
        choice = None;
    }
    if (QAbstractButton *button = m_choices->button(choice))
        button->setChecked(true);
    const bool isManual = now.method == IpMethod::Manual;
    m_fields->setVisible(isManual || now.method == IpMethod::Auto);
    m_form->setRowVisible(m_addresses, isManual);
    m_form->setRowVisible(m_gateway, isManual);
    showList(m_addresses, now.addresses.texts());
    showList(m_dns, now.dns.texts());
    showList(m_search, now.search);
    if (m_gateway->text().trimmed() != now.gateway.text())
        m_gateway->setText(now.gateway.text());
    const QString field = m_subject.field();
    QList<Finding> mine;
    for (const Finding &finding : m_draft->findings()) {
        if (finding.field == field || finding.field.startsWith(field + u'.'))
            mine.append(finding);
    }
    m_findings->setFindings(mine);
    m_isRefreshing = false;
}

void IpEditor::showField(const QString &field)
{
    QLineEdit *target = field.contains(u"gateway") ? m_gateway
        : field.contains(u"dns")                   ? m_dns
        : field.contains(u"search")                ? m_search
                                                   : m_addresses;
    if (target->isVisible())
        target->setFocus();
    else if (m_choices->checkedButton())
        m_choices->checkedButton()->setFocus();
}

} // namespace bondwright::ui
