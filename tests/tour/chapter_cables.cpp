// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/mainwindow.h"
#include "tour.h"
#include "tourlab.h"

#include <QApplication>
#include <QProcess>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bondwright::tour
{

namespace
{

QString activeSlave(const Tour &tour)
{
    const kernel::BondState *bond = tour.bond(u"bond0"_s);
    const kernel::SlaveState *slave = bond && bond->activeSlave ? bond->slave(*bond->activeSlave) : nullptr;
    return slave ? slave->name : QString();
}

void pullAndPlug(Tour &tour, int cable)
{
    const QString card = u"eth%1"_s.arg(cable);
    const QString other = u"eth%1"_s.arg(1 - cable);
    tour.report.check(activeSlave(tour) == card, u"%1 is active before its cable is pulled"_s.arg(card),
                      activeSlave(tour));
    tour.forgetEvents();
    QElapsedTimer clock;
    clock.start();
    pullCable(cable);
    const qint64 pulledMs = clock.elapsed();
    const bool isOver = waitUntil([&tour] { return tour.failover().has_value(); }, 5s);
    const qint64 seenMs = clock.elapsed();
    tour.report.check(isOver && tour.failover()->to == other, u"Traffic moves to %1"_s.arg(other),
                      isOver ? kernel::eventText(*tour.failover()) : QString());
    tour.report.figure(u"Failover event after pulling %1"_s.arg(card),
                       u"%1–%2 ms (the command itself took %3 ms)"_s.arg(seenMs - pulledMs).arg(seenMs).arg(pulledMs));
    tour.picture(u"Cable of %1 pulled"_s.arg(card), 3s);
    plugCable(cable);
    const bool isBack = waitUntil(
        [&tour, &card] {
            const kernel::BondState *bond = tour.bond(u"bond0"_s);
            for (const kernel::SlaveState &slave : bond ? bond->slaves : QList<kernel::SlaveState>()) {
                if (slave.name == card)
                    return slave.mii == kernel::MiiStatus::Up;
            }
            return false;
        },
        5s);
    tour.report.check(isBack, u"%1 is back after plugging it in"_s.arg(card));
    tour.picture(u"Cable of %1 plugged in again"_s.arg(card), 2s);
}

} // namespace

void watchCables(Tour &tour)
{
    tour.report.chapter(u"The monitor while cables are pulled"_s);
    tour.window.openMonitor(u"bond0"_s);
    live(1s);
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (top != &tour.window && top->isVisible() && top->inherits("bondwright::ui::MonitorWindow")) {
            top->setGeometry(tour.window.geometry());
            top->raise();
        }
    }
    // Something to see in the chart: large pings, some 1 Mb/s.
    QProcess traffic;
    traffic.setStandardOutputFile(QProcess::nullDevice());
    traffic.start(u"ping"_s, {u"-n"_s, u"-q"_s, u"-i"_s, u"0.01"_s, u"-s"_s, u"1400"_s, u"192.0.2.254"_s});
    tour.picture(u"Monitor with traffic and ping"_s, 8s);
    const bool startsWithFirst = activeSlave(tour) == u"eth0";
    pullAndPlug(tour, startsWithFirst ? 0 : 1);
    // The second cable: whichever carries now.
    const bool nowFirst = activeSlave(tour) == u"eth0";
    pullAndPlug(tour, nowFirst ? 0 : 1);
    tour.window.setLanguage(u"zh_CN"_s);
    tour.picture(u"Monitor in Chinese"_s);
    tour.window.setLanguage(u"en"_s);
    traffic.terminate();
    traffic.waitForFinished(2000);
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (top->inherits("bondwright::ui::MonitorWindow"))
            top->close();
    }
    tour.picture(u"Main window after the failovers"_s);
}

} // namespace bondwright::tour
