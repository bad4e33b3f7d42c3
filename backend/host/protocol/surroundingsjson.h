// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hostfacts/surroundings.h"

#include <QJsonObject>

namespace bondwright::host
{

/// "dns", "virtualization", "session" with "peer" and "local": what plans for the host are checked against
/// beside its state.
QJsonObject toJson(const hostfacts::Surroundings &surroundings);
/// What is not understood is left out.
hostfacts::Surroundings surroundingsFrom(const QJsonObject &object);

} // namespace bondwright::host
