// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/firstpaint.h"
#include "common/fonts.h"
#include "common/fusionstyle.h"
#include "common/settings.h"
#include "failovertest/pdfreport.h"
#include "helperclient/dbushelperclient.h"
#include "history/eventstore.h"
#include "hostfacts/surroundings.h"
#include "hosts/askpass.h"
#include "hosts/hostswindow.h"
#include "i18n/language.h"
#include "kernel/localkernelsource.h"
#include "kernel/replaysource.h"
#include "main/intray.h"
#include "main/mainwindow.h"
#include "makehost.h"
#include "monitor/failovernotifier.h"
#include "options.h"
#include "rehearsal/rehearsal.h"
#include "singleinstance.h"
#include "watch/survey.h"
#include "wizard/wizardwindow.h"

#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QTextStream>

#include <algorithm>
#include <array>
#include <memory>

using namespace bondwright;

namespace
{

// The composition root: the only place that names the concrete source, helper and store.
struct Composition {
    std::unique_ptr<kernel::KernelSource> source;
    std::unique_ptr<helper::HelperClient> helper;
    std::unique_ptr<history::EventStore> events;
    std::unique_ptr<watch::Survey> survey;
    ui::Services services;
};

Composition compose(const GuiOptions &options)
{
    Composition all;
    // Without a bus there is no helper: a recording's bonds are not this host's, and nothing here may be changed for
    // them.
    if (options.replay.isEmpty())
        all.helper.reset(helper::createHelperClient());
    else
        all.helper = std::make_unique<helper::DbusHelperClient>(QDBusConnection(QStringLiteral("none")));
    if (options.replay.isEmpty()) {
        all.source = std::make_unique<kernel::LocalKernelSource>();
        all.events = std::make_unique<history::EventStore>();
        all.services.rehearsalProgram = rehearsal::Rehearsal::programPath();
        // Opened by the main window once it is on the screen.
        all.services.events = all.events.get();
        all.survey = std::make_unique<watch::Survey>();
        all.services.hostFacts = [](const kernel::Snapshot &snapshot) {
            return hostfacts::withSurroundings(kernel::toHostFacts(snapshot));
        };
    } else {
        all.source = std::make_unique<kernel::ReplaySource>(options.replay, options.speed);
        all.services.recording = QFileInfo(options.replay).fileName();
    }
    all.services.source = all.source.get();
    all.services.helper = all.helper.get();
    return all;
}

void follow(ui::HostsWindow *hosts, const GuiOptions &options)
{
    hosts->show();
    hosts->raise();
    hosts->activateWindow();
    if (!options.host.isEmpty())
        hosts->openHost(options.host);
    if (options.practice)
        hosts->openPractice();
    if (options.wizard)
        hosts->here()->createBond();
    if (!options.monitor.isEmpty())
        hosts->here()->openMonitor(options.monitor);
}

int runWindow(const GuiOptions &options, const QStringList &arguments)
{
    QGuiApplication::setDesktopFileName(QStringLiteral("org.bondwright.Bondwright"));
    SingleInstance instance;
    // A replay is a window of its own, beside the one of this host.
    if (options.replay.isEmpty()) {
        if (instance.handOver(arguments))
            return 0;
        instance.listen();
    }
    const Composition all = compose(options);
    // A recording begins under the eyes of the window, which shows what is wrong with it.
    if (options.replay.isEmpty())
        all.source->start();
    ui::HostsWindow window(all.services,
                           [](const QString &name) { return makeHost(name, QCoreApplication::applicationFilePath()); });
    // Reads every configuration there is.
    ui::afterFirstPaint(&window, [&all] {
        diagnosis::HealthKeeper::of(all.source.get())
            ->watch(all.survey ? all.survey->asker() : diagnosis::HealthKeeper::AskSurvey());
    });
    window.setAskpass(QCoreApplication::applicationFilePath());
    window.setPracticeHost(makePracticeHost);
    if (options.replay.isEmpty())
        window.openRemembered();
    QObject::connect(&instance, &SingleInstance::startedAgain, &window, [&window](const QStringList &again) {
        const Result<GuiOptions> wishes = parseGuiOptions(again);
        if (wishes && !wishes->language.isEmpty())
            i18n::installLanguage(wishes->language);
        follow(&window, wishes ? *wishes : GuiOptions());
    });
    // A recording's failovers are no news.
    std::unique_ptr<ui::FailoverNotifier> notifier;
    if (options.replay.isEmpty()) {
        notifier = std::make_unique<ui::FailoverNotifier>(all.services);
        ui::keepInTray(*notifier, *window.here());
    }
    follow(&window, options);
    if (!options.replay.isEmpty())
        all.source->start();
    return QApplication::exec();
}

QString languageOf(const QStringList &words)
{
    if (const QString named = languageNamed(words); !named.isEmpty())
        return named;
    const QString usual = ui::settings::language();
    return usual.isEmpty() ? i18n::systemLanguage() : usual;
}

bool mayHaveDisplay(const QStringList &words)
{
    return words.contains(QStringLiteral("-platform"))
        || std::ranges::any_of(std::array{"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"},
                               [](const char *name) { return !qEnvironmentVariableIsEmpty(name); });
}

/// What is asked decides what is needed: nothing, fonts (a PDF), or a display.
std::unique_ptr<QCoreApplication> createApplication(int &argc, char **argv, const QStringList &words)
{
    const bool hasDisplay = mayHaveDisplay(words);
    const Result<GuiOptions> asked = parseGuiOptions(words);
    if (asked && !asked->reportPdf.isEmpty()) {
        // Also with a display: a report made by root must not depend on a user's session.
        qputenv("QT_QPA_PLATFORM", "offscreen");
        return std::make_unique<QGuiApplication>(argc, argv);
    }
    // --help and --version are answered without a display too. Qt would end the program with a core dump.
    if (!hasDisplay || (asked && (asked->help || asked->version)))
        return std::make_unique<QCoreApplication>(argc, argv);
    const QString language = languageOf(words);
    std::jthread fonts = ui::readFonts(language);
    auto app = std::make_unique<QApplication>(argc, argv);
    fonts.join();
    ui::shapeSparingly(language);
    return app;
}

int answerSsh(int &argc, char **argv, const QString &host)
{
    const QString prompt = QString::fromLocal8Bit(argv[1]);
    QCoreApplication::setOrganizationName(QStringLiteral("bondwright"));
    QCoreApplication::setApplicationName(QStringLiteral("bondwright"));
    const QString language = languageOf(QStringList());
    ui::readFonts(language).join();
    QApplication app(argc, argv);
    i18n::installLanguage(language);
    return ui::runAskpass(host, prompt, qEnvironmentVariable("SSH_ASKPASS_PROMPT"));
}

} // namespace

int main(int argc, char **argv)
{
    // ssh asks by us (host::sshCommand).
    if (const QString host = qEnvironmentVariable("BONDWRIGHT_ASKPASS"); !host.isEmpty() && argc == 2)
        return answerSsh(argc, argv, host);
    QStringList words;
    for (int at = 1; at < argc; ++at)
        words.append(QString::fromLocal8Bit(argv[at]));
    QCoreApplication::setOrganizationName(QStringLiteral("bondwright"));
    QCoreApplication::setApplicationName(QStringLiteral("bondwright"));
    QCoreApplication::setApplicationVersion(QStringLiteral(BONDWRIGHT_VERSION));
    const auto app = createApplication(argc, argv, words);
    QTextStream out(stdout);
    QTextStream err(stderr);

    // Qt has taken out its own arguments now (-style, -platform, …).
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    i18n::installLanguage(languageOf(arguments)); // that of a complaint as well
    const Result<GuiOptions> options = parseGuiOptions(arguments);
    if (!options) {
        err << options.error().text() << '\n';
        return 2;
    }
    if (options->help) {
        out << guiHelpText();
        return 0;
    }
    if (options->version) {
        out << "bondwright " << BONDWRIGHT_VERSION << '\n';
        return 0;
    }
    if (!options->reportPdf.isEmpty()) {
        QFile in;
        if (!in.open(stdin, QIODevice::ReadOnly)) {
            err << in.errorString() << '\n';
            return 1;
        }
        const auto written = ui::writePdfOf(in, options->reportPdf, i18n::languageInUse());
        if (!written)
            err << written.error().message << '\n';
        return written ? 0 : 1;
    }
    if (!mayHaveDisplay(words)) {
        err << noDisplayText() << '\n';
        return 1;
    }
    ui::FusionStyle::install();
    return runWindow(*options, arguments);
}
