// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/mainwindow.h"
#include "tour.h"
#include "wizard/otherhost.h"
#include "wizarddriver.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QStatusBar>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using bondwright::helper::TransactionState;
using bondwright::ui::PageId;

namespace bondwright::tour
{

namespace
{

const QString networkdFile = u"/etc/systemd/network/50-eth0.network"_s;

bool put(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) && file.write(text) == text.size()
        && file.setPermissions(path.endsWith(u".yaml") ? QFile::ReadOwner | QFile::WriteOwner : file.permissions());
}

/// The guest has systemd-networkd, without files yet.
bool makeNetworkdHost()
{
    int exitCode = -1;
    const bool isPut = put(networkdFile,
                           "# kept by hand\n[Match]\nName=eth0\n\n[Network]\nAddress=192.0.2.10/24\n"
                           "Gateway=192.0.2.254\nLinkLocalAddressing=no\n");
    run(u"networkctl"_s, {u"reload"_s}, &exitCode);
    return isPut && exitCode == 0;
}

bool makeNetplanHost()
{
    int exitCode = -1;
    const bool isPut = QFile::remove(networkdFile)
        && put(u"/etc/netplan/50-hand.yaml"_s,
               "# kept by hand\nnetwork:\n  version: 2\n  renderer: networkd\n  ethernets:\n    eth0:\n"
               "      addresses: [192.0.2.10/24]\n      link-local: []\n      routes:\n      - to: 0.0.0.0/0\n"
               "        via: 192.0.2.254\n");
    run(u"bash"_s, {u"-c"_s, u"netplan generate && networkctl reload"_s}, &exitCode);
    return isPut && exitCode == 0;
}

bool saysInCharge(const ui::MainWindow &window, const QString &service)
{
    const QList<QLabel *> labels = window.statusBar()->findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(),
                       [&service](const QLabel *label) { return label->text().contains(service + u" in charge"_s); });
}

/// The wizard as on any host; the files are the service's.
bool create(Tour &tour, const QString &service, const QString &file)
{
    pressTool(tour, u"create"_s);
    WizardDriver wizard(tour);
    if (!wizard.isOpen())
        return false;
    wizard.chooseGoal(u"survive"_s);
    wizard.next(PageId::Nics);
    wizard.chooseNics({u"eth0"_s, u"eth1"_s});
    for (const PageId page : {PageId::Monitoring, PageId::Options, PageId::Address, PageId::Review})
        wizard.next(page);
    wizard.waitForReview(file);
    tour.picture(u"The review shows the files of %1"_s.arg(service), 1s);
    tour.expectChange();
    if (!wizard.applyUntilCountdown(90s)) {
        wizard.close();
        return false;
    }
    wizard.press(u"keep"_s);
    tour.report.check(tour.waitForState(TransactionState::Done, 15s), u"The change is kept"_s,
                      tour.transaction().reason);
    wizard.close();
    const kernel::BondState *bond = tour.bond(u"bond0"_s);
    tour.report.check(bond && bond->mode == Mode::ActiveBackup && bond->slaves.size() == 2,
                      u"The kernel has the bond that %1 made"_s.arg(service));
    tour.report.check(tour.hasAddress(u"bond0"_s, QLatin1String(hostAddress)), u"The address moved to bond0"_s);
    tour.report.check(tour.answers(QLatin1String(gateway)), u"The gateway answers through bond0"_s);
    tour.report.check(waitUntil([&] { return saysInCharge(tour.window, service); }, 5s),
                      u"The window says that %1 is in charge"_s.arg(service));
    tour.picture(u"Main window with the bond of %1"_s.arg(service), 700ms);
    return true;
}

void removeIt(Tour &tour)
{
    int exitCode = -1;
    const QString said = run(ui::bondctlPath(),
                             {u"--lang"_s, u"en"_s, u"remove"_s, u"bond0"_s, u"--confirm"_s, u"--yes"_s}, &exitCode);
    tour.report.check(exitCode == 0, u"bondctl remove takes it away"_s, said.trimmed());
    tour.report.check(waitUntil([&tour] { return !tour.bond(u"bond0"_s); }, 10s), u"bond0 is gone"_s);
    tour.report.check(waitUntil([&tour] { return tour.hasAddress(u"eth0"_s, QLatin1String(hostAddress)); }, 15s),
                      u"eth0 has its address back"_s);
}

} // namespace

void networkdHost(Tour &tour)
{
    tour.report.chapter(u"A host of systemd-networkd"_s);
    tour.window.setLanguage(u"en"_s);
    const bool isReady = makeNetworkdHost()
        && waitUntil([&tour] { return tour.hasAddress(u"eth0"_s, QLatin1String(hostAddress)); }, 20s);
    if (!tour.report.check(isReady, u"systemd-networkd gives eth0 its address"_s))
        return;
    if (create(tour, u"systemd-networkd"_s, u"10-bond0.netdev"_s)) {
        tour.report.text(u"networkctl"_s, run(u"networkctl"_s, {u"--no-pager"_s, u"--no-legend"_s}));
        removeIt(tour);
    }
}

void netplanHost(Tour &tour)
{
    tour.report.chapter(u"A host of netplan"_s);
    tour.window.setLanguage(u"en"_s);
    const bool isReady = makeNetplanHost()
        && waitUntil([&tour] { return tour.hasAddress(u"eth0"_s, QLatin1String(hostAddress)); }, 20s);
    if (!tour.report.check(isReady, u"netplan gives eth0 its address through systemd-networkd"_s))
        return;
    if (create(tour, u"netplan"_s, u"90-bond0.yaml"_s))
        tour.report.text(u"/etc/netplan/90-bond0.yaml"_s, readKernelFile(u"/etc/netplan/90-bond0.yaml"_s));
}

} // namespace bondwright::tour
