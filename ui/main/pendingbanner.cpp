// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/pendingbanner.h"
#include "common/actionicon.h"
#include "common/labels.h"
#include "common/palette.h"
#include "common/pendingchange.h"
#include "common/retranslate.h"
#include "models/changesteps.h"
#include "wizard/countdownring.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

namespace
{

constexpr std::chrono::seconds keptShownFor{10};

} // namespace

using helper::TransactionState;

PendingBanner::PendingBanner(PendingChange *pending, QWidget *parent)
    : QWidget(parent)
    , m_pending(pending)
    , m_text(textLabel(this))
    , m_keep(new QPushButton(actionIcon(ActionIcon::Keep), {}, this))
    , m_revert(new QPushButton(actionIcon(ActionIcon::Revert), {}, this))
    , m_extend(new QPushButton(this))
    , m_dismiss(new QPushButton(this))
{
    m_keep->setObjectName(u"banner-keep"_s);
    m_revert->setObjectName(u"banner-revert"_s);
    m_extend->setObjectName(u"banner-extend"_s);
    m_gone.setSingleShot(true);
    m_gone.setInterval(keptShownFor);
    connect(&m_gone, &QTimer::timeout, m_dismiss, &QPushButton::click);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 12, 6);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_revert);
    row->addWidget(m_extend);
    row->addWidget(m_keep);
    row->addWidget(m_dismiss);
    hide();
    connect(m_keep, &QPushButton::clicked, pending, &PendingChange::keep);
    connect(m_revert, &QPushButton::clicked, pending, &PendingChange::revert);
    connect(m_extend, &QPushButton::clicked, pending, &PendingChange::extend);
    connect(m_dismiss, &QPushButton::clicked, this, [this] {
        m_isDismissed = true;
        m_refusal.clear();
        refresh();
    });
    connect(pending, &PendingChange::changed, this, [this] {
        // A result is shown only for what was seen running: an old one is no news.
        if (m_pending->isRunning()) {
            m_wasRunning = true;
            m_isDismissed = false;
        } else if (!m_wasRunning) {
            m_isDismissed = true;
        }
        m_refusal.clear();
        // A success disappears by itself; the reason of a revert stays until it is dismissed.
        if (m_pending->transaction().state == TransactionState::Done)
            m_gone.start();
        else
            m_gone.stop();
        refresh();
    });
    connect(pending, &PendingChange::secondsChanged, this, &PendingBanner::refresh);
    connect(pending, &PendingChange::refused, this, [this](const Error &error) {
        m_refusal = error.text();
        m_isDismissed = false;
        refresh();
    });
    retranslateWith(this, [this] {
        //: @action:button keeps the applied change
        m_keep->setText(tr("&Keep"));
        describe(m_keep, tr("Keep the change"), tr("The countdown ends and the new configuration stays"));
        //: @action:button more time before the change reverts
        m_extend->setText(tr("&More time"));
        describe(m_extend, tr("More time to decide, once"), tr("The same time again, at most 10 minutes from now"));
        //: @action:button reverts the change
        m_revert->setText(tr("&Revert now"));
        describe(m_revert, tr("Revert now"), tr("The configuration from before comes back at once"));
        //: @action:button hides a message
        m_dismiss->setText(tr("Dismiss"));
        describe(m_dismiss, tr("Dismiss"), tr("Hides this message"));
        refresh();
    });
}

QString PendingBanner::words() const
{
    const helper::Transaction &now = m_pending->transaction();
    const QString bond = now.bond;
    switch (now.state) {
    case TransactionState::None:
        return {};
    case TransactionState::AwaitingConfirm: {
        const QString time = clockText(m_pending->secondsLeft());
        QString text = now.action == ChangeAction::Remove ? tr("%1 was removed. Reverting in %2").arg(bond, time)
            : now.action == ChangeAction::Restore         ? tr("A backup was restored. Reverting in %1").arg(time)
                                                          : tr("%1 was changed. Reverting in %2").arg(bond, time);
        if (!m_refusal.isEmpty())
            text += u" — "_s + m_refusal;
        return text;
    }
    case TransactionState::Done:
        return now.action == ChangeAction::Remove ? tr("The removal of %1 is kept.").arg(bond)
            : now.action == ChangeAction::Restore ? tr("The restored backup is kept.")
                                                  : tr("The change of %1 is kept.").arg(bond);
    case TransactionState::RolledBack:
    case TransactionState::Failed:
        return outcome();
    default:
        return progress();
    }
}

QString PendingBanner::outcome() const
{
    const helper::Transaction &now = m_pending->transaction();
    const QString cause = models::causeOf(now);
    const bool isRemoval = now.action == ChangeAction::Remove;
    if (now.state == TransactionState::RolledBack)
        //: @status %1 a bond, %2 a sentence: why
        return isRemoval ? tr("The removal of %1 was reverted; everything is as before. %2").arg(now.bond, cause)
            : now.action == ChangeAction::Restore
            //: @status %1 a sentence: why
            ? tr("The restored backup was reverted; everything is as before. %1").arg(cause)
            : tr("The change of %1 was reverted; everything is as before. %2").arg(now.bond, cause);
    //: @status %1 a bond, %2 a sentence: why
    return (isRemoval ? tr("The removal of %1 failed. %2").arg(now.bond, cause)
                : now.action == ChangeAction::Restore
                //: @status %1 a sentence: why
                ? tr("Restoring a backup failed. %1").arg(cause)
                : tr("The change of %1 failed. %2").arg(now.bond, cause))
        + u'\n' + now.manualSteps.join(u'\n');
}

QString PendingBanner::progress() const
{
    const helper::Transaction &now = m_pending->transaction();
    if (now.state == TransactionState::RollingBack)
        //: @status %1 a bond
        return now.action == ChangeAction::Remove ? tr("Reverting the removal of %1…").arg(now.bond)
            : now.action == ChangeAction::Restore ? tr("Reverting the restored backup…")
                                                  : tr("Reverting the change of %1…").arg(now.bond);
    // A change of another user is told with that user's name; this user's own, made as root, needs none.
    if (!now.ownerName.isEmpty() && !m_pending->isOwn())
        //: @status %1 a user, %2 a bond
        return tr("%1 is changing %2…").arg(now.ownerName, now.bond);
    //: @status %1 a bond
    return now.action == ChangeAction::Remove ? tr("Removing %1…").arg(now.bond)
        : now.action == ChangeAction::Restore ? tr("Restoring a backup…")
                                              : tr("Changing %1…").arg(now.bond);
}

void PendingBanner::refresh()
{
    const bool isRunning = m_pending->isRunning();
    const QString text = m_pending->transaction().state == TransactionState::None ? m_refusal : words();
    m_text->setText(text);
    // Steps to take by hand are commands.
    m_text->setTextInteractionFlags(m_pending->transaction().manualSteps.isEmpty()
                                        ? Qt::NoTextInteraction
                                        : Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setFocusPolicy(m_pending->transaction().manualSteps.isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
    setVisible(!text.isEmpty() && (isRunning || !m_isDismissed));
    m_keep->setVisible(m_pending->isAwaitingConfirm());
    m_revert->setVisible(m_pending->isAwaitingConfirm());
    m_extend->setVisible(m_pending->isAwaitingConfirm());
    m_extend->setEnabled(!m_pending->transaction().extended);
    m_dismiss->setVisible(!isRunning);
    setAccessibleName(text);
    update();
}

StateTone PendingBanner::tone() const
{
    switch (m_pending->transaction().state) {
    case TransactionState::Failed:
        return StateTone::Critical;
    case TransactionState::Done:
        return StateTone::Good;
    default:
        return StateTone::Caution; // under way, or reverted: not what was wanted
    }
}

void PendingBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const StateTone tone = PendingBanner::tone();
    painter.fillRect(rect(), toneBackground(tone, palette()));
    painter.fillRect(QRect(0, height() - 1, width(), 1), toneColour(tone, palette()));
}

} // namespace bondwright::ui
