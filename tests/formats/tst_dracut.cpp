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
};

QTEST_GUILESS_MAIN(TestDracut)
#include "tst_dracut.moc"
