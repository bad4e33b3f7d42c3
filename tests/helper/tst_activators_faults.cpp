// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/nm/keyfile.h"
#include "support/changebench.h"

#include <QSet>
#include <QTest>

using namespace bondwright;
using namespace bondwright::helper;
using namespace bondwright::tests;
using namespace Qt::StringLiterals;
using Failure = FakeNetworkManager::Failure;

namespace
{

QByteArray text(const Result<void> &result)
{
    return result ? QByteArray("done") : result.error().message.toUtf8();
}

enum class Change : quint8 { NewBond, OtherMode, OtherAddress, ForeignPort, Removal };
constexpr std::pair<Change, const char *> changes[] = {{Change::NewBond, "a new bond"},
                                                       {Change::OtherMode, "another mode"},
                                                       {Change::OtherAddress, "another address"},
                                                       {Change::ForeignPort, "a port without a profile"},
                                                       {Change::Removal, "the removal of a bond that it only mirrors"}};

PlannedChange workOf(ChangeBench &host, const BondPlan &plan)
{
    const auto work = host.work(plan);
    if (!work || hasErrors(work->findings))
        qFatal("the plan is refused: %s", qPrintable(work ? work->findings.first().message : work.error().message));
    return *work;
}

void makeBond(ChangeBench &host, const BondPlan &plan)
{
    if (!host.apply(workOf(host, plan)))
        qFatal("there is no bond to be changed");
    host.confirm();
}

/// On a host of NetworkManager.
PlannedChange makeChange(ChangeBench &host, Change change)
{
    host.addUsualHost();
    BondPlan plan = ChangeBench::plan();
    if (change != Change::NewBond)
        makeBond(host, plan);
    if (change == Change::OtherMode) {
        plan.mode = Mode::BalanceXor;
        plan.slaves.removeLast();
        plan.options.insert(u"resend_igmp"_s, u"4"_s);
    }
    if (change == Change::OtherAddress)
        plan.ipv4.addresses = {u"192.0.2.77/24"_s};
    if (change == Change::ForeignPort) {
        (void)host.network.setMaster(u"eth2"_s, u"bond0"_s);
        (void)host.differences(plan); // looks at the network anew
        plan.options.insert(u"resend_igmp"_s, u"4"_s);
    }
    if (change == Change::Removal) {
        host.manager.active.remove(u"bond0"_s);
        return host.planner().forRemove(u"bond0"_s, Backend::NetworkManager).value();
    }
    return workOf(host, plan);
}

/// A change for which every call to the kernel is needed, there or back.
PlannedChange changeEverything(ChangeBench &host, Backend backend)
{
    host.addUsualHost();
    BondPlan plan = ChangeBench::plan();
    VlanPlan vlan;
    vlan.id = 30;
    vlan.ipv4.method = IpMethod::Manual;
    vlan.ipv4.addresses = {u"203.0.113.5/24"_s};
    plan.vlans = {vlan};
    const bool isWithoutFiles = backend == Backend::RuntimeOnly; // no file of this host holds both of these
    if (isWithoutFiles) {
        plan.slaves[0].queueId = 1;
        plan.slaves[1].prio = 9;
    }
    makeBond(host, plan);
    plan.mode = Mode::BalanceTlb;
    plan.options.insert(u"resend_igmp"_s, u"4"_s);
    plan.mtu = 1400;
    plan.mac = u"02:00:5e:10:00:77"_s;
    plan.ipv4.addresses = {u"192.0.2.77/24"_s};
    plan.ipv4.gateway = u"192.0.2.253"_s;
    plan.vlans[0].id = 31;
    if (isWithoutFiles) {
        plan.slaves[0].queueId = 2;
        plan.slaves[1].prio = 8;
    }
    return workOf(host, plan);
}

/// The names of the calls that @p host makes there, and then on the way back, each as often as it is made.
std::array<QStringList, 2> callsOf(ChangeBench &host, const PlannedChange &work, QStringList &calls)
{
    const auto take = [&calls] {
        QStringList names;
        for (const QString &call : std::exchange(calls, {}))
            names.append(call.section(u' ', 0, 0));
        return names;
    };
    calls.clear();
    if (!host.apply(work))
        qFatal("the change fails by itself");
    const QStringList there = take();
    if (!host.back().isEmpty())
        qFatal("the change cannot be reverted");
    return {there, take()};
}

} // namespace
Q_DECLARE_METATYPE(Change)

/// The three activators on a host in a folder, with every call that they make failing once.
class TestActivatorsFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void networkManagerFails_data()
    {
        QTest::addColumn<QString>("call");
        QTest::addColumn<Failure>("failure");
        QTest::addColumn<bool>("isRollback");
        QTest::addColumn<Change>("change");
        const std::pair<Failure, const char *> failures[] = {{Failure::Refuses, "refuses"},
                                                             {Failure::Dies, "dies"},
                                                             {Failure::Restarts, "is another one"},
                                                             {Failure::IsSilent, "is silent"}};
        for (const auto &[change, what] : changes) {
            ChangeBench host(Backend::NetworkManager);
            auto made = callsOf(host, makeChange(host, change), host.manager.calls);
            for (const bool isRollback : {false, true}) {
                made[isRollback].removeDuplicates();
                for (const QString &call : std::as_const(made[isRollback])) {
                    for (const auto &[failure, word] : failures) {
                        // On the way there every call of libnm ends by itself, after 25 s.
                        if (failure != Failure::IsSilent || isRollback)
                            QTest::addRow("%s of %s: %s %s", isRollback ? "rollback" : "change", what, qPrintable(call),
                                          word)
                                << call << failure << isRollback << change;
                    }
                }
            }
        }
    }
    void networkManagerFails()
    {
        QFETCH(QString, call);
        QFETCH(Failure, failure);
        QFETCH(bool, isRollback);
        QFETCH(Change, change);
        ChangeBench host(Backend::NetworkManager);
        const PlannedChange work = makeChange(host, change);
        const auto before = host.tree();
        const auto inUse = host.manager.active;
        if (!isRollback)
            host.manager.failAt(call, failure);
        const auto applied = host.apply(work);
        if (isRollback) {
            QVERIFY2(applied, text(applied).constData());
            host.manager.failAt(call, failure);
        }
        QVERIFY2(applied || !applied.error().code.startsWith(u"test."_s), text(applied).constData());
        QCOMPARE(host.back(), QStringList());
        QCOMPARE(host.tree(), before);
        QVERIFY(host.manager.hasFailed());
        m_failed.insert(call);
        const bool isBegun = isRollback || call != u"open";
        if (failure != Failure::Restarts || !isBegun)
            return;
        // It has read the files of the change, and is not to live on with them.
        QVERIFY(host.manager.isRunning);
        for (auto it = inUse.cbegin(); it != inUse.cend(); ++it)
            QCOMPARE(host.manager.active.value(it.key()), *it);
        QVERIFY(host.manager.active.size() == inUse.size() || change == Change::Removal); // which it has taken up
        const auto known = std::exchange(host.manager.profiles, {});
        host.manager.reload();
        QCOMPARE(known.size(), host.manager.profiles.size());
        for (qsizetype i = 0; i < known.size(); ++i)
            QVERIFY2(formats::nm::isSame(known.at(i).connection, host.manager.profiles.at(i).connection),
                     qPrintable(known.at(i).id()));
    }

    /// After all rows of the one above; alone it has nothing to go by and fails. So is the other.
    void everyCallOfNetworkManagerFailsAbove()
    {
        for (const char *call : {"open", "reload", "activate", "reapply", "disconnectDevice", "deleteDevice",
                                 "createCheckpoint", "destroyCheckpoint"})
            QVERIFY2(m_failed.contains(QString::fromLatin1(call)), call);
    }

    void kernelRefuses_data()
    {
        QTest::addColumn<Backend>("backend");
        QTest::addColumn<QString>("call");
        QTest::addColumn<int>("number");
        QTest::addColumn<bool>("isRollback");
        for (const Backend backend : {Backend::NetworkManager, Backend::Ifcfg, Backend::RuntimeOnly}) {
            ChangeBench host(backend);
            const auto made = callsOf(host, changeEverything(host, backend), host.network.calls);
            for (const bool isRollback : {false, true}) {
                QMap<QString, int> times;
                for (const QString &call : made[isRollback]) {
                    const int number = times[call]++;
                    QTest::addRow("%s: %s %d %s", qPrintable(backendName(backend)), qPrintable(call), number,
                                  isRollback ? "rollback" : "change")
                        << backend << call << number << isRollback;
                }
            }
        }
    }
    void kernelRefuses()
    {
        QFETCH(Backend, backend);
        QFETCH(QString, call);
        QFETCH(int, number);
        QFETCH(bool, isRollback);
        ChangeBench host(backend);
        const PlannedChange work = changeEverything(host, backend);
        const auto before = host.tree();
        if (!isRollback)
            host.network.failAt(call, number);
        const auto applied = host.apply(work);
        if (isRollback)
            host.network.failAt(call, number);
        QVERIFY2(applied || !applied.error().code.startsWith(u"test."_s), text(applied).constData());
        QCOMPARE(host.back(), QStringList());
        QCOMPARE(host.tree(), before);
        QVERIFY(host.network.hasFailed());
        m_refused.insert(call);
    }

    void everyCallToTheKernelIsRefusedAbove()
    {
        for (const char *call :
             {"setUp", "setMaster", "setMtu", "setMac", "removeLink", "addVlan", "addAddress", "removeAddress",
              "addRoute", "removeRoute", "addBond", "setBondOptions", "setSlaveOption"})
            QVERIFY2(m_refused.contains(QString::fromLatin1(call)), call);
    }

    void scriptsFail_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<bool>("isRollback");
        for (const char *script :
             {"ifup bond0", "ifdown bond0", "ifdown eth0", "ifdown eth1", "ifup eth0", "ifup eth1"}) {
            QTest::addRow("there: %s", script) << QString::fromLatin1(script) << false;
            QTest::addRow("back: %s", script) << QString::fromLatin1(script) << true;
        }
    }
    void scriptsFail()
    {
        QFETCH(QString, script);
        QFETCH(bool, isRollback);
        ChangeBench host(Backend::Ifcfg);
        host.addUsualHost();
        const auto before = host.tree();
        const auto work = host.work(ChangeBench::plan());
        QVERIFY(work);
        if (!isRollback)
            host.failingScripts = {script};
        const auto applied = host.apply(*work);
        QCOMPARE(applied.has_value(), isRollback || script != u"ifup bond0");
        host.failingScripts = {script};
        QCOMPARE(host.back(), QStringList());
        QCOMPARE(host.tree(), before);
    }

private:
    QSet<QString> m_failed; ///< calls of NetworkManager
    QSet<QString> m_refused; ///< calls to the kernel
};

QTEST_GUILESS_MAIN(TestActivatorsFaults)
#include "tst_activators_faults.moc"
