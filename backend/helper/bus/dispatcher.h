// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/bus/authority.h"
#include "helper/bus/busvalues.h"
#include "helper/bus/methods.h"
#include "helper/bus/requesthandler.h"
#include "helper/bus/subscribers.h"

#include <QHash>
#include <QObject>

namespace bondwright::helper
{

/// The object on the bus: checks form and size, asks for authorisation, then hands over.
///
/// Every message goes one way, whatever the method: row of the table → signature and sizes → values, the
/// message is gone → the sender's uid → a place in its user's queue → authorisation → handler. A client that
/// leaves the bus before its call is authorised is forgotten.
///
/// The queue is fair to users, not to connections: no user can fill the places of another, and the unanswered
/// questions of one user keep no other waiting. The holder of the pending change's ticket is answered at once.
class Dispatcher final : public QObject
{
    Q_OBJECT
public:
    /// Calls that may wait: of one connection, of one user, of all users but root.
    static constexpr int maxCallsOfClient = 8;
    static constexpr int maxCallsOfUser = 16;
    static constexpr int maxCalls = 256;
    /// Calls whose sender's uid is still being asked for: a bus has at most 2048 connections.
    static constexpr int maxNewCalls = 4096;
    /// The plans among all of these, in bytes.
    static constexpr qsizetype maxPlanBytesHeld = 8 * 1024 * 1024;

    Dispatcher(BusConnection &bus, Authority &authority, RequestHandler &handler, QObject *parent = nullptr);
    ~Dispatcher() override;

    void emitSignal(QLatin1StringView name, const QVariantMap &argument);
    bool isIdle() const { return m_clients.isEmpty() && m_running == 0; }

Q_SIGNALS:
    void called(); ///< a client needs the helper: do not exit yet

private:
    struct Call {
        quint64 serial = 0; ///< of ours: tells a late answer about another call
        ReturnAddress from;
        const MethodSpec *method = nullptr;
        Request request;
        bool isInteractive = false;
    };
    struct Lookup {
        Dispatcher *dispatcher;
        QByteArray client;
        BusSlot slot;
    };
    struct Client {
        QList<Call> calls; ///< the first is being authorised
        std::shared_ptr<Lookup> lookup; ///< while the uid is unknown
        quint32 uid = 0;
        Authority::Pending question;
        bool isAsking = false;
        bool isKnown() const { return !lookup; }
    };

    static int onMessage(sd_bus_message *message, void *self, sd_bus_error *error);
    static int onNameLost(sd_bus_message *message, void *self, sd_bus_error *error);
    static int onUid(sd_bus_message *message, void *lookup, sd_bus_error *error);

    bool receive(sd_bus_message *message);
    void receiveCall(sd_bus_message *message);
    void answerProperties(sd_bus_message *message);
    void answerIntrospection(sd_bus_message *message);
    void enqueue(Call call);
    void lookUp(const QByteArray &name);
    void identified(const QByteArray &name, quint32 uid);
    void schedule(const QByteArray &name);
    void proceed(const QByteArray &name);
    bool runOwnersCall(const QByteArray &name);
    void ask(const QByteArray &name);
    void answered(const QByteArray &name, quint64 serial, Authority::Answer answer);
    Call take(const QByteArray &name, qsizetype position);
    void drop(const QByteArray &name);
    void run(const Call &call, const Caller &caller);
    bool isFull(quint32 uid) const;
    void refuseAsBusy(const Call &call);
    void sendReply(const ReturnAddress &to, const QVariantList &values);
    void sendError(const ReturnAddress &to, const Error &error);

    BusConnection &m_bus;
    Authority &m_authority;
    RequestHandler &m_handler;
    QHash<QByteArray, Client> m_clients; ///< those with calls that wait, by unique bus name
    Subscribers m_subscribers;
    BusSlot m_object;
    BusSlot m_names;
    quint64 m_lastSerial = 0;
    qsizetype m_planBytes = 0;
    int m_running = 0;
};

} // namespace bondwright::helper
