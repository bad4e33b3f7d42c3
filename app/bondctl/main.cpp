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

/// Takes "--lang X" or "--lang=X" out of the arguments, wherever it stands; empty without a value.
std::optional<QString> takeLanguage(QStringList &arguments)
{
    const QString name = QStringLiteral("--lang");
    for (qsizetype at = 0; at < arguments.size(); ++at) {
        if (arguments.at(at).startsWith(name + u'='))
            return arguments.takeAt(at).sliced(name.size() + 1);
        if (arguments.at(at) != name)
            continue;
        arguments.removeAt(at);
        return at < arguments.size() ? arguments.takeAt(at) : QString();
    }
    return std::nullopt;
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
    const QString language = i18n::systemLanguage();
    const auto wanted = takeLanguage(arguments);
    i18n::installLanguage(i18n::languages().contains(wanted.value_or(language)) ? wanted.value_or(language) : language);
    if (wanted && !i18n::languages().contains(*wanted)) {
        cli::Context context{{}, out, err};
        return cli::reportUsage(context,
                                //: @error %1 is what was given, %2 a list
                                QCoreApplication::translate("bondctl", "There is no language “%1”; name one of: %2.")
                                    .arg(*wanted, i18n::languages().join(u", ")));
    }

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
