// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plan.h"
#include "neighbours/switchport.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace bondwright::ui
{

/// What the switch must be set to for a plan, with text to copy for each vendor.
class SwitchPane final : public QWidget
{
    Q_OBJECT
public:
    explicit SwitchPane(QWidget *parent = nullptr);
    /// @param ports where the cables end, as far as it is known: the text names the ports
    void setPlan(const BondPlan &plan, const neighbours::SwitchPorts &ports = {});

private:
    void fill();

    BondPlan m_plan;
    QStringList m_ports; ///< in the order of its slaves
    QLabel *m_need;
    QWidget *m_tools;
    QComboBox *m_vendor;
    QPushButton *m_copy;
    QPlainTextEdit *m_text;
};

} // namespace bondwright::ui
