// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperclient/dbushelperclient.h"
#include "helperclient/wire.h"

#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace bondwright;
using namespace bondwright::helper;
using namespace Qt::StringLiterals;

namespace
{

/// A helper with a change that waits. It can be out of reach behind its bus's limits for a number of calls.
class WaitingHelper final : public QDBusVirtualObject
{
public:
    QString introspect(const QString &) const override { return {}; }

    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        calls.append(message.member());
        if (limits > 0) {
            --limits;
            return connection.send(message.createErrorReply(refusal, u"too much"_s));
        }
        if (message.member() != u"GetTransaction")
            return connection.send(message.createReply());
        Transaction waiting;
        waiting.id = u"20261128-100000-000-00000001"_s;
        waiting.state = TransactionState::AwaitingConfirm;
        waiting.bond = u"bond0"_s;
        waiting.startedAt = QDateTime::currentDateTimeUtc();
        return connection.send(message.createReply(QVariant(wire::toMap(waiting))));
    }

    QStringList calls;
    int limits = 0;
    QString refusal; ///< the bus's
};

/// A bus that ends in the middle of a conversation: it passes on what client and bus say, and after so many pieces
/// from the client it is gone.
class DyingBus final : public QObject
{
public:
    DyingBus(const QString &busPath, const QString &ownPath)
        : m_busPath(busPath)
    {
        m_server.listen(ownPath);
        connect(&m_server, &QLocalServer::newConnection, this, &DyingBus::join);
    }

    int piecesLeft = 0;
    bool isDead = false;

private:
    void join()
    {
        QLocalSocket *client = m_server.nextPendingConnection();
        auto *bus = new QLocalSocket(client);
        connect(client, &QLocalSocket::readyRead, bus, [this, client, bus] {
            if (piecesLeft-- > 0) {
                bus->write(client->readAll());
                return;
            }
            isDead = true;
            bus->abort();
            client->abort();
        });
        connect(bus, &QLocalSocket::readyRead, client, [client, bus] { client->write(bus->readAll()); });
        connect(client, &QLocalSocket::disconnected, client, &QObject::deleteLater);
        bus->connectToServer(m_busPath);
    }

    QString m_busPath;
    QLocalServer m_server;
};

} // namespace

/// The client of the helper, on a bus of its own.
class TestDbusClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_daemon.start(u"dbus-daemon"_s,
                       {u"--session"_s, u"--nofork"_s, u"--print-address"_s, u"--address=unix:path="_s + busPath()});
        QVERIFY2(m_daemon.waitForStarted() && m_daemon.waitForReadyRead(), "the program dbus-daemon is needed");
        const QString address = QString::fromUtf8(m_daemon.readLine().trimmed());
        wire::registerTypes();
        auto own = QDBusConnection::connectToBus(address, u"helper"_s);
        QVERIFY(own.registerVirtualObject(QLatin1String(objectPath), &m_helper));
        QVERIFY(own.registerService(QLatin1String(serviceName)));
        QVERIFY(QDBusConnection::connectToBus(address, u"client"_s).isConnected());
    }

    void cleanupTestCase()
    {
        QDBusConnection::disconnectFromBus(u"client"_s);
        QDBusConnection::disconnectFromBus(u"helper"_s);
        m_daemon.kill();
        m_daemon.waitForFinished();
    }

    void init()
    {
        m_helper.calls.clear();
        m_helper.refusal = u"org.freedesktop.DBus.Error.LimitsExceeded"_s;
    }

    /// Another user floods the helper: what the bus did not take in has to be said again.
    void behindTheLimitsOfTheBus_data()
    {
        QTest::addColumn<int>("refusals");
        QTest::addColumn<QString>("refusal");
        QTest::addColumn<int>("mostCalls"); ///< 0: it arrives in the end
        const QString limits = u"org.freedesktop.DBus.Error.LimitsExceeded"_s;
        // dbus-daemon gives a service 25 s to start.
        const QString late = u"org.freedesktop.DBus.Error.TimedOut"_s;
        QTest::newRow("for a while") << 4 << limits << 0;
        QTest::newRow("for good") << 1000 << limits << 100;
        QTest::newRow("slow to start") << 2 << late << 0;
        QTest::newRow("does not start") << 1000 << late << 3;
    }
    void behindTheLimitsOfTheBus()
    {
        QFETCH(int, refusals);
        QFETCH(int, mostCalls);
        m_helper.limits = refusals;
        QFETCH(QString, refusal);
        m_helper.refusal = refusal;
        DbusHelperClient client(QDBusConnection(u"client"_s));
        std::optional<Result<HelperClient::Nothing>> answer;
        client.confirm({u"id"_s, u"token"_s}, this,
                       [&](const Result<HelperClient::Nothing> &given) { answer = given; });
        QVERIFY(QTest::qWaitFor([&] { return answer.has_value(); }, 20'000));
        m_helper.limits = 0;
        QCOMPARE(answer->has_value(), mostCalls == 0);
        if (mostCalls == 0)
            QCOMPARE(m_helper.calls, QStringList(refusals + 1, u"Confirm"_s));
        else
            QVERIFY2(m_helper.calls.size() > 1 && m_helper.calls.size() <= mostCalls,
                     qPrintable(QString::number(m_helper.calls.size())));
    }

    /// A caller that is gone gets no answer and no more questions.
    void aCallerThatIsGoneGetsNoAnswer()
    {
        m_helper.limits = 1000;
        DbusHelperClient client(QDBusConnection(u"client"_s));
        bool isAnswered = false;
        auto scope = std::make_unique<QObject>();
        client.confirm({u"id"_s, u"token"_s}, scope.get(), [&](const auto &) { isAnswered = true; });
        QVERIFY(QTest::qWaitFor([this] { return m_helper.calls.size() > 1; }, 10'000));
        scope.reset();
        QTest::qWait(300);
        const qsizetype calls = m_helper.calls.size();
        QTest::qWait(600);
        QCOMPARE(m_helper.calls.size(), calls);
        QVERIFY(!isAnswered);
        m_helper.limits = 0;
    }

    /// libdbus ends the program where a call that waits in it loses its bus. At each moment of the conversation.
    void theBusDies_data()
    {
        QTest::addColumn<QString>("command");
        for (const char *command : {"confirm", "rollback", "extend", "status"})
            QTest::newRow(command) << QString::fromLatin1(command);
    }
    void theBusDies()
    {
        QFETCH(QString, command);
        DyingBus bus(busPath(), m_folder.filePath(u"dying-"_s + command));
        int moments = 0;
        for (bool isWhole = false; !isWhole; ++moments) {
            bus.piecesLeft = moments;
            bus.isDead = false;
            QProcess client;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(u"DBUS_SYSTEM_BUS_ADDRESS"_s,
                               u"unix:path="_s + m_folder.filePath(u"dying-"_s + command));
            client.setProcessEnvironment(environment);
            client.setProcessChannelMode(QProcess::MergedChannels);
            client.start(QStringLiteral(BONDCTL), {u"--lang"_s, u"en"_s, command});
            QVERIFY(QTest::qWaitFor([&] { return client.state() == QProcess::NotRunning; }, 60'000));
            const QByteArray said = client.readAll();
            const QByteArray where = QByteArray::number(moments) + " pieces: " + said;
            QVERIFY2(client.exitStatus() == QProcess::NormalExit, where.constData());
            isWhole = !bus.isDead;
            QVERIFY2(!said.isEmpty(), where.constData()); // an answer, or why there is none
        }
        qInfo("%d moments", moments);
        QVERIFY(moments > 3);
        QVERIFY(command != u"confirm" || m_helper.calls.contains(u"Confirm"_s));
    }

private:
    QString busPath() const { return m_folder.filePath(u"bus"_s); }

    QTemporaryDir m_folder;
    QProcess m_daemon;
    WaitingHelper m_helper;
};

QTEST_GUILESS_MAIN(TestDbusClient)
#include "tst_dbusclient.moc"
