// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/shell/shellword.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QList>

namespace bondwright::formats
{

/// One command of a file that a shell sources, as far as it concerns the variables.
struct ShellCommand {
    qsizetype begin = 0; ///< in the text
    QList<ShellWord> assignments; ///< these happen for certain, and stay
    QByteArrayList touched; ///< these variables may change, to unknown values
    bool isUnclear = false; ///< any variable may change, and the shell may not read on
    QList<ShellWord> lost; ///< assignments in front of a command: gone when it ends
    ShellWord name; ///< the command's; empty if there is none
    QByteArray firstArgument; ///< behind the name

    /// The same seen from outside of an "if", a "case" and so on: it happens or not.
    void addPerhaps(const ShellCommand &other);
};

/// A whole file, cut the way bash does it. Compound commands (if, case, loops, functions, …) are one command
/// each. Nothing is ever run. Source: bash(1), "SHELL GRAMMAR".
struct ShellScript {
    QList<ShellCommand> commands;
    /// Where bash finds a syntax error: of all that begins on this line it runs nothing. -1: nowhere.
    qsizetype brokenAt = -1;
    bool isUnterminated = false; ///< the error is a quote that is never closed
    qsizetype unclearAt = -1; ///< where this reader gives up: a shell may read on. -1: nowhere
};

ShellScript parseShellScript(const QByteArray &text);

/// Whether all of it is understood and free of syntax errors.
bool isPlainShell(const QByteArray &text);

} // namespace bondwright::formats
