// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakekernelsource.h"
#include "helper/transaction/transactor.h"
#include "helper/transaction/watchdog.h"
#include "testclock.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <unistd.h>

namespace bondwright::helper::test
{

using namespace Qt::StringLiterals;

/// Records its calls; fails where the test says so.
class ScriptedActivator final : public Activator
{
public:
    /// @param comesBack how many times it has not heard that it was told to restore
    ScriptedActivator(QStringList *log, const QString &failsAt, int comesBack)
        : m_log(log)
        , m_failsAt(failsAt)
        , m_comesBack(comesBack)
    {
    }
    void prepare(const Record &, std::function<void(const Result<QJsonObject> &)> done) override
    {
        m_log->append(u"prepare"_s);
        QTimer::singleShot(0, this, [this, done] {
            if (m_failsAt == u"prepare")
                done(fail(u"helper.failed"_s, u"no"_s));
            else
                done(QJsonObject());
        });
    }
    void activate(const Record &, Done done) override { answer(u"activate"_s, done); }
    void restore(const Record &, Done done) override { answer(u"restore"_s, done); }
    void commit(const Record &, Done done) override { answer(u"commit"_s, done); }
    bool hasComeBack() const override { return m_log->count(u"restore"_s) <= m_comesBack; }

private:
    void answer(const QString &word, const Done &done)
    {
        m_log->append(word);
        QTimer::singleShot(0, this, [this, word, done] {
            done(m_failsAt == word ? Result<void>(fail(u"helper.failed"_s, u"no"_s)) : Result<void>());
        });
    }
    QStringList *m_log;
    QString m_failsAt;
    int m_comesBack;
};

inline const QString file = u"/etc/NetworkManager/system-connections/bond7.nmconnection"_s;
inline const Caller alice{u":1.1"_s, 1001};
inline const Caller bob{u":1.2"_s, 1002};

/// A transactor on a root folder of its own, with a clock, a kernel and a backend under the test's control.
class TransactorBench : public QObject
{
protected:
    void setUp()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        fillRoot();
    }

    void fillRoot()
    {
        QDir(m_dir->path()).mkpath(u"etc/NetworkManager/system-connections"_s);
        write("old\n");
        m_log.clear();
        m_failsAt.clear();
        m_comesBack = 0;
        m_clock = TestClock();
        m_transactor = make();
    }

    Environment environment() const
    {
        Environment environment;
        environment.root = m_dir->path();
        return environment;
    }

    std::unique_ptr<Transactor> make()
    {
        return std::make_unique<Transactor>(TransactionParts{
            environment(), m_kernel, m_clock,
            [this](Backend) { return std::make_unique<ScriptedActivator>(&m_log, m_failsAt, m_comesBack); },
            [this](const Record &, const Done &done) {
                m_hadRecordWhenArmed = QFile::exists(pendingFile());
                done({});
            },
            [this] {
                ++m_lastResorts;
                return Result<void>();
            },
            [this] {
                m_log.append(u"programs end"_s);
                return [] { return true; };
            }});
    }

    PlannedChange work() const
    {
        BondPlan plan;
        plan.name = u"bond7"_s;
        PlannedChange work;
        work.action = ChangeAction::Remove;
        work.bond = plan.name;
        work.backend = Backend::NetworkManager;
        work.before = {plan};
        formats::FileChange change;
        change.path = file;
        change.oldText = "old\n";
        change.newText = "new\n";
        change.mode = 0600;
        change.owner = ::getuid();
        change.group = ::getgid();
        work.changes.files = {change};
        return work;
    }

    ApplyOptions options(qint64 seconds) const
    {
        ApplyOptions options;
        options.confirmWithin = std::chrono::seconds(seconds);
        options.confirmNow = m_now;
        return options;
    }

    Result<Ticket> begin(qint64 seconds, const QString &request = u"request"_s)
    {
        return m_transactor->begin(work(), options(seconds), request, alice);
    }

    void crashAt(TransactionState state)
    {
        bool reached = false;
        connect(m_transactor.get(), &Transactor::changed, this,
                [&](const Transaction &transaction) { reached |= transaction.state == state; });
        QVERIFY(begin(60));
        QVERIFY(QTest::qWaitFor([&] { return reached; }, 10'000));
        m_transactor = make(); // the old one ends as by SIGKILL
        QCOMPARE(read(), state == TransactionState::Preparing ? "old\n" : "new\n");
    }

    /// Nothing of a change lies beside the files.
    void expectTidy() const
    {
        const QFileInfo target(m_dir->path() + file);
        QCOMPARE(QDir(target.path()).entryList(QDir::Files | QDir::Hidden), QStringList{target.fileName()});
    }

    bool waitFor(TransactionState state, int ms = 10'000)
    {
        return QTest::qWaitFor(
            [this, state] {
                return m_transactor->current().state == state
                    && (state == TransactionState::AwaitingConfirm || !m_transactor->isBusy());
            },
            ms);
    }

    QString pendingFile() const { return m_dir->path() + u"/var/lib/bondwright/transaction.json"_s; }
    void write(const QByteArray &text)
    {
        QFile out(m_dir->path() + file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(text);
    }
    QByteArray read() const
    {
        QFile in(m_dir->path() + file);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray("(none)");
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    FakeKernelSource m_kernel;
    TestClock m_clock;
    QStringList m_log;
    QString m_failsAt;
    int m_comesBack = 0;
    bool m_now = false;
    bool m_hadRecordWhenArmed = true;
    int m_lastResorts = 0;
    std::unique_ptr<Transactor> m_transactor;
};

} // namespace bondwright::helper::test
