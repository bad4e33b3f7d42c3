// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helperclient/types.h"

#include <QCoreApplication>

namespace bondwright::models
{

enum class StepOutcome : quint8 { Running, Done, Failed, Skipped };

/// The steps of one change and how each ended. A step under way when the change begins to revert is the one that
/// failed, whatever the helper reports of it afterwards; what was to come is skipped.
class ChangeSteps final
{
    Q_DECLARE_TR_FUNCTIONS(bondwright::models::ChangeSteps)
public:
    struct Step {
        QString text; ///< translated
        StepOutcome outcome = StepOutcome::Running;
        std::chrono::milliseconds elapsed{0}; ///< of a step that ended
        QString cause; ///< translated; of a failed step: why, and below it all that differs
    };

    void clear() { *this = {}; }
    void take(const helper::StepProgress &progress);
    /// @param now of the same change
    void take(const helper::Transaction &now);
    const QList<Step> &steps() const { return m_steps; }
    /// Whether a step that failed has its cause: what else shows the change need not say it again.
    bool tellsCause() const;
    /// "Activating bond0: failed, 12 s", translated, with the cause below.
    static QString text(const Step &step);

private:
    void finish();
    void fail();
    void explain(const helper::Transaction &now);

    QList<Step> m_steps;
    helper::TransactionState m_state = helper::TransactionState::None;
    int m_confirmation = -1; ///< index of the step that is the administrator's; -1: not there yet
};

/// Why a change was reverted or failed, with what differs: "The result is not what was asked for: 192.0.2.1 does not
/// answer". At most three differences; translated.
QString causeOf(const helper::Transaction &transaction);

} // namespace bondwright::models
