// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/formatlist.h"
#include "formats/ifcfg/folder.h"
#include "formats/ifcfg/ifcfgformat.h"
#include "formats/losses.h"
#include "formats/migration.h"
#include "formats/netplan/netplanformat.h"
#include "formats/networkd/networkdformat.h"
#include "formats/nm/bondsetting.h"
#include "formats/nm/nmformat.h"
#include "tests/formats/plangenerator.h"
#include "tests/formats/snapshots.h"

#include <QTest>

#include <algorithm>

using namespace bondwright;
using namespace bondwright::formats;
using namespace bondwright::test;
using namespace Qt::StringLiterals;

class TestMigration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thereAndBack()
    {
        const QStringList unknown = nm::optionsUnknownToLibnm();
        PlanGenerator generator(5, [&](const OptionSpec &spec) { return !unknown.contains(spec.name); });
        generator.mayTake
            = [](const OptionSpec &spec, const QString &text) { return nm::textForLibnm(spec.name, text).has_value(); };
        const ifcfg::IfcfgFormat files(*ifcfg::Dialect::forRelease(8));
        const nm::NmFormat profiles;
        for (int i = 0; i < 60; ++i) {
            const BondPlan plan = generator.next();
            FileSnapshot snapshot;
            applyTo(&snapshot, files.render(plan, snapshot)->changes);
            const auto there = migrate(plan.name, files, snapshot, profiles, snapshot);
            QVERIFY2(there, there ? "" : qPrintable(there.error().message));
            QCOMPARE(hasErrors(there->findings), !plan.accept.isEmpty()); // accepted there, not written again
            applyTo(&snapshot, there->changes);
            QCOMPARE(files.read(snapshot).bonds.size(), 0);
            QCOMPARE(QString::fromUtf8(planToJson(profiles.read(snapshot).bonds.first().plan)),
                     QString::fromUtf8(planToJson(plan)));
            const auto back = migrate(plan.name, profiles, snapshot, files, snapshot);
            QVERIFY(back);
            applyTo(&snapshot, back->changes);
            QCOMPARE(profiles.read(snapshot).bonds.size(), 0);
            QCOMPARE(QString::fromUtf8(planToJson(files.read(snapshot).bonds.first().plan)),
                     QString::fromUtf8(planToJson(plan)));
        }
    }

    /// Its file stays in a change, and goes where another service takes over.
    void aSecondGatewayIsNotTakenAlong()
    {
        const networkd::NetworkdFormat format;
        FileSnapshot files;
        addFile(&files, u"/etc/systemd/network/25-bond.netdev"_s,
                "[NetDev]\nName=bond0\nKind=bond\n[Bond]\nMIIMonitorSec=100ms\n");
        addFile(&files, u"/etc/systemd/network/25-eth0.network"_s, "[Match]\nName=eth0\n[Network]\nBond=bond0\n");
        addFile(&files, u"/etc/systemd/network/35-bond0.network"_s,
                "[Match]\nName=bond0\n[Network]\nAddress=192.0.2.10/24\nGateway=192.0.2.1\nGateway=192.0.2.254\n");
        const auto isIt = [](const Finding &finding) { return finding.code == u"networkd.foreign-route"; };
        const QList<Finding> read = format.read(files).findings;
        const auto stays = std::ranges::find_if(read, isIt);
        QVERIFY(stays != read.end() && isBeyondPlans(*stays));
        const auto moved = migrate(u"bond0"_s, format, files, netplan::NetplanFormat(), files);
        QVERIFY(moved);
        const auto lost = std::ranges::find_if(moved->findings, isIt);
        QVERIFY(lost != moved->findings.end());
        QCOMPARE(lost->message, stays->message);
        QVERIFY2(lost->advice.contains(u"again by hand"), qPrintable(lost->advice));
    }

    /// What else stands in the bond's file is about other interfaces, and is the only word on them.
    void theRestOfAFileStays()
    {
        const QString path = u"/etc/cloud/cloud.cfg.d/90-bond0-network.cfg"_s;
        const auto format = makeFormat(FormatId::CloudInit);
        FileSnapshot files;
        addFile(&files, path,
                "network:\n  version: 2\n  ethernets:\n    eth5:\n      dhcp4: true\n    lan:\n      mtu: 9000\n"
                "      match:\n        macaddress: \"02:00:00:00:00:01\"\n      set-name: eth0\n  bonds:\n    bond0:\n"
                "      interfaces: [lan]\n      parameters:\n        mode: active-backup\n"
                "        mii-monitor-interval: 100\n");
        const auto moved = migrate(u"bond0"_s, *format, files, nm::NmFormat(), files);
        QVERIFY2(moved, moved ? "" : qPrintable(moved.error().message));
        const bool isNamed = std::ranges::any_of(
            moved->findings, [](const Finding &finding) { return finding.message.startsWith(u"ethernets.lan.mtu "); });
        QVERIFY(isNamed);
        applyTo(&files, moved->changes);
        QCOMPARE(files.files.value(path).content,
                 QByteArray("network:\n  version: 2\n  ethernets:\n    eth5:\n      dhcp4: true\n"));
    }

    void saysWhatStaysBehind()
    {
        FileSnapshot snapshot;
        addFile(&snapshot, ifcfg::ifcfgPath(u"bond0"_s),
                "DEVICE=bond0\nTYPE=Bond\nBONDING_OPTS='mode=1 miimon=100'\nZONE=internal\nBOOTPROTO=dhcp\n");
        addFile(&snapshot, ifcfg::ifcfgPath(u"eth0"_s), "DEVICE=eth0\nMASTER=bond0\nSLAVE=yes\nETHTOOL_OPTS='wol g'\n");
        const auto rendering = migrate(u"bond0"_s, ifcfg::IfcfgFormat(), snapshot, nm::NmFormat(), snapshot);
        QVERIFY(rendering);
        QStringList left;
        for (const Finding &finding : rendering->findings) {
            if (finding.code == u"migration.left-behind")
                left.append(finding.field.section(u'/', -1) + u' ' + finding.message.section(u' ', 0, 0));
        }
        QCOMPARE(left, (QStringList{u"ifcfg-bond0:4 ZONE"_s, u"ifcfg-eth0:4 ETHTOOL_OPTS"_s}));
        QVERIFY(rendering->changes.find(ifcfg::ifcfgPath(u"eth0"_s))->isDeletion());
        QCOMPARE(migrate(u"bond9"_s, ifcfg::IfcfgFormat(), snapshot, nm::NmFormat(), snapshot).error().code,
                 u"format.no-bond"_s);
    }
};

QTEST_GUILESS_MAIN(TestMigration)
#include "tst_migration.moc"
