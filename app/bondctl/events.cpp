// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "events.h"

#include "commands.h"
#include "common/arguments.h"
#include "common/hostaccess.h"
#include "common/kerneljson.h"
#include "common/savedevents.h"
#include "common/texttable.h"
#include "common/values.h"
#include "common/words.h"
#include "history/eventstore.h"
#include "history/journalreader.h"
#include "i18n/printable.h"
#include "models/texts.h"

#include <QJsonDocument>
#include <QJsonObject>

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

void printCut(Context &context)
{
    //: @info
    context.err << "bondctl: "
                << QCoreApplication::translate("bondctl", "The journal is long: its oldest part was not read.") << '\n';
}

QList<kernel::BondEvent> journalEvents(Context &context, const history::EventQuery &query)
{
    const Result<history::JournalEvents> journal = history::readJournal(query.since);
    if (!journal) {
        reportError(context, journal.error());
        return {};
    }
    if (!journal->isComplete)
        printCut(context);
    QList<kernel::BondEvent> wanted;
    for (const kernel::BondEvent &event : journal->events) {
        if (query.bond.isEmpty() || event.bond == query.bond)
            wanted.append(event);
    }
    return wanted;
}

/// What bondwright-watch saw while no program of this user ran.
QList<kernel::BondEvent> watchedEvents(Context &context, const history::EventQuery &query)
{
    const auto events = history::readEvents(history::watchedEventsFile(), query);
    if (!events)
        reportError(context, events.error());
    return events.value_or(QList<kernel::BondEvent>());
}

QString timeOf(const kernel::BondEvent &event)
{
    if (event.wallTime.isValid())
        return event.wallTime.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
    return u"[%1]"_s.arg(double(event.monotonicNs) / 1e9, 12, 'f', 6); // as dmesg has it: since the host's start
}

void printEvents(Context &context, const Arguments &arguments, const QList<kernel::BondEvent> &events)
{
    for (const kernel::BondEvent &event : events) {
        if (arguments.has(u"json"_s)) {
            QJsonObject object = eventToJson(event);
            if (!event.wallTime.isValid())
                object.insert(u"since_start"_s, double(event.monotonicNs) / 1e9);
            context.out << QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) << '\n';
            continue;
        }
        context.out << padded(timeOf(event), 23) << "  " << padded(i18n::printable(event.bond), 8) << "  "
                    << i18n::printable(kernel::eventText(event));
        if (event.outage)
            context.out << "  (" << models::Texts::duration(*event.outage) << ')';
        context.out << '\n';
    }
    if (events.isEmpty() && !arguments.has(u"json"_s))
        //: @info
        context.out << QCoreApplication::translate("bondctl", "No events in that time.") << '\n';
}

/// On standard error, so that the events can be piped.
void printNotUnderstood(Context &context, const history::SavedLog &log)
{
    if (log.notUnderstood.isEmpty())
        return;
    //: @title above lines of a log, as they are
    context.err << Words::tr("Lines of the bonding driver that were not understood:") << '\n';
    for (const QString &line : log.notUnderstood)
        context.err << "  " << i18n::printable(line) << '\n';
    if (log.moreNotUnderstood > 0)
        //: @info %n lines of a log
        context.err << "  " << Words::tr("and %n more", nullptr, int(log.moreNotUnderstood)) << '\n';
}

int showSaved(Context &context, const Arguments &arguments, const std::optional<QDateTime> &since)
{
    const Result<history::SavedLog> log = readSavedEvents(arguments.value(u"file"_s));
    if (!log)
        return reportError(context, log.error());
    const QString bond = arguments.value(u"bond"_s);
    QList<kernel::BondEvent> wanted;
    for (const kernel::BondEvent &event : log->events) {
        const bool isRecent = !since || !event.wallTime.isValid() || event.wallTime >= *since;
        if (isRecent && (bond.isEmpty() || event.bond == bond))
            wanted.append(event);
    }
    if (!log->isWhole)
        printCut(context);
    printEvents(context, arguments, wanted);
    printNotUnderstood(context, *log);
    return Success;
}

int showOtherHosts(Context &context, const Arguments &arguments, const history::EventQuery &query)
{
    const auto events = context.host.otherEvents(query.since);
    if (!events)
        return reportError(context, events.error());
    QList<kernel::BondEvent> wanted;
    for (const kernel::BondEvent &event : *events) {
        const bool isInTime
            = !event.wallTime.isValid() || event.wallTime >= query.since; // an older host knows no since
        if (isInTime && (query.bond.isEmpty() || event.bond == query.bond))
            wanted.append(event);
    }
    printEvents(context, arguments, wanted);
    return Success;
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
    if (arguments.has(u"file"_s)) // of a saved log everything is shown, however old it is
        return showSaved(context, arguments, arguments.has(u"since"_s) ? moment : std::nullopt);
    history::EventQuery query;
    query.since = *moment;
    query.bond = arguments.value(u"bond"_s);
    query.limit = history::EventStore::maxEvents;
    if (context.host.isOther())
        return showOtherHosts(context, arguments, query);
    const QList<kernel::BondEvent> seen
        = history::mergeEvents(storedEvents(context, query), watchedEvents(context, query));
    printEvents(context, arguments, history::mergeEvents(seen, journalEvents(context, query)));
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
             takes::otherHost(),
             //: @info what an option does
             {u"file"_s,
              Words::tr("a saved log (dmesg, journalctl), “-”, or a support report (folder or tar archive) instead of "
                        "this host's events"),
              takes::file(), false, false, u"host"_s},
             takes::json()},
            {u"events --since 2h --bond bond0"_s, u"events --file dmesg.txt"_s},
            runEvents};
}

} // namespace bondwright::cli
