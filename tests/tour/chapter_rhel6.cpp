// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tour.h"
#include "tourlab.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace bondwright::tour
{

namespace
{

constexpr auto plan = R"({"version":1,"name":"bond6","mode":"active-backup",
"options":{"miimon":"100","primary":"eth2"},"slaves":[{"name":"eth2"},{"name":"eth3"}],
"ipv4":{"method":"manual","addresses":["192.168.1.11/24"]},"ipv6":{"method":"disabled"}}
)";

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
ip addr add "$IPADDR/24" dev bond6
)";

} // namespace

void rhel6Tree(Tour &tour)
{
    tour.report.chapter(u"The same for a RHEL 6 host: its files, applied to the driver as that release does"_s);
    const QString root = QDir::tempPath() + u"/rhel6"_s;
    QDir().mkpath(root + u"/etc/sysconfig/network-scripts"_s);
    QDir().mkpath(root + u"/etc/modprobe.d"_s);
    const QString planPath = QDir::tempPath() + u"/bond6.json"_s;
    QFile file(planPath);
    tour.report.check(file.open(QIODevice::WriteOnly) && file.write(plan) > 0, u"The plan is written"_s);
    file.close();
    int exitCode = -1;
    const QStringList render{u"--lang"_s,   u"en"_s,    u"render"_s, planPath,
                             u"--format"_s, u"ifcfg"_s, u"--rhel"_s, u"6"_s};
    tour.report.text(u"bondctl render --format ifcfg --rhel 6"_s, run(u"bondctl"_s, render, &exitCode));
    tour.report.check(exitCode == 0, u"bondctl shows the files"_s);
    run(u"bondctl"_s, render + QStringList{u"--root"_s, root}, &exitCode);
    tour.report.check(exitCode == 0, u"bondctl writes them below a folder"_s);
    for (const QString &card : {u"eth2"_s, u"eth3"_s})
        run(u"nmcli"_s, {u"device"_s, u"set"_s, card, u"managed"_s, u"no"_s});
    const QString said = run(u"bash"_s, {u"-c"_s, QString::fromLatin1(bringUp), u"bash"_s, root}, &exitCode);
    tour.report.check(exitCode == 0, u"The driver takes the files' settings"_s, said);
    const QString sysfs = u"/sys/class/net/bond6/bonding/"_s;
    tour.report.check(readKernelFile(sysfs + u"mode"_s) == u"active-backup 1", u"mode"_s,
                      readKernelFile(sysfs + u"mode"_s));
    tour.report.check(readKernelFile(sysfs + u"miimon"_s) == u"100", u"miimon"_s, readKernelFile(sysfs + u"miimon"_s));
    tour.report.check(readKernelFile(sysfs + u"primary"_s) == u"eth2", u"primary"_s,
                      readKernelFile(sysfs + u"primary"_s));
    tour.report.check(readKernelFile(sysfs + u"slaves"_s) == u"eth2 eth3", u"slaves"_s,
                      readKernelFile(sysfs + u"slaves"_s));
    tour.picture(u"Main window with the bond of the RHEL 6 files"_s, std::chrono::milliseconds(1500));
}

} // namespace bondwright::tour
