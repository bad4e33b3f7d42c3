// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failovertest/testresult.h"

#include "kernel/recording/jsonfields.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace bondwright::failover
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype maxSteps = 64;
constexpr qsizetype maxProblems = 64;
constexpr qsizetype maxTargets = 16;
constexpr qsizetype maxPoints = 5'000;
constexpr qsizetype maxText = 1'000;

QString text(const QJsonValue &value)
{
    return value.toString().left(maxText);
}

QJsonArray toJson(const QList<Problem> &problems)
{
    QJsonArray array;
    for (const Problem &problem : problems)
        array.append(QJsonObject{
            {u"kind"_s, problemName(problem.kind)}, {u"slave"_s, problem.slave}, {u"detail"_s, problem.detail}});
    return array;
}

QList<Problem> problemsFrom(const QJsonArray &array)
{
    QList<Problem> problems;
    for (const QJsonValue &value : array) {
        const auto kind = problemFromName(value[u"kind"_s].toString());
        if (kind && problems.size() < maxProblems)
            problems.append({*kind, text(value[u"slave"_s]), text(value[u"detail"_s])});
    }
    return problems;
}

QJsonObject toJson(const TargetResult &target)
{
    QJsonArray points;
    for (const PingPoint &point : target.points)
        points.append(QJsonArray{point.sinceLossUs, point.rttUs});
    return {{u"target"_s, target.target},
            {u"sent"_s, qint64(target.sent)},
            {u"lost"_s, qint64(target.lost)},
            {u"outageMs"_s, kernel::json::toMs(target.outage)},
            {u"outageBackMs"_s, kernel::json::toMs(target.outageBack)},
            {u"points"_s, points}};
}

TargetResult targetFrom(const QJsonObject &object)
{
    TargetResult target;
    target.target = text(object[u"target"_s]);
    target.sent = quint32(std::clamp(object[u"sent"_s].toDouble(), 0.0, 4e9));
    target.lost = quint32(std::clamp(object[u"lost"_s].toDouble(), 0.0, 4e9));
    target.outage = kernel::json::fromMs(object[u"outageMs"_s]);
    target.outageBack = kernel::json::fromMs(object[u"outageBackMs"_s]);
    for (const QJsonValue &value : object[u"points"_s].toArray()) {
        if (target.points.size() >= maxPoints)
            break;
        target.points.append({value.toArray().at(0).toInteger(), qint32(value.toArray().at(1).toInteger(-1))});
    }
    return target;
}

QJsonObject toJson(const StepResult &step)
{
    QJsonArray targets;
    for (const TargetResult &target : step.targets)
        targets.append(toJson(target));
    QJsonObject object{{u"slave"_s, step.slave},
                       {u"outcome"_s, outcomeName(step.outcome)},
                       {u"problems"_s, toJson(step.problems)},
                       {u"wasActive"_s, step.wasActive},
                       {u"activeAfter"_s, step.activeAfter},
                       {u"activeAtEnd"_s, step.activeAtEnd},
                       {u"macKept"_s, step.macKept},
                       {u"addressKept"_s, step.addressKept},
                       {u"outageMs"_s, kernel::json::toMs(step.outage())},
                       {u"lostPackets"_s, qint64(step.lost())},
                       {u"targets"_s, targets}};
    if (step.detection)
        object.insert(u"detectionMs"_s, kernel::json::toMs(*step.detection));
    if (step.back)
        object.insert(u"backMs"_s, kernel::json::toMs(*step.back));
    return object;
}

StepResult stepFrom(const QJsonObject &object)
{
    StepResult step;
    step.slave = text(object[u"slave"_s]);
    step.outcome = outcomeFromName(object[u"outcome"_s].toString()).value_or(Outcome::NotTested);
    step.problems = problemsFrom(object[u"problems"_s].toArray());
    step.wasActive = object[u"wasActive"_s].toBool();
    step.activeAfter = text(object[u"activeAfter"_s]);
    step.activeAtEnd = text(object[u"activeAtEnd"_s]);
    step.macKept = object[u"macKept"_s].toBool(true);
    step.addressKept = object[u"addressKept"_s].toBool(true);
    if (object.contains(u"detectionMs"_s))
        step.detection = kernel::json::fromMs(object[u"detectionMs"_s]);
    if (object.contains(u"backMs"_s))
        step.back = kernel::json::fromMs(object[u"backMs"_s]);
    for (const QJsonValue &value : object[u"targets"_s].toArray()) {
        if (step.targets.size() < maxTargets)
            step.targets.append(targetFrom(value.toObject()));
    }
    return step;
}

} // namespace

QJsonObject toJson(const TestResult &result)
{
    QJsonArray steps;
    for (const StepResult &step : result.steps)
        steps.append(toJson(step));
    QJsonArray nics;
    for (const TestedNic &nic : result.nics)
        nics.append(QJsonObject{{u"name"_s, nic.name},
                                {u"driver"_s, nic.driver},
                                {u"slot"_s, nic.slot},
                                {u"mac"_s, nic.mac},
                                {u"switchPort"_s, nic.switchPort}});
    return {{u"type"_s, u"failover-test"_s},
            {u"version"_s, 1},
            {u"id"_s, result.id},
            {u"host"_s, result.host},
            {u"bond"_s, result.bond},
            {u"mode"_s, result.mode},
            {u"addresses"_s, QJsonArray::fromStringList(result.addresses)},
            {u"nics"_s, nics},
            {u"automatic"_s, result.automatic},
            {u"startedAt"_s, result.startedAt.toUTC().toString(Qt::ISODateWithMs)},
            {u"finishedAt"_s, result.finishedAt.toUTC().toString(Qt::ISODateWithMs)},
            {u"limitMs"_s, qint64(result.limit.count())},
            {u"passed"_s, result.isPassed()},
            {u"problems"_s, toJson(result.problems)},
            {u"steps"_s, steps}};
}

std::optional<TestResult> testResultFromJson(const QJsonObject &object)
{
    if (object[u"type"_s] != u"failover-test"_s || object[u"version"_s].toInt() != 1)
        return std::nullopt;
    TestResult result;
    result.id = text(object[u"id"_s]);
    result.host = text(object[u"host"_s]);
    result.bond = text(object[u"bond"_s]);
    result.mode = text(object[u"mode"_s]);
    for (const QJsonValue &value : object[u"addresses"_s].toArray()) {
        if (result.addresses.size() < maxSteps)
            result.addresses.append(text(value));
    }
    for (const QJsonValue &value : object[u"nics"_s].toArray()) {
        const QJsonObject nic = value.toObject();
        if (result.nics.size() < maxSteps)
            result.nics.append({text(nic[u"name"_s]), text(nic[u"driver"_s]), text(nic[u"slot"_s]), text(nic[u"mac"_s]),
                                text(nic[u"switchPort"_s])});
    }
    result.automatic = object[u"automatic"_s].toBool();
    // A report of it tells the time that the host's clocks show, as that of a fresh result does.
    result.startedAt = QDateTime::fromString(object[u"startedAt"_s].toString(), Qt::ISODateWithMs).toLocalTime();
    result.finishedAt = QDateTime::fromString(object[u"finishedAt"_s].toString(), Qt::ISODateWithMs).toLocalTime();
    result.limit = std::chrono::milliseconds(qint64(std::clamp(object[u"limitMs"_s].toDouble(), 0.0, 1e9)));
    result.problems = problemsFrom(object[u"problems"_s].toArray());
    for (const QJsonValue &value : object[u"steps"_s].toArray()) {
        if (result.steps.size() < maxSteps)
            result.steps.append(stepFrom(value.toObject()));
    }
    if (result.bond.isEmpty() || !result.startedAt.isValid())
        return std::nullopt;
    return result;
}

} // namespace bondwright::failover
