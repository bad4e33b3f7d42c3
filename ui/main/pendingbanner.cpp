// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/pendingbanner.h"
#include "common/actionicon.h"
#include "common/labels.h"
#include "common/palette.h"
#include "common/pendingchange.h"
#include "common/retranslate.h"
#include "wizard/countdownring.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

using helper::TransactionState;

PendingBanner::PendingBanner(PendingChange *pending, QWidget *parent)
    : QWidget(parent)
    , m_pending(pending)
    , m_text(textLabel(this))
    , m_keep(new QPushButton(actionIcon(ActionIcon::Keep), {}, this))
    , m_revert(new QPushButton(actionIcon(ActionIcon::Revert), {}, this))
    , m_dismiss(new QPushButton(this))
{
    m_keep->setObjectName(u"banner-keep"_s);
    m_revert->setObjectName(u"banner-revert"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 12, 6);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_revert);
    row->addWidget(m_keep);
    row->addWidget(m_dismiss);
    hide();
    connect(m_keep, &QPushButton::clicked, pending, &PendingChange::keep);
    connect(m_revert, &QPushButton::clicked, pending, &PendingChange::revert);
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
        refresh();
    });
    connect(pending, &PendingChange::secondsChanged, this, &PendingBanner::refresh);
    connect(pending, &PendingChange::refused, this, [this](const Error &error) {
        m_refusal = error.message + u' ' + error.hint;
        m_isDismissed = false;
        refresh();
    });
    retranslateWith(this, [this] {
        //: @action:button keeps the applied change
        m_keep->setText(tr("&Keep"));
        describe(m_keep, tr("Keep the change"), tr("The countdown ends and the new configuration stays"));
        //: @action:button takes the change back
        m_revert->setText(tr("&Revert now"));
        describe(m_revert, tr("Revert the change now"), tr("The configuration from before comes back at once"));
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
        QString text = now.action == u"remove" ? tr("%1 was removed. Reverting in %2").arg(bond, time)
            : now.action == u"restore"         ? tr("A backup was restored. Reverting in %1").arg(time)
                                               : tr("%1 was changed. Reverting in %2").arg(bond, time);
        if (!m_refusal.isEmpty())
            text += u" — "_s + m_refusal;
        return text;
    }
    case TransactionState::Done:
        return tr("The change is kept.");
    case TransactionState::RolledBack:
        return tr("The change was taken back; everything is as before. %1").arg(now.reason);
    case TransactionState::Failed:
        return tr("The change failed. %1").arg(now.reason) + u'\n' + now.manualSteps.join(u'\n');
    case TransactionState::RollingBack:
        return tr("Taking the change back…");
    default:
        return tr("A change is being made by %1…").arg(now.ownerName.isEmpty() ? tr("this program") : now.ownerName);
    }
}

void PendingBanner::refresh()
{
    const bool isRunning = m_pending->isRunning();
    const QString text = m_pending->transaction().state == TransactionState::None ? m_refusal : words();
    m_text->setText(text);
    setVisible(!text.isEmpty() && (isRunning || !m_isDismissed));
    m_keep->setVisible(m_pending->isAwaitingConfirm());
    m_revert->setVisible(m_pending->isAwaitingConfirm());
    m_dismiss->setVisible(!isRunning);
    setAccessibleName(text);
    update();
}

void PendingBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const StateTone tone = m_pending->transaction().state == TransactionState::Failed ? StateTone::Critical
        : m_pending->isRunning()                                                      ? StateTone::Caution
                                                                                      : StateTone::Good;
    painter.fillRect(rect(), toneBackground(tone, palette()));
    painter.fillRect(QRect(0, height() - 1, width(), 1), toneColour(tone, palette()));
}

} // namespace bondwright::ui
