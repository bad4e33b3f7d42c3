// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/files/record.h"

#include "domain/errorcode.h"
#include "domain/safename.h"
#include "formats/files/replacefile.h"
#include "formats/files/rootfolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTimeZone>

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace bondwright::formats
{

namespace
{

FileState privateFile(const QByteArray &content)
{
    // Only root reads copies of configuration files, whatever the originals' modes.
    return FileState{content, 0600, ::geteuid(), ::getegid(), {}};
}

Result<UniqueFd> openIn(const QString &root, const QString &path, bool make = false)
{
    auto opened = RootFolder::open(root);
    if (!opened)
        return tl::unexpected(opened.error());
    return opened->openFolder(path, make);
}

/// Empties and removes a folder of plain files that are not referred to any more.
void discard(int parent, const QString &root, const QString &path)
{
    if (auto folder = openIn(root, path)) {
        const QDir listing(root + path);
        for (const QString &name : listing.entryList(QDir::Files | QDir::Hidden | QDir::System))
            ::unlinkat(folder->get(), QFile::encodeName(name).constData(), 0);
    }
    ::unlinkat(parent, QFile::encodeName(fileNameOf(path)).constData(), AT_REMOVEDIR);
}

QString pathOf(const RecordPlace &place, const QString &id)
{
    return place.folder + u'/' + id;
}

QString keptName(const QString &id, const QString &keptAs)
{
    return u'.' + id + u'.' + keptAs; // the dot keeps it out of recordIds()
}

tl::unexpected<Error> missing(const QString &id)
{
    return fail(errorcode::recordMissing, QCoreApplication::translate("formats", "There is no backup “%1”.").arg(id));
}

Result<void> fillRecord(const RecordPlace &place, int parent, const QString &path, const Manifest &manifest,
                        const QList<QByteArray> &contents, const QMap<QString, QByteArray> &extra)
{
    auto own = openIn(place.root, path);
    if (!own)
        return tl::unexpected(own.error());
    for (qsizetype i = 0; i < manifest.entries.size(); ++i) {
        const ManifestEntry &entry = manifest.entries.at(i);
        if (!entry.existed)
            continue;
        if (auto done = stageFile(own->get(), entry.storedAs, privateFile(contents.at(i)), path); !done)
            return done;
    }
    for (auto it = extra.cbegin(); it != extra.cend(); ++it) {
        if (auto done = stageFile(own->get(), it.key(), privateFile(it.value()), path); !done)
            return done;
    }
    if (auto done = stageFile(own->get(), u"manifest.json"_s, privateFile(manifestToJson(manifest)), path); !done)
        return done;
    if (::fsync(own->get()) != 0)
        return tl::unexpected(posixError(path, errno));
    return renameFile(parent, fileNameOf(path), manifest.id, place.folder);
}

} // namespace

QString newRecordId(const QStringList &earlier)
{
    const QString ofDay = u"yyyyMMdd"_s;
    const QString ofTime = u"-HHmmss-zzz"_s;
    QDateTime now = QDateTime::currentDateTimeUtc();
    for (const QString &id : earlier) {
        const QDateTime its(QDate::fromString(id.left(ofDay.size()), ofDay),
                            QTime::fromString(id.mid(ofDay.size(), ofTime.size()), ofTime), QTimeZone::utc());
        if (its.isValid() && its >= now)
            now = its.addMSecs(1);
    }
    return now.toString(ofDay + ofTime) + u"-%1"_s.arg(QRandomGenerator::system()->generate(), 8, 16, QLatin1Char('0'));
}

Result<void> writeRecord(const RecordPlace &place, const Manifest &manifest, const QList<QByteArray> &contents,
                         const QMap<QString, QByteArray> &extra)
{
    auto parent = openIn(place.root, place.folder, true);
    if (!parent)
        return tl::unexpected(parent.error());
    const QString unfinished = u"."_s + manifest.id + u".new"_s;
    if (::mkdirat(parent->get(), QFile::encodeName(unfinished).constData(), 0700) != 0)
        return tl::unexpected(posixError(place.folder, errno));
    const QString path = pathOf(place, unfinished);
    auto written = fillRecord(place, parent->get(), path, manifest, contents, extra);
    if (!written)
        discard(parent->get(), place.root, path);
    return written;
}

Result<Manifest> readManifest(const RecordPlace &place, const QString &id)
{
    auto json = readExtra(place, id, u"manifest.json"_s);
    if (!json)
        return tl::unexpected(json.error());
    auto manifest = manifestFromJson(*json);
    if (manifest && manifest->id != id)
        return fail(u"manifest.broken"_s,
                    QCoreApplication::translate("formats", "The index of “%1” belongs to another record.").arg(id));
    return manifest;
}

Result<QByteArray> readExtra(const RecordPlace &place, const QString &id, const QString &name)
{
    if (!isSafeId(id))
        return missing(id);
    auto root = RootFolder::open(place.root);
    if (!root)
        return tl::unexpected(root.error());
    auto state = root->read(pathOf(place, id) + u'/' + name);
    if (!state)
        return tl::unexpected(state.error());
    if (!*state)
        return missing(id);
    return (*state)->content;
}

Result<void> replaceExtra(const RecordPlace &place, const QString &id, const QString &name, const QByteArray &content)
{
    auto own = openIn(place.root, pathOf(place, id));
    if (!own)
        return tl::unexpected(own.error());
    return replaceFile(own->get(), name, privateFile(content), pathOf(place, id));
}

Result<void> overwriteExtra(const RecordPlace &place, const QString &id, const QString &name, const QByteArray &content)
{
    auto own = openIn(place.root, pathOf(place, id));
    if (!own)
        return tl::unexpected(own.error());
    return overwriteFile(own->get(), name, content, pathOf(place, id));
}

Result<void> removeExtra(const RecordPlace &place, const QString &id, const QString &name)
{
    auto own = openIn(place.root, pathOf(place, id));
    if (!own)
        return tl::unexpected(own.error());
    return unlinkFile(own->get(), name, pathOf(place, id));
}

qint64 recordBytes(const RecordPlace &place, const QString &id)
{
    qint64 bytes = 0;
    const QDir listing(place.root + pathOf(place, id));
    for (const QFileInfo &file : listing.entryInfoList(QDir::Files | QDir::Hidden | QDir::System))
        bytes += file.size();
    return bytes;
}

Result<FileState> readStored(const RecordPlace &place, const QString &id, const ManifestEntry &entry)
{
    auto content = readExtra(place, id, entry.storedAs);
    if (!content || contentDigest(*content) != entry.oldDigest)
        return fail(u"manifest.digest"_s,
                    QCoreApplication::translate("formats", "The saved original of “%1” is damaged.").arg(entry.path),
                    QCoreApplication::translate("formats", "Take another backup, or write the file by hand."));
    return FileState{*content, entry.mode, entry.owner, entry.group, entry.xattrs};
}

Result<void> removeRecord(const RecordPlace &place, const QString &id, const QString &keepAs)
{
    if (!isSafeId(id))
        return missing(id);
    auto parent = openIn(place.root, place.folder);
    if (!parent)
        return tl::unexpected(parent.error());
    const QString away = keptName(id, keepAs.isEmpty() ? u"done"_s : keepAs);
    // This is the moment the record ends.
    if (auto renamed = renameFile(parent->get(), id, away, pathOf(place, id)); !renamed)
        return renamed;
    if (keepAs.isEmpty())
        discard(parent->get(), place.root, pathOf(place, away));
    return {};
}

QList<Manifest> keptRecords(const RecordPlace &place, const QString &keptAs)
{
    QList<Manifest> found;
    const auto root = RootFolder::open(place.root);
    const QDir listing(place.root + place.folder);
    for (const QString &name : listing.entryList({u".*."_s + keptAs}, QDir::Dirs | QDir::Hidden)) {
        const auto file = root ? root->read(pathOf(place, name) + u"/manifest.json"_s) : tl::unexpected(root.error());
        const auto manifest = file && *file ? manifestFromJson((*file)->content) : missing(name);
        if (manifest && keptName(manifest->id, keptAs) == name)
            found.append(*manifest);
    }
    return found;
}

void discardKept(const RecordPlace &place, const QString &id, const QString &keptAs)
{
    if (auto parent = openIn(place.root, place.folder))
        discard(parent->get(), place.root, pathOf(place, keptName(id, keptAs)));
}

Result<QStringList> recordIds(const RecordPlace &place)
{
    auto opened = openIn(place.root, place.folder);
    if (!opened) {
        if (!QFileInfo::exists(place.root + place.folder))
            return QStringList();
        return tl::unexpected(opened.error());
    }
    QStringList found;
    const QDir listing(place.root + place.folder);
    for (const QString &name : listing.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        if (isSafeId(name))
            found.append(name);
    }
    return found;
}

void sweepRecords(const RecordPlace &place)
{
    auto parent = openIn(place.root, place.folder);
    if (!parent)
        return;
    const QDir listing(place.root + place.folder);
    for (const QString &name : listing.entryList({u".*.new"_s, u".*.done"_s}, QDir::Dirs | QDir::Hidden))
        discard(parent->get(), place.root, pathOf(place, name));
}

} // namespace bondwright::formats
