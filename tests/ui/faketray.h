// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QMutex>
#include <QObject>
#include <QStringList>
#include <QThread>

namespace bondwright::ui
{

/// A desktop's tray, as far as an icon needs one: org.kde.StatusNotifierWatcher on the session bus, in a thread of its
/// own, because Qt asks for it and waits.
class FakeTray : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.StatusNotifierWatcher")
    Q_PROPERTY(bool IsStatusNotifierHostRegistered READ isHostRegistered)
    Q_PROPERTY(int ProtocolVersion READ protocolVersion)
public:
    ~FakeTray() override
    {
        if (m_thread.isRunning()) {
            QMetaObject::invokeMethod(
                this,
                [] {
                    QDBusConnection(QStringLiteral("tray")).unregisterObject(QStringLiteral("/StatusNotifierWatcher"));
                    QDBusConnection::disconnectFromBus(QStringLiteral("tray"));
                },
                Qt::BlockingQueuedConnection);
        }
        m_thread.quit();
        m_thread.wait();
    }
    /// On the session bus of DBUS_SESSION_BUS_ADDRESS. @return whether it is served
    bool start()
    {
        moveToThread(&m_thread);
        m_thread.start();
        bool isServed = false;
        QMetaObject::invokeMethod(
            this,
            [this, &isServed] {
                QDBusConnection bus
                    = QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("tray"));
                isServed = bus.registerObject(QStringLiteral("/StatusNotifierWatcher"), this,
                                              QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllProperties)
                    && bus.registerService(QStringLiteral("org.kde.StatusNotifierWatcher"));
            },
            Qt::BlockingQueuedConnection);
        return isServed;
    }
    bool isHostRegistered() const { return true; }
    int protocolVersion() const { return 0; }
    /// Bus names of the icons that ever came.
    QStringList items() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_items;
    }

public Q_SLOTS:
    void RegisterStatusNotifierItem(const QString &service)
    {
        const QMutexLocker lock(&m_mutex);
        m_items.append(service);
    }

private:
    QThread m_thread;
    mutable QMutex m_mutex;
    QStringList m_items;
};

} // namespace bondwright::ui
