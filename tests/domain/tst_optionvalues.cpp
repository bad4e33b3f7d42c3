// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/options.h"

#include <QTest>

using namespace bondwright;
using namespace Qt::StringLiterals;

/// What canonicalValue() makes of texts; "!" stands for a refusal.
class TestOptionValues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void canonical_data();
    void canonical();
};

void TestOptionValues::canonical_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QString &option, const QString &text, const QString &expected) {
        QTest::newRow((option + u'=' + text).toUtf8().constData()) << option << text << expected;
    };
    row(u"miimon"_s, u"100"_s, u"100"_s);
    row(u"miimon"_s, u"0100"_s, u"100"_s);
    row(u"miimon"_s, u""_s, u"!"_s);
    row(u"miimon"_s, u" 100"_s, u"!"_s);
    row(u"miimon"_s, u"+100"_s, u"!"_s);
    row(u"miimon"_s, u"0x64"_s, u"!"_s);
    row(u"miimon"_s, u"1e2"_s, u"!"_s);
    row(u"miimon"_s, u"off"_s, u"!"_s);
    row(u"miimon"_s, u"٣"_s, u"!"_s);
    row(u"miimon"_s, u"99999999999999999999"_s, u"!"_s);
    row(u"prio"_s, u"-2147483648"_s, u"-2147483648"_s);
    row(u"prio"_s, u"-2147483649"_s, u"!"_s);
    row(u"prio"_s, u"--1"_s, u"!"_s);
    row(u"prio"_s, u"-"_s, u"!"_s);
    row(u"fail_over_mac"_s, u"2"_s, u"follow"_s);
    row(u"fail_over_mac"_s, u"02"_s, u"follow"_s);
    row(u"fail_over_mac"_s, u"follow"_s, u"follow"_s);
    row(u"fail_over_mac"_s, u"Follow"_s, u"!"_s);
    row(u"fail_over_mac"_s, u"3"_s, u"!"_s);
    row(u"xmit_hash_policy"_s, u"layer3+4"_s, u"layer3+4"_s);
    row(u"use_carrier"_s, u"on"_s, u"1"_s);
    row(u"use_carrier"_s, u"0"_s, u"0"_s);
    row(u"use_carrier"_s, u"yes"_s, u"!"_s);
    row(u"lacp_active"_s, u"0"_s, u"off"_s);
    row(u"lacp_active"_s, u"on"_s, u"on"_s);
    row(u"primary"_s, u"eth0"_s, u"eth0"_s);
    row(u"primary"_s, u""_s, u""_s);
    row(u"primary"_s, u"eth/0"_s, u"!"_s);
    row(u"primary"_s, u"enp129s0f1np1ab"_s, u"enp129s0f1np1ab"_s);
    row(u"primary"_s, u"enp129s0f1np1abc"_s, u"!"_s);
    row(u"arp_ip_target"_s, u"192.0.2.1"_s, u"192.0.2.1"_s);
    row(u"arp_ip_target"_s, u"192.0.2.1, 192.0.2.2"_s, u"192.0.2.1,192.0.2.2"_s);
    row(u"arp_ip_target"_s, u"192.0.2.1,"_s, u"!"_s);
    row(u"arp_ip_target"_s, u"192.0.2.1 192.0.2.2"_s, u"!"_s);
    row(u"arp_ip_target"_s, u"192.0.2.1,192.0.2.1"_s, u"!"_s);
    row(u"arp_ip_target"_s, u"192.0.2.01"_s, u"!"_s);
    row(u"arp_ip_target"_s, u"192.0.2.256"_s, u"!"_s);
    row(u"arp_ip_target"_s, u"10.1"_s, u"!"_s);
    row(u"arp_ip_target"_s, u"2001:db8::1"_s, u"!"_s);
    row(u"arp_ip_target"_s, u"127.0.0.1"_s, u"!"_s);
    row(u"arp_ip_target"_s, u"239.255.0.1"_s, u"!"_s);
    row(u"ns_ip6_target"_s, u"2001:DB8:0:0:0:0:0:1"_s, u"2001:db8::1"_s);
    row(u"ns_ip6_target"_s, u"fe80::1,2001:db8::1"_s, u"fe80::1,2001:db8::1"_s);
    row(u"ns_ip6_target"_s, u"2001:db8::1,2001:DB8::1"_s, u"!"_s);
    row(u"ns_ip6_target"_s, u"fe80::1%eth0"_s, u"!"_s);
    row(u"ns_ip6_target"_s, u"::1"_s, u"!"_s);
    row(u"ns_ip6_target"_s, u"192.0.2.1"_s, u"!"_s);
    row(u"ad_actor_system"_s, u"02:00:5E:10:00:0A"_s, u"02:00:5e:10:00:0a"_s);
    row(u"ad_actor_system"_s, u"2:0:5e:10:0:a"_s, u"!"_s);
    row(u"ad_actor_system"_s, u"02:00:5e:10:00:0g"_s, u"!"_s);
    row(u"ad_actor_system"_s, u"03:00:5e:10:00:0a"_s, u"!"_s);
}

void TestOptionValues::canonical()
{
    QFETCH(QString, option);
    QFETCH(QString, text);
    const OptionSpec *spec = findOption(option);
    QVERIFY(spec);
    QTEST(canonicalValue(*spec, text).value_or(u"!"_s), "expected");
}

QTEST_GUILESS_MAIN(TestOptionValues)
#include "tst_optionvalues.moc"
