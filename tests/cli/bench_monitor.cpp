// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What monitoring costs on this machine itself: 24 interfaces (8 bonds with 16 slaves) sampled at 2 Hz and one
// target pinged at 10 Hz, everything printed as JSON into /dev/null. In a network namespace of its own with dummy
// interfaces, because the counters of a bond come from the kernel in the same way.
//   bench_monitor [SECONDS]

#include "common/monitorprinter.h"
#include "kernel/localkernelsource.h"
#include "tests/support/processcost.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTimer>

#include <cstdio>
#include <sched.h>

using namespace bondwright;

namespace
{

bool makeNetwork()
{
    if (::unshare(CLONE_NEWNET) != 0 && ::unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0)
        return false;
    QFile range(QStringLiteral("/proc/sys/net/ipv4/ping_group_range"));
    if (range.open(QIODevice::WriteOnly))
        range.write("0 0\n");
    QProcess::execute(QStringLiteral("ip"),
                      {QStringLiteral("link"), QStringLiteral("set"), QStringLiteral("lo"), QStringLiteral("up")});
    for (int number = 0; number < 24; ++number)
        QProcess::execute(QStringLiteral("ip"),
                          {QStringLiteral("link"), QStringLiteral("add"), QStringLiteral("d%1").arg(number),
                           QStringLiteral("type"), QStringLiteral("ifb")});
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    if (!makeNetwork()) {
        std::fprintf(stderr, "bench_monitor: a network namespace cannot be made here\n");
        return 1;
    }
    QCoreApplication app(argc, argv);
    const int seconds = argc > 1 ? QByteArray(argv[1]).toInt() : 20;
    QFile nowhere(QStringLiteral("/dev/null"));
    if (!nowhere.open(QIODevice::WriteOnly))
        return 1;
    QTextStream out(&nowhere);
    const std::unique_ptr<cli::MonitorPrinter> printer = cli::makeJsonPrinter(out);

    kernel::LocalKernelSource source;
    int samples = 0;
    quint64 replies = 0;
    QObject::connect(&source, &kernel::KernelSource::sampleTaken, &source, [&](const kernel::CounterSample &sample) {
        ++samples;
        printer->printSample(sample, source.snapshot(), {});
    });
    source.start();
    const QList<int> interfaces = source.snapshot().nics.keys();
    source.watchCounters(QSet<int>(interfaces.cbegin(), interfaces.cend()));
    cli::BondPing target;
    target.target.address = *ping::parseTarget(QStringLiteral("127.0.0.1"));
    const std::unique_ptr<ping::Pinger> pinger(ping::createPinger(target.target));
    QObject::connect(pinger.get(), &ping::Pinger::replied, &source, [&](const ping::PingReply &reply) {
        ++replies;
        printer->printReply(target, reply);
    });
    pinger->start();

    double before = 0;
    QTimer::singleShot(std::chrono::seconds(2), &app, [&before] { before = cpuSeconds(); });
    QTimer::singleShot(std::chrono::seconds(2 + seconds), &app, &QCoreApplication::quit);
    QCoreApplication::exec();
    std::printf("%lld interfaces, %d samples, %llu replies by %s in %d s: %.3f %% of one core\n",
                static_cast<long long>(interfaces.size()), samples, static_cast<unsigned long long>(replies),
                pinger->method() == ping::Pinger::Method::IcmpSocket ? "ICMP socket" : "system ping", seconds + 2,
                (cpuSeconds() - before) / seconds * 100);
    return 0;
}
