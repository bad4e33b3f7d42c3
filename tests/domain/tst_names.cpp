// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/formatid.h"
#include "domain/interfacekind.h"
#include "domain/nametable.h"
#include "domain/rehearsaloutcome.h"
#include "domain/safename.h"

#include <QTest>

using namespace bondwright;
using namespace Qt::StringLiterals;

/// What travels as text and is held as a value: read once, printed once.
class TestNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formats()
    {
        for (int i = 0; i <= int(FormatId::Kickstart); ++i) {
            const QString name = formatName(FormatId(i));
            QVERIFY(!name.isEmpty());
            QCOMPARE(formatFromName(name), FormatId(i));
        }
        QVERIFY(!formatFromName(u"") && !formatFromName(u"NM") && !formatFromName(u"nm ")); // exactly as it is
    }

    void outcomes()
    {
        for (int i = 0; i <= int(RehearsalOutcome::NotPossible); ++i)
            QCOMPARE(rehearsalOutcomeFromName(rehearsalOutcomeName(RehearsalOutcome(i))), RehearsalOutcome(i));
        QVERIFY(!rehearsalOutcomeFromName(u""));
    }

    void kinds()
    {
        for (int i = 0; i < int(InterfaceKind::Other); ++i) {
            const InterfaceKind kind{InterfaceKind::Value(i)};
            QCOMPARE(kind.toString().isEmpty(), kind == InterfaceKind::Unknown);
            QCOMPARE(InterfaceKind::fromString(kind.toString()), kind);
            QVERIFY(!kind.isStacked() || !kind.isTunnel());
        }
        for (const InterfaceKind::Value stacked : {InterfaceKind::Bond, InterfaceKind::Vlan, InterfaceKind::Hsr})
            QVERIFY(InterfaceKind(stacked).isStacked());
        for (const InterfaceKind::Value tunnel : {InterfaceKind::Tun, InterfaceKind::Sit, InterfaceKind::Vxcan})
            QVERIFY(InterfaceKind(tunnel).isTunnel());
        for (const InterfaceKind::Value neither : {InterfaceKind::Physical, InterfaceKind::Loopback})
            QVERIFY(!InterfaceKind(neither).isStacked() && !InterfaceKind(neither).isTunnel());
    }

    /// A kernel may have more kinds than are listed.
    void aKindThatIsNotListedKeepsItsWord()
    {
        const InterfaceKind veth = InterfaceKind::fromString(u"veth");
        QVERIFY(veth == InterfaceKind::Other && !veth.isStacked() && !veth.isTunnel());
        QCOMPARE(veth.toString(), u"veth"_s);
        QVERIFY(veth != InterfaceKind::fromString(u"dummy"));
        QCOMPARE(InterfaceKind::fromString(u"Bond").toString(), u"Bond"_s); // not the kernel's word for a bond
    }

    void interfaceNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("safe");
        QTest::newRow("bond0") << u"bond0"_s << true;
        QTest::newRow("eth0.10") << u"eth0.10"_s << true;
        QTest::newRow("every sign") << u"bond0.5_x-y"_s << true;
        QTest::newRow("15 characters") << u"abcdefghijklmno"_s << true;
        QTest::newRow("dots in it, which lead nowhere") << u"a..b"_s << true;
        QTest::newRow("16 characters") << u"abcdefghijklmnop"_s << false;
        const QStringList bad{u""_s,      u"."_s,        u".."_s,   u"../x"_s,     u"-h"_s,   u"a b"_s,
                              u"a/b"_s,   u"$(id)"_s,    u"`id`"_s, u"b;reboot"_s, u"a\nb"_s, u"bond-é"_s,
                              u"größe"_s, u"\u202eab"_s, u"a'b"_s,  u"%d"_s,       u"a*"_s};
        for (const QString &name : bad)
            QTest::newRow(qPrintable(u"bad: "_s + name)) << name << false;
    }

    void interfaceNames()
    {
        QFETCH(QString, name);
        QFETCH(bool, safe);
        QCOMPARE(isSafeInterfaceName(name), safe);
    }

    void ids()
    {
        for (const QString &id :
             {u"20261128-054912-123-0a1b2c3d"_s, u"5c1d8a52-7d0e-4b0f-9b8e-0a1b2c3d4e5f"_s, u"_"_s, QString(64, u'a')})
            QVERIFY2(isSafeId(id), qPrintable(id));
        for (const QString &id :
             {u""_s, u"."_s, u".."_s, u"a.b"_s, u"a/b"_s, u"-x"_s, u"a b"_s, u"a\n"_s, u"é"_s, QString(65, u'a')})
            QVERIFY2(!isSafeId(id), qPrintable(id));
    }
};

QTEST_GUILESS_MAIN(TestNames)
#include "tst_names.moc"
