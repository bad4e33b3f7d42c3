// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hostbondsmodel.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QLabel;
class QTreeView;

namespace bondwright::ui
{

/// The bonds of all hosts in one table, the worst first.
class AllHostsPage final : public QWidget
{
    Q_OBJECT
public:
    /// @param model outlives this
    explicit AllHostsPage(models::HostBondsModel *model, QWidget *parent = nullptr);

    /// What is shown, as a table for a spreadsheet (RFC 4180).
    QByteArray shownCsv() const;

    /// Shows only that group's; empty: all.
    void showGroup(const QString &group);

Q_SIGNALS:
    /// @param bond empty: the host has none
    void bondActivated(const QString &host, const QString &bond);

private:
    void retranslate();
    void save();
    void showCount();

    models::HostBondsFilter *m_shown;
    QString m_group;
    QLabel *m_heading;
    QLineEdit *m_filter;
    QTreeView *m_table;
    QLabel *m_none;
    QLabel *m_count;
    QPushButton *m_save;
};

} // namespace bondwright::ui
