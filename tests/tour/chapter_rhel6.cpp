// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/importdialog.h"
#include "main/mainwindow.h"
#include "tour.h"
#include "wizarddriver.h"

#include <QDir>
#include <QLineEdit>
#include <QListWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using bondwright::ui::PageId;

namespace bondwright::tour
{

namespace
{

/// What RHEL 6's ifup-eth does with a bond: mode and miimon first, the rest in the order written while the
/// bond is empty, then the slaves, then primary.
constexpr auto bringUp = R"(set -eu
cd "$1/etc/sysconfig/network-scripts"
. ./ifcfg-bond6
echo "+$DEVICE" >/sys/class/net/bonding_masters
b=/sys/class/net/$DEVICE/bonding
for first in mode miimon; do
  for o in $BONDING_OPTS; do case $o in $first=*) echo "${o#*=}" >$b/$first ;; esac; done
done
for o in $BONDING_OPTS; do
  case $o in mode=*|miimon=*|primary=*) ;; *) echo "${o#*=}" >"$b/${o%%=*}" ;; esac
done
ip link set "$DEVICE" up
for s in ifcfg-*; do
  ( . "./$s"; [ "${MASTER-}" = bond6 ] && [ "${SLAVE-}" = yes ] || exit 0
    ip link set "$DEVICE" down; echo "+$DEVICE" >$b/slaves )
done
for o in $BONDING_OPTS; do case $o in primary=*) echo "${o#*=}" >$b/primary ;; esac; done
ip addr add "$IPADDR/${PREFIX:-24}" dev bond6
)";

/// The wizard makes files for another host, in Chinese. @return whether they are there
bool makeFiles(Tour &tour, const QString &root)
{
    tour.window.setLanguage(u"zh_CN"_s);
    pressTool(tour, u"create"_s);
    WizardDriver wizard(tour);
    if (!wizard.isOpen())
        return false;
    wizard.setText(u"name"_s, u"bond6"_s);
    wizard.chooseInBox(u"target"_s, u"文件夹"_s);
    wizard.chooseInBox(u"format"_s, u"RHEL 6"_s);
    wizard.chooseGoal(u"survive"_s);
    tour.picture(u"The wizard makes files for a RHEL 6 host"_s);
    wizard.next(PageId::Nics);
    wizard.setText(u"nic-names"_s, u"eth2, eth3"_s);
    tour.picture(u"NICs of the other host"_s);
    for (const PageId page : {PageId::Monitoring, PageId::Options, PageId::Address})
        wizard.next(page);
    wizard.press(u"ipv4-2"_s);
    wizard.setText(u"ipv4-addresses"_s, u"192.168.1.11/24"_s);
    tour.picture(u"Address of the other host"_s);
    wizard.next(PageId::Review);
    wizard.waitForReview(u"ifcfg-bond6"_s);
    tour.picture(u"The ifcfg files of RHEL 6 in Chinese"_s);
    tour.window.setLanguage(u"en"_s);
    tour.picture(u"The ifcfg files of RHEL 6"_s, 3s);
    wizard.next(PageId::Apply);
    wizard.setText(u"where"_s, root);
    wizard.press(u"write"_s);
    tour.picture(u"The files are written below a folder"_s);
    wizard.close();
    return tour.report.check(QFile::exists(root + u"/etc/sysconfig/network-scripts/ifcfg-bond6"_s),
                             u"The RHEL 6 tree is there"_s);
}

void lookAtFiles(Tour &tour, const QString &root)
{
    tour.window.openImport();
    auto *dialog = findWindow<ui::ImportDialog>();
    if (!tour.report.check(dialog, u"The other host's files can be looked at"_s))
        return;
    dialog->setGeometry(frame);
    dialog->findChild<QLineEdit *>(u"folder"_s)->setText(root);
    pressIn(tour, dialog, u"read"_s);
    auto *found = dialog->findChild<QListWidget *>(u"found"_s);
    tour.report.check(waitUntil([found] { return found && found->count() == 1; }, 15s),
                      u"bond6 is read back from the files"_s);
    tour.picture(u"The same tree, read back"_s);
    dialog->close();
    live(300ms);
}

void checkDriver(Tour &tour)
{
    const QString sysfs = u"/sys/class/net/bond6/bonding/"_s;
    const auto expect = [&](const QString &option, const QString &value) {
        const QString seen = readKernelFile(sysfs + option);
        tour.report.check(seen == value, u"The driver has %1 = %2"_s.arg(option, value), seen);
    };
    expect(u"mode"_s, u"active-backup 1"_s);
    expect(u"miimon"_s, u"100"_s);
    expect(u"slaves"_s, u"eth2 eth3"_s);
    expect(u"mii_status"_s, u"up"_s);
    tour.report.check(waitUntil([&tour] { return tour.hasAddress(u"bond6"_s, u"192.168.1.11/24"_s); }, 10s),
                      u"bond6 has the files' address"_s);
}

} // namespace

void rhel6Tree(Tour &tour)
{
    tour.report.chapter(u"The same for a RHEL 6 host: its files, applied to the driver as that release does"_s);
    const QString root = QDir::tempPath() + u"/rhel6"_s;
    QDir().mkpath(root);
    if (!makeFiles(tour, root))
        return;
    lookAtFiles(tour, root);
    tour.window.setLanguage(u"en"_s);
    const QDir scripts(root + u"/etc/sysconfig/network-scripts"_s);
    for (const QString &name : scripts.entryList({u"ifcfg-*"_s}, QDir::Files))
        tour.report.text(name, readKernelFile(scripts.filePath(name)));
    for (const QString &nic : {u"eth2"_s, u"eth3"_s})
        run(u"nmcli"_s, {u"device"_s, u"set"_s, nic, u"managed"_s, u"no"_s});
    int exitCode = -1;
    const QString said = run(u"bash"_s, {u"-c"_s, QString::fromLatin1(bringUp), u"bash"_s, root}, &exitCode);
    tour.report.check(exitCode == 0, u"The driver takes the files' settings"_s, said.trimmed());
    live(500ms);
    checkDriver(tour);
    tour.picture(u"Main window with the bond of the RHEL 6 files"_s, 1s);
}

} // namespace bondwright::tour
