// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/serve/session.h"

#include "domain/errorcode.h"
#include "domain/findings.h"
#include "domain/interfacename.h"
#include "helperclient/wire.h"
#include "history/eventstore.h"
#include "history/journalreader.h"
#include "host/protocol/surroundingsjson.h"
#include "host/protocol/surveyjson.h"
#include "host/protocol/wirejson.h"
#include "host/serve/polkitagent.h"
#include "i18n/language.h"
#include "kernel/recording/jsonfields.h"
#include "kernel/recording/statejson.h"
#include "posix/clock.h"

#include <QJsonArray>
#include <QSysInfo>
#include <QThread>

#include <algorithm>

namespace bondwright::host
{

using namespace Qt::StringLiterals;
namespace json = kernel::json;
namespace recording = kernel::recording;

namespace
{

// What a call of the helper's client answers, as the content of a reply.
constexpr auto asObject = [](const auto &value) { return toJson(helper::wire::toMap(value)); };
constexpr auto asItems = [](const auto &values) {
    return toJson(QVariantMap{{u"items"_s, QVariant::fromValue(helper::wire::toMaps(values))}});
};
constexpr auto asTicket = [](const helper::Ticket &ticket) {
    return QJsonObject{{u"id"_s, ticket.id}, {u"token"_s, ticket.token}};
};
constexpr auto asLines = [](const kernel::FlowCount &count) {
    return QJsonObject{{u"lines"_s, QString::fromLatin1(kernel::toLines(count))}};
};
constexpr auto asNothing = [](const helper::HelperClient::Nothing &) { return QJsonObject(); };

/// The helper is given the plan as it was read: of what this host does not know only we can tell.
helper::HelperClient::Callback<helper::Preview> withUnknown(const QStringList &members,
                                                            helper::HelperClient::Callback<helper::Preview> done)
{
    return [members, done = std::move(done)](Result<helper::Preview> preview) {
        if (preview)
            preview->findings += unknownMemberFindings(members);
        done(preview);
    };
}

Result<helper::ApplyOptions> applyOptionsOf(const QJsonObject &arguments)
{
    QVariantMap map = fromJson(arguments[u"options"].toObject());
    if (const auto seconds = json::number<quint32>(arguments[u"options"][u"confirm-within"]))
        map.insert(u"confirm-within"_s, *seconds); // JSON has one kind of number
    return helper::wire::applyOptionsFrom(map);
}

} // namespace

Session::Session(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_counters(&m_parts.source)
{
    connect(&m_parts.channel, &LineChannel::lineReceived, this, &Session::take);
    connect(&m_parts.channel, &LineChannel::closed, this, [this] {
        m_isOver = true;
        Q_EMIT finished();
    });
    connect(&m_parts.channel, &LineChannel::drained, this, [this] {
        if (std::exchange(m_isBehind, false))
            sendChange();
    });
    connect(&m_parts.source, &kernel::KernelSource::snapshotChanged, this, &Session::sendChange);
    connect(&m_parts.source, &kernel::KernelSource::sampleTaken, this, &Session::sendSample);
    connect(&m_parts.source, &kernel::KernelSource::eventOccurred, this, [this](const kernel::BondEvent &event) {
        if (m_sent)
            send(recording::Record{event.monotonicNs, event});
    });
    connect(&m_parts.source, &kernel::KernelSource::troubleOccurred, this, [this](const QString &message) {
        send(recording::Record{monotonicNow(), recording::Trouble{message}});
    });
    connect(&m_parts.helper, &helper::HelperClient::reachableChanged, this, [this](bool reachable) {
        notice(u"helper"_s, {{u"reachable"_s, reachable}});
    });
    connect(&m_parts.helper, &helper::HelperClient::transactionChanged, this,
            [this](const helper::Transaction &value) { notice(u"transaction"_s, toJson(helper::wire::toMap(value))); });
    connect(&m_parts.helper, &helper::HelperClient::stepProgressed, this,
            [this](const helper::StepProgress &value) { notice(u"step"_s, toJson(helper::wire::toMap(value))); });
    followAgent();
    m_alive.setInterval(aliveInterval);
    connect(&m_alive, &QTimer::timeout, this, [this] { send(Alive{}); });
    m_silence.setInterval(silenceLimit);
    m_silence.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, [this] { m_parts.channel.close(); });
}

Session::~Session() = default;

void Session::followAgent()
{
    if (!m_parts.agent)
        return;
    connect(m_parts.agent, &PolkitAgent::asked, this, [this](const AuthenticationQuestion &question) {
        notice(u"authentication"_s,
               {{u"authentication"_s, question.id},
                {u"message"_s, question.message},
                {u"user"_s, question.user},
                {u"prompt"_s, question.prompt},
                {u"echo"_s, question.isEchoed},
                {u"remark"_s, question.remark}});
    });
    connect(m_parts.agent, &PolkitAgent::ended, this, [this](qint64 id, bool gained) {
        notice(u"authentication-ended"_s, {{u"authentication"_s, id}, {u"gained"_s, gained}});
    });
}

void Session::start()
{
    m_alive.start();
    m_silence.start();
    send(Hello{
        protocolVersion, QStringLiteral(BONDWRIGHT_VERSION), QSysInfo::machineHostName(), {}, {}, monotonicNow()});
    notice(u"helper"_s, {{u"reachable"_s, m_parts.helper.isReachable()}});
}

void Session::send(const Message &message)
{
    if (m_isOver)
        return;
    m_parts.channel.send(toLine(message));
    m_alive.start(); // a sign of life is needed only where nothing else is said
    if (m_parts.channel.waitingBytes() > hardLimit)
        m_parts.channel.close();
}

void Session::reply(qint64 id, const Result<QJsonObject> &result)
{
    send(result ? Reply{id, *result, {}} : Reply{id, {}, result.error()});
}

void Session::notice(const QString &about, const QJsonObject &content)
{
    send(Notice{about, content});
}

void Session::take(const QByteArray &line)
{
    m_silence.start();
    const auto message = messageFromLine(line);
    if (!message) {
        m_parts.channel.close(); // not a client of ours
        return;
    }
    if (const auto *hello = std::get_if<Hello>(&*message)) {
        if (i18n::languages().contains(hello->language) && hello->language != i18n::currentLanguage())
            i18n::installLanguage(hello->language);
    } else if (const auto *request = std::get_if<Request>(&*message)) {
        answer(*request);
    }
}

void Session::answer(const Request &request)
{
    const auto done
        = [this, &request](const Result<void> &result) { reply(request.id, result.map([] { return QJsonObject(); })); };
    if (!request.method)
        return reply(request.id,
                     fail(u"protocol.method"_s,
                          //: @error %1 machine word
                          tr("This host does not know “%1”.").arg(request.name),
                          //: @info what to do
                          tr("It runs Bondwright %1: update it.").arg(QStringLiteral(BONDWRIGHT_VERSION))));
    switch (*request.method) {
    case Method::WatchState:
        done({});
        return watchState();
    case Method::WatchCounters:
        return done(watchCounters(request.arguments));
    case Method::StartPing:
        return done(startPing(request.id, request.arguments));
    case Method::StopPing:
        m_pings.erase(json::numberOr<qint64>(request.arguments[u"ping"], 0));
        return done({});
    case Method::Surroundings:
        return reply(request.id, toJson(hostfacts::surroundingsHere()));
    case Method::AnswerAuthentication:
    case Method::CancelAuthentication:
        answerAgent(request);
        return done({});
    default:
        if (m_waitingCalls >= maximumWaitingRequests)
            return done(fail(errorcode::busy,
                             //: @error
                             tr("Too many requests are waiting."),
                             //: @info what to do
                             tr("Try again in a moment.")));
        return answerLater(request);
    }
}

void Session::answerLater(const Request &request)
{
    if (request.method == Method::Events)
        return answerEvents(request);
    if (request.method == Method::Survey)
        return answerSurvey(request.id);
    answerHelper(request);
}

void Session::answerSurvey(qint64 id)
{
    if (!m_parts.askSurvey)
        return reply(id, toJson(diagnosis::Surveyed()));
    ++m_waitingCalls;
    m_parts.askSurvey(this, m_parts.source.snapshot(), [this, id](const diagnosis::Surveyed &surveyed) {
        --m_waitingCalls;
        reply(id, toJson(surveyed));
    });
}

void Session::answerAgent(const Request &request)
{
    const qint64 id = json::numberOr<qint64>(request.arguments[u"authentication"], 0);
    if (!m_parts.agent)
        return;
    if (request.method == Method::AnswerAuthentication)
        m_parts.agent->answer(id, request.arguments[u"text"].toString());
    else
        m_parts.agent->cancel(id);
}

template <typename T, typename ToJson>
helper::HelperClient::Callback<T> Session::replyTo(qint64 id, ToJson toJson)
{
    ++m_waitingCalls;
    return [this, id, toJson](const Result<T> &result) {
        --m_waitingCalls;
        reply(id, result.map(toJson));
    };
}

void Session::answerHelper(const Request &request)
{
    helper::HelperClient &helper = m_parts.helper;
    const QJsonObject &arguments = request.arguments;
    const qint64 id = request.id;
    const auto text = [&arguments](QStringView name) { return json::text(arguments[name]); };
    const std::chrono::seconds seconds(json::numberOr<quint32>(arguments[u"seconds"], 0));

    switch (*request.method) {
    case Method::Capabilities:
        return helper.capabilities(this, replyTo<helper::Capabilities>(id, asObject));
    case Method::Configuration:
        return helper.configuration(this, replyTo<helper::Configuration>(id, asObject));
    case Method::Backups:
        return helper.backups(this, replyTo<QList<helper::BackupInfo>>(id, asItems));
    case Method::BackupDiff:
        return helper.backupDiff(text(u"backup"), this, replyTo<QList<helper::FileDiff>>(id, asItems));
    case Method::Transaction:
        return helper.transaction(this, replyTo<helper::Transaction>(id, asObject));
    case Method::Listen:
        return helper.listen(seconds, this, replyTo<QList<neighbours::HeardFrame>>(id, asItems));
    case Method::CountFlows:
        return helper.countFlows(text(u"bond"), seconds, this, replyTo<kernel::FlowCount>(id, asLines));
    case Method::Identify:
        return helper.identify(text(u"nic"), seconds, this, replyTo<helper::HelperClient::Nothing>(id, asNothing));
    default:
        return answerChange(request);
    }
}

void Session::answerChange(const Request &request)
{
    using Nothing = helper::HelperClient::Nothing;
    helper::HelperClient &helper = m_parts.helper;
    const QJsonObject &arguments = request.arguments;
    const qint64 id = request.id;
    const auto text = [&arguments](QStringView name) { return json::text(arguments[name]); };
    const auto invalid = [&](const Error &error) { reply(id, tl::unexpected(error)); };
    const auto options = applyOptionsOf(arguments);
    const helper::Ticket ticket{text(u"id"), text(u"token")};
    const auto backend = helper::backendFromName(text(u"backend")).value_or(helper::Backend::Auto);

    switch (*request.method) {
    case Method::PreviewRemove:
        return helper.previewRemove(text(u"bond"), backend, this, replyTo<helper::Preview>(id, asObject));
    case Method::Preview:
    case Method::Apply: {
        const auto plan = planFromJson(arguments[u"plan"].toString().toUtf8());
        if (!plan)
            return invalid(plan.error());
        if (*request.method == Method::Preview)
            return helper.preview(plan->plan, backend, this,
                                  withUnknown(plan->unknownMembers, replyTo<helper::Preview>(id, asObject)));
        if (!options)
            return invalid(options.error());
        return helper.apply(text(u"request"), plan->plan, *options, this, replyTo<helper::Ticket>(id, asTicket));
    }
    case Method::Remove:
        if (!options)
            return invalid(options.error());
        return helper.remove(text(u"request"), text(u"bond"), *options, this, replyTo<helper::Ticket>(id, asTicket));
    case Method::Restore:
        if (!options)
            return invalid(options.error());
        return helper.restore(text(u"request"), text(u"backup"), *options, this, replyTo<helper::Ticket>(id, asTicket));
    case Method::Confirm:
        return helper.confirm(ticket, this, replyTo<Nothing>(id, asNothing));
    case Method::Rollback:
        return helper.rollback(ticket, this, replyTo<Nothing>(id, asNothing));
    case Method::Extend:
        return helper.extend(ticket, this, replyTo<Nothing>(id, asNothing));
    case Method::ActivateSlave:
        return helper.activateSlave(text(u"bond"), text(u"slave"), this, replyTo<Nothing>(id, asNothing));
    case Method::SetSlaveLink:
        return helper.setSlaveLink(text(u"bond"), text(u"slave"), arguments[u"up"].toBool(),
                                   std::chrono::seconds(json::numberOr<quint32>(arguments[u"seconds"], 0)), this,
                                   replyTo<Nothing>(id, asNothing));
    default:
        Q_UNREACHABLE();
    }
}

void Session::watchState()
{
    m_sent = m_parts.source.snapshot();
    send(recording::Record{m_sent->monotonicNs, recording::wholeOf(*m_sent)});
}

void Session::sendChange()
{
    if (!m_sent)
        return;
    if (m_parts.channel.waitingBytes() > changeLimit) {
        m_isBehind = true;
        return;
    }
    const kernel::Snapshot &now = m_parts.source.snapshot();
    const recording::Change change = recording::differenceOf(*m_sent, now);
    if (change.isEmpty())
        return;
    m_sent = now;
    send(recording::Record{now.monotonicNs, change});
}

void Session::sendSample(const kernel::CounterSample &sample)
{
    if (m_parts.channel.waitingBytes() > sampleLimit || m_counters.interfaces().isEmpty())
        return;
    send(recording::Record{sample.monotonicNs, sample});
}

Result<void> Session::watchCounters(const QJsonObject &arguments)
{
    QSet<int> interfaces;
    const QJsonArray asked = arguments[u"interfaces"].toArray();
    for (const QJsonValue &item : asked) {
        if (const auto index = json::number<int>(item); index && *index > 0 && interfaces.size() < json::maximumItems)
            interfaces.insert(*index);
    }
    m_counters.setInterval(
        std::chrono::milliseconds(std::clamp<qint64>(json::numberOr<qint64>(arguments[u"intervalMs"], 500), 50, 1000)));
    m_counters.setInterfaces(interfaces);
    return {};
}

Result<void> Session::startPing(qint64 id, const QJsonObject &arguments)
{
    const auto address = ping::parseTarget(json::text(arguments[u"target"]));
    const QString boundTo = json::text(arguments[u"boundTo"]);
    if (!address || (!boundTo.isEmpty() && kernelNameProblem(boundTo).has_value()))
        return fail(u"ping.target"_s,
                    //: @error %1 what was given
                    tr("“%1” cannot be pinged.").arg(json::text(arguments[u"target"])),
                    //: @info what to do
                    tr("Give an IPv4 or IPv6 address of one host."));
    if (m_pings.size() >= maximumPings)
        return fail(u"ping.limit"_s,
                    //: @error
                    tr("At most %n targets can be pinged at once.", nullptr, maximumPings));
    ping::PingTarget target{*address, boundTo};
    target.interval = std::chrono::milliseconds(
        std::clamp<qint64>(json::numberOr<qint64>(arguments[u"intervalMs"], 100), 10, 10'000));
    target.timeout = std::chrono::milliseconds(
        std::clamp<qint64>(json::numberOr<qint64>(arguments[u"timeoutMs"], 1000), 10, 60'000));
    auto &pinger = m_pings[id];
    pinger.reset(m_parts.makePinger(target, nullptr));
    connect(pinger.get(), &ping::Pinger::replied, this, [this, id](const ping::PingReply &reply) {
        QJsonObject content{{u"ping"_s, id}, {u"sequence"_s, qint64(reply.sequence)}, {u"t"_s, reply.sentMonotonicNs}};
        if (reply.rtt)
            content.insert(u"rttNs"_s, qint64(reply.rtt->count()));
        notice(u"ping"_s, content);
    });
    connect(pinger.get(), &ping::Pinger::troubleOccurred, this,
            [this, id](const QString &message, ping::Pinger::Trouble trouble) {
                QJsonObject content{{u"ping"_s, id}, {u"message"_s, message}};
                if (trouble == ping::Pinger::Trouble::Lasting)
                    content.insert(u"lasting"_s, true);
                notice(u"ping-trouble"_s, content);
            });
    pinger->start();
    return {};
}

void Session::answerEvents(const Request &request)
{
    const qint64 id = request.id;
    const int limit = std::clamp(json::numberOr<int>(request.arguments[u"limit"], 10'000), 1, 10'000);
    const QDateTime since = QDateTime::fromMSecsSinceEpoch(json::numberOr<qint64>(
        request.arguments[u"sinceMs"], QDateTime::currentDateTime().addDays(-journalDays).toMSecsSinceEpoch()));
    QList<kernel::BondEvent> stored;
    // Opened at the first question: the first state must not wait for a disk. Where that fails, there are none.
    if (m_parts.events && (m_parts.events->isOpen() || m_parts.events->open())) {
        history::EventQuery query;
        query.limit = limit;
        query.since = since;
        const auto events = m_parts.events->events(query);
        if (!events)
            return reply(id, tl::unexpected(events.error()));
        stored = *events;
    }
    // The journal may take a second, and pings must go out meanwhile.
    ++m_waitingCalls;
    auto found = std::make_shared<QList<kernel::BondEvent>>();
    QThread *reader = QThread::create([found, since, limit] {
        history::EventQuery query;
        query.limit = limit;
        query.since = since;
        // Events that bondwright-watch has kept.
        *found = history::readEvents(history::watchedEventsFile(), query).value_or(QList<kernel::BondEvent>());
        if (const auto journal = history::readJournal(since))
            *found = history::mergeEvents(*found, journal->events);
    });
    connect(reader, &QThread::finished, reader, &QObject::deleteLater);
    connect(reader, &QThread::finished, this, [this, id, limit, stored, found] {
        --m_waitingCalls;
        const QList<kernel::BondEvent> all = history::mergeEvents(stored, *found);
        QJsonArray items;
        for (const kernel::BondEvent &event : all.last(std::min<qsizetype>(all.size(), limit)))
            items.append(kernel::toJson(event));
        reply(id, QJsonObject{{u"items"_s, items}});
    });
    reader->start(QThread::LowPriority);
}

} // namespace bondwright::host
