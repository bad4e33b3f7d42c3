// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/host/hostdetection.h"

#include "formats/files/rootfolder.h"

#include <QCoreApplication>
#include <QDir>
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

/// "plugins=ifcfg-rh,keyfile" of the [main] sections, later files over earlier ones.
QStringList pluginsOf(const RootFolder &root)
{
    QStringList paths{u"/etc/NetworkManager/NetworkManager.conf"_s};
    for (const QString &folder : {u"/usr/lib/NetworkManager/conf.d"_s, u"/etc/NetworkManager/conf.d"_s}) {
        if (const auto names = root.list(folder)) {
            for (const QString &name : *names) {
                if (name.endsWith(u".conf"))
                    paths.append(folder + u'/' + name);
            }
        }
    }
    QStringList plugins;
    for (const QString &path : std::as_const(paths)) {
        const auto state = root.read(path);
        if (!state || !*state)
            continue;
        bool isMain = false;
        for (const QByteArray &raw : (*state)->content.split('\n')) {
            const QByteArray line = raw.trimmed();
            if (line.startsWith('['))
                isMain = line == "[main]";
            else if (isMain && line.left(line.indexOf('=')).trimmed() == "plugins")
                plugins
                    = QString::fromUtf8(line.mid(line.indexOf('=') + 1)).remove(u' ').split(u',', Qt::SkipEmptyParts);
        }
    }
    return plugins;
}

void decide(HostConfiguration *host, bool isLive)
{
    const bool managerActs = isLive
        ? host->isNetworkManagerRunning || (host->isNetworkManagerEnabled && !host->isNetworkServiceEnabled)
        : host->isNetworkManagerEnabled;
    if (managerActs && host->hasNetworkManager) {
        host->owner = HostConfiguration::Owner::NetworkManager;
        const int release = host->release.rhelMajor;
        const bool readsIfcfg = host->networkManagerPlugins.contains(u"ifcfg-rh")
            || (host->networkManagerPlugins.isEmpty() && release >= 7 && release <= 8);
        const bool prefersKeyfiles = !readsIfcfg || release >= 9 || release == 0;
        host->format = prefersKeyfiles ? u"nm"_s : u"ifcfg"_s;
        host->reason = host->isNetworkManagerRunning
            ? QCoreApplication::translate("formats", "NetworkManager is running.")
            : QCoreApplication::translate("formats", "NetworkManager starts at boot.");
        host->reason += u' '
            + (prefersKeyfiles ? QCoreApplication::translate("formats", "It keeps its profiles in keyfiles.")
                               : QCoreApplication::translate("formats", "It reads ifcfg files on this release."));
        return;
    }
    if (host->hasNetworkService && (host->isNetworkServiceEnabled || !host->hasNetworkManager)) {
        host->owner = HostConfiguration::Owner::NetworkService;
        host->format = u"ifcfg"_s;
        host->reason = QCoreApplication::translate("formats", "The network service with its ifcfg files is in charge.");
        return;
    }
    host->reason = QCoreApplication::translate(
        "formats",
        "Neither NetworkManager nor the network service is in charge: nobody would read files written here.");
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
    host.networkManagerPlugins = pluginsOf(*opened);
    host.hasNetworkService = isAnyThere(root, {u"/etc/init.d/network"_s, u"/etc/rc.d/init.d/network"_s})
        && isThere(root, u"/etc/sysconfig/network-scripts/ifup-eth"_s);
    host.isNetworkServiceEnabled
        = host.hasNetworkService && (hasStartLink(root, u"network"_s) || isSystemdEnabled(root, u"network.service"_s));
    decide(&host, isLive);
    return host;
}

} // namespace bondwright::formats
