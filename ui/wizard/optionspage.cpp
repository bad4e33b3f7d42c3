// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/optionspage.h"
#include "common/findingsview.h"
#include "common/foldbutton.h"
#include "common/labels.h"
#include "common/retranslate.h"
#include "wizard/optioneditor.h"

#include <QSet>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

namespace
{

// What an administrator sets for a mode; everything else waits folded.
const QSet<QString> &usualOptions()
{
    static const QSet<QString> names{u"primary_reselect"_s, u"lacp_rate"_s,     u"xmit_hash_policy"_s,
                                     u"min_links"_s,        u"ad_select"_s,     u"packets_per_slave"_s,
                                     u"fail_over_mac"_s,    u"tlb_dynamic_lb"_s};
    return names;
}

// Shown on other pages, or not part of a configuration.
bool isElsewhere(const OptionSpec &spec)
{
    return !isLasting(spec) || spec.change == OptionChange::LoadTime || spec.name == u"primary"
        || spec.groups.testAnyFlags(OptionGroup::Monitoring | OptionGroup::Arp);
}

bool isEffective(const OptionSpec &spec, Mode mode)
{
    return acceptsMode(spec, mode) && (spec.effectiveModes & (1U << unsigned(mode))) != 0;
}

} // namespace

OptionsPage::OptionsPage(PlanDraft *draft, QWidget *parent)
    : WizardPage(PageId::Options, draft, parent)
    , m_intro(mutedLabel(this))
    , m_usual(new QWidget(this))
    , m_rare(new QWidget(this))
    , m_fold(new FoldButton(m_rare, this))
    , m_findings(new FindingsView(this))
{
    m_fold->setObjectName(u"more"_s);
    for (QWidget *box : {m_usual, m_rare}) {
        auto *layout = new QVBoxLayout(box);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(12);
    }
    m_rare->layout()->setContentsMargins(24, 0, 0, 0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_intro);
    layout->addWidget(m_usual);
    layout->addWidget(m_findings);
    layout->addWidget(m_fold);
    layout->addWidget(m_rare);
    layout->addStretch(1);
    retranslateWith(this, [this] { retranslate(); });
}

void OptionsPage::retranslate()
{
    m_intro->setText(tr("The defaults suit most networks. Names are those of the kernel; changed ones are bold."));
    //: @action:button unfolds the rarely used options
    m_fold->setText(tr("Rarely needed"));
    describe(m_fold, tr("Rarely needed options"), tr("Unfolds the other options of this mode"));
}

void OptionsPage::build()
{
    if (m_builtFor == draft()->mode())
        return;
    m_builtFor = draft()->mode();
    qDeleteAll(m_editors);
    m_editors.clear();
    bool hasRare = false;
    for (const OptionSpec &spec : allOptions()) {
        if (isElsewhere(spec) || !isEffective(spec, draft()->mode()))
            continue;
        const bool isUsual = usualOptions().contains(spec.name);
        hasRare = hasRare || !isUsual;
        QWidget *box = isUsual ? m_usual : m_rare;
        auto *editor = new OptionEditor(&spec, draft(), box);
        box->layout()->addWidget(editor);
        editor->show();
        m_editors.append(editor);
    }
    m_fold->setVisible(hasRare);
    m_rare->setVisible(hasRare && m_fold->isChecked());
}

void OptionsPage::refresh()
{
    build();
    QStringList shownFields;
    for (OptionEditor *editor : std::as_const(m_editors)) {
        editor->refresh();
        shownFields.append(u"options."_s + editor->spec().name);
        // A changed or questionable value must not hide.
        const bool isRare = editor->parentWidget() == m_rare;
        if (isRare && draft()->isOptionSet(editor->spec().name))
            m_fold->setUnfolded(true);
    }
    QList<Finding> others = findingsOn(*draft(), PageId::Options);
    others.removeIf([&](const Finding &finding) { return shownFields.contains(finding.field); });
    m_findings->setFindings(others);
}

void OptionsPage::showField(const QString &field)
{
    refresh();
    for (OptionEditor *editor : std::as_const(m_editors)) {
        if (field != u"options."_s + editor->spec().name)
            continue;
        if (editor->parentWidget() == m_rare)
            m_fold->setUnfolded(true);
        editor->control()->setFocus();
        return;
    }
    m_fold->setFocus();
}

} // namespace bondwright::ui
