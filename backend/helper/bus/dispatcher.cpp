// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/bus/dispatcher.h"

#include "helper/system/auditlog.h"
#include "helper/validate.h"
#include "helperclient/remoteerror.h"
#include "helperclient/types.h"
#include "helperclient/wire.h"
#include "i18n/language.h"

#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;

namespace
{

/// The bond a question is about, where the arguments name one: shown in the prompt.
QString bondOf(const MethodSpec &method, const QVariantList &arguments)
{
    for (qsizetype i = 0; i < method.in.size(); ++i) {
        const QString text = arguments.at(i).toString();
        if (method.in.at(i).name == "bond"_L1 && isSafeInterfaceName(text))
            return text;
        if (method.in.at(i).name == "plan"_L1) {
            const auto parsed = planFromJson(text.toUtf8());
            return parsed && isSafeInterfaceName(parsed->plan.name) ? parsed->plan.name : QString();
        }
    }
    return {};
}

void useLanguage(const MethodSpec &method, const QVariantList &arguments)
{
    QString language;
    for (qsizetype i = 0; i < method.in.size(); ++i) {
        if (method.in.at(i).name == "language"_L1)
            language = arguments.at(i).toString();
        else if (method.in.at(i).name == "options"_L1)
            language = wire::mapFrom(arguments.at(i)).value(u"language"_s).toString();
    }
    if (i18n::languages().contains(language) && language != i18n::currentLanguage())
        i18n::installLanguage(language);
}

} // namespace

Dispatcher::Dispatcher(const QDBusConnection &bus, Authority &authority, RequestHandler &handler, QObject *parent)
    : QDBusVirtualObject(parent)
    , m_bus(bus)
    , m_authority(authority)
    , m_handler(handler)
{
    wire::registerTypes();
    m_watcher.setConnection(m_bus);
    m_watcher.setWatchMode(QDBusServiceWatcher::WatchForUnregistration);
    connect(&m_watcher, &QDBusServiceWatcher::serviceUnregistered, this, [this](const QString &sender) {
        m_senders.remove(sender); // drops the question too
        m_watcher.removeWatchedService(sender);
    });
}

Dispatcher::~Dispatcher() = default;

QString Dispatcher::introspect(const QString &path) const
{
    return path == QLatin1String(objectPath) ? introspectionXml() : QString();
}

bool Dispatcher::handleMessage(const QDBusMessage &message, const QDBusConnection &)
{
    Q_EMIT called();
    if (message.path() != QLatin1String(objectPath))
        return false;
    if (message.interface() == u"org.freedesktop.DBus.Properties") {
        answerProperties(message);
        return true;
    }
    if (!message.interface().isEmpty() && message.interface() != QLatin1String(interfaceName))
        return false;
    const auto method = checkForm(message);
    if (method)
        enqueue(message, *method);
    else
        sendError(message, method.error());
    return true;
}

void Dispatcher::answerProperties(const QDBusMessage &message)
{
    const QVariantList arguments = message.arguments();
    const bool isOurs = arguments.value(0).toString() == QLatin1String(interfaceName);
    if (isOurs && message.member() == u"Get" && message.signature() == u"ss"
        && arguments.value(1).toString() == u"Version") {
        m_bus.send(message.createReply(QVariant::fromValue(QDBusVariant(wire::interfaceVersion))));
    } else if (isOurs && message.member() == u"GetAll" && message.signature() == u"s") {
        m_bus.send(message.createReply(QVariantMap{{u"Version"_s, wire::interfaceVersion}}));
    } else {
        m_bus.send(message.createErrorReply(QDBusError::PropertyReadOnly, tr("There is nothing to be set here.")));
    }
}

void Dispatcher::sendError(const QDBusMessage &message, const Error &error)
{
    if (!message.isReplyRequired())
        return;
    QDBusMessage reply = message.createErrorReply(errorName(error.code), error.message);
    reply << error.hint;
    m_bus.send(reply);
}

Result<const MethodSpec *> Dispatcher::checkForm(const QDBusMessage &message) const
{
    const MethodSpec *method = findMethod(message.member());
    if (!method)
        return fail(u"helper.invalid"_s, tr("The helper has no such method."));
    if (message.signature() != method->signature())
        return fail(u"helper.invalid"_s, tr("%1 was called with the wrong arguments.").arg(method->name));
    const QVariantList arguments = message.arguments();
    for (qsizetype i = 0; i < method->in.size(); ++i) {
        const Argument &argument = method->in.at(i);
        if (argument.maxSize > 0 && arguments.at(i).toString().size() > argument.maxSize)
            return fail(u"helper.invalid"_s, tr("The argument “%1” is too long.").arg(argument.name));
    }
    return method;
}

int Dispatcher::waitingCalls() const
{
    qsizetype count = m_running;
    for (const Sender &sender : m_senders)
        count += sender.waiting.size();
    return int(count);
}

void Dispatcher::enqueue(const QDBusMessage &message, const MethodSpec *method)
{
    const QString name = message.service();
    const auto known = m_senders.constFind(name);
    if ((known != m_senders.cend() && known->waiting.size() >= maxCallsOfSender) || waitingCalls() >= maxCalls) {
        sendError(message, {u"helper.busy"_s, tr("Too many requests are waiting."), tr("Try again in a moment.")});
        return;
    }
    message.setDelayedReply(true);
    Sender &sender = m_senders[name];
    const bool isFirst = sender.waiting.isEmpty();
    sender.waiting.enqueue({message, method});
    if (isFirst) {
        sender.serial = ++m_lastSerial;
        m_watcher.addWatchedService(name);
        authorizeNext(name);
    }
}

void Dispatcher::authorizeNext(const QString &name)
{
    auto ask = QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                              u"org.freedesktop.DBus"_s, u"GetConnectionUnixUser"_s);
    ask << name;
    const quint64 serial = m_senders[name].serial;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(ask), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, name, serial] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> uid = *watcher;
        if (uid.isError()) // the sender has left the bus
            finishHead(name, serial, nullptr);
        else
            authorize(name, serial, uid.value());
    });
}

void Dispatcher::authorize(const QString &name, quint64 serial, quint32 uid)
{
    const auto sender = m_senders.find(name);
    if (sender == m_senders.end() || sender->serial != serial)
        return;
    const Call &call = sender->waiting.head();
    const Caller caller{name, uid};
    const QVariantList arguments = call.message.arguments();
    if (call.method->ownerMayActFreely
        && m_handler.isOwner(caller, arguments.value(0).toString(), arguments.value(1).toString())) {
        finishHead(name, serial, &caller);
        return;
    }
    const Authority::Question question{name, call.method->action, call.message.isInteractiveAuthorizationAllowed(),
                                       bondOf(*call.method, arguments)};
    sender->question = m_authority.ask(question, [this, name, serial, caller](Authority::Answer answer) {
        finishHead(name, serial, answer == Authority::Answer::Allowed ? &caller : nullptr);
    });
}

void Dispatcher::finishHead(const QString &name, quint64 serial, const Caller *allowed)
{
    const auto sender = m_senders.find(name);
    if (sender == m_senders.end() || sender->serial != serial)
        return;
    const Call call = sender->waiting.dequeue();
    sender->serial = ++m_lastSerial;
    const Authority::Pending answered = std::exchange(sender->question, nullptr);
    if (sender->waiting.isEmpty()) {
        m_senders.erase(sender);
        m_watcher.removeWatchedService(name);
    } else {
        authorizeNext(name);
    }
    if (allowed) {
        run(call, *allowed);
        return;
    }
    if (call.method->changes)
        auditDenied(name, call.method->name);
    sendError(call.message,
              {u"helper.not-authorized"_s, tr("You are not authorised to do this."),
               tr("Log in as an administrator, or give the administrator's password when asked.")});
}

void Dispatcher::run(const Call &call, const Caller &caller)
{
    const QVariantList arguments = call.message.arguments();
    useLanguage(*call.method, arguments);
    ++m_running;
    m_handler.handle(call.method->verb, caller, arguments, [this, call](const Result<QVariantList> &result) {
        --m_running;
        if (!result)
            sendError(call.message, result.error());
        else if (call.message.isReplyRequired())
            m_bus.send(call.message.createReply(*result));
    });
}

void Dispatcher::emitSignal(const QString &name, const QVariantMap &argument)
{
    auto signal = QDBusMessage::createSignal(QLatin1String(objectPath), QLatin1String(interfaceName), name);
    signal << argument;
    m_bus.send(signal);
}

} // namespace bondwright::helper
