// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/diagnosis.h"
#include "kernel/proc/procsnapshot.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace bondwright;
using namespace bondwright::diagnosis;
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
    static ProcBond bondIn(const QByteArray &text)
    {
        return parseProcBonding(text).value_or(QList<ProcBond>()).value(0);
    }
    static ProcBond bondOf(const QString &name) { return bondIn(textOf(name)); }
    static Snapshot snapshotWith(ProcBond bond, const QString &name)
    {
        bond.bond.name = name;
        return snapshotOf({bond});
    }

private Q_SLOTS:
    /// Files sent by others can be judged like a bond of this host.
    void becomesASnapshot()
    {
        const Snapshot lacp = snapshotWith(bondOf(u"6.1-mode4-root.txt"_s), u"bond7"_s);
        const BondState *bond = lacp.bondByName(u"bond7");
        QVERIFY(bond && bond->slaves.size() == 2);
        QCOMPARE(lacp.nics.value(bond->slaves.first().ifindex).speedMbps, std::optional<quint32>(10000));
        QCOMPARE(judge(*bond, lacp).verdict, Verdict::LacpNotNegotiated);
        const Snapshot backup = snapshotWith(bondOf(u"7.2-mode1-arp.txt"_s), u"bond0"_s);
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
        QVERIFY(parsed && parsed->size() == 1);
        const ProcBond bond = parsed->first();
        QTEST(int(bond.bond.mode), "mode");
        QTEST(int(bond.bond.slaves.size()), "slaves");
        QTEST(bond.bond.miiUp, "up");
        QTEST(bond.driverVersion, "version");
        QTEST(bond.unknownLines, "unknown");
    }

    void everyFileIsTested() { QCOMPARE(QDir(folder()).entryList(QDir::Files).size(), 7); }

    void readsLacp()
    {
        const ProcBond old = bondOf(u"2.6.32-el6-mode4.txt"_s);
        QCOMPARE(*old.bond.ad, (AdInfo{1, 2, 17, 32773, MacAddress::fromString(u"00:23:04:ee:be:01")}));
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
        QCOMPARE(now.systemMac.toString(), u"02:00:00:00:01:10"_s);
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
        QCOMPARE(infiniband.bond.slaves.at(0).permanentMac.bytes().size(), 20);
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
                const qsizetype now = parsed ? parsed->first().bond.slaves.size() : 0;
                QVERIFY(now >= before && now <= slaves);
                before = now;
            }
            QCOMPARE(before, slaves);
        }
    }

    static QByteArray head(const char *mode, const char *rest = "")
    {
        return "Ethernet Channel Bonding Driver: v3.7.1 (April 27, 2011)\n\nBonding Mode: " + QByteArray(mode)
            + "\nMII Status: up\nMII Polling Interval (ms): 100\nUp Delay (ms): 0\nDown Delay (ms): 0\n" + rest;
    }
    static QByteArray slave(const char *name, const char *mii, const char *rest = "")
    {
        return "\nSlave Interface: " + QByteArray(name) + "\nMII Status: " + mii
            + "\nSpeed: 1000 Mbps\nDuplex: full\nLink Failure Count: 0\n" + rest;
    }
    static QByteArray port(const char *name, const char *mii, int aggregator, const char *churn = "none")
    {
        return slave(name, mii, "Slave queue ID: 0\n") + "Aggregator ID: " + QByteArray::number(aggregator)
            + "\nActor Churn State: none\nPartner Churn State: " + churn
            + "\nActor Churned Count: 0\nPartner Churned Count: 0\n";
    }

    void judgesWhatTheTextTells_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("active");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<QString>("cause");
        const QByteArray lacp
            = head("IEEE 802.3ad Dynamic link aggregation", "\n802.3ad info\nLACP rate: fast\nMin links: 0\n");
        const char *ab = "fault-tolerance (active-backup)";
        const QString unknown = u"Whether the switch answers LACP is unknown without root."_s;
        QTest::newRow("LACP read by a user") << lacp + port("eth0", "up", 2) + port("eth1", "up", 2) << u"eth0 eth1"_s
                                             << u"unknown"_s << u"All links are up, in one aggregator. "_s + unknown;
        QTest::newRow("LACP read by a user, a link lost")
            << lacp + port("eth0", "up", 2) + port("eth1", "down", 1) << u"eth0"_s << u"degraded"_s
            << u"The link of eth1 is down. "_s + unknown;
        QTest::newRow("LACP read by a user, two aggregators")
            << lacp + port("eth0", "up", 1) + port("eth1", "up", 2) << QString() << u"degraded"_s
            << u"The links are in different aggregators (eth0: 1, eth1: 2), of which only one carries traffic. "_s
                + unknown;
        QTest::newRow("LACP read by a user, churned")
            << lacp + port("eth0", "up", 1) + port("eth1", "up", 1, "churned") << u"eth0 eth1"_s << u"degraded"_s
            << u"The LACP partner of eth1 does not agree (churned). "_s + unknown;
        QTest::newRow("tlb") << head("transmit load balancing", "Primary Slave: None\nCurrently Active Slave: eth0\n")
                + slave("eth0", "up") + slave("eth1", "up")
                             << u"eth0 eth1"_s << u"healthy"_s << u"All links are up. Traffic runs on eth0, eth1."_s;
        QTest::newRow("going down, active")
            << head(ab, "Currently Active Slave: eth0\n") + slave("eth0", "going down") + slave("eth1", "up")
            << u"eth0"_s << u"degraded"_s << u"eth0 has lost its link and stays in use until downdelay is over."_s;
        QTest::newRow("going down, standby")
            << head(ab, "Currently Active Slave: eth1\n") + slave("eth0", "going down") + slave("eth1", "up")
            << u"eth1"_s << u"degraded"_s
            << u"eth0 has lost its link and stays in use until downdelay is over. "
               "Traffic runs on eth1 only."_s;
        QTest::newRow("nothing active") << head(ab, "Currently Active Slave: None\n") + slave("eth0", "up")
                + slave("eth1", "up") << QString()
                                        << u"down"_s << u"bond0 has no active slave, so nothing is sent or received."_s;
        QTest::newRow("unknown mode") << head("quantum entanglement") + slave("eth0", "up") + slave("eth1", "up")
                                      << QString() << u"unknown"_s
                                      << u"The mode “quantum entanglement” is not known to this program."_s;
        // A link that has a speed is up; what does not answer may stand anywhere behind it.
        QByteArray arp = head(ab,
                              "Currently Active Slave: eth0\nARP Polling Interval (ms): 1000\n"
                              "ARP IP target/s (n.n.n.n form): 192.0.2.1\n")
            + slave("eth0", "up") + slave("eth1", "down");
        arp.replace("MII Polling Interval (ms): 100", "MII Polling Interval (ms): 0");
        QTest::newRow("no ARP answer") << arp << u"eth0"_s << u"degraded"_s
                                       << u"eth1 gets no ARP answer from 192.0.2.1. Traffic runs on eth0 only."_s;
        QTest::newRow("no ARP answer, probed")
            << QByteArray(arp).replace("MII Status: down", "MII Status: going back") << u"eth0"_s << u"degraded"_s
            << u"eth1 gets no ARP answer from 192.0.2.1. Traffic runs on eth0 only."_s;
        arp.insert(arp.lastIndexOf("Speed: 1000 Mbps"), "Speed: Unknown\n");
        arp.truncate(arp.lastIndexOf("Speed: 1000 Mbps"));
        QTest::newRow("no ARP answer, and no link")
            << arp << u"eth0"_s << u"degraded"_s << u"The link of eth1 is down. Traffic runs on eth0 only."_s;
        QTest::newRow("xor, one link lost")
            << head("load balancing (xor)") + slave("eth0", "up") + slave("eth1", "down") << u"eth0 eth1"_s
            << u"degraded"_s << u"The link of eth1 is down. Traffic runs on eth0 only."_s;
    }

    void judgesWhatTheTextTells()
    {
        QFETCH(QByteArray, text);
        const Snapshot snapshot = snapshotWith(bondIn(text), u"bond0"_s);
        const BondState bond = snapshot.bonds.first();
        QStringList active;
        for (const SlaveState &one : bond.slaves) {
            if (one.active)
                active.append(one.name);
        }
        QTEST(active.join(u' '), "active");
        const Diagnosis health = judge(bond, snapshot);
        QTEST(verdictName(health.verdict), "verdict");
        QTEST(health.cause, "cause");
    }

    void severalBonds()
    {
        const QByteArray one = head("fault-tolerance (active-backup)", "Currently Active Slave: eth0\n")
            + slave("eth0", "up") + slave("eth1", "up");
        const QByteArray two = head("load balancing (round-robin)") + slave("eth2", "up") + slave("eth3", "down");
        const auto plain = parseProcBonding(one + '\n' + two);
        QVERIFY(plain && plain->size() == 2);
        QCOMPARE(plain->at(0).bond.slaves.size(), 2);
        QCOMPARE(plain->at(1).bond.slaves.at(1).name, u"eth3"_s);
        QVERIFY(plain->at(1).bond.name.isEmpty());
        const auto named = parseProcBonding("==> /proc/net/bonding/bond0 <==\n" + one + "\n==> bond1 <==\n" + two);
        QVERIFY(named && named->size() == 2);
        QCOMPARE(named->at(0).bond.name, u"bond0"_s);
        QCOMPARE(named->at(1).bond.name, u"bond1"_s);
        // Two of the same name, and interface numbers of all.
        QList<ProcBond> same = *plain;
        same[0].bond.name = same[1].bond.name = u"bond0"_s;
        const Snapshot snapshot = snapshotOf(same);
        QVERIFY(snapshot.bondByName(u"bond0") && snapshot.bondByName(u"bond0#2"));
        QCOMPARE(snapshot.nics.size(), 6);
    }

    void textsThatAreNoNumbers()
    {
        for (const char *speed : {"65535 Mbps", "4294967295 Mbps", "Unknown", "0 Mbps", "-1 Mbps"}) {
            const ProcBond bond = bondIn(head("load balancing (xor)")
                                         + "\nSlave Interface: eth0\nMII Status: up\nSpeed: " + speed + '\n');
            QVERIFY2(!bond.speeds.value(u"eth0"_s).first, speed);
        }
        const QByteArray lacp = head("IEEE 802.3ad Dynamic link aggregation", "\n802.3ad info\n");
        QVERIFY(!bondIn(lacp + "System priority: 0\n").bond.options.contains(u"ad_actor_sys_prio"_s));
        QVERIFY(!bondIn(lacp + "System priority: 0\n").bond.isLacpHidden);
        QCOMPARE(bondIn(lacp + "System priority: 7\n").bond.options.value(u"ad_actor_sys_prio"_s), u"7"_s);
        QVERIFY(bondIn(lacp).bond.isLacpHidden);
        QVERIFY(!bondIn(lacp + "bond bond0 has no active aggregator\n").bond.isLacpHidden);
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
        QVERIFY(parsed && parsed->size() == 1);
        QCOMPARE(parsed->first().bond.slaves.size(), 1024);
        QCOMPARE(parsed->first().unknownLines.size(), 64);
        QVERIFY(!parsed->first().speeds.value(u"e0"_s).first);
        QCOMPARE(parseProcBonding(QByteArray("Ethernet Channel Bonding Driver: v1\n").repeated(1000))->size(), 256);
    }
};

QTEST_GUILESS_MAIN(TestProcBonding)
#include "tst_procbonding.moc"
