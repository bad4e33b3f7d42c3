// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/kerneljson.h"
#include "common/monitorprinter.h"
#include "history/outagematcher.h"
#include "posix/clock.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

namespace bondwright::cli
{

namespace
{

/// One JSON object a line; docs/json.md says what is in it.
class JsonPrinter : public MonitorPrinter
{
public:
    explicit JsonPrinter(QTextStream &out)
        : m_out(out)
    {
    }

    void printStart(const kernel::Snapshot &snapshot, const QMap<int, diagnosis::Diagnosis> &bonds) override
    {
        QJsonArray states;
        for (auto health = bonds.cbegin(); health != bonds.cend(); ++health)
            states.append(bondToJson(snapshot.bonds.value(health.key()), snapshot, {}, *health));
        // Of a recording it is the recording host's clock, as in its events.
        const qint64 at = snapshot.monotonicNs > 0 ? snapshot.monotonicNs : monotonicNow();
        const QDateTime time = QDateTime::fromMSecsSinceEpoch((at + wallOffset()) / 1'000'000).toUTC();
        print("start", at,
              {{QStringLiteral("time"), time.toString(Qt::ISODateWithMs)},
               {QStringLiteral("kernel"), snapshot.kernelRelease},
               {QStringLiteral("bonds"), states}});
    }
    void printSample(const kernel::CounterSample &sample, const kernel::Snapshot &snapshot, const QList<int> &) override
    {
        QJsonArray interfaces;
        for (const kernel::Counters &counters : sample.interfaces)
            interfaces.append(countersToJson(counters, ratesOf(counters, sample.monotonicNs),
                                             snapshot.nics.value(counters.ifindex).name));
        print("sample", sample.monotonicNs, {{QStringLiteral("interfaces"), interfaces}});
    }
    void printEvent(const kernel::BondEvent &event) override { print("event", event.monotonicNs, eventToJson(event)); }
    void printVerdict(const kernel::BondState &bond, const diagnosis::Diagnosis &health, qint64 monotonicNs) override
    {
        QJsonObject object = healthToJson(health);
        object.insert(QStringLiteral("bond"), bond.name);
        print("verdict", monotonicNs, object);
    }
    void printReply(const BondPing &ping, const ping::PingReply &reply) override
    {
        QJsonObject object = head(ping);
        object.insert(QStringLiteral("seq"), qint64(reply.sequence));
        object.insert(QStringLiteral("rtt_us"),
                      reply.rtt ? QJsonValue(double(reply.rtt->count()) / 1000) : QJsonValue(QJsonValue::Null));
        print("ping", reply.sentMonotonicNs, object);
    }
    void printOutage(const BondPing &ping, const ping::PingOutage &outage, qint64 eventId) override
    {
        QJsonObject object = head(ping);
        object.insert(QStringLiteral("start"), outage.startMonotonicNs);
        object.insert(QStringLiteral("end"), outage.endMonotonicNs);
        object.insert(QStringLiteral("ms"), qint64(history::lengthOf(outage).count()));
        object.insert(QStringLiteral("packets"), qint64(outage.packets));
        object.insert(QStringLiteral("event"), eventId ? QJsonValue(eventId) : QJsonValue(QJsonValue::Null));
        print("outage", outage.endMonotonicNs, object);
    }
    void printTrouble(const QString &message) override
    {
        print("trouble", monotonicNow(), {{QStringLiteral("text"), message}});
    }
    void printEnd(const QList<std::pair<BondPing, ping::PingStatistics>> &pings) override
    {
        QJsonArray summaries;
        for (const auto &[ping, statistics] : pings) {
            QJsonObject object = statisticsToJson(statistics);
            object.insert(QStringLiteral("target"), ping.target.address.toString());
            summaries.append(object);
        }
        print("end", monotonicNow(), {{QStringLiteral("pings"), summaries}});
    }

private:
    static QJsonObject head(const BondPing &ping)
    {
        return {{QStringLiteral("target"), ping.target.address.toString()},
                {QStringLiteral("bond"), ping.bond.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(ping.bond)}};
    }
    void print(const char *type, qint64 monotonicNs, QJsonObject object)
    {
        object.insert(QStringLiteral("type"), QLatin1String(type));
        object.insert(QStringLiteral("t"), monotonicNs);
        m_out << QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) << '\n';
        m_out.flush();
    }

    QTextStream &m_out;
};

} // namespace

std::unique_ptr<MonitorPrinter> makeJsonPrinter(QTextStream &out)
{
    return std::make_unique<JsonPrinter>(out);
}

} // namespace bondwright::cli
