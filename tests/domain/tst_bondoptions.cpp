// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/bondoptions.h"

#include <QTest>

using namespace bondwright;
using namespace Qt::StringLiterals;

/// What a bond's options say, however a value is written.
class TestBondOptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void choices();
    void switches_data();
    void switches();
    void numbers();
    void hashPoliciesHaveTheirNames();
};

void TestBondOptions::choices()
{
    QCOMPARE(BondOptions().failOverMac(), FailOverMac::None);
    QCOMPARE(BondOptions({{u"fail_over_mac"_s, u"active"_s}}).failOverMac(), FailOverMac::Active);
    QCOMPARE(BondOptions({{u"fail_over_mac"_s, u"2"_s}}).failOverMac(), FailOverMac::Follow);
    QCOMPARE(BondOptions({{u"fail_over_mac"_s, u"3"_s}}).failOverMac(), FailOverMac::None);
    QCOMPARE(BondOptions().arpValidate(), ArpValidate::None);
    QCOMPARE(BondOptions({{u"arp_validate"_s, u"all"_s}}).arpValidate(), ArpValidate::All);
    QCOMPARE(BondOptions({{u"arp_validate"_s, u"filter_active"_s}}).arpValidate(), ArpValidate::FilterActive);
    QCOMPARE(BondOptions({{u"arp_validate"_s, u"6"_s}}).arpValidate(), ArpValidate::FilterBackup);
    QCOMPARE(BondOptions().xmitPolicy(), XmitPolicy::Layer2);
    QCOMPARE(BondOptions({{u"xmit_hash_policy"_s, u"layer3+4"_s}}).xmitPolicy(), XmitPolicy::Layer34);
    QCOMPARE(BondOptions({{u"xmit_hash_policy"_s, u"5"_s}}).xmitPolicy(), XmitPolicy::VlanSrcMac);
}

void TestBondOptions::switches_data()
{
    using Question = bool (BondOptions::*)() const;
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("yes");
    QTest::addColumn<QString>("no");
    QTest::addColumn<bool>("usual");
    QTest::addColumn<Question>("question");
    const auto row = [](const QString &option, const QString &yes, const QString &no, bool usual, Question question) {
        QTest::newRow(qPrintable(option)) << option << yes << no << usual << question;
    };
    row(u"primary_reselect"_s, u"always"_s, u"better"_s, true, &BondOptions::alwaysReturnsToPrimary);
    row(u"arp_all_targets"_s, u"all"_s, u"any"_s, false, &BondOptions::needsAllArpTargets);
    row(u"lacp_active"_s, u"off"_s, u"on"_s, false, &BondOptions::isLacpPassive);
    row(u"lacp_rate"_s, u"fast"_s, u"slow"_s, false, &BondOptions::isFastLacp);
    row(u"ad_select"_s, u"actor_port_prio"_s, u"count"_s, false, &BondOptions::selectsByPortPriority);
    row(u"broadcast_neighbor"_s, u"on"_s, u"off"_s, false, &BondOptions::broadcastsNeighbors);
    row(u"tlb_dynamic_lb"_s, u"0"_s, u"1"_s, false, &BondOptions::balancesByHashAlone);
    row(u"use_carrier"_s, u"off"_s, u"on"_s, false, &BondOptions::ignoresCarrier);
}

void TestBondOptions::switches()
{
    using Question = bool (BondOptions::*)() const;
    QFETCH(QString, option);
    QFETCH(QString, yes);
    QFETCH(QString, no);
    QFETCH(bool, usual);
    QFETCH(Question, question);
    const BondOptions with{{option, yes}};
    const BondOptions without{{option, no}};
    const BondOptions unreadable{{option, u"nonsense"_s}};
    QVERIFY((with.*question)());
    QVERIFY(!(without.*question)());
    QCOMPARE((unreadable.*question)(), usual);
    QCOMPARE((BondOptions().*question)(), usual);
}

void TestBondOptions::numbers()
{
    QCOMPARE(BondOptions({{u"num_unsol_na"_s, u"03"_s}}).number(u"num_grat_arp"), 3);
    QCOMPARE(BondOptions({{u"lacp_rate"_s, u"fast"_s}}).number(u"lacp_rate"), 1);
    QCOMPARE(BondOptions({{u"primary"_s, u"eth0"_s}}).number(u"primary"), 0);
    QCOMPARE(BondOptions({{u"miimon"_s, u"off"_s}}).number(u"miimon"), 0);
}

void TestBondOptions::hashPoliciesHaveTheirNames()
{
    QCOMPARE(xmitPolicyName(XmitPolicy::Layer2), u"layer2"_s);
    QCOMPARE(xmitPolicyName(XmitPolicy::Layer34), u"layer3+4"_s);
    QCOMPARE(xmitPolicyName(XmitPolicy::Encap34), u"encap3+4"_s);
    QCOMPARE(xmitPolicyName(XmitPolicy::VlanSrcMac), u"vlan+srcmac"_s);
}

QTEST_GUILESS_MAIN(TestBondOptions)
#include "tst_bondoptions.moc"
