// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/format.h"

#include "formats/files/rootfolder.h"
#include "formats/host/nicnames.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>

namespace bondwright::formats
{

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

FileSnapshot withChanges(FileSnapshot snapshot, const ChangeSet &changes)
{
    for (const FileChange &change : changes.files) {
        if (change.newText)
            snapshot.files.insert(change.path, {*change.newText, change.mode, change.owner, change.group, {}});
        else
            snapshot.files.remove(change.path);
    }
    return snapshot;
}

Result<Rendering> Format::rename(const QString &, const QString &, const FileSnapshot &) const
{
    return fail(QStringLiteral("format.no-rename"),
                QCoreApplication::translate("formats", "Files of this kind can only be written anew."));
}

Result<Rendering> renderReplacing(const Format &format, const BondPlan &plan, const FileSnapshot &snapshot)
{
    if (plan.replaces.isEmpty())
        return format.render(plan, snapshot);
    auto renamed = format.rename(plan.replaces, plan.name, snapshot);
    if (!renamed && renamed.error().code == u"format.no-rename")
        renamed = format.remove(plan.replaces, snapshot);
    if (!renamed)
        return renamed.error().code == u"format.no-bond" ? format.render(plan, snapshot) : renamed;
    auto written = format.render(plan, withChanges(snapshot, renamed->changes));
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

Result<FileSnapshot> takeSnapshot(const QString &root, const Format &format)
{
    auto opened = RootFolder::open(root);
    if (!opened)
        return tl::unexpected(opened.error());
    QStringList paths = format.paths();
    FileSnapshot snapshot;
    const QStringList folders = format.folders();
    for (const QString &folder : folders) {
        auto names = opened->list(folder);
        if (!names) {
            snapshot.unreadable.insert(folder, names.error());
            if (snapshot.unreadable.size() == folders.size())
                return tl::unexpected(names.error());
            continue;
        }
        for (const QString &name : std::as_const(*names)) {
            if (isSafePath(folder + u'/' + name))
                paths.append(folder + u'/' + name);
        }
    }
    if (QDir(root).canonicalPath() == u"/")
        snapshot.nicNames = nicNamesByMac();
    for (const QString &path : std::as_const(paths)) {
        auto state = opened->readLinked(path);
        if (!state)
            snapshot.unreadable.insert(path, state.error());
        else if (*state)
            snapshot.files.insert(path, std::move(**state));
    }
    return snapshot;
}

} // namespace bondwright::formats
