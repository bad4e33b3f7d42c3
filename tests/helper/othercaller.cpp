// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "othercaller.h"

#include "helperclient/wire.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingCall>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QFile>
#include <QRegularExpression>
#include <QStringList>
#include <QVariantMap>

#include <cstdio>
#include <cstdlib>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bondwright::helper::test
{

namespace
{

QDBusMessage call(const QDBusConnection &bus, const QString &interface, const QString &method,
                  const QVariantList &arguments)
{
    auto message
        = QDBusMessage::createMethodCall(QLatin1String(serviceName), QLatin1String(objectPath), interface, method);
    message.setArguments(arguments);
    return bus.call(message, QDBus::Block, 60'000);
}

/// A value for every argument of the interface.
QVariant example(const QString &name, const QString &type)
{
    if (name == u"backend")
        return u"auto"_s;
    if (type == u"s")
        return u"bond0"_s;
    if (type == u"u")
        return 10U;
    if (type == u"b")
        return false;
    return QVariantMap();
}

void report(const QString &method, const QDBusMessage &reply)
{
    std::printf("%s %s\n", qPrintable(method),
                reply.type() == QDBusMessage::ReplyMessage ? "ok" : qPrintable(reply.errorName()));
}

/// Every method that the running helper says it has, whatever this test knows of.
void callEverything(const QDBusConnection &bus)
{
    const QString xml
        = call(bus, u"org.freedesktop.DBus.Introspectable"_s, u"Introspect"_s, {}).arguments().value(0).toString();
    const qsizetype begin = xml.indexOf(u"<interface name=\"org.bondwright.Helper1\""_s);
    const QString ours = xml.mid(begin, xml.indexOf(u"</interface>"_s, begin) - begin);
    static const QRegularExpression method(u"<method name=\"(\\w+)\">(.*?)</method>"_s,
                                           QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression argument(u"name=\"([^\"]+)\" type=\"([^\"]+)\" direction=\"in\""_s);
    for (const auto &found : method.globalMatch(ours)) {
        QVariantList arguments;
        for (const auto &in : argument.globalMatch(found.captured(2)))
            arguments.append(example(in.captured(1), in.captured(2)));
        report(found.captured(1), call(bus, QLatin1String(interfaceName), found.captured(1), arguments));
    }
    report(u"Set"_s,
           call(bus, u"org.freedesktop.DBus.Properties"_s, u"Set"_s,
                {QLatin1String(interfaceName), u"Version"_s, QVariant::fromValue(QDBusVariant(7U))}));
    report(u"deleteLater"_s, call(bus, u"local.QObject"_s, u"deleteLater"_s, {}));
    std::printf("own %d\n", int(QDBusConnection(bus).registerService(QLatin1String(serviceName))));
}

/// An agent that the user never answers. Counts what it is to ask.
class SilentAgent final : public QDBusVirtualObject
{
public:
    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &) override
    {
        message.setDelayedReply(true);
        if (message.member() == u"BeginAuthentication") {
            std::printf("asked\n");
            std::fflush(stdout);
        }
        return true;
    }
};

struct Subject {
    QString kind;
    QVariantMap details;
};
QDBusArgument &operator<<(QDBusArgument &argument, const Subject &subject)
{
    argument.beginStructure();
    argument << subject.kind << subject.details;
    argument.endStructure();
    return argument;
}
const QDBusArgument &operator>>(const QDBusArgument &argument, Subject &)
{
    return argument;
}

bool registerAgent(QDBusConnection bus, SilentAgent &agent)
{
    const QString path = u"/agent"_s;
    if (!bus.registerVirtualObject(path, &agent))
        return false;
    QFile stat(u"/proc/self/stat"_s);
    if (!stat.open(QIODevice::ReadOnly))
        return false;
    constexpr int startTime = 21; // of the fields in proc(5), from 0
    const quint64 started = stat.readAll().split(' ').value(startTime).toULongLong();
    const Subject self{u"unix-process"_s,
                       {{u"pid"_s, quint32(::getpid())}, {u"start-time"_s, started}, {u"uid"_s, qint32(::getuid())}}};
    qDBusRegisterMetaType<Subject>();
    auto message
        = QDBusMessage::createMethodCall(u"org.freedesktop.PolicyKit1"_s, u"/org/freedesktop/PolicyKit1/Authority"_s,
                                         u"org.freedesktop.PolicyKit1.Authority"_s, u"RegisterAuthenticationAgent"_s);
    message << QVariant::fromValue(self) << u"en"_s << path;
    const QDBusMessage reply = bus.call(message, QDBus::Block, 60'000);
    if (reply.type() != QDBusMessage::ReplyMessage)
        std::printf("no agent: %s\n", qPrintable(reply.errorMessage()));
    return reply.type() == QDBusMessage::ReplyMessage;
}

QDBusMessage applyCall(const QVariantMap &options)
{
    auto message = QDBusMessage::createMethodCall(QLatin1String(serviceName), QLatin1String(objectPath),
                                                  QLatin1String(interfaceName), u"Apply"_s);
    message.setArguments({u"r"_s, u"{}"_s, options});
    message.setInteractiveAuthorizationAllowed(true);
    return message;
}

QList<QDBusConnection> connections(int count)
{
    QList<QDBusConnection> buses;
    for (int i = 0; i < count; ++i)
        buses.append(QDBusConnection::connectToBus(QDBusConnection::SystemBus, u"c%1"_s.arg(i)));
    return buses;
}

/// As many questions as a user can cause, none of which is ever answered.
void askWithoutEnd()
{
    static SilentAgent agent;
    if (!registerAgent(QDBusConnection::systemBus(), agent))
        std::exit(3);
    for (const QDBusConnection &bus : connections(8)) {
        for (int i = 0; i < 8; ++i)
            bus.asyncCall(applyCall({}), 600'000);
    }
    QCoreApplication::exec();
}

/// Three messages as big as the bus lets through.
void sendBigMessages()
{
    const QVariantMap options{{u"x"_s, QString(31 * 1024 * 1024, u'x')}};
    QList<QDBusPendingCall> calls;
    for (const QDBusConnection &bus : connections(3))
        calls.append(bus.asyncCall(applyCall(options), 300'000));
    for (QDBusPendingCall &pending : calls) {
        pending.waitForFinished();
        report(u"Apply"_s, pending.reply());
    }
    std::fflush(stdout);
    QCoreApplication::exec();
}

} // namespace

int actAs(int argc, char **argv)
{
    const auto uid = uid_t(std::strtoul(argv[2], nullptr, 10));
    if (::setgid(uid) != 0 || ::setuid(uid) != 0)
        return 2;
    QCoreApplication app(argc, argv);
    wire::registerTypes();
    const QByteArray what = argc > 3 ? argv[3] : "";
    if (what == "ask")
        askWithoutEnd();
    else if (what == "big")
        sendBigMessages();
    else
        callEverything(QDBusConnection::systemBus());
    return 0;
}

} // namespace bondwright::helper::test
