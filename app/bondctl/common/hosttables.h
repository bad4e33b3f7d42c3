// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "command.h"

namespace bondwright::cli
{

class Arguments;

enum class HostPart : quint8 { Bonds, Nics, Both };

/// What the commands bonds, nics and list print, as tables or with --json. @return the exit status
int listHost(Context &context, const Arguments &arguments, HostPart part);

} // namespace bondwright::cli
