// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chart/livechart.h"
#include "kernel/replaysource.h"
#include "main/mainwindow.h"
#include "monitor/eventpanel.h"
#include "monitor/monitorwindow.h"
#include "monitor/pingpanel.h"
#include "tour.h"
#include "wizarddriver.h"

#include <QAction>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using bondwright::ui::MonitorWindow;

namespace bondwright::tour
{

namespace
{

const kernel::SlaveState *slaveOf(const Tour &tour, const QString &name)
{
    const kernel::BondState *bond = tour.bond(u"bond0"_s);
    for (qsizetype i = 0; bond && i < bond->slaves.size(); ++i) {
        if (bond->slaves.at(i).name == name)
            return &bond->slaves.at(i);
    }
    return nullptr;
}

QString activeSlave(const Tour &tour)
{
    const kernel::BondState *bond = tour.bond(u"bond0"_s);
    const kernel::SlaveState *slave = bond && bond->activeSlave ? bond->slave(*bond->activeSlave) : nullptr;
    return slave ? slave->name : QString();
}

/// What the chart has drawn for a slave at an instant.
ui::BandState bandAt(const MonitorWindow &monitor, const QString &slave, qint64 timeNs)
{
    for (const ui::BandLane &lane : monitor.findChild<ui::LiveChart *>()->data()->lanes()) {
        if (lane.name == slave)
            return lane.stateAt(timeNs);
    }
    return ui::BandState::Unknown;
}

void checkChart(Tour &tour, const MonitorWindow &monitor, const QString &nic, const QString &other)
{
    const qint64 instant = tour.failover()->monotonicNs;
    constexpr qint64 aMoment = 50'000'000;
    tour.report.check(bandAt(monitor, nic, instant - 2'000'000'000) == ui::BandState::Active
                          && bandAt(monitor, nic, instant + aMoment) == ui::BandState::NoLink
                          && bandAt(monitor, other, instant + aMoment) == ui::BandState::Active,
                      u"The bands switch from %1 to %2 at that instant"_s.arg(nic, other));
    bool isMarked = false;
    for (const ui::ChartMarker &marker : monitor.findChild<ui::LiveChart *>()->data()->markers())
        isMarked = isMarked || std::abs(marker.timeNs - instant) <= aMoment;
    tour.report.check(isMarked, u"A marker stands there"_s);
    // What is lost is lost around that instant: up to miimon and a ping before the bond notices. With luck the
    // bond is quicker than two pings.
    qsizetype lost = 0;
    qsizetype elsewhere = 0;
    for (const ui::PingTrack &track : monitor.findChild<ui::LiveChart *>()->data()->pingTracks()) {
        for (const qint64 sent : track.losses) {
            if (sent < instant - 4'000'000'000)
                continue;
            ++lost;
            elsewhere += std::abs(sent - instant) > 1'500'000'000 ? 1 : 0;
        }
    }
    tour.report.check(elsewhere == 0, u"Pings are lost there and nowhere else"_s, u"%1 lost"_s.arg(lost));
    const auto &outages = monitor.findChild<ui::LiveChart *>()->data()->outages();
    const bool isGapThere = !outages.isEmpty() && std::abs(outages.last().startNs - instant) <= 1'500'000'000
        && outages.last().endNs > outages.last().startNs;
    tour.report.check(lost == 0 || isGapThere, u"The ping's gap is drawn there"_s);
    tour.report.figure(
        u"Outage that a ping each 20 ms felt, %1 pulled"_s.arg(nic),
        isGapThere
            ? u"%1 ms, %2 lost"_s.arg(double(outages.last().endNs - outages.last().startNs) / 1e6, 0, 'f', 0).arg(lost)
            : u"none lost"_s);
}

void pullAndPlug(Tour &tour, MonitorWindow &monitor, int cable, const QString &which)
{
    const QString nic = u"eth%1"_s.arg(cable);
    const QString other = u"eth%1"_s.arg(1 - cable);
    tour.report.check(activeSlave(tour) == nic, u"%1 is active before its cable is pulled"_s.arg(nic),
                      activeSlave(tour));
    tour.forgetEvents();
    const auto rowsBefore = monitor.events()->model().rowCount();
    QElapsedTimer clock;
    clock.start();
    tour.report.check(pullCable(cable), u"The cable of %1 is pulled"_s.arg(nic));
    const qint64 pulledMs = clock.elapsed();
    const bool isOver = waitUntil([&tour] { return tour.failover().has_value(); }, 5s);
    const qint64 seenMs = clock.elapsed();
    if (tour.report.check(isOver && tour.failover()->to == other, u"Traffic moves to %1"_s.arg(other),
                          isOver ? kernel::eventText(*tour.failover()) : QString())) {
        tour.report.figure(
            u"Failover event after pulling %1"_s.arg(nic),
            u"%1–%2 ms (the command itself took %3 ms)"_s.arg(seenMs - pulledMs).arg(seenMs).arg(pulledMs));
        live(3s); // a ping counts as lost only after its timeout
        checkChart(tour, monitor, nic, other);
        tour.report.check(monitor.events()->model().rowCount() > rowsBefore, u"The event table tells it"_s);
    }
    tour.report.check(tour.answers(QLatin1String(gateway)), u"The gateway answers over %1"_s.arg(other));
    tour.picture(u"The %1 cable pulled"_s.arg(which), 1s);
    tour.window.setLanguage(u"zh_CN"_s);
    tour.picture(u"The %1 cable pulled, in Chinese"_s.arg(which));
    tour.window.setLanguage(u"en"_s);
    tour.report.check(plugCable(cable), u"The cable of %1 is plugged in again"_s.arg(nic));
    const bool isBack = waitUntil(
        [&tour, &nic] {
            const kernel::SlaveState *slave = slaveOf(tour, nic);
            return slave && slave->mii == kernel::MiiStatus::Up;
        },
        10s);
    tour.report.check(isBack, u"%1 is back after plugging it in"_s.arg(nic));
    tour.picture(u"The %1 cable plugged in again"_s.arg(which), 2s);
}

/// Played as fast as can be: what was recorded must be in it.
void checkRecording(Tour &tour, const QString &path)
{
    kernel::ReplaySource replay(path, 0);
    QStringList failovers;
    int samples = 0;
    QString trouble;
    bool isAtEnd = false;
    QObject::connect(&replay, &kernel::KernelSource::eventOccurred, &replay, [&](const kernel::BondEvent &event) {
        if (event.kind == kernel::EventKind::Failover)
            failovers.append(event.from + u'→' + event.to);
    });
    QObject::connect(&replay, &kernel::KernelSource::sampleTaken, &replay, [&] { ++samples; });
    QObject::connect(&replay, &kernel::KernelSource::troubleOccurred, &replay, [&](const QString &t) { trouble = t; });
    QObject::connect(&replay, &kernel::ReplaySource::finished, &replay, [&] { isAtEnd = true; });
    replay.watchCounters({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
    replay.start();
    waitUntil([&] { return isAtEnd; }, 30s);
    tour.report.check(isAtEnd && failovers.size() >= 2 && samples > 10 && replay.snapshot().bondByName(u"bond0"_s),
                      u"The recording holds both failovers and the traffic"_s,
                      u"%1; %2 samples %3"_s.arg(failovers.join(u' ')).arg(samples).arg(trouble));
}

/// The program itself, as somebody elsewhere would look at the recording.
void replayInProgram(Tour &tour, const QString &path)
{
    QProcess program;
    program.setProcessChannelMode(QProcess::MergedChannels);
    program.start(programPath(u"bondwright"_s),
                  {u"--lang"_s, u"en"_s, u"--replay"_s, path, u"--speed"_s, u"10"_s, u"--monitor"_s, u"bond0"_s});
    tour.picture(u"bondwright --replay of that recording, ten times as fast"_s, 9s);
    tour.report.check(program.state() == QProcess::Running, u"bondwright plays the recording"_s,
                      QString::fromUtf8(program.readAll()).trimmed());
    program.terminate();
    waitUntil([&program] { return program.state() == QProcess::NotRunning; }, 10s);
}

} // namespace

void watchCables(Tour &tour)
{
    tour.report.chapter(u"The monitor while cables are pulled"_s);
    pressTool(tour, u"monitor"_s);
    auto *monitor = findWindow<MonitorWindow>();
    if (!tour.report.check(monitor, u"The monitor opens"_s))
        return;
    monitor->setGeometry(frame);
    monitor->raise();
    monitor->findChild<ui::LiveChart *>()->setSpan(1min);
    monitor->findChild<ui::PingPanel *>()->setInterval(20ms);
    // Its name is to be seen in the pictures: no place of the machine on which they are made.
    const QString path = QDir::temp().filePath(u"cables.bwrec"_s);
    const auto toggleRecording = [monitor] {
        if (auto *record = monitor->findChild<QAction *>(u"record"_s))
            record->trigger();
    };
    toggleRecording();
    tour.report.check(tour.saveAs(path), u"A recording begins"_s);
    {
        const Traffic traffic{QLatin1String(gateway)};
        tour.picture(u"Monitor with traffic and ping"_s, 12s);
        const kernel::BondState *bond = tour.bond(u"bond0"_s);
        const auto rates = monitor->findChild<ui::LiveChart *>()->data()->traffic().latest(bond ? bond->ifindex : 0);
        tour.report.check(rates && rates->txBytes > 10'000 && rates->rxBytes > 10'000,
                          u"The chart shows traffic both ways"_s,
                          rates ? u"%1 kbit/s sent, %2 kbit/s received"_s.arg(rates->txBytes * 8 / 1000, 0, 'f', 0)
                                      .arg(rates->rxBytes * 8 / 1000, 0, 'f', 0)
                                : QString());
        pullAndPlug(tour, *monitor, activeSlave(tour) == u"eth0" ? 0 : 1, u"first"_s);
        // The second cable: whichever carries now.
        pullAndPlug(tour, *monitor, activeSlave(tour) == u"eth0" ? 0 : 1, u"second"_s);
        showTab(monitor, 1);
        tour.picture(u"Its ping tab"_s, 700ms);
        showTab(monitor, 0);
    }
    toggleRecording();
    live(300ms);
    QFile::copy(path, tour.report.folder().filePath(u"cables.bwrec"_s));
    tour.report.file(u"cables.bwrec"_s, u"The recording (bondwright --replay cables.bwrec)"_s);
    checkRecording(tour, path);
    monitor->close();
    tour.picture(u"Main window after the failovers"_s, 700ms);
    tour.window.hide();
    replayInProgram(tour, path);
    tour.window.show();
}

} // namespace bondwright::tour
