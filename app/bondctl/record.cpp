// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "record.h"

#include "common/parsedarguments.h"
#include "common/stopsignal.h"
#include "kernel/localkernelsource.h"
#include "kernel/recording/recorder.h"

#include <QTimer>

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

} // namespace

int runRecord(Context &context)
{
    const Result<ParsedArguments> arguments
        = ParsedArguments::parse(context.arguments, {}, {intervalOption, durationOption});
    if (!arguments)
        return reportUsage(context, arguments.error().message);
    if (arguments->words().size() != 1)
        //: @error
        return reportUsage(context, QCoreApplication::translate("bondctl", "Record into which file?"));
    const Result<qint64> interval = arguments->number(intervalOption, 500, 50, 1000);
    const Result<qint64> duration = arguments->number(durationOption, 0, 1, 10 * 365 * 86'400);
    if (!interval || !duration)
        return reportUsage(context, interval ? duration.error().message : interval.error().message);

    kernel::LocalKernelSource source;
    source.setSampleInterval(std::chrono::milliseconds(*interval));
    QObject::connect(&source, &kernel::KernelSource::troubleOccurred, &source, [&context](const QString &message) {
        context.err << "bondctl: " << message << '\n';
        context.err.flush();
    });
    source.start();
    const auto watch = [&source] { source.watchCounters(bondsAndSlaves(source.snapshot())); };
    watch();
    QObject::connect(&source, &kernel::KernelSource::snapshotChanged, &source, watch);
    kernel::Recorder recorder(&source);
    if (const Result<void> started = recorder.start(arguments->words().first()); !started)
        return reportError(context, started.error());
    QString error;
    QObject::connect(&recorder, &kernel::Recorder::stopped, QCoreApplication::instance(), [&error](const QString &why) {
        error = why;
        QCoreApplication::quit();
    });
    const StopSignal stop;
    QObject::connect(&stop, &StopSignal::stopRequested, QCoreApplication::instance(), &QCoreApplication::quit);
    if (*duration > 0)
        QTimer::singleShot(std::chrono::seconds(*duration), QCoreApplication::instance(), &QCoreApplication::quit);
    //: @info %1 is a file
    context.err
        << QCoreApplication::translate("bondctl", "Recording into %1. Ctrl+C ends it.").arg(arguments->words().first())
        << '\n';
    context.err.flush();
    QCoreApplication::exec();
    recorder.stop();
    return error.isEmpty() ? int(Success) : reportError(context, {QStringLiteral("record.failed"), error, {}});
}

} // namespace bondwright::cli
