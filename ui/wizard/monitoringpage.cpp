// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/monitoringpage.h"
#include "common/findingsview.h"
#include "common/labels.h"
#include "common/retranslate.h"
#include "models/texts.h"
#include "wizard/optioneditor.h"

#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

MonitoringPage::MonitoringPage(PlanDraft *draft, QWidget *parent)
    : WizardPage(PageId::Monitoring, draft, parent)
    , m_mii(new QRadioButton(this))
    , m_miiText(mutedLabel(this))
    , m_arp(new QRadioButton(this))
    , m_arpText(mutedLabel(this))
    , m_result(headingLabel(this))
    , m_findings(new FindingsView(this))
{
    m_mii->setObjectName(u"mii"_s);
    m_arp->setObjectName(u"arp"_s);
    m_miiBox = makeEditors({u"miimon"_s, u"downdelay"_s, u"updelay"_s, u"peer_notif_delay"_s}, &m_miiEditors);
    m_arpBox = makeEditors({u"arp_interval"_s, u"arp_ip_target"_s, u"ns_ip6_target"_s, u"arp_missed_max"_s,
                            u"arp_validate"_s, u"arp_all_targets"_s},
                           &m_arpEditors);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_mii);
    layout->addWidget(m_miiText);
    layout->addWidget(m_miiBox);
    layout->addSpacing(8);
    layout->addWidget(m_arp);
    layout->addWidget(m_arpText);
    layout->addWidget(m_arpBox);
    layout->addSpacing(8);
    layout->addWidget(separatorLine(this));
    layout->addWidget(m_result);
    layout->addWidget(m_findings);
    layout->addStretch(1);
    // Toggled: the arrow keys move between the two without a click.
    connect(m_mii, &QRadioButton::toggled, this, [this](bool on) {
        if (!isRefreshing())
            this->draft()->setMonitoring(on ? MonitoringKind::Mii : MonitoringKind::Arp);
    });
    retranslateWith(this, [this] { retranslate(); });
}

QWidget *MonitoringPage::makeEditors(const QStringList &names, QList<OptionEditor *> *into)
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(24, 0, 0, 0);
    layout->setSpacing(8);
    for (const QString &name : names) {
        const OptionSpec *spec = findOption(name);
        if (!spec)
            continue;
        auto *editor = new OptionEditor(spec, draft(), box);
        layout->addWidget(editor);
        into->append(editor);
    }
    return box;
}

void MonitoringPage::retranslate()
{
    //: @option:radio way of link monitoring
    m_mii->setText(tr("Ask the NIC whether its &link is up (MII)"));
    m_miiText->setText(tr("The usual way: it notices a pulled cable and a dead port. 100 ms is the usual value."));
    m_mii->setAccessibleDescription(m_miiText->text());
    //: @option:radio way of link monitoring
    m_arp->setText(tr("Ask neighbours by &ARP"));
    if (isVisible())
        refresh();
}

void MonitoringPage::refresh()
{
    const bool usesArp = draft()->monitoring() == MonitoringKind::Arp;
    m_arp->setEnabled(draft()->arpPossible());
    m_arpText->setText(draft()->arpPossible()
                           ? tr("Also notices a dead path behind the switch; needs addresses that always answer.")
                           : tr("Not possible in mode %1: the driver monitors the links itself there.")
                                 .arg(kernelName(draft()->mode())));
    m_arp->setAccessibleDescription(m_arpText->text());
    m_mii->setChecked(!usesArp);
    m_arp->setChecked(usesArp);
    m_miiBox->setVisible(!usesArp);
    m_arpBox->setVisible(usesArp);
    QStringList shownFields;
    for (OptionEditor *editor : usesArp ? m_arpEditors : m_miiEditors) {
        editor->setVisible(acceptsMode(editor->spec(), draft()->mode()));
        editor->refresh();
        shownFields.append(u"options."_s + editor->spec().name);
    }
    const auto worst = draft()->worstDetection();
    m_result->setText(worst.count() > 0
                          ? tr("A dead link is noticed after %1 at most.").arg(models::Texts::duration(worst))
                          : tr("A dead link is never noticed."));
    QList<Finding> others = findingsOn(*draft(), PageId::Monitoring);
    others.removeIf([&](const Finding &finding) { return shownFields.contains(finding.field); });
    m_findings->setFindings(others);
}

void MonitoringPage::showField(const QString &field)
{
    for (OptionEditor *editor : m_miiEditors + m_arpEditors) {
        if (editor->isVisible() && field == u"options."_s + editor->spec().name) {
            editor->control()->setFocus();
            return;
        }
    }
    (m_mii->isChecked() ? m_mii : m_arp)->setFocus();
}

} // namespace bondwright::ui
