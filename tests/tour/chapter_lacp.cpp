// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/mainwindow.h"
#include "monitor/monitorwindow.h"
#include "tour.h"
#include "wizarddriver.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using bondwright::helper::TransactionState;
using bondwright::ui::PageId;

namespace bondwright::tour
{

namespace
{

bool isNegotiated(const kernel::BondState *bond)
{
    if (!bond || !bond->ad || bond->ad->ports != 2)
        return false;
    for (const kernel::SlaveState &slave : bond->slaves) {
        if (!(slave.actorPortState.value_or(0) & kernel::PortState::Distributing))
            return false;
    }
    return !bond->ad->partnerMac.isZero();
}

void watchAggregate(Tour &tour)
{
    pressTool(tour, u"monitor"_s);
    auto *monitor = findWindow<ui::MonitorWindow>();
    if (!tour.report.check(monitor, u"The monitor opens"_s))
        return;
    monitor->setGeometry(frame);
    monitor->raise();
    const Traffic traffic{QLatin1String(gateway)};
    showTab(monitor, 2);
    tour.picture(u"Monitor of the LACP bond, how evenly the slaves carry"_s, 10s);
    monitor->close();
    live(300ms);
}

} // namespace

void lacpWithPartner(Tour &tour)
{
    tour.report.chapter(u"802.3ad with a switch that speaks LACP"_s);
    int exitCode = -1;
    run(u"recable"_s, {u"lacp"_s}, &exitCode);
    tour.report.check(exitCode == 0, u"The NICs are cabled to an LACP group"_s);
    waitUntil([&tour] { return tour.answers(QLatin1String(gateway)); }, 20s);
    pressTool(tour, u"create"_s);
    WizardDriver wizard(tour);
    if (!wizard.isOpen())
        return;
    wizard.chooseGoal(u"both-lacp"_s);
    tour.picture(u"LACP is recommended"_s);
    wizard.next(PageId::Nics);
    wizard.chooseNics({u"eth0"_s, u"eth1"_s});
    wizard.next(PageId::Monitoring);
    wizard.next(PageId::Options);
    // One neighbour is all that this lab has: by layer 2 everything would go over one NIC.
    wizard.chooseInBox(u"value-xmit_hash_policy"_s, u"layer3+4"_s);
    tour.picture(u"Options of LACP"_s);
    wizard.next(PageId::Address);
    wizard.next(PageId::Review);
    wizard.waitForReview(u"xmit_hash_policy=layer3+4"_s);
    tour.picture(u"Review of the LACP bond with the switch's side"_s);
    if (wizard.applyUntilCountdown(100s)) {
        wizard.press(u"keep"_s);
        tour.report.check(tour.waitForState(TransactionState::Done, 15s), u"The LACP bond is kept"_s);
    }
    wizard.close();
    const bool isUp = waitUntil([&tour] { return isNegotiated(tour.bond(u"bond0"_s)); }, 40s);
    const kernel::BondState *bond = tour.bond(u"bond0"_s);
    tour.report.check(isUp, u"Both ports are in one aggregator with the partner"_s,
                      bond && bond->ad ? bond->ad->partnerMac.toString() : QString());
    tour.report.check(tour.answers(QLatin1String(gateway)), u"The gateway answers through the aggregate"_s);
    tour.picture(u"Main window with an LACP bond"_s, 1s);
    watchAggregate(tour);
}

} // namespace bondwright::tour
