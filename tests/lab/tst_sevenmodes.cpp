// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guest.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

const auto bond = u"bond0"_s;
const QStringList nics = {u"eth0"_s, u"eth1"_s};
const auto farEnd = u"192.0.2.254"_s; // on switch
const auto secondFarEnd = u"192.0.2.253"_s; // on switch2, where there are two

QString bonding(const QString &attribute)
{
    return lab::attribute(bond, u"bonding/"_s + attribute);
}

QString slave(const QString &nic, const QString &attribute)
{
    return lab::attribute(nic, u"bonding_slave/"_s + attribute);
}

bool isUp(const QString &nic)
{
    return slave(nic, u"mii_status"_s) == u"up"_s;
}

bool hasCarrier()
{
    return lab::attribute(bond, u"carrier"_s) == u"1"_s;
}

bool cable(const QString &what, int index)
{
    return lab::run(what, {QString::number(index)});
}

} // namespace

/// The ground that all lab tests stand on: in each of the seven modes the kernel's bond comes up on the lab's
/// switches, carries traffic, notices every cable that is pulled and plugged in, and keeps carrying traffic.
class SevenModesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(lab::isGuest(), "this test changes the network: run it with tests/lab/lab"); }

    void init()
    {
        QFETCH(QString, mode);
        QFETCH(QString, topology);
        if (m_topology != topology)
            QVERIFY(lab::run(u"recable"_s, {topology}));
        m_topology = topology;
        QStringList lines = {u"link add bond0 type bond mode %1 miimon 50"_s.arg(mode)};
        for (const QString &nic : nics)
            lines << u"link set %1 master bond0"_s.arg(nic);
        QVERIFY(lab::ip(lines << u"link set bond0 up"_s << u"address add 192.0.2.1/24 dev bond0"_s));
        QVERIFY(lab::eventually([] { return isUp(nics[0]) && isUp(nics[1]) && hasCarrier(); }));
    }

    void cleanup()
    {
        QVERIFY(lab::ip({u"link del bond0"_s}));
        for (const QString &nic : nics)
            QVERIFY(lab::attribute(nic, u"bonding_slave/state"_s).isEmpty());
    }

    void survivesEveryCable_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("topology");
        QTest::newRow("balance-rr") << u"balance-rr"_s << 0 << u"static"_s;
        QTest::newRow("active-backup") << u"active-backup"_s << 1 << u"two-switches-linked"_s;
        QTest::newRow("balance-xor") << u"balance-xor"_s << 2 << u"static"_s;
        QTest::newRow("broadcast") << u"broadcast"_s << 3 << u"two-switches"_s;
        QTest::newRow("802.3ad") << u"802.3ad"_s << 4 << u"lacp"_s;
        QTest::newRow("balance-tlb") << u"balance-tlb"_s << 5 << u"one-switch"_s;
        QTest::newRow("balance-alb") << u"balance-alb"_s << 6 << u"one-switch"_s;
    }

    void survivesEveryCable()
    {
        QFETCH(QString, mode);
        QFETCH(int, number);
        QCOMPARE(bonding(u"mode"_s), u"%1 %2"_s.arg(mode).arg(number));
        QCOMPARE(bonding(u"slaves"_s), nics.join(u' '));
        QVERIFY(lab::eventually([&] { return carriesTraffic(number, {0, 1}); }));
        const auto soon = std::chrono::duration_cast<std::chrono::milliseconds>(lab::slowness() * 2s);

        for (int pulled = 0; pulled < nics.size(); ++pulled) {
            const int other = 1 - pulled;
            const int failures = slave(nics[pulled], u"link_failure_count"_s).toInt();
            QVERIFY(cable(u"pull"_s, pulled));
            QVERIFY2(lab::eventually([&] { return !isUp(nics[pulled]); }, soon), "the pulled cable was not noticed");
            QCOMPARE(slave(nics[pulled], u"link_failure_count"_s).toInt(), failures + 1);
            QVERIFY(isUp(nics[other]));
            QVERIFY(hasCarrier());
            if (number == 1 || number == 5 || number == 6)
                QCOMPARE(bonding(u"active_slave"_s), nics[other]);
            QVERIFY2(lab::eventually([&] { return carriesTraffic(number, {other}); }), "no traffic on the other cable");

            QVERIFY(cable(u"plug"_s, pulled));
            QVERIFY2(lab::eventually([&] { return isUp(nics[pulled]); }, soon), "the plugged cable was not noticed");
            QVERIFY2(lab::eventually([&] { return carriesTraffic(number, {0, 1}); }), "not whole again");
        }

        // Without any cable it is down and says so, and it comes back by itself.
        QVERIFY(lab::run(u"pull"_s, {u"0"_s, u"1"_s}));
        QVERIFY(lab::eventually([] { return !hasCarrier(); }, soon));
        QVERIFY(!lab::ping(farEnd));
        QVERIFY(lab::run(u"plug"_s, {u"0"_s, u"1"_s}));
        QVERIFY(lab::eventually([] { return hasCarrier(); }));
        QVERIFY(lab::eventually([&] { return carriesTraffic(number, {0, 1}); }));
    }

private:
    /// Whether everything answers that must answer in this mode with just these cables plugged in.
    static bool carriesTraffic(int number, const QList<int> &plugged)
    {
        if (number == 3) {
            // Two networks without a link: each frame goes to both, so each answers as long as its cable is in.
            return lab::ping(farEnd) == plugged.contains(0) && lab::ping(secondFarEnd) == plugged.contains(1);
        }
        if (number == 4 && !isAggregated(plugged))
            return false;
        return lab::ping(farEnd);
    }

    /// LACP has agreed with the switch's group on all these ports: one aggregator, every state bit but
    /// "defaulted" and "expired" set at both ends (IEEE 802.1AX 6.4.2.3).
    static bool isAggregated(const QList<int> &plugged)
    {
        const QString partner = bonding(u"ad_partner_mac"_s);
        if (partner == u"00:00:00:00:00:00"_s || bonding(u"ad_num_ports"_s).toInt() != plugged.size())
            return false;
        for (const int index : plugged) {
            if (slave(nics[index], u"ad_aggregator_id"_s) != bonding(u"ad_aggregator"_s)
                || (slave(nics[index], u"ad_actor_oper_port_state"_s).toInt() & 0x3d) != 0x3d
                || (slave(nics[index], u"ad_partner_oper_port_state"_s).toInt() & 0x3d) != 0x3d)
                return false;
        }
        return true;
    }

    QString m_topology;
};

QTEST_GUILESS_MAIN(SevenModesTest)
#include "tst_sevenmodes.moc"
