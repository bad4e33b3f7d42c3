// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/reviewpage.h"
#include "common/diffview.h"
#include "common/findingsview.h"
#include "common/fonts.h"
#include "common/labels.h"
#include "common/retranslate.h"
#include "common/switchpane.h"
#include "diagnosis/healthkeeper.h"
#include "domain/errorcode.h"
#include "domain/switchside.h"
#include "helperclient/helperclient.h"
#include "kernel/kernelsource.h"
#include "kernel/planverifier.h"
#include "models/texts.h"
#include "wizard/otherhost.h"
#include "wizard/outcomecolumn.h"
#include "wizard/rehearsalpane.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bondwright::ui
{

ReviewPage::ReviewPage(PlanDraft *draft, const Services &services, QWidget *parent)
    : WizardPage(PageId::Review, draft, parent)
    , m_services(services)
    , m_summary(textLabel(this))
    , m_findings(new FindingsView(this))
    , m_rehearsal(new RehearsalPane(services, this))
    , m_interruptions(textLabel(this))
    , m_filesHeading(headingLabel(this))
    , m_filesNote(mutedLabel(this))
    , m_diff(new DiffView(this))
    , m_switchBox(new QWidget(this))
    , m_switchHeading(headingLabel(m_switchBox))
    , m_switch(new SwitchPane(m_switchBox))
    , m_wait(new QTimer(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_summary);
    layout->addWidget(m_findings);
    layout->addWidget(m_rehearsal);
    layout->addWidget(m_interruptions);
    buildSafety(layout);
    layout->addSpacing(8);
    layout->addWidget(m_filesHeading);
    layout->addWidget(m_filesNote);
    m_diff->setMinimumHeight(fontMetrics().height() * 12);
    layout->addWidget(m_diff, 1);
    layout->addSpacing(8);
    auto *switchLayout = new QVBoxLayout(m_switchBox);
    switchLayout->setContentsMargins(0, 0, 0, 0);
    switchLayout->addWidget(m_switchHeading);
    switchLayout->addWidget(m_switch);
    layout->addWidget(m_switchBox);
    layout->addStretch(0); // takes the room while no files are shown
    connect(m_findings, &FindingsView::findingActivated, this,
            [this](const Finding &finding) { Q_EMIT fieldRequested(finding.field); });
    // The draft may change with every key on this page too; the helper is asked once it has come to rest.
    m_wait->setSingleShot(true);
    m_wait->setInterval(150ms);
    connect(m_wait, &QTimer::timeout, this, &ReviewPage::fetchPreview);
    connect(services.helper, &helper::HelperClient::reachableChanged, this, [this] {
        m_isPreviewed = false; // with the helper there is more to see
        if (isVisible())
            askSoon();
    });
    retranslateWith(this, [this] { retranslate(); });
}

void ReviewPage::buildSafety(QVBoxLayout *layout)
{
    m_safetyBox = new QWidget(this);
    m_safetyHeading = headingLabel(m_safetyBox);
    m_safetyText = mutedLabel(m_safetyBox);
    m_secondsLabel = new QLabel(m_safetyBox);
    m_seconds = new QSpinBox(m_safetyBox);
    m_seconds->setObjectName(u"seconds"_s);
    m_seconds->setRange(10, 600);
    m_seconds->setSingleStep(10);
    m_seconds->setMaximumWidth(characterWidth(fontMetrics()) * 16);
    m_secondsLabel->setBuddy(m_seconds);
    m_pingLabel = new QLabel(m_safetyBox);
    m_ping = new QLineEdit(m_safetyBox);
    m_ping->setObjectName(u"ping"_s);
    m_ping->setMaximumWidth(characterWidth(fontMetrics()) * 32);
    m_pingLabel->setBuddy(m_ping);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->addRow(m_secondsLabel, m_seconds);
    form->addRow(m_pingLabel, m_ping);
    auto *box = new QVBoxLayout(m_safetyBox);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(4);
    box->addWidget(m_safetyHeading);
    box->addWidget(m_safetyText);
    box->addLayout(form);
    layout->addWidget(m_safetyBox);
    connect(m_seconds, &QSpinBox::valueChanged, this, [this](int value) {
        if (!isRefreshing())
            draft()->setConfirmWithin(std::chrono::seconds(value));
    });
    connect(m_ping, &QLineEdit::textEdited, this, [this](const QString &text) {
        draft()->setPingTarget(text.trimmed());
        Q_EMIT previewChanged();
    });
}

void ReviewPage::retranslate()
{
    //: @title:group
    m_filesHeading->setText(tr("What changes in the files"));
    //: @title:group
    m_switchHeading->setText(tr("On the switch, first"));
    //: @title:group
    m_safetyHeading->setText(tr("The safety net"));
    m_safetyText->setText(tr("The files are saved first. If you do not confirm in time, if this window or the "
                             "connection dies, or if the address below does not answer, everything reverts."));
    //: @label:spinbox
    m_secondsLabel->setText(tr("Reverts &unless confirmed within"));
    //: @label unit seconds, with a leading blank
    m_seconds->setSuffix(tr(" s"));
    describe(m_seconds, tr("Seconds until it reverts by itself"), tr("Between 10 seconds and 10 minutes"));
    //: @label:textbox
    m_pingLabel->setText(tr("Must ans&wer afterwards"));
    m_ping->setPlaceholderText(tr("whatever answered before"));
    describe(m_ping, tr("Address that must answer afterwards"),
             tr("If it does not, everything reverts; empty: what answers now must answer then"));
    m_isPreviewed = false; // some of it is in words, and those come from elsewhere
    if (isVisible())
        refresh();
}

void ReviewPage::refresh()
{
    const BondPlan plan = draft()->plan();
    const QStringList names = plan.slaveNames();
    m_summary->setText(
        tr("%1 bonds %2 in mode %3 (%4); address: %5.")
            .arg(plan.name, names.isEmpty() ? tr("nothing yet") : names.join(u" + "_s), kernelName(plan.mode))
            .arg(int(plan.mode))
            .arg(addressSummary(*draft())));
    showFindings();
    const bool here = draft()->target().kind == TargetKind::ThisHost;
    m_safetyBox->setVisible(here);
    m_seconds->setValue(int(draft()->confirmWithin().count()));
    if (!m_ping->hasFocus())
        m_ping->setText(draft()->pingTarget());
    showSwitch();
    if (isPreviewed())
        rehearse();
    else
        askSoon();
}

bool ReviewPage::isPreviewed() const
{
    return m_isPreviewed && m_previewed == draft()->plan() && m_previewedFor == draft()->target();
}

void ReviewPage::askSoon()
{
    m_wait->start();
    setKnowledge(Knowledge::Awaited);
}

void ReviewPage::setKnowledge(Knowledge knowledge)
{
    m_knowledge = knowledge;
    Q_EMIT previewChanged();
}

void ReviewPage::fetchPreview()
{
    m_previewed = draft()->plan();
    m_previewedFor = draft()->target();
    ++m_question;
    m_isPreviewed = true;
    m_digest.clear();
    m_answer.reset();
    setKnowledge(Knowledge::Awaited);
    rehearse();
    if (hasErrors(draft()->findings())) {
        m_files.clear();
        m_diff->hide();
        m_interruptions->hide();
        m_filesNote->setText(tr("Shown once the errors above are fixed."));
        setKnowledge(Knowledge::Failed);
    } else if (draft()->target().kind != TargetKind::ThisHost) {
        renderForOthers();
    } else if (isRenderedHere()) {
        renderHere();
    } else {
        askHelper();
    }
}

/// In the background: nothing waits for it.
void ReviewPage::rehearse()
{
    const bool isHere = draft()->target().kind == TargetKind::ThisHost && !m_services.isRecording();
    m_rehearsal->setVisible(isHere && !m_services.rehearsalProgram.isEmpty());
    if (!m_rehearsal->isVisible())
        return;
    if (hasErrors(draft()->findings()))
        m_rehearsal->clear(tr("Rehearsed once the errors above are fixed."));
    else
        m_rehearsal->rehearse(m_previewed, draft()->host());
}

std::optional<RehearsalOutcome> ReviewPage::rehearsed() const
{
    const auto &report = m_rehearsal->report();
    return report && m_previewed == draft()->plan() ? std::optional(report->outcome) : std::nullopt;
}

/// Another host's network service and files are not those of this one.
bool ReviewPage::isRenderedHere() const
{
    return m_services.isRecording() || (!m_services.helper->isReachable() && !m_services.isElsewhere());
}

void ReviewPage::askHelper()
{
    m_filesNote->setText(tr("Asking the helper…"));
    const auto take = [this, question = m_question](const Result<helper::Preview> &answer) {
        if (question != m_question)
            return;
        if (answer) {
            m_answer = *answer;
            showPreview(*answer);
        } else if (answer.error().code == errorcode::unreachable && !m_services.isElsewhere()) {
            renderHere();
        } else {
            showTrouble(answer.error());
        }
    };
    m_services.helper->preview(m_previewed, helper::Backend::Auto, this, take);
}

void ReviewPage::renderHere()
{
    // The new files can be shown without privileges; some of the present ones cannot.
    m_filesNote->setText(tr("Making the files…"));
    renderForThisHost(m_previewed, this, [this, question = m_question](const Result<QList<helper::FileDiff>> &files) {
        if (question == m_question)
            showRendered(files,
                         tr("The files of a new bond, without what other files of this host say: only the "
                            "helper may read those."));
    });
}

void ReviewPage::renderForOthers()
{
    m_filesNote->setText(tr("Making the files…"));
    const auto take = [this, question = m_question](const Result<QList<helper::FileDiff>> &files) {
        if (question == m_question)
            showRendered(
                files, files ? tr("%n file(s), as the other host gets them.", nullptr, int(files->size())) : QString());
    };
    renderForOtherHost(m_previewed, m_previewedFor, this, take);
}

void ReviewPage::showRendered(const Result<QList<helper::FileDiff>> &files, const QString &note)
{
    if (!files) {
        showTrouble(files.error());
        return;
    }
    helper::Preview preview;
    preview.files = *files;
    showPreview(preview);
    m_interruptions->hide();
    m_filesNote->setText(note);
}

bool ReviewPage::isAnswered() const
{
    return m_answer && isPreviewed();
}

std::optional<QStringList> ReviewPage::interruptions() const
{
    return isAnswered() ? std::optional(m_answer->interruptions) : std::nullopt;
}

bool ReviewPage::changesNothing() const
{
    return isAnswered() && m_answer->files.isEmpty()
        && kernel::verifyPlan(m_previewed, m_services.source->snapshot()).isEmpty();
}

void ReviewPage::showTrouble(const Error &error)
{
    m_files.clear();
    m_diff->hide();
    m_interruptions->hide();
    m_filesNote->setText(error.text());
    m_isPreviewed = false;
    setKnowledge(Knowledge::Failed);
}

void ReviewPage::showPreview(const helper::Preview &preview)
{
    m_files = preview.files;
    m_digest = preview.digest;
    m_diff->setFiles(preview.files);
    m_diff->setVisible(!preview.files.isEmpty());
    m_filesNote->setText(preview.files.isEmpty()
                             ? tr("No file changes.")
                             : tr("%n file(s), written for %1.", nullptr, int(preview.files.size()))
                                   .arg(models::Texts::serviceOf(preview.backend.value_or(helper::Backend::Auto))));
    m_interruptions->setVisible(true);
    m_interruptions->setText(preview.interruptions.isEmpty() ? tr("No connection is interrupted.")
                                                             : preview.interruptions.join(u'\n'));
    showFindings();
    setKnowledge(Knowledge::Complete);
}

/// The helper sees what this program cannot: its findings about this host join the others.
void ReviewPage::showFindings()
{
    QList<Finding> all = draft()->findings();
    for (const Finding &finding : isAnswered() ? m_answer->findings : QList<Finding>()) {
        const auto isSame
            = [&finding](const Finding &known) { return known.code == finding.code && known.field == finding.field; };
        if (std::none_of(all.cbegin(), all.cend(), isSame))
            all.append(finding);
    }
    m_findings->setFindings(all, &FindingsView::showText);
}

void ReviewPage::showSwitch()
{
    const BondPlan plan = draft()->plan();
    m_switchBox->setVisible(switchNeedOf(plan) != SwitchNeed::Nothing);
    m_switch->setPlan(plan, diagnosis::HealthKeeper::of(m_services.source)->ports());
}

} // namespace bondwright::ui
