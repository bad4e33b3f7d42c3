// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The tour's chapter about other hosts: on the administrator's machine of the rack, with real ssh to real servers.
#include "hosts/addhostdialog.h"
#include "hosts/hostpage.h"
#include "hosts/hostswindow.h"
#include "hosts/questiondialog.h"
#include "hosts/rolloutwindow.h"
#include "i18n/language.h"
#include "kernel/localkernelsource.h"
#include "main/mainwindow.h"
#include "makehost.h"
#include "monitor/monitorwindow.h"
#include "practice.h"
#include "tests/support/deafness.h"
#include "wizarddriver.h"

#include <QCheckBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStandardPaths>
#include <QTextStream>
#include <QTreeView>
#include <QTreeWidget>

using namespace bondwright;
using namespace bondwright::tour;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using bondwright::helper::TransactionState;
using bondwright::ui::PageId;

namespace
{

struct Stage {
    TourReport &report;
    ui::HostsWindow &window;
    QMap<QString, ui::Services> services; ///< of each host that was made last

    /// The page's main window, once the host's state is there. @return its way to drive
    std::unique_ptr<Tour> open(const QString &host)
    {
        window.openHost(host);
        ui::HostPage *page = nullptr;
        waitUntil(
            [&] {
                for (ui::HostPage *one : window.findChildren<ui::HostPage *>())
                    page = one->isVisible() && one->window() ? one : page;
                return page != nullptr;
            },
            30s);
        if (!report.check(page, u"%1 shows its state"_s.arg(host)))
            return nullptr;
        return std::make_unique<Tour>(report, services.value(host), *page->window());
    }
    void picture(const QString &caption) { Tour(report, services.first(), *window.here()).picture(caption, 700ms); }
};

void addAHost(Stage &stage, const QString &host)
{
    stage.report.chapter(u"A server is added, step by step"_s);
    stage.window.addHost();
    auto *dialog = findWindow<ui::AddHostDialog>();
    if (!stage.report.check(dialog, u"Add host… opens"_s))
        return;
    dialog->findChild<QLineEdit *>(u"name"_s)->setText(host);
    QElapsedTimer clock;
    clock.start();
    dialog->findChild<QPushButton *>(u"test"_s)->click();
    const auto *steps = dialog->findChild<QTreeWidget *>(u"steps"_s);
    const bool isDone = waitUntil([steps] { return steps->topLevelItem(5)->text(1) == u"in order"; }, 30s);
    stage.report.check(isDone, u"All six steps are in order"_s, steps->topLevelItem(3)->text(1));
    stage.report.figure(u"name to authorisation"_s, u"%1 ms"_s.arg(clock.elapsed()));
    stage.picture(u"The way to a server, step by step"_s);
    dialog->findChild<QPushButton *>(u"add"_s)->click();
}

/// A bond of eth0 and eth1, as far as the review.
void fillWizard(WizardDriver &wizard, const QString &address)
{
    wizard.chooseGoal(u"survive"_s);
    wizard.next(PageId::Nics);
    wizard.chooseNics({u"eth0"_s, u"eth1"_s});
    for (const PageId page : {PageId::Monitoring, PageId::Options, PageId::Address})
        wizard.next(page);
    // No server gives addresses here: with DHCP, which the wizard proposes for NICs without one, the change would revert.
    wizard.press(u"ipv4-2"_s);
    wizard.setText(u"ipv4-addresses"_s, address);
    wizard.next(PageId::Review);
}

void keepChange(Stage &stage, Tour &tour, WizardDriver &wizard)
{
    wizard.press(u"keep"_s);
    stage.report.check(tour.waitForState(TransactionState::Done, 30s), u"Kept over a new connection"_s,
                       tour.transaction().reason);
    tour.picture(u"The new connection is a step with its time"_s, 1s);
    wizard.close();
}

void createThere(Stage &stage, const QString &host)
{
    stage.report.chapter(u"A bond on a server, from the workstation"_s);
    const auto tour = stage.open(host);
    if (!tour)
        return;
    stage.picture(u"A server in the window"_s);
    pressTool(*tour, u"create"_s);
    WizardDriver wizard(*tour);
    if (!wizard.isOpen())
        return;
    fillWizard(wizard, u"192.0.2.3/24"_s);
    wizard.waitForReview(u"bond0.nmconnection"_s);
    tour->picture(u"The review names the server"_s);
    tour->expectChange();
    if (!wizard.applyUntilCountdown(90s))
        return wizard.close();
    tour->picture(u"Applied on the server, waiting to be kept"_s, 1s);
    keepChange(stage, *tour, wizard);
    stage.report.check(waitUntil([&tour] { return tour->bond(u"bond0"_s); }, 10s), u"The server has bond0"_s);
}

void pullACable(Stage &stage, const QString &host)
{
    stage.report.chapter(u"A cable of the server is pulled"_s);
    const auto tour = stage.open(host);
    if (!tour)
        return;
    tour->window.openMonitor(u"bond0"_s);
    live(3s);
    const kernel::BondState *bond = tour->bond(u"bond0"_s);
    const QString active
        = bond && bond->activeSlave ? tour->services.source->snapshot().nics.value(*bond->activeSlave).name : QString();
    tour->forgetEvents();
    run(u"ssh"_s, {host, u"pull"_s, active.mid(3)});
    stage.report.check(waitUntil([&tour] { return tour->failover().has_value(); }, 10s),
                       u"The failover is on the workstation"_s, active);
    tour->picture(u"The server's monitor after the pull"_s, 2s);
    if (auto *monitor = findWindow<ui::MonitorWindow>(1s))
        monitor->close();
    stage.window.findChild<QListView *>(u"host-list"_s)->setCurrentIndex({});
    stage.window.findChild<QListView *>(u"host-list"_s)
        ->setCurrentIndex(stage.window.findChild<QListView *>(u"host-list"_s)->model()->index(0, 0));
    const auto *table = stage.window.findChild<QTreeView *>(u"all-hosts"_s);
    stage.report.check(waitUntil([&] { return table->model()->index(0, 0).data().toString() == host; }, 5s),
                       u"All hosts has it first"_s, table->model()->index(0, 0).data().toString());
    stage.picture(u"All hosts: the worst first"_s);
    run(u"ssh"_s, {host, u"plug"_s, active.mid(3)});
    live(1s);
}

static void chooseAlone(models::RolloutModel &model, int row)
{
    for (int other = 0; other < model.rowCount(); ++other)
        model.setData(model.index(other, models::RolloutModel::Host), other == row ? Qt::Checked : Qt::Unchecked,
                      Qt::CheckStateRole);
}

/// What one server has, on another: over Ansible.
void rollOut(Stage &stage, const QString &from, const QString &to)
{
    stage.report.chapter(u"The other servers are made like this one"_s);
    stage.open(to);
    const auto tour = stage.open(from);
    if (!tour)
        return;
    tour->window.selectBond(u"bond0"_s);
    live(1s);
    tour->window.rollOut();
    auto *window = findWindow<ui::RolloutWindow>();
    if (!stage.report.check(window, u"Roll out… opens"_s))
        return;
    window->setGeometry(frame);
    const auto button = [window](const char *name) { return window->findChild<QPushButton *>(QLatin1String(name)); };
    const int row = window->findChild<models::RolloutModel *>()->rowCount() - 1; // the last that was added
    const auto cell = [window, row](int column) {
        return window->findChild<models::RolloutModel *>()->index(row, column).data().toString();
    };
    stage.report.check(cell(models::RolloutModel::Host) == to, u"The other server is offered"_s,
                       cell(models::RolloutModel::Host));
    chooseAlone(*window->findChild<models::RolloutModel *>(), row);
    window->findChild<models::RolloutModel *>()->setData(
        window->findChild<models::RolloutModel *>()->index(row, models::RolloutModel::Address), u"192.0.2.2/24"_s,
        Qt::EditRole);
    button("check")->click();
    stage.report.check(waitUntil([&] { return button("go")->isEnabled(); }, 120s), u"All could be checked"_s,
                       window->findChild<QLabel *>(u"rollout-state"_s)->text());
    window->findChild<QTreeView *>()->setCurrentIndex(window->findChild<models::RolloutModel *>()->index(row, 0));
    tour->picture(u"What would change on the other server"_s, 1s);
    button("go")->click();
    tour->picture(u"The roll-out runs"_s, 5s);
    stage.report.check(waitUntil([&] { return button("save-report")->isEnabled(); }, 180s), u"It comes to its end"_s);
    stage.report.check(cell(models::RolloutModel::Stage) == u"gate passed", u"The gate is passed"_s,
                       cell(models::RolloutModel::Stage) + u' ' + cell(models::RolloutModel::Details));
    tour->picture(u"The other server has it"_s, 1s);
    window->close();
}

/// The same by an ordinary user whose sudo asks: a wrong password is told at once, the right one is taken.
void rollOutBySudo(Stage &stage, const QString &from, const QString &to)
{
    stage.report.chapter(u"Rolled out by a user whose sudo asks for a password"_s);
    const auto tour = stage.open(from);
    if (!tour)
        return;
    tour->window.selectBond(u"bond0"_s);
    live(1s);
    tour->window.rollOut();
    auto *window = findWindow<ui::RolloutWindow>();
    if (!stage.report.check(window, u"Roll out… opens"_s))
        return;
    window->setGeometry(frame);
    auto *model = window->findChild<models::RolloutModel *>();
    const auto button = [window](const char *name) { return window->findChild<QPushButton *>(QLatin1String(name)); };
    const auto said = [window] { return window->findChild<QLabel *>(u"rollout-state"_s)->text(); };
    int row = model->rowCount() - 1;
    while (row > 0 && model->name(row) != to)
        --row;
    chooseAlone(*model, row);
    model->setData(model->index(row, models::RolloutModel::Address), u"192.0.2.22/24"_s, Qt::EditRole);
    window->findChild<QCheckBox *>(u"sudo"_s)->setChecked(true);
    const auto stageOf = [&] { return model->index(row, models::RolloutModel::Stage).data().toString(); };
    const auto answer = [&](const QString &password) {
        button("check")->click();
        auto *dialog = window->findChild<ui::QuestionDialog *>();
        if (!stage.report.check(dialog, u"The password of sudo is asked for"_s))
            return;
        dialog->findChild<QLineEdit *>(u"answer"_s)->setText(password);
        dialog->findChild<QPushButton *>(u"yes"_s)->click();
    };
    answer(u"wrong"_s);
    stage.report.check(waitUntil([&] { return said().contains(u"did not take the password"); }, 120s),
                       u"A wrong one is told, and what to do"_s, said());
    tour->picture(u"sudo did not take the password"_s, 1s);
    live(1s);
    answer(u"rack"_s);
    stage.report.check(waitUntil([&] { return button("go")->isEnabled(); }, 180s), u"All could be checked"_s, said());
    stage.report.check(stageOf() == u"would change", u"The other server has another address"_s, stageOf());
    button("go")->click();
    stage.report.check(waitUntil([&] { return button("save-report")->isEnabled(); }, 180s), u"It comes to its end"_s);
    stage.report.check(stageOf() == u"gate passed", u"sudo let it in: the gate is passed"_s, stageOf() + u' ' + said());
    window->close();
}

void askedForAPassword(Stage &stage, const QString &host)
{
    stage.report.chapter(u"An ordinary user: the server's polkit asks here"_s);
    const auto tour = stage.open(host);
    auto *dialog = findWindow<ui::QuestionDialog>();
    if (!tour || !stage.report.check(dialog, u"The question is on the workstation"_s))
        return;
    tour->picture(u"Authentication is required on the server"_s);
    dialog->findChild<QLineEdit *>(u"answer"_s)->setText(u"secret-of-root"_s);
    dialog->findChild<QPushButton *>(u"yes"_s)->click();
    stage.report.check(waitUntil([&] { return !findWindow<ui::QuestionDialog>(100ms); }, 20s)
                           || findWindow<ui::QuestionDialog>(100ms),
                       u"The answer is taken"_s);
    while (auto *more = findWindow<ui::QuestionDialog>(3s)) { // polkit keeps nothing for a user without a session
        more->findChild<QLineEdit *>(u"answer"_s)->setText(u"secret-of-root"_s);
        more->findChild<QPushButton *>(u"yes"_s)->click();
        live(1s);
    }
    stage.report.check(tour->services.helper->isReachable(), u"The server's helper is reached"_s);
}

void cutOff(Stage &stage, const QString &host, Deafness &deafness)
{
    stage.report.chapter(u"The way to a server is cut"_s);
    const auto tour = stage.open(host);
    if (!tour)
        return;
    run(u"mgmt"_s, {u"cut"_s, host});
    deafness.forget();
    QElapsedTimer clock;
    clock.start();
    const bool isSeen = waitUntil([&tour] { return !tour->window.centralWidget()->isEnabled(); }, 40s);
    const qint64 worst = deafness.worst();
    stage.report.check(isSeen, u"It is noticed, and what was last seen stays"_s);
    stage.report.figure(u"cut to noticed"_s, u"%1 s"_s.arg(double(clock.elapsed()) / 1000, 0, 'f', 1));
    tour->picture(u"Last seen, greyed"_s, 1s);
    run(u"mgmt"_s, {u"plug"_s, host});
    deafness.forget();
    stage.report.check(waitUntil([&tour] { return tour->window.centralWidget()->isEnabled(); }, 90s),
                       u"It comes back by itself"_s);
    stage.report.figure(u"longest time the window was deaf"_s, u"%1 ms"_s.arg(std::max(worst, deafness.worst())));
}

/// A server of release 6 without Bondwright: by the script that is sent to it.
void changeByScript(Stage &stage, const QString &host)
{
    stage.report.chapter(u"A server without Bondwright is changed by a script"_s);
    const auto tour = stage.open(host);
    if (!tour)
        return;
    stage.report.check(waitUntil([&tour] { return tour->services.helper->isReachable(); }, 30s),
                       u"There is a script for its release"_s);
    tour->picture(u"A server without Bondwright"_s, 1s);
    pressTool(*tour, u"create"_s);
    WizardDriver wizard(*tour);
    if (!wizard.isOpen())
        return;
    fillWizard(wizard, u"192.0.2.1/24"_s);
    wizard.waitForReview(u"ifcfg-bond0"_s);
    tour->picture(u"What the script would change there"_s);
    tour->expectChange();
    if (!wizard.applyUntilCountdown(120s))
        return wizard.close();
    tour->picture(u"The script has run, and waits to be confirmed"_s, 1s);
    keepChange(stage, *tour, wizard);
    stage.report.check(waitUntil([&tour] { return tour->bond(u"bond0"_s); }, 15s), u"The server has bond0"_s);
}

/// Other hosts, in the rack.
void others(TourReport &report, const QStringList &names)
{
    kernel::LocalKernelSource source;
    const std::unique_ptr<helper::HelperClient> helper(helper::createHelperClient());
    ui::Services here;
    here.source = &source;
    here.helper = helper.get();
    source.start();
    QMap<QString, ui::Services> *made = nullptr;
    ui::HostsWindow window(here, [&made](const QString &name) {
        auto host = makeHost(name, {});
        made->insert(name, host->services);
        return host;
    });
    Stage stage{report, window, {{u""_s, here}}};
    made = &stage.services;
    window.setGeometry(frame);
    window.show();
    live(1s);
    if (names.size() == 1)
        return changeByScript(stage, names.first());
    Deafness deafness;
    addAHost(stage, names.at(0));
    stage.open(names.at(1));
    createThere(stage, names.at(0));
    pullACable(stage, names.at(0));
    rollOut(stage, names.at(0), names.at(3));
    askedForAPassword(stage, names.at(2));
    if (!qEnvironmentVariableIsSet("BONDWRIGHT_BRIEF_TOUR"))
        rollOutBySudo(stage, names.at(0), names.at(2));
    cutOff(stage, names.at(1), deafness);
}

} // namespace

int main(int argc, char **argv)
{
    const bool isPractice = argc == 3 && QByteArray(argv[1]) == "--practice";
    if (argc != 6 && argc != 3) {
        QTextStream(stderr) << "usage: bondwright-hosttour FOLDER HOST OTHERHOST USER@HOST THIRDHOST   (in the rack)\n"
                               "       bondwright-hosttour FOLDER HOSTWITHOUTBONDWRIGHT                (in the rack)\n"
                               "       bondwright-hosttour --practice FOLDER\n";
        return 2;
    }
    QApplication app(argc, argv);
    if (const auto missing = host::PracticeMachine::obstacle(); isPractice && missing) { // it looks beside the program
        QTextStream(stderr) << missing->message << ' ' << missing->hint << '\n';
        return 77;
    }
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"bondwright"_s);
    QCoreApplication::setApplicationName(u"bondwright"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(BONDWRIGHT_VERSION));
    i18n::installLanguage(u"en"_s);
    const QStringList words = QCoreApplication::arguments();
    TourReport report{QDir(words.at(isPractice ? 2 : 1))};
    if (isPractice)
        practice(report);
    else
        others(report, words.mid(2));
    if (!report.write(isPractice ? u"Bondwright: the practice host"_s : u"Bondwright: other hosts"_s))
        return 1;
    return report.failures() == 0 ? 0 : 1;
}
