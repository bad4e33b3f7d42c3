// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard/wizarddraft.h"

#include <QWidget>

class QPushButton;
class QTableWidget;

namespace bondwright::ui
{

/// VLANs on top of the bond: number, name, IPv4.
class VlanTable final : public QWidget
{
    Q_OBJECT
public:
    VlanTable(WizardDraft *draft, QWidget *parent);
    void refresh();

private:
    void add();
    void remove();
    void take(int row, int column);
    void retranslate();

    WizardDraft *m_draft;
    QTableWidget *m_table;
    QPushButton *m_add;
    QPushButton *m_remove;
    bool m_isRefreshing = false;
};

} // namespace bondwright::ui
