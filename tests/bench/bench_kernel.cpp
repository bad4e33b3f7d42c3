// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What watching the kernel costs, side by side in one run. Machines differ and are noisy: read the ratios.

#include "benchnet.h"

#include "kernel/countersampler.h"
#include "kernel/localkernelsource.h"
#include "kernel/monotonicclock.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTextStream>
#include <QThread>

#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <functional>

using namespace bondwright::kernel;
using namespace Qt::StringLiterals;

namespace
{

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

double cpuMicroseconds(int who)
{
    rusage usage{};
    ::getrusage(who, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e6
        + double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

/// CPU of one call, the median of five rounds.
double costOf(int repeats, const std::function<void()> &call, int who = RUSAGE_THREAD)
{
    QList<double> rounds;
    for (int round = 0; round < 5; ++round) {
        const double before = cpuMicroseconds(who);
        for (int i = 0; i < repeats; ++i)
            call();
        rounds.append((cpuMicroseconds(who) - before) / repeats);
    }
    std::sort(rounds.begin(), rounds.end());
    return rounds.at(2);
}

/// The same messages through the same system calls, and nothing done with the answers.
class BareRequest
{
public:
    BareRequest(const QList<int> &indexes, bool byDump)
        : m_expected(byDump ? 0 : int(indexes.size()))
        , m_socket(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE))
        , m_buffer(64 * 1024)
        , m_headers(64)
        , m_vectors(64)
    {
        const QList<int> asked = byDump ? QList<int>{0} : indexes;
        for (int index : asked) {
            netlink::Request request(RTM_GETSTATS, byDump ? NLM_F_DUMP : 0);
            if_stats_msg header{};
            header.ifindex = unsigned(index);
            header.filter_mask = 1;
            request.fixed(header);
            m_requests.append(reinterpret_cast<const char *>(request.bytes().data()),
                              qsizetype(request.bytes().size()));
            m_each = qsizetype(request.bytes().size());
        }
        for (std::size_t i = 0; i < 64; ++i) {
            m_vectors[i] = {m_buffer.data() + i * 1024, 1024};
            m_headers[i].msg_hdr.msg_iov = &m_vectors[i];
            m_headers[i].msg_hdr.msg_iovlen = 1;
        }
    }
    void run()
    {
        if (m_expected == 0) {
            (void)::send(m_socket, m_requests.constData(), std::size_t(m_requests.size()), 0);
            while (true) {
                const ssize_t got = ::recv(m_socket, m_buffer.data(), m_buffer.size(), 0);
                if (got <= 0 || hasEnd(std::size_t(got)))
                    return;
            }
        }
        for (int first = 0; first < m_expected; first += 64) {
            const int count = std::min(64, m_expected - first);
            (void)::send(m_socket, m_requests.constData() + first * m_each, std::size_t(count * m_each), 0);
            for (int received = 0; received < count;)
                received += std::max(
                    1, ::recvmmsg(m_socket, m_headers.data(), unsigned(count - received), MSG_WAITFORONE, nullptr));
        }
    }

private:
    /// Newer kernels put the end of a dump into the datagram of its last messages.
    bool hasEnd(std::size_t got) const
    {
        nlmsghdr header{};
        for (std::size_t at = 0; at + sizeof header <= got; at += NLMSG_ALIGN(header.nlmsg_len)) {
            std::memcpy(&header, m_buffer.data() + at, sizeof header);
            if (header.nlmsg_type == NLMSG_DONE || header.nlmsg_len < sizeof header)
                return true;
        }
        return false;
    }

    int m_expected;
    int m_socket;
    qsizetype m_each = 0;
    QByteArray m_requests;
    std::vector<char> m_buffer;
    std::vector<mmsghdr> m_headers;
    std::vector<iovec> m_vectors;
};

void readSysfs(const QStringList &names)
{
    for (const QString &name : names) {
        for (const QString &counter : {u"rx_bytes"_s, u"tx_bytes"_s, u"rx_packets"_s}) {
            QFile file(u"/sys/class/net/%1/statistics/%2"_s.arg(name, counter));
            if (file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
                file.readAll();
        }
    }
}

void counters(BenchNet &net, int existing)
{
    if (!net.growTo(existing))
        qFatal("cannot make %d interfaces", existing);
    for (int watched : {8, 64, 512}) {
        if (watched > existing)
            continue;
        const QList<int> indexes = net.indexes().first(watched);
        CounterSampler sampler;
        (void)sampler.open();
        sampler.watch(QSet<int>(indexes.cbegin(), indexes.cend()), existing + 1);
        if (sampler.sample()->interfaces.size() != watched)
            qFatal("a sample lacks interfaces");
        const int repeats = 20'000 / watched;
        const double ours = costOf(repeats, [&] { (void)sampler.sample(); });
        BareRequest byNumber(indexes, false);
        BareRequest byDump(indexes, true);
        const double numbered = costOf(repeats, [&] { byNumber.run(); });
        const double dumped = costOf(std::max(5, repeats * watched / existing), [&] { byDump.run(); });
        const double bare = std::min(numbered, dumped);
        const double ip = watched == 64 || existing <= 64 ? costOf(
                              2,
                              [] {
                                  QProcess::execute(u"sh"_s, {u"-c"_s, u"exec ip -s -j link >/dev/null"_s});
                              },
                              RUSAGE_CHILDREN)
                                                          : 0;
        const double sysfs = costOf(3, [&] { readSysfs(net.names().first(watched)); });
        out() << qSetFieldWidth(9) << existing << watched << Qt::fixed << qSetRealNumberPrecision(1) << ours << bare
              << qSetRealNumberPrecision(2) << ours / bare << qSetRealNumberPrecision(0) << ip << ip / ours << sysfs
              << sysfs / ours << qSetFieldWidth(0) << "\n";
        out().flush();
    }
}

void inventory(BenchNet &net, int interfaces, int bonds)
{
    if (!net.growTo(interfaces) || !net.addBonds(bonds))
        qFatal("cannot make %d interfaces and %d bonds", interfaces, bonds);
    QList<double> times;
    for (int i = 0; i < 5; ++i) {
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
          << qSetRealNumberPrecision(1) << times.at(2) << " ms, best " << times.first() << " ms (aim: 150)\n";
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
    out() << "One sample of the counters, CPU us\n"
          << "   exists  watched     ours     bare  ours/bare ip -s -j  ip/ours    sysfs sysfs/ours\n";
    for (int existing : {64, 512, 4096})
        counters(net, existing);
    out() << "\n";
    inventory(net, 4096, isLab ? 256 : 0);
    carrierLatency(net);
    storm(net);
    return 0;
}
