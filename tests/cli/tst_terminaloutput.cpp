// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "terminal.h"
#include "tests/formats/scratchroot.h"

#include <QTest>

using namespace bondwright::cli;
using namespace bondwright::cli::test;
using namespace Qt::StringLiterals;

/// What reaches a terminal cannot steer it.
class TestTerminalOutput : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hostileFileInADiff();
};

void TestTerminalOutput::hostileFileInADiff()
{
    ScratchRoot root;
    QVERIFY(root.write(u"/plan.json"_s,
                       R"({"version":1,"name":"bond0","mode":"active-backup","options":{"miimon":"100"},)"
                       R"("slaves":[{"name":"eth0"},{"name":"eth1"}],"ipv4":{"method":"auto"}})"));
    QVERIFY(
        root.write(u"/etc/sysconfig/network-scripts/ifcfg-bond0"_s,
                   "# \x1b]0;owned\x07\x1b[1A\x1b[2K\nDEVICE=bond0\nBONDING_OPTS=\"mode=1 miimon=50\"\nONBOOT=yes\n"));
    const QStringList line{QStringLiteral(BONDCTL),
                           u"--lang"_s,
                           u"en"_s,
                           u"render"_s,
                           root.path() + u"/plan.json"_s,
                           u"--format"_s,
                           u"ifcfg"_s,
                           u"--rhel"_s,
                           u"6"_s,
                           u"--root"_s,
                           root.path(),
                           u"--diff"_s};
    Terminal terminal(line, 0);
    QVERIFY2(terminal.waitFor(u"+BONDING_OPTS"_s, 30), terminal.raw().constData());
    QCOMPARE(terminal.exitStatus(30), 0);
    QVERIFY2(terminal.raw().contains("]0;owned") && !terminal.raw().contains('\x1b'), terminal.raw().constData());
}

QTEST_GUILESS_MAIN(TestTerminalOutput)
#include "tst_terminaloutput.moc"
