// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/host/hostdetection.h"
#include "formats/host/nicnames.h"
#include "formats/host/programversion.h"
#include "formats/ifupdown/ifupdownformat.h"
#include "tests/formats/scratchroot.h"
#include "tests/support/plans.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace bondwright;
using namespace bondwright::formats;
using namespace Qt::StringLiterals;
using Owner = HostConfiguration::Owner;

class TestHostDetection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void releases_data()
    {
        QTest::addColumn<QByteArray>("osRelease");
        QTest::addColumn<QByteArray>("redhatRelease");
        QTest::addColumn<bool>("family");
        QTest::addColumn<int>("major");
        const auto row = [](const char *name, const char *os, const char *redhat, bool family, int major) {
            QTest::newRow(name) << QByteArray(os) << QByteArray(redhat) << family << major;
        };
        row("RHEL 5", "", "Red Hat Enterprise Linux Server release 5.11 (Tikanga)\n", true, 5);
        row("CentOS 6", "", "CentOS release 6.10 (Final)\n", true, 6);
        row("CentOS 7", "NAME=\"CentOS Linux\"\nID=\"centos\"\nID_LIKE=\"rhel fedora\"\nVERSION_ID=\"7\"\n",
            "CentOS Linux release 7.9.2009 (Core)\n", true, 7);
        row("Rocky 8", "ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\nVERSION_ID=\"8.9\"\n", "", true, 8);
        row("RHEL 9", "ID=rhel\nVERSION_ID='9.4'\n", "", true, 9);
        row("RHEL 10", "ID=rhel\nVERSION_ID='10.0'\n", "", true, 10);
        row("Fedora", "ID=fedora\nVERSION_ID=40\n", "Fedora release 40 (Forty)\n", false, 0);
        row("old Fedora", "", "Fedora release 12 (Constantine)\n", false, 0);
        row("Debian", "ID=debian\nVERSION_ID=\"12\"\n", "", false, 0);
        row("nothing", "", "", false, 0);
        row("rubbish", "ID=$(id)\n\"\n", " release x\n", false, 0);
    }
    void releases()
    {
        QFETCH(QByteArray, osRelease);
        QFETCH(QByteArray, redhatRelease);
        QFETCH(bool, family);
        QFETCH(int, major);
        const OsRelease release = readOsRelease(osRelease, redhatRelease);
        QCOMPARE(release.isRhelFamily, family);
        QCOMPARE(release.rhelMajor, major);
    }

    void programVersions()
    {
        const QByteArray status = "Package: netplan.io\nStatus: install ok installed\nVersion: 0.106-2+deb12u1\n\n"
                                  "Package: ifupdown2\nStatus: deinstall ok config-files\nVersion: 3.0.0-1\n\n"
                                  "Package: ifenslave\nStatus: install ok installed\nArchitecture: all\nVersion: 2.9\n";
        QCOMPARE(packageVersion(status, "netplan.io"), u"0.106-2+deb12u1"_s);
        QCOMPARE(packageVersion(status, "ifupdown2"), QString());
        QCOMPARE(packageVersion(status, "ifen"), QString());

        const QTemporaryDir root;
        QCOMPARE(programVersion(root.path(), FormatId::Networkd), QString());
        QCOMPARE(programVersion(root.path(), FormatId::Ifupdown), QString());
        for (const QString &path : {u"/usr/lib/systemd/libsystemd-shared-249.so"_s,
                                    u"/usr/lib/x86_64-linux-gnu/systemd/libsystemd-shared-252-14.el9.so"_s,
                                    u"/usr/lib/systemd/libsystemd-core-255.so"_s, u"/var/lib/dpkg/status"_s}) {
            QVERIFY(QDir().mkpath(QFileInfo(root.path() + path).path()));
            QFile file(root.path() + path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(path.endsWith(u"status") ? status : QByteArray());
        }
        QCOMPARE(programVersion(root.path(), FormatId::Networkd), u"252"_s);
        QCOMPARE(programVersion(root.path(), FormatId::Netplan), u"0.106-2+deb12u1"_s);
        QCOMPARE(programVersion(root.path(), FormatId::Ifupdown), u"2.9"_s);
        QCOMPARE(programVersion(root.path(), FormatId::Nmstate), QString());

        QVERIFY(isAtLeast(u"2.9"_s, u"1.1.0-18"_s));
        QVERIFY(isAtLeast(u"1.1.0-18"_s, u"1.1.0-18"_s));
        QVERIFY(!isAtLeast(u"1.1.0-9"_s, u"1.1.0-11"_s));
        QVERIFY(!isAtLeast(u"2.9"_s, u"2.10"_s));
        QVERIFY(isAtLeast(u"1:252.39-1~deb12u2"_s, u"252"_s));
        QVERIFY(isAtLeast(u"0.9.10.0"_s, u"0.9.10"_s));
    }

    void owners_data()
    {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<Owner>("owner");
        QTest::addColumn<QString>("format");
        const QString service = u"/etc/init.d/network=x"_s;
        const QString scripts = u"/etc/sysconfig/network-scripts/ifup-eth=x"_s;
        const QString manager = u"/usr/sbin/NetworkManager=x"_s;
        const QString wanted = u"/etc/systemd/system/multi-user.target.wants/NetworkManager.service=x"_s;
        QTest::newRow("release 6, service") << QStringList{u"/etc/redhat-release=CentOS release 6.10"_s, service,
                                                           scripts, u"/etc/rc.d/rc3.d/S10network=x"_s}
                                            << Owner::NetworkService << u"ifcfg"_s;
        QTest::newRow("release 7, both, manager enabled")
            << QStringList{u"/etc/os-release=ID=rhel\nVERSION_ID=7.9"_s, service, scripts, manager, wanted}
            << Owner::NetworkManager << u"ifcfg"_s;
        QTest::newRow("release 8, keyfile only")
            << QStringList{u"/etc/os-release=ID=rhel\nVERSION_ID=8.9"_s, manager, wanted,
                           u"/etc/NetworkManager/NetworkManager.conf=[main]\nplugins=keyfile\n"_s}
            << Owner::NetworkManager << u"nm"_s;
        QTest::newRow("release 9") << QStringList{u"/etc/os-release=ID=rhel\nVERSION_ID=9.4"_s, manager, wanted}
                                   << Owner::NetworkManager << u"nm"_s;
        QTest::newRow("Debian with manager")
            << QStringList{u"/etc/os-release=ID=debian"_s, manager, wanted} << Owner::NetworkManager << u"nm"_s;
        QTest::newRow("neither") << QStringList{u"/etc/os-release=ID=debian"_s} << Owner::Nobody << QString();
        const QString networkd = u"/etc/systemd/system/multi-user.target.wants/systemd-networkd.service=x"_s;
        const QString unit = u"/etc/systemd/network/10-eth0.network=[Match]\nName=eth0\n"_s;
        QTest::newRow("networkd") << QStringList{networkd} << Owner::Networkd << u"networkd"_s;
        QTest::newRow("networkd has files, manager as well")
            << QStringList{networkd, unit, manager, wanted} << Owner::Networkd << u"networkd"_s;
        QTest::newRow("networkd has none, manager as well")
            << QStringList{networkd, manager, wanted} << Owner::NetworkManager << u"nm"_s;
        const QString netplan = u"/usr/sbin/netplan=x"_s;
        QTest::newRow("netplan over networkd")
            << QStringList{networkd, netplan,
                           u"/etc/netplan/50-cloud-init.yaml=network:\n  ethernets:\n    eth0: {}\n"_s}
            << Owner::Netplan << u"netplan"_s;
        QTest::newRow("netplan hands all to the manager")
            << QStringList{manager, wanted, netplan,
                           u"/etc/netplan/01-all.yaml=network:\n  renderer: NetworkManager\n"_s}
            << Owner::NetworkManager << u"nm"_s;
        const QString ifup = u"/sbin/ifup=x"_s;
        const QString networking = u"/etc/systemd/system/multi-user.target.wants/networking.service=x"_s;
        QTest::newRow("ifupdown") << QStringList{ifup, networking,
                                                 u"/etc/network/interfaces=auto eth0\niface eth0 inet dhcp\n"_s}
                                  << Owner::Ifupdown << u"ifupdown"_s;
        QTest::newRow("ifupdown for the loopback only, manager for the rest")
            << QStringList{ifup, networking, u"/etc/network/interfaces=iface lo inet loopback\n"_s, manager, wanted}
            << Owner::NetworkManager << u"nm"_s;
        QTest::newRow("manager installed, disabled") << QStringList{manager} << Owner::Nobody << QString();
    }
    void owners()
    {
        QFETCH(QStringList, files);
        QFETCH(Owner, owner);
        QFETCH(QString, format);
        ScratchRoot root;
        for (const QString &file : std::as_const(files))
            QVERIFY(root.write(file.section(u'=', 0, 0), file.section(u'=', 1).toUtf8()));
        const auto host = detectHost(root.path());
        QVERIFY(host);
        QCOMPARE(host->owner, owner);
        QCOMPARE(host->format, formatFromName(format));
        QVERIFY(!host->reason.isEmpty());
        QVERIFY(!host->isNetworkManagerRunning); // that of this machine is not that of the image
    }

    /// Debian's NetworkManager has the plugin "ifupdown", and leaves alone what has a stanza.
    void leftToIfupdown_data()
    {
        QTest::addColumn<QByteArray>("settings");
        QTest::addColumn<QStringList>("nics");
        QTest::newRow("as in Debian") << QByteArray("[main]\nplugins=ifupdown,keyfile\n\n[ifupdown]\nmanaged=false\n")
                                      << QStringList{u"eth0"_s, u"eth1"_s};
        QTest::newRow("managed") << QByteArray("[main]\nplugins=ifupdown,keyfile\n[ifupdown]\nmanaged=true\n")
                                 << QStringList();
        QTest::newRow("without the plugin") << QByteArray("[main]\nplugins=keyfile\n") << QStringList();
    }
    void leftToIfupdown()
    {
        QFETCH(QByteArray, settings);
        QFETCH(QStringList, nics);
        ScratchRoot root;
        QVERIFY(root.write(u"/etc/NetworkManager/NetworkManager.conf"_s, settings));
        QVERIFY(root.write(u"/etc/network/interfaces"_s, "iface lo inet loopback\niface eth0 inet dhcp\n"));
        QVERIFY(root.write(u"/etc/network/interfaces.d/eth1"_s, "iface eth1 inet manual\n"));
        QCOMPARE(detectHost(root.path())->leftToIfupdown, nics);
    }

    /// A file that cloud-init would write again is reported, with what disables that.
    void cloudInit_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("writes");
        QTest::newRow("there") << QString() << QByteArray() << true;
        QTest::newRow("switched off") << u"/etc/cloud/cloud-init.disabled"_s << QByteArray() << false;
        QTest::newRow("its network is") << u"/etc/cloud/cloud.cfg.d/99-x.cfg"_s
                                        << QByteArray("# by hand\nnetwork: {config: disabled}\n") << false;
        QTest::newRow("the same in two lines")
            << u"/etc/cloud/cloud.cfg.d/99-x.cfg"_s << QByteArray("network:\n  config: disabled\n") << false;
        QTest::newRow("in a file that it does not read")
            << u"/etc/cloud/cloud.cfg.d/99-x.bak"_s << QByteArray("network: {config: disabled}\n") << true;
    }
    void cloudInit()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, text);
        QFETCH(bool, writes);
        ScratchRoot root;
        QVERIFY(root.write(u"/etc/cloud/cloud.cfg"_s, "users: [default]\n"));
        QVERIFY(root.write(u"/etc/network/interfaces"_s, "source /etc/network/interfaces.d/*\n"));
        QVERIFY(root.write(u"/etc/network/interfaces.d/50-cloud-init"_s, "auto eth0\niface eth0 inet dhcp\n"));
        QVERIFY(path.isEmpty() || root.write(path, text));
        const BondPlan plan = usualPlan();
        const ifupdown::IfupdownFormat format;
        const auto snapshot = takeSnapshot(root.path(), format);
        QVERIFY(snapshot);
        const auto rendering = renderReplacing(format, plan, *snapshot);
        QVERIFY(rendering);
        QStringList warned;
        for (const Finding &finding : rendering->findings) {
            if (finding.code == u"format.cloud-init")
                warned.append(finding.field);
        }
        QCOMPARE(warned, writes ? QStringList(u"/etc/network/interfaces.d/50-cloud-init"_s) : QStringList());
    }

    void missingRoot() { QVERIFY(!detectHost(u"/no/such/folder"_s)); }

    /// A slave bears the bond's address, and its own stands elsewhere; two NICs of one address are told by neither.
    void nicsByTheirOwnMac()
    {
        QTemporaryDir sysfs;
        const auto put = [&sysfs](const QString &path, const QByteArray &text) {
            QVERIFY(QDir().mkpath(sysfs.filePath(path.section(u'/', 0, -2))));
            QFile file(sysfs.filePath(path));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        };
        put(u"eth0/address"_s, "02:00:00:00:00:FF\n");
        put(u"eth0/bonding_slave/perm_hwaddr"_s, "02:00:00:00:00:01\n");
        put(u"eth1/address"_s, "02:00:00:00:00:02\n");
        put(u"eth2/address"_s, "02:00:00:00:00:03\n");
        put(u"eth3/address"_s, "02:00:00:00:00:03\n");
        put(u"bond0/address"_s, "02:00:00:00:00:ff\n");
        put(u"bond0/uevent"_s, "DEVTYPE=bond\nINTERFACE=bond0\n");
        put(u"lo/address"_s, "00:00:00:00:00:00\n");
        put(u"ib0/address"_s, "80:00:00:48:fe:80:00:00:00:00:00:00:00:02:c9:03:00:00:00:01\n");
        put(u"bonding_masters"_s, "bond0\n");
        QCOMPARE(nicNamesByMac(sysfs.path()),
                 (QMap<MacAddress, QString>{{MacAddress::fromString(u"02:00:00:00:00:01"), u"eth0"_s},
                                            {MacAddress::fromString(u"02:00:00:00:00:02"), u"eth1"_s}}));
    }
};

QTEST_GUILESS_MAIN(TestHostDetection)
#include "tst_hostdetection.moc"
