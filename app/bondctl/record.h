// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

namespace bondwright::cli
{

int runRecord(Context &context);

} // namespace bondwright::cli
