// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QList>

namespace bondwright::formats::netplan
{

/// What netplan makes of these files together, as one YAML text in its own spelling: libnetplan reads, checks and merges
/// them. Errors "netplan.refused" with its words and "netplan.missing": the library is opened when it is needed.
Result<QByteArray> merged(const QList<QByteArray> &files);

} // namespace bondwright::formats::netplan
