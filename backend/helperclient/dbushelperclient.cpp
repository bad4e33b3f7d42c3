// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperclient/dbushelperclient.h"

#include "helperclient/remoteerror.h"
#include "helperclient/wire.h"
#include "i18n/language.h"

#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QPointer>
#include <QTimer>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;

namespace
{

// An administrator may need minutes to find the password; the helper itself answers in milliseconds.
constexpr int callTimeoutMs = 330'000;

QVariantMap optionsMap(const ApplyOptions &options)
{
    QVariantMap map = wire::toMap(options);
    map.insert(u"language"_s, i18n::currentLanguage());
    return map;
}

void convert(const QVariantList &reply, Capabilities &value)
{
    wire::fromMap(wire::mapFrom(reply.value(0)), value);
}
void convert(const QVariantList &reply, Configuration &value)
{
    wire::fromMap(wire::mapFrom(reply.value(0)), value);
}
void convert(const QVariantList &reply, Transaction &value)
{
    wire::fromMap(wire::mapFrom(reply.value(0)), value);
}
void convert(const QVariantList &reply, Preview &value)
{
    wire::fromMap(wire::mapFrom(reply.value(0)), value);
}
template <typename T>
void convert(const QVariantList &reply, QList<T> &values)
{
    values = wire::fromMaps<T>(wire::mapsFrom(reply.value(0)));
}

} // namespace

DbusHelperClient::DbusHelperClient(const QDBusConnection &bus, QObject *parent)
    : HelperClient(parent)
    , m_bus(bus)
{
    wire::registerTypes();
    const QString service = QLatin1String(serviceName);
    m_watcher.setConnection(m_bus);
    m_watcher.addWatchedService(service);
    connect(&m_watcher, &QDBusServiceWatcher::serviceRegistered, this, [this] { setReachable(true); });
    connect(&m_watcher, &QDBusServiceWatcher::serviceUnregistered, this, [this] { setReachable(m_isActivatable); });
    m_bus.connect(service, QLatin1String(objectPath), QLatin1String(interfaceName), u"TransactionChanged"_s, this,
                  SLOT(onTransactionChanged(QVariantMap)));
    m_bus.connect(service, QLatin1String(objectPath), QLatin1String(interfaceName), u"StepProgressed"_s, this,
                  SLOT(onStepProgressed(QVariantMap)));
    findService();
}

void DbusHelperClient::findService()
{
    for (const QString &method : {u"ListActivatableNames"_s, u"ListNames"_s}) {
        const auto message = QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                                            u"org.freedesktop.DBus"_s, method);
        auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, method] {
            watcher->deleteLater();
            const QDBusPendingReply<QStringList> reply = *watcher;
            if (reply.isError() || !reply.value().contains(QLatin1String(serviceName)))
                return;
            m_isActivatable |= method == u"ListActivatableNames";
            setReachable(true);
        });
    }
}

void DbusHelperClient::setReachable(bool reachable)
{
    if (m_reachable == reachable)
        return;
    m_reachable = reachable;
    Q_EMIT reachableChanged(reachable);
}

void DbusHelperClient::call(const QString &method, const QVariantList &arguments, QObject *context, Reply done)
{
    auto message = QDBusMessage::createMethodCall(QLatin1String(serviceName), QLatin1String(objectPath),
                                                  QLatin1String(interfaceName), method);
    message.setArguments(arguments);
    message.setInteractiveAuthorizationAllowed(true);
    // Without a bus Qt makes a call that never finishes.
    if (!m_bus.isConnected()) {
        const auto error = QDBusMessage::createError(QDBusError::Disconnected, m_bus.lastError().message());
        QTimer::singleShot(0, context ? context : this,
                           [done = std::move(done), error] { done(tl::unexpected(remoteError(error))); });
        return;
    }
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message, callTimeoutMs), this);
    connect(
        watcher, &QDBusPendingCallWatcher::finished, this,
        [this, watcher, done = std::move(done), guard = QPointer<QObject>(context), hadContext = context != nullptr] {
            watcher->deleteLater();
            if (hadContext && !guard)
                return;
            const QDBusMessage reply = watcher->reply();
            if (reply.type() == QDBusMessage::ReplyMessage) {
                setReachable(true);
                done(reply.arguments());
            } else {
                done(tl::unexpected(remoteError(reply)));
            }
        });
}

template <typename T>
void DbusHelperClient::read(const QString &method, const QVariantList &arguments, QObject *context, Callback<T> done)
{
    call(method, QVariantList(arguments) << i18n::currentLanguage(), context,
         [done = std::move(done)](const Result<QVariantList> &reply) {
             if (!reply)
                 return done(tl::unexpected(reply.error()));
             T value;
             convert(*reply, value);
             done(value);
         });
}

void DbusHelperClient::change(const QString &method, const QVariantList &arguments, QObject *context,
                              Callback<Ticket> done)
{
    call(method, arguments, context, [done = std::move(done)](const Result<QVariantList> &reply) {
        if (!reply)
            return done(tl::unexpected(reply.error()));
        done(Ticket{reply->value(0).toString(), reply->value(1).toString()});
    });
}

void DbusHelperClient::act(const QString &method, const QVariantList &arguments, QObject *context,
                           Callback<Nothing> done)
{
    call(method, arguments, context, [done = std::move(done)](const Result<QVariantList> &reply) {
        if (!reply)
            return done(tl::unexpected(reply.error()));
        done(Nothing{});
    });
}

void DbusHelperClient::capabilities(QObject *context, Callback<Capabilities> done)
{
    read<Capabilities>(u"GetCapabilities"_s, {}, context, std::move(done));
}

void DbusHelperClient::configuration(QObject *context, Callback<Configuration> done)
{
    read<Configuration>(u"GetConfiguration"_s, {}, context, std::move(done));
}

void DbusHelperClient::backups(QObject *context, Callback<QList<BackupInfo>> done)
{
    read<QList<BackupInfo>>(u"ListBackups"_s, {}, context, std::move(done));
}

void DbusHelperClient::backupDiff(const QString &backupId, QObject *context, Callback<QList<FileDiff>> done)
{
    read<QList<FileDiff>>(u"GetBackupDiff"_s, {backupId}, context, std::move(done));
}

void DbusHelperClient::transaction(QObject *context, Callback<Transaction> done)
{
    read<Transaction>(u"GetTransaction"_s, {}, context, std::move(done));
}

void DbusHelperClient::preview(const BondPlan &plan, Backend backend, QObject *context, Callback<Preview> done)
{
    read<Preview>(u"Preview"_s, {QString::fromUtf8(planToJson(plan)), backendName(backend)}, context, std::move(done));
}

void DbusHelperClient::previewRemove(const QString &bond, QObject *context, Callback<Preview> done)
{
    read<Preview>(u"PreviewRemove"_s, {bond}, context, std::move(done));
}

void DbusHelperClient::apply(const QString &requestId, const BondPlan &plan, const ApplyOptions &options,
                             QObject *context, Callback<Ticket> done)
{
    change(u"Apply"_s, {requestId, QString::fromUtf8(planToJson(plan)), optionsMap(options)}, context, std::move(done));
}

void DbusHelperClient::remove(const QString &requestId, const QString &bond, const ApplyOptions &options,
                              QObject *context, Callback<Ticket> done)
{
    change(u"Remove"_s, {requestId, bond, optionsMap(options)}, context, std::move(done));
}

void DbusHelperClient::restore(const QString &requestId, const QString &backupId, const ApplyOptions &options,
                               QObject *context, Callback<Ticket> done)
{
    change(u"Restore"_s, {requestId, backupId, optionsMap(options)}, context, std::move(done));
}

void DbusHelperClient::confirm(const Ticket &ticket, QObject *context, Callback<Nothing> done)
{
    act(u"Confirm"_s, {ticket.id, ticket.token}, context, std::move(done));
}

void DbusHelperClient::rollback(const Ticket &ticket, QObject *context, Callback<Nothing> done)
{
    act(u"Rollback"_s, {ticket.id, ticket.token}, context, std::move(done));
}

void DbusHelperClient::extend(const Ticket &ticket, QObject *context, Callback<Nothing> done)
{
    act(u"Extend"_s, {ticket.id, ticket.token}, context, std::move(done));
}

void DbusHelperClient::activateSlave(const QString &bond, const QString &slave, QObject *context,
                                     Callback<Nothing> done)
{
    act(u"ActivateSlave"_s, {bond, slave}, context, std::move(done));
}

void DbusHelperClient::setSlaveLink(const QString &bond, const QString &slave, bool up, std::chrono::seconds undoAfter,
                                    QObject *context, Callback<Nothing> done)
{
    act(u"SetSlaveLink"_s, {bond, slave, up, quint32(undoAfter.count())}, context, std::move(done));
}

void DbusHelperClient::identify(const QString &nic, std::chrono::seconds duration, QObject *context,
                                Callback<Nothing> done)
{
    act(u"Identify"_s, {nic, quint32(duration.count())}, context, std::move(done));
}

void DbusHelperClient::onTransactionChanged(const QVariantMap &map)
{
    Transaction value;
    wire::fromMap(map, value);
    Q_EMIT transactionChanged(value);
}

void DbusHelperClient::onStepProgressed(const QVariantMap &map)
{
    StepProgress value;
    wire::fromMap(map, value);
    Q_EMIT stepProgressed(value);
}

HelperClient *createHelperClient(QObject *parent)
{
    return new DbusHelperClient(QDBusConnection::systemBus(), parent);
}

} // namespace bondwright::helper
