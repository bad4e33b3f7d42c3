// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/eventspage.h"
#include "common/emptyhint.h"
#include "common/retranslate.h"
#include "common/rowdelegate.h"
#include "common/settings.h"
#include "models/eventfiltermodel.h"
#include "models/eventmodel.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

EventsPage::EventsPage(models::EventModel *events, QWidget *parent)
    : QWidget(parent)
    , m_filter(new models::EventFilterModel(this))
    , m_text(new QLineEdit(this))
    , m_important(new QCheckBox(this))
    , m_table(new QTreeView(this))
{
    using Event = models::EventModel;
    m_filter->setSourceModel(events);
    m_filter->setSortRole(models::SortRole);
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
    const int letter = fontMetrics().averageCharWidth();
    m_table->header()->resizeSection(Event::Time, letter * 31);
    m_table->header()->resizeSection(Event::Slave, letter * 12);
    m_table->header()->resizeSection(Event::What, letter * 50);
    m_table->sortByColumn(Event::Time, Qt::DescendingOrder);
    settings::rememberHeader(m_table->header(), u"events"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_important);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addLayout(row);
    layout->addWidget(m_table, 1);
    connect(m_text, &QLineEdit::textChanged, m_filter, &models::EventFilterModel::setText);
    connect(m_important, &QCheckBox::toggled, this, [this](bool on) {
        m_filter->setMinimumSeverity(on ? kernel::EventSeverity::Warning : kernel::EventSeverity::Info);
    });
    retranslateWith(this, [this] {
        m_text->setPlaceholderText(tr("Filter"));
        describe(m_text, tr("Filter the events"), tr("Shows only events with these words"));
        //: @option:check
        m_important->setText(tr("&Warnings only"));
        describe(m_important, tr("Warnings only"), tr("Leaves out what needs no attention"));
        describe(m_table, tr("Events of the bond"), tr("What happened to the bond and its slaves, newest first"));
        m_empty->setText(tr("Nothing has happened to this bond yet, or the filter hides it."));
    });
}

void EventsPage::showBond(const QString &bond)
{
    m_filter->setBond(bond);
}

} // namespace bondwright::ui
