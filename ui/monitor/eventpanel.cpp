// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/eventpanel.h"

#include "common/eventspage.h"
#include "common/retranslate.h"
#include "history/eventstore.h"
#include "kernel/kernelsource.h"

#include <QVBoxLayout>

namespace bondwright::ui
{

EventPanel::EventPanel(const Services &services, const QString &bond, QWidget *parent)
    : QWidget(parent)
    , m_bond(bond)
    , m_page(new EventsPage(&m_model, this))
{
    m_page->showBond(bond);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_page);
    if (services.events && services.events->isOpen())
        readStored(*services.events);
    connect(services.source, &kernel::KernelSource::eventOccurred, this,
            [this](const kernel::BondEvent &event) { m_model.append(event); });
    connect(m_page, &EventsPage::eventActivated, this, [this](const QModelIndex &index) {
        Q_EMIT chosen(index.data(models::EventModel::MonotonicRole).toLongLong());
    });
    retranslateWith(this, [this] { m_page->setHint(tr("Double-click or Enter shows the event in the chart")); });
}

void EventPanel::readStored(history::EventStore &store)
{
    history::EventQuery query;
    query.bond = m_bond;
    query.limit = 2'000;
    const auto stored = store.events(query);
    if (!stored)
        return; // the store has said so itself
    QList<kernel::BondEvent> earlier = *stored;
    // The database counts by itself; live events keep the source's numbers, and must not be taken for these.
    for (kernel::BondEvent &event : earlier)
        event.id = -event.id;
    m_model.prepend(earlier);
}

QList<kernel::BondEvent> EventPanel::events() const
{
    QList<kernel::BondEvent> list;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.eventAt(row).bond == m_bond)
            list.append(m_model.eventAt(row));
    }
    return list;
}

} // namespace bondwright::ui
