// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/findings.h"
#include "domain/options.h"
#include "domain/switchside.h"
#include "formats/ifcfg/ifcfgformat.h"
#include "formats/migration.h"
#include "formats/nm/bondsetting.h"
#include "formats/nm/keyfilefolders.h"
#include "formats/nm/nmformat.h"
#include "tests/formats/snapshots.h"
#include "tests/support/plans.h"

#include <QRandomGenerator>
#include <QTest>

using namespace bondwright;
using namespace bondwright::formats;
using namespace bondwright::formats::nm;
using namespace bondwright::test;
using namespace Qt::StringLiterals;

namespace
{

QStringList slavesOf(const BondPlan &plan)
{
    QStringList names;
    for (const SlavePlan &slave : plan.slaves)
        names.append(slave.name);
    return names;
}

FileSnapshot tree(const QString &name)
{
    const QString root = QStringLiteral(BONDWRIGHT_FIELD) + u'/' + name;
    FileSnapshot snapshot = takeSnapshot(root, NmFormat()).value_or(FileSnapshot());
    for (FileState &file : snapshot.files)
        file.mode = 0600; // git does not keep modes
    return snapshot;
}

QByteArray bondText(const QByteArray &options, const QByteArray &rest = {})
{
    return "[connection]\nid=bond0\nuuid=f1e1d000-0000-4000-8000-000000000001\ntype=bond\ninterface-name=bond0\n\n["
           "bond]\n"
        + options + "\n[ipv4]\nmethod=auto\n" + rest;
}

QByteArray portText(const QByteArray &nic, const QByteArray &rest = {})
{
    return "[connection]\nid=" + nic + "\nuuid=f1e1d000-0000-4000-8000-0000000000" + nic.right(2).toHex().right(2)
        + "\ntype=ethernet\ninterface-name=" + nic + "\nmaster=bond0\nslave-type=bond\n" + rest;
}

FileSnapshot bondWith(const QByteArray &options, const QByteArray &rest = {})
{
    FileSnapshot snapshot;
    addFile(&snapshot, keyfilePathFor(u"bond0"_s), bondText(options, rest));
    addFile(&snapshot, keyfilePathFor(u"eth0"_s), portText("eth0"));
    addFile(&snapshot, keyfilePathFor(u"eth1"_s), portText("eth1"));
    return snapshot;
}

BondPlan onlyPlan(const FileSnapshot &snapshot)
{
    const Reading reading = NmFormat().read(snapshot);
    return reading.bonds.size() == 1 ? reading.bonds.first().plan : BondPlan();
}

} // namespace

/// What administrators have on their disks, read as NetworkManager reads it.
class TestNmField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trees_data()
    {
        QTest::addColumn<QStringList>("slaves");
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("finding");
        const QStringList eth01{u"eth0"_s, u"eth1"_s};
        const QString miimon = u"miimon"_s;
        const QString hundred = u"100"_s;
        const QString nothing;
        QTest::newRow("01-controller-keys")
            << QStringList{u"ens192"_s, u"ens224"_s} << u"primary"_s << u"ens192"_s << nothing;
        QTest::newRow("03-openshift-backup")
            << QStringList{u"enP1p1s0"_s, u"enP2p1s0"_s} << u"fail_over_mac"_s << u"follow"_s << nothing;
        QTest::newRow("04a-no-miimon") << eth01 << miimon << hundred << u"nm.miimon-default"_s;
        QTest::newRow("05-two-profiles") << QStringList{u"eth1"_s, u"eth2"_s} << miimon << hundred
                                         << u"nm.port-twice"_s;
        QTest::newRow("06-mac-only-ports") << QStringList() << miimon << hundred << u"nm.port-unnamed"_s;
        QTest::newRow("10-netplan-run") << eth01 << miimon << hundred << nothing;
        QTest::newRow("16-file-names") << QStringList{u"eth0"_s, u"eth1"_s, u"eth2"_s, u"eth6"_s} << miimon << hundred
                                       << nothing;
        QTest::newRow("17-no-id") << eth01 << miimon << hundred << nothing;
        QTest::newRow("22-keyfile-left-behind") << eth01 << miimon << hundred << nothing;
        QTest::newRow("24-arp-target-comma") << eth01 << u"arp_ip_target"_s << u"192.0.2.254,192.0.2.253"_s << nothing;
    }
    void trees()
    {
        const FileSnapshot snapshot = tree(QString::fromLatin1(QTest::currentDataTag()));
        const Reading reading = NmFormat().read(snapshot);
        QCOMPARE(reading.bonds.size(), 1);
        const BondPlan plan = reading.bonds.first().plan;
        QCOMPARE(plan.name, u"bond0"_s);
        QTEST(slavesOf(plan), "slaves");
        QFETCH(QString, option);
        QTEST(plan.options.value(option), "value");
        QFETCH(QString, finding);
        const QStringList codes = codesOf(reading.findings);
        QVERIFY2(finding.isEmpty() ? codes.isEmpty() : codes.contains(finding), qPrintable(codes.join(u' ')));
        // What NetworkManager takes, the check takes; and a plan that the files say already changes none of them.
        if (!plan.slaves.isEmpty())
            QVERIFY(!hasErrors(check(plan, HostFacts())));
        const auto again = NmFormat().render(plan, snapshot);
        QVERIFY(again);
        QStringList touched;
        for (const FileChange &change : again->changes.files)
            touched.append(change.path);
        // Second profiles of one NIC do not survive an edit.
        if (finding != u"nm.port-twice")
            QCOMPARE(touched, QStringList());
    }

    void portsByMacOnTheHostItself()
    {
        FileSnapshot snapshot = tree(u"06-mac-only-ports"_s);
        snapshot.nicNames = {{MacAddress::fromString(u"02:00:00:00:00:01"), u"enp1s0"_s},
                             {MacAddress::fromString(u"02:00:00:00:00:02"), u"enp2s0"_s}};
        const Reading reading = NmFormat().read(snapshot);
        QCOMPARE(codesOf(reading.findings), QStringList());
        QCOMPARE(slavesOf(reading.bonds.first().plan), (QStringList{u"enp1s0"_s, u"enp2s0"_s}));
        QVERIFY(NmFormat().render(reading.bonds.first().plan, snapshot)->changes.isEmpty());
    }

    void portsOfUnknownNicsAreNotDeleted()
    {
        const FileSnapshot snapshot = tree(u"06-mac-only-ports"_s);
        BondPlan plan = onlyPlan(snapshot);
        plan.slaves = {{u"eth0"_s, u"02:00:00:00:00:01"_s, {}, {}}, {u"eth5"_s, {}, {}, {}}};
        const auto rendering = NmFormat().render(plan, snapshot);
        for (const FileChange &change : rendering->changes.files)
            QVERIFY2(!change.isDeletion(), qPrintable(change.path));
        // The port that is known by its MAC is edited, not doubled.
        QVERIFY(rendering->changes.find(keyfilePathFor(u"bond0 slave 1"_s)));
        QVERIFY(!rendering->changes.find(keyfilePathFor(u"bond0-port-eth0"_s)));
    }

    void fileNames_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<bool>("isRead");
        const QString etc = keyfileFolder();
        const QString run = keyfileFolders().first();
        for (const char *name : {"x", "x.nmconnection", "x.bak", "x.orig", "x.rpmsave", "x.save", "x.swp", "x.old",
                                 "x.nmconnection.1", "my bond", "x.abcde", "x.abcdefg", "x.abc_ef"})
            QTest::newRow(name) << etc << true;
        for (const char *name : {"x~", "x.pem", "x.DER", "x.backup", "x.rpmnew", "x.a1B2c3", ".x", ".x.nmconnection",
                                 "f1e1d000-0000-4000-8000-000000000001.nmmeta"})
            QTest::newRow(name) << etc << false;
        QTest::newRow("run.nmconnection") << run << true;
        QTest::newRow("run") << run << false;
        QTest::newRow(".nmconnection") << run << false;
        QTest::newRow("lib.nmconnection") << keyfileFolders().last() << true;
        QTest::newRow("elsewhere.nmconnection") << u"/etc/NetworkManager"_s << false;
    }
    void fileNames()
    {
        QFETCH(QString, folder);
        QTEST(isKeyfilePath(folder + u'/' + QString::fromLatin1(QTest::currentDataTag())), "isRead");
    }

    void namesOfUnnamedProfiles()
    {
        const QString path = keyfilePathFor(u"bond0"_s);
        QCOMPARE(defaultId(path), u"bond0"_s);
        // What NetworkManager 1.42 shows for such a file.
        QCOMPARE(defaultUuid(path), u"75ac1a13-dbce-36e4-8ecb-c6ed6fce5322"_s);
        QCOMPARE(defaultUuid(keyfileFolders().first() + u"/bond0.nmconnection"_s), defaultUuid(path));
    }

    void foldersHideEachOther()
    {
        const QString lib = keyfileFolders().last() + u"/bond0.nmconnection"_s;
        const QString etc = keyfilePathFor(u"bond0"_s);
        const QString run = keyfileFolders().first() + u"/bond0.nmconnection"_s;
        FileSnapshot snapshot = bondWith("mode=0\n");
        addFile(&snapshot, lib, bondText("mode=2\n"));
        QCOMPARE(onlyPlan(snapshot).mode, Mode::BalanceRr);
        addFile(&snapshot, run, bondText("mode=1\n"));
        QCOMPARE(onlyPlan(snapshot).mode, Mode::ActiveBackup);
        snapshot.files.remove(run);
        snapshot.files.remove(etc);
        QCOMPARE(onlyPlan(snapshot).mode, Mode::BalanceXor);
        // A bond of /usr/lib cannot be deleted, so it is marked.
        const auto removal = NmFormat().remove(u"bond0"_s, snapshot);
        QVERIFY(removal && !removal->changes.find(lib));
        applyTo(&snapshot, removal->changes);
        QCOMPARE(NmFormat().read(snapshot).bonds.size(), 0);
        snapshot.files[tombstonePath(u"f1e1d000-0000-4000-8000-000000000001"_s)].content = "rubbish";
        QCOMPARE(NmFormat().read(snapshot).bonds.size(), 1);
    }

    /// netplan would make the profiles again, and those go over /etc: two sets, or a change that does not last.
    void profilesOfRunAreNotChanged()
    {
        FileSnapshot snapshot = tree(u"10-netplan-run"_s);
        BondPlan plan = onlyPlan(snapshot);
        QVERIFY(NmFormat().render(plan, snapshot)->changes.isEmpty());
        plan.options[u"miimon"_s] = u"50"_s;
        QCOMPARE(NmFormat().render(plan, snapshot).error().code, u"nm.made-anew"_s);
        QCOMPARE(NmFormat().remove(plan.name, snapshot).error().code, u"nm.made-anew"_s);
        // A bond of /usr/lib is changed in /etc, under the same UUID.
        const QString lib = keyfileFolders().last() + u"/bond0.nmconnection"_s;
        FileSnapshot packaged = bondWith("mode=1\nmiimon=100\n");
        packaged.files.insert(lib, packaged.files.take(keyfilePathFor(u"bond0"_s)));
        BondPlan other = onlyPlan(packaged);
        other.options[u"miimon"_s] = u"50"_s;
        const auto rendering = NmFormat().render(other, packaged);
        QVERIFY(rendering && !rendering->changes.find(lib));
        applyTo(&packaged, rendering->changes);
        QCOMPARE(QString::fromUtf8(planToJson(onlyPlan(packaged))), QString::fromUtf8(planToJson(other)));
    }

    void networkManagersOwnProfilesAreNoConfiguration()
    {
        FileSnapshot snapshot;
        for (const char *mark : {"external", "volatile", "nm-generated"}) {
            addFile(&snapshot, keyfileFolders().first() + u"/bond0.nmconnection"_s,
                    bondText("mode=1\n", "\n[.nmmeta]\n" + QByteArray(mark) + "=true\n"));
            QCOMPARE(NmFormat().read(snapshot).bonds.size(), 0);
        }
    }

    void readableProfilesAreIgnored()
    {
        FileSnapshot snapshot = bondWith("mode=1\nmiimon=100\n");
        snapshot.files[keyfilePathFor(u"eth0"_s)].mode = 0644;
        const Reading reading = NmFormat().read(snapshot);
        QCOMPARE(codesOf(reading.findings), QStringList{u"nm.mode"_s});
        QVERIFY(reading.findings.first().message.contains(u"0644"_s));
    }

    void options_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("options");
        QTest::addColumn<QString>("finding");
        const QString implied = u"nm.miimon-default"_s;
        const QString overruled = u"nm.option-overruled"_s;
        const QString newer = u"nm.key-newer"_s;
        QTest::newRow("no monitoring") << QByteArray("mode=1\n") << u"miimon=100"_s << implied;
        QTest::newRow("active_slave") << QByteArray("mode=1\nmiimon=100\nactive_slave=eth1\n")
                                      << u"miimon=100 primary=eth1"_s << QString();
        QTest::newRow("active_slave and primary") << QByteArray("mode=1\nmiimon=100\nactive_slave=eth1\nprimary=eth0\n")
                                                  << u"miimon=100 primary=eth0"_s << QString();
        QTest::newRow("both monitors") << QByteArray("mode=1\nmiimon=100\narp_interval=1000\narp_ip_target=192.0.2.1\n")
                                       << u"miimon=100"_s << overruled;
        QTest::newRow("zero delays beside ARP")
            << QByteArray("mode=1\narp_interval=1000\narp_ip_target=192.0.2.1\nupdelay=0\ndowndelay=0\nmiimon=0\n")
            << u"arp_interval=1000 arp_ip_target=192.0.2.1"_s << QString();
        QTest::newRow("delays beside ARP")
            << QByteArray("mode=1\narp_interval=1000\narp_ip_target=192.0.2.1\nupdelay=200\n")
            << u"arp_interval=1000 arp_ip_target=192.0.2.1"_s << overruled;
        QTest::newRow("empty") << QByteArray("mode=1\nmiimon=100\nprimary=\narp_ip_target=\nxmit_hash_policy=\n")
                               << u"miimon=100"_s << QString();
        QTest::newRow("comma and blanks")
            << QByteArray("mode=1\narp_interval=1000\narp_ip_target=192.0.2.254, 192.0.2.253,,192.0.2.254,\n")
            << u"arp_interval=1000 arp_ip_target=192.0.2.254,192.0.2.253"_s << QString();
        QTest::newRow("delay rounded") << QByteArray("mode=1\nmiimon=100\nupdelay=250\n") << u"miimon=100 updelay=200"_s
                                       << QString();
        QTest::newRow("newer option") << QByteArray("mode=4\nmiimon=100\nlacp_active=off\n")
                                      << u"lacp_active=off miimon=100"_s
                                      << (optionsUnknownToLibnm().contains(u"lacp_active"_s) ? newer : QString());
        QTest::newRow("newer option of nobody")
            << QByteArray("mode=4\nmiimon=100\nturbo=1\n") << u"miimon=100"_s << newer;
        QTest::newRow("not in this mode either")
            << QByteArray("mode=4\nmiimon=100\narp_validate=all\n") << u"miimon=100"_s << u"nm.value-ignored"_s;
        QTest::newRow("balance-slb") << QByteArray("mode=2\nmiimon=100\nbalance-slb=1\n")
                                     << u"balance-slb=1 miimon=100 xmit_hash_policy=vlan+srcmac"_s << QString();
        QTest::newRow("no balance-slb") << QByteArray("mode=2\nmiimon=100\nbalance-slb=0\n") << u"miimon=100"_s
                                        << QString();
        QTest::newRow("bad value") << QByteArray("mode=1\nmiimon=soon\n") << u"miimon=100"_s << u"nm.value-ignored"_s;
        QTest::newRow("not in this mode")
            << QByteArray("mode=4\nmiimon=100\narp_interval=0\n") << u"miimon=100"_s << u"nm.value-ignored"_s;
    }
    void options()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, finding);
        FileSnapshot snapshot = bondWith(text);
        const Reading reading = NmFormat().read(snapshot);
        QCOMPARE(reading.bonds.size(), 1);
        const BondPlan plan = reading.bonds.first().plan;
        QStringList options;
        for (auto it = plan.options.cbegin(); it != plan.options.cend(); ++it)
            options.append(it.key() + u'=' + it.value());
        QTEST(options.join(u' '), "options");
        const QStringList codes = codesOf(reading.findings);
        QVERIFY2(finding.isEmpty() ? codes.isEmpty() : codes.contains(finding), qPrintable(codes.join(u' ')));
        QVERIFY(!hasErrors(check(plan, HostFacts())));
        const auto same = NmFormat().render(plan, snapshot);
        QVERIFY(same && same->changes.isEmpty() && !hasErrors(same->findings));
        // Another change leaves these lines alone, and says the same afterwards.
        BondPlan edited = plan;
        edited.mtu = 1400;
        const auto rendering = NmFormat().render(edited, snapshot);
        QVERIFY(rendering && !hasErrors(rendering->findings));
        QCOMPARE(rendering->changes.files.size(), 1);
        QVERIFY2(rendering->changes.files.first().newText->contains(text),
                 rendering->changes.files.first().newText->constData());
        applyTo(&snapshot, rendering->changes);
        QCOMPARE(QString::fromUtf8(planToJson(onlyPlan(snapshot))), QString::fromUtf8(planToJson(edited)));
    }

    void validateWithoutIntervalSwitchesMonitoringOff()
    {
        const FileSnapshot snapshot = bondWith("mode=1\nmiimon=100\narp_validate=all\n");
        BondPlan plan = onlyPlan(snapshot);
        QCOMPARE(plan.options.value(u"miimon"_s), u"0"_s);
        QVERIFY(codesOf(NmFormat().read(snapshot).findings).contains(u"nm.option-overruled"_s));
        QVERIFY(plan.accept.contains(u"monitoring.none"_s) && !hasErrors(check(plan, HostFacts())));
        QVERIFY(NmFormat().render(plan, snapshot)->changes.isEmpty());
        plan.options = {{u"miimon"_s, u"100"_s}};
        FileSnapshot mended = snapshot;
        applyTo(&mended, NmFormat().render(plan, snapshot)->changes);
        QCOMPARE(onlyPlan(mended).options, plan.options);
    }

    void balanceSlbNeedsNoGroup()
    {
        const FileSnapshot snapshot = bondWith("mode=2\nmiimon=100\nbalance-slb=1\n");
        BondPlan plan = onlyPlan(snapshot);
        QCOMPARE(int(switchNeedOf(plan)), int(SwitchNeed::Nothing));
        QVERIFY(switchConfiguration(plan, Vendor::CiscoIos).isEmpty());
        const QStringList codes = codesOf(check(plan, HostFacts()));
        QVERIFY(codes.contains(u"options.balance-slb"_s) && !codes.contains(u"switch.configure-first"_s));
        // The other format would make a plain balance-xor of it, which the switch would have to know.
        QVERIFY(hasErrors(ifcfg::IfcfgFormat().render(plan, {})->findings));
        plan.mode = Mode::BalanceRr;
        QVERIFY(hasErrors(check(plan, HostFacts())));
        QCOMPARE(int(switchNeedOf(plan)), int(SwitchNeed::StaticLag));
    }

    void newerSpellingStays()
    {
        FileSnapshot snapshot = tree(u"01-controller-keys"_s);
        BondPlan plan = onlyPlan(snapshot);
        plan.slaves[1].queueId = 3;
        std::swap(plan.slaves[0], plan.slaves[1]);
        const auto rendering = NmFormat().render(plan, snapshot);
        QVERIFY(rendering && !hasErrors(rendering->findings));
        const FileChange *port = rendering->changes.find(keyfilePathFor(u"ens224"_s));
        QVERIFY(port && port->newText->contains("controller=bond0\nport-type=bond\n"));
        QVERIFY(!port->newText->contains("master=") && port->newText->contains("queue-id=3"));
        applyTo(&snapshot, rendering->changes);
        QCOMPARE(QString::fromUtf8(planToJson(onlyPlan(snapshot))), QString::fromUtf8(planToJson(plan)));
    }

    void newerPriorityOfAPort()
    {
        FileSnapshot snapshot = bondWith("mode=1\nmiimon=100\n");
        addFile(&snapshot, keyfilePathFor(u"eth1"_s), portText("eth1", "\n[bond-port]\nprio=10\nqueue-id=2\n"));
        BondPlan plan = onlyPlan(snapshot);
        QCOMPARE(plan.slaves.at(1).prio, 10);
        plan.slaves[1].prio = 20;
        const auto rendering = NmFormat().render(plan, snapshot);
        QVERIFY(rendering && !hasErrors(rendering->findings));
        applyTo(&snapshot, rendering->changes);
        QCOMPARE(onlyPlan(snapshot).slaves.at(1).prio, 20);
        plan.slaves[1].prio.reset();
        applyTo(&snapshot, NmFormat().render(plan, snapshot)->changes);
        QVERIFY(!snapshot.files[keyfilePathFor(u"eth1"_s)].content.contains("prio="));
    }

    void otherProfilesOfANic()
    {
        FileSnapshot snapshot = tree(u"27-other-profiles"_s);
        BondPlan plan;
        plan.name = u"bond0"_s;
        plan.options = {{u"miimon"_s, u"100"_s}};
        plan.slaves = {{u"eth0"_s, u"02:00:00:00:00:01"_s, {}, {}}, {u"eth1"_s, {}, {}, {}}};
        plan.ipv4.method = IpMethod::Auto;
        const auto rendering = NmFormat().render(plan, snapshot);
        for (const QString &id : {u"Wired connection 1"_s, u"matcher"_s}) {
            const FileChange *quiet = rendering->changes.find(keyfilePathFor(id));
            QVERIFY2(quiet && quiet->newText->contains("autoconnect=false\n"), qPrintable(id));
        }
    }

    void matchPatterns_data()
    {
        QTest::addColumn<QByteArray>("patterns");
        QTest::addColumn<bool>("isQuieted");
        QTest::newRow("glob") << QByteArray("eth*") << true;
        QTest::newRow("other glob") << QByteArray("ens*") << false;
        QTest::newRow("one of two") << QByteArray("ens*;eth1") << true;
        QTest::newRow("excluded") << QByteArray("eth*;!eth1") << false;
        QTest::newRow("all but one") << QByteArray("!eth7") << true;
        QTest::newRow("mandatory") << QByteArray("&eth*;&*7") << false;
        QTest::newRow("class") << QByteArray("eth[0-3]") << true;
    }
    void matchPatterns()
    {
        QFETCH(QByteArray, patterns);
        FileSnapshot snapshot = bondWith("mode=1\nmiimon=100\n");
        snapshot.files.remove(keyfilePathFor(u"eth0"_s));
        addFile(&snapshot, keyfilePathFor(u"other"_s),
                "[connection]\nid=other\nuuid=f1e1d000-0000-4000-8000-0000000000ff\ntype=ethernet\n\n[match]\n"
                "interface-name="
                    + patterns + ";\n");
        BondPlan plan = onlyPlan(snapshot);
        plan.mtu = 1400;
        QTEST(NmFormat().render(plan, snapshot)->changes.find(keyfilePathFor(u"other"_s)) != nullptr, "isQuieted");
    }

    /// Whatever libnm takes as a bond, the check takes as a plan, and it comes back unchanged.
    void acceptedMeansAccepted()
    {
        QRandomGenerator random(20261128);
        const auto pick
            = [&random](const QByteArrayList &values) { return values.at(random.bounded(int(values.size()))); };
        int accepted = 0;
        for (int i = 0; i < 2000; ++i) {
            QByteArray text = "mode=" + QByteArray::number(random.bounded(7)) + '\n';
            const QList<std::pair<const char *, QByteArrayList>> table{
                {"miimon", {"0", "100", "150", ""}},
                {"arp_interval", {"0", "1000", "5"}},
                {"arp_ip_target", {"192.0.2.1", "192.0.2.1,", "192.0.2.1, 192.0.2.2", ""}},
                {"updelay", {"0", "250", "300"}},
                {"downdelay", {"0", "100", "99"}},
                {"primary", {"eth0", "eth1", ""}},
                {"active_slave", {"eth1"}},
                {"arp_validate", {"0", "none", "all", "3"}},
                {"xmit_hash_policy", {"layer2", "1", "layer3+4"}},
                {"lacp_rate", {"slow", "fast", "1"}},
                {"fail_over_mac", {"none", "1", "follow"}},
                {"num_unsol_na", {"2"}},
                {"num_grat_arp", {"2", "3"}},
                {"ad_actor_system", {"00:00:00:00:00:00", "02:00:00:00:00:09"}},
                {"packets_per_slave", {"1", "0"}},
                {"tlb_dynamic_lb", {"0", "1"}},
                {"resend_igmp", {"1", "5"}},
                {"peer_notif_delay", {"0", "100"}},
                {"lp_interval", {"1", "9"}},
                {"min_links", {"0", "1"}},
                {"use_carrier", {"0", "1"}},
                {"all_slaves_active", {"0", "1"}}};
            for (const auto &[name, values] : table) {
                if (random.bounded(4) == 0)
                    text += QByteArray(name) + '=' + pick(values) + '\n';
            }
            const FileSnapshot snapshot = bondWith(text);
            const Reading reading = NmFormat().read(snapshot);
            if (reading.bonds.isEmpty())
                continue; // libnm refuses it, and so it is named
            ++accepted;
            const BondPlan plan = reading.bonds.first().plan;
            for (const Finding &finding : check(plan, HostFacts()))
                QVERIFY2(finding.severity != Severity::Error,
                         (text + finding.code.toUtf8() + ' ' + finding.message.toUtf8()).constData());
            const auto again = NmFormat().render(plan, snapshot);
            QVERIFY2(again, again ? "" : (text + again.error().message.toUtf8()).constData());
            QVERIFY2(again->changes.isEmpty(),
                     (text + "=>\n" + again->changes.files.value(0).newText.value_or("")).constData());
        }
        QVERIFY2(accepted > 500, qPrintable(QString::number(accepted)));
    }
};

QTEST_GUILESS_MAIN(TestNmField)
#include "tst_nmfield.moc"
