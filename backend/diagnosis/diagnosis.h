// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/rule.h"
#include "diagnosis/verdict.h"
#include "diagnosis/window.h"
#include "domain/plan.h"
#include "kernel/snapshot.h"
#include "neighbours/switchport.h"

#include <QList>
#include <QStringList>

namespace bondwright::diagnosis
{

/// One thing that is worth saying about a bond.
struct Finding {
    Rule rule = Rule::Unknown;
    QString cause; ///< translated: "The link of eth1 is up, but it receives nothing."
    QString nextStep; ///< translated; one thing to do
    QString evidence; ///< translated: what was seen, with figures; empty where the cause says it all
    QStringList slaves; ///< that it is about

    bool isFault() const { return infoOf(rule).isFault; }
    friend bool operator==(const Finding &, const Finding &) = default;
};

/// The state of one bond in words.
struct Diagnosis {
    Verdict verdict = Verdict::Unknown;
    Rule rule = Rule::Unknown; ///< what decided
    QString word; ///< translated: "Degraded"
    QString cause; ///< translated sentence: "eth1 lost its link. Traffic runs on eth0 only."
    QString nextStep; ///< translated: "Check the cable of eth1."
    QString evidence; ///< translated, may be empty
    QStringList affectedSlaves; ///< they carry nothing, or less than they should
    QStringList carryingSlaves;
    QList<Finding> findings; ///< all of them, faults first; empty: nothing to say

    friend bool operator==(const Diagnosis &, const Diagnosis &) = default;
};

/// Whether there is nothing new to tell: the same verdict and the same findings, whatever their figures.
bool isSameNews(const Diagnosis &before, const Diagnosis &now);

/// All that is known. Only bond and snapshot must be there; rules that miss what they need say nothing.
struct Case {
    const kernel::BondState &bond;
    const kernel::Snapshot &snapshot;
    const BondPlan *configured = nullptr; ///< what the files say; null: not known
    const Window *window = nullptr;
    neighbours::SwitchPorts ports = {};
    neighbours::SwitchPorts formerPorts = {}; ///< where each cable was first heard, where that is known

    const kernel::NicState *nicOf(const kernel::SlaveState &slave) const;
    bool hasLink(const kernel::SlaveState &slave) const;
};

/// Pure: the same case gives the same diagnosis. Since when it is so, HealthKeeper::since() tells.
Diagnosis judge(const Case &known);
Diagnosis judge(const kernel::BondState &bond, const kernel::Snapshot &snapshot);

} // namespace bondwright::diagnosis
