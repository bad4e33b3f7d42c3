// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/modepage.h"
#include "common/findingsview.h"
#include "common/flowlayout.h"
#include "common/fonts.h"
#include "common/labels.h"
#include "common/retranslate.h"
#include "domain/sentences.h"
#include "formats/host/formatchoices.h"
#include "i18n/language.h"
#include "wizard/moderow.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

namespace
{

QString nameOf(const formats::FormatChoice &choice)
{
    switch (choice.format) {
    case FormatId::Ifcfg:
        return ModePage::tr("RHEL %1 and relatives, ifcfg files").arg(choice.rhelMajor);
    case FormatId::NetworkManager:
        return ModePage::tr("NetworkManager profiles");
    case FormatId::Networkd:
        return u"systemd-networkd"_s;
    case FormatId::Ifupdown:
        return u"ifupdown (/etc/network/interfaces)"_s;
    case FormatId::Wicked:
        return u"wicked (SUSE)"_s;
    case FormatId::Dracut:
        return u"dracut (initramfs)"_s;
    case FormatId::CloudInit:
        return u"cloud-init"_s;
    case FormatId::Netplan:
    case FormatId::Nmstate:
    case FormatId::Kickstart:
        break;
    }
    return formatName(choice.format);
}

/// The bundle is for hosts with ifcfg files.
QList<formats::FormatChoice> choicesFor(TargetKind kind, const formats::HostConfiguration &host)
{
    QList<formats::FormatChoice> choices = formats::formatChoices(host);
    if (kind == TargetKind::Script)
        choices.removeIf([](const formats::FormatChoice &choice) { return choice.format != FormatId::Ifcfg; });
    return choices;
}

} // namespace

ModePage::ModePage(PlanDraft *draft, std::function<formats::HostConfiguration()> host, QWidget *parent)
    : WizardPage(PageId::Mode, draft, parent)
    , m_askHost(std::move(host))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    buildTop(layout);
    m_findings = new FindingsView(this);
    layout->addWidget(m_findings);
    layout->addSpacing(8);
    buildGoals(layout);
    layout->addSpacing(8);
    buildModes(layout);
    layout->addStretch(1);
    retranslateWith(this, [this] { retranslate(); });
}

void ModePage::buildTop(QVBoxLayout *layout)
{
    m_nameLabel = new QLabel(this);
    m_name = new QLineEdit(this);
    m_name->setObjectName(u"name"_s);
    m_name->setMaxLength(64); // longer than the kernel takes, so that the finding can say so
    m_name->setMaximumWidth(characterWidth(fontMetrics()) * 24);
    m_nameLabel->setBuddy(m_name);
    m_targetLabel = new QLabel(this);
    m_target = new QComboBox(this);
    m_target->setObjectName(u"target"_s);
    m_targetLabel->setBuddy(m_target);
    m_format = new QComboBox(this);
    m_format->setObjectName(u"format"_s);
    m_formatReason = mutedLabel(this);
    m_formatReason->setObjectName(u"format-reason"_s);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->addWidget(m_nameLabel, 0, 0);
    grid->addWidget(m_name, 0, 1);
    grid->addWidget(m_targetLabel, 1, 0);
    auto *where = new FlowLayout(8);
    where->addWidget(m_target);
    where->addWidget(m_format);
    grid->addLayout(where, 1, 1);
    grid->addWidget(m_formatReason, 2, 1);
    grid->setColumnStretch(1, 1);
    layout->addLayout(grid);
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &text) { this->draft()->setName(text); });
    connect(m_target, &QComboBox::activated, this, &ModePage::takeTarget);
    connect(m_format, &QComboBox::activated, this, &ModePage::takeTarget);
}

void ModePage::buildGoals(QVBoxLayout *layout)
{
    m_goalHeading = headingLabel(this);
    layout->addWidget(m_goalHeading);
    m_goals = new QButtonGroup(this);
    auto *choices = new FlowLayout(8);
    for (const GoalInfo &goal : allGoals()) {
        auto *button = new QRadioButton(this);
        button->setObjectName(u"goal-"_s + goal.name);
        m_goals->addButton(button, int(goal.goal));
        choices->addWidget(button);
    }
    layout->addLayout(choices);
    m_reason = mutedLabel(this);
    layout->addWidget(m_reason);
    // Toggled rather than clicked: so it is when a screen reader chooses.
    connect(m_goals, &QButtonGroup::idToggled, this, [this](int id, bool checked) {
        if (checked && !isRefreshing())
            this->draft()->setGoal(Goal(id));
    });
    // The same goal chosen again after another mode: its mode is selected again.
    connect(m_goals, &QButtonGroup::idClicked, this, [this](int id) { this->draft()->setGoal(Goal(id)); });
}

void ModePage::buildModes(QVBoxLayout *layout)
{
    m_modeHeading = headingLabel(this);
    layout->addWidget(m_modeHeading);
    m_modes = new QButtonGroup(this);
    for (const ModeInfo &info : allModes()) {
        auto *row = new ModeRow(info.mode, this);
        row->setObjectName(u"mode-"_s + info.kernelName);
        m_modes->addButton(row, int(info.mode));
        m_rows.append(row);
        layout->addWidget(row);
    }
    // Toggled rather than clicked: the arrow keys of an exclusive group check without a click.
    connect(m_modes, &QButtonGroup::idToggled, this, [this](int id, bool checked) {
        if (checked && !isRefreshing())
            this->draft()->setMode(Mode(id));
    });
}

void ModePage::retranslate()
{
    //: @label name of the bond
    m_nameLabel->setText(tr("Na&me"));
    describe(m_name, tr("Name of the bond"),
             tr("At most 15 letters, digits, dots, hyphens or underscores, e.g. bond0"));
    //: @label where the configuration is to be applied
    m_targetLabel->setText(tr("Fo&r"));
    describe(m_target, tr("Where the bond is made"),
             tr("On this host, reverting unless confirmed, or as files for another host"));
    describe(m_format, tr("Format of the files"), tr("Which network service of the other host is to read them"));
    m_host = m_askHost();
    const int target = m_target->currentIndex();
    m_target->clear();
    m_target->addItems({tr("this host"), tr("another host: files in a folder"), tr("another host: one script")});
    m_target->setCurrentIndex(std::max(0, target));
    fillFormats();
    //: %1 is a sentence: which network service is in charge
    m_formatReason->setText(tr("On this host: %1").arg(m_host.reason));
    //: @title:group
    m_goalHeading->setText(tr("What matters most?"));
    int widest = 0;
    for (const GoalInfo &goal : allGoals()) {
        QAbstractButton *button = m_goals->button(int(goal.goal));
        button->setText(i18n::inCurrentLanguage(goal.title));
        describe(button, i18n::inCurrentLanguage(goal.title), i18n::inCurrentLanguage(goal.summary));
        widest = std::max(widest, button->sizeHint().width());
    }
    // In columns as long as the window is wide enough for two.
    for (QAbstractButton *button : m_goals->buttons())
        button->setMinimumWidth(widest + 8);
    //: @title:group
    m_modeHeading->setText(tr("Or choose the mode yourself"));
    if (isVisible())
        refresh();
}

void ModePage::fillFormats()
{
    m_format->clear();
    for (const formats::FormatChoice &choice : choicesFor(draft()->target().kind, m_host))
        m_format->addItem(nameOf(choice));
}

void ModePage::takeTarget()
{
    const Target former = draft()->target();
    Target target;
    target.kind = TargetKind(m_target->currentIndex());
    const QList<formats::FormatChoice> choices = choicesFor(target.kind, m_host);
    const qsizetype chosen = target.kind == former.kind ? std::max(0, m_format->currentIndex()) : 0;
    const formats::FormatChoice &choice = choices.at(std::min(chosen, choices.size() - 1));
    target.format = choice.format;
    if (choice.rhelMajor > 0)
        target.rhelMajor = choice.rhelMajor;
    draft()->setTarget(target);
}

void ModePage::refresh()
{
    if (m_name->text() != draft()->name())
        m_name->setText(draft()->name());
    m_name->setEnabled(draft()->editing().isEmpty());
    m_target->setCurrentIndex(int(draft()->target().kind));
    m_target->setEnabled(draft()->editing().isEmpty());
    const Target &target = draft()->target();
    fillFormats();
    m_format->setVisible(target.kind != TargetKind::ThisHost);
    m_formatReason->setVisible(!m_host.reason.isEmpty());
    const formats::FormatChoice chosen{target.format, target.format == FormatId::Ifcfg ? target.rhelMajor : 0};
    m_format->setCurrentIndex(int(choicesFor(target.kind, m_host).indexOf(chosen)));

    const auto goal = draft()->goal();
    std::optional<Mode> recommended;
    if (QAbstractButton *former = m_goals->checkedButton(); former && !goal) {
        m_goals->setExclusive(false); // or one stays checked
        former->setChecked(false);
        m_goals->setExclusive(true);
    }
    if (goal) {
        m_goals->button(int(*goal))->setChecked(true);
        const Recommendation advice = advise(*goal, draft()->host());
        recommended = advice.mode;
        QStringList words{tr("Recommended: mode %1 (%2). %3")
                              .arg(int(advice.mode))
                              .arg(kernelName(advice.mode), i18n::inCurrentLanguage(advice.reason))};
        for (const BilingualText &caution : advice.cautions)
            words.append(i18n::inCurrentLanguage(caution));
        m_reason->setText(joinSentences(words));
    }
    m_reason->setVisible(goal.has_value());
    for (ModeRow *row : std::as_const(m_rows)) {
        row->setRecommended(recommended == row->mode());
        row->setChecked(row->mode() == draft()->mode());
    }
    m_findings->setFindings(findingsOn(*draft(), PageId::Mode));
}

void ModePage::begin()
{
    for (ModeRow *row : std::as_const(m_rows))
        row->stayWhereItIs();
}

void ModePage::showField(const QString &field)
{
    if (field.startsWith(u"mode"))
        m_modes->button(int(draft()->mode()))->setFocus();
    else
        m_name->setFocus();
}

} // namespace bondwright::ui
