// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>
#include <QTextStream>

#include <functional>
#include <vector>

namespace bondwright::cli
{

/// Exit statuses shared by all commands.
enum ExitStatus : int { Success = 0, Failure = 1, Usage = 2, NotAuthorized = 3, RolledBack = 4 };

/// What every command gets: its own arguments (options --lang already taken out) and where to print.
struct Context {
    QStringList arguments;
    QTextStream &out;
    QTextStream &err;
};

/// One subcommand. `run` may start the event loop itself.
struct Command {
    QString name;
    QString usage; ///< "check PLAN [--no-host] [--json]"
    QString summary; ///< translated, one line
    std::function<int(Context &)> run;
    /// Whether it is meant by these arguments, where two commands share a name; none: always.
    std::function<bool(const QStringList &)> takes = {};
};

/// One list per room of the program, so that each grows by itself.
std::vector<Command> domainCommands(); // modes options check advise switch
std::vector<Command> formatCommands(); // render read backups restore(--root) bundle
std::vector<Command> kernelCommands(); // nics bonds show monitor events record
std::vector<Command> helperCommands(); // apply confirm rollback extend status remove restore activate
std::vector<Command> testCommands(); // test

/// Prints "bondctl: MESSAGE" and the hint, each on its line. @return Failure
int reportError(Context &context, const Error &error);
int reportUsage(Context &context, const QString &message);

/// A file's content, or standard input's for "-"; bounded.
Result<QByteArray> readInput(const QString &path, qint64 maxBytes);

} // namespace bondwright::cli
