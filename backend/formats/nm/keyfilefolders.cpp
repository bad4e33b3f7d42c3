// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/nm/keyfilefolders.h"

#include "formats/files/rootfolder.h"

#include <QRegularExpression>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace bondwright::formats::nm
{

namespace
{

constexpr auto extension = ".nmconnection"_L1;
constexpr auto tombstoneExtension = ".nmmeta"_L1;

} // namespace

QString keyfileFolder()
{
    return u"/etc/NetworkManager/system-connections"_s;
}

QStringList keyfileFolders()
{
    return {u"/run/NetworkManager/system-connections"_s, keyfileFolder(),
            u"/usr/lib/NetworkManager/system-connections"_s};
}

int folderRank(const QString &path)
{
    return int(keyfileFolders().indexOf(folderOf(path)));
}

bool isKeyfilePath(const QString &path)
{
    const QString folder = folderOf(path);
    const QString name = fileNameOf(path);
    if (!keyfileFolders().contains(folder) || name.startsWith(u'.'))
        return false;
    if (folder != keyfileFolder())
        return name.size() > extension.size() && name.endsWith(extension);
    static const QRegularExpression temporary(u"\\.[A-Za-z0-9]{6}$"_s);
    return !name.endsWith(u'~') && !name.endsWith(".pem"_L1, Qt::CaseInsensitive)
        && !name.endsWith(".der"_L1, Qt::CaseInsensitive) && !name.contains(temporary);
}

QString keyfilePathFor(const QString &id)
{
    QString name = id;
    for (QChar &c : name) {
        if (c == u'/' || c.category() == QChar::Other_Control)
            c = u'_';
    }
    return keyfileFolder() + u'/' + name + extension;
}

QString pathInEtc(const QString &path)
{
    return keyfileFolder() + u'/' + fileNameOf(path);
}

QString defaultId(const QString &path)
{
    const QString name = fileNameOf(path);
    return name.size() > extension.size() && name.endsWith(extension) ? name.chopped(extension.size()) : name;
}

QString defaultUuid(const QString &path)
{
    // nm_keyfile_read_ensure_uuid(): its namespace, and the two texts with their terminating zeros.
    static const QUuid space(u"b425e9fb-7598-44b4-9e3b-5a2e3aaa4905"_s);
    const QByteArray seed = QByteArrayLiteral("keyfile\0") + pathInEtc(path).toUtf8() + '\0';
    return QUuid::createUuidV3(space, seed).toString(QUuid::WithoutBraces);
}

QString tombstonePath(const QString &uuid)
{
    return keyfileFolder() + u'/' + uuid + tombstoneExtension;
}

QByteArray tombstoneText(const QString &uuid)
{
    return "[nmmeta]\nuuid=" + uuid.toUtf8() + "\nloaded-path=/dev/null\n";
}

std::optional<QString> uuidOfTombstone(const QString &path, const std::optional<QByteArray> &text)
{
    const QString name = fileNameOf(path);
    if (!name.endsWith(tombstoneExtension) || !keyfileFolders().first(2).contains(folderOf(path)))
        return std::nullopt;
    const QString uuid = name.chopped(tombstoneExtension.size());
    if (QUuid::fromString(uuid).isNull())
        return std::nullopt;
    if (text && !(text->contains("uuid=" + uuid.toUtf8()) && text->contains("loaded-path=/dev/null")))
        return std::nullopt;
    return uuid;
}

} // namespace bondwright::formats::nm
