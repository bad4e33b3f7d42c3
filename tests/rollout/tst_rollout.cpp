// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollout/inventory.h"
#include "rollout/playbook.h"
#include "rollout/progress.h"
#include "rollout/report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace bondwright;
using namespace bondwright::rollout;
using namespace Qt::StringLiterals;

/// The parts of a roll-out that need no Ansible. The real one is in tests/ansible and in the rack.
class TestRollout : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void batches_data();
    void batches();
    void playbookHasWhatWasAsked();
    void everyStageFollowsItsLine_data();
    void everyStageFollowsItsLine();
    void sudoRefuses();
    void whatFailsAfterwardsStays();
    void statesAreToldInTheMiddle();
    void whoIsNotToldToItsEnd();
    void batchesAndHosts();
    void junkChangesNothing();
    void reportsHoldNoMarkup();
    void inventoriesAreRead();
    void templatesOfAnInventoryAreNoNames();
    void aLocaleThatAnsibleRefuses_data();
    void aLocaleThatAnsibleRefuses();
    void whatIsNoInventory_data();
    void whatIsNoInventory();
    void hostsOfSsh();
    void whatAnsibleWouldExecute();
    void ownLinesAreThoseOfOneHost();
    void aCheckHasNoBatches();
};

namespace
{

constexpr char play[] = R"({"type":"play","check":false,"hosts":["a","b"],"batch":["a"]})";

QByteArray resultLine(const char *outcome, const char *action, const QByteArray &result)
{
    return QByteArray(R"({"type":"result","host":"a","outcome":")") + outcome + R"(","action":"bondwright.bond.)"
        + action + R"(","result":)" + result + '}';
}

QByteArray stateLine(const char *state, const QByteArray &result = "{}")
{
    return QByteArray(R"({"type":"state","host":"a","state":")") + state + R"(","result":)" + result + '}';
}

} // namespace

void TestRollout::batches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("is");
    for (const char *good : {"1", "25", "10%", "100%"})
        QTest::newRow(good) << QString::fromLatin1(good) << true;
    for (const char *bad : {"", "0", "0%", "101%", "-1", "+1", "1.5", "%", "a", "1%%", "1 "})
        QTest::newRow(qPrintable(u"not “%1”"_s.arg(QLatin1String(bad)))) << QString::fromLatin1(bad) << false;
}

void TestRollout::batches()
{
    QFETCH(QString, text);
    QTEST(isBatch(text), "is");
}

void TestRollout::playbookHasWhatWasAsked()
{
    Settings settings;
    settings.plan = {{u"name"_s, u"bond0"_s}, {u"mac"_s, u"{{ mac }}"_s}};
    settings.ping = u"192.0.2.254"_s;
    settings.failoverLimit = std::chrono::milliseconds(500);
    settings.choose = NicRule();
    settings.choose->count = 2;
    const QByteArray text = playbook(settings);
    for (const char *line :
         {"  serial: [1,\"10%\",\"50%\"]\n", "bondwright_plan: {\"mac\":\"{{ mac }}\",\"name\":\"bond0\"}\n",
          "bondwright_choose: {\"count\":2}\n", "bondwright_ping: \"192.0.2.254\"\n",
          "bondwright_failover_limit: 500\n", "bondwright_rehearse: true\n"})
        QVERIFY2(text.contains(line), text.constData());
}

void TestRollout::everyStageFollowsItsLine_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("stage");
    QTest::addColumn<QString>("details");
    QTest::newRow("admitted") << stateLine("admitted") << u"begun"_s << QString();
    QTest::newRow("rehearsed") << stateLine("rehearsed", R"({"outcome":"passed","failover_ms":104.4})")
                               << u"rehearsed"_s << u"rehearsed failover 104 ms"_s;
    QTest::newRow("not rehearsed") << stateLine("rehearsed", R"({"outcome":"not-possible"})") << u"begun"_s
                                   << u"could not be rehearsed"_s;
    QTest::newRow("fails in the rehearsal")
        << resultLine("failed", "bond", R"({"msg":"The kernel refused it.","outcome":"failed"})") << u"failed"_s
        << u"The kernel refused it."_s;
    QTest::newRow("confirmed") << resultLine("ok", "bond", R"({"changed":true,"transaction":{"state":"done"}})")
                               << u"confirmed"_s << QString();
    QTest::newRow("unchanged") << resultLine("ok", "bond", R"({"changed":false})") << u"unchanged"_s << QString();
    QTest::newRow("reverted") << resultLine("failed", "bond",
                                            R"({"msg":"no link","transaction":{"state":"rolled-back"}})")
                              << u"reverted"_s << u"no link"_s;
    QTest::newRow("cut off") << resultLine("unreachable", "bond",
                                           R"({"msg":"gone","transaction":{"state":"awaiting-confirm"}})")
                             << u"unreachable"_s
                             << u"not confirmed: as far as known, the host has reverted it by itself; gone"_s;
    QTest::newRow("does not confirm")
        << resultLine("failed", "bond", R"({"msg":"Not now.","transaction":{"state":"awaiting-confirm"}})")
        << u"failed"_s << u"not confirmed: as far as known, the host has reverted it by itself; Not now."_s;
    QTest::newRow("unreachable") << resultLine("unreachable", "bond", R"({"msg":"timed out"})") << u"unreachable"_s
                                 << u"timed out"_s;
    QTest::newRow("gate") << resultLine("ok", "bond",
                                        R"({"changed":true,"bonds":[{"name":"bond0","verdict":"healthy"}]})")
                          << u"gate-passed"_s << QString();
    QTest::newRow("gate of an unchanged bond")
        << resultLine("ok", "bond", R"({"changed":false,"bonds":[{"name":"bond0","verdict":"healthy"}]})")
        << u"gate-passed"_s << u"nothing to change"_s;
    QTest::newRow("gate held, and the bond is gone")
        << resultLine("failed", "bond", R"({"msg":"The bond is not there.","changed":false,"bonds":[]})") << u"failed"_s
        << u"The bond is not there."_s;
    QTest::newRow("gate held, and why") << resultLine(
        "failed", "bond",
        R"({"msg":"bond0 is degraded.","changed":true,"transaction":{"state":"done"},"bonds":[)"
        R"({"name":"bond0","verdict":"degraded","cause":"eth1 has no link.","next_step":null}]})")
                                        << u"failed"_s << u"its change stays; bond0: eth1 has no link."_s;
    QTest::newRow("gate held, nothing was changed, and no cause is known")
        << resultLine("failed", "bond", R"({"bonds":[{"name":"bond0","verdict":"down","cause":null}]})") << u"failed"_s
        << u"bond0: down"_s;
    QTest::newRow("NICs by a rule, and rehearsed") << resultLine(
        "ok", "bond", R"({"changed":false,"chosen":["eth1","eth2"],"outcome":"passed","failover_ms":104.4})")
                                                   << u"unchanged"_s << u"eth1 + eth2; rehearsed failover 104 ms"_s;
    QTest::newRow("the rule fits too few")
        << resultLine("failed", "bond", R"({"msg":"1 NIC fits the rule, not 2: eth1.","chosen":["eth1"]})")
        << u"failed"_s << u"eth1; 1 NIC fits the rule, not 2: eth1."_s;
    QTest::newRow("tested") << resultLine("ok", "bond",
                                          R"({"changed":true,"transaction":{"state":"done"},"outage_ms":90.6,)"
                                          R"("bonds":[{"name":"bond0","verdict":"healthy"}]})")
                            << u"tested"_s << u"outage at a failover 91 ms"_s;
    QTest::newRow("its failover is too slow")
        << resultLine("failed", "bond",
                      R"({"msg":"longest outage 900 ms","changed":true,"transaction":{"state":"done"},"outage_ms":900,)"
                      R"("bonds":[{"name":"bond0","verdict":"healthy"}]})")
        << u"failed"_s << u"its change stays; longest outage 900 ms; outage at a failover 900 ms"_s;
    QTest::newRow("skipped") << resultLine("skipped", "bond", "{}") << u"begun"_s << QString();
    QTest::newRow("another task") << resultLine("ok", "bond_of_another", "{}") << u"begun"_s << QString();
}

void TestRollout::everyStageFollowsItsLine()
{
    QFETCH(QByteArray, line);
    Progress progress;
    progress.take(play);
    progress.take(line);
    QTEST(stageName(progress.hosts().first().stage), "stage");
    QTEST(detailsOf(progress.hosts().first()), "details");
}

/// In whatever language sudo says so; and the gate of a host without bondctl is no sudo.
void TestRollout::sudoRefuses()
{
    const QByteArray refused = resultLine("failed", "bond", R"({"msg":"对不起，请重试。","refused":true})");
    Progress progress;
    progress.take(play);
    progress.take(refused);
    QVERIFY(progress.isRefusedBySudo() && !progress.hasBecomeRoot());
    Progress later;
    later.take(play);
    later.take(stateLine("admitted"));
    later.take(resultLine("failed", "bond", R"({"msg":"rpm: error"})"));
    QVERIFY(!later.isRefusedBySudo() && later.hasBecomeRoot());
    // Who has let us in once knows the password; sudo may be slow on a host that has just been changed.
    later.take(resultLine("failed", "bond", R"({"msg":"Timeout (12s) waiting for privilege escalation prompt: "})"));
    QVERIFY(!later.isRefusedBySudo());
}

/// A host that fails after its change was kept is not as it was.
void TestRollout::whatFailsAfterwardsStays()
{
    Progress progress;
    progress.take(play);
    progress.take(resultLine("ok", "bond", R"({"changed":true,"transaction":{"state":"done"}})"));
    progress.take(resultLine("unreachable", "another", R"({"msg":"timed out"})"));
    QCOMPARE(progress.hosts().first().stage, Stage::Unreachable);
    QCOMPARE(detailsOf(progress.hosts().first()), u"its change stays; timed out"_s);
}

void TestRollout::statesAreToldInTheMiddle()
{
    Progress progress;
    progress.take(play);
    const QByteArray applied = stateLine("applied");
    QCOMPARE(progress.take(applied), QStringList{u"a"_s});
    QCOMPARE(stageName(progress.hosts().first().stage), u"applied"_s);
    QCOMPARE(detailsOf(progress.hosts().first()), u"it reverts this by itself unless it is confirmed"_s);
    QVERIFY(!progress.hasSucceeded());
    progress.take(QByteArray(applied).replace("applied", "confirmed"));
    QCOMPARE(progress.hosts().first().stage, Stage::Confirmed);
    progress.take(resultLine("ok", "bond", R"({"changed":true,"transaction":{"state":"done"}})"));
    QCOMPARE(progress.hosts().first().stage, Stage::Confirmed);
    QCOMPARE(detailsOf(progress.hosts().first()), QString());
    // Nobody else's words, and not of a host that has failed.
    QCOMPARE(progress.take(stateLine("wonderful")), QStringList());
    progress.take(resultLine("failed", "bond", R"({"msg":"no link","transaction":{"state":"rolled-back"}})"));
    QCOMPARE(progress.take(applied), QStringList());
    QCOMPARE(progress.hosts().first().stage, Stage::Reverted);
}

void TestRollout::whoIsNotToldToItsEnd()
{
    const QString remark
        = u"not told to its end: what has been changed, the host reverts by itself unless it is confirmed"_s;
    for (const bool isSaid : {true, false}) {
        Progress progress;
        progress.take(R"({"type":"play","hosts":["a","b","c","d"],"batch":["a","b","c"]})");
        progress.take(stateLine("admitted"));
        progress.take(stateLine("applied").replace(R"("a")", R"("b")"));
        if (isSaid)
            progress.take(R"({"type":"stats","hosts":{}})");
        QCOMPARE(progress.takeEndOfAnsible(), (QStringList{u"a"_s, u"b"_s}));
        QStringList lost;
        for (const HostProgress &host : progress.hosts())
            lost.append(host.isLost ? host.host : QString());
        QCOMPARE(lost, (QStringList{u"a"_s, u"b"_s, QString(), QString()}));
        QCOMPARE(detailsOf(progress.hosts().first()), remark);
        QVERIFY(!progress.hasSucceeded());
    }
    // A state in the middle is no end.
    Progress progress;
    progress.take(R"({"type":"play","hosts":["a"],"batch":["a"]})");
    progress.take(stateLine("confirmed"));
    QVERIFY(progress.hosts().first().isChanged); // and stays so, whoever tells no more
    progress.take(R"({"type":"stats","hosts":{}})");
    QVERIFY(progress.hasEnded() && !progress.hasSucceeded());
    Progress checked;
    checked.take(R"({"type":"play","check":true,"hosts":["a"],"batch":["a"]})");
    checked.take(stateLine("rehearsed"));
    QCOMPARE(checked.takeEndOfAnsible(), QStringList());
}

void TestRollout::batchesAndHosts()
{
    Progress progress;
    QCOMPARE(summary(progress), u"No host took part"_s);
    QCOMPARE(progress.take(play), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(progress.hosts().last().stage, Stage::Waiting);
    QVERIFY(!progress.hasSucceeded());
    progress.take(resultLine("ok", "bond", R"({"bonds":[{"name":"bond0","verdict":"healthy"}]})"));
    progress.take(R"({"type":"play","check":false,"hosts":["a","b"],"batch":["b"]})");
    QCOMPARE(progress.hosts().first().stage, Stage::GatePassed); // what is done stays
    QCOMPARE(progress.hosts().last().stage, Stage::Begun);
    progress.take(R"({"type":"stats","hosts":{}})");
    QVERIFY(progress.hasEnded() && !progress.hasSucceeded()); // b has come nowhere
}

void TestRollout::junkChangesNothing()
{
    Progress progress;
    for (const QByteArray &line :
         {QByteArray(), QByteArray("PLAY [all]"), QByteArray("{"), QByteArray("[]"), QByteArray(R"({"type":"result"})"),
          QByteArray(R"({"type":"play","hosts":{"a":1}})"), QByteArray(R"({"type":"play","hosts":[1,null,""]})")})
        QVERIFY(progress.take(line).isEmpty());
    QVERIFY(progress.hosts().isEmpty());
    QJsonArray many;
    for (int i = 0; i < maxCallbackHosts + 5; ++i)
        many.append(QString::number(i));
    progress.take(QJsonDocument(QJsonObject{{u"type"_s, u"play"_s}, {u"hosts"_s, many}}).toJson());
    QCOMPARE(progress.hosts().size(), maxCallbackHosts);
}

void TestRollout::reportsHoldNoMarkup()
{
    Settings settings;
    settings.plan = {{u"name"_s, u"<b>bond0"_s}};
    const RolloutRun run(settings, {});
    const QString page = reportHtml(run);
    QVERIFY(page.contains(u"&lt;b&gt;bond0"_s) && !page.contains(u"<b>bond0"_s));
}

void TestRollout::inventoriesAreRead()
{
    const auto hosts = inventoryFromJson(R"({
        "_meta": {"hostvars": {"srv1": {"ansible_host": "192.0.2.1", "ansible_user": "ops"},
                               "srv2": {"ansible_port": 2222},
                               "split": {"ansible_host": "-oProxyCommand=x", "ansible_user": "ops"},
                               "v6": {"ansible_host": "2001:db8::1", "ansible_port": "22022", "ansible_user": "a"}}},
        "all": {"children": ["ungrouped", "rack1", "web"]},
        "rack1": {"hosts": ["srv1", "srv2", "-oProxyCommand=x", "with blank", "split", "a\u202eb", "\u001b[31m"]},
        "web": {"hosts": ["srv1"]},
        "ungrouped": {"hosts": ["v6"]}})");
    QVERIFY(hosts);
    QMap<QString, InventoryHost> byName;
    for (const InventoryHost &host : *hosts)
        byName.insert(host.name, host);
    QCOMPARE(byName.keys(), (QStringList{u"srv1"_s, u"srv2"_s, u"v6"_s})); // the others would be options of ssh
    QCOMPARE(byName[u"srv1"_s], (InventoryHost{u"srv1"_s, u"ops@192.0.2.1"_s, u"web"_s})); // the smaller group
    QCOMPARE(byName[u"srv2"_s], (InventoryHost{u"srv2"_s, u"ssh://srv2:2222"_s, u"rack1"_s}));
    QCOMPARE(byName[u"v6"_s], (InventoryHost{u"v6"_s, u"ssh://a@[2001:db8::1]:22022"_s, {}}));
}

/// ansible-inventory leaves them as they are; the host stays in the list by its name.
void TestRollout::templatesOfAnInventoryAreNoNames()
{
    const auto hosts = inventoryFromJson(R"({
        "_meta": {"hostvars": {"srv1": {"ansible_host": "{{ inventory_hostname }}.example.com", "ansible_user": "ops"},
                               "srv2": {"ansible_host": "{{host}}", "ansible_user": "{{u}}", "ansible_port": "{{ p }}"},
                               "srv3": {"ansible_host": "{%if 1%}x{%endif%}"},
                               "srv4": {"ansible_host": "{#x#}192.0.2.4"}}},
        "rack1": {"hosts": ["srv1", "srv2", "srv3", "srv4"]}})");
    QVERIFY(hosts);
    QStringList names;
    for (const InventoryHost &host : *hosts)
        names.append(host.sshName);
    QCOMPARE(names, (QStringList{u"ops@srv1"_s, u"srv2"_s, u"srv3"_s, u"srv4"_s}));
}

void TestRollout::aLocaleThatAnsibleRefuses_data()
{
    QTest::addColumn<QByteArray>("locale");
    QTest::addColumn<QString>("all");
    QTest::newRow("not on this machine") << QByteArray("xx_YY.UTF-8") << u"C.UTF-8"_s;
    QTest::newRow("not UTF-8") << QByteArray("C") << u"C.UTF-8"_s;
    QTest::newRow("good") << QByteArray("C.UTF-8") << QString();
}

void TestRollout::aLocaleThatAnsibleRefuses()
{
    QFETCH(QByteArray, locale);
    const QByteArray lang = qgetenv("LANG");
    const QByteArray all = qgetenv("LC_ALL");
    qunsetenv("LC_ALL");
    qputenv("LANG", locale);
    const QString given = ansibleEnvironment().value(u"LC_ALL"_s);
    qputenv("LANG", lang);
    if (!all.isEmpty())
        qputenv("LC_ALL", all);
    QTEST(given, "all");
}

void TestRollout::whatIsNoInventory_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *text : {"", "{}", "[]", "Traceback", "{\"all\":"})
        QTest::addRow("“%s”", text) << QByteArray(text);
}

void TestRollout::whatIsNoInventory()
{
    QFETCH(QByteArray, json);
    const auto hosts = inventoryFromJson(json);
    QVERIFY(!hosts);
    QCOMPARE(hosts.error().code, u"inventory.format"_s);
}

/// What the window calls them, and what Ansible takes for a range or a port.
void TestRollout::hostsOfSsh()
{
    const auto hosts
        = hostsOf({u"srv1"_s, u"ops@srv2"_s, u"ssh://srv3:2222"_s, u"ssh://a@[2001:db8::1]:22022"_s, u"2001:db8::7"_s});
    QStringList names;
    for (const InventoryHost &host : hosts)
        names.append(host.name);
    QCOMPARE(names,
             (QStringList{u"srv1"_s, u"ops@srv2"_s, u"srv3#2222"_s, u"a@2001:db8::1#22022"_s, u"2001:db8::7"_s}));
    const QJsonObject all = QJsonDocument::fromJson(inventoryOf(hosts))[u"all"_s][u"hosts"_s].toObject();
    QCOMPARE(all[u"srv1"_s].toObject(), QJsonObject());
    QCOMPARE(all[u"ops@srv2"_s].toObject(),
             (QJsonObject{{u"ansible_user"_s, u"ops"_s}, {u"ansible_host"_s, u"srv2"_s}}));
    QCOMPARE(all[u"srv3#2222"_s].toObject(), (QJsonObject{{u"ansible_port"_s, 2222}, {u"ansible_host"_s, u"srv3"_s}}));
    QCOMPARE(
        all[u"a@2001:db8::1#22022"_s].toObject(),
        (QJsonObject{{u"ansible_user"_s, u"a"_s}, {u"ansible_host"_s, u"2001:db8::1"_s}, {u"ansible_port"_s, 22022}}));
}

void TestRollout::whatAnsibleWouldExecute()
{
    const auto holds = [](const char *json) { return hasTemplate(QJsonDocument::fromJson(json).object()); };
    QVERIFY(!holds(R"({"name":"bond0","slaves":[{"name":"eth0"}],"vlans":[{"id":5}],"x":null,"y":{"a":"{}"}})"));
    QVERIFY(holds(R"({"name":"{{x}}"})"));
    QVERIFY(holds(R"({"slaves":[{"name":"eth0"},{"name":"{%x%}"}]})"));
    QVERIFY(holds(R"({"ipv4":{"dns_search":["a","{# x #}"]}})"));
}

void TestRollout::ownLinesAreThoseOfOneHost()
{
    Progress progress;
    progress.take(R"({"type":"play","check":true,"hosts":["a","b","c"],"batch":["a","b","c"]})");
    const auto line = [](const char *host, const char *address) {
        return QByteArray(R"({"type":"result","host":")") + host
            + R"(","outcome":"ok","action":"bondwright.bond.bond","result":{"changed":true,"diff":[{"after_header":"/etc/x",
                 "before":"","after":"[ipv4]\naddress1=)"
            + address + R"(\nmethod=manual\n"}]}})";
    };
    progress.take(line("a", "192.0.2.1/24").simplified());
    progress.take(line("b", "192.0.2.2/24").simplified());
    progress.take(
        R"({"type":"result","host":"c","outcome":"ok","action":"bondwright.bond.bond","result":{"changed":false}})");
    QCOMPARE(progress.hosts().first().files.first().path, u"/etc/x"_s);
    QCOMPARE(progress.ownLines(progress.hosts().at(0)), QStringList{u"address1=192.0.2.1/24"_s});
    QCOMPARE(progress.ownLines(progress.hosts().at(1)), QStringList{u"address1=192.0.2.2/24"_s});
    QCOMPARE(progress.ownLines(progress.hosts().at(2)), QStringList());
}

void TestRollout::aCheckHasNoBatches()
{
    Settings settings;
    QVERIFY(playbook(settings).contains("\n  serial: [1,\"10%\",\"50%\"]\n"));
    QVERIFY(playbook(settings).contains("\n  strategy: ansible.builtin.linear\n"));
    settings.batches.clear();
    QVERIFY(playbook(settings).contains("\n  serial: [1]\n"));
    const QByteArray check = playbook(settings, true);
    QVERIFY2(!check.contains("serial") && !check.contains("max_fail_percentage"), check.constData());
}

QTEST_GUILESS_MAIN(TestRollout)
#include "tst_rollout.moc"
