// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/metrics.h"
#include "commands.h"
#include "common/arguments.h"
#include "common/hostaccess.h"
#include "common/hostsnapshot.h"
#include "common/values.h"
#include "common/words.h"
#include "kernel/countersampler.h"
#include "watch/metricshttp.h"
#include "watch/publicfile.h"

#include <QDeadlineTimer>
#include <QFile>

#include <array>
#include <poll.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

QHash<int, kernel::Counters> countersOf(const kernel::Snapshot &snapshot)
{
    QSet<int> wanted;
    for (const kernel::BondState &bond : snapshot.bonds) {
        for (const kernel::SlaveState &slave : bond.slaves)
            wanted.insert(slave.ifindex);
    }
    QHash<int, kernel::Counters> counters;
    kernel::CounterSampler sampler;
    if (wanted.isEmpty() || !sampler.open())
        return counters;
    sampler.watch(wanted, snapshot.nics.size());
    if (const auto sample = sampler.sample()) {
        for (const kernel::Counters &one : sample->interfaces)
            counters.insert(one.ifindex, one);
    }
    return counters;
}

/// One request from standard input. The client may be slow, silent or hostile.
QByteArray readRequest()
{
    using namespace std::chrono_literals;
    QByteArray request;
    QDeadlineTimer deadline(5s);
    std::array<char, 4096> part{};
    while (!request.contains("\r\n\r\n") && request.size() < watch::maxHttpRequest) {
        pollfd in{STDIN_FILENO, POLLIN, 0};
        if (::poll(&in, 1, int(deadline.remainingTime())) <= 0)
            break;
        const ssize_t length = ::read(STDIN_FILENO, part.data(), part.size());
        if (length <= 0)
            break;
        request.append(part.data(), length);
    }
    return request;
}

int runMetrics(Context &context, const Arguments &arguments)
{
    const Result<kernel::Snapshot> snapshot = hostSnapshot(context);
    if (!snapshot)
        return reportError(context, snapshot.error());
    const Result<std::optional<watch::Tally>> tally = watch::watchedTally();
    if (!tally)
        reportError(context, tally.error()); // the other metrics are as good without
    const watch::MetricsInput input = watch::metricsInput(*snapshot, context.host.survey(), countersOf(*snapshot),
                                                          tally && *tally ? &**tally : nullptr);
    if (arguments.has(u"http"_s)) {
        const QByteArray answer = watch::httpAnswer(
            readRequest(), [&input](watch::MetricsFormat format) { return metricsText(input, format); });
        QFile connection; // context.out is for people: it shows the protocol's carriage returns
        const bool isSent = connection.open(stdout, QIODevice::WriteOnly) && connection.write(answer) == answer.size()
            && connection.flush();
        return isSent ? Success
                      //: @error
                      : reportError(context, {u"output"_s, Words::tr("Standard output could not be written."), {}});
    }
    if (!arguments.has(u"textfile"_s)) {
        context.out << QString::fromUtf8(metricsText(input, watch::MetricsFormat::OpenMetrics));
        return Success;
    }
    const auto written
        = watch::writePublicFile(arguments.value(u"textfile"_s), metricsText(input, watch::MetricsFormat::Prometheus));
    return written ? Success : reportError(context, written.error());
}

} // namespace

Command metricsCommand()
{
    return {
        CommandGroup::Look,
        u"metrics"_s,
        //: @info what a command does; OpenMetrics is a format
        Words::tr("Prints what there is to measure of the bonds, as OpenMetrics text."),
        {},
        {},
        {//: @info what an option does; node_exporter is a program
         {u"textfile"_s, Words::tr("write it to this file, for the textfile collector of node_exporter"),
          takes::file()},
         //: @info what an option does
         {u"http"_s, Words::tr("answer one HTTP request on standard input, as bondwright-metrics.socket wants it")}},
        {u"metrics"_s, u"metrics --textfile /var/lib/prometheus/node-exporter/bondwright.prom"_s},
        runMetrics};
}

} // namespace bondwright::cli
