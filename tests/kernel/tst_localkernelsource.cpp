// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/localkernelsource.h"
#include "ownnetwork.h"
#include "posix/clock.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

#include <cerrno>

#include <dlfcn.h>
#include <libmnl/libmnl.h>
#include <linux/netlink.h>
#include <sys/socket.h>

using namespace bondwright::kernel;
using namespace std::chrono_literals;

namespace
{

// The kernel always answers: what happens where it does not can only be made here.
int failuresLeft = 0; ///< of so many readings of an answer
int cutOffLeft = 0; ///< so many dumps end with the kernel's word that it could not tell everything

} // namespace

// Stands before the library's own function, for each program that this file is linked into.
extern "C" ssize_t mnl_socket_recvfrom(const mnl_socket *socket, void *buffer, size_t size)
{
    using Function = ssize_t (*)(const mnl_socket *, void *, size_t);
    static const auto theirs = reinterpret_cast<Function>(::dlsym(RTLD_NEXT, "mnl_socket_recvfrom"));
    const ssize_t got = theirs(socket, buffer, size);
    int protocol = 0;
    socklen_t length = sizeof protocol;
    ::getsockopt(mnl_socket_get_fd(socket), SOL_SOCKET, SO_PROTOCOL, &protocol, &length);
    const bool isAnswer = protocol == NETLINK_ROUTE && got >= ssize_t(sizeof(nlmsghdr))
        && static_cast<const nlmsghdr *>(buffer)->nlmsg_seq != 0;
    if (isAnswer && failuresLeft > 0) {
        --failuresLeft;
        errno = ENOBUFS;
        return -1;
    }
    int rest = int(got);
    for (auto *message = static_cast<nlmsghdr *>(buffer); isAnswer && cutOffLeft > 0 && mnl_nlmsg_ok(message, rest);
         message = mnl_nlmsg_next(message, &rest)) {
        if (message->nlmsg_type != NLMSG_DONE)
            continue;
        --cutOffLeft;
        *static_cast<int *>(mnl_nlmsg_get_payload(message)) = -EMSGSIZE;
    }
    return got;
}

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

/// What is true on every Linux host, without a bonding driver, in a network of its own.
class TestLocalKernelSource : public QObject
{
    Q_OBJECT
public:
    bool hasNetwork = false;

private Q_SLOTS:
    /// What is printed or sent of it has this time: with 0 a client took it for a state of the host's start.
    void theFirstStateHasItsTime()
    {
        LocalKernelSource source;
        const qint64 before = bondwright::monotonicNow();
        source.start();
        QVERIFY(source.snapshot().monotonicNs >= before);
        QVERIFY(source.snapshot().monotonicNs <= bondwright::monotonicNow());
    }

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

    // The first reading fails, and the one after it: said once, read again, and changes are heard from then on.
    void readsAgainWhatCouldNotBeRead()
    {
        LocalKernelSource source;
        QSignalSpy trouble(&source, &KernelSource::troubleOccurred);
        QSignalSpy events(&source, &KernelSource::eventOccurred);
        failuresLeft = 2;
        source.start();
        QCOMPARE(failuresLeft, 1);
        QVERIFY(source.snapshot().nics.isEmpty());
        QTRY_VERIFY(source.snapshot().nicByName(u"lo"));
        QCOMPARE(failuresLeft, 0);
        QCOMPARE(trouble.size(), 1);
        QCOMPARE(events.size(), 0); // nothing was known before
        if (!hasNetwork)
            QSKIP("this user may not make a network namespace: user namespaces are switched off here");
        QVERIFY(bondwright::setLoopback(true));
        QTRY_VERIFY(source.snapshot().nicByName(u"lo")->adminUp);
        QVERIFY(bondwright::setLoopback(false));
    }

    void readsAgainWhatWasCutOff()
    {
        LocalKernelSource source;
        QSignalSpy events(&source, &KernelSource::eventOccurred);
        QSignalSpy changed(&source, &KernelSource::snapshotChanged);
        cutOffLeft = 16; // four attempts of four dumps each
        source.start();
        QVERIFY(source.snapshot().nicByName(u"lo")); // as far as it was told
        QCOMPARE(cutOffLeft, 0);
        QCOMPARE(changed.size(), 1);
        QTRY_COMPARE(changed.size(), 2);
        QCOMPARE(events.size(), 0); // nothing was lost
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

int main(int argc, char **argv)
{
    TestLocalKernelSource test;
    test.hasNetwork = bondwright::enterOwnNetwork();
    const QCoreApplication application(argc, argv);
    return QTest::qExec(&test, argc, argv);
}
#include "tst_localkernelsource.moc"
