// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice.h"

#include "dialogs/removedialog.h"
#include "hosts/cablespanel.h"
#include "hosts/hostpage.h"
#include "hosts/hostswindow.h"
#include "kernel/localkernelsource.h"
#include "main/mainwindow.h"
#include "makehost.h"
#include "ping/ping.h"
#include "tests/ui/preparewindows.h"
#include "wizarddriver.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace bondwright::tour
{

namespace
{

using helper::TransactionState;
using ui::PageId;
using ui::says;

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

/// A bond of two NICs, up to the review.
void plan(Tour &tour, WizardDriver &wizard, const QString &goal, const QStringList &nics, const QString &address)
{
    wizard.chooseGoal(goal);
    wizard.next(PageId::Nics);
    wizard.chooseNics(nics);
    for (const PageId page : {PageId::Monitoring, PageId::Options, PageId::Address})
        wizard.next(page);
    wizard.press(u"ipv4-2"_s);
    wizard.setText(u"ipv4-addresses"_s, address);
    wizard.next(PageId::Review);
    wizard.waitForReview(u".nmconnection"_s);
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
        plan(tour, wizard, u"survive"_s, {u"eth0"_s, u"eth1"_s}, QLatin1String(hostAddress));
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

ui::CablesPanel *panelOf(const Tour &tour)
{
    return tour.window.parentWidget()->findChild<ui::CablesPanel *>();
}

/// Empty: bond0 has none.
QString activeSlave(const Tour &tour)
{
    const kernel::BondState *bond = tour.bond(u"bond0"_s);
    return bond && bond->activeSlave ? tour.services.source->snapshot().nics.value(*bond->activeSlave).name : QString();
}

bool hasLink(const Tour &tour, const QString &nic)
{
    const kernel::NicState *state = tour.services.source->snapshot().nicByName(nic);
    return state && state->carrier;
}

void pull(Tour &tour)
{
    tour.report.chapter(u"A cable is pulled with a click"_s);
    const QString active = activeSlave(tour);
    auto *panel = panelOf(tour);
    if (!tour.report.check(!active.isEmpty() && panel, u"bond0 has an active slave"_s))
        return;
    tour.window.selectBond(u"bond0"_s);
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
    tour.report.check(waitUntil([&] { return hasLink(tour, active); }, 20s), u"Plugged in again"_s);
}

/// What the switch's address answers to pings that the practice host sends.
ping::PingStatistics pings(const Tour &tour)
{
    ping::PingTarget target;
    target.address = ping::parseTarget(QLatin1String(gateway)).value();
    const std::unique_ptr<ping::Pinger> pinger(tour.services.makePinger(target, nullptr));
    pinger->start();
    live(5s);
    return pinger->statistics();
}

void spoil(Tour &tour)
{
    tour.report.chapter(u"A cable that is bad: late, and lossy"_s);
    auto *panel = panelOf(tour);
    const QString number = activeSlave(tour).mid(3);
    auto *delay = panel->findChild<QSpinBox *>(u"delay-"_s + number);
    auto *loss = panel->findChild<QSpinBox *>(u"loss-"_s + number);
    if (!tour.report.check(delay && loss, u"Loss and delay of the cable in use can be set"_s, number))
        return;
    const auto milliseconds = [](std::chrono::nanoseconds time) { return double(time.count()) / 1e6; };
    const auto told = [&](const QString &what, const ping::PingStatistics &seen) {
        tour.report.figure(what,
                           u"median %1 ms, %2 of %3 answered"_s.arg(milliseconds(seen.p50), 0, 'f', 1)
                               .arg(seen.received)
                               .arg(seen.sent));
    };
    const ping::PingStatistics good = pings(tour);
    told(u"Pings through a good cable"_s, good);
    delay->setValue(200);
    live(2s);
    const ping::PingStatistics late = pings(tour);
    told(u"with a delay of 200 ms"_s, late);
    tour.report.check(late.p50 > good.p50 + 150ms, u"The delay is felt"_s);
    delay->setValue(0);
    loss->setValue(50);
    live(2s);
    const ping::PingStatistics lossy = pings(tour);
    told(u"with a loss of 50 %"_s, lossy);
    tour.report.check(lossy.sent > 10 && lossy.received < lossy.sent * 8 / 10, u"The loss is felt"_s);
    tour.picture(u"The cable loses half of what it carries"_s);
    loss->setValue(0);
    live(2s);
    tour.report.check(pings(tour).received > 0, u"All is well again"_s);
}

void switchOff(Tour &tour)
{
    tour.report.chapter(u"A switch is switched off"_s);
    auto *panel = panelOf(tour);
    const bool isFirst = activeSlave(tour) == u"eth0"; // even NICs end in the first switch
    const QString button = isFirst ? u"switch-0"_s : u"switch-1"_s;
    const QStringList dark = isFirst ? QStringList{u"eth0"_s, u"eth2"_s} : QStringList{u"eth1"_s, u"eth3"_s};
    tour.forgetEvents();
    pressIn(tour, panel, button);
    tour.report.check(waitUntil([&] { return !hasLink(tour, dark.at(0)) && !hasLink(tour, dark.at(1)); }, 20s),
                      u"All of its cables are dead"_s, dark.join(u", "_s));
    tour.report.check(waitUntil([&] { return tour.failover().has_value(); }, 20s),
                      u"The NIC at the other switch takes over"_s, activeSlave(tour));
    tour.picture(u"One switch is off, and the bond goes on"_s, 2s);
    pressIn(tour, panel, button);
    tour.report.check(waitUntil([&] { return hasLink(tour, dark.at(0)) && hasLink(tour, dark.at(1)); }, 20s),
                      u"It is on again"_s);
}

bool isNegotiated(const kernel::BondState *bond)
{
    return bond && bond->ad && bond->ad->ports == 2 && !bond->ad->partnerMac.isZero();
}

void partner(Tour &tour)
{
    tour.report.chapter(u"The switch becomes an LACP partner"_s);
    auto *box = panelOf(tour)->findChild<QComboBox *>(u"cabling"_s);
    const int index = box->findText(u"one switch, LACP group"_s);
    if (!tour.report.check(index >= 0, u"It is offered"_s))
        return;
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
    live(3s);
    pressTool(tour, u"create"_s);
    WizardDriver wizard(tour);
    if (!wizard.isOpen())
        return;
    plan(tour, wizard, u"both-lacp"_s, {u"eth2"_s, u"eth3"_s}, u"192.0.2.11/24"_s);
    if (wizard.applyUntilCountdown(120s)) {
        wizard.press(u"keep"_s);
        tour.report.check(tour.waitForState(TransactionState::Done, 60s), u"Kept"_s, tour.transaction().reason);
    }
    wizard.close();
    tour.report.check(waitUntil([&] { return isNegotiated(tour.bond(u"bond1"_s)); }, 60s),
                      u"Both ports are in one aggregator with the partner"_s);
    tour.window.selectBond(u"bond1"_s);
    tour.picture(u"The bond and its partner"_s, 2s);
}

void removeAndRevert(Tour &tour)
{
    tour.report.chapter(u"A removal that is reverted"_s);
    tour.window.selectBond(u"bond1"_s);
    pressTool(tour, u"remove"_s);
    auto *dialog = findWindow<ui::RemoveDialog>();
    if (!tour.report.check(dialog, u"Remove… asks"_s))
        return;
    const auto *go = dialog->findChild<QAbstractButton *>(u"go"_s);
    waitUntil([go] { return go->isEnabled(); }, 60s);
    tour.expectChange();
    pressIn(tour, dialog, u"go"_s);
    bool isStranger = false; // the one who is changing it sits here
    bool isAdvice = false;
    const auto look = [&] {
        isStranger = isStranger || says(&tour.window, u"root is changing"_s);
        isAdvice = isAdvice || says(&tour.window, u"Activate bond"_s);
        return false;
    };
    const auto reached = [&](TransactionState state) { return look() || tour.transaction().state == state; };
    tour.report.check(waitUntil([&] { return reached(TransactionState::AwaitingConfirm); }, 120s),
                      u"The removal waits to be kept"_s, tour.transaction().reason);
    tour.report.check(!tour.bond(u"bond1"_s), u"bond1 is gone"_s);
    pressIn(tour, &tour.window, u"banner-revert"_s);
    tour.report.check(waitUntil([&] { return reached(TransactionState::RolledBack); }, 120s), u"It is reverted"_s);
    tour.report.check(waitUntil([&] { return look() || isNegotiated(tour.bond(u"bond1"_s)); }, 60s),
                      u"bond1 is back, with its partner"_s);
    tour.report.check(says(&tour.window, u"The removal of bond1 was reverted"_s), u"The window calls it a removal"_s);
    tour.report.check(!isStranger, u"Nobody else was said to change it"_s);
    tour.report.check(!isAdvice, u"Nothing was advised while it was reverted"_s);
    tour.picture(u"Everything is back"_s, 1s);
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
        spoil(*tour);
        switchOff(*tour);
        partner(*tour);
        removeAndRevert(*tour);
    }
}

} // namespace bondwright::tour
