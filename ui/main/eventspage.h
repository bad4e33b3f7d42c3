// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QTreeView;

namespace bondwright::models
{
class EventFilterModel;
class EventModel;
} // namespace bondwright::models

namespace bondwright::ui
{

/// What happened to the bond, newest first.
class EventsPage final : public QWidget
{
    Q_OBJECT
public:
    /// @param events outlives the page
    explicit EventsPage(models::EventModel *events, QWidget *parent = nullptr);
    void showBond(const QString &bond);

private:
    models::EventFilterModel *m_filter;
    QLineEdit *m_text;
    QCheckBox *m_important;
    QTreeView *m_table;
    QLabel *m_empty;
};

} // namespace bondwright::ui
