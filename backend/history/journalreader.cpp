// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/journalreader.h"

#include "history/bondinglog.h"

#include <QCoreApplication>

#include <algorithm>
#include <memory>
#include <systemd/sd-journal.h>

namespace bondwright::history
{

namespace
{

struct CloseJournal {
    void operator()(sd_journal *journal) const { sd_journal_close(journal); }
};
using Journal = std::unique_ptr<sd_journal, CloseJournal>;

struct Line {
    std::uint64_t realtimeUs = 0; // as systemd spells it
    QString message;
};

tl::unexpected<Error> unreadable()
{
    return fail(
        QStringLiteral("journal.unreadable"),
        //: @error
        QCoreApplication::translate("bondwright::history",
                                    "Earlier events are not known: this user cannot read the system journal."),
        //: @info what to do; keep the group's name
        QCoreApplication::translate("bondwright::history", "Members of the group systemd-journal may read it."));
}

std::optional<QString> messageOf(sd_journal *journal)
{
    const void *data = nullptr;
    std::size_t size = 0;
    if (sd_journal_get_data(journal, "MESSAGE", &data, &size) < 0)
        return std::nullopt;
    const QByteArrayView field(static_cast<const char *>(data), qsizetype(size));
    constexpr qsizetype nameSize = sizeof("MESSAGE=") - 1;
    return field.size() > nameSize ? std::optional(QString::fromUtf8(field.sliced(nameSize))) : std::nullopt;
}

} // namespace

JournalScan::JournalScan(const QDateTime &since)
    : m_since(std::chrono::milliseconds(std::max<qint64>(0, since.toMSecsSinceEpoch())))
{
}

JournalScan::Step JournalScan::take(std::chrono::microseconds realtime)
{
    if (++m_seen > maxJournalEntries) {
        m_isComplete = m_olderInRow > 0;
        return Step::Stop;
    }
    if (realtime >= m_since) {
        m_olderInRow = 0;
        return Step::Read;
    }
    return ++m_olderInRow > maxOlderEntries ? Step::Stop : Step::Skip;
}

Result<JournalEvents> readJournal(const QDateTime &since)
{
    sd_journal *opened = nullptr;
    if (sd_journal_open(&opened, SD_JOURNAL_LOCAL_ONLY | SD_JOURNAL_SYSTEM) < 0)
        return unreadable();
    const Journal journal(opened);
    sd_journal_set_data_threshold(journal.get(), 1024);
    if (sd_journal_add_match(journal.get(), "_TRANSPORT=kernel", 0) < 0 || sd_journal_seek_tail(journal.get()) < 0)
        return unreadable();

    // Backwards from now, because the end is near and the beginning may be years away.
    JournalEvents result;
    QList<Line> lines;
    JournalScan scan(since);
    while (sd_journal_previous(journal.get()) > 0) {
        Line line;
        if (sd_journal_get_realtime_usec(journal.get(), &line.realtimeUs) < 0)
            continue;
        const JournalScan::Step step = scan.take(std::chrono::microseconds(line.realtimeUs));
        if (step == JournalScan::Step::Stop)
            break;
        if (step == JournalScan::Step::Skip)
            continue;
        const std::optional<QString> message = messageOf(journal.get());
        if (!message || !(parseBondingMessage(*message) || BondingLog::isStart(*message)))
            continue;
        line.message = *message;
        lines.append(line);
    }
    // The kernel always says something while it boots: nothing at all means that it was not for us to read.
    if (!scan.hasSeenAny())
        return unreadable();
    result.isComplete = scan.isComplete();
    BondingLog log;
    for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
        const QDateTime when = QDateTime::fromMSecsSinceEpoch(qint64(line->realtimeUs / 1000)).toUTC();
        if (const auto event = log.add(when, line->message))
            result.events.append(*event);
    }
    return result;
}

QList<kernel::BondEvent> mergeEvents(const QList<kernel::BondEvent> &stored, const QList<kernel::BondEvent> &journal)
{
    constexpr qint64 sameWithinMs = 2000;
    const auto earlier
        = [](const kernel::BondEvent &one, const kernel::BondEvent &other) { return one.wallTime < other.wallTime; };
    QList<kernel::BondEvent> merged = stored;
    std::stable_sort(merged.begin(), merged.end(), earlier);
    const QList<kernel::BondEvent> known = merged;
    for (const kernel::BondEvent &event : journal) {
        const auto first = std::lower_bound(known.cbegin(), known.cend(), event.wallTime.addMSecs(-sameWithinMs),
                                            [](const auto &one, const QDateTime &when) { return one.wallTime < when; });
        const auto isSame = [&](const kernel::BondEvent &one) {
            return one.kind == event.kind && one.bond == event.bond && one.slave == event.slave && one.to == event.to;
        };
        bool isKnown = false;
        for (auto at = first; at != known.cend() && at->wallTime <= event.wallTime.addMSecs(sameWithinMs); ++at)
            isKnown = isKnown || isSame(*at);
        if (!isKnown)
            merged.append(event);
    }
    std::stable_sort(merged.begin(), merged.end(), earlier);
    return merged;
}

} // namespace bondwright::history
