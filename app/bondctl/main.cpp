// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"
#include "i18n/language.h"

#include <QCoreApplication>

#include <cstdio>

using namespace bondwright;

namespace
{

std::vector<cli::Command> allCommands()
{
    std::vector<cli::Command> all;
    for (auto room :
         {cli::domainCommands, cli::formatCommands, cli::kernelCommands, cli::helperCommands, cli::testCommands}) {
        for (cli::Command &command : room())
            all.push_back(std::move(command));
    }
    return all;
}

void printHelp(QTextStream &out, const std::vector<cli::Command> &commands)
{
    out << QCoreApplication::translate("bondctl", "Usage: bondctl [--lang en|zh_CN] COMMAND [ARGUMENT …]") << "\n\n";
    for (const cli::Command &command : commands)
        out << "  bondctl " << command.usage << "\n      " << command.summary << '\n';
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("bondctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(BONDWRIGHT_VERSION));
    QTextStream out(stdout);
    QTextStream err(stderr);

    QStringList arguments = QCoreApplication::arguments().mid(1);
    QString language = i18n::systemLanguage();
    if (const auto at = arguments.indexOf(QStringLiteral("--lang")); at >= 0) {
        if (at + 1 >= arguments.size() || !i18n::languages().contains(arguments.at(at + 1))) {
            cli::Context context{{}, out, err};
            return cli::reportUsage(context, QStringLiteral("--lang: en, zh_CN"));
        }
        language = arguments.at(at + 1);
        arguments.remove(at, 2);
    }
    i18n::installLanguage(language);

    const std::vector<cli::Command> commands = allCommands();
    const QString name = arguments.value(0);
    if (name == u"--version") {
        out << "bondctl " << BONDWRIGHT_VERSION << '\n';
        return cli::Success;
    }
    if (name == u"help" || name == u"--help" || name == u"-h") {
        printHelp(out, commands);
        return cli::Success;
    }
    if (name.isEmpty()) {
        printHelp(err, commands);
        return cli::Usage;
    }
    cli::Context context{arguments.mid(1), out, err};
    for (const cli::Command &command : commands) {
        if (command.name == name && (!command.takes || command.takes(context.arguments))) {
            if (context.arguments.contains(QStringLiteral("--help"))) {
                out << "bondctl " << command.usage << "\n  " << command.summary << '\n';
                return cli::Success;
            }
            return command.run(context);
        }
    }
    return cli::reportUsage(context, QCoreApplication::translate("bondctl", "There is no command “%1”.").arg(name));
}
