// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "options.h"
#include "host/transport/ssh.h"
#include "i18n/language.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace bondwright
{

namespace
{

class Gui
{
    Q_DECLARE_TR_FUNCTIONS(bondwright::Gui)
};

} // namespace

Result<GuiOptions> parseGuiOptions(const QStringList &arguments)
{
    GuiOptions options;
    for (qsizetype at = 0; at < arguments.size(); ++at) {
        const QString &word = arguments.at(at);
        const auto value = [&](QString *into) {
            if (at + 1 >= arguments.size() || arguments.at(at + 1).startsWith(u"--"))
                return false;
            *into = arguments.at(++at);
            return true;
        };
        bool isGood = true;
        QString takes; ///< what a value that is there would have to be
        if (word == u"--help" || word == u"-h") {
            options.help = true;
        } else if (word == u"--version") {
            options.version = true;
        } else if (word == u"--wizard") {
            options.wizard = true;
        } else if (word == u"--practice") {
            options.practice = true;
        } else if (word == u"--lang") {
            takes = i18n::languages().join(u", ");
            isGood = value(&options.language) && i18n::languages().contains(options.language);
        } else if (word == u"--monitor") {
            isGood = value(&options.monitor);
        } else if (word == u"--host") {
            isGood = value(&options.host) && host::isHostName(options.host);
        } else if (word == u"--replay") {
            isGood = value(&options.replay);
        } else if (word == u"--report-pdf") {
            isGood = value(&options.reportPdf);
        } else if (word == u"--speed") {
            QString text;
            takes = Gui::tr("a number above 0, up to 1000");
            isGood = value(&text);
            options.speed = text.toDouble(&isGood);
            isGood = isGood && options.speed > 0 && options.speed <= 1000;
        } else {
            return fail(u"usage"_s, Gui::tr("There is no option “%1”.").arg(word), Gui::tr("See bondwright --help."));
        }
        if (isGood)
            continue;
        const QString given = arguments.at(at) == word ? QString() : arguments.at(at).left(64);
        return fail(u"usage"_s,
                    given.isEmpty() || takes.isEmpty()
                        ? Gui::tr("“%1” needs a value.").arg(word)
                        //: @error %1 an option, %2 what its value can be, %3 what was given
                        : Gui::tr("“%1” takes %2, not “%3”.").arg(word, takes, given),
                    given.isEmpty() && !takes.isEmpty()
                        //: @info hint, %1 what a value can be
                        ? Gui::tr("Possible: %1.").arg(takes)
                        : Gui::tr("See bondwright --help."));
    }
    if (options.practice && !options.replay.isEmpty())
        return fail(u"usage"_s, Gui::tr("--practice and --replay cannot be combined."),
                    Gui::tr("See bondwright --help."));
    if (!options.host.isEmpty() && !options.replay.isEmpty())
        return fail(u"usage"_s, Gui::tr("--host and --replay cannot be combined."), Gui::tr("See bondwright --help."));
    return options;
}

QString languageNamed(const QStringList &arguments)
{
    const qsizetype at = arguments.indexOf(u"--lang");
    const QString named = at < 0 ? QString() : arguments.value(at + 1);
    return i18n::languages().contains(named) ? named : QString();
}

QString guiHelpText()
{
    return Gui::tr("Usage: bondwright [OPTION …]\n"
                   "Bonds NICs safely and monitors their failover.\n"
                   "\n"
                   "  --lang en|zh_CN   language of the window\n"
                   "  --wizard          begin with the wizard\n"
                   "  --monitor BOND    open the monitor of a bond\n"
                   "  --host HOST       show another host, reached by ssh\n"
                   "  --practice        start the practice host: a host that cannot be broken,\n"
                   "                    with cables to pull (needs user-mode-linux)\n"
                   "  --replay FILE     show a recording instead of this host\n"
                   "  --speed FACTOR    of the replay, up to 1000\n"
                   "  --report-pdf FILE make a PDF of the failover test on standard input\n"
                   "                    (JSON of bondctl test); needs no display\n"
                   "  --version         print the version\n"
                   "  --help            print this\n");
}

QString noDisplayText()
{
    return Gui::tr("There is no display to open a window on. bondctl does the same work in a terminal.");
}

} // namespace bondwright
