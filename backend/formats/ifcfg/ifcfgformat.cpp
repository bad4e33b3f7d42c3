// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifcfg/ifcfgformat.h"

#include "formats/files/rootfolder.h"
#include "formats/ifcfg/folder.h"
#include "formats/ifcfg/ifcfgreader.h"
#include "formats/ifcfg/ifcfgwriter.h"
#include "formats/ifcfg/leftbehind.h"
#include "formats/ifcfg/moduleoptions.h"
#include "formats/ifcfg/rename.h"
#include "formats/losses.h"

using namespace Qt::StringLiterals;

namespace bondwright::formats::ifcfg
{

IfcfgFormat::IfcfgFormat(const Dialect &dialect)
    : m_dialect(dialect)
{
}

QStringList IfcfgFormat::folders() const
{
    return QStringList{scriptsFolder()} + modprobeFolders(m_dialect);
}

QStringList IfcfgFormat::paths() const
{
    return {u"/etc/modprobe.conf"_s, networkPath(), staticRoutesPath()};
}

Result<Rendering> IfcfgFormat::render(const BondPlan &plan, const FileSnapshot &snapshot) const
{
    auto rendering = IfcfgWriter(m_dialect, snapshot).write(plan);
    if (!rendering)
        return rendering;
    const FileSnapshot after = snapshot.with(rendering->changes);
    QList<Finding> aboutFiles;
    const auto kept = readBond(plan.name, Folder(after, m_dialect), &aboutFiles);
    nameLosses(plan, kept ? &*kept : nullptr, formatName(id()), &rendering->findings);
    return rendering;
}

Result<Rendering> IfcfgFormat::rename(const QString &bond, const QString &name, const FileSnapshot &snapshot) const
{
    return renameBond(bond, name, snapshot, m_dialect);
}

Result<Rendering> IfcfgFormat::remove(const QString &bond, const FileSnapshot &snapshot) const
{
    return IfcfgWriter(m_dialect, snapshot).remove(bond);
}

Reading IfcfgFormat::readFiles(const FileSnapshot &snapshot) const
{
    return readBonds(snapshot, m_dialect);
}

bool IfcfgFormat::isMissed(const QString &path, const Error &) const
{
    // "ifup" and others are links on every such host.
    return folderOf(path) != scriptsFolder() || !isIgnoredName(fileNameOf(path), m_dialect.release);
}

QList<Finding> IfcfgFormat::leftBehind(const FoundBond &found, const FileSnapshot &snapshot) const
{
    return leftBehindOf(found, Folder(snapshot, m_dialect));
}

QString IfcfgFormat::standaloneNic(const QString &path, const QByteArray &text) const
{
    const QString name = fileNameOf(path);
    for (const QString &prefix : {u"route-"_s, u"route6-"_s}) {
        if (name.startsWith(prefix))
            return name.mid(prefix.size());
    }
    FileSnapshot alone;
    alone.files.insert(path, FileState{text, 0644, 0, 0, {}});
    const Folder folder(alone, m_dialect);
    if (folder.files().isEmpty())
        return {};
    const IfcfgFile &file = folder.files().first();
    const bool isPort = file.file.contains("MASTER") || file.file.contains("MASTER_UUID") || isYes(file.text("SLAVE"))
        || file.file.contains("BRIDGE");
    return isPort ? QString() : file.baseDevice();
}

} // namespace bondwright::formats::ifcfg
