// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/services.h"
#include "kernel/event.h"
#include "models/eventmodel.h"

#include <QWidget>

namespace bondwright::ui
{

class EventsPage;

/// The bond's events as a monitor window has them: the stored ones and those of its source; a chosen one is shown in
/// the chart.
class EventPanel : public QWidget
{
    Q_OBJECT
public:
    EventPanel(const Services &services, const QString &bond, QWidget *parent = nullptr);

    models::EventModel &model() { return m_model; }
    QList<kernel::BondEvent> events() const; ///< of this bond, oldest first
    /// Events from before this window, where no store has them.
    void addEarlier(const QList<kernel::BondEvent> &events) { m_model.prepend(events); }

Q_SIGNALS:
    /// @param monotonicNs 0: the event is older than this boot's monitoring
    void chosen(qint64 monotonicNs);

private:
    void readStored(history::EventStore &store);

    QString m_bond;
    models::EventModel m_model;
    EventsPage *m_page;
};

} // namespace bondwright::ui
