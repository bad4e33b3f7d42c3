// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/snapshot.h"

#include <QStringList>

namespace bondwright::diagnosis
{

enum class Verdict : quint8 { Healthy, Degraded, SinglePointOfFailure, LacpNotNegotiated, Down, Unknown };
QString verdictName(Verdict verdict); ///< machine word: "healthy", "degraded", …

/// The state of one bond in words: what the eye meets first.
struct Diagnosis {
    Verdict verdict = Verdict::Unknown;
    QString word; ///< translated: "Degraded"
    QString cause; ///< translated sentence: "eth1 lost its link. Traffic runs on eth0 only."
    QString nextStep; ///< translated: "Check the cable of eth1."
    QStringList hurtSlaves;
    QStringList carryingSlaves;

    friend bool operator==(const Diagnosis &, const Diagnosis &) = default;
};

/// Pure: the same snapshot gives the same verdict. "Since when" is kept by the caller from events.
Diagnosis judge(const kernel::BondState &bond, const kernel::Snapshot &snapshot);

} // namespace bondwright::diagnosis
