// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/bundle/bundletalk.h"

#include <QTest>

using namespace bondwright;
using namespace bondwright::host;
using namespace Qt::StringLiterals;

/// What a host that has nothing but the script answers.
class TestBundleTalk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void diffsAreRead_data();
    void diffsAreRead();
    void statesAreRead();
};

void TestBundleTalk::diffsAreRead_data()
{
    QTest::addColumn<QByteArray>("shown");
    QTest::addColumn<QStringList>("paths"); ///< "+" new, "-" deleted, "~" changed
    QTest::newRow("nothing") << QByteArray() << QStringList{};
    QTest::newRow("one of each") << QByteArray(
        "--- /dev/null\n+++ /a\n@@ -0,0 +1 @@\n+x\n--- /b\n+++ /dev/null\n@@ -1 +0,0 "
        "@@\n-x\n--- /c\n+++ /c\n@@ -1 +1 @@\n-x\n+y\n")
                                 << QStringList{u"+/a"_s, u"-/b"_s, u"~/c"_s};
    QTest::newRow("lines that look like a beginning")
        << QByteArray("--- /a\n+++ /a\n@@ -1,2 +1,2 @@\n--- /b\n-x\n+++ /c\n+y\n") << QStringList{u"~/a"_s};
    QTest::newRow("no end of line") << QByteArray("--- /a\n+++ /a\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+x\n")
                                    << QStringList{u"~/a"_s};
    QTest::newRow("junk") << QByteArray("+++ \n@@ -9,99999999999 @@\n--- \nhello\n") << QStringList{u"~"_s};
}

void TestBundleTalk::diffsAreRead()
{
    QFETCH(QByteArray, shown);
    QFETCH(QStringList, paths);
    QStringList seen;
    for (const helper::FileDiff &file : readDiffs(shown))
        seen.append((file.removed ? u"-"_s : file.existed ? u"~"_s : u"+"_s) + file.path);
    QCOMPARE(seen, paths);
}

void TestBundleTalk::statesAreRead()
{
    const auto all = readStatus("bond bond0\nname: r1\nstate: waiting\nseconds left: 42\nbondwright: bond0 is up.\n"
                                "Ethernet Channel Bonding Driver: v3.7.1\n"
                                "bond bond1\nname: r2\nstate: rolled-back\nbondwright: 192.0.2.1 does not answer\n"
                                "bond bond2\nstate: none\nend\n");
    QVERIFY(all);
    QCOMPARE(all->size(), 3);
    QCOMPARE(all->at(0).state, u"waiting"_s);
    QCOMPARE(all->at(0).secondsLeft, 42);
    QCOMPARE(all->at(0).said, u"bond0 is up."_s);
    QCOMPARE(all->at(1).said, u"192.0.2.1 does not answer"_s);
    QCOMPARE(stateOf(all->at(1)), helper::TransactionState::RolledBack);
    QCOMPARE(stateOf(all->at(2)), helper::TransactionState::None);
    QVERIFY(!readStatus("bond bond0\nname: r1\nstate: waiting\n")); // cut off
    QVERIFY(!readLook("Welcome!\nend\n"));
}

QTEST_GUILESS_MAIN(TestBundleTalk)
#include "tst_bundletalk.moc"
