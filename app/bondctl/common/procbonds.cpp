// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/procbonds.h"

#include "command.h"
#include "common/words.h"
#include "kernel/proc/procsnapshot.h"
#include "report/supportreport.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

using kernel::ProcBond;

constexpr qint64 largestText = 1024 * 1024;
constexpr qsizetype mostFiles = 256;

Result<QList<ProcBond>> named(Result<QList<ProcBond>> bonds, const QString &name)
{
    if (!bonds)
        return bonds;
    for (ProcBond &bond : *bonds) {
        if (bond.bond.name.isEmpty())
            bond.bond.name = name;
    }
    return bonds;
}

Result<QList<ProcBond>> fromFile(const QString &source)
{
    // Standard input has no name.
    const QString name = source == u"-" ? u"bond"_s : QFileInfo(source).fileName();
    return readInput(source, largestText).and_then([&name](const QByteArray &text) {
        return named(kernel::parseProcBonding(text), name);
    });
}

Error noBond(const QString &source)
{
    return {u"proc.none"_s,
            //: @error %1 a file or folder
            Words::tr("“%1” holds no copy of /proc/net/bonding.").arg(source),
            //: @info what to do
            Words::tr("Give the files themselves, their folder, or a support report that has proc/net/bonding.")};
}

Result<QList<ProcBond>> fromReport(const QString &source)
{
    const auto files
        = report::readReport(source, [](const QString &path) { return path.startsWith(u"/proc/net/bonding/"_s); });
    if (!files)
        return tl::unexpected(files.error());
    QList<ProcBond> all;
    for (const report::ReportFile &file : *files)
        all += named(kernel::parseProcBonding(file.content.left(largestText)), file.path.section(u'/', -1))
                   .value_or(QList<ProcBond>());
    return all;
}

/// A folder with copies of the files; other files in it do not matter.
QList<ProcBond> fromFolder(const QString &source)
{
    QList<ProcBond> all;
    for (const QFileInfo &file : QDir(source).entryInfoList(QDir::Files, QDir::Name).mid(0, mostFiles))
        all += fromFile(file.filePath()).value_or(QList<ProcBond>());
    return all;
}

Result<QList<ProcBond>> bondsOf(const QString &source)
{
    const bool isFolder = source != u"-" && QFileInfo(source).isDir();
    if (!isFolder && (source == u"-" || !report::isArchive(source)))
        return fromFile(source);
    Result<QList<ProcBond>> bonds = fromReport(source);
    if (bonds && bonds->isEmpty() && isFolder)
        bonds = fromFolder(source);
    if (bonds && bonds->isEmpty())
        return tl::unexpected(noBond(source));
    return bonds;
}

} // namespace

ProcBonds readProcBonds(const QStringList &sources)
{
    ProcBonds result;
    QList<ProcBond> all;
    for (const QString &source : sources) {
        if (const Result<QList<ProcBond>> bonds = bondsOf(source))
            all += *bonds;
        else
            result.problems.append(bonds.error());
    }
    result.snapshot = kernel::snapshotOf(all);
    // The snapshot keeps the order of the list.
    auto bond = all.cbegin();
    for (const int ifindex : result.snapshot.bonds.keys())
        result.unknownLines.insert(ifindex, (bond++)->unknownLines);
    return result;
}

} // namespace bondwright::cli
