// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/values.h"

#include "common/words.h"

using namespace Qt::StringLiterals;

namespace bondwright::cli::takes
{

Value text(const QString &name)
{
    return of(Value::Kind::Text, name);
}

Value number(const QString &name, qint64 minimum, qint64 maximum)
{
    return {Value::Kind::Number, name, {}, minimum, maximum};
}

Value choice(const QStringList &choices)
{
    return {Value::Kind::Choice, choices.join(u'|'), choices};
}

Value of(Value::Kind kind, const QString &name)
{
    return {kind, name};
}

Value plan()
{
    return of(Value::Kind::Plan, u"PLAN"_s);
}

Value bond()
{
    return of(Value::Kind::Bond, u"BOND"_s);
}

Value host()
{
    return of(Value::Kind::Host, u"HOST"_s);
}

Value file()
{
    return of(Value::Kind::File, u"FILE"_s);
}

Value release()
{
    Value value = choice({u"5"_s, u"6"_s, u"7"_s, u"8"_s, u"9"_s});
    //: @info hint
    value.hint = Words::tr("Releases 5 to 9 read ifcfg files; from 10 on use --format nm.");
    return value;
}

Word planWord()
{
    //: @info what the argument PLAN is
    return {plan(), Words::tr("a plan file, or - for standard input")};
}

Word bondWord()
{
    //: @info what the argument BOND is
    return {bond(), Words::tr("name of the bond")};
}

Option json()
{
    //: @info what an option does
    return {u"json"_s, Words::tr("print JSON, as docs/json.md describes it")};
}

Option root(const QString &help)
{
    return {u"root"_s, help, of(Value::Kind::Folder, u"DIR"_s)};
}

Option noHost()
{
    //: @info what an option does
    return {u"no-host"_s, Words::tr("leave this host out of it")};
}

Option otherHost()
{
    //: @info what an option does
    return {u"host"_s, Words::tr("another host, reached by ssh"), of(Value::Kind::SshHost, u"HOST"_s)};
}

Option diff()
{
    //: @info what an option does
    return {u"diff"_s, Words::tr("print what would change, and write nothing")};
}

Option rhel()
{
    //: @info what an option does
    return {u"rhel"_s, Words::tr("release of RHEL that reads the files"), release()};
}

Option service()
{
    //: @info what an option does
    return {u"service"_s, Words::tr("service that reads the ifcfg files"), choice({u"network"_s, u"nm"_s})};
}

Option interval()
{
    //: @info what an option does
    return {u"interval"_s, Words::tr("time between two readings of the counters, in ms"), number(u"MS"_s, 50, 1000)};
}

Option duration()
{
    constexpr qint64 tenYears = 10LL * 365 * 86'400;
    //: @info what an option does
    return {u"duration"_s, Words::tr("end after so many seconds"), number(u"S"_s, 1, tenYears)};
}

} // namespace bondwright::cli::takes
