// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifupdown/ifupdownformat.h"

#include "formats/ifupdown/ifupdownwriter.h"
#include "formats/spelling.h"

namespace bondwright::formats::ifupdown
{

QStringList IfupdownFormat::paths() const
{
    return InterfacesTree::pathsNamedBy({});
}

QStringList IfupdownFormat::foldersNamedBy(const FileSnapshot &soFar) const
{
    return InterfacesTree::foldersNamedBy(soFar);
}

QStringList IfupdownFormat::pathsNamedBy(const FileSnapshot &soFar) const
{
    return InterfacesTree::pathsNamedBy(soFar);
}

Result<Rendering> IfupdownFormat::render(const BondPlan &plan, const FileSnapshot &snapshot) const
{
    return IfupdownWriter(snapshot).write(plan);
}

Result<Rendering> IfupdownFormat::remove(const QString &bond, const FileSnapshot &snapshot) const
{
    return IfupdownWriter(snapshot).remove(bond);
}

Reading IfupdownFormat::readFiles(const FileSnapshot &snapshot) const
{
    return readBonds(snapshot);
}

QList<Finding> IfupdownFormat::leftBehind(const FoundBond &found, const FileSnapshot &snapshot) const
{
    return leftBehindOf(found, InterfacesTree(snapshot));
}

QStringList IfupdownFormat::unsaidOptions(const QString &programVersion) const
{
    return unsaidOptionsOf(FileFormat::Ifupdown, programVersion);
}

} // namespace bondwright::formats::ifupdown
