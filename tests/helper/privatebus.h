// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusVirtualObject>
#include <QProcess>
#include <QTemporaryDir>

#include <functional>

namespace bondwright::helper::test
{

/// A bus that processes take for the system bus, with a polkit whose answers the test decides, and the real
/// helper on a root folder of its own. Nothing of this machine is read or changed; nothing here asks for a
/// change either, for there is no guest around it.
class PrivateBus final : public QDBusVirtualObject
{
    Q_OBJECT
public:
    enum class Polkit : quint8 { Allows, Denies, Fails, IsSilent, IsAbsent };
    struct Asked {
        QString subjectKind;
        QVariantMap subject;
        QString action;
        quint32 flags = 0;
    };

    PrivateBus();
    ~PrivateBus() override;

    bool start(); ///< false: there is no dbus-daemon
    void end(); ///< without a word to anybody, and for good
    void setPolkit(Polkit polkit);
    /// The client's connection; "" until start().
    QDBusConnection bus() const { return QDBusConnection(QStringLiteral("client")); }
    /// One more client, until QDBusConnection::disconnectFromBus(name).
    QDBusConnection connectAs(const QString &name) const { return QDBusConnection::connectToBus(m_address, name); }
    QProcess &startHelper(const QStringList &arguments = {});
    /// A call of the helper; its error name, "ok", or "none" after the limit.
    QString call(const QString &method, const QVariantList &arguments, int limitMs = 60'000) const;
    const QList<Asked> &asked() const { return m_asked; }

    QString introspect(const QString &path) const override;
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;

private:
    QTemporaryDir m_root;
    QProcess m_daemon;
    QString m_address;
    QProcess m_helper;
    Polkit m_polkit = Polkit::IsAbsent;
    QList<Asked> m_asked;
};

} // namespace bondwright::helper::test
