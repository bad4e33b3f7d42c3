// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How quickly the kernel's state is ours: all of it, one change, and a storm of changes.

#include "benchnet.h"

#include "kernel/localkernelsource.h"
#include "posix/clock.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTextStream>
#include <QThread>

#include <linux/rtnetlink.h>

#include <algorithm>
#include <atomic>

using namespace bondwright;
using namespace bondwright::kernel;
using namespace Qt::StringLiterals;

namespace
{

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

void inventory(BenchNet &net, int interfaces, int bonds)
{
    if (!net.growTo(interfaces) || !net.addBonds(bonds))
        qFatal("cannot make %d interfaces and %d bonds", interfaces, bonds);
    QThread::sleep(5); // new interfaces get addresses, and a dump that is disturbed by them is made again
    QList<double> times;
    for (int i = 0; i < 15; ++i) {
        LocalKernelSource source;
        QElapsedTimer timer;
        timer.start();
        source.start();
        times.append(double(timer.nsecsElapsed()) / 1e6);
        if (source.snapshot().nics.size() < interfaces || source.snapshot().bonds.size() != bonds)
            qFatal("the inventory is not whole");
    }
    std::sort(times.begin(), times.end());
    out() << "inventory of " << interfaces << " interfaces, " << bonds << " bonds: median "
          << qSetRealNumberPrecision(1) << times.at(times.size() / 2) << " ms, best " << times.first()
          << " ms (aim: 150)\n";
}

/// From when the kernel's message can be read to when our state says so.
void carrierLatency(BenchNet &net)
{
    LocalKernelSource source;
    source.start();
    const int index = net.indexes().at(0);
    const int peer = net.indexes().at(1);
    std::atomic<qint64> readable = 0;
    std::atomic<bool> isOver = false;
    auto listener = netlink::Socket::openForEvents(NETLINK_ROUTE, {RTNLGRP_LINK});
    const auto thread = std::unique_ptr<QThread>(QThread::create([&] {
        while (!isOver) {
            if (listener->receive() != netlink::Socket::Reading::Datagram) {
                QThread::usleep(20);
                continue;
            }
            const qint64 now = monotonicNow();
            for (const netlink::Message &message : netlink::splitDatagram(listener->data())) {
                const auto link = netlink::parseLink(message);
                if (link && link->nic.ifindex == index && !link->nic.carrier)
                    readable = now;
            }
        }
    }));
    thread->start();
    QList<double> latencies;
    for (int i = 0; i < 100; ++i) {
        readable = 0;
        qint64 seen = 0;
        const auto connection = QObject::connect(&source, &KernelSource::snapshotChanged, &source, [&] {
            if (seen == 0 && !source.snapshot().nics.value(index).carrier)
                seen = monotonicNow();
        });
        (void)net.writer().setUp(peer, false);
        QElapsedTimer timer;
        timer.start();
        while ((seen == 0 || readable == 0) && timer.elapsed() < 3000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
        QObject::disconnect(connection);
        if (seen != 0 && readable != 0)
            latencies.append(std::max(0.0, double(seen - readable) / 1e6));
        (void)net.writer().setUp(peer, true);
        while (!source.snapshot().nics.value(index).carrier && timer.elapsed() < 6000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
    }
    isOver = true;
    thread->wait();
    std::sort(latencies.begin(), latencies.end());
    out() << "carrier loss in our state after its message was readable: median " << qSetRealNumberPrecision(3)
          << latencies.at(latencies.size() / 2) << " ms, p95 " << latencies.at(latencies.size() * 95 / 100) << " ms of "
          << latencies.size() << " (aim: 1)\n";
}

long residentKilobytes()
{
    QFile file(u"/proc/self/statm"_s);
    (void)file.open(QIODevice::ReadOnly);
    return file.readAll().split(' ').value(1).toLong() * 4;
}

void storm(BenchNet &net)
{
    LocalKernelSource source;
    int lost = 0;
    QObject::connect(&source, &KernelSource::eventOccurred, &source,
                     [&](const BondEvent &event) { lost += event.kind == EventKind::EventsLost ? 1 : 0; });
    source.start();
    const long before = residentKilobytes();
    QElapsedTimer timer;
    timer.start();
    for (quint32 i = 0; i < 10'000; ++i)
        (void)net.writer().setMtu(net.indexes().at(int(i) % 512), 1300 + i % 150);
    const qint64 made = timer.elapsed();
    const int last = net.indexes().at(9'999 % 512);
    while (source.snapshot().nics.value(last).mtu != 1300 + 9'999 % 150 && timer.elapsed() < 60'000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
    int wrong = 0;
    for (quint32 i = 10'000 - 512; i < 10'000; ++i)
        wrong += source.snapshot().nics.value(net.indexes().at(int(i) % 512)).mtu == 1300 + i % 150 ? 0 : 1;
    out() << "storm of 10000 changes in " << made << " ms: right after " << timer.elapsed() - made << " ms more, "
          << wrong << " of 512 wrong, events-lost " << lost << ", memory +" << residentKilobytes() - before << " KiB\n";
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const bool isLab = QCoreApplication::arguments().contains(u"--bonds"_s);
    if (!BenchNet::enter(isLab))
        qFatal("cannot enter a namespace of our own: user namespaces are not allowed here");
    BenchNet net;
    out() << Qt::fixed;
    // Without bonds too in the lab: against the same figure outside it, that is how much slower the guest is.
    inventory(net, 4096, 0);
    if (isLab)
        inventory(net, 4096, 256);
    carrierLatency(net);
    storm(net);
    return 0;
}
