// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusArgument>
#include <QDBusVariant>
#include <QList>
#include <QString>
#include <QStringList>

/// The structures of org.freedesktop.systemd1.Manager.StartTransientUnit.
namespace bondwright::helper::systemd
{

struct Property { // (sv)
    QString name;
    QDBusVariant value;
};
using Properties = QList<Property>;

struct Command { // (sasb)
    QString path;
    QStringList arguments;
    bool ignoreFailure = false;
};
using Commands = QList<Command>;

struct Auxiliary { // (sa(sv))
    QString name;
    Properties properties;
};
using Auxiliaries = QList<Auxiliary>;

void registerTypes();

QDBusArgument &operator<<(QDBusArgument &argument, const Property &property);
const QDBusArgument &operator>>(const QDBusArgument &argument, Property &property);
QDBusArgument &operator<<(QDBusArgument &argument, const Command &command);
const QDBusArgument &operator>>(const QDBusArgument &argument, Command &command);
QDBusArgument &operator<<(QDBusArgument &argument, const Auxiliary &auxiliary);
const QDBusArgument &operator>>(const QDBusArgument &argument, Auxiliary &auxiliary);

} // namespace bondwright::helper::systemd

Q_DECLARE_METATYPE(bondwright::helper::systemd::Property)
Q_DECLARE_METATYPE(bondwright::helper::systemd::Command)
Q_DECLARE_METATYPE(bondwright::helper::systemd::Auxiliary)
