// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/format.h"

#include "domain/errorcode.h"
#include "formats/files/rootfolder.h"
#include "formats/findinglist.h"
#include "formats/host/cloudinithost.h"
#include "formats/host/nicnames.h"
#include "formats/host/programversion.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats
{

const FoundBond *Reading::find(QStringView bond) const
{
    const auto it = std::find_if(bonds.cbegin(), bonds.cend(),
                                 [bond](const FoundBond &found) { return found.plan.name == bond; });
    return it == bonds.cend() ? nullptr : &*it;
}

bool Reading::hasRoomFor(const QString &bond)
{
    constexpr qsizetype maxBonds = 128;
    const QString code = u"format.too-many-bonds"_s;
    if (bonds.size() < maxBonds)
        return true;
    if (std::any_of(findings.cbegin(), findings.cend(), [&code](const Finding &f) { return f.code == code; }))
        return false;
    findings.append(
        finding(Severity::Warning, code, {},
                QCoreApplication::translate("formats",
                                            "These files have more than %1 bonds: “%2” and what follows is not read.")
                    .arg(maxBonds)
                    .arg(bond),
                QCoreApplication::translate("formats", "Take away the files of bonds that this host does not have.")));
    return false;
}

const FileState *FileSnapshot::find(const QString &path) const
{
    const auto it = files.constFind(path);
    return it == files.cend() ? nullptr : &*it;
}

FileChange FileSnapshot::change(const QString &path, std::optional<QByteArray> newText, quint32 newMode) const
{
    FileChange change;
    change.path = path;
    change.newText = std::move(newText);
    change.mode = newMode;
    if (const FileState *old = find(path)) {
        change.oldText = old->content;
        change.mode = old->mode;
        change.owner = old->owner;
        change.group = old->group;
    }
    return change;
}

FileSnapshot FileSnapshot::with(const ChangeSet &changes) const
{
    FileSnapshot after = *this;
    for (const FileChange &change : changes.files) {
        if (change.newText)
            after.files[change.path] = {*change.newText, change.mode, change.owner, change.group,
                                        change.xattrs.value_or(QMap<QByteArray, QByteArray>())};
        else
            after.files.remove(change.path);
    }
    return after;
}

QByteArray FileSnapshot::digest() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (auto it = files.cbegin(); it != files.cend(); ++it) {
        hash.addData(it.key().toUtf8());
        hash.addData(QByteArray(1, '\0'));
        hash.addData(contentDigest(it->content));
    }
    return hash.result().toHex();
}

Result<Rendering> Format::rename(const QString &, const QString &, const FileSnapshot &) const
{
    return fail(errorcode::noRename,
                QCoreApplication::translate("formats", "Files of this kind can only be written anew."));
}

Reading Format::read(const FileSnapshot &snapshot) const
{
    Reading reading = readFiles(snapshot);
    for (auto it = snapshot.unreadable.cbegin(); it != snapshot.unreadable.cend(); ++it) {
        if (folders().contains(it.key()) || isMissed(it.key(), *it))
            reading.findings.append(finding(Severity::Warning, it->code, it.key(), it->message, it->hint));
    }
    return reading;
}

static Result<Rendering> renderOver(const Format &format, const BondPlan &plan, const FileSnapshot &snapshot)
{
    if (plan.replaces.isEmpty())
        return format.render(plan, snapshot);
    auto renamed = format.rename(plan.replaces, plan.name, snapshot);
    if (!renamed && renamed.error().code == errorcode::noRename) {
        renamed = format.remove(plan.replaces, snapshot);
        const Reading present = format.read(snapshot);
        if (const FoundBond *found = renamed ? present.find(plan.replaces) : nullptr)
            renamed->findings += format.leftBehind(*found, snapshot);
    }
    if (!renamed)
        return renamed.error().code == errorcode::noBond ? format.render(plan, snapshot) : renamed;
    auto written = format.render(plan, snapshot.with(renamed->changes));
    if (!written)
        return written;
    Rendering both{{}, renamed->findings + written->findings};
    for (FileChange change : written->changes.files) {
        const FileState *before = snapshot.find(change.path);
        change.oldText = before ? std::optional(before->content) : std::nullopt;
        if (const FileChange *moved = renamed->changes.find(change.path))
            change.xattrs = moved->xattrs;
        both.changes.add(change);
    }
    for (const FileChange &change : renamed->changes.files) {
        if (!written->changes.find(change.path))
            both.changes.add(change);
    }
    return both;
}

Result<Rendering> renderReplacing(const Format &format, const BondPlan &plan, const FileSnapshot &snapshot)
{
    auto rendering = renderOver(format, plan, snapshot);
    if (rendering)
        rendering->findings += cloudInitFindings(rendering->changes, snapshot);
    return rendering;
}

namespace
{

/// More than this say more than a host ever has.
constexpr int maxFiles = 4096;
constexpr int maxRounds = 8;

class SnapshotTaker
{
public:
    explicit SnapshotTaker(const RootFolder &root)
        : m_root(root)
    {
    }

    void takeFolder(const QString &folder)
    {
        if (m_folders.contains(folder))
            return;
        m_folders.insert(folder);
        const auto names = m_root.list(folder);
        if (!names) {
            snapshot.unreadable.insert(folder, names.error());
            return;
        }
        for (const QString &name : *names)
            takeFile(folder + u'/' + name);
    }

    void takeFile(const QString &path)
    {
        if (m_paths.contains(path) || !isSafePath(path) || m_paths.size() >= maxFiles)
            return;
        m_paths.insert(path);
        auto state = m_root.readLinked(path);
        if (!state)
            snapshot.unreadable.insert(path, state.error());
        else if (*state)
            snapshot.files.insert(path, **state);
    }

    qsizetype size() const { return m_folders.size() + m_paths.size(); }

    FileSnapshot snapshot;

private:
    const RootFolder &m_root;
    QSet<QString> m_folders;
    QSet<QString> m_paths;
};

} // namespace

Result<FileSnapshot> takeSnapshot(const QString &root, const Format &format)
{
    auto opened = RootFolder::open(root);
    if (!opened)
        return tl::unexpected(opened.error());
    SnapshotTaker taker(*opened);
    const QStringList folders = format.folders();
    for (const QString &folder : folders)
        taker.takeFolder(folder);
    const QMap<QString, Error> failed = taker.snapshot.unreadable;
    if (!folders.isEmpty() && std::all_of(folders.cbegin(), folders.cend(), [&](const QString &folder) {
            return failed.contains(folder);
        }))
        return tl::unexpected(failed.value(folders.last()));
    for (const QString &path : format.paths())
        taker.takeFile(path);
    if (QDir(root).canonicalPath() == u"/")
        taker.snapshot.nicNames = nicNamesByMac();
    taker.snapshot.programVersion = programVersion(*opened, format.id());
    taker.snapshot.isWrittenByCloudInit = doesCloudInitWrite(*opened);
    qsizetype before = -1;
    for (int round = 0; round < maxRounds && taker.size() != before; ++round) {
        before = taker.size();
        for (const QString &folder : format.foldersNamedBy(taker.snapshot))
            taker.takeFolder(folder);
        for (const QString &path : format.pathsNamedBy(taker.snapshot))
            taker.takeFile(path);
    }
    return std::move(taker.snapshot);
}

} // namespace bondwright::formats
