// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice.h"

#include "hosts/cablespanel.h"
#include "hosts/hostpage.h"
#include "hosts/hostswindow.h"
#include "kernel/localkernelsource.h"
#include "main/mainwindow.h"
#include "makehost.h"
#include "wizarddriver.h"

#include <QElapsedTimer>
#include <QLabel>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bondwright::tour
{

namespace
{

using helper::TransactionState;
using ui::PageId;

bool says(const QWidget *window, const QString &words)
{
    for (const QLabel *label : window->findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(words))
            return true;
    }
    return false;
}

/// What the page says while the machine starts, until there is a state. @return null: there was none
std::unique_ptr<Tour> start(TourReport &report, ui::HostsWindow &window, ui::Services &services)
{
    report.chapter(u"The practice host starts"_s);
    QElapsedTimer clock;
    clock.start();
    window.openPractice();
    auto *page = window.findChild<ui::HostPage *>();
    if (!report.check(page, u"It is in the list of hosts"_s))
        return nullptr;
    QStringList told;
    const auto look = [&](const QString &words) {
        if (!told.contains(words) && says(page, words)) {
            told.append(words);
            report.figure(words, u"after %1 s"_s.arg(double(clock.elapsed()) / 1000, 0, 'f', 1));
            if (words == u"NetworkManager …")
                Tour(report, services, *window.here()).picture(u"What it is at while it starts"_s, 0ms);
        }
    };
    const bool isThere = waitUntil(
        [&] {
            for (const QString &words : {u"kernel starts …"_s, u"the bonding driver …"_s, u"two switches …"_s,
                                         u"polkit and udev …"_s, u"NetworkManager …"_s, u"tells its state …"_s})
                look(words);
            return page->window() != nullptr;
        },
        120s);
    report.check(isThere, u"Its state is shown"_s);
    report.check(told.size() >= 5, u"The page has said what it was at"_s, told.join(u", "_s));
    report.figure(u"start to first state"_s, u"%1 s"_s.arg(double(clock.elapsed()) / 1000, 0, 'f', 1));
    if (!isThere)
        return nullptr;
    auto tour = std::make_unique<Tour>(report, services, *page->window());
    report.check(waitUntil([&] { return services.helper->isReachable(); }, 60s), u"Its helper is reached"_s);
    tour->picture(u"The practice host, and its cables beside it"_s, 1s);
    return tour;
}

/// bond0 of eth0 and eth1, up to the countdown.
void plan(Tour &tour, WizardDriver &wizard)
{
    wizard.chooseGoal(u"survive"_s);
    wizard.next(PageId::Nics);
    wizard.chooseNics({u"eth0"_s, u"eth1"_s});
    for (const PageId page : {PageId::Monitoring, PageId::Options, PageId::Address})
        wizard.next(page);
    wizard.press(u"ipv4-2"_s);
    wizard.setText(u"ipv4-addresses"_s, QLatin1String(hostAddress));
    wizard.next(PageId::Review);
    wizard.waitForReview(u"bond0.nmconnection"_s);
    tour.expectChange();
}

void create(Tour &tour)
{
    tour.report.chapter(u"A bond is made, reverted, and made again"_s);
    for (const bool isKept : {false, true}) {
        pressTool(tour, u"create"_s);
        WizardDriver wizard(tour);
        if (!wizard.isOpen())
            return;
        plan(tour, wizard);
        if (wizard.applyUntilCountdown(120s)) {
            wizard.press(isKept ? u"keep"_s : u"revert"_s);
            const auto wanted = isKept ? TransactionState::Done : TransactionState::RolledBack;
            tour.report.check(tour.waitForState(wanted, 60s), isKept ? u"Kept"_s : u"Reverted"_s,
                              tour.transaction().reason);
            tour.picture(isKept ? u"Kept over a connection of its own"_s : u"Everything is as it was"_s, 1s);
        }
        wizard.close();
        tour.report.check(waitUntil([&] { return (tour.bond(u"bond0"_s) != nullptr) == isKept; }, 20s),
                          isKept ? u"bond0 is there"_s : u"bond0 is gone again"_s);
    }
}

void pull(Tour &tour)
{
    tour.report.chapter(u"A cable is pulled with a click"_s);
    const kernel::BondState *bond = tour.bond(u"bond0"_s);
    auto *panel = tour.window.parentWidget()->findChild<ui::CablesPanel *>();
    if (!tour.report.check(bond && bond->activeSlave && panel, u"bond0 has an active slave"_s))
        return;
    tour.window.selectBond(u"bond0"_s);
    const QString active = tour.services.source->snapshot().nics.value(*bond->activeSlave).name;
    const QString cable = u"cable-"_s + active.mid(3);
    tour.forgetEvents();
    QElapsedTimer clock;
    clock.start();
    pressIn(tour, panel, cable);
    tour.report.check(waitUntil([&] { return tour.failover().has_value(); }, 20s), u"The other slave takes over"_s,
                      active);
    tour.report.figure(u"click to failover in the window"_s, u"%1 ms"_s.arg(clock.elapsed()));
    tour.picture(u"The cable is out, and the bond goes on"_s, 2s);
    pressIn(tour, panel, cable);
    tour.report.check(waitUntil([&] { return tour.services.source->snapshot().nicByName(active)->carrier; }, 20s),
                      u"Plugged in again"_s);
}

} // namespace

void practice(TourReport &report)
{
    kernel::LocalKernelSource source;
    const std::unique_ptr<helper::HelperClient> helper(helper::createHelperClient());
    ui::Services here;
    here.source = &source;
    here.helper = helper.get();
    source.start();
    ui::Services there;
    ui::HostsWindow window(here, [](const QString &name) { return makeHost(name, {}); });
    window.setPracticeHost([&there] {
        auto host = makePracticeHost();
        there = host->services;
        return host;
    });
    window.setGeometry(frame);
    window.show();
    live(1s);
    if (!here.helper->isReachable()) {
        report.chapter(u"A computer without the helper"_s);
        report.check(says(&window, u"Everything can be tried on the practice host"_s),
                     u"The practice host is offered"_s);
        Tour(report, here, *window.here()).picture(u"Nothing can be changed here, but there is a way to try"_s);
    }
    if (const auto tour = start(report, window, there)) {
        create(*tour);
        pull(*tour);
    }
}

} // namespace bondwright::tour
