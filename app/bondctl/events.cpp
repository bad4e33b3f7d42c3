// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "events.h"

#include "common/kerneljson.h"
#include "common/parsedarguments.h"
#include "common/texttable.h"
#include "history/eventstore.h"
#include "history/journalreader.h"
#include "models/texts.h"

#include <QJsonDocument>

namespace bondwright::cli
{

namespace
{

const QString sinceOption = QStringLiteral("--since");
const QString bondOption = QStringLiteral("--bond");

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

} // namespace

int runEvents(Context &context)
{
    const Result<ParsedArguments> arguments
        = ParsedArguments::parse(context.arguments, {jsonFlag}, {sinceOption, bondOption});
    if (!arguments || !arguments->words().isEmpty())
        return reportUsage(context, //: @error
                           arguments ? QCoreApplication::translate("bondctl", "This command takes no names.")
                                     : arguments.error().message);
    const QDateTime now = QDateTime::currentDateTime();
    const QString since = arguments->has(sinceOption) ? arguments->value(sinceOption) : QStringLiteral("7d");
    const std::optional<QDateTime> moment = momentFromText(since, now);
    if (!moment)
        return reportUsage(context,
                           //: @error keep the examples
                           QCoreApplication::translate(
                               "bondctl", "--since takes a moment (2026-11-22T13:00) or how long ago (30m, 2h, 7d)."));
    history::EventQuery query;
    query.since = *moment;
    query.bond = arguments->value(bondOption);
    query.limit = history::EventStore::maxEvents;
    const QList<kernel::BondEvent> events
        = history::mergeEvents(storedEvents(context, query), journalEvents(context, query));
    for (const kernel::BondEvent &event : events) {
        if (arguments->has(jsonFlag)) {
            context.out << QString::fromUtf8(QJsonDocument(eventToJson(event)).toJson(QJsonDocument::Compact)) << '\n';
            continue;
        }
        context.out << event.wallTime.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")) << "  "
                    << padded(printable(event.bond), 8) << "  " << printable(kernel::eventText(event));
        if (event.outage)
            context.out << "  (" << models::Texts::duration(*event.outage) << ')';
        context.out << '\n';
    }
    if (events.isEmpty() && !arguments->has(jsonFlag))
        //: @info
        context.out << QCoreApplication::translate("bondctl", "No events in that time.") << '\n';
    return Success;
}

} // namespace bondwright::cli
