// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/mode.h"
#include "domain/options.h"

#include <QSet>
#include <QTest>

using namespace bondwright;
using namespace Qt::StringLiterals;

/// The tables of modes and options in themselves; tst_optiontabledriver holds the options against the driver.
class TestModes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sevenInOrder();
    void traits_data();
    void traits();
    void textsAreInBothLanguages_data();
    void textsAreInBothLanguages();
    void namesAreRead_data();
    void namesAreRead();
    void optionsAreWhole_data();
    void optionsAreWhole();
    void optionNamesAreUnique();
    void netlinkAttributesAreUnique();
    void groupsAgreeWithModes();
};

namespace
{

bool isChinese(const QString &text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c.unicode() >= 0x4e00 && c.unicode() <= 0x9fff; });
}

bool isBilingual(const BilingualText &text)
{
    return !text.en.isEmpty() && !isChinese(text.en) && isChinese(text.zh);
}

} // namespace

void TestModes::sevenInOrder()
{
    QStringList names;
    for (const ModeInfo &info : allModes()) {
        QCOMPARE(static_cast<qsizetype>(info.mode), names.size());
        QCOMPARE(&modeInfo(info.mode), &info);
        names.append(info.kernelName);
    }
    QCOMPARE(names,
             (QStringList{u"balance-rr"_s, u"active-backup"_s, u"balance-xor"_s, u"broadcast"_s, u"802.3ad"_s,
                          u"balance-tlb"_s, u"balance-alb"_s}));
}

void TestModes::traits_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("expected");
    // switch; t, r: balances; s: needs speed; m: needs MAC changes; c: common; l: recommended with LACP
    QTest::newRow("balance-rr") << 0 << u"static trc"_s;
    QTest::newRow("active-backup") << 1 << u"nothing c"_s;
    QTest::newRow("balance-xor") << 2 << u"static tr"_s;
    QTest::newRow("broadcast") << 3 << u"static "_s;
    QTest::newRow("802.3ad") << 4 << u"lacp trsl"_s;
    QTest::newRow("balance-tlb") << 5 << u"nothing tsm"_s;
    QTest::newRow("balance-alb") << 6 << u"nothing trsmc"_s;
}

void TestModes::traits()
{
    QFETCH(int, mode);
    const ModeInfo &info = modeInfo(static_cast<Mode>(mode));
    QString traits = info.switchNeed == SwitchNeed::Nothing ? u"nothing "_s
        : info.switchNeed == SwitchNeed::Lacp               ? u"lacp "_s
                                                            : u"static "_s;
    traits += info.balancesTransmit ? u"t"_s : QString();
    traits += info.balancesReceive ? u"r"_s : QString();
    traits += info.needsSpeed ? u"s"_s : QString();
    traits += info.needsMacChangeWhileUp ? u"m"_s : QString();
    traits += info.common ? u"c"_s : QString();
    traits += info.recommendedWithLacp ? u"l"_s : QString();
    QTEST(traits, "expected");
    QVERIFY(info.faultTolerant);
}

void TestModes::textsAreInBothLanguages_data()
{
    QTest::addColumn<int>("mode");
    for (const ModeInfo &info : allModes())
        QTest::newRow(info.kernelName.toUtf8().constData()) << static_cast<int>(info.mode);
}

void TestModes::textsAreInBothLanguages()
{
    QFETCH(int, mode);
    const ModeInfo &info = modeInfo(static_cast<Mode>(mode));
    for (const BilingualText &text : {info.title, info.summary, info.description, info.chooseWhen, info.avoidWhen})
        QVERIFY2(isBilingual(text), qPrintable(text.en));
    // Two mistakes that texts about bonding like to make.
    for (const BilingualText &text : {info.summary, info.description}) {
        QVERIFY(!text.en.contains(u"802.3ab") && !text.zh.contains(u"802.3ab"));
        QVERIFY(!text.en.contains(u"promiscuous") && !text.zh.contains(u"混杂"));
    }
}

void TestModes::namesAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("expected");
    QTest::newRow("name") << u"802.3ad"_s << 4;
    QTest::newRow("number") << u"6"_s << 6;
    QTest::newRow("zero") << u"0"_s << 0;
    QTest::newRow("case matters") << u"802.3AD"_s << -1;
    QTest::newRow("too high") << u"7"_s << -1;
    QTest::newRow("two digits") << u"01"_s << -1;
    QTest::newRow("empty") << QString() << -1;
    QTest::newRow("other digits") << u"٣"_s << -1;
}

void TestModes::namesAreRead()
{
    QFETCH(QString, text);
    QFETCH(int, expected);
    const auto mode = modeFromText(text);
    QCOMPARE(mode ? static_cast<int>(*mode) : -1, expected);
}

void TestModes::optionsAreWhole_data()
{
    QTest::addColumn<QString>("option");
    for (const OptionSpec &spec : allOptions())
        QTest::newRow(spec.name.toUtf8().constData()) << spec.name;
}

void TestModes::optionsAreWhole()
{
    QFETCH(QString, option);
    const OptionSpec &spec = *findOption(option);
    QVERIFY(isBilingual(spec.help));
    QVERIFY(!spec.since.isEmpty());
    QVERIFY(spec.modes != 0 && spec.modes <= allModesMask);
    // What acts in a mode must be accepted there.
    QCOMPARE(spec.effectiveModes & ~spec.modes, 0);
    QCOMPARE(spec.kind == OptionKind::Integer, spec.maximum > spec.minimum);
    QCOMPARE(spec.kind == OptionKind::Enum || spec.kind == OptionKind::Bool, !spec.names.isEmpty());
    QCOMPARE(spec.change == OptionChange::LoadTime, spec.scope == OptionScope::Module);
    if (!spec.defaultValue.isEmpty())
        QCOMPARE(canonicalValue(spec, spec.defaultValue), std::optional(spec.defaultValue));
    for (const OptionName &known : spec.names) {
        QCOMPARE(canonicalValue(spec, known.name), std::optional(known.name));
        QCOMPARE(canonicalValue(spec, QString::number(known.value)), std::optional(known.name));
    }
    for (const QString &alias : spec.aliases)
        QCOMPARE(findOption(alias), &spec);
}

void TestModes::optionNamesAreUnique()
{
    QStringList names;
    for (const OptionSpec &spec : allOptions())
        names += QStringList{spec.name} + spec.aliases;
    QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), names.size());
    QVERIFY(!findOption(u"nothing"));
    QVERIFY(!findOption(u""));
}

void TestModes::netlinkAttributesAreUnique()
{
    QSet<int> bond;
    QSet<int> slave;
    for (const OptionSpec &spec : allOptions()) {
        if (spec.scope == OptionScope::Module) {
            QCOMPARE(spec.netlinkAttribute, 0);
            continue;
        }
        QSet<int> &seen = spec.scope == OptionScope::Bond ? bond : slave;
        QVERIFY2(spec.netlinkAttribute > 0 && !seen.contains(spec.netlinkAttribute), qPrintable(spec.name));
        seen.insert(spec.netlinkAttribute);
    }
    // 1 to 34 without 23, the aggregator's state.
    QCOMPARE(bond.size(), 33);
    QVERIFY(!bond.contains(23));
}

void TestModes::groupsAgreeWithModes()
{
    for (const OptionSpec &spec : allOptions()) {
        for (const ModeInfo &info : allModes()) {
            const bool isOffered = (spec.groups & info.optionGroups) != OptionGroups();
            if (spec.groups != OptionGroups() && actsInMode(spec, info.mode) && spec.name != u"num_grat_arp")
                QVERIFY2(isOffered, qPrintable(spec.name + u" in "_s + info.kernelName));
        }
    }
}

QTEST_GUILESS_MAIN(TestModes)
#include "tst_modes.moc"
