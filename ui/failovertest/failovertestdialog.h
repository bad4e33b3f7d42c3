// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/services.h"

#include <QDialog>

namespace bondwright::ui
{

/// The guided cable-pull test of one bond.
class FailoverTestDialog : public QDialog
{
    Q_OBJECT
public:
    FailoverTestDialog(const Services &services, const QString &bond, QWidget *parent = nullptr);
    ~FailoverTestDialog() override;

private:
    Services m_services;
    QString m_bond;
};

} // namespace bondwright::ui
