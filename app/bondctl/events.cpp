// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "events.h"

#include "commands.h"
#include "common/arguments.h"
#include "common/kerneljson.h"
#include "common/texttable.h"
#include "common/values.h"
#include "common/words.h"
#include "history/eventstore.h"
#include "history/journalreader.h"
#include "models/texts.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

QList<kernel::BondEvent> storedEvents(Context &context, const history::EventQuery &query)
{
    history::EventStore store;
    QObject::connect(&store, &history::EventStore::troubleOccurred, &store,
                     [&context](const QString &message) { context.err << "bondctl: " << message << '\n'; });
    const Result<void> opened = store.open();
    const Result<QList<kernel::BondEvent>> events
        = opened ? store.events(query) : Result<QList<kernel::BondEvent>>(tl::unexpected(opened.error()));
    if (!events)
        reportError(context, events.error());
    return events.value_or(QList<kernel::BondEvent>());
}

QList<kernel::BondEvent> journalEvents(Context &context, const history::EventQuery &query)
{
    const Result<history::JournalEvents> journal = history::readJournal(query.since);
    if (!journal) {
        reportError(context, journal.error());
        return {};
    }
    if (!journal->isComplete)
        //: @info
        context.err << "bondctl: "
                    << QCoreApplication::translate("bondctl", "The journal is long: its oldest part was not read.")
                    << '\n';
    QList<kernel::BondEvent> wanted;
    for (const kernel::BondEvent &event : journal->events) {
        if (query.bond.isEmpty() || event.bond == query.bond)
            wanted.append(event);
    }
    return wanted;
}

int runEvents(Context &context, const Arguments &arguments)
{
    const QDateTime now = QDateTime::currentDateTime();
    const QString since = arguments.value(u"since"_s, u"7d"_s);
    const std::optional<QDateTime> moment = momentFromText(since, now);
    if (!moment)
        return reportUsage(context,
                           //: @error keep the examples
                           QCoreApplication::translate(
                               "bondctl", "--since takes a moment (2026-11-22T13:00) or how long ago (30m, 2h, 7d)."));
    history::EventQuery query;
    query.since = *moment;
    query.bond = arguments.value(u"bond"_s);
    query.limit = history::EventStore::maxEvents;
    const QList<kernel::BondEvent> events
        = history::mergeEvents(storedEvents(context, query), journalEvents(context, query));
    for (const kernel::BondEvent &event : events) {
        if (arguments.has(u"json"_s)) {
            context.out << QString::fromUtf8(QJsonDocument(eventToJson(event)).toJson(QJsonDocument::Compact)) << '\n';
            continue;
        }
        context.out << event.wallTime.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")) << "  "
                    << padded(printable(event.bond), 8) << "  " << printable(kernel::eventText(event));
        if (event.outage)
            context.out << "  (" << models::Texts::duration(*event.outage) << ')';
        context.out << '\n';
    }
    if (events.isEmpty() && !arguments.has(u"json"_s))
        //: @info
        context.out << QCoreApplication::translate("bondctl", "No events in that time.") << '\n';
    return Success;
}

} // namespace

std::optional<QDateTime> momentFromText(const QString &text, const QDateTime &now)
{
    static const QHash<QChar, qint64> seconds{{u's', 1}, {u'm', 60}, {u'h', 3600}, {u'd', 86400}};
    if (!text.isEmpty() && seconds.contains(text.back())) {
        bool isNumber = false;
        const qint64 count = text.chopped(1).toLongLong(&isNumber);
        // A hundred years are enough, and nothing overflows.
        if (isNumber && count >= 0 && count <= 3'200'000'000 / seconds.value(text.back()))
            return now.addSecs(-count * seconds.value(text.back()));
        return std::nullopt;
    }
    const QDateTime moment = QDateTime::fromString(text, Qt::ISODate);
    return moment.isValid() ? std::optional(moment) : std::nullopt;
}

Command eventsCommand()
{
    return {CommandGroup::Look,
            u"events"_s,
            //: @info what a command does
            Words::tr("Lists what has happened to the bonds."),
            {},
            {},
            {//: @info what an option does
             {u"since"_s, Words::tr("a moment (2026-11-22T13:00) or how long ago (30m, 2h, 7d); default 7d"),
              takes::text(u"TIME"_s)},
             //: @info what an option does
             {u"bond"_s, Words::tr("only events of this bond"), takes::bond()},
             takes::json()},
            {u"events --since 2h --bond bond0"_s},
            runEvents};
}

} // namespace bondwright::cli
