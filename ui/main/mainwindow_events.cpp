// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/eventstore.h"
#include "main/eventloader.h"
#include "main/mainwindow.h"
#include "models/eventmodel.h"

namespace bondwright::ui
{

void MainWindow::loadEvents()
{
    if (!m_services.events || (!m_services.events->isOpen() && !m_services.events->open()))
        return;
    // What has happened since the start stays at the end.
    loadEarlierEvents(m_services.events, this, [this](const QList<kernel::BondEvent> &earlier) {
        QList<kernel::BondEvent> fresh;
        for (int row = 0; row < m_eventModel->rowCount(); ++row) {
            if (m_freshEvents.contains(m_eventModel->event(row).id))
                fresh.append(m_eventModel->event(row));
        }
        m_eventModel->clear();
        m_eventModel->append(earlier);
        m_eventModel->append(fresh);
        showStatusLine();
    });
}

void MainWindow::takeEvent(const kernel::BondEvent &event)
{
    const bool isKept = m_services.events && m_services.events->isOpen();
    const kernel::BondEvent kept = isKept ? m_services.events->record(event) : event;
    m_freshEvents.insert(kept.id);
    m_eventModel->append(kept);
    showStatusLine();
}

} // namespace bondwright::ui
