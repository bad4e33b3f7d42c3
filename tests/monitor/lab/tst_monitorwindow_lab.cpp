// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chart/bondfeed.h"
#include "chart/livechart.h"
#include "domain/mode.h"
#include "fakehelperclient.h"
#include "kernel/localkernelsource.h"
#include "lab/guest.h"
#include "monitor/eventpanel.h"
#include "monitor/monitorwindow.h"
#include "monitor/pingpanel.h"
#include "posix/clock.h"
#include "tests/monitor/showncolumns.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QStandardPaths>
#include <QTest>

using namespace bondwright;
using namespace bondwright::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

// What a machine that is busy elsewhere may add to miimon; all instants are of one clock.
constexpr qint64 busy = 500'000'000;

} // namespace

/// The monitor window on the real driver, under a real X server: in each mode the cable is pulled while it
/// runs. Marker, band and ping gap must stand at the same instant, in the data and in the pixels.
class TestMonitorLab : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cablePulled_data();
    void cablePulled();
    void cleanup();
    void windowClosedLeavesEverythingUp();

private:
    std::unique_ptr<kernel::LocalKernelSource> m_source;
    FakeHelperClient m_helper;
    std::unique_ptr<MonitorWindow> m_window;
    QString m_topology = u"one-switch"_s;
};

void TestMonitorLab::initTestCase()
{
    QVERIFY2(lab::isGuest(), "runs in the lab's guest");
    QStandardPaths::setTestModeEnabled(true);
    QVERIFY2(QGuiApplication::platformName() == u"xcb", "needs the X server of the lab");
    m_source = std::make_unique<kernel::LocalKernelSource>();
    m_source->start();
    m_window = std::make_unique<MonitorWindow>(Services{m_source.get(), &m_helper, nullptr}, u"bond0"_s);
    m_window->resize(1024, 700);
    m_window->findChild<LiveChart *>()->setSpan(30s);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestMonitorLab::cablePulled_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("topology");
    for (const int mode : {1, 0, 2, 3, 5, 6})
        QTest::addRow("mode %d", mode) << mode << u"one-switch"_s;
    QTest::addRow("mode 4") << 4 << u"lacp"_s;
}

void TestMonitorLab::cablePulled()
{
    QFETCH(int, mode);
    QFETCH(QString, topology);
    if (topology != m_topology) {
        QVERIFY(lab::run(u"recable"_s, {topology}));
        m_topology = topology;
    }
    QVERIFY(lab::ip({u"link add bond0 type bond mode "_s + kernelName(Mode(mode)) + u" miimon 100"_s
                         + (mode == 4 ? u" lacp_rate fast"_s : QString()),
                     u"link set eth0 master bond0"_s, u"link set eth1 master bond0"_s,
                     u"address add 192.0.2.1/24 dev bond0"_s, u"link set bond0 up"_s}));
    QVERIFY(lab::eventually([] { return lab::ping(u"192.0.2.254"_s); }, 20s));
    QVERIFY(lab::eventually([] { return lab::attribute(u"eth1"_s, u"bonding_slave/mii_status"_s) == u"up"; }));
    if (mode == 4)
        QVERIFY(lab::eventually([] { return lab::attribute(u"bond0"_s, u"bonding/ad_num_ports"_s) == u"2"; }, 30s));
    while (!m_window->findChild<PingPanel *>()->targets().isEmpty())
        m_window->findChild<PingPanel *>()->removeTarget(0);
    m_window->findChild<PingPanel *>()->setInterval(20ms);
    QVERIFY(m_window->findChild<PingPanel *>()->addTarget(u"192.0.2.254"_s));
    ChartData *data = m_window->findChild<LiveChart *>()->data();
    QTRY_COMPARE_WITH_TIMEOUT(data->lanes().size(), 2, 20'000);
    // With LACP the ports come into their group one after the other, and for a moment the wrong one is in use.
    const auto areAllActive = [data] {
        return data->lanes().at(0).segments.back().state == BandState::Active
            && data->lanes().at(1).segments.back().state == BandState::Active;
    };
    if (mode == 4)
        QTRY_VERIFY_WITH_TIMEOUT(areAllActive(), 30'000);
    QTest::qWait(1500); // something to see left of the switch

    int cable = 0;
    qsizetype markersBefore = 0;
    qint64 before = 0;
    qint64 pulled = 0;
    for (int attempt = 0; attempt < 4; ++attempt) {
        // The cable that carries this host's answers: the active one where there is one.
        cable = lab::attribute(u"bond0"_s, u"bonding/active_slave"_s) == u"eth1" ? 1 : 0;
        markersBefore = data->markers().size();
        before = monotonicNow();
        QVERIFY(lab::run(u"pull"_s, {QString::number(cable)}));
        pulled = monotonicNow();
        QTRY_COMPARE_WITH_TIMEOUT(data->lanes().at(cable).segments.back().state, BandState::NoLink, 20'000);
        // A lost ping is known after its time-out of a second. A machine that is busy elsewhere just then sends
        // none and loses none: then once more.
        const auto hasOutage = [data] { return !data->outages().isEmpty() && data->outages().last().endNs > 0; };
        const bool isMeasured = QTest::qWaitFor(hasOutage, 4000);
        if (mode != 1 || isMeasured)
            break;
        QVERIFY(lab::run(u"plug"_s, {QString::number(cable)}));
        QTRY_COMPARE_WITH_TIMEOUT(data->lanes().at(cable).segments.back().state, BandState::Standby, 20'000);
    }

    // The band of the pulled slave went to "no link", soon after miimon, and the other one carries.
    const auto &segments = data->lanes().at(cable).segments;
    const qint64 noticed = segments.back().startNs;
    QVERIFY2(noticed >= before && noticed <= pulled + busy, qPrintable(u"%1 ms"_s.arg(double(noticed - pulled) / 1e6)));
    QTRY_COMPARE(data->lanes().at(1 - cable).segments.back().state, BandState::Active);
    // There are markers, and they stand where the band switches.
    QVERIFY(data->markers().size() > markersBefore);
    bool isMarkedThere = false;
    for (const ChartMarker &marker : data->markers())
        isMarkedThere |= std::abs(marker.timeNs - noticed) <= 50'000'000;
    QVERIFY(isMarkedThere);
    if (mode == 1) {
        // Every answer went over the pulled cable: the gap begins with the pull and ends with the failover.
        QVERIFY(!data->outages().isEmpty());
        const ChartOutage outage = data->outages().last();
        QVERIFY2(outage.startNs >= before - 60'000'000 && outage.startNs <= pulled + busy,
                 qPrintable(u"%1 ms"_s.arg(double(outage.startNs - pulled) / 1e6)));
        QVERIFY(outage.endNs >= noticed - 40'000'000 && outage.endNs <= noticed + busy);
        QVERIFY(std::any_of(data->markers().cbegin(), data->markers().cend(),
                            [](const ChartMarker &marker) { return marker.severity != MarkerSeverity::Info; }));
    }
    // The pixels: solid left of the switch, not solid right of it.
    const QImage image = m_window->findChild<LiveChart *>()->grab().toImage();
    const ChartLayout &layout = m_window->findChild<LiveChart *>()->scene().layout;
    const int x = ShownColumns(*m_window->findChild<LiveChart *>()).xOf(noticed);
    const int y = layout.plot.top() + layout.lanes.at(cable).center().y();
    const QRgb solid = data->lanes().at(cable).color.rgb();
    QCOMPARE(image.pixel(x - 12, y) & 0xffffff, solid & 0xffffff);
    QVERIFY((image.pixel(x + 3, y) & 0xffffff) != (solid & 0xffffff));
    if (const QString folder = qEnvironmentVariable("BONDWRIGHT_SCREENS"); !folder.isEmpty()) {
        QVERIFY(QDir().mkpath(folder));
        m_window->grab().save(folder + u"/lab-mode%1.png"_s.arg(mode));
    }
    qInfo("mode %d: the band switched %.1f ms after the pull", mode, double(noticed - pulled) / 1e6);

    QVERIFY(lab::run(u"plug"_s, {QString::number(cable)}));
    QTRY_VERIFY_WITH_TIMEOUT(data->lanes().at(cable).segments.back().state != BandState::NoLink, 20'000);
}

void TestMonitorLab::cleanup()
{
    lab::run(u"plug"_s, {u"0"_s, u"1"_s});
    if (lab::attribute(u"bond0"_s, u"ifindex"_s).isEmpty())
        return;
    QVERIFY(lab::ip({u"link del bond0"_s}));
    if (m_window)
        QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<LiveChart *>()->data()->lanes().isEmpty(),
                                 20'000); // it waits for the next one
}

void TestMonitorLab::windowClosedLeavesEverythingUp()
{
    m_window.reset();
    m_source.reset();
    for (const QString &nic : {u"eth0"_s, u"eth1"_s}) {
        QVERIFY(lab::ip({u"link set %1 up"_s.arg(nic)}));
        QVERIFY(lab::eventually([&nic] { return lab::attribute(nic, u"carrier"_s) == u"1"; }));
    }
}

QTEST_MAIN(TestMonitorLab)
#include "tst_monitorwindow_lab.moc"
