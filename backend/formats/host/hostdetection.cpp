// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/host/hostdetection.h"

#include "formats/files/rootfolder.h"
#include "formats/host/managerconf.h"

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

/// "plugins=ifcfg-rh,keyfile"
QStringList pluginsOf(const RootFolder &root)
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
    const auto plugins = managerValue(texts, "main", "plugins");
    return plugins ? QString(plugins->value).remove(u' ').split(u',', Qt::SkipEmptyParts) : QStringList();
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
        "Neither NetworkManager nor the network service is in charge: no service would read files written here.");
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
