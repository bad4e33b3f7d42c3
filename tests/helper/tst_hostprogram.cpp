// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/system/hostprogram.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>
#include <optional>

#include <unistd.h>

using namespace bondwright;
using namespace bondwright::helper;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Programs of the host as children; as units of systemd they are run in the lab.
class TestHostProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (hasSystemd())
            QSKIP("systemd would be asked");
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_context = std::make_unique<QObject>();
        m_answer.reset();
    }

    void cleanup()
    {
        // What was given up is waited for all the same, and nothing is left of it.
        QTRY_VERIFY_WITH_TIMEOUT(children().isEmpty(), 30'000);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        for (const char *name : {"waits", "lives"}) {
            if (pidOf(name) > 0)
                ::kill(pidOf(name), SIGKILL);
        }
    }

    void answers_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("error"); // a part of it
        QTest::newRow("done") << u"true"_s << QStringList() << QString();
        QTest::newRow("failed") << u"sh"_s << QStringList{u"-c"_s, u"echo no bond on a Sunday; exit 3"_s}
                                << u"no bond on a Sunday"_s;
        QTest::newRow("not there") << u"no-such-program"_s << QStringList() << u"There is no no-such-program."_s;
    }

    void answers()
    {
        QFETCH(QString, program);
        QFETCH(QStringList, arguments);
        QFETCH(QString, error);
        runHostProgram(m_context.get(), program, arguments, [this](const Result<void> &done) { m_answer = done; });
        QTRY_VERIFY_WITH_TIMEOUT(m_answer, 30'000);
        QCOMPARE(m_answer->has_value(), error.isEmpty());
        if (!error.isEmpty()) {
            QCOMPARE(m_answer->error().code, u"helper.failed"_s);
            QVERIFY2(m_answer->error().message.contains(error), qPrintable(m_answer->error().message));
        }
    }

    /// An "ifup" that waits for a DHCP server, whose client is a process of its own. A client that has its lease lives on.
    void whatItWaitsForEndsWithIt()
    {
        start(5s);
        QTRY_VERIFY_WITH_TIMEOUT(m_answer, 30'000);
        QVERIFY(!*m_answer);
        QCOMPARE(m_answer->error().code, u"helper.timeout"_s);
        QVERIFY2(m_answer->error().message.contains(u"looking for a server"_s), qPrintable(m_answer->error().message));
        QTRY_VERIFY(!isRunning("waits"));
        QVERIFY(isRunning("lives"));
    }

    /// What is done next waits for it, and does not hold another process's for one.
    void whatIsLeftEnds()
    {
        QProcess other;
        other.start(u"sh"_s, {u"-c"_s, u"/usr/bin/timeout -k 5 90 sleep 600 & echo $!; wait"_s});
        QVERIFY(other.waitForReadyRead());
        const pid_t its = pid_t(other.readLine().trimmed().toInt());
        QVERIFY(its > 0);
        start(90s);
        const auto areGone = endLeftPrograms();
        QTRY_VERIFY_WITH_TIMEOUT(areGone(), 12'000);
        QVERIFY(!isRunning("waits"));
        QVERIFY(isRunning("lives"));
        QCOMPARE(::kill(its, SIGTERM), 0);
        QVERIFY(other.waitForFinished());
    }

    /// A step that is given up must not act beside the next one.
    void endsWithItsContext()
    {
        start(600s);
        m_context.reset();
        QTRY_VERIFY_WITH_TIMEOUT(!isRunning("waits"), 30'000);
        QVERIFY(isRunning("lives"));
        QVERIFY(!m_answer);
    }

private:
    static QByteArray children()
    {
        QFile file(u"/proc/self/task/%1/children"_s.arg(::getpid()));
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
    }

    void start(std::chrono::seconds limit)
    {
        const QString script = u"cd %1; echo looking for a server; "
                               "setsid sh -c 'echo $$ >lives; exec sleep 600 >/dev/null' & "
                               "sh -c 'echo $$ >waits; exec sleep 600'; echo over"_s.arg(m_folder->path());
        runHostProgramWithin(limit, m_context.get(), u"sh"_s, {u"-c"_s, script},
                             [this](const Result<void> &done) { m_answer = done; });
        QTRY_VERIFY_WITH_TIMEOUT(pidOf("waits") > 0 && pidOf("lives") > 0, 30'000);
    }

    pid_t pidOf(const char *name) const
    {
        QFile file(m_folder->filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::ReadOnly) ? pid_t(file.readAll().trimmed().toInt()) : 0;
    }

    bool isRunning(const char *name) const
    {
        QFile stat(u"/proc/%1/stat"_s.arg(pidOf(name)));
        return stat.open(QIODevice::ReadOnly) && !stat.readAll().contains(") Z "); // nor waited for by its parent
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QObject> m_context;
    std::optional<Result<void>> m_answer;
};

QTEST_GUILESS_MAIN(TestHostProgram)
#include "tst_hostprogram.moc"
