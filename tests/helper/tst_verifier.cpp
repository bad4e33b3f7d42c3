// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakekernelsource.h"
#include "helper/transaction/verifier.h"

#include <QTest>
#include <QTimer>

using namespace bondwright;
using namespace bondwright::helper;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// What the verifier says of a change that did not arrive.
class TestVerifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void causeComesFirst_data();
    void causeComesFirst();
    void aDroppedVlanIsMissed();

private:
    static kernel::Snapshot snapshot(bool hasSlaves);
    static Record record();
};

kernel::Snapshot TestVerifier::snapshot(bool hasSlaves)
{
    kernel::Snapshot snapshot;
    kernel::NicState nic;
    nic.ifindex = 7;
    nic.name = u"bond0"_s;
    nic.kind = InterfaceKind::Bond;
    nic.adminUp = true;
    nic.carrier = hasSlaves;
    nic.mtu = 1500;
    snapshot.nics.insert(nic.ifindex, nic);
    kernel::BondState bond;
    bond.ifindex = nic.ifindex;
    bond.name = nic.name;
    bond.mode = Mode::ActiveBackup;
    if (hasSlaves) {
        kernel::SlaveState slave;
        slave.ifindex = 2;
        slave.name = u"eth0"_s;
        bond.slaves.append(slave);
    }
    snapshot.bonds.insert(bond.ifindex, bond);
    return snapshot;
}

Record TestVerifier::record()
{
    BondPlan plan;
    plan.name = u"bond0"_s;
    plan.mode = Mode::ActiveBackup;
    SlavePlan slave;
    slave.name = u"eth0"_s;
    plan.slaves = {slave};
    plan.ipv4.method = IpMethod::Auto;
    Record record;
    record.after = {plan};
    return record;
}

void TestVerifier::causeComesFirst_data()
{
    QTest::addColumn<bool>("isBondGone");
    QTest::newRow("the ports are out") << false;
    QTest::newRow("the bond is gone") << true;
}

/// NetworkManager gives a bond up that gets no lease: its ports leave it, or it goes as a whole.
void TestVerifier::causeComesFirst()
{
    QFETCH(bool, isBondGone);
    FakeKernelSource kernel;
    kernel.setSnapshot(snapshot(false));
    Verifier verifier(kernel);
    QStringList said;
    Baseline baseline;
    baseline.hadCarrier = true;
    verifier.verify(record(), baseline, {}, [&said](const QStringList &differences) { said = differences; });
    kernel.setSnapshot(snapshot(true)); // the port is attached; only the lease is missing
    QTimer::singleShot(500ms, &kernel, [&kernel, isBondGone] {
        kernel::Snapshot given = isBondGone ? kernel::Snapshot() : snapshot(false);
        if (!isBondGone)
            given.bonds[7].mode = Mode::BalanceRr; // nothing to wait for
        kernel.setSnapshot(given);
    });
    QTRY_VERIFY_WITH_TIMEOUT(!said.isEmpty(), 10'000);
    QVERIFY2(said.first().contains(u"DHCP"), qPrintable(said.join(u'\n')));
    QVERIFY2(said.size() > 1, qPrintable(said.join(u'\n')));
}

void TestVerifier::aDroppedVlanIsMissed()
{
    FakeKernelSource kernel;
    kernel::Snapshot given = snapshot(true);
    kernel::NicState vlan;
    vlan.ifindex = 9;
    vlan.name = u"bond0.20"_s;
    vlan.kind = InterfaceKind::Vlan;
    given.nics.insert(vlan.ifindex, vlan);
    kernel.setSnapshot(given);
    Record change = record();
    change.after[0].ipv4.method = IpMethod::Disabled;
    change.before = change.after;
    change.before[0].vlans.resize(1);
    change.before[0].vlans[0].id = 20;
    QStringList said;
    Verifier verifier(kernel);
    verifier.verify(change, {}, {}, [&said](const QStringList &differences) { said = differences; });
    QTRY_COMPARE_WITH_TIMEOUT(said, QStringList(u"bond0.20 is still there."_s), 15'000);
}

QTEST_GUILESS_MAIN(TestVerifier)
#include "tst_verifier.moc"
