// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/applypage.h"
#include "common/actionicon.h"
#include "common/labels.h"
#include "common/pendingchange.h"
#include "common/retranslate.h"
#include "common/stateicon.h"
#include "domain/errorcode.h"
#include "models/texts.h"
#include "wizard/countdownring.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QUuid>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

using helper::TransactionState;

namespace
{

constexpr int maxPingRows = 60;

StateShape shapeOf(models::StepOutcome outcome)
{
    switch (outcome) {
    case models::StepOutcome::Done:
        return StateShape::Ok;
    case models::StepOutcome::Failed:
        return StateShape::Down;
    case models::StepOutcome::Skipped:
        return StateShape::Unknown;
    case models::StepOutcome::Running:
        break;
    }
    return StateShape::Changing;
}

QListWidget *makeList(QWidget *parent, int lines)
{
    auto *list = new QListWidget(parent);
    list->setWordWrap(true);
    list->setResizeMode(QListView::Adjust); // or lines are broken for the width that it had before
    list->setSelectionMode(QAbstractItemView::NoSelection);
    list->setMinimumHeight(parent->fontMetrics().height() * lines);
    return list;
}

/// Its lines may be commands: the selected ones go to the clipboard, all if none is.
QListWidget *makeCopiedList(QWidget *parent, int lines)
{
    QListWidget *list = makeList(parent, lines);
    list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    auto *copy = new QAction(list);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    QObject::connect(copy, &QAction::triggered, list, [list] {
        QStringList text;
        for (int row = 0; row < list->count(); ++row) {
            if (list->selectedItems().isEmpty() || list->item(row)->isSelected())
                text.append(list->item(row)->text());
        }
        QGuiApplication::clipboard()->setText(text.join(u'\n'));
    });
    list->addAction(copy);
    list->setContextMenuPolicy(Qt::ActionsContextMenu);
    return list;
}

} // namespace

ApplyPage::ApplyPage(PlanDraft *draft, const Services &services, PendingChange *pending, QWidget *parent)
    : WizardPage(PageId::Apply, draft, parent)
    , m_helper(services.helper)
    , m_pending(pending)
    , m_state(headingLabel(this))
    , m_steps(makeList(this, 6))
    , m_pingHeading(mutedLabel(this))
    , m_pings(makeList(this, 6))
    , m_result(textLabel(this, {}, true))
    , m_details(makeCopiedList(this, 4))
    , m_retry(new QPushButton(actionIcon(ActionIcon::Revert), {}, this))
    , m_monitor(new QPushButton(actionIcon(ActionIcon::Monitor), {}, this))
    , m_test(new QPushButton(actionIcon(ActionIcon::Test), {}, this))
    , m_makePinger(services.makePinger)
{
    m_details->setObjectName(u"details"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_state);
    layout->addWidget(m_result);
    layout->addWidget(m_details);
    auto *next = new QHBoxLayout;
    next->setSpacing(8);
    next->addWidget(m_retry);
    next->addWidget(m_monitor);
    next->addWidget(m_test);
    next->addStretch(1);
    layout->addLayout(next);
    buildDecision(layout);
    buildFiles(layout);
    layout->addWidget(m_steps, 2);
    layout->addWidget(m_pingHeading);
    layout->addWidget(m_pings, 1);
    layout->addStretch(0); // takes the room while no list is shown
    m_pings->setFont(fixedFont(font()));
    for (QWidget *widget : QList<QWidget *>{m_result, m_details, m_retry, m_monitor, m_test, m_pingHeading, m_pings,
                                            m_decision, m_filesBox})
        widget->hide();
    connect(services.helper, &helper::HelperClient::stepProgressed, this, &ApplyPage::takeStep);
    connect(pending, &PendingChange::changed, this, &ApplyPage::takeTransaction);
    connect(pending, &PendingChange::secondsChanged, this,
            [this](int left) { m_ring->setSeconds(left, m_pending->secondsTotal()); });
    connect(pending, &PendingChange::refused, this, [this](const Error &error) { m_answer->setText(error.text()); });
    m_retry->setObjectName(u"retry"_s);
    connect(m_retry, &QPushButton::clicked, this, &ApplyPage::ask);
    connect(m_monitor, &QPushButton::clicked, this, [this] { Q_EMIT monitorRequested(this->draft()->name()); });
    connect(m_test, &QPushButton::clicked, this, [this] { Q_EMIT testRequested(this->draft()->name()); });
    retranslateWith(this, [this] { retranslate(); });
}

void ApplyPage::buildDecision(QVBoxLayout *layout)
{
    m_decision = new QWidget(this);
    m_ring = new CountdownRing(m_decision);
    m_question = headingLabel(m_decision, {}, 1.2);
    m_answer = mutedLabel(m_decision);
    m_revert = new QPushButton(actionIcon(ActionIcon::Revert), {}, m_decision);
    m_revert->setObjectName(u"revert"_s);
    m_extend = new QPushButton(m_decision);
    m_extend->setObjectName(u"extend"_s);
    m_keep = new QPushButton(actionIcon(ActionIcon::Keep), {}, m_decision);
    m_keep->setObjectName(u"keep"_s);
    // Enter in passing must decide nothing: no button here is a default button, and none begins with the focus.
    for (QPushButton *button : {m_revert, m_extend, m_keep})
        button->setAutoDefault(false);
    auto *row = new QHBoxLayout(m_decision);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(m_ring);
    auto *right = new QVBoxLayout;
    right->addStretch(1);
    right->addWidget(m_question);
    right->addWidget(m_answer);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_revert);
    buttons->addWidget(m_extend);
    buttons->addStretch(1);
    buttons->addWidget(m_keep);
    right->addLayout(buttons);
    right->addStretch(1);
    row->addLayout(right, 1);
    layout->addWidget(m_decision);
    connect(m_keep, &QPushButton::clicked, m_pending, &PendingChange::keep);
    connect(m_revert, &QPushButton::clicked, m_pending, &PendingChange::revert);
    connect(m_extend, &QPushButton::clicked, m_pending, &PendingChange::extend);
}

void ApplyPage::retranslate()
{
    describe(m_steps, tr("Steps"), tr("What has been done and how long it took"));
    describe(m_pings, tr("Answers to the ping"), tr("Whether the gateway can be reached while it changes"));
    //: @action:inmenu lines of a list to the clipboard
    m_details->actions().constFirst()->setText(tr("&Copy"));
    describe(m_details, tr("What differs, item by item"), tr("Why it was reverted, or what is left to do by hand"));
    //: @action:button keeps the applied change
    m_keep->setText(tr("&Keep"));
    describe(m_keep, tr("Keep this configuration"), tr("The countdown ends and the new configuration stays"));
    //: @action:button takes the change back
    m_revert->setText(tr("&Revert now"));
    describe(m_revert, tr("Revert now to the configuration from before"),
             tr("What happens anyway when the time is up"));
    //: @action:button more time before the change reverts
    m_extend->setText(tr("&More time"));
    describe(m_extend, tr("More time to decide, once"), tr("The same time again, at most 10 minutes from now"));
    m_question->setText(tr("Keep this configuration? Otherwise it reverts when the time is up."));
    //: @action:button asks the helper once more
    m_retry->setText(tr("&Try again"));
    describe(m_retry, tr("Try again"), tr("Asks for permission once more"));
    //: @action:button
    m_monitor->setText(tr("&Monitor"));
    //: @action:button
    m_test->setText(tr("&Test failover…"));
    describe(m_monitor, tr("Monitor"), tr("Monitor the new bond live"));
    describe(m_test, tr("Test failover"), tr("Pull each cable once and measure"));
    describe(m_where, tr("Where the files go"), tr("A folder, or the name of the script"));
    //: @action:button chooses a folder or file
    m_browse->setText(tr("Br&owse…"));
    describe(m_browse, tr("Browse"), tr("Chooses where the files go"));
    //: @option:check
    m_replace->setText(tr("Replace files that are there"));
    describe(m_replace, tr("Replace files that are there"), tr("Otherwise an existing file stops the writing"));
    //: @action:button
    m_write->setText(tr("&Write"));
    describe(m_write, tr("Write"), tr("Writes the files to that place; nothing on this host changes"));
    showPingHeading();
    if (isVisible())
        refresh();
    takeTransaction();
}

void ApplyPage::refresh()
{
    const bool here = draft()->target().kind == TargetKind::ThisHost;
    m_filesBox->setVisible(!here && !m_isDone);
    // By the same request the helper would answer for the plan that it was asked for.
    if (!here || draft()->plan() != m_plan)
        m_retry->hide();
    m_steps->setVisible(here);
    if (!here) {
        const bool isScript = draft()->target().kind == TargetKind::Script;
        m_state->setText(isScript ? tr("One script for the other host") : tr("Files for the other host"));
        m_filesText->setText(isScript ? tr("Copy it to that host and run it there as root: it saves, writes, tests, "
                                           "and reverts everything unless confirmed.")
                                      : tr("Written below this folder with their paths kept."));
        m_write->setEnabled(!m_files.isEmpty());
    } else if (!m_isApplying && !m_isDone) {
        m_state->setText(tr("Nothing has been changed yet. “Apply” on the review page begins."));
    }
}

void ApplyPage::beginDraft()
{
    clearProgress();
    endPing();
    m_settled.reset();
    m_files.clear();
    m_where->clear();
    m_replace->setChecked(false);
}

void ApplyPage::clearProgress()
{
    m_isApplying = false;
    m_isDone = false;
    m_steps->clear();
    m_progress.clear();
    m_transactionId.clear();
    m_answer->clear();
    for (QWidget *widget : QList<QWidget *>{m_result, m_details, m_retry, m_monitor, m_test, m_decision})
        widget->hide();
}

void ApplyPage::apply(const QString &digest, std::optional<RehearsalOutcome> rehearsed)
{
    m_plan = draft()->plan();
    m_request = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_digest = digest;
    m_rehearsed = rehearsed;
    ask();
}

/// Also once more: where only the answer was lost, the helper knows the request and answers with the change it began.
void ApplyPage::ask()
{
    clearProgress();
    m_isApplying = true;
    m_state->setText(tr("Asking for permission…"));
    startPing();
    helper::ApplyOptions options;
    options.confirmWithin = draft()->confirmWithin();
    options.pingTarget = draft()->pingTarget();
    options.digest = m_digest;
    options.rehearsed = m_rehearsed;
    m_pending->expectOwn();
    m_helper->apply(m_request, m_plan, options, this, [this](const Result<helper::Ticket> &ticket) {
        if (!ticket) {
            m_pending->setTicket({});
            showRefusal(ticket.error());
            return;
        }
        m_transactionId = ticket->id;
        m_pending->setTicket(*ticket);
        takeTransaction();
    });
}

void ApplyPage::showRefusal(const Error &error)
{
    m_isApplying = false;
    delete m_pinger;
    m_pinger = nullptr;
    if (error.code == errorcode::notAuthorized)
        m_state->setText(tr("Not allowed. Nothing was changed."));
    else if (error.code == errorcode::unreachable || error.code == errorcode::hostOffline)
        m_state->setText(tr("No answer came. If the change has begun, it reverts by itself unless confirmed."));
    else
        m_state->setText(tr("Not applied. Nothing was changed."));
    m_result->setText(error.text());
    m_result->show();
    // What was changed behind the review must be reviewed again; all else may go well the next time.
    m_retry->setVisible(error.code != errorcode::conflict && error.code != u"helper.invalid");
    m_pending->refresh();
    Q_EMIT finished();
}

void ApplyPage::takeStep(const helper::StepProgress &step)
{
    if (!m_isApplying)
        return;
    m_progress.take(step);
    showSteps();
}

void ApplyPage::showSteps()
{
    const auto &steps = m_progress.steps();
    while (m_steps->count() < steps.size())
        m_steps->addItem(new QListWidgetItem);
    for (int row = 0; row < steps.size(); ++row) {
        const models::ChangeSteps::Step &step = steps.at(row);
        m_steps->item(row)->setIcon(stateIcon(shapeOf(step.outcome)));
        m_steps->item(row)->setText(models::ChangeSteps::text(step));
    }
    m_steps->scrollToBottom();
}

void ApplyPage::takeTransaction()
{
    const helper::Transaction &now = m_pending->transaction();
    if (!m_isApplying || m_transactionId.isEmpty() || now.id != m_transactionId)
        return;
    m_progress.take(now);
    showSteps();
    m_decision->setVisible(now.state == TransactionState::AwaitingConfirm);
    m_extend->setEnabled(!now.extended);
    switch (now.state) {
    case TransactionState::None:
        return;
    case TransactionState::Preparing:
        m_state->setText(tr("Preparing…"));
        return;
    case TransactionState::Writing:
        m_state->setText(tr("Writing the files…"));
        return;
    case TransactionState::Activating:
        m_state->setText(tr("Activating…"));
        return;
    case TransactionState::Verifying:
        m_state->setText(tr("Comparing the kernel's state with the plan…"));
        return;
    case TransactionState::AwaitingConfirm:
        // Where it runs only until the next restart, that is said before it is kept.
        m_state->setText((now.isCompared ? tr("It works: the kernel's state equals the plan.")
                                         : tr("It is done, but the kernel's state was not compared with the plan: "
                                              "look at the bond before you keep it."))
                         + (now.lasting.isEmpty() ? QString() : u'\n' + now.lasting));
        m_ring->setSeconds(m_pending->secondsLeft(), m_pending->secondsTotal());
        return;
    case TransactionState::RollingBack:
        m_state->setText(tr("Reverting to the configuration from before…"));
        return;
    case TransactionState::Done:
    case TransactionState::RolledBack:
    case TransactionState::Failed:
        showResult(now);
        return;
    }
}

void ApplyPage::showResult(const helper::Transaction &transaction)
{
    m_isApplying = false;
    m_isDone = true;
    if (m_pinger)
        m_pinger->stop();
    m_pingHeading->hide();
    m_pings->hide();
    m_result->show();
    // Where a step failed, its cause stands there, and only there.
    const bool isTold = m_progress.tellsCause();
    QStringList details = isTold ? QStringList() : transaction.differences;
    QStringList result;
    if (!isTold && !transaction.reason.isEmpty())
        result.append(transaction.reason);
    switch (transaction.state) {
    case TransactionState::Done:
        m_settled = m_plan;
        m_state->setText(tr("%1 is applied and kept.").arg(transaction.bond));
        m_result->setText((transaction.lasting.isEmpty() ? QString() : transaction.lasting + u'\n')
                          + tr("Next: open the monitor, then pull each cable once with the failover test."));
        m_monitor->show();
        m_test->show();
        m_monitor->setFocus();
        break;
    case TransactionState::RolledBack:
        m_state->setText(tr("The change was reverted. Everything is as it was before."));
        m_result->setText(result.join(u'\n'));
        m_result->setVisible(!result.isEmpty());
        break;
    default:
        m_state->setText(tr("The change failed and could not be reverted completely."));
        result.append(tr("Do this by hand:"));
        m_result->setText(result.join(u'\n'));
        details = transaction.manualSteps + details;
        break;
    }
    m_details->clear();
    m_details->addItems(details);
    m_details->setVisible(!details.isEmpty());
    Q_EMIT finished();
}

void ApplyPage::endPing()
{
    delete m_pinger;
    m_pinger = nullptr;
    m_pings->clear();
    m_pings->hide();
    m_pingHeading->hide();
}

void ApplyPage::startPing()
{
    endPing();
    QString text = draft()->pingTarget();
    if (text.isEmpty())
        text = draft()->plan().ipv4.gateway.text();
    const auto address = ping::parseTarget(text);
    m_pingHeading->setVisible(address.has_value());
    m_pings->setVisible(address.has_value());
    if (!address)
        return;
    m_pingText = text;
    m_pingTrouble.clear();
    showPingHeading();
    ping::PingTarget target;
    target.address = *address;
    target.interval = std::chrono::milliseconds(500);
    m_pinger = m_makePinger(target, this);
    if (!m_pinger)
        return;
    connect(m_pinger, &ping::Pinger::replied, this, &ApplyPage::takeReply);
    connect(m_pinger, &ping::Pinger::troubleOccurred, this,
            [this](const QString &words, ping::Pinger::Trouble trouble) {
                m_pingTrouble = words;
                m_pingTroubleKind = trouble;
                showPingHeading();
            });
    m_pinger->start();
}

void ApplyPage::showPingHeading()
{
    m_pingHeading->setText(tr("Ping to %1").arg(m_pingText)
                           + (m_pingTrouble.isEmpty() ? QString() : u'\n' + m_pingTrouble));
}

void ApplyPage::takeReply(const ping::PingReply &reply)
{
    auto *item = new QListWidgetItem;
    if (reply.rtt) {
        if (m_pingTroubleKind == ping::Pinger::Trouble::Passing)
            m_pingTrouble.clear(); // it is over
        showPingHeading();
        const double ms = double(reply.rtt->count()) / 1e6;
        item->setText(u"#%1  %2 ms"_s.arg(reply.sequence).arg(ms, 0, 'f', 2));
        item->setIcon(stateIcon(StateShape::Ok));
    } else {
        //: @status a ping that was not answered; %1 its number
        item->setText(tr("#%1  no answer").arg(reply.sequence));
        item->setIcon(stateIcon(StateShape::Down));
    }
    m_pings->addItem(item);
    if (m_pings->count() > maxPingRows)
        delete m_pings->takeItem(0);
    m_pings->scrollToBottom();
}

} // namespace bondwright::ui
