// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/output.h"
#include "common/values.h"
#include "common/words.h"

#include "domain/options.h"
#include "i18n/language.h"

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

QString kindWord(OptionKind kind)
{
    switch (kind) {
    case OptionKind::Integer:
        return u"integer"_s;
    case OptionKind::Enum:
        return u"enum"_s;
    case OptionKind::Bool:
        return u"bool"_s;
    case OptionKind::IfName:
        return u"interface"_s;
    case OptionKind::Ip4List:
        return u"ipv4-list"_s;
    case OptionKind::Ip6List:
        return u"ipv6-list"_s;
    case OptionKind::Mac:
        return u"mac"_s;
    }
    return {};
}

QString changeWord(OptionChange change)
{
    switch (change) {
    case OptionChange::AnyTime:
        return u"any-time"_s;
    case OptionChange::BondDown:
        return u"bond-down"_s;
    case OptionChange::NoSlaves:
        return u"no-slaves"_s;
    case OptionChange::BondDownNoSlaves:
        return u"bond-down-no-slaves"_s;
    case OptionChange::LoadTime:
        return u"load-time"_s;
    }
    return {};
}

QString scopeWord(OptionScope scope)
{
    switch (scope) {
    case OptionScope::Bond:
        return u"bond"_s;
    case OptionScope::Slave:
        return u"slave"_s;
    case OptionScope::Module:
        return u"module"_s;
    }
    return {};
}

QString changeLabel(OptionChange change)
{
    switch (change) {
    case OptionChange::AnyTime:
        //: @item when an option may be changed
        return QCoreApplication::translate("bondctl", "changes at any time");
    case OptionChange::BondDown:
        //: @item when an option may be changed
        return QCoreApplication::translate("bondctl", "changes only while the bond is down");
    case OptionChange::NoSlaves:
        //: @item when an option may be changed
        return QCoreApplication::translate("bondctl", "changes only while the bond has no slaves");
    case OptionChange::BondDownNoSlaves:
        //: @item when an option may be changed
        return QCoreApplication::translate("bondctl", "changes only while the bond is down and has no slaves");
    case OptionChange::LoadTime:
        //: @item when an option may be changed
        return QCoreApplication::translate("bondctl", "set where the driver is loaded");
    }
    return {};
}

QStringList modeNames(const OptionSpec &spec, bool (*matches)(const OptionSpec &, Mode))
{
    QStringList names;
    for (const ModeInfo &info : allModes()) {
        if (matches(spec, info.mode))
            names.append(info.kernelName);
    }
    return names;
}

QString values(const OptionSpec &spec)
{
    QStringList names;
    for (const OptionName &known : spec.names)
        names.append(known.name);
    switch (spec.kind) {
    case OptionKind::Integer:
        return u"%1–%2 %3"_s.arg(spec.minimum).arg(spec.maximum).arg(spec.unit).trimmed();
    case OptionKind::Enum:
    case OptionKind::Bool:
        return names.join(u" | "_s);
    case OptionKind::IfName:
        return QCoreApplication::translate("bondctl", "interface name");
    case OptionKind::Ip4List:
        return QCoreApplication::translate("bondctl", "up to 16 IPv4 addresses");
    case OptionKind::Ip6List:
        return QCoreApplication::translate("bondctl", "up to 16 IPv6 addresses");
    case OptionKind::Mac:
        return QCoreApplication::translate("bondctl", "MAC address");
    }
    return {};
}

QJsonObject toJson(const OptionSpec &spec)
{
    QJsonObject object{{u"name"_s, spec.name},
                       {u"aliases"_s, QJsonArray::fromStringList(spec.aliases)},
                       {u"scope"_s, scopeWord(spec.scope)},
                       {u"kind"_s, kindWord(spec.kind)},
                       {u"unit"_s, spec.unit},
                       {u"default"_s, spec.defaultValue},
                       {u"modes"_s, QJsonArray::fromStringList(modeNames(spec, acceptsMode))},
                       {u"effective_modes"_s, QJsonArray::fromStringList(modeNames(spec, actsInMode))},
                       {u"change"_s, changeWord(spec.change)},
                       {u"sysfs"_s, spec.inSysfs},
                       {u"module_parameter"_s, spec.isModuleParameter},
                       {u"since"_s, spec.since},
                       {u"en"_s, QJsonObject{{u"help"_s, spec.help.en}}},
                       {u"zh"_s, QJsonObject{{u"help"_s, spec.help.zh}}}};
    if (spec.kind == OptionKind::Integer) {
        object.insert(u"minimum"_s, static_cast<qint64>(spec.minimum));
        object.insert(u"maximum"_s, static_cast<qint64>(spec.maximum));
    }
    if (!spec.names.isEmpty()) {
        QJsonArray names;
        for (const OptionName &known : spec.names)
            names.append(QJsonObject{{u"name"_s, known.name}, {u"number"_s, known.value}});
        object.insert(u"names"_s, names);
    }
    return object;
}

void print(QTextStream &out, const OptionSpec &spec)
{
    QString title = spec.name;
    for (const QString &alias : spec.aliases)
        title += u" = "_s + alias;
    const QString scope = spec.scope == OptionScope::Slave ? QCoreApplication::translate("bondctl", " (each slave)")
        : spec.scope == OptionScope::Module                ? QCoreApplication::translate("bondctl", " (driver)")
                                                           : QString();
    const QString fallback
        = spec.defaultValue.isEmpty() ? QCoreApplication::translate("bondctl", "none") : spec.defaultValue;
    const QString modes = spec.effectiveModes == allModesMask ? QCoreApplication::translate("bondctl", "all")
                                                              : modeNames(spec, actsInMode).join(u", "_s);
    out << title << scope << '\n'
        << wrapped(i18n::inCurrentLanguage(spec.help), 3) << '\n'
        << wrapped(QCoreApplication::translate("bondctl", "Values: %1; default: %2").arg(values(spec), fallback), 3)
        << '\n'
        << wrapped(QCoreApplication::translate("bondctl", "Modes: %1; %2; since Linux %3")
                       .arg(modes, changeLabel(spec.change), spec.since),
                   3)
        << "\n\n";
}

int runOptions(Context &context, const Arguments &arguments)
{
    const auto mode = modeFromText(arguments.value(u"mode"_s));
    QJsonArray array;
    for (const OptionSpec &spec : allOptions()) {
        if (mode && !(acceptsMode(spec, *mode) && actsInMode(spec, *mode)))
            continue;
        if (arguments.has(u"json"_s))
            array.append(toJson(spec));
        else
            print(context.out, spec);
    }
    if (arguments.has(u"json"_s))
        printJson(context, array);
    return Success;
}

} // namespace

Command optionsCommand()
{
    return {CommandGroup::Plan,
            u"options"_s,
            //: @info what a command does
            Words::tr("Lists the driver's options with defaults, ranges and modes."),
            {},
            {},
            //: @info what an option does
            {{u"mode"_s, Words::tr("only those that act in this mode"), takes::of(Value::Kind::Mode, u"MODE"_s)},
             takes::json()},
            {u"options --mode 802.3ad"_s},
            runOptions};
}

} // namespace bondwright::cli
