// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperlab.h"
#include "lab/guest.h"

#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>

#include <algorithm>
#include <csignal>

using namespace bondwright;
using namespace bondwright::helper;
using namespace bondwright::helper::test;
using namespace Qt::StringLiterals;

/// In the lab: whatever dies while a change is not confirmed, everything comes back as it was.
class HelperRollbackLab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = std::make_unique<HelperLab>();
        m_lab->makeProfiles();
        m_files = HelperLab::files();
        m_runtime = m_lab->runtime();
        // The promise is deadline + 5 s on an idle machine. A guest that shares its core with other work
        // needs longer for everything.
        m_slowness = lab::slowness();
    }

    void notConfirmed()
    {
        const Transaction applied = m_lab->apply(m_lab->plan(Mode::ActiveBackup), HelperLab::options(10));
        QVERIFY2(applied.state == TransactionState::AwaitingConfirm, why(applied).constData());
        QVERIFY(m_lab->isPort(u"eth0"_s, u"bond0"_s));
        QVERIFY(applied.secondsLeft > 0 && applied.secondsLeft <= 10);
        // The neighbours and the DHCP server know the MAC of the NIC that was in use.
        QVERIFY(m_runtime.first().contains(m_lab->kernel().nicByName(u"bond0")->mac.toString()));
        expectAllBack(10);
    }

    void killedWhile_data()
    {
        QTest::addColumn<QString>("process");
        QTest::addColumn<int>("state");
        QTest::newRow("helper, writing") << u"bondwright-helper"_s << int(TransactionState::Writing);
        QTest::newRow("helper, activating") << u"bondwright-helper"_s << int(TransactionState::Activating);
        QTest::newRow("helper, awaiting") << u"bondwright-helper"_s << int(TransactionState::AwaitingConfirm);
        QTest::newRow("NetworkManager, awaiting") << u"NetworkManager"_s << int(TransactionState::AwaitingConfirm);
    }

    void killedWhile()
    {
        QFETCH(QString, process);
        QFETCH(int, state);
        bool killed = false;
        const auto connection
            = connect(&m_lab->client(), &HelperClient::transactionChanged, this, [&](const Transaction &transaction) {
                  if (!killed && transaction.state == TransactionState(state)) {
                      killed = true;
                      killProgram(process);
                  }
              });
        (void)m_lab->ask<Ticket>([this](auto done) {
            m_lab->client().apply(m_lab->newRequest(), m_lab->plan(Mode::ActiveBackup), HelperLab::options(10), nullptr,
                                  std::move(done));
        });
        QVERIFY(m_lab->waitFor([&] { return killed; }, 60));
        disconnect(connection);
        expectAllBack(10);
        if (process == u"NetworkManager") {
            QCOMPARE(HelperLab::run(u"NetworkManager"_s, {}), 0);
            QVERIFY(m_lab->waitFor([] { return HelperLab::ping(u"192.0.2.254"_s); }, 20));
            QTRY_COMPARE_WITH_TIMEOUT(HelperLab::run(u"nmcli"_s, {u"general"_s}), 0, 20'000);
        }
    }

    void connectionSurvives()
    {
        // Somebody on the network talks to the address that moves into the bond and back again.
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress(u"192.0.2.10"_s), 7777));
        QProcess peer;
        peer.start(u"ip"_s, {u"netns"_s, u"exec"_s, u"switch"_s, u"python3"_s, u"-c"_s, peerProgram});
        QVERIFY(m_lab->waitFor([&] { return server.hasPendingConnections(); }, 30));
        QTcpSocket *connection = server.nextPendingConnection();
        qint64 received = 0;
        QElapsedTimer silence;
        qint64 longestMs = 0;
        silence.start();
        connect(connection, &QTcpSocket::readyRead, this, [&] {
            received += connection->readAll().size();
            longestMs = std::max(longestMs, silence.restart());
        });

        const Transaction applied = m_lab->apply(m_lab->plan(Mode::ActiveBackup), HelperLab::options(10));
        QVERIFY2(applied.state == TransactionState::AwaitingConfirm, why(applied).constData());
        const qint64 before = received;
        QVERIFY(m_lab->waitFor([&] { return received > before; }, 30));
        const qint64 applyMs = std::exchange(longestMs, 0);
        expectAllBack(10);
        const qint64 afterwards = received;
        // The peer's retransmissions back off while they are not answered.
        QVERIFY(m_lab->waitFor([&] { return received > afterwards; }, 60));
        QCOMPARE(connection->state(), QAbstractSocket::ConnectedState);
        qInfo("longest silence: %lld ms while applying, %lld ms while rolling back", applyMs, longestMs);
        peer.kill();
        peer.waitForFinished();
    }

private:
    static inline const QString peerProgram
        = u"import socket, time\ns = socket.create_connection(('192.0.2.10', 7777))\n"
          "while True:\n s.sendall(b'x')\n time.sleep(0.05)\n"_s;

    static void killProgram(const QString &name)
    {
        const QString part = name == u"NetworkManager" ? name : u"libexec/bondwright-helper"_s;
        for (const qint64 pid : HelperLab::processes(part)) {
            // The watchdog is the one that must be left.
            if (!HelperLab::processes(u"--watchdog"_s).contains(pid) && pid != QCoreApplication::applicationPid())
                ::kill(pid_t(pid), SIGKILL);
        }
    }

    void expectAllBack(int confirmSeconds)
    {
        QElapsedTimer elapsed;
        elapsed.start();
        const auto isBack
            = [this] { return HelperLab::files() == m_files && m_lab->runtime() == m_runtime && !hasBond(); };
        const bool back = m_lab->waitFor(isBack, confirmSeconds + 60);
        if (!back)
            qWarning("now: %s", qPrintable(m_lab->runtime().join(u" / ")));
        QVERIFY(back);
        const qint64 took = elapsed.elapsed();
        qInfo("all back after %lld ms", took);
        // A machine may have become crowded since the test began.
        m_slowness = std::max(m_slowness, lab::slowness());
        QVERIFY(took < confirmSeconds * 1000 + 5000 * m_slowness);
        if (!HelperLab::processes(u"NetworkManager"_s).isEmpty())
            QVERIFY(m_lab->waitFor([] { return HelperLab::ping(u"192.0.2.254"_s); }, 10));
        QCOMPARE(m_lab->waitForEnd(20).state, TransactionState::RolledBack);
    }

    bool hasBond() const { return m_lab->kernel().bondByName(u"bond0") != nullptr; }

    std::unique_ptr<HelperLab> m_lab;
    QMap<QString, QByteArray> m_files;
    QStringList m_runtime;
    double m_slowness = 1;
};

QTEST_GUILESS_MAIN(HelperRollbackLab)
#include "tst_helper_rollback_lab.moc"
