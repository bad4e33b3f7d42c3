// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/host/managerconf.h"

#include "formats/files/rootfolder.h"

using namespace Qt::StringLiterals;

namespace bondwright::formats
{

namespace
{

QStringList inOrder(const QMap<QString, QByteArray> &texts)
{
    const QStringList folders = managerConfFolders();
    QStringList paths;
    for (qsizetype i = 0; i < folders.size(); ++i) {
        if (i == folders.size() - 1)
            paths.append(managerConfPath());
        for (auto it = texts.cbegin(); it != texts.cend(); ++it) {
            bool isHidden = folderOf(it.key()) != folders.at(i) || !it.key().endsWith(u".conf");
            for (qsizetype later = i + 1; later < folders.size(); ++later)
                isHidden = isHidden || texts.contains(folders.at(later) + u'/' + fileNameOf(it.key()));
            if (!isHidden)
                paths.append(it.key());
        }
    }
    return paths;
}

} // namespace

QString managerConfPath()
{
    return u"/etc/NetworkManager/NetworkManager.conf"_s;
}

QStringList managerConfFolders()
{
    return {u"/usr/lib/NetworkManager/conf.d"_s, u"/run/NetworkManager/conf.d"_s, u"/etc/NetworkManager/conf.d"_s};
}

std::optional<ManagerValue> managerValue(const QMap<QString, QByteArray> &texts, const QByteArray &group,
                                         const QByteArray &key)
{
    std::optional<ManagerValue> found;
    for (const QString &path : inOrder(texts)) {
        bool isInGroup = false;
        for (const QByteArray &raw : texts.value(path).split('\n')) {
            const QByteArray line = raw.trimmed();
            const qsizetype equals = line.indexOf('=');
            if (line.startsWith('['))
                isInGroup = line == '[' + group + ']';
            else if (isInGroup && equals > 0 && line.left(equals).trimmed() == key)
                found = ManagerValue{QString::fromUtf8(line.mid(equals + 1)).trimmed(), path};
        }
    }
    return found;
}

} // namespace bondwright::formats
