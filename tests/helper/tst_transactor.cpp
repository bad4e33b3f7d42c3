// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/files/backupstore.h"
#include "helper/service.h"
#include "helper/transaction/ownerlock.h"
#include "transactorbench.h"

#include <thread>

using namespace bondwright;
using namespace bondwright::helper;
using namespace bondwright::helper::test;

class TestTransactor : public TransactorBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { m_transactor.reset(); }

    void confirmed()
    {
        const auto ticket = begin(60);
        QVERIFY2(ticket, qPrintable(ticket ? QString() : ticket.error().message));
        QCOMPARE(ticket->token.size(), 32);
        QVERIFY(waitFor(TransactionState::AwaitingConfirm));
        QCOMPARE(read(), "new\n");
        QCOMPARE(m_transactor->current().secondsLeft, 60U);
        QVERIFY(m_transactor->confirm(ticket->id, alice));
        QVERIFY(waitFor(TransactionState::Done));
        QCOMPARE(read(), "new\n");
        QVERIFY(!m_transactor->isBusy());
        QVERIFY(!QFile::exists(pendingFile()));
        QCOMPARE(m_log, (QStringList{u"prepare"_s, u"activate"_s, u"commit"_s}));
        QVERIFY(m_transactor->confirm(ticket->id, alice)); // the first answer may have been lost
    }

    void theLastKnownGoodIsPinned()
    {
        const auto pinned = [this] {
            QStringList ids;
            const auto backups
                = formats::BackupStore(m_dir->path(), environment().stateFolder + u"/backups"_s).list().value();
            for (const formats::Backup &backup : backups) {
                if (backup.isPinned)
                    ids.append(backup.manifest.id);
            }
            return ids;
        };
        auto ticket = begin(60);
        QVERIFY(ticket && waitFor(TransactionState::AwaitingConfirm));
        const QString backup = m_transactor->current().backupId;
        QVERIFY(!backup.isEmpty());
        QCOMPARE(pinned(), QStringList());
        QVERIFY(m_transactor->confirm(ticket->id, alice));
        QVERIFY(waitFor(TransactionState::Done));
        QCOMPARE(pinned(), QStringList{backup});
    }

    void confirmedAtOnce()
    {
        m_now = true;
        QVERIFY(begin(60));
        QVERIFY(waitFor(TransactionState::Done));
        m_now = false;
        QCOMPARE(read(), "new\n");
    }

    void notConfirmed()
    {
        QVERIFY(begin(10));
        QVERIFY(waitFor(TransactionState::AwaitingConfirm));
        m_clock.m_ms += 9'000;
        QTest::qWait(1200);
        QCOMPARE(m_transactor->current().state, TransactionState::AwaitingConfirm);
        m_clock.m_ms += 2'000;
        QVERIFY(waitFor(TransactionState::RolledBack));
        QCOMPARE(read(), "old\n");
        QVERIFY(m_log.contains(u"restore"_s));
    }

    void failsOnTheWay_data()
    {
        QTest::addColumn<QString>("step");
        QTest::newRow("prepare") << u"prepare"_s;
        QTest::newRow("activate") << u"activate"_s;
    }

    void failsOnTheWay()
    {
        QFETCH(QString, step);
        m_failsAt = step;
        QVERIFY(begin(60));
        QVERIFY(waitFor(TransactionState::RolledBack));
        QCOMPARE(read(), "old\n");
        QCOMPARE(m_log.contains(u"restore"_s), step == u"activate");
    }

    void differsFromThePlan()
    {
        // A bond that the change removes is still there.
        kernel::NicState nic;
        nic.ifindex = 7;
        nic.name = u"bond7"_s;
        kernel::BondState bond;
        bond.ifindex = 7;
        bond.name = u"bond7"_s;
        m_kernel.state().nics.insert(7, nic);
        m_kernel.state().bonds.insert(7, bond);
        QVERIFY(begin(60));
        QVERIFY(waitFor(TransactionState::RolledBack, 15'000));
        m_kernel.state() = {};
        QCOMPARE(m_transactor->current().differences.size(), 1);
        QVERIFY(m_transactor->current().differences.first().contains(u"bond7"));
        QCOMPARE(read(), "old\n");
    }

    void onlyOneAtATime()
    {
        QVERIFY(begin(60));
        const auto second = m_transactor->begin(work(), options(60), u"other"_s, bob);
        QVERIFY(!second);
        QCOMPARE(second.error().code, u"helper.busy"_s);
        const QString message = second.error().message;
        const QDateTime since = m_transactor->current().startedAt.toLocalTime();
        QVERIFY2(message.contains(u"1001") && message.contains(u"bond7"), qPrintable(message));
        QVERIFY2(message.contains(QLocale().toString(since, QLocale::ShortFormat)), qPrintable(message));
    }

    /// A watchdog of an earlier one may take its time on a busy host: nothing is pending all the same.
    void theWatchdogIsTidyingUp()
    {
        auto held = OwnerLock::take(environment());
        QVERIFY(held);
        std::thread watchdog([&held] {
            std::this_thread::sleep_for(std::chrono::milliseconds(700));
            *held = OwnerLock();
        });
        const auto ticket = begin(60);
        watchdog.join();
        QVERIFY2(ticket, qPrintable(ticket ? QString() : ticket.error().message));
    }

    void sameRequestSameTicket()
    {
        const auto first = begin(60);
        const auto again = begin(60);
        QVERIFY(first && again);
        QCOMPARE(again->id, first->id);
        QCOMPARE(again->token, first->token);
        QVERIFY(!m_transactor->ticketFor(u"request"_s, bob)); // another user's request is not his
        QVERIFY(waitFor(TransactionState::AwaitingConfirm));
        QVERIFY(m_transactor->confirm(first->id, alice));
        QVERIFY(waitFor(TransactionState::Done));
        QCOMPARE(begin(60)->id, first->id); // nor is it done twice afterwards
        QCOMPARE(m_log.count(u"activate"_s), 1);
    }

    /// The helper does not leave for want of work while one waits, also one that another process began.
    void aPendingChangeIsWork()
    {
        const SystemClock clock; // the service has no other one
        m_clock.m_bootId = clock.bootId();
        m_clock.m_ms = clock.bootMs();
        Service service(QDBusConnection(u"none"_s), environment(), m_kernel);
        service.resume();
        QVERIFY(service.isIdle());
        crashAt(TransactionState::AwaitingConfirm);
        service.resume();
        QVERIFY(!service.isIdle());
    }

    void ownership()
    {
        const auto ticket = begin(60);
        QVERIFY(ticket);
        QVERIFY(m_transactor->isOwner(alice, ticket->id, ticket->token));
        QVERIFY(!m_transactor->isOwner(bob, ticket->id, ticket->token));
        QVERIFY(!m_transactor->isOwner(alice, ticket->id, QString(32, u'0')));
        QVERIFY(!m_transactor->isOwner(alice, ticket->id, {}));
        QVERIFY(!m_transactor->isOwner(alice, u"x"_s, ticket->token));
    }

    void extendedOnce()
    {
        const auto ticket = begin(30);
        QVERIFY(waitFor(TransactionState::AwaitingConfirm));
        QVERIFY(m_transactor->extend(ticket->id, alice));
        QCOMPARE(m_transactor->current().secondsLeft, 60U);
        QVERIFY(!m_transactor->extend(ticket->id, alice));
    }

    /// The watchdog reads the record: what could not be saved must not hold here either.
    void anExtensionThatCannotBeSavedFails()
    {
        const auto ticket = begin(30);
        QVERIFY(waitFor(TransactionState::AwaitingConfirm));
        const QString folder = m_dir->path() + environment().stateFolder;
        QVERIFY(QDir().rename(folder, folder + u".away"_s));
        QVERIFY(!m_transactor->extend(ticket->id, alice));
        QCOMPARE(m_transactor->current().secondsLeft, 30U);
        QVERIFY(QDir().rename(folder + u".away"_s, folder));
        QVERIFY(m_transactor->extend(ticket->id, alice));
        QCOMPARE(m_transactor->current().secondsLeft, 60U);
    }

    void timeIsBounded_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("0") << qint64(0);
        QTest::newRow("9") << qint64(9);
        QTest::newRow("601") << qint64(601);
        QTest::newRow("2^32-1") << qint64(4294967295);
    }

    void timeIsBounded()
    {
        QFETCH(qint64, seconds);
        const auto ticket = begin(seconds);
        QVERIFY(!ticket);
        QCOMPARE(ticket.error().code, u"helper.invalid"_s);
        QCOMPARE(read(), "old\n");
    }

    void changedMeanwhile()
    {
        const PlannedChange planned = work();
        write("somebody else's\n");
        const auto ticket = m_transactor->begin(planned, options(60), u"request"_s, alice);
        QVERIFY(!ticket);
        QCOMPARE(ticket.error().code, u"helper.conflict"_s);
        QCOMPARE(read(), "somebody else's\n");
        QVERIFY(!m_transactor->isBusy());
    }

    /// The process is gone at this state; the next one finds what is on the disk.
    void crashed_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("rebooted");
        QTest::addColumn<bool>("networkRuns");
        QTest::newRow("activating") << int(TransactionState::Activating) << false << true;
        QTest::newRow("awaiting, rebooted") << int(TransactionState::AwaitingConfirm) << true << false;
        QTest::newRow("activating, rebooted") << int(TransactionState::Activating) << true << false;
        // Where nothing runs before the network does, or could not do it then: the new files are in force.
        QTest::newRow("awaiting, network up") << int(TransactionState::AwaitingConfirm) << true << true;
    }

    void crashed()
    {
        QFETCH(int, state);
        QFETCH(bool, rebooted);
        QFETCH(bool, networkRuns);
        crashAt(TransactionState(state));
        if (rebooted)
            m_clock.m_bootId = u"boot-2"_s;
        m_log.clear();
        m_transactor->resume(networkRuns ? ActiveTransaction::Network::Runs
                                         : ActiveTransaction::Network::NotStartedYet);
        QVERIFY(waitFor(TransactionState::RolledBack));
        QCOMPARE(read(), "old\n");
        QCOMPARE(m_log.contains(u"restore"_s), networkRuns);
        // What the process that is gone had started ends first.
        QCOMPARE(m_log.value(m_log.indexOf(u"restore"_s) - 1) == u"programs end", networkRuns);
        QVERIFY(!QFile::exists(pendingFile()));
        QVERIFY(!m_transactor->current().reason.isEmpty());
    }

    /// The power is cut between writing and activating, and nothing acts before the network starts: it has read the new files.
    void powerCutWhileWriting()
    {
        const QDir place = QFileInfo(pendingFile()).dir();
        QMap<QString, QByteArray> records; // both copies, of that moment
        connect(m_transactor.get(), &Transactor::changed, this, [&](const Transaction &transaction) {
            if (transaction.state != TransactionState::Writing)
                return;
            for (const QString &name : place.entryList({u"transaction.*"_s}, QDir::Files)) {
                QFile record(place.filePath(name));
                if (record.open(QIODevice::ReadOnly))
                    records.insert(name, record.readAll());
            }
        });
        crashAt(TransactionState::Activating);
        QCOMPARE(records.size(), 2);
        for (auto it = records.cbegin(); it != records.cend(); ++it) {
            QFile record(place.filePath(it.key()));
            QVERIFY(record.open(QIODevice::WriteOnly));
            record.write(*it);
        }
        m_clock.m_bootId = u"boot-2"_s;
        m_log.clear();
        m_transactor->resume();
        QVERIFY(waitFor(TransactionState::RolledBack));
        QCOMPARE(read(), "old\n");
        QVERIFY(m_log.contains(u"restore"_s));
    }

    void crashedWhileAwaitingGoesOnWaiting()
    {
        crashAt(TransactionState::AwaitingConfirm);
        m_transactor->resume();
        QCOMPARE(m_transactor->current().state, TransactionState::AwaitingConfirm);
        QVERIFY(m_transactor->confirm(m_transactor->current().id, alice));
        QVERIFY(waitFor(TransactionState::Done));
        QCOMPARE(read(), "new\n");
    }

    void watchdogTakesOver()
    {
        crashAt(TransactionState::AwaitingConfirm);
        Watchdog watchdog(environment(), m_clock, *m_transactor);
        QSignalSpy finished(&watchdog, &Watchdog::finished);
        watchdog.start();
        QTest::qWait(1500);
        QVERIFY(!m_transactor->isBusy()); // there is time left
        m_clock.m_ms += 70'000;
        QVERIFY(waitFor(TransactionState::RolledBack));
        QCOMPARE(read(), "old\n");
        QVERIFY(finished.wait(20'000));
    }

    /// It has looked while something was being changed, and waits for the lock since.
    void watchdogLeavesAWaitingChangeToTheHelper_data()
    {
        QTest::addColumn<bool>("isHelperBack");
        QTest::newRow("the helper is started again") << true;
        QTest::newRow("nobody comes") << false;
    }
    void watchdogLeavesAWaitingChangeToTheHelper()
    {
        QFETCH(bool, isHelperBack);
        const auto other = make();
        Watchdog watchdog(environment(), m_clock, *other);
        connect(m_transactor.get(), &Transactor::changed, other.get(), [&other](const Transaction &transaction) {
            if (transaction.state == TransactionState::Activating)
                other->resume();
        });
        crashAt(TransactionState::AwaitingConfirm);
        QTest::qWait(1000); // RestartSec
        if (isHelperBack) {
            m_transactor->resume();
            QVERIFY(m_transactor->isBusy());
            QVERIFY(m_transactor->confirm(m_transactor->current().id, alice));
            QVERIFY(waitFor(TransactionState::Done));
        } else {
            m_clock.m_ms += 70'000;
            QSignalSpy ended(other.get(), &Transactor::ended);
            QVERIFY(ended.wait(20'000));
            QCOMPARE(other->current().state, TransactionState::RolledBack);
        }
        QCOMPARE(read(), isHelperBack ? "new\n" : "old\n");
    }

    /// At no moment is there a record that no other process knows of.
    void watchdogIsArmedBeforeTheRecord()
    {
        QVERIFY(begin(60));
        QVERIFY(QFile::exists(pendingFile()));
        QVERIFY(!m_hadRecordWhenArmed);
        m_transactor = make(); // gone while preparing
        Watchdog watchdog(environment(), m_clock, *m_transactor);
        QSignalSpy finished(&watchdog, &Watchdog::finished);
        watchdog.start();
        QVERIFY(finished.wait(5000));
        QCOMPARE(m_transactor->current().state, TransactionState::RolledBack);
        QVERIFY(!QFile::exists(pendingFile()));
        QVERIFY(!m_log.contains(u"restore"_s)); // nothing running was touched
    }

    /// The helper has ended, and is asked again while the watchdog reverts: that is what was asked for.
    void answersWhileTheWatchdogReverts()
    {
        crashAt(TransactionState::AwaitingConfirm);
        RecordStore store(environment());
        auto record = store.load();
        QVERIFY(record && *record);
        const QString id = (*record)->transaction.id, token = (*record)->token;
        (*record)->transaction.state = TransactionState::RollingBack;
        QVERIFY(store.saveProgress(&**record));
        auto held = OwnerLock::take(environment());
        QVERIFY(held);
        m_transactor->resume();
        QVERIFY(m_transactor->isOwner(alice, id, token));
        QVERIFY(!m_transactor->isOwner(bob, id, token));
        const auto done = m_transactor->rollBack(id, alice);
        QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
        for (const auto &late : {m_transactor->confirm(id, alice), m_transactor->extend(id, alice)}) {
            QVERIFY(!late);
            QCOMPARE(late.error().message, u"The change is being reverted."_s);
        }
        *held = OwnerLock();
        QVERIFY(QTest::qWaitFor([this] { return m_transactor->isBusy(); }));
        QCOMPARE(m_transactor->confirm(id, alice).error().message, u"The change is being reverted."_s);
        QVERIFY(waitFor(TransactionState::RolledBack));
    }

    /// The answer that comes a second late says what has become of the change.
    void answersToAnOldChange()
    {
        const auto reverted = begin(60);
        QVERIFY(reverted && waitFor(TransactionState::AwaitingConfirm));
        QVERIFY(m_transactor->rollBack(reverted->id, alice));
        QVERIFY(waitFor(TransactionState::RolledBack));
        const auto late = m_transactor->confirm(reverted->id, alice);
        QVERIFY(!late);
        QCOMPARE(late.error().message, u"The change was reverted already."_s);
        QVERIFY(!late.error().hint.isEmpty()); // why
        const auto kept = begin(60, u"another"_s);
        QVERIFY(kept && waitFor(TransactionState::AwaitingConfirm));
        QVERIFY(m_transactor->confirm(kept->id, alice));
        QVERIFY(waitFor(TransactionState::Done));
        QVERIFY(m_transactor->confirm(kept->id, alice));
        QCOMPARE(m_transactor->rollBack(kept->id, alice).error().message, u"The change was kept already."_s);
        QCOMPARE(m_transactor->rollBack(reverted->id, alice).error().message, u"There is no such change waiting."_s);
    }

    void watchdogWaitsForTheRecord()
    {
        const auto waiting = make();
        Watchdog watchdog(environment(), m_clock, *waiting);
        QSignalSpy finished(&watchdog, &Watchdog::finished);
        watchdog.start();
        QVERIFY(!finished.wait(1200));
        const auto ticket = begin(60);
        QVERIFY(ticket && waitFor(TransactionState::AwaitingConfirm));
        QVERIFY(!finished.wait(1200));
        QVERIFY(m_transactor->confirm(ticket->id, alice));
        QVERIFY(finished.wait(20'000));
        QCOMPARE(read(), "new\n");
    }
};

QTEST_GUILESS_MAIN(TestTransactor)
#include "tst_transactor.moc"
