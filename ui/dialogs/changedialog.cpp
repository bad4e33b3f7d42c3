// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/changedialog.h"
#include "common/diffview.h"
#include "common/labels.h"
#include "common/pendingchange.h"
#include "common/retranslate.h"
#include "common/settings.h"
#include "domain/errorcode.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace bondwright::ui
{

ChangeDialog::ChangeDialog(helper::HelperClient *helper, PendingChange *pending, QWidget *parent)
    : QDialog(parent)
    , m_helper(helper)
    , m_pending(pending)
    , m_body(new QVBoxLayout)
    , m_intro(textLabel(this))
    , m_interruptions(textLabel(this))
    , m_diff(new DiffView(this))
    , m_note(mutedLabel(this))
    , m_go(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    m_go->setObjectName(QStringLiteral("go"));
    m_go->setAutoDefault(false);
    m_go->setEnabled(false);
    m_cancel->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_note, 1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_go);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(m_intro);
    layout->addLayout(m_body);
    layout->addWidget(m_interruptions);
    layout->addWidget(m_diff, 1);
    layout->addLayout(buttons);
    m_interruptions->hide();
    resize(760, 520);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_go, &QPushButton::clicked, this, [this] {
        m_isAsking = true;
        m_refusal.clear();
        m_go->setEnabled(false);
        m_note->setText(tr("Asking for permission…"));
        m_pending->expectOwn();
        begin();
    });
    // Another change may begin, or end, while this is open; its own is told of before its ticket comes.
    connect(pending, &PendingChange::changed, this, [this] {
        if (!m_isAsking)
            showWhetherItCan();
    });
    retranslateWith(this, [this] {
        //: @action:button
        m_cancel->setText(tr("&Cancel"));
        describe(m_cancel, tr("Cancel"), tr("Closes this window; nothing is changed"));
    });
}

void ChangeDialog::showFiles(const QList<helper::FileDiff> &files, const QStringList &interruptions, bool canGo)
{
    m_diff->setFiles(files);
    m_interruptions->setText(interruptions.join(QLatin1Char('\n')));
    m_interruptions->setVisible(!interruptions.isEmpty());
    m_words = files.isEmpty() && canGo ? tr("No file changes.") : QString();
    m_canGo = canGo;
    showWhetherItCan();
}

void ChangeDialog::wait()
{
    m_canGo = false;
    m_refusal.clear();
    m_go->setEnabled(false);
}

void ChangeDialog::showWhetherItCan()
{
    m_go->setEnabled(m_canGo && !m_pending->isRunning());
    m_note->setText(m_pending->isRunning()    ? tr("Another change is waiting to be kept or reverted.")
                        : m_refusal.isEmpty() ? m_words
                                              : m_refusal);
}

void ChangeDialog::showTrouble(const Error &error)
{
    m_refusal.clear();
    showFiles({}, {}, false); // what stood there is of another one, or of another time
    m_words = error.text();
    m_note->setText(m_words);
}

helper::HelperClient::Callback<helper::Ticket> ChangeDialog::begun()
{
    return [this](const Result<helper::Ticket> &ticket) {
        m_isAsking = false;
        if (!ticket) {
            m_pending->setTicket({});
            if (ticket.error().code == errorcode::conflict) {
                wait(); // what is shown is no longer true, and would be refused for ever
                look();
            }
            m_refusal = ticket.error().text();
            showWhetherItCan();
            return;
        }
        m_pending->setTicket(*ticket);
        m_pending->refresh();
        accept();
    };
}

helper::ApplyOptions ChangeDialog::applyOptions() const
{
    helper::ApplyOptions options;
    options.confirmWithin = settings::confirmWithin();
    return options;
}

} // namespace bondwright::ui
