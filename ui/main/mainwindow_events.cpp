// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/healthkeeper.h"
#include "history/eventstore.h"
#include "main/eventloader.h"
#include "main/mainwindow.h"
#include "models/eventmodel.h"

namespace bondwright::ui
{

namespace
{

// An outage is measured seconds after its event.
constexpr qsizetype rememberedIds = 1000;

} // namespace

void MainWindow::loadEvents()
{
    const auto take = [this](const QList<kernel::BondEvent> &earlier) { takeEarlier(earlier); };
    if (m_services.askEvents)
        return m_services.askEvents(this, take);
    if (!m_services.events || (!m_services.events->isOpen() && !m_services.events->open()))
        return;
    loadEarlierEvents(m_services.events, this, take);
}

/// What has happened since the start stays at the end.
void MainWindow::takeEarlier(const QList<kernel::BondEvent> &earlier)
{
    QList<kernel::BondEvent> fresh;
    for (int row = 0; row < m_eventModel->rowCount(); ++row) {
        if (m_freshEvents.contains(m_eventModel->eventAt(row).id))
            fresh.append(m_eventModel->eventAt(row));
    }
    diagnosis::HealthKeeper::of(m_services.source)->addEarlier(earlier);
    m_eventModel->clear();
    m_eventModel->append(earlier);
    m_eventModel->append(fresh);
    showStatusLine();
}

QList<kernel::BondEvent> MainWindow::eventsOf(const QString &bond) const
{
    QList<kernel::BondEvent> found;
    for (int row = 0; row < m_eventModel->rowCount(); ++row) {
        if (m_eventModel->eventAt(row).bond == bond)
            found.append(m_eventModel->eventAt(row));
    }
    return found;
}

void MainWindow::takeEvent(const kernel::BondEvent &event)
{
    const bool isKept = m_services.events && m_services.events->isOpen();
    const kernel::BondEvent kept = isKept ? m_services.events->record(event) : event;
    m_freshEvents.insert(kept.id);
    m_keptIds.insert(event.id, kept.id);
    if (m_keptIds.size() > rememberedIds)
        m_keptIds.erase(m_keptIds.begin());
    m_eventModel->append(kept);
    showStatusLine();
}

void MainWindow::takeOutage(const kernel::BondEvent &event)
{
    const auto kept = m_keptIds.constFind(event.id);
    if (kept == m_keptIds.cend())
        return takeEvent(event);
    kernel::BondEvent measured = event;
    measured.id = *kept;
    if (m_services.events && m_services.events->isOpen())
        m_services.events->update(measured);
    m_eventModel->update(measured);
}

} // namespace bondwright::ui
