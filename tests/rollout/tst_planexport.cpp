// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollout/export.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace bondwright;
using namespace bondwright::rollout;
using namespace Qt::StringLiterals;

namespace
{

BondPlan planWithMuch()
{
    BondPlan plan;
    plan.name = u"bond0"_s;
    plan.mode = Mode::Ieee8023ad;
    plan.options = QMap<QString, QString>{{u"miimon"_s, u"100"_s},
                                          {u"lacp_rate"_s, u"1"_s},
                                          {u"all_slaves_active"_s, u"1"_s},
                                          {u"lacp_active"_s, u"off"_s}};
    plan.slaves = {{u"eth0"_s, {}, {}, {}}, {u"eth1"_s, u"02:00:00:00:00:02"_s, 2, 7}};
    plan.mtu = 9000;
    plan.ipv4.method = IpMethod::Manual;
    plan.ipv4.addresses = {u"192.0.2.1/24"_s};
    plan.ipv4.gateway = u"192.0.2.254"_s;
    plan.ipv4.dns = {u"192.0.2.53"_s};
    plan.ipv4.routes = {{u"10.0.0.0/8"_s, u"192.0.2.253"_s, 7}};
    VlanPlan vlan;
    vlan.id = 100;
    vlan.ipv4.method = IpMethod::Auto;
    plan.vlans = {vlan};
    return plan;
}

} // namespace

/// A plan as others take it, in YAML.
class TestPlanExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPlanAsATask();
    void aPlanForTheSystemRole();
};

void TestPlanExport::aPlanAsATask()
{
    const QByteArray yaml = ansibleTask(planWithMuch()).yaml;
    QVERIFY2(yaml.startsWith("- name: \"Bond bond0\"\n  become: true\n  bondwright.bond.bond:\n    plan:\n"),
             yaml.constData());
    // What stands in it is the plan: its members are JSON values on a line each.
    QJsonObject read;
    for (const QByteArray &line : yaml.split('\n').mid(4)) {
        if (!line.isEmpty()) {
            const QByteArray member = line.trimmed();
            const qsizetype colon = member.indexOf(": ");
            read.insert(QString::fromUtf8(member.left(colon)),
                        QJsonDocument::fromJson('[' + member.mid(colon + 2) + ']').array().first());
        }
    }
    const auto back = planFromJson(QJsonDocument(read).toJson());
    QVERIFY(back);
    QCOMPARE(back->plan, planWithMuch());
}

void TestPlanExport::aPlanForTheSystemRole()
{
    const Exported exported = systemRoleVariables(planWithMuch());
    QCOMPARE(exported.leftOut, (QStringList{u"lacp_active"_s, u"slaves: eth1 queue_id"_s, u"slaves: eth1 prio"_s}));
    for (const char *part :
         {"# The role cannot say: lacp_active, slaves: eth1 queue_id, slaves: eth1 prio\nnetwork_connections:\n  - "
          "name: \"bond0\"\n    "
          "type: \"bond\"\n",
          R"(    bond: {"all_ports_active":true,"lacp_rate":"fast","miimon":100,"mode":"802.3ad"})", "    mtu: 9000\n",
          R"("address":["192.0.2.1/24"])", R"("gateway4":"192.0.2.254")", R"("dns":["192.0.2.53"])",
          R"({"gateway":"192.0.2.253","metric":7,"network":"10.0.0.0","prefix":8})",
          "  - name: \"bond0-port-eth1\"\n    type: \"ethernet\"\n    interface_name: \"eth1\"\n    controller: "
          "\"bond0\"\n",
          "    mac: \"02:00:00:00:00:02\"\n", "  - name: \"bond0.100\"\n    type: \"vlan\"\n",
          R"(    vlan: {"id":100})"})
        QVERIFY2(exported.yaml.contains(part), (part + QByteArray(" is not in\n") + exported.yaml).constData());
}

QTEST_GUILESS_MAIN(TestPlanExport)
#include "tst_planexport.moc"
