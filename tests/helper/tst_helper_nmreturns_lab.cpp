// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chaos/guesthost.h"
#include "helperlab.h"
#include "lab/guest.h"

#include <QElapsedTimer>
#include <QThread>

#include <csignal>
#include <functional>

using namespace bondwright;
using namespace bondwright::helper;
using namespace bondwright::helper::test;
using namespace Qt::StringLiterals;
using Change = std::function<void(BondPlan &)>;
Q_DECLARE_METATYPE(Change)

/// In the lab: NetworkManager is really killed while a change waits or is rolled back, and started again afterwards. It
/// finds and adopts the restored state: 20 s later the network is as it was, by ip and sysfs, and answers.
class HelperNmReturnsLab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_host.prepare();
        (void)lab::slowness(); // says it
    }

    void cleanup()
    {
        m_host.heal(); // also where a row has failed
        QVERIFY(GuestHost::waitFor([] { return GuestHost::pendingState() == TransactionState::None; }, 150));
    }

    void comesBack_data()
    {
        QTest::addColumn<int>("start"); // the mode of the bond that is there; -1: none
        QTest::addColumn<Change>("change"); // null: the bond is removed
        QTest::addColumn<TransactionState>("killedAt");
        constexpr auto waits = TransactionState::AwaitingConfirm;
        constexpr auto rollingBack = TransactionState::RollingBack;
        const Change anotherMode = [](BondPlan &plan) {
            plan.mode = Mode::BalanceXor;
            plan.options.remove(u"lacp_rate"_s);
        };
        const Change oneNicLess = [](BondPlan &plan) { plan.slaves.removeLast(); };
        const Change asItIs = [](BondPlan &) {};
        const Change withVlan = [](BondPlan &plan) {
            VlanPlan vlan;
            vlan.id = 7;
            vlan.ipv4.method = IpMethod::Manual;
            vlan.ipv4.addresses = {u"203.0.113.7/24"_s};
            plan.vlans = {vlan};
        };
        const int lacp = int(Mode::Ieee8023ad);
        const int activeBackup = int(Mode::ActiveBackup);
        QTest::newRow("another-mode,-killed-while-it-waits") << lacp << anotherMode << waits;
        QTest::newRow("another-mode,-killed-during-rollback") << lacp << anotherMode << rollingBack;
        QTest::newRow("from-active-backup") << activeBackup << anotherMode << waits;
        QTest::newRow("removed,-killed-while-it-waits") << activeBackup << Change() << waits;
        QTest::newRow("removed,-killed-during-rollback") << activeBackup << Change() << rollingBack;
        QTest::newRow("one-nic-less,-killed-while-it-waits") << lacp << oneNicLess << waits;
        QTest::newRow("one-nic-less,-killed-during-rollback") << lacp << oneNicLess << rollingBack;
        QTest::newRow("a-VLAN-more") << lacp << withVlan << waits;
        QTest::newRow("a-new-bond,-killed-while-it-waits") << -1 << asItIs << waits;
        QTest::newRow("a-new-bond,-killed-during-rollback") << -1 << asItIs << rollingBack;
    }

    void comesBack()
    {
        QFETCH(int, start);
        QFETCH(Change, change);
        QFETCH(TransactionState, killedAt);
        const BondPlan before = planOf(start);
        takePlace(start >= 0, before);
        if (QTest::currentTestFailed())
            return;
        const HostState then = GuestHost::settledState();
        begin(change, before);
        if (QTest::currentTestFailed())
            return;

        if (killedAt == TransactionState::AwaitingConfirm)
            m_host.strike(GuestHost::Fault::KillNetworkManager, nullptr);
        QProcess::startDetached(QStringLiteral(BONDCTL), {u"rollback"_s});
        if (killedAt == TransactionState::RollingBack) {
            QVERIFY(
                GuestHost::waitFor([] { return GuestHost::pendingState() != TransactionState::AwaitingConfirm; }, 30));
            m_host.strike(GuestHost::Fault::KillNetworkManager, nullptr);
        }
        QVERIFY(GuestHost::waitFor([] { return GuestHost::pendingState() == TransactionState::None; }, 120));
        const Transaction ended = GuestHost::lastTransaction();
        QVERIFY2(ended.state == TransactionState::RolledBack, why(ended).constData());
        expectAsThen(then, "without NetworkManager", 10);
        if (QTest::currentTestFailed())
            return;

        m_host.heal();
        QThread::sleep(20);
        expectAsThen(then, "20 s after it came back", 5);
        QVERIFY2(m_host.leftovers().isEmpty(), qPrintable(m_host.leftovers().join(u", ")));
    }

    /// It dies while the change is made or rolled back and is restarted at once, as systemd does: it may have read
    /// the files of the change, and finds a bond that is about to be another one.
    void startedAgainMeanwhile_data()
    {
        QTest::addColumn<TransactionState>("at");
        QTest::addColumn<int>("delayMs");
        QTest::newRow("while-files-are-written") << TransactionState::Writing << 0;
        QTest::newRow("while-it-is-activated") << TransactionState::Activating << 0;
        QTest::newRow("a-second-later") << TransactionState::Activating << 1000;
        QTest::newRow("while-it-is-rolled-back") << TransactionState::RollingBack << 0;
    }
    void startedAgainMeanwhile()
    {
        QFETCH(TransactionState, at);
        QFETCH(int, delayMs);
        BondPlan before = planOf(int(Mode::Ieee8023ad));
        VlanPlan vlan;
        vlan.id = 7;
        vlan.ipv4.method = IpMethod::Manual;
        vlan.ipv4.addresses = {u"203.0.113.7/24"_s};
        before.vlans = {vlan};
        takePlace(true, before);
        if (QTest::currentTestFailed())
            return;
        const HostState then = GuestHost::settledState();
        const QString formerId = GuestHost::lastTransaction().id;
        const QString file = GuestHost::planFile(planOf(int(Mode::ActiveBackup)));
        QProcess::startDetached(QStringLiteral(BONDCTL),
                                {u"apply"_s, file, u"--yes"_s, u"--no-wait"_s, u"--confirm-within"_s, u"10"_s});
        QVERIFY(GuestHost::waitFor([at] { return GuestHost::pendingState() >= at; }, 120));
        QThread::msleep(ulong(delayMs));
        m_host.strike(GuestHost::Fault::RestartNetworkManager, nullptr);
        QVERIFY(GuestHost::waitFor([] { return GuestHost::pendingState() == TransactionState::None; }, 200));
        const Transaction ended = GuestHost::lastTransaction();
        QVERIFY(ended.id != formerId);
        QVERIFY2(ended.state == TransactionState::RolledBack, why(ended).constData());
        expectAsThen(then, "when it is over", 10);
        if (QTest::currentTestFailed())
            return;
        QThread::sleep(20);
        expectAsThen(then, "20 s later", 5);
        QVERIFY2(m_host.leftovers().isEmpty(), qPrintable(m_host.leftovers().join(u", ")));
    }

    /// Helper and watchdog hang: the process that knows only the record ends them and puts a real bond back.
    void theLastResort_data()
    {
        QTest::addColumn<bool>("hasNetworkManager");
        QTest::addColumn<bool>("hasOneMore");
        QTest::newRow("NetworkManager-is-dead") << false << false;
        QTest::newRow("NetworkManager-runs") << true << false;
        QTest::newRow("NetworkManager-has-a-profile-for-another-port") << true << true;
    }
    void theLastResort()
    {
        QFETCH(bool, hasNetworkManager);
        QFETCH(bool, hasOneMore);
        const BondPlan before = planOf(int(Mode::ActiveBackup));
        takePlace(true, before);
        if (QTest::currentTestFailed())
            return;
        const HostState then = GuestHost::settledState();
        const auto change = [hasOneMore](BondPlan &plan) {
            if (hasOneMore)
                plan.slaves.append({u"eth2"_s, {}, {}, {}});
            else
                plan.mode = Mode::BalanceXor;
        };
        begin(change, before);
        if (QTest::currentTestFailed())
            return;
        const QList<qint64> watchdogs = HelperLab::processes(u"bondwright-helper --watchdog"_s);
        for (const qint64 pid : watchdogs + HelperLab::helpers())
            QCOMPARE(::kill(pid_t(pid), SIGSTOP), 0);
        if (!hasNetworkManager)
            m_host.strike(GuestHost::Fault::KillNetworkManager, nullptr);
        QByteArray said;
        const int code = GuestHost::run(u"/usr/libexec/bondwright-helper"_s, {u"--roll-back"_s}, &said);
        for (const qint64 pid : watchdogs)
            ::kill(pid_t(pid), SIGCONT);
        QVERIFY2(code == 0, said.constData());
        const Transaction ended = GuestHost::lastTransaction();
        QVERIFY2(ended.state == TransactionState::RolledBack, why(ended).constData());
        expectAsThen(then, "after the last resort", 10);
        if (QTest::currentTestFailed())
            return;
        m_host.heal();
        QThread::sleep(20);
        expectAsThen(then, "20 s later", 5);
        // A checkpoint would roll back the next change.
        QVERIFY2(m_host.leftovers().isEmpty(), qPrintable(m_host.leftovers().join(u", ")));
    }

private:
    static BondPlan planOf(int mode)
    {
        BondPlan plan = GuestHost::basePlan();
        if (mode >= 0)
            plan.mode = Mode(mode);
        if (plan.mode == Mode::Ieee8023ad)
            plan.options.insert(u"lacp_rate"_s, u"fast"_s);
        return plan;
    }

    static void takePlace(bool hasBond, const BondPlan &plan)
    {
        QByteArray said;
        int code = 0;
        if (hasBond)
            code = GuestHost::bondctl({u"apply"_s, u"--yes"_s, u"--confirm"_s, GuestHost::planFile(plan)}, &said);
        else if (GuestHost::hasBond())
            code = GuestHost::bondctl({u"remove"_s, u"bond0"_s, u"--yes"_s, u"--confirm"_s}, &said);
        QVERIFY2(code == 0, said.constData());
    }

    static void begin(const Change &change, BondPlan plan)
    {
        QStringList words{u"remove"_s, u"bond0"_s};
        if (change) {
            change(plan);
            words = QStringList{u"apply"_s, GuestHost::planFile(plan)};
        }
        words << u"--yes"_s << u"--no-wait"_s << u"--confirm-within"_s << u"120"_s;
        QByteArray said;
        QVERIFY2(GuestHost::bondctl(words, &said) == 0, said.constData());
        const auto waits = [] { return GuestHost::pendingState() == TransactionState::AwaitingConfirm; };
        QVERIFY2(GuestHost::waitFor(waits, 90), why(GuestHost::lastTransaction()).constData());
    }

    static void expectAsThen(const HostState &then, const QByteArray &when, int seconds)
    {
        HostState now;
        const bool isBack = GuestHost::waitFor(
            [&] {
                now = GuestHost::state();
                return now == then;
            },
            seconds);
        QVERIFY2(isBack, (when + ":\n" + differenceOf(then, now).toUtf8()).constData());
        QVERIFY2(GuestHost::waitFor([] { return HelperLab::ping(u"192.0.2.254"_s); }, 10), when.constData());
    }

    GuestHost m_host{GuestHost::Manager::NetworkManager};
};

QTEST_GUILESS_MAIN(HelperNmReturnsLab)
#include "tst_helper_nmreturns_lab.moc"
