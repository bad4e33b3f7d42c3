// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "othercaller.h"

#include "helperclient/wire.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusVariant>
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

/// A value for every argument of the interface, by its type.
QVariant example(const QString &type)
{
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

} // namespace

int actAs(int argc, char **argv)
{
    const auto uid = uid_t(std::strtoul(argv[2], nullptr, 10));
    if (::setgid(uid) != 0 || ::setuid(uid) != 0)
        return 2;
    QCoreApplication app(argc, argv);
    wire::registerTypes();
    const QDBusConnection bus = QDBusConnection::systemBus();
    // Every method that the running helper says it has, whatever this test knows of.
    const QString xml
        = call(bus, u"org.freedesktop.DBus.Introspectable"_s, u"Introspect"_s, {}).arguments().value(0).toString();
    const qsizetype begin = xml.indexOf(u"<interface name=\"org.bondwright.Helper1\""_s);
    const QString ours = xml.mid(begin, xml.indexOf(u"</interface>"_s, begin) - begin);
    static const QRegularExpression method(u"<method name=\"(\\w+)\">(.*?)</method>"_s,
                                           QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression argument(u"type=\"([^\"]+)\" direction=\"in\""_s);
    for (const auto &found : method.globalMatch(ours)) {
        QVariantList arguments;
        for (const auto &in : argument.globalMatch(found.captured(2)))
            arguments.append(example(in.captured(1)));
        report(found.captured(1), call(bus, QLatin1String(interfaceName), found.captured(1), arguments));
    }
    report(u"Set"_s,
           call(bus, u"org.freedesktop.DBus.Properties"_s, u"Set"_s,
                {QLatin1String(interfaceName), u"Version"_s, QVariant::fromValue(QDBusVariant(7U))}));
    report(u"deleteLater"_s, call(bus, u"local.QObject"_s, u"deleteLater"_s, {}));
    std::printf("own %d\n", int(QDBusConnection(bus).registerService(QLatin1String(serviceName))));
    return 0;
}

} // namespace bondwright::helper::test
