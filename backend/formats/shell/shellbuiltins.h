// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/shell/shellscript.h"

namespace bondwright::formats
{

/// What a simple command does to the variables: nothing if another program runs, something known if it is one of
/// bash's own commands that change named variables, and anything if it is a function of the file, `eval` and the like.
/// @param functions those that the file has defined so far
void judgeSimpleCommand(const QList<ShellWord> &prefix, const QList<ShellWord> &words, bool isRedirected,
                        const QByteArrayList &functions, ShellCommand *command);

} // namespace bondwright::formats
