// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/formats/transactionfixture.h"

#include <QSet>
#include <QTest>

#include <signal.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace bondwright;
using namespace bondwright::formats;
using namespace bondwright::test::transaction;
using namespace Qt::StringLiterals;

namespace
{

/// Runs write (and commit) in a child that dies at the n-th step. @return whether it got to the end
bool dieAtStep(const TransactionOptions &base, int fatalStep, bool commit)
{
    const pid_t child = ::fork();
    if (child == 0) {
        TransactionOptions options = base;
        int seen = 0;
        options.onStep = [&](const char *) {
            if (seen++ == fatalStep)
                ::_exit(9);
        };
        auto transaction = FileTransaction::prepare(changes(), options);
        bool isGood = transaction && transaction->write();
        if (isGood && commit)
            isGood = bool(transaction->commit());
        ::_exit(isGood ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

enum class Death { AtTheCall, CameTooLate, NotTraced };

bool changesFiles(quint64 call)
{
    static const QSet<quint64> calls{SYS_openat,  SYS_write,    SYS_fsync,  SYS_close,  SYS_renameat, SYS_renameat2,
                                     SYS_mkdirat, SYS_unlinkat, SYS_fchmod, SYS_fchown, SYS_fsetxattr};
    return calls.contains(call);
}

/// Runs write and commit in a child that is killed before its n-th system call that can change a file.
Death dieAtSystemCall(const TransactionOptions &options, int fatalCall)
{
    const pid_t child = ::fork();
    if (child == 0) {
        if (::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0 || ::raise(SIGSTOP) != 0)
            ::_exit(7);
        auto transaction = FileTransaction::prepare(changes(), options);
        ::_exit(transaction && transaction->write() && transaction->commit() ? 0 : 1);
    }
    int status = 0;
    if (::waitpid(child, &status, 0) != child || !WIFSTOPPED(status)
        || ::ptrace(PTRACE_SETOPTIONS, child, nullptr, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL) != 0)
        return Death::NotTraced;
    int seen = 0;
    while (::ptrace(PTRACE_SYSCALL, child, nullptr, nullptr) == 0 && ::waitpid(child, &status, 0) == child) {
        if (WIFEXITED(status))
            return WEXITSTATUS(status) == 0 ? Death::CameTooLate : Death::NotTraced;
        __ptrace_syscall_info info = {};
        if (::ptrace(PTRACE_GET_SYSCALL_INFO, child, sizeof info, &info) <= 0)
            return Death::NotTraced;
        if (info.op != PTRACE_SYSCALL_INFO_ENTRY || !changesFiles(info.entry.nr) || seen++ < fatalCall)
            continue;
        ::kill(child, SIGKILL);
        ::waitpid(child, &status, 0);
        return Death::AtTheCall;
    }
    return Death::NotTraced;
}

} // namespace

/// The writer is killed, its record is damaged: afterwards everything is old or everything is new.
class TestCrashRecovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedAtEveryStep_data()
    {
        QTest::addColumn<bool>("commit");
        QTest::newRow("write only") << false;
        QTest::newRow("with commit") << true;
    }
    void killedAtEveryStep()
    {
        QFETCH(bool, commit);
        int rolledBack = 0;
        for (int fatal = 0; fatal < 100; ++fatal) {
            ScratchRoot root(ScratchRoot::Where::Memory);
            fillOld(root);
            const auto before = root.tree();
            const TransactionOptions options = optionsFor(root);
            const bool finished = dieAtStep(options, fatal, commit);
            auto recovered = recover(options);
            QVERIFY2(recovered, qPrintable(recovered ? QString() : recovered.error().message));
            for (const Recovery &recovery : *recovered)
                QVERIFY(recovery.outcome != Recovery::Outcome::Unreadable);
            QVERIFY2(root.tree() == before || isNew(root), qPrintable(u"mixed at step %1"_s.arg(fatal)));
            rolledBack += root.tree() == before;
            // Whatever happened, the next transaction is not in the way of this one's remains.
            for (const Recovery &recovery : *recovered) {
                if (recovery.outcome == Recovery::Outcome::AwaitsOwner)
                    QVERIFY(FileTransaction::open(recovery.id, options)->rollback());
            }
            QVERIFY(FileTransaction::prepare({}, options));
            if (finished) {
                QVERIFY(fatal > 10);
                QVERIFY(rolledBack > 10);
                return;
            }
        }
        QFAIL("never finished");
    }

    void killedAtEverySystemCall()
    {
        int rolledBack = 0;
        int written = 0;
        for (int fatal = 0; fatal < 2000; ++fatal) {
            ScratchRoot root(ScratchRoot::Where::Memory);
            fillOld(root);
            const auto before = root.tree();
            const TransactionOptions options = optionsFor(root);
            const Death death = dieAtSystemCall(options, fatal);
            QVERIFY(death != Death::NotTraced);
            const auto recovered = recover(options);
            QVERIFY2(recovered, qPrintable(recovered ? QString() : recovered.error().message));
            for (const Recovery &recovery : *recovered)
                QVERIFY(recovery.outcome != Recovery::Outcome::Unreadable);
            QVERIFY2(root.tree() == before || isNew(root), qPrintable(u"mixed at call %1"_s.arg(fatal)));
            (root.tree() == before ? rolledBack : written)++;
            if (death == Death::CameTooLate) {
                QVERIFY2(rolledBack > 40 && written > 0, qPrintable(u"%1 back, %2 on"_s.arg(rolledBack).arg(written)));
                qInfo("killed at %d system calls: %d times all old, %d times all new", fatal, rolledBack, written);
                return;
            }
        }
        QFAIL("never finished");
    }

    void rollbackKilledAtEveryStep()
    {
        for (int fatal = 0; fatal < 100; ++fatal) {
            ScratchRoot root(ScratchRoot::Where::Memory);
            fillOld(root);
            const auto before = root.tree();
            TransactionOptions options = optionsFor(root);
            QString id;
            {
                auto transaction = FileTransaction::prepare(changes(), options);
                QVERIFY(transaction && transaction->write());
                id = transaction->id();
            }
            const pid_t child = ::fork();
            if (child == 0) {
                int seen = 0;
                options.onStep = [&](const char *) {
                    if (seen++ == fatal)
                        ::_exit(9);
                };
                auto transaction = FileTransaction::open(id, options);
                ::_exit(transaction && transaction->rollback() ? 0 : 1);
            }
            int status = 0;
            ::waitpid(child, &status, 0);
            if (fatal == 0) { // not begun: still the owner's
                QVERIFY(isNew(root));
                continue;
            }
            QVERIFY(recover(options));
            QCOMPARE(root.tree(), before);
            if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
                return;
        }
        QFAIL("never finished");
    }

    void damagedJournalHarmsNothing_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<JournalState>("state");
        QTest::newRow("manifest, while writing") << u"manifest.json"_s << JournalState::Writing;
        QTest::newRow("manifest, written") << u"manifest.json"_s << JournalState::Written;
        QTest::newRow("state, while writing") << u"state"_s << JournalState::Writing;
        QTest::newRow("state, written") << u"state"_s << JournalState::Written;
    }
    void damagedJournalHarmsNothing()
    {
        QFETCH(QString, file);
        QFETCH(JournalState, state);
        ScratchRoot root(ScratchRoot::Where::Memory);
        fillOld(root);
        const TransactionOptions options = optionsFor(root);
        QString id;
        {
            auto transaction = FileTransaction::prepare(changes(), options);
            QVERIFY(transaction && transaction->write());
            id = transaction->id();
        }
        const QString folder = options.journalFolder + u'/' + id + u'/';
        QVERIFY(root.write(folder + u"state"_s, journalStateName(state).toLatin1()));
        const auto written = root.tree();
        const QByteArray good = root.read(folder + file);
        const auto unharmed = [&](const QByteArray &damaged) {
            if (!root.write(folder + file, damaged))
                return false;
            const auto recovered = recover(options);
            const bool isLeft = recovered && recovered->size() == 1
                && recovered->first().outcome == Recovery::Outcome::Unreadable && root.read(folder + file) == damaged;
            return isLeft && root.tree() == written;
        };
        const qsizetype length = good.trimmed().size();
        // Every byte of an index is tried in tst_backupstore; here every third has to go through a recovery.
        for (qsizetype keep = 0; keep < length; keep += 3)
            QVERIFY2(unharmed(good.left(keep)), qPrintable(u"cut to %1 bytes"_s.arg(keep)));
        // One bit, another one each time; in white space it may be harmless, so not there.
        for (qsizetype i = 0; i < length; i += 3) {
            QByteArray flipped = good;
            flipped[i] = char(flipped.at(i) ^ (1 << (i % 7)));
            if (QByteArrayView(" \n").contains(good.at(i)))
                continue;
            QVERIFY2(unharmed(flipped), qPrintable(u"bit %1 of byte %2"_s.arg(i % 7).arg(i)));
        }
        // The damage undone, it goes on as if nothing had been.
        QVERIFY(root.write(folder + file, good));
        QCOMPARE(recover(options)->first().outcome,
                 state == JournalState::Written ? Recovery::Outcome::AwaitsOwner : Recovery::Outcome::RolledBack);
    }

    void otherVersionOfTheJournalStops()
    {
        ScratchRoot root(ScratchRoot::Where::Memory);
        fillOld(root);
        const TransactionOptions options = optionsFor(root);
        QString id;
        {
            auto transaction = FileTransaction::prepare(changes(), options);
            QVERIFY(transaction && transaction->write());
            id = transaction->id();
        }
        const auto written = root.tree();
        const QString path = options.journalFolder + u'/' + id + u"/manifest.json"_s;
        const QByteArray newer = root.read(path).replace("\"version\": 1", "\"version\": 2");
        QVERIFY(root.write(path, newer));
        const auto recovered = recover(options);
        QVERIFY(recovered);
        QCOMPARE(recovered->first().outcome, Recovery::Outcome::Unreadable);
        QCOMPARE(recovered->first().error.code, u"manifest.version"_s);
        QCOMPARE(root.tree(), written);
        QCOMPARE(root.read(path), newer); // not deleted: the version that wrote it can still use it
        QCOMPARE(FileTransaction::prepare({}, options).error().code, u"files.pending"_s);
    }
};

QTEST_GUILESS_MAIN(TestCrashRecovery)
#include "tst_crashrecovery.moc"
