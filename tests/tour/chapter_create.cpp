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

void checkKernel(Tour &tour)
{
    const kernel::BondState *bond = tour.bond(u"bond0"_s);
    if (!tour.report.check(bond, u"The kernel has bond0"_s))
        return;
    tour.report.check(bond->mode == Mode::ActiveBackup, u"Its mode is active-backup"_s, kernelName(bond->mode));
    tour.report.check(bond->options.value(u"miimon"_s) == u"100", u"miimon is 100"_s);
    tour.report.check(bond->slaves.size() == 2, u"It has two slaves"_s, QString::number(bond->slaves.size()));
    tour.report.check(tour.hasAddress(u"bond0"_s, u"192.0.2.10/24"_s), u"The address moved to bond0"_s);
    tour.report.check(!tour.hasAddress(u"eth0"_s, u"192.0.2.10/24"_s), u"eth0 no longer has it"_s);
    tour.report.check(tour.answers(u"192.0.2.254"_s), u"The gateway answers through bond0"_s);
}

} // namespace

void createInTwoLanguages(Tour &tour)
{
    tour.report.chapter(u"The wizard: active-backup over two switches, with the card that carries the address"_s);
    WizardDriver wizard(tour, tour.window.createBond());
    if (!wizard.isOpen())
        return;
    wizard.chooseGoal(u"survive"_s);
    tour.picture(u"Mode page in Chinese"_s);
    wizard.next();
    wizard.chooseCards({u"eth0"_s, u"eth1"_s});
    tour.picture(u"Cards page in Chinese"_s);
    for (const QString &page : {u"Link monitoring"_s, u"Options"_s, u"Address"_s}) {
        wizard.next();
        tour.picture(page + u" page in Chinese"_s);
    }
    wizard.next();
    wizard.waitForReview();
    tour.picture(u"Review with the diff in Chinese"_s);

    tour.window.setLanguage(u"en"_s);
    tour.picture(u"The same review in English"_s);
    const QStringList pages{u"Address"_s, u"Options"_s, u"Link monitoring"_s, u"Cards"_s, u"Mode"_s};
    for (const QString &page : pages) {
        wizard.back();
        tour.picture(page + u" page in English"_s);
    }
    for (qsizetype i = 0; i < pages.size(); ++i)
        wizard.next();
    wizard.waitForReview();
    if (!wizard.applyUntilCountdown(60s)) {
        wizard.close();
        return;
    }
    tour.picture(u"Applied, waiting to be kept"_s);
    checkKernel(tour);
    wizard.press(u"keep"_s);
    tour.report.check(tour.waitForState(TransactionState::Done, 15s), u"The change is kept"_s,
                      helper::transactionStateName(tour.transaction().state));
    tour.picture(u"Kept"_s);
    wizard.close();
    tour.picture(u"Main window with a healthy bond"_s, 1500ms);
}

} // namespace bondwright::tour
