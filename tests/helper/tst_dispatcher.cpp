// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/bus/dispatcher.h"
#include "helperclient/types.h"
#include "helperclient/wire.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

using namespace bondwright;
using namespace bondwright::helper;
using namespace Qt::StringLiterals;

namespace
{

/// Keeps the questions until the test answers them.
class ScriptedAuthority final : public Authority
{
public:
    struct Asked {
        Question question;
        std::function<void(Answer)> done;
        std::weak_ptr<void> pending;
        bool isWithdrawn() const { return pending.expired(); }
    };

    Pending ask(const Question &question, std::function<void(Answer)> done) override
    {
        auto pending = std::make_shared<int>(0);
        asked.append({question, std::move(done), pending});
        return pending;
    }

    QList<Asked> asked;
};

class NotingHandler final : public RequestHandler
{
public:
    void handle(const Request &request, const Caller &caller, Reply reply) override
    {
        handled.append({request.verb, caller.busName});
        reply(QVariantList{});
    }
    bool isOwner(const Caller &, const Ticket &ticket) const override { return ticket.token == u"right"; }

    QList<std::pair<Verb, QString>> handled;
};

} // namespace

/// The way of a message from the bus to the handler, on a bus of its own.
class TestDispatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        QVERIFY2(m_daemon.waitForStarted(), "the program dbus-daemon is needed");
        QVERIFY(m_daemon.waitForReadyRead());
        m_address = QString::fromUtf8(m_daemon.readLine().trimmed());
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", m_address.toUtf8());
        auto server = BusConnection::openSystem();
        QVERIFY(server);
        m_server = std::move(*server);
        QVERIFY(m_server->ownName(serviceName));
        connectAs(u"a"_s);
        connectAs(u"b"_s);
    }

    void cleanupTestCase()
    {
        m_server.reset();
        for (const QString &name : {u"a"_s, u"b"_s})
            QDBusConnection::disconnectFromBus(name);
        m_daemon.kill();
        m_daemon.waitForFinished();
    }

    void init()
    {
        m_authority.asked.clear();
        m_handler.handled.clear();
        m_dispatcher = std::make_unique<Dispatcher>(*m_server, m_authority, m_handler);
    }

    void cleanup() { m_dispatcher.reset(); }

    void allowed()
    {
        auto call = send(u"a"_s, u"Remove"_s, {u"r"_s, u"bond3"_s, QVariantMap()});
        QVERIFY(waitForQuestions(1));
        const Authority::Question question = m_authority.asked.first().question;
        QCOMPARE(question.sender, QDBusConnection(u"a"_s).baseService());
        QCOMPARE(question.action, Action::Change);
        QCOMPARE(question.bond, u"bond3"_s);
        QVERIFY(!question.interactive);
        QVERIFY(m_handler.handled.isEmpty());
        m_authority.asked.first().done(Authority::Answer::Allowed);
        QVERIFY(QTest::qWaitFor([&] { return call.isFinished(); }));
        QVERIFY(!call.isError());
        QCOMPARE(m_handler.handled.size(), 1);
    }

    void denied()
    {
        auto call = send(u"a"_s, u"Remove"_s, {u"r"_s, u"bond3"_s, QVariantMap()});
        QVERIFY(waitForQuestions(1));
        m_authority.asked.first().done(Authority::Answer::Denied);
        QVERIFY(QTest::qWaitFor([&] { return call.isFinished(); }));
        QCOMPARE(call.reply().errorName(), u"org.bondwright.Error.NotAuthorized"_s);
        QVERIFY(!call.reply().arguments().value(1).toString().isEmpty());
        QVERIFY(m_handler.handled.isEmpty());
    }

    void aPromptOnlyIfTheMessageAllowsIt()
    {
        (void)send(u"a"_s, u"GetCapabilities"_s, {u"en"_s}, true);
        QVERIFY(waitForQuestions(1));
        QVERIFY(m_authority.asked.first().question.interactive);
        m_authority.asked.first().done(Authority::Answer::Denied);
    }

    void hostileNamesDoNotReachThePrompt()
    {
        (void)send(u"a"_s, u"Remove"_s, {u"r"_s, u"<b>bond</b>"_s, QVariantMap()});
        QVERIFY(waitForQuestions(1));
        QVERIFY(m_authority.asked.first().question.bond.isEmpty());
        m_authority.asked.first().done(Authority::Answer::Denied);
    }

    void answersAreNotMixedUp()
    {
        const QString allowedOne = QDBusConnection(u"a"_s).baseService();
        constexpr int rounds = 200;
        for (int round = 0; round < rounds; ++round) {
            m_authority.asked.clear();
            auto first = send(u"a"_s, u"GetCapabilities"_s, {u"en"_s});
            auto second = send(u"b"_s, u"GetCapabilities"_s, {u"en"_s});
            QVERIFY(waitForQuestions(2));
            const int start = QRandomGenerator::global()->bounded(2);
            for (const int which : {start, 1 - start}) {
                const auto asked = m_authority.asked.at(which);
                asked.done(asked.question.sender == allowedOne ? Authority::Answer::Allowed
                                                               : Authority::Answer::Denied);
            }
            QVERIFY(QTest::qWaitFor([&] { return first.isFinished() && second.isFinished(); }));
            QVERIFY(!first.isError());
            QVERIFY(second.isError());
        }
        QCOMPARE(m_handler.handled.size(), rounds);
        for (const auto &[verb, sender] : m_handler.handled)
            QCOMPARE(sender, allowedOne);
    }

    void aClientThatLeavesIsForgotten()
    {
        connectAs(u"guest"_s);
        (void)send(u"guest"_s, u"Remove"_s, {u"r"_s, u"bond3"_s, QVariantMap()});
        QVERIFY(waitForQuestions(1));
        QDBusConnection::disconnectFromBus(u"guest"_s);
        QVERIFY(QTest::qWaitFor([this] { return m_authority.asked.first().isWithdrawn(); }));
        m_authority.asked.first().done(Authority::Answer::Allowed); // too late
        QTest::qWait(50);
        QVERIFY(m_handler.handled.isEmpty());
        QVERIFY(m_dispatcher->isIdle());
    }

    void theQueueIsBounded()
    {
        QList<QDBusPendingCall> calls;
        for (int i = 0; i < 20; ++i)
            calls.append(send(u"a"_s, u"GetCapabilities"_s, {u"en"_s}));
        const auto refused = [&calls] {
            return std::count_if(calls.begin(), calls.end(), [](const QDBusPendingCall &call) {
                return call.isFinished() && call.reply().errorName() == u"org.bondwright.Error.Busy";
            });
        };
        QVERIFY(QTest::qWaitFor([&] { return refused() == 20 - Dispatcher::maxCallsOfClient; }));
        QVERIFY(waitForQuestions(1));
        QTest::qWait(50);
        QCOMPARE(m_authority.asked.size(), 1); // one question at a time
        // Another one is not kept waiting by it.
        auto other = send(u"b"_s, u"GetCapabilities"_s, {u"en"_s});
        QVERIFY(waitForQuestions(2));
        m_authority.asked.at(1).done(Authority::Answer::Allowed);
        QVERIFY(QTest::qWaitFor([&] { return other.isFinished(); }));
        for (int i = 0; i < Dispatcher::maxCallsOfClient; ++i) {
            const int position = i == 0 ? 0 : i + 1;
            QVERIFY(waitForQuestions(position + 1));
            m_authority.asked.at(position).done(Authority::Answer::Allowed);
        }
        QVERIFY(QTest::qWaitFor([this] { return m_dispatcher->isIdle(); }));
    }

    /// With any number of connections of a user, and with questions that are never answered.
    void callsOfAUserAreLimited()
    {
        QList<QDBusPendingCall> calls;
        for (const QString &name : {u"many0"_s, u"many1"_s, u"many2"_s, u"many3"_s}) {
            connectAs(name);
            for (int i = 0; i < Dispatcher::maxCallsOfClient; ++i)
                calls.append(send(name, u"GetCapabilities"_s, {u""_s}));
        }
        const auto refused = [&calls] {
            return std::count_if(calls.begin(), calls.end(), [](const QDBusPendingCall &call) {
                return call.isFinished() && call.reply().errorName() == u"org.bondwright.Error.Busy";
            });
        };
        QVERIFY(QTest::qWaitFor([&] { return refused() == calls.size() - Dispatcher::maxCallsOfUser; }));
        QTest::qWait(50);
        QCOMPARE(refused(), calls.size() - Dispatcher::maxCallsOfUser);
        // The owner of the pending change: from a new connection, and from one that has its share of them.
        for (const QString &name : {u"a"_s, u"many3"_s}) {
            auto confirm = send(name, u"Confirm"_s, {u"id"_s, u"right"_s});
            QVERIFY(QTest::qWaitFor([&] { return confirm.isFinished(); }));
            QVERIFY2(!confirm.isError(), qPrintable(confirm.error().message()));
        }
        for (const QString &name : {u"many0"_s, u"many1"_s, u"many2"_s, u"many3"_s})
            QDBusConnection::disconnectFromBus(name);
        QVERIFY(QTest::qWaitFor([this] { return m_dispatcher->isIdle(); }));
        for (const auto &asked : std::as_const(m_authority.asked))
            QVERIFY(asked.isWithdrawn());
    }

    /// The owner's answer does not wait for a question about another call of the same program.
    void theOwnersAnswerPassesAQuestion()
    {
        (void)send(u"a"_s, u"GetConfiguration"_s, {u""_s}, true);
        QVERIFY(waitForQuestions(1));
        auto confirm = send(u"a"_s, u"Confirm"_s, {u"id"_s, u"right"_s});
        QVERIFY(QTest::qWaitFor([&] { return confirm.isFinished(); }));
        QVERIFY(!confirm.isError());
        QVERIFY(!m_authority.asked.first().isWithdrawn());
        m_authority.asked.first().done(Authority::Answer::Denied);
    }

    void signalsGoToWhoMayLook()
    {
        for (const QString &name : {u"a"_s, u"b"_s}) {
            m_heard[name] = 0;
            QVERIFY(connectAs(name).connect({}, QLatin1String(objectPath), QLatin1String(interfaceName),
                                            u"TransactionChanged"_s, this,
                                            name == u"a" ? SLOT(aHeard()) : SLOT(bHeard())));
        }
        const auto emitOne = [this] {
            m_dispatcher->emitSignal(transactionChangedSignal, {{u"bond"_s, u"bond3"_s}});
            // Once this is answered, b has got what was sent to it before.
            allow(u"b"_s, u"GetTransaction"_s, {u""_s}, Authority::Answer::Denied);
            QCoreApplication::processEvents();
        };
        emitOne();
        allow(u"a"_s, u"GetTransaction"_s, {u""_s}, Authority::Answer::Allowed);
        allow(u"b"_s, u"Identify"_s, {u"eth0"_s, 1U}, Authority::Answer::Allowed);
        QCoreApplication::processEvents();
        QCOMPARE(m_heard, (QMap<QString, int>{{u"a"_s, 0}, {u"b"_s, 0}}));
        emitOne();
        QTRY_COMPARE(m_heard, (QMap<QString, int>{{u"a"_s, 1}, {u"b"_s, 0}}));
        QDBusConnection::disconnectFromBus(u"a"_s);
        emitOne();
        QCOMPARE(m_heard, (QMap<QString, int>{{u"a"_s, 1}, {u"b"_s, 0}}));
        connectAs(u"a"_s);
    }

    /// An authorised caller gets the change's signals, and may read it without another question.
    void aSubscriberMayReadTheChange()
    {
        allow(u"b"_s, u"Apply"_s, {u"r"_s, u"{}"_s, QVariantMap()}, Authority::Answer::Allowed);
        auto call = send(u"b"_s, u"GetTransaction"_s, {u""_s});
        QVERIFY(QTest::qWaitFor([&] { return call.isFinished(); }));
        QVERIFY2(!call.isError(), qPrintable(call.error().message()));
        QCOMPARE(m_authority.asked.size(), 1);
        QDBusConnection::disconnectFromBus(u"b"_s);
        QTest::qWait(100);
        connectAs(u"b"_s);
        (void)send(u"b"_s, u"GetTransaction"_s, {u""_s});
        QVERIFY(waitForQuestions(2));
        m_authority.asked.last().done(Authority::Answer::Denied);
    }

    void standardInterfaces()
    {
        const auto ask = [](const QString &interface, const QString &method, const QVariantList &arguments) {
            auto message = QDBusMessage::createMethodCall(QLatin1String(serviceName), QLatin1String(objectPath),
                                                          interface, method);
            message.setArguments(arguments);
            QDBusPendingCall call = QDBusConnection(u"a"_s).asyncCall(message);
            (void)QTest::qWaitFor([&] { return call.isFinished(); });
            return call.reply();
        };
        const QString properties = u"org.freedesktop.DBus.Properties"_s;
        const QString ours = QLatin1String(interfaceName);
        QCOMPARE(ask(properties, u"Get"_s, {ours, u"Version"_s}).arguments().value(0).value<QDBusVariant>().variant(),
                 QVariant(wire::interfaceVersion));
        QCOMPARE(wire::mapFrom(ask(properties, u"GetAll"_s, {ours}).arguments().value(0)),
                 (QVariantMap{{u"Version"_s, wire::interfaceVersion}}));
        QCOMPARE(ask(properties, u"Set"_s, {ours, u"Version"_s, QVariant::fromValue(QDBusVariant(2U))}).errorName(),
                 u"org.freedesktop.DBus.Error.PropertyReadOnly"_s);
        const QString xml
            = ask(u"org.freedesktop.DBus.Introspectable"_s, u"Introspect"_s, {}).arguments().value(0).toString();
        QCOMPARE(xml, introspectionXml());
        QCOMPARE(ask(u"org.freedesktop.DBus.Peer"_s, u"Ping"_s, {}).type(), QDBusMessage::ReplyMessage);
    }

    void theOwnerIsNotAsked()
    {
        auto call = send(u"a"_s, u"Confirm"_s, {u"id"_s, u"right"_s});
        QVERIFY(QTest::qWaitFor([&] { return call.isFinished(); }));
        QVERIFY(!call.isError());
        QVERIFY(m_authority.asked.isEmpty());
        (void)send(u"b"_s, u"Confirm"_s, {u"id"_s, u"wrong"_s});
        QVERIFY(waitForQuestions(1));
        QCOMPARE(m_authority.asked.first().question.action, Action::ConfirmOther);
        m_authority.asked.first().done(Authority::Answer::Denied);
    }

    void formIsCheckedFirst_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QVariantList>("arguments");
        QTest::newRow("unknown method") << u"Format"_s << QVariantList{};
        QTest::newRow("too few") << u"Remove"_s << QVariantList{u"r"_s};
        QTest::newRow("wrong type") << u"GetCapabilities"_s << QVariantList{7U};
        QTest::newRow("too long a name") << u"PreviewRemove"_s << QVariantList{QString(65, u'a'), u"auto"_s, u"en"_s};
        QTest::newRow("too long a plan") << u"Preview"_s << QVariantList{QString(70'000, u' '), u"auto"_s, u"en"_s};
    }

    void formIsCheckedFirst()
    {
        QFETCH(QString, method);
        QFETCH(QVariantList, arguments);
        auto call = send(u"a"_s, method, arguments);
        QVERIFY(QTest::qWaitFor([&] { return call.isFinished(); }));
        QCOMPARE(call.reply().errorName(), u"org.bondwright.Error.Invalid"_s);
        QVERIFY(m_authority.asked.isEmpty());
    }

public Q_SLOTS: // no test functions: those are private
    void aHeard() { ++m_heard[u"a"_s]; }
    void bHeard() { ++m_heard[u"b"_s]; }

private:
    void allow(const QString &connection, const QString &method, const QVariantList &arguments,
               Authority::Answer answer)
    {
        m_authority.asked.clear();
        auto call = send(connection, method, arguments);
        QVERIFY(waitForQuestions(1));
        m_authority.asked.first().done(answer);
        QVERIFY(QTest::qWaitFor([&] { return call.isFinished(); }));
    }

    QDBusConnection connectAs(const QString &name) { return QDBusConnection::connectToBus(m_address, name); }

    static QDBusPendingCall send(const QString &connection, const QString &method, const QVariantList &arguments,
                                 bool interactive = false)
    {
        auto message = QDBusMessage::createMethodCall(QLatin1String(serviceName), QLatin1String(objectPath),
                                                      QLatin1String(interfaceName), method);
        message.setArguments(arguments);
        message.setInteractiveAuthorizationAllowed(interactive);
        return QDBusConnection(connection).asyncCall(message);
    }

    bool waitForQuestions(qsizetype count)
    {
        return QTest::qWaitFor([this, count] { return m_authority.asked.size() >= count; });
    }

    QProcess m_daemon;
    QString m_address;
    std::unique_ptr<BusConnection> m_server;
    ScriptedAuthority m_authority;
    NotingHandler m_handler;
    std::unique_ptr<Dispatcher> m_dispatcher;
    QMap<QString, int> m_heard;
};

QTEST_GUILESS_MAIN(TestDispatcher)
#include "tst_dispatcher.moc"
