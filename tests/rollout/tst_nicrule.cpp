// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollout/nicrule.h"

#include <QJsonDocument>
#include <QTest>

using namespace bondwright::rollout;
using namespace Qt::StringLiterals;

/// What a rule of NICs may say. Which ones it means is the collection's work (tests/ansible).
class TestNicRule : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rulesOfNics_data();
    void rulesOfNics();
    void ruleRoundTrip();
};

void TestNicRule::rulesOfNics_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("saysOrWrong");
    QTest::newRow("driver") << QByteArray(R"({"driver":"ixgbe","link":true,"count":2})")
                            << u"driver ixgbe, link up, 2 NIC(s)"_s;
    QTest::newRow("patterns") << QByteArray(
        R"({"names":["enp*","eno1"],"slots":["0000:3b:*"],"macs":["b4:*"],"speed":10000,"link":false,"free":false,)"
        R"("same_switch":true})")
                              << u"enp*/eno1, 0000:3b:*, b4:*, at least 10000 Mbit/s, link down, used ones too, "
                                 "at the same switch, all that fit"_s;
    for (const auto &[json, wrong] :
         {std::pair(R"({"drivers":"ixgbe"})", u"drivers"_s), std::pair(R"({"count":0})", u"count"_s),
          std::pair(R"({"count":"2"})", u"count"_s), std::pair(R"({"count":2.5})", u"count"_s),
          std::pair(R"({"speed":-1})", u"speed"_s), std::pair(R"({"link":"yes"})", u"link"_s),
          std::pair(R"({"names":"enp*"})", u"names"_s), std::pair(R"({"names":[]})", u"names"_s),
          std::pair(R"({"macs":[7]})", u"macs"_s), std::pair(R"({"driver":7})", u"driver"_s),
          std::pair("[]", QString()), std::pair("nonsense", QString())})
        QTest::newRow(json) << QByteArray(json) << wrong;
}

void TestNicRule::rulesOfNics()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, saysOrWrong);
    const auto rule = nicRuleFromJson(json);
    if (rule) {
        QCOMPARE(nicRuleText(*rule), saysOrWrong);
        return;
    }
    QCOMPARE(rule.error().code, u"rollout.choose"_s);
    QVERIFY2(saysOrWrong.isEmpty() || rule.error().message.contains(u'“' + saysOrWrong + u'”'),
             qPrintable(rule.error().message));
    QVERIFY(rule.error().hint.contains(u"same_switch"));
}

void TestNicRule::ruleRoundTrip()
{
    NicRule rule;
    rule.names = {u"enp*"_s};
    rule.buses = {u"0000:3b:*"_s, u"0000:3c:00.0"_s};
    rule.macs = {u"b4:96:91:*"_s};
    rule.driver = u"ixgbe"_s;
    rule.speed = 25'000;
    rule.hasLink = false;
    rule.isFree = false;
    rule.onSameSwitch = true;
    rule.count = 2;
    QCOMPARE(nicRuleFromJson(QJsonDocument(toJson(rule)).toJson()).value(), rule);
}

QTEST_GUILESS_MAIN(TestNicRule)
#include "tst_nicrule.moc"
