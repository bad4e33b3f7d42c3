// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "command.h"

namespace bondwright::cli
{

int runModes(Context &context);
int runOptions(Context &context);
int runCheck(Context &context);
int runAdvise(Context &context);
int runSwitch(Context &context);

} // namespace bondwright::cli
