// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rehearsal/report.h"

#include "domain/errorcode.h"
#include "domain/json/findingsjson.h"
#include "kernel/recording/jsonfields.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace bondwright::rehearsal
{

namespace
{

constexpr qsizetype maxEntries = 256;

QJsonObject errorJson(const Error &error)
{
    return {{u"code"_s, error.code}, {u"message"_s, error.message}, {u"hint"_s, error.hint}};
}

Error errorFrom(const QJsonValue &value)
{
    return {value[u"code"_s].toString(), value[u"message"_s].toString(), value[u"hint"_s].toString()};
}

QJsonObject differenceJson(const kernel::Difference &difference)
{
    return {{u"code"_s, kernel::differenceName(difference.kind)},
            {u"field"_s, difference.field},
            {u"expected"_s, difference.expected},
            {u"seen"_s, difference.seen},
            {u"message"_s, difference.message}};
}

kernel::Difference differenceFrom(const QJsonValue &value)
{
    const auto kind = kernel::differenceFromName(value[u"code"_s].toString());
    return {kind.value_or(kernel::DifferenceKind::BondMissing),
            value[u"field"_s].toString(),
            value[u"expected"_s].toString(),
            value[u"seen"_s].toString(),
            value[u"message"_s].toString(),
            false,
            {}};
}

QJsonObject observationJson(const Observation &seen)
{
    return {{u"switch"_s, switchKindName(seen.switchKind)},
            {u"verdict"_s, diagnosis::verdictName(seen.verdict)},
            {u"word"_s, seen.word},
            {u"cause"_s, seen.cause},
            {u"lacpPartner"_s, seen.lacpPartner},
            {u"carrying"_s, seen.carrying},
            {u"pingsSent"_s, qint64(seen.sent)},
            {u"pingsLost"_s, qint64(seen.lost)}};
}

Observation observationFrom(const QJsonValue &value)
{
    return {switchKindFromName(value[u"switch"_s].toString()).value_or(SwitchKind::None),
            diagnosis::verdictFromName(value[u"verdict"_s].toString()),
            value[u"word"_s].toString(),
            value[u"cause"_s].toString(),
            value[u"lacpPartner"_s].toString(),
            value[u"carrying"_s].toInt(),
            quint32(value[u"pingsSent"_s].toInteger()),
            quint32(value[u"pingsLost"_s].toInteger())};
}

template <typename T, typename F>
QJsonArray arrayOf(const QList<T> &list, F json)
{
    QJsonArray array;
    for (const T &one : list)
        array.append(json(one));
    return array;
}

template <typename T, typename F>
QList<T> listOf(const QJsonValue &value, F read)
{
    QList<T> list;
    for (const QJsonValue &one : value.toArray()) {
        if (list.size() < maxEntries)
            list.append(read(one));
    }
    return list;
}

} // namespace

std::optional<std::chrono::microseconds> Report::failover() const
{
    std::optional<std::chrono::microseconds> longest;
    if (test) {
        for (const failover::StepResult &step : test->steps)
            longest = std::max(longest.value_or(std::chrono::microseconds(0)), step.outage());
    }
    return longest;
}

bool helperCould(const Report &report)
{
    return report.outcome == RehearsalOutcome::NotPossible
        && (report.error.code == errorcode::rehearsalRefused || report.error.code == errorcode::rehearsalDriver);
}

QJsonObject toJson(const Report &report)
{
    QJsonObject object{{u"outcome"_s, rehearsalOutcomeName(report.outcome)},
                       {u"bond"_s, report.bond},
                       {u"mode"_s, report.mode},
                       {u"switch"_s, switchKindName(report.switchKind)},
                       {u"kernel"_s, report.kernel},
                       {u"startedAt"_s, report.startedAt.toString(Qt::ISODateWithMs)},
                       {u"buildMs"_s, kernel::json::toMs(report.build)},
                       {u"verifyMs"_s, kernel::json::toMs(report.verify)},
                       {u"totalMs"_s, kernel::json::toMs(report.total)},
                       {u"findings"_s, findingsToJson(report.findings)},
                       {u"differences"_s, arrayOf(report.differences, differenceJson)},
                       {u"wrongSwitches"_s, arrayOf(report.wrongSwitches, observationJson)},
                       {u"limits"_s, arrayOf(report.limits, limitName)},
                       {u"loadedModules"_s, QJsonArray::fromStringList(report.loadedModules)}};
    if (report.outcome == RehearsalOutcome::NotPossible)
        object.insert(u"error"_s, errorJson(report.error));
    if (report.lacp)
        object.insert(u"lacpMs"_s, kernel::json::toMs(*report.lacp));
    if (const auto failover = report.failover())
        object.insert(u"failoverMs"_s, kernel::json::toMs(*failover));
    if (report.refusal) {
        QJsonObject refusal = errorJson(report.refusal->error);
        refusal.insert(u"field"_s, report.refusal->field);
        object.insert(u"refusal"_s, refusal);
    }
    if (report.test)
        object.insert(u"test"_s, failover::toJson(*report.test));
    if (report.seen)
        object.insert(u"seen"_s, observationJson(*report.seen));
    return object;
}

std::optional<Report> reportFromJson(const QJsonObject &object)
{
    const auto outcome = rehearsalOutcomeFromName(object[u"outcome"_s].toString());
    const auto kind = switchKindFromName(object[u"switch"_s].toString());
    if (!outcome || !kind)
        return std::nullopt;
    Report report;
    report.outcome = *outcome;
    report.error = errorFrom(object[u"error"_s]);
    report.bond = object[u"bond"_s].toString();
    report.mode = object[u"mode"_s].toString();
    report.switchKind = *kind;
    report.kernel = object[u"kernel"_s].toString();
    report.startedAt = QDateTime::fromString(object[u"startedAt"_s].toString(), Qt::ISODateWithMs);
    report.build = kernel::json::fromMs(object[u"buildMs"_s]);
    report.verify = kernel::json::fromMs(object[u"verifyMs"_s]);
    report.total = kernel::json::fromMs(object[u"totalMs"_s]);
    if (object.contains(u"lacpMs"_s))
        report.lacp = kernel::json::fromMs(object[u"lacpMs"_s]);
    if (object.contains(u"refusal"_s))
        report.refusal = kernel::Refusal{object[u"refusal"_s][u"field"_s].toString(), errorFrom(object[u"refusal"_s])};
    report.findings = findingsFromJson(object[u"findings"_s]);
    report.differences = listOf<kernel::Difference>(object[u"differences"_s], differenceFrom);
    report.test = failover::testResultFromJson(object[u"test"_s].toObject());
    if (object.contains(u"seen"_s))
        report.seen = observationFrom(object[u"seen"_s]);
    report.wrongSwitches = listOf<Observation>(object[u"wrongSwitches"_s], observationFrom);
    for (const QJsonValue &value : object[u"limits"_s].toArray()) {
        const auto limit = limitFromName(value.toString());
        if (limit && !report.limits.contains(*limit))
            report.limits.append(*limit);
    }
    report.loadedModules
        = listOf<QString>(object[u"loadedModules"_s], [](const QJsonValue &value) { return value.toString(); });
    return report;
}

} // namespace bondwright::rehearsal
