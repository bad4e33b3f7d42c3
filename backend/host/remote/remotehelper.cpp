// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/remote/remotehelper.h"

#include "helperclient/wire.h"
#include "host/protocol/wirejson.h"
#include "host/remote/confirmation.h"

#include <QElapsedTimer>

namespace bondwright::host
{

using namespace Qt::StringLiterals;
using namespace helper;

namespace
{

template <typename T>
void convert(const QJsonObject &object, T &value)
{
    wire::fromMap(fromJson(object), value);
}

template <typename T>
void convert(const QJsonObject &object, QList<T> &values)
{
    values = wire::fromMaps<T>(wire::mapsFrom(fromJson(object).value(u"items"_s)));
}

QString textOf(const BondPlan &plan)
{
    return QString::fromUtf8(planToJson(plan));
}

} // namespace

RemoteHelper::RemoteHelper(Connection &connection, SteadyChannel::Open openFresh, QObject *parent)
    : HelperClient(parent)
    , m_connection(connection)
    , m_openFresh(std::move(openFresh))
{
    connect(&m_connection, &Connection::noticeReceived, this, &RemoteHelper::take);
    connect(&m_connection, &Connection::stateChanged, this, [this](Connection::State state) {
        if (state != Connection::State::Online)
            setReachable(false);
    });
}

void RemoteHelper::setReachable(bool reachable)
{
    if (std::exchange(m_isReachable, reachable) != reachable)
        Q_EMIT reachableChanged(reachable);
}

void RemoteHelper::take(const Notice &notice)
{
    if (notice.about == u"helper") {
        setReachable(notice.content[u"reachable"].toBool());
    } else if (notice.about == u"transaction") {
        Transaction value;
        convert(notice.content, value);
        Q_EMIT transactionChanged(value);
    } else if (notice.about == u"step") {
        StepProgress value;
        convert(notice.content, value);
        m_stepCount = value.count;
        Q_EMIT stepProgressed(value);
    }
}

template <typename T>
void RemoteHelper::read(Method method, const QJsonObject &arguments, QObject *context, Callback<T> done)
{
    m_connection.request(method, arguments, context, [done = std::move(done)](const Result<QJsonObject> &answer) {
        if (!answer)
            return done(tl::unexpected(answer.error()));
        T value;
        convert(*answer, value);
        done(value);
    });
}

void RemoteHelper::change(Method method, const QJsonObject &arguments, QObject *context, Callback<Ticket> done)
{
    m_connection.request(method, arguments, context, [done = std::move(done)](const Result<QJsonObject> &answer) {
        if (!answer)
            return done(tl::unexpected(answer.error()));
        done(Ticket{(*answer)[u"id"].toString(), (*answer)[u"token"].toString()});
    });
}

void RemoteHelper::act(Method method, const QJsonObject &arguments, QObject *context, Callback<Nothing> done)
{
    m_connection.request(method, arguments, context, [done = std::move(done)](const Result<QJsonObject> &answer) {
        done(answer.map([](const QJsonObject &) { return Nothing{}; }));
    });
}

void RemoteHelper::capabilities(QObject *context, Callback<Capabilities> done)
{
    read<Capabilities>(Method::Capabilities, {}, context, std::move(done));
}

void RemoteHelper::configuration(QObject *context, Callback<Configuration> done)
{
    read<Configuration>(Method::Configuration, {}, context, std::move(done));
}

void RemoteHelper::backups(QObject *context, Callback<QList<BackupInfo>> done)
{
    read<QList<BackupInfo>>(Method::Backups, {}, context, std::move(done));
}

void RemoteHelper::backupDiff(const QString &backupId, QObject *context, Callback<QList<FileDiff>> done)
{
    read<QList<FileDiff>>(Method::BackupDiff, {{u"backup"_s, backupId}}, context, std::move(done));
}

void RemoteHelper::transaction(QObject *context, Callback<Transaction> done)
{
    read<Transaction>(Method::Transaction, {}, context, std::move(done));
}

void RemoteHelper::preview(const BondPlan &plan, Backend backend, QObject *context, Callback<Preview> done)
{
    read<Preview>(Method::Preview, {{u"plan"_s, textOf(plan)}, {u"backend"_s, backendName(backend)}}, context,
                  std::move(done));
}

void RemoteHelper::previewRemove(const QString &bond, Backend backend, QObject *context, Callback<Preview> done)
{
    read<Preview>(Method::PreviewRemove, {{u"bond"_s, bond}, {u"backend"_s, backendName(backend)}}, context,
                  std::move(done));
}

void RemoteHelper::apply(const QString &requestId, const BondPlan &plan, const ApplyOptions &options, QObject *context,
                         Callback<Ticket> done)
{
    change(Method::Apply,
           {{u"request"_s, requestId}, {u"plan"_s, textOf(plan)}, {u"options"_s, toJson(wire::toMap(options))}},
           context, std::move(done));
}

void RemoteHelper::remove(const QString &requestId, const QString &bond, const ApplyOptions &options, QObject *context,
                          Callback<Ticket> done)
{
    change(Method::Remove, {{u"request"_s, requestId}, {u"bond"_s, bond}, {u"options"_s, toJson(wire::toMap(options))}},
           context, std::move(done));
}

void RemoteHelper::restore(const QString &requestId, const QString &backupId, const ApplyOptions &options,
                           QObject *context, Callback<Ticket> done)
{
    change(Method::Restore,
           {{u"request"_s, requestId}, {u"backup"_s, backupId}, {u"options"_s, toJson(wire::toMap(options))}}, context,
           std::move(done));
}

void RemoteHelper::tellReaching(const QString &transactionId, std::optional<std::chrono::milliseconds> elapsed)
{
    StepProgress step;
    step.transactionId = transactionId;
    step.step = u"reach"_s;
    //: @status a step of a change
    step.text = tr("Opening a new connection to the host");
    step.index = m_stepCount;
    step.count = m_stepCount + 1;
    step.finished = elapsed.has_value();
    step.elapsedMs = elapsed.value_or(std::chrono::milliseconds(0)).count();
    Q_EMIT stepProgressed(step);
}

void RemoteHelper::confirm(const Ticket &ticket, QObject *context, Callback<Nothing> done)
{
    auto *confirmation = new Confirmation(
        m_openFresh, ticket,
        [guard = QPointer<QObject>(context ? context : this), done = std::move(done)](const Result<Nothing> &result) {
            if (guard)
                done(result);
        },
        Confirmation::usualPatience, this);
    QElapsedTimer since;
    since.start();
    tellReaching(ticket.id, std::nullopt);
    connect(confirmation, &Confirmation::reached, this,
            [this, id = ticket.id, since] { tellReaching(id, std::chrono::milliseconds(since.elapsed())); });
    Q_EMIT connectionOpened(confirmation->connection());
    confirmation->start();
}

void RemoteHelper::rollback(const Ticket &ticket, QObject *context, Callback<Nothing> done)
{
    act(Method::Rollback, ticketArguments(ticket), context, std::move(done));
}

void RemoteHelper::extend(const Ticket &ticket, QObject *context, Callback<Nothing> done)
{
    act(Method::Extend, ticketArguments(ticket), context, std::move(done));
}

void RemoteHelper::activateSlave(const QString &bond, const QString &slave, QObject *context, Callback<Nothing> done)
{
    act(Method::ActivateSlave, {{u"bond"_s, bond}, {u"slave"_s, slave}}, context, std::move(done));
}

void RemoteHelper::setSlaveLink(const QString &bond, const QString &slave, bool up, std::chrono::seconds undoAfter,
                                QObject *context, Callback<Nothing> done)
{
    act(Method::SetSlaveLink,
        {{u"bond"_s, bond}, {u"slave"_s, slave}, {u"up"_s, up}, {u"seconds"_s, qint64(undoAfter.count())}}, context,
        std::move(done));
}

void RemoteHelper::listen(std::chrono::seconds duration, QObject *context, Callback<QList<neighbours::HeardFrame>> done)
{
    read<QList<neighbours::HeardFrame>>(Method::Listen, {{u"seconds"_s, qint64(duration.count())}}, context,
                                        std::move(done));
}

void RemoteHelper::countFlows(const QString &bond, std::chrono::seconds duration, QObject *context,
                              Callback<kernel::FlowCount> done)
{
    m_connection.request(Method::CountFlows, {{u"bond"_s, bond}, {u"seconds"_s, qint64(duration.count())}}, context,
                         [done = std::move(done)](const Result<QJsonObject> &answer) {
                             if (!answer)
                                 return done(tl::unexpected(answer.error()));
                             if (const auto count
                                 = kernel::flowCountFromLines((*answer)[u"lines"].toString().toLatin1()))
                                 return done(*count);
                             done(fail(u"protocol.message"_s,
                                       //: @error
                                       tr("The host's count of the flows cannot be read.")));
                         });
}

void RemoteHelper::identify(const QString &nic, std::chrono::seconds duration, QObject *context, Callback<Nothing> done)
{
    act(Method::Identify, {{u"nic"_s, nic}, {u"seconds"_s, qint64(duration.count())}}, context, std::move(done));
}

} // namespace bondwright::host
