// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/eventloader.h"
#include "history/eventstore.h"
#include "history/journalreader.h"

#include <QPointer>
#include <QThread>

namespace bondwright::ui
{

namespace
{

constexpr int journalDays = 30;

} // namespace

void loadEarlierEvents(history::EventStore *store, QObject *context,
                       std::function<void(const QList<kernel::BondEvent> &)> done)
{
    QList<kernel::BondEvent> stored;
    history::EventQuery newest;
    newest.limit = mostStoredEvents;
    if (const auto kept = store->events(newest))
        stored = *kept;
    done(stored);
    auto *found = new QList<kernel::BondEvent>;
    QThread *reader = QThread::create([found, newest] {
        // bondwright-watch was there while no window was open.
        *found = history::readEvents(history::watchedEventsFile(), newest).value_or(QList<kernel::BondEvent>());
        if (const auto journal = history::readJournal(QDateTime::currentDateTime().addDays(-journalDays)))
            *found = history::mergeEvents(*found, journal->events);
    });
    QObject::connect(reader, &QThread::finished, reader, [reader, found, stored, done, guard = QPointer(context)] {
        if (guard && !found->isEmpty())
            done(history::mergeEvents(stored, *found));
        delete found;
        reader->deleteLater();
    });
    reader->start(QThread::LowPriority);
}

} // namespace bondwright::ui
