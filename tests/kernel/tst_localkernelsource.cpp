// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/localkernelsource.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

#include <sys/socket.h>

using namespace bondwright::kernel;
using namespace std::chrono_literals;

/// In bytes, of this process's sockets, as the kernel counts: twice what was asked for.
static int largestNetlinkBuffer()
{
    int largest = 0;
    for (int descriptor = 0; descriptor < 1024; ++descriptor) {
        int domain = 0;
        socklen_t length = sizeof domain;
        if (::getsockopt(descriptor, SOL_SOCKET, SO_DOMAIN, &domain, &length) != 0 || domain != AF_NETLINK)
            continue;
        int size = 0;
        length = sizeof size;
        if (::getsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, &length) == 0)
            largest = std::max(largest, size);
    }
    return largest;
}

/// What is true on every Linux host, without privileges and without a bonding driver.
class TestLocalKernelSource : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsLoopback()
    {
        LocalKernelSource source;
        QSignalSpy changed(&source, &KernelSource::snapshotChanged);
        QSignalSpy trouble(&source, &KernelSource::troubleOccurred);
        source.start();
        QVERIFY(trouble.isEmpty());
        QCOMPARE(changed.size(), 1);
        const NicState *loopback = source.snapshot().nicByName(u"lo");
        QVERIFY(loopback);
        QCOMPARE(loopback->kind, bondwright::InterfaceKind(bondwright::InterfaceKind::Loopback));
        QCOMPARE(loopback->ifindex, 1);
        QCOMPARE(loopback->mtu, 65536U);
        QVERIFY(!source.snapshot().kernelRelease.isEmpty());
        QVERIFY(largestNetlinkBuffer() >= 200'000);
    }

    void samplesWhatIsWatched()
    {
        LocalKernelSource source;
        QSignalSpy samples(&source, &KernelSource::sampleTaken);
        source.setSampleInterval(50ms);
        source.watchCounters({1});
        source.start();
        QTRY_VERIFY(samples.size() >= 2);
        const auto sample = samples.first().first().value<CounterSample>();
        QCOMPARE(sample.interfaces.size(), 1);
        QCOMPARE(sample.interfaces.first().ifindex, 1);
        QVERIFY(samples.at(1).first().value<CounterSample>().monotonicNs > sample.monotonicNs);
        source.watchCounters({});
        samples.clear();
        QTest::qWait(200);
        QVERIFY(samples.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLocalKernelSource)
#include "tst_localkernelsource.moc"
