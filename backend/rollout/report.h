// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rollout/rolloutrun.h"

#include <QJsonObject>

namespace bondwright::rollout
{

/// docs/json.md, "bondctl rollout --json".
QJsonObject toJson(const RolloutRun &run);
/// One page in the language in use, without anything from elsewhere; all texts escaped.
QString reportHtml(const RolloutRun &run);
/// One line: "3 hosts: 2 gate passed, 1 waits".
QString summary(const Progress &progress);
/// What there is to say about a host beside its stage: how long its failover took, why it failed.
QString remarksOf(const HostProgress &host);
/// The same after the NICs that a rule has chosen on it.
QString detailsOf(const HostProgress &host);

} // namespace bondwright::rollout
