// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/removedialog.h"
#include "main/mainwindow.h"
#include "tour.h"
#include "wizard/otherhost.h"
#include "wizarddriver.h"

#include <QAbstractButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using bondwright::helper::TransactionState;

namespace bondwright::tour
{

void removeAgain(Tour &tour)
{
    tour.report.chapter(u"The bond is removed; the NICs get back what they had"_s);
    int exitCode = -1;
    const QString refused = run(u"setpriv"_s,
                                {u"--reuid"_s, u"games"_s, u"--clear-groups"_s, ui::bondctlPath(), u"--lang"_s, u"en"_s,
                                 u"remove"_s, u"bond0"_s, u"--confirm"_s, u"--yes"_s},
                                &exitCode);
    tour.report.check(exitCode == 3, u"polkit refuses a user who may only look (bondctl exits with 3)"_s,
                      refused.trimmed());
    pressTool(tour, u"remove"_s);
    auto *dialog = findWindow<ui::RemoveDialog>();
    if (!tour.report.check(dialog, u"Remove… asks"_s))
        return;
    auto *go = dialog->findChild<QAbstractButton *>(u"go"_s);
    waitUntil([go] { return go && go->isEnabled(); }, 20s);
    tour.picture(u"What removing the bond changes"_s);
    tour.expectChange();
    pressIn(tour, dialog, u"go"_s);
    tour.report.check(tour.waitForState(TransactionState::AwaitingConfirm, 60s), u"The removal waits to be kept"_s,
                      tour.transaction().reason);
    tour.picture(u"The banner counts down until the removal is kept"_s, 1s);
    pressIn(tour, &tour.window, u"banner-keep"_s);
    tour.report.check(tour.waitForState(TransactionState::Done, 15s), u"The removal is kept"_s);
    tour.report.check(waitUntil([&tour] { return !tour.bond(u"bond0"_s); }, 10s), u"bond0 is gone"_s);
    tour.report.check(waitUntil([&tour] { return tour.hasAddress(u"eth0"_s, QLatin1String(hostAddress)); }, 15s),
                      u"eth0 has its address back"_s);
    tour.report.check(tour.answers(QLatin1String(gateway)), u"The gateway answers through eth0"_s);
    tour.picture(u"Main window after the removal"_s, 700ms);
}

} // namespace bondwright::tour
