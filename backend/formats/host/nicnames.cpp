// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/host/nicnames.h"

#include "domain/macaddress.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace bondwright::formats
{

namespace
{

QString firstLine(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readLine(128)).trimmed() : QString();
}

/// The kernel names the kind of a software interface, and "wlan", in its uevent.
bool hasDeviceType(const QString &folder)
{
    QFile file(folder + u"/uevent"_s);
    return file.open(QIODevice::ReadOnly) && file.read(4096).contains("DEVTYPE=");
}

} // namespace

QMap<MacAddress, QString> nicNamesByMac(const QString &classFolder)
{
    QMap<MacAddress, QString> names;
    QList<MacAddress> shared;
    for (const QString &name : QDir(classFolder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot)) {
        const QString folder = classFolder + u'/' + name;
        if (hasDeviceType(folder))
            continue;
        const QString own = firstLine(folder + u"/bonding_slave/perm_hwaddr"_s);
        const MacAddress mac = MacAddress::fromString(own.isEmpty() ? firstLine(folder + u"/address"_s) : own);
        if (mac.isEmpty() || mac.isZero())
            continue;
        if (names.contains(mac))
            shared.append(mac);
        names.insert(mac, name);
    }
    for (const MacAddress &mac : std::as_const(shared))
        names.remove(mac);
    return names;
}

} // namespace bondwright::formats
