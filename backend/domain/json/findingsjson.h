// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/findings.h"

#include <QJsonArray>
#include <QJsonValue>

namespace bondwright
{

/// Findings as an array; docs/json.md has the members.
QJsonArray findingsToJson(const QList<Finding> &findings);
/// The worst 256 of them. What does not say how severe it is, is an error of the plan.
QList<Finding> findingsFromJson(const QJsonValue &findings);

} // namespace bondwright
