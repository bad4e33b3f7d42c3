// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "eventlog.h"
#include "eventmacros.h"
#include "tapnic.h"

#include "diagnosis/diagnosis.h"
#include "kernel/addresswriter.h"
#include "kernel/linkwriter.h"
#include "kernel/localkernelsource.h"

#include <QProcess>
#include <QTest>

using namespace bondwright;
using namespace bondwright::diagnosis;
using namespace bondwright::kernel;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// Changes of the NICs themselves: another speed, counters reset to zero, neighbours that stop answering.
class TestKernelNicsLab : public QObject
{
    Q_OBJECT
private:
    static int nic(const QString &name) { return LinkWriter::indexOf(name); }
    const BondState &bond() const { return *m_source->snapshot().bonds.constFind(m_bond); }
    void makeBond(const QMap<QString, QString> &options, const QStringList &slaves)
    {
        auto made = m_writer->addBond(u"bond0"_s, options);
        VERIFY_RESULT(made);
        m_bond = *made;
        for (const QString &slave : slaves)
            VERIFY_RESULT(m_writer->enslave(nic(slave), m_bond));
        VERIFY_RESULT(m_writer->setUp(m_bond, true));
        QTRY_VERIFY_WITH_TIMEOUT(isAllUp(slaves.size()), 20'000);
        m_log->take(0);
    }
    bool isAllUp(qsizetype slaves) const
    {
        const auto made = m_source->snapshot().bonds.constFind(m_bond);
        return made != m_source->snapshot().bonds.cend() && made->miiUp && made->slaves.size() == slaves
            && std::all_of(made->slaves.cbegin(), made->slaves.cend(),
                           [](const SlaveState &slave) { return slave.mii == MiiStatus::Up; });
    }

    std::unique_ptr<LinkWriter> m_writer;
    std::unique_ptr<LocalKernelSource> m_source;
    std::unique_ptr<EventLog> m_log;
    int m_bond = 0;

private Q_SLOTS:
    void initTestCase()
    {
        auto writer = LinkWriter::open();
        VERIFY_RESULT(writer);
        m_writer = std::make_unique<LinkWriter>(std::move(*writer));
        m_source = std::make_unique<LocalKernelSource>();
        m_log = std::make_unique<EventLog>(m_source.get());
        m_source->start();
    }

    void cleanup()
    {
        if (nic(u"bond0"_s) > 0)
            VERIFY_RESULT(m_writer->remove(nic(u"bond0"_s)));
        m_log->take(0);
    }

    /// A cable that comes back on a slower port, as autonegotiation does it: first no link, then the new speed.
    void speedChanged()
    {
        TapNic tap(u"nic0"_s);
        QVERIFY(tap.isOpen() && tap.setSpeed(1000));
        makeBond({{u"mode"_s, u"active-backup"_s}, {u"miimon"_s, u"50"_s}, {u"primary"_s, u"eth0"_s}},
                 {u"eth0"_s, u"nic0"_s});
        QTRY_COMPARE(m_source->snapshot().nics.value(nic(u"nic0"_s)).speedMbps, std::optional<quint32>(1000));
        m_log->take(0);
        QVERIFY(tap.setCarrier(false));
        COMPARE_EVENTS(
            m_log->take(2),
            (QStringList{u"slave-down bond0 nic0 carrier-lost"_s, u"redundancy-degraded bond0 nic0 carrier-lost"_s}));
        QVERIFY(tap.setSpeed(100));
        QVERIFY(tap.setCarrier(true));
        QStringList seen = m_log->take(3);
        seen.sort(); // the speed is asked for as soon as the carrier is there, the driver looks at its next miimon
        COMPARE_EVENTS(seen,
                       (QStringList{u"redundancy-restored bond0"_s, u"slave-up bond0 nic0"_s,
                                    u"speed-changed bond0 nic0 1000>100"_s}));
        QCOMPARE(m_source->snapshot().nics.value(nic(u"nic0"_s)).speedMbps, std::optional<quint32>(100));
    }

    /// The NIC's driver is reloaded: the same number, counters at zero. No rate may show it.
    void countersReset()
    {
        auto tap = std::make_unique<TapNic>(u"nic0"_s);
        QVERIFY(tap->isOpen());
        makeBond({{u"mode"_s, u"active-backup"_s}, {u"miimon"_s, u"50"_s}}, {u"nic0"_s, u"eth0"_s});
        const int index = nic(u"nic0"_s);
        Counters last;
        qint64 lastNs = 0;
        double highest = 0;
        int resets = 0;
        const auto watching
            = connect(m_source.get(), &KernelSource::sampleTaken, this, [&](const CounterSample &taken) {
                  for (const Counters &now : taken.interfaces) {
                      if (now.ifindex != index)
                          continue;
                      if (lastNs > 0) {
                          const Rates rates = ratesBetween(last, lastNs, now, taken.monotonicNs);
                          highest = std::max({highest, rates.rxBytes, rates.txBytes, rates.rxPackets, rates.rxDropped});
                          resets += now.rxBytes < last.rxBytes ? 1 : 0;
                      }
                      last = now;
                      lastNs = taken.monotonicNs;
                  }
              });
        m_source->setSampleInterval(50ms);
        m_source->watchCounters({index, m_bond});
        QTRY_VERIFY_WITH_TIMEOUT(lastNs > 0, 20'000);
        QVERIFY(tap->receive(2000, 1000));
        QTRY_VERIFY_WITH_TIMEOUT(last.rxBytes >= 2'000'000, 20'000);
        QVERIFY(highest > 0);

        tap.reset();
        // Gone as the active one, or as the other: that is the driver's choice.
        QStringList seen = m_log->take(2);
        QCOMPARE(seen.count(u"slave-removed bond0 nic0"_s), 1);
        QCOMPARE(seen.count(u"redundancy-degraded bond0 nic0 slave-removed"_s), 1);
        highest = 0;
        tap = std::make_unique<TapNic>(u"nic0"_s, index);
        QVERIFY(tap->isOpen());
        VERIFY_RESULT(m_writer->enslave(index, m_bond));
        QTRY_VERIFY_WITH_TIMEOUT(isAllUp(2), 20'000);
        seen = m_log->take(2);
        QCOMPARE(seen.count(u"slave-added bond0 nic0"_s), 1);
        QCOMPARE(seen.count(u"redundancy-restored bond0"_s), 1);
        QVERIFY(tap->receive(20, 1000));
        QTRY_VERIFY_WITH_TIMEOUT(resets == 1 && last.rxBytes >= 20'000, 20'000);
        // 20 kB and what the bond itself sends, in a 50 ms sample at the least; a wrap would be 10^20.
        QVERIFY2(highest < 10e6, qPrintable(QString::number(highest)));
        disconnect(watching);
        m_source->watchCounters({});
    }

    /// IPv6 targets (ns_ip6_target): the carrier stays, neighbour advertisements no longer come.
    void neighbourMonitoring()
    {
        QCOMPARE(QProcess::execute(u"ip"_s, u"-n switch address add 2001:db8::fe/64 dev br0 nodad"_s.split(u' ')), 0);
        auto addresses = AddressWriter::open();
        VERIFY_RESULT(addresses);
        // The bond must have its address before it is asked to send from it.
        auto made = m_writer->addBond(u"bond0"_s, {{u"mode"_s, u"active-backup"_s}});
        VERIFY_RESULT(made);
        m_bond = *made;
        for (const QString &slave : {u"eth0"_s, u"eth1"_s})
            VERIFY_RESULT(m_writer->enslave(nic(slave), m_bond));
        VERIFY_RESULT(m_writer->setUp(m_bond, true));
        VERIFY_RESULT(addresses->addAddress(m_bond, *IpNetwork::fromString(u"2001:db8::1/64")));
        VERIFY_RESULT(
            m_writer->setBondOptions(m_bond, {{u"arp_interval"_s, u"100"_s}, {u"ns_ip6_target"_s, u"2001:db8::fe"_s}}));
        QTRY_VERIFY_WITH_TIMEOUT(isAllUp(2) && bond().activeSlave, 20'000);
        QCOMPARE(bond().options.value(u"ns_ip6_target"_s), u"2001:db8::fe"_s);
        // Duplicate address detection comes first; then the answers keep the slaves up.
        QTest::qWait(3000);
        QTRY_VERIFY_WITH_TIMEOUT(isAllUp(2), 20'000);
        m_log->take(0);
        const QString here = bond().slave(*bond().activeSlave)->name;
        const QString there = here == u"eth0" ? u"eth1"_s : u"eth0"_s;
        QCOMPARE(QProcess::execute(u"loss"_s, {here.right(1), u"100"_s, u"in"_s}), 0);
        COMPARE_EVENTS(m_log->take(3),
                       (QStringList{u"slave-down bond0 %1 arp-lost"_s.arg(here),
                                    u"redundancy-degraded bond0 %1 arp-lost"_s.arg(here),
                                    u"failover bond0 %1>%2 arp-lost"_s.arg(here, there)}));
        QCOMPARE(verdictName(judge(bond(), m_source->snapshot()).verdict), u"degraded"_s);
        QCOMPARE(QProcess::execute(u"loss"_s, {here.right(1), u"0"_s, u"in"_s}), 0);
        COMPARE_EVENTS(m_log->take(2, 10s),
                       (QStringList{u"slave-up bond0 %1"_s.arg(here), u"redundancy-restored bond0"_s}));
    }
};

QTEST_GUILESS_MAIN(TestKernelNicsLab)
#include "tst_kernelnics_lab.moc"
