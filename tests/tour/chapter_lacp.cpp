// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/mainwindow.h"
#include "tour.h"
#include "tourlab.h"
#include "wizarddriver.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using bondwright::helper::TransactionState;

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
    return bond->ad->partnerMac != u"00:00:00:00:00:00";
}

} // namespace

void lacpWithPartner(Tour &tour)
{
    tour.report.chapter(u"802.3ad with a switch that speaks LACP"_s);
    int exitCode = -1;
    run(u"recable"_s, {u"lacp"_s}, &exitCode);
    tour.report.check(exitCode == 0, u"The cards are cabled to an LACP group"_s);
    WizardDriver wizard(tour, tour.window.createBond());
    if (!wizard.isOpen())
        return;
    wizard.chooseGoal(u"both-lacp"_s);
    tour.picture(u"LACP is recommended"_s);
    wizard.next();
    wizard.chooseCards({u"eth0"_s, u"eth1"_s});
    for (int page = 0; page < 4; ++page)
        wizard.next();
    wizard.waitForReview();
    tour.picture(u"Review of the LACP bond with the switch's side"_s);
    if (wizard.applyUntilCountdown(100s)) {
        wizard.press(u"keep"_s);
        tour.report.check(tour.waitForState(TransactionState::Done, 15s), u"The LACP bond is kept"_s);
    }
    wizard.close();
    const bool isUp = waitUntil([&tour] { return isNegotiated(tour.bond(u"bond0"_s)); }, 40s);
    const kernel::BondState *bond = tour.bond(u"bond0"_s);
    tour.report.check(isUp, u"Both ports are in one aggregator with the partner"_s,
                      bond && bond->ad ? bond->ad->partnerMac : QString());
    tour.report.check(tour.answers(u"192.0.2.254"_s), u"The gateway answers through the aggregate"_s);
    tour.picture(u"Main window with an LACP bond"_s, 1500ms);
}

} // namespace bondwright::tour
