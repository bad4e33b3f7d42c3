// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Makes pictures of every page and state: bondwright-screens OUT [--lang L] [--dark] [--font FACTOR] [--width PIXELS] [--height PIXELS] [--tag T].
// tests/ui/screens runs it in all variants. Ends with 1 if a text is cut or widgets overlap.

#include "screens.h"
#include "common/pendingchange.h"
#include "diagnosis/healthkeeper.h"
#include "dialogs/aboutdialog.h"
#include "dialogs/backupsdialog.h"
#include "dialogs/helpdialog.h"
#include "dialogs/importdialog.h"
#include "dialogs/preferencesdialog.h"
#include "dialogs/removedialog.h"
#include "dialogs/renamedialog.h"
#include "domain/plandraft.h"
#include "i18n/language.h"
#include "main/bondpane.h"
#include "main/mainwindow.h"
#include "main/sidebar.h"
#include "samplehost.h"
#include "tests/ui/preparewindows.h"
#include "wizard/wizardwindow.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QStyleFactory>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>
#include <QToolButton>

using namespace bondwright;
using namespace bondwright::ui;
using namespace Qt::StringLiterals;
using helper::TransactionState;

namespace
{

QPalette darkPalette()
{
    QPalette dark;
    const QColor window(0x26, 0x2a, 0x2e), base(0x1e, 0x22, 0x26), text(0xee, 0xf0, 0xf2);
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
        const QColor ink = group == QPalette::Disabled ? QColor(0x80, 0x86, 0x8c) : text;
        dark.setColor(group, QPalette::Window, window);
        dark.setColor(group, QPalette::Base, base);
        dark.setColor(group, QPalette::AlternateBase, QColor(0x23, 0x27, 0x2b));
        dark.setColor(group, QPalette::Button, QColor(0x33, 0x38, 0x3d));
        dark.setColor(group, QPalette::ToolTipBase, window);
        dark.setColor(group, QPalette::Light, QColor(0x44, 0x4a, 0x50));
        dark.setColor(group, QPalette::Mid, QColor(0x1a, 0x1d, 0x20));
        dark.setColor(group, QPalette::Dark, QColor(0x14, 0x16, 0x18));
        dark.setColor(group, QPalette::Shadow, Qt::black);
        dark.setColor(group, QPalette::Highlight, QColor(0x3d, 0x8e, 0xc9));
        dark.setColor(group, QPalette::HighlightedText, Qt::white);
        dark.setColor(group, QPalette::PlaceholderText, QColor(0x8a, 0x90, 0x96));
        for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
            dark.setColor(group, role, ink);
    }
    return dark;
}

/// Each NIC of the sample host in a port of one of two switches.
neighbours::SwitchPorts switchPorts()
{
    neighbours::SwitchPorts ports;
    for (int number = 0; number < 8; ++number) {
        neighbours::SwitchPort port;
        port.chassis = port.system = number % 2 == 0 ? u"sw-rack4-a"_s : u"sw-rack4-b"_s;
        port.port = u"GigabitEthernet1/0/%1"_s.arg(number + 7);
        port.vlan = 10;
        ports.insert(u"eth%1"_s.arg(number), port);
    }
    return ports;
}

void shootMain(Camera *camera)
{
    Stage stage;
    stage.source.setSnapshot(hostWithoutBond());
    const helper::Configuration configured = stage.helper.config;
    stage.helper.config = {};
    MainWindow window(stage.services);
    window.resize(camera->size());
    window.show();
    camera->shoot(&window, u"main-empty"_s);
    stage.helper.config = configured;
    stage.source.setSnapshot(hostWithBonds());
    camera->shoot(&window, u"main-healthy"_s);
    diagnosis::HealthKeeper::of(&stage.source)->setHeardPorts(switchPorts());
    camera->shoot(&window, u"main-switch-ports"_s);
    kernel::BondEvent event;
    event.kind = kernel::EventKind::SlaveDown;
    event.bond = u"bond0"_s;
    event.slave = u"eth3"_s;
    event.reason = kernel::EventReason::CarrierLost;
    event.wallTime = QDateTime::currentDateTime().addSecs(-192);
    stage.source.tell(event);
    event.id = 1;
    event.kind = kernel::EventKind::RedundancyDegraded;
    stage.source.tell(event);
    kernel::Snapshot host = hostWithDeadLink();
    host.bonds[20].options[u"updelay"_s] = u"400"_s;
    host.nics[20].addresses += IpNetworks{u"10.7.0.1/24"_s};
    stage.source.hostTime = event.wallTime;
    stage.source.setSnapshot(host);
    stage.source.hostTime = {};
    BondPane *pane = window.bondPane();
    const QStringList names{u"status"_s, u"traffic"_s, u"events"_s, u"configuration"_s, u"switch"_s};
    for (const QString &bond : {u"bond0"_s, u"bond1"_s}) {
        window.findChild<SideBar *>()->selectBond(bond == u"bond0" ? 20 : 21);
        for (int tab = BondPane::Status; tab <= BondPane::Switch; ++tab) {
            pane->findChild<QTabWidget *>()->setCurrentIndex(tab);
            camera->shoot(&window, u"main-%1-%2"_s.arg(bond, names.at(tab)));
        }
    }
    pane->findChild<QTabWidget *>()->setCurrentIndex(BondPane::Status);
    window.findChild<QAbstractItemView *>(u"nic-list"_s)->setFocus();
    QTest::keyClick(window.findChild<QAbstractItemView *>(u"nic-list"_s), Qt::Key_Home);
    QTest::keyClick(window.findChild<QAbstractItemView *>(u"nic-list"_s), Qt::Key_Space);
    camera->shoot(&window, u"main-nic"_s);
    stage.helper.now.id = u"t1"_s;
    stage.helper.now.action = bondwright::ChangeAction::Apply;
    stage.helper.now.bond = u"bond0"_s;
    stage.helper.advance(TransactionState::AwaitingConfirm, 43);
    window.findChild<SideBar *>()->selectBond(20);
    camera->shoot(&window, u"main-pending"_s);
    stage.helper.setReachable(false);
    camera->shoot(&window, u"main-no-helper"_s);
}

void shootTroubles(Camera *camera)
{
    Stage stage;
    kernel::Snapshot bare = hostWithoutBond();
    bare.bondingDriver = false;
    stage.source.setSnapshot(bare);
    stage.helper.caps.bondingDriver = false;
    stage.helper.caps.networkManagerRunning = false;
    MainWindow window(stage.services);
    window.resize(camera->size());
    window.show();
    QTest::qWait(20);
    camera->shoot(&window, u"main-troubles"_s);
}

void shootWizard(Camera *camera)
{
    Stage stage;
    stage.source.setSnapshot(hostWithoutBond());
    PendingChange pending(&stage.helper);
    WizardWindow window(stage.services, &pending);
    window.startNew();
    window.resize(camera->size());
    window.show();
    PlanDraft *draft = window.findChild<PlanDraft *>();
    camera->shoot(&window, u"wizard-1-mode"_s);
    draft->setGoal(Goal::BothWithLacp);
    camera->shoot(&window, u"wizard-1-goal"_s);
    draft->setMode(Mode::ActiveBackup);
    window.showPage(PageId::Nics);
    camera->shoot(&window, u"wizard-2-none-chosen"_s);
    diagnosis::HealthKeeper::of(&stage.source)->setHeardPorts(switchPorts());
    camera->shoot(&window, u"wizard-2-switch-ports"_s);
    diagnosis::HealthKeeper::of(&stage.source)->setHeardPorts({});
    draft->setSlaves({u"eth0"_s, u"eth1"_s});
    camera->shoot(&window, u"wizard-2-nics"_s);
    window.showPage(PageId::Monitoring);
    camera->shoot(&window, u"wizard-3-mii"_s);
    draft->setMonitoring(MonitoringKind::Arp);
    camera->shoot(&window, u"wizard-3-arp"_s);
    draft->setMonitoring(MonitoringKind::Mii);
    for (const ModeInfo &info : allModes()) {
        draft->setMode(info.mode);
        window.showPage(PageId::Options);
        if (auto *more = window.findChild<QToolButton *>(u"more"_s))
            more->setChecked(info.mode == Mode::Ieee8023ad);
        camera->shoot(&window, u"wizard-4-options-%1"_s.arg(int(info.mode)));
    }
    draft->setMode(Mode::Ieee8023ad);
    window.showPage(PageId::Address);
    camera->shoot(&window, u"wizard-5-address"_s);
    IpConfig wrong = draft->ipv4();
    wrong.gateway = u"10.1.1.1"_s;
    draft->setIpv4(wrong);
    camera->shoot(&window, u"wizard-5-address-wrong"_s);
    draft->setOption(u"miimon"_s, u"0"_s);
    window.showPage(PageId::Review);
    QTest::qWait(250);
    camera->shoot(&window, u"wizard-6-review-errors"_s);
    draft->setOption(u"miimon"_s, u"100"_s);
    draft->takeOver(u"eth0"_s);
    QTest::qWait(250);
    camera->shoot(&window, u"wizard-6-review-lacp"_s);
    draft->setMode(Mode::ActiveBackup);
    QTest::qWait(250);
    camera->shoot(&window, u"wizard-6-review"_s);
    QTest::mouseClick(window.findChild<QWidget *>(u"next"_s), Qt::LeftButton);
    QTest::qWait(20);
    const bool isChinese = i18n::currentLanguage() == u"zh_CN";
    stage.helper.step(0, 4, isChinese ? u"保存现有文件"_s : u"Saving the files as they are"_s, true, 38);
    stage.helper.step(1, 4, isChinese ? u"写入新文件"_s : u"Writing the new files"_s, false);
    stage.helper.advance(TransactionState::Writing);
    camera->shoot(&window, u"wizard-7-applying"_s);
    stage.helper.advance(TransactionState::AwaitingConfirm, 60);
    stage.helper.advance(TransactionState::AwaitingConfirm, 43);
    camera->shoot(&window, u"wizard-7-countdown"_s);
    stage.helper.advance(TransactionState::Done);
    camera->shoot(&window, u"wizard-7-kept"_s);
    window.showPage(PageId::Review);
    QTest::qWait(250);
    QTest::mouseClick(window.findChild<QWidget *>(u"next"_s), Qt::LeftButton);
    QTest::qWait(20);
    stage.helper.advance(TransactionState::AwaitingConfirm, 60);
    stage.helper.now.differences = {isChinese ? u"eth1 没有链路"_s : u"The link of eth1 is down."_s};
    stage.helper.advance(TransactionState::RolledBack, 0,
                         isChinese ? u"没有人及时保留。"_s : u"Nobody kept it in time."_s);
    camera->shoot(&window, u"wizard-7-rolled-back"_s);
    draft->setTarget({TargetKind::Folder, 6, FormatId::Ifcfg});
    window.showPage(PageId::Mode);
    camera->shoot(&window, u"wizard-1-other-host"_s);
    window.showPage(PageId::Nics);
    camera->shoot(&window, u"wizard-2-other-host"_s);
    draft->setTarget({});
    window.showPage(PageId::Address);
    VlanPlan vlan;
    vlan.id = 20;
    draft->setVlans({vlan});
    draft->setMtu(9000);
    camera->shoot(&window, u"wizard-5-address-more"_s);
}

void shootCrowded(Camera *camera)
{
    Stage stage;
    stage.source.setSnapshot(crowdedHost());
    MainWindow window(stage.services);
    window.show();
    camera->shoot(&window, u"crowded-main"_s);
    window.findChild<SideBar *>()->selectBond(101);
    camera->shoot(&window, u"crowded-main-lacp"_s);
    PendingChange pending(&stage.helper);
    WizardWindow wizard(stage.services, &pending);
    wizard.startNew();
    wizard.show();
    wizard.showPage(PageId::Nics);
    camera->shoot(&wizard, u"crowded-wizard"_s);
    wizard.findChild<PlanDraft *>()->setSlaves({u"enp138s0f1np1"_s, u"enp138s0f2np2"_s});
    wizard.showPage(PageId::Review);
    QTest::qWait(250);
    camera->shoot(&wizard, u"crowded-review"_s);
    stage.helper.setReachable(false);
    QTest::qWait(1500);
    camera->shoot(&wizard, u"crowded-review-no-helper"_s);
    camera->shoot(&window, u"crowded-main-no-helper"_s);
}

void shootDialogs(Camera *camera)
{
    Stage stage;
    stage.source.setSnapshot(hostWithBonds());
    PendingChange pending(&stage.helper);
    const auto shoot = [camera](QDialog *dialog, const QString &name) {
        dialog->show();
        camera->shoot(dialog, name);
    };
    BackupsDialog backups(stage.services, &pending);
    shoot(&backups, u"dialog-backups"_s);
    RemoveDialog remove(stage.services, &pending, u"bond0"_s);
    shoot(&remove, u"dialog-remove"_s);
    BondPlan plan;
    plan.name = u"bond0"_s;
    RenameDialog rename(stage.services, &pending, plan);
    rename.findChild<QLineEdit *>(u"newName"_s)->setText(u"uplink"_s);
    shoot(&rename, u"dialog-rename"_s);
    ImportDialog import;
    shoot(&import, u"dialog-import"_s);
    const QTemporaryDir other;
    QDir(other.path()).mkpath(u"etc/sysconfig/network-scripts"_s);
    QFile file(other.filePath(u"etc/sysconfig/network-scripts/ifcfg-bond0"_s));
    if (!file.open(QIODevice::WriteOnly)
        || file.write("DEVICE=bond0\nIPADDR=10.0.0.5\nPREFIX=24\nIPADDR1=300.1.1.1\n"
                      "BONDING_OPTS='mode=active-backup miimon=100 wobble=2'\n")
            < 0)
        qFatal("there is no room for files");
    file.close();
    import.read(other.path());
    (void)QTest::qWaitFor([&import] { return import.findChild<QListWidget *>(u"found"_s)->count() > 0; }, 20'000);
    shoot(&import, u"dialog-import-read"_s);
    PreferencesDialog preferences;
    shoot(&preferences, u"dialog-preferences"_s);
    HelpDialog help;
    shoot(&help, u"dialog-help"_s);
    AboutDialog about(stage.helper.caps);
    shoot(&about, u"dialog-about"_s);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QTextStream out(stdout);
    prepareWindows(u"screens"_s);
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    const QStringList words = QCoreApplication::arguments();
    const auto value = [&words](const QString &name, const QString &standard) {
        const auto at = words.indexOf(name);
        return at > 0 ? words.value(at + 1) : standard;
    };
    if (words.size() < 2 || words.at(1).startsWith(u'-')) {
        out << "bondwright-screens OUT [--lang L] [--dark] [--font FACTOR] [--width PIXELS] [--height PIXELS] [--tag "
               "T]\n";
        return 2;
    }
    QDir().mkpath(words.at(1));
    i18n::installLanguage(value(u"--lang"_s, u"en"_s));
    if (words.contains(u"--dark"_s))
        QApplication::setPalette(darkPalette());
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * value(u"--font"_s, u"1"_s).toDouble());
    QApplication::setFont(font);
    Camera camera(words.at(1), value(u"--tag"_s, i18n::currentLanguage()));
    camera.setSize({value(u"--width"_s, u"1024"_s).toInt(), value(u"--height"_s, u"700"_s).toInt()});
    const QString only = value(u"--only"_s, QString());
    if (only.isEmpty() || only == u"main")
        shootMain(&camera);
    if (only.isEmpty() || only == u"main")
        shootTroubles(&camera);
    if (only.isEmpty() || only == u"wizard")
        shootWizard(&camera);
    if (only.isEmpty() || only == u"crowded")
        shootCrowded(&camera);
    if (only.isEmpty() || only == u"dialogs")
        shootDialogs(&camera);
    if (only.isEmpty() || only == u"monitor")
        shootMonitor(&camera);
    if (only.isEmpty() || only == u"test")
        shootFailoverTest(&camera);
    if (only.isEmpty() || only == u"rollout")
        shootRollout(&camera);
    for (const QString &fault : camera.faults())
        out << fault << '\n';
    out << camera.count() << " pictures, " << camera.faults().size() << " faults\n";
    return camera.faults().isEmpty() ? 0 : 1;
}
