// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/services.h"
#include "dialogs/changedialog.h"

#include <QTimer>

class QLabel;
class QLineEdit;

namespace bondwright::ui
{

/// Gives a bond another name: shows beforehand which files change.
class RenameDialog final : public ChangeDialog
{
    Q_OBJECT
public:
    /// @param plan the bond as it is configured, or runs
    /// @param isConfigured false: it is how the bond runs, as its configuration could not be read
    RenameDialog(const Services &services, PendingChange *pending, const BondPlan &plan, QWidget *parent = nullptr,
                 bool isConfigured = true);

protected:
    void begin() override;
    void look() override;

private:
    void take(const BondPlan &plan, const Result<helper::Preview> &answer);
    BondPlan renamed() const;

    QString m_host; ///< whose bond it is
    BondPlan m_plan;
    QLabel *m_label;
    QLineEdit *m_name;
    QTimer m_wait; ///< until no more is typed
    QString m_digest;
};

} // namespace bondwright::ui
