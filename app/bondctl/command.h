// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>
#include <QTextStream>

#include <functional>
#include <optional>
#include <vector>

namespace bondwright::cli
{

/// Exit statuses shared by all commands.
enum ExitStatus : int { Success = 0, Failure = 1, Usage = 2, NotAuthorized = 3, RolledBack = 4 };

/// What an option or an argument of the command line takes. The parser checks it as far as it can without this host;
/// completion proposes values of it.
struct Value {
    enum class Kind : quint8 {
        Text,
        Number, ///< whole, from `minimum` to `maximum`
        Choice, ///< one of `choices`
        Mode, ///< a bonding mode's name or number
        Host, ///< an IP address that can be pinged
        SshHost, ///< another host, as ssh names it
        File,
        Folder,
        Plan, ///< a file, or "-" for standard input
        Bond,
        Slave, ///< of the bond that is named before it
        Nic,
        Setting, ///< NAME=VALUE of a bond
        Backup,
        Command,
        Anything, ///< also nothing: a word of another command line
    };
    Kind kind = Kind::Text;
    QString name; ///< as the usage line shows it: "MS", "nm|ifcfg"
    QStringList choices = {};
    qint64 minimum = 0;
    qint64 maximum = 0;
    QString hint = {}; ///< translated: what to do about a value that is refused
};

struct Option {
    QString name; ///< "ping", without the dashes
    QString help; ///< translated, a short phrase
    std::optional<Value> value = {}; ///< none: a flag
    bool isRequired = false;
    bool isRepeatable = false;
    QString insteadOf = {}; ///< the option before it, with which it cannot be combined
    QChar letter = {}; ///< "-o"
};

/// Arguments that are no options, in their order.
struct Word {
    Value value;
    QString help; ///< translated, a short phrase
    int minimum = 1;
    int maximum = 1; ///< -1: any number
};

class Arguments;
class HostAccess;

struct Context {
    QTextStream &out;
    QTextStream &err;
    HostAccess &host; ///< that the command is about
    QString command = {}; ///< its name, for the hint of a usage error
};

/// Under which heading a command is listed.
enum class CommandGroup : quint8 { Look, Plan, Change, Answer, Elsewhere };

/// One subcommand: all that parser, help, manual and completion know of it.
struct Command {
    CommandGroup group;
    QString name;
    QString summary; ///< translated, one line
    QString description; ///< translated, whole sentences beyond the summary; may be empty
    QList<Word> words;
    QList<Option> options;
    QStringList examples; ///< command lines, without "bondctl"
    /// May run the event loop. @return the exit status
    std::function<int(Context &, const Arguments &)> run;
    bool isHidden = false;
};

/// "check PLAN [--json]"
QString usageOf(const Command &command);

/// An error of the code "usage": the command line is wrong.
tl::unexpected<Error> usageError(const QString &message, const QString &hint = {});

/// Prints "bondctl: MESSAGE" and the hint, each on its line.
/// @return the exit status: 2 for the code "usage", 3 for "helper.not-authorized", else 1
int reportError(Context &context, const Error &error);
int reportUsage(Context &context, const QString &message);

/// A file's content, or standard input's for "-"; bounded.
Result<QByteArray> readInput(const QString &path, qint64 maxBytes);

} // namespace bondwright::cli
