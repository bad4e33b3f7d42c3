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

void checkKernel(Tour &tour)
{
    const kernel::BondState *bond = tour.bond(u"bond0"_s);
    if (!tour.report.check(bond, u"The kernel has bond0"_s))
        return;
    tour.report.check(bond->mode == Mode::ActiveBackup, u"Its mode is active-backup"_s, kernelName(bond->mode));
    tour.report.check(bond->options.value(u"miimon"_s) == u"100", u"miimon is 100"_s, bond->options.value(u"miimon"_s));
    QStringList slaves;
    for (const kernel::SlaveState &slave : bond->slaves)
        slaves.append(slave.name);
    tour.report.check(slaves == QStringList{u"eth0"_s, u"eth1"_s}, u"Its slaves are eth0 and eth1"_s,
                      slaves.join(u' '));
    tour.report.check(tour.hasAddress(u"bond0"_s, QLatin1String(hostAddress)), u"The address moved to bond0"_s);
    tour.report.check(!tour.hasAddress(u"eth0"_s, QLatin1String(hostAddress)), u"eth0 no longer has it"_s);
    tour.report.check(tour.answers(QLatin1String(gateway)), u"The gateway answers through bond0"_s);
}

/// That all this went through the real services, and not past them.
void checkServices(Tour &tour)
{
    const QString names = run(u"busctl"_s, {u"--system"_s, u"list"_s, u"--no-legend"_s, u"--no-pager"_s});
    for (const QString &name :
         {u"org.bondwright.Helper1"_s, u"org.freedesktop.PolicyKit1"_s, u"org.freedesktop.NetworkManager"_s})
        tour.report.check(names.contains(name + u' '), u"%1 is on the system bus"_s.arg(name));
    const QString state
        = run(u"nmcli"_s, {u"-g"_s, u"GENERAL.STATE"_s, u"connection"_s, u"show"_s, u"bond0"_s}).trimmed();
    tour.report.check(state == u"activated", u"NetworkManager has activated its profile bond0"_s, state);
    tour.report.text(u"/proc/net/bonding/bond0"_s, readKernelFile(u"/proc/net/bonding/bond0"_s));
}

} // namespace

void createInTwoLanguages(Tour &tour)
{
    tour.window.setLanguage(u"zh_CN"_s); // whatever the chapter before has left
    tour.report.chapter(u"The wizard: active-backup over two switches, with the NIC that carries the address"_s);
    pressTool(tour, u"create"_s);
    WizardDriver wizard(tour);
    if (!wizard.isOpen())
        return;
    wizard.chooseGoal(u"survive"_s);
    tour.picture(u"Mode page in Chinese"_s);
    wizard.next(PageId::Nics);
    wizard.chooseNics({u"eth0"_s, u"eth1"_s});
    tour.picture(u"NICs page in Chinese"_s);
    wizard.next(PageId::Monitoring);
    tour.picture(u"Link monitoring page in Chinese"_s);
    wizard.next(PageId::Options);
    tour.picture(u"Options page in Chinese"_s);
    wizard.next(PageId::Address);
    tour.picture(u"Address page in Chinese"_s);
    wizard.next(PageId::Review);
    wizard.waitForReview(u"bond0.nmconnection"_s);
    wizard.waitForRehearsal(u"可行"_s);
    tour.picture(u"Review with the diff in Chinese"_s);

    tour.window.setLanguage(u"en"_s);
    wizard.waitForRehearsal(u"Rehearsed in this kernel: works"_s); // once more, as the helper is asked
    wizard.press(u"rehearsal-details"_s);
    tour.picture(u"The same review in English, with what was rehearsed"_s, 2s);
    wizard.back(PageId::Address);
    tour.picture(u"Address page in English"_s);
    wizard.back(PageId::Options);
    tour.picture(u"Options page in English"_s);
    wizard.back(PageId::Monitoring);
    tour.picture(u"Link monitoring page in English"_s);
    wizard.back(PageId::Nics);
    tour.picture(u"NICs page in English"_s);
    wizard.back(PageId::Mode);
    tour.picture(u"Mode page in English"_s);
    for (int page = int(PageId::Nics); page <= int(PageId::Review); ++page)
        wizard.next(PageId(page));
    wizard.waitForReview(u"bond0.nmconnection"_s);
    if (!wizard.applyUntilCountdown(60s)) {
        wizard.close();
        return;
    }
    tour.picture(u"Applied, waiting to be kept"_s, 1s);
    checkKernel(tour);
    checkServices(tour);
    wizard.press(u"keep"_s);
    tour.report.check(tour.waitForState(TransactionState::Done, 15s), u"The change is kept"_s,
                      helper::transactionStateName(tour.transaction().state));
    tour.picture(u"Kept"_s);
    wizard.close();
    tour.picture(u"Main window with a healthy bond"_s, 1s);
    tour.window.setLanguage(u"zh_CN"_s);
    tour.picture(u"Main window with a healthy bond in Chinese"_s);
    tour.window.setLanguage(u"en"_s);
}

} // namespace bondwright::tour
