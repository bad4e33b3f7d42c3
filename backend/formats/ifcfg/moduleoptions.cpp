// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifcfg/moduleoptions.h"

#include "formats/files/rootfolder.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::formats::ifcfg
{

namespace
{

bool isOldInstall(const ModprobeLine &line)
{
    return line.directive() == "install" && line.name() != "bonding" && line.words.contains("bonding")
        && line.words.contains("-o");
}

/// "options bond1 -o bond1 …", as the kernel's bonding.txt has it: release 5 loads the driver once more under that name.
bool isRenaming(const ModprobeLine &line, const Dialect &dialect)
{
    return dialect.release == 5 && line.directive() == "options" && line.words.value(2) == "-o"
        && line.words.value(3) == line.name();
}

/// The words with "=" among them: what precedes is the command itself.
QStringList parameters(const QByteArrayList &words)
{
    QStringList result;
    for (const QByteArray &word : words) {
        if (word.contains('='))
            result.append(QString::fromUtf8(word));
    }
    return result;
}

} // namespace

bool isModprobeFile(const QString &path, const Dialect &dialect)
{
    if (path == u"/etc/modprobe.conf")
        return dialect.release <= 6 || path.endsWith(u".conf");
    return folderOf(path) == u"/etc/modprobe.d" && (path.endsWith(u".conf") || dialect.release <= 6);
}

QStringList modprobeFolders(const Dialect &dialect)
{
    QStringList folders{u"/etc/modprobe.d"_s};
    if (dialect.release >= 7)
        folders += {u"/run/modprobe.d"_s, u"/usr/local/lib/modprobe.d"_s, u"/usr/lib/modprobe.d"_s};
    return folders;
}

QStringList modprobeFiles(const FileSnapshot &snapshot, const Dialect &dialect)
{
    QMap<QString, QString> byName;
    for (const QString &folder : modprobeFolders(dialect)) {
        for (auto it = snapshot.files.cbegin(); it != snapshot.files.cend(); ++it) {
            const bool isRead
                = folder == u"/etc/modprobe.d" ? isModprobeFile(it.key(), dialect) : it.key().endsWith(u".conf");
            if (isRead && folderOf(it.key()) == folder && !byName.contains(fileNameOf(it.key())))
                byName.insert(fileNameOf(it.key()), it.key());
        }
    }
    const QString single = u"/etc/modprobe.conf"_s;
    return (snapshot.find(single) ? QStringList{single} : QStringList()) + byName.values();
}

ModuleOptions::ModuleOptions(const FileSnapshot &snapshot, const Dialect &dialect)
    : m_dialect(dialect)
{
    for (const QString &path : modprobeFiles(snapshot, dialect)) {
        for (const ModprobeLine &line : ModprobeFile(snapshot.find(path)->content).lines())
            m_lines.append({path, line});
    }
}

bool ModuleOptions::hasAlias(const QString &bond) const
{
    return std::any_of(m_lines.cbegin(), m_lines.cend(), [&](const ModuleLine &l) {
        return l.line.directive() == "alias" && l.line.name() == bond.toUtf8() && l.line.words.value(2) == "bonding";
    });
}

bool ModuleOptions::names(const QString &bond) const
{
    return named().contains(bond);
}

QStringList ModuleOptions::named() const
{
    QStringList names;
    for (const ModuleLine &l : m_lines) {
        if (isOldInstall(l.line) || (l.line.directive() == "alias" && l.line.words.value(2) == "bonding"))
            names.append(QString::fromUtf8(l.line.name()));
    }
    names.removeDuplicates();
    return names;
}

QStringList ModuleOptions::options(const QString &name) const
{
    QStringList words;
    for (const ModuleLine &l : m_lines) {
        if (l.line.directive() == "options" && l.line.name() == name.toUtf8())
            words += parameters(l.line.words.mid(2));
    }
    return words;
}

QStringList ModuleOptions::installed(const QString &bond) const
{
    QStringList words;
    for (const ModuleLine &l : m_lines) {
        if ((isOldInstall(l.line) || isRenaming(l.line, m_dialect)) && l.line.name() == bond.toUtf8())
            words += parameters(l.line.words.mid(2));
    }
    return words;
}

} // namespace bondwright::formats::ifcfg
