// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/mainwindow.h"
#include "main/sidebar.h"
#include "tour.h"
#include "tourlab.h"
#include "wizard/wizardwindow.h"
#include "wizarddriver.h"

#include <QApplication>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using bondwright::helper::TransactionState;

namespace bondwright::tour
{

void changeThatCutsOff(Tour &tour)
{
    tour.report.chapter(u"A change that would cut this host off, and how it is taken back"_s);
    tour.window.editBond();
    ui::WizardWindow *window = nullptr;
    const bool isOpen = waitUntil(
        [&window] {
            for (QWidget *top : QApplication::topLevelWidgets()) {
                if (auto *one = qobject_cast<ui::WizardWindow *>(top); one && one->isVisible())
                    window = one;
            }
            return window != nullptr;
        },
        10s);
    if (!isOpen) {
        tour.report.check(false, u"Edit… opens the wizard with the bond's plan"_s);
        return;
    }
    WizardDriver wizard(tour, window);
    window->showPage(ui::PageId::Address);
    live(500ms);
    wizard.setText(u"ipv4-addresses"_s, u"198.51.100.10/24"_s);
    wizard.setText(u"ipv4-gateway"_s, u"198.51.100.1"_s);
    tour.picture(u"A wrong address is typed"_s);
    wizard.next();
    wizard.waitForReview();
    tour.picture(u"The review of the wrong address"_s);
    QElapsedTimer clock;
    clock.start();
    wizard.next();
    const bool isBack = tour.waitForState(TransactionState::RolledBack, 120s);
    tour.report.check(isBack, u"It is taken back by itself"_s,
                      isBack ? u"after %1 s: %2"_s.arg(clock.elapsed() / 1000).arg(tour.transaction().reason)
                             : helper::transactionStateName(tour.transaction().state));
    tour.picture(u"Taken back, and why"_s, 1500ms);
    tour.report.check(waitUntil([&tour] { return tour.hasAddress(u"bond0"_s, u"192.0.2.10/24"_s); }, 10s),
                      u"bond0 has its address again"_s);
    tour.report.check(tour.answers(u"192.0.2.254"_s), u"The gateway answers again"_s);
    wizard.close();
}

} // namespace bondwright::tour
