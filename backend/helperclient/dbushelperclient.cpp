// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperclient/dbushelperclient.h"

#include "helperclient/remoteerror.h"
#include "helperclient/wire.h"
#include "i18n/sentence.h"

#include <QCoreApplication>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QPointer>
#include <QTimer>

#include <cerrno>
#include <cstring>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;

namespace
{

// An administrator may need minutes to find the password; the helper itself answers in milliseconds.
constexpr int callTimeoutMs = 330'000;
constexpr std::chrono::milliseconds retryInterval{200};

/// How many of the tries a call has used up that the bus did not deliver; 0: it was delivered.
int triesUsed(const QString &errorName)
{
    // The bus holds as much for the helper as it may: another user sends it a lot.
    if (errorName == "org.freedesktop.DBus.Error.LimitsExceeded"_L1)
        return 1;
    // The bus has started the helper, and on a busy machine 25 s were too few for it.
    return errorName == "org.freedesktop.DBus.Error.TimedOut"_L1 ? 4 : 0;
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
Transaction transactionFrom(const QVariantMap &map)
{
    Transaction value;
    wire::fromMap(wire::withTexts(map, i18n::rendered).toMap(), value);
    return value;
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
    connect(&m_watcher, &QDBusServiceWatcher::serviceRegistered, this, &DbusHelperClient::onStarted);
    connect(&m_watcher, &QDBusServiceWatcher::serviceUnregistered, this, [this] { setReachable(m_isActivatable); });
    connect(&m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString &, const QString &, const QString &owner) { m_owner = owner; });
    // From any sender; isFromHelper() checks it: to listen to a name, Qt waits for the answer who owns it, and libdbus
    // aborts the program if the bus dies meanwhile.
    m_bus.connect({}, QLatin1String(objectPath), QLatin1String(interfaceName), transactionChangedSignal, this,
                  SLOT(onTransactionChanged(QVariantMap, QDBusMessage)));
    m_bus.connect({}, QLatin1String(objectPath), QLatin1String(interfaceName), stepProgressedSignal, this,
                  SLOT(onStepProgressed(QVariantMap, QDBusMessage)));
    findService();
    findOwner();
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

void DbusHelperClient::findOwner()
{
    auto message = QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                                  u"org.freedesktop.DBus"_s, u"GetNameOwner"_s);
    message << QLatin1String(serviceName);
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QString> owner = *watcher;
        if (!owner.isError())
            m_owner = owner.value();
    });
}

/// Any user can send this program a signal that looks like one of the helper's.
bool DbusHelperClient::isFromHelper(const QDBusMessage &signal) const
{
    return !m_owner.isEmpty() && signal.service() == m_owner;
}

void DbusHelperClient::setReachable(bool reachable)
{
    if (m_reachable == reachable)
        return;
    m_reachable = reachable;
    Q_EMIT reachableChanged(reachable);
}

/// A restarted helper knows no subscribers yet: it sends its signals only to clients that it has let view.
void DbusHelperClient::onStarted()
{
    setReachable(true);
    if (!m_wasAnswered)
        return;
    Request request;
    request.verb = Verb::GetTransaction;
    request.texts = Texts::Recorded;
    const auto done = [this](const Result<QVariantList> &reply) {
        if (reply)
            Q_EMIT transactionChanged(transactionFrom(wire::mapFrom(reply->value(0))));
    };
    call(request, this, done, false);
}

void DbusHelperClient::call(const Request &request, QObject *context, Reply done, bool mayPrompt, int tries)
{
    auto message = QDBusMessage::createMethodCall(QLatin1String(serviceName), QLatin1String(objectPath),
                                                  QLatin1String(interfaceName), method(request.verb).name);
    message.setArguments(toArguments(request));
    message.setInteractiveAuthorizationAllowed(mayPrompt);
    // Without a bus Qt makes a call that never finishes.
    if (!m_bus.isConnected()) {
        const auto error = QDBusMessage::createError(QDBusError::Disconnected, m_bus.lastError().message());
        QTimer::singleShot(0, context ? context : this,
                           [done = std::move(done), error] { done(tl::unexpected(remoteError(error))); });
        return;
    }
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message, callTimeoutMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, watcher, request, done = std::move(done), mayPrompt, tries, guard = QPointer<QObject>(context),
             hadContext = context != nullptr] {
                watcher->deleteLater();
                const QDBusMessage reply = watcher->reply();
                const bool isAnswer = reply.type() == QDBusMessage::ReplyMessage;
                m_wasAnswered |= isAnswer;
                if (hadContext && !guard)
                    return;
                const int left = tries - triesUsed(reply.errorName());
                if (left < tries && left > 0) {
                    QTimer::singleShot(retryInterval, hadContext ? guard.data() : this,
                                       [this, request, done, mayPrompt, left, guard] {
                                           call(request, guard.data(), done, mayPrompt, left);
                                       });
                    return;
                }
                if (isAnswer) {
                    setReachable(true);
                    done(reply.arguments());
                } else {
                    done(tl::unexpected(remoteError(reply)));
                }
            });
}

template <typename T>
void DbusHelperClient::read(Request request, QObject *context, Callback<T> done)
{
    request.texts = Texts::Recorded;
    call(request, context, [done = std::move(done)](const Result<QVariantList> &reply) {
        if (!reply)
            return done(tl::unexpected(reply.error()));
        T value;
        convert(wire::withTexts(*reply, i18n::rendered).toList(), value);
        done(value);
    });
}

void DbusHelperClient::change(Request request, QObject *context, Callback<Ticket> done)
{
    request.texts = Texts::Recorded;
    call(request, context, [done = std::move(done)](const Result<QVariantList> &reply) {
        if (!reply)
            return done(tl::unexpected(reply.error()));
        done(Ticket{reply->value(0).toString(), reply->value(1).toString()});
    });
}

void DbusHelperClient::act(const Request &request, QObject *context, Callback<Nothing> done)
{
    call(request, context, [done = std::move(done)](const Result<QVariantList> &reply) {
        if (!reply)
            return done(tl::unexpected(reply.error()));
        done(Nothing{});
    });
}

void DbusHelperClient::capabilities(QObject *context, Callback<Capabilities> done)
{
    read<Capabilities>({.verb = Verb::GetCapabilities}, context, std::move(done));
}

void DbusHelperClient::configuration(QObject *context, Callback<Configuration> done)
{
    read<Configuration>({.verb = Verb::GetConfiguration}, context, std::move(done));
}

void DbusHelperClient::backups(QObject *context, Callback<QList<BackupInfo>> done)
{
    read<QList<BackupInfo>>({.verb = Verb::ListBackups}, context, std::move(done));
}

void DbusHelperClient::backupDiff(const QString &backupId, QObject *context, Callback<QList<FileDiff>> done)
{
    read<QList<FileDiff>>({.verb = Verb::GetBackupDiff, .backupId = backupId}, context, std::move(done));
}

void DbusHelperClient::transaction(QObject *context, Callback<Transaction> done)
{
    read<Transaction>({.verb = Verb::GetTransaction}, context, std::move(done));
}

void DbusHelperClient::preview(const BondPlan &plan, Backend backend, QObject *context, Callback<Preview> done)
{
    Request request{.verb = Verb::Preview, .plan = planToJson(plan)};
    request.options.backend = backend;
    read<Preview>(request, context, std::move(done));
}

void DbusHelperClient::previewRemove(const QString &bond, Backend backend, QObject *context, Callback<Preview> done)
{
    Request request{.verb = Verb::PreviewRemove, .bond = bond};
    request.options.backend = backend;
    read<Preview>(request, context, std::move(done));
}

void DbusHelperClient::apply(const QString &requestId, const BondPlan &plan, const ApplyOptions &options,
                             QObject *context, Callback<Ticket> done)
{
    change({.verb = Verb::Apply, .plan = planToJson(plan), .requestId = requestId, .options = options}, context,
           std::move(done));
}

void DbusHelperClient::remove(const QString &requestId, const QString &bond, const ApplyOptions &options,
                              QObject *context, Callback<Ticket> done)
{
    change({.verb = Verb::Remove, .bond = bond, .requestId = requestId, .options = options}, context, std::move(done));
}

void DbusHelperClient::restore(const QString &requestId, const QString &backupId, const ApplyOptions &options,
                               QObject *context, Callback<Ticket> done)
{
    change({.verb = Verb::Restore, .backupId = backupId, .requestId = requestId, .options = options}, context,
           std::move(done));
}

void DbusHelperClient::confirm(const Ticket &ticket, QObject *context, Callback<Nothing> done)
{
    act({.verb = Verb::Confirm, .ticket = ticket}, context, std::move(done));
}

void DbusHelperClient::rollback(const Ticket &ticket, QObject *context, Callback<Nothing> done)
{
    act({.verb = Verb::Rollback, .ticket = ticket}, context, std::move(done));
}

void DbusHelperClient::extend(const Ticket &ticket, QObject *context, Callback<Nothing> done)
{
    act({.verb = Verb::Extend, .ticket = ticket}, context, std::move(done));
}

void DbusHelperClient::activateSlave(const QString &bond, const QString &slave, QObject *context,
                                     Callback<Nothing> done)
{
    act({.verb = Verb::ActivateSlave, .bond = bond, .slave = slave}, context, std::move(done));
}

void DbusHelperClient::setSlaveLink(const QString &bond, const QString &slave, bool up, std::chrono::seconds undoAfter,
                                    QObject *context, Callback<Nothing> done)
{
    act({.verb = Verb::SetSlaveLink, .bond = bond, .slave = slave, .up = up, .duration = undoAfter}, context,
        std::move(done));
}

void DbusHelperClient::identify(const QString &nic, std::chrono::seconds duration, QObject *context,
                                Callback<Nothing> done)
{
    act({.verb = Verb::Identify, .nic = nic, .duration = duration}, context, std::move(done));
}

void DbusHelperClient::listen(std::chrono::seconds duration, QObject *context,
                              Callback<QList<neighbours::HeardFrame>> done)
{
    read<QList<neighbours::HeardFrame>>({.verb = Verb::Listen, .duration = duration}, context, std::move(done));
}

void DbusHelperClient::countFlows(const QString &bond, std::chrono::seconds duration, QObject *context,
                                  Callback<kernel::FlowCount> done)
{
    call({.verb = Verb::CountFlows, .bond = bond, .duration = duration}, context,
         [done = std::move(done)](const Result<QVariantList> &reply) {
             if (!reply)
                 return done(tl::unexpected(reply.error()));
             const QByteArray lines = reply->value(0).toString().toLatin1();
             const auto count = kernel::flowCountFromLines(lines);
             if (count)
                 return done(*count);
             const int number = lines.startsWith('!') ? lines.mid(1).trimmed().toInt() : EPROTO;
             done(fail(u"flows.failed"_s,
                       //: @error %1 system error text
                       QCoreApplication::translate("helper", "The flows cannot be counted: %1")
                           .arg(QString::fromLocal8Bit(std::strerror(number)))));
         });
}

void DbusHelperClient::rehearse(const BondPlan &plan, const RehearsalOptions &options, QObject *context,
                                Callback<QByteArray> done)
{
    call({.verb = Verb::Rehearse, .plan = planToJson(plan), .rehearsal = options}, context,
         [done = std::move(done)](const Result<QVariantList> &reply) {
             done(reply.map([](const QVariantList &values) { return values.value(0).toString().toUtf8(); }));
         });
}

void DbusHelperClient::onTransactionChanged(const QVariantMap &map, const QDBusMessage &signal)
{
    if (isFromHelper(signal))
        Q_EMIT transactionChanged(transactionFrom(map));
}

void DbusHelperClient::onStepProgressed(const QVariantMap &map, const QDBusMessage &signal)
{
    if (!isFromHelper(signal))
        return;
    StepProgress value;
    wire::fromMap(wire::withTexts(map, i18n::rendered).toMap(), value);
    Q_EMIT stepProgressed(value);
}

HelperClient *createHelperClient(QObject *parent)
{
    return new DbusHelperClient(QDBusConnection::systemBus(), parent);
}

} // namespace bondwright::helper
