// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollout/playbook.h"

#include <QTest>

using namespace bondwright;
using namespace bondwright::rollout;
using namespace Qt::StringLiterals;

/// What is refused of a plan before it goes to many hosts.
class TestPlanTemplate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void templates_data();
    void templates();
    void toldAsByCheck();
    void hostsChooseTheirNics();
    void unknownMembers();
};

void TestPlanTemplate::templates_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("error");
    const auto plan = [](const QByteArray &more) {
        return R"({"version":1,"name":"bond0","mode":"802.3ad","options":{"miimon":100},"slaves":[{"name":"eth0"}],)"
            + more + '}';
    };
    QTest::newRow("variable") << plan(R"("ipv4":{"method":"manual","addresses":["{{ bond_address }}"]})") << QString();
    QTest::newRow("DHCP") << plan(R"("ipv4":{"method":"auto"})") << QString();
    QTest::newRow("fixed") << plan(R"("ipv4":{"method":"manual","addresses":["10.0.0.1/24"]})")
                           << u"rollout.same-address"_s;
    QTest::newRow("fixed beside a variable")
        << plan(R"("ipv6":{"method":"manual","addresses":["{{ a }}","2001:db8::1/64"]})") << u"rollout.same-address"_s;
    QTest::newRow("fixed in a VLAN") << plan(
        R"("vlans":[{"id":5,"ipv4":{"method":"manual","addresses":["10.0.0.1/24"]}}])")
                                     << u"rollout.same-address"_s;
    QTest::newRow("one host's MAC address")
        << plan(R"("mac":"02:00:00:00:00:01","ipv4":{"method":"auto"})") << u"rollout.same-mac"_s;
    QTest::newRow("MAC address of each host's NIC")
        << plan(R"("mac":"permanent:eth0","ipv4":{"method":"auto"})") << QString();
    QTest::newRow("MAC address by a variable")
        << plan(R"("mac":"{{ bond_mac }}","ipv4":{"method":"auto"})") << QString();
    QTest::newRow("all by variables") << QByteArray(
        R"({"version":1,"name":"{{ n }}","mode":"{{ m }}","mtu":"{{ mtu }}","slaves":[{"name":"{{ a }}"}]})")
                                      << QString();
    QTest::newRow("no version") << QByteArray(
        R"({"name":"bond0","mode":"active-backup","options":{"miimon":100},"slaves":[{"name":"a"}]})")
                                << QString();
    QTest::newRow("nothing") << QByteArray("{}") << u"plan.json.missing"_s;
    QTest::newRow("another version") << plan(R"("version":2)").replace(R"("version":1,)", "") << u"plan.json.version"_s;
    QTest::newRow("no name") << QByteArray(R"({"version":1,"mode":1})") << u"plan.json.missing"_s;
    QTest::newRow("no JSON") << QByteArray("bond0") << u"plan.json.syntax"_s;
    QTest::newRow("twice") << plan(R"("mode":"active-backup")") << u"plan.json.repeated"_s;
    QTest::newRow("no such mode") << QByteArray(R"({"version":1,"name":"bond0","mode":"9"})") << u"plan.json.range"_s;
    QTest::newRow("no such mode beside a variable")
        << QByteArray(R"({"version":1,"name":"{{ name }}","mode":"9"})") << u"plan.json.range"_s;
    QTest::newRow("no such method beside a variable")
        << plan(R"("ipv4":{"method":"manul","addresses":["{{ bond_address }}"]})") << u"plan.json.range"_s;
    QTest::newRow("no name of an interface")
        << QByteArray(plan(R"("mtu":"{{ mtu }}")")).replace("bond0", "bond 0;x") << u"name.forbidden"_s;
    QTest::newRow("against a rule") << plan(R"("ipv4":{"method":"manual"})") << u"ip.manual-empty"_s;
    QTest::newRow("too long") << plan("\"x\":\"" + QByteArray(100'000, 'x') + '"') << u"plan.json.too-big"_s;
}

void TestPlanTemplate::templates()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, error);
    const auto plan = planTemplateFromJson(json);
    QCOMPARE(plan ? QString() : plan.error().code, error);
}

/// With line and column, and with what to do.
void TestPlanTemplate::toldAsByCheck()
{
    const auto broken = planTemplateFromJson("{\n \"name\": \"bond0\",\n \"mode\" 1\n}\n");
    QVERIFY(broken.error().message.contains(u"line 3, column"));
    QVERIFY(!broken.error().hint.isEmpty());
    const QByteArray odd = R"({"version":1,"name":"bond 0","mode":"active-backup","slaves":[{"name":"eth0"}]})";
    QCOMPARE(planTemplateFromJson(odd).error().code, u"name.forbidden"_s);
    QVERIFY(!planTemplateFromJson(odd).error().hint.isEmpty());
}

void TestPlanTemplate::hostsChooseTheirNics()
{
    const QByteArray plan = R"({"version":1,"name":"bond0","mode":"802.3ad","options":{"miimon":100}})";
    QCOMPARE(planTemplateFromJson(plan).error().code, u"slaves.none"_s);
    QVERIFY(planTemplateFromJson(plan, true));
}

/// Also beside variables, where the host alone would say it.
void TestPlanTemplate::unknownMembers()
{
    const QByteArray plan = R"({"version":1,"name":"{{ n }}","mode":"active-backup","colour":1,
        "slaves":[{"name":"{{ a }}","speed":1},{"name":"eth1"}],
        "ipv4":{"method":"{{ m }}","addresses":["{{ bond_address }}"],"gatway":"192.0.2.254",
                "routes":[{"destination":"{{ d }}","via":"{{ g }}"}]},
        "vlans":[{"id":"{{ v }}","mtu":"{{ mtu }}","ipv4":{"method":"auto","dnss":[]}}]})";
    const auto parsed = planTemplateFromJson(plan);
    QVERIFY2(parsed, qPrintable(parsed ? QString() : parsed.error().message));
    QStringList unknown = parsed->unknownMembers;
    unknown.sort();
    QCOMPARE(unknown,
             (QStringList{u"colour"_s, u"ipv4.gatway"_s, u"ipv4.routes[0].via"_s, u"slaves[0].speed"_s,
                          u"vlans[0].ipv4.dnss"_s}));
}

QTEST_GUILESS_MAIN(TestPlanTemplate)
#include "tst_plantemplate.moc"
