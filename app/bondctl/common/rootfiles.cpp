// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/rootfiles.h"

#include "command.h"
#include "common/words.h"
#include "formats/files/filestate.h"
#include "formats/files/rootfolder.h"
#include "report/supportreport.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

Result<formats::FileSnapshot> fromReport(const QString &source, const QString &prefix, const formats::Format &format)
{
    const auto isLookedAt = [&](const QString &path) {
        return format.paths().contains(path) || format.folders().contains(formats::folderOf(path));
    };
    const auto files = report::readReport(
        source, [&](const QString &path) { return isLookedAt(path) || isLookedAt(prefix + path); });
    if (!files)
        return tl::unexpected(files.error());
    formats::FileSnapshot snapshot;
    for (const report::ReportFile &file : *files) {
        const QString path = isLookedAt(file.path) ? file.path : prefix + file.path;
        if (!formats::isSafePath(path))
            continue;
        if (file.content.size() > formats::maxFileBytes) {
            snapshot.unreadable.insert(path, formats::posixError(path, EFBIG));
            continue;
        }
        formats::FileState state;
        state.content = file.content;
        state.mode = file.mode;
        snapshot.files.insert(path, state);
    }
    return snapshot;
}

/// Where a folder that is no root would be in one: "etc" holds sysconfig or NetworkManager, the others are known by name.
QString placeOf(const QDir &folder)
{
    static const QMap<QString, QString> known{
        {u"network-scripts"_s, u"/etc/sysconfig/network-scripts"_s},
        {u"sysconfig"_s, u"/etc/sysconfig"_s},
        {u"NetworkManager"_s, u"/etc/NetworkManager"_s},
        {u"system-connections"_s, u"/etc/NetworkManager/system-connections"_s},
    };
    if (const auto place = known.constFind(folder.dirName()); place != known.cend())
        return *place;
    return folder.exists(u"sysconfig"_s) || folder.exists(u"NetworkManager"_s) ? u"/etc"_s : QString();
}

/// The one folder in it that is a root: what a report is unpacked to.
QString onlyRootIn(const QDir &folder)
{
    QStringList roots;
    for (const QString &name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (folder.exists(name + u"/etc"_s))
            roots.append(name);
    }
    return roots.size() == 1 ? folder.filePath(roots.first()) : QString();
}

/// What an archive tells of its host: the release.
Result<formats::HostConfiguration> hostOfReport(const QString &source)
{
    const QTemporaryDir unpacked;
    const auto files = report::readReport(source, [](const QString &path) {
        return path.startsWith(u"/etc/") && path.endsWith(u"-release") && formats::isSafePath(path);
    });
    if (!files)
        return tl::unexpected(files.error());
    for (const report::ReportFile &file : *files) {
        QFile copy(unpacked.path() + file.path);
        if (QDir(unpacked.path()).mkpath(u"etc"_s) && copy.open(QIODevice::WriteOnly))
            copy.write(file.content);
    }
    return formats::detectHost(unpacked.path());
}

} // namespace

Result<formats::FileSnapshot> readRoot(const QString &root, const formats::Format &format, QString *note)
{
    const QFileInfo info(root);
    if (info.isFile())
        return fromReport(root, {}, format);
    const QDir folder(info.absoluteFilePath());
    if (!info.isDir() || folder.exists(u"etc"_s))
        return formats::takeSnapshot(root, format);
    if (const QString place = placeOf(folder); !place.isEmpty()) {
        //: @info %1 a folder, %2 a path such as /etc
        *note = Words::tr("“%1” is read as the %2 of a host.").arg(root, place);
        return fromReport(root, place, format);
    }
    if (const QString inner = onlyRootIn(folder); !inner.isEmpty()) {
        //: @info %1 a folder
        *note = Words::tr("“%1” is read.").arg(inner);
        return formats::takeSnapshot(inner, format);
    }
    //: @info %1 a folder
    *note = Words::tr("There is no “etc” in “%1”: point --root at the folder that holds it.").arg(root);
    return formats::takeSnapshot(root, format);
}

Result<formats::HostConfiguration> hostOf(const QString &root)
{
    const QFileInfo info(root);
    const QDir folder(info.absoluteFilePath());
    if (info.isFile())
        return hostOfReport(root);
    const QString place = folder.exists(u"etc"_s) ? QString() : placeOf(folder);
    if (!place.isEmpty() && folder.path().endsWith(place))
        return formats::detectHost(folder.path().chopped(place.size()) + u'/');
    const QString inner = place.isEmpty() && !folder.exists(u"etc"_s) ? onlyRootIn(folder) : QString();
    return formats::detectHost(inner.isEmpty() ? root : inner);
}

} // namespace bondwright::cli
