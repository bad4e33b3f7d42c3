// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/formatlist.h"
#include "tests/formats/snapshots.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace bondwright;
using namespace bondwright::formats;
using namespace bondwright::test;
using namespace Qt::StringLiterals;

/// What the programs that the files are for make of them, compared with what we read.
class TestFormatJudges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dracut_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("name and slaves") << u"bond=bond3:eth5,eth6 ip=bond3:dhcp"_s;
        QTest::newRow("options, MTU, static, VLAN")
            << u"bond=bond7:eth2,eth3:mode=active-backup,miimon=100,primary=eth2:1400 "
               "ip=192.0.2.10::192.0.2.254:255.255.255.0:host:bond7:none vlan=bond7.5:bond7 ip=bond7.5:dhcp "
               "ip=[2001:db8::1]:::64::bond7:none rd.route=10.0.0.0/8:192.0.2.1:bond7"_s;
        QTest::newRow("a target") // several, with semicolons, dracut.cmdline(7) has, and the generator of 1.42 refuses
            << u"bond=bond0:eth0,eth1:mode=active-backup,arp_interval=500,arp_ip_target=192.0.2.1"_s;
        QTest::newRow("prefix instead of a mask")
            << u"bond=bond0:eth0,eth1:mode=802.3ad,lacp_rate=fast,xmit_hash_policy=layer3+4 "
               "ip=192.0.2.10::192.0.2.254:25::bond0:none nameserver=192.0.2.53"_s;
        QTest::newRow("a VLAN of another name") << u"bond=bond0:eth0,eth1:mode=1 vlan=vlan12:bond0 ip=vlan12:dhcp"_s;
        QTest::newRow("MTU of the ip=") << u"bond=bond0:eth0,eth1:mode=1 ip=192.0.2.10:::24::bond0:none:9000"_s;
    }

    void dracut()
    {
        QFETCH(QString, line);
        FileSnapshot files;
        addFile(&files, u"/etc/cmdline.d/net.conf"_s, line.toUtf8() + '\n');
        const Reading ours = makeFormat(u"dracut")->read(files);
        QCOMPARE(ours.bonds.size(), 1);
        QCOMPARE(ours.findings.size(), 0);

        const QTemporaryDir root;
        const QString profiles = root.filePath(u"etc/NetworkManager/system-connections"_s);
        QVERIFY(QDir().mkpath(profiles));
        QProcess generator;
        generator.start(u"/usr/lib/NetworkManager/nm-initrd-generator"_s,
                        QStringList{u"-c"_s, profiles, u"-i"_s, root.filePath(u"initrd"_s), u"-r"_s,
                                    root.filePath(u"run"_s), u"--"_s}
                            + line.split(u' '));
        QVERIFY2(generator.waitForStarted(), "network-manager is not installed");
        QVERIFY(generator.waitForFinished());
        QCOMPARE(generator.exitCode(), 0);
        const auto nm = makeFormat(u"nm");
        const auto made = takeSnapshot(root.path(), *nm);
        QVERIFY(made);
        const Reading its = nm->read(*made);
        QCOMPARE(its.bonds.size(), 1);
        QCOMPARE(asSaid(ours.bonds.first().plan), asSaid(its.bonds.first().plan));
    }

private:
    /// Without what the generator adds of its own: IPv6 from the routers wherever nothing else is said, DHCP for an
    /// interface without "ip=", the name servers in each connection, and no monitoring said is NetworkManager's default.
    static QString asSaid(BondPlan plan)
    {
        const auto trim = [](IpConfig *ipv4, IpConfig *ipv6) {
            for (IpConfig *ip : {ipv4, ipv6}) {
                if (ip->addresses.isEmpty())
                    ip->method = IpMethod::Disabled;
            }
        };
        trim(&plan.ipv4, &plan.ipv6);
        for (VlanPlan &vlan : plan.vlans) {
            trim(&vlan.ipv4, &vlan.ipv6);
            vlan.ipv4.dns.clear();
        }
        BondPlan said;
        said.name = plan.name;
        said.mode = plan.mode;
        said.options = plan.options.canonical();
        if (!said.options.monitorsByArp() && said.options.value(u"miimon"_s) == u"100")
            said.options.remove(u"miimon"_s);
        for (const SlavePlan &slave : plan.slaves)
            said.slaves.append({slave.name, {}, {}, {}});
        std::sort(said.slaves.begin(), said.slaves.end(),
                  [](const SlavePlan &a, const SlavePlan &b) { return a.name < b.name; });
        said.mtu = plan.mtu;
        said.ipv4.addresses = plan.ipv4.addresses;
        said.ipv4.gateway = plan.ipv4.gateway;
        said.ipv4.routes = plan.ipv4.routes;
        said.ipv4.dns = plan.ipv4.dns;
        said.ipv6.addresses = plan.ipv6.addresses;
        said.ipv6.gateway = plan.ipv6.gateway;
        said.vlans = plan.vlans;
        return QString::fromUtf8(planToJson(said));
    }
};

QTEST_GUILESS_MAIN(TestFormatJudges)
#include "tst_formatjudges.moc"
