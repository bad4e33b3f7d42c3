// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/changebench.h"
#include "tests/support/plans.h"

#include <QCoreApplication>
#include <QFile>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace bondwright;
using namespace bondwright::helper;
using namespace bondwright::tests;
using namespace Qt::StringLiterals;

/// What NetworkManager does by itself beside what it is asked for, and how it makes things otherwise than the kernel.
class TestActivatorsNm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A profile that NetworkManager starts by itself must not be started again: the ports would leave once more, and come
    /// back in another order than the plan's, of which the first gives the bond its MAC.
    void whatStartsByItselfIsNotAskedFor_data()
    {
        QTest::addColumn<bool>("isEdit");
        QTest::addColumn<int>("afterMs");
        QTest::addColumn<int>("toldAfterMs");
        QTest::newRow("a new bond") << false << 3 << 0;
        QTest::newRow("one that has to be made anew") << true << 3 << 0;
        QTest::newRow("a new bond, on a busy machine") << false << 30 << 0;
        QTest::newRow("a new bond, of which it tells late") << false << 3 << 30;
    }
    void whatStartsByItselfIsNotAskedFor()
    {
        QFETCH(bool, isEdit);
        QFETCH(int, afterMs);
        QFETCH(int, toldAfterMs);
        ChangeBench host(Backend::NetworkManager);
        host.addUsualHost();
        BondPlan plan = ChangeBench::plan();
        if (isEdit) {
            QVERIFY(apply(host, plan));
            host.confirm();
            plan.options.insert(u"fail_over_mac"_s, u"1"_s);
        }
        host.manager.startsByItself = true;
        host.manager.itsMoment = std::chrono::milliseconds(afterMs);
        host.manager.tellsAfter = std::chrono::milliseconds(toldAfterMs);
        host.manager.active.remove(u"eth0"_s);
        host.manager.active.remove(u"eth1"_s);
        host.manager.calls.clear();
        QVERIFY(apply(host, plan));
        QCOMPARE(host.differences(plan), QStringList());
        const auto asks = [](const QString &call) { return call.startsWith(u"activate"); };
        QVERIFY2(std::none_of(host.manager.calls.cbegin(), host.manager.calls.cend(), asks),
                 qPrintable(host.manager.calls.join(u", ")));
    }

    /// The window's editor is told what a bond's files say beside the plan; other callers are not.
    void whatNoPlanHoldsIsReported()
    {
        ChangeBench host(Backend::NetworkManager);
        host.addUsualHost();
        BondPlan plan = ChangeBench::plan();
        QVERIFY(apply(host, plan));
        host.confirm();
        const QString path = u"/etc/NetworkManager/system-connections/bond0.nmconnection"_s;
        QFile file(host.root() + path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        host.write(path, file.readAll().replace("[ipv4]\n", "[ipv4]\nroute-table=100\n"));
        plan.mtu = 1400;
        const auto said = [&host](const BondPlan &edited) {
            const auto work = host.work(edited);
            return codesOf(work ? work->findings : QList<Finding>()).count(u"nm.foreign-routing"_s);
        };
        QCOMPARE(said(plan), 1);
        BondPlan other = ChangeBench::plan({u"eth2"_s, u"eth10"_s});
        other.name = u"bond1"_s;
        other.ipv4 = {};
        QCOMPARE(said(other), 0);
    }

    /// No link goes down for another address, and yet the connections to the old one end.
    void aDroppedAddressIsReported()
    {
        ChangeBench host(Backend::NetworkManager);
        host.addUsualHost();
        BondPlan plan = ChangeBench::plan();
        plan.vlans.resize(1);
        plan.vlans[0].id = 7;
        QVERIFY(apply(host, plan));
        host.confirm();
        const auto said = [&host](const BondPlan &edited) { return host.work(edited)->interruptions; };
        QCOMPARE(said(plan), QStringList());
        BondPlan edited = plan;
        edited.ipv4.addresses.append(u"198.51.100.77/24"_s);
        QCOMPARE(said(edited), QStringList()); // one more: nothing ends
        const QString old = plan.ipv4.networks().first().address.toString();
        edited.ipv4.addresses.removeFirst();
        edited.ipv4.gateway = u"198.51.100.254"_s;
        QCOMPARE(said(edited).size(), 1);
        QVERIFY2(said(edited).first().contains(u"bond0 loses the address %1:"_s.arg(old)),
                 qPrintable(said(edited).first()));
        edited = plan;
        edited.vlans.clear();
        QCOMPARE(said(edited), QStringList(u"bond0.7 disappears, with every connection over it."_s));
    }

    /// What stands on the bond goes with it, and what was made of that loses a port.
    void whatGoesWithTheBond()
    {
        ChangeBench host(Backend::NetworkManager);
        host.addUsualHost();
        BondPlan plan = ChangeBench::plan();
        plan.vlans.resize(1);
        plan.vlans[0].id = 7;
        QVERIFY(apply(host, plan));
        host.confirm();
        QVERIFY(host.network.addVlan(u"bond0"_s, 8, u"storage"_s));
        FakeNetwork::Link bridge;
        bridge.name = u"br0"_s;
        bridge.kind = InterfaceKind::Bridge;
        bridge.index = 4711;
        host.network.links.insert(bridge.name, bridge);
        host.network.links[u"bond0.7"_s].master = bridge.name;
        const QStringList vlan{u"bond0.7 disappears, with every connection over it."_s,
                               u"bond0.7 is a port of br0, which loses it."_s};
        (void)host.differences(plan); // looks at the network
        const auto removal = host.planner().forRemove(u"bond0"_s, Backend::NetworkManager);
        QVERIFY(removal);
        QCOMPARE(removal->interruptions,
                 QStringList(u"bond0 disappears, with every connection over it."_s) + vlan
                     + QStringList(u"storage disappears, with every connection over it."_s));
        plan.vlans.clear();
        QCOMPARE(host.work(plan)->interruptions, vlan);
    }

    /// One that NetworkManager has given the bond's MAC is taught to the switch at every port.
    void vlansOfBalancedBondsAreMadeAfterThem_data()
    {
        QTest::addColumn<Mode>("mode");
        QTest::addColumn<bool>("isMadeAnew");
        QTest::newRow("balance-tlb") << Mode::BalanceTlb << true;
        QTest::newRow("balance-alb") << Mode::BalanceAlb << true;
        QTest::newRow("balance-xor") << Mode::BalanceXor << false;
    }
    void vlansOfBalancedBondsAreMadeAfterThem()
    {
        QFETCH(Mode, mode);
        QFETCH(bool, isMadeAnew);
        ChangeBench host(Backend::NetworkManager);
        host.addUsualHost();
        BondPlan plan = ChangeBench::plan();
        plan.vlans.resize(1);
        plan.vlans[0].id = 7;
        QVERIFY(apply(host, plan));
        host.confirm();
        const int index = host.network.links.value(u"bond0.7"_s).index;
        QVERIFY(index > 0);
        plan.mode = mode;
        QVERIFY(apply(host, plan));
        QCOMPARE(host.differences(plan), QStringList());
        QCOMPARE(host.network.links.value(u"bond0.7"_s).index != index, isMadeAnew);
        QVERIFY(!isMadeAnew || host.network.links.value(u"bond0.7"_s).index > 0);
    }

    /// NetworkManager that was started again while the kernel had it already: it deletes no device that it only mirrors.
    void aDroppedVlanGoes()
    {
        ChangeBench host(Backend::NetworkManager);
        host.addUsualHost();
        BondPlan plan = ChangeBench::plan();
        plan.vlans.resize(1);
        plan.vlans[0].id = 7;
        QVERIFY(apply(host, plan));
        host.confirm();
        QVERIFY(host.network.links.contains(u"bond0.7"_s));
        host.manager.active.remove(u"bond0.7"_s);
        plan.vlans.clear();
        QVERIFY(apply(host, plan));
        QVERIFY(!host.network.links.contains(u"bond0.7"_s));
    }

    /// A port that it only mirrors has a profile in no file: it would come back with its bond, after everybody has looked.
    void aDroppedPortThatItOnlyMirrorsStaysOut()
    {
        ChangeBench host(Backend::NetworkManager);
        host.addUsualHost();
        BondPlan plan = ChangeBench::plan({u"eth0"_s, u"eth1"_s, u"eth2"_s});
        QVERIFY(apply(host, plan));
        host.confirm();
        host.manager.active.remove(u"eth2"_s);
        host.manager.mirrored.insert(u"eth2"_s);
        host.manager.itsMoment = std::chrono::milliseconds(100);
        plan.slaves.removeLast();
        plan.mode = Mode::BalanceXor;
        QVERIFY(apply(host, plan));
        QTest::qWait(200);
        QCOMPARE(host.differences(plan), QStringList());
    }

    /// It is away when the rollback begins, and knows only what it saw before.
    void aRestartedNetworkManagerIsToldOnceItIsBack()
    {
        ChangeBench host(Backend::NetworkManager);
        host.addUsualHost();
        BondPlan plan = ChangeBench::plan();
        QVERIFY(apply(host, plan));
        host.confirm();
        plan.mode = Mode::BalanceXor;
        QVERIFY(apply(host, plan));
        host.manager.isRunning = false;
        host.manager.active.clear();
        QTimer::singleShot(std::chrono::milliseconds(20), qApp, [&host] { host.manager.isRunning = true; });
        QCOMPARE(host.back(), QStringList());
        for (const QString &name : {u"bond0"_s, u"eth0"_s, u"eth1"_s})
            QVERIFY2(host.manager.active.contains(name), qPrintable(name));
    }

    /// It is killed in the middle of what it is told, and the next one comes a moment later.
    void aNetworkManagerThatDiesOverARollbackIsToldOnceItIsBack()
    {
        ChangeBench host(Backend::NetworkManager);
        host.addUsualHost();
        BondPlan plan = ChangeBench::plan();
        QVERIFY(apply(host, plan));
        host.confirm();
        plan.mode = Mode::BalanceXor;
        QVERIFY(apply(host, plan));
        host.manager.failAt(u"reload"_s, FakeNetworkManager::Failure::Dies);
        QTimer::singleShot(std::chrono::milliseconds(30), qApp, [&host] {
            host.manager.failAt({}, FakeNetworkManager::Failure::None);
            host.manager.active.clear();
            host.manager.reload();
            host.manager.isRunning = true;
        });
        QCOMPARE(host.back(), QStringList());
        for (const QString &name : {u"bond0"_s, u"eth0"_s, u"eth1"_s})
            QVERIFY2(host.manager.active.contains(name), qPrintable(name));
    }

    /// It was restarted before, and only mirrors the NICs. Once the bond lets go of them it takes their profiles up: if
    /// netlink were faster, their routes would be there twice.
    void nicsThatItOnlyMirroredAreItsOwnAfterwards()
    {
        ChangeBench host(Backend::NetworkManager);
        host.addUsualHost();
        const QMap<QString, QString> own = host.manager.active;
        host.manager.active.clear();
        QVERIFY(apply(host, ChangeBench::plan()));
        QCOMPARE(host.back(), QStringList());
        QCOMPARE(host.manager.active, own);
    }

    /// It does what it was told once it goes on: if it had not been told of the files, it would make the bond anew.
    void filesAreToReadAlsoWhereTheCheckpointHangs()
    {
        ChangeBench host(Backend::NetworkManager);
        host.addUsualHost();
        QVERIFY(apply(host, ChangeBench::plan()));
        host.manager.failAt(u"destroyCheckpoint"_s, FakeNetworkManager::Failure::IsSilent);
        host.manager.calls.clear();
        QCOMPARE(host.back(), QStringList());
        QVERIFY2(host.manager.calls.contains(u"reload "_s), qPrintable(host.manager.calls.join(u'\n')));
    }

    /// Its checkpoint would roll the change back while there is time left to decide.
    void theCheckpointIsExtendedByAHelperStartedAgain()
    {
        ChangeBench host(Backend::NetworkManager);
        host.addUsualHost();
        QVERIFY(apply(host, ChangeBench::plan()));
        QVERIFY(host.extendByAnotherProcess());
        QCOMPARE(host.back(), QStringList());
    }

    /// NetworkManager makes the routes to its addresses' networks itself. Had netlink restored an address to which the
    /// kernel makes one, there would be two as soon as it comes back, or the link goes down and up.
    void routesAreThoseOfWhoMadeThem_data()
    {
        QTest::addColumn<bool>("isEdit");
        QTest::newRow("of the NICs") << false;
        QTest::newRow("of the bond") << true;
    }
    void routesAreThoseOfWhoMadeThem()
    {
        QFETCH(bool, isEdit);
        ChangeBench host(Backend::NetworkManager);
        host.addUsualHost();
        BondPlan plan = ChangeBench::plan();
        if (isEdit) {
            QVERIFY(apply(host, plan));
            host.confirm();
            plan.mode = Mode::BalanceXor;
        }
        const auto then = host.network.capture(host.network.links.keys()).value();
        QVERIFY(apply(host, plan));
        host.manager.isRunning = false;
        QCOMPARE(host.back(), QStringList());
        for (const QString &name : then.links.keys()) {
            (void)host.network.setUp(name, then.links.value(name).up);
            QCOMPARE(host.network.links.value(name).unrouted, then.links.value(name).unrouted);
        }
        const auto now = host.network.capture(host.network.links.keys()).value();
        QCOMPARE(now.routes.size(), then.routes.size());
        for (const runtime::Route &route : then.routes)
            QVERIFY2(now.routes.contains(route), qPrintable(route.toString()));
    }

private:
    static bool apply(ChangeBench &host, const BondPlan &plan)
    {
        const auto work = host.work(plan);
        return work && !hasErrors(work->findings) && host.apply(*work).has_value();
    }
};

QTEST_GUILESS_MAIN(TestActivatorsNm)
#include "tst_activators_nm.moc"
