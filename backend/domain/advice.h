// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/bilingual.h"
#include "domain/hostfacts.h"
#include "domain/mode.h"

#include <QStringView>

#include <optional>
#include <span>

namespace bondwright
{

/// What an administrator wants, in plain words.
enum class Goal : quint8 {
    SurviveCable, ///< "survive"
    MoreThroughput, ///< "throughput"
    BothWithLacp, ///< "both-lacp"
    BothWithoutSwitch, ///< "both-no-switch"
};

struct GoalInfo {
    Goal goal;
    QString name; ///< as the command line spells it
    BilingualText title;
    BilingualText summary;
};

std::span<const GoalInfo> allGoals();
std::optional<Goal> goalFromName(QStringView name);

struct Recommendation {
    Mode mode;
    BilingualText reason;
    QList<BilingualText> cautions; ///< from the host's facts, e.g. speed not readable
};

Recommendation advise(Goal goal, const HostFacts &host);

} // namespace bondwright
