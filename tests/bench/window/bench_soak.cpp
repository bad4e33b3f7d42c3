// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A day in front of the monitor window, as fast as can be: a recording of 24 h (4 slaves at 2 Hz, a failover every
// ten minutes) is written and replayed into the open window, with pings at 10 Hz. Memory must be flat: what grows is
// the chart's history, which holds 24 h and is full after a day, so a second day is played after it.
//   bench_soak [HOURS]

#include "cablehost.h"
#include "chart/bondfeed.h"
#include "fakehelperclient.h"
#include "kernel/recording/recorder.h"
#include "kernel/replaysource.h"
#include "memory.h"
#include "monitor/eventpanel.h"
#include "monitor/monitorwindow.h"
#include "monitor/pingpanel.h"
#include "tests/ui/preparewindows.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cmath>
#include <cstdio>
#include <random>

using namespace bondwright;
using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 step = 500'000'000;
constexpr int slaves = 4;
/// The chart's history holds 24 h, with an eighth more in reserve (history::SlidingBuffer): then all of it is in use.
constexpr int fullAfterHours = 28;

kernel::BondEvent eventOf(kernel::EventKind kind, qint64 atNs, int id, int slave)
{
    kernel::BondEvent event;
    event.id = id;
    event.kind = kind;
    event.monotonicNs = atNs;
    event.wallTime = QDateTime::fromMSecsSinceEpoch(1'790'000'000'000 + atNs / 1'000'000).toUTC();
    event.bondIndex = 10;
    event.bond = u"bond0"_s;
    event.slaveIndex = 2 + slave;
    event.slave = u"eth%1"_s.arg(slave);
    event.from = u"eth%1"_s.arg(slave);
    event.to = u"eth%1"_s.arg(1 - slave);
    event.reason = kernel::EventReason::CarrierLost;
    return event;
}

/// @return the file's size
qint64 record(const QString &file, int hours)
{
    CableHost source(Mode::ActiveBackup, slaves);
    kernel::Recorder recorder(&source);
    const qint64 begin = monotonicNow();
    source.setNow(begin);
    if (!recorder.start(file, 16LL * 1024 * 1024 * 1024))
        return 0;
    kernel::CounterSample sample{begin, {}};
    for (int i = 0; i < slaves; ++i)
        sample.interfaces.append(kernel::Counters{.ifindex = 2 + i});
    sample.interfaces.append(kernel::Counters{.ifindex = 10});
    std::mt19937 random(1);
    int id = 0;
    for (qint64 i = 1; i <= hours * 7200LL; ++i) {
        sample.monotonicNs = begin + i * step;
        for (kernel::Counters &counters : sample.interfaces) {
            counters.rxBytes += 1'000'000 + random() % 40'000'000;
            counters.txBytes += 1'000'000 + random() % 10'000'000;
        }
        source.sample(sample);
        if (i % 1200 != 0)
            continue;
        const int slave = int(i / 1200) % 2;
        source.setNow(sample.monotonicNs);
        source.setCarrier(slave, false);
        source.setCarrier(1 - slave, true);
        source.look();
        source.publish();
        source.tell(eventOf(kernel::EventKind::SlaveDown, sample.monotonicNs, ++id, slave));
        source.tell(eventOf(kernel::EventKind::Failover, sample.monotonicNs, ++id, slave));
    }
    recorder.stop();
    return QFileInfo(file).size();
}

/// Answers five times with every sample; loses some at each failover.
class ReplayPinger : public ping::Pinger
{
    Q_OBJECT
public:
    ReplayPinger(const ping::PingTarget &target, kernel::KernelSource *source, QObject *parent)
        : Pinger(parent)
        , m_target(target)
    {
        connect(source, &kernel::KernelSource::sampleTaken, this, [this](const kernel::CounterSample &sample) {
            for (int i = 0; i < 5; ++i) {
                ping::PingReply reply;
                reply.sequence = ++m_sequence;
                reply.sentMonotonicNs = sample.monotonicNs - step + i * step / 5;
                if (m_sequence % 6000 >= 3)
                    reply.rtt = std::chrono::microseconds(200 + m_sequence * 7919 % 400);
                Q_EMIT replied(reply);
            }
        });
    }
    void start() override { }
    void stop() override { }
    const ping::PingTarget &target() const override { return m_target; }
    Method method() const override { return Method::IcmpSocket; }
    ping::PingStatistics statistics() const override { return {}; }

private:
    ping::PingTarget m_target;
    quint32 m_sequence = 0;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    ui::prepareWindows(u"bench_soak"_s);
    const int hours = argc > 1 ? std::max(2, QByteArray(argv[1]).toInt()) : 48;
    QTemporaryDir folder;
    const QString file = folder.filePath(u"day.bwrec"_s);
    const qint64 size = record(file, hours);
    std::printf("%d h recorded: %.0f MiB\n%8s %10s %10s %10s\n", hours, double(size) / 1048576, "hour", "own MiB",
                "PSS MiB", "events");
    std::fflush(stdout);

    kernel::ReplaySource source(file, 0);
    FakeHelperClient helper;
    source.start();
    ui::MonitorWindow window({&source, &helper, nullptr}, u"bond0"_s);
    window.findChild<ui::PingPanel *>()->setPingerFactory([&source](const ping::PingTarget &target, QObject *parent) {
        return new ReplayPinger(target, &source, parent);
    });
    while (!window.findChild<ui::PingPanel *>()->targets().isEmpty())
        window.findChild<ui::PingPanel *>()->removeTarget(0);
    window.findChild<ui::PingPanel *>()->addTarget(u"192.0.2.254"_s);
    window.resize(1100, 720);
    window.show();
    QList<double> atHour;
    qint64 samples = 0;
    QObject::connect(&source, &kernel::KernelSource::sampleTaken, &window, [&] {
        if (++samples % 7200 != 0)
            return;
        atHour.append(ownMemoryMiB());
        std::printf("%8lld %10.2f %10.1f %10lld\n", static_cast<long long>(samples / 7200), atHour.last(), memoryMiB(),
                    static_cast<long long>(window.events()->events().size()));
        std::fflush(stdout);
    });
    QObject::connect(&source, &kernel::ReplaySource::finished, &app, &QCoreApplication::quit);
    QElapsedTimer timer;
    timer.start();
    QApplication::exec();
    // A shorter soak tells only that nothing but the history grows.
    const bool isWhole = hours >= fullAfterHours + 4;
    const int from = isWhole ? fullAfterHours : hours / 2;
    const double aim = isWhole ? 1 : 4;
    const double growth = atHour.size() < hours ? 1e9 : atHour.last() - atHour.at(from - 1);
    std::printf("%d h in %.0f s: %+.2f MiB from hour %d on (aim: at most %.1f)\n", hours,
                double(timer.elapsed()) / 1000, growth, from, aim);
    return samples == hours * 7200LL && growth <= aim ? 0 : 1;
}

#include "bench_soak.moc"
