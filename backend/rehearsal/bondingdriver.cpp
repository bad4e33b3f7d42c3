// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rehearsal/bondingdriver.h"

#include "domain/errorcode.h"
#include "formats/modprobe/modprobefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QMap>

using namespace Qt::StringLiterals;

namespace bondwright::rehearsal
{

namespace
{

constexpr qint64 maxFile = 256 * 1024;

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(maxFile) : QByteArray();
}

/// modprobe.d(5): files of one name hide each other, the first folder wins; read by name.
QByteArrayList modprobeFiles()
{
    QMap<QString, QString> paths;
    for (const QString &folder : {u"/etc/modprobe.d"_s, u"/run/modprobe.d"_s, u"/usr/local/lib/modprobe.d"_s,
                                  u"/usr/lib/modprobe.d"_s, u"/lib/modprobe.d"_s}) {
        for (const QString &name : QDir(folder).entryList({u"*.conf"_s}, QDir::Files)) {
            if (!paths.contains(name))
                paths.insert(name, folder + u'/' + name);
        }
    }
    QByteArrayList texts;
    for (const QString &path : std::as_const(paths))
        texts.append(readFile(path));
    return texts;
}

} // namespace

bool makesBondWhenLoaded(const QByteArrayList &files, const QByteArray &commandLine)
{
    QByteArrayList parameters;
    for (const QByteArray &text : files)
        parameters += formats::ModprobeFile(text).options("bonding");
    for (const QByteArray &word : commandLine.simplified().split(' ')) {
        if (word.startsWith("bonding."))
            parameters.append(word.mid(8));
    }
    // The driver's default is 1; the last one given wins.
    QByteArray bonds = "1";
    for (const QByteArray &parameter : std::as_const(parameters)) {
        if (parameter.startsWith("max_bonds="))
            bonds = parameter.mid(10);
    }
    return bonds != "0";
}

Result<void> checkBondingDriver()
{
    if (QFile::exists(u"/sys/module/bonding"_s) || !makesBondWhenLoaded(modprobeFiles(), readFile(u"/proc/cmdline"_s)))
        return {};
    return fail(errorcode::rehearsalDriver,
                QCoreApplication::translate("Rehearsal",
                                            "The bonding driver is not loaded, and loading it would create a bond0 on "
                                            "this host, because max_bonds=0 is not in force."),
                QCoreApplication::translate("Rehearsal", "Load it without one, as root: modprobe bonding max_bonds=0"));
}

} // namespace bondwright::rehearsal
