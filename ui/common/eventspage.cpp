// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/eventspage.h"
#include "common/columnfitter.h"
#include "common/emptyhint.h"
#include "common/retranslate.h"
#include "common/rowdelegate.h"
#include "models/eventfiltermodel.h"
#include "models/eventmodel.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

EventsPage::EventsPage(models::EventModel *events, QWidget *parent)
    : QWidget(parent)
    , m_events(events)
    , m_filter(new models::EventFilterModel(this))
    , m_text(new QLineEdit(this))
    , m_severity(new QComboBox(this))
    , m_table(new QTreeView(this))
{
    using Event = models::EventModel;
    m_filter->setSourceModel(events);
    m_filter->setSortRole(models::SortRole);
    m_severity->setObjectName(u"severity"_s);
    using enum kernel::EventSeverity;
    for (const auto severity : {Info, Warning, Critical})
        m_severity->addItem(QString(), int(severity));
    m_text->setClearButtonEnabled(true);
    m_text->setObjectName(u"filter"_s);
    m_table->setObjectName(u"events"_s);
    m_table->setModel(m_filter);
    m_empty = new EmptyHint(m_table);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setAlternatingRowColors(true);
    m_table->setSortingEnabled(true);
    m_table->setColumnHidden(Event::Bond, true);
    m_table->sortByColumn(Event::Time, Qt::DescendingOrder);
    new ColumnFitter(m_table, u"events"_s, {Event::Time, Event::Bond, Event::Slave});
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_severity);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addLayout(row);
    layout->addWidget(m_table, 1);
    connect(m_text, &QLineEdit::textChanged, m_filter, &models::EventFilterModel::setText);
    connect(m_severity, &QComboBox::currentIndexChanged, this,
            [this] { m_filter->setMinimumSeverity(kernel::EventSeverity(m_severity->currentData().toInt())); });
    connect(m_table, &QTreeView::activated, this, &EventsPage::eventActivated);
    retranslateWith(this, [this] { retranslate(); });
}

void EventsPage::retranslate()
{
    m_text->setPlaceholderText(tr("Filter"));
    describe(m_text, tr("Filter the events"), tr("Shows only events with these words"));
    //: @item:inlistbox which events are shown
    m_severity->setItemText(0, tr("All events"));
    //: @item:inlistbox which events are shown
    m_severity->setItemText(1, tr("Warnings and worse"));
    //: @item:inlistbox which events are shown
    m_severity->setItemText(2, tr("Critical only"));
    describe(m_severity, tr("Severity"), tr("Leaves out what needs no attention"));
    describe(m_table, tr("Events"), m_hint.isEmpty() ? tr("What happened to the bonds and their slaves") : m_hint);
    m_empty->setText(tr("Nothing has happened yet, or the filter hides it."));
}

void EventsPage::setHint(const QString &hint)
{
    m_hint = hint;
    retranslate();
}

void EventsPage::showBond(const QString &bond)
{
    m_filter->setBond(bond);
}

void EventsPage::showAll()
{
    m_table->setColumnHidden(models::EventModel::Bond, false);
    m_filter->setBond({});
}

void EventsPage::showKinds(const QSet<kernel::EventKind> &kinds)
{
    m_filter->setKinds(kinds);
}

bool EventsPage::showFrom(const QDateTime &time)
{
    QModelIndex first;
    QDateTime earliest;
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const QModelIndex event = m_filter->index(row, models::EventModel::Time);
        const QDateTime when = event.data(models::EventModel::WallTimeRole).toDateTime();
        if (when >= time && (!first.isValid() || when < earliest)) {
            first = event;
            earliest = when;
        }
    }
    if (!first.isValid())
        return false;
    m_table->setCurrentIndex(first);
    m_table->scrollTo(first, QAbstractItemView::PositionAtCenter);
    return true;
}

QList<kernel::BondEvent> EventsPage::shownEvents() const
{
    QList<kernel::BondEvent> shown;
    for (int row = 0; row < m_filter->rowCount(); ++row)
        shown.append(m_events->eventAt(m_filter->mapToSource(m_filter->index(row, 0)).row()));
    std::stable_sort(shown.begin(), shown.end(), [](const auto &a, const auto &b) { return a.wallTime < b.wallTime; });
    return shown;
}

} // namespace bondwright::ui
