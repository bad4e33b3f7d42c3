// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/terminaldevice.h"
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
    void controls_data();
    void controls();
    void hostileFileInADiff();
};

void TestTerminalOutput::controls_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("clean");
    const auto row = [](const char *name, const QByteArray &text, const QByteArray &clean) {
        QTest::newRow(name) << text << clean;
    };
    row("plain", "a\tb\n", "a\tb\n");
    row("Chinese", "网卡…\n", "网卡…\n");
    row("escape", "\x1b[2J", "\xef\xbf\xbd[2J");
    row("return", "safe\rbad",
        "safe\xef\xbf\xbd"
        "bad");
    row("bell, backspace, delete", "\a\b\x7f", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
    row("C1 in UTF-8",
        "a\xc2\x9b"
        "2J",
        "a\xef\xbf\xbd"
        "2J");
    row("not C1", "\xc2\xa0\xc3\x9b", "\xc2\xa0\xc3\x9b");
    row("cut off", "a\xc2", "a\xc2");
    row("nul", QByteArray("a\0b", 3),
        "a\xef\xbf\xbd"
        "b");
}

void TestTerminalOutput::controls()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, clean);
    QCOMPARE(TerminalDevice::withoutControls(text), clean);
}

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
