// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/changearguments.h"
#include "common/words.h"

#include "domain/ipaddress.h"

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

/// Takes the value of an option: what stands behind it, or behind its "=".
std::optional<QString> takeValue(QStringList &rest, const QString &name)
{
    QString first = rest.takeFirst();
    if (first.startsWith(name + u'='))
        return first.mid(name.size() + 1);
    if (rest.isEmpty())
        return std::nullopt;
    return rest.takeFirst();
}

bool isOption(const QString &argument, const QString &name)
{
    return argument == name || argument.startsWith(name + u'=');
}

/// @return what is wrong, or an empty text
QString readOption(QStringList &rest, ChangeArguments &into)
{
    const QString argument = rest.first();
    if (isOption(argument, u"--backend"_s)) {
        const auto backend = helper::backendFromName(takeValue(rest, u"--backend"_s).value_or(QString()));
        if (!backend)
            return Words::tr("--backend takes nm, ifcfg, runtime or auto.");
        into.options.backend = *backend;
    } else if (isOption(argument, u"--confirm-within"_s)) {
        bool isNumber = false;
        const int seconds = takeValue(rest, u"--confirm-within"_s).value_or(QString()).toInt(&isNumber);
        if (!isNumber || seconds < 10 || seconds > 600)
            return Words::tr("--confirm-within takes 10 to 600 seconds.");
        into.options.confirmWithin = std::chrono::seconds(seconds);
    } else if (isOption(argument, u"--ping"_s)) {
        const auto address = IpAddress::fromString(takeValue(rest, u"--ping"_s).value_or(QString()));
        if (!address || address->isMulticast() || address->isBroadcast() || address->isUnspecified())
            return Words::tr("--ping takes the address of one host, such as 192.168.1.1.");
        into.options.pingTarget = address->toString();
    } else if (argument == u"--confirm") {
        rest.removeFirst();
        into.options.confirmNow = true;
    } else if (argument == u"--wait") {
        rest.removeFirst();
        into.wait = true;
    } else if (argument == u"--no-wait") {
        rest.removeFirst();
        into.wait = false;
    } else if (argument == u"--yes" || argument == u"-y") {
        rest.removeFirst();
        into.assumeYes = true;
    } else if (argument == u"--json") {
        rest.removeFirst();
        into.json = true;
    } else {
        return Words::tr("There is no option “%1” here.").arg(argument);
    }
    return {};
}

} // namespace

std::optional<ChangeArguments> parseChangeArguments(Context &context, int positionalCount)
{
    ChangeArguments parsed;
    QStringList rest = context.arguments;
    while (!rest.isEmpty()) {
        if (!rest.first().startsWith(u'-') || rest.first() == u"-") {
            parsed.positional.append(rest.takeFirst());
            continue;
        }
        if (const QString wrong = readOption(rest, parsed); !wrong.isEmpty()) {
            reportUsage(context, wrong);
            return std::nullopt;
        }
    }
    if (parsed.positional.size() != positionalCount) {
        reportUsage(context, Words::tr("%n argument(s) expected.", nullptr, positionalCount));
        return std::nullopt;
    }
    return parsed;
}

std::optional<QStringList> parsePositional(Context &context, int minimum, int maximum)
{
    for (const QString &argument : context.arguments) {
        if (argument.startsWith(u'-')) {
            reportUsage(context, Words::tr("There is no option “%1” here.").arg(argument));
            return std::nullopt;
        }
    }
    if (context.arguments.size() < minimum || context.arguments.size() > maximum) {
        reportUsage(context, Words::tr("%n argument(s) expected.", nullptr, minimum));
        return std::nullopt;
    }
    return context.arguments;
}

} // namespace bondwright::cli
