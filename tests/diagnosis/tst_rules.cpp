// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rulescene.h"

#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace bondwright;
using namespace bondwright::diagnosis;
using namespace bondwright::kernel;
using namespace scenes;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestRules : public QObject
{
    Q_OBJECT
private:
    QSet<QString> m_fired;

    static void driverRows();
    static void configurationRows();
    static void silenceRows();
    static void lacpRows();
    static void linkRows();
    static void balanceRows();

private Q_SLOTS:
    /// A rule's name where it must speak, "" where it must not: each rule both ways, as near to its limit as sensible.
    void speaks_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<SceneChange>("change");
        driverRows();
        configurationRows();
        silenceRows();
        lacpRows();
        linkRows();
        balanceRows();
        monitoringRows();
        mtuRows();
        driftRows();
        surroundingsRows();
        switchRows();
    }
    void speaks()
    {
        QFETCH(int, mode);
        QFETCH(QString, said);
        QFETCH(SceneChange, change);
        Scene scene{Mode(mode)};
        change(scene);
        const Diagnosis diagnosis = scene.judge();
        QStringList rules;
        for (const Finding &finding : diagnosis.findings) {
            rules.append(ruleName(finding.rule));
            QVERIFY2(!finding.cause.isEmpty() && !finding.cause.contains(u'%'), qPrintable(finding.cause));
            QVERIFY2(!finding.nextStep.isEmpty() && !finding.nextStep.contains(u"%1"), qPrintable(finding.nextStep));
            QVERIFY2(!finding.evidence.contains(u"%1"), qPrintable(finding.evidence));
        }
        if (said.isEmpty()) // healthy, or unknown: the headline's rule is no finding
            QCOMPARE(rules, QStringList());
        else
            QCOMPARE(rules.value(0), said);
        if (!rules.isEmpty() && diagnosis.findings.first().isFault())
            QCOMPARE(ruleName(diagnosis.rule), rules.first());
        QTEST(verdictName(diagnosis.verdict), "verdict");
        m_fired.insert(rules.value(0));
        m_fired.insert(ruleName(diagnosis.rule));
    }

    void sentencesNameTheCableAndTheStep()
    {
        Scene scene{Mode::ActiveBackup};
        scene.seen(0).silentFor = 40s;
        scene.plug(0, u"sw1"_s, u"Gi1/0/7"_s);
        const Diagnosis diagnosis = scene.judge();
        QCOMPARE(diagnosis.cause, u"The link of eth0 is up, but it receives no frames."_s);
        QCOMPARE(diagnosis.evidence,
                 u"eth0 received no frame for 40 s; the other slaves received 600 in the last minute."_s);
        QVERIFY(diagnosis.nextStep.startsWith(u"Check the VLAN and the state of the switch port of eth0"));
    }

    /// The other end is the switch, and has a rate, only once it has answered.
    void churnSaysWhatIsKnown()
    {
        Scene scene{Mode::Ieee8023ad};
        split(scene);
        scene.slave(1).churnPartner = 1;
        const auto churn = [&scene] {
            const QList<Finding> findings = scene.judge().findings;
            const auto found = std::find_if(findings.cbegin(), findings.cend(),
                                            [](const Finding &one) { return one.rule == Rule::LacpChurn; });
            return found == findings.cend() ? Finding() : *found;
        };
        QVERIFY2(churn().evidence.endsWith(u", the switch every second."), qPrintable(churn().evidence));
        scene.slave(1).actorPortState = 7 | PortState::Defaulted;
        QVERIFY2(churn().evidence.endsWith(u"; the other end has sent none."), qPrintable(churn().evidence));
        QVERIFY2(!churn().nextStep.contains(u"same rate"), qPrintable(churn().nextStep));
    }

    /// A bond keeps the address of a NIC that has left, its slaves have it meanwhile, and so has a bridge above.
    void aMissingNicIsNotWhatHasItsAddress()
    {
        Scene scene{Mode::ActiveBackup};
        const MacAddress address = scene.snapshot.nics.value(states::bondIndex).mac;
        scene.plan.slaves.append({u"eth2"_s, address.toString(), {}, {}});
        NicState bridge = states::nic(30, u"br0"_s);
        bridge.kind = InterfaceKind::Bridge;
        bridge.mac = address;
        scene.snapshot.nics.insert(30, bridge);
        for (int number : {0, 1})
            scene.slave(number).permanentMac = std::exchange(scene.nic(number).mac, address);
        const Diagnosis diagnosis = scene.judge();
        QCOMPARE(ruleName(diagnosis.rule), u"slave-missing"_s);
        QCOMPARE(diagnosis.cause, u"eth2 belongs to bond0 by its configuration, but this host has no such NIC."_s);
    }

    /// ARP monitoring has no updelay, and does not look at links.
    void withArpMonitoringTargetsAreLost()
    {
        Scene scene{Mode::ActiveBackup};
        scene.bond().options[u"arp_interval"_s] = u"100"_s;
        scene.bond().options[u"arp_ip_target"_s] = u"192.0.2.1"_s;
        scene.seen(1).linkLosses = 5;
        scene.seen(1).longestUp = 10s;
        scene.seen(1).blocked = BlockedStart{28s, 30s};
        const QList<Finding> findings = scene.judge().findings;
        QCOMPARE(findings.size(), 2);
        QCOMPARE(findings.at(0).cause, u"eth1 loses the answers of its ARP targets again and again."_s);
        for (const Finding &finding : findings)
            QVERIFY2(!finding.nextStep.contains(u"updelay"), qPrintable(finding.nextStep));
    }

    /// What is set to the MTU that it has passes nothing on, and what is raised takes nothing along.
    void mtuIsSetWhereItIsWrong()
    {
        Scene slave{Mode::ActiveBackup};
        slave.nic(1).mtu = 1400;
        QCOMPARE(slave.judge().nextStep, u"Set the MTU of eth1 to 1500 again: “ip link set dev eth1 mtu 1500”."_s);
        Scene vlan{Mode::ActiveBackup};
        NicState low = states::nic(30, u"bond0.10"_s);
        low.kind = InterfaceKind::Vlan;
        low.mtu = 1400;
        vlan.snapshot.nics.insert(30, low);
        vlan.plan.vlans = {{10, {}, 1500, {}, {}}};
        QCOMPARE(vlan.judge().findings.value(0).nextStep,
                 u"Set the MTU of bond0.10 to 1500 again: “ip link set dev bond0.10 mtu 1500”."_s);
        vlan.plan.vlans = {{10, {}, 9000, {}, {}}};
        const QString step = vlan.judge().findings.value(0).nextStep;
        QVERIFY2(step.startsWith(u"Set the MTU of bond0 to at least 9000, then that of bond0.10: "), qPrintable(step));
    }

    void aLostLinkNamesItsSwitchPort()
    {
        Scene scene{Mode::ActiveBackup};
        states::loseLink(scene.snapshot, 1);
        scene.plug(1, u"sw1"_s, u"Gi1/0/7"_s);
        const Diagnosis diagnosis = scene.judge();
        QCOMPARE(diagnosis.evidence, u"The cable of eth1 ends in sw1, port Gi1/0/7."_s);
        QCOMPARE(diagnosis.findings.first().evidence, diagnosis.evidence);
    }

    void everyRuleHasItsRowInTheManual()
    {
        QFile file(QStringLiteral(DOCUMENT));
        QVERIFY(file.open(QIODevice::ReadOnly));
        static const QRegularExpression row(u"^\\| `([a-z-]+)` \\| (fault|note|–) \\|"_s,
                                            QRegularExpression::MultilineOption);
        QMap<QString, bool> written; // whether it is a fault
        for (auto match = row.globalMatch(QString::fromUtf8(file.readAll())); match.hasNext();) {
            const QRegularExpressionMatch found = match.next();
            written.insert(found.captured(1), found.captured(2) == u"fault");
        }
        QMap<QString, bool> known;
        for (int rule = 0; rule < ruleCount; ++rule)
            known.insert(ruleName(Rule(rule)), infoOf(Rule(rule)).isFault);
        QCOMPARE(written, known);
    }

    /// After all rows of speaks(); alone it has nothing to go by and fails.
    void everyRuleIsCoveredAbove()
    {
        for (int rule = 0; rule < ruleCount; ++rule)
            QVERIFY2(m_fired.contains(ruleName(Rule(rule))), qPrintable(ruleName(Rule(rule))));
    }
};

void TestRules::driverRows()
{
    for (const ModeInfo &info : allModes())
        row(kernelName(info.mode).toLatin1().constData(), info.mode, "", "healthy", [](Scene &) {});
    row("bond off", Mode::BalanceRr, "bond-off", "down",
        [](Scene &scene) { scene.snapshot.nics[states::bondIndex].adminUp = false; });
    row("nothing known", Mode::BalanceRr, "", "unknown",
        [](Scene &scene) { scene.snapshot.nics.remove(states::bondIndex); });
    row("no slaves", Mode::BalanceRr, "no-slaves", "down", [](Scene &scene) {
        scene.bond().slaves.clear();
        scene.plan.slaves.clear();
    });
    row("a link lost", Mode::BalanceRr, "link-lost", "degraded",
        [](Scene &scene) { states::loseLink(scene.snapshot, 1); });
    row("none active", Mode::ActiveBackup, "no-active-slave", "down",
        [](Scene &scene) { scene.bond().activeSlave.reset(); });
    row("no carrier", Mode::BalanceRr, "no-carrier", "down", [](Scene &scene) { scene.bond().miiUp = false; });
    row("min_links", Mode::Ieee8023ad, "min-links", "down", [](Scene &scene) {
        scene.bond().miiUp = false;
        scene.bond().options[u"min_links"_s] = u"3"_s;
    });
    row("one slave", Mode::BalanceRr, "one-slave", "single-point-of-failure", [](Scene &scene) {
        scene.bond().slaves.removeLast();
        scene.plan.slaves.removeLast();
    });
    row("not watched", Mode::BalanceRr, "unwatched", "single-point-of-failure",
        [](Scene &scene) { scene.bond().options[u"miimon"_s] = u"0"_s; });
    row("without root", Mode::Ieee8023ad, "", "unknown", [](Scene &scene) {
        scene.bond().isLacpHidden = true;
        scene.bond().ad.reset();
    });
}

void TestRules::configurationRows()
{
    row("dead at boot", Mode::ActiveBackup, "slave-missing", "degraded", [](Scene &scene) {
        scene.plan.slaves.append({u"eth2"_s, {}, {}, {}});
    });
    row("dead at boot, one left", Mode::ActiveBackup, "slave-missing", "single-point-of-failure", [](Scene &scene) {
        scene.bond().slaves.removeLast();
        scene.snapshot.nics.remove(3);
    });
    row("taken by another", Mode::ActiveBackup, "slave-missing", "degraded", [](Scene &scene) {
        scene.plan.slaves.append({u"eth2"_s, {}, {}, {}});
        scene.snapshot.nics.insert(4, states::nic(4, u"eth2"_s, 11));
        scene.snapshot.nics.insert(11, states::nic(11, u"br0"_s));
    });
    row("renamed, found by its address", Mode::ActiveBackup, "slave-missing", "degraded", [](Scene &scene) {
        scene.plan.slaves.append({u"eth2"_s, u"02:00:00:00:00:04"_s, {}, {}});
        scene.snapshot.nics.insert(4, states::nic(4, u"enp4s0"_s));
    });
    row("renamed, but in the bond by its address", Mode::ActiveBackup, "", "healthy", [](Scene &scene) {
        scene.plan.slaves[1] = {u"eth9"_s, u"02:00:00:00:00:03"_s, {}, {}};
    });
    row("not in the files", Mode::ActiveBackup, "slave-unexpected", "healthy",
        [](Scene &scene) { scene.plan.slaves.removeLast(); });
}

void TestRules::silenceRows()
{
    row("active silent", Mode::ActiveBackup, "slave-silent", "degraded",
        [](Scene &scene) { scene.seen(0).silentFor = 30s; });
    row("active silent, not for long", Mode::ActiveBackup, "", "healthy",
        [](Scene &scene) { scene.seen(0).silentFor = 29s; });
    row("active silent, and so are all", Mode::ActiveBackup, "", "healthy", [](Scene &scene) {
        scene.seen(0).silentFor = 300s;
        scene.seen(1).received = 0;
    });
    row("active silent, and the standby's frames are older", Mode::ActiveBackup, "", "healthy", [](Scene &scene) {
        scene.seen(0).silentFor = 52s;
        scene.seen(1).silentFor = 54s;
    });
    row("standby silent after a steady beat", Mode::ActiveBackup, "slave-silent", "degraded",
        [](Scene &scene) { scene.seen(1).silentFor = 60s; });
    row("standby silent, hears LLDP only", Mode::ActiveBackup, "", "healthy", [](Scene &scene) {
        scene.seen(1).longestPause = 31s;
        scene.seen(1).silentFor = 120s;
    });
    row("standby that heard LLDP, silent for four times that", Mode::ActiveBackup, "slave-silent", "degraded",
        [](Scene &scene) {
            scene.seen(1).longestPause = 31s;
            scene.seen(1).silentFor = 124s;
        });
    row("standby that never heard anything", Mode::ActiveBackup, "", "healthy", [](Scene &scene) {
        scene.seen(1).longestPause = 0s;
        scene.seen(1).silentFor = 24h;
    });
    row("standby just come", Mode::ActiveBackup, "", "healthy", [](Scene &scene) {
        scene.seen(1).watched = 200s;
        scene.seen(1).silentFor = 90s;
    });
    row("a group, the switch decides", Mode::BalanceXor, "", "healthy",
        [](Scene &scene) { scene.seen(1).silentFor = 1h; });
    row("nobody has watched", Mode::ActiveBackup, "", "healthy", [](Scene &scene) { scene.window = {}; });
}

void TestRules::lacpRows()
{
    row("no partner", Mode::Ieee8023ad, "lacp-no-partner", "lacp-not-negotiated", [](Scene &scene) {
        scene.bond().ad->partnerMac = MacAddress::fromString(u"00:00:00:00:00:00");
        scene.slave(1).aggregatorId = 2;
    });
    row("some ports", Mode::Ieee8023ad, "lacp-some-ports", "lacp-not-negotiated", [](Scene &scene) {
        split(scene);
        scene.slave(1).actorPortState = 69;
    });
    row("split", Mode::Ieee8023ad, "lacp-split", "lacp-not-negotiated", split);
    row("individual", Mode::Ieee8023ad, "lacp-individual", "lacp-not-negotiated", [](Scene &scene) {
        split(scene);
        scene.slave(1).partnerPortState = 57;
    });
    row("other speed", Mode::Ieee8023ad, "lacp-speed-differs", "lacp-not-negotiated", [](Scene &scene) {
        split(scene);
        scene.nic(1).speedMbps = 1'000;
    });
    row("split, speeds not told", Mode::Ieee8023ad, "lacp-split", "lacp-not-negotiated", [](Scene &scene) {
        split(scene);
        scene.nic(0).speedMbps.reset();
        scene.nic(1).speedMbps.reset();
    });
    row("churned, without root", Mode::Ieee8023ad, "lacp-churn", "degraded", [](Scene &scene) {
        scene.bond().isLacpHidden = true;
        scene.bond().ad.reset();
        scene.slave(1).churnPartner = 1;
    });
    row("churned once, agreed since", Mode::Ieee8023ad, "", "healthy",
        [](Scene &scene) { scene.slave(1).churnActor = 1; });
    row("rates differ", Mode::Ieee8023ad, "lacp-rate", "healthy",
        [](Scene &scene) { scene.slave(0).partnerPortState = scene.slave(1).partnerPortState = 61; });
    row("both slow", Mode::Ieee8023ad, "", "healthy", [](Scene &scene) {
        for (int number : {0, 1})
            scene.slave(number).actorPortState = scene.slave(number).partnerPortState = 61;
    });
}

void TestRules::linkRows()
{
    row("one tells no speed", Mode::ActiveBackup, "speed-unknown", "healthy",
        [](Scene &scene) { scene.nic(1).speedMbps.reset(); });
    row("none tells its speed", Mode::ActiveBackup, "", "healthy", [](Scene &scene) {
        scene.nic(0).speedMbps.reset();
        scene.nic(1).speedMbps.reset();
    });
    row("speeds differ", Mode::ActiveBackup, "speed-differs", "healthy",
        [](Scene &scene) { scene.nic(1).speedMbps = 1'000; });
    row("half duplex", Mode::ActiveBackup, "half-duplex", "degraded",
        [](Scene &scene) { scene.nic(1).duplex = Duplex::Half; });
    row("duplex unknown", Mode::ActiveBackup, "", "healthy",
        [](Scene &scene) { scene.nic(1).duplex = Duplex::Unknown; });
    row("errors", Mode::ActiveBackup, "errors", "degraded", [](Scene &scene) { scene.seen(1).errors = 10; });
    row("few errors", Mode::ActiveBackup, "", "healthy", [](Scene &scene) { scene.seen(1).errors = 9; });
    row("some errors in very many frames", Mode::ActiveBackup, "", "healthy", [](Scene &scene) {
        scene.seen(1).errors = 10;
        scene.seen(1).received = 1'000'000;
    });
    row("flapping", Mode::ActiveBackup, "flapping", "degraded", [](Scene &scene) {
        scene.seen(1).linkLosses = 3;
        scene.seen(1).lossPeriod = scene.seen(1).longestUp = 20s;
    });
    row("a cable moved twice", Mode::ActiveBackup, "", "healthy", [](Scene &scene) { scene.seen(1).linkLosses = 2; });
}

void TestRules::balanceRows()
{
    const auto busy = [](Scene &scene, std::uint64_t first, std::uint64_t second) {
        scene.seen(0).sentBytes = first;
        scene.seen(1).sentBytes = second;
        scene.bond().options[u"xmit_hash_policy"_s] = u"layer2"_s;
    };
    row("all over one", Mode::BalanceXor, "one-carries-all", "healthy",
        [busy](Scene &scene) { busy(scene, 1'000'000, 100'000'000); });
    row("spread", Mode::BalanceXor, "", "healthy", [busy](Scene &scene) { busy(scene, 10'000'000, 100'000'000); });
    row("hardly anything", Mode::BalanceXor, "", "healthy", [busy](Scene &scene) { busy(scene, 0, 50'000'000); });
    row("one is meant to", Mode::ActiveBackup, "", "healthy", [busy](Scene &scene) { busy(scene, 900'000'000, 0); });
}

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
