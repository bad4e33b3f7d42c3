// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transactorbench.h"

#include <sched.h>
#include <sys/mount.h>

using namespace bondwright;
using namespace bondwright::helper;
using namespace bondwright::helper::test;

/// A disk of its own (a small tmpfs) that is full from one state on and stays so, or that becomes read-only.
class TestTransactorFullDisk : public TransactorBench
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QCOMPARE(::mount("disk", qPrintable(m_dir->path()), "tmpfs", 0, "size=1m,nr_inodes=300,mode=0700"), 0);
        fillRoot();
    }

    void cleanup()
    {
        m_transactor.reset();
        QCOMPARE(::umount2(qPrintable(m_dir->path()), MNT_DETACH), 0);
    }

    void fullFromThenOn_data()
    {
        QTest::addColumn<TransactionState>("state");
        QTest::addColumn<bool>("isKept");
        using State = TransactionState;
        QTest::newRow("preparing") << State::Preparing << false;
        QTest::newRow("writing") << State::Writing << false;
        QTest::newRow("activating") << State::Activating << false;
        QTest::newRow("verifying") << State::Verifying << false;
        QTest::newRow("awaiting") << State::AwaitingConfirm << false;
        QTest::newRow("rolling back") << State::RollingBack << false;
        QTest::newRow("awaiting, then confirmed") << State::AwaitingConfirm << true;
    }

    void fullFromThenOn()
    {
        QFETCH(TransactionState, state);
        QFETCH(bool, isKept);
        bool isFull = false;
        connect(m_transactor.get(), &Transactor::changed, this, [&](const Transaction &transaction) {
            if (transaction.state == state && !std::exchange(isFull, true))
                fillDisk();
        });
        const auto ticket = begin(10);
        QVERIFY(ticket);
        QVERIFY(QTest::qWaitFor([this] { return m_transactor->current().state >= TransactionState::AwaitingConfirm; }));
        if (isKept)
            QVERIFY(m_transactor->confirm(ticket->id, alice));
        else
            m_clock.m_ms += 11'000;
        QVERIFY(waitFor(isKept ? TransactionState::Done : TransactionState::RolledBack));
        QVERIFY(isFull);
        QCOMPARE(read(), isKept ? "new\n" : "old\n");
        expectTidy();
        QVERIFY(!QFile::exists(pendingFile()));
        const auto refused = begin(60, u"second"_s);
        QVERIFY(!refused); // no room to prepare
        makeRoom();
        write("old\n");
        QVERIFY(begin(60, u"third"_s));
        QVERIFY(waitFor(TransactionState::AwaitingConfirm));
    }

    /// The helper dies on a full disk; the process that takes over has no more room.
    void diedOnAFullDisk_data()
    {
        QTest::addColumn<bool>("rebooted");
        QTest::newRow("taken up") << false;
        QTest::newRow("after a boot") << true;
    }

    void diedOnAFullDisk()
    {
        QFETCH(bool, rebooted);
        crashAt(TransactionState::AwaitingConfirm);
        fillDisk();
        if (rebooted)
            m_clock.m_bootId = u"boot-2"_s;
        m_clock.m_ms += 61'000;
        m_transactor->resume(rebooted ? ActiveTransaction::Network::NotStartedYet : ActiveTransaction::Network::Runs);
        QVERIFY(waitFor(TransactionState::RolledBack));
        QCOMPARE(read(), "old\n");
        expectTidy();
    }

    /// What cannot be restored is named, and tried again: by itself, on request, and at the next start.
    void readOnlyAtTheDeadline_data()
    {
        QTest::addColumn<QString>("again");
        QTest::newRow("by itself") << u"waits"_s;
        QTest::newRow("a person asks") << u"asks"_s;
        QTest::newRow("the next start") << u"restarts"_s;
        QTest::newRow("the next boot") << u"reboots"_s;
    }

    void readOnlyAtTheDeadline()
    {
        QFETCH(QString, again);
        QVERIFY(QFile::remove(m_dir->path() + file));
        QCOMPARE(::mount("disk", qPrintable(folder()), "tmpfs", 0, "size=1m,mode=0755"), 0);
        write("old\n");
        const auto ticket = begin(60);
        QVERIFY(ticket && waitFor(TransactionState::AwaitingConfirm));
        remount(MS_RDONLY);
        m_clock.m_ms += 61'000;
        QVERIFY(QTest::qWaitFor([this] { return !m_transactor->current().manualSteps.isEmpty(); }, 10'000));
        QCOMPARE(m_transactor->current().state, TransactionState::RollingBack);
        QVERIFY(m_log.contains(u"activate"_s));
        const auto refused = begin(60, u"second"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"helper.busy"_s);
        QVERIFY(refused.error().message.contains(m_transactor->current().manualSteps.first()));
        if (again == u"restarts" || again == u"reboots")
            m_transactor = make();
        if (again == u"reboots")
            m_clock.m_bootId = u"boot-2"_s;
        QCOMPARE(read(), "new\n");
        remount(0);
        if (again == u"asks")
            QVERIFY(m_transactor->rollBack(ticket->id, alice));
        else if (again != u"waits")
            m_transactor->resume();
        QVERIFY(waitFor(TransactionState::RolledBack, again == u"waits" ? 7000 : 4000));
        QVERIFY(m_transactor->current().manualSteps.isEmpty());
        QCOMPARE(read(), "old\n");
        expectTidy();
        QVERIFY(m_log.contains(u"restore"_s));
    }

    /// Another program writes to the file as soon as that is possible again: its content stays, and that is reported.
    void changedBeforeTheNextTry()
    {
        QVERIFY(QFile::remove(m_dir->path() + file));
        QCOMPARE(::mount("disk", qPrintable(folder()), "tmpfs", 0, "size=1m,mode=0755"), 0);
        write("old\n");
        const auto ticket = begin(60);
        QVERIFY(ticket && waitFor(TransactionState::AwaitingConfirm));
        remount(MS_RDONLY);
        m_clock.m_ms += 61'000;
        QVERIFY(QTest::qWaitFor([this] { return !m_transactor->current().manualSteps.isEmpty(); }, 10'000));
        remount(0);
        write("an editor's\n");
        QVERIFY(m_transactor->rollBack(ticket->id, alice));
        QVERIFY(waitFor(TransactionState::Failed));
        QCOMPARE(read(), "an editor's\n");
        QVERIFY(m_transactor->current().manualSteps.join(u' ').contains(file));
    }

private:
    void remount(unsigned long flags) const
    {
        QCOMPARE(::mount("disk", qPrintable(folder()), "tmpfs", MS_REMOUNT | flags, nullptr), 0);
    }
    QString folder() const { return QFileInfo(m_dir->path() + file).path(); }
    QString filler() const { return m_dir->path() + u"/filler"_s; }
    /// No byte and no file more.
    void fillDisk() const
    {
        QVERIFY(QDir().mkpath(filler()));
        QFile out(filler() + u"/bytes"_s);
        QVERIFY(out.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (out.write(QByteArray(4096, 'x')) == 4096) { }
        for (int i = 0; i < 1000; ++i) {
            QFile empty(filler() + u'/' + QString::number(i));
            if (!empty.open(QIODevice::WriteOnly))
                return;
        }
        QFAIL("the disk does not become full");
    }
    void makeRoom() const { QVERIFY(QDir(filler()).removeRecursively()); }
};

int main(int argc, char **argv)
{
    // Before there is a thread: a user namespace of its own, in which every user may mount.
    const QByteArray map = "0 " + QByteArray::number(::getuid()) + " 1\n";
    const QByteArray groups = "0 " + QByteArray::number(::getgid()) + " 1\n";
    const auto put = [](const char *path, const QByteArray &text) {
        QFile target(QString::fromLatin1(path));
        return target.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && target.write(text) == text.size();
    };
    const bool isAlone = ::unshare(::getuid() == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER) == 0;
    if (isAlone && map != "0 0 1\n"
        && !(put("/proc/self/setgroups", "deny") && put("/proc/self/uid_map", map)
             && put("/proc/self/gid_map", groups)))
        return 1;
    if (!isAlone || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) {
        std::fprintf(stderr, "this system lets nobody have a mount namespace (unshare, mount)\n");
        return 1;
    }
    QCoreApplication app(argc, argv);
    TestTransactorFullDisk test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_transactor_fulldisk.moc"
