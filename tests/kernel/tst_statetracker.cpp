// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/statetracker.h"
#include "tests/kernel/lab/eventlog.h"
#include "tests/kernel/linkbuilder.h"

#include <QTest>

using namespace bondwright;
using namespace bondwright::kernel;
using namespace Qt::StringLiterals;

/// Messages in the order in which the kernel sends them.
class TestStateTracker : public QObject
{
    Q_OBJECT
private:
    static netlink::LinkMessage linkOf(const LinkBuilder &builder)
    {
        return netlink::parseLink(builder.message()).value();
    }
    static netlink::LinkMessage slaveLink(int index, const QByteArray &name, int mii, bool carrier)
    {
        return linkOf(LinkBuilder(RTM_NEWLINK, index, name).carrier(carrier).slaveOf(10, mii));
    }
    static netlink::LinkMessage bondLink(int active, bool carrier = true, int primary = 0)
    {
        return linkOf(LinkBuilder(RTM_NEWLINK, 10, "bond0").carrier(carrier).bond(active, primary));
    }
    /// eth0 (2, active) and eth1 (3) in bond0 (10); slaves are dumped before their bond.
    static DumpedState whole()
    {
        DumpedState state;
        state.links = {slaveLink(2, "eth0", 0, true), slaveLink(3, "eth1", 0, true), bondLink(2)};
        return state;
    }
    static QStringList wordsOf(const QList<BondEvent> &events)
    {
        QStringList words;
        for (const BondEvent &event : events)
            words.append(EventLog::wordsOf(event));
        return words;
    }

private Q_SLOTS:
    void firstStateIsNoEvent()
    {
        StateTracker tracker;
        QVERIFY(tracker.reset(whole()).isEmpty());
        QVERIFY(tracker.takeChanged());
        QVERIFY(!tracker.takeChanged());
        const BondState bond = tracker.snapshot().bonds.value(10);
        QCOMPARE(bond.slaves.size(), 2);
        QCOMPARE(bond.slaves.first().name, u"eth0"_s);
        QCOMPARE(tracker.takeAppeared(), (QSet<int>{2, 3, 10}));
    }

    /// Without answers active-backup probes one slave after the other, several times a second, for hours.
    void aProbedSlaveIsDown()
    {
        LinkBuilder bond(RTM_NEWLINK, 10, "bond0");
        bond.carrier(false).beginBond(1).request().addU32(7, 200); // arp_interval
        DumpedState state;
        state.links = {slaveLink(2, "eth0", 2, true), slaveLink(3, "eth1", 3, true), linkOf(bond.endBond())};
        StateTracker tracker;
        tracker.reset(state);
        QStringList words;
        for (const auto &[index, name, mii] :
             {std::tuple(3, "eth1", 1), std::tuple(2, "eth0", 3), std::tuple(2, "eth0", 1), std::tuple(3, "eth1", 3)}) {
            words += wordsOf(tracker.apply(slaveLink(index, name, mii, true)));
            for (const SlaveState &slave : tracker.snapshot().bonds.value(10).slaves)
                QCOMPARE(slave.mii, MiiStatus::Down);
        }
        QCOMPARE(words, QStringList());
        words += wordsOf(tracker.apply(slaveLink(2, "eth0", 0, true)));
        QCOMPARE(words.value(0), u"slave-up bond0 eth0"_s);
    }

    /// The kernel sends eight messages for one failover.
    void oneFailover()
    {
        StateTracker tracker;
        tracker.reset(whole());
        QStringList words;
        const auto apply = [&](const netlink::LinkMessage &link) { words += wordsOf(tracker.apply(link)); };
        apply(slaveLink(2, "eth0", 0, false)); // carrier
        apply(slaveLink(2, "eth0", 2, false)); // MII state
        apply(slaveLink(3, "eth1", 0, true)); // now active
        apply(bondLink(3)); // failover
        apply(bondLink(3)); // notify peers
        apply(slaveLink(3, "eth1", 0, true));
        apply(bondLink(3));
        apply(bondLink(3)); // resend IGMP
        QCOMPARE(words,
                 (QStringList{u"slave-down bond0 eth0 carrier-lost"_s, u"redundancy-degraded bond0 eth0 carrier-lost"_s,
                              u"failover bond0 eth0>eth1 carrier-lost"_s}));
        QCOMPARE(tracker.takeSpeedSuspects(), (QSet<int>{2, 10}));
    }

    void failoverOverAGap()
    {
        StateTracker tracker;
        tracker.reset(whole());
        tracker.apply(slaveLink(2, "eth0", 2, false));
        QCOMPARE(wordsOf(tracker.apply(bondLink(0, false))), QStringList{u"bond-down bond0 no-usable-slave"_s});
        QCOMPARE(wordsOf(tracker.apply(bondLink(3))),
                 (QStringList{u"failover bond0 eth0>eth1 carrier-lost"_s, u"bond-up bond0"_s}));
    }

    void slaveLeaves()
    {
        StateTracker tracker;
        tracker.reset(whole());
        const auto free = linkOf(LinkBuilder(RTM_NEWLINK, 3, "eth1").carrier(true));
        QCOMPARE(wordsOf(tracker.apply(free)),
                 (QStringList{u"slave-removed bond0 eth1"_s, u"redundancy-degraded bond0 eth1 slave-removed"_s}));
        QCOMPARE(tracker.snapshot().bonds.value(10).slaves.size(), 1);
        QCOMPARE(tracker.snapshot().nics.value(3).masterIndex, 0);
        QCOMPARE(wordsOf(tracker.apply(slaveLink(3, "eth1", 0, true))),
                 (QStringList{u"slave-added bond0 eth1"_s, u"redundancy-restored bond0"_s}));
    }

    void deletedAndMadeAnew()
    {
        StateTracker tracker;
        tracker.reset(whole());
        tracker.apply(linkOf(LinkBuilder(RTM_NEWLINK, 2, "eth0")));
        tracker.apply(linkOf(LinkBuilder(RTM_NEWLINK, 3, "eth1")));
        const auto gone = linkOf(LinkBuilder(RTM_DELLINK, 10, "bond0").bond(0));
        QCOMPARE(wordsOf(tracker.apply(gone)), QStringList{u"bond-removed bond0"_s});
        QVERIFY(!tracker.snapshot().nics.contains(10));
        const auto anew = linkOf(LinkBuilder(RTM_NEWLINK, 11, "bond0").carrier(false).bond(0));
        QCOMPARE(wordsOf(tracker.apply(anew)), QStringList{u"bond-created bond0"_s});
        QVERIFY(tracker.snapshot().bonds.contains(11));
        // Linux 7 tells of it before it sets the options.
        const auto mode = [&tracker](int number) {
            return wordsOf(
                tracker.apply(linkOf(LinkBuilder(RTM_NEWLINK, 11, "bond0").carrier(false).bond(0, 0, number))));
        };
        QVERIFY(mode(2).isEmpty());
        tracker.apply(linkOf(LinkBuilder(RTM_NEWLINK, 3, "eth1").carrier(true).slaveOf(11, 0)));
        QCOMPARE(mode(3).size(), 1);
    }

    void renameKeepsThePrimary()
    {
        StateTracker tracker;
        DumpedState state = whole();
        state.links.back() = bondLink(2, true, 2);
        tracker.reset(state);
        QCOMPARE(tracker.snapshot().bonds.value(10).options.value(u"primary"_s), u"eth0"_s);
        QCOMPARE(wordsOf(tracker.apply(slaveLink(2, "lan0", 0, true))), QStringList{u"renamed bond0 lan0 eth0>lan0"_s});
        QCOMPARE(tracker.snapshot().bonds.value(10).options.value(u"primary"_s), u"lan0"_s);
        QVERIFY(tracker.apply(bondLink(2, true, 2)).isEmpty());
    }

    void resyncTellsWhatWasMissed()
    {
        StateTracker tracker;
        tracker.reset(whole());
        DumpedState later;
        later.links = {slaveLink(2, "eth0", 2, false), slaveLink(3, "eth1", 0, true), bondLink(3)};
        QCOMPARE(wordsOf(tracker.reset(later)),
                 (QStringList{u"slave-down bond0 eth0 carrier-lost"_s, u"failover bond0 eth0>eth1 carrier-lost"_s,
                              u"redundancy-degraded bond0 eth0 carrier-lost"_s}));
        QVERIFY(tracker.reset(later).isEmpty());
        QCOMPARE(wordsOf(tracker.reset({})),
                 (QStringList{u"slave-removed bond0 eth0"_s, u"slave-removed bond0 eth1"_s, u"bond-removed bond0"_s}));
        QVERIFY(tracker.snapshot().nics.isEmpty());
    }

    void keepsWhatOnlyMessagesMayTell()
    {
        const auto mode4 = [](bool isPrivileged) {
            LinkBuilder builder(RTM_NEWLINK, 10, "bond0");
            builder.beginBond(4);
            if (isPrivileged)
                builder.request().addU16(24, 4096).addU16(25, 7).addBytes(26, QByteArray(6, '\x02'));
            builder.endBond();
            return linkOf(builder);
        };
        StateTracker tracker;
        DumpedState state;
        state.links = {mode4(false)};
        tracker.reset(state);
        QCOMPARE(tracker.snapshot().bonds.value(10).privilegedOptions.size(), 3);
        QVERIFY(tracker.apply(mode4(true)).isEmpty());
        QVERIFY(tracker.snapshot().bonds.value(10).privilegedOptions.isEmpty());
        QVERIFY(tracker.apply(mode4(false)).isEmpty());
        QCOMPARE(tracker.snapshot().bonds.value(10).options.value(u"ad_actor_sys_prio"_s), u"4096"_s);
    }

    void comparesSpeedsAcrossALostLink()
    {
        StateTracker tracker;
        tracker.reset(whole());
        QVERIFY(tracker.setSpeed(2, {1000, Duplex::Full}).isEmpty());
        QVERIFY(tracker.setSpeed(2, {}).isEmpty());
        QCOMPARE(wordsOf(tracker.setSpeed(2, {100, Duplex::Full})),
                 QStringList{u"speed-changed bond0 eth0 1000>100"_s});
        QVERIFY(tracker.setSpeed(2, {100, Duplex::Full}).isEmpty());
        QVERIFY(tracker.setSpeed(99, {100, Duplex::Full}).isEmpty());
    }

    void addressesAndRoutes()
    {
        StateTracker tracker;
        tracker.reset(whole());
        tracker.takeChanged();
        tracker.apply(netlink::AddressMessage{false, 10, *IpNetwork::fromString(u"192.0.2.1/24"_s)});
        tracker.apply(netlink::AddressMessage{false, 10, *IpNetwork::fromString(u"192.0.2.1/24"_s)});
        QCOMPARE(tracker.snapshot().nics.value(10).addresses, IpNetworks{u"192.0.2.1/24"_s});
        tracker.setDefaultRoutes({{10, true, 0, IpAddress::fromString(u"fe80::1")},
                                  {10, false, 200, IpAddress::fromString(u"192.0.2.253")},
                                  {10, false, 100, IpAddress::fromString(u"192.0.2.254")}});
        QVERIFY(tracker.snapshot().nics.value(10).carriesDefaultRoute);
        QCOMPARE(tracker.snapshot().nics.value(10).gateway, IpAddress::fromString(u"192.0.2.254"));
        QVERIFY(tracker.takeChanged());
        // A message about the link itself does not know them and must not lose them.
        tracker.apply(bondLink(3));
        QCOMPARE(tracker.snapshot().nics.value(10).gateway, IpAddress::fromString(u"192.0.2.254"));
        tracker.setDefaultRoutes({{10, false, 0, std::nullopt}, {10, true, 0, IpAddress::fromString(u"fe80::1")}});
        QCOMPARE(tracker.snapshot().nics.value(10).gateway, std::nullopt); // IPv4's goes over the link itself
        QCOMPARE(tracker.snapshot().nics.value(10).ipv6Gateway, IpAddress::fromString(u"fe80::1"));
        tracker.setDefaultRoutes({});
        tracker.apply(netlink::AddressMessage{true, 10, *IpNetwork::fromString(u"192.0.2.1/24"_s)});
        QVERIFY(!tracker.snapshot().nics.value(10).carriesDefaultRoute);
        QVERIFY(tracker.snapshot().nics.value(10).addresses.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestStateTracker)
#include "tst_statetracker.moc"
