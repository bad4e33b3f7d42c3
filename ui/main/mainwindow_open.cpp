// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chart/livechart.h"
#include "common/pendingchange.h"
#include "dialogs/aboutdialog.h"
#include "dialogs/backupsdialog.h"
#include "dialogs/helpdialog.h"
#include "dialogs/importdialog.h"
#include "dialogs/preferencesdialog.h"
#include "dialogs/removedialog.h"
#include "dialogs/renamedialog.h"
#include "domain/sentences.h"
#include "failovertest/failovertestdialog.h"
#include "history/eventstore.h"
#include "main/bondpane.h"
#include "main/hosteventsdialog.h"
#include "main/mainwindow.h"
#include "models/eventmodel.h"
#include "monitor/eventpanel.h"
#include "monitor/monitorwindow.h"
#include "wizard/planfiles.h"
#include "wizard/wizardwindow.h"

#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

// The other windows, each opened from the main window; none of them is modal.
namespace bondwright::ui
{

namespace
{

QString notConfigured(const BondPlan &plan)
{
    return MainWindow::tr("No configuration of %1 could be read: this is what runs now. Check its addresses.")
        .arg(plan.name);
}

void present(QWidget *window)
{
    window->show();
    window->raise();
    window->activateWindow();
}

} // namespace

WizardWindow *MainWindow::wizardForNewWork()
{
    // One wizard at a time: two drafts of one host would not know of each other.
    if (m_wizard && m_wizard->holdsWork()) {
        m_wizard->say(tr("This draft is not finished: apply it, save it as a plan, or close it first."));
        present(m_wizard);
        return nullptr;
    }
    if (!m_wizard) {
        m_wizard = new WizardWindow(m_services, m_pending, this);
        m_wizard->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_wizard, &WizardWindow::monitorRequested, this, &MainWindow::openMonitor);
        connect(m_wizard, &WizardWindow::testRequested, this, &MainWindow::openTest);
    }
    m_wizard->startNew();
    present(m_wizard);
    return m_wizard;
}

WizardWindow *MainWindow::createBond()
{
    wizardForNewWork();
    return m_wizard;
}

void MainWindow::editBond()
{
    if (selectedBondName().isEmpty())
        return;
    // The configured plan and not what runs: the kernel does not tell DHCP from an address by hand, nor routes.
    bondPane()->askPlanToEdit(this, [this](const BondPlan &plan, bool isConfigured) {
        WizardWindow *wizard = wizardForNewWork();
        if (!wizard)
            return;
        wizard->startFrom(plan, true);
        if (!isConfigured)
            wizard->say(notConfigured(plan));
    });
}

void MainWindow::duplicateBond()
{
    if (selectedBondName().isEmpty())
        return;
    bondPane()->askPlanToEdit(this, [this](const BondPlan &plan, bool) {
        if (WizardWindow *wizard = wizardForNewWork())
            wizard->startCopy(plan);
    });
}

void MainWindow::renameBond()
{
    if (selectedBondName().isEmpty())
        return;
    bondPane()->askPlanToEdit(this, [this](const BondPlan &plan, bool isConfigured) {
        auto *dialog = new RenameDialog(m_services, m_pending, plan, this, isConfigured);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

void MainWindow::savePlan()
{
    if (selectedBondName().isEmpty())
        return;
    bondPane()->askPlanToEdit(this, [this](const BondPlan &plan, bool isConfigured) {
        savePlanAs(plan, this,
                   [this, remark = isConfigured ? QString() : notConfigured(plan)](const QString &words, bool) {
                       showMessage(joinSentences({words, remark}));
                   });
    });
}

void MainWindow::rollOut()
{
    if (selectedBondName().isEmpty())
        return;
    bondPane()->askPlanToEdit(this, [this](const BondPlan &plan, bool isConfigured) {
        Q_EMIT rollOutRequested(plan, isConfigured ? QString() : notConfigured(plan));
    });
}

void MainWindow::openPlan()
{
    openPlanFile(this, [this](const Result<ParsedPlan> &answer) { usePlan(answer); });
}

void MainWindow::usePlan(const Result<ParsedPlan> &answer)
{
    if (!answer) {
        showMessage(answer.error().text());
        return;
    }
    WizardWindow *wizard = wizardForNewWork();
    if (!wizard)
        return;
    wizard->startFrom(answer->plan, false);
    if (!answer->unknownMembers.isEmpty())
        wizard->say(tr("Not understood and left out: %1").arg(answer->unknownMembers.join(QStringLiteral(", "))));
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.constFirst().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    const QString path = event->mimeData()->urls().value(0).toLocalFile();
    static const QRegularExpression archive(u"\\.(tar|tgz|tar\\.[a-z0-9]+)$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    if (path.endsWith(u".bwrec"))
        Q_EMIT recordingDropped(path);
    else if (QFileInfo(path).isDir() || archive.match(path).hasMatch())
        importFrom(path);
    else
        usePlan(readPlanFile(path));
}

void MainWindow::removeBond()
{
    const QString bond = selectedBondName();
    if (bond.isEmpty())
        return;
    auto *dialog = new RemoveDialog(m_services, m_pending, bond, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

template <typename Make>
auto MainWindow::open(const QString &kind, const Make &make)
{
    QPointer<QWidget> &window = m_windows[kind];
    if (!window) {
        window = make();
        window->setAttribute(Qt::WA_DeleteOnClose);
    }
    present(window);
    return static_cast<decltype(make())>(window.data());
}

void MainWindow::openMonitor(const QString &bond)
{
    const QString name = bond.isEmpty() ? selectedBondName() : bond;
    if (name.isEmpty())
        return;
    open(u"monitor "_s + name, [&] {
        auto *monitor = new MonitorWindow(m_services, name);
        connect(monitor, &MonitorWindow::outageMeasured, this, &MainWindow::takeOutage);
        if (!m_services.events || !m_services.events->isOpen())
            monitor->events()->addEarlier(eventsOf(name)); // where none are kept, they are here alone
        // Without a parent, so that it is a window of its own; closed with this one.
        connect(this, &QObject::destroyed, monitor, &QObject::deleteLater);
        return monitor;
    });
}

void MainWindow::openTest(const QString &bond)
{
    const QString name = bond.isEmpty() ? selectedBondName() : bond;
    if (!name.isEmpty())
        open(u"test "_s + name, [&] { return new FailoverTestDialog(m_services, name, this); });
}

void MainWindow::openEvents()
{
    open(u"events"_s, [this] { return new HostEventsDialog(m_services, m_eventModel, this); });
}

void MainWindow::openBackups()
{
    open(u"backups"_s, [this] { return new BackupsDialog(m_services, m_pending, this); });
}

void MainWindow::openImport()
{
    importFrom({});
}

void MainWindow::importFrom(const QString &path)
{
    auto *dialog = open(u"import"_s, [this] {
        auto *made = new ImportDialog(this);
        connect(made, &ImportDialog::planChosen, this, [this, made](const BondPlan &plan) {
            WizardWindow *wizard = wizardForNewWork();
            if (!wizard)
                return; // what was read is needed once more
            wizard->startFrom(plan, false);
            made->accept();
        });
        return made;
    });
    if (!path.isEmpty())
        dialog->read(path);
}

void MainWindow::openPreferences()
{
    open(u"preferences"_s, [this] {
        auto *dialog = new PreferencesDialog(this);
        connect(dialog, &PreferencesDialog::languageChosen, this, &MainWindow::setLanguage);
        connect(dialog, &PreferencesDialog::notificationsChanged, this, &MainWindow::notificationsChanged);
        return dialog;
    });
}

void MainWindow::openHelp()
{
    open(u"help"_s, [this] { return new HelpDialog(this); });
}

void MainWindow::openAbout()
{
    open(u"about"_s, [this] { return new AboutDialog(m_capabilities, this); });
}

} // namespace bondwright::ui
