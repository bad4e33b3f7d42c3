// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helperclient/types.h"

#include <QTextStream>

namespace bondwright::cli
{

/// Aligned text, or one JSON object (docs/json.md).
void printStatus(QTextStream &out, const helper::Capabilities &capabilities, const helper::Transaction &transaction,
                 bool json);

} // namespace bondwright::cli
