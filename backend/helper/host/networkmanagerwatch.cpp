// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/host/networkmanagerwatch.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;

namespace
{
const QString service = u"org.freedesktop.NetworkManager"_s;
}

NetworkManagerWatch::NetworkManagerWatch(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
    , m_watcher(service, bus, QDBusServiceWatcher::WatchForOwnerChange)
{
    connect(&m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString &, const QString &, const QString &owner) { setRunning(!owner.isEmpty()); });
    auto ask = QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                              u"org.freedesktop.DBus"_s, u"NameHasOwner"_s);
    ask << service;
    auto *reply = new QDBusPendingCallWatcher(m_bus.asyncCall(ask), this);
    connect(reply, &QDBusPendingCallWatcher::finished, this, [this, reply] {
        reply->deleteLater();
        const QDBusPendingReply<bool> hasOwner = *reply;
        if (!hasOwner.isError())
            setRunning(hasOwner.value());
    });
}

void NetworkManagerWatch::setRunning(bool running)
{
    if (running)
        readVersion();
    m_isRunning = running;
}

void NetworkManagerWatch::readVersion()
{
    auto ask = QDBusMessage::createMethodCall(service, u"/org/freedesktop/NetworkManager"_s,
                                              u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    ask << service << u"Version"_s;
    ask.setAutoStartService(false);
    auto *reply = new QDBusPendingCallWatcher(m_bus.asyncCall(ask), this);
    connect(reply, &QDBusPendingCallWatcher::finished, this, [this, reply] {
        reply->deleteLater();
        const QDBusPendingReply<QDBusVariant> version = *reply;
        if (!version.isError())
            m_version = version.value().variant().toString();
    });
}

} // namespace bondwright::helper
