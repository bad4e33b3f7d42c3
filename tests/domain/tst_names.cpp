// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/formatid.h"
#include "domain/interfacekind.h"
#include "domain/nametable.h"
#include "domain/rehearsaloutcome.h"

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
};

QTEST_GUILESS_MAIN(TestNames)
#include "tst_names.moc"
