// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "eventlog.h"
#include "eventmacros.h"
#include "lab/guest.h"
#include "labcables.h"

#include "diagnosis/diagnosis.h"
#include "kernel/addresswriter.h"
#include "kernel/localkernelsource.h"
#include "kernel/recording/recorder.h"
#include "kernel/replaysource.h"
#include "posix/clock.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

#include <algorithm>

using namespace bondwright;
using namespace bondwright::diagnosis;
using namespace bondwright::kernel;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// Real bonds, real failovers: the list of events must be exactly the expected one.
class TestKernelEventsLab : public QObject
{
    Q_OBJECT
private:
    /// eth0 and eth1 in a bond that is up and carries.
    void makeBond(const QMap<QString, QString> &options, int slaves = 2)
    {
        auto bond = m_writer->addBond(QStringLiteral("bond0"), options);
        QVERIFY2(bond.has_value(), bond ? "" : qPrintable(bond.error().message));
        m_bond = *bond;
        for (int i = 0; i < slaves; ++i)
            VERIFY_RESULT(m_writer->enslave(nic(i), m_bond));
        VERIFY_RESULT(m_writer->setUp(m_bond, true));
    }
    QString recordingFile() const { return m_folder.filePath(u"session.jsonl"_s); }
    void useTopology(const QString &topology)
    {
        if (m_topology != topology)
            QVERIFY(m_cables->recable(topology));
        m_topology = topology;
    }
    QString verdict() const { return verdictName(judge(bond(), m_source->snapshot()).verdict); }
    static int nic(int number) { return LinkWriter::indexOf(QStringLiteral("eth%1").arg(number)); }
    const BondState &bond() const { return *m_source->snapshot().bonds.constFind(m_bond); }
    bool waitUp()
    {
        return QTest::qWaitFor(
            [this] {
                const auto bond = m_source->snapshot().bonds.constFind(m_bond);
                if (bond == m_source->snapshot().bonds.cend() || !bond->miiUp || bond->slaves.size() < 2)
                    return false;
                for (const SlaveState &slave : bond->slaves) {
                    if (!isUsable(*bond, slave, &*m_source->snapshot().nics.constFind(slave.ifindex)))
                        return false;
                }
                return true;
            },
            15'000);
    }

    void seenOnce(const QString &words) { QCOMPARE(m_log->take(1).count(words), 1); }

    std::unique_ptr<LinkWriter> m_writer;
    std::unique_ptr<LabCables> m_cables;
    std::unique_ptr<LocalKernelSource> m_source;
    std::unique_ptr<EventLog> m_log;
    std::unique_ptr<Recorder> m_recorder;
    QTemporaryDir m_folder;
    QString m_topology = QStringLiteral("one-switch");
    int m_bond = 0;

private Q_SLOTS:
    void initTestCase()
    {
        auto writer = LinkWriter::open();
        VERIFY_RESULT(writer);
        m_writer = std::make_unique<LinkWriter>(std::move(*writer));
        m_cables = std::make_unique<LabCables>(3);
        m_source = std::make_unique<LocalKernelSource>();
        m_log = std::make_unique<EventLog>(m_source.get());
        m_source->start();
        m_recorder = std::make_unique<Recorder>(m_source.get());
        VERIFY_RESULT(m_recorder->start(recordingFile()));
    }

    void cleanup()
    {
        for (int i = 0; i < 3; ++i)
            m_cables->plug(i);
        if (LinkWriter::indexOf(QStringLiteral("bond0")) > 0)
            VERIFY_RESULT(m_writer->remove(LinkWriter::indexOf(QStringLiteral("bond0"))));
        m_log->take(0);
    }

    void pulledAndPlugged_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("topology");
        QTest::addColumn<bool>("hasActive");
        QTest::newRow("balance-rr") << QStringLiteral("balance-rr") << QStringLiteral("static") << false;
        QTest::newRow("balance-xor") << QStringLiteral("balance-xor") << QStringLiteral("static") << false;
        QTest::newRow("active-backup") << QStringLiteral("active-backup") << QStringLiteral("one-switch") << true;
        QTest::newRow("broadcast") << QStringLiteral("broadcast") << QStringLiteral("one-switch") << false;
        QTest::newRow("balance-tlb") << QStringLiteral("balance-tlb") << QStringLiteral("one-switch") << true;
        QTest::newRow("balance-alb") << QStringLiteral("balance-alb") << QStringLiteral("one-switch") << true;
        QTest::newRow("802.3ad") << QStringLiteral("802.3ad") << QStringLiteral("lacp") << false;
    }

    void pulledAndPlugged()
    {
        QFETCH(QString, mode);
        QFETCH(QString, topology);
        QFETCH(bool, hasActive);
        useTopology(topology);
        QMap<QString, QString> options{{QStringLiteral("mode"), mode},
                                       {QStringLiteral("miimon"), QStringLiteral("50")}};
        if (topology == u"lacp")
            options.insert(QStringLiteral("lacp_rate"), QStringLiteral("fast"));
        makeBond(options);
        if (hasActive)
            VERIFY_RESULT(m_writer->setActiveSlave(m_bond, nic(0)));
        QVERIFY(waitUp());
        QStringList expected{QStringLiteral("bond-created bond0"), QStringLiteral("slave-added bond0 eth0"),
                             QStringLiteral("slave-added bond0 eth1")};
        const QString partner = partnerOf(bond()).toString();
        if (mode == u"802.3ad")
            expected += {QStringLiteral("bond-up bond0"), QStringLiteral("lacp-partner-changed bond0 >%1").arg(partner),
                         QStringLiteral("redundancy-restored bond0")};
        else
            expected += {QStringLiteral("redundancy-restored bond0"), QStringLiteral("bond-up bond0")};
        COMPARE_EVENTS(m_log->take(expected.size()), expected);

        QVERIFY(m_cables->pull(0));
        expected = {QStringLiteral("slave-down bond0 eth0 carrier-lost"),
                    QStringLiteral("redundancy-degraded bond0 eth0 carrier-lost")};
        if (hasActive)
            expected.append(QStringLiteral("failover bond0 eth0>eth1 carrier-lost"));
        COMPARE_EVENTS(m_log->take(expected.size()), expected);

        QVERIFY(m_cables->plug(0));
        expected = {QStringLiteral("slave-up bond0 eth0"), QStringLiteral("redundancy-restored bond0")};
        COMPARE_EVENTS(m_log->take(expected.size(), 10s), expected);

        // Both: first one, then the other, then the first again.
        QVERIFY(m_cables->pull(1));
        expected = {QStringLiteral("slave-down bond0 eth1 carrier-lost"),
                    QStringLiteral("redundancy-degraded bond0 eth1 carrier-lost")};
        if (hasActive)
            expected.append(QStringLiteral("failover bond0 eth1>eth0 carrier-lost"));
        COMPARE_EVENTS(m_log->take(expected.size()), expected);
        QVERIFY(m_cables->pull(0));
        expected
            = {QStringLiteral("slave-down bond0 eth0 carrier-lost"), QStringLiteral("bond-down bond0 no-usable-slave")};
        if (mode == u"802.3ad")
            expected.insert(1, QStringLiteral("lacp-partner-lost bond0 %1>").arg(partner));
        COMPARE_EVENTS(m_log->take(expected.size()), expected);
        QVERIFY(m_cables->plug(0));
        expected = {QStringLiteral("slave-up bond0 eth0"), QStringLiteral("bond-up bond0")};
        if (mode == u"802.3ad")
            expected.append(QStringLiteral("lacp-partner-changed bond0 >%1").arg(partner));
        QStringList seen = m_log->take(expected.size(), 10s);
        // The driver may lose the partner once more while it sets the port up; both changes are real, and told.
        const QString lost = QStringLiteral("lacp-partner-lost bond0 %1>").arg(partner);
        if (seen.contains(lost)) {
            seen += m_log->take(1, 10s);
            QVERIFY(seen.removeOne(lost));
            QVERIFY2(seen.removeOne(QStringLiteral("lacp-partner-changed bond0 >%1").arg(partner)),
                     qPrintable(seen.join(u' ')));
        }
        seen.sort(); // the partner and the carrier are found in either order
        expected.sort();
        COMPARE_EVENTS(seen, expected);
    }

    void delays()
    {
        useTopology(u"one-switch"_s);
        makeBond({{u"mode"_s, u"active-backup"_s},
                  {u"miimon"_s, u"50"_s},
                  {u"updelay"_s, u"500"_s},
                  {u"downdelay"_s, u"500"_s}});
        QVERIFY(waitUp());
        m_log->take(0);
        QVERIFY(m_cables->pull(0));
        QStringList expected{u"slave-going-down bond0 eth0 carrier-lost"_s, u"slave-down bond0 eth0 carrier-lost"_s,
                             u"redundancy-degraded bond0 eth0 carrier-lost"_s,
                             u"failover bond0 eth0>eth1 carrier-lost"_s};
        COMPARE_EVENTS(m_log->take(expected.size()), expected);
        QVERIFY(m_cables->plug(0));
        expected = {u"slave-going-back bond0 eth0"_s, u"slave-up bond0 eth0"_s, u"redundancy-restored bond0"_s};
        COMPARE_EVENTS(m_log->take(expected.size()), expected);
        // Back within its downdelay, of a busy machine too: nothing was lost.
        VERIFY_RESULT(m_writer->setBondOptions(m_bond, {{u"downdelay"_s, u"5000"_s}}));
        COMPARE_EVENTS(m_log->take(1), QStringList{u"option-changed bond0 downdelay 500>5000"_s});
        QVERIFY(m_cables->pull(0));
        expected = {u"slave-going-down bond0 eth0 carrier-lost"_s};
        (void)QTest::qWaitFor([this] { return bond().slaves.first().mii == MiiStatus::GoingDown; });
        QVERIFY(m_cables->plug(0));
        expected.append(u"slave-up bond0 eth0 recovered-in-time"_s);
        COMPARE_EVENTS(m_log->take(expected.size()), expected);
    }

    void arpMonitoring()
    {
        useTopology(u"one-switch"_s);
        makeBond(
            {{u"mode"_s, u"active-backup"_s}, {u"arp_interval"_s, u"100"_s}, {u"arp_ip_target"_s, u"192.0.2.254"_s}});
        auto addresses = AddressWriter::open();
        VERIFY_RESULT(addresses);
        VERIFY_RESULT(addresses->addAddress(m_bond, *IpNetwork::fromString(u"192.0.2.1/24")));
        VERIFY_RESULT(addresses->addRoute(
            {*IpNetwork::fromString(u"0.0.0.0/0"), {{m_bond, IpAddress::fromString(u"192.0.2.254")}}}));
        QVERIFY(waitUp());
        m_log->take(0);
        QTRY_COMPARE(m_source->snapshot().nics.value(m_bond).gateway, IpAddress::fromString(u"192.0.2.254"));
        QCOMPARE(m_source->snapshot().nics.value(m_bond).addresses.first().toString(), u"192.0.2.1/24"_s);
        const int active = *bond().activeSlave - nic(0);
        const QString here = u"eth%1"_s.arg(active);
        const QString there = u"eth%1"_s.arg(1 - active);
        // The carrier stays, no answer comes through.
        QCOMPARE(QProcess::execute(u"loss"_s, {QString::number(active), u"100"_s, u"in"_s}), 0);
        QStringList expected{u"slave-down bond0 %1 arp-lost"_s.arg(here),
                             u"redundancy-degraded bond0 %1 arp-lost"_s.arg(here),
                             u"failover bond0 %1>%2 arp-lost"_s.arg(here, there)};
        COMPARE_EVENTS(m_log->take(expected.size()), expected);
        QCOMPARE(verdict(), u"degraded"_s);
        QCOMPARE(QProcess::execute(u"loss"_s, {QString::number(active), u"0"_s, u"in"_s}), 0);
        expected = {u"slave-up bond0 %1"_s.arg(here), u"redundancy-restored bond0"_s};
        COMPARE_EVENTS(m_log->take(expected.size()), expected);
        QCOMPARE(verdict(), u"healthy"_s);
    }

    void administratorChanges()
    {
        useTopology(u"one-switch"_s);
        makeBond({{u"mode"_s, u"active-backup"_s}, {u"miimon"_s, u"50"_s}});
        QVERIFY(waitUp());
        m_log->take(0);
        VERIFY_RESULT(m_writer->setActiveSlave(m_bond, nic(1)));
        COMPARE_EVENTS(m_log->take(1), QStringList{u"failover bond0 eth0>eth1 chosen"_s});
        VERIFY_RESULT(m_writer->setBondOptions(m_bond, {{u"primary"_s, u"eth0"_s}}));
        QStringList expected{u"option-changed bond0 primary >eth0"_s, u"failover bond0 eth1>eth0 reselected"_s};
        QStringList seen = m_log->take(2);
        seen.sort(); // the kernel announces the new active slave first
        expected.sort();
        COMPARE_EVENTS(seen, expected);
        VERIFY_RESULT(m_writer->setBondOptions(m_bond, {{u"miimon"_s, u"40"_s}, {u"resend_igmp"_s, u"7"_s}}));
        expected = {u"option-changed bond0 miimon 50>40"_s, u"option-changed bond0 resend_igmp 1>7"_s};
        COMPARE_EVENTS(m_log->take(2), expected);
        VERIFY_RESULT(m_writer->enslave(nic(2), m_bond));
        COMPARE_EVENTS(m_log->take(1), QStringList{u"slave-added bond0 eth2"_s});
        VERIFY_RESULT(m_writer->setSlaveOption(nic(2), u"queue_id"_s, u"2"_s));
        QTRY_COMPARE(bond().slaves.at(2).queueId, std::optional<quint16>(2));
        VERIFY_RESULT(m_writer->release(nic(2)));
        COMPARE_EVENTS(m_log->take(1), QStringList{u"slave-removed bond0 eth2"_s});
        VERIFY_RESULT(m_writer->release(nic(0)));
        expected = {u"slave-removed bond0 eth0"_s, u"redundancy-degraded bond0 eth0 slave-removed"_s,
                    u"failover bond0 eth0>eth1 slave-removed"_s};
        seen = m_log->take(3);
        seen.sort();
        expected.sort();
        COMPARE_EVENTS(seen, expected);
        QCOMPARE(verdict(), u"single-point-of-failure"_s);
    }

    void renamed()
    {
        useTopology(u"one-switch"_s);
        makeBond({{u"mode"_s, u"balance-rr"_s}, {u"miimon"_s, u"50"_s}});
        QVERIFY(waitUp());
        m_log->take(0);
        // Kernels before 6.2 rename only what is down.
        const int index = nic(1);
        VERIFY_RESULT(m_writer->setUp(index, false));
        QStringList expected{u"slave-down bond0 eth1 admin-down"_s, u"redundancy-degraded bond0 eth1 admin-down"_s};
        COMPARE_EVENTS(m_log->take(2), expected);
        QVERIFY(lab::ip({u"link set eth1 name lan1"_s}));
        COMPARE_EVENTS(m_log->take(1), QStringList{u"renamed bond0 lan1 eth1>lan1"_s});
        VERIFY_RESULT(m_writer->setUp(index, true));
        expected = {u"slave-up bond0 lan1"_s, u"redundancy-restored bond0"_s};
        COMPARE_EVENTS(m_log->take(2), expected);
        VERIFY_RESULT(m_writer->setUp(index, false));
        QVERIFY(lab::ip({u"link set lan1 name eth1"_s}));
        VERIFY_RESULT(m_writer->setUp(index, true));
        m_log->take(5);
        // The bond itself, deleted and created again.
        VERIFY_RESULT(m_writer->remove(m_bond));
        seenOnce(u"bond-removed bond0"_s);
        makeBond({{u"mode"_s, u"balance-rr"_s}, {u"miimon"_s, u"50"_s}});
        QVERIFY(waitUp());
        seenOnce(u"bond-created bond0"_s);
        QCOMPARE(bond().ifindex, m_bond);
    }

    void lacpWithoutPartner()
    {
        useTopology(u"one-switch"_s);
        makeBond({{u"mode"_s, u"802.3ad"_s}, {u"miimon"_s, u"50"_s}, {u"lacp_rate"_s, u"fast"_s}});
        QTRY_VERIFY_WITH_TIMEOUT(m_source->snapshot().bonds.contains(m_bond) && bond().miiUp, 10'000);
        QTest::qWait(4000);
        QVERIFY(partnerOf(bond()).isEmpty());
        QCOMPARE(verdict(), u"lacp-not-negotiated"_s);
    }

    void lacpTwoSwitches()
    {
        useTopology(u"lacp-two"_s);
        makeBond({{u"mode"_s, u"802.3ad"_s}, {u"miimon"_s, u"50"_s}, {u"lacp_rate"_s, u"fast"_s}});
        QTRY_VERIFY_WITH_TIMEOUT(m_source->snapshot().bonds.contains(m_bond) && !partnerOf(bond()).isEmpty(), 15'000);
        QCOMPARE(verdict(), u"lacp-not-negotiated"_s);
        QVERIFY(judge(bond(), m_source->snapshot()).cause.contains(u"different switches"));
    }

    void lacpPassiveAndLost()
    {
        useTopology(u"lacp"_s);
        makeBond({{u"mode"_s, u"802.3ad"_s},
                  {u"miimon"_s, u"50"_s},
                  {u"lacp_rate"_s, u"fast"_s},
                  {u"lacp_active"_s, u"off"_s}});
        QVERIFY(waitUp());
        QCOMPARE(verdict(), u"healthy"_s);
        const QString partner = partnerOf(bond()).toString();
        m_log->take(0);
        // The links stay, the switch's LACP frames do not arrive any more: three seconds of silence.
        for (const QString &cable : {u"0"_s, u"1"_s})
            QCOMPARE(QProcess::execute(u"loss"_s, {cable, u"100"_s, u"in"_s}), 0);
        QTRY_VERIFY_WITH_TIMEOUT(partnerOf(bond()).isEmpty(), 15'000);
        QStringList seen = m_log->take(1);
        qInfo() << seen;
        QCOMPARE(seen.count(u"lacp-partner-lost bond0 %1>"_s.arg(partner)), 1);
        QCOMPARE(seen.filter(u"redundancy-degraded"_s).size() <= 1, true);
        QVERIFY(seen.filter(u"slave-down"_s).isEmpty());
        QCOMPARE(verdict(), u"lacp-not-negotiated"_s);
        for (const QString &cable : {u"0"_s, u"1"_s})
            QCOMPARE(QProcess::execute(u"loss"_s, {cable, u"0"_s, u"in"_s}), 0);
        QVERIFY(waitUp());
        seen = m_log->take(2);
        qInfo() << seen;
        QCOMPARE(seen.count(u"lacp-partner-changed bond0 >%1"_s.arg(partner)), 1);
        QCOMPARE(seen.count(u"redundancy-restored bond0"_s), 1);
    }

    void privilegesDecideWhatIsTold()
    {
        useTopology(u"lacp"_s);
        makeBond({{u"mode"_s, u"802.3ad"_s}, {u"miimon"_s, u"50"_s}, {u"ad_actor_sys_prio"_s, u"4096"_s}});
        QTRY_VERIFY(m_source->snapshot().bonds.contains(m_bond));
        QCOMPARE(bond().options.value(u"ad_actor_sys_prio"_s), u"4096"_s);
        QVERIFY(bond().privilegedOptions.isEmpty());
        QCOMPARE(::seteuid(65534), 0);
        LocalKernelSource user;
        QSignalSpy trouble(&user, &KernelSource::troubleOccurred);
        user.start();
        const BondState seen = user.snapshot().bonds.value(m_bond);
        QCOMPARE(::seteuid(0), 0);
        QVERIFY(trouble.isEmpty());
        QCOMPARE(seen.privilegedOptions.size(), 3);
        QVERIFY(!seen.options.contains(u"ad_actor_sys_prio"_s));
        QCOMPARE(seen.options.value(u"miimon"_s), u"50"_s);
        QCOMPARE(seen.slaves.size(), 2);
    }

    /// So much at once that the kernel drops messages: one event says so, and the state is right.
    void storm()
    {
        useTopology(u"one-switch"_s);
        makeBond({{u"mode"_s, u"active-backup"_s}, {u"miimon"_s, u"50"_s}});
        QVERIFY(waitUp());
        m_log->take(0);
        // A user's receive buffer holds few messages, root's many thousands. (Linux 7 would give him as much as root.)
        QFile most(u"/proc/sys/net/core/rmem_max"_s);
        QVERIFY(most.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && most.write("212992") > 0);
        QCOMPARE(::seteuid(65534), 0);
        LocalKernelSource user;
        EventLog log(&user);
        user.start();
        QCOMPARE(::seteuid(0), 0);
        const int other = nic(2);
        QVERIFY(m_cables->pull(0));
        for (quint32 i = 0; i < 1500; ++i)
            VERIFY_RESULT(m_writer->setMtu(other, 1400 + i % 100));
        VERIFY_RESULT(m_writer->setMtu(other, 1234));
        QTRY_COMPARE_WITH_TIMEOUT(user.snapshot().nics.value(other).mtu, 1234U, 10'000);
        const QStringList seen = log.take(4);
        qInfo() << seen;
        QCOMPARE(seen.count(u"events-lost"_s), 1);
        QCOMPARE(seen.count(u"failover bond0 eth0>eth1 carrier-lost"_s), 1);
        QCOMPARE(seen.count(u"slave-down bond0 eth0 carrier-lost"_s), 1);
        QCOMPARE(seen.size(), 4);
        QTRY_COMPARE(m_source->snapshot().nics.value(other).mtu, 1234U);
        VERIFY_RESULT(m_writer->setMtu(other, 1500));
    }

    void failoverIsSeenInTime()
    {
        useTopology(u"one-switch"_s);
        constexpr int miimon = 100;
        makeBond({{u"mode"_s, u"active-backup"_s}, {u"miimon"_s, u"100"_s}});
        QVERIFY(waitUp());
        m_log->take(0);
        QList<double> latencies;
        for (int i = 0; i < 30; ++i) {
            const int active = *bond().activeSlave - nic(0);
            const qsizetype before = m_log->all().size();
            const qint64 pulled = monotonicNow();
            QVERIFY(m_cables->pull(active));
            const auto failover = [&] {
                return std::find_if(m_log->all().cbegin() + before, m_log->all().cend(),
                                    [](const BondEvent &event) { return event.kind == EventKind::Failover; });
            };
            QVERIFY(QTest::qWaitFor([&] { return failover() != m_log->all().cend(); }));
            latencies.append(double(failover()->monotonicNs - pulled) / 1e6);
            QVERIFY(m_cables->plug(active));
            QVERIFY(waitUp());
            QTest::qWait(7 * i % 100); // not in step with miimon
        }
        std::sort(latencies.begin(), latencies.end());
        qInfo("failover event after the cable was pulled, miimon %d ms: min %.1f, median %.1f, p90 %.1f, max %.1f ms",
              miimon, latencies.first(), latencies.at(15), latencies.at(27), latencies.last());
        QVERIFY(latencies.at(27) <= miimon + 50 * lab::slowness());
        m_log->clear();
    }

    /// All that was seen above, played again.
    void replayEqualsLive()
    {
        m_recorder->stop();
        ReplaySource replay(recordingFile(), 0);
        EventLog replayed(&replay);
        QSignalSpy finished(&replay, &ReplaySource::finished);
        replay.start();
        QVERIFY(finished.wait(30'000));
        QList<BondEvent> events = replayed.all();
        QVERIFY(events.size() > 100);
        QCOMPARE(events.size(), m_log->all().size());
        // The recording begins now on this host's clock: all times are later by one amount.
        const qint64 shiftNs = events.first().monotonicNs - m_log->all().first().monotonicNs;
        for (BondEvent &event : events)
            event.monotonicNs -= shiftNs;
        for (qsizetype i = 0; i < events.size(); ++i) {
            BondEvent live = m_log->all().at(i);
            // A recording keeps milliseconds of the wall clock.
            live.wallTime = events.at(i).wallTime;
            QVERIFY2(events.at(i) == live, qPrintable(EventLog::wordsOf(live)));
        }
        Snapshot last = replay.snapshot();
        last.monotonicNs = m_source->snapshot().monotonicNs;
        QCOMPARE(last.bonds, m_source->snapshot().bonds);
        QCOMPARE(last.nics, m_source->snapshot().nics);
    }
};

QTEST_GUILESS_MAIN(TestKernelEventsLab)
#include "tst_kernelevents_lab.moc"
