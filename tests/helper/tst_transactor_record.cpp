// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/files/rootfolder.h"
#include "helper/transaction/lastresort.h"
#include "transactorbench.h"

#include <QRandomGenerator>

#include <functional>
#include <numeric>
#include <sys/stat.h>

using namespace bondwright;
using namespace bondwright::helper;
using namespace bondwright::helper::test;
using formats::fileNameOf;

/// What a process that takes over makes of the record: damaged, of another release, or one that others died of.
class TestTransactorRecord : public TransactorBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { m_transactor.reset(); }

    void wrongBits_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("first") << u"transaction.json"_s;
        QTest::newRow("second") << u"transaction.copy"_s;
    }

    /// One of the two copies has a wrong bit somewhere: nothing of it is to be seen.
    void wrongBits()
    {
        QFETCH(QString, name);
        crashAt(TransactionState::AwaitingConfirm);
        const QByteArray good = content(name);
        QVERIFY(good.size() > 9000);
        RecordStore store(environment());
        const QByteArray before = wholeOf(store);
        QVERIFY(before.contains("awaiting-confirm"));
        for (const qsizetype bit : bitsOf(good, 2500)) {
            put(name, withWrongBit(good, bit));
            const QByteArray after = wholeOf(store);
            QVERIFY2(after == before, qPrintable(u"bit %1 of byte %2"_s.arg(bit % 8).arg(bit / 8)));
        }
    }

    /// The same bit in both: whatever is still known, the files come back and the next change can begin.
    void wrongBitsInBoth()
    {
        setUp();
        crashAt(TransactionState::AwaitingConfirm);
        const QByteArray pattern = content(u"transaction.json"_s);
        for (const qsizetype bit : bitsOf(pattern, isLongRun() ? 500 : 25, false)) {
            setUp();
            crashAt(TransactionState::AwaitingConfirm);
            const QByteArray where = "bit " + QByteArray::number(bit % 8) + " of byte " + QByteArray::number(bit / 8);
            for (const QString &name : {u"transaction.json"_s, u"transaction.copy"_s}) {
                const QByteArray good = content(name);
                put(name, withWrongBit(good, std::min(bit, good.size() * 8 - 1)));
            }
            m_transactor->resume();
            const auto isSettled = [this] {
                if (m_transactor->current().state == TransactionState::AwaitingConfirm)
                    (void)m_transactor->rollBack(m_transactor->current().id, alice);
                return !m_transactor->isBusy();
            };
            QVERIFY2(QTest::qWaitFor(isSettled, 10'000), where.constData());
            QVERIFY2(read() == "old\n", where.constData());
            QVERIFY2(journals().isEmpty(), where.constData());
            const auto next = begin(60, u"another"_s);
            QVERIFY2(next, (where + (next ? "" : next.error().message.toUtf8())).constData());
        }
    }

    /// Both copies, the index of the files: the rest is enough to roll back.
    void damagedAndRolledBack_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<int>("place");
        QTest::addColumn<TransactionState>("end");
        const QStringList both{u"transaction.json"_s, u"transaction.copy"_s};
        QTest::newRow("first copy") << both.mid(0, 1) << 9000 << TransactionState::RolledBack;
        QTest::newRow("second copy") << both.mid(1, 1) << 100 << TransactionState::RolledBack;
        QTest::newRow("how far it came, in both") << both << 100 << TransactionState::RolledBack;
        QTest::newRow("index of the files") << QStringList{u"manifest.json"_s} << 200 << TransactionState::RolledBack;
        QTest::newRow("state of the files") << QStringList{u"state"_s} << 2 << TransactionState::RolledBack;
        QTest::newRow("what was to be done, in both") << both << 9000 << TransactionState::Failed;
    }

    void damagedAndRolledBack()
    {
        QFETCH(QStringList, names);
        QFETCH(int, place);
        QFETCH(TransactionState, end);
        crashAt(TransactionState::Activating);
        for (QString name : names) {
            if (!name.startsWith(u"transaction."))
                name = u"transactions/%1/%2"_s.arg(journals().value(0), name);
            QByteArray damaged = content(name);
            damaged[place] = char(damaged.at(place) ^ 4);
            put(name, damaged);
        }
        m_transactor->resume();
        QVERIFY(waitFor(end));
        QCOMPARE(read(), "old\n");
        expectTidy();
        QCOMPARE(journals(), QStringList());
        QCOMPARE(m_transactor->current().manualSteps.isEmpty(), end == TransactionState::RolledBack);
        // Whatever it was, it is settled.
        QVERIFY(begin(60, u"another"_s));
        QVERIFY(waitFor(TransactionState::AwaitingConfirm));
    }

    void cutShort_data()
    {
        QTest::addColumn<QByteArray>("rest");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("JSON of the first release") << QByteArray("{\"version\": 1, \"backend\": \"nm\"}");
    }

    void cutShort()
    {
        QFETCH(QByteArray, rest);
        QDir(m_dir->path()).mkpath(u"var/lib/bondwright"_s);
        put(u"transaction.json"_s, rest);
        m_transactor->resume();
        QCOMPARE(m_transactor->current().state, TransactionState::Failed);
        QVERIFY(!m_transactor->current().manualSteps.isEmpty());
        QVERIFY(!QFile::exists(pendingFile()));
        QCOMPARE(content(u"transaction.json.damaged"_s), rest); // kept, for a person to look at
        QVERIFY(begin(60));
    }

    /// A newer release's record may still be needed: it is neither resumed nor overwritten.
    void ofAnotherRelease()
    {
        crashAt(TransactionState::AwaitingConfirm);
        QByteArray rest = content(u"transaction.json"_s).mid(8192 + 65);
        const auto version = [](int number) { return "\"version\": " + QByteArray::number(number); };
        QVERIFY(rest.contains(version(Record::currentVersion)));
        rest.replace(version(Record::currentVersion), version(Record::currentVersion + 1));
        const QByteArray newer = content(u"transaction.json"_s).left(8192) + formats::contentDigest(rest) + '\n' + rest;
        put(u"transaction.json"_s, newer);
        put(u"transaction.copy"_s, newer);
        m_transactor->resume();
        QVERIFY(!m_transactor->isBusy());
        const auto refused = begin(60);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"helper.record-version"_s);
        QCOMPARE(content(u"transaction.json"_s), newer);
    }

    /// It holds the token that lets its owner decide.
    void onlyRootReadsIt()
    {
        crashAt(TransactionState::AwaitingConfirm);
        for (const QString &name : {u"transaction.json"_s, u"transaction.copy"_s}) {
            struct stat info = {};
            QCOMPARE(::stat(QFile::encodeName(pathOf(name)).constData(), &info), 0);
            QCOMPARE(info.st_mode & mode_t(07777), mode_t(0600));
        }
    }

    void longTextsAreCutNotTheState()
    {
        crashAt(TransactionState::AwaitingConfirm);
        RecordStore store(environment());
        auto record = store.load();
        QVERIFY(record && *record);
        (*record)->transaction.reason = QString(20'000, u'文');
        (*record)->transaction.differences = QStringList(200, QString(200, u'文'));
        (*record)->transaction.state = TransactionState::RollingBack;
        QVERIFY(store.saveProgress(&**record));
        const auto again = store.load();
        QVERIFY(again && *again);
        QCOMPARE((*again)->transaction.state, TransactionState::RollingBack);
        QVERIFY(!(*again)->transaction.reason.isEmpty());
    }

    /// The power fails after the decision, before or after the originals are let go.
    void confirmedAndTheMachineGone_data()
    {
        QTest::addColumn<bool>("isCommitted");
        QTest::newRow("originals still there") << false;
        QTest::newRow("originals let go") << true;
    }

    void confirmedAndTheMachineGone()
    {
        QFETCH(bool, isCommitted);
        crashAt(TransactionState::AwaitingConfirm);
        RecordStore store(environment());
        auto record = store.load();
        QVERIFY(record && *record);
        (*record)->transaction.state = TransactionState::Done;
        QVERIFY(store.saveProgress(&**record));
        if (isCommitted)
            QVERIFY(formats::FileTransaction::open((*record)->files, fileOptions(environment()))->commit());
        m_clock.m_bootId = u"boot-2"_s;
        m_transactor->resume(ActiveTransaction::Network::NotStartedYet);
        QCOMPARE(m_transactor->current().state, TransactionState::Done);
        QCOMPARE(read(), "new\n");
        expectTidy();
        QVERIFY(!QFile::exists(pendingFile()));
    }

    void theLastResortKeepsWhatWasConfirmed()
    {
        crashAt(TransactionState::AwaitingConfirm);
        RecordStore store(environment());
        auto record = store.load();
        QVERIFY(record && *record);
        (*record)->transaction.state = TransactionState::Done;
        QVERIFY(store.saveProgress(&**record));
        QCOMPARE(rollBackByRecordAlone(environment()), 0);
        QCOMPARE(read(), "new\n");
        expectTidy();
        QCOMPARE(store.lastFinished()->transaction.state, TransactionState::Done);
    }

    /// Two have died over it: the third does not try what they died of.
    void twoDiedOverIt()
    {
        crashAt(TransactionState::Activating);
        bool isRollingBack = false;
        connect(m_transactor.get(), &Transactor::changed, this, [&](const Transaction &transaction) {
            isRollingBack |= transaction.state == TransactionState::RollingBack;
        });
        m_transactor->resume();
        QVERIFY(isRollingBack);
        m_transactor = make(); // the second one is gone too
        m_transactor->resume();
        QCOMPARE(m_lastResorts, 1);
        QVERIFY(!m_transactor->isBusy());
        m_log.clear();
        QCOMPARE(rollBackByRecordAlone(environment()), 0);
        QCOMPARE(read(), "old\n");
        expectTidy();
        QVERIFY(
            QTest::qWaitFor([this] { return m_transactor->current().state == TransactionState::RolledBack; }, 5000));
        QVERIFY(m_log.isEmpty()); // no backend was asked
        QVERIFY(begin(60, u"another"_s));
    }

    /// What an activator has kept beside the record may hold secrets: it goes with it, however the change ends.
    void whatWasKeptGoes_data()
    {
        QTest::addColumn<std::function<void()>>("end");
        const auto row = [](const char *name, std::function<void()> end) { QTest::newRow(name) << std::move(end); };
        row("confirmed", [this] {
            m_transactor->resume();
            QVERIFY(m_transactor->confirm(m_transactor->current().id, alice));
        });
        row("rolled back", [this] {
            m_transactor->resume();
            QVERIFY(m_transactor->rollBack(m_transactor->current().id, alice));
        });
        row("before the network starts", [this] {
            m_clock.m_bootId = u"boot-2"_s;
            m_transactor->resume(ActiveTransaction::Network::NotStartedYet);
        });
        row("by the last resort", [this] { QCOMPARE(rollBackByRecordAlone(environment()), 0); });
        row("killed when it had just ended", [this] {
            RecordStore store(environment());
            auto record = store.load();
            QVERIFY(record && *record && store.finish(&**record));
            m_transactor->resume();
        });
        row("a damaged record", [this] {
            put(u"transaction.json"_s, {});
            put(u"transaction.copy"_s, {});
            m_transactor->resume();
        });
    }

    void whatWasKeptGoes()
    {
        QFETCH(std::function<void()>, end);
        crashAt(TransactionState::AwaitingConfirm);
        const RecordStore store(environment());
        const auto record = store.load();
        QVERIFY(record && *record);
        const QString kept = fileNameOf(store.keptPath(**record, u"interfaces-before"_s));
        put(kept, "wpa-psk secret\n");
        put(kept + u".Ab12Cd"_s, "wpa-psk"); // a process was killed while it wrote it
        end();
        const auto left = [this, &kept] { return QDir(pathOf(u"."_s)).entryList({kept + u'*'}); };
        QTRY_COMPARE(left(), QStringList());
        QTRY_VERIFY(!m_transactor->isBusy());
        QVERIFY(!QFile::exists(pendingFile()));
    }

private:
    QString pathOf(const QString &name) const { return m_dir->path() + u"/var/lib/bondwright/"_s + name; }
    QByteArray content(const QString &name) const
    {
        QFile in(pathOf(name));
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray("(none)");
    }
    void put(const QString &name, const QByteArray &text) const
    {
        QFile out(pathOf(name));
        QVERIFY(out.open(QIODevice::WriteOnly));
        QCOMPARE(out.write(text), qint64(text.size()));
    }
    QStringList journals() const
    {
        return formats::recordIds({m_dir->path(), environment().stateFolder + u"/transactions"_s}).value();
    }
    /// BONDWRIGHT_RECORD_BITS=all: each of them, instead of some by chance; BONDWRIGHT_SEED=n: by that one.
    static bool isLongRun() { return qEnvironmentVariable("BONDWRIGHT_RECORD_BITS") == u"all"; }
    static QList<qsizetype> bitsOf(const QByteArray &content, int some, bool mayBeAll = true)
    {
        QList<qsizetype> bits;
        if (isLongRun() && mayBeAll) {
            bits.resize(content.size() * 8);
            std::iota(bits.begin(), bits.end(), 0);
            return bits;
        }
        bool isGiven = false;
        const auto given = quint32(qEnvironmentVariableIntValue("BONDWRIGHT_SEED", &isGiven));
        const quint32 seed = isGiven ? given : QRandomGenerator::system()->generate() & 0x7fffffff;
        qInfo("BONDWRIGHT_SEED=%u", seed);
        QRandomGenerator random(seed);
        for (int i = 0; i < some; ++i)
            bits.append(random.bounded(int(content.size() * 8)));
        return bits;
    }
    static QByteArray withWrongBit(QByteArray content, qsizetype bit)
    {
        content[bit / 8] = char(content.at(bit / 8) ^ (1 << (bit % 8)));
        return content;
    }

    static QByteArray wholeOf(const RecordStore &store)
    {
        const auto record = store.load();
        return record && *record ? recordToJson(**record) + progressToJson(**record, 8000) : QByteArray("(none)");
    }
};

QTEST_GUILESS_MAIN(TestTransactorRecord)
#include "tst_transactor_record.moc"
