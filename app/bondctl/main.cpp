// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/hostaccess.h"
#include "common/outputdevice.h"
#include "common/suggestion.h"
#include "common/words.h"
#include "help.h"
#include "i18n/language.h"

#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

using namespace bondwright;
using namespace Qt::StringLiterals;

namespace
{

/// A standard stream that was closed (">&-") would be opened again as the next file or socket, and written into. To read
/// only: what is written there must not look like success.
void keepStandardStreams()
{
    for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(fd, F_GETFD) < 0)
            (void)::open("/dev/null", O_RDONLY);
    }
}

/// Takes "--lang X" or "--lang=X" out of the arguments, wherever it stands before "--"; empty without a value.
std::optional<QString> takeLanguage(QStringList &arguments)
{
    const QString name = u"--lang"_s;
    for (qsizetype at = 0; at < arguments.size() && arguments.at(at) != u"--"; ++at) {
        if (arguments.at(at).startsWith(name + u'='))
            return arguments.takeAt(at).sliced(name.size() + 1);
        if (arguments.at(at) != name)
            continue;
        arguments.removeAt(at);
        return at < arguments.size() ? arguments.takeAt(at) : QString();
    }
    return std::nullopt;
}

/// "--host X COMMAND …" means "COMMAND --host X …".
void moveHostBehindCommand(QStringList &arguments)
{
    const QString first = arguments.value(0);
    const qsizetype count = first == u"--host" ? 2 : first.startsWith(u"--host=") ? 1 : 0;
    if (count > 0 && arguments.size() > count)
        arguments.insert(0, arguments.takeAt(count));
}

bool asksForHelp(const QStringList &arguments)
{
    const QStringList options = arguments.first(std::max<qsizetype>(0, arguments.indexOf(u"--"_s)));
    const QStringList &looked = arguments.contains(u"--"_s) ? options : arguments;
    return looked.contains(u"--help"_s) || looked.contains(u"-h"_s);
}

int run(cli::Context &context, const QStringList &arguments)
{
    const QString name = arguments.value(0);
    if (name == u"--version") {
        context.out << "bondctl " << BONDWRIGHT_VERSION << '\n';
        return cli::Success;
    }
    if (name == u"--help" || name == u"-h") {
        cli::printOverview(context.out);
        return cli::Success;
    }
    if (name.isEmpty()) {
        cli::printOverview(context.err);
        return cli::Usage;
    }
    const cli::Command *command = cli::findCommand(name);
    if (!command && name == u"--host")
        //: @error
        return cli::reportError(context, {u"usage"_s, cli::Words::tr("--host needs a host and a command."), {}});
    if (!command)
        //: @error %1 is what was given
        return cli::reportError(context,
                                {u"usage"_s, cli::Words::tr("There is no command “%1”.").arg(cli::shortened(name)),
                                 cli::didYouMean(name, cli::commandNames())});
    context.command = command->name;
    const QStringList rest = arguments.mid(1);
    // What is to be completed may well be "--help".
    if (!command->isHidden && asksForHelp(rest)) {
        cli::printHelp(context.out, *command);
        return cli::Success;
    }
    const auto parsed = cli::Arguments::parse(*command, rest);
    if (!parsed)
        return cli::reportError(context, parsed.error());
    if (parsed->has(u"host"_s)) {
        if (const auto connected = context.host.connect(parsed->value(u"host"_s)); !connected)
            return cli::reportError(context, connected.error());
    }
    return command->run(context, *parsed);
}

/// What did not arrive must not look like success: a full disk cuts a file short.
int withOutputWritten(cli::Context &context, int status)
{
    context.out.flush();
    if (context.out.status() == QTextStream::Ok)
        return status;
    //: @error
    context.err << "bondctl: " << cli::Words::tr("Standard output could not be written.") << '\n';
    return status == cli::Success ? cli::Failure : status;
}

} // namespace

int main(int argc, char **argv)
{
    keepStandardStreams();
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"bondctl"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(BONDWRIGHT_VERSION));
    cli::OutputDevice outDevice(STDOUT_FILENO);
    cli::OutputDevice errDevice(STDERR_FILENO);
    QTextStream out(&outDevice);
    QTextStream err(&errDevice);
    cli::HostAccess host;
    cli::Context context{out, err, host};

    QStringList arguments = QCoreApplication::arguments().mid(1);
    const QString language = i18n::systemLanguage();
    const auto wanted = takeLanguage(arguments);
    i18n::installLanguage(i18n::languages().contains(wanted.value_or(language)) ? wanted.value_or(language) : language);
    if (wanted && !i18n::languages().contains(*wanted))
        return cli::reportUsage(
            context,
            wanted->isEmpty()
                //: @error %1 a list
                ? QCoreApplication::translate("bondctl", "--lang needs a language, one of: %1.")
                      .arg(i18n::languages().join(u", "))
                //: @error %1 is what was given, %2 a list
                : QCoreApplication::translate("bondctl", "There is no language “%1”; name one of: %2.")
                      .arg(cli::shortened(*wanted), i18n::languages().join(u", ")));
    moveHostBehindCommand(arguments);
    return withOutputWritten(context, run(context, arguments));
}
