// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/modprobe/modprobefile.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace bondwright::formats;
using namespace Qt::StringLiterals;

class TestModprobeFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEverythingElse()
    {
        const QByteArray text = "# drivers\nalias eth0 e1000\noptions e1000 \\\n  debug=1\n\n"
                                "install foo /sbin/modprobe --ignore-install foo; /bin/true\nalias bond0 bonding\n";
        ModprobeFile file(text);
        QCOMPARE(file.toBytes(), text);
        QCOMPARE(file.aliasesOf("bonding"), QByteArrayList{"bond0"});
        QVERIFY(file.addAlias("bond0", "bonding"));
        QCOMPARE(file.toBytes(), text);
        QVERIFY(file.addAlias("bond1", "bonding"));
        QCOMPARE(file.toBytes(), text + "alias bond1 bonding\n");
        file.removeAlias("bond1");
        QCOMPARE(file.toBytes(), text);
        QCOMPARE(file.options("e1000"), QByteArrayList{"debug=1"});
        file.removeOptions("e1000");
        QVERIFY(!file.toBytes().contains("debug"));
    }

    void addsToAnyEnding_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("empty") << QByteArray() << QByteArray("alias bond0 bonding\n");
        QTest::newRow("no newline") << QByteArray("alias eth0 e1000")
                                    << QByteArray("alias eth0 e1000\nalias bond0 bonding\n");
        QTest::newRow("ends continued") << QByteArray("options x \\\n")
                                        << QByteArray("options x \\\n\nalias bond0 bonding\n");
        QTest::newRow("commented out") << QByteArray("#alias bond0 bonding\n")
                                       << QByteArray("#alias bond0 bonding\nalias bond0 bonding\n");
        QTest::newRow("other blanks") << QByteArray("alias\t bond0   bonding\n")
                                      << QByteArray("alias\t bond0   bonding\n");
    }
    void addsToAnyEnding()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, after);
        ModprobeFile file(text);
        QVERIFY(file.addAlias("bond0", "bonding"));
        QCOMPARE(file.toBytes(), after);
    }

    void refusesNames_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name : {"", "bond0\ninstall bonding /bin/sh", "bond0 ", "b;reboot", "bond0\\", "$(id)",
                                 "toolongforaninterface", "*"})
            QTest::newRow(name) << QByteArray(name);
    }
    void refusesNames()
    {
        QFETCH(QByteArray, name);
        ModprobeFile file("alias eth0 e1000\n");
        QVERIFY(!file.addAlias(name, "bonding"));
        QCOMPARE(file.toBytes(), QByteArray("alias eth0 e1000\n"));
    }

    void seesOverrides()
    {
        QVERIFY(ModprobeFile("install bonding /bin/false\n").isOverridden("bonding"));
        QVERIFY(ModprobeFile("blacklist bonding\n").isOverridden("bonding"));
        QVERIFY(!ModprobeFile("# install bonding /bin/false\n").isOverridden("bonding"));
    }

    void realModprobeAgrees()
    {
        const QTemporaryDir folder;
        QFile out(folder.filePath(u"bonding.conf"_s));
        ModprobeFile file("options bond0 miimon=100 \\\n mode=1\n");
        file.addAlias("bond0", "bonding");
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(file.toBytes());
        out.close();
        QProcess modprobe;
        modprobe.start(u"/sbin/modprobe"_s, {u"-c"_s, u"-C"_s, folder.path()});
        QVERIFY2(modprobe.waitForFinished(), "needs modprobe (package kmod)");
        QByteArrayList lines;
        for (const QByteArray &line : modprobe.readAllStandardOutput().split('\n')) {
            if (line.contains("bond0"))
                lines.append(line.simplified());
        }
        QCOMPARE(lines, (QByteArrayList{"alias bond0 bonding", "options bond0 miimon=100 mode=1"}));
        QCOMPARE(ModprobeFile(file.toBytes()).options("bond0"), (QByteArrayList{"miimon=100", "mode=1"}));
    }
};

QTEST_GUILESS_MAIN(TestModprobeFile)
#include "tst_modprobefile.moc"
