// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/protocol/surroundingsjson.h"
#include "host/protocol/surveyjson.h"
#include "host/remote/connection.h"
#include "host/remote/remoteagent.h"
#include "host/remote/remotehelper.h"
#include "kernel/recording/statejson.h"
#include "servedhost.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace bondwright;
using namespace bondwright::host;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What a client asks beside the state and the helper.
class TestHostTalk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void surroundingsAreTold();
    void theSurveyIsTold();
    void aHostileSurveyIsCutDown();
    void keptEventsAreTold();
    void flowsAreCountedThere();
    void aRemovalIsShownForTheBackendThatIsAskedFor();
    void anUnreadableCountIsAnError();
    void anIdleHostCostsLittleTraffic();
    void eventsArriveAtOnce();
    void anOlderHostSaysWhatItDoesNotKnow();
    void eachConnectionsQuestionsAreItsOwn();
};

void TestHostTalk::surroundingsAreTold()
{
    Host there;
    Connection connection([&] { return there.connectTo(); });
    connection.start();
    QTRY_COMPARE(connection.state(), Connection::State::Online);
    qputenv("SSH_CONNECTION", "192.0.2.9 50000 192.0.2.1 22");
    std::optional<hostfacts::Surroundings> told;
    connection.request(Method::Surroundings, {}, this,
                       [&](const Result<QJsonObject> &answer) { told = surroundingsFrom(answer.value()); });
    QTRY_VERIFY(told.has_value());
    QCOMPARE(*told, hostfacts::surroundingsHere());
    QCOMPARE(
        told->session,
        std::optional(hostfacts::Session{*IpAddress::fromString(u"192.0.2.9"), *IpAddress::fromString(u"192.0.2.1")}));
    qunsetenv("SSH_CONNECTION");
}

/// The window here judges another host by what is known there.
void TestHostTalk::theSurveyIsTold()
{
    Host there;
    diagnosis::Surveyed known;
    BondPlan &plan = known.plans[u"bond0"_s];
    plan.name = u"bond0"_s;
    plan.slaves = {{u"eth0"_s, {}, {}, {}}, {u"eth1"_s, u"02:00:00:00:00:07"_s, {}, {}}};
    neighbours::SwitchPort &port = known.ports[u"eth0"_s];
    port.chassis = port.system = u"sw1"_s;
    port.port = u"Gi1/0/7"_s;
    port.vlan = 10;
    port.aggregated = false;
    port.maxFrame = 1522;
    known.formerPorts[u"eth1"_s].chassis = u"sw2"_s;
    there.askSurvey = [&known](QObject *, const kernel::Snapshot &,
                               std::function<void(const diagnosis::Surveyed &)> done) { done(known); };
    Connection connection([&] { return there.connectTo(); });
    connection.start();
    QTRY_COMPARE(connection.state(), Connection::State::Online);
    std::optional<diagnosis::Surveyed> told;
    connection.request(Method::Survey, {}, this,
                       [&](const Result<QJsonObject> &answer) { told = surveyedFrom(answer.value()); });
    QTRY_VERIFY(told.has_value());
    QCOMPARE(told->ports, known.ports);
    QCOMPARE(told->formerPorts, known.formerPorts);
    QCOMPARE(told->plans, known.plans);
}

void TestHostTalk::aHostileSurveyIsCutDown()
{
    const QJsonObject port{{u"chassis"_s, u"sw\n1\u202e"_s + QString(5000, u'x')}, {u"port"_s, 7}, {u"vlan"_s, -1}};
    const diagnosis::Surveyed told
        = surveyedFrom({{u"ports"_s, QJsonObject{{u"eth0"_s, port}, {u"../x"_s, port}, {u"eth1"_s, QJsonObject()}}},
                        {u"plans"_s, QJsonArray{u"{"_s, 5, QJsonObject()}},
                        {u"former_ports"_s, u"none"_s}});
    QCOMPARE(told.plans.size(), 0);
    QCOMPARE(told.ports.keys(), QStringList{u"eth0"_s});
    const QString chassis = told.ports.value(u"eth0"_s).chassis;
    QVERIFY(chassis.size() <= 255 && !chassis.contains(u'\n') && !chassis.contains(QChar(0x202e)));
    QVERIFY(!told.ports.value(u"eth0"_s).vlan);
}

void TestHostTalk::keptEventsAreTold()
{
    const QTemporaryDir folder;
    history::EventStore store(folder.filePath(u"events"_s));
    QVERIFY(store.open());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const int age : {30, 2, 1}) {
        kernel::BondEvent event;
        event.kind = kernel::EventKind::Failover;
        event.bond = u"bond%1"_s.arg(age);
        event.wallTime = now.addDays(-age);
        store.record(event);
    }
    Host there;
    there.events = &store;
    Connection connection([&] { return there.connectTo(); });
    connection.start();
    QTRY_COMPARE(connection.state(), Connection::State::Online);
    QStringList told;
    connection.request(Method::Events, {{u"sinceMs"_s, now.addDays(-3).toMSecsSinceEpoch()}}, this,
                       [&](const Result<QJsonObject> &answer) {
                           const QJsonArray items = answer.value()[u"items"].toArray();
                           for (const QJsonValue &item : items)
                               told.append(kernel::eventFromJson(item.toObject()).value().bond);
                       });
    QTRY_VERIFY(told.contains(u"bond1"_s));
    QVERIFY(told.contains(u"bond2"_s) && !told.contains(u"bond30"_s));
}

void TestHostTalk::flowsAreCountedThere()
{
    Host there;
    kernel::FlowCensus census(2);
    kernel::Flow flow;
    for (quint16 port = 1; port < 50; ++port) {
        flow.sourcePort = port;
        census.add(flow, 1500);
    }
    there.helper.flows = census.count();
    Connection connection([&] { return there.connectTo(); });
    RemoteHelper helper(connection, [&] { return there.connectTo(); });
    connection.start();
    QTRY_COMPARE(connection.state(), Connection::State::Online);
    std::optional<Result<kernel::FlowCount>> told;
    const auto take = [&told](const Result<kernel::FlowCount> &count) { told = count; };
    helper.countFlows(u"bond0"_s, 10s, this, take);
    QTRY_VERIFY(told.has_value());
    QVERIFY(told->has_value());
    QCOMPARE(told->value(), there.helper.flows);
    QCOMPARE(there.helper.calls.last(), u"count-flows bond0 10"_s);
    told.reset();
    there.helper.trouble = Error{u"helper.not-authorized"_s, u"No."_s, {}};
    helper.countFlows(u"bond0"_s, 10s, this, take);
    QTRY_VERIFY(told.has_value());
    QCOMPARE(told->error().code, u"helper.not-authorized"_s);
}

/// Another service's files would be shown than those that are then removed.
void TestHostTalk::aRemovalIsShownForTheBackendThatIsAskedFor()
{
    Host there;
    Connection connection([&] { return there.connectTo(); });
    RemoteHelper remote(connection, [&] { return there.connectTo(); });
    connection.start();
    QTRY_COMPARE(connection.state(), Connection::State::Online);
    for (const helper::Backend backend : {helper::Backend::Ifupdown, helper::Backend::Auto}) {
        bool isTold = false;
        remote.previewRemove(u"bond0"_s, backend, this, [&isTold](const auto &) { isTold = true; });
        QTRY_VERIFY(isTold);
        QCOMPARE(there.helper.calls.last(), u"previewRemove bond0 "_s + helper::backendName(backend));
    }
}

/// A host may answer anything.
void TestHostTalk::anUnreadableCountIsAnError()
{
    int ends[2];
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), 0);
    StdioChannel there(ends[0], ends[0], maximumRequestLine);
    connect(&there, &LineChannel::lineReceived, this, [&there](const QByteArray &line) {
        const auto message = messageFromLine(line);
        if (const auto *request = message ? std::get_if<Request>(&*message) : nullptr)
            there.send(toLine(Reply{request->id, {{u"lines"_s, u"flows 1 2 0 1 -7\nlayer2 9 9 9"_s}}, {}}));
    });
    const auto open = [end = ends[1]] { return std::make_unique<StdioChannel>(end, end, maximumReplyLine); };
    Connection connection(open);
    RemoteHelper helper(connection, open);
    connection.start();
    there.send(toLine(Hello{1, u"1"_s, u"srv"_s, {}, {}, 1}));
    QTRY_COMPARE(connection.state(), Connection::State::Online);
    std::optional<Result<kernel::FlowCount>> told;
    helper.countFlows(u"bond0"_s, 1s, this, [&told](const Result<kernel::FlowCount> &count) { told = count; });
    QTRY_VERIFY(told.has_value());
    QCOMPARE(told->error().code, u"protocol.message"_s);
}

/// Two bonds of two slaves each, counted once a second, as a visible window does; with all other output.
void TestHostTalk::anIdleHostCostsLittleTraffic()
{
    kernel::CounterSample sample;
    constexpr quint64 large = 1'000'000'000'000'000;
    for (int ifindex = 101; ifindex <= 106; ++ifindex)
        sample.interfaces.append({ifindex, large, large, large, large, large, large, large, large});
    const qsizetype line = toLine(kernel::recording::Record{large, sample}).size() + 1;
    const qsizetype alive = toLine(Alive{}).size() + 1;
    QVERIFY2(line + alive < 2000, qPrintable(QString::number(line)));
}

void TestHostTalk::eventsArriveAtOnce()
{
    Host there;
    Connection connection([&] { return there.connectTo(); });
    connection.start();
    QTRY_COMPARE(connection.state(), Connection::State::Online);
    bool isWatched = false;
    connection.request(Method::WatchState, {}, this, [&](const Result<QJsonObject> &) { isWatched = true; });
    QTRY_VERIFY(isWatched);
    QElapsedTimer clock;
    QList<qint64> delays;
    connect(&connection, &Connection::recordReceived, this, [&](const kernel::recording::Record &record) {
        if (std::holds_alternative<kernel::BondEvent>(record.content))
            delays.append(clock.elapsed());
    });
    for (int i = 1; i <= 20; ++i) {
        kernel::BondEvent event;
        event.id = event.monotonicNs = i;
        clock.start();
        there.source.tell(event);
        QTRY_COMPARE(delays.size(), i);
    }
    std::ranges::sort(delays);
    QVERIFY2(delays.at(10) <= 50, qPrintable(QString::number(delays.at(10)))); // a busy machine may hold one up
}

/// What a later program may ask a host of today: the answer names the method and the release, and all else goes on.
void TestHostTalk::anOlderHostSaysWhatItDoesNotKnow()
{
    int ends[2];
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    StdioChannel channel(ends[0], ends[0], maximumRequestLine);
    FakeKernelSource source;
    FakeHelperClient helper;
    Session session({channel, source, helper});
    session.start();
    StdioChannel client(ends[1], ends[1], maximumReplyLine);
    QList<QByteArray> lines;
    connect(&client, &LineChannel::lineReceived, this, [&](const QByteArray &line) { lines.append(line); });
    client.send(R"({"type":"hello","version":2,"program":"9.0","language":"en","mood":"good"})");
    client.send(R"({"type":"weather","rain":true})");
    client.send(R"({"type":"request","id":1,"method":"teleport","arguments":{}})");
    client.send(R"({"type":"request","id":2,"method":"capabilities","arguments":{}})");
    QTRY_COMPARE(lines.size(), 4); // hello, helper, two replies
    const auto refused = std::get<Reply>(*messageFromLine(lines.at(2)));
    QCOMPARE(refused.id, 1);
    QCOMPARE(refused.error->code, u"protocol.method"_s);
    QVERIFY(refused.error->message.contains(u"teleport"));
    QVERIFY2(refused.error->hint.contains(QStringLiteral(BONDWRIGHT_VERSION)), qPrintable(refused.error->hint));
    QVERIFY(!std::get<Reply>(*messageFromLine(lines.at(3))).error);
}

/// Two connections number their questions alike: each answer goes where it was asked.
void TestHostTalk::eachConnectionsQuestionsAreItsOwn()
{
    QStringList heard[2];
    int hostEnds[2] = {-1, -1};
    std::unique_ptr<StdioChannel> hosts[2];
    std::unique_ptr<Connection> connections[2];
    RemoteAgent agent;
    for (int i = 0; i < 2; ++i) {
        int ends[2];
        QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), 0);
        hostEnds[i] = ends[0];
        hosts[i] = std::make_unique<StdioChannel>(ends[0], ends[0], maximumRequestLine);
        connect(hosts[i].get(), &LineChannel::lineReceived, this, [&heard, i](const QByteArray &line) {
            const auto message = messageFromLine(line);
            if (const auto *request = message ? std::get_if<Request>(&*message) : nullptr)
                heard[i].append(request->arguments[u"text"].toString());
        });
        connections[i] = std::make_unique<Connection>(
            [end = ends[1]] { return std::make_unique<StdioChannel>(end, end, maximumReplyLine); });
        agent.listenTo(*connections[i]);
        connections[i]->start();
        hosts[i]->send(toLine(Hello{1, u"1"_s, u"srv"_s, {}, {}, 1}));
    }
    QList<AuthenticationQuestion> questions;
    connect(&agent, &RemoteAgent::asked, this,
            [&](const AuthenticationQuestion &question) { questions.append(question); });
    QList<qint64> over;
    connect(&agent, &RemoteAgent::ended, this, [&](qint64 number, bool) { over.append(number); });
    for (int i = 0; i < 2; ++i) {
        QTRY_COMPARE(connections[i]->state(), Connection::State::Online);
        hosts[i]->send(toLine(Notice{u"authentication"_s, {{u"authentication"_s, 1}, {u"user"_s, u"u%1"_s.arg(i)}}}));
    }
    QTRY_COMPARE(questions.size(), 2);
    QVERIFY(questions.at(0).id != questions.at(1).id);
    for (const AuthenticationQuestion &question : std::as_const(questions))
        agent.answer(question.id, u"for "_s + question.user);
    QTRY_COMPARE(heard[0], QStringList{u"for u0"_s});
    QTRY_COMPARE(heard[1], QStringList{u"for u1"_s});
    // The same authentication asks again: no new number. And a host that goes away waits for no answer.
    hosts[0]->send(toLine(Notice{u"authentication"_s, {{u"authentication"_s, 1}, {u"user"_s, u"u0"_s}}}));
    QTRY_COMPARE(questions.size(), 3);
    QCOMPARE(questions.at(2).id, questions.at(0).user == u"u0" ? questions.at(0).id : questions.at(1).id);
    ::shutdown(hostEnds[1], SHUT_RDWR);
    QTRY_COMPARE(over.size(), 1);
}

QTEST_GUILESS_MAIN(TestHostTalk)
#include "tst_hosttalk.moc"
