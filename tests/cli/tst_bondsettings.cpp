// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "common/arguments.h"
#include "common/bondsettings.h"

#include <QTest>

using namespace bondwright;
using namespace bondwright::cli;
using namespace Qt::StringLiterals;

namespace
{

HostFacts host()
{
    HostFacts facts;
    facts.known = true;
    for (int number = 0; number < 3; ++number) {
        NicFacts nic;
        nic.name = u"eth%1"_s.arg(number);
        nic.kind = InterfaceKind::Physical;
        facts.nics.append(nic);
    }
    facts.nics[1].addresses = QStringList{u"192.0.2.5/24"_s, u"2001:db8::5/64"_s};
    facts.nics[1].carriesDefaultRoute = true;
    facts.nics[1].gateway = IpAddress::fromString(u"192.0.2.1");
    return facts;
}

Result<BondPlan> edited(const QString &line, const BondPlan *existing)
{
    const Command *command = findCommand(existing ? u"set"_s : u"create"_s);
    const auto arguments = Arguments::parse(*command, line.split(u' ', Qt::SkipEmptyParts));
    if (!arguments)
        return tl::unexpected(arguments.error());
    if (const auto good = checkBondArguments(*arguments); !good)
        return tl::unexpected(good.error());
    PlanDraft draft;
    if (existing)
        draft.startFrom(*existing, host(), true);
    else
        draft.startNew(host());
    if (const auto good = existing ? applyBondOptions(draft, *arguments) : applyToNewBond(draft, *arguments); !good)
        return tl::unexpected(good.error());
    return applySettings(draft, arguments->words().mid(1)).map([&] { return draft.plan(); });
}

/// "mode options ipv4 ipv6", short enough for a row of a test.
QString summaryOf(const BondPlan &plan)
{
    QStringList options;
    for (auto at = plan.options.cbegin(); at != plan.options.cend(); ++at)
        options.append(at.key() + u'=' + at.value());
    const auto family = [](const IpConfig &config) {
        const QString gateway = config.gateway.isEmpty() ? QString() : u">"_s + config.gateway.text();
        return ipMethodName(config.method) + u'[' + config.addresses.texts().join(u',') + gateway + u']';
    };
    return kernelName(plan.mode) + u' ' + options.join(u' ') + u' ' + family(plan.ipv4) + u' ' + family(plan.ipv6);
}

BondPlan existingBond()
{
    BondPlan plan;
    plan.name = u"bond0"_s;
    plan.options = {{u"miimon"_s, u"100"_s}, {u"primary"_s, u"eth0"_s}};
    plan.slaves = {SlavePlan{u"eth0"_s, {}, {}, {}}, SlavePlan{u"eth2"_s, {}, {}, {}}};
    plan.ipv4.method = IpMethod::Manual;
    plan.ipv4.addresses = QStringList{u"198.51.100.2/24"_s};
    plan.ipv4.gateway = u"198.51.100.1"_s;
    return plan;
}

} // namespace

/// What create and set make of their arguments.
class TestBondSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void creates_data();
    void creates();
    void sets_data();
    void sets();
    void takesOtherSpellings_data();
    void takesOtherSpellings();
    void changesModeWithPriorities();
    void staysMonitoredInModesWithoutArp();
    void refuses_data();
    void refuses();
};

void TestBondSettings::creates_data()
{
    QTest::addColumn<QString>("summary");
    const auto row = [](const char *line, const char *summary) { QTest::newRow(line) << QString::fromUtf8(summary); };
    row("bond0 --slave eth0 --slave eth2", "active-backup miimon=100 auto[] disabled[]");
    row("bond0 --slave eth0 --slave eth1",
        "active-backup miimon=100 manual[192.0.2.5/24>192.0.2.1] manual[2001:db8::5/64]");
    row("bond0 --slave eth1 --gateway 192.0.2.9",
        "active-backup miimon=100 manual[192.0.2.5/24>192.0.2.9] manual[2001:db8::5/64]");
    row("bond0 --slave eth1 --dhcp", "active-backup miimon=100 auto[] disabled[]");
    row("bond0 --slave eth1 --no-ip", "active-backup miimon=100 disabled[] disabled[]");
    row("bond0 --slave eth1 --auto6 --ip 10.0.0.2/8", "active-backup miimon=100 manual[10.0.0.2/8] auto[]");
    row("bond0 --slave eth1 --ip 10.0.0.2/8 --ip 10.0.0.3/8 --ip fd00::2/64 --gateway fd00::1 --gateway 10.0.0.1",
        "active-backup miimon=100 manual[10.0.0.2/8,10.0.0.3/8>10.0.0.1] manual[fd00::2/64>fd00::1]");
    row("bond0 --slave eth0 --mode 4 lacp_rate=1 xmit_hash_policy=layer3+4",
        "802.3ad lacp_rate=fast miimon=100 xmit_hash_policy=layer3+4 auto[] disabled[]");
    row("bond0 --slave eth0 --no-ip arp_interval=500 arp_ip_target=10.0.0.1,10.0.0.2",
        "active-backup arp_interval=500 arp_ip_target=10.0.0.1,10.0.0.2 disabled[] disabled[]");
    row("bond0 --slave eth0 --no-ip miimon=200 arp_interval=0 arp_validate=none",
        "active-backup miimon=200 disabled[] disabled[]");
    row("bond0 --slave eth0 --no-ip miimon=0 arp_interval=500 arp_ip_target=10.0.0.1",
        "active-backup arp_interval=500 arp_ip_target=10.0.0.1 disabled[] disabled[]");
    row("bond0 --slave eth0 --no-ip num_unsol_na=3", "active-backup miimon=100 num_grat_arp=3 disabled[] disabled[]");
}

void TestBondSettings::creates()
{
    QFETCH(QString, summary);
    const auto plan = edited(QString::fromUtf8(QTest::currentDataTag()), nullptr);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message));
    QCOMPARE(summaryOf(*plan), summary);
}

void TestBondSettings::sets_data()
{
    QTest::addColumn<QString>("summary");
    const auto row = [](const char *line, const char *summary) { QTest::newRow(line) << QString::fromUtf8(summary); };
    const char *addresses = " manual[198.51.100.2/24>198.51.100.1] disabled[]";
    row("bond0 miimon=200", QByteArray("active-backup miimon=200 primary=eth0").append(addresses).constData());
    row("bond0 primary=", QByteArray("active-backup miimon=100").append(addresses).constData());
    row("bond0 miimon=", QByteArray("active-backup miimon=100 primary=eth0").append(addresses).constData());
    row("bond0 --mode 802.3ad", QByteArray("802.3ad miimon=100").append(addresses).constData());
    row("bond0 arp_interval=1000",
        QByteArray("active-backup arp_interval=1000 arp_ip_target=198.51.100.1 primary=eth0")
            .append(addresses)
            .constData());
    row("bond0 --ip 198.51.100.7/24",
        "active-backup miimon=100 primary=eth0 manual[198.51.100.7/24>198.51.100.1] disabled[]");
    row("bond0 --gateway 198.51.100.9",
        "active-backup miimon=100 primary=eth0 manual[198.51.100.2/24>198.51.100.9] disabled[]");
    row("bond0 --dhcp", "active-backup miimon=100 primary=eth0 auto[] disabled[]");
    row("bond0 --no-ip", "active-backup miimon=100 primary=eth0 disabled[] disabled[]");
}

void TestBondSettings::sets()
{
    QFETCH(QString, summary);
    const BondPlan existing = existingBond();
    const auto plan = edited(QString::fromUtf8(QTest::currentDataTag()), &existing);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message));
    QCOMPARE(summaryOf(*plan), summary);
    QCOMPARE(plan->slaves, existing.slaves);
}

/// A file may have an option under its other name, or under both.
void TestBondSettings::takesOtherSpellings_data()
{
    QTest::addColumn<BondOptions>("written");
    QTest::addColumn<BondOptions>("expected");
    const auto row = [](const char *line, const BondOptions &written, const BondOptions &expected) {
        QTest::newRow(line) << written << expected;
    };
    const QString own = u"num_grat_arp"_s, other = u"num_unsol_na"_s;
    row("bond0 num_grat_arp=5", {{{other, u"3"_s}}}, {{{own, u"5"_s}}});
    row("bond0 num_unsol_na=5", {{{other, u"3"_s}}}, {{{own, u"5"_s}}});
    row("bond0 num_grat_arp=3", {{{other, u"3"_s}}}, {{{other, u"3"_s}}});
    row("bond0 num_grat_arp=4", {{{own, u"4"_s}, {other, u"3"_s}}}, {{{own, u"4"_s}}});
    row("bond0 num_unsol_na=", {{{own, u"3"_s}, {other, u"4"_s}}}, BondOptions());
}

void TestBondSettings::takesOtherSpellings()
{
    QFETCH(BondOptions, written);
    QFETCH(BondOptions, expected);
    BondPlan existing = existingBond();
    existing.options = written;
    existing.options.insert(u"miimon"_s, u"100"_s);
    expected.insert(u"miimon"_s, u"100"_s);
    const auto plan = edited(QString::fromUtf8(QTest::currentDataTag()), &existing);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message));
    QCOMPARE(plan->options, expected);
}

/// A mode that has no priorities leaves them out as it does options; those that are there on purpose stay.
void TestBondSettings::changesModeWithPriorities()
{
    BondPlan existing = existingBond();
    existing.slaves[1].prio = 5;
    auto plan = edited(u"bond0 --mode 802.3ad"_s, &existing);
    QVERIFY(plan && !plan->slaves.at(1).prio);
    QVERIFY(!hasErrors(check(*plan, {})));
    plan = edited(u"bond0 --mode balance-alb"_s, &existing);
    QVERIFY(plan && plan->slaves.at(1).prio == 5);
    existing.accept.append(u"slaves.prio-mode"_s);
    plan = edited(u"bond0 --mode 802.3ad"_s, &existing);
    QVERIFY(plan && plan->slaves.at(1).prio == 5);
}

void TestBondSettings::staysMonitoredInModesWithoutArp()
{
    BondPlan existing = existingBond();
    existing.options = {{u"arp_interval"_s, u"500"_s}, {u"arp_ip_target"_s, u"198.51.100.1"_s}};
    auto plan = edited(u"bond0 --mode 802.3ad"_s, &existing);
    QVERIFY(plan && plan->options == BondOptions({{u"miimon"_s, u"100"_s}}));
    plan = edited(u"bond0 --mode 802.3ad miimon=50"_s, &existing);
    QVERIFY(plan && plan->options == BondOptions({{u"miimon"_s, u"50"_s}}));
    plan = edited(u"bond0 --mode balance-xor"_s, &existing);
    QVERIFY(plan && plan->options == existing.options);
}

void TestBondSettings::refuses_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("hint");
    const auto row = [](const char *line, const char *message, const char *hint = "") {
        QTest::newRow(line) << QString::fromUtf8(message) << QString::fromUtf8(hint);
    };
    row("bond0 miimon", "“miimon” is not of the form NAME=VALUE.", "For example: miimon=100");
    row("bond0 =5", "“=5” is not of the form NAME=VALUE.", "For example: miimon=100");
    row("bond0 mimon=5", "There is no bond option “mimon”.", "Did you mean “miimon”?");
    row("bond0 colour=red", "There is no bond option “colour”.", "“bondctl options” lists them.");
    row("bond0 mode=4", "The mode is not an option of this kind.", "Use --mode, for example: --mode 802.3ad");
    row("bond0 active_slave=eth0", "“active_slave” is a runtime-only setting.",
        "“bondctl activate BOND SLAVE” makes a slave the active one.");
    row("bond0 queue_id=1", "“queue_id” is not an option of a bond.", "“bondctl options” says what it belongs to.");
    row("bond0 miimon=soon", "miimon takes a whole number from 0 to 2147483647, not “soon”.");
    row("bond0 --mode 4 lacp_rate=fats", "lacp_rate takes one of slow, fast, not “fats”.", "Did you mean “fast”?");
    row("bond0 --mode 4 primary=eth0", "“primary” cannot be set in mode 802.3ad.",
        "It belongs to: active-backup, balance-tlb, balance-alb.");
    row("bond0 arp_ip_target=10.0.0.1", "“arp_ip_target” has no effect while links are monitored by MII.",
        "Set arp_interval too, for example: arp_interval=1000");
    row("bond0 miimon=100 arp_interval=100",
        "miimon and arp_interval cannot be combined: links are monitored by MII or by ARP.");
    row("bond0 --ip 10.0.0.2", "--ip takes an address with its prefix length, not “10.0.0.2”.",
        "For example: --ip 192.0.2.10/24");
    row("bond0 --ip 10.0.0.2/33", "--ip takes an address with its prefix length, not “10.0.0.2/33”.",
        "For example: --ip 192.0.2.10/24");
    row("bond0 --dhcp --gateway 10.0.0.1", "The gateway 10.0.0.1 needs an address of its family: --ip.",
        "Where addresses come automatically, the gateway does too.");
    row("bond0 --gateway router", "--gateway takes an IP address, not “router”.");
    row("bond0 --gateway 10.0.0.1 --gateway 10.0.0.2", "A bond has one gateway of each family.");
    row("bond0 --mtu 10", "--mtu takes a whole number from 68 to 65535, not “10”.");
    row("bond0 --ip 10.0.0.1/8 --dhcp", "--dhcp and --ip (IPv4) cannot be combined.");
    row("bond0 --ip fd00::1/64 --auto6", "--auto6 and --ip (IPv6) cannot be combined.");
    row("bond0 --no-ip --gateway 10.0.0.1", "--gateway and --no-ip cannot be combined.");
    row("bond0 --ip 10.0.0.1/8 --no-ip", "--ip and --no-ip cannot be combined.");
}

void TestBondSettings::refuses()
{
    QFETCH(QString, message);
    QFETCH(QString, hint);
    const BondPlan existing = existingBond();
    const auto plan = edited(QString::fromUtf8(QTest::currentDataTag()), &existing);
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, u"usage"_s);
    QCOMPARE(plan.error().message, message);
    QCOMPARE(plan.error().hint, hint);
}

QTEST_GUILESS_MAIN(TestBondSettings)
#include "tst_bondsettings.moc"
