// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/host/hostdetection.h"

#include "domain/sentences.h"
#include "formats/files/rootfolder.h"
#include "formats/host/managerconf.h"
#include "formats/host/netplanhost.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats
{

namespace
{

/// Links are how services are enabled, so what they point to does not matter (it is outside a mounted image).
bool isThere(const QString &root, const QString &path)
{
    const QFileInfo info(root + path);
    return info.exists() || info.isSymLink();
}

bool isAnyThere(const QString &root, const QStringList &paths)
{
    return std::any_of(paths.cbegin(), paths.cend(), [&](const QString &path) { return isThere(root, path); });
}

/// SysV: a start link in run level 3 or 5, e.g. /etc/rc.d/rc3.d/S10network.
bool hasStartLink(const QString &root, const QString &service)
{
    for (const QString &folder : {u"/etc/rc.d/rc3.d"_s, u"/etc/rc.d/rc5.d"_s, u"/etc/rc3.d"_s, u"/etc/rc5.d"_s}) {
        const QStringList links
            = QDir(root + folder).entryList({u"S[0-9][0-9]"_s + service}, QDir::AllEntries | QDir::System);
        if (!links.isEmpty())
            return true;
    }
    return false;
}

bool isSystemdEnabled(const QString &root, const QString &unit)
{
    return isAnyThere(root,
                      {u"/etc/systemd/system/multi-user.target.wants/"_s + unit,
                       u"/etc/systemd/system/network-online.target.wants/"_s + unit,
                       u"/etc/systemd/system/network.target.wants/"_s + unit});
}

/// Whether a process of that name runs here and now.
bool isRunning(const QByteArray &name)
{
    const QStringList processes = QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs);
    return std::any_of(processes.cbegin(), processes.cend(), [&](const QString &pid) {
        QFile comm(u"/proc/"_s + pid + u"/comm"_s);
        return comm.open(QIODevice::ReadOnly) && comm.read(64).trimmed() == name;
    });
}

bool hasNetworkFiles(const RootFolder &root)
{
    for (const QString &folder : {u"/etc/systemd/network"_s, u"/run/systemd/network"_s}) {
        const auto names = root.list(folder);
        if (names
            && std::any_of(names->cbegin(), names->cend(), [](const QString &n) { return n.endsWith(u".network"); }))
            return true;
    }
    return false;
}

/// By its control group: the processes of other users cannot be seen from within a sandbox. Without systemd as process 1
/// there are no such groups.
bool isUnitRunning(const QString &unit, const QByteArray &process)
{
    for (const QString &folder : {u"/sys/fs/cgroup/system.slice/"_s, u"/sys/fs/cgroup/systemd/system.slice/"_s}) {
        QFile members(folder + unit + u"/cgroup.procs"_s);
        if (members.open(QIODevice::ReadOnly))
            return !members.read(1).isEmpty();
    }
    return isRunning(process);
}

QMap<QString, QByteArray> managerTexts(const RootFolder &root)
{
    QStringList paths{managerConfPath()};
    for (const QString &folder : managerConfFolders()) {
        for (const QString &name : root.list(folder).value_or(QStringList()))
            paths.append(folder + u'/' + name);
    }
    QMap<QString, QByteArray> texts;
    for (const QString &path : std::as_const(paths)) {
        if (const auto state = root.readLinked(path); state && *state)
            texts.insert(path, (*state)->content);
    }
    return texts;
}

/// "plugins=ifcfg-rh,keyfile"
QStringList pluginsOf(const QMap<QString, QByteArray> &texts)
{
    const auto plugins = managerValue(texts, "main", "plugins");
    return plugins ? QString(plugins->value).remove(u' ').split(u',', Qt::SkipEmptyParts) : QStringList();
}

/// Without the loopback.
QStringList interfacesOfIfupdown(const RootFolder &root)
{
    const auto main = root.readLinked(u"/etc/network/interfaces"_s);
    QByteArrayList texts{main && *main ? (*main)->content : QByteArray()};
    const auto names = root.list(u"/etc/network/interfaces.d"_s);
    for (const QString &name : names ? *names : QStringList()) {
        const auto state = root.readLinked(u"/etc/network/interfaces.d/"_s + name);
        texts.append(state && *state ? (*state)->content : QByteArray());
    }
    QStringList interfaces;
    for (const QByteArray &line : texts.join('\n').split('\n')) {
        const QByteArrayList words = line.simplified().split(' ');
        if (words.value(0) == "iface" && words.value(1) != "lo")
            interfaces.append(QString::fromUtf8(words.value(1)));
    }
    return interfaces;
}

bool decideForIfupdown(HostConfiguration *host)
{
    if (!host->hasIfupdown || !host->isIfupdownEnabled)
        return false;
    host->owner = HostConfiguration::Owner::Ifupdown;
    host->format = FormatId::Ifupdown;
    host->reason = QCoreApplication::translate("formats", "ifupdown with /etc/network/interfaces starts at boot.");
    return true;
}

/// netplan has its definitions followed by one of the two, which it also sees started.
bool decideForNetplan(HostConfiguration *host, bool isLive)
{
    const bool isByManager = host->netplan == NetplanRenderer::NetworkManager;
    if (host->netplan == NetplanRenderer::None
        || (isLive && !(isByManager ? host->isNetworkManagerRunning : host->isNetworkdRunning)))
        return false;
    host->owner = HostConfiguration::Owner::Netplan;
    host->format = FormatId::Netplan;
    host->reason = isByManager
        ? QCoreApplication::translate("formats",
                                      "netplan makes NetworkManager’s profiles from its files at every start.")
        : QCoreApplication::translate("formats", "netplan makes systemd-networkd’s files from its own at every start.");
    return true;
}

bool decideForNetworkd(HostConfiguration *host, bool isLive)
{
    if (isLive ? !host->isNetworkdRunning : !host->isNetworkdEnabled)
        return false;
    host->owner = HostConfiguration::Owner::Networkd;
    host->format = FormatId::Networkd;
    host->reason = isLive ? QCoreApplication::translate("formats", "systemd-networkd is running.")
                          : QCoreApplication::translate("formats", "systemd-networkd starts at boot.");
    if (host->hasNetworkdFiles)
        host->reason = joinSentences(
            {host->reason, QCoreApplication::translate("formats", "It has files of its own for this host.")});
    return true;
}

void decide(HostConfiguration *host, bool isLive)
{
    // Where two run, networkd has what it was given files for; without any it leaves all interfaces alone.
    if (decideForNetplan(host, isLive) || (host->hasNetworkdFiles && decideForNetworkd(host, isLive)))
        return;
    const bool managerActs = isLive
        ? host->isNetworkManagerRunning || (host->isNetworkManagerEnabled && !host->isNetworkServiceEnabled)
        : host->isNetworkManagerEnabled;
    if (managerActs && host->hasNetworkManager) {
        host->owner = HostConfiguration::Owner::NetworkManager;
        const int release = host->release.rhelMajor;
        const bool readsIfcfg = host->networkManagerPlugins.contains(u"ifcfg-rh")
            || (host->networkManagerPlugins.isEmpty() && release >= 7 && release <= 8);
        const bool prefersKeyfiles = !readsIfcfg || release >= 9 || release == 0;
        host->format = prefersKeyfiles ? FormatId::NetworkManager : FormatId::Ifcfg;
        host->reason = joinSentences(
            {host->isNetworkManagerRunning ? QCoreApplication::translate("formats", "NetworkManager is running.")
                                           : QCoreApplication::translate("formats", "NetworkManager starts at boot."),
             prefersKeyfiles ? QCoreApplication::translate("formats", "It keeps its profiles in keyfiles.")
                             : QCoreApplication::translate("formats", "It reads ifcfg files on this release.")});
        return;
    }
    if (host->hasNetworkService && (host->isNetworkServiceEnabled || !host->hasNetworkManager)) {
        host->owner = HostConfiguration::Owner::NetworkService;
        host->format = FormatId::Ifcfg;
        host->reason = QCoreApplication::translate("formats", "The network service with its ifcfg files is in charge.");
        return;
    }
    if (host->hasIfupdownStanzas && decideForIfupdown(host))
        return;
    if (decideForNetworkd(host, isLive) || decideForIfupdown(host))
        return;
    host->reason = QCoreApplication::translate(
        "formats", "No network service that we know is in charge: no service would read files written here.");
}

} // namespace

Result<HostConfiguration> detectHost(const QString &root)
{
    auto opened = RootFolder::open(root);
    if (!opened)
        return tl::unexpected(opened.error());
    const auto text = [&](const QString &path) {
        const auto state = opened->read(path);
        return state && *state ? (*state)->content : QByteArray();
    };
    // os-release is a link into /usr/lib nearly everywhere.
    QByteArray osRelease = text(u"/etc/os-release"_s);
    if (osRelease.isEmpty())
        osRelease = text(u"/usr/lib/os-release"_s);
    const bool isLive = QDir(root).canonicalPath() == u"/";
    HostConfiguration host;
    host.release = readOsRelease(osRelease, text(u"/etc/redhat-release"_s));
    host.hasNetworkManager = isAnyThere(root, {u"/usr/sbin/NetworkManager"_s, u"/usr/bin/NetworkManager"_s});
    host.isNetworkManagerEnabled
        = isSystemdEnabled(root, u"NetworkManager.service"_s) || hasStartLink(root, u"NetworkManager"_s);
    host.isNetworkManagerRunning = isLive && isRunning("NetworkManager");
    const QMap<QString, QByteArray> managerSettings = managerTexts(*opened);
    host.networkManagerPlugins = pluginsOf(managerSettings);
    host.hasNetworkService = isAnyThere(root, {u"/etc/init.d/network"_s, u"/etc/rc.d/init.d/network"_s})
        && isThere(root, u"/etc/sysconfig/network-scripts/ifup-eth"_s);
    host.isNetworkServiceEnabled
        = host.hasNetworkService && (hasStartLink(root, u"network"_s) || isSystemdEnabled(root, u"network.service"_s));
    host.isNetworkdEnabled = isSystemdEnabled(root, u"systemd-networkd.service"_s);
    host.isNetworkdRunning = isLive && isUnitRunning(u"systemd-networkd.service"_s, "systemd-network"); // 15 letters
    host.hasNetworkdFiles = hasNetworkFiles(*opened);
    if (isAnyThere(root, {u"/usr/sbin/netplan"_s, u"/sbin/netplan"_s}))
        host.netplan = netplanRenderer(root);
    host.hasIfupdown
        = isThere(root, u"/etc/network/interfaces"_s) && isAnyThere(root, {u"/sbin/ifup"_s, u"/usr/sbin/ifup"_s});
    host.isIfupdownEnabled = isSystemdEnabled(root, u"networking.service"_s) || hasStartLink(root, u"networking"_s)
        || isThere(root, u"/etc/rcS.d/S01networking"_s);
    const QStringList stanzas = interfacesOfIfupdown(*opened);
    host.hasIfupdownStanzas = host.hasIfupdown && !stanzas.isEmpty();
    const auto managed = managerValue(managerSettings, "ifupdown", "managed");
    if (host.networkManagerPlugins.contains(u"ifupdown") && (!managed || managed->value != u"true"))
        host.leftToIfupdown = stanzas;
    decide(&host, isLive);
    return host;
}

} // namespace bondwright::formats
