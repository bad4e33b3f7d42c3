// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/transaction/recordstore.h"
#include "helperlab.h"
#include "lab/guest.h"

#include <QDir>
#include <QProcess>

#include <csignal>
#include <ctime>
#include <poll.h>
#include <sched.h>
#include <sys/inotify.h>
#include <unistd.h>

using namespace bondwright;
using namespace bondwright::helper;
using namespace bondwright::helper::test;
using namespace Qt::StringLiterals;

namespace
{

const QString stateFolder = u"/var/lib/bondwright/"_s;

/// Says when something in the state folder was written, in the moment it is: some states last milliseconds.
/// The guest has one processor, and this process comes first on it: the helper does not get any further.
class RecordWatch
{
public:
    RecordWatch()
        : m_fd(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
    {
        QDir().mkpath(stateFolder);
        const sched_param first{10};
        QVERIFY(::sched_setscheduler(0, SCHED_FIFO | SCHED_RESET_ON_FORK, &first) == 0);
        QVERIFY(::inotify_add_watch(m_fd, qPrintable(stateFolder), IN_MOVED_TO | IN_DELETE | IN_MODIFY) >= 0);
    }
    ~RecordWatch() { ::close(m_fd); }
    RecordWatch(const RecordWatch &) = delete;
    RecordWatch &operator=(const RecordWatch &) = delete;

    void wait() const
    {
        pollfd waiting{m_fd, POLLIN, 0};
        ::poll(&waiting, 1, 500);
        char events[4096];
        while (::read(m_fd, events, sizeof events) > 0) { }
    }

private:
    int m_fd;
};

/// The clock of the deadline.
qint64 bootMs()
{
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    return qint64(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

/// What the next process finds on the disk. Needs no bus.
Record pending()
{
    return RecordStore(Environment()).load().value_or(std::nullopt).value_or(Record{});
}

QByteArray stateNow()
{
    const TransactionState state = pending().transaction.state;
    return state == TransactionState::None ? QByteArray() : transactionStateName(state).toLatin1();
}

TransactionState lastState()
{
    return RecordStore(Environment()).lastFinished().value_or(Record{}).transaction.state;
}

} // namespace

/// In the lab: SIGKILL (or SIGTERM) for the helper, NetworkManager, the bus or the client, at each state of a
/// transaction that is not confirmed. What is judged is the record on the disk, the files, the kernel and a
/// ping; the bus may be gone.
class HelperKilledLab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_slowness = lab::slowness();
        m_lab = std::make_unique<HelperLab>();
        m_lab->makeProfiles();
        m_files = HelperLab::files();
        m_runtime = m_lab->runtime();
        QFile plan(u"/root/plan.json"_s);
        QVERIFY(plan.open(QIODevice::WriteOnly));
        plan.write(planToJson(m_lab->plan(Mode::ActiveBackup)));
    }

    void cleanup()
    {
        m_client.kill();
        m_client.waitForFinished();
        QVERIFY(m_lab->waitFor([] { return (pending().transaction.state == TransactionState::None); }, 60));
    }

    void helper_data() { everyState(); }
    void helper()
    {
        round([] { signalAll(HelperLab::helpers(), SIGKILL); });
    }

    /// NetworkManager has made its checkpoint, and the record does not have its path yet.
    void helperArming()
    {
        m_awaitsCheckpoint = true;
        round([] { signalAll(HelperLab::helpers(), SIGKILL); });
        m_awaitsCheckpoint = false;
    }
    void helperArming_data() { someStates({"preparing"}); }

    void helperAsked_data() { someStates({"activating", "awaiting-confirm"}); }
    void helperAsked()
    {
        round([this] {
            const QList<qint64> helpers = HelperLab::helpers();
            QElapsedTimer elapsed;
            elapsed.start();
            signalAll(helpers, SIGTERM);
            QVERIFY(m_lab->waitFor([&] { return !QFile::exists(u"/proc/%1"_s.arg(helpers.value(0))); }, 60));
            QVERIFY(elapsed.elapsed() < 5000 * m_slowness);
        });
    }

    void client_data() { everyState(); }
    void client()
    {
        // Another process asks for the rollback, so that not every round waits for its deadline.
        m_asksForRollBack = QByteArray("rolling-back") == QTest::currentDataTag();
        round([this] { m_client.kill(); });
        m_asksForRollBack = false;
    }

    void networkManager_data() { everyState(); }
    void networkManager()
    {
        round([] { signalAll(daemons(u"NetworkManager"_s), SIGKILL); });
    }

    void bus_data() { everyState(); }
    void bus()
    {
        round([this] {
            signalAll(daemons(u"dbus-daemon"_s), SIGKILL);
            QVERIFY(m_lab->waitFor([] { return HelperLab::helpers().isEmpty(); }, int(5 * m_slowness)));
            startBus();
        });
    }

private:
    static void everyState()
    {
        someStates({"preparing", "writing", "activating", "verifying", "awaiting-confirm", "rolling-back"});
    }

    static void someStates(std::initializer_list<const char *> states)
    {
        QTest::addColumn<QByteArray>("state");
        for (const char *state : states)
            QTest::newRow(state) << QByteArray(state);
    }

    static void signalAll(const QList<qint64> &processes, int signal)
    {
        for (const qint64 pid : processes)
            ::kill(pid_t(pid), signal);
    }

    static QList<qint64> daemons(const QString &name)
    {
        QList<qint64> found;
        for (const qint64 pid : HelperLab::processes(name)) {
            QFile comm(u"/proc/%1/comm"_s.arg(pid));
            if (comm.open(QIODevice::ReadOnly) && comm.readAll().trimmed() == name.toLatin1())
                found.append(pid);
        }
        return found;
    }

    static void startBus()
    {
        QFile::remove(u"/run/dbus/pid"_s);
        QCOMPARE(HelperLab::run(u"dbus-daemon"_s, {u"--system"_s, u"--fork"_s}), 0);
        QProcess::startDetached(u"/usr/lib/polkit-1/polkitd"_s, {u"--no-debug"_s});
        // One that has lost its bus never speaks to anybody again.
        signalAll(daemons(u"NetworkManager"_s), SIGKILL);
        startAnew();
    }

    /// What systemd does with its unit, which is not here: a call starts the helper.
    static void startAnew() { QProcess::startDetached(QStringLiteral(BONDCTL), {u"status"_s}); }

    /// In bootMs(); 0: no confirmation is awaited.
    static qint64 deadlineNow() { return pending().deadlineBootMs; }

    /// Begins a change as a user of the command line would, does it at that state, and wants all back.
    void round(const std::function<void()> &deed)
    {
        QFETCH(QByteArray, state);
        QFile::remove(stateFolder + u"last-transaction.json"_s);
        m_client.setProcessChannelMode(QProcess::MergedChannels);
        m_client.start(QStringLiteral(BONDCTL),
                       {u"apply"_s, u"--yes"_s, u"--wait"_s, u"--confirm-within"_s, u"10"_s, u"/root/plan.json"_s});
        QVERIFY(m_client.waitForStarted());
        QElapsedTimer patience;
        patience.start();
        QByteArrayList seen{QByteArray()};
        while (seen.last() != state && patience.elapsed() < 120'000 && lastState() == TransactionState::None) {
            m_watch.wait();
            const QByteArray now = stateNow();
            if (now == seen.last())
                continue;
            seen.append(now);
            if (m_asksForRollBack && now == "awaiting-confirm")
                QProcess::startDetached(QStringLiteral(BONDCTL), {u"rollback"_s});
        }
        QVERIFY2(seen.last() == state, seen.join(' ').constData());
        while (m_awaitsCheckpoint && HelperLab::checkpoints().isEmpty() && patience.elapsed() < 120'000) { }
        const qint64 killed = bootMs();
        qint64 deadline = deadlineNow();
        deed();
        qInfo("killed at %s; then it was %s, its checkpoint %s", state.constData(), stateNow().constData(),
              pending().activatorMemo.isEmpty() ? "not noted" : "noted");
        qint64 lastAway = bootMs();
        const auto isBack = [&] {
            const bool is
                = HelperLab::files() == m_files && m_lab->runtime() == m_runtime && HelperLab::ping(u"192.0.2.254"_s);
            if (!is)
                lastAway = bootMs();
            return is;
        };
        lab::Slowness meanwhile;
        const auto isOver = [&] {
            meanwhile.sample();
            deadline = std::max(deadline, deadlineNow());
            (void)isBack();
            return pending().transaction.state == TransactionState::None && lastState() != TransactionState::None;
        };
        QVERIFY(m_lab->waitFor(isOver, 90));
        const qint64 closed = bootMs();
        QCOMPARE(lastState(), TransactionState::RolledBack);
        m_lab->verifyBack(m_files, m_runtime, 20);
        QVERIFY(m_lab->waitFor(isBack, 20));
        const qint64 due = deadline > 0 ? deadline : killed;
        const qint64 late = lastAway - due;
        qInfo("all back %lld ms and settled %lld ms after the %s, in a guest %.1f times slower than an idle one", late,
              closed - due, deadline > 0 ? "deadline" : "kill, long before there was a deadline", meanwhile.average());
        // The promise, as it stands for a machine that has a processor left: others may use this guest's.
        const double slowness = std::max(m_slowness, meanwhile.average());
        const int before = deadline > 0 ? 0 : 10'000; // there is time yet
        QVERIFY2(late <= before + 5000 * slowness, QByteArray::number(late).constData());
        // With the network as it was, a NetworkManager that died over it is waited for, ten seconds at most.
        QVERIFY2(closed - due <= 10'000 + 5000 * slowness, QByteArray::number(closed - due).constData());
        // One that is left would roll back the network minutes later.
        if (QDBusConnection::systemBus().isConnected())
            QVERIFY(m_lab->waitFor([] { return HelperLab::checkpoints().isEmpty(); }, int(10 * m_slowness)));
        m_client.kill();
        m_client.waitForFinished();
        revive();
    }

    /// For the next round: NetworkManager runs and is in charge of both NICs.
    void revive()
    {
        if (!daemons(u"NetworkManager"_s).isEmpty())
            return;
        QCOMPARE(HelperLab::run(u"NetworkManager"_s, {}), 0);
        QCOMPARE(HelperLab::run(u"nm-online"_s, {u"-s"_s, u"-q"_s, u"-t"_s, u"60"_s}), 0);
        m_lab->verifyBack(m_files, m_runtime, 30);
        QVERIFY(m_lab->waitFor([] { return HelperLab::ping(u"192.0.2.254"_s); }, 10));
    }

    RecordWatch m_watch;
    std::unique_ptr<HelperLab> m_lab;
    QProcess m_client;
    QMap<QString, QByteArray> m_files;
    QStringList m_runtime;
    double m_slowness = 1;
    bool m_asksForRollBack = false;
    bool m_awaitsCheckpoint = false;
};

QTEST_GUILESS_MAIN(HelperKilledLab)
#include "tst_helper_killed_lab.moc"
