// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rulecases.h"

#include <QTest>

using namespace bondwright;
using namespace bondwright::tests;
using namespace Qt::StringLiterals;

/// Every validity rule, both ways: a plan that breaks it, and the nearest one that does not.
class TestValidityRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void basePlanHasNoFindings();
    void rules_data();
    void rules();
    void everyRuleIsCoveredAbove();
    void everyFindingIsComplete();
    void errorsComeFirstThenFields();
    void acceptedErrorsAreWarnings_data();
    void acceptedErrorsAreWarnings();
    void unknownMembersAreWarnings();
    void vlanIdsInRange();
};

namespace
{

const QString lacp = u"mode=802.3ad"_s;
const QString allTargets = u"options.arp_all_targets=all"_s;
const QString nearRoute = u"ipv4.routes=[{\"destination\":\"10.0.0.0/8\",\"gateway\":\"192.168.1.2\"}]"_s;
const QString broadcast = u"mode=broadcast"_s;
const QString arp = u"options={\"arp_interval\":\"1000\",\"arp_ip_target\":\"192.168.1.1\"}"_s;

QList<RuleCase> nameCases()
{
    return {
        {u"name.empty"_s, u"name"_s, {u"name=\"\""_s}},
        {u"name.empty"_s, {}, {u"name=b"_s}},
        {u"name.too-long"_s, u"name"_s, {u"name=bond567890123456"_s}},
        {u"name.too-long"_s, {}, {u"name=bond56789012345"_s}},
        {u"name.too-long"_s, u"name"_s, {u"name=绑定绑定绑定"_s}},
        {u"name.dots"_s, u"name"_s, {u"name=."_s}},
        {u"name.dots"_s, u"name"_s, {u"name=.."_s}},
        {u"name.dots"_s, {}, {u"name=b..d"_s}},
        {u"name.forbidden"_s, u"name"_s, {u"name=bo/nd"_s}},
        {u"name.forbidden"_s, u"name"_s, {u"name=bo nd"_s}},
        {u"name.forbidden"_s, u"name"_s, {u"name=bo:nd"_s}},
        {u"name.forbidden"_s, {}, {u"name=bo-nd"_s}},
        {u"name.template"_s, u"name"_s, {u"name=bond%d"_s}},
        {u"name.template"_s, {}, {}},
        {u"name.reserved"_s, u"name"_s, {u"name=bonding_masters"_s}},
        {u"name.reserved"_s, u"name"_s, {u"name=lo"_s}},
        {u"name.reserved"_s, u"name"_s, {u"name=default"_s}},
        {u"name.reserved"_s, {}, {u"name=lo0"_s}},
        {u"name.unsafe"_s, u"name"_s, {u"name=b$(id)"_s}},
        {u"name.unsafe"_s, u"name"_s, {u"name=b;reboot"_s}},
        {u"name.unsafe"_s, u"name"_s, {u"name=-bond"_s}},
        {u"name.unsafe"_s, u"name"_s, {u"name=bond-é"_s}},
        {u"name.unsafe"_s, {}, {u"name=Bond_0-a"_s}},
        {u"name.looks-like-vlan"_s, u"name"_s, {u"name=bond.5"_s}},
        {u"name.looks-like-vlan"_s, u"name"_s, {u"name=vlanbond"_s}},
        {u"name.looks-like-vlan"_s, {}, {u"name=bond5"_s}},
        {u"name.module"_s, u"name"_s, {u"name=dummy0"_s}},
        {u"name.module"_s, u"name"_s, {u"name=gretap0"_s}},
        {u"name.module"_s, {}, {u"name=dummybond"_s}},
        {u"name.script"_s, u"name"_s, {u"name=ppp0"_s}},
        {u"name.script"_s, u"name"_s, {u"name=post1"_s}},
        {u"name.script"_s, u"name"_s, {u"name=cipcb0"_s}},
        {u"name.script"_s, {}, {u"name=pppp0"_s}},
        {u"replaces.name"_s, u"replaces"_s, {u"replaces=a/b"_s}},
        {u"replaces.name"_s, {}, {u"replaces=bond9"_s}},
        {u"replaces.itself"_s, u"replaces"_s, {u"name=bond9"_s, u"replaces=bond9"_s}},
        {u"replaces.itself"_s, {}, {u"replaces=bond9"_s}},
        {u"accept.unknown"_s, u"accept[1]"_s, {u"accept=[\"slaves.none\",\"slaves.duplicate\"]"_s}},
        {u"accept.unknown"_s, {}, {u"accept=[\"slaves.none\"]"_s}},
    };
}

QList<RuleCase> optionCases()
{
    return {
        {u"options.unknown"_s, u"options.miimonn"_s, {u"options.miimonn=\"1\""_s}},
        {u"options.unknown"_s, u"options.../x"_s, {u"options={\"miimon\":\"100\",\"../x\":\"1\"}"_s}},
        {u"options.unknown"_s, {}, {u"options.num_unsol_na=\"2\""_s}},
        {u"options.balance-slb"_s, u"options.balance-slb"_s, {u"options.balance-slb=\"1\""_s}},
        {u"options.balance-slb"_s, {}, {u"mode=balance-xor"_s}},
        {u"options.misplaced"_s, u"options.mode"_s, {u"options.mode=\"1\""_s}},
        {u"options.misplaced"_s, u"options.queue_id"_s, {u"options.queue_id=\"1\""_s}},
        {u"options.misplaced"_s, u"options.max_bonds"_s, {u"options.max_bonds=\"1\""_s}},
        {u"options.misplaced"_s, {}, {u"options.resend_igmp=\"2\""_s}},
        {u"options.value"_s, u"options.miimon"_s, {u"options.miimon=\"-1\""_s}},
        {u"options.value"_s, u"options.miimon"_s, {u"options.miimon=\"100ms\""_s}},
        {u"options.value"_s, u"options.miimon"_s, {u"options.miimon=\"2147483648\""_s}},
        {u"options.value"_s, u"options.fail_over_mac"_s, {u"options.fail_over_mac=Active"_s}},
        {u"options.value"_s, {}, {u"options.fail_over_mac=\"1\""_s}},
        {u"options.value"_s, u"options.resend_igmp"_s, {u"options.resend_igmp=\"256\""_s}},
        {u"options.value"_s, {}, {u"options.resend_igmp=\"255\""_s}},
        {u"options.value"_s,
         u"options.arp_ip_target"_s,
         {u"options={\"arp_interval\":\"9\",\"arp_ip_target\":\"127.0.0.1\"}"_s}},
        {u"options.value"_s,
         u"options.arp_ip_target"_s,
         {u"options={\"arp_interval\":\"9\",\"arp_ip_target\":\"224.0.0.1\"}"_s}},
        {u"options.value"_s,
         u"options.arp_ip_target"_s,
         {u"options={\"arp_interval\":\"9\",\"arp_ip_target\":\"1.2.3.4,1.2.3.4\"}"_s}},
        {u"options.value"_s, {}, {arp}},
        {u"options.value"_s, u"options.ad_actor_system"_s, {lacp, u"options.ad_actor_system=01:00:5e:00:00:01"_s}},
        {u"options.value"_s, {}, {lacp, u"options.ad_actor_system=02:00:5e:00:00:01"_s}},
        {u"options.value"_s, u"options.primary"_s, {u"options.primary=../x"_s}},
        {u"options.mode"_s, u"options.lacp_rate"_s, {u"options.lacp_rate=fast"_s}},
        {u"options.mode"_s, {}, {lacp, u"options.lacp_rate=fast"_s}},
        {u"options.mode"_s, u"options.primary"_s, {lacp, u"options.primary=eth0"_s}},
        {u"options.mode"_s, u"options.primary"_s, {u"mode=balance-xor"_s, u"options.primary=eth0"_s}},
        {u"options.mode"_s, {}, {u"mode=balance-tlb"_s, u"options.primary=eth0"_s}},
        {u"options.mode"_s, {}, {u"mode=balance-alb"_s, u"options.primary=eth0"_s}},
        {u"options.mode"_s, u"options.arp_interval"_s, {u"mode=balance-alb"_s, u"options.arp_interval=\"0\""_s}},
        {u"options.mode"_s, u"options.ad_actor_sys_prio"_s, {u"options.ad_actor_sys_prio=\"1\""_s}},
        {u"options.mode"_s, u"options.packets_per_slave"_s, {u"options.packets_per_slave=\"2\""_s}},
        {u"options.mode"_s, {}, {u"mode=balance-rr"_s, u"options.packets_per_slave=\"2\""_s}},
        {u"options.mode"_s, u"options.tlb_dynamic_lb"_s, {u"options.tlb_dynamic_lb=\"0\""_s}},
        {u"options.no-effect"_s, u"options.min_links"_s, {u"options.min_links=\"1\""_s}},
        {u"options.no-effect"_s, {}, {lacp, u"options.min_links=\"1\""_s}},
        {u"options.no-effect"_s, {}, {u"options.min_links=\"0\""_s}},
        {u"options.no-effect"_s,
         u"options.xmit_hash_policy"_s,
         {u"mode=balance-tlb"_s, u"options.xmit_hash_policy=layer2+3"_s}},
        {u"options.no-effect"_s,
         {},
         {u"mode=balance-tlb"_s, u"options.tlb_dynamic_lb=\"0\""_s, u"options.xmit_hash_policy=layer2+3"_s}},
        {u"options.no-effect"_s, u"options.arp_missed_max"_s, {u"options.arp_missed_max=\"3\""_s}},
        {u"options.no-effect"_s, {}, {arp, u"options.arp_missed_max=\"3\""_s}},
        {u"options.no-effect"_s, u"options.primary_reselect"_s, {u"options.primary_reselect=failure"_s}},
        {u"options.no-effect"_s, {}, {u"options.primary=eth0"_s, u"options.primary_reselect=failure"_s}},
        {u"options.alias"_s,
         u"options.num_unsol_na"_s,
         {u"options.num_unsol_na=\"2\""_s, u"options.num_grat_arp=\"3\""_s}},
        {u"options.alias"_s, {}, {u"options.num_unsol_na=\"2\""_s, u"options.num_grat_arp=\"02\""_s}},
        {u"options.runtime-only"_s, u"options.active_slave"_s, {u"options.active_slave=eth0"_s}},
        {u"options.runtime-only"_s, {}, {u"options.primary=eth0"_s}},
        {u"options.obsolete"_s, u"options.use_carrier"_s, {u"options.use_carrier=off"_s}},
        {u"options.obsolete"_s, {}, {u"options.use_carrier=on"_s}},
    };
}

QList<RuleCase> monitoringCases()
{
    return {
        {u"monitoring.none"_s, u"options.miimon"_s, {u"options={}"_s}},
        {u"monitoring.none"_s, u"options.miimon"_s, {u"options.miimon=\"0\""_s}},
        {u"monitoring.none"_s, {}, {arp}},
        {u"monitoring.none"_s, {}, {}},
        {u"monitoring.none"_s, {}, {u"options.miimon=rubbish"_s}},
        {u"monitoring.miimon-required"_s, u"options.miimon"_s, {lacp, u"options={}"_s}},
        {u"monitoring.miimon-required"_s, u"options.miimon"_s, {u"mode=balance-tlb"_s, u"options.miimon=\"0\""_s}},
        {u"monitoring.miimon-required"_s, u"options.miimon"_s, {u"mode=balance-alb"_s, u"options={}"_s}},
        {u"monitoring.miimon-required"_s, {}, {lacp}},
        {u"monitoring.both"_s, u"options.arp_interval"_s, {arp, u"options.miimon=\"100\""_s}},
        {u"monitoring.both"_s, {}, {arp, u"options.miimon=\"0\""_s}},
        {u"monitoring.delay-needs-miimon"_s, u"options.updelay"_s, {arp, u"options.updelay=\"200\""_s}},
        {u"monitoring.delay-needs-miimon"_s, u"options.downdelay"_s, {arp, u"options.downdelay=\"0\""_s}},
        {u"monitoring.delay-needs-miimon"_s,
         u"options.peer_notif_delay"_s,
         {arp, u"options.peer_notif_delay=\"200\""_s}},
        {u"monitoring.delay-needs-miimon"_s, {}, {u"options.updelay=\"200\""_s}},
        {u"monitoring.delay-multiple"_s, u"options.updelay"_s, {u"options.updelay=\"250\""_s}},
        {u"monitoring.delay-multiple"_s, u"options.downdelay"_s, {u"options.downdelay=\"99\""_s}},
        {u"monitoring.delay-multiple"_s, u"options.peer_notif_delay"_s, {u"options.peer_notif_delay=\"150\""_s}},
        {u"monitoring.delay-multiple"_s, {}, {u"options.updelay=\"300\""_s, u"options.downdelay=\"0\""_s}},
        {u"monitoring.slow"_s, u"options.miimon"_s, {u"options.miimon=\"5000\""_s}},
        {u"monitoring.slow"_s, {}, {u"options.miimon=\"1000\""_s}},
        {u"monitoring.fast"_s, u"options.miimon"_s, {u"options.miimon=\"1\""_s}},
        {u"monitoring.fast"_s, {}, {u"options.miimon=\"10\""_s}},
        {u"arp.no-target"_s, u"options.arp_ip_target"_s, {u"options={\"arp_interval\":\"1000\"}"_s}},
        {u"arp.no-target"_s, {}, {u"options={\"arp_interval\":\"1000\",\"ns_ip6_target\":\"2001:db8::1\"}"_s}},
        {u"arp.no-interval"_s, u"options.arp_ip_target"_s, {u"options.arp_ip_target=192.168.1.1"_s}},
        {u"arp.no-interval"_s, u"options.ns_ip6_target"_s, {u"options.ns_ip6_target=2001:db8::1"_s}},
        {u"arp.no-interval"_s, {}, {arp}},
        {u"arp.validate-no-interval"_s, u"options.arp_validate"_s, {u"options.arp_validate=all"_s}},
        {u"arp.validate-no-interval"_s, {}, {arp, u"options.arp_validate=all"_s}},
        // As the driver does in the lab, one target or two (tst_helper_options_lab).
        {u"arp.all-targets"_s, u"options.arp_all_targets"_s, {arp, allTargets}},
        {u"arp.all-targets"_s, u"options.arp_all_targets"_s, {arp, allTargets, u"options.arp_validate=backup"_s}},
        {u"arp.all-targets"_s,
         u"options.arp_all_targets"_s,
         {arp, u"options.arp_all_targets=\"1\""_s, u"options.arp_validate=filter"_s}},
        {u"arp.all-targets"_s, {}, {arp, allTargets, u"options.arp_validate=all"_s}},
        {u"arp.all-targets"_s, {}, {arp, u"options.arp_all_targets=any"_s}},
        {u"arp.validate-stays-down"_s, u"options.arp_validate"_s, {broadcast, arp, u"options.arp_validate=backup"_s}},
        {u"arp.validate-stays-down"_s,
         u"options.arp_validate"_s,
         {u"mode=balance-xor"_s, arp, u"options.arp_validate=all"_s}},
        {u"arp.validate-stays-down"_s, {}, {broadcast, arp, u"options.arp_validate=active"_s}},
        {u"arp.validate-stays-down"_s, {}, {arp, u"options.arp_validate=all"_s}},
        {u"arp.all-targets-standby"_s,
         u"options.arp_all_targets"_s,
         {arp, allTargets, u"options.arp_validate=filter_active"_s}},
        {u"arp.all-targets-standby"_s, {}, {arp, allTargets, u"options.arp_validate=all"_s}},
        {u"arp.aggregated"_s, u"options.arp_interval"_s, {arp, u"mode=balance-xor"_s}},
        {u"arp.aggregated"_s, u"options.arp_interval"_s, {arp, broadcast}},
        {u"arp.aggregated"_s, {}, {arp}},
        {u"arp.target-outside"_s, u"options.arp_ip_target"_s, {arp, u"options.arp_ip_target=10.0.0.1"_s}},
        {u"arp.target-outside"_s, {}, {arp}},
        {u"arp.target-outside"_s, {}, {arp, u"options.arp_ip_target=10.0.0.1"_s, u"ipv4={\"method\":\"auto\"}"_s}},
        {u"arp.target-self"_s, u"options.arp_ip_target"_s, {arp, u"options.arp_ip_target=192.168.1.1,192.168.1.11"_s}},
        {u"arp.target-self"_s, {}, {arp}},
    };
}

QList<RuleCase> modeCases()
{
    return {
        {u"primary.not-slave"_s, u"options.primary"_s, {u"options.primary=eth7"_s}},
        {u"primary.not-slave"_s, {}, {u"options.primary=eth1"_s}},
        {u"active-slave.not-slave"_s, u"options.active_slave"_s, {u"options.active_slave=eth7"_s}},
        {u"active-slave.not-slave"_s, {}, {u"options.active_slave=eth1"_s}},
        {u"slaves.prio-mode"_s, u"slaves[1].prio"_s, {lacp, u"slaves[1].prio=5"_s}},
        {u"slaves.prio-mode"_s, {}, {u"slaves[1].prio=5"_s}},
        {u"slaves.prio-unused"_s, u"slaves[1].prio"_s, {u"slaves[1].prio=5"_s, u"options.primary=eth0"_s}},
        {u"slaves.prio-unused"_s, {}, {u"slaves[1].prio=5"_s}},
        {u"lacp.min-links"_s, u"options.min_links"_s, {lacp, u"options.min_links=\"3\""_s}},
        {u"lacp.min-links"_s, {}, {lacp, u"options.min_links=\"2\""_s}},
        {u"lacp.passive"_s, u"options.lacp_active"_s, {lacp, u"options.lacp_active=off"_s}},
        {u"lacp.passive"_s, {}, {lacp}},
        {u"hash.layer2"_s, u"options.xmit_hash_policy"_s, {lacp}},
        {u"hash.layer2"_s, u"options.xmit_hash_policy"_s, {u"mode=balance-xor"_s}},
        {u"hash.layer2"_s, {}, {lacp, u"options.xmit_hash_policy=layer3+4"_s}},
        {u"hash.layer2"_s, {}, {}},
        {u"switch.configure-first"_s, u"mode"_s, {lacp}},
        {u"switch.configure-first"_s, u"mode"_s, {u"mode=balance-rr"_s}},
        {u"switch.configure-first"_s, u"mode"_s, {u"mode=balance-xor"_s}},
        {u"switch.configure-first"_s, u"mode"_s, {broadcast}},
        {u"switch.configure-first"_s, {}, {}},
        {u"switch.configure-first"_s, {}, {u"mode=balance-tlb"_s}},
        {u"switch.configure-first"_s, {}, {u"mode=balance-alb"_s}},
    };
}

QList<RuleCase> slaveCases()
{
    return {
        {u"slaves.none"_s, u"slaves"_s, {u"slaves=[]"_s}},
        {u"slaves.none"_s, {}, {}},
        {u"slaves.one"_s, u"slaves"_s, {u"slaves=[{\"name\":\"eth0\"}]"_s}},
        {u"slaves.one"_s, {}, {}},
        {u"slaves.name.empty"_s, u"slaves[0].name"_s, {u"slaves[0].name=\"\""_s}},
        {u"slaves.name.empty"_s, {}, {u"slaves[1].name=e"_s}},
        {u"slaves.name.unsafe"_s, u"slaves[1].name"_s, {u"slaves[1].name=e`id`"_s}},
        {u"slaves.name.unsafe"_s, {}, {u"slaves[1].name=e_1-a"_s}},
        {u"slaves.name.too-long"_s, u"slaves[1].name"_s, {u"slaves[1].name=enp129s0f1np1abc"_s}},
        {u"slaves.name.too-long"_s, {}, {u"slaves[1].name=enp129s0f1np1ab"_s}},
        {u"slaves.name.forbidden"_s, u"slaves[1].name"_s, {u"slaves[1].name=../x"_s}},
        {u"slaves.name.forbidden"_s, {}, {u"slaves[1].name=x-y"_s}},
        {u"slaves.name.dots"_s, u"slaves[1].name"_s, {u"slaves[1].name=.."_s}},
        {u"slaves.name.dots"_s, {}, {u"slaves[1].name=e..x"_s}},
        {u"slaves.name.template"_s, u"slaves[1].name"_s, {u"slaves[1].name=eth%d"_s}},
        {u"slaves.name.template"_s, {}, {u"slaves[1].name=ethd"_s}},
        {u"slaves.name.reserved"_s, u"slaves[1].name"_s, {u"slaves[1].name=lo"_s}},
        {u"slaves.name.reserved"_s, {}, {}},
        {u"slaves.itself"_s, u"slaves[1].name"_s, {u"slaves[1].name=bond0"_s}},
        {u"slaves.itself"_s, {}, {u"slaves[1].name=bond1"_s}},
        {u"slaves.duplicate"_s, u"slaves[1].name"_s, {u"slaves[1].name=eth0"_s}},
        {u"slaves.duplicate"_s, {}, {}},
        {u"slaves.mac-invalid"_s, u"slaves[0].mac"_s, {u"slaves[0].mac=02-00-00-00-00-01"_s}},
        {u"slaves.mac-invalid"_s, u"slaves[0].mac"_s, {u"slaves[0].mac=01:00:5e:00:00:01"_s}},
        {u"slaves.mac-invalid"_s, u"slaves[0].mac"_s, {u"slaves[0].mac=00:00:00:00:00:00"_s}},
        {u"slaves.mac-invalid"_s, {}, {u"slaves[0].mac=02:00:00:00:00:01"_s}},
        {u"slaves.mac-duplicate"_s,
         u"slaves[1].mac"_s,
         {u"slaves[0].mac=02:00:00:00:00:0a"_s, u"slaves[1].mac=02:00:00:00:00:0A"_s}},
        {u"slaves.mac-duplicate"_s, {}, {u"slaves[0].mac=02:00:00:00:00:0a"_s, u"slaves[1].mac=02:00:00:00:00:0b"_s}},
        {u"slaves.queue-duplicate"_s, u"slaves[1].queue_id"_s, {u"slaves[0].queue_id=2"_s, u"slaves[1].queue_id=2"_s}},
        {u"slaves.queue-duplicate"_s, {}, {u"slaves[0].queue_id=0"_s, u"slaves[1].queue_id=0"_s}},
        {u"slaves.queue-high"_s, u"slaves[1].queue_id"_s, {u"slaves[1].queue_id=17"_s}},
        {u"slaves.queue-high"_s, {}, {u"slaves[1].queue_id=16"_s}},
        {u"mac.not-slave"_s, u"mac"_s, {u"mac=permanent:eth7"_s}},
        {u"mac.not-slave"_s, {}, {u"mac=permanent:eth1"_s}},
        {u"mac.invalid"_s, u"mac"_s, {u"mac=stable"_s}},
        {u"mac.invalid"_s, u"mac"_s, {u"mac=ff:ff:ff:ff:ff:ff"_s}},
        {u"mac.invalid"_s, {}, {u"mac=02:00:00:00:00:01"_s}},
        {u"mac.fail-over"_s, u"mac"_s, {u"mac=02:00:00:00:00:01"_s, u"options.fail_over_mac=active"_s}},
        {u"mac.fail-over"_s, u"mac"_s, {u"mac=02:00:00:00:00:01"_s, u"options.fail_over_mac=follow"_s}},
        {u"mac.fail-over"_s, {}, {u"mac=02:00:00:00:00:01"_s, u"options.fail_over_mac=none"_s}},
        {u"mtu.range"_s, u"mtu"_s, {u"mtu=67"_s}},
        {u"mtu.range"_s, u"mtu"_s, {u"mtu=65536"_s}},
        {u"mtu.range"_s, {}, {u"mtu=68"_s}},
        {u"mtu.range"_s, {}, {u"mtu=65535"_s}},
        {u"mtu.ipv6"_s, u"mtu"_s, {u"mtu=1279"_s, u"ipv6={\"method\":\"auto\"}"_s}},
        {u"mtu.ipv6"_s, {}, {u"mtu=1280"_s, u"ipv6={\"method\":\"auto\"}"_s}},
    };
}

QList<RuleCase> addressCases()
{
    const QString v6 = u"ipv6={\"method\":\"manual\",\"addresses\":[\"2001:db8::11/64\"]}"_s;
    return {
        {u"ip.address-invalid"_s, u"ipv4.addresses[0]"_s, {u"ipv4.addresses=[\"192.168.1\"]"_s}},
        {u"ip.address-invalid"_s, u"ipv4.addresses[0]"_s, {u"ipv4.addresses=[\"192.168.1.11/33\"]"_s}},
        {u"ip.address-invalid"_s, u"ipv4.addresses[0]"_s, {u"ipv4.addresses=[\"192.168.1.011/24\"]"_s}},
        {u"ip.address-invalid"_s, u"ipv4.addresses[0]"_s, {u"ipv4.addresses=[\"2001:db8::1/64\"]"_s}},
        {u"ip.address-invalid"_s, u"ipv6.addresses[0]"_s, {v6, u"ipv6.addresses=[\"fe80::1%eth0/64\"]"_s}},
        {u"ip.address-invalid"_s, {}, {v6}},
        {u"ip.address-no-prefix"_s, u"ipv4.addresses[0]"_s, {u"ipv4.addresses=[\"192.168.1.11\"]"_s}},
        {u"ip.address-no-prefix"_s, u"ipv4.addresses[0]"_s, {u"ipv4.addresses=[\"192.168.1.11/0\"]"_s}},
        {u"ip.address-no-prefix"_s, {}, {}},
        {u"ip.address-unusable"_s, u"ipv4.addresses[0]"_s, {u"ipv4.addresses=[\"127.0.0.1/8\"]"_s}},
        {u"ip.address-unusable"_s, u"ipv4.addresses[0]"_s, {u"ipv4.addresses=[\"239.1.1.1/24\"]"_s}},
        {u"ip.address-unusable"_s, {}, {}},
        {u"ip.address-network"_s, u"ipv4.addresses[0]"_s, {u"ipv4.addresses=[\"192.168.1.0/24\"]"_s}},
        {u"ip.address-network"_s, u"ipv4.addresses[0]"_s, {u"ipv4.addresses=[\"192.168.1.255/24\"]"_s}},
        {u"ip.address-network"_s, {}, {u"ipv4.addresses=[\"192.168.1.0/31\"]"_s}},
        {u"ip.address-duplicate"_s,
         u"ipv4.addresses[1]"_s,
         {u"ipv4.addresses=[\"192.168.1.11/24\",\"192.168.1.11/25\"]"_s}},
        {u"ip.address-duplicate"_s, {}, {u"ipv4.addresses=[\"192.168.1.11/24\",\"192.168.1.12/24\"]"_s}},
        {u"ip.manual-empty"_s, u"ipv4.addresses"_s, {u"ipv4={\"method\":\"manual\"}"_s}},
        {u"ip.manual-empty"_s, u"ipv6.addresses"_s, {u"ipv6={\"method\":\"manual\"}"_s}},
        {u"ip.manual-empty"_s, {}, {u"ipv4={\"method\":\"auto\"}"_s}},
        {u"ip.method-conflict"_s, u"ipv4.method"_s, {u"ipv4.method=disabled"_s}},
        {u"ip.method-conflict"_s, u"ipv4.method"_s, {u"ipv4.method=link-local"_s}},
        {u"ip.method-conflict"_s, {}, {u"ipv4.method=auto"_s}},
        {u"ip.none"_s, u"ipv4"_s, {u"ipv4={\"method\":\"disabled\"}"_s}},
        {u"ip.none"_s,
         {},
         {u"ipv4={\"method\":\"disabled\"}"_s, u"vlans=[{\"id\":5,\"ipv4\":{\"method\":\"auto\"}}]"_s}},
        {u"ip.gateway-invalid"_s, u"ipv4.gateway"_s, {u"ipv4.gateway=192.168.1.1/24"_s}},
        {u"ip.gateway-invalid"_s, u"ipv4.gateway"_s, {u"ipv4.gateway=fe80::1"_s}},
        {u"ip.gateway-invalid"_s, {}, {}},
        {u"ip.gateway-self"_s, u"ipv4.gateway"_s, {u"ipv4.gateway=192.168.1.11"_s}},
        {u"ip.gateway-self"_s, {}, {}},
        {u"ip.gateway-outside"_s, u"ipv4.gateway"_s, {u"ipv4.gateway=192.168.2.1"_s}},
        {u"ip.gateway-outside"_s, u"ipv6.gateway"_s, {v6, u"ipv6.gateway=2001:db8:1::1"_s}},
        {u"ip.gateway-beside-auto"_s, u"ipv4.gateway"_s, {u"ipv4={\"method\":\"auto\",\"gateway\":\"192.168.1.1\"}"_s}},
        {u"ip.gateway-beside-auto"_s, {}, {u"ipv4.method=auto"_s}},
        {u"ip.gateway-outside"_s, {}, {v6, u"ipv6.gateway=fe80::1"_s}},
        {u"ip.gateway-outside"_s, {}, {u"ipv4.addresses=[\"192.168.1.11/16\"]"_s, u"ipv4.gateway=192.168.2.1"_s}},
        {u"ip.route-invalid"_s, u"ipv4.routes[0].destination"_s, {u"ipv4.routes=[{\"destination\":\"10/8\"}]"_s}},
        {u"ip.route-invalid"_s,
         u"ipv4.routes[0].destination"_s,
         {u"ipv4.routes=[{\"destination\":\"2001:db8::/32\"}]"_s}},
        {u"ip.route-invalid"_s, {}, {u"ipv4.routes=[{\"destination\":\"10.0.0.0/8\"}]"_s}},
        {u"ip.route-host-bits"_s,
         u"ipv4.routes[0].destination"_s,
         {u"ipv4.routes=[{\"destination\":\"10.1.0.0/8\"}]"_s}},
        {u"ip.route-host-bits"_s, {}, {u"ipv4.routes=[{\"destination\":\"10.0.0.0/8\"}]"_s}},
        {u"ip.route-gateway-invalid"_s,
         u"ipv4.routes[0].gateway"_s,
         {u"ipv4.routes=[{\"destination\":\"10.0.0.0/8\",\"gateway\":\"x\"}]"_s}},
        {u"ip.route-gateway-invalid"_s, {}, {nearRoute}},
        {u"ip.route-gateway-outside"_s,
         u"ipv4.routes[0].gateway"_s,
         {u"ipv4.routes=[{\"destination\":\"10.0.0.0/8\",\"gateway\":\"10.0.0.1\"}]"_s}},
        {u"ip.route-gateway-outside"_s, {}, {nearRoute}},
        {u"ip.dns-invalid"_s, u"ipv4.dns[0]"_s, {u"ipv4.dns=[\"dns.example.org\"]"_s}},
        {u"ip.dns-invalid"_s, {}, {u"ipv4.dns=[\"127.0.0.1\"]"_s}},
        {u"ip.search-invalid"_s, u"ipv4.search[0]"_s, {u"ipv4.search=[\"exa mple.org\"]"_s}},
        {u"ip.search-invalid"_s, u"ipv4.search[0]"_s, {u"ipv4.search=[\"a..b\"]"_s}},
        {u"ip.search-invalid"_s, {}, {u"ipv4.search=[\"~example.org\"]"_s}},
        {u"ip.search-invalid"_s, {}, {u"ipv4.search=[\"~.\"]"_s}},
        {u"ip.search-invalid"_s, u"ipv4.search[0]"_s, {u"ipv4.search=[\"~\"]"_s}},
        {u"vlan.id-duplicate"_s, u"vlans[1].id"_s, {u"vlans=[{\"id\":5},{\"id\":5,\"name\":\"other\"}]"_s}},
        {u"vlan.id-duplicate"_s, {}, {u"vlans=[{\"id\":5},{\"id\":6}]"_s}},
        {u"vlan.name.unsafe"_s, u"vlans[0].name"_s, {u"vlans=[{\"id\":5,\"name\":\"v'5\"}]"_s}},
        {u"vlan.name.too-long"_s,
         u"vlans[0].name"_s,
         {u"name=bond567890"_s, u"vlans=[{\"id\":4000}]"_s, u"name=bond5678901"_s}},
        {u"vlan.name.too-long"_s, {}, {u"name=bond567890"_s, u"vlans=[{\"id\":4000}]"_s}},
        {u"vlan.name.unsafe"_s, {}, {u"vlans=[{\"id\":5}]"_s}},
        {u"vlan.name-duplicate"_s, u"vlans[0].name"_s, {u"vlans=[{\"id\":5,\"name\":\"eth0\"}]"_s}},
        {u"vlan.name-duplicate"_s, {}, {u"vlans=[{\"id\":5,\"name\":\"storage\"}]"_s}},
        {u"vlan.mtu-large"_s, u"vlans[0].mtu"_s, {u"vlans=[{\"id\":5,\"mtu\":1501}]"_s}},
        {u"vlan.mtu-large"_s, {}, {u"mtu=9000"_s, u"vlans=[{\"id\":5,\"mtu\":1501}]"_s}},
        {u"vlan.mtu-small"_s, u"vlans[0].mtu"_s, {u"vlans=[{\"id\":5,\"mtu\":67}]"_s}},
        {u"vlan.mtu-small"_s, u"vlans[0].mtu"_s, {u"vlans=[{\"id\":5,\"mtu\":1279,\"ipv6\":{\"method\":\"auto\"}}]"_s}},
        {u"vlan.mtu-small"_s, {}, {u"vlans=[{\"id\":5,\"mtu\":1279}]"_s}},
    };
}

QList<RuleCase> allCases()
{
    return nameCases() + optionCases() + monitoringCases() + nsCases() + modeCases() + slaveCases() + addressCases();
}

} // namespace

void TestValidityRules::basePlanHasNoFindings()
{
    const QList<Finding> findings = check(planWith({}), {});
    QVERIFY2(findings.isEmpty(), findings.isEmpty() ? "" : qPrintable(findings.first().message));
}

void TestValidityRules::rules_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QStringList>("changes");
    for (const RuleCase &row : allCases())
        addRow(row);
}

void TestValidityRules::rules()
{
    QFETCH(QString, code);
    QFETCH(QString, field);
    QFETCH(QStringList, changes);
    QStringList fields;
    for (const Finding &finding : check(planWith(changes), {})) {
        QVERIFY(finding.scope == FindingScope::Validity);
        if (finding.code == code)
            fields.append(finding.field);
    }
    QCOMPARE(fields, field.isEmpty() ? QStringList() : QStringList{field});
}

void TestValidityRules::everyRuleIsCoveredAbove()
{
    QCOMPARE(codesNotBothWays(allCases(), RulesAbout::Plans).join(u' '), u"vlan.id-range"_s); // see vlanIdsInRange
}

void TestValidityRules::everyFindingIsComplete()
{
    for (const RuleCase &row : allCases()) {
        for (const Finding &finding : check(planWith(row.changes), {})) {
            QVERIFY2(!finding.message.isEmpty() && !finding.advice.isEmpty() && !finding.field.isEmpty(),
                     qPrintable(finding.code));
            // A placeholder that was not filled; %d is a name under test.
            QVERIFY2(!finding.message.contains(u"%1") && !finding.advice.contains(u"%1"), qPrintable(finding.message));
        }
    }
}

void TestValidityRules::errorsComeFirstThenFields()
{
    const BondPlan plan = planWith({u"name=ppp0"_s, u"mtu=1"_s, u"slaves[1].name=eth0"_s, u"options.foo=\"1\""_s,
                                    u"mode=802.3ad"_s, u"ipv4.gateway=10.0.0.1"_s});
    QStringList order;
    for (const Finding &finding : check(plan, {}))
        order.append(severityName(finding.severity) + u' ' + finding.field);
    QCOMPARE(order,
             (QStringList{u"error options.foo"_s, u"error slaves[1].name"_s, u"error mtu"_s, u"error ipv4.gateway"_s,
                          u"warning name"_s, u"warning mode"_s, u"advice options.xmit_hash_policy"_s}));
}

void TestValidityRules::acceptedErrorsAreWarnings_data()
{
    QTest::addColumn<QStringList>("changes");
    QTest::addColumn<bool>("isAcceptable");
    QTest::newRow("no monitoring") << QStringList{u"options={}"_s} << true;
    QTest::newRow("miimon needed") << QStringList{lacp, u"options.miimon=\"0\""_s} << true;
    QTest::newRow("no slaves") << QStringList{u"slaves=[]"_s} << true;
    QTest::newRow("targets only") << QStringList{u"options={\"arp_ip_target\":\"192.168.1.1\"}"_s} << true;
    QTest::newRow("no targets") << QStringList{u"options={\"arp_interval\":\"1000\"}"_s} << true;
    QTest::newRow("nothing to validate") << QStringList{u"options.arp_validate=active"_s} << true;
    QTest::newRow("never enough links") << QStringList{lacp, u"options.min_links=\"3\""_s} << true;
    QTest::newRow("both monitors") << QStringList{arp, u"options.miimon=\"100\""_s} << false;
    QTest::newRow("twice") << QStringList{u"slaves[1].name=eth0"_s} << false;
}

void TestValidityRules::acceptedErrorsAreWarnings()
{
    QFETCH(QStringList, changes);
    QFETCH(bool, isAcceptable);
    const BondPlan plan = planWith(changes);
    QVERIFY(hasErrors(check(plan, {})));
    const BondPlan found = asFound(plan);
    QCOMPARE(hasErrors(check(found, {})), !isAcceptable);
    QCOMPARE(check(found, {}).size(), check(plan, {}).size()); // each is reported
    QVERIFY(asFound(planWith({})).accept.isEmpty());
}

void TestValidityRules::unknownMembersAreWarnings()
{
    const auto parsed = planFromJson(R"({"version":1,"name":"b","mode":"1","ipv4":{"method":"auto","foo":1},"bar":2})");
    QVERIFY(parsed);
    const QList<Finding> findings = unknownMemberFindings(parsed->unknownMembers);
    QCOMPARE(findings.size(), 2);
    QCOMPARE(findings.at(0).field, u"ipv4.foo"_s);
    QCOMPARE(findings.at(1).field, u"bar"_s);
    QVERIFY(findings.at(0).severity == Severity::Warning);
    QVERIFY(!hasErrors(findings));
}

void TestValidityRules::vlanIdsInRange()
{
    // The JSON reader lets no such plan through, a window might.
    BondPlan plan = planWith({u"vlans=[{\"id\":5}]"_s});
    QVERIFY(check(plan, {}).isEmpty());
    for (const quint16 id : {0, 4095}) {
        plan.vlans[0].id = id;
        QCOMPARE(check(plan, {}).first().code, u"vlan.id-range"_s);
    }
}

QTEST_GUILESS_MAIN(TestValidityRules)
#include "tst_validityrules.moc"
