// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/shell/shellbuiltins.h"

#include "formats/shell/shellquote.h"

namespace bondwright::formats
{

namespace
{

/// bash's own commands that leave the variables alone and let the file be read on.
bool isHarmlessBuiltin(const QByteArray &name)
{
    static const QByteArrayList names{":",   "true",  "false", "echo", "test", "[",
                                      "pwd", "umask", "type",  "jobs", "times"};
    return names.contains(name);
}

/// All the others: they may change variables, end the reading, or change how what follows is read. Source: bash(1).
bool isBuiltin(const QByteArray &name)
{
    static const QByteArrayList names{
        ".",        "alias",   "bg",       "bind",    "break", "builtin", "caller",    "cd",       "command", "compgen",
        "complete", "compopt", "continue", "declare", "dirs",  "disown",  "enable",    "eval",     "exec",    "exit",
        "export",   "fc",      "fg",       "getopts", "hash",  "help",    "history",   "kill",     "let",     "local",
        "logout",   "mapfile", "popd",     "printf",  "pushd", "read",    "readarray", "readonly", "return",  "set",
        "shift",    "shopt",   "source",   "suspend", "trap",  "typeset", "ulimit",    "unalias",  "unset",   "wait"};
    return names.contains(name);
}

/// Assigning to these ends the reading or changes how the rest is read.
bool isGuarded(const QByteArray &variable)
{
    static const QByteArrayList names{"BASHOPTS", "BASH_VERSINFO",   "EUID",        "PPID",     "SHELLOPTS",
                                      "UID",      "POSIXLY_CORRECT", "BASH_COMPAT", "IGNOREEOF"};
    return names.contains(variable);
}

/// bash makes their values itself.
bool isMagic(const QByteArray &variable)
{
    static const QByteArrayList names{"RANDOM",     "SRANDOM",  "SECONDS",  "LINENO",       "HISTCMD",
                                      "GROUPS",     "DIRSTACK", "FUNCNAME", "EPOCHSECONDS", "EPOCHREALTIME",
                                      "PIPESTATUS", "_",        "OPTIND"};
    return names.contains(variable) || variable.startsWith("BASH_") || variable == "BASHPID";
}

void keep(const QList<ShellWord> &words, ShellCommand *command)
{
    for (const ShellWord &word : words) {
        const QByteArray key = word.value.left(word.nameLength);
        command->isUnclear = command->isUnclear || isGuarded(key);
        if (word.isAppended || isMagic(key))
            command->touched.append(key);
        else
            command->assignments.append(word);
    }
}

/// export A=1 B: A is set, B only marked.
void judgeExport(const QList<ShellWord> &arguments, ShellCommand *command)
{
    QList<ShellWord> assignments;
    for (const ShellWord &word : arguments) {
        if (word.nameLength > 0)
            assignments.append(word);
        else if (word.isDynamic || !isShellName(word.value))
            command->isUnclear = true; // an option, or who knows what
    }
    keep(assignments, command);
}

void judgeUnset(const QList<ShellWord> &arguments, ShellCommand *command)
{
    for (const ShellWord &word : arguments) {
        if (word.isDynamic || !isShellName(word.value) || isGuarded(word.value))
            command->isUnclear = true;
        command->touched.append(word.value);
    }
}

} // namespace

void judgeSimpleCommand(const QList<ShellWord> &prefix, const QList<ShellWord> &words, bool isRedirected,
                        const QByteArrayList &functions, ShellCommand *command)
{
    if (words.isEmpty()) {
        ShellCommand kept;
        keep(prefix, &kept);
        if (isRedirected) // assigned only if the file can be opened
            command->addPerhaps(kept);
        else
            *command = {command->begin, kept.assignments, command->touched + kept.touched, kept.isUnclear, {}, {}, {}};
        return;
    }
    command->name = words.first();
    command->firstArgument = words.value(1).value;
    command->lost = prefix;
    const QByteArray &name = words.first().value;
    for (const ShellWord &word : prefix)
        command->isUnclear = command->isUnclear || isGuarded(word.value.left(word.nameLength));
    if (words.first().isDynamic || functions.contains(name))
        command->isUnclear = true;
    else if (name == "export" && prefix.isEmpty() && !isRedirected && !words.first().isQuoted)
        judgeExport(words.mid(1), command);
    else if (name == "unset" && prefix.isEmpty())
        judgeUnset(words.mid(1), command);
    else
        command->isUnclear = command->isUnclear || (!isHarmlessBuiltin(name) && isBuiltin(name));
}

} // namespace bondwright::formats
