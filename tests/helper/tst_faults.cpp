// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

using Tree = QMap<QString, QByteArray>;

const QString folder = u"/etc/NetworkManager/system-connections/"_s;

} // namespace

/// Every system call by which a transaction writes is made to fail once, and to be the last one once, in a
/// real process under strace: the files are all old or all new afterwards, always.
class TestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(!QStandardPaths::findExecutable(u"strace"_s).isEmpty(), "the program strace is needed");
        fill();
        m_old = tree();
        QCOMPARE(run({}, u"apply"_s), 0);
        m_new = tree();
        QVERIFY(m_new != m_old);
    }

    void everyCall_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::newRow("killed") << u"signal=KILL"_s;
        // Which error it is makes no difference to the caller: they take turns.
        QTest::newRow("disk full, I/O error") << u"error="_s;
    }

    void everyCall()
    {
        QFETCH(QString, fault);
        const bool isKill = fault.startsWith(u"signal");
        int kept = 0;
        int rolledBack = 0;
        int calls = 0;
        for (const QString &name : {u"write"_s, u"fsync"_s, u"rename,renameat,renameat2"_s, u"unlink,unlinkat"_s,
                                    u"linkat"_s, u"mkdir,mkdirat"_s, u"fchmod"_s, u"fchown"_s, u"ftruncate"_s}) {
            for (int n = 1;; ++n) {
                fill();
                const QString deed = isKill ? fault : fault + (n % 2 ? u"ENOSPC"_s : u"EIO"_s);
                const QString trace = m_dir.filePath(u"trace"_s);
                QStringList wrapper{u"strace"_s, u"-qq"_s, u"-o"_s, trace, u"-e"_s, u"trace="_s + name};
                wrapper << u"-e"_s << u"inject=%1:%2:when=%3"_s.arg(name, deed).arg(n);
                if (!isKill) // it would come too late where the kernel filters the calls
                    wrapper << u"-f"_s << u"--seccomp-bpf"_s;
                const int status = run(wrapper, u"apply"_s);
                QFile file(trace);
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QByteArray text = file.readAll();
                const bool happened = isKill ? text.contains("killed by SIGKILL") : text.contains("(INJECTED)");
                const QByteArray where = (name + u" %1, "_s.arg(n)).toUtf8() + m_output;
                if (!happened) {
                    QVERIFY2(status == 0, where.constData());
                    break;
                }
                ++calls;
                // An error is dealt with by the process itself; what cannot be dealt with, by the next one.
                if (!isKill && status != 0)
                    QVERIFY2(whatIsRead() == m_old && !m_output.trimmed().isEmpty(), where.constData());
                if (!isKill && status == 0)
                    QVERIFY2(whatIsRead() == m_new, where.constData());
                const Tree before = whatIsRead();
                if (isKill || hasLeftSomething())
                    QVERIFY2(QList({0, 4}).contains(run({}, u"resume"_s)), (where + m_output).constData());
                QVERIFY2(tree() == m_old || tree() == m_new, where.constData());
                if (!isKill)
                    QVERIFY2(tree() == before, where.constData());
                QVERIFY2(!hasLeftSomething(), where.constData());
                (tree() == m_new ? kept : rolledBack) += 1;
            }
        }
        qInfo("%s: %d calls, kept %d, rolled back %d", qPrintable(fault), calls, kept, rolledBack);
        QVERIFY(calls > 40 && rolledBack > 20 && kept > 0);
    }

private:
    QString root() const { return m_dir.filePath(u"root"_s); }

    void fill()
    {
        QDir(root()).removeRecursively();
        QVERIFY(QDir().mkpath(root() + folder));
        for (const char *nic : {"eth0", "eth1", "eth2", "other"}) {
            QFile file(root() + folder + QString::fromLatin1(nic) + u".nmconnection"_s);
            QVERIFY(file.open(QIODevice::WriteOnly));
            QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
            file.write(QByteArray("old ") + nic + "\n");
        }
    }

    /// Names and contents, hidden files too: nothing may be left over either.
    Tree tree() const
    {
        Tree found;
        for (const QFileInfo &info : QDir(root() + folder).entryInfoList(QDir::Files | QDir::Hidden | QDir::System)) {
            QFile file(info.filePath());
            if (file.open(QIODevice::ReadOnly))
                found.insert(info.fileName(), file.readAll());
        }
        return found;
    }

    /// Without a transaction's spare files beside its targets, which are not read, and which the next start removes.
    Tree whatIsRead() const
    {
        Tree found = tree();
        found.removeIf([](const auto &file) { return file.key().startsWith(u".bondwright-"); });
        return found;
    }

    /// A record, or a folder of a transaction: a process that has dealt with everything leaves none.
    bool hasLeftSomething() const
    {
        const QString state = root() + u"/var/lib/bondwright/"_s;
        return QFile::exists(state + u"transaction.json"_s) || QFile::exists(state + u"transaction.copy"_s)
            || !QDir(state + u"transactions"_s).entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot).isEmpty();
    }

    int run(QStringList command, const QString &verb)
    {
        command << QStringLiteral(FAULTDRIVER) << root() << verb;
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(command.takeFirst(), command);
        if (!process.waitForFinished(120'000)) {
            process.kill();
            process.waitForFinished();
            return -2;
        }
        m_output = process.readAll();
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }

    QTemporaryDir m_dir;
    Tree m_old;
    Tree m_new;
    QByteArray m_output;
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
