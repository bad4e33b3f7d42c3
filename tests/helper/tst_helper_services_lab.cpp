// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperlab.h"

#include "kernel/planverifier.h"
#include "tests/formats/plangenerator.h"

#include <QDataStream>
#include <QFile>
#include <QProcess>

#include <csignal>

using namespace bondwright;
using namespace bondwright::helper;
using namespace bondwright::helper::test;
using bondwright::test::PlanGenerator;
using namespace Qt::StringLiterals;

namespace
{

const QString folder = u"/etc/systemd/network/"_s;
const QString keptFile = u"/var/lib/bondwright-lab"_s; // on the disk that both boots have

void put(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), qint64(text.size()));
}

/// With what this guest's cables and addresses can give: two NICs, a neighbour that answers, no DHCP.
BondPlan inThisGuest(BondPlan plan)
{
    plan.name = u"bond0"_s;
    plan.slaves = {SlavePlan{u"eth0"_s, {}, {}, {}}, SlavePlan{u"eth1"_s, {}, {}, {}}};
    if (plan.options.contains(u"primary"_s))
        plan.options.insert(u"primary"_s, u"eth1"_s);
    if (plan.options.contains(u"arp_ip_target"_s))
        plan.options.insert(u"arp_ip_target"_s, u"192.0.2.254"_s);
    // In the other modes no NIC comes back where all were down for a moment, as at the start (arp.validate-stays-down).
    const QStringList ofDownNics{u"all"_s, u"backup"_s, u"filter_backup"_s};
    if (plan.mode != Mode::ActiveBackup && ofDownNics.contains(plan.options.value(u"arp_validate"_s)))
        plan.options.insert(u"arp_validate"_s, u"active"_s);
    if (plan.options.value(u"min_links"_s).toInt() > 1) // no LACP at the other end: one port in each aggregator
        plan.options.insert(u"min_links"_s, u"1"_s);
    plan.ipv4 = {};
    plan.ipv4.method = IpMethod::Manual;
    plan.ipv4.addresses = {u"192.0.2.10/24"_s, u"192.0.2.11/24"_s};
    plan.ipv4.gateway = u"192.0.2.254"_s;
    plan.ipv4.routes = {{u"10.20.0.0/16"_s, u"192.0.2.254"_s, 70}};
    plan.ipv6 = {};
    plan.ipv6.method = IpMethod::Manual;
    plan.ipv6.addresses = {u"2001:db8::10/64"_s};
    for (qsizetype i = 0; i < plan.vlans.size(); ++i) {
        VlanPlan &vlan = plan.vlans[i];
        vlan.ipv4 = {};
        vlan.ipv4.method = IpMethod::Manual;
        vlan.ipv4.addresses = {u"203.0.113.%1/30"_s.arg(4 * i + 1)};
        vlan.ipv6 = {};
        vlan.ipv6.method = IpMethod::Disabled;
    }
    return plan;
}

} // namespace

/// In the lab, with the real service that follows what the helper writes: systemd-networkd, netplan over it, or
/// ifupdown with ifenslave, as BONDWRIGHT_LAB_SERVICE says ("netplan:networkd": the renderer as well).
class HelperServicesLab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = std::make_unique<HelperLab>();
        m_service = qEnvironmentVariable("BONDWRIGHT_LAB_SERVICE").section(u':', 0, 0);
        m_renderer = qEnvironmentVariable("BONDWRIGHT_LAB_SERVICE").section(u':', 1).toLatin1();
        if (QCoreApplication::arguments().contains(u"recovered"_s)) // the host is the one of the boot before
            HelperLab::watch(m_service);
        else if (m_service == u"networkd")
            m_lab->makeNetworkdHost();
        else if (m_service == u"netplan")
            m_lab->makeNetplanHost(m_renderer);
        else if (m_service == u"ifupdown")
            m_lab->makeIfupdownHost();
        else
            QFAIL("which service?");
        remember();
    }

    void isInCharge()
    {
        const Capabilities host
            = m_lab->ask<Capabilities>([this](auto done) { m_lab->client().capabilities(nullptr, std::move(done)); })
                  .value_or(Capabilities{});
        QCOMPARE(host.backendInCharge, backendFromName(m_service));
        QVERIFY(host.backends.contains(*backendFromName(m_service)));
        const QString name = m_service == u"networkd" ? u"systemd-networkd is running"_s : m_service;
        QVERIFY2(host.backendReason.contains(name), qPrintable(host.backendReason));
    }

    /// An option that no file of these services can hold, beside advice that comes first.
    void saysWhyItRefuses()
    {
        BondPlan plan = m_lab->plan(Mode::Ieee8023ad);
        plan.options.insert(u"lacp_active"_s, u"off"_s);
        (void)m_lab->apply(plan, HelperLab::options(60));
        QVERIFY(!m_lab->ticket());
        QVERIFY2(m_lab->ticket().error().message.contains(u"lacp_active"), qPrintable(m_lab->ticket().error().message));
    }

    void everyMode_data()
    {
        QTest::addColumn<int>("mode");
        for (const ModeInfo &info : allModes())
            QTest::newRow(qPrintable(info.kernelName)) << int(info.mode);
    }

    /// The NIC with the default route is taken over; removed, all is as before.
    void everyMode()
    {
        QFETCH(int, mode);
        BondPlan plan = m_lab->plan(Mode(mode));
        VlanPlan vlan;
        vlan.id = 20;
        vlan.ipv4.method = IpMethod::Manual;
        vlan.ipv4.addresses = {u"203.0.113.1/24"_s};
        plan.vlans = {vlan};
        plan.mtu = 1400;
        QVERIFY2(begins(plan), why(m_lab->current()).constData());
        QVERIFY(kernel::verifyPlan(plan, m_lab->kernel()).isEmpty());
        QVERIFY(HelperLab::files() != m_files);
        QVERIFY(m_lab->waitFor([] { return HelperLab::ping(u"192.0.2.254"_s); }, 20));
        QCOMPARE(m_lab->confirm().state, TransactionState::Done);
        pullBoth();
        const Transaction again = m_lab->apply(plan, HelperLab::options(60, true));
        QVERIFY2(again.state == TransactionState::Done, why(again).constData());
        QCOMPARE(again.files, QStringList());
        const Transaction removed = m_lab->remove(u"bond0"_s);
        QVERIFY2(removed.state == TransactionState::Done, why(removed).constData());
        m_lab->verifyBack(m_files, m_runtime, 20);
    }

    void notConfirmed_data()
    {
        QTest::addColumn<bool>("killed");
        QTest::newRow("by-the-helper") << false;
        QTest::newRow("by-the-watchdog") << true;
    }

    void notConfirmed()
    {
        QFETCH(bool, killed);
        const BondPlan plan = m_lab->plan(Mode::ActiveBackup);
        const Transaction applied = m_lab->apply(plan, HelperLab::options(10));
        QVERIFY2(applied.state == TransactionState::AwaitingConfirm, why(applied).constData());
        QVERIFY(HelperLab::ping(u"192.0.2.254"_s));
        for (const qint64 pid : killed ? HelperLab::helpers() : QList<qint64>())
            ::kill(pid_t(pid), SIGKILL);
        QElapsedTimer elapsed;
        elapsed.start();
        m_lab->verifyBack(m_files, m_runtime, 70);
        qInfo("all back after %lld ms", elapsed.elapsed());
        QCOMPARE(m_lab->waitForEnd(20).state, TransactionState::RolledBack);
        QVERIFY(m_lab->waitFor([] { return HelperLab::ping(u"192.0.2.254"_s); }, 10));
    }

    /// networkd 252 changes no bond that it made: another mode and what the driver takes from none that is up need a
    /// new one, the rest does not take it down.
    void editedAndRolledBack()
    {
        BondPlan plan = m_lab->plan(Mode::ActiveBackup);
        VlanPlan vlan;
        vlan.id = 20;
        if (m_service != u"ifupdown") // to which the name is the id
            vlan.name = u"mgmt"_s;
        vlan.ipv4.method = IpMethod::Manual;
        vlan.ipv4.addresses = {u"203.0.113.1/24"_s};
        plan.vlans = {vlan};
        QVERIFY2(begins(plan), why(m_lab->current()).constData());
        QCOMPARE(m_lab->confirm().state, TransactionState::Done);
        const auto files = HelperLab::files();

        BondPlan retagged = plan;
        retagged.vlans[0].id = 21;
        QVERIFY2(begins(retagged), why(m_lab->current()).constData());
        QVERIFY(kernel::verifyPlan(retagged, m_lab->kernel()).isEmpty());
        QCOMPARE(m_lab->rollBack().state, TransactionState::RolledBack);
        QVERIFY(m_lab->waitFor([&] { return kernel::verifyPlan(plan, m_lab->kernel()).isEmpty(); }, 10));
        QCOMPARE(HelperLab::files(), files);

        const quint32 downs = m_lab->kernel().nicByName(u"bond0")->carrierDownCount;
        BondPlan tuned = plan;
        tuned.options.insert(u"miimon"_s, u"300"_s);
        tuned.options.insert(u"primary"_s, u"eth1"_s);
        QVERIFY2(begins(tuned), why(m_lab->current()).constData());
        QVERIFY(kernel::verifyPlan(tuned, m_lab->kernel()).isEmpty());
        if (m_service != u"netplan") // which writes all of networkd's files anew, and networkd takes them all up again
            QCOMPARE(m_lab->kernel().nicByName(u"bond0")->carrierDownCount, downs);
        QCOMPARE(m_lab->rollBack().state, TransactionState::RolledBack);
        QVERIFY(kernel::verifyPlan(plan, m_lab->kernel()).isEmpty());
        QCOMPARE(HelperLab::files(), files);

        BondPlan edited = m_lab->plan(Mode::BalanceXor);
        edited.slaves = {SlavePlan{u"eth0"_s, {}, {}, {}}, SlavePlan{u"eth2"_s, {}, {}, {}}};
        edited.options.insert(u"xmit_hash_policy"_s, u"layer3+4"_s);
        edited.vlans = plan.vlans;
        QVERIFY2(begins(edited), why(m_lab->current()).constData());
        QVERIFY(kernel::verifyPlan(edited, m_lab->kernel()).isEmpty());
        const Transaction ended = m_lab->rollBack();
        QVERIFY2(ended.state == TransactionState::RolledBack, why(ended).constData());
        QVERIFY(m_lab->waitFor([&] { return kernel::verifyPlan(plan, m_lab->kernel()).isEmpty(); }, 10));
        QVERIFY(!m_lab->isPort(u"eth2"_s, u"bond0"_s));
        QCOMPARE(HelperLab::files(), files);
        QVERIFY(m_lab->waitFor([] { return HelperLab::ping(u"192.0.2.254"_s); }, 10));
        const Transaction removed = m_lab->remove(u"bond0"_s);
        QVERIFY2(removed.state == TransactionState::Done, why(removed).constData());
        m_lab->verifyBack(m_files, m_runtime, 20);
    }

    /// Plans of all modes and options: each is refused with a reason, or the kernel has all of it.
    /// BONDWRIGHT_LAB_PLANS: how many of them.
    void randomPlans()
    {
        const int tries = std::max(qEnvironmentVariableIntValue("BONDWRIGHT_LAB_PLANS"), 12);
        const QStringList unsaid
            = m_lab->ask<Capabilities>([this](auto done) { m_lab->client().capabilities(nullptr, std::move(done)); })
                  .value_or(Capabilities{})
                  .unsupportedOptions;
        PlanGenerator generator(23, [&unsaid](const OptionSpec &spec) { return !unsaid.contains(spec.name); });
        int made = 0;
        for (int i = 0; i < tries; ++i) {
            const BondPlan plan = inThisGuest(generator.next());
            const QByteArray text = planToJson(plan);
            const Transaction applied = m_lab->apply(plan, HelperLab::options(120));
            if (!m_lab->ticket()) {
                qInfo("refused: %s", why(applied).constData());
                continue;
            }
            QVERIFY2(applied.state == TransactionState::AwaitingConfirm, (why(applied) + text).constData());
            QVERIFY2(HelperLab::notInForce(plan).isEmpty(), text.constData());
            const Transaction ended = m_lab->rollBack();
            QVERIFY2(ended.state == TransactionState::RolledBack, (why(ended) + text).constData());
            m_lab->verifyBack(m_files, m_runtime, 20);
            ++made;
        }
        qInfo("%d of %d plans were made", made, tries);
        QVERIFY(made >= tries / 2);
    }

    /// The first of two boots, under systemd.
    void cutThePower()
    {
        const Transaction applied = m_lab->apply(m_lab->plan(Mode::ActiveBackup), HelperLab::options(600));
        QVERIFY2(applied.state == TransactionState::AwaitingConfirm, why(applied).constData());
        QVERIFY(HelperLab::files() != m_files);
        QFile kept(keptFile);
        QVERIFY(kept.open(QIODevice::WriteOnly));
        QDataStream stream(&kept);
        stream << m_files << m_runtime;
        kept.close();
        QProcess::execute(u"sync"_s, {});
        QProcess::execute(u"powercut"_s, {});
        QFAIL("the power is still on");
    }

    /// The second one.
    void recovered()
    {
        QFile kept(keptFile);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QDataStream stream(&kept);
        stream >> m_files >> m_runtime;
        m_lab->verifyBack(m_files, m_runtime, 60);
        QVERIFY(m_lab->waitFor([] { return HelperLab::ping(u"192.0.2.254"_s); }, 20));
        const Transaction last = m_lab->current();
        QVERIFY2(last.state == TransactionState::RolledBack, why(last).constData());
    }

    /// A bond written by hand, as in the manuals: read, changed, removed, all else as it was.
    void foreignBond()
    {
        if (m_service == u"networkd")
            foreignOfNetworkd();
        else if (m_service == u"netplan")
            foreignOfNetplan();
        else
            foreignOfIfupdown();
        QVERIFY(m_lab->waitFor([this] { return m_lab->isPort(u"eth2"_s, u"bond7"_s); }, 30));
        const auto read
            = m_lab->ask<Configuration>([this](auto done) { m_lab->client().configuration(nullptr, std::move(done)); });
        QVERIFY(read && read->plans.size() == 1);
        BondPlan plan = read->plans.first();
        QVERIFY(m_lab->waitFor([&] { return kernel::verifyPlan(plan, m_lab->kernel()).isEmpty(); }, 10));
        const auto files = HelperLab::files();
        plan.options.insert(u"miimon"_s, u"100"_s);
        QVERIFY2(begins(plan), why(m_lab->current()).constData());
        QVERIFY(kernel::verifyPlan(plan, m_lab->kernel()).isEmpty());
        QCOMPARE(m_lab->confirm().state, TransactionState::Done);
        QStringList changed;
        const auto now = HelperLab::files();
        for (auto it = now.cbegin(); it != now.cend(); ++it) {
            QByteArray expected = files.value(it.key());
            if (expected != *it)
                changed.append(it.key());
            QCOMPARE(*it, expected.replace(m_foreignMiimon, m_ownMiimon));
        }
        QCOMPARE(changed.size(), 1);
        const Transaction removed = m_lab->remove(u"bond7"_s);
        QVERIFY2(removed.state == TransactionState::Done, why(removed).constData());
        QVERIFY(m_lab->waitFor([this] { return !m_lab->kernel().bondByName(u"bond7"); }, 10));
        QCOMPARE(HelperLab::files(), m_files);
    }

    /// Last: the NIC has the default route by DHCP, and then the bond; after the rollback the NIC has it again.
    void leaseIsKept()
    {
        const auto server = HelperLab::serveDhcp();
        QVERIFY(server->waitForStarted());
        giveByDhcp();
        QVERIFY(m_lab->waitFor([this] { return !m_lab->leaseOf(u"eth0"_s).isEmpty(); }, 60));
        QVERIFY(m_lab->waitFor([this] { return m_lab->kernel().nicByName(u"eth0"_s)->carriesDefaultRoute; }, 20));
        remember();
        const QString lease = m_lab->leaseOf(u"eth0"_s);
        BondPlan plan = m_lab->plan(Mode::ActiveBackup);
        plan.mac = BondMac(m_lab->kernel().nicByName(u"eth0"_s)->mac);
        plan.ipv4 = {};
        plan.ipv4.method = IpMethod::Auto;
        QVERIFY2(begins(plan), why(m_lab->current()).constData());
        QVERIFY2(HelperLab::notInForce(plan).isEmpty(), qPrintable(HelperLab::notInForce(plan).join(u' ')));
        qInfo("lease %s, then %s", qPrintable(lease), qPrintable(m_lab->leaseOf(u"bond0"_s)));
        QCOMPARE(m_lab->leaseOf(u"bond0"_s), lease);
        QVERIFY(m_lab->kernel().nicByName(u"bond0"_s)->carriesDefaultRoute);
        QVERIFY(m_lab->waitFor([] { return HelperLab::ping(u"192.0.2.254"_s); }, 10));
        const Transaction ended = m_lab->rollBack();
        QVERIFY2(ended.state == TransactionState::RolledBack, why(ended).constData());
        m_lab->verifyBack(m_files, m_runtime, 60);
        QVERIFY(m_lab->waitFor([] { return HelperLab::ping(u"192.0.2.254"_s); }, 10));
    }

private:
    void giveByDhcp()
    {
        if (m_service == u"networkd") {
            put(folder + u"50-eth0.network"_s, "[Match]\nName=eth0\n\n[Network]\nDHCP=ipv4\nLinkLocalAddressing=no\n");
            QCOMPARE(HelperLab::run(u"networkctl"_s, {u"reload"_s}), 0);
        } else if (m_service == u"netplan") {
            put(u"/etc/netplan/50-hand.yaml"_s,
                "network:\n  version: 2\n  renderer: " + m_renderer
                    + "\n  ethernets:\n    eth0: {dhcp4: true, link-local: []}\n"
                      "    eth1: {addresses: [198.51.100.11/24], link-local: []}\n");
            QCOMPARE(HelperLab::run(u"netplan"_s, {u"generate"_s}), 0);
            const bool isNetworkd = m_renderer == "networkd";
            QCOMPARE(HelperLab::run(isNetworkd ? u"networkctl"_s : u"nmcli"_s,
                                    isNetworkd ? QStringList(u"reload"_s) : QStringList{u"connection"_s, u"reload"_s}),
                     0);
            if (!isNetworkd)
                QCOMPARE(HelperLab::run(u"nmcli"_s, {u"connection"_s, u"up"_s, u"netplan-eth0"_s}), 0);
        } else {
            QCOMPARE(HelperLab::run(u"ifdown"_s, {u"eth0"_s}), 0);
            put(u"/etc/network/interfaces"_s,
                "source /etc/network/interfaces.d/*\nauto lo\niface lo inet loopback\n\nauto eth0\n"
                "iface eth0 inet dhcp\n\nauto eth1\niface eth1 inet static\n\taddress 198.51.100.11/24\n");
            QCOMPARE(HelperLab::run(u"ifup"_s, {u"eth0"_s}), 0);
        }
    }

    void foreignOfNetworkd()
    {
        put(folder + u"25-bond7.netdev"_s,
            "# by hand\n[NetDev]\nName=bond7\nKind=bond\n[Bond]\nMode=active-backup\n; often\nMIIMonitorSec=0.2\n"
            "FailOverMACPolicy=none\n");
        put(folder + u"25-bond7.network"_s,
            "[Match]\nName=bond7\n[Network]\nAddress=198.51.100.7/24\nIPv6AcceptRA=no\nLLDP=yes\n");
        put(folder + u"25-ports.network"_s, "[Match]\nName=eth1 eth2\n[Network]\nBond=bond7\n");
        m_foreignMiimon = "=0.2";
        m_ownMiimon = "=100ms";
        QCOMPARE(HelperLab::run(u"networkctl"_s, {u"reload"_s}), 0);
    }

    void foreignOfNetplan()
    {
        const QString path = u"/etc/netplan/60-bond.yaml"_s;
        put(path,
            "# by hand\nnetwork:\n  ethernets:\n    eth2: {link-local: []}\n  bonds:\n    bond7:\n"
            "      interfaces: [eth2]\n      addresses: [198.51.100.7/24]\n      link-local: []\n      optional: true\n"
            "      parameters:\n        mode: active-backup\n        # often\n        mii-monitor-interval: 200\n");
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
        m_foreignMiimon = "interval: 200";
        m_ownMiimon = "interval: 100";
        QCOMPARE(HelperLab::run(u"netplan"_s, {u"generate"_s}), 0);
        QCOMPARE(m_renderer == "networkd" ? HelperLab::run(u"networkctl"_s, {u"reload"_s})
                                          : HelperLab::run(u"nmcli"_s, {u"connection"_s, u"reload"_s}),
                 0);
        m_files.insert(path, "# by hand\nnetwork:\n  ethernets:\n    eth2: {link-local: []}\n");
    }

    void foreignOfIfupdown()
    {
        const QString path = u"/etc/network/interfaces.d/seven"_s;
        put(path,
            "# by hand\nauto bond7\niface bond7 inet static\n    address 198.51.100.7/24\n    bond-mode active-backup\n"
            "    bond-miimon 200\n    bond-slaves eth2\n");
        m_foreignMiimon = "miimon 200";
        m_ownMiimon = "miimon 100";
        QCOMPARE(HelperLab::run(u"ifup"_s, {u"bond7"_s}), 0);
        m_files.insert(path, "# by hand\n");
    }

    bool begins(const BondPlan &plan)
    {
        return m_lab->apply(plan, HelperLab::options(120)).state == TransactionState::AwaitingConfirm;
    }

    void pullBoth()
    {
        for (const QString &cable : {u"0"_s, u"1"_s}) {
            QCOMPARE(HelperLab::run(u"pull"_s, {cable}), 0);
            QVERIFY(m_lab->waitFor([] { return HelperLab::ping(u"192.0.2.254"_s); }, 20));
            QCOMPARE(HelperLab::run(u"plug"_s, {cable}), 0);
            const QString nic = u"eth"_s + cable;
            QVERIFY(m_lab->waitFor([&] { return m_lab->kernel().nicByName(nic)->carrier; }, 20));
        }
    }

    void remember()
    {
        m_files = HelperLab::files();
        m_runtime = m_lab->runtime();
    }

    QString m_service;
    QByteArray m_renderer; ///< of netplan
    QByteArray m_foreignMiimon;
    QByteArray m_ownMiimon;
    std::unique_ptr<HelperLab> m_lab;
    QMap<QString, QByteArray> m_files;
    QStringList m_runtime;
};

QTEST_GUILESS_MAIN(HelperServicesLab)
#include "tst_helper_services_lab.moc"
