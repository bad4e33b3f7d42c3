// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/formatlist.h"
#include "formats/migration.h"
#include "tests/formats/snapshots.h"

#include <QTest>

using namespace bondwright;
using namespace bondwright::formats;
using namespace bondwright::test;
using namespace Qt::StringLiterals;

namespace
{

const QString dracutPath = u"/etc/cmdline.d/bond0.conf"_s;

FileSnapshot filesWith(const QByteArray &text)
{
    FileSnapshot files;
    addFile(&files, dracutPath, text);
    return files;
}

} // namespace

/// dracut.cmdline(7), and what NetworkManager's generator makes of it: tst_formatjudges asks it.
class TestDracut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysInAChange_data()
    {
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<QByteArray>("kept");
        QTest::newRow("MAC") << QByteArray("ip=192.0.2.10:::24::bond0:none::02:00:00:00:00:01\n")
                             << QByteArray("ip=192.0.2.10:::255.255.255.0::bond0:none::02:00:00:00:00:01\n");
        QTest::newRow("MAC beside DHCP") << QByteArray("ip=bond0:dhcp:1400:02:00:00:00:00:01\n")
                                         << QByteArray("ip=bond0:dhcp::02:00:00:00:00:01\n");
        QTest::newRow("servers") << QByteArray("ip=192.0.2.10:::24::bond0:none:192.0.2.53:192.0.2.54\n")
                                 << QByteArray("nameserver=192.0.2.53\nnameserver=192.0.2.54\n");
        QTest::newRow("link6") << QByteArray("ip=bond0:link6\n") << QByteArray("ip=bond0:link6\n");
        QTest::newRow("link6 beside IPv4") << QByteArray("ip=192.0.2.10:::24::bond0:none\nip=bond0:link6\n")
                                           << QByteArray("ip=192.0.2.10:::255.255.255.0::bond0:none\nip=bond0:link6\n");
        QTest::newRow("either6") << QByteArray("ip=bond0:either6\n") << QByteArray("ip=bond0:auto6\n");
        QTest::newRow("no mask") << QByteArray("ip=172.16.0.2:::::bond0:none\n")
                                 << QByteArray("ip=172.16.0.2:::255.255.0.0::bond0:none\n");
    }

    void staysInAChange()
    {
        QFETCH(QByteArray, words);
        QFETCH(QByteArray, kept);
        const FileSnapshot files = filesWith("bond=bond0:eth0,eth1:mode=active-backup,miimon=100\n" + words);
        const auto format = makeFormat(FormatId::Dracut);
        BondPlan plan = format->read(files).bonds.first().plan;
        plan.options.insert(u"miimon"_s, u"200"_s);
        const auto changed = format->render(plan, files);
        QVERIFY2(changed, changed ? "" : qPrintable(changed.error().message));
        QVERIFY(!hasErrors(changed->findings));
        const QByteArray text = *changed->changes.find(dracutPath)->newText;
        QVERIFY2(text.contains(kept), text.constData());
    }
    void moreThanTheBond_data()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::newRow("another NIC") << QByteArray("ip=192.0.2.20::192.0.2.1:24::eth5:none");
        QTest::newRow("another NIC by DHCP") << QByteArray("ip=eth5:dhcp");
        QTest::newRow("a VLAN of another NIC") << QByteArray("vlan=eth5.7:eth5");
        QTest::newRow("a VLAN on the VLAN") << QByteArray("vlan=bond0.5.7:bond0.5");
        QTest::newRow("a route of another NIC") << QByteArray("rd.route=10.0.0.0/8:192.0.2.1:eth5");
        QTest::newRow("a route of any") << QByteArray("rd.route=10.0.0.0/8:192.0.2.1");
        QTest::newRow("another word") << QByteArray("rd.neednet=1");
    }

    /// The file is written anew, and nothing of that would be in it.
    void moreThanTheBond()
    {
        QFETCH(QByteArray, more);
        const auto format = makeFormat(FormatId::Dracut);
        const auto isChangedWith = [&format](const QByteArray &text) {
            const FileSnapshot files = filesWith(text);
            BondPlan plan = format->read(files).bonds.first().plan;
            plan.options.insert(u"miimon"_s, u"200"_s);
            return QList<bool>{format->render(plan, files).has_value(), format->remove(u"bond0"_s, files).has_value()};
        };
        const QByteArray own = "bond=bond0:eth0,eth1:mode=active-backup,miimon=100\nip=192.0.2.10:::24::bond0:none\n"
                               "vlan=bond0.5:bond0 ip=bond0.5:dhcp rd.route=10.9.0.0/16:192.0.2.9:bond0\n"
                               "nameserver=192.0.2.53\n";
        QCOMPARE(isChangedWith(own), QList<bool>(2, true));
        QCOMPARE(isChangedWith(own + more + '\n'), QList<bool>(2, false));
    }

    void aVlanOnAVlanIsNamed()
    {
        const FileSnapshot files = filesWith("bond=bond0:eth0,eth1:mode=1,miimon=100 vlan=bond0.5:bond0 "
                                             "vlan=bond0.5.7:bond0.5 ip=bond0.5.7:dhcp\n");
        const auto format = makeFormat(FormatId::Dracut);
        const Reading reading = format->read(files);
        QCOMPARE(reading.findings.size(), 1);
        QCOMPARE(reading.findings.first().code, u"dracut.vlan-on-vlan"_s);
        const auto left = format->leftBehind(reading.bonds.first(), files);
        QCOMPARE(left.size(), 1);
        QCOMPARE(left.first().severity, Severity::Error);
    }
    /// It is lost in the file that is written anew, and in any other format.
    void isNamed()
    {
        const FileSnapshot files
            = filesWith("bond=bond0:eth0,eth1:mode=1,miimon=100 ip=192.0.2.10:192.0.2.9::24:web1:bond0:none "
                        "vlan=bond0.5:bond0 ip=bond0.5:dhcp:1400:02:00:00:00:00:05 nameserver=[2001:db8::53]\n");
        const auto format = makeFormat(FormatId::Dracut);
        const FoundBond bond = format->read(files).bonds.first();
        const auto namesIn = [](const QList<Finding> &findings) {
            QStringList names;
            for (const Finding &finding : findings) {
                if (finding.code == u"migration.left-behind")
                    names.append(finding.message.section(u' ', 0, 0));
            }
            return names;
        };
        const QStringList named{u"peer=192.0.2.9"_s, u"client_hostname=web1"_s, u"macaddr=02:00:00:00:00:05"_s,
                                u"“nameserver=[2001:db8::53]”"_s};
        QCOMPARE(namesIn(format->leftBehind(bond, files)), named);
        BondPlan plan = bond.plan;
        plan.options.insert(u"miimon"_s, u"200"_s);
        const auto changed = format->render(plan, files);
        QVERIFY2(changed, changed ? "" : qPrintable(changed.error().message));
        QCOMPARE(namesIn(changed->findings), named);
        // What is read is what the file says.
        QVERIFY(format->render(bond.plan, files)->changes.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDracut)
#include "tst_dracut.moc"
