// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/hosteventsdialog.h"
#include "common/eventspage.h"
#include "common/flowlayout.h"
#include "common/labels.h"
#include "common/retranslate.h"
#include "common/savedialog.h"
#include "common/settings.h"
#include "history/eventstore.h"
#include "kernel/kernelsource.h"
#include "main/eventloader.h"
#include "models/eventmodel.h"
#include "monitor/chartexport.h"

#include <QComboBox>
#include <QDateEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

namespace
{

using kernel::EventKind;

struct KindGroup {
    QString text; ///< translated
    QSet<EventKind> kinds; ///< empty: all
};

QList<KindGroup> kindGroups()
{
    return {
        //: @item:inlistbox kinds of events
        {HostEventsDialog::tr("All kinds"), {}},
        //: @item:inlistbox kinds of events
        {HostEventsDialog::tr("Failovers and outages"), {EventKind::Failover, EventKind::PingOutage}},
        //: @item:inlistbox kinds of events
        {HostEventsDialog::tr("Links"),
         {EventKind::SlaveDown, EventKind::SlaveUp, EventKind::SlaveGoingDown, EventKind::SlaveGoingBack,
          EventKind::SpeedChanged, EventKind::BondDown, EventKind::BondUp}},
        //: @item:inlistbox kinds of events
        {HostEventsDialog::tr("Redundancy"), {EventKind::RedundancyDegraded, EventKind::RedundancyRestored}},
        //: @item:inlistbox kinds of events
        {HostEventsDialog::tr("Configuration"),
         {EventKind::BondCreated, EventKind::BondRemoved, EventKind::SlaveAdded, EventKind::SlaveRemoved,
          EventKind::OptionChanged, EventKind::Renamed}},
        {u"LACP"_s, {EventKind::LacpPartnerLost, EventKind::LacpPartnerChanged}},
    };
}

QHBoxLayout *labelled(QLabel *label, QWidget *field)
{
    label->setBuddy(field);
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(label);
    row->addWidget(field);
    return row;
}

} // namespace

HostEventsDialog::HostEventsDialog(const Services &services, models::EventModel *events, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_events(events)
    , m_page(new EventsPage(events, this))
    , m_bondLabel(new QLabel(this))
    , m_bond(new QComboBox(this))
    , m_kindLabel(new QLabel(this))
    , m_kind(new QComboBox(this))
    , m_dateLabel(new QLabel(this))
    , m_date(new QDateEdit(QDate::currentDate(), this))
    , m_jump(new QPushButton(this))
    , m_save(new QPushButton(this))
    , m_close(new QPushButton(this))
    , m_note(mutedLabel(this))
{
    setObjectName(u"host-events"_s);
    m_bond->setObjectName(u"events-bond"_s);
    m_kind->setObjectName(u"events-kind"_s);
    m_date->setObjectName(u"events-date"_s);
    m_jump->setObjectName(u"events-jump"_s);
    m_save->setObjectName(u"events-save"_s);
    m_bond->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_date->setCalendarPopup(true);
    m_date->setDisplayFormat(u"yyyy-MM-dd"_s);
    for (QPushButton *button : {m_jump, m_save, m_close})
        button->setAutoDefault(false);
    m_page->showAll();
    auto *choices = new QHBoxLayout;
    choices->setContentsMargins(8, 0, 8, 0);
    choices->setSpacing(16);
    choices->addLayout(labelled(m_bondLabel, m_bond));
    choices->addLayout(labelled(m_kindLabel, m_kind));
    choices->addLayout(labelled(m_dateLabel, m_date));
    choices->addWidget(m_jump);
    choices->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(8, 0, 8, 0);
    buttons->setSpacing(8);
    buttons->addWidget(m_note, 1);
    buttons->addWidget(m_save);
    buttons->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 16, 8, 12);
    layout->setSpacing(8);
    layout->addLayout(choices);
    layout->addWidget(m_page, 1);
    layout->addLayout(buttons);
    resize(900, 560);
    settings::rememberGeometry(this, u"events"_s);
    connect(m_bond, &QComboBox::activated, this, [this] { m_page->showBond(m_bond->currentData().toString()); });
    connect(m_kind, &QComboBox::activated, this, [this](int at) { m_page->showKinds(kindGroups().value(at).kinds); });
    connect(m_jump, &QPushButton::clicked, this, &HostEventsDialog::jump);
    connect(m_save, &QPushButton::clicked, this, &HostEventsDialog::saveAs);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(events, &QAbstractItemModel::rowsInserted, this, &HostEventsDialog::fillBonds);
    connect(services.source, &kernel::KernelSource::snapshotChanged, this, &HostEventsDialog::fillBonds);
    retranslateWith(this, [this] { retranslate(); });
}

void HostEventsDialog::retranslate()
{
    setWindowTitle(m_services.titled(tr("Events")));
    //: @label:listbox
    m_bondLabel->setText(tr("&Bond"));
    describe(m_bond, tr("Bond"), tr("Whose events are shown; bonds that are gone are in the list too"));
    //: @label:listbox
    m_kindLabel->setText(tr("&Kind"));
    describe(m_kind, tr("Kind of event"), tr("Which events are shown"));
    //: @label a date
    m_dateLabel->setText(tr("&Date"));
    describe(m_date, tr("Date"), tr("“Go” shows the first event from that day on"));
    //: @action:button shows the events of the chosen date
    m_jump->setText(tr("&Go"));
    describe(m_jump, tr("Go to the date"), tr("Shows the first event from that day on"));
    //: @action:button
    m_save->setText(tr("&Save as CSV…"));
    describe(m_save, tr("Save as CSV"), tr("The events that are shown, as a file for a spreadsheet"));
    //: @action:button
    m_close->setText(tr("&Close"));
    describe(m_close, tr("Close"), tr("Closes this window"));
    fillKinds();
    fillBonds();
}

void HostEventsDialog::fillKinds()
{
    const int chosen = std::max(0, m_kind->currentIndex());
    m_kind->clear();
    for (const KindGroup &group : kindGroups())
        m_kind->addItem(group.text);
    m_kind->setCurrentIndex(chosen);
}

void HostEventsDialog::fillBonds()
{
    QSet<QString> known;
    for (int row = 0; row < m_events->rowCount(); ++row)
        known.insert(m_events->eventAt(row).bond);
    known.remove(QString());
    for (const kernel::BondState &bond : m_services.source->snapshot().bonds)
        known.insert(bond.name);
    QStringList names(known.cbegin(), known.cend());
    names.sort();
    QList<std::pair<QString, QString>> items;
    //: @item:inlistbox events of every bond
    items.append({tr("All bonds"), QString()});
    for (const QString &name : std::as_const(names)) {
        const bool isThere = m_services.source->snapshot().bondByName(name) != nullptr;
        //: @item:inlistbox %1 a bond that does not exist any more
        items.append({isThere ? name : tr("%1 (gone)").arg(name), name});
    }
    bool isSame = m_bond->count() == items.size();
    for (int at = 0; isSame && at < items.size(); ++at)
        isSame = m_bond->itemText(at) == items.at(at).first;
    if (isSame)
        return;
    const QString chosen = m_bond->currentData().toString();
    m_bond->clear();
    for (const auto &[text, name] : std::as_const(items))
        m_bond->addItem(text, name);
    m_bond->setCurrentIndex(std::max(0, m_bond->findData(chosen)));
}

void HostEventsDialog::jump()
{
    const QDateTime day = m_date->date().startOfDay();
    const int before = m_events->rowCount();
    const QDateTime oldest = before > 0 ? m_events->eventAt(0).wallTime : QDateTime::currentDateTime();
    if (day < oldest && m_services.events && m_services.events->isOpen()) {
        history::EventQuery earlier;
        earlier.since = day;
        earlier.until = oldest.addMSecs(-1);
        earlier.limit = mostStoredEvents;
        if (const auto found = m_services.events->events(earlier))
            m_events->prepend(*found);
        if (m_events->rowCount() == before + mostStoredEvents)
            return QTimer::singleShot(0, this, &HostEventsDialog::jump); // there may be more
    }
    m_note->setText(m_page->showFrom(day) ? QString() : tr("Nothing happened from that day on that the filter shows."));
}

void HostEventsDialog::saveAs()
{
    const QString name
        = u"events-%1-%2.csv"_s.arg(m_services.hostName(), QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss"_s));
    askWhereToSave(this, m_save->text(), name, [this](const QString &path) {
        m_note->setText(savedText(path, exportText(path, eventsCsv(m_page->shownEvents()))));
    });
}

} // namespace bondwright::ui
