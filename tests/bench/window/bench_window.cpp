// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the open monitor window costs: a bond of 8 slaves sampled at 2 Hz and one target pinged at 10 Hz, in a
// network namespace of its own. The samples come from the kernel; only the bond is made up (the driver may not be
// there), and traffic is added to the counters, so that the curves move.
//   bench_window [SECONDS]

#include "chart/livechart.h"
#include "eventcounter.h"
#include "fakehelperclient.h"
#include "kernel/localkernelsource.h"
#include "memory.h"
#include "monitor/monitorwindow.h"
#include "monitor/pingpanel.h"
#include "tests/support/processcost.h"
#include "tests/ui/preparewindows.h"

#include <QApplication>
#include <QProcess>
#include <QTimer>

#include <cmath>
#include <cstdio>
#include <sched.h>

using namespace bondwright;
using namespace Qt::StringLiterals;

namespace
{

constexpr int slaves = 8;

/// The local kernel, with a bond over the interfaces d1 … d8.
class BenchSource : public kernel::KernelSource
{
    Q_OBJECT
public:
    BenchSource()
    {
        connect(&m_local, &KernelSource::snapshotChanged, this, [this] {
            update();
            Q_EMIT snapshotChanged();
        });
        connect(&m_local, &KernelSource::sampleTaken, this, [this](kernel::CounterSample sample) {
            ++samples;
            for (kernel::Counters &counters : sample.interfaces) {
                const double t = double(sample.monotonicNs) / 1e9;
                counters.rxBytes += quint64(60e6 * (2 * t + std::sin(t / 3 + counters.ifindex)));
                counters.txBytes += quint64(20e6 * (2 * t + std::sin(t / 2 + counters.ifindex)));
            }
            Q_EMIT sampleTaken(sample);
        });
    }
    void start() override
    {
        m_local.start();
        update();
    }
    const kernel::Snapshot &snapshot() const override { return m_snapshot; }
    void watchCounters(const QSet<int> &ifindexes) override { m_local.watchCounters(ifindexes); }
    void setSampleInterval(std::chrono::milliseconds interval) override { m_local.setSampleInterval(interval); }

    int samples = 0;

private:
    void update()
    {
        m_snapshot = m_local.snapshot();
        kernel::BondState bond;
        bond.name = u"d0"_s;
        bond.mode = Mode::BalanceXor;
        bond.miiUp = true;
        for (const kernel::NicState &nic : std::as_const(m_snapshot.nics)) {
            if (nic.name == u"d0")
                bond.ifindex = nic.ifindex;
        }
        for (int i = 1; i <= slaves; ++i) {
            const kernel::NicState *nic = m_snapshot.nicByName(u"d%1"_s.arg(i));
            if (!nic)
                continue;
            kernel::SlaveState slave;
            slave.ifindex = nic->ifindex;
            slave.name = nic->name;
            slave.active = true;
            slave.mii = kernel::MiiStatus::Up;
            m_snapshot.nics[nic->ifindex].carrier = true;
            m_snapshot.nics[nic->ifindex].adminUp = true;
            bond.slaves.append(slave);
        }
        m_snapshot.bonds.insert(bond.ifindex, bond);
    }

    kernel::LocalKernelSource m_local;
    kernel::Snapshot m_snapshot;
};

bool makeNetwork()
{
    if (::unshare(CLONE_NEWNET) != 0 && ::unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0)
        return false;
    QFile range(u"/proc/sys/net/ipv4/ping_group_range"_s);
    if (range.open(QIODevice::WriteOnly))
        range.write("0 0\n");
    QProcess::execute(u"ip"_s, {u"link"_s, u"set"_s, u"lo"_s, u"up"_s});
    for (int number = 0; number <= slaves; ++number)
        QProcess::execute(u"ip"_s, {u"link"_s, u"add"_s, u"d%1"_s.arg(number), u"type"_s, u"ifb"_s});
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    if (!makeNetwork()) {
        std::fprintf(stderr, "bench_window: a network namespace cannot be made here\n");
        return 1;
    }
    QApplication app(argc, argv);
    ui::prepareWindows(u"bench_window"_s);
    const int seconds = argc > 1 ? QByteArray(argv[1]).toInt() : 30;
    BenchSource source;
    FakeHelperClient helper;
    source.start();
    ui::MonitorWindow window({&source, &helper, nullptr}, u"d0"_s);
    quint64 replies = 0;
    ping::Pinger::Method method = ping::Pinger::Method::None;
    window.findChild<ui::PingPanel *>()->setPingerFactory([&](ping::PingTarget target, QObject *parent) {
        target.boundTo.clear(); // the made-up bond carries nothing
        ping::Pinger *pinger = ping::createPinger(target, parent);
        QObject::connect(pinger, &ping::Pinger::replied, &window, [&, pinger] {
            ++replies;
            method = pinger->method();
        });
        return pinger;
    });
    while (!window.findChild<ui::PingPanel *>()->targets().isEmpty())
        window.findChild<ui::PingPanel *>()->removeTarget(0);
    window.findChild<ui::PingPanel *>()->setInterval(std::chrono::milliseconds(100));
    window.findChild<ui::PingPanel *>()->addTarget(u"127.0.0.1"_s);
    const EventCounter paintings(window.findChild<ui::LiveChart *>(), QEvent::Paint);
    window.resize(1100, 720);
    window.show();
    double before = 0;
    int samplesBefore = 0;
    QTimer::singleShot(std::chrono::seconds(5), &app, [&] {
        before = cpuSeconds();
        samplesBefore = source.samples;
    });
    QTimer::singleShot(std::chrono::seconds(5 + seconds), &app, &QCoreApplication::quit);
    QApplication::exec();
    const double share = (cpuSeconds() - before) / seconds * 100;
    const double memory = memoryMiB();
    std::printf("open monitor window (%s), 8 slaves, %.1f samples/s, %llu replies by %s, %d paintings of the chart: "
                "%.2f %% of one "
                "core (aim: 0.7), %.1f MB PSS (aim: 45)\n",
                qPrintable(QGuiApplication::platformName()), double(source.samples - samplesBefore) / seconds,
                static_cast<unsigned long long>(replies),
                method == ping::Pinger::Method::IcmpSocket ? "ICMP socket" : "system ping", paintings.count(), share,
                memory);
    return share <= 0.7 && memory <= 45 ? 0 : 1;
}

#include "bench_window.moc"
