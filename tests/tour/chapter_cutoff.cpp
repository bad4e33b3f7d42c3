// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/mainwindow.h"
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

void checkOldState(Tour &tour)
{
    tour.report.check(waitUntil([&tour] { return tour.hasOnlyAddress(u"bond0"_s, QLatin1String(hostAddress)); }, 2s),
                      u"bond0 has its address again, and no other"_s);
    tour.report.check(tour.answers(QLatin1String(gateway)), u"The gateway answers again"_s);
}

} // namespace

void changeNotConfirmed(Tour &tour)
{
    tour.report.chapter(u"A new address, under which nobody can confirm it: the countdown runs out"_s);
    tour.window.setLanguage(u"zh_CN"_s);
    pressTool(tour, u"edit"_s);
    WizardDriver wizard(tour);
    if (!wizard.isOpen())
        return;
    wizard.showPage(PageId::Address);
    wizard.setText(u"ipv4-addresses"_s, u"192.0.2.77/24"_s);
    wizard.next(PageId::Review);
    wizard.setSeconds(10);
    wizard.waitForReview(u"192.0.2.77"_s);
    if (wizard.applyUntilCountdown(90s)) {
        tour.report.check(tour.hasOnlyAddress(u"bond0"_s, u"192.0.2.77/24"_s),
                          u"The host has only its new address: who came over the old one is cut off"_s);
        tour.picture(u"Nobody presses Keep"_s, 1s);
        QElapsedTimer clock;
        clock.start();
        const bool isBack = tour.waitForState(TransactionState::RolledBack, 60s);
        tour.report.check(isBack, u"It reverts by itself"_s, tour.transaction().reason);
        tour.report.figure(u"From then until all was as before"_s,
                           u"%1 s (10 s to confirm)"_s.arg(double(clock.elapsed()) / 1000, 0, 'f', 1));
    }
    tour.picture(u"Not confirmed, reverted"_s, 700ms);
    checkOldState(tour);
    wizard.close();
    tour.window.setLanguage(u"en"_s);
}

void changeThatCutsOff(Tour &tour)
{
    tour.report.chapter(u"An address with which nothing answers: reverted before anybody is asked"_s);
    pressTool(tour, u"edit"_s);
    WizardDriver wizard(tour);
    if (!wizard.isOpen())
        return;
    wizard.showPage(PageId::Address);
    wizard.setText(u"ipv4-addresses"_s, u"198.51.100.10/24"_s);
    wizard.setText(u"ipv4-gateway"_s, u"198.51.100.1"_s);
    tour.picture(u"A wrong address is typed"_s);
    wizard.next(PageId::Review);
    wizard.waitForReview(u"198.51.100.10"_s);
    wizard.setText(u"ping"_s, u"198.51.100.1"_s); // without it the confirmation decides: the plan names another gateway
    tour.picture(u"The review of the wrong address"_s);
    QElapsedTimer clock;
    clock.start();
    tour.expectChange();
    wizard.next(PageId::Apply);
    const bool isBack = tour.waitForState(TransactionState::RolledBack, 120s);
    tour.report.check(isBack, u"It reverts by itself"_s,
                      isBack ? tour.transaction().reason : helper::transactionStateName(tour.transaction().state));
    tour.report.figure(u"From Apply until all was as before"_s,
                       u"%1 s"_s.arg(double(clock.elapsed()) / 1000, 0, 'f', 1));
    tour.picture(u"Reverted, and why"_s, 700ms);
    checkOldState(tour);
    wizard.close();
}

} // namespace bondwright::tour
