// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "privatebus.h"

#include "helperclient/types.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>
#include <QTest>

using namespace Qt::StringLiterals;

namespace bondwright::helper::test
{

struct Verdict {
    bool authorized = false;
    bool challenge = false;
    QMap<QString, QString> details;
};

static QDBusArgument &operator<<(QDBusArgument &argument, const Verdict &verdict)
{
    argument.beginStructure();
    argument << verdict.authorized << verdict.challenge << verdict.details;
    argument.endStructure();
    return argument;
}

static const QDBusArgument &operator>>(const QDBusArgument &argument, Verdict &verdict)
{
    argument.beginStructure();
    argument >> verdict.authorized >> verdict.challenge >> verdict.details;
    argument.endStructure();
    return argument;
}

namespace
{

const QString polkitName = u"org.freedesktop.PolicyKit1"_s;
const QString polkitPath = u"/org/freedesktop/PolicyKit1/Authority"_s;

} // namespace

PrivateBus::PrivateBus()
{
    qDBusRegisterMetaType<QMap<QString, QString>>();
    qDBusRegisterMetaType<Verdict>();
}

PrivateBus::~PrivateBus()
{
    m_helper.kill();
    m_helper.waitForFinished();
    QDBusConnection::disconnectFromBus(u"client"_s);
    QDBusConnection::disconnectFromBus(u"polkit"_s);
    m_daemon.kill();
    m_daemon.waitForFinished();
}

bool PrivateBus::start()
{
    m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    if (!m_daemon.waitForStarted() || !m_daemon.waitForReadyRead())
        return false;
    m_address = QString::fromUtf8(m_daemon.readLine().trimmed());
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", m_address.toUtf8());
    auto polkit = connectAs(u"polkit"_s);
    return connectAs(u"client"_s).isConnected() && polkit.registerVirtualObject(polkitPath, this);
}

void PrivateBus::end()
{
    m_daemon.kill();
    m_daemon.waitForFinished();
}

void PrivateBus::setPolkit(Polkit polkit)
{
    m_polkit = polkit;
    m_asked.clear();
    QDBusConnection bus(u"polkit"_s);
    if (polkit == Polkit::IsAbsent)
        bus.unregisterService(polkitName);
    else
        bus.registerService(polkitName);
}

QProcess &PrivateBus::startHelper(const QStringList &arguments)
{
    m_helper.kill();
    m_helper.waitForFinished();
    m_helper.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_helper.start(QStringLiteral(HELPER), QStringList{u"--root"_s, m_root.path()} + arguments);
    return m_helper;
}

QString PrivateBus::call(const QString &method, const QVariantList &arguments, int limitMs) const
{
    auto message = QDBusMessage::createMethodCall(QLatin1String(serviceName), QLatin1String(objectPath),
                                                  QLatin1String(interfaceName), method);
    message.setArguments(arguments);
    const QDBusPendingCall pending = bus().asyncCall(message, limitMs);
    // polkit answers in this thread: the loop has to run.
    if (!QTest::qWaitFor([&] { return pending.isFinished(); }, limitMs + 1000))
        return u"none"_s;
    return pending.isError() ? pending.error().name() : u"ok"_s;
}

QString PrivateBus::introspect(const QString &) const
{
    return {};
}

bool PrivateBus::handleMessage(const QDBusMessage &message, const QDBusConnection &connection)
{
    if (message.member() == u"GetAll")
        return connection.send(message.createReply(
            QVariantMap{{u"BackendName"_s, u"test"_s}, {u"BackendVersion"_s, u"1"_s}, {u"BackendFeatures"_s, 0U}}));
    if (message.member() != u"CheckAuthorization")
        return connection.send(message.createReply());
    Asked asked;
    const auto subject = message.arguments().value(0).value<QDBusArgument>();
    subject.beginStructure();
    subject >> asked.subjectKind >> asked.subject;
    subject.endStructure();
    asked.action = message.arguments().value(1).toString();
    asked.flags = message.arguments().value(3).toUInt();
    m_asked.append(asked);
    if (m_polkit == Polkit::IsSilent)
        return true;
    if (m_polkit == Polkit::Fails)
        return connection.send(message.createErrorReply(u"org.freedesktop.PolicyKit1.Error.Failed"_s, u"no"_s));
    Verdict verdict;
    verdict.authorized = m_polkit == Polkit::Allows;
    return connection.send(message.createReply(QVariant::fromValue(verdict)));
}

} // namespace bondwright::helper::test

Q_DECLARE_METATYPE(bondwright::helper::test::Verdict)
