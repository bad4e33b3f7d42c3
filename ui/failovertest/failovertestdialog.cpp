// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failovertest/failovertestdialog.h"

namespace bondwright::ui
{

FailoverTestDialog::FailoverTestDialog(const Services &services, const QString &bond, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_bond(bond)
{
    //: @title:window %1 is a bond's name
    setWindowTitle(tr("Failover test – %1").arg(bond));
}

FailoverTestDialog::~FailoverTestDialog() = default;

} // namespace bondwright::ui
