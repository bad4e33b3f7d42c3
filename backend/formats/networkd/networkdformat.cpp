// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/networkd/networkdformat.h"

#include "domain/errorcode.h"
#include "formats/networkd/networkdreader.h"
#include "formats/networkd/networkdwriter.h"
#include "formats/spelling.h"

using namespace Qt::StringLiterals;

namespace bondwright::formats::networkd
{

QStringList NetworkdFormat::folders() const
{
    return UnitFolder::folders();
}

QStringList NetworkdFormat::foldersNamedBy(const FileSnapshot &soFar) const
{
    return UnitFolder::dropInFolders(soFar);
}

Result<Rendering> NetworkdFormat::render(const BondPlan &plan, const FileSnapshot &snapshot) const
{
    return NetworkdWriter(snapshot).write(plan);
}

Result<Rendering> NetworkdFormat::remove(const QString &bond, const FileSnapshot &snapshot) const
{
    return NetworkdWriter(snapshot).remove(bond);
}

Reading NetworkdFormat::readFiles(const FileSnapshot &snapshot) const
{
    return readBonds(snapshot);
}

bool NetworkdFormat::isMissed(const QString &path, const Error &problem) const
{
    // What a link hides is said where it is met.
    return UnitFolder::isUnit(path) && problem.code != errorcode::filesSymlink;
}

QList<Finding> NetworkdFormat::leftBehind(const FoundBond &found, const FileSnapshot &snapshot) const
{
    return leftBehindOf(found, UnitFolder(snapshot));
}

QString NetworkdFormat::standaloneNic(const QString &path, const QByteArray &text) const
{
    FileSnapshot alone;
    alone.files.insert(path, FileState{text, 0644, 0, 0, {}});
    const UnitFolder folder(alone);
    if (folder.networks().isEmpty())
        return {};
    const Unit &network = folder.networks().first();
    for (const QString &master : {u"Bond"_s, u"Bridge"_s, u"VRF"_s, u"BatmanAdvanced"_s}) {
        if (!network.value(u"Network"_s, master).isEmpty())
            return {};
    }
    const QStringList names = folder.candidates(network);
    return names.size() == 1 ? names.first() : QString();
}

QStringList NetworkdFormat::unsaidOptions(const QString &programVersion) const
{
    return unsaidOptionsOf(FileFormat::Networkd, programVersion);
}

} // namespace bondwright::formats::networkd
