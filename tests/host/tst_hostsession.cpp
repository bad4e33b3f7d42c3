// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/remote/connection.h"
#include "host/remote/remotehelper.h"
#include "host/remote/remotepinger.h"
#include "host/remote/remotesource.h"
#include "host/transport/commandchannel.h"
#include "servedhost.h"
#include "tests/support/plans.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace bondwright;
using namespace bondwright::host;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestHostSession : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stateEventsAndSamplesArrive();
    void theHelperIsTheOtherHosts();
    void aRefusalArrivesAsItIs();
    void whatIsNotKnownInAPlanIsTold();
    void confirmingOpensANewConnection();
    void aHostNotReachedByANewConnectionIsNotConfirmed();
    void pingsAreSentFromTheHost();
    void aSlowReaderGetsFewerSamplesAndEveryEvent();
    void aHostThatDiesIsTriedAgain();
    void whatIsAskedOfADeadHostIsAnswered();
    void waitingRequestsAreLimited();
    void aLoginScriptsOutputIsReported_data();
    void aLoginScriptsOutputIsReported();
    void aSilentHostBlocksNothing();
};

void TestHostSession::stateEventsAndSamplesArrive()
{
    Host there;
    there.source.setSnapshot(hostWithBond());
    Connection connection([&] { return there.connectTo(); });
    RemoteSource source(connection);
    QSignalSpy changed(&source, &kernel::KernelSource::snapshotChanged);
    source.start();
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(source.snapshot().bonds, hostWithBond().bonds);
    QCOMPARE(source.snapshot().nics, hostWithBond().nics);
    QCOMPARE(source.snapshot().kernelRelease, u"6.1.0"_s);

    kernel::Snapshot next = hostWithBond();
    next.bonds[10].activeSlave = 3;
    next.nics.remove(2);
    there.source.setSnapshot(next);
    QTRY_COMPARE(changed.size(), 2);
    QCOMPARE(source.snapshot().bonds, next.bonds);
    QCOMPARE(source.snapshot().nics, next.nics);

    std::optional<kernel::BondEvent> seen;
    connect(&source, &kernel::KernelSource::eventOccurred, &source,
            [&](const kernel::BondEvent &event) { seen = event; });
    kernel::BondEvent event;
    event.kind = kernel::EventKind::Failover;
    event.bond = u"bond0"_s;
    event.from = u"eth0"_s;
    event.to = u"eth1"_s;
    event.monotonicNs = monotonicNow();
    there.source.tell(event);
    QTRY_VERIFY(seen.has_value());
    QCOMPARE(seen->to, u"eth1"_s);
    // Both ends are this host: the shift is the time that the greeting took.
    QVERIFY(std::abs(seen->monotonicNs - event.monotonicNs) < 10'000'000'000);

    source.setSampleInterval(200ms);
    source.watchCounters({2, 3});
    QTRY_COMPARE(there.source.watched(), (QSet<int>{2, 3}));
    QTRY_COMPARE(there.source.interval(), 200ms);
    std::optional<kernel::CounterSample> sample;
    connect(&source, &kernel::KernelSource::sampleTaken, &source,
            [&](const kernel::CounterSample &taken) { sample = taken; });
    kernel::Counters counters;
    counters.ifindex = 2;
    counters.rxBytes = 1'234'567'890'123;
    there.source.sample({monotonicNow(), {counters}});
    QTRY_VERIFY(sample.has_value());
    QCOMPARE(sample->interfaces, QList<kernel::Counters>{counters});
}

void TestHostSession::theHelperIsTheOtherHosts()
{
    Host there;
    there.helper.caps.helperVersion = u"7.7"_s;
    there.helper.caps.backends = {helper::Backend::NetworkManager, helper::Backend::RuntimeOnly};
    there.helper.saved = {{u"b1"_s, QDateTime::fromMSecsSinceEpoch(1000), u"apply bond0"_s, {u"/etc/x"_s}, true}};
    Connection connection([&] { return there.connectTo(); });
    RemoteHelper helper(connection, [&] { return there.connectTo(); });
    QSignalSpy reachable(&helper, &helper::HelperClient::reachableChanged);
    connection.start();
    QTRY_COMPARE(reachable.size(), 1);
    QVERIFY(helper.isReachable());

    std::optional<helper::Capabilities> capabilities;
    helper.capabilities(this, [&](const auto &answer) { capabilities = answer.value(); });
    QTRY_VERIFY(capabilities.has_value());
    QCOMPARE(capabilities->helperVersion, u"7.7"_s);
    QCOMPARE(capabilities->backends, there.helper.caps.backends);

    std::optional<QList<helper::BackupInfo>> backups;
    helper.backups(this, [&](const auto &answer) { backups = answer.value(); });
    QTRY_VERIFY(backups.has_value());
    QCOMPARE(backups->size(), 1);
    QCOMPARE(backups->at(0).paths, QStringList{u"/etc/x"_s});

    const BondPlan plan = usualPlan();
    helper::ApplyOptions options;
    options.confirmWithin = 90s;
    options.pingTarget = u"192.0.2.254"_s;
    std::optional<helper::Ticket> ticket;
    helper.apply(u"r1"_s, plan, options, this, [&](const auto &answer) { ticket = answer.value(); });
    QTRY_VERIFY(ticket.has_value());
    QCOMPARE(there.helper.applied, plan);
    QCOMPARE(there.helper.appliedOptions.confirmWithin, 90s);
    QCOMPARE(there.helper.appliedOptions.pingTarget, u"192.0.2.254"_s);
    QVERIFY(!ticket->id.isEmpty());

    std::optional<helper::Transaction> told;
    connect(&helper, &helper::HelperClient::transactionChanged, this,
            [&](const helper::Transaction &transaction) { told = transaction; });
    there.helper.advance(helper::TransactionState::AwaitingConfirm, 77);
    QTRY_VERIFY(told.has_value());
    QCOMPARE(told->secondsLeft, 77U);

    bool isDone = false;
    helper.setSlaveLink(u"bond0"_s, u"eth1"_s, false, 30s, this,
                        [&](const auto &answer) { isDone = answer.has_value(); });
    QTRY_VERIFY(isDone);
    QVERIFY2(there.helper.calls.last().contains(u"eth1"), qPrintable(there.helper.calls.last()));
}

void TestHostSession::aRefusalArrivesAsItIs()
{
    Host there;
    there.helper.refusal = Error{u"helper.not-authorized"_s, u"No."_s, u"Ask."_s};
    Connection connection([&] { return there.connectTo(); });
    RemoteHelper helper(connection, [&] { return there.connectTo(); });
    connection.start();
    QTRY_VERIFY(helper.isReachable());
    std::optional<Error> refused;
    helper.confirm({u"t"_s, u"k"_s}, this, [&](const auto &answer) { refused = answer.error(); });
    QTRY_VERIFY(refused.has_value());
    QCOMPARE(refused->code, u"helper.not-authorized"_s);
    QCOMPARE(refused->message, u"No."_s);
    QCOMPARE(refused->hint, u"Ask."_s);
}

void TestHostSession::whatIsNotKnownInAPlanIsTold()
{
    Host there;
    Connection connection([&] { return there.connectTo(); });
    connection.start();
    QTRY_COMPARE(connection.state(), Connection::State::Online);
    QJsonObject plan = QJsonDocument::fromJson(planToJson(usualPlan())).object();
    plan.insert(u"gatway"_s, u"192.0.2.254"_s);
    std::optional<QJsonObject> seen;
    connection.request(Method::Preview, {{u"plan"_s, QString::fromUtf8(QJsonDocument(plan).toJson())}}, this,
                       [&](const auto &answer) { seen = answer.value_or(QJsonObject()); });
    QTRY_VERIFY(seen.has_value());
    const QJsonObject finding = (*seen)[u"findings"][0].toObject();
    QCOMPARE(finding[u"code"].toString(), u"plan.unknown-member"_s);
    QVERIFY2(finding[u"message"].toString().contains(u"gatway"), qPrintable(finding[u"message"].toString()));
}

void TestHostSession::confirmingOpensANewConnection()
{
    Host there;
    Connection connection([&] { return there.connectTo(); });
    Host again; // the same host, by another way
    RemoteHelper helper(connection, [&] { return again.connectTo(); });
    connection.start();
    QTRY_VERIFY(helper.isReachable());
    QList<helper::StepProgress> steps;
    connect(&helper, &helper::HelperClient::stepProgressed, this,
            [&](const helper::StepProgress &step) { steps.append(step); });
    bool isConfirmed = false;
    helper.confirm({u"t"_s, u"k"_s}, this, [&](const auto &answer) { isConfirmed = answer.has_value(); });
    QTRY_VERIFY(isConfirmed);
    // The step is shown, with its time.
    QCOMPARE(steps.size(), 2);
    QVERIFY(!steps.first().finished && steps.last().finished);
    QCOMPARE(steps.last().transactionId, u"t"_s);
    QCOMPARE(again.connections, 1);
    QVERIFY2(again.helper.calls.last().contains(u"confirm"), qPrintable(again.helper.calls.join(u' ')));
    QVERIFY(!there.helper.calls.join(u' ').contains(u"confirm"));
    QCOMPARE(connection.state(), Connection::State::Online);
}

void TestHostSession::aHostNotReachedByANewConnectionIsNotConfirmed()
{
    Host there;
    Connection connection([&] { return there.connectTo(); });
    RemoteHelper helper(connection, [] {
        return std::make_unique<CommandChannel>(Command{u"sh"_s, {u"-c"_s, u"echo timed out >&2; exit 255"_s}}, 1024);
    });
    connection.start();
    QTRY_VERIFY(helper.isReachable());
    std::optional<Error> why;
    helper.confirm({u"t"_s, u"k"_s}, this, [&](const auto &answer) { why = answer.error(); });
    QTRY_VERIFY(why.has_value());
    QCOMPARE(why->code, u"host.offline"_s);
    QVERIFY2(why->message.contains(u"timed out"), qPrintable(why->message));
    QVERIFY2(why->hint.contains(u"reverts"), qPrintable(why->hint));
    QVERIFY(!there.helper.calls.join(u' ').contains(u"confirm"));
}

void TestHostSession::pingsAreSentFromTheHost()
{
    Host there;
    Connection connection([&] { return there.connectTo(); });
    connection.start();
    QTRY_COMPARE(connection.state(), Connection::State::Online);
    ping::PingTarget target{*ping::parseTarget(u"192.0.2.254"_s), u"bond0"_s};
    target.interval = 10ms;
    RemotePinger pinger(connection, target);
    QSignalSpy replies(&pinger, &ping::Pinger::replied);
    QSignalSpy began(&pinger, &ping::Pinger::outageStarted);
    QSignalSpy ended(&pinger, &ping::Pinger::outageEnded);
    pinger.start();
    QTRY_VERIFY(replies.size() > 3);
    there.answers = false;
    QTRY_COMPARE(began.size(), 1);
    there.answers = true;
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(pinger.statistics().received > 3);
    QVERIFY(pinger.statistics().sent > pinger.statistics().received);
    using Trouble = ping::Pinger::Trouble;
    QSignalSpy trouble(&pinger, &ping::Pinger::troubleOccurred);
    Q_EMIT there.pinger->troubleOccurred(u"The system's ping is used."_s, Trouble::Lasting);
    Q_EMIT there.pinger->troubleOccurred(u"No way there."_s, Trouble::Passing);
    QTRY_COMPARE(trouble.size(), 2);
    QCOMPARE(trouble.first(), (QVariantList{u"The system's ping is used."_s, QVariant::fromValue(Trouble::Lasting)}));
    QCOMPARE(trouble.last(), (QVariantList{u"No way there."_s, QVariant::fromValue(Trouble::Passing)}));
    pinger.stop();
    QTest::qWait(100);
    const auto seen = replies.size();
    QTest::qWait(100);
    QCOMPARE(replies.size(), seen);
}

void TestHostSession::aSlowReaderGetsFewerSamplesAndEveryEvent()
{
    int ends[2];
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    StdioChannel channel(ends[0], ends[0], maximumRequestLine);
    FakeKernelSource source;
    source.setSnapshot(hostWithBond());
    FakeHelperClient helper;
    Session session({channel, source, helper, nullptr});
    session.start();
    const QByteArray asked = toLine(Request{1, Method::WatchState, u"watch-state"_s, {}}) + '\n'
        + toLine(Request{2, Method::WatchCounters, u"watch-counters"_s, {{u"interfaces"_s, QJsonArray{2, 3}}}}) + '\n';
    QCOMPARE(::write(ends[1], asked.constData(), std::size_t(asked.size())), asked.size());
    QTRY_COMPARE(source.watched(), (QSet<int>{2, 3}));
    // The other end does not read.
    constexpr int count = 20'000;
    for (int i = 0; i < count; ++i) {
        source.sample({i, {{2}, {3}}});
        if (i % 10 == 0) {
            kernel::Snapshot next = hostWithBond();
            next.bonds[10].activeSlave = i % 20 == 0 ? 2 : 3;
            source.setSnapshot(next);
            kernel::BondEvent event;
            event.id = i + 1;
            event.monotonicNs = i;
            source.tell(event);
        }
    }
    QVERIFY(channel.waitingBytes() < Session::hardLimit);
    QByteArray got;
    QByteArray buffer(1 << 16, Qt::Uninitialized);
    int quiet = 0;
    while (quiet < 20) {
        const ssize_t size = ::recv(ends[1], buffer.data(), std::size_t(buffer.size()), MSG_DONTWAIT);
        quiet = size > 0 ? 0 : quiet + 1;
        if (size > 0)
            got.append(buffer.constData(), size);
        QTest::qWait(1);
    }
    int events = 0, samples = 0;
    kernel::Snapshot known;
    for (const QByteArray &line : got.split('\n')) {
        if (line.isEmpty())
            continue;
        const auto message = messageFromLine(line);
        QVERIFY(message);
        const auto *record = std::get_if<kernel::recording::Record>(&*message);
        if (!record)
            continue;
        events += std::holds_alternative<kernel::BondEvent>(record->content);
        samples += std::holds_alternative<kernel::CounterSample>(record->content);
        if (const auto *change = std::get_if<kernel::recording::Change>(&record->content))
            kernel::recording::applyTo(known, *change);
    }
    QCOMPARE(events, count / 10);
    QVERIFY2(samples > 0 && samples < count / 2, qPrintable(QString::number(samples)));
    QCOMPARE(known.bonds, source.snapshot().bonds); // in the end it knows the present state
    ::close(ends[1]);
    ::close(ends[0]);
}

void TestHostSession::aHostThatDiesIsTriedAgain()
{
    Host there;
    there.source.setSnapshot(hostWithBond());
    Connection connection([&] { return there.connectTo(); });
    RemoteSource source(connection);
    QSignalSpy troubles(&source, &kernel::KernelSource::troubleOccurred);
    source.watchCounters({2});
    source.start();
    QTRY_VERIFY(there.isWatched());
    there.die();
    QTRY_COMPARE(connection.state(), Connection::State::Offline);
    QCOMPARE(troubles.size(), 1);
    QVERIFY(connection.lastSeen().isValid());
    QCOMPARE(source.snapshot().bonds, hostWithBond().bonds); // the last state stays
    there.source.watchCounters({});
    kernel::Snapshot next = hostWithBond();
    next.bonds[10].activeSlave = 3;
    there.source.setSnapshot(next);
    QTRY_COMPARE_WITH_TIMEOUT(connection.state(), Connection::State::Online, 5000);
    QTRY_COMPARE(source.snapshot().bonds, next.bonds);
    QTRY_VERIFY(there.isWatched()); // asked for anew
    QCOMPARE(there.connections, 2);
}

void TestHostSession::whatIsAskedOfADeadHostIsAnswered()
{
    Host there;
    there.helper.trouble = std::nullopt;
    Connection connection([&] { return there.connectTo(); });
    connection.start();
    QTRY_COMPARE(connection.state(), Connection::State::Online);
    QStringList codes;
    const auto note
        = [&](const Result<QJsonObject> &answer) { codes.append(answer ? u"answered"_s : answer.error().code); };
    connection.request(Method::Capabilities, {}, this, note);
    there.die();
    QTRY_COMPARE(codes, QStringList{u"host.offline"_s});
    connection.request(Method::Capabilities, {}, this, note);
    QTRY_COMPARE(codes.size(), 2);
    QCOMPARE(codes.at(1), u"host.offline"_s);
}

void TestHostSession::waitingRequestsAreLimited()
{
    Host there;
    QList<std::function<void(const diagnosis::Surveyed &)>> asked;
    there.askSurvey = [&asked](QObject *, const kernel::Snapshot &, const auto &done) { asked.append(done); };
    Connection connection([&] { return there.connectTo(); });
    connection.start();
    QTRY_COMPARE(connection.state(), Connection::State::Online);
    QStringList codes;
    const auto note
        = [&](const Result<QJsonObject> &answer) { codes.append(answer ? u"answered"_s : answer.error().code); };
    for (qsizetype i = 0; i < maximumWaitingRequests; ++i)
        connection.request(Method::Survey, {}, this, note);
    connection.request(Method::Events, {}, this, note); // each takes a thread
    QTRY_COMPARE(codes, QStringList{u"helper.busy"_s});
    QCOMPARE(asked.size(), maximumWaitingRequests);
    asked.takeFirst()({});
    QTRY_COMPARE(codes.size(), 2);
    connection.request(Method::Events, {}, this, note);
    QTRY_COMPARE(codes, (QStringList{u"helper.busy"_s, u"answered"_s, u"answered"_s}));
}

void TestHostSession::aLoginScriptsOutputIsReported_data()
{
    QTest::addColumn<QByteArray>("greeting");
    QTest::addColumn<bool>("isServed"); ///< bondctl speaks behind it; else the conversation ends there
    QTest::addColumn<Connection::State>("state");
    QTest::addColumn<QString>("said");
    using enum Connection::State;
    QTest::newRow("some lines") << QByteArray("Welcome to srv1!\n{not JSON\n\nLast login: today\n") << true << Online
                                << QString();
    QTest::newRow("a line left open") << QByteArray("Last login: today\n\033]0;srv1\a") << true << Online << QString();
    QTest::newRow("a line left open, with braces")
        << QByteArray("{srv1} {\"type\":1} {") << true << Online << QString();
    QTest::newRow("a greeting, and the end")
        << QByteArray("Sorry, srv1 is \033[5mclosed\033[0m today.\n") << false << Offline << u"is \\u001b[5mclosed"_s;
    QTest::newRow("our own words") << toLine(Hello{1, u"0.1"_s, {}, u"en"_s, {}, 0}) + '\n'
                                   << false << Refused << u"sends back what is sent"_s;
    QTest::newRow("no end of it") << QByteArray("Welcome!\n").repeated(20'000) << false << Refused
                                  << u"does not speak"_s;
}

/// A login script may print before bondctl does. What comes instead of it is told.
void TestHostSession::aLoginScriptsOutputIsReported()
{
    QFETCH(QByteArray, greeting);
    QFETCH(bool, isServed);
    QFETCH(Connection::State, state);
    QFETCH(QString, said);
    int ends[2];
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    Connection connection([&] { return std::make_unique<StdioChannel>(ends[0], ends[0], maximumReplyLine); });
    connection.start();
    if (isServed)
        greeting += toLine(Hello{1, u"0.1"_s, u"srv1"_s, {}, {}, 1}) + '\n';
    StdioChannel there(ends[1], ends[1], maximumRequestLine);
    there.send(greeting);
    QTRY_VERIFY(there.waitingBytes() == 0 || connection.state() != Connection::State::Connecting);
    if (!isServed)
        ::shutdown(ends[1], SHUT_RDWR);
    QTRY_COMPARE(connection.state(), state);
    if (!said.isEmpty()) {
        QVERIFY2(connection.trouble().message.contains(said), qPrintable(connection.trouble().message));
        QVERIFY2(connection.trouble().hint.contains(u"login scripts"), qPrintable(connection.trouble().hint));
    }
}

void TestHostSession::aSilentHostBlocksNothing()
{
    QElapsedTimer clock;
    clock.start();
    {
        Connection connection([] {
            return std::make_unique<CommandChannel>(Command{u"sleep"_s, {u"60"_s}}, maximumReplyLine);
        });
        RemoteSource source(connection);
        source.start();
        QTest::qWait(200);
        QCOMPARE(connection.state(), Connection::State::Connecting);
    }
    QVERIFY2(clock.elapsed() < 10'000, qPrintable(QString::number(clock.elapsed())));
}

QTEST_GUILESS_MAIN(TestHostSession)
#include "tst_hostsession.moc"
