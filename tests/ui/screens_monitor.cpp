// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Pictures of the monitor window and of the failover test.

#include "failovertest/failovertestdialog.h"
#include "failovertest/testsetuppage.h"
#include "monitor/balanceview.h"
#include "monitor/hashcalculator.h"
#include "monitor/monitorwindow.h"
#include "monitor/pingpanel.h"
#include "screens.h"
#include "tests/monitor/fakepinger.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>

#include <cmath>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

namespace
{

/// Two minutes of traffic up to now, at 2 Hz; the bonds carry what their slaves carry.
class Traffic
{
public:
    explicit Traffic(FakeKernelSource *source)
        : m_source(source)
        , m_sample{monotonicNow() - 120'000'000'000, {}}
    {
        for (const kernel::NicState &nic : source->snapshot().nics)
            m_sample.interfaces.append(kernel::Counters{.ifindex = nic.ifindex});
    }
    qint64 now() const { return m_sample.monotonicNs; }
    void play(int seconds)
    {
        for (int i = 0; i < seconds * 2; ++i) {
            m_sample.monotonicNs += 500'000'000;
            for (kernel::Counters &counters : m_sample.interfaces) {
                const kernel::NicState nic = m_source->snapshot().nics.value(counters.ifindex);
                const double t = double(m_sample.monotonicNs) / 1e9;
                if (nic.carrier)
                    counters.rxBytes += quint64(4e7 * (2 + std::sin(t / 5 + counters.ifindex)));
                if (nic.carrier)
                    counters.txBytes += quint64(1e7 * (2 + std::sin(t / 3 + counters.ifindex)));
            }
            m_source->sample(m_sample);
        }
    }

private:
    FakeKernelSource *m_source;
    kernel::CounterSample m_sample;
};

kernel::Snapshot at(kernel::Snapshot host, qint64 ns)
{
    host.monotonicNs = ns;
    return host;
}

void tellFailover(FakeKernelSource *source, qint64 ns)
{
    kernel::BondEvent event;
    event.id = 1;
    event.kind = kernel::EventKind::SlaveDown;
    event.monotonicNs = ns;
    event.wallTime = QDateTime::currentDateTimeUtc().addMSecs((ns - monotonicNow()) / 1'000'000);
    event.bond = u"bond0"_s;
    event.bondIndex = 20;
    event.slave = u"eth3"_s;
    event.reason = kernel::EventReason::CarrierLost;
    source->tell(event);
    event.id = 2;
    event.kind = kernel::EventKind::Failover;
    event.from = u"eth3"_s;
    event.to = u"eth2"_s;
    event.outage = std::chrono::milliseconds(92);
    source->tell(event);
}

std::unique_ptr<MonitorWindow> openMonitor(Stage *stage, const QString &bond, const QSize &size)
{
    stage->services.recording = u"nobody's gateway is pinged"_s;
    auto window = std::make_unique<MonitorWindow>(stage->services, bond);
    window->findChild<PingPanel *>()->setPingerFactory([](const ping::PingTarget &target, QObject *parent) {
        return new FakePinger(
            target, [] { return true; }, parent);
    });
    window->resize(size);
    window->show();
    return window;
}

} // namespace

void shootMonitor(Camera *camera)
{
    {
        Stage stage;
        stage.source.setSnapshot(hostWithBonds());
        const auto window = openMonitor(&stage, u"bond0"_s, camera->size());
        auto *tabs = window->findChild<QTabWidget *>();
        camera->shoot(window.get(), u"monitor-no-events"_s);
        Traffic traffic(&stage.source);
        stage.source.setSnapshot(at(hostWithBonds(), traffic.now()));
        traffic.play(80);
        stage.source.setSnapshot(at(hostWithDeadLink(), traffic.now()));
        tellFailover(&stage.source, traffic.now());
        traffic.play(40);
        camera->shoot(window.get(), u"monitor-events"_s);
        window->findChild<PingPanel *>()->addTarget(u"192.0.2.254"_s);
        window->findChild<PingPanel *>()->addTarget(u"2001:db8:1234:5678:9abc:def0:1234:5678"_s);
        tabs->setCurrentIndex(1);
        QTest::qWait(1100); // the table is renewed once a second
        camera->shoot(window.get(), u"monitor-ping"_s);
        window->findChild<PingPanel *>()->addTarget(u"-f"_s);
        camera->shoot(window.get(), u"monitor-ping-refused"_s);
    }
    for (const Mode mode : {Mode::Ieee8023ad, Mode::BalanceAlb}) {
        Stage stage;
        kernel::Snapshot host = hostWithBonds();
        host.bonds[21].mode = mode;
        stage.source.setSnapshot(host);
        const auto window = openMonitor(&stage, u"bond1"_s, camera->size());
        Traffic traffic(&stage.source);
        traffic.play(120);
        window->findChild<QTabWidget *>()->setCurrentIndex(2);
        window->findChild<HashCalculator *>()->findChild<QLineEdit *>(u"destination"_s)->setText(u"198.51.100.7"_s);
        window->findChild<HashCalculator *>()->findChild<QLineEdit *>(u"next-hop"_s)->setText(u"00:1b:21:aa:bb:c3"_s);
        traffic.play(1);
        camera->shoot(window.get(), u"monitor-balance-%1"_s.arg(int(mode)));
    }
    Stage stage;
    const auto window = openMonitor(&stage, u"bond7"_s, camera->size());
    camera->shoot(window.get(), u"monitor-missing"_s);
}

void shootFailoverTest(Camera *camera)
{
    Stage stage;
    stage.source.setSnapshot(hostWithBonds());
    stage.services.makePinger = [](const ping::PingTarget &target, QObject *parent) {
        return new FakePinger(
            target, [] { return true; }, parent);
    };
    FailoverTestDialog dialog(stage.services, u"bond0"_s);
    const auto test = [&dialog] { return dialog.findChild<failover::FailoverTest *>(); };
    dialog.show();
    auto *target = dialog.findChild<TestSetupPage *>()->findChild<QLineEdit *>();
    target->setText(u"not an address"_s);
    camera->shoot(&dialog, u"test-1-setup-refused"_s);
    target->setText(u"192.0.2.254"_s);
    camera->shoot(&dialog, u"test-1-setup"_s);
    dialog.startTest();
    camera->shoot(&dialog, u"test-2-checking"_s);
    using failover::TestPhase;
    const auto isIn = [&test](TestPhase phase) {
        return QTest::qWaitFor([&] { return test() && test()->machine().phase() == phase; }, 10'000);
    };
    // At the cables: the wrong one first, then the right one.
    if (!isIn(TestPhase::WaitingForPull))
        return;
    camera->shoot(&dialog, u"test-3-pull"_s);
    const QString slave = test()->machine().slave();
    kernel::Snapshot wrong = hostWithBonds();
    kernel::Snapshot right = wrong;
    for (kernel::Snapshot *host : {&wrong, &right}) {
        for (kernel::SlaveState &state : host->bonds[20].slaves) {
            const bool isPulled = (state.name == slave) == (host == &right);
            state.mii = isPulled ? kernel::MiiStatus::Down : kernel::MiiStatus::Up;
            state.active = !isPulled;
            host->nics[state.ifindex].carrier = !isPulled;
            if (!isPulled)
                host->bonds[20].activeSlave = state.ifindex;
        }
    }
    stage.source.setSnapshot(at(wrong, monotonicNow()));
    camera->shoot(&dialog, u"test-3-wrong-cable"_s);
    stage.source.setSnapshot(at(right, monotonicNow()));
    camera->shoot(&dialog, u"test-4-measuring"_s);
    if (!isIn(TestPhase::WaitingForPlug))
        return;
    camera->shoot(&dialog, u"test-5-plug"_s);
    stage.source.setSnapshot(at(hostWithBonds(), monotonicNow()));
    camera->shoot(&dialog, u"test-6-settling"_s);
    if (!isIn(TestPhase::WaitingForPull))
        return;
    test()->cancel();
    QTest::qWait(100);
    camera->shoot(&dialog, u"test-7-result"_s);
}

} // namespace bondwright::ui
