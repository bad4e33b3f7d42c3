// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/hostaccess.h"
#include "common/monitor.h"
#include "common/stopsignal.h"
#include "common/values.h"
#include "common/words.h"
#include "kernel/recording/recorder.h"

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

/// Writes the pings into the recording; all else is there by itself.
class PingRecorder final : public MonitorPrinter
{
public:
    PingRecorder(Context &context, kernel::Recorder &recorder)
        : m_context(context)
        , m_recorder(recorder)
    {
    }
    void printStart(const kernel::Snapshot &, const QMap<int, diagnosis::Diagnosis> &) override { }
    void printVerdict(const kernel::BondState &, const diagnosis::Diagnosis &, qint64) override { }
    void printSample(const kernel::CounterSample &, const kernel::Snapshot &, const QList<int> &) override { }
    void printEvent(const kernel::BondEvent &) override { }
    void printReply(const BondPing &ping, const ping::PingReply &reply) override
    {
        const auto rtt = reply.rtt ? std::optional<qint64>(reply.rtt->count()) : std::nullopt;
        m_recorder.addPing({ping.bond, ping.target.address.toString(), reply.sequence, rtt}, reply.sentMonotonicNs);
    }
    void printOutage(const BondPing &, const ping::PingOutage &, qint64) override { }
    void printTrouble(const QString &message) override
    {
        m_context.err << "bondctl: " << message << '\n';
        m_context.err.flush();
    }
    void printEnd(const QList<std::pair<BondPing, ping::PingStatistics>> &) override { }

private:
    Context &m_context;
    kernel::Recorder &m_recorder;
};

int runRecord(Context &context, const Arguments &arguments)
{
    const qint64 duration = arguments.number(u"duration"_s, 0);
    HostAccess &host = context.host;
    kernel::Recorder recorder(&host.source());
    PingRecorder printer(context, recorder);
    MonitorOptions options = monitorOptions(arguments);
    options.makePinger = [&host](const ping::PingTarget &target) { return host.createPinger(target, nullptr); };
    Monitor monitor(&host.source(), options, &printer, nullptr);
    if (const Result<void> started = monitor.start(); !started)
        return reportError(context, started.error());
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
        quitAfter(std::chrono::seconds(duration));
    //: @info %1 is a file
    context.err << QCoreApplication::translate("bondctl", "Recording into %1. Ctrl+C ends it.").arg(arguments.word(0))
                << '\n';
    context.err.flush();
    QCoreApplication::exec();
    monitor.finish();
    recorder.stop();
    return error.isEmpty() ? int(Success) : reportError(context, {QStringLiteral("record.failed"), error, {}});
}

} // namespace

Command recordCommand()
{
    return {CommandGroup::Look,
            u"record"_s,
            //: @info what a command does
            Words::tr("Records the bonds, their traffic and pings into a file that “monitor --replay” plays."),
            {},
            //: @info what an argument is
            {{takes::file(), Words::tr("file to write")}},
            pingOptions() + QList<Option>{takes::interval(), takes::duration(), takes::otherHost()},
            {u"record bond0.bwrec --duration 3600"_s, u"record bond0.bwrec --ping 192.0.2.1"_s},
            runRecord};
}

} // namespace bondwright::cli
