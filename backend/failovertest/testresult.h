// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/bilingual.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace bondwright::failover
{

enum class ProblemKind : quint8 {
    NoLinkBefore, ///< the slave's link was down before the test
    LastWorkingSlave, ///< pulling it would cut the bond off
    TargetSilent, ///< a target did not answer before anything was pulled
    HelperRefused, ///< detail: the helper's words
    PullNotSeen, ///< the link did not go down in time
    NotDetected, ///< the bond did not notice the lost link
    NoTakeOver, ///< no other slave became the active one
    OutageTooLong,
    NoAnswerAfter, ///< the targets stayed silent although another slave took over
    BondDown, ///< no slave was left working
    MacChanged,
    AddressLost,
    NotBack, ///< the link or the slave did not come back
    PrimaryNotRestored,
    Cancelled,
    BondGone,
};
QString problemName(ProblemKind kind); ///< "outage-too-long", as in JSON
std::optional<ProblemKind> problemFromName(QStringView name);

struct Problem {
    ProblemKind kind = ProblemKind::Cancelled;
    QString slave; ///< the one concerned; may be another than the step's
    QString detail; ///< target, address, or words from the helper

    friend bool operator==(const Problem &, const Problem &) = default;
};

enum class Outcome : quint8 { Passed, Failed, NotTested };
QString outcomeName(Outcome outcome); ///< "passed", "failed", "not-tested"
std::optional<Outcome> outcomeFromName(QStringView name);

/// One answered or lost ping of a step, for the report's picture.
struct PingPoint {
    qint64 sinceLossUs = 0; ///< sent, counted from the loss of the link; may be negative
    qint32 rttUs = -1; ///< -1: lost

    friend bool operator==(const PingPoint &, const PingPoint &) = default;
};

/// What the targets felt; the worst one counts.
struct TargetResult {
    QString target;
    quint32 sent = 0;
    quint32 lost = 0;
    std::chrono::microseconds outage{0}; ///< longest time without answers while the link was away
    std::chrono::microseconds outageBack{0}; ///< and when it came back
    QList<PingPoint> points; ///< bounded

    friend bool operator==(const TargetResult &, const TargetResult &) = default;
};

/// One slave pulled and plugged in again.
struct StepResult {
    QString slave;
    Outcome outcome = Outcome::NotTested;
    QList<Problem> problems;
    bool wasActive = false; ///< it carried the traffic when it was pulled
    /// From the loss of the link to the bond's verdict; nullopt: the verdict never came, or came together with the
    /// loss.
    std::optional<std::chrono::microseconds> detection;
    /// From the link's return to the slave in use again; nullopt likewise.
    std::optional<std::chrono::microseconds> back;
    QString activeAfter; ///< the new active slave; empty in modes without one
    QString activeAtEnd; ///< after the slave is back
    bool macKept = true;
    bool addressKept = true;
    QList<TargetResult> targets;

    std::chrono::microseconds outage() const; ///< of the worst target
    quint32 lost() const; ///< of the worst target
    friend bool operator==(const StepResult &, const StepResult &) = default;
};

/// A slave as the report names it, with what helps to find its cable.
struct TestedNic {
    QString name;
    QString driver;
    QString slot; ///< bus address, e.g. "0000:03:00.1"
    QString mac; ///< the permanent one
    QString switchPort = {}; ///< "sw1 Gi1/0/7"; empty: not known

    friend bool operator==(const TestedNic &, const TestedNic &) = default;
};

struct TestResult {
    QString id; ///< also the file's name in the history
    QString host;
    QString bond;
    QString mode; ///< kernel name
    QStringList addresses; ///< of the bond, CIDR
    QList<TestedNic> nics; ///< all slaves of the bond
    bool automatic = false;
    QDateTime startedAt;
    QDateTime finishedAt;
    std::chrono::milliseconds limit{0};
    QList<StepResult> steps;
    QList<Problem> problems; ///< those that concern no single step

    bool isPassed() const; ///< every step passed, and there is at least one
    friend bool operator==(const TestResult &, const TestResult &) = default;
};

/// docs/json.md, "bondctl test --json".
QJsonObject toJson(const TestResult &result);
/// nullopt for anything that is not such an object; bounded.
std::optional<TestResult> testResultFromJson(const QJsonObject &object);

QString msText(std::chrono::microseconds time); ///< "12.5 ms"
/// The problem in words, naming the thing, with what to do.
BilingualText problemText(const Problem &problem, const StepResult &step, std::chrono::milliseconds limit);
/// "Passed", "Failed", "Not tested".
BilingualText outcomeText(Outcome outcome);
/// What happened in this step, in one or two sentences.
BilingualText stepSummary(const StepResult &step);

} // namespace bondwright::failover
