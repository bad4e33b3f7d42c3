// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollout/rolloutrun.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace bondwright;
using namespace bondwright::rollout;
using namespace Qt::StringLiterals;

namespace
{

/// An ansible-playbook that comes first on PATH as long as it lives.
struct StandIn {
    explicit StandIn(const QByteArray &script)
    {
        QFile file(folder.filePath(u"ansible-playbook"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write(script);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv("PATH", folder.path().toLocal8Bit() + ':' + path);
    }
    ~StandIn() { qputenv("PATH", path); }

    QTemporaryDir folder;
    QByteArray path = qgetenv("PATH");
};

} // namespace

/// How a run goes with whatever Ansible says and however it ends.
class TestRolloutRun : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRunEndsOnce();
    void howAnsibleEnds_data();
    void howAnsibleEnds();
    void aHostThatIsBeingChangedWhenAnsibleIsKilled();
    void aRefusalToEnd();
    void hostsNotMarkedAreRefused_data();
    void hostsNotMarkedAreRefused();
    void aLineThatIsTooLongEndsIt();
};

void TestRolloutRun::howAnsibleEnds_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<bool>("hasSucceeded");
    QTest::addColumn<QString>("trouble");
    const QByteArray all = R"(#!/bin/sh
echo '{"type":"play","hosts":["a"],"batch":["a"]}'
echo '{"type":"result","host":"a","outcome":"ok","action":"bondwright.bond.bond","result":{"changed":false}}'
)";
    const QByteArray stats = R"(printf '{"type":"stats"}')";
    QTest::newRow("well, without an end of the last line") << all + stats << true << QString();
    QTest::newRow("with an error after all") << all + stats + "; echo; echo 'ERROR! locked' >&2; exit 250\n"
                                             << false << u"ERROR! locked"_s;
    QTest::newRow("without a word") << QByteArray("#!/bin/sh\nexit 3\n") << false
                                    << u"Ansible ended with status 3 before the roll-out was over."_s;
    QTest::newRow("killed") << all + "kill -9 $$\n"
                            << false << u"Ansible was ended by a signal before the roll-out was over."_s;
    QTest::newRow("its interpreter is not there")
        << QByteArray("#!/nowhere/python3\n") << false << u"ansible-playbook cannot be started:"_s;
    // Ansible takes JSON here, or words that a blank ends.
    QTest::newRow("where to stop is one word")
        << all + "case $5 in '{\"bondwright_stop_file\":\"'*'/stop\"}') ;; *) echo \"$5\" >&2; exit 1 ;; esac\n" + stats
        << true << QString();
}

void TestRolloutRun::howAnsibleEnds()
{
    QFETCH(QByteArray, script);
    QFETCH(QString, trouble);
    const StandIn ansible(script);
    Invocation invocation;
    invocation.inventory = u"rack.ini"_s;
    RolloutRun run({}, invocation);
    QSignalSpy finished(&run, &RolloutRun::finished);
    QVERIFY(run.start());
    QVERIFY(finished.wait());
    QTEST(run.hasSucceeded(), "hasSucceeded");
    QVERIFY2(run.trouble().startsWith(trouble) && run.trouble().isEmpty() == trouble.isEmpty(),
             qPrintable(run.trouble()));
    QTest::qWait(50);
    QCOMPARE(finished.size(), 1);
}

void TestRolloutRun::aHostThatIsBeingChangedWhenAnsibleIsKilled()
{
    const StandIn ansible(
        "#!/bin/sh\necho '{\"type\":\"play\",\"hosts\":[\"a\",\"b\"],\"batch\":[\"a\"]}'\n"
        "echo '{\"type\":\"state\",\"host\":\"a\",\"state\":\"admitted\",\"result\":{}}'\nkill -9 $$\n");
    RolloutRun run({}, {});
    QSignalSpy finished(&run, &RolloutRun::finished);
    QVERIFY(run.start());
    QVERIFY(finished.wait());
    QVERIFY(run.progress().hosts().first().isLost && !run.progress().hosts().last().isLost);
}

void TestRolloutRun::aRefusalToEnd()
{
    const StandIn ansible("#!/bin/sh\ntrap '' TERM\necho '{\"type\":\"task\",\"name\":\"x\"}'\n"
                          "while :; do sleep 0.1; done\n");
    Invocation invocation;
    invocation.inventory = u"rack.ini"_s;
    RolloutRun run({}, invocation);
    QSignalSpy changed(&run, &RolloutRun::changed);
    QSignalSpy finished(&run, &RolloutRun::finished);
    QVERIFY(run.start());
    QVERIFY(changed.wait());
    run.abort();
    QVERIFY(!finished.wait(300));
    run.abort();
    QVERIFY(finished.wait());
}

void TestRolloutRun::hostsNotMarkedAreRefused_data()
{
    QTest::addColumn<QStringList>("marked");
    QTest::addColumn<QString>("refused");
    QTest::newRow("all marked") << QStringList{u"db1"_s, u"db2"_s} << QString();
    QTest::newRow("one more is marked") << QStringList{u"db2"_s, u"db1"_s, u"web"_s} << QString();
    QTest::newRow("nothing is marked") << QStringList() << QString();
    QTest::newRow("a group with more hosts") << QStringList{u"db1"_s} << u"db2"_s;
    QTest::newRow("a group with as many hosts") << QStringList{u"db1"_s, u"web"_s} << u"db2"_s;
    QTest::newRow("a group with fewer hosts") << QStringList{u"a"_s, u"b"_s, u"web"_s} << u"db1, db2"_s;
}

void TestRolloutRun::hostsNotMarkedAreRefused()
{
    QFETCH(QString, refused);
    const StandIn ansible("#!/bin/sh\necho '{\"type\":\"play\",\"hosts\":[\"db1\",\"db2\"],\"batch\":[\"db1\"]}'\n");
    Invocation invocation;
    invocation.inventory = u"rack.ini"_s;
    QFETCH(QStringList, marked);
    invocation.hosts = marked;
    invocation.becomePassword = u"closes the channel"_s;
    RolloutRun run({}, invocation);
    QSignalSpy finished(&run, &RolloutRun::finished);
    QVERIFY(run.start());
    QVERIFY(finished.wait());
    QCOMPARE(run.isStopping(), !refused.isEmpty());
    QCOMPARE(run.trouble().contains(u"not marked: %1."_s.arg(refused)), !refused.isEmpty());
}

/// Its end, which comes alone, is no line.
void TestRolloutRun::aLineThatIsTooLongEndsIt()
{
    const StandIn ansible("#!/bin/sh\nhead -c 5000000 /dev/zero\nsleep 0.5\n"
                          "echo '{\"type\":\"play\",\"hosts\":[\"db1\"],\"batch\":[\"db1\"]}'\n"
                          "echo '{\"type\":\"stats\"}'\n");
    Invocation invocation;
    invocation.inventory = u"rack.ini"_s;
    RolloutRun run({}, invocation);
    QSignalSpy finished(&run, &RolloutRun::finished);
    QVERIFY(run.start());
    QVERIFY(finished.wait());
    QVERIFY(run.isStopping() && !run.hasSucceeded());
    QVERIFY(run.progress().hosts().isEmpty());
    QVERIFY2(run.trouble().endsWith(u"too long to be read."), qPrintable(run.trouble().right(200)));
}

/// Lines that wait for the window's next turn when Ansible ends.
void TestRolloutRun::aRunEndsOnce()
{
    const StandIn ansible("#!/bin/sh\necho '{\"type\":\"play\",\"hosts\":[\"a\"]}'\n"
                          "echo '{\"type\":\"task\",\"name\":\"x\"}'\necho '{\"type\":\"stats\"}'\n");
    RolloutRun run({}, {});
    int lines = 0;
    connect(&run, &RolloutRun::changed, this, [&lines] {
        if (++lines == 1)
            QThread::msleep(300); // a window that paints
    });
    QSignalSpy finished(&run, &RolloutRun::finished);
    QVERIFY(run.start());
    QVERIFY(finished.wait());
    QCOMPARE(lines, 3);
    QTest::qWait(100);
    QCOMPARE(finished.size(), 1);
}

QTEST_GUILESS_MAIN(TestRolloutRun)
#include "tst_rolloutrun.moc"
