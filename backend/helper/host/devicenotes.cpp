// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/host/devicenotes.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::helper
{

namespace
{

constexpr qint64 maxNoteBytes = 64 * 1024;

QString noteOf(const Environment &environment, const runtime::Link &link)
{
    return environment.path(u"/run/NetworkManager/devices/%1"_s.arg(link.index));
}

bool namesProfile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QList<QByteArray> lines = file.read(maxNoteBytes).split('\n');
    return std::any_of(lines.cbegin(), lines.cend(),
                       [](const QByteArray &line) { return line.startsWith("connection-uuid="); });
}

} // namespace

QStringList forgetPortsWithoutTheirBond(const Environment &environment, const runtime::State &running)
{
    QStringList forgotten;
    for (const runtime::Link &port : running.links) {
        const auto bond = running.links.constFind(port.master);
        if (bond == running.links.cend() || bond->kind != InterfaceKind::Bond)
            continue;
        const QString note = noteOf(environment, port);
        if (namesProfile(note) && !namesProfile(noteOf(environment, *bond)) && QFile::remove(note))
            forgotten.append(port.name);
    }
    return forgotten;
}

} // namespace bondwright::helper
