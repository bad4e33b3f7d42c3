// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/services.h"
#include "dialogs/changedialog.h"

namespace bondwright::ui
{

/// Removes a bond: shows beforehand which settings its NICs get back.
class RemoveDialog final : public ChangeDialog
{
    Q_OBJECT
public:
    RemoveDialog(const Services &services, PendingChange *pending, const QString &bond, QWidget *parent = nullptr);

protected:
    void begin() override;
    void look() override;

private:
    QString m_host; ///< whose bonds these are
    QString m_bond;
    QString m_digest;
};

} // namespace bondwright::ui
