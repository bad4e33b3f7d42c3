// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/transport/sshconfig.h"

#include "host/transport/ssh.h"

#include <QDir>
#include <QFileInfo>

namespace bondwright::host
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype maximumHosts = 1000;
constexpr qint64 maximumFile = 1024 * 1024;
constexpr qsizetype maximumFiles = 64;

/// "Key value …" or "Key=value" (ssh_config(5)): the words, the first one in small letters.
QStringList wordsOf(const QByteArray &line)
{
    QStringList words = QString::fromUtf8(line).replace(u'=', u' ').simplified().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty() || words.first().startsWith(u'#'))
        return {};
    words.first() = words.first().toLower();
    for (QString &word : words)
        word.remove(u'"');
    return words;
}

QByteArray readBounded(const QString &path)
{
    QFile file(path);
    return QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly) ? file.read(maximumFile) : QByteArray();
}

/// Files that "Include" names: relative ones lie in ~/.ssh, the last part may be a pattern.
QStringList includedBy(const QByteArray &config)
{
    QStringList paths;
    for (const QByteArray &line : config.split('\n')) {
        const QStringList words = wordsOf(line);
        if (words.value(0) != u"include")
            continue;
        for (QString path : words.mid(1)) {
            if (path.startsWith(u"~/"))
                path.replace(0, 1, QDir::homePath());
            const QFileInfo info(QDir(QDir::homePath() + u"/.ssh"_s), path);
            for (const QFileInfo &found : info.dir().entryInfoList({info.fileName()}, QDir::Files, QDir::Name)) {
                if (paths.size() < maximumFiles)
                    paths.append(found.filePath());
            }
        }
    }
    return paths;
}

} // namespace

QStringList hostNamesIn(const QByteArray &sshConfig)
{
    QStringList names;
    for (const QByteArray &line : sshConfig.split('\n')) {
        const QStringList words = wordsOf(line);
        if (words.value(0) != u"host")
            continue;
        for (const QString &name : words.mid(1)) {
            const bool isPattern = name.contains(u'*') || name.contains(u'?') || name.startsWith(u'!');
            if (!isPattern && isHostName(name) && !names.contains(name) && names.size() < maximumHosts)
                names.append(name);
        }
    }
    return names;
}

QStringList configuredHosts()
{
    const QByteArray config = readBounded(QDir::homePath() + u"/.ssh/config"_s);
    QStringList names = hostNamesIn(config);
    for (const QString &path : includedBy(config))
        names += hostNamesIn(readBounded(path));
    names.removeDuplicates();
    return names;
}

} // namespace bondwright::host
