// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/host/managerconf.h"
#include "formats/nm/bondsetting.h"
#include "formats/nm/keyfilefolders.h"
#include "formats/nm/nmformat.h"
#include "tests/formats/plangenerator.h"
#include "tests/formats/snapshots.h"

#include <QTest>

using namespace bondwright;
using namespace bondwright::formats;
using namespace bondwright::formats::nm;
using namespace bondwright::test;
using namespace Qt::StringLiterals;

namespace
{

BondPlan simplePlan()
{
    BondPlan plan;
    plan.name = u"bond0"_s;
    plan.options = {{u"miimon"_s, u"100"_s}, {u"primary"_s, u"eth1"_s}};
    plan.slaves = {{u"eth1"_s, {}, {}, {}}, {u"eth0"_s, {}, {}, {}}};
    plan.ipv4.method = IpMethod::Manual;
    plan.ipv4.addresses = {u"192.168.1.11/24"_s};
    plan.ipv4.gateway = u"192.168.1.1"_s;
    return plan;
}

QString pathOf(const QString &id)
{
    return keyfilePathFor(id);
}

} // namespace

class TestNmFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheProfiles()
    {
        const NmFormat format;
        auto rendering = format.render(simplePlan(), {});
        QVERIFY2(rendering, qPrintable(rendering ? QString() : rendering.error().message));
        QCOMPARE(rendering->findings.size(), 0);
        QCOMPARE(rendering->changes.files.size(), 3);
        for (const FileChange &file : rendering->changes.files) {
            QCOMPARE(file.mode, 0600u);
            QCOMPARE(file.owner, 0u);
        }
        const QByteArray bond = *rendering->changes.find(pathOf(u"bond0"_s))->newText;
        QVERIFY2(bond.contains("[bond]\nmiimon=100\nmode=active-backup\nprimary=eth1\n"), bond.constData());
        // Newer libraries spell some keys in another way, and read both.
        QVERIFY2(bond.contains("address1=192.168.1.11/24,192.168.1.1\n")
                     || (bond.contains("address1=192.168.1.11/24\n") && bond.contains("gateway=192.168.1.1\n")),
                 bond.constData());
        QVERIFY2(bond.contains("autoconnect-slaves=1\n") || bond.contains("autoconnect-ports=1\n"), bond.constData());
        const QByteArray port = *rendering->changes.find(pathOf(u"bond0-port-eth1"_s))->newText;
        const QByteArray uuid = bondUuid(u"bond0"_s).toUtf8();
        QVERIFY2(port.contains("master=" + uuid) || port.contains("controller=" + uuid), port.constData());
        QVERIFY(port.contains("autoconnect-priority=2\n"));
    }

    void secondTimeNothingChanges()
    {
        const NmFormat format;
        FileSnapshot snapshot;
        const auto first = format.render(simplePlan(), snapshot);
        applyTo(&snapshot, first->changes);
        QVERIFY(format.render(simplePlan(), snapshot)->changes.isEmpty());
        FileSnapshot other;
        applyTo(&other, format.render(simplePlan(), {})->changes);
        QCOMPARE(other.files, snapshot.files); // the same UUIDs, the same bytes
    }

    void randomPlansComeBack()
    {
        const QStringList unknown = optionsUnknownToLibnm();
        PlanGenerator generator(20261122, [&](const OptionSpec &spec) { return !unknown.contains(spec.name); });
        generator.mayTake
            = [](const OptionSpec &spec, const QString &text) { return textForLibnm(spec.name, text).has_value(); };
        const NmFormat format;
        for (int i = 0; i < plansToTry(3000); ++i) {
            const BondPlan plan = generator.next();
            const QByteArray json = planToJson(plan);
            FileSnapshot snapshot;
            const auto rendering = format.render(plan, snapshot);
            QVERIFY2(rendering, rendering ? "" : qPrintable(QString::fromUtf8(json) + rendering.error().message));
            for (const Finding &finding : rendering->findings)
                QVERIFY2(finding.severity != Severity::Error, qPrintable(QString::fromUtf8(json) + finding.message));
            applyTo(&snapshot, rendering->changes);
            const Reading reading = format.read(snapshot);
            QCOMPARE(reading.bonds.size(), 1);
            QCOMPARE(QString::fromUtf8(planToJson(reading.bonds.first().plan)), QString::fromUtf8(json));
            QVERIFY(format.render(plan, snapshot)->changes.isEmpty());
        }
    }

    void editingOneThingChangesOneThing()
    {
        const QStringList unknown = optionsUnknownToLibnm();
        PlanGenerator generator(7, [&](const OptionSpec &spec) { return !unknown.contains(spec.name); });
        generator.mayTake
            = [](const OptionSpec &spec, const QString &text) { return textForLibnm(spec.name, text).has_value(); };
        const NmFormat format;
        for (int i = 0; i < plansToTry(300); ++i) {
            const BondPlan before = generator.next();
            BondPlan after = generator.next();
            after.name = before.name;
            FileSnapshot snapshot;
            applyTo(&snapshot, format.render(before, snapshot)->changes);
            applyTo(&snapshot, format.render(after, snapshot)->changes);
            const Reading reading = format.read(snapshot);
            QCOMPARE(reading.bonds.size(), 1);
            QCOMPARE(QString::fromUtf8(planToJson(reading.bonds.first().plan)), QString::fromUtf8(planToJson(after)));
        }
    }

    /// What else names the bond, or a VLAN of it, follows.
    void aNewNameReachesAllReferences()
    {
        const NmFormat format;
        BondPlan plan = simplePlan();
        plan.vlans = {{5, {}, {}, {}, {}}};
        FileSnapshot snapshot;
        applyTo(&snapshot, format.render(plan, snapshot)->changes);
        snapshot.files[pathOf(u"bond0"_s)].content.replace(
            "[ipv4]\n", "[ipv4]\nrouting-rule1=priority 5 from 0.0.0.0/0 iif bond0 table 100\n");
        const QString other = pathOf(u"eth5"_s);
        addFile(&snapshot, other,
                "# of the storage\n[connection]\nid=eth5\nuuid=11111111-2222-4333-8444-555555555555\ntype=ethernet\n"
                "interface-name=eth5\n\n[ipv4]\nmethod=auto\n"
                "routing-rule1=priority 6 from 0.0.0.0/0 iif bond0.5 table 100\n"
                "routing-rule2=priority 7 from 0.0.0.0/0 iif bond01 table 100\n");
        const QString above = pathOf(u"macvlan0"_s);
        addFile(&snapshot, above,
                "[connection]\nid=macvlan0\nuuid=11111111-2222-4333-8444-666666666666\ntype=macvlan\n"
                "interface-name=macvlan0\n\n[macvlan]\nmode=2\nparent="
                    + bondUuid(u"bond0"_s).toUtf8() + "\n");
        const auto renamed = renderReplacing(format, renamedPlan(plan, u"uplink"_s), snapshot);
        QVERIFY2(renamed, renamed ? "" : qPrintable(renamed.error().message));
        applyTo(&snapshot, renamed->changes);
        QVERIFY(snapshot.files.value(pathOf(u"uplink"_s)).content.contains("iif uplink table 100"));
        const QByteArray rules = snapshot.files.value(other).content;
        QVERIFY2(rules.contains("iif uplink.5 table 100") && rules.contains("iif bond01 table 100"), rules.constData());
        QVERIFY(rules.startsWith("# of the storage\n"));
        QVERIFY(snapshot.files.value(above).content.contains("parent=" + bondUuid(u"uplink"_s).toUtf8()));
    }

    /// Its own profiles become others, so that the old name is free; what an administrator made stays the same profile.
    void renames()
    {
        const NmFormat format;
        FileSnapshot snapshot;
        BondPlan plan = simplePlan();
        plan.vlans = {{10, {}, {}, {}, {}}, {20, u"storage"_s, {}, {}, {}}};
        applyTo(&snapshot, format.render(plan, snapshot)->changes);
        snapshot.files[pathOf(u"bond0"_s)].content += "\n[user]\norg.example.note=kept\n";
        snapshot.files.remove(pathOf(u"bond0-port-eth0"_s));
        const QString office = pathOf(u"Office"_s);
        addFile(&snapshot, office,
                "[connection]\nid=Office\nuuid=11111111-2222-4333-8444-555555555555\ntype=ethernet\n"
                "interface-name=eth0\nmaster=bond0\nslave-type=bond\nautoconnect-priority=1\n");
        const Reading before = format.read(snapshot);
        QCOMPARE(before.bonds.first().plan, plan);
        const auto rendering = renderReplacing(format, renamedPlan(plan, u"uplink"_s), snapshot);
        QVERIFY2(rendering, rendering ? "" : qPrintable(rendering.error().message));
        QVERIFY(rendering->changes.find(pathOf(u"bond0"_s))->isDeletion());
        QCOMPARE(rendering->changes.find(pathOf(u"uplink"_s))->mode, 0600u);
        applyTo(&snapshot, rendering->changes);
        const Reading after = format.read(snapshot);
        QCOMPARE(after.bonds.size(), 1);
        BondPlan expected = renamedPlan(plan, u"uplink"_s);
        expected.replaces.clear();
        QCOMPARE(after.bonds.first().plan, expected);
        QVERIFY(snapshot.files.value(pathOf(u"uplink"_s)).content.contains("org.example.note=kept"));
        QVERIFY2(snapshot.files.value(office).content.contains("11111111-2222-4333-8444-555555555555"),
                 snapshot.files.value(office).content.constData());
        for (auto it = snapshot.files.cbegin(); it != snapshot.files.cend(); ++it)
            QVERIFY2(!it->content.contains("bond0"), it->content.constData());
        // Another bond may have the old name now.
        BondPlan other = simplePlan();
        other.slaves = {{u"eth2"_s, {}, {}, {}}};
        other.options.remove(u"primary"_s);
        applyTo(&snapshot, format.render(other, snapshot)->changes);
        QCOMPARE(format.read(snapshot).bonds.size(), 2);
        // The name is taken now.
        const auto refused = renderReplacing(format, renamedPlan(expected, u"bond0"_s), snapshot);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"format.name-taken"_s);
    }

    void profilesElsewhere_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isElsewhere");
        const QString etc = u"/etc/NetworkManager/conf.d/k.conf"_s;
        const QString lib = u"/usr/lib/NetworkManager/conf.d/k.conf"_s;
        const auto path = [](const char *value) {
            return "[main]\nplugins=keyfile\n[keyfile]\npath = " + QByteArray(value) + "\n";
        };
        QTest::newRow("elsewhere") << etc << path("/data/profiles") << true;
        QTest::newRow("nowhere") << etc << path("") << true;
        QTest::newRow("by a package") << lib << path("/data/profiles") << true;
        QTest::newRow("as usual") << etc << path("/etc/NetworkManager//system-connections/") << false;
        QTest::newRow("no path") << etc << path("profiles") << false;
        QTest::newRow("another section") << etc << QByteArray("[main]\npath=/data\n") << false;
    }

    /// [keyfile] path=: files in /etc are not read then.
    void profilesElsewhere()
    {
        QFETCH(QString, place);
        QFETCH(QByteArray, text);
        QFETCH(bool, isElsewhere);
        FileSnapshot snapshot;
        const BondPlan plan = simplePlan();
        applyTo(&snapshot, NmFormat().render(plan, snapshot)->changes);
        addFile(&snapshot, place, text);
        QCOMPARE(NmFormat().read(snapshot).findings.value(0).code == u"nm.keyfile-path", isElsewhere);
        QCOMPARE(hasErrors(NmFormat().render(plan, snapshot)->findings), isElsewhere);
        // A later file has the last word.
        addFile(&snapshot, managerConfPath(), "[keyfile]\npath=/etc/NetworkManager/system-connections\n");
        QCOMPARE(hasErrors(NmFormat().render(plan, snapshot)->findings), isElsewhere && place.startsWith(u"/etc"));
    }

    void keepsCommentsAndUnknownKeys()
    {
        const NmFormat format;
        FileSnapshot snapshot;
        applyTo(&snapshot, format.render(simplePlan(), snapshot)->changes);
        const QString path = pathOf(u"bond0"_s);
        FileState &file = snapshot.files[path];
        file.content.replace("[ipv4]\n", "# office network, ask Li\n[ipv4]\ndhcp-client-id=abc\nfuture-key=1\n");
        file.content += "\n[user]\norg.example.note=kept\n\n[vendor-x]\nkey=value\n";
        QVERIFY(format.render(simplePlan(), snapshot)->changes.isEmpty());

        BondPlan plan = simplePlan();
        plan.options[u"miimon"_s] = u"50"_s;
        const auto rendering = format.render(plan, snapshot);
        QVERIFY(rendering);
        QCOMPARE(rendering->changes.files.size(), 1);
        QByteArray expected = file.content;
        expected.replace("miimon=100", "miimon=50");
        QCOMPARE(*rendering->changes.files.first().newText, expected);
    }

    void leavesOtherProfilesAlone()
    {
        const NmFormat format;
        FileSnapshot snapshot;
        addFile(&snapshot, pathOf(u"office"_s),
                "[connection]\nid=office\nuuid=11111111-1111-4111-8111-111111111111\ntype=wifi\n\n"
                "[wifi]\nssid=office\n\n[wifi-security]\nkey-mgmt=wpa-psk\npsk=secret123\n");
        addFile(&snapshot, pathOf(u"Wired connection 1"_s),
                "[connection]\nid=Wired connection 1\nuuid=22222222-2222-4222-8222-222222222222\ntype=ethernet\n"
                "interface-name=eth0\n\n[ipv4]\nmethod=auto\n");
        addFile(&snapshot, pathOf(u"other"_s) + u'~', "rubbish");
        addFile(&snapshot, keyfileFolder() + u"/broken"_s, "[connection\n");
        const auto rendering = format.render(simplePlan(), snapshot);
        QVERIFY(rendering);
        QVERIFY(!rendering->changes.find(pathOf(u"office"_s)));
        const FileChange *quiet = rendering->changes.find(pathOf(u"Wired connection 1"_s));
        QVERIFY(quiet);
        QVERIFY(quiet->newText->contains("autoconnect=false"));
        QCOMPARE(rendering->findings.size(), 1);
        QCOMPARE(rendering->findings.first().code, u"nm.other-profile"_s);
        const Reading reading = format.read(snapshot);
        QCOMPARE(reading.findings.size(), 1);
        QCOMPARE(reading.findings.first().code, u"nm.keyfile"_s);
    }

    void removesFormerPortsAndTheBond()
    {
        const NmFormat format;
        FileSnapshot snapshot;
        BondPlan plan = simplePlan();
        plan.vlans = {{100, {}, {}, {}, {}}};
        applyTo(&snapshot, format.render(plan, snapshot)->changes);
        plan.slaves.removeLast();
        plan.vlans.clear();
        const auto rendering = format.render(plan, snapshot);
        QVERIFY(rendering->changes.find(pathOf(u"bond0-port-eth0"_s))->isDeletion());
        QVERIFY(rendering->changes.find(pathOf(u"bond0.100"_s))->isDeletion());
        applyTo(&snapshot, rendering->changes);
        const auto removal = format.remove(u"bond0"_s, snapshot);
        QVERIFY(removal);
        applyTo(&snapshot, removal->changes);
        QVERIFY(snapshot.files.isEmpty());
        QCOMPARE(format.remove(u"bond0"_s, snapshot).error().code, u"format.no-bond"_s);
    }

    void adoptsForeignProfiles()
    {
        // As nmcli makes them: ports named by the bond's interface name, the numeric mode, no priorities.
        const NmFormat format;
        FileSnapshot snapshot;
        addFile(
            &snapshot, pathOf(u"my bond"_s),
            "[connection]\nid=my bond\nuuid=33333333-3333-4333-8333-333333333333\ntype=bond\ninterface-name=bond0\n\n"
            "[bond]\nmode=1\nmiimon=100\n\n[ipv4]\nmethod=auto\n\n[ipv6]\nmethod=ignore\n");
        for (const char *nic : {"eth10", "eth2"})
            addFile(&snapshot, pathOf(QString::fromLatin1(nic)),
                    "[connection]\nid=" + QByteArray(nic) + "\nuuid=44444444-4444-4444-8444-4444444444"
                        + QByteArray(nic).right(2).replace("th", "h2").replace("h2", "02")
                        + "\ntype=ethernet\ninterface-name=" + nic + "\nmaster=bond0\nslave-type=bond\n");
        Reading reading = format.read(snapshot);
        QCOMPARE(reading.bonds.size(), 1);
        BondPlan plan = reading.bonds.first().plan;
        QCOMPARE(plan.mode, Mode::ActiveBackup);
        QCOMPARE(plan.slaves.size(), 2);
        QCOMPARE(plan.slaves.at(0).name, u"eth2"_s); // numbers count as numbers
        QCOMPARE(plan.ipv4.method, IpMethod::Auto);
        QCOMPARE(plan.ipv6.method, IpMethod::Disabled);
        plan.options[u"miimon"_s] = u"200"_s;
        const auto rendering = format.render(plan, snapshot);
        QVERIFY(rendering);
        QVERIFY(rendering->changes.find(pathOf(u"my bond"_s)));
        for (const FileChange &file : rendering->changes.files)
            QVERIFY(!file.isCreation() && !file.isDeletion()); // the administrator's own profiles are edited
    }

    void reportsWhatWouldBeDropped_data()
    {
        QTest::addColumn<Mode>("mode");
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("code");
        QTest::newRow("unknown to every libnm")
            << Mode::Ieee8023ad << u"coupled_control"_s << u"on"_s << u"nm.option-unknown"_s;
        QTest::newRow("runtime") << Mode::ActiveBackup << u"active_slave"_s << u"eth0"_s << u"nm.runtime-option"_s;
        QTest::newRow("dropped by mode") << Mode::Ieee8023ad << u"arp_interval"_s << u"100"_s << u"nm.option-dropped"_s;
        QTest::newRow("bad value") << Mode::ActiveBackup << u"miimon"_s << u"soon"_s << u"nm.option-value"_s;
    }
    void reportsWhatWouldBeDropped()
    {
        QFETCH(Mode, mode);
        QFETCH(QString, option);
        QFETCH(QString, value);
        QFETCH(QString, code);
        BondPlan plan = simplePlan();
        plan.mode = mode;
        plan.options = {{u"miimon"_s, u"100"_s}};
        plan.options.insert(option, value);
        if (option == u"arp_interval")
            plan.options.insert(u"arp_ip_target"_s, u"192.168.1.1"_s);
        const auto rendering = NmFormat().render(plan, {});
        QVERIFY2(rendering, qPrintable(rendering ? QString() : rendering.error().message));
        const auto &findings = rendering->findings;
        QVERIFY(std::any_of(findings.cbegin(), findings.cend(),
                            [&](const Finding &f) { return f.code == code && f.field == u"options."_s + option; }));
    }

    void macPolicy()
    {
        BondPlan plan = simplePlan();
        plan.mac = u"permanent:eth0"_s;
        QCOMPARE(NmFormat().render(plan, {}).error().code, u"format.mac"_s);
        plan.slaves[1].mac = u"02:00:00:00:00:aa"_s;
        const auto rendering = NmFormat().render(plan, {});
        QVERIFY(rendering);
        QVERIFY(
            rendering->changes.find(pathOf(u"bond0"_s))->newText->contains("cloned-mac-address=02:00:00:00:00:AA\n"));
    }

    void everyTruncationIsSafe()
    {
        const auto rendering = NmFormat().render(simplePlan(), {});
        const QByteArray text = *rendering->changes.find(pathOf(u"bond0"_s))->newText;
        for (qsizetype n = 0; n < text.size(); ++n) {
            FileSnapshot snapshot;
            addFile(&snapshot, pathOf(u"bond0"_s), text.left(n));
            (void)NmFormat().read(snapshot);
            // Whatever is left of a profile, the plan is what is in force afterwards.
            const auto edited = NmFormat().render(simplePlan(), snapshot);
            QVERIFY2(edited, qPrintable(QString::number(n)));
            applyTo(&snapshot, edited->changes);
            const Reading reading = NmFormat().read(snapshot);
            const QByteArray name = text.left(n).split('\n').last();
            if (name.startsWith("interface-name=") && name.size() > 15 && name != "interface-name=bond0")
                continue; // what is left is the profile of another bond, and not this plan's to change
            QCOMPARE(reading.bonds.size(), 1);
            QCOMPARE(reading.bonds.first().plan, simplePlan());
        }
    }
};

QTEST_GUILESS_MAIN(TestNmFormat)
#include "tst_nmformat.moc"
