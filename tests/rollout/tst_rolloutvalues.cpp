// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollout/playbook.h"
#include "rollout/values.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace bondwright;
using namespace bondwright::rollout;
using namespace Qt::StringLiterals;

/// What differs from host to host: tables, and addresses.
class TestRolloutValues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tables_data();
    void tables();
    void wrongTables_data();
    void wrongTables();
    void aTableInThePlaybook();
    void addressesOfATable();
    void twoHostsWithOneAddress_data();
    void twoHostsWithOneAddress();
    void twoHostsWithOneMac();
    void variablesThatMustDiffer();
    void addressesFollow_data();
    void addressesFollow();
    void addressesThatOthersHave();
    void eachHostGetsItsAddress();
    void whatIsOfOneHostGoes_data();
    void whatIsOfOneHostGoes();
};

void TestRolloutValues::tables_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray plain = "host,a,b\nsrv1,1,2\n服务器2,x y,\n";
    QTest::newRow("plain") << plain;
    QTest::newRow("without the last end of line") << plain.chopped(1);
    QTest::newRow("of Windows") << QByteArray(plain).replace('\n', "\r\n");
    QTest::newRow("of an old Mac") << QByteArray(plain).replace('\n', '\r');
    QTest::newRow("byte order mark") << "\xef\xbb\xbf" + plain;
    QTest::newRow("semicolons") << QByteArray(plain).replace(',', ';');
    QTest::newRow("tabs") << QByteArray(plain).replace(',', '\t');
    QTest::newRow("quotes") << QByteArray("\"host\",\"a\",b\nsrv1,\"1\", \"2\" \n服务器2,\"x y\",\"\"\n");
    QTest::newRow("empty lines") << QByteArray("host,a,b\n\n,,\nsrv1,1,2\n \n服务器2,x y,\n\n");
}

void TestRolloutValues::tables()
{
    QFETCH(QByteArray, text);
    const auto values = valuesFromCsv(text);
    QVERIFY2(values, values ? "" : qPrintable(values.error().message));
    QCOMPARE(values->names, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(values->hosts,
             (QMap<QString, QStringList>{{u"srv1"_s, {u"1"_s, u"2"_s}}, {u"服务器2"_s, {u"x y"_s, {}}}}));
}

void TestRolloutValues::wrongTables_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty") << QByteArray() << u"no hosts"_s;
    QTest::newRow("names alone") << QByteArray("host,a\n") << u"no hosts"_s;
    QTest::newRow("one column") << QByteArray("host\nsrv1\n") << u"Line 1 of the table: it needs a second"_s;
    QTest::newRow("too few") << QByteArray("host,a,b\nsrv1,1,2\nsrv2,1\n")
                             << u"Line 3 of the table: it has 2 columns, not 3."_s;
    QTest::newRow("no host") << QByteArray("host,a\n,1\n") << u"names no host"_s;
    QTest::newRow("a host twice") << QByteArray("host,a\nsrv1,1\nsrv1,2\n")
                                  << u"Line 3 of the table: “srv1” stands there twice."_s;
    QTest::newRow("a column twice") << QByteArray("host,a,a\nsrv1,1,2\n") << u"“a” stands there twice"_s;
    QTest::newRow("an open quote") << QByteArray("host,a\nsrv1,\"1\nsrv2,2\n") << u"Line 2 of the table: a quote"_s;
    QTest::newRow("a template") << QByteArray("host,a\nsrv1,\"{{ lookup('pipe', 'id') }}\"\n") << u"is a template"_s;
    QTest::newRow("GBK") << QByteArray("host,a\n\xb7\xfe\xce\xf1,1\n") << u"not UTF-8"_s;
    QTest::newRow("UTF-16") << QByteArray("h\0o\0s\0t\0,\0a\0\n\0s\0,\0001\0", 20) << u"not UTF-8"_s;
    QTest::newRow("too large") << QByteArray(5'000'000, 'x') << u"too large"_s;
}

void TestRolloutValues::wrongTables()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    const auto values = valuesFromCsv(text);
    QVERIFY(!values);
    QCOMPARE(values.error().code, u"rollout.values"_s);
    QVERIFY2(values.error().message.contains(says), qPrintable(values.error().message));
}

void TestRolloutValues::aTableInThePlaybook()
{
    Settings settings;
    settings.values = valuesFromCsv("host,bond_address,nic\nsrv1,10.0.0.1/16,eth0\n").value();
    const QByteArray text = playbook(settings);
    QVERIFY2(text.contains("bondwright_values: {\"srv1\":{\"bond_address\":\"10.0.0.1/16\",\"nic\":\"eth0\"}}\n")
                 && text.contains(
                     "        nic: \"{{ (bondwright_values[inventory_hostname] | default({}))['nic'] | mandatory("),
             text.constData());
    QVERIFY(checkVariables(settings.values));
    for (const char *bad :
         {"a-b", "1a", "a b", "bondwright_plan", "ansible_host", "地址", "with", "None", "hostvars", "lookup"})
        QVERIFY2(!checkVariables(valuesFromCsv(QByteArray("host,") + bad + "\ns,1\n").value()), bad);
}

void TestRolloutValues::addressesOfATable()
{
    const auto of = [](const QByteArray &text) { return valuesFromCsv(text).and_then(addressesOf); };
    const QMap<QString, QString> one{{u"s"_s, u"10.0.0.1/16"_s}};
    QCOMPARE(of("主机;地址\ns;10.0.0.1/16\n").value(), one);
    QCOMPARE(of("host,mac,address\ns,x,10.0.0.1/16\n").value(), one);
    QCOMPARE(of("host,bond_address,x\ns,10.0.0.1/16,y\n").value(), one);
    QCOMPARE(of("host,mac,ip\ns,x,10.0.0.1/16\n").error().code, u"rollout.values"_s);
}

void TestRolloutValues::twoHostsWithOneAddress_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QString>("wrong");
    const QString alone = u"{{ a }}"_s;
    QTest::newRow("good") << alone << QByteArray("host,a\ns,10.0.0.1/16\nt,10.0.0.2/16\n") << QString();
    QTest::newRow("twice") << alone << QByteArray("host,a\ns,10.0.0.1/16\nt,10.0.0.1/16\nu,10.0.0.3/16\n") << u"s, t"_s;
    QTest::newRow("twice, with other prefixes")
        << alone << QByteArray("host,a\ns,10.0.0.1/16\nt,10.0.0.1/24\n") << u"s, t"_s;
    QTest::newRow("twice, written in two ways")
        << alone << QByteArray("host,a\ns,2001:db8::1/64\nt,2001:DB8:0:0::1/64\n") << u"s, t"_s;
    QTest::newRow("none") << alone << QByteArray("host,a\ns,x\nt,10.0.0.2/16\n") << u"s"_s;
    QTest::newRow("empty") << alone << QByteArray("host,a\ns,\nt,10.0.0.2/16\n") << u"s"_s;
    QTest::newRow("no prefix") << alone << QByteArray("host,a\ns,10.0.0.1\n") << u"s"_s;
    QTest::newRow("the prefix is the plan's") << u"{{a}}/24"_s << QByteArray("host,a\ns,10.0.0.1\n") << QString();
    QTest::newRow("of two columns") << u"10.0.{{ rack }}.{{ a }}/16"_s
                                    << QByteArray("host,rack,a\ns,1,1\nt,1,2\nu,2,1\n") << QString();
    QTest::newRow("of two columns, twice")
        << u"10.0.{{ rack }}.{{ a }}/16"_s << QByteArray("host,rack,a\ns,1,1\nt,1,2\nu,1,2\n") << u"t, u"_s;
    QTest::newRow("of the inventory too")
        << u"10.0.{{ elsewhere }}.{{ a }}/16"_s << QByteArray("host,a\ns,1\nt,1\n") << QString();
    QTest::newRow("an expression") << u"{{ a | upper }}"_s << QByteArray("host,a\ns,1\nt,1\n") << QString();
}

void TestRolloutValues::twoHostsWithOneAddress()
{
    QFETCH(QString, address);
    QFETCH(QByteArray, table);
    QFETCH(QString, wrong);
    const QJsonObject plan{
        {u"name"_s, u"bond0"_s},
        {u"vlans"_s, QJsonArray{QJsonObject{{u"ipv4"_s, QJsonObject{{u"addresses"_s, QJsonArray{address}}}}}}}};
    const auto good = checkAddresses(plan, valuesFromCsv(table).value());
    QCOMPARE(good ? QString() : good.error().code, wrong.isEmpty() ? QString() : u"rollout.same-address"_s);
    if (!good)
        QVERIFY2(good.error().message.endsWith(u"192.0.2.11/24: %1."_s.arg(wrong)), qPrintable(good.error().message));
}

void TestRolloutValues::twoHostsWithOneMac()
{
    const QJsonObject plan{{u"name"_s, u"bond0"_s}, {u"mac"_s, u"{{ m }}"_s}};
    const auto same = checkAddresses(
        plan, valuesFromCsv("host,m\na,02:00:00:00:00:0a\nb,02:00:00:00:00:0A\nc,02:00:00:00:00:0b\n").value());
    QVERIFY(!same);
    QCOMPARE(same.error().code, u"rollout.same-mac"_s);
    QVERIFY2(same.error().message.endsWith(u": a, b."_s), qPrintable(same.error().message));
    QVERIFY(checkAddresses(plan, valuesFromCsv("host,m\na,permanent:eth0\nb,permanent:eth0\nc,\nd,\n").value()));
}

/// Those of the inventory only Ansible knows: the role looks at them before the first batch.
void TestRolloutValues::variablesThatMustDiffer()
{
    Settings settings;
    settings.plan = QJsonDocument::fromJson(R"({"name":"bond0","ipv4":{"addresses":["{{ a }}","{{b}}/24"]},
        "ipv6":{"addresses":["2001:db8:{{ rack }}::{{ number }}/64","{{ t }}"]}})")
                        .object();
    settings.plan.insert(u"mac"_s, u"{{ bond_mac }}"_s);
    settings.plan.insert(u"vlans"_s,
                         QJsonArray{QJsonObject{{u"ipv4"_s, QJsonObject{{u"addresses"_s, u"{{ all }}"_s}}}}});
    settings.values = valuesFromCsv("host,t\ns,x\n").value();
    QVERIFY2(playbook(settings).contains("bondwright_unique: [\"a\",\"b\",\"all\",\"bond_mac\"]\n"),
             playbook(settings).constData());
    settings.plan = {{u"name"_s, u"bond0"_s}, {u"mac"_s, u"permanent:{{ nic }}"_s}};
    QVERIFY(!playbook(settings).contains("bondwright_unique"));
}

void TestRolloutValues::addressesFollow_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<int>("count");
    QTest::addColumn<QStringList>("all");
    QTest::newRow("three") << u"192.0.2.9/24"_s << 3
                           << QStringList{u"192.0.2.9/24"_s, u"192.0.2.10/24"_s, u"192.0.2.11/24"_s};
    QTest::newRow("over a byte") << u"10.0.0.255/16"_s << 2 << QStringList{u"10.0.0.255/16"_s, u"10.0.1.0/16"_s};
    QTest::newRow("not the broadcast address")
        << u"192.0.2.253/24"_s << 5 << QStringList{u"192.0.2.253/24"_s, u"192.0.2.254/24"_s};
    QTest::newRow("both of a /31") << u"192.0.2.0/31"_s << 3 << QStringList{u"192.0.2.0/31"_s, u"192.0.2.1/31"_s};
    QTest::newRow("the last of all") << u"255.255.255.254/24"_s << 3 << QStringList{u"255.255.255.254/24"_s};
    QTest::newRow("IPv6") << u"2001:db8::1/64"_s << 2 << QStringList();
    QTest::newRow("none") << QString() << 2 << QStringList();
}

void TestRolloutValues::addressesFollow()
{
    QFETCH(QString, first);
    QFETCH(int, count);
    QTEST(addressesFrom(first, count), "all");
}

void TestRolloutValues::addressesThatOthersHave()
{
    QCOMPARE(addressesFrom(u"192.0.2.252/24"_s, 5, {u"192.0.2.254"_s, u"192.0.2.252/24"_s}),
             QStringList{u"192.0.2.253/24"_s});
}

void TestRolloutValues::eachHostGetsItsAddress()
{
    QJsonObject plan
        = QJsonDocument::fromJson(R"({"version":1,"name":"bond0","mode":"active-backup","mac":"02:00:00:00:00:01",
        "options":{"miimon":100},"slaves":[{"name":"eth0"}],
        "ipv4":{"method":"manual","addresses":["192.0.2.1/24","192.0.2.77/24"],"gateway":"192.0.2.254"},
        "ipv6":{"method":"manual","addresses":["2001:db8::1/64"]}})")
              .object();
    QCOMPARE(takeAddressPerHost(plan), u"192.0.2.1/24"_s);
    QVERIFY(!plan.contains(u"mac"_s) && !plan.contains(u"ipv6"_s));
    QCOMPARE(plan[u"ipv4"_s][u"gateway"_s].toString(), u"192.0.2.254"_s);
    // What is left of it, every host may have.
    QVERIFY(planTemplateFromJson(QJsonDocument(plan).toJson()));
    Settings settings;
    settings.plan = plan;
    settings.addresses = {{u"srv1"_s, u"192.0.2.1/24"_s}};
    const QByteArray text = playbook(settings);
    QVERIFY2(text.contains(R"("addresses":["{{ bondwright_addresses[inventory_hostname] }}"])")
                 && text.contains("bondwright_addresses: {\"srv1\":\"192.0.2.1/24\"}\n"),
             text.constData());
}

// What the bond of one host says of itself is not what another host may have.
void TestRolloutValues::whatIsOfOneHostGoes_data()
{
    QTest::addColumn<QByteArray>("plan");
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QString>("error"); // of what is left
    QTest::newRow("nothing of one host") << QByteArray(R"({"name":"bond0"})") << QByteArray(R"({"name":"bond0"})")
                                         << QString();
    QTest::newRow("DHCP and a MAC address")
        << QByteArray(R"({"ipv4":{"method":"auto"},"mac":"02:00:00:00:00:01","name":"bond0"})")
        << QByteArray(R"({"ipv4":{"method":"auto"},"name":"bond0"})") << QString();
    QTest::newRow("the MAC address of a NIC")
        << QByteArray(R"({"ipv4":{"method":"auto"},"mac":"permanent:eth0","name":"bond0"})")
        << QByteArray(R"({"ipv4":{"method":"auto"},"mac":"permanent:eth0","name":"bond0"})") << QString();
    QTest::newRow("slaves by their MAC addresses")
        << QByteArray(
               R"({"name":"bond0","slaves":[{"mac":"02:00:00:00:00:01","name":"eth0"},{"name":"eth1","prio":3}]})")
        << QByteArray(R"({"name":"bond0","slaves":[{"name":"eth0"},{"name":"eth1","prio":3}]})") << QString();
    QTest::newRow("DHCP beside fixed IPv6")
        << QByteArray(R"({"ipv4":{"method":"auto"},"ipv6":{"addresses":["2001:db8::1/64"]},"name":"bond0"})")
        << QByteArray(R"({"ipv4":{"method":"auto"},"name":"bond0"})") << QString();
    const QByteArray onlyIpv6 = R"({"ipv6":{"addresses":["2001:db8::1/64"]},"name":"bond0"})";
    QTest::newRow("fixed IPv6 alone") << onlyIpv6 << onlyIpv6 << u"rollout.same-address"_s;
    const QByteArray vlan = R"({"name":"bond0","vlans":[{"id":5,"ipv4":{"addresses":["192.0.2.1/24"]}}]})";
    QTest::newRow("a VLAN's address") << vlan << vlan << u"rollout.same-address"_s;
}

void TestRolloutValues::whatIsOfOneHostGoes()
{
    QFETCH(QByteArray, plan);
    QFETCH(QByteArray, left);
    QFETCH(QString, error);
    QJsonObject object = QJsonDocument::fromJson(plan).object();
    QCOMPARE(takeAddressPerHost(object), QString());
    QCOMPARE(QJsonDocument(object).toJson(QJsonDocument::Compact), left);
    const auto fits = checkForManyHosts(object);
    QCOMPARE(fits ? QString() : fits.error().code, error);
}

QTEST_GUILESS_MAIN(TestRolloutValues)
#include "tst_rolloutvalues.moc"
