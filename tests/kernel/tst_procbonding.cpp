// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/health.h"
#include "kernel/proc/procsnapshot.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace bondwright;
using namespace bondwright::kernel;
using namespace Qt::StringLiterals;

class TestProcBonding : public QObject
{
    Q_OBJECT
private:
    static QString folder() { return QFINDTESTDATA("data/proc"); }
    static QByteArray textOf(const QString &name)
    {
        QFile file(folder() + u'/' + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static ProcBond bondOf(const QString &name) { return parseProcBonding(textOf(name)).value_or(ProcBond()); }

private Q_SLOTS:
    /// What somebody sends can be judged like a bond of this host.
    void becomesASnapshot()
    {
        const Snapshot lacp = snapshotOf(bondOf(u"6.1-mode4-root.txt"_s), u"bond7"_s);
        const BondState *bond = lacp.bondByName(u"bond7");
        QVERIFY(bond && bond->slaves.size() == 2);
        QCOMPARE(lacp.nics.value(bond->slaves.first().ifindex).speedMbps, std::optional<quint32>(10000));
        QCOMPARE(judge(*bond, lacp).verdict, Verdict::LacpNotNegotiated);
        const Snapshot backup = snapshotOf(bondOf(u"7.2-mode1-arp.txt"_s), u"bond0"_s);
        const BondState *other = backup.bondByName(u"bond0");
        QVERIFY(other && other->activeSlave);
        QVERIFY(other->slave(*other->activeSlave));
    }

    void everyTextIsKnown_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("slaves");
        QTest::addColumn<bool>("up");
        QTest::addColumn<QString>("version");
        QTest::addColumn<QStringList>("unknown");
        const auto row = [](const char *name, Mode mode, int slaves, bool up, const char *version,
                            const QStringList &unknown = {}) {
            QTest::newRow(name) << QString::fromLatin1(name) << int(mode) << slaves << up
                                << QString::fromLatin1(version) << unknown;
        };
        row("2.6.1-mode1.txt", Mode::ActiveBackup, 2, true, "2.4.1");
        row("2.6.18-el5-mode0.txt", Mode::BalanceRr, 2, false, "3.4.0-1");
        row("2.6.32-el6-mode4.txt", Mode::Ieee8023ad, 2, true, "3.7.1");
        row("3.10-el7-infiniband.txt", Mode::ActiveBackup, 1, false, "3.7.1");
        row("6.1-mode4-root.txt", Mode::Ieee8023ad, 2, true, "6.1.0-21-amd64");
        row("6.1-mode6-no-slaves.txt", Mode::BalanceAlb, 0, false, "6.1.176");
        row("7.2-mode1-arp.txt", Mode::ActiveBackup, 2, true, "7.2.7", {u"Something Of Tomorrow: 7"_s});
    }

    void everyTextIsKnown()
    {
        QFETCH(QString, name);
        const auto parsed = parseProcBonding(textOf(name));
        QVERIFY(parsed);
        QTEST(int(parsed->bond.mode), "mode");
        QTEST(int(parsed->bond.slaves.size()), "slaves");
        QTEST(parsed->bond.miiUp, "up");
        QTEST(parsed->driverVersion, "version");
        QTEST(parsed->unknownLines, "unknown");
    }

    void everyFileIsTested() { QCOMPARE(QDir(folder()).entryList(QDir::Files).size(), 7); }

    void readsLacp()
    {
        const ProcBond old = bondOf(u"2.6.32-el6-mode4.txt"_s);
        QCOMPARE(*old.bond.ad, (AdInfo{1, 2, 17, 32773, u"00:23:04:ee:be:01"_s}));
        QCOMPARE(old.bond.slaves.at(1).aggregatorId, std::optional<quint16>(2));
        QCOMPARE(old.bond.slaves.at(1).queueId, std::optional<quint16>(3));
        QVERIFY(!old.bond.slaves.at(1).actorPortState); // such a kernel does not tell
        QCOMPARE(old.bond.options.value(u"xmit_hash_policy"_s), u"layer3+4"_s);
        QCOMPARE(old.bond.options.value(u"lacp_rate"_s), u"slow"_s);
        QCOMPARE(old.bond.privilegedOptions.size(), 3);
        QCOMPARE(old.speeds.value(u"eth2"_s).first, std::optional<quint32>(1000));
        QVERIFY(!old.speeds.value(u"eth3"_s).first);

        const ProcBond now = bondOf(u"6.1-mode4-root.txt"_s);
        QCOMPARE(now.bond.slaves.at(0).actorPortState, std::optional<quint16>(79));
        QCOMPARE(now.bond.slaves.at(0).partnerPortState, std::optional<quint16>(1));
        QCOMPARE(now.bond.slaves.at(0).actorPortPrio, std::optional<quint16>(255));
        QCOMPARE(now.bond.slaves.at(0).churnActor, std::optional<quint8>(0));
        QCOMPARE(now.bond.slaves.at(0).churnPartner, std::optional<quint8>(1));
        QCOMPARE(now.bond.slaves.at(1).mii, MiiStatus::GoingDown);
        QVERIFY(!now.bond.slaves.at(1).aggregatorId); // N/A
        QCOMPARE(now.bond.options.value(u"ad_actor_sys_prio"_s), u"65535"_s);
        QCOMPARE(now.systemMac, u"02:00:00:00:01:10"_s);
        QCOMPARE(now.bond.options.value(u"lacp_active"_s), u"on"_s);
        QCOMPARE(now.bond.options.value(u"ad_select"_s), u"bandwidth"_s);
    }

    void readsActiveBackup()
    {
        const ProcBond now = bondOf(u"7.2-mode1-arp.txt"_s);
        QCOMPARE(now.activeSlaveName, u"eth0"_s);
        QVERIFY(now.bond.slaves.at(0).active && !now.bond.slaves.at(1).active);
        QCOMPARE(now.bond.slaves.at(0).linkFailures, 12U);
        QCOMPARE(now.bond.slaves.at(1).mii, MiiStatus::Unknown);
        const QMap<QString, QString> expected{
            {u"mode"_s, u"active-backup"_s}, {u"fail_over_mac"_s, u"follow"_s},
            {u"primary"_s, u"eth1"_s},       {u"primary_reselect"_s, u"failure"_s},
            {u"miimon"_s, u"0"_s},           {u"updelay"_s, u"0"_s},
            {u"downdelay"_s, u"0"_s},        {u"peer_notif_delay"_s, u"0"_s},
            {u"arp_interval"_s, u"200"_s},   {u"arp_missed_max"_s, u"3"_s},
            {u"arp_ip_target"_s, QString()}, {u"ns_ip6_target"_s, u"2001:db8::1,2001:db8::2"_s},
        };
        QCOMPARE(now.bond.options, expected);
        const ProcBond old = bondOf(u"2.6.18-el5-mode0.txt"_s);
        QCOMPARE(old.bond.options.value(u"arp_ip_target"_s), u"192.168.1.1,192.168.1.254"_s);
        QCOMPARE(old.bond.slaves.at(1).mii, MiiStatus::GoingBack);
        const ProcBond infiniband = bondOf(u"3.10-el7-infiniband.txt"_s);
        QCOMPARE(infiniband.bond.slaves.at(0).permanentMac.count(u':'), 19);
        QVERIFY(infiniband.activeSlaveName.isEmpty());
    }

    /// Cut off anywhere: what is left is read, and never more slaves than the whole has.
    void truncated()
    {
        const QStringList names = QDir(folder()).entryList(QDir::Files);
        for (const QString &name : names) {
            const QByteArray text = textOf(name);
            const qsizetype slaves = bondOf(name).bond.slaves.size();
            qsizetype before = 0;
            for (qsizetype length = 0; length <= text.size(); ++length) {
                const auto parsed = parseProcBonding(text.first(length));
                const qsizetype now = parsed ? parsed->bond.slaves.size() : 0;
                QVERIFY(now >= before && now <= slaves);
                before = now;
            }
            QCOMPARE(before, slaves);
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("code");
        QTest::newRow("nothing") << QByteArray() << u"proc.bonding.format"_s;
        QTest::newRow("another file") << QByteArray("root:x:0:0:root:/root:/bin/bash\n") << u"proc.bonding.format"_s;
        QTest::newRow("a slave alone") << QByteArray("Slave Interface: eth0\nMII Status: up\n")
                                       << u"proc.bonding.format"_s;
        QTest::newRow("too large") << QByteArray(2 * 1024 * 1024, '\n') << u"proc.bonding.size"_s;
    }

    void refuses()
    {
        QFETCH(QByteArray, text);
        const auto parsed = parseProcBonding(text);
        QVERIFY(!parsed);
        QTEST(parsed.error().code, "code");
    }

    void boundsEverything()
    {
        QByteArray text = "Bonding Mode: load balancing (xor)\n";
        for (int i = 0; i < 3000; ++i)
            text += "Slave Interface: e" + QByteArray::number(i) + "\nSpeed: 99999999999999999999 Mbps\n\x01: x\n";
        const auto parsed = parseProcBonding(text);
        QVERIFY(parsed);
        QCOMPARE(parsed->bond.slaves.size(), 1024);
        QCOMPARE(parsed->unknownLines.size(), 64);
        QVERIFY(!parsed->speeds.value(u"e0"_s).first);
    }
};

QTEST_GUILESS_MAIN(TestProcBonding)
#include "tst_procbonding.moc"
