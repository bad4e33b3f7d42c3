// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/transport/sshconfig.h"

#include "host/transport/ssh.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <glob.h>

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

/// Files that "Include" names: relative ones lie in ~/.ssh, and any part may be a pattern (glob(7)).
QStringList includedBy(const QByteArray &config)
{
    QStringList paths;
    for (const QByteArray &line : config.split('\n')) {
        const QStringList words = wordsOf(line);
        if (words.value(0) != u"include")
            continue;
        for (const QString &word : words.mid(1)) {
            const QString pattern
                = word.startsWith(u'/') || word.startsWith(u'~') ? word : QDir::homePath() + u"/.ssh/"_s + word;
            glob_t found{};
            if (::glob(QFile::encodeName(pattern).constData(), GLOB_TILDE, nullptr, &found) == 0) {
                for (std::size_t i = 0; i < found.gl_pathc && paths.size() < maximumFiles; ++i)
                    paths.append(QFile::decodeName(found.gl_pathv[i]));
            }
            ::globfree(&found);
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
    QStringList names;
    QStringList paths{QDir::homePath() + u"/.ssh/config"_s};
    for (qsizetype at = 0; at < paths.size() && at < maximumFiles; ++at) { // an included one may include more
        const QByteArray config = readBounded(paths.at(at));
        names += hostNamesIn(config);
        for (const QString &path : includedBy(config)) {
            if (!paths.contains(path))
                paths.append(path);
        }
    }
    names.removeDuplicates();
    return names.first(std::min(names.size(), maximumHosts));
}

} // namespace bondwright::host
