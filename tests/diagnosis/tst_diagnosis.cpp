// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/diagnosis.h"
#include "tests/kernel/states.h"

#include <QTest>

#include <functional>

using namespace bondwright;
using namespace bondwright::diagnosis;
using namespace bondwright::kernel;
using namespace Qt::StringLiterals;

using Change = std::function<void(Snapshot &)>;
Q_DECLARE_METATYPE(Change)

class TestDiagnosis : public QObject
{
    Q_OBJECT
private:
    static BondState &bond(Snapshot &snapshot) { return snapshot.bonds[states::bondIndex]; }

private Q_SLOTS:
    void judges_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<QString>("cause");
        QTest::addColumn<QString>("nextStep");
        const auto row = [](const char *name, Mode mode, const Change &change, const QString &verdict,
                            const QString &cause, const QString &nextStep) {
            QTest::newRow(name) << int(mode) << change << verdict << cause << nextStep;
        };
        row(
            "all well, one active", Mode::ActiveBackup, [](Snapshot &) {}, u"healthy"_s,
            u"All links are up. Traffic runs on eth0."_s, QString());
        row(
            "all well, all active", Mode::Ieee8023ad, [](Snapshot &) {}, u"healthy"_s,
            u"All links are up. Traffic runs on eth0, eth1."_s, QString());
        row(
            "cable out", Mode::ActiveBackup, [](Snapshot &now) { states::loseLink(now, 1); }, u"degraded"_s,
            u"The link of eth1 is down. Traffic runs on eth0 only."_s,
            u"Check the cable of eth1 and its switch port."_s);
        row(
            "one switched off", Mode::BalanceRr,
            [](Snapshot &now) {
                states::loseLink(now, 0);
                now.nics[2].adminUp = false;
            },
            u"degraded"_s, u"eth0 is switched off. Traffic runs on eth1 only."_s, u"Switch on eth0."_s);
        row(
            "arp", Mode::ActiveBackup,
            [](Snapshot &now) {
                bond(now).options[u"arp_interval"_s] = u"100"_s;
                bond(now).options[u"arp_ip_target"_s] = u"192.0.2.1"_s;
                states::slaveOf(now, 1).mii = MiiStatus::Down;
            },
            u"degraded"_s, u"eth1 gets no ARP answer from 192.0.2.1. Traffic runs on eth0 only."_s,
            u"Check the VLAN of the switch port of eth1, and whether 192.0.2.1 answers."_s);
        row(
            "no target answers", Mode::ActiveBackup,
            [](Snapshot &now) {
                bond(now).options[u"arp_interval"_s] = u"100"_s;
                bond(now).options[u"arp_ip_target"_s] = u"192.0.2.1"_s;
                for (int number : {0, 1})
                    states::slaveOf(now, number).mii = MiiStatus::Down;
            },
            u"down"_s, u"eth0 gets no ARP answer from 192.0.2.1. eth1 gets no ARP answer from 192.0.2.1."_s,
            u"Check the VLAN of the switch port of eth0, eth1, and whether 192.0.2.1 answers."_s);
        row(
            "coming back", Mode::ActiveBackup,
            [](Snapshot &now) { states::slaveOf(now, 1).mii = MiiStatus::GoingBack; }, u"degraded"_s,
            u"The link of eth1 is up again and waits for updelay. Traffic runs on eth0 only."_s,
            u"Wait until updelay is over."_s);
        row(
            "both out", Mode::BalanceXor,
            [](Snapshot &now) {
                states::loseLink(now, 0);
                states::loseLink(now, 1);
            },
            u"down"_s, u"The link of eth0 is down. The link of eth1 is down."_s,
            u"Check the cables of eth0, eth1 and the switch."_s);
        row(
            "bond off", Mode::BalanceXor, [](Snapshot &now) { now.nics[states::bondIndex].adminUp = false; }, u"down"_s,
            u"bond0 is switched off."_s, u"Switch on bond0."_s);
        row(
            "no slaves", Mode::BalanceXor, [](Snapshot &now) { bond(now).slaves.clear(); }, u"down"_s,
            u"bond0 has no slaves."_s, u"Add at least two NICs to bond0."_s);
        row(
            "one slave", Mode::ActiveBackup, [](Snapshot &now) { bond(now).slaves.removeLast(); },
            u"single-point-of-failure"_s, u"bond0 has only one slave, eth0."_s, u"Add a second NIC to bond0."_s);
        row(
            "not watched", Mode::BalanceRr, [](Snapshot &now) { bond(now).options[u"miimon"_s] = u"0"_s; },
            u"single-point-of-failure"_s,
            u"bond0 does not monitor its links: miimon and arp_interval are 0. A failed link stays in use."_s,
            u"Set miimon to 100."_s);
        row(
            "no partner", Mode::Ieee8023ad,
            [](Snapshot &now) {
                bond(now).ad->partnerMac = MacAddress::fromString(u"00:00:00:00:00:00");
                states::slaveOf(now, 1).aggregatorId = 2;
            },
            u"lacp-not-negotiated"_s,
            u"No LACP partner answers at the other end of bond0. Traffic runs on eth0 only."_s,
            u"Set up a port channel with LACP on the switch. If it cannot do that, use mode active-backup."_s);
        row(
            "no partner, both passive", Mode::Ieee8023ad,
            [](Snapshot &now) {
                bond(now).ad.reset();
                bond(now).options.insert(u"lacp_active"_s, u"off"_s);
            },
            u"lacp-not-negotiated"_s, u"No LACP partner answers at the other end of bond0."_s,
            u"Set lacp_active to on, or LACP to active on the switch."_s);
        row(
            "two switches", Mode::Ieee8023ad,
            [](Snapshot &now) {
                states::slaveOf(now, 1).aggregatorId = 2;
                states::slaveOf(now, 1).actorPortState = 7;
            },
            u"lacp-not-negotiated"_s,
            u"eth1 is not in the same aggregation as eth0: the cables end in different switches, or the ports are in "
            "different port channels."_s,
            u"Plug eth1 into the same switch (or stack) and put all ports into one port channel."_s);
        row(
            "one port not configured", Mode::Ieee8023ad,
            [](Snapshot &now) {
                states::slaveOf(now, 1).aggregatorId = 2;
                states::slaveOf(now, 1).actorPortState = 69;
            },
            u"lacp-not-negotiated"_s, u"The switch does not answer LACP on eth1. Traffic runs on eth0."_s,
            u"Add the switch ports of eth1 to the port channel (LACP)."_s);
        row(
            "too few links", Mode::Ieee8023ad,
            [](Snapshot &now) {
                bond(now).options.insert(u"min_links"_s, u"2"_s);
                states::loseLink(now, 1);
                bond(now).miiUp = false;
            },
            u"down"_s, u"Links that carry: 1. min_links asks for 2."_s,
            u"Bring back the missing links or lower min_links."_s);
    }

    void judges()
    {
        QFETCH(int, mode);
        QFETCH(Change, change);
        QFETCH(QString, verdict);
        QFETCH(QString, cause);
        QFETCH(QString, nextStep);
        Snapshot snapshot = states::bonded(Mode(mode));
        change(snapshot);
        const Diagnosis health = judge(bond(snapshot), snapshot);
        QCOMPARE(verdictName(health.verdict), verdict);
        QCOMPARE(health.cause, cause);
        QCOMPARE(health.nextStep, nextStep);
        QVERIFY(!health.word.isEmpty());
        QCOMPARE(health.affectedSlaves.size() + health.carryingSlaves.size(), bond(snapshot).slaves.size());
    }

    void anUnknownBondHasNoVerdict()
    {
        BondState bond;
        bond.name = u"bond7"_s;
        QCOMPARE(judge(bond, Snapshot()).verdict, Verdict::Unknown);
    }
};

QTEST_GUILESS_MAIN(TestDiagnosis)
#include "tst_diagnosis.moc"
