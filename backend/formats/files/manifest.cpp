// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/files/manifest.h"

#include "domain/safename.h"
#include "formats/files/rootfolder.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats
{

namespace
{

QString text(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes);
}

tl::unexpected<Error> broken(const QString &where)
{
    return fail(u"manifest.broken"_s,
                QCoreApplication::translate("formats", "The index is damaged at “%1”.").arg(where),
                QCoreApplication::translate("formats", "Nothing was changed. Look at the folder by hand."));
}

bool isDigest(QStringView digest)
{
    return digest.size() == 64 && std::all_of(digest.cbegin(), digest.cend(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

/// A name within one folder: no way out of it.
bool isSafeName(QStringView name)
{
    return !name.isEmpty() && name.size() <= 255 && name != u"." && name != u".." && !name.contains(u'/')
        && std::none_of(name.cbegin(), name.cend(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

std::optional<quint32> number(const QJsonValue &value, qint64 maximum)
{
    const qint64 n = value.toInteger(-1);
    return value.isDouble() && n >= 0 && n <= maximum ? std::optional(quint32(n)) : std::nullopt;
}

/// Over every member but itself; QJsonObject keeps them sorted, so white space and order do not count.
QString sealOf(QJsonObject object)
{
    object.remove(u"seal"_s);
    return text(contentDigest(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

QJsonObject entryToJson(const ManifestEntry &entry)
{
    QJsonObject object{{u"path"_s, entry.path}, {u"existed"_s, entry.existed}};
    if (entry.existed) {
        object.insert(u"sha256"_s, text(entry.oldDigest));
        object.insert(u"stored"_s, entry.storedAs);
        object.insert(u"mode"_s, qint64(entry.mode));
        object.insert(u"owner"_s, qint64(entry.owner));
        object.insert(u"group"_s, qint64(entry.group));
        QJsonObject xattrs;
        for (auto it = entry.xattrs.cbegin(); it != entry.xattrs.cend(); ++it)
            xattrs.insert(QString::fromUtf8(it.key()), text(it.value().toBase64()));
        object.insert(u"xattrs"_s, xattrs);
    }
    if (!entry.newDigest.isEmpty()) {
        object.insert(u"newSha256"_s, text(entry.newDigest));
        object.insert(u"staged"_s, entry.stagedAs);
    }
    return object;
}

Result<ManifestEntry> entryFromJson(const QJsonObject &object, const QString &where)
{
    ManifestEntry entry;
    entry.path = object.value("path"_L1).toString();
    if (!isSafePath(entry.path))
        return broken(where + u".path"_s);
    if (!object.value("existed"_L1).isBool())
        return broken(where + u".existed"_s);
    entry.existed = object.value("existed"_L1).toBool();
    if (entry.existed) {
        const QString digest = object.value("sha256"_L1).toString();
        if (!isDigest(digest))
            return broken(where + u".sha256"_s);
        entry.oldDigest = digest.toLatin1();
        entry.storedAs = object.value("stored"_L1).toString();
        if (!isSafeName(entry.storedAs))
            return broken(where + u".stored"_s);
        const auto mode = number(object.value("mode"_L1), 07777);
        const auto owner = number(object.value("owner"_L1), 0xffffffffLL);
        const auto group = number(object.value("group"_L1), 0xffffffffLL);
        if (!mode || !owner || !group)
            return broken(where + u".mode"_s);
        entry.mode = *mode;
        entry.owner = *owner;
        entry.group = *group;
        const QJsonObject xattrs = object.value("xattrs"_L1).toObject();
        for (auto it = xattrs.begin(); it != xattrs.end(); ++it) {
            const auto value = QByteArray::fromBase64Encoding(it.value().toString().toLatin1(),
                                                              QByteArray::AbortOnBase64DecodingErrors);
            if (!value || it.key().isEmpty() || it.key().size() > 255)
                return broken(where + u".xattrs"_s);
            entry.xattrs.insert(it.key().toUtf8(), *value);
        }
    }
    if (object.contains("newSha256"_L1)) {
        const QString digest = object.value("newSha256"_L1).toString();
        entry.stagedAs = object.value("staged"_L1).toString();
        if (!isDigest(digest) || !isSafeName(entry.stagedAs))
            return broken(where + u".newSha256"_s);
        entry.newDigest = digest.toLatin1();
    }
    return entry;
}

} // namespace

QByteArray manifestToJson(const Manifest &manifest)
{
    QJsonArray entries;
    for (const ManifestEntry &entry : manifest.entries)
        entries.append(entryToJson(entry));
    QJsonObject object{{u"version"_s, Manifest::currentVersion},
                       {u"id"_s, manifest.id},
                       {u"created"_s, manifest.createdAt.toUTC().toString(Qt::ISODateWithMs)},
                       {u"reason"_s, manifest.reason},
                       {u"tool"_s, manifest.tool},
                       {u"files"_s, entries}};
    if (!manifest.createdFolders.isEmpty())
        object.insert(u"createdFolders"_s, QJsonArray::fromStringList(manifest.createdFolders));
    object.insert(u"seal"_s, sealOf(object));
    return QJsonDocument(object).toJson();
}

Result<Manifest> manifestFromJson(const QByteArray &json)
{
    if (json.size() > maxManifestBytes)
        return broken(u"size"_s);
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (!document.isObject())
        return broken(parseError.error == QJsonParseError::NoError
                          ? u"/"_s
                          : QCoreApplication::translate("formats", "byte %1").arg(parseError.offset));
    const QJsonObject object = document.object();
    if (object.value("version"_L1).toInteger(-1) != Manifest::currentVersion)
        return fail(u"manifest.version"_s,
                    QCoreApplication::translate("formats", "The index was written by another version of this program."),
                    QCoreApplication::translate("formats", "Use that version; nothing was changed."));
    Manifest manifest;
    manifest.id = object.value("id"_L1).toString();
    if (!isSafeId(manifest.id))
        return broken(u"id"_s);
    manifest.createdAt = QDateTime::fromString(object.value("created"_L1).toString(), Qt::ISODateWithMs).toUTC();
    if (!manifest.createdAt.isValid())
        return broken(u"created"_s);
    manifest.reason = object.value("reason"_L1).toString().left(256);
    manifest.tool = object.value("tool"_L1).toString().left(256);
    const QJsonArray entries = object.value("files"_L1).toArray();
    if (!object.value("files"_L1).isArray() || entries.size() > maxManifestEntries)
        return broken(u"files"_s);
    for (qsizetype i = 0; i < entries.size(); ++i) {
        auto entry = entryFromJson(entries.at(i).toObject(), u"files[%1]"_s.arg(i));
        if (!entry)
            return tl::unexpected(entry.error());
        const auto isSame = [&](const ManifestEntry &other) { return other.path == entry->path; };
        if (std::any_of(manifest.entries.cbegin(), manifest.entries.cend(), isSame))
            return broken(u"files[%1].path"_s.arg(i));
        manifest.entries.append(std::move(*entry));
    }
    for (const QJsonValue &folder : object.value("createdFolders"_L1).toArray()) {
        if (!isSafePath(folder.toString()))
            return broken(u"createdFolders"_s);
        manifest.createdFolders.append(folder.toString());
    }
    // Last, so that a fault that can be named is named. What is left are values that are possible and wrong:
    // one flipped bit makes another owner, or another file's name.
    if (object.value("seal"_L1).toString() != sealOf(object))
        return broken(u"seal"_s);
    return manifest;
}

} // namespace bondwright::formats
