// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transactorbench.h"

using namespace bondwright;
using namespace bondwright::helper;
using namespace bondwright::helper::test;

/// Other processes of ours, other people's edits, a network that does not come back.
class TestTransactorFaults : public TransactorBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { m_transactor.reset(); }

    /// The watchdog holds the lock: the helper started meanwhile tells who and what, and learns the end.
    void anotherProcessHoldsTheLock()
    {
        const auto ticket = begin(60);
        QVERIFY(waitFor(TransactionState::AwaitingConfirm));
        const auto second = make();
        second->resume();
        QCOMPARE(second->current().id, ticket->id);
        QCOMPARE(second->current().state, TransactionState::AwaitingConfirm);
        const auto refused = second->begin(work(), options(60), u"other"_s, bob);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"helper.busy"_s);
        QVERIFY2(refused.error().message.contains(u"1001"), qPrintable(refused.error().message));
        QSignalSpy changed(second.get(), &Transactor::changed);
        QVERIFY(m_transactor->rollBack(ticket->id, alice));
        QVERIFY(waitFor(TransactionState::RolledBack));
        QVERIFY(QTest::qWaitFor([&changed] { return !changed.isEmpty(); }, 10'000));
        QCOMPARE(second->current().id, ticket->id);
        QCOMPARE(second->current().state, TransactionState::RolledBack);
    }

    void fileChangedMeanwhile()
    {
        const auto ticket = begin(60);
        QVERIFY(waitFor(TransactionState::AwaitingConfirm));
        write("an editor's\n");
        QVERIFY(m_transactor->rollBack(ticket->id, alice));
        QVERIFY(waitFor(TransactionState::Failed));
        QCOMPARE(read(), "an editor's\n");
        const QString steps = m_transactor->current().manualSteps.join(u' ');
        QVERIFY2(steps.contains(file) && steps.contains(m_transactor->current().backupId), qPrintable(steps));
        QVERIFY(!m_transactor->current().backupId.isEmpty());
        QVERIFY(!QFile::exists(pendingFile())); // no second try by itself
    }

    /// A restarted backend does not know that the files were restored: it is told, but not for ever.
    void backendComesBack_data()
    {
        QTest::addColumn<int>("comesBack");
        QTest::addColumn<int>("tellings");
        QTest::newRow("never") << 0 << 1;
        QTest::newRow("once") << 1 << 2;
        QTest::newRow("whenever it is told") << 9 << 3;
    }
    void backendComesBack()
    {
        QFETCH(int, comesBack);
        QFETCH(int, tellings);
        m_comesBack = comesBack;
        const auto ticket = begin(60);
        QVERIFY(waitFor(TransactionState::AwaitingConfirm));
        QVERIFY(m_transactor->rollBack(ticket->id, alice));
        QVERIFY(waitFor(TransactionState::RolledBack, 20'000));
        QCOMPARE(m_log.count(u"restore"_s), tellings);
    }

    /// All is back in the kernel, but the service did not say so: what it keeps for itself may be that of the change.
    void errorInTheRollbackIsReported()
    {
        m_failsAt = u"restore"_s;
        const auto ticket = begin(60);
        QVERIFY(waitFor(TransactionState::AwaitingConfirm));
        QVERIFY(m_transactor->rollBack(ticket->id, alice));
        QVERIFY(waitFor(TransactionState::RolledBack, 20'000));
        QCOMPARE(m_transactor->current().differences, QStringList(u"While reverting: no"_s));
    }

    /// What was made does not go away: reported, with what to do, after the time it is given.
    void networkDoesNotComeBack()
    {
        PlannedChange creation = work();
        creation.action = ChangeAction::Apply;
        creation.after = std::exchange(creation.before, {});
        kernel::NicState nic;
        nic.ifindex = 7;
        nic.name = u"bond7"_s;
        nic.adminUp = true;
        nic.carrier = true;
        kernel::BondState bond;
        bond.ifindex = 7;
        bond.name = u"bond7"_s;
        bond.mode = creation.after.first().mode;
        m_kernel.state().nics.insert(7, nic);
        m_kernel.state().bonds.insert(7, bond);
        const auto ticket = m_transactor->begin(creation, options(60), u"request"_s, alice);
        QVERIFY(ticket);
        QVERIFY(waitFor(TransactionState::AwaitingConfirm, 20'000));
        QVERIFY(m_transactor->rollBack(ticket->id, alice));
        QVERIFY(waitFor(TransactionState::Failed, 60'000));
        m_kernel.state() = {};
        QCOMPARE(read(), "old\n");
        const QStringList steps = m_transactor->current().manualSteps;
        QVERIFY2(steps.size() == 2 && steps.first().contains(u"bond7")
                     && steps.last().contains(m_transactor->current().backupId),
                 qPrintable(steps.join(u" | "_s)));
    }
};

QTEST_GUILESS_MAIN(TestTransactorFaults)
#include "tst_transactor_faults.moc"
