// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transactorbench.h"

#include <QProcess>

#include <csignal>

using namespace bondwright;
using namespace bondwright::helper;
using namespace bondwright::helper::test;

namespace
{

/// A process of its own that carries a change out and stops (SIGSTOP) in one state, with the lock in its hand; and
/// the watchdog that has to see to it.
struct Round {
    TransactionState state = TransactionState::None;
    QTemporaryDir root;
    QProcess holder;
    std::unique_ptr<Transactor> transactor;
    std::unique_ptr<Watchdog> watchdog;
    bool isFinished = false;
    QElapsedTimer since;
    qint64 tookMs = 0;

    QString folder() const { return root.path() + u"/etc/NetworkManager/system-connections/"_s; }
};

QMap<QString, QByteArray> filesIn(const QString &folder)
{
    QMap<QString, QByteArray> files;
    for (const QString &name : QDir(folder).entryList(QDir::Files | QDir::Hidden)) {
        QFile in(folder + name);
        if (in.open(QIODevice::ReadOnly))
            files.insert(name, in.readAll());
    }
    return files;
}

} // namespace

class TestStoppedHolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// All states at once: each waits for the same patience.
    void stoppedInEveryState()
    {
        using State = TransactionState;
        std::vector<std::unique_ptr<Round>> rounds;
        for (const State state : {State::Preparing, State::Writing, State::Activating, State::Verifying,
                                  State::AwaitingConfirm, State::RollingBack}) {
            rounds.push_back(std::make_unique<Round>());
            rounds.back()->state = state;
            begin(*rounds.back());
        }
        const auto allFinished = [&rounds] {
            return std::all_of(rounds.cbegin(), rounds.cend(), [](const auto &round) { return round->isFinished; });
        };
        QVERIFY(QTest::qWaitFor(allFinished, 90'000));
        for (const auto &round : rounds) {
            const QByteArray where = transactionStateName(round->state).toLatin1();
            qInfo("stopped while %s: back after %lld ms", where.constData(), static_cast<long long>(round->tookMs));
            QVERIFY2(round->transactor->current().state == State::RolledBack, where.constData());
            QVERIFY2(filesIn(round->folder()) == m_before, where.constData());
            const bool isGone = round->holder.state() == QProcess::NotRunning || round->holder.waitForFinished(5000);
            QVERIFY2(isGone, where.constData());
            QCOMPARE(round->holder.exitStatus(), QProcess::CrashExit);
        }
    }

    /// One that moves is waited for, however long it takes.
    void aMovingHolderIsNotKilled()
    {
        QTemporaryDir dir;
        Environment environment;
        environment.root = dir.path();
        auto lock = OwnerLock::take(environment);
        QVERIFY(lock);
        HolderWatch watch(environment);
        QElapsedTimer elapsed;
        elapsed.start();
        while (elapsed.elapsed() < HolderWatch::patience.count() + 3000) {
            lock->beat();
            QVERIFY(!watch.endIfStuck()); // it would be this process
            QTest::qWait(400);
        }
    }

private:
    void begin(Round &round)
    {
        QVERIFY(QDir().mkpath(round.folder()));
        for (const char *name : {"eth0", "eth1", "eth2"}) {
            QFile out(round.folder() + QLatin1String(name) + u".nmconnection"_s);
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write("old " + QByteArray(name) + '\n');
        }
        m_before = filesIn(round.folder());
        round.holder.start(QStringLiteral(FAULTDRIVER),
                           {round.root.path(), u"stop:"_s + transactionStateName(round.state)});
        QVERIFY(round.holder.waitForStarted());
        QVERIFY(QTest::qWaitFor([&round] { return isStopped(round.holder.processId()); }, 30'000));
        round.since.start();
        Environment environment;
        environment.root = round.root.path();
        round.transactor = std::make_unique<Transactor>(
            TransactionParts{environment, m_kernel, m_clock,
                             [this](Backend) { return std::make_unique<ScriptedActivator>(&m_log, QString(), 0); },
                             [](const Record &, const Done &done) { done({}); }, [] { return Result<void>(); },
                             [] { return [] { return true; }; }});
        round.watchdog = std::make_unique<Watchdog>(environment, m_clock, *round.transactor);
        connect(round.watchdog.get(), &Watchdog::finished, this, [&round] {
            if (!std::exchange(round.isFinished, true))
                round.tookMs = round.since.elapsed();
        });
        round.watchdog->start();
    }

    static bool isStopped(qint64 pid)
    {
        QFile stat(u"/proc/%1/stat"_s.arg(pid));
        return stat.open(QIODevice::ReadOnly) && stat.readAll().contains(") T ");
    }

    QMap<QString, QByteArray> m_before;
    FakeKernelSource m_kernel;
    SystemClock m_clock;
    QStringList m_log;
};

QTEST_GUILESS_MAIN(TestStoppedHolder)
#include "tst_stoppedholder.moc"
