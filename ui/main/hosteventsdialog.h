// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/services.h"

#include <QDialog>

class QComboBox;
class QDateEdit;
class QLabel;
class QPushButton;

namespace bondwright::models
{
class EventModel;
}

namespace bondwright::ui
{

class EventsPage;

/// The events of the whole host: of all bonds, those that are gone included.
class HostEventsDialog final : public QDialog
{
    Q_OBJECT
public:
    /// @param events outlives this; older ones that are asked for are added to it
    HostEventsDialog(const Services &services, models::EventModel *events, QWidget *parent = nullptr);

private:
    void retranslate();
    void fillBonds();
    void fillKinds();
    void jump();
    void saveAs();

    Services m_services;
    models::EventModel *m_events;
    EventsPage *m_page;
    QLabel *m_bondLabel;
    QComboBox *m_bond;
    QLabel *m_kindLabel;
    QComboBox *m_kind;
    QLabel *m_dateLabel;
    QDateEdit *m_date;
    QPushButton *m_jump;
    QPushButton *m_save;
    QPushButton *m_close;
    QLabel *m_note;
};

} // namespace bondwright::ui
