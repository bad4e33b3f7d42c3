// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window itself: without a helper, on a crowded host, its events, VLANs, a second bond like the first.

#include "cuttexts.h"
#include "domain/plandraft.h"
#include "helperclient/dbushelperclient.h"
#include "main/hosteventsdialog.h"
#include "main/mainwindow.h"
#include "tour.h"
#include "tourlab.h"
#include "wizard/wizardwindow.h"
#include "wizarddriver.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using bondwright::ui::PageId;

namespace bondwright::tour
{

namespace
{

constexpr int crowd = 36; // with the lab's four: 40 NICs

QString crowdName(int number)
{
    return u"enp%1s0f%2np%2"_s.arg(129 + number / 4).arg(number % 4);
}

void pictureInBoth(Tour &tour, const QString &caption)
{
    tour.picture(caption, 700ms);
    tour.window.setLanguage(u"zh_CN"_s);
    tour.picture(caption + u", in Chinese"_s, 700ms);
    tour.window.setLanguage(u"en"_s);
    live(200ms);
}

} // namespace

void withoutHelper(Tour &tour)
{
    tour.report.chapter(u"The program without its helper: what is missing, and how to get it"_s);
    helper::DbusHelperClient nobody(QDBusConnection(u"none"_s));
    ui::Services services = tour.services;
    services.helper = &nobody;
    services.events = nullptr;
    ui::MainWindow window(services);
    window.setGeometry(frame);
    window.show();
    live(500ms);
    pictureInBoth(tour, u"What is missing is said once, with the command"_s);
    ui::WizardWindow *wizard = window.createBond();
    wizard->setGeometry(frame);
    wizard->findChild<PlanDraft *>()->setSlaves({u"eth1"_s, u"eth2"_s});
    wizard->showPage(PageId::Review);
    auto *next = wizard->findChild<QWidget *>(u"next"_s);
    auto *files = wizard->findChild<QPlainTextEdit *>(u"diff"_s);
    tour.report.check(waitUntil([files] { return files && files->toPlainText().contains(u"bond0"_s); }, 20s),
                      u"The review shows the files all the same"_s);
    tour.report.check(next && !next->isEnabled(), u"Apply is off"_s, next ? next->toolTip() : QString());
    pictureInBoth(tour, u"The review without a helper"_s);
    wizard->close();
    wizard->close(); // asked once, because of the draft
    live(200ms);
}

void crowdedHost(Tour &tour)
{
    tour.report.chapter(u"A host with 40 NICs whose names differ in one letter"_s);
    for (int number = 0; number < crowd; ++number)
        run(u"ip"_s, {u"link"_s, u"add"_s, crowdName(number), u"type"_s, u"dummy"_s});
    tour.report.check(
        waitUntil([&tour] { return tour.services.source->snapshot().nicByName(crowdName(crowd - 1)) != nullptr; }, 10s),
        u"The kernel has 40 NICs"_s);
    pictureInBoth(tour, u"The list of NICs on a crowded host"_s);
    tour.report.check(ui::cutNames(&tour.window).isEmpty(), u"No name is cut in the main window"_s,
                      ui::cutNames(&tour.window).join(u' '));
    pressTool(tour, u"create"_s);
    WizardDriver wizard(tour);
    if (wizard.isOpen()) {
        wizard.showPage(PageId::Nics);
        pictureInBoth(tour, u"Choosing among 40 NICs"_s);
        auto *window = findWindow<ui::WizardWindow>();
        tour.report.check(window && ui::cutNames(window).isEmpty(), u"No name is cut in the wizard"_s);
        wizard.setText(u"nic-filter"_s, u"f3np3"_s);
        tour.picture(u"Filtered by a part of the name"_s);
        wizard.close();
    }
    for (int number = 0; number < crowd; ++number)
        run(u"ip"_s, {u"link"_s, u"delete"_s, crowdName(number)});
    waitUntil([&tour] { return tour.services.source->snapshot().nicByName(crowdName(0)) == nullptr; }, 10s);
}

void vlansAndDuplicate(Tour &tour)
{
    tour.report.chapter(u"A second bond like the first, with a VLAN that has IPv6"_s);
    auto *action = tour.window.findChild<QAction *>(u"duplicate"_s);
    if (!tour.report.check(action && action->isEnabled(), u"The bond can be duplicated"_s))
        return;
    action->trigger();
    live(500ms);
    WizardDriver wizard(tour);
    if (!wizard.isOpen())
        return;
    wizard.chooseNics({u"eth2"_s, u"eth3"_s});
    wizard.showPage(PageId::Address);
    wizard.press(u"vlan-add"_s);
    wizard.press(u"vlan-ipv6-2"_s); // manual
    wizard.setText(u"vlan-ipv6-addresses"_s, u"2001:db8::5/64"_s);
    pictureInBoth(tour, u"A VLAN has the same address fields as the bond"_s);
    const auto *window = findWindow<ui::WizardWindow>();
    const BondPlan plan = window ? window->findChild<PlanDraft *>()->plan() : BondPlan();
    tour.report.check(plan.vlans.size() == 1
                          && plan.vlans.value(0).ipv6.addresses.texts() == QStringList{u"2001:db8::5/64"_s},
                      u"The plan has the VLAN with its IPv6 address"_s, QString::fromUtf8(planToJson(plan)));
    tour.report.check(plan.name == u"bond1", u"It has a free name"_s, plan.name);
    wizard.showPage(PageId::Review);
    tour.picture(u"The review of the second bond"_s, 2s);
    wizard.close();
}

void eventsOfTheHost(Tour &tour)
{
    tour.report.chapter(u"The events of the host, those of a bond that is gone included"_s);
    auto *recent = tour.window.findChild<QAbstractButton *>(u"recent-events"_s);
    if (!tour.report.check(recent && recent->isVisible(), u"The status bar leads to the events"_s))
        return;
    recent->click();
    auto *dialog = findWindow<ui::HostEventsDialog>();
    if (!tour.report.check(dialog, u"The events are shown"_s))
        return;
    dialog->setGeometry(frame);
    const auto *bonds = dialog->findChild<QComboBox *>(u"events-bond"_s);
    tour.report.check(bonds && bonds->findData(u"bond0"_s) > 0, u"The removed bond0 can be chosen"_s);
    const auto *table = dialog->findChild<QAbstractItemView *>(u"events"_s);
    tour.report.check(table && table->model()->rowCount() > 0, u"Its events are there"_s);
    pictureInBoth(tour, u"The events of the host"_s);
    dialog->close();
    live(200ms);
}

} // namespace bondwright::tour
