// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/verdict.h"
#include "domain/rehearsaloutcome.h"
#include "helperclient/types.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace bondwright::rollout
{

inline constexpr qsizetype maxCallbackText = 2000; ///< longer texts are cut
inline constexpr qsizetype maxCallbackHosts = 10'000;

/// A file of a host, before and after.
struct FileChange {
    QString path;
    QString before;
    QString after;

    friend bool operator==(const FileChange &, const FileChange &) = default;
};

enum class TaskOutcome : quint8 { Ok, Failed, Ignored, Unreachable, Skipped };

/// What a host says of one of its bonds.
struct BondHealth {
    QString bond;
    diagnosis::Verdict verdict = diagnosis::Verdict::Unknown;
    QString cause;
    QString nextStep;
};

/// What the action bondwright.bond.bond tells, at its end or in its middle; what is not there stays empty.
struct TaskResult {
    bool isChanged = false;
    bool isRefused = false; ///< the host was reached, and did not let us become root
    QString message;
    std::optional<helper::TransactionState> transaction;
    std::optional<RehearsalOutcome> rehearsal;
    std::optional<double> rehearsedFailoverMs;
    std::optional<double> testedOutageMs;
    std::optional<QStringList> chosenNics; ///< by a rule; nothing: it was not asked to choose
    QList<FileChange> files;
    QList<BondHealth> bonds; ///< where the task had a gate
};

/// A batch begins.
struct PlayLine {
    bool isCheck = false;
    QStringList hosts; ///< of the whole play
    QStringList batch;
};
struct ResultLine {
    QString host;
    bool isOfBond = false; ///< of the action bondwright.bond.bond, and not of another task
    TaskOutcome outcome = TaskOutcome::Failed;
    TaskResult result;
};
/// Told in the middle of a task.
enum class ChangeState : quint8 {
    Admitted, ///< the host runs our commands as root
    Rehearsed,
    Applied, ///< in force; the host reverts it unless it is confirmed
    Confirmed, ///< kept; the gate waits for the bond's verdict
};
struct StateLine {
    QString host;
    ChangeState state = ChangeState::Admitted;
    TaskResult result; ///< as far as it is known then
};
/// The play has ended.
struct EndLine {
};

using CallbackLine = std::variant<std::monostate, PlayLine, ResultLine, StateLine, EndLine>;

/// One line of the callback bondwright.bond.lines; nothing of any other text. Lists and texts are bounded.
CallbackLine callbackLineFrom(const QByteArray &text);

} // namespace bondwright::rollout
