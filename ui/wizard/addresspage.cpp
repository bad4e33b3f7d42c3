// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/addresspage.h"
#include "common/findingsview.h"
#include "common/foldbutton.h"
#include "common/labels.h"
#include "common/retranslate.h"
#include "wizard/ipeditor.h"
#include "wizard/vlaneditor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

namespace
{

// The spin box shows "the NICs' own" one step below the smallest MTU the kernel takes (68, RFC 791).
constexpr int noMtu = 67;

IpEditor::Subject bondsIpv4(PlanDraft *draft)
{
    return {u"ipv4"_s, [] { return u"ipv4"_s; }, [draft] { return draft->ipv4(); },
            [draft](const IpConfig &config) { draft->setIpv4(config); }, true};
}

IpEditor::Subject bondsIpv6(PlanDraft *draft)
{
    return {u"ipv6"_s, [] { return u"ipv6"_s; }, [draft] { return draft->ipv6(); },
            [draft](const IpConfig &config) { draft->setIpv6(config); }, false};
}

} // namespace

AddressPage::AddressPage(PlanDraft *draft, QWidget *parent)
    : WizardPage(PageId::Address, draft, parent)
    , m_ipv4(new IpEditor(IpEditor::Family::V4, bondsIpv4(draft), draft, this))
    , m_ipv6(new IpEditor(IpEditor::Family::V6, bondsIpv6(draft), draft, this))
    , m_vlans(new VlanEditor(draft, this))
    , m_findings(new FindingsView(this))
    , m_more(new QWidget(this))
    , m_fold(new FoldButton(m_more, this))
{
    m_fold->setObjectName(u"more"_s);
    buildMore();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_ipv4);
    layout->addWidget(m_ipv6);
    layout->addWidget(m_vlans);
    layout->addWidget(m_findings);
    layout->addWidget(m_fold);
    layout->addWidget(m_more);
    layout->addStretch(1);
    retranslateWith(this, [this] { retranslate(); });
}

void AddressPage::buildMore()
{
    m_macLabel = new QLabel(m_more);
    m_mac = new QComboBox(m_more);
    m_mac->setObjectName(u"mac"_s);
    m_mac->setEditable(true);
    m_mac->setInsertPolicy(QComboBox::NoInsert);
    m_macLabel->setBuddy(m_mac);
    m_mtuLabel = new QLabel(m_more);
    m_mtu = new QSpinBox(m_more);
    m_mtu->setObjectName(u"mtu"_s);
    m_mtu->setRange(noMtu, 65535);
    m_mtuLabel->setBuddy(m_mtu);
    m_autoconnect = new QCheckBox(m_more);
    m_autoconnect->setObjectName(u"autoconnect"_s);
    auto *form = new QFormLayout(m_more);
    form->setContentsMargins(24, 0, 0, 0);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->addRow(m_macLabel, m_mac);
    form->addRow(m_mtuLabel, m_mtu);
    form->addRow(m_autoconnect);
    connect(m_mac, &QComboBox::activated, this, [this] { draft()->setMac(m_mac->currentData().toString()); });
    connect(m_mac->lineEdit(), &QLineEdit::textEdited, this,
            [this](const QString &text) { draft()->setMac(text.trimmed()); });
    connect(m_mtu, &QSpinBox::valueChanged, this, [this](int value) {
        if (!isRefreshing())
            draft()->setMtu(value == noMtu ? std::nullopt : std::optional<quint32>(quint32(value)));
    });
    connect(m_autoconnect, &QCheckBox::toggled, this, [this](bool on) {
        if (!isRefreshing())
            draft()->setAutoconnect(on);
    });
}

void AddressPage::retranslate()
{
    //: @action:button unfolds
    m_fold->setText(tr("MAC, MTU, start"));
    describe(m_fold, tr("MAC address, MTU, start at boot"), tr("Unfolds what is rarely changed"));
    //: @label:listbox
    m_macLabel->setText(tr("M&AC address"));
    describe(m_mac, tr("MAC address of the bond"), tr("Choose a NIC's own, or type one."));
    //: @label:spinbox
    m_mtuLabel->setText(tr("M&TU"));
    describe(m_mtu, tr("MTU in bytes"), tr("Larger than 1500 only if every switch on the way takes it."));
    m_mtu->setSpecialValueText(tr("as the NICs have it"));
    //: @label unit bytes, with a leading blank
    m_mtu->setSuffix(tr(" B"));
    //: @option:check
    m_autoconnect->setText(tr("&Start the bond when the host starts"));
    describe(m_autoconnect, tr("Start the bond when the host starts"),
             tr("Otherwise it stays down until it is started by hand"));
    if (isVisible())
        refresh();
}

void AddressPage::fillMacs()
{
    if (m_mac->hasFocus() || m_mac->lineEdit()->hasFocus())
        return;
    m_mac->clear();
    m_mac->addItem(tr("of the first NIC"), QString());
    for (const SlavePlan &slave : draft()->slaves()) {
        const NicFacts *nic = draft()->host().nic(slave.name);
        const QString mac
            = nic && !nic->permanentMac.isEmpty() ? u" (%1)"_s.arg(nic->permanentMac.toString()) : QString();
        m_mac->addItem(tr("of %1%2").arg(slave.name, mac), BondMac::ofNic(slave.name).toString());
    }
    const int known = m_mac->findData(draft()->mac().text());
    if (known >= 0)
        m_mac->setCurrentIndex(known);
    else
        m_mac->setEditText(draft()->mac().text());
}

void AddressPage::refresh()
{
    m_ipv4->refresh();
    m_ipv6->refresh();
    fillMacs();
    m_mtu->setValue(draft()->mtu() ? int(*draft()->mtu()) : noMtu);
    m_autoconnect->setChecked(draft()->autoconnect());
    m_vlans->refresh();
    if (draft()->mtu())
        m_fold->setUnfolded(true);
    QList<Finding> others = findingsOn(*draft(), PageId::Address);
    // The findings of the selected VLAN stand at its fields as well; those of the others stand only here.
    others.removeIf(
        [](const Finding &finding) { return finding.field.startsWith(u"ipv4") || finding.field.startsWith(u"ipv6"); });
    m_findings->setFindings(others);
}

void AddressPage::showField(const QString &field)
{
    if (field.startsWith(u"ipv4")) {
        m_ipv4->showField(field);
    } else if (field.startsWith(u"ipv6")) {
        m_ipv6->showField(field);
    } else if (field.startsWith(u"vlans")) {
        m_vlans->showField(field);
    } else {
        m_fold->setUnfolded(true);
        (field == u"mtu" ? static_cast<QWidget *>(m_mtu) : m_mac)->setFocus();
    }
}

} // namespace bondwright::ui
