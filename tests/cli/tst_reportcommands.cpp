// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/reportarchive.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace bondwright;
using namespace Qt::StringLiterals;

/// What was collected on another host: as files, folders and archives.
class TestReportCommands : public QObject
{
    Q_OBJECT

private:
    struct Answer {
        int status = -1;
        QString out;
        QString err;
    };
    static Answer bondctl(const QStringList &arguments, const QByteArray &input = {})
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        process.setProcessEnvironment(environment);
        process.start(QCoreApplication::applicationDirPath() + u"/../bin/bondctl"_s, arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(30'000))
            return {};
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    void put(const QString &name, const QByteArray &text)
    {
        QVERIFY(QDir().mkpath(path(name).section(u'/', 0, -2)));
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    static QByteArray proc(const QString &name)
    {
        QFile file(QFINDTESTDATA("../kernel/data/proc/") + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void tar(const QString &name, const QString &options, const QStringList &more = {})
    {
        QCOMPARE(QProcess::execute(u"tar"_s,
                                   QStringList{u"-C"_s, m_folder.path()} + more
                                       + QStringList{options, path(name), u"report"_s}),
                 0);
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        put(u"report/proc/net/bonding/bond0"_s, proc(u"7.2-mode1-arp.txt"_s));
        put(u"report/proc/net/bonding/bond1"_s, proc(u"6.1-mode4-root.txt"_s));
        put(u"report/sos_commands/kernel/dmesg"_s,
            "[    1.000000] bond0: (slave eth1): link status definitely down, disabling slave\n"
            "[    2.500000] bonding: bond0: what a day\n");
        put(u"report/etc/sysconfig/network-scripts/ifcfg-bond0"_s,
            "DEVICE=bond0\nTYPE=Bond\nONBOOT=yes\nBONDING_OPTS='mode=1 miimon=100'\n");
        put(u"report/etc/sysconfig/network-scripts/ifcfg-eth0"_s, "DEVICE=eth0\nMASTER=bond0\nSLAVE=yes\nONBOOT=yes\n");
        put(u"flat/one"_s, proc(u"2.6.1-mode1.txt"_s));
        put(u"flat/notes.txt"_s, "ask Li about the cable\n");
        put(u"scripts/network-scripts/ifcfg-bond7"_s, "DEVICE=bond7\nTYPE=Bond\nBONDING_OPTS='mode=1 miimon=100'\n");
        tar(u"report.tar"_s, u"-cf"_s);
        tar(u"report.tar.gz"_s, u"-czf"_s);
        tar(u"report.tar.xz"_s, u"-cJf"_s);
        tar(u"outside.tar"_s, u"-cf"_s, {u"-P"_s, u"--transform=s,^,../../,"_s});
    }

    void showsBonds_data()
    {
        QTest::addColumn<QStringList>("sources");
        QTest::addColumn<QStringList>("bonds");
        const QStringList both{u"bond0"_s, u"bond1"_s};
        for (const char *archive :
             {"report.tar", "report.tar.gz", "report.tar.xz", "report", "report/proc/net/bonding"})
            QTest::newRow(archive) << QStringList{path(QString::fromLatin1(archive))} << both;
        QTest::newRow("two files") << QStringList{path(u"report/proc/net/bonding/bond1"_s), path(u"flat/one"_s)}
                                   << QStringList{u"bond1"_s, u"one"_s};
        QTest::newRow("folder with other files") << QStringList{path(u"flat"_s)} << QStringList{u"one"_s};
        QTest::newRow("one of an archive") << QStringList{path(u"report.tar"_s), u"bond1"_s} << QStringList{u"bond1"_s};
        QTest::newRow("the same twice") << QStringList{path(u"report.tar"_s), path(u"report/proc/net/bonding/bond0"_s)}
                                        << QStringList{u"bond0"_s, u"bond1"_s, u"bond0#2"_s};
    }
    void showsBonds()
    {
        QFETCH(QStringList, sources);
        const Answer answer = bondctl(QStringList{u"show"_s, u"--json"_s, u"--proc"_s} + sources);
        QVERIFY2(answer.status == 0, qPrintable(answer.err));
        const QJsonDocument json = QJsonDocument::fromJson(answer.out.toUtf8());
        QStringList bonds;
        if (json.isObject())
            bonds.append(json.object().value(u"name"_s).toString());
        for (const QJsonValue &bond : json.array())
            bonds.append(bond.toObject().value(u"name"_s).toString());
        QTEST(bonds, "bonds");
    }

    void showsStandardInputAndUnknownLines()
    {
        const Answer answer = bondctl({u"show"_s, u"--proc"_s, u"-"_s}, proc(u"7.2-mode1-arp.txt"_s));
        QCOMPARE(answer.status, 0);
        QVERIFY(answer.out.contains(u"active-backup (1)"_s));
        QVERIFY2(answer.out.contains(u"not understood:\n    Something Of Tomorrow: 7"_s), qPrintable(answer.out));
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("words");
        QTest::newRow("no bond in it") << QStringList{u"show"_s, u"--proc"_s, path(u"report/etc"_s)}
                                       << u"holds no copy of /proc/net/bonding"_s;
        QTest::newRow("archive that leads elsewhere")
            << QStringList{u"show"_s, u"--proc"_s, path(u"outside.tar"_s)} << u"holds no copy"_s;
        QTest::newRow("no such bond") << QStringList{u"show"_s, u"--proc"_s, path(u"report"_s), u"bond9"_s}
                                      << u"bond9"_s;
        QTest::newRow("no such file") << QStringList{u"show"_s, u"--proc"_s, path(u"nothing"_s)} << u"nothing"_s;
        QTest::newRow("no log") << QStringList{u"events"_s, u"--file"_s, path(u"flat/one"_s)}
                                << u"no log of a kernel"_s;
        QTest::newRow("report without logs")
            << QStringList{u"events"_s, u"--file"_s, path(u"flat"_s)} << u"holds no log"_s;
        QTest::newRow("not an archive") << QStringList{u"read"_s, u"--root"_s, path(u"flat/one"_s)}
                                        << u"cannot be read"_s;
    }
    void refuses()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, words);
        const Answer answer = bondctl(arguments);
        QCOMPARE(answer.status, 1);
        QVERIFY2(answer.err.contains(words), qPrintable(answer.err));
    }

    void showsEvents_data()
    {
        QTest::addColumn<QString>("source");
        for (const char *source : {"report.tar.xz", "report", "report/sos_commands/kernel/dmesg"})
            QTest::newRow(source) << QString::fromLatin1(source);
    }
    void showsEvents()
    {
        QFETCH(QString, source);
        const Answer answer = bondctl({u"events"_s, u"--file"_s, path(source)});
        QVERIFY2(answer.status == 0, qPrintable(answer.err));
        QVERIFY2(answer.out.startsWith(u"[    1.000000]"_s) && answer.out.contains(u"eth1"_s), qPrintable(answer.out));
        QVERIFY2(answer.err.contains(u"what a day"_s), qPrintable(answer.err));
        const Answer json = bondctl({u"events"_s, u"--json"_s, u"--file"_s, path(source)});
        QVERIFY(QJsonDocument::fromJson(json.out.toUtf8()).object().value(u"time"_s).isNull());
    }

    /// The lines of /var/log/messages name no year: the file's own time does, however old or new the report's is.
    void eventsAreOfTheYearOfTheirFile_data()
    {
        QTest::addColumn<QString>("source");
        QTest::newRow("archive") << u"old.tar.gz"_s;
        QTest::newRow("folder") << u"old"_s;
    }
    void eventsAreOfTheYearOfTheirFile()
    {
        QFETCH(QString, source);
        put(u"old/var/log/messages"_s,
            "Dec 31 12:00:00 web1 kernel: bond0: (slave eth1): link status definitely down, disabling slave\n");
        QFile messages(path(u"old/var/log/messages"_s));
        QVERIFY(messages.open(QIODevice::ReadWrite));
        QVERIFY(messages.setFileTime(QDateTime(QDate(2024, 1, 2), QTime(12, 0)), QFileDevice::FileModificationTime));
        messages.close();
        QCOMPARE(QProcess::execute(
                     u"tar"_s, {u"-C"_s, m_folder.path(), u"-czf"_s, path(u"old.tar.gz"_s), u"old/var/log/messages"_s}),
                 0);
        const Answer answer = bondctl({u"events"_s, u"--file"_s, path(source)});
        QVERIFY2(answer.out.startsWith(u"2023-12-31 12:00:00"_s), qPrintable(answer.out + answer.err));
    }

    /// Two hundred bytes that stand for a tebibyte of zeros.
    void archiveOfAHoleIsRefused()
    {
        put(u"hole/var/log/messages"_s, "Dec 31 12:00:00 web1 kernel: bond0: x\n");
        QVERIFY(QFile::resize(path(u"hole/var/log/messages"_s), Q_INT64_C(1) << 40));
        QCOMPARE(QProcess::execute(u"tar"_s, {u"-C"_s, m_folder.path(), u"-Sczf"_s, path(u"hole.tar.gz"_s), u"hole"_s}),
                 0);
        QVERIFY(QFile::remove(path(u"hole/var/log/messages"_s)));
        const Answer answer = bondctl({u"events"_s, u"--file"_s, path(u"hole.tar.gz"_s)});
        QCOMPARE(answer.status, 1);
        QVERIFY2(answer.err.contains(u"hole.tar.gz"), qPrintable(answer.err));
    }

    /// sos keeps the journal whole and boot by boot, Debian the kernel's lines in two files, and dmesg comes with and
    /// without a clock: each event is told once, and two of one second are two.
    void eventsOfSeveralFilesAreToldOnce_data()
    {
        QTest::addColumn<QStringList>("files");
        const QString logs = u"/sos_commands/logs/journalctl_--no-pager"_s;
        QTest::newRow("journal") << QStringList{logs, logs + u"_--boot"_s};
        QTest::newRow("syslog") << QStringList{u"/var/log/kern.log"_s, u"/var/log/syslog"_s};
        QTest::newRow("dmesg") << QStringList{u"/sos_commands/kernel/dmesg"_s, u"/sos_commands/kernel/dmesg_-T"_s};
    }
    void eventsOfSeveralFilesAreToldOnce()
    {
        QFETCH(QStringList, files);
        const QString root = u"several/"_s + QString::fromLatin1(QTest::currentDataTag());
        for (const QString &file : files) {
            const bool counts = file.endsWith(u"dmesg");
            const QByteArray prefix = counts ? "[   12.500000] "
                : file.endsWith(u"-T")       ? "[Sat Nov 28 05:49:12 2026] "
                                             : "Nov 28 05:49:12 web1 kernel: ";
            put(root + file,
                prefix + "bond0: (slave eth1): link status definitely down, disabling slave\n" + prefix
                    + "bond0: (slave eth1): link status definitely up, 1000 Mbps full duplex\n" + prefix
                    + "bond0: (slave eth1): link status definitely down, disabling slave\n" + prefix
                    + "bond0: (slave eth1): danced\n");
        }
        const Answer answer = bondctl({u"events"_s, u"--file"_s, path(root)});
        QVERIFY2(answer.out.count(u'\n') == 3, qPrintable(answer.out + answer.err));
        QVERIFY2(answer.err.count(u"danced"_s) == 1, qPrintable(answer.err));
        QVERIFY2(!answer.out.contains(u"12.5"_s), qPrintable(answer.out));
    }

    /// Of a log that is longer than what is read the end counts: that is what the report was made for.
    void theEndOfALongLogIsRead_data()
    {
        QTest::addColumn<QString>("source");
        QTest::newRow("archive") << u"long.tar.gz"_s;
        QTest::newRow("folder") << u"long"_s;
    }
    void theEndOfALongLogIsRead()
    {
        QFETCH(QString, source);
        const QByteArray other = "Nov 28 05:49:12 web1 systemd[1]: " + QByteArray(1000, 'x') + '\n';
        const QByteArray down = "kernel: bond0: (slave eth1): link status definitely down, disabling slave\n";
        put(u"long/var/log/messages"_s,
            "Nov 27 01:00:00 web1 " + down + other.repeated(report::maxReportFileBytes / other.size() + 1)
                + "Nov 28 06:00:00 web1 " + down);
        QCOMPARE(
            QProcess::execute(u"tar"_s, {u"-C"_s, m_folder.path(), u"-czf"_s, path(u"long.tar.gz"_s), u"long/var"_s}),
            0);
        const Answer answer = bondctl({u"events"_s, u"--file"_s, path(source)});
        QVERIFY2(answer.out.count(u'\n') == 1 && answer.out.contains(u"06:00:00"_s), qPrintable(answer.out));
        QVERIFY2(answer.err.contains(u"oldest part was not read"_s), qPrintable(answer.err));
    }

    void readsConfiguration_data()
    {
        QTest::addColumn<QString>("root");
        QTest::addColumn<QString>("bond");
        for (const char *root :
             {"report", "report.tar.gz", "report/etc", "report/etc/sysconfig", "report/etc/sysconfig/network-scripts"})
            QTest::newRow(root) << QString::fromLatin1(root) << u"bond0"_s;
        QTest::newRow("folder of a report") << QString() << u"bond0"_s;
        QTest::newRow("scripts alone") << u"scripts/network-scripts"_s << u"bond7"_s;
    }
    void readsConfiguration()
    {
        QFETCH(QString, root);
        const Answer answer = bondctl({u"read"_s, u"--json"_s, u"--root"_s, path(root)});
        QVERIFY2(answer.status == 0, qPrintable(answer.err));
        const QJsonArray plans = QJsonDocument::fromJson(answer.out.toUtf8()).array();
        QVERIFY2(plans.size() == 1, qPrintable(answer.err));
        QTEST(plans.first().toObject().value(u"name"_s).toString(), "bond");
        // Without --json it is the plan itself, to be saved or checked.
        const Answer plan = bondctl({u"read"_s, u"--root"_s, path(root)});
        QTEST(QJsonDocument::fromJson(plan.out.toUtf8()).object().value(u"name"_s).toString(), "bond");
    }
    void saysWhereToPoint()
    {
        const Answer answer = bondctl({u"read"_s, u"--root"_s, path(u"report/proc"_s)});
        QVERIFY2(answer.err.contains(u"point --root at"_s), qPrintable(answer.err));
    }

    void hostPaths()
    {
        QCOMPARE(report::hostPath(u"./report/proc/net/bonding/bond0"_s), u"/proc/net/bonding/bond0"_s);
        QCOMPARE(report::hostPath(u"etc/hosts"_s), u"/etc/hosts"_s);
        QCOMPARE(report::hostPath(u"/a/b/etc/hosts"_s), u"/etc/hosts"_s);
        QCOMPARE(report::hostPath(u"report/../../etc/shadow"_s), QString());
        QCOMPARE(report::hostPath(QString()), QString());
    }
};

QTEST_GUILESS_MAIN(TestReportCommands)
#include "tst_reportcommands.moc"
