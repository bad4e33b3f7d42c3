// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperlab.h"

#include "domain/findings.h"

#include <QFile>

using namespace bondwright;
using namespace bondwright::helper;
using namespace bondwright::helper::test;
using namespace Qt::StringLiterals;

namespace
{

/// A file of the driver, and its content while the plan names the option and when it no longer does.
struct Seen {
    const char *file; ///< below /sys/class/net
    const char *named;
    const char *dropped;
};

struct Case {
    const char *name;
    Mode mode;
    void (*set)(BondPlan &plan); ///< names what is dropped again
    QList<Seen> seen;
    void (*drop)(BondPlan &plan) = nullptr; ///< what the second plan has in its stead
    bool forNetworkManager = true; ///< 1.42 can store it
    bool forScripts = true; ///< likewise
};

void bareMii(BondPlan &plan)
{
    plan.options = {{u"miimon"_s, u"100"_s}};
}

void bareArp(BondPlan &plan)
{
    plan.options = {{u"arp_interval"_s, u"500"_s}, {u"arp_ip_target"_s, u"192.0.2.254"_s}};
}

const QList<Case> &cases()
{
    static const QList<Case> list{
        {"active-backup",
         Mode::ActiveBackup,
         [](BondPlan &plan) {
             plan.options = {
                 {u"miimon"_s, u"100"_s},           {u"primary"_s, u"eth1"_s},       {u"num_unsol_na"_s, u"3"_s},
                 {u"resend_igmp"_s, u"4"_s},        {u"updelay"_s, u"200"_s},        {u"downdelay"_s, u"300"_s},
                 {u"peer_notif_delay"_s, u"100"_s}, {u"primary_reselect"_s, u"2"_s}, {u"all_slaves_active"_s, u"1"_s}};
         },
         {{"bond0/bonding/primary", "eth1", ""},
          {"bond0/bonding/num_unsol_na", "3", "1"},
          {"bond0/bonding/resend_igmp", "4", "1"},
          {"bond0/bonding/updelay", "200", "0"},
          {"bond0/bonding/downdelay", "300", "0"},
          {"bond0/bonding/peer_notif_delay", "100", "0"},
          {"bond0/bonding/primary_reselect", "failure 2", "always 0"},
          {"bond0/bonding/all_slaves_active", "1", "0"}}},
        {"802.3ad",
         Mode::Ieee8023ad,
         [](BondPlan &plan) {
             plan.options = {{u"miimon"_s, u"100"_s},
                             {u"lacp_rate"_s, u"fast"_s},
                             {u"xmit_hash_policy"_s, u"layer3+4"_s},
                             {u"ad_actor_sys_prio"_s, u"1000"_s}};
         },
         {{"bond0/bonding/lacp_rate", "fast 1", "slow 0"},
          {"bond0/bonding/xmit_hash_policy", "layer3+4 1", "layer2 0"},
          {"bond0/bonding/ad_actor_sys_prio", "1000", "65535"}}},
        {"from-probes-to-miimon",
         Mode::ActiveBackup,
         [](BondPlan &plan) {
             bareArp(plan);
             plan.options.insert(u"arp_validate"_s, u"all"_s);
         },
         {{"bond0/bonding/arp_interval", "500", "0"},
          {"bond0/bonding/arp_ip_target", "192.0.2.254", ""},
          {"bond0/bonding/arp_validate", "all 3", "none 0"},
          {"bond0/bonding/miimon", "0", "100"}}},
        {"from-miimon-to-probes",
         Mode::ActiveBackup,
         [](BondPlan &plan) {
             plan.options = {{u"miimon"_s, u"100"_s}, {u"updelay"_s, u"200"_s}};
         },
         {{"bond0/bonding/miimon", "100", "0"},
          {"bond0/bonding/updelay", "200", "0"},
          {"bond0/bonding/arp_interval", "0", "500"}},
         bareArp},
        {"MTU-and-queues",
         Mode::ActiveBackup,
         [](BondPlan &plan) {
             plan.mtu = 1400;
             plan.slaves[0].queueId = 3;
             plan.slaves[1].queueId = 4;
         },
         {{"bond0/mtu", "1400", "1500"}, {"eth0/bonding_slave/queue_id", "3", "0"}},
         nullptr,
         true,
         false},
        {"MAC",
         Mode::ActiveBackup,
         [](BondPlan &plan) { plan.mac = u"02:00:5e:10:00:77"_s; },
         {},
         nullptr,
         true,
         false},
        {"priorities", Mode::ActiveBackup, [](BondPlan &plan) { plan.slaves[1].prio = 7; }, {}, nullptr, false, false},
    };
    return list;
}

} // namespace

/// In the lab: what a plan names is in force, and what the next one no longer names is not.
class HelperOptionsLab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = std::make_unique<HelperLab>();
        m_lab->rehearseEveryPlan();
    }

    void networkManager_data()
    {
        rows([](const Case &row) { return row.forNetworkManager; });
    }
    void networkManager()
    {
        run([this] { m_lab->makeProfiles(); });
    }
    void kernel_data()
    {
        rows([](const Case &) { return true; });
    }
    void kernel()
    {
        run([this] { m_lab->makeAddresses(); });
    }
    void scripts_data()
    {
        rows([](const Case &row) { return row.forScripts; });
    }
    void scripts()
    {
        run([this] { m_lab->makeIfcfgHost(); });
    }

    /// The driver gives a queue to one port only: two that change places need a step between.
    void queuesChangePlaces()
    {
        BondPlan plan = m_lab->plan(Mode::ActiveBackup);
        plan.slaves[0].queueId = 4;
        plan.slaves[1].queueId = 3;
        apply(plan);
        std::swap(plan.slaves[0].queueId, plan.slaves[1].queueId);
        apply(plan);
        QCOMPARE(fileText(u"eth0/bonding_slave/queue_id"_s), u"3"_s);
        QCOMPARE(fileText(u"eth1/bonding_slave/queue_id"_s), u"4"_s);
    }

    void activeSlaveIsChosen()
    {
        BondPlan plan = m_lab->plan(Mode::ActiveBackup);
        for (const QString &nic : {u"eth1"_s, u"eth0"_s}) {
            plan.options.insert(u"active_slave"_s, nic);
            apply(plan);
            QCOMPARE(fileText(u"bond0/bonding/active_slave"_s), nic);
        }
    }

    /// The rule says of a bond that it never has a link where the driver never gives it one, and only there.
    void allTargetsNeedValidation_data()
    {
        QTest::addColumn<QString>("validate");
        for (const char *validate : {"none", "active", "backup", "all", "filter", "filter_active", "filter_backup"})
            QTest::newRow(validate) << QString::fromLatin1(validate);
    }
    void allTargetsNeedValidation()
    {
        QFETCH(QString, validate);
        removeBond();
        BondPlan plan = m_lab->plan(Mode::ActiveBackup);
        plan.options = {{u"arp_interval"_s, u"100"_s},
                        {u"arp_ip_target"_s, u"192.0.2.254"_s},
                        {u"arp_validate"_s, validate},
                        {u"arp_all_targets"_s, u"all"_s}};
        QStringList words{u"link"_s, u"add"_s, u"bond0"_s, u"type"_s, u"bond"_s, u"mode"_s, u"active-backup"_s};
        for (auto it = plan.options.cbegin(); it != plan.options.cend(); ++it)
            words << it.key() << it.value();
        QCOMPARE(HelperLab::run(u"ip"_s, words), 0);
        for (const SlavePlan &slave : plan.slaves) {
            QCOMPARE(HelperLab::run(u"ip"_s, {u"link"_s, u"set"_s, slave.name, u"down"_s}), 0);
            QCOMPARE(HelperLab::run(u"ip"_s, {u"link"_s, u"set"_s, slave.name, u"master"_s, u"bond0"_s}), 0);
        }
        QCOMPARE(HelperLab::run(u"ip"_s, {u"addr"_s, u"add"_s, u"192.0.2.10/24"_s, u"dev"_s, u"bond0"_s}), 0);
        QCOMPARE(HelperLab::run(u"ip"_s, {u"link"_s, u"set"_s, u"bond0"_s, u"up"_s}), 0);
        QTest::qWait(1500);
        bool hasLink = false;
        for (int looks = 0; looks < 20; ++looks, QTest::qWait(50))
            hasLink |= fileText(u"bond0/carrier"_s) == u"1";
        const QList<Finding> findings = check(plan, {});
        const bool isRefused = std::any_of(findings.cbegin(), findings.cend(),
                                           [](const Finding &finding) { return finding.code == u"arp.all-targets"; });
        QCOMPARE(isRefused, !hasLink);
    }

    /// Unanswered probes: right after the NICs were attached the driver still takes them for up.
    void aBondWithoutLinkIsRolledBack()
    {
        removeBond();
        m_lab->makeAddresses();
        BondPlan plan = m_lab->plan(Mode::ActiveBackup);
        plan.slaves = {SlavePlan{u"eth1"_s, {}, {}, {}}, SlavePlan{u"eth2"_s, {}, {}, {}}};
        // Only NICs with a link before are missed afterwards: one that is off says nothing of its cable.
        for (const SlavePlan &slave : std::as_const(plan.slaves))
            QCOMPARE(HelperLab::run(u"ip"_s, {u"link"_s, u"set"_s, slave.name, u"up"_s}), 0);
        QVERIFY(m_lab->waitFor([this] { return m_lab->kernel().nicByName(u"eth2"_s)->carrier; }, 10));
        plan.options = {{u"arp_interval"_s, u"1000"_s},
                        {u"arp_ip_target"_s, u"203.0.113.99"_s},
                        // without it any frame that comes in is taken for an answer
                        {u"arp_validate"_s, u"all"_s}};
        plan.ipv4.addresses = {u"203.0.113.5/24"_s};
        plan.ipv4.gateway.clear();
        m_lab->rehearseEveryPlan(false); // there every target answers
        const Transaction applied = m_lab->apply(plan, HelperLab::options(60, true));
        m_lab->rehearseEveryPlan();
        QVERIFY2(applied.state == TransactionState::RolledBack, why(applied).constData());
        QVERIFY2(applied.differences.join(u' ').contains(u"bond0"), why(applied).constData());
        QVERIFY(!m_lab->kernel().bondByName(u"bond0"_s));
    }

private:
    void removeBond()
    {
        if (m_lab->kernel().bondByName(u"bond0"_s))
            QCOMPARE(HelperLab::run(u"ip"_s, {u"link"_s, u"delete"_s, u"bond0"_s}), 0);
        QVERIFY(m_lab->waitFor([this] { return !m_lab->kernel().bondByName(u"bond0"_s); }, 10));
    }

    static void rows(bool (*wanted)(const Case &row))
    {
        QTest::addColumn<int>("number");
        for (int i = 0; i < int(cases().size()); ++i) {
            if (wanted(cases().at(i)))
                QTest::newRow(cases().at(i).name) << i;
        }
    }

    template <typename Prepare>
    void run(Prepare prepare)
    {
        if (m_prepared != QLatin1StringView(QTest::currentTestFunction())) {
            m_prepared = QLatin1StringView(QTest::currentTestFunction());
            removeBond();
            prepare();
        }
        QFETCH(int, number);
        const Case &row = cases().at(number);
        BondPlan bare = m_lab->plan(row.mode);
        bareMii(bare);
        BondPlan named = bare;
        row.set(named);
        if (row.drop)
            row.drop(bare);
        apply(named);
        if (QTest::currentTestFailed())
            return;
        for (const Seen &seen : row.seen)
            QCOMPARE(fileText(QLatin1StringView(seen.file)), QLatin1StringView(seen.named));
        const QString itsOwn = ownMac();
        apply(bare);
        for (const Seen &seen : row.seen)
            QVERIFY2(fileText(QLatin1StringView(seen.file)) == QLatin1StringView(seen.dropped),
                     qPrintable(QLatin1StringView(seen.file) + u": "_s + fileText(QLatin1StringView(seen.file))));
        if (!named.mac.isEmpty()) {
            QVERIFY(!itsOwn.isEmpty());
            QCOMPARE(fileText(u"bond0/address"_s), itsOwn);
        }
        QCOMPARE(m_lab->kernel().bondByName(u"bond0"_s)->slaves.at(1).prio.value_or(0), 0);
    }

    void apply(const BondPlan &plan)
    {
        const Transaction applied = m_lab->apply(plan, HelperLab::options(60, true));
        QVERIFY2(applied.state == TransactionState::Done, why(applied).constData());
    }

    /// The MAC that the first port had before it was one.
    QString ownMac() const
    {
        const kernel::BondState *bond = m_lab->kernel().bondByName(u"bond0"_s);
        return bond && !bond->slaves.isEmpty() ? bond->slaves.constFirst().permanentMac.toString() : QString();
    }

    static QString fileText(const QString &name)
    {
        QFile file(u"/sys/class/net/"_s + name);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : u"unreadable"_s;
    }

    std::unique_ptr<HelperLab> m_lab;
    QString m_prepared;
};

QTEST_GUILESS_MAIN(HelperOptionsLab)
#include "tst_helper_options_lab.moc"
