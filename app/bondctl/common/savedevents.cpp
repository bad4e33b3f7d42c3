// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/savedevents.h"

#include "command.h"
#include "common/words.h"
#include "report/supportreport.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

/// Where reports keep the kernel's messages, the fullest first. What has a clock and what counts from the host's start
/// are not mixed: they tell the same.
const std::array logPlaces{
    QRegularExpression(u"^/sos_commands/logs/journalctl[^/]*$"_s),
    QRegularExpression(u"^/var/log/(messages|syslog|kern\\.log)[^/]*$"_s),
    QRegularExpression(u"^/(sos_commands/(kernel|general)/)?dmesg[^/]*-T[^/]*$"_s),
    QRegularExpression(u"^/(sos_commands/(kernel|general)/dmesg[^/]*|var/log/dmesg[^/]*|dmesg[^/]*)$"_s),
};

int rankOf(const QString &path)
{
    const auto place = std::find_if(logPlaces.begin(), logPlaces.end(),
                                    [&path](const QRegularExpression &form) { return form.match(path).hasMatch(); });
    return int(place - logPlaces.begin());
}

/// From which slave the traffic came is known or not, as far back as the file goes.
auto identityOf(const kernel::BondEvent &event)
{
    return std::tuple(event.wallTime.toMSecsSinceEpoch(), event.monotonicNs, event.kind, event.bond, event.slave,
                      event.to, event.option);
}

/// Several files have the same lines: the whole journal and that of this boot, syslog and kern.log. What is in one file
/// twice has happened twice.
void add(const history::SavedLog &more, history::SavedLog *log)
{
    std::map<decltype(identityOf({})), int> known;
    for (const kernel::BondEvent &event : std::as_const(log->events))
        ++known[identityOf(event)];
    for (const kernel::BondEvent &event : more.events) {
        const auto same = known.find(identityOf(event));
        if (same == known.end() || --same->second < 0)
            log->events.append(event);
    }
    for (const QString &line : more.notUnderstood) {
        if (!log->notUnderstood.contains(line))
            log->notUnderstood.append(line);
    }
    log->moreNotUnderstood = std::max(log->moreNotUnderstood, more.moreNotUnderstood);
}

Result<history::SavedLog> eventsOfReport(const QString &source)
{
    const auto files
        = report::readReport(source, [](const QString &path) { return rankOf(path) < int(logPlaces.size()); });
    if (!files)
        return tl::unexpected(files.error());
    const QDateTime reportedAt = QFileInfo(source).lastModified();
    for (int rank = 0; rank < int(logPlaces.size()); ++rank) {
        history::SavedLog log;
        for (const report::ReportFile &file : *files) {
            if (rankOf(file.path) != rank)
                continue;
            // A report that was copied or unpacked just now may be of last year.
            const QDateTime writtenAt = file.writtenAt.isValid() ? file.writtenAt : reportedAt;
            add(history::readSavedLog(file.content, writtenAt).value_or(history::SavedLog()), &log);
            log.isWhole = log.isWhole && file.isWhole;
        }
        if (log.events.isEmpty() && log.notUnderstood.isEmpty())
            continue;
        // Rotated files come in the order of their names.
        std::stable_sort(log.events.begin(), log.events.end(),
                         [](const auto &a, const auto &b) { return a.wallTime < b.wallTime; });
        return log;
    }
    if (files->isEmpty())
        return fail(u"log.none"_s,
                    //: @error %1 a file or folder
                    Words::tr("“%1” holds no log of the kernel.").arg(source),
                    //: @info what to do; names of programs
                    Words::tr("Give a file that “dmesg” or “journalctl -k” wrote, or a support report."));
    return history::SavedLog();
}

} // namespace

Result<history::SavedLog> readSavedEvents(const QString &source)
{
    constexpr qint64 largest = 32 * 1024 * 1024;
    if (source != u"-" && (QFileInfo(source).isDir() || report::isArchive(source)))
        return eventsOfReport(source);
    const QDateTime writtenAt = source == u"-" ? QDateTime::currentDateTime() : QFileInfo(source).lastModified();
    return readInput(source, largest).and_then([&writtenAt](const QByteArray &text) {
        return history::readSavedLog(text, writtenAt);
    });
}

} // namespace bondwright::cli
