// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace bondwright::formats
{

/// One word of a shell command, as sh(1) cuts it, with its quotes taken away.
struct ShellWord {
    qsizetype begin = 0; ///< in the text
    qsizetype end = 0;
    QByteArray value;
    bool isDynamic = false; ///< holds an expansion ($x, $(…), `…`, ~): the value is not known without a shell
    bool isUnterminated = false; ///< a quote that is never closed
    bool isQuoted = false; ///< holds a quote or a backslash: no keyword
    bool isUnclear = false; ///< holds what is not followed here (arithmetic, …): a shell may even stop there
    qsizetype nameLength = 0; ///< > 0: an assignment, its name is this long
    bool isAppended = false; ///< NAME+=…
    QByteArrayList assigns; ///< other variables that it sets: X of ${X:=…}
};

/// Reads the word at `at`, which is neither blank nor an operator. Never runs anything.
ShellWord readShellWord(const QByteArray &text, qsizetype at);

bool isShellBlank(char c);
bool isShellOperator(char c); ///< ; & | ( ) < > and newline

} // namespace bondwright::formats
