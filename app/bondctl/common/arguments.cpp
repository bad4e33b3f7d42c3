// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/arguments.h"

#include "common/suggestion.h"
#include "common/texttable.h"
#include "common/words.h"

#include "domain/mode.h"
#include "host/transport/ssh.h"
#include "ping/ping.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

QStringList modeNames()
{
    QStringList names;
    for (const ModeInfo &info : allModes())
        names.append(info.kernelName);
    return names;
}

/// @param label the option with its dashes, or the name of the word
Result<void> checkChoice(const QString &label, const QStringList &choices, const QString &text, const QString &hint)
{
    if (choices.contains(text))
        return {};
    //: @error %1 an option, %2 a list of values, %3 what was given
    return usageError(Words::tr("%1 takes one of %2, not “%3”.").arg(label, choices.join(u", "), shortened(text)),
                      hint.isEmpty() ? didYouMean(text, choices) : hint);
}

Result<void> checkValue(const QString &label, const Value &value, const QString &text)
{
    switch (value.kind) {
    case Value::Kind::Number: {
        bool isNumber = false;
        const qint64 number = text.toLongLong(&isNumber);
        if (isNumber && number >= value.minimum && number <= value.maximum)
            return {};
        //: @error %1 an option, %2 and %3 numbers, %4 what was given
        return usageError(Words::tr("%1 takes a whole number from %2 to %3, not “%4”.")
                              .arg(label)
                              .arg(value.minimum)
                              .arg(value.maximum)
                              .arg(shortened(text)));
    }
    case Value::Kind::Choice:
        return checkChoice(label, value.choices, text, value.hint);
    case Value::Kind::Mode:
        return modeFromText(text) ? Result<void>() : checkChoice(label, modeNames(), text, {});
    case Value::Kind::Host:
        if (ping::parseTarget(text))
            return {};
        //: @error %1 an option, %2 what was given
        return usageError(
            Words::tr("%1 takes the IP address of one host, such as 192.0.2.1, not “%2”.").arg(label, shortened(text)));
    case Value::Kind::SshHost:
        if (host::isHostName(text))
            return {};
        //: @error %1 an option, %2 what was given
        return usageError(Words::tr("%1 takes a host as ssh does, such as srv1 or root@192.0.2.1, not “%2”.")
                              .arg(label, shortened(text)));
    case Value::Kind::Anything:
        return {};
    default:
        if (!text.isEmpty())
            return {};
        //: @error %1 an option or an argument
        return usageError(Words::tr("%1 is empty.").arg(label));
    }
}

/// The word on the command line that brought an unknown option: "-json" was read as four of them.
QString wordOf(const QString &name, const QStringList &arguments)
{
    for (const QString &argument : arguments) {
        const bool isLong = argument.startsWith(u"--"_s + name);
        const bool isShort
            = name.size() == 1 && argument.startsWith(u'-') && !argument.startsWith(u"--") && argument.contains(name);
        if (isLong || isShort)
            return argument.section(u'=', 0, 0);
    }
    return u"--"_s + name;
}

/// Why a command has no --host.
Error notElsewhere(const Command &command)
{
    //: @error %1 a command
    return {u"usage"_s, Words::tr("“%1” works on this computer only: leave --host out.").arg(command.name),
            //: @info what to do, a command line
            Words::tr("To have it there: ssh HOST bondctl %1 …").arg(command.name)};
}

Error unknownOption(const Command &command, const QString &word)
{
    if (word.section(u'=', 0, 0) == u"--host")
        return notElsewhere(command);
    QStringList known{u"help"_s};
    for (const Option &option : command.options)
        known.append(option.name);
    const QString near = closest(QString(word).remove(u'-'), known);
    //: @error %1 an option, %2 a command
    return {u"usage"_s, Words::tr("There is no option %1 for “%2”.").arg(shortened(word), command.name),
            near.isEmpty() ? QString() : Words::tr("Did you mean “%1”?").arg(u"--"_s + near)};
}

/// The parser says these in Qt's words; here they read like all others.
Error valueError(const Command &command, const QStringList &arguments)
{
    for (const QString &argument : arguments) {
        const QString name = argument.section(u'=', 0, 0);
        for (const Option &option : command.options) {
            if (!option.value && name == u"--"_s + option.name && argument.contains(u'='))
                //: @error %1 an option
                return {u"usage"_s, Words::tr("%1 takes no value.").arg(name), {}};
        }
    }
    //: @error %1 an option
    return {u"usage"_s, Words::tr("%1 needs a value.").arg(shortened(arguments.value(arguments.size() - 1))), {}};
}

} // namespace

Result<Arguments> Arguments::parse(const Command &command, const QStringList &arguments)
{
    QCommandLineParser parser;
    for (const Option &option : command.options) {
        QStringList names{option.name};
        if (!option.letter.isNull())
            names.prepend(option.letter);
        parser.addOption({names, option.help, option.value ? option.value->name : QString()});
    }
    const bool isParsed = parser.parse(QStringList{QString()} + arguments);
    if (const QStringList unknown = parser.unknownOptionNames(); !unknown.isEmpty())
        return tl::unexpected(unknownOption(command, wordOf(unknown.first(), arguments)));
    if (!isParsed)
        return tl::unexpected(valueError(command, arguments));
    Arguments parsed;
    parsed.m_words = parser.positionalArguments();
    for (const Option &option : command.options) {
        if (parser.isSet(option.name))
            parsed.m_options.insert(option.name, option.value ? parser.values(option.name) : QStringList{QString()});
    }
    return parsed.checkOptions(command).and_then([&] { return parsed.checkWords(command); }).map([&] {
        return parsed;
    });
}

Result<void> Arguments::checkOptions(const Command &command) const
{
    for (const Option &option : command.options) {
        const QString label = u"--"_s + option.name;
        if (option.isRequired && !has(option.name))
            //: @error %1 a command, %2 an option with its value
            return usageError(Words::tr("“%1” needs %2 %3.").arg(command.name, label, option.value->name));
        if (!option.insteadOf.isEmpty() && has(option.name) && has(option.insteadOf))
            //: @error %1 and %2 options
            return usageError(Words::tr("--%1 and %2 cannot be combined.").arg(option.insteadOf, label));
        const QStringList given = values(option.name);
        if (given.size() > 1 && option.value && !option.isRepeatable)
            //: @error %1 an option
            return usageError(Words::tr("%1 can be given only once.").arg(label));
        for (const QString &text : given) {
            if (!option.value)
                continue;
            if (const auto good = checkValue(label, *option.value, text); !good)
                return good;
        }
    }
    return {};
}

Result<void> Arguments::checkWords(const Command &command) const
{
    qsizetype at = 0;
    for (const Word &word : command.words) {
        for (int count = 0; word.maximum < 0 || count < word.maximum; ++count, ++at) {
            if (at >= m_words.size() && count >= word.minimum)
                break;
            if (at >= m_words.size())
                //: @error %1 a command, %2 an argument such as BOND, %3 what that is
                return usageError(Words::tr("“%1” needs %2: %3.").arg(command.name, word.value.name, word.help));
            if (const auto good = checkValue(word.value.name, word.value, m_words.at(at)); !good)
                return good;
        }
    }
    if (at < m_words.size())
        //: @error %1 a command, %2 an argument
        return usageError(Words::tr("“%1” takes no argument “%2” here.").arg(command.name, shortened(m_words.at(at))));
    return {};
}

QString Arguments::value(const QString &option, const QString &standard) const
{
    const QStringList all = values(option);
    return all.isEmpty() ? standard : all.last();
}

qint64 Arguments::number(const QString &option, qint64 standard) const
{
    return has(option) ? value(option).toLongLong() : standard;
}

} // namespace bondwright::cli
