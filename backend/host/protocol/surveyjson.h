// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/surveyed.h"

#include <QJsonObject>

namespace bondwright::host
{

/// "plans" (texts, as files of plans), "ports" and "former_ports" (by NIC): what the diagnosis asks for beside the state.
QJsonObject toJson(const diagnosis::Surveyed &surveyed);
/// What is not understood is left out; texts are those that devices at the ends of cables sent.
diagnosis::Surveyed surveyedFrom(const QJsonObject &object);

} // namespace bondwright::host
