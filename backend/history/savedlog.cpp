// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "history/savedlog.h"

#include "history/bondinglog.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace bondwright::history
{

namespace
{

constexpr qsizetype maxText = 32 * 1024 * 1024;
constexpr qsizetype maxLine = 2048;
constexpr qsizetype maxNotUnderstood = 64;

/// One message of the kernel, and when it was.
struct LogLine {
    QDateTime when; ///< invalid if the log has no clock
    std::optional<double> sinceBoot; ///< seconds
    QString message;
};

/// What stands behind the host's name: "kernel: text", where older kernels repeat the time since boot.
QString kernelMessage(const QString &rest)
{
    static const QRegularExpression form(u"^(?:\\S+ )?kernel(?:\\[\\d+\\])?: (?:\\[ *\\d+\\.\\d+\\] ?)?(.*)$"_s);
    return form.match(rest).captured(1);
}

/// "[  123.456789] text", also with the time since the last line (-d). journalctl -o short-monotonic: "[  123.456789]
/// host kernel: text".
std::optional<LogLine> dmesgLine(const QString &text)
{
    static const QRegularExpression form(u"^\\[ *(\\d{1,10}\\.\\d{1,9})(?: <[ .\\d]+>)?\\] ?(.*)$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString message = match.captured(2);
    const QString kernel = kernelMessage(message);
    return LogLine{{}, match.captured(1).toDouble(), kernel.isEmpty() ? message : kernel};
}

/// journalctl -o short-unix: "1795844952.123456 host kernel: text".
std::optional<LogLine> unixLine(const QString &text)
{
    static const QRegularExpression form(u"^(\\d{9,11})\\.(\\d{3})\\d* (.*)$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const qint64 milliseconds = match.captured(1).toLongLong() * 1000 + match.captured(2).toInt();
    return LogLine{QDateTime::fromMSecsSinceEpoch(milliseconds), {}, kernelMessage(match.captured(3))};
}

/// RFC 5424 behind its level: "1 2026-11-28T05:49:12.123Z host kernel - - - text" reads as the form of rsyslog.
QString withoutSyslogHeader(const QString &text)
{
    static const QRegularExpression form(u"^1 (\\d{4}-\\d\\d-\\d\\dT\\S+) (\\S+) (\\S+) \\S+ \\S+ "
                                         "(?:-|(?:\\[(?:[^\\]\"]|\"(?:[^\"\\\\]|\\\\.)*\")*\\])+) ?(.*)$"_s);
    const auto match = form.match(text);
    return match.hasMatch()
        ? u"%1 %2 %3: "_s.arg(match.captured(1), match.captured(2), match.captured(3)) + match.captured(4)
        : text;
}

/// dmesg -T and journalctl name the days and months in the language of who called them: "Sat", "Nov"; "六", "11月".
const QString dayName = u"(?:[A-Z][a-z]{2}|[日一二三四五六])"_s;
const QString monthName = u"([A-Z][a-z]{2}|[0-9]{1,2}月)"_s;

/// By this host's clock. That clock skips an hour in spring, which is an hour like any other where the log was written:
/// what the clock has skipped counts as if it had not.
QDateTime localTime(const QDate &date, const QTime &clock)
{
    const QDateTime local(date, clock);
    if (local.isValid() || !date.isValid() || !clock.isValid())
        return local;
    const QDateTime asUtc(date, clock, QTimeZone::utc());
    return asUtc.addSecs(-asUtc.addDays(-1).toLocalTime().offsetFromUtc()).toLocalTime();
}

/// Invalid: there is no such day. A leap second counts as the one before it.
QDateTime clockTime(int year, const QString &month, const QString &day, QString time)
{
    static const QStringList names{u"Jan"_s, u"Feb"_s, u"Mar"_s, u"Apr"_s, u"May"_s, u"Jun"_s,
                                   u"Jul"_s, u"Aug"_s, u"Sep"_s, u"Oct"_s, u"Nov"_s, u"Dec"_s};
    const int number = month.endsWith(u'月') ? month.chopped(1).toInt() : int(names.indexOf(month)) + 1;
    if (time.endsWith(u":60"))
        time.replace(time.size() - 2, 2, u"59"_s);
    const QDate date(year, number, day.toInt());
    const QTime clock = QTime::fromString(time, u"H:mm:ss"_s);
    return localTime(date, clock);
}

/// dmesg -T: "[Sat Nov 28 05:49:12 2026] text", also with the time since the last line (-d).
std::optional<LogLine> dmesgClockLine(const QString &text)
{
    static const QRegularExpression form(u"^\\["_s + dayName + u" +"_s + monthName
                                         + u" +(\\d+) (\\d+:\\d+:\\d+) (\\d{4})(?: <[ .\\d]+>)?\\] (.*)$"_s);
    const auto match = form.match(text);
    const QDateTime when
        = clockTime(match.captured(4).toInt(), match.captured(1), match.captured(2), match.captured(3));
    return when.isValid() ? std::optional(LogLine{when, {}, match.captured(5)}) : std::nullopt;
}

/// "2026-11-28T05:49:12.123456+00:00 host kernel: text", and dmesg's with ',' and without host. Also journalctl -o
/// short-full: "Sat 2026-11-28 05:49:12 UTC host kernel: text", where the letters of other zones have to be this host's.
std::optional<LogLine> isoLine(const QString &text)
{
    static const QRegularExpression form(
        u"^(?:"_s + dayName
        + u" )?(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d:\\d\\d)(?:[.,](\\d+))?(Z|[+-]\\d\\d:?\\d\\d)?( UTC| [A-Z]{3,5}| [+-]\\d\\d(?:\\d\\d)?)? (.*)$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    QString zone = match.captured(4);
    const QString abbreviation = match.captured(5).trimmed();
    if (zone.isEmpty() && (abbreviation.startsWith(u'+') || abbreviation.startsWith(u'-')))
        zone = abbreviation.leftJustified(5, u'0'); // many zones have no letters: "+03", "+0545"
    if (zone.size() == 5)
        zone.insert(3, u':');
    const QString fraction = match.captured(3).left(3).leftJustified(3, u'0');
    if (zone.isEmpty() && abbreviation == u"UTC")
        zone = u"Z"_s;
    QString time = match.captured(2);
    if (time.endsWith(u":60"))
        time.replace(time.size() - 2, 2, u"59"_s); // a leap second
    const QDateTime read = QDateTime::fromString(
        match.captured(1) + u'T' + time + u'.' + fraction + (zone.isEmpty() ? u"Z"_s : zone), Qt::ISODateWithMs);
    const QDateTime when = zone.isEmpty() ? localTime(read.date(), read.time()) : read;
    if (!when.isValid())
        return std::nullopt;
    const QString kernel = kernelMessage(match.captured(6));
    return LogLine{when, {}, kernel.isEmpty() ? match.captured(6) : kernel};
}

/// "Nov 28 05:49:12.123 host kernel: text": no year.
std::optional<LogLine> syslogLine(const QString &text, const QDateTime &writtenAt)
{
    static const QRegularExpression form(u"^"_s + monthName + u" +(\\d+) (\\d\\d:\\d\\d:\\d\\d)(?:\\.(\\d+))? (.*)$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    QDateTime when;
    constexpr int longest = 8; // between two leap years
    for (int back = 0; back <= longest && (!when.isValid() || when > writtenAt.addDays(1)); ++back) {
        when = clockTime(writtenAt.date().year() - back, match.captured(1), match.captured(2), match.captured(3));
        when = when.addMSecs(match.captured(4).left(3).leftJustified(3, u'0').toInt());
    }
    if (!when.isValid())
        return std::nullopt;
    return LogLine{when, {}, kernelMessage(match.captured(5))};
}

/// journalctl -o json: one object a line.
std::optional<LogLine> journalLine(const QString &text)
{
    if (!text.startsWith(u'{'))
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    const qint64 microseconds = object.value(u"__REALTIME_TIMESTAMP"_s).toString().toLongLong();
    if (microseconds <= 0)
        return std::nullopt;
    const bool isKernel = object.value(u"_TRANSPORT"_s).toString() == u"kernel"
        || object.value(u"SYSLOG_IDENTIFIER"_s).toString() == u"kernel";
    return LogLine{QDateTime::fromMSecsSinceEpoch(microseconds / 1000),
                   {},
                   isKernel ? object.value(u"MESSAGE"_s).toString() : QString()};
}

std::optional<LogLine> parseLine(const QString &text, const QDateTime &writtenAt)
{
    if (auto line = dmesgLine(text))
        return line;
    if (auto line = dmesgClockLine(text))
        return line;
    if (auto line = isoLine(withoutSyslogHeader(text)))
        return line;
    if (auto line = unixLine(text))
        return line;
    if (auto line = syslogLine(text, writtenAt))
        return line;
    return journalLine(text);
}

/// Without dmesg's colours, without the level before the time ("<6>" of -r, "kern  :info  : " of -x), and without the
/// caller that CONFIG_PRINTK_CALLER puts before the text: "[    T1] ", "[   C12] ".
std::optional<LogLine> bareLine(QString text, const QDateTime &writtenAt)
{
    static const QRegularExpression colours(u"\\x1b\\[[0-9;]*m"_s);
    static const QRegularExpression caller(u"^\\[ *[TC]\\d+\\] ?"_s);
    static const QRegularExpression level(u"^(?:<\\d{1,3}>|[a-z0-9]+ *:[a-z]+ *: )"_s);
    auto line = parseLine(text.remove(colours).trimmed().remove(level), writtenAt);
    if (line)
        line->message.remove(caller);
    return line;
}

/// Whether the bonding driver printed it.
bool isOfDriver(const QString &message, const QStringList &bonds)
{
    static const QRegularExpression slave(u"^\\S+(?: \\(unregistering\\))?: \\(slave \\S+\\): "_s);
    const QString name = message.section(u':', 0, 0).section(u' ', 0, 0);
    return message.startsWith(u"bonding: "_s) || slave.match(message).hasMatch() || bonds.contains(name);
}

/// The log that counts since boot gets a clock for the time of reading: a failover is told by what was just before.
QDateTime momentOf(const LogLine &line)
{
    return line.sinceBoot ? QDateTime::fromMSecsSinceEpoch(qint64(*line.sinceBoot * 1000)).toUTC() : line.when;
}

class LogReader
{
public:
    void add(const LogLine &line)
    {
        const auto message = parseBondingMessage(line.message);
        if (message && !m_bonds.contains(message->bond) && m_bonds.size() < BondingLog::maxBonds)
            m_bonds.append(message->bond);
        if (std::optional<kernel::BondEvent> event = m_log.add(momentOf(line), line.message)) {
            if (line.sinceBoot) {
                event->monotonicNs = qint64(*line.sinceBoot * 1e9);
                event->wallTime = QDateTime();
            }
            m_result.events.append(*event);
        } else if (!message && isOfDriver(line.message, m_bonds)) {
            if (m_result.notUnderstood.size() < maxNotUnderstood)
                m_result.notUnderstood.append(line.message);
            else
                ++m_result.moreNotUnderstood;
        }
    }
    SavedLog result() const { return m_result; }

private:
    BondingLog m_log;
    QStringList m_bonds;
    SavedLog m_result;
};

} // namespace

Result<SavedLog> readSavedLog(const QByteArray &text, const QDateTime &writtenAt)
{
    LogReader reader;
    bool isLog = false;
    qsizetype begin = 0;
    while (begin < std::min(text.size(), maxText)) {
        const qsizetype end = text.indexOf('\n', begin);
        const qsizetype length = (end < 0 ? text.size() : end) - begin;
        const auto line = bareLine(QString::fromUtf8(text.mid(begin, std::min(length, maxLine))), writtenAt);
        begin += length + 1;
        if (!line)
            continue;
        isLog = true;
        if (!line->message.isEmpty())
            reader.add(*line);
    }
    if (!isLog)
        return fail(u"log.format"_s,
                    //: @error
                    QCoreApplication::translate("History", "This is no log of a kernel."),
                    //: @info what to do; names of programs
                    QCoreApplication::translate("History", "Save one with “dmesg” or “journalctl -k”."));
    return reader.result();
}

} // namespace bondwright::history
