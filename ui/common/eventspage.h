// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/event.h"

#include <QModelIndex>
#include <QSet>
#include <QWidget>

class QComboBox;
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

/// What happened to one bond, or to all, newest first.
class EventsPage final : public QWidget
{
    Q_OBJECT
public:
    /// @param events outlives the page
    explicit EventsPage(models::EventModel *events, QWidget *parent = nullptr);
    /// Empty: of all bonds.
    void showBond(const QString &bond);
    /// Of all bonds; which one each event is about stands in a column.
    void showAll();
    /// Empty: all kinds.
    void showKinds(const QSet<kernel::EventKind> &kinds);
    /// Marks the first event at or after that time and brings it into view. @return false: there is none
    bool showFrom(const QDateTime &time);
    /// Those that the filter leaves, oldest first.
    QList<kernel::BondEvent> shownEvents() const;
    /// For screen readers: what the table is for here, and what Enter does. Translated.
    void setHint(const QString &hint);

Q_SIGNALS:
    /// By a double click or Enter. @param index gives the roles of EventModel
    void eventActivated(const QModelIndex &index);

private:
    void retranslate();

    models::EventModel *m_events;
    models::EventFilterModel *m_filter;
    QLineEdit *m_text;
    QComboBox *m_severity;
    QTreeView *m_table;
    QLabel *m_empty;
    QString m_hint;
};

} // namespace bondwright::ui
