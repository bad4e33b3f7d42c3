// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/bus/authority.h"
#include "helper/bus/requesthandler.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusServiceWatcher>
#include <QDBusVirtualObject>
#include <QHash>
#include <QQueue>

namespace bondwright::helper
{

/// The object on the bus: checks form and size, asks for authorisation, then hands over.
///
/// Every message goes through one path, whatever the method: row of the table → signature and sizes →
/// the sender's place in the queue → authorisation → handler. A sender that leaves the bus before its
/// call is authorised was never there.
class Dispatcher final : public QDBusVirtualObject
{
    Q_OBJECT
public:
    /// Calls of one sender that may wait, and of all senders together.
    static constexpr int maxCallsOfSender = 8;
    static constexpr int maxCalls = 64;

    Dispatcher(const QDBusConnection &bus, Authority &authority, RequestHandler &handler, QObject *parent = nullptr);
    ~Dispatcher() override;

    QString introspect(const QString &path) const override;
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;

    void emitSignal(const QString &name, const QVariantMap &argument);
    bool isIdle() const { return m_senders.isEmpty() && m_running == 0; }

Q_SIGNALS:
    void called(); ///< somebody needs the helper: put off leaving

private:
    struct Call {
        QDBusMessage message;
        const MethodSpec *method = nullptr;
    };
    struct Sender {
        QQueue<Call> waiting; ///< the head is being authorised
        quint64 serial = 0; ///< tells an answer for an earlier sender of the same name
        Authority::Pending question;
    };

    void answerProperties(const QDBusMessage &message);
    void sendError(const QDBusMessage &message, const Error &error);
    Result<const MethodSpec *> checkForm(const QDBusMessage &message) const;
    void enqueue(const QDBusMessage &message, const MethodSpec *method);
    void authorizeNext(const QString &sender);
    void authorize(const QString &sender, quint64 serial, quint32 uid);
    void finishHead(const QString &sender, quint64 serial, const Caller *allowed);
    void run(const Call &call, const Caller &caller);
    int waitingCalls() const;

    QDBusConnection m_bus;
    Authority &m_authority;
    RequestHandler &m_handler;
    QDBusServiceWatcher m_watcher;
    QHash<QString, Sender> m_senders;
    quint64 m_lastSerial = 0;
    int m_running = 0;
};

} // namespace bondwright::helper
