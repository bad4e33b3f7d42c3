// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/hostaccess.h"
#include "common/stopsignal.h"
#include "common/values.h"
#include "common/words.h"
#include "kernel/recording/recorder.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

/// Bonds and their slaves: what a recording is looked at for.
QSet<int> bondsAndSlaves(const kernel::Snapshot &snapshot)
{
    QSet<int> interfaces;
    for (const kernel::BondState &bond : snapshot.bonds) {
        interfaces.insert(bond.ifindex);
        for (const kernel::SlaveState &slave : bond.slaves)
            interfaces.insert(slave.ifindex);
    }
    return interfaces;
}

int runRecord(Context &context, const Arguments &arguments)
{
    const qint64 duration = arguments.number(u"duration"_s, 0);
    kernel::KernelSource &source = context.host.source();
    source.setSampleInterval(std::chrono::milliseconds(arguments.number(u"interval"_s, 500)));
    const QObject scope;
    QObject::connect(&source, &kernel::KernelSource::troubleOccurred, &scope, [&context](const QString &message) {
        context.err << "bondctl: " << message << '\n';
        context.err.flush();
    });
    source.start();
    const auto watch = [&source] { source.watchCounters(bondsAndSlaves(source.snapshot())); };
    watch();
    QObject::connect(&source, &kernel::KernelSource::snapshotChanged, &scope, watch);
    kernel::Recorder recorder(&source);
    if (const Result<void> started = recorder.start(arguments.word(0)); !started)
        return reportError(context, started.error());
    QString error;
    QObject::connect(&recorder, &kernel::Recorder::stopped, QCoreApplication::instance(), [&error](const QString &why) {
        error = why;
        QCoreApplication::quit();
    });
    const StopSignal stop;
    QObject::connect(&stop, &StopSignal::stopRequested, QCoreApplication::instance(), &QCoreApplication::quit);
    if (duration > 0)
        QTimer::singleShot(std::chrono::seconds(duration), QCoreApplication::instance(), &QCoreApplication::quit);
    //: @info %1 is a file
    context.err << QCoreApplication::translate("bondctl", "Recording into %1. Ctrl+C ends it.").arg(arguments.word(0))
                << '\n';
    context.err.flush();
    QCoreApplication::exec();
    recorder.stop();
    return error.isEmpty() ? int(Success) : reportError(context, {QStringLiteral("record.failed"), error, {}});
}

} // namespace

Command recordCommand()
{
    return {CommandGroup::Look,
            u"record"_s,
            //: @info what a command does
            Words::tr("Records the bonds into a file that “monitor --replay” plays."),
            {},
            //: @info what an argument is
            {{takes::file(), Words::tr("file to write")}},
            {takes::interval(), takes::duration(), takes::otherHost()},
            {u"record bond0.bwrec --duration 3600"_s},
            runRecord};
}

} // namespace bondwright::cli
