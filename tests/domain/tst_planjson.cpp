// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/json/findingsjson.h"
#include "domain/plan.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace bondwright;
using namespace Qt::StringLiterals;

class TestPlanJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTheExample();
    void readsEverything();
    void writesInAStableOrder();
    void roundTrips_data();
    void roundTrips();
    void permanentMac();
    void macsAreValues();
    void addressesAreValues();
    void refuses_data();
    void refuses();
    void sayWhere_data();
    void sayWhere();
    void sameNamesInDifferentObjects();
    void reportsUnknownMembers();
    void sizesAreBounded();
    void ofManyFindingsTheWorst();
};

namespace
{

const QByteArray example = R"({"version":1,"name":"bond0","mode":"active-backup",
  "options":{"miimon":"100","primary":"eth0"},"slaves":[{"name":"eth0"},{"name":"eth1"}],"mtu":1500,
  "mac":"02:00:00:00:00:01","ipv4":{"method":"manual","addresses":["192.168.1.11/24"],"gateway":"192.168.1.1",
  "dns":["192.168.1.1"],"search":["example.org"]},"ipv6":{"method":"disabled"}})";

BondPlan everything()
{
    BondPlan plan;
    plan.name = u"bond7"_s;
    plan.mode = Mode::Ieee8023ad;
    plan.options = {{u"miimon"_s, u"100"_s}, {u"lacp_rate"_s, u"fast"_s}};
    plan.slaves = {{u"eth0"_s, u"02:00:00:00:00:01"_s, 1, -7}, {u"eth1"_s, {}, 65535, std::nullopt}};
    plan.mac = u"permanent:eth1"_s;
    plan.mtu = 9000;
    plan.ipv4 = {IpMethod::Manual,
                 {u"192.0.2.1/24"_s, u"192.0.2.2/24"_s},
                 u"192.0.2.254"_s,
                 {u"192.0.2.53"_s},
                 {u"example.org"_s},
                 {{u"10.0.0.0/8"_s, u"192.0.2.253"_s, 50}, {u"172.16.0.0/12"_s, {}, std::nullopt}},
                 100};
    plan.ipv6 = {IpMethod::LinkLocal, {}, {}, {}, {}, {}, std::nullopt};
    plan.vlans = {{10, u"storage"_s, 1500, {IpMethod::Auto, {}, {}, {}, {}, {}, 4294967295U}, {}},
                  {4094, {}, std::nullopt, {}, {}}};
    plan.autoconnect = false;
    plan.accept = {u"slaves.none"_s};
    plan.replaces = u"bond0"_s;
    return plan;
}

} // namespace

void TestPlanJson::readsTheExample()
{
    const auto parsed = planFromJson(example);
    QVERIFY2(parsed.has_value(), parsed ? "" : qPrintable(parsed.error().message));
    BondPlan expected;
    expected.name = u"bond0"_s;
    expected.mode = Mode::ActiveBackup;
    expected.options = {{u"miimon"_s, u"100"_s}, {u"primary"_s, u"eth0"_s}};
    expected.slaves = {{u"eth0"_s, {}, std::nullopt, std::nullopt}, {u"eth1"_s, {}, std::nullopt, std::nullopt}};
    expected.mac = u"02:00:00:00:00:01"_s;
    expected.mtu = 1500;
    expected.ipv4
        = {IpMethod::Manual, {u"192.168.1.11/24"_s}, u"192.168.1.1"_s, {u"192.168.1.1"_s}, {u"example.org"_s}, {},
           std::nullopt};
    QVERIFY(parsed->plan == expected);
    QVERIFY(parsed->unknownMembers.isEmpty());
}

void TestPlanJson::readsEverything()
{
    const auto parsed = planFromJson(planToJson(everything()));
    QVERIFY2(parsed.has_value(), parsed ? "" : qPrintable(parsed.error().message));
    QVERIFY(parsed->plan == everything());
}

void TestPlanJson::writesInAStableOrder()
{
    const QByteArray expected = R"({
  "version": 1,
  "name": "bond7",
  "mode": "802.3ad",
  "options": {
    "lacp_rate": "fast",
    "miimon": "100"
  },
  "slaves": [
    {"name": "eth0", "mac": "02:00:00:00:00:01", "queue_id": 1, "prio": -7},
    {"name": "eth1", "queue_id": 65535}
  ],
  "mac": "permanent:eth1",
  "mtu": 9000,
  "ipv4": {
    "method": "manual",
    "addresses": ["192.0.2.1/24", "192.0.2.2/24"],
    "gateway": "192.0.2.254",
    "dns": ["192.0.2.53"],
    "search": ["example.org"],
    "routes": [
      {"destination": "10.0.0.0/8", "gateway": "192.0.2.253", "metric": 50},
      {"destination": "172.16.0.0/12"}
    ],
    "metric": 100
  },
  "ipv6": {"method": "link-local"},
  "vlans": [
    {
      "id": 10,
      "name": "storage",
      "mtu": 1500,
      "ipv4": {
        "method": "auto",
        "metric": 4294967295
      },
      "ipv6": {"method": "disabled"}
    },
    {
      "id": 4094,
      "ipv4": {"method": "disabled"},
      "ipv6": {"method": "disabled"}
    }
  ],
  "autoconnect": false,
  "accept": ["slaves.none"],
  "replaces": "bond0"
}
)";
    QCOMPARE(planToJson(everything()), expected);
}

void TestPlanJson::roundTrips_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("quotes") << u"a\"b'c\\d"_s;
    QTest::newRow("Chinese") << u"绑定"_s;
    QTest::newRow("beyond the first plane") << u"\U0001F517"_s;
    QTest::newRow("shell") << u"$(id);`id`|&"_s;
    QTest::newRow("slash") << u"../../etc"_s;
    QTest::newRow("longest") << QString(maxPlanTextLength, u'x');
}

void TestPlanJson::roundTrips()
{
    QFETCH(QString, text);
    BondPlan plan = everything();
    plan.name = text;
    plan.options.insert(text, text);
    plan.slaves[0].name = text;
    plan.ipv4.addresses.append(text);
    const auto parsed = planFromJson(planToJson(plan));
    QVERIFY2(parsed.has_value(), parsed ? "" : qPrintable(parsed.error().message));
    QVERIFY(parsed->plan == plan);
}

void TestPlanJson::permanentMac()
{
    QCOMPARE(BondMac::fromString(BondMac::ofNic(u"eth1"_s).toString()).nic(), std::optional(u"eth1"_s));
    QCOMPARE(BondMac::fromString(u"permanent:").nic(), std::optional(QString(u""_s)));
    QVERIFY(!BondMac::fromString(u"02:00:5e:10:00:01").nic());
    QVERIFY(!BondMac::fromString({}).nic());
}

void TestPlanJson::macsAreValues()
{
    BondPlan plan;
    plan.mac = u"02:00:5E:10:00:0A"_s;
    plan.slaves = {{u"eth0"_s, u"02:00:5E:10:00:0B"_s, {}, {}}};
    BondPlan other = plan;
    other.mac = u"02:00:5e:10:00:0a"_s;
    other.slaves[0].mac = u"02:00:5e:10:00:0b"_s;
    QCOMPARE(plan, other);
    QVERIFY(planToJson(plan).contains("02:00:5E:10:00:0A")); // as it was written
    // What cannot be read is kept for check() to show, and is equal to nothing else.
    plan.mac = u"02-00-5e-10-00-0a"_s;
    QCOMPARE(plan.mac.text(), u"02-00-5e-10-00-0a"_s);
    QVERIFY(plan.mac.value().address().isEmpty());
    QVERIFY(!(plan == other));
    QVERIFY(!(plan.mac == Written<BondMac>()));

    const MacAddress infiniband
        = MacAddress::fromKernelText(u"80:00:00:48:fe:80:00:00:00:00:00:00:00:02:c9:03:00:00:00:01");
    QCOMPARE(infiniband.bytes().size(), 20);
    QVERIFY(!infiniband.isEthernet());
    QVERIFY(MacAddress::fromString(infiniband.toString()).isEmpty()); // no plan can give a bond that
    QVERIFY(MacAddress::fromKernelText(u"02:00:").isEmpty());
    QVERIFY(MacAddress::fromOctets(QByteArray(33, 'x')).isEmpty());
    QVERIFY(MacAddress::fromString(u"00:00:00:00:00:00").isZero());
    QVERIFY(!MacAddress().isZero());
    QVERIFY(MacAddress::fromString(u"01:00:5e:00:00:01").isMulticast());
}

/// Equal however they are spelt; what means nothing stays as it was written, for check() to report.
void TestPlanJson::addressesAreValues()
{
    BondPlan plan;
    plan.ipv6.addresses = {u"2001:db8:0::11/64"_s};
    plan.ipv6.gateway = u"2001:DB8::1"_s;
    plan.ipv6.dns = {u"2001:db8::53"_s};
    plan.ipv6.routes = {{u"2001:db8:1:0::/64"_s, u"2001:db8::0:2"_s, {}}};
    BondPlan respelt;
    respelt.ipv6.addresses = {u"2001:db8::11/64"_s};
    respelt.ipv6.gateway = u"2001:db8::1"_s;
    respelt.ipv6.dns = {u"2001:db8:0:0::53"_s};
    respelt.ipv6.routes = {{u"2001:db8:1::/64"_s, u"2001:db8::2"_s, {}}};
    QVERIFY(plan == respelt);
    QCOMPARE(plan.ipv6.networks(), respelt.ipv6.networks());
    respelt.ipv6.routes[0].gateway.clear();
    QVERIFY(!(plan == respelt));

    plan.ipv4.addresses = {u"192.168.1"_s, u"192.168.1.11/24"_s};
    plan.ipv4.gateway = u"router"_s;
    QCOMPARE(plan.ipv4.networks().toStrings(), QStringList(u"192.168.1.11/24"_s));
    QVERIFY(!plan.ipv4.gateway.value());
    const auto read = planFromJson(planToJson(plan));
    QVERIFY(read);
    QCOMPARE(read->plan.ipv4.addresses.texts(), plan.ipv4.addresses.texts());
    QCOMPARE(read->plan.ipv4.gateway.text(), u"router"_s);
    QCOMPARE(read->plan.ipv6.addresses.texts(), QStringList(u"2001:db8:0::11/64"_s));
}

void TestPlanJson::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("path");
    const QByteArray head = R"({"version":1,"name":"b","mode":"1",)";
    const auto row = [](const char *tag, const QByteArray &json, const QString &code, const QString &path) {
        QTest::newRow(tag) << json << code << path;
    };
    row("empty", "", u"plan.json.syntax"_s, {});
    row("no JSON", "mode=1", u"plan.json.syntax"_s, {});
    row("cut", example.first(100), u"plan.json.syntax"_s, {});
    row("array", "[]", u"plan.json.syntax"_s, {});
    row("number", "1", u"plan.json.syntax"_s, {});
    row("bytes", "\xff\xfe", u"plan.json.syntax"_s, {});
    row("name twice", head + R"("name":"c"})", u"plan.json.repeated"_s, u"name"_s);
    row("name twice, one with an escape", head + R"("n\u0061me":"c"})", u"plan.json.repeated"_s, u"name"_s);
    row("option twice", head + R"("options":{"miimon":"100", "miimon":"0"}})", u"plan.json.repeated"_s, u"miimon"_s);
    row("deep", head + R"("x":[[{"a":{"b":1,"b":2}}]]})", u"plan.json.repeated"_s, u"b"_s);
    row("no version", R"({"name":"b","mode":"1"})", u"plan.json.version"_s, u"version"_s);
    row("other version", R"({"version":2,"name":"b","mode":"1"})", u"plan.json.version"_s, u"version"_s);
    row("version as text", R"({"version":"1","name":"b","mode":"1"})", u"plan.json.type"_s, u"version"_s);
    row("no name", R"({"version":1,"mode":"1"})", u"plan.json.missing"_s, u"name"_s);
    row("name as number", R"({"version":1,"name":1,"mode":"1"})", u"plan.json.type"_s, u"name"_s);
    row("newline in name", R"({"version":1,"name":"a\nb","mode":"1"})", u"plan.json.text"_s, u"name"_s);
    row("NUL in name", R"({"version":1,"name":"a\u0000b","mode":"1"})", u"plan.json.text"_s, u"name"_s);
    row("mode unknown", R"({"version":1,"name":"b","mode":"802.3AD"})", u"plan.json.range"_s, u"mode"_s);
    row("no mode", R"({"version":1,"name":"b"})", u"plan.json.missing"_s, u"mode"_s);
    row("options as array", head + R"("options":[]})", u"plan.json.type"_s, u"options"_s);
    row("option as bool", head + R"("options":{"miimon":true}})", u"plan.json.type"_s, u"options.miimon"_s);
    row("option as fraction", head + R"("options":{"miimon":1.5}})", u"plan.json.type"_s, u"options.miimon"_s);
    row("slaves as text", head + R"("slaves":"eth0"})", u"plan.json.type"_s, u"slaves"_s);
    row("slave as text", head + R"("slaves":["eth0"]})", u"plan.json.type"_s, u"slaves[0]"_s);
    row("slave without name", head + R"("slaves":[{"name":"a"},{}]})", u"plan.json.missing"_s, u"slaves[1].name"_s);
    row("queue too high", head + R"("slaves":[{"name":"a","queue_id":65536}]})", u"plan.json.range"_s,
        u"slaves[0].queue_id"_s);
    row("prio too low", head + R"("slaves":[{"name":"a","prio":-2147483649}]})", u"plan.json.range"_s,
        u"slaves[0].prio"_s);
    row("mtu negative", head + R"("mtu":-1})", u"plan.json.range"_s, u"mtu"_s);
    row("mtu huge", head + R"("mtu":1e300})", u"plan.json.type"_s, u"mtu"_s);
    row("method unknown", head + R"("ipv4":{"method":"dhcp"}})", u"plan.json.range"_s, u"ipv4.method"_s);
    row("method missing", head + R"("ipv6":{}})", u"plan.json.missing"_s, u"ipv6.method"_s);
    row("address as number", head + R"("ipv4":{"method":"auto","addresses":[1]}})", u"plan.json.type"_s,
        u"ipv4.addresses[0]"_s);
    row("route without destination", head + R"("ipv4":{"method":"auto","routes":[{}]}})", u"plan.json.missing"_s,
        u"ipv4.routes[0].destination"_s);
    row("vlan without id", head + R"("vlans":[{}]})", u"plan.json.missing"_s, u"vlans[0].id"_s);
    row("vlan 4095", head + R"("vlans":[{"id":4095}]})", u"plan.json.range"_s, u"vlans[0].id"_s);
    row("autoconnect as text", head + R"("autoconnect":"yes"})", u"plan.json.type"_s, u"autoconnect"_s);
}

void TestPlanJson::refuses()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, path);
    const auto parsed = planFromJson(json);
    QVERIFY(!parsed);
    QTEST(parsed.error().code, "code");
    QVERIFY2(parsed.error().message.contains(path.isEmpty() ? QString() : u'“' + path + u'”'),
             qPrintable(parsed.error().message));
    QVERIFY(!parsed.error().hint.isEmpty());
}

void TestPlanJson::sayWhere_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("place");
    const auto row
        = [](const char *tag, const QByteArray &json, const QString &place) { QTest::newRow(tag) << json << place; };
    row("empty", "", u"line 1, column 1"_s);
    row("no value", "{\n  \"version\": 1,\n  \"name\":\n}", u"line 4, column 2"_s);
    row("columns are characters", "{\n\"绑定\": x}", u"line 2, column 7"_s);
    row("repeated", "{\n  \"version\": 1,\n  \"version\": 1\n}", u"line 3, column 3"_s);
}

void TestPlanJson::sayWhere()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, place);
    const auto parsed = planFromJson(json);
    QVERIFY(!parsed);
    QVERIFY2(parsed.error().message.contains(place), qPrintable(parsed.error().message));
}

void TestPlanJson::sameNamesInDifferentObjects()
{
    // Names repeat in values, in sister objects and within texts; only within one object do they collide.
    const auto parsed = planFromJson(R"({"version":1,"name":"name","mode":"1","slaves":[{"name":"a"},{"name":"b"}],
      "x":["name","name",{"y":"{\"y\":1,\"y\":2}"}],"ipv4":{"method":"auto"},"ipv6":{"method":"auto"}})");
    QVERIFY2(parsed.has_value(), parsed ? "" : qPrintable(parsed.error().message));
    QCOMPARE(parsed->plan.slaves.size(), 2);
}

void TestPlanJson::reportsUnknownMembers()
{
    const auto parsed = planFromJson(R"({"version":1,"name":"b","mode":"1","Name":"x",
      "slaves":[{"name":"a","queue":1}],"ipv4":{"method":"auto","gw":"x","routes":[{"destination":"x","via":"y"}]}})");
    QVERIFY(parsed);
    QCOMPARE(parsed->unknownMembers,
             (QStringList{u"slaves[0].queue"_s, u"ipv4.routes[0].via"_s, u"ipv4.gw"_s, u"Name"_s}));
}

void TestPlanJson::ofManyFindingsTheWorst()
{
    QList<Finding> findings(300, {Severity::Advice, FindingScope::Validity, u"a"_s, u"miimon"_s, u"small"_s, u"do"_s});
    QCOMPARE(findingsFromJson(findingsToJson(findings.first(256))), findings.first(256));
    findings.append({Severity::Error, FindingScope::Host, u"e"_s, {}, u"grave"_s, {}});
    const QList<Finding> kept = findingsFromJson(findingsToJson(findings));
    QCOMPARE(kept.size(), 256);
    QCOMPARE(kept.first(), findings.last());
}

void TestPlanJson::sizesAreBounded()
{
    const QByteArray head = R"({"version":1,"name":"b","mode":"1",)";
    const auto list = [](const QByteArray &entry, qsizetype count) {
        return QByteArray("[") + QByteArray(entry + ',').repeated(count - 1) + entry + ']';
    };
    QVERIFY(planFromJson(head + R"("slaves":)" + list(R"({"name":"a"})", maxPlanSlaves) + '}'));
    QCOMPARE(planFromJson(head + R"("slaves":)" + list(R"({"name":"a"})", maxPlanSlaves + 1) + '}').error().code,
             u"plan.json.range"_s);
    QVERIFY(planFromJson(head + R"("vlans":)" + list(R"({"id":1})", maxPlanVlans) + '}'));
    QCOMPARE(planFromJson(head + R"("vlans":)" + list(R"({"id":1})", maxPlanVlans + 1) + '}').error().code,
             u"plan.json.range"_s);
    QCOMPARE(planFromJson(head + R"("ipv4":{"method":"auto","dns":)" + list(R"("x")", maxPlanListEntries + 1) + "}}")
                 .error()
                 .code,
             u"plan.json.range"_s);
    QCOMPARE(planFromJson(R"({"version":1,"mode":"1","name":")" + QByteArray(maxPlanTextLength + 1, 'x') + R"("})")
                 .error()
                 .code,
             u"plan.json.text"_s);
    QCOMPARE(planFromJson(QByteArray(maxPlanBytes + 1, ' ')).error().code, u"plan.json.too-big"_s);
    // Deep nesting ends in Qt's own limit, not in our stack.
    QVERIFY(!planFromJson(head + R"("x":)" + QByteArray(30000, '[') + '}'));
}

QTEST_GUILESS_MAIN(TestPlanJson)
#include "tst_planjson.moc"
