// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "eventlog.h"
#include "labcables.h"

#include "kernel/addresswriter.h"
#include "kernel/localkernelsource.h"

#include <QTest>

using namespace bondwright;
using namespace bondwright::kernel;
using namespace std::chrono_literals;

#define VERIFY_RESULT(expression)                                                                                      \
    do {                                                                                                               \
        const auto &verified = (expression);                                                                           \
        QVERIFY2(verified.has_value(), verified ? "" : qPrintable(verified.error().message));                          \
    } while (false)

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

    std::unique_ptr<LinkWriter> m_writer;
    std::unique_ptr<LabCables> m_cables;
    std::unique_ptr<LocalKernelSource> m_source;
    std::unique_ptr<EventLog> m_log;
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
        if (m_topology != topology)
            QVERIFY(m_cables->recable(topology));
        m_topology = topology;
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
        const QString partner = partnerOf(bond());
        if (mode == u"802.3ad")
            expected += {QStringLiteral("bond-up bond0"), QStringLiteral("lacp-partner-changed bond0 >%1").arg(partner),
                         QStringLiteral("redundancy-restored bond0")};
        else
            expected += {QStringLiteral("redundancy-restored bond0"), QStringLiteral("bond-up bond0")};
        QCOMPARE(m_log->take(expected.size()), expected);

        QVERIFY(m_cables->pull(0));
        expected = {QStringLiteral("slave-down bond0 eth0 carrier-lost"),
                    QStringLiteral("redundancy-degraded bond0 eth0 carrier-lost")};
        if (hasActive)
            expected.append(QStringLiteral("failover bond0 eth0>eth1 carrier-lost"));
        QCOMPARE(m_log->take(expected.size()), expected);

        QVERIFY(m_cables->plug(0));
        expected = {QStringLiteral("slave-up bond0 eth0"), QStringLiteral("redundancy-restored bond0")};
        QCOMPARE(m_log->take(expected.size(), 10s), expected);

        // Both: first one, then the other, then the first again.
        QVERIFY(m_cables->pull(1));
        expected = {QStringLiteral("slave-down bond0 eth1 carrier-lost"),
                    QStringLiteral("redundancy-degraded bond0 eth1 carrier-lost")};
        if (hasActive)
            expected.append(QStringLiteral("failover bond0 eth1>eth0 carrier-lost"));
        QCOMPARE(m_log->take(expected.size()), expected);
        QVERIFY(m_cables->pull(0));
        expected
            = {QStringLiteral("slave-down bond0 eth0 carrier-lost"), QStringLiteral("bond-down bond0 no-usable-slave")};
        if (mode == u"802.3ad")
            expected.insert(1, QStringLiteral("lacp-partner-lost bond0 %1>").arg(partner));
        QCOMPARE(m_log->take(expected.size()), expected);
        QVERIFY(m_cables->plug(0));
        expected = {QStringLiteral("slave-up bond0 eth0"), QStringLiteral("bond-up bond0")};
        QCOMPARE(m_log->take(expected.size(), 10s), expected);
    }
};

QTEST_GUILESS_MAIN(TestKernelEventsLab)
#include "tst_kernelevents_lab.moc"
