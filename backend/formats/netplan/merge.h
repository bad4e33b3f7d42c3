// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QList>

namespace bondwright::formats::netplan
{

/// What netplan makes of these files together, as one YAML text in its own spelling: libnetplan reads, checks and merges
/// them. Error "netplan.refused" with its words.
Result<QByteArray> merged(const QList<QByteArray> &files);

} // namespace bondwright::formats::netplan
