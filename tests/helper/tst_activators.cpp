// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/options.h"
#include "formats/files/backupstore.h"
#include "formats/nm/keyfile.h"
#include "helper/plan/fallbacks.h"
#include "support/changebench.h"

#include <QTest>

using namespace bondwright;
using namespace bondwright::helper;
using namespace bondwright::tests;
using namespace Qt::StringLiterals;
using Change = void (*)(BondPlan &plan);

namespace
{

constexpr Backend backends[] = {Backend::NetworkManager, Backend::Ifcfg, Backend::RuntimeOnly};

QByteArray text(const Result<void> &result)
{
    return result ? QByteArray("done") : result.error().message.toUtf8();
}

const QString profileFolder = u"/etc/NetworkManager/system-connections/"_s;

} // namespace
Q_DECLARE_METATYPE(Change)

/// The three activators on a host in a folder: forwards and back.
class TestActivators : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followAndComeBack_data() { eachBackend(); }
    void followAndComeBack()
    {
        QFETCH(Backend, backend);
        ChangeBench host(backend);
        host.addUsualHost();
        const auto before = host.tree();
        const BondPlan plan = ChangeBench::plan();
        QVERIFY(apply(host, plan));
        QCOMPARE(host.differences(plan), QStringList());
        QCOMPARE(host.network.portsOf(u"bond0"_s), (QStringList{u"eth0"_s, u"eth1"_s}));
        QVERIFY(host.network.links.value(u"eth0"_s).addresses.isEmpty());
        QCOMPARE(host.back(), QStringList());
        QCOMPARE(host.tree(), before);
        QVERIFY(host.network.portsOf(u"bond0"_s).isEmpty());
    }

    /// It took the helper along, and every later one.
    void filesThatAreNoProfiles_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("text") << QByteArray("this is not a keyfile");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half a keyfile") << QByteArray("[connection]\nid=x\nuuid=");
        QTest::newRow("no text") << QByteArray("\0\xff\xfe\0[", 5);
    }
    void filesThatAreNoProfiles()
    {
        QFETCH(QByteArray, content);
        ChangeBench host(Backend::NetworkManager);
        host.addUsualHost();
        host.write(profileFolder + u"broken.nmconnection"_s, content);
        const auto before = host.tree();
        QVERIFY(apply(host, ChangeBench::plan()));
        QCOMPARE(host.back(), QStringList());
        QCOMPARE(host.tree(), before);
    }

    void eachPortGetsItsOwnProfile()
    {
        ChangeBench host(Backend::NetworkManager);
        host.addUsualHost();
        BondPlan plan = ChangeBench::plan({u"eth10"_s, u"eth1"_s});
        plan.ipv4.addresses = {u"203.0.113.5/24"_s};
        plan.ipv4.gateway.clear();
        QVERIFY(apply(host, plan));
        for (const QString &nic : {u"eth10"_s, u"eth1"_s})
            QCOMPARE(host.manager.active.value(nic), formats::nm::portUuid(u"bond0"_s, nic));
    }

    /// A profile that an administrator wrote for the port, by the NIC's address alone.
    void aPortByItsAddress()
    {
        ChangeBench host(Backend::NetworkManager);
        host.addUsualHost();
        QVERIFY(apply(host, ChangeBench::plan()));
        host.confirm();
        const QString path = profileFolder + u"bond0-port-eth1.nmconnection"_s;
        QVERIFY(QFile::remove(host.root() + path));
        host.write(path,
                   "[connection]\nid=by address\nuuid=33333333-3333-4333-8333-333333333333\ntype=ethernet\n"
                   "master=bond0\nslave-type=bond\n\n[ethernet]\nmac-address="
                       + host.network.links.value(u"eth1"_s).ownMac.toString().toUtf8() + "\n");
        BondPlan plan = ChangeBench::plan();
        plan.options.insert(u"resend_igmp"_s, u"3"_s);
        QVERIFY(apply(host, plan));
        QVERIFY(host.network.portsOf(u"bond0"_s).contains(u"eth1"_s));
    }

    void whatIsNotNamedAnyMore_data()
    {
        QTest::addColumn<Backend>("backend");
        QTest::addColumn<Change>("change");
        const std::pair<const char *, Change> changes[] = {
            {"a primary", [](BondPlan &plan) { plan.options.insert(u"primary"_s, u"eth1"_s); }},
            {"announcements", [](BondPlan &plan) { plan.options.insert(u"num_unsol_na"_s, u"5"_s); }},
            {"memberships", [](BondPlan &plan) { plan.options.insert(u"resend_igmp"_s, u"7"_s); }},
            {"delays",
             [](BondPlan &plan) {
                 plan.options.insert(u"updelay"_s, u"200"_s);
                 plan.options.insert(u"downdelay"_s, u"300"_s);
             }},
            {"when to return", [](BondPlan &plan) { plan.options.insert(u"primary_reselect"_s, u"failure"_s); }},
            {"whose MAC", [](BondPlan &plan) { plan.options.insert(u"fail_over_mac"_s, u"1"_s); }},
            {"an MTU", [](BondPlan &plan) { plan.mtu = 1400; }},
            {"probes",
             [](BondPlan &plan) {
                 plan.options = {{u"arp_interval"_s, u"500"_s}, {u"arp_ip_target"_s, u"192.0.2.254"_s}};
             }},
        };
        for (const Backend backend : backends) {
            for (const auto &[name, change] : changes)
                QTest::addRow("%s: %s", qPrintable(backendName(backend)), name) << backend << change;
        }
    }
    void whatIsNotNamedAnyMore()
    {
        QFETCH(Backend, backend);
        QFETCH(Change, change);
        ChangeBench host(backend);
        host.addUsualHost();
        const BondPlan bare = ChangeBench::plan();
        BondPlan named = bare;
        change(named);
        QVERIFY(apply(host, named));
        host.confirm();
        QCOMPARE(host.differences(named), QStringList());
        QVERIFY(apply(host, bare));
        QCOMPARE(host.differences(bare), QStringList());
        const FakeNetwork::Link bond = host.network.links.value(u"bond0"_s);
        QCOMPARE(bond.mtu, 1500U);
        for (auto it = named.options.cbegin(); it != named.options.cend(); ++it) {
            const OptionSpec *spec = findOption(it.key());
            if (spec->name != u"miimon")
                QVERIFY2(bond.options.value(spec->name) == spec->defaultValue, qPrintable(spec->name));
        }
        // And back to what was named.
        QCOMPARE(host.back(), QStringList());
        QCOMPARE(host.differences(named), QStringList());
    }

    void queuesChangePlaces()
    {
        ChangeBench host(Backend::RuntimeOnly);
        host.addUsualHost();
        BondPlan plan = ChangeBench::plan();
        plan.slaves[0].queueId = 1;
        plan.slaves[1].queueId = 2;
        plan.slaves[1].prio = 9;
        QVERIFY(apply(host, plan));
        host.confirm();
        std::swap(plan.slaves[0].queueId, plan.slaves[1].queueId);
        QVERIFY(apply(host, plan));
        QCOMPARE(host.differences(plan), QStringList());
        QCOMPARE(host.network.links.value(u"eth0"_s).queue, 2);
        QCOMPARE(host.network.links.value(u"eth1"_s).priority, 9);
    }

    /// It is no option of the driver: elsewhere the bond would be a plain balance-xor.
    void onlyNetworkManagerMakesBalanceSlb_data() { eachBackend(); }
    void onlyNetworkManagerMakesBalanceSlb()
    {
        QFETCH(Backend, backend);
        ChangeBench host(backend);
        host.addUsualHost();
        BondPlan plan = ChangeBench::plan();
        plan.mode = Mode::BalanceXor;
        plan.options = {{u"miimon"_s, u"100"_s}, {u"balance-slb"_s, u"1"_s}};
        const auto work = host.work(plan);
        QCOMPARE(work.has_value(), backend == Backend::NetworkManager);
        QVERIFY(work || work.error().message.contains(u"balance-slb"));
    }

    /// The kernel path is not asked what NetworkManager's files can hold.
    void theKernelTakesWhatNoFileCan()
    {
        ChangeBench host(Backend::RuntimeOnly);
        host.addUsualHost();
        QVERIFY(QDir().mkpath(host.root() + profileFolder));
        BondPlan plan = ChangeBench::plan();
        plan.slaves[1].prio = 9;
        plan.options = {{u"arp_interval"_s, u"500"_s},
                        {u"arp_ip_target"_s, u"192.0.2.254"_s},
                        {u"ns_ip6_target"_s, u"2001:db8::1"_s},
                        {u"arp_missed_max"_s, u"4"_s}};
        const auto work = host.work(plan);
        QVERIFY2(work, work ? "" : qPrintable(work.error().message));
        QVERIFY(!hasErrors(work->findings));
        QVERIFY(work->lasting.contains(u"no file is written"_s) || !work->changes.isEmpty());
        const auto applied = host.apply(*work);
        QVERIFY2(applied, text(applied).constData());
        QCOMPARE(host.differences(plan), QStringList());
    }

    /// What returns of itself may have the gateway again; nothing answers at that of NICs without files.
    void nicsThatReturnByThemselves_data() { eachBackend(); }
    void nicsThatReturnByThemselves()
    {
        QFETCH(Backend, backend);
        for (const QStringList &nics : {QStringList{u"eth0"_s, u"eth1"_s}, QStringList{u"eth2"_s, u"eth10"_s}}) {
            ChangeBench host(backend);
            host.addUsualHost();
            BondPlan plan = ChangeBench::plan(nics);
            if (nics.contains(u"eth2"))
                plan.ipv4.addresses = {u"192.0.2.77/24"_s};
            const auto work = host.work(plan);
            QVERIFY2(work, qPrintable(work ? QString() : work.error().message));
            if (!work->paths().isEmpty()) // from which a NIC gets its own files back
                QVERIFY(formats::BackupStore(host.root(), host.environment().stateFolder + u"/backups"_s)
                            .create(work->paths(), u"apply bond0"_s));
            QVERIFY(host.apply(*work));
            host.confirm();
            const auto removal = host.planner().forRemove(u"bond0"_s, backend);
            QVERIFY2(removal, qPrintable(removal ? QString() : removal.error().message));
            const bool hasFiles = backend != Backend::RuntimeOnly && nics.contains(u"eth0");
            QCOMPARE(removal->loneNics, hasFiles ? nics : QStringList());
            QCOMPARE(removal->givesUp(*IpAddress::fromString(u"192.0.2.254")), !hasFiles);
        }
    }

    /// Else anybody who may restore a backup, or can change the folder of the backups, could write any file.
    void noBackupOfAFileThatNobodyReads_data() { eachBackend(); }
    void noBackupOfAFileThatNobodyReads()
    {
        QFETCH(Backend, backend);
        ChangeBench host(backend);
        host.addUsualHost();
        const QString foreign = u"/etc/shadow"_s;
        host.write(foreign, "root:*:1\n");
        formats::BackupStore backups(host.root(), host.environment().stateFolder + u"/backups"_s);
        const auto id = backups.create({foreign}, u"by hand"_s);
        QVERIFY2(id, qPrintable(id ? QString() : id.error().message));
        host.write(foreign, "root:*:2\n");
        const auto work = host.planner().forRestore(*id);
        QVERIFY(!work);
        QCOMPARE(work.error().code, u"helper.invalid"_s);
        QVERIFY2(backend == Backend::RuntimeOnly || work.error().message.contains(foreign),
                 qPrintable(work.error().message));
    }

    /// A NIC that is restored as a slave keeps no address of its own beside the bond's.
    void aNicRestoredToItsBond_data() { eachBackend(); }
    void aNicRestoredToItsBond()
    {
        QFETCH(Backend, backend);
        ChangeBench host(backend);
        host.addUsualHost();
        QVERIFY(apply(host, ChangeBench::plan()));
        host.confirm();
        QVERIFY(apply(host, ChangeBench::plan({u"eth0"_s})));
        (void)host.network.addAddress(u"eth1"_s, *IpNetwork::fromString(u"192.0.2.99/24"),
                                      runtime::PrefixRoute::ByKernel);
        host.manager.isRunning = false;
        QCOMPARE(host.back(), QStringList());
        QCOMPARE(host.network.links.value(u"eth1"_s).master, u"bond0"_s);
        QCOMPARE(host.network.links.value(u"eth1"_s).addresses, IpNetworks());
    }

    /// VLANs that a person or another program made are in no file and go with the bond; more of them than a plan may have.
    void vlansThatNobodyPlanned_data() { eachBackend(); }
    void vlansThatNobodyPlanned()
    {
        QFETCH(Backend, backend);
        ChangeBench host(backend);
        host.addUsualHost();
        QVERIFY(apply(host, ChangeBench::plan()));
        host.confirm();
        constexpr quint16 count = maxPlanVlans + 1;
        for (quint16 id = 1; id <= count; ++id) {
            const QString name = u"by hand-%1"_s.arg(id);
            QVERIFY(host.network.addVlan(u"bond0"_s, id, name));
            QVERIFY(host.network.setUp(name, true));
        }
        const IpNetwork address = *IpNetwork::fromString(u"203.0.113.7/24");
        QVERIFY(host.network.addAddress(u"by hand-1"_s, address, runtime::PrefixRoute::ByKernel));
        const auto removal = host.planner().forRemove(u"bond0"_s, backend);
        QVERIFY(removal);
        QVERIFY(host.apply(*removal));
        QVERIFY(!host.network.links.contains(u"by hand-1"_s));
        QCOMPARE(host.back(), QStringList());
        for (quint16 id = 1; id <= count; ++id) {
            const FakeNetwork::Link vlan = host.network.links.value(u"by hand-%1"_s.arg(id));
            QVERIFY(vlan.up && vlan.base == u"bond0" && vlan.vlanId == id);
        }
        QVERIFY(host.network.links.value(u"by hand-1"_s).addresses.contains(address));
    }

    /// Of the same name, and no way to reach what the one before reached.
    void aVlanWithAnotherIdIsAnotherVlan_data() { eachBackend(); }
    void aVlanWithAnotherIdIsAnotherVlan()
    {
        QFETCH(Backend, backend);
        ChangeBench host(backend);
        host.addUsualHost();
        QVERIFY(apply(host, ChangeBench::plan()));
        host.confirm();
        const IpNetwork address = *IpNetwork::fromString(u"203.0.113.7/24");
        QVERIFY(host.network.addVlan(u"bond0"_s, 20, u"mgmt"_s));
        QVERIFY(host.network.setUp(u"mgmt"_s, true));
        QVERIFY(host.network.addAddress(u"mgmt"_s, address, runtime::PrefixRoute::ByKernel));
        BondPlan edited = ChangeBench::plan();
        edited.options.insert(u"miimon"_s, u"200"_s);
        QVERIFY(apply(host, edited));
        QVERIFY(host.network.removeLink(u"mgmt"_s));
        QVERIFY(host.network.addVlan(u"bond0"_s, 21, u"mgmt"_s));
        QCOMPARE(host.back(), QStringList());
        const FakeNetwork::Link vlan = host.network.links.value(u"mgmt"_s);
        QCOMPARE(vlan.vlanId, 20);
        QVERIFY(vlan.up && vlan.base == u"bond0" && vlan.addresses.contains(address));
    }

    void aVlanIsGivenAnotherId()
    {
        ChangeBench host(Backend::RuntimeOnly);
        host.addUsualHost();
        BondPlan plan = ChangeBench::plan();
        plan.vlans = {{20, u"mgmt"_s, {}, {}, {}}};
        QVERIFY(apply(host, plan));
        host.confirm();
        QCOMPARE(host.network.links.value(u"mgmt"_s).vlanId, 20);
        plan.vlans[0].id = 21;
        QVERIFY(apply(host, plan));
        QCOMPARE(host.network.links.value(u"mgmt"_s).vlanId, 21);
        QCOMPARE(host.back(), QStringList());
        QCOMPARE(host.network.links.value(u"mgmt"_s).vlanId, 20);
    }

    /// A program that knows devices by their number finds the same bond.
    void aBondChangedBackIsTheSameDevice()
    {
        ChangeBench host(Backend::NetworkManager);
        host.addUsualHost();
        BondPlan plan = ChangeBench::plan();
        plan.mode = Mode::Ieee8023ad;
        plan.options.insert(u"lacp_rate"_s, u"fast"_s);
        QVERIFY(apply(host, plan));
        host.confirm();
        const int index = host.network.links.value(u"bond0"_s).index;
        QVERIFY(apply(host, ChangeBench::plan()));
        QCOMPARE(host.network.links.value(u"bond0"_s).index, index);
        host.manager.isRunning = false;
        QCOMPARE(host.back(), QStringList());
        QCOMPARE(host.network.links.value(u"bond0"_s).index, index);
        QCOMPARE(host.network.links.value(u"bond0"_s).options.value(u"lacp_rate"_s), u"fast"_s);
    }

private:
    static void eachBackend()
    {
        QTest::addColumn<Backend>("backend");
        for (const Backend backend : backends)
            QTest::newRow(qPrintable(backendName(backend))) << backend;
    }

    static bool apply(ChangeBench &host, const BondPlan &plan)
    {

        const auto work = host.work(plan);
        if (!work || hasErrors(work->findings)) {
            qWarning("%s", qPrintable(work ? work->findings.constFirst().message : work.error().message));
            return false;
        }
        const auto applied = host.apply(*work);
        if (!applied)
            qWarning("%s", qPrintable(applied.error().message));
        return applied.has_value();
    }
};

QTEST_GUILESS_MAIN(TestActivators)
#include "tst_activators.moc"
