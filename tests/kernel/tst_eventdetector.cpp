// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/eventdetector.h"
#include "tests/kernel/lab/eventlog.h"
#include "tests/kernel/states.h"

#include <QTest>

#include <functional>

using namespace bondwright;
using namespace bondwright::kernel;
using namespace Qt::StringLiterals;

using Change = std::function<void(Snapshot &)>;
Q_DECLARE_METATYPE(Change)

/// Before, a change, the exact events.
class TestEventDetector : public QObject
{
    Q_OBJECT
private:
    static BondState &bond(Snapshot &snapshot) { return snapshot.bonds[states::bondIndex]; }

private Q_SLOTS:
    void optionsOfABondInTheMaking()
    {
        Snapshot before = states::bonded(Mode::ActiveBackup);
        bond(before).slaves.clear();
        Snapshot after = before;
        bond(after).options[u"miimon"_s] = u"50"_s;
        QCOMPARE(detectEvents(before, after).size(), 1); // its slaves have left it
        BondView made = viewOf(before, states::bondIndex);
        made.isInTheMaking = true;
        QCOMPARE(detectEvents(made, viewOf(after, states::bondIndex)).size(), 0);
    }

    void detects_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<Change>("change");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, Mode mode, const Change &change, const QStringList &expected) {
            QTest::newRow(name) << int(mode) << change << expected;
        };
        row("nothing", Mode::ActiveBackup, [](Snapshot &) {}, {});
        row("carrier alone, the driver has not seen it", Mode::ActiveBackup,
            [](Snapshot &after) { after.nics[2].carrier = false; }, {});
        row("carrier alone, nobody watches", Mode::BalanceRr,
            [](Snapshot &after) {
                bond(after).options[u"miimon"_s] = u"0"_s;
                after.nics[2].carrier = false;
            },
            {u"option-changed bond0 miimon 100>0"_s, u"slave-down bond0 eth0 carrier-lost"_s,
             u"redundancy-degraded bond0 eth0 carrier-lost"_s});
        row("cable out", Mode::ActiveBackup, [](Snapshot &after) { states::loseLink(after, 1); },
            {u"slave-down bond0 eth1 carrier-lost"_s, u"redundancy-degraded bond0 eth1 carrier-lost"_s});
        row("cable out, going down", Mode::ActiveBackup,
            [](Snapshot &after) {
                after.nics[2].carrier = false;
                states::slaveOf(after, 0).mii = MiiStatus::GoingDown;
            },
            {u"slave-going-down bond0 eth0 carrier-lost"_s});
        row("switched off", Mode::BalanceXor,
            [](Snapshot &after) {
                states::loseLink(after, 0);
                after.nics[2].adminUp = false;
            },
            {u"slave-down bond0 eth0 admin-down"_s, u"redundancy-degraded bond0 eth0 admin-down"_s});
        row("arp lost", Mode::ActiveBackup,
            [](Snapshot &after) {
                bond(after).options[u"arp_interval"_s] = u"100"_s;
                states::slaveOf(after, 1).mii = MiiStatus::Down;
            },
            {u"option-changed bond0 arp_interval 0>100"_s, u"slave-down bond0 eth1 arp-lost"_s,
             u"redundancy-degraded bond0 eth1 arp-lost"_s});
        row("driver sees no link, carrier is on", Mode::BalanceRr,
            [](Snapshot &after) { states::slaveOf(after, 1).mii = MiiStatus::Down; },
            {u"slave-down bond0 eth1 link-lost"_s, u"redundancy-degraded bond0 eth1 link-lost"_s});
        row("failover after the link went", Mode::ActiveBackup,
            [](Snapshot &after) {
                states::loseLink(after, 0);
                bond(after).activeSlave = 3;
            },
            {u"slave-down bond0 eth0 carrier-lost"_s, u"failover bond0 eth0>eth1 carrier-lost"_s,
             u"redundancy-degraded bond0 eth0 carrier-lost"_s});
        row("chosen", Mode::BalanceAlb, [](Snapshot &after) { bond(after).activeSlave = 3; },
            {u"failover bond0 eth0>eth1 chosen"_s});
        row("primary took over", Mode::ActiveBackup,
            [](Snapshot &after) {
                bond(after).options[u"primary"_s] = u"eth1"_s;
                bond(after).activeSlave = 3;
            },
            {u"option-changed bond0 primary >eth1"_s, u"failover bond0 eth0>eth1 reselected"_s});
        row("active slave left", Mode::ActiveBackup,
            [](Snapshot &after) {
                bond(after).slaves.removeFirst();
                bond(after).activeSlave = 3;
            },
            {u"slave-removed bond0 eth0"_s, u"failover bond0 eth0>eth1 slave-removed"_s,
             u"redundancy-degraded bond0 eth0 slave-removed"_s});
        row("active slave number without such a mode", Mode::BalanceRr,
            [](Snapshot &after) { bond(after).activeSlave = 3; }, {});
        row("nothing carries", Mode::ActiveBackup,
            [](Snapshot &after) {
                bond(after).activeSlave.reset();
                bond(after).miiUp = false;
            },
            {u"bond-down bond0 no-usable-slave"_s});
        row("bond switched off", Mode::ActiveBackup,
            [](Snapshot &after) {
                after.nics[states::bondIndex].adminUp = false;
                bond(after).miiUp = false;
            },
            {u"bond-down bond0 admin-down"_s});
        row("slave joined", Mode::BalanceXor,
            [](Snapshot &after) {
                after.nics.insert(4, states::nic(4, u"eth2"_s, states::bondIndex));
                bond(after).slaves.append(states::slave(4, u"eth2"_s));
            },
            {u"slave-added bond0 eth2"_s});
        row("slave renamed", Mode::BalanceXor,
            [](Snapshot &after) { after.nics[2].name = states::slaveOf(after, 0).name = u"lan0"_s; },
            {u"renamed bond0 lan0 eth0>lan0"_s});
        row("bond renamed", Mode::BalanceXor,
            [](Snapshot &after) { after.nics[states::bondIndex].name = bond(after).name = u"uplink"_s; },
            {u"renamed uplink bond0>uplink"_s});
        row("option appears with privileges", Mode::Ieee8023ad,
            [](Snapshot &after) { bond(after).options.insert(u"ad_user_port_key"_s, u"7"_s); }, {});
        row("partner lost", Mode::Ieee8023ad,
            [](Snapshot &after) { bond(after).ad->partnerMac = MacAddress::fromString(u"00:00:00:00:00:00"); },
            {u"lacp-partner-lost bond0 02:aa:00:00:00:01>"_s});
        row("no aggregator left", Mode::Ieee8023ad, [](Snapshot &after) { bond(after).ad.reset(); },
            {u"lacp-partner-lost bond0 02:aa:00:00:00:01>"_s});
        row("another partner", Mode::Ieee8023ad,
            [](Snapshot &after) { bond(after).ad->partnerMac = MacAddress::fromString(u"02:bb:00:00:00:01"); },
            {u"lacp-partner-changed bond0 02:aa:00:00:00:01>02:bb:00:00:00:01"_s});
        row("port left the aggregation", Mode::Ieee8023ad,
            [](Snapshot &after) { states::slaveOf(after, 1).actorPortState = 69; },
            {u"redundancy-degraded bond0 eth1 lacp-lost"_s});
        row("created", Mode::ActiveBackup,
            [](Snapshot &after) {
                NicState nic = after.nics.take(states::bondIndex);
                nic.ifindex = 20;
                nic.name = u"bond1"_s;
                after.nics.insert(20, nic);
                BondState other;
                other.ifindex = 20;
                other.name = u"bond1"_s;
                after.bonds.clear();
                after.bonds.insert(20, other);
            },
            {u"slave-removed bond0 eth0"_s, u"slave-removed bond0 eth1"_s, u"bond-removed bond0"_s,
             u"bond-created bond1"_s});
    }

    void detects()
    {
        QFETCH(int, mode);
        QFETCH(Change, change);
        QFETCH(QStringList, expected);
        const Snapshot before = states::bonded(Mode(mode));
        Snapshot after = before;
        change(after);
        QStringList words;
        for (const BondEvent &event : detectEvents(before, after))
            words.append(EventLog::wordsOf(event));
        QCOMPARE(words, expected);
        QVERIFY(detectEvents(after, after).isEmpty());
    }

    void restores()
    {
        const Snapshot whole = states::bonded(Mode::ActiveBackup);
        Snapshot hurt = whole;
        states::loseLink(hurt, 1);
        QStringList words;
        for (const BondEvent &event : detectEvents(hurt, whole))
            words.append(EventLog::wordsOf(event));
        QCOMPARE(words, (QStringList{u"slave-up bond0 eth1"_s, u"redundancy-restored bond0"_s}));
    }

    void oneOfThreeLeaves()
    {
        const Snapshot before = states::bonded(Mode::ActiveBackup, 3);
        Snapshot after = before;
        bond(after).slaves.removeLast();
        const auto events = detectEvents(before, after);
        QCOMPARE(events.size(), 1); // two that work are still redundant
        QCOMPARE(events.first().kind, EventKind::SlaveRemoved);
    }

    void remembersWhoCarriedBefore()
    {
        // eth0 fails while eth1 still waits for its updelay: for a while no slave is active.
        Snapshot nobody = states::bonded(Mode::ActiveBackup);
        states::loseLink(nobody, 0);
        bond(nobody).activeSlave.reset();
        BondView before = viewOf(nobody, states::bondIndex);
        before.lastActive = 2;
        Snapshot other = nobody;
        bond(other).activeSlave = 3;
        const auto events = detectEvents(before, viewOf(other, states::bondIndex));
        QCOMPARE(events.size(), 1);
        QCOMPARE(EventLog::wordsOf(events.first()), u"failover bond0 eth0>eth1 carrier-lost"_s);
        bond(other).activeSlave = 2;
        QVERIFY(detectEvents(before, viewOf(other, states::bondIndex)).isEmpty());
    }

    void kindsHaveNames()
    {
        for (int kind = 0; kind <= int(EventKind::PingOutage); ++kind) {
            const QString name = eventKindName(EventKind(kind));
            QVERIFY(!name.isEmpty());
            QCOMPARE(eventKindFromName(name), std::optional(EventKind(kind)));
            BondEvent event;
            event.kind = EventKind(kind);
            QVERIFY(!eventText(event).isEmpty());
        }
        QVERIFY(!eventKindFromName(u"Failover"));
        for (int reason = 0; reason <= int(EventReason::NoUsableSlave); ++reason)
            QCOMPARE(eventReasonFromName(eventReasonName(EventReason(reason))), EventReason(reason));
        QCOMPARE(eventReasonFromName(u"of-a-later-release"), EventReason::None);
    }

    void tellsWhatHappened()
    {
        BondEvent event;
        event.kind = EventKind::Failover;
        event.from = u"eth0"_s;
        event.to = u"eth1"_s;
        event.reason = kernel::EventReason::CarrierLost;
        QCOMPARE(eventText(event), u"Traffic moved from eth0 to eth1: eth0 lost its link"_s);
    }
};

QTEST_GUILESS_MAIN(TestEventDetector)
#include "tst_eventdetector.moc"
