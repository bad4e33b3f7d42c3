// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/findings.h"
#include "formats/ifcfg/ifcfgformat.h"
#include "formats/migration.h"
#include "formats/nm/keyfilefolders.h"
#include "formats/nm/nmformat.h"
#include "tests/formats/snapshots.h"

#include <QTest>

using namespace bondwright;
using namespace bondwright::formats;
using namespace bondwright::formats::nm;
using namespace bondwright::test;
using namespace Qt::StringLiterals;

namespace
{

const QByteArray plainBond = "mode=active-backup\nmiimon=100\n";

QByteArray bondProfile(const QByteArray &options, const QByteArray &connection, const QByteArray &ip)
{
    return "[connection]\nid=my bond\nuuid=f1e1d000-0000-4000-8000-000000000001\ntype=bond\ninterface-name=bond0\n"
        + connection + "\n[bond]\n" + options + "\n[ipv4]\n" + ip + "\n[ipv6]\nmethod=disabled\n";
}

QByteArray portProfile(const QByteArray &nic, const QByteArray &master)
{
    return "[connection]\nid=" + nic + "\nuuid=f1e1d000-0000-4000-8000-0000000000" + nic.right(2).toHex().right(2)
        + "\ntype=ethernet\ninterface-name=" + nic + "\nmaster=" + master + "\nslave-type=bond\n";
}

const QByteArray withRoutes = "method=manual\naddress1=192.0.2.10/24\nroute1=10.0.0.0/8,192.0.2.254,50\n"
                              "route1_options=table=100,src=192.0.2.10\nroute2=172.16.0.0/12,192.0.2.254\n";

FileSnapshot hostWith(const QByteArray &bond, const QByteArray &master = "bond0")
{
    FileSnapshot snapshot;
    addFile(&snapshot, keyfilePathFor(u"my bond"_s), bond);
    addFile(&snapshot, keyfilePathFor(u"eth0"_s), portProfile("eth0", "bond0"));
    addFile(&snapshot, keyfilePathFor(u"eth1"_s), portProfile("eth1", master));
    return snapshot;
}

FileSnapshot withVlanOnVlan()
{
    FileSnapshot snapshot = hostWith(bondProfile(plainBond, {}, "method=auto\n"));
    const auto add = [&snapshot](const QByteArray &name, const QByteArray &parent, const QByteArray &uuid) {
        addFile(&snapshot, keyfilePathFor(QString::fromUtf8(name)),
                "[connection]\nid=" + name + "\nuuid=" + uuid + "\ntype=vlan\ninterface-name=" + name
                    + "\n\n[vlan]\nid=" + name.mid(name.lastIndexOf('.') + 1) + "\nparent=" + parent
                    + "\n\n[ipv4]\nmethod=disabled\n\n[ipv6]\nmethod=disabled\n");
    };
    add("bond0.5", "bond0", "f1e1d333-0000-4000-8000-000000000005");
    add("bond0.5.6", "f1e1d333-0000-4000-8000-000000000005", "f1e1d333-0000-4000-8000-000000000006");
    return snapshot;
}

FileSnapshot withVlan(const QByteArray &vlan, const QByteArray &ip)
{
    FileSnapshot snapshot = hostWith(bondProfile(plainBond, {}, "method=auto\n"));
    addFile(&snapshot, keyfilePathFor(u"storage"_s),
            "[connection]\nid=storage\nuuid=f1e1d333-0000-4000-8000-000000000007\ntype=vlan\n\n[vlan]\nid=7\n"
            "parent=bond0\n"
                + vlan + "\n[ipv4]\n" + ip + "\n[ipv6]\nmethod=disabled\n");
    return snapshot;
}

QStringList saidOf(const QList<Finding> &findings)
{
    QStringList said;
    for (const Finding &finding : findings)
        said.append(finding.code + u' ' + finding.field.section(u'/', -1));
    return said;
}

} // namespace

/// What a plan cannot say of profiles, and what no profile makes.
class TestNmKinds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void says_data();
    void says();
    void routesWithAttributesStay();
    void migrationRefusesAPortOfABridge();
    void aVlanOnAVlanIsNotForgotten();
    void namesTheKeysOfAProfileThatOnlyANewerLibraryTakes();
    void aGatewayElsewhereIsAccepted();
    void aGatewayEndsNeverDefault();
    void aVlanNamedInItsOwnSection();
    void namesOfAFamilyWithoutAddresses_data();
    void namesOfAFamilyWithoutAddresses();
    void whatIsInForceIsLeftAlone();
    void aVlanWithoutAName();
    void olderSpellingsKeepTheRest_data();
    void olderSpellingsKeepTheRest();
};

void TestNmKinds::says_data()
{
    QTest::addColumn<FileSnapshot>("snapshot");
    QTest::addColumn<QString>("said");
    QTest::newRow("a bond in a bridge") << hostWith(
        bondProfile(plainBond, "master=br0\nslave-type=bridge\n", "method=disabled\n"))
                                        << u"nm.bridge my bond.nmconnection"_s;
    QTest::newRow("a route in another table")
        << hostWith(bondProfile(plainBond, {}, withRoutes)) << u"nm.foreign-route my bond.nmconnection"_s;
    QTest::newRow("all routes in another table")
        << hostWith(bondProfile(plainBond, {}, "method=auto\nroute-table=100\n"))
        << u"nm.foreign-routing my bond.nmconnection"_s;
    QTest::newRow("a rule") << hostWith(
        bondProfile(plainBond, {}, "method=auto\nrouting-rule1=priority 5 from 192.0.2.10 table 100\n"))
                            << u"nm.foreign-routing my bond.nmconnection"_s;
    QTest::newRow("a VLAN on a VLAN") << withVlanOnVlan() << u"nm.vlan-on-vlan bond0.5.6.nmconnection"_s;
    QTest::newRow("a shared VLAN") << withVlan({}, "method=shared\n") << u"nm.shared storage.nmconnection"_s;
    QTest::newRow("a master by its id") << hostWith(bondProfile(plainBond, {}, "method=auto\n"), "my bond")
                                        << u"nm.no-master eth1.nmconnection"_s;
    for (const QString &folder : {keyfileFolders().first(), keyfileFolders().last()}) {
        FileSnapshot other = hostWith(bondProfile(plainBond, {}, "method=auto\n"));
        addFile(&other, folder + u"/bond1"_s, bondProfile(plainBond, {}, "method=auto\n"));
        QTest::addRow("no profile's name in %s", qPrintable(folder)) << other << u"nm.name bond1"_s;
    }
}

void TestNmKinds::says()
{
    QFETCH(FileSnapshot, snapshot);
    QFETCH(QString, said);
    const QStringList all = saidOf(NmFormat().read(snapshot).findings);
    QVERIFY2(all.count(said) == 1, qPrintable(all.join(u'\n')));
    const QStringList plain = saidOf(NmFormat().read(hostWith(bondProfile(plainBond, {}, "method=auto\n"))).findings);
    QVERIFY2(plain.isEmpty(), qPrintable(plain.join(u'\n')));
}

/// A route of another table is none of the main table, and an edit of the addresses must not take it away.
void TestNmKinds::routesWithAttributesStay()
{
    FileSnapshot snapshot = hostWith(bondProfile(plainBond, {}, withRoutes));
    const NmFormat format;
    BondPlan plan = format.read(snapshot).bonds.first().plan;
    QCOMPARE(plan.ipv4.routes, QList<IpRoute>({{u"172.16.0.0/12"_s, u"192.0.2.254"_s, {}}}));
    QVERIFY(format.render(plan, snapshot)->changes.isEmpty());
    plan.ipv4.addresses = {u"192.0.2.11/24"_s};
    plan.ipv4.routes.clear();
    applyTo(&snapshot, format.render(plan, snapshot)->changes);
    const QByteArray text = snapshot.find(keyfilePathFor(u"my bond"_s))->content;
    QVERIFY2(text.contains("10.0.0.0/8,192.0.2.254,50\n") && text.contains("table=100"), text.constData());
    QVERIFY2(!text.contains("172.16.0.0/12"), text.constData());
    QCOMPARE(format.read(snapshot).bonds.first().plan, plan);
}

void TestNmKinds::migrationRefusesAPortOfABridge()
{
    const FileSnapshot snapshot
        = hostWith(bondProfile(plainBond, "master=br0\nslave-type=bridge\n", "method=disabled\n"));
    const ifcfg::IfcfgFormat to(*ifcfg::Dialect::forRelease(9));
    const auto rendering = migrate(u"bond0"_s, NmFormat(), snapshot, to, {});
    QVERIFY(rendering);
    QVERIFY(hasErrors(rendering->findings));
    QVERIFY(saidOf(rendering->findings).contains(u"migration.bridge my bond.nmconnection"_s));
}

/// It is in no plan: whatever takes away what it is on says so.
void TestNmKinds::aVlanOnAVlanIsNotForgotten()
{
    const FileSnapshot snapshot = withVlanOnVlan();
    const NmFormat format;
    const BondPlan plan = format.read(snapshot).bonds.first().plan;
    QCOMPARE(plan.vlans.size(), 1);
    QVERIFY(format.render(plan, snapshot)->changes.isEmpty());
    const auto moved = migrate(u"bond0"_s, format, snapshot, ifcfg::IfcfgFormat(*ifcfg::Dialect::forRelease(9)), {});
    QVERIFY(saidOf(moved->findings).contains(u"migration.vlan-on-vlan bond0.5.6.nmconnection"_s));
    QVERIFY(hasErrors(moved->findings));
    QVERIFY(hasErrors(format.rename(u"bond0"_s, u"uplink"_s, snapshot)->findings));
    const auto removal = format.remove(u"bond0"_s, snapshot);
    QCOMPARE(saidOf(removal->findings), QStringList(u"migration.vlan-on-vlan bond0.5.6.nmconnection"_s));
    QVERIFY(!hasErrors(removal->findings));
}

void TestNmKinds::namesTheKeysOfAProfileThatOnlyANewerLibraryTakes()
{
    const QByteArray options = "mode=active-backup\narp_interval=500\nfuture_target=2001:db8::1\n";
    const Reading reading = NmFormat().read(hostWith(bondProfile(options, {}, "method=auto\n")));
    QVERIFY(reading.bonds.isEmpty());
    const auto it = std::find_if(reading.findings.cbegin(), reading.findings.cend(),
                                 [](const Finding &finding) { return finding.code == u"nm.keyfile"; });
    QVERIFY(it != reading.findings.cend());
    QVERIFY2(it->advice.contains(u"bond.future_target"), qPrintable(it->advice));
}

/// As on hosts of clouds: an address of its own, and a router that is in no network.
void TestNmKinds::aGatewayElsewhereIsAccepted()
{
    const QByteArray ip = "method=manual\naddress1=192.0.2.10/32,198.51.100.1\n";
    const BondPlan plan = NmFormat().read(hostWith(bondProfile(plainBond, {}, ip))).bonds.first().plan;
    QCOMPARE(plan.ipv4.gateway.text(), u"198.51.100.1"_s);
    QVERIFY(!hasErrors(check(plan, HostFacts())));
    BondPlan anew = plan;
    anew.accept.clear();
    QVERIFY(hasErrors(check(anew, HostFacts())));
}

/// Beside never-default libnm throws a gateway away.
void TestNmKinds::aGatewayEndsNeverDefault()
{
    FileSnapshot snapshot = hostWith(bondProfile(
        plainBond, {}, "method=manual\naddress1=192.0.2.10/24\nnever-default=true\nignore-auto-dns=true\n"));
    const NmFormat format;
    BondPlan plan = format.read(snapshot).bonds.first().plan;
    plan.ipv4.dns = {u"192.0.2.53"_s};
    applyTo(&snapshot, format.render(plan, snapshot)->changes);
    const auto text = [&snapshot] { return snapshot.find(keyfilePathFor(u"my bond"_s))->content; };
    QVERIFY2(text().contains("never-default=true\n"), text().constData());
    plan.ipv4.gateway = u"192.0.2.1"_s;
    const auto rendering = format.render(plan, snapshot);
    QVERIFY(rendering && !hasErrors(rendering->findings));
    applyTo(&snapshot, rendering->changes);
    QCOMPARE(format.read(snapshot).bonds.first().plan, plan);
    QVERIFY2(!text().contains("never-default") && text().contains("ignore-auto-dns=true\n"), text().constData());
}

/// As NetworkManager 0.9 wrote it; libnm still reads it.
void TestNmKinds::aVlanNamedInItsOwnSection()
{
    FileSnapshot snapshot = withVlan("interface-name=storage0\n", "method=auto\n");
    const NmFormat format;
    const Reading reading = format.read(snapshot);
    QCOMPARE(saidOf(reading.findings), QStringList());
    BondPlan plan = reading.bonds.first().plan;
    QCOMPARE(plan.vlans.first().name, u"storage0"_s);
    QVERIFY(format.render(plan, snapshot)->changes.isEmpty());
    plan.vlans.first().mtu = 1400;
    applyTo(&snapshot, format.render(plan, snapshot)->changes);
    QCOMPARE(format.read(snapshot).bonds.first().plan, plan);
}

void TestNmKinds::namesOfAFamilyWithoutAddresses_data()
{
    QTest::addColumn<IpMethod>("ipv4");
    QTest::addColumn<IpMethod>("ipv6");
    QTest::addColumn<QStringList>("lost");
    QTest::addColumn<QString>("kept"); // search domains of each family
    QTest::newRow("no IPv4") << IpMethod::Disabled << IpMethod::Auto << QStringList(u"ipv4.dns"_s)
                             << u"|a.example,b.example"_s;
    QTest::newRow("link-local") << IpMethod::LinkLocal << IpMethod::Auto << QStringList(u"ipv4.dns"_s)
                                << u"|a.example,b.example"_s;
    QTest::newRow("no IPv6") << IpMethod::Auto << IpMethod::Disabled << QStringList(u"ipv6.dns"_s)
                             << u"a.example,b.example|"_s;
    QTest::newRow("neither") << IpMethod::Disabled << IpMethod::Disabled
                             << QStringList{u"ipv4.dns"_s, u"ipv4.search"_s, u"ipv6.dns"_s} << u"|"_s;
}

/// As an old bond below VLANs has them: a finding with its field, and all else is written.
void TestNmKinds::namesOfAFamilyWithoutAddresses()
{
    QFETCH(IpMethod, ipv4);
    QFETCH(IpMethod, ipv6);
    QFETCH(QStringList, lost);
    QFETCH(QString, kept);
    BondPlan plan;
    plan.name = u"bond0"_s;
    plan.options = {{u"miimon"_s, u"100"_s}};
    plan.slaves = {{u"eth0"_s, {}, {}, {}}};
    plan.ipv4 = {ipv4, {}, {}, {u"192.0.2.53"_s}, {u"a.example"_s}, {}, {}};
    plan.ipv6 = {ipv6, {}, {}, {u"2001:db8::53"_s}, {u"b.example"_s}, {}, {}};
    const NmFormat format;
    const auto rendering = format.render(plan, {});
    QVERIFY2(rendering, rendering ? "" : qPrintable(rendering.error().message));
    QStringList said;
    for (const Finding &finding : rendering->findings) {
        QCOMPARE(finding.code, u"format.lost"_s);
        QVERIFY(finding.severity == Severity::Error && !finding.advice.isEmpty());
        said.append(finding.field);
    }
    said.sort();
    QCOMPARE(said, lost);
    FileSnapshot after;
    applyTo(&after, rendering->changes);
    const BondPlan written = format.read(after).bonds.first().plan;
    QCOMPARE(written.ipv4.search.join(u',') + u'|' + written.ipv6.search.join(u','), kept);
    QVERIFY(format.render(plan, after)->changes.isEmpty());
}

/// Two profiles of one NIC, another one that starts by itself, a priority that the mode does not have: said, and kept.
void TestNmKinds::whatIsInForceIsLeftAlone()
{
    FileSnapshot snapshot = hostWith(bondProfile("mode=802.3ad\nmiimon=100\n", {}, "method=auto\n"));
    addFile(&snapshot, keyfilePathFor(u"second"_s),
            portProfile("eth1", "bond0").replace("f1e1d000", "f1e1d111")
                + "autoconnect-priority=3\n\n[bond-port]\nprio=5\n");
    addFile(&snapshot, keyfilePathFor(u"Wired connection 1"_s),
            "[connection]\nid=Wired connection 1\nuuid=f1e1d222-0000-4000-8000-000000000001\ntype=ethernet\n"
            "interface-name=eth0\n");
    const NmFormat format;
    BondPlan plan = format.read(snapshot).bonds.first().plan;
    QCOMPARE(plan.slaves.size(), 2);
    QCOMPARE(plan.accept, QStringList(u"slaves.prio-mode"_s));
    QVERIFY(!hasErrors(check(plan, HostFacts())));
    QVERIFY(format.render(plan, snapshot)->changes.isEmpty());
    plan.mtu = 9000;
    QVERIFY(!format.render(plan, snapshot)->changes.isEmpty());
}

/// NetworkManager calls it bond0.7. It stays the same profile in changes and under another name.
void TestNmKinds::aVlanWithoutAName()
{
    const QByteArray more = "ingress-priority-map=0:1\n# of the storage team\n";
    const FileSnapshot files = withVlan(more, "method=auto\n");
    const QString path = keyfilePathFor(u"storage"_s);
    const NmFormat format;
    const Reading reading = format.read(files);
    BondPlan plan = reading.bonds.first().plan;
    QCOMPARE(plan.vlans.size(), 1);
    QCOMPARE(plan.vlans.first().interfaceName(plan.name), u"bond0.7"_s);
    QVERIFY(format.render(plan, files)->changes.isEmpty());
    QCOMPARE(saidOf(format.leftBehind(reading.bonds.first(), files)).size(), 1); // the priorities

    plan.vlans.first().mtu = 1400;
    const FileSnapshot changed = files.with(format.render(plan, files)->changes);
    QCOMPARE(changed.files.size(), files.files.size());
    QVERIFY(changed.find(path) && changed.find(path)->content.contains(more));
    QCOMPARE(format.read(changed).bonds.first().plan, plan);

    const auto renamed = renderReplacing(format, renamedPlan(plan, u"uplink"_s), changed);
    QVERIFY2(renamed, renamed ? "" : qPrintable(renamed.error().message));
    const FileSnapshot after = changed.with(renamed->changes);
    QCOMPARE(after.files.size(), files.files.size());
    QVERIFY(after.find(path) && after.find(path)->content.contains(more));
    QVERIFY(!after.find(path)->content.contains("interface-name"));
    QCOMPARE(format.read(after).bonds.first().plan.vlans, plan.vlans);
}

void TestNmKinds::olderSpellingsKeepTheRest_data()
{
    QTest::addColumn<QByteArray>("ip");
    QTest::newRow("of today") << QByteArray("address1=192.0.2.10/24,192.0.2.1\nroute1=10.0.0.0/8,192.0.2.254\n");
    QTest::newRow("semicolons") << QByteArray(
        "addresses1=192.0.2.10;24;192.0.2.1;\nroutes1=10.0.0.0;8;192.0.2.254;0;\n");
    QTest::newRow("a key of its own for the gateway")
        << QByteArray("addresses1=192.0.2.10/24\ngateway=192.0.2.1\nroutes1=10.0.0.0/8,192.0.2.254\n");
}

/// Remarks, and groups that NetworkManager does not know, stay whatever the addresses were written as.
void TestNmKinds::olderSpellingsKeepTheRest()
{
    QFETCH(QByteArray, ip);
    FileSnapshot files
        = hostWith("# ticket 4711\n" + bondProfile(plainBond, {}, "# the left router\nmethod=manual\n" + ip)
                   + "\n[site]\nrack=7\n");
    const NmFormat format;
    BondPlan plan = format.read(files).bonds.first().plan;
    QCOMPARE(plan.ipv4.gateway.text(), u"192.0.2.1"_s);
    QCOMPARE(plan.ipv4.routes.size(), 1);
    plan.ipv4.addresses = {u"192.0.2.20/24"_s};
    plan.ipv4.routes.first().gateway = u"192.0.2.9"_s;
    const auto changed = format.render(plan, files);
    QVERIFY2(changed, changed ? "" : qPrintable(changed.error().message));
    applyTo(&files, changed->changes);
    const QByteArray text = files.find(keyfilePathFor(u"my bond"_s))->content;
    for (const QByteArray &line :
         {QByteArray("# ticket 4711\n"), QByteArray("# the left router\n"), QByteArray("[site]\nrack=7\n")})
        QVERIFY2(text.contains(line), text.constData());
    QCOMPARE(format.read(files).bonds.first().plan.ipv4.addresses.texts(), plan.ipv4.addresses.texts());
}

QTEST_GUILESS_MAIN(TestNmKinds)
#include "tst_nmkinds.moc"
