// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QVariantMap>

namespace bondwright
{

/// The desktop's notification service, as far as it is used, on a session bus of the test's own.
class FakeNotifications : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Told {
        uint replaces;
        QString summary;
        QString body;
        QVariantMap hints;
    };
    QList<Told> told;
    static constexpr uint firstId = 7;

    ~FakeNotifications() override
    {
        QDBusConnection::disconnectFromBus(QStringLiteral("server"));
        if (m_bus.state() == QProcess::NotRunning)
            return;
        m_bus.terminate();
        m_bus.waitForFinished();
    }
    /// Before anything else asks for the session bus. @return what is missing; empty: nothing
    QString start()
    {
        using namespace Qt::StringLiterals;
        m_bus.start(u"dbus-daemon"_s,
                    {u"--session"_s, u"--nofork"_s, u"--print-address"_s,
                     u"--address=unix:path="_s + m_folder.filePath(u"bus"_s)});
        if (!m_bus.waitForStarted() || !m_bus.waitForReadyRead())
            return u"dbus-daemon is needed"_s;
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
        return serve();
    }
    /// On the session bus there is.
    QString serve()
    {
        using namespace Qt::StringLiterals;
        QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"server"_s);
        const bool isServed = bus.isConnected()
            && bus.registerObject(u"/org/freedesktop/Notifications"_s, this,
                                  QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals)
            && bus.registerService(u"org.freedesktop.Notifications"_s);
        return isServed ? QString() : bus.lastError().message();
    }

    /// What it has answered and told has reached the program when this is over: the bus keeps the order.
    static bool settle()
    {
        using namespace Qt::StringLiterals;
        const QDBusPendingCall ping = QDBusConnection::sessionBus().asyncCall(
            QDBusMessage::createMethodCall(u"org.freedesktop.Notifications"_s, u"/org/freedesktop/Notifications"_s,
                                           u"org.freedesktop.DBus.Peer"_s, u"Ping"_s));
        const bool isAnswered = QTest::qWaitFor([&ping] { return ping.isFinished(); }, 20'000) && !ping.isError();
        QCoreApplication::processEvents();
        return isAnswered;
    }
    /// The number of the notification that came last.
    uint given() const { return firstId + m_given - 1; }

public Q_SLOTS:
    uint Notify(const QString &, uint replaces, const QString &, const QString &summary, const QString &body,
                const QStringList &, const QVariantMap &hints, int)
    {
        told.append({replaces, summary, body, hints});
        return replaces ? replaces : firstId + m_given++;
    }
Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);

private:
    uint m_given = 0;
    QTemporaryDir m_folder;
    QProcess m_bus;
};

} // namespace bondwright
