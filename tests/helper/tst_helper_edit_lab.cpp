// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperlab.h"

#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QDBusVariant>

#include <csignal>

using namespace bondwright;
using namespace bondwright::helper;
using namespace bondwright::helper::test;
using namespace Qt::StringLiterals;

namespace
{

QDBusMessage toNetworkManager(const QString &interface, const QString &method)
{
    return QDBusMessage::createMethodCall(u"org.freedesktop.NetworkManager"_s, u"/org/freedesktop/NetworkManager"_s,
                                          interface, method);
}

} // namespace

/// In the lab, with NetworkManager: editing a bond that exists, several clients, other people's
/// checkpoints, backups, DHCP, a NIC that is pulled out while it is being bonded.
class HelperEditLab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = std::make_unique<HelperLab>();
        m_lab->makeProfiles();
        m_files = HelperLab::files();
        m_runtime = m_lab->runtime();
    }

    void editedAndRolledBack()
    {
        const BondPlan plan = m_lab->plan(Mode::ActiveBackup);
        Transaction applied = m_lab->apply(plan, HelperLab::options(60, true));
        QVERIFY2(applied.state == TransactionState::Done, why(applied).constData());
        const auto files = HelperLab::files();
        const QStringList runtime = m_lab->runtime();

        applied = m_lab->apply(edited(), HelperLab::options(120));
        QVERIFY2(applied.state == TransactionState::AwaitingConfirm, why(applied).constData());
        QCOMPARE(HelperLab::notInForce(edited()), QStringList());
        QVERIFY(HelperLab::ping(u"192.0.2.254"_s));
        const Transaction ended = m_lab->rollBack();
        QVERIFY2(ended.state == TransactionState::RolledBack, why(ended).constData());
        QVERIFY(m_lab->waitFor([&] { return HelperLab::notInForce(plan).isEmpty(); }, 20));
        QCOMPARE(HelperLab::files(), files);
        QVERIFY(m_lab->waitFor([this] { return !m_lab->kernel().nicByName(u"bond0.30"); }, 10));
        QVERIFY2(m_lab->waitFor([&] { return m_lab->runtime().size() == runtime.size(); }, 10),
                 qPrintable(m_lab->runtime().join(u'\n')));
        QVERIFY(m_lab->waitFor([] { return HelperLab::ping(u"192.0.2.254"_s); }, 10));
    }

    /// One that an administrator made by hand is in no file, and goes with the bond.
    void aVlanMadeByHandComesBack()
    {
        const auto ip = [](const QString &words) { return HelperLab::run(u"ip"_s, words.split(u' ')); };
        QCOMPARE(ip(u"link add link bond0 name byhand type vlan id 40"_s), 0);
        QCOMPARE(ip(u"address add 198.51.100.5/24 dev byhand"_s), 0);
        QCOMPARE(ip(u"link set byhand up"_s), 0);
        QVERIFY(m_lab->waitFor([this] { return m_lab->kernel().nicByName(u"byhand"); }, 10));
        const Transaction removed = m_lab->remove(u"bond0"_s, HelperLab::options(60));
        QVERIFY2(removed.state == TransactionState::AwaitingConfirm, why(removed).constData());
        QVERIFY(!m_lab->kernel().nicByName(u"byhand"));
        const Transaction ended = m_lab->rollBack();
        QVERIFY2(ended.state == TransactionState::RolledBack, why(ended).constData());
        const IpNetwork address = *IpNetwork::fromString(u"198.51.100.5/24"_s);
        QVERIFY(m_lab->waitFor(
            [&] {
                const auto *vlan = m_lab->kernel().nicByName(u"byhand");
                return vlan && vlan->adminUp && vlan->addresses.contains(address);
            },
            5));
        QCOMPARE(ip(u"link delete byhand"_s), 0);
    }

    void editedAndKept()
    {
        Transaction applied = m_lab->apply(edited(), HelperLab::options(120));
        QVERIFY2(applied.state == TransactionState::AwaitingConfirm, why(applied).constData());
        QCOMPARE(m_lab->confirm().state, TransactionState::Done);
        QCOMPARE(HelperLab::notInForce(edited()), QStringList());
        QVERIFY(!m_lab->isPort(u"eth1"_s, u"bond0"_s));
        // The NIC that left has what it had before the bond, to the byte, and works by it.
        const QString profile = u"/etc/NetworkManager/system-connections/eth1.nmconnection"_s;
        QCOMPARE(HelperLab::files().value(profile), m_files.value(profile));
        QVERIFY(m_lab->waitFor(
            [this] {
                return m_lab->kernel().nicByName(u"eth1")->addresses.contains(
                    *IpNetwork::fromString(u"198.51.100.11/24"));
            },
            20));
        // And back again: a port that is no longer planned is released even where the bond is created again.
        applied = m_lab->apply(m_lab->plan(Mode::ActiveBackup), HelperLab::options(60, true));
        QVERIFY2(applied.state == TransactionState::Done, why(applied).constData());
        QVERIFY(!m_lab->isPort(u"eth2"_s, u"bond0"_s));
        const Transaction removed = m_lab->remove(u"bond0"_s);
        QVERIFY2(removed.state == TransactionState::Done, why(removed).constData());
        QVERIFY(m_lab->waitFor([this] { return !m_lab->kernel().nicByName(u"bond0.30"); }, 10));
        m_lab->verifyBack(m_files, m_runtime, 20);
    }

    /// R11: another client's checkpoint stays, none of ours is left, on every path.
    void checkpointsOfOthers_data()
    {
        QTest::addColumn<QString>("end");
        for (const char *end : {"confirmed", "rolled back", "helper killed"})
            QTest::newRow(end) << QString::fromLatin1(end);
    }

    void checkpointsOfOthers()
    {
        QFETCH(QString, end);
        auto create = toNetworkManager(u"org.freedesktop.NetworkManager"_s, u"CheckpointCreate"_s);
        create << QVariant::fromValue(QList<QDBusObjectPath>()) << 600U << 0U;
        const QDBusReply<QDBusObjectPath> theirs = QDBusConnection::systemBus().call(create);
        QVERIFY2(theirs.isValid(), qPrintable(theirs.error().message()));
        const Transaction applied = m_lab->apply(m_lab->plan(Mode::ActiveBackup), HelperLab::options(10));
        QVERIFY2(applied.state == TransactionState::AwaitingConfirm, why(applied).constData());
        QCOMPARE(HelperLab::checkpoints().size(), 2);
        if (end == u"confirmed") {
            QCOMPARE(m_lab->confirm().state, TransactionState::Done);
        } else if (end == u"rolled back") {
            QCOMPARE(m_lab->rollBack().state, TransactionState::RolledBack);
        } else {
            for (const qint64 pid : HelperLab::helpers())
                ::kill(pid_t(pid), SIGKILL);
            m_lab->verifyBack(m_files, m_runtime, 60);
        }
        QVERIFY2(m_lab->waitFor([&] { return HelperLab::checkpoints() == QStringList(theirs.value().path()); }, 30),
                 qPrintable(HelperLab::checkpoints().join(u' ')));
        auto destroy = toNetworkManager(u"org.freedesktop.NetworkManager"_s, u"CheckpointDestroy"_s);
        destroy << QVariant::fromValue(theirs.value());
        QCOMPARE(QDBusConnection::systemBus().call(destroy).type(), QDBusMessage::ReplyMessage);
        if (end == u"confirmed")
            QCOMPARE(m_lab->remove(u"bond0"_s).state, TransactionState::Done);
        m_lab->verifyBack(m_files, m_runtime, 20);
    }

    void anotherClient()
    {
        const Transaction applied = m_lab->apply(m_lab->plan(Mode::ActiveBackup), HelperLab::options(60));
        QVERIFY2(applied.state == TransactionState::AwaitingConfirm, why(applied).constData());
        // Another program on a connection of its own: it sees the change, is told whose it is, and may decide.
        const auto bus = QDBusConnection::connectToBus(QDBusConnection::SystemBus, u"second"_s);
        DbusHelperClient second(bus);
        const auto refused = m_lab->ask<Ticket>([&](auto done) {
            second.apply(u"second-1"_s, m_lab->plan(Mode::BalanceRr), HelperLab::options(60), nullptr, std::move(done));
        });
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"helper.busy"_s);
        qInfo("%s", qPrintable(refused.error().message));
        QVERIFY(refused.error().message.contains(u"root") && refused.error().message.contains(u"bond0"));
        const auto seen = m_lab->ask<Transaction>([&](auto done) { second.transaction(nullptr, std::move(done)); });
        QVERIFY(seen);
        QCOMPARE(seen->id, applied.id);
        QVERIFY(seen->secondsLeft > 0 && seen->secondsLeft <= 60);
        const auto extend = [&] {
            return m_lab->ask<HelperClient::Nothing>(
                [&](auto done) { second.extend(*m_lab->ticket(), nullptr, std::move(done)); });
        };
        QVERIFY(extend());
        QVERIFY(m_lab->current().secondsLeft > 60);
        QVERIFY(m_lab->current().extended);
        QVERIFY(!extend());
        // Without the token: root is asked for by polkit like everybody, and allowed.
        const auto ended = m_lab->ask<HelperClient::Nothing>([&](auto done) {
            second.rollback(Ticket{applied.id, {}}, nullptr, std::move(done));
        });
        QVERIFY2(ended, qPrintable(ended ? QString() : ended.error().message));
        QCOMPARE(m_lab->waitForEnd(60).state, TransactionState::RolledBack);
        m_lab->verifyBack(m_files, m_runtime, 20);
    }

    void backupRestored()
    {
        const Transaction applied = m_lab->apply(m_lab->plan(Mode::BalanceXor), HelperLab::options(60, true));
        QVERIFY2(applied.state == TransactionState::Done, why(applied).constData());
        QVERIFY(!applied.backupId.isEmpty());
        const auto listed
            = m_lab->ask<QList<BackupInfo>>([this](auto done) { m_lab->client().backups(nullptr, std::move(done)); });
        QVERIFY(listed);
        QVERIFY(std::any_of(listed->cbegin(), listed->cend(),
                            [&](const BackupInfo &backup) { return backup.id == applied.backupId && backup.intact; }));
        const Transaction restored = m_lab->restore(applied.backupId, HelperLab::options(60, true));
        QVERIFY2(restored.state == TransactionState::Done, why(restored).constData());
        QVERIFY(m_lab->waitFor([this] { return !m_lab->kernel().bondByName(u"bond0"); }, 10));
        m_lab->verifyBack(m_files, m_runtime, 20);
    }

    /// The DHCP server knows the NIC by its MAC: the bond gets the same address, and so does the NIC again.
    void leaseIsKept()
    {
        const auto server = HelperLab::serveDhcp();
        QVERIFY(server->waitForStarted());
        for (const QStringList &arguments :
             {QStringList{
                  u"modify"_s, u"eth0"_s, u"ipv4.method"_s, u"auto"_s, u"ipv4.addresses"_s, {}, u"ipv4.gateway"_s, {}},
              QStringList{u"up"_s, u"eth0"_s}})
            QCOMPARE(HelperLab::run(u"nmcli"_s, QStringList{u"connection"_s} + arguments), 0);
        QVERIFY(m_lab->waitFor([&] { return !m_lab->leaseOf(u"eth0"_s).isEmpty(); }, 60));
        const QString lease = m_lab->leaseOf(u"eth0"_s);
        const MacAddress mac = m_lab->kernel().nicByName(u"eth0"_s)->mac;
        BondPlan plan = m_lab->plan(Mode::ActiveBackup);
        plan.ipv4 = {};
        plan.ipv4.method = IpMethod::Auto;
        const Transaction applied = m_lab->apply(plan, HelperLab::options(60));
        QVERIFY2(applied.state == TransactionState::AwaitingConfirm, why(applied).constData());
        qInfo("lease %s, then %s", qPrintable(lease), qPrintable(m_lab->leaseOf(u"bond0"_s)));
        QCOMPARE(m_lab->kernel().nicByName(u"bond0"_s)->mac, mac);
        QCOMPARE(m_lab->leaseOf(u"bond0"_s), lease);
        QVERIFY(HelperLab::ping(u"192.0.2.254"_s));
        const Transaction ended = m_lab->rollBack();
        QVERIFY2(ended.state == TransactionState::RolledBack, why(ended).constData());
        QVERIFY(m_lab->waitFor([&] { return m_lab->leaseOf(u"eth0"_s) == lease; }, 60));
        server->kill();
        server->waitForFinished();
        m_lab->makeProfiles();
        QCOMPARE(HelperLab::run(u"nmcli"_s, {u"connection"_s, u"up"_s, u"eth0"_s}), 0);
        m_lab->verifyBack(m_files, m_runtime, 60);
    }

    /// Its gateway cannot answer afterwards, whatever is done: whoever confirms is the judge of that. Without anybody's
    /// confirmation it is not kept.
    void bondOfBareNicsIsRemoved()
    {
        for (const QString &nic : {u"eth0"_s, u"eth1"_s})
            QCOMPARE(HelperLab::run(u"nmcli"_s, {u"connection"_s, u"delete"_s, nic}), 0);
        const BondPlan plan = m_lab->plan(Mode::ActiveBackup);
        const Transaction applied = m_lab->apply(plan, HelperLab::options(60, true));
        QVERIFY2(applied.state == TransactionState::Done, why(applied).constData());
        QVERIFY(m_lab->waitFor([] { return HelperLab::ping(u"192.0.2.254"_s); }, 10));
        const Transaction unwatched = m_lab->remove(u"bond0"_s, HelperLab::options(60, true));
        QVERIFY2(unwatched.state == TransactionState::RolledBack, why(unwatched).constData());
        QVERIFY2(why(unwatched).contains("192.0.2.254"), why(unwatched).constData());
        const Transaction removed = m_lab->remove(u"bond0"_s, HelperLab::options(60));
        QVERIFY2(removed.state == TransactionState::AwaitingConfirm, why(removed).constData());
        QCOMPARE(m_lab->confirm().state, TransactionState::Done);
        QVERIFY(!m_lab->kernel().bondByName(u"bond0"));
        m_lab->makeProfiles();
        for (const QString &nic : {u"eth0"_s, u"eth1"_s})
            QCOMPARE(HelperLab::run(u"nmcli"_s, {u"connection"_s, u"up"_s, nic}), 0);
        m_lab->verifyBack(m_files, m_runtime, 60);
    }

    /// Last: the NIC does not come back. What is left comes back, and what is missing is named.
    void nicPulledOut()
    {
        bool pulled = false;
        const auto connection
            = connect(&m_lab->client(), &HelperClient::transactionChanged, this, [&](const Transaction &transaction) {
                  if (transaction.state == TransactionState::Activating && !std::exchange(pulled, true))
                      HelperLab::run(u"ip"_s, {u"link"_s, u"delete"_s, u"eth1"_s});
              });
        BondPlan plan = m_lab->plan(Mode::ActiveBackup);
        plan.ipv4.addresses = {u"192.0.2.77/24"_s};
        const Transaction ended = m_lab->apply(plan, HelperLab::options(10));
        disconnect(connection);
        QVERIFY(pulled);
        QVERIFY2(ended.state == TransactionState::Failed, why(ended).constData());
        QVERIFY2(ended.manualSteps.join(u' ').contains(u"eth1"), why(ended).constData());
        QVERIFY(!m_lab->kernel().bondByName(u"bond0"));
        QVERIFY(m_lab->waitFor([this] { return m_lab->kernel().nicByName(u"eth0"_s)->carriesDefaultRoute; }, 20));
        QVERIFY(!HelperLab::helpers().isEmpty());
    }

private:
    /// Another mode, eth2 for eth1, another option, a VLAN on top.
    BondPlan edited() const
    {
        BondPlan plan = m_lab->plan(Mode::BalanceXor);
        plan.slaves = {SlavePlan{u"eth0"_s, {}, {}, {}}, SlavePlan{u"eth2"_s, {}, {}, {}}};
        plan.options.insert(u"xmit_hash_policy"_s, u"layer2+3"_s);
        VlanPlan vlan;
        vlan.id = 30;
        vlan.ipv4.method = IpMethod::Manual;
        vlan.ipv4.addresses = {u"203.0.113.1/24"_s};
        plan.vlans = {vlan};
        return plan;
    }

    std::unique_ptr<HelperLab> m_lab;
    QMap<QString, QByteArray> m_files;
    QStringList m_runtime;
};

QTEST_GUILESS_MAIN(HelperEditLab)
#include "tst_helper_edit_lab.moc"
