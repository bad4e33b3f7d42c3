// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifcfg/ifcfgformat.h"
#include "formats/ifcfg/managertext.h"
#include "tests/formats/ifcfgfiles.h"

#include <QTest>

using namespace bondwright;
using namespace bondwright::formats;
using namespace bondwright::formats::ifcfg;
using namespace bondwright::test;
using namespace Qt::StringLiterals;

/// Changes of files that somebody wrote by hand.
class TestIfcfgEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void targetsByReader_data()
    {
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<QString>("ofService");
        QTest::addColumn<QString>("ofManager");
        QTest::newRow("a list") << QByteArray("arp_ip_target=192.0.2.1,192.0.2.2") << u"192.0.2.1,192.0.2.2"_s
                                << u"192.0.2.1,192.0.2.2"_s;
        QTest::newRow("one by one") << QByteArray("arp_ip_target=+192.0.2.1 arp_ip_target=+192.0.2.2")
                                    << u"192.0.2.1,192.0.2.2"_s << u"192.0.2.2"_s;
        QTest::newRow("signs in a list") << QByteArray("arp_ip_target=+192.0.2.1,+192.0.2.2") << QString()
                                         << u"192.0.2.1,192.0.2.2"_s;
        QTest::newRow("quotes within quotes")
            << QByteArray("arp_ip_target=\"192.0.2.1,192.0.2.2\"") << QString() << u"192.0.2.1,192.0.2.2"_s;
    }

    void targetsByReader()
    {
        QFETCH(QByteArray, words);
        const FileSnapshot files = snapshotOf(
            {{u"ifcfg-bond0"_s,
              "DEVICE=bond0\nTYPE=Bond\nBONDING_MASTER=yes\nBONDING_OPTS='mode=1 arp_interval=500 " + words + "'\n"}});
        const auto targets = [&files](const Dialect &dialect) {
            const BondPlan plan = IfcfgFormat(dialect).read(files).bonds.first().plan;
            return plan.options.value(u"arp_ip_target"_s);
        };
        QTEST(targets(service(7)), "ofService");
        QTEST(targets(manager(8)), "ofManager");
    }

    /// Rules name it behind iif and oif, and the routes of other interfaces may, too.
    void renamesInAllRouting()
    {
        const QByteArray remark = "# B\xfcro\n"; // not in UTF-8
        const FileSnapshot files = snapshotOf(
            {{u"ifcfg-bond0"_s, withAddress + "IPV6_DEFAULTDEV=bond0\n"},
             {u"ifcfg-bond0.5"_s, "DEVICE=bond0.5\nVLAN=yes\n"},
             {u"ifcfg-bond01"_s, "DEVICE=bond01\n"},
             {u"rule-bond0"_s, remark + "from 192.0.2.10 iif bond0 table 7\nfrom 192.0.2.11 oif bond0.5 table 8\n"},
             {u"route-bond0"_s, "10.0.0.0/8 via 192.0.2.1 dev bond0 table 7\n10.1.0.0/16 dev bond0.5\n"},
             {u"route-bond01"_s, "10.2.0.0/16 dev bond0\n10.3.0.0/16 dev bond01\n"},
             {u"/etc/sysconfig/network"_s, "IPV6_DEFAULTDEV=bond0\n"}});
        const IfcfgFormat format(service(7));
        const auto rendering = format.rename(u"bond0"_s, u"uplink"_s, files);
        QVERIFY2(rendering, rendering ? "" : qPrintable(rendering.error().message));
        const FileSnapshot after = files.with(rendering->changes);
        const auto text = [&](const QString &name) { return after.files.value(scriptsFolder() + u'/' + name).content; };
        QCOMPARE(text(u"rule-uplink"_s),
                 remark + "from 192.0.2.10 iif uplink table 7\nfrom 192.0.2.11 oif uplink.5 table 8\n");
        QCOMPARE(text(u"route-uplink"_s),
                 QByteArray("10.0.0.0/8 via 192.0.2.1 dev uplink table 7\n10.1.0.0/16 dev uplink.5\n"));
        QCOMPARE(text(u"route-bond01"_s), QByteArray("10.2.0.0/16 dev uplink\n10.3.0.0/16 dev bond01\n"));
        QVERIFY(text(u"ifcfg-uplink"_s).endsWith("IPV6_DEFAULTDEV=uplink\n"));
        QCOMPARE(after.files.value(u"/etc/sysconfig/network"_s).content, QByteArray("IPV6_DEFAULTDEV=uplink\n"));
    }

    void whatChangesIsReadByTheManager_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<QByteArray>("mtu");
        QTest::addColumn<QByteArray>("after");
        const QByteArray own = "MTU=9000\n";
        QTest::newRow("plain") << manager(8) << QByteArray("MTU=1500 # jumbo later\n")
                               << QByteArray("MTU=9000 # jumbo later\n");
        QTest::newRow("export") << manager(8) << QByteArray("export MTU=1500\n") << own;
        QTest::newRow("behind another") << manager(8) << QByteArray("ZONE=a; MTU=1500\n") << "ZONE=a; \n" + own;
        QTest::newRow("the scripts read it")
            << service(7) << QByteArray("export MTU=1500\n") << QByteArray("export MTU=9000\n");
    }

    /// NetworkManager reads one KEY=value of each line: elsewhere the new value would be in force for the scripts only.
    void whatChangesIsReadByTheManager()
    {
        QFETCH(Dialect, dialect);
        QFETCH(QByteArray, mtu);
        QFETCH(QByteArray, after);
        FileSnapshot files = snapshotOf({{u"ifcfg-bond0"_s, withAddress + mtu}});
        const IfcfgFormat format(dialect);
        BondPlan plan = format.read(files).bonds.first().plan;
        QCOMPARE(plan.mtu, 1500);
        plan.mtu = 9000;
        applyTo(&files, format.render(plan, files)->changes);
        QCOMPARE(files.find(ifcfgPath(u"bond0"_s))->content, withAddress + after);
        QCOMPARE(format.read(files).bonds.first().plan.mtu, 9000);
    }
};

QTEST_GUILESS_MAIN(TestIfcfgEdits)
#include "tst_ifcfgedits.moc"
