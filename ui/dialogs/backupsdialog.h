// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/services.h"
#include "dialogs/changedialog.h"

class QTreeWidget;

namespace bondwright::ui
{

/// The saved configurations: what would change against now, and restoring one as a transaction.
class BackupsDialog final : public ChangeDialog
{
    Q_OBJECT
public:
    BackupsDialog(const Services &services, PendingChange *pending, QWidget *parent = nullptr);

protected:
    void begin() override;
    void look() override;

private:
    QString m_host; ///< whose bonds these are
    void retranslate();
    void ask();
    void fill();
    QString selectedId() const;

    QTreeWidget *m_list;
    QList<helper::BackupInfo> m_backups;
    bool m_isChanging = false; ///< a change runs: it makes a backup
};

} // namespace bondwright::ui
