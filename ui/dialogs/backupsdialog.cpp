// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/backupsdialog.h"
#include "common/columnfitter.h"
#include "common/pendingchange.h"
#include "common/retranslate.h"
#include "common/rowdelegate.h"
#include "common/services.h"
#include "common/settings.h"
#include "common/stateicon.h"
#include "models/texts.h"

#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QUuid>
#include <QVBoxLayout>

#include <utility>

namespace bondwright::ui
{

BackupsDialog::BackupsDialog(const Services &services, PendingChange *pending, QWidget *parent)
    : ChangeDialog(services.helper, pending, parent)
    , m_host(services.hostName())
    , m_list(new QTreeWidget(this))
{
    m_list->setObjectName(QStringLiteral("backups"));
    m_list->setRootIsDecorated(false);
    m_list->setAllColumnsShowFocus(true);
    m_list->setUniformRowHeights(true);
    m_list->setColumnCount(4);
    m_list->headerItem()->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter); // over its numbers
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setMinimumHeight(fontMetrics().height() * 7);
    new ColumnFitter(m_list, QStringLiteral("backups"), {0, 1});
    settings::rememberGeometry(this, QStringLiteral("backups"));
    body()->addWidget(m_list);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &BackupsDialog::look);
    connect(pending, &PendingChange::changed, this, [this, pending] {
        if (std::exchange(m_isChanging, pending->isRunning()) && !m_isChanging)
            ask();
    });
    retranslateWith(this, [this] { retranslate(); });
    ask();
}

void BackupsDialog::ask()
{
    helperClient()->backups(this, [this](const Result<QList<helper::BackupInfo>> &answer) {
        if (!answer) {
            showTrouble(answer.error());
            return;
        }
        m_backups = *answer;
        fill();
        if (!m_backups.isEmpty() && selectedId().isEmpty())
            m_list->setCurrentItem(m_list->topLevelItem(0));
    });
}

void BackupsDialog::retranslate()
{
    setWindowTitle(titleWithHost(tr("Backups"), m_host));
    intro()->setText(tr("Made before every change. Below the list: what restoring the marked one would change now."));
    //: @action:button %1 a host's name
    goButton()->setText(tr("&Restore on %1").arg(m_host));
    describe(goButton(), QString(goButton()->text()).remove(QLatin1Char('&')),
             tr("Brings the marked configuration back; reverts unless confirmed"));
    describe(m_list, tr("Saved configurations"), tr("The differences of the marked one to now are shown below"));
    m_list->setHeaderLabels({
        //: @title:column when a backup was made
        tr("Made"),
        //: @title:column before which change a backup was made
        tr("Before"),
        //: @title:column number of files
        tr("Files"),
        //: @title:column whether the files are as they were written
        tr("State"),
    });
    fill();
}

void BackupsDialog::fill()
{
    const QString selected = selectedId();
    m_list->clear();
    for (const helper::BackupInfo &backup : std::as_const(m_backups)) {
        //: @status of a backup
        const QString state = backup.intact ? tr("intact") : tr("damaged");
        auto *item = new QTreeWidgetItem(m_list,
                                         {models::Texts::dateTime(backup.createdAt),
                                          models::Texts::changeReason(backup.reason),
                                          QString::number(backup.paths.size()), state});
        item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
        item->setIcon(3, stateIcon(backup.intact ? StateShape::Ok : StateShape::Down));
        item->setData(0, Qt::UserRole, backup.id);
        item->setToolTip(2, backup.paths.join(QLatin1Char('\n')));
        if (backup.id == selected)
            m_list->setCurrentItem(item);
    }
}

QString BackupsDialog::selectedId() const
{
    const QTreeWidgetItem *item = m_list->currentItem();
    return item ? item->data(0, Qt::UserRole).toString() : QString();
}

void BackupsDialog::look()
{
    const QString id = selectedId();
    wait();
    if (id.isEmpty())
        return;
    helperClient()->backupDiff(id, this, [this, id](const Result<QList<helper::FileDiff>> &answer) {
        if (id != selectedId())
            return; // another one was marked meanwhile
        if (answer)
            showFiles(*answer, {});
        else
            showTrouble(answer.error());
    });
}

void BackupsDialog::begin()
{
    helperClient()->restore(QUuid::createUuid().toString(QUuid::WithoutBraces), selectedId(), applyOptions(), this,
                            begun());
}

} // namespace bondwright::ui
