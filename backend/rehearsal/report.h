// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/verdict.h"
#include "domain/findings.h"
#include "domain/rehearsaloutcome.h"
#include "failovertest/testresult.h"
#include "kernel/planverifier.h"
#include "kernel/planwriter.h"
#include "rehearsal/limit.h"
#include "rehearsal/switchkind.h"

#include <QJsonObject>

namespace bondwright::rehearsal
{

/// What a bond looks like behind one switch, in the words of the status page.
struct Observation {
    SwitchKind switchKind = SwitchKind::None;
    diagnosis::Verdict verdict = diagnosis::Verdict::Unknown;
    QString word; ///< translated
    QString cause; ///< translated
    QString lacpPartner; ///< MAC; empty: none, or another mode
    int carrying = 0; ///< slaves that carry traffic
    quint32 sent = 0; ///< pings
    quint32 lost = 0;

    friend bool operator==(const Observation &, const Observation &) = default;
};

/// The result of a rehearsal.
struct Report {
    /// Failed: see refusal, differences and test. NotPossible: see error.
    RehearsalOutcome outcome = RehearsalOutcome::NotPossible;
    Error error;
    QString bond;
    QString mode; ///< kernel name
    SwitchKind switchKind = SwitchKind::None;
    QString kernel; ///< release
    QDateTime startedAt;
    std::chrono::microseconds build{0}; ///< applying the plan
    std::chrono::microseconds verify{0}; ///< until the kernel's state was as planned
    std::optional<std::chrono::microseconds> lacp; ///< until all slaves had joined the group
    std::chrono::microseconds total{0};
    QList<Finding> findings; ///< errors of the plan in our own words
    std::optional<kernel::Refusal> refusal; ///< what the driver does not take
    QList<kernel::Difference> differences; ///< what did not come about
    std::optional<failover::TestResult> test; ///< each cable pulled and plugged in
    std::optional<Observation> seen; ///< behind this switch
    QList<Observation> wrongSwitches; ///< what would be seen behind others
    QList<Limit> limits;
    QStringList loadedModules; ///< by the kernel, for this; they stay

    /// The longest time without answers while a cable was pulled; nullopt: no cable was.
    std::optional<std::chrono::microseconds> failover() const;
    friend bool operator==(const Report &, const Report &) = default;
};

/// docs/json.md, "bondctl rehearse --json".
QJsonObject toJson(const Report &report);
/// nullopt for anything that is not such an object; bounded.
std::optional<Report> reportFromJson(const QJsonObject &object);

/// The helper could rehearse where this attempt could not.
bool helperCould(const Report &report);
/// Translated, one line: "Rehearsed in this kernel: works, failover 104 ms".
QString summary(const Report &report);
/// Translated, for a terminal: lines of at most about 100 characters.
QString reportText(const Report &report);

} // namespace bondwright::rehearsal
