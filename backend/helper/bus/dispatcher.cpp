// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/bus/dispatcher.h"

#include "domain/errorcode.h"
#include "domain/safename.h"
#include "helper/bus/answertexts.h"
#include "helper/system/auditlog.h"
#include "helperclient/remoteerror.h"
#include "helperclient/wire.h"

#include <QTimer>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto daemonName = "org.freedesktop.DBus";
constexpr auto daemonPath = "/org/freedesktop/DBus";

/// The bond a question is about, where the request names one: shown in the prompt.
QString bondOf(const Request &request)
{
    QString bond = request.bond;
    if (!request.plan.isEmpty()) {
        if (const auto parsed = planFromJson(request.plan))
            bond = parsed->plan.name;
    }
    return isSafeInterfaceName(bond) ? bond : QString();
}

bool mayLook(Action action)
{
    return action != Action::Test;
}

} // namespace

Dispatcher::Dispatcher(BusConnection &bus, Authority &authority, RequestHandler &handler, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
    , m_authority(authority)
    , m_handler(handler)
{
    sd_bus_slot *slot = nullptr;
    if (sd_bus_add_object(m_bus.bus(), &slot, objectPath, &Dispatcher::onMessage, this) >= 0)
        m_object.reset(slot);
    // arg2: the new owner, of whom there is none.
    if (sd_bus_add_match_async(m_bus.bus(), &slot,
                               "type='signal',sender='org.freedesktop.DBus',path='/org/freedesktop/DBus',"
                               "interface='org.freedesktop.DBus',member='NameOwnerChanged',arg2=''",
                               &Dispatcher::onNameLost, nullptr, this)
        >= 0)
        m_names.reset(slot);
}

Dispatcher::~Dispatcher() = default;

int Dispatcher::onMessage(sd_bus_message *message, void *self, sd_bus_error *)
{
    return static_cast<Dispatcher *>(self)->receive(message) ? 1 : 0;
}

int Dispatcher::onNameLost(sd_bus_message *message, void *self, sd_bus_error *)
{
    if (const char *name = nullptr; sd_bus_message_read_basic(message, 's', &name) > 0)
        static_cast<Dispatcher *>(self)->drop(name);
    return 0;
}

int Dispatcher::onUid(sd_bus_message *message, void *data, sd_bus_error *)
{
    auto *lookup = static_cast<Lookup *>(data);
    Dispatcher *self = lookup->dispatcher;
    const QByteArray name = lookup->client;
    uint32_t uid = 0;
    if (sd_bus_message_is_method_error(message, nullptr) > 0 || sd_bus_message_read_basic(message, 'u', &uid) <= 0)
        self->drop(name); // has left the bus
    else
        self->identified(name, uid);
    return 1;
}

/// @return false for what this object does not have, which sd-bus answers
bool Dispatcher::receive(sd_bus_message *message)
{
    Q_EMIT called();
    const QLatin1StringView interface(sd_bus_message_get_interface(message));
    if (interface == "org.freedesktop.DBus.Properties"_L1)
        answerProperties(message);
    else if (interface == "org.freedesktop.DBus.Introspectable"_L1)
        answerIntrospection(message);
    else if (interface.isEmpty() || interface == QLatin1StringView(interfaceName))
        receiveCall(message);
    else
        return false;
    return true;
}

void Dispatcher::answerProperties(sd_bus_message *message)
{
    const auto has = [message](const char *member, const char *types) {
        return sd_bus_message_is_method_call(message, nullptr, member) > 0
            && sd_bus_message_has_signature(message, types) > 0;
    };
    const char *interface = nullptr;
    const char *name = nullptr;
    const bool isGet = has("Get", "ss") && sd_bus_message_read(message, "ss", &interface, &name) > 0
        && qstrcmp(interface, interfaceName) == 0 && qstrcmp(name, "Version") == 0;
    const bool isGetAll = !isGet && has("GetAll", "s") && sd_bus_message_read(message, "s", &interface) > 0
        && qstrcmp(interface, interfaceName) == 0;
    const ReturnAddress to = returnAddress(message);
    if (isGetAll)
        return sendReply(to, {QVariantMap{{u"Version"_s, wire::interfaceVersion}}});
    const BusMessage reply = isGet ? makeReply(m_bus.bus(), to)
                                   : makeErrorReply(m_bus.bus(), to, u"org.freedesktop.DBus.Error.PropertyReadOnly"_s,
                                                    u"There is nothing to be set here."_s);
    if (!reply || !to.isExpected)
        return;
    if (!isGet || sd_bus_message_append(reply.get(), "v", "u", wire::interfaceVersion) >= 0)
        m_bus.send(reply.get());
}

void Dispatcher::answerIntrospection(sd_bus_message *message)
{
    sendReply(returnAddress(message), {introspectionXml()});
}

void Dispatcher::receiveCall(sd_bus_message *message)
{
    Call call;
    call.from = returnAddress(message);
    call.method = findMethod(QString::fromLatin1(sd_bus_message_get_member(message)));
    if (!call.method)
        return sendError(call.from, {u"helper.invalid"_s, tr("The helper has no such method."), {}});
    auto request = readArguments(message, *call.method).and_then([&call](const QVariantList &arguments) {
        return requestFrom(call.method->verb, arguments);
    });
    if (!request)
        return sendError(call.from, request.error());
    call.request = std::move(*request);
    call.isInteractive = sd_bus_message_get_allow_interactive_authorization(message) > 0;
    enqueue(std::move(call));
}

void Dispatcher::refuseAsBusy(const Call &call)
{
    sendError(call.from, {errorcode::busy, tr("Too many requests are waiting."), tr("Try again in a moment.")});
}

void Dispatcher::enqueue(Call call)
{
    qsizetype newCalls = 0;
    for (const Client &other : std::as_const(m_clients))
        newCalls += other.isKnown() ? 0 : other.calls.size();
    const QByteArray name = call.from.sender;
    const auto known = m_clients.constFind(name);
    const bool isNew = known == m_clients.cend();
    if ((!isNew && known->calls.size() >= maxCallsOfClient) || newCalls >= maxNewCalls
        || m_planBytes + call.request.plan.size() > maxPlanBytesHeld)
        return refuseAsBusy(call);
    if (!isNew && known->isKnown() && isFull(known->uid)
        && !m_handler.isOwner({QString::fromLatin1(name), known->uid}, call.request.ticket))
        return refuseAsBusy(call);
    call.serial = ++m_lastSerial;
    m_planBytes += call.request.plan.size();
    m_clients[name].calls.append(std::move(call));
    if (isNew)
        lookUp(name);
    else if (m_clients[name].isKnown())
        schedule(name);
}

void Dispatcher::lookUp(const QByteArray &name)
{
    auto lookup = std::make_shared<Lookup>(Lookup{this, name, nullptr});
    sd_bus_slot *slot = nullptr;
    if (sd_bus_call_method_async(m_bus.bus(), &slot, daemonName, daemonPath, daemonName, "GetConnectionUnixUser",
                                 &Dispatcher::onUid, lookup.get(), "s", name.constData())
        < 0)
        return drop(name);
    lookup->slot.reset(slot);
    m_clients[name].lookup = lookup;
}

/// Whether one more call would be too many. Root has a queue of its own size only.
bool Dispatcher::isFull(quint32 uid) const
{
    qsizetype ofUser = 0;
    qsizetype all = 0;
    for (const Client &client : m_clients) {
        if (!client.isKnown())
            continue;
        ofUser += client.uid == uid ? client.calls.size() : 0;
        all += client.uid == 0 ? 0 : client.calls.size();
    }
    return ofUser >= maxCallsOfUser || (uid != 0 && all >= maxCalls);
}

void Dispatcher::identified(const QByteArray &name, quint32 uid)
{
    const auto client = m_clients.find(name);
    if (client == m_clients.end())
        return;
    QList<Call> calls = std::exchange(client->calls, {});
    client->uid = uid;
    client->lookup.reset();
    const Caller caller{QString::fromLatin1(name), uid};
    for (Call &call : calls) {
        if (isFull(uid) && !m_handler.isOwner(caller, call.request.ticket)) {
            m_planBytes -= call.request.plan.size();
            refuseAsBusy(call);
        } else {
            client->calls.append(std::move(call));
        }
    }
    if (client->calls.isEmpty())
        m_clients.erase(client);
    else
        schedule(name);
}

/// Not from within sd-bus: what is run may wait for other messages of this connection.
void Dispatcher::schedule(const QByteArray &name)
{
    QTimer::singleShot(0, this, [this, name] { proceed(name); });
}

void Dispatcher::proceed(const QByteArray &name)
{
    while (runOwnersCall(name)) { }
    const auto client = m_clients.constFind(name);
    if (client != m_clients.cend() && client->isKnown() && !client->isAsking)
        ask(name);
}

/// The ticket's holder decides about the pending change without waiting behind any question, even one of its own. And
/// a client that receives the signals is authorised: asking for the same needs no password each time.
bool Dispatcher::runOwnersCall(const QByteArray &name)
{
    const auto client = m_clients.constFind(name);
    if (client == m_clients.cend() || !client->isKnown())
        return false;
    const Caller caller{QString::fromLatin1(name), client->uid};
    for (qsizetype i = client->isAsking ? 1 : 0; i < client->calls.size(); ++i) {
        const Call &call = client->calls.at(i);
        const bool isTold = call.request.verb == Verb::GetTransaction && m_subscribers.contains(name);
        if (isTold || (call.method->ownerMayActFreely && m_handler.isOwner(caller, call.request.ticket))) {
            run(take(name, i), caller);
            return true;
        }
    }
    return false;
}

void Dispatcher::ask(const QByteArray &name)
{
    Client &client = m_clients[name];
    const Call &call = client.calls.first();
    client.isAsking = true;
    const Authority::Question question{QString::fromLatin1(name), call.method->action, call.isInteractive,
                                       bondOf(call.request)};
    const quint64 serial = call.serial;
    const Authority::Pending pending
        = m_authority.ask(question, [this, name, serial](Authority::Answer answer) { answered(name, serial, answer); });
    const auto still = m_clients.find(name); // unless the answer was there at once
    if (still != m_clients.end() && still->isAsking && still->calls.first().serial == serial)
        still->question = pending;
}

void Dispatcher::answered(const QByteArray &name, quint64 serial, Authority::Answer answer)
{
    const auto client = m_clients.find(name);
    if (client == m_clients.end() || !client->isAsking || client->calls.first().serial != serial)
        return;
    const Authority::Pending done = std::exchange(client->question, nullptr);
    client->isAsking = false;
    const Caller caller{QString::fromLatin1(name), client->uid};
    const Call call = take(name, 0);
    if (m_clients.contains(name))
        schedule(name);
    if (answer == Authority::Answer::Allowed)
        return run(call, caller);
    if (call.method->changes)
        auditDenied(caller.uid, caller.busName, call.method->name);
    sendError(call.from,
              {errorcode::notAuthorized, tr("You are not authorised to do this."),
               tr("Log in as an administrator, or give the administrator's password when asked.")});
}

Dispatcher::Call Dispatcher::take(const QByteArray &name, qsizetype position)
{
    const auto client = m_clients.find(name);
    Call call = client->calls.takeAt(position);
    m_planBytes -= call.request.plan.size();
    if (client->calls.isEmpty())
        m_clients.erase(client);
    return call;
}

/// Has left the bus; its question is withdrawn.
void Dispatcher::drop(const QByteArray &name)
{
    m_subscribers.remove(name);
    const auto client = m_clients.constFind(name);
    if (client == m_clients.cend())
        return;
    for (const Call &call : client->calls)
        m_planBytes -= call.request.plan.size();
    m_clients.erase(client);
}

void Dispatcher::run(const Call &call, const Caller &caller)
{
    if (mayLook(call.method->action))
        m_subscribers.add(call.from.sender, caller.uid, call.request.texts);
    ++m_running;
    m_handler.handle(
        call.request, caller,
        [this, to = call.from, texts = call.request.texts.value_or(Texts::Plain)](const Result<QVariantList> &result) {
            --m_running;
            if (!result)
                return sendError(to, result.error());
            sendReply(to, inForm(QVariant(*result), texts).toList());
        });
}

void Dispatcher::sendReply(const ReturnAddress &to, const QVariantList &values)
{
    if (!to.isExpected)
        return;
    const BusMessage reply = makeReply(m_bus.bus(), to);
    if (reply && appendValues(reply.get(), values))
        m_bus.send(reply.get());
    else
        sendError(to, {u"helper.failed"_s, tr("The answer could not be sent."), {}});
}

void Dispatcher::sendError(const ReturnAddress &to, const Error &error)
{
    if (!to.isExpected)
        return;
    const QVariant hint = inForm(error.hint, Texts::Plain);
    const BusMessage reply
        = makeErrorReply(m_bus.bus(), to, errorName(error.code), inForm(error.message, Texts::Plain).toString());
    if (reply && appendValues(reply.get(), {hint, error.message, error.hint}))
        m_bus.send(reply.get());
}

void Dispatcher::emitSignal(QLatin1StringView name, const QVariantMap &argument)
{
    m_subscribers.send(m_bus, name, argument);
}

} // namespace bondwright::helper
