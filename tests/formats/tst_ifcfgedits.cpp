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
