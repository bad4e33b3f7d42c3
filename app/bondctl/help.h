// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

namespace bondwright::cli
{

/// The commands by group; fits a terminal of 24 lines.
void printOverview(QTextStream &out);
/// One command: usage, what it does, arguments, options, examples.
void printHelp(QTextStream &out, const Command &command);

} // namespace bondwright::cli
