// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "help.h"

#include "commands.h"
#include "common/arguments.h"
#include "common/output.h"
#include "common/suggestion.h"
#include "common/texttable.h"
#include "common/values.h"
#include "common/words.h"

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

constexpr std::array allGroups{CommandGroup::Look, CommandGroup::Plan, CommandGroup::Change, CommandGroup::Answer,
                               CommandGroup::Elsewhere};

QString groupTitle(CommandGroup group)
{
    switch (group) {
    case CommandGroup::Look:
        //: @title group of commands
        return Words::tr("See this host");
    case CommandGroup::Plan:
        //: @title group of commands
        return Words::tr("Plan a bond");
    case CommandGroup::Change:
        //: @title group of commands
        return Words::tr("Change this host; reverts unless confirmed");
    case CommandGroup::Answer:
        //: @title group of commands
        return Words::tr("Decide about a pending change");
    case CommandGroup::Elsewhere:
        //: @title group of commands
        return Words::tr("Configuration files, and other hosts");
    }
    return {};
}

std::vector<const Command *> commandsOf(CommandGroup group)
{
    std::vector<const Command *> found;
    for (const Command &command : allCommands()) {
        if (command.group == group && !command.isHidden)
            found.push_back(&command);
    }
    return found;
}

QString labelOf(const Option &option)
{
    QString label = u"--"_s + option.name;
    if (!option.letter.isNull())
        label.prepend(u"-%1, "_s.arg(option.letter));
    return option.value ? label + u' ' + option.value->name : label;
}

/// A label, and beside or below it the text.
void printEntry(QTextStream &out, const QString &label, const QString &text)
{
    constexpr int indent = 26;
    const QString block = wrapped(text, indent);
    const QString head = u"  "_s + label;
    if (displayWidth(head) + 2 > indent)
        out << head << '\n' << block << '\n';
    else
        out << padded(head, indent) << block.mid(indent) << '\n';
}

void printAll(QTextStream &out)
{
    for (const CommandGroup group : allGroups) {
        out << groupTitle(group) << '\n';
        for (const Command *command : commandsOf(group))
            printEntry(out, command->name, command->summary);
        out << '\n';
    }
}

// A line that begins with a dot or a quote is an instruction to roff; a dash is a hyphen.
QString roff(QString text)
{
    text.replace(u'\\', u"\\e"_s).replace(u'-', u"\\-"_s).replace(u"…"_s, u"..."_s);
    return text.startsWith(u'.') || text.startsWith(u'\'') ? u"\\&"_s + text : text;
}

void printManual(QTextStream &out, const Command &command)
{
    out << ".TP\n.B bondctl " << roff(usageOf(command)) << '\n' << roff(command.summary) << '\n';
    if (!command.description.isEmpty())
        out << roff(command.description) << '\n';
    out << ".RS\n";
    for (const Word &word : command.words)
        out << ".TP\n.I " << roff(word.value.name) << '\n' << roff(word.help) << '\n';
    for (const Option &option : command.options)
        out << ".TP\n.B " << roff(labelOf(option)) << '\n' << roff(option.help) << '\n';
    if (!command.examples.isEmpty())
        out << ".PP\n.nf\n";
    for (const QString &example : command.examples)
        out << "bondctl " << roff(example) << '\n';
    out << (command.examples.isEmpty() ? ".RE\n" : ".fi\n.RE\n");
}

void printManual(QTextStream &out)
{
    for (const CommandGroup group : allGroups) {
        out << ".SS " << roff(groupTitle(group)) << '\n';
        for (const Command *command : commandsOf(group))
            printManual(out, *command);
    }
}

int runHelp(Context &context, const Arguments &arguments)
{
    if (arguments.has(u"all"_s)) {
        printAll(context.out);
        return Success;
    }
    if (arguments.has(u"manual"_s)) {
        printManual(context.out);
        return Success;
    }
    if (arguments.words().isEmpty()) {
        printOverview(context.out);
        return Success;
    }
    const Command *command = findCommand(arguments.word(0));
    if (!command)
        return reportError(context,
                           {u"usage"_s, Words::tr("There is no command “%1”.").arg(shortened(arguments.word(0))),
                            didYouMean(arguments.word(0), commandNames())});
    printHelp(context.out, *command);
    return Success;
}

} // namespace

void printOverview(QTextStream &out)
{
    //: @info
    out << Words::tr("Usage: bondctl [--lang en|zh_CN] [--host HOST] COMMAND [ARGUMENT …]") << "\n\n";
    for (const CommandGroup group : allGroups) {
        QStringList names;
        for (const Command *command : commandsOf(group))
            names.append(command->name);
        out << groupTitle(group) << '\n' << wrapped(names.join(u"  "_s), 2) << "\n\n";
    }
    //: @info
    out << Words::tr("“bondctl help COMMAND” explains a command, “bondctl help --all” lists them with a line each.")
        << '\n'
        //: @info
        << Words::tr("“--host HOST” works on another host, reached by ssh.")
        << '\n'
        //: @info before a command line
        << Words::tr("For example:") << '\n'
        << "  bondctl create bond0 --mode active-backup --slave eth0 --slave eth1\n";
}

void printHelp(QTextStream &out, const Command &command)
{
    QString usage = wrapped(u"bondctl "_s + usageOf(command), 4);
    out << usage.remove(0, 4) << "\n\n" << wrapped(command.summary, 0) << '\n';
    if (!command.description.isEmpty())
        out << '\n' << wrapped(command.description, 0) << '\n';
    if (!command.words.isEmpty() || !command.options.isEmpty())
        out << '\n';
    for (const Word &word : command.words)
        printEntry(out, word.value.name, word.help);
    for (const Option &option : command.options)
        printEntry(out, labelOf(option), option.help);
    if (command.examples.isEmpty())
        return;
    //: @info before command lines
    out << '\n' << Words::tr("Examples:") << '\n';
    for (const QString &example : command.examples)
        out << "  bondctl " << example << '\n';
}

Command helpCommand()
{
    return {CommandGroup::Look,
            u"help"_s,
            //: @info what a command does
            Words::tr("Lists the commands, or explains one."),
            {},
            //: @info what an argument is
            {{takes::of(Value::Kind::Command, u"COMMAND"_s), Words::tr("name of a command"), 0}},
            {//: @info what an option does
             {u"all"_s, Words::tr("list all commands with a line each")},
             //: @info what an option does
             {u"manual"_s, Words::tr("print the commands as the manual page has them (roff)")}},
            {u"help create"_s, u"create --help"_s},
            runHelp};
}

} // namespace bondwright::cli
