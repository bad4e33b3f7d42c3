// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/eventpanel.h"

#include "history/eventstore.h"
#include "kernel/kernelsource.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

namespace bondwright::ui
{

using namespace Qt::StringLiterals;

EventPanel::EventPanel(const Services &services, const QString &bond, QWidget *parent)
    : QWidget(parent)
    , m_bond(bond)
    , m_severity(new QComboBox(this))
    , m_text(new QLineEdit(this))
    , m_view(new QTableView(this))
    , m_empty(new QLabel(this))
{
    m_filter.setSourceModel(&m_model);
    m_filter.setBond(bond);
    m_filter.setDynamicSortFilter(true);
    m_view->setModel(&m_filter);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(models::EventModel::Time, Qt::DescendingOrder);
    m_view->setColumnHidden(models::EventModel::Bond, true);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setShowGrid(false);
    m_view->setTextElideMode(Qt::ElideRight);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter); // as in all other tables
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_view->horizontalHeader()->setSectionResizeMode(models::EventModel::What, QHeaderView::Stretch);
    // Date and time to the millisecond: the part that would be cut off is the one that matters.
    m_view->setColumnWidth(models::EventModel::Time,
                           fontMetrics().horizontalAdvance(u"0000-00-00 00:00:00.000"_s) + 24);
    m_text->setClearButtonEnabled(true);
    m_empty->setAlignment(Qt::AlignCenter);
    for (const auto severity :
         {kernel::EventSeverity::Info, kernel::EventSeverity::Warning, kernel::EventSeverity::Critical})
        m_severity->addItem(QString(), int(severity));

    auto *row = new QHBoxLayout;
    row->addWidget(m_severity);
    row->addWidget(m_text, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addLayout(row);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_empty);

    if (services.events && services.events->isOpen())
        readStored(*services.events);
    connect(services.source, &kernel::KernelSource::eventOccurred, this,
            [this](const kernel::BondEvent &event) { m_model.append(event); });
    connect(m_severity, &QComboBox::currentIndexChanged, this, [this] {
        m_filter.setMinimumSeverity(kernel::EventSeverity(m_severity->currentData().toInt()));
        showEmptiness();
    });
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter.setText(text);
        showEmptiness();
    });
    connect(&m_filter, &QAbstractItemModel::rowsInserted, this, &EventPanel::showEmptiness);
    connect(&m_filter, &QAbstractItemModel::rowsRemoved, this, &EventPanel::showEmptiness);
    connect(m_view, &QTableView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT chosen(index.data(models::EventModel::MonotonicRole).toLongLong());
    });
    retranslate();
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

void EventPanel::retranslate()
{
    //: @item:inlistbox which events are shown
    m_severity->setItemText(0, tr("All events"));
    //: @item:inlistbox which events are shown
    m_severity->setItemText(1, tr("Warnings and worse"));
    //: @item:inlistbox which events are shown
    m_severity->setItemText(2, tr("Critical only"));
    m_severity->setAccessibleName(tr("Which events are shown"));
    //: @info:placeholder
    m_text->setPlaceholderText(tr("Filter by text"));
    m_text->setAccessibleName(tr("Filter by text"));
    m_view->setAccessibleName(tr("Events"));
    //: @info:tooltip
    m_view->setToolTip(tr("Double-click or Enter shows the event in the chart"));
    showEmptiness();
}

void EventPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void EventPanel::showEmptiness()
{
    const bool isEmpty = m_filter.rowCount() == 0;
    m_empty->setVisible(isEmpty);
    m_view->setVisible(!isEmpty);
    //: @info an empty table
    m_empty->setText(m_model.rowCount() == 0 ? tr("Nothing has happened yet. Events appear here as they occur.")
                                             //: @info an empty table
                                             : tr("No event matches the filter."));
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
