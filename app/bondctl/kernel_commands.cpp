// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"

namespace bondwright::cli
{

std::vector<Command> kernelCommands()
{
    return {};
}

} // namespace bondwright::cli
