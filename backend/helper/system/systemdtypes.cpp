// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/system/systemdtypes.h"

#include <QDBusMetaType>

namespace bondwright::helper::systemd
{

void registerTypes()
{
    qDBusRegisterMetaType<Property>();
    qDBusRegisterMetaType<Properties>();
    qDBusRegisterMetaType<Command>();
    qDBusRegisterMetaType<Commands>();
    qDBusRegisterMetaType<Auxiliary>();
    qDBusRegisterMetaType<Auxiliaries>();
}

QDBusArgument &operator<<(QDBusArgument &argument, const Property &property)
{
    argument.beginStructure();
    argument << property.name << property.value;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, Property &property)
{
    argument.beginStructure();
    argument >> property.name >> property.value;
    argument.endStructure();
    return argument;
}

QDBusArgument &operator<<(QDBusArgument &argument, const Command &command)
{
    argument.beginStructure();
    argument << command.path << command.arguments << command.ignoreFailure;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, Command &command)
{
    argument.beginStructure();
    argument >> command.path >> command.arguments >> command.ignoreFailure;
    argument.endStructure();
    return argument;
}

QDBusArgument &operator<<(QDBusArgument &argument, const Auxiliary &auxiliary)
{
    argument.beginStructure();
    argument << auxiliary.name << auxiliary.properties;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, Auxiliary &auxiliary)
{
    argument.beginStructure();
    argument >> auxiliary.name >> auxiliary.properties;
    argument.endStructure();
    return argument;
}

} // namespace bondwright::helper::systemd
