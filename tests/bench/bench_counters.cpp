// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What one sample of the counters costs, against the bare request and against what others do. All cases are measured
// in turns, round after round, so that a slow moment of the machine meets them alike; medians of the rounds.

#include "barerequest.h"
#include "benchnet.h"

#include "kernel/countersampler.h"

#include <QCoreApplication>
#include <QFile>
#include <QTextStream>
#include <QThread>

#include <ctime>
#include <fcntl.h>
#include <sched.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <functional>
#include <memory>

using namespace bondwright::kernel;
using namespace Qt::StringLiterals;

namespace
{

constexpr int rounds = 41;
constexpr int interfacesPerTurn = 2'000;
constexpr int warmUps = 5;

double threadMicroseconds()
{
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e6 + double(now.tv_nsec) / 1e3;
}

double costOf(int repeats, const std::function<void()> &call)
{
    // One call first, which brings back what another case has pushed out of the caches: without it the first case of those
    // that read the same 512 of 4,096 interfaces paid 1.4 times what the next one did, whichever it was.
    for (int i = 0; i < warmUps; ++i)
        call();
    const double before = threadMicroseconds();
    for (int i = 0; i < repeats; ++i)
        call();
    return (threadMicroseconds() - before) / repeats;
}

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values.at(values.size() / 2);
}

struct Case {
    Case(const QList<int> &indexes, int all)
        : existing(all)
        , watched(int(indexes.size()))
        , byNumber(indexes, false)
        , byDump(indexes, true)
    {
        (void)sampler.open();
        sampler.watch(QSet<int>(indexes.cbegin(), indexes.cend()), all + 1);
        if (sampler.sample()->interfaces.size() != watched)
            qFatal("a sample lacks interfaces");
    }
    void takeTurn(int round)
    {
        const int repeats = std::max(1, interfacesPerTurn / watched);
        const auto takeOurs = [&] { ours.append(costOf(repeats, [this] { (void)sampler.sample(); })); };
        if (round % 2)
            takeOurs();
        numbered.append(costOf(repeats, [this] { byNumber.run(); }));
        if (round % 2 == 0)
            takeOurs();
        dumped.append(costOf(std::max(1, interfacesPerTurn / existing), [this] { byDump.run(); }));
    }
    double bare() const { return std::min(median(numbered), median(dumped)); }

    int existing;
    int watched;
    CounterSampler sampler;
    BareRequest byNumber;
    BareRequest byDump;
    QList<double> ours, numbered, dumped;
};

/// What `ip -s -j link` costs as a process, its start included, its output unread.
double costOfIp()
{
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    char ip[] = "ip", statistics[] = "-s", json[] = "-j", link[] = "link";
    char *const arguments[] = {ip, statistics, json, link, nullptr};
    pid_t child = 0;
    if (::posix_spawnp(&child, "ip", &actions, nullptr, arguments, environ) != 0)
        qFatal("ip cannot be started");
    ::posix_spawn_file_actions_destroy(&actions);
    rusage usage{};
    ::wait4(child, nullptr, 0, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e6
        + double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

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

QString row(const QString &what, double figure, const QString &aim)
{
    return u"%1 %2  (aim: %3)\n"_s.arg(what, -52).arg(figure, 7, 'f', 2).arg(aim);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QTextStream out(stdout);
    if (!BenchNet::enter(false))
        qFatal("cannot enter a namespace of our own: user namespaces are not allowed here");
    const int first = ::open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC);
    std::vector<std::unique_ptr<BenchNet>> nets;
    std::vector<std::unique_ptr<Case>> cases;
    for (int existing : {64, 512, 4096}) {
        if (existing != 64 && ::unshare(CLONE_NEWNET) != 0)
            qFatal("cannot enter another network namespace");
        nets.push_back(std::make_unique<BenchNet>());
        if (!nets.back()->growTo(existing))
            qFatal("cannot make %d interfaces", existing);
        for (int watched : {8, 64, 512}) {
            if (watched <= existing)
                cases.push_back(std::make_unique<Case>(nets.back()->indexes().first(watched), existing));
        }
    }
    (void)::setns(first, CLONE_NEWNET);
    QThread::sleep(5); // the kernel's own work for new interfaces (addresses, their probing) is done by then

    QList<double> ip, sysfs;
    for (int round = 0; round < rounds; ++round) {
        for (const auto &one : cases)
            one->takeTurn(round);
        ip.append(costOfIp());
        sysfs.append(costOf(1, [&] { readSysfs(nets.front()->names()); }));
    }
    const auto of = [&](int existing, int watched) -> const Case & {
        return **std::find_if(cases.cbegin(), cases.cend(),
                              [&](const auto &one) { return one->existing == existing && one->watched == watched; });
    };
    out << "One sample of the counters, CPU us, medians of " << rounds << " rounds\n"
        << "   exists  watched      ours  by number   by dump  ours/bare\n";
    for (const auto &one : cases)
        out << u"%1%2%3%4%5%6\n"_s.arg(one->existing, 9)
                   .arg(one->watched, 9)
                   .arg(median(one->ours), 10, 'f', 1)
                   .arg(median(one->numbered), 11, 'f', 1)
                   .arg(median(one->dumped), 10, 'f', 1)
                   .arg(median(one->ours) / one->bare(), 11, 'f', 2);
    const double ours = median(of(64, 64).ours);
    const double bare = of(64, 64).bare();
    const double few = median(of(64, 8).ours);
    out << "ip -s -j link of 64: " << median(ip) << ", sysfs of 64: " << median(sysfs) << "\n"
        << row(u"8 of 4,096 against 8 of 64"_s, median(of(4096, 8).ours) / few, u"1.5"_s)
        << row(u"  the bare request alone"_s, of(4096, 8).bare() / of(64, 8).bare(), u"none: the kernel's part"_s)
        << row(u"ip -s -j link against us, 64 of 64"_s, median(ip) / ours, u"100"_s)
        << row(u"  against the bare request"_s, median(ip) / bare, u"none: the kernel's part"_s)
        << row(u"sysfs against us, 64 of 64"_s, median(sysfs) / ours, u"50"_s);
    return 0;
}
