// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifcfg/ifcfgformat.h"
#include "formats/ifcfg/managertext.h"
#include "formats/migration.h"
#include "tests/formats/ifcfgfiles.h"

#include <QTest>

using namespace bondwright;
using namespace bondwright::formats;
using namespace bondwright::formats::ifcfg;
using namespace bondwright::test;
using namespace Qt::StringLiterals;

namespace
{

const QByteArray slave0 = "DEVICE=eth0\nMASTER=bond0\nSLAVE=yes\n";
const QByteArray plainOpts = "BONDING_OPTS='mode=1 miimon=100'\n";

QStringList placesOf(const QList<Finding> &findings)
{
    QStringList said;
    for (const Finding &finding : findings)
        said.append(finding.code + u' ' + finding.field.section(u'/', -1));
    return said;
}

} // namespace

/// Where the network service and NetworkManager read one file differently, or neither reads what was meant.
class TestIfcfgServices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void managerValues_data();
    void managerValues();
    void migrationKeepsAll_data();
    void migrationKeepsAll();
    void writesWhereTheServiceReads();
    void movedAddressesTakeTheGatewayAlong();
    void anAliasThatStaysIsKept_data();
    void anAliasThatStaysIsKept();

private:
    static void addModuleRows();
    static void addRelationRows();
    static void addOtherKindRows();
    static void addVlanRows();
    static void addAddressRows();
    static void addRouteRows();
    static void row(const char *name, const Dialect &dialect, const Files &files, const QString &expected,
                    const QStringList &said = {})
    {
        QTest::newRow(name) << dialect << files << expected << said;
    }
};

void TestIfcfgServices::reads_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<Files>("files");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QStringList>("said"); // "code file:line"; with "-" in front: must not be said
    addModuleRows();
    addRelationRows();
    addOtherKindRows();
    addVlanRows();
    addAddressRows();
    addRouteRows();
}

void TestIfcfgServices::addModuleRows()
{
    const auto modules = [](const QByteArray &text, const QByteArray &bond = "DEVICE=bond0\n") {
        return Files{{u"/etc/modprobe.d/b.conf"_s, text}, {u"ifcfg-bond0"_s, bond}};
    };
    row("options with a name of their own, release 5", service(5),
        {{u"/etc/modprobe.conf"_s,
          "alias bond0 bonding\noptions bond0 -o bond0 mode=1 miimon=100\nalias bond1 bonding\n"
          "options bond1 -o bond1 mode=0 miimon=50\n"},
         {u"ifcfg-bond0"_s, "DEVICE=bond0\n"},
         {u"ifcfg-bond1"_s, "DEVICE=bond1\n"}},
        u"active-backup miimon=100; balance-rr miimon=50"_s,
        {u"-modprobe.value modprobe.conf:2"_s, u"-modprobe.no-effect modprobe.conf:4"_s});
    row("install beside BONDING_OPTS", service(5),
        {{u"/etc/modprobe.conf"_s, "install bond0 /sbin/modprobe bonding -o bond0 mode=0 miimon=50\n"},
         {u"ifcfg-bond0"_s, "DEVICE=bond0\n" + plainOpts}},
        u"active-backup miimon=100"_s);
    row("the driver is switched off", service(6), modules("install bonding /bin/true\n", "DEVICE=bond0\n" + plainOpts),
        u"active-backup miimon=100"_s, {u"modprobe.install b.conf:1"_s});
    row("alias the wrong way round", service(6), modules("alias bonding bond0\n"), {}, {u"modprobe.alias b.conf:1"_s});
    row("words that modprobe does not know", service(6), modules("alais bond0 bonding\noption bond0 mode=1\n"), {},
        {u"modprobe.unknown b.conf:1"_s, u"modprobe.unknown b.conf:2"_s});
    row("other drivers' lines are nobody's business", service(6), modules("weird eth0 e1000\n"), {},
        {u"-modprobe.unknown b.conf:1"_s});
    row("NetworkManager sets what the module has", manager(8),
        modules("options bonding mode=4 miimon=200 resend_igmp=5\n", "DEVICE=bond0\nTYPE=Bond\nBONDING_OPTS=mode=1\n"),
        u"active-backup miimon=100"_s, {u"modprobe.no-effect b.conf:1"_s, u"ifcfg.miimon-assumed ifcfg-bond0:3"_s});
    row("NetworkManager and miimon=0", manager(7),
        modules({}, "DEVICE=bond0\nTYPE=Bond\nBONDING_OPTS='mode=1 miimon=0'\n"), u"active-backup miimon=0"_s,
        {u"-ifcfg.miimon-assumed ifcfg-bond0:3"_s});
    row("NetworkManager and both monitors", manager(7),
        modules({}, "DEVICE=bond0\nBONDING_OPTS='mode=1 miimon=100 arp_interval=500 arp_ip_target=192.0.2.1'\n"),
        u"active-backup miimon=100"_s, {u"ifcfg.both-monitors ifcfg-bond0:2"_s});
    row("who reads is not known", Dialect(), modules({}, "DEVICE=bond0\nBONDING_OPTS=mode=1\n"), u"active-backup"_s);
}

void TestIfcfgServices::addRelationRows()
{
    const auto with = [](const QByteArray &bond, const QByteArray &slave = slave0) {
        return Files{{u"ifcfg-bond0"_s, "DEVICE=bond0\n" + plainOpts + bond}, {u"ifcfg-eth0"_s, slave}};
    };
    const QString plain = u"active-backup miimon=100"_s;
    const QString pair = plain + u" | eth0"_s;
    row("SLAVE=YES, scripts", service(7), with({}, "DEVICE=eth0\nMASTER=bond0\nSLAVE=YES\n"), plain,
        {u"ifcfg.master-alone ifcfg-eth0:2"_s});
    row("SLAVE=YES, NetworkManager", manager(7), with({}, "DEVICE=eth0\nMASTER=bond0\nSLAVE=YES\n"), pair,
        {u"-ifcfg.master-alone ifcfg-eth0:2"_s});
    const Files vlan{{u"ifcfg-bond0"_s, "DEVICE=bond0\n" + plainOpts},
                     {u"ifcfg-bond0.7"_s, "DEVICE=bond0.7\nPHYSDEV=bond0\nVLAN=YES\n"}};
    row("VLAN=YES, scripts", service(6), vlan, plain, {u"ifcfg.vlan-missing ifcfg-bond0.7:1"_s});
    row("VLAN=YES, NetworkManager", manager(8), vlan, plain + u" | | | | bond0.7:7"_s);
    row("MASTER within a case", service(7),
        with({}, "DEVICE=eth0\ncase $HOSTNAME in\n db*) MASTER=bond0 ;;\nesac\nSLAVE=yes\n"), plain,
        {u"ifcfg.port-unsure ifcfg-eth0:2"_s, u"-ifcfg.slave-alone ifcfg-eth0:5"_s});
    row("a common file with MASTER", service(7), with({}, "DEVICE=eth0\n. ./common\n"), plain,
        {u"ifcfg.port-unsure ifcfg-eth0:2"_s});
    row("a bond that sources others", service(7), with("TYPE=Bond\n. ./common\n"), {},
        {u"ifcfg.commands ifcfg-bond0:4"_s, u"-ifcfg.no-device ifcfg-bond0:4"_s,
         u"-ifcfg.master-no-bond ifcfg-bond0:4"_s});
    const Files typed{{u"ifcfg-bond0"_s, "DEVICE=bond0\nTYPE=Bond\nBONDING_MASTER=yes\n"}};
    row("TYPE alone, scripts", service(7), typed, u"balance-rr"_s, {u"ifcfg.no-options ifcfg-bond0:1"_s});
    row("TYPE alone, NetworkManager", manager(7), typed, u"balance-rr miimon=100"_s,
        {u"-ifcfg.no-options ifcfg-bond0:1"_s});
    row("an Ethernet NIC that is a master", manager(8),
        {{u"ifcfg-bond0"_s, "DEVICE=bond0\nTYPE=Ethernet\nBONDING_MASTER=yes\n"}}, u"balance-rr miimon=100"_s,
        {u"ifcfg.no-options ifcfg-bond0:2"_s});
    row("ONBOOT=none", service(6), with("ONBOOT=none\n"), pair + u" | | | off"_s);
    row("ONBOOT=none, release 8", service(8), with("ONBOOT=none\n"), pair);
    row("ONBOOT=false", service(7), with("ONBOOT=false\n"), pair, {u"ifcfg.onboot ifcfg-bond0:3"_s});
    row("ONBOOT=false, release 8", service(8), with("ONBOOT=false\n"), pair + u" | | | off"_s,
        {u"-ifcfg.onboot ifcfg-bond0:3"_s});
    row("HWADDR of a bond, scripts", service(6), with("HWADDR=52:54:00:00:00:01\n"), pair,
        {u"ifcfg.bond-hwaddr ifcfg-bond0:3"_s});
    row("HWADDR of a bond, NetworkManager", manager(8), with("HWADDR=52:54:00:00:00:01\n"), pair,
        {u"-ifcfg.bond-hwaddr ifcfg-bond0:3"_s});
    row("a rival by MAC", service(6),
        with({}, slave0 + "HWADDR=52:54:00:00:00:01\n")
            + Files{{u"ifcfg-Auto"_s, "HWADDR=52:54:00:00:00:01\nBOOTPROTO=dhcp\n"}},
        u"active-backup miimon=100 | eth0"_s, {u"ifcfg.rival ifcfg-Auto"_s});
    row("nobody reads it", manager(9), with("NM_CONTROLLED=no\n"), pair,
        {u"ifcfg.nobody ifcfg-bond0:3"_s, u"ifcfg.mixed ifcfg-eth0"_s});
    row("each has another service", manager(8), with({}, slave0 + "NM_CONTROLLED=no\n"), pair,
        {u"ifcfg.mixed ifcfg-eth0:4"_s});
    row("a word for the MAC, NetworkManager", manager(8), with("MACADDR=stable\n"), pair,
        {u"ifcfg.mac-word ifcfg-bond0:3"_s, u"-ifcfg.value ifcfg-bond0:3"_s});
    row("a word for the MAC, scripts", service(8), with("MACADDR=stable\n"), pair, {u"ifcfg.value ifcfg-bond0:3"_s});
    row("one UUID twice, NetworkManager", manager(7),
        with("UUID=11111111-2222-3333-4444-555555555555\n", slave0 + "UUID=11111111-2222-3333-4444-555555555555\n"),
        pair, {u"ifcfg.uuid-twice ifcfg-eth0:4"_s});
    row("keys that nobody reads", service(6), with("ipaddr=192.0.2.1\nDNS=192.0.2.53\nGW=192.0.2.1\n"), pair,
        {u"ifcfg.unknown-key ifcfg-bond0:3"_s, u"ifcfg.unknown-key ifcfg-bond0:4"_s,
         u"ifcfg.unknown-key ifcfg-bond0:5"_s});
    row("no name of a variable", service(6), {{u"ifcfg-bond0"_s, "DEVICE=bond0\nBONDING-OPTS='mode=1'\n"}}, {},
        {u"ifcfg.no-name ifcfg-bond0:2"_s});
    row("two lines, NetworkManager", manager(8),
        {{u"ifcfg-bond0"_s, "DEVICE=bond0\nTYPE=Bond\nBONDING_OPTS='mode=1\n miimon=100'\n"}}, plain,
        {u"ifcfg.manager-reads ifcfg-bond0:3"_s});
    row("two lines, scripts", service(8),
        {{u"ifcfg-bond0"_s, "DEVICE=bond0\nTYPE=Bond\nBONDING_OPTS='mode=1\n miimon=100'\n"}}, plain,
        {u"-ifcfg.manager-reads ifcfg-bond0:3"_s});
}

/// Files that the scripts hand to others than ifup-eth, or that NetworkManager does not run, make no slaves.
void TestIfcfgServices::addOtherKindRows()
{
    const QString plain = u"active-backup miimon=100"_s;
    const auto beside = [](const QString &name, const QByteArray &text) {
        return Files{{u"ifcfg-bond0"_s, "DEVICE=bond0\nTYPE=Bond\n" + plainOpts}, {name, text}};
    };
    row("a modem by its name", service(7), beside(u"ifcfg-ppp0"_s, "ETH=eth5\n. ./common\n"), plain,
        {u"ifcfg.commands ifcfg-ppp0:2"_s, u"-ifcfg.port-unsure ifcfg-ppp0:2"_s});
    row("a modem with routes", service(6), beside(u"ifcfg-ppp0-old"_s, "route add -host 10.0.0.1 ppp0\n. ./common\n"),
        plain, {u"-ifcfg.port-unsure ifcfg-ppp0-old:2"_s});
    row("a modem by its type", service(7), beside(u"ifcfg-provider"_s, "TYPE=xDSL\neval $X\n"), plain,
        {u"-ifcfg.port-unsure ifcfg-provider:2"_s});
    row("a tunnel", Dialect(), beside(u"ifcfg-office"_s, "TYPE='GRE'\nif true; then MASTER=x; fi\n"), plain,
        {u"-ifcfg.port-unsure ifcfg-office:2"_s});
    row("a script, NetworkManager", manager(8), beside(u"ifcfg-foo.sh"_s, "#!/bin/sh\n. /etc/init.d/functions\n"),
        plain, {u"-ifcfg.port-unsure ifcfg-foo.sh:2"_s});
    row("a script, scripts", service(8), beside(u"ifcfg-foo.sh"_s, "#!/bin/sh\n. /etc/init.d/functions\n"), plain,
        {u"ifcfg.port-unsure ifcfg-foo.sh:2"_s});
    row("a slave behind a command, NetworkManager", manager(8),
        beside(u"ifcfg-eth0"_s, "DEVICE=eth0\n. ./common\nMASTER=bond0\n"), plain,
        {u"ifcfg.port-unsure ifcfg-eth0:2"_s});
}

/// "ip link add … type vlan id 0100" makes the VLAN 64; vconfig (release 5) and NetworkManager take it for 100.
void TestIfcfgServices::addVlanRows()
{
    const auto with = [](const QString &name, const QByteArray &more = {}) {
        return Files{{u"ifcfg-bond0"_s, "DEVICE=bond0\nTYPE=Bond\n" + plainOpts},
                     {u"ifcfg-"_s + name, "DEVICE=" + name.toUtf8() + "\nVLAN=yes\n" + more}};
    };
    const auto plan = [](const QString &vlan) { return u"active-backup miimon=100 | | | | "_s + vlan; };
    const QString zeros = u"ifcfg.vlan-zeros ifcfg-bond0.0100:1"_s;
    for (const int release : {6, 7, 8})
        row(qPrintable(u"zeros, scripts of release %1"_s.arg(release)), service(release), with(u"bond0.0100"_s),
            plan(u"bond0.0100:64"_s), {zeros});
    row("zeros, scripts of release 5", service(5), with(u"bond0.0100"_s), plan(u"bond0.0100:100"_s), {zeros});
    row("zeros, NetworkManager", manager(7), with(u"bond0.0100"_s), plan(u"bond0.0100:100"_s), {zeros});
    row("zeros, nobody known", Dialect(), with(u"bond0.0100"_s), plan(u"bond0.0100:100"_s), {zeros});
    row("zeros that make no octal number", service(7), with(u"bond0.089"_s), u"active-backup miimon=100"_s,
        {u"ifcfg.vlan-zeros ifcfg-bond0.089:1"_s, u"-ifcfg.vlan-no-id ifcfg-bond0.089:2"_s});
    row("zeros that change nothing", service(7), with(u"bond0.007"_s), plan(u"bond0.007:7"_s),
        {u"-ifcfg.vlan-zeros ifcfg-bond0.007:1"_s});
    row("zeros behind vlan", service(6), with(u"vlan0100"_s, "PHYSDEV=bond0\n"), plan(u"vlan0100:100"_s),
        {u"-ifcfg.vlan-zeros ifcfg-vlan0100:1"_s});
    row("VID in octal", service(8), with(u"storage"_s, "PHYSDEV=bond0\nVID=020\n"), plan(u"storage:16"_s),
        {u"ifcfg.vlan-zeros ifcfg-storage:4"_s});
    row("VID is nothing to release 5", service(5), with(u"bond0.7"_s, "VID=20\n"), plan(u"bond0.7:7"_s));
    row("VID is nothing to NetworkManager", manager(8), with(u"bond0.7"_s, "VID=20\n"), plan(u"bond0.7:7"_s));
    row("VLAN_ID is nothing to the scripts", service(7), with(u"storage"_s, "PHYSDEV=bond0\nVLAN_ID=20\n"),
        u"active-backup miimon=100"_s, {u"ifcfg.vlan-no-id ifcfg-storage:2"_s});
    row("five digits, scripts", service(7), with(u"bond0.00100"_s), u"active-backup miimon=100"_s);
    const Files stacked = with(u"bond0.100"_s)
        + Files{{u"ifcfg-bond0.100.200"_s, "DEVICE=bond0.100.200\nVLAN=yes\nPHYSDEV=bond0.100\nVLAN_ID=200\n"},
                {u"ifcfg-deep"_s, "DEVICE=deep\nVLAN=yes\nPHYSDEV=bond0.100.200\nVLAN_ID=300\nVID=300\n"}};
    const QStringList both{u"ifcfg.vlan-on-vlan ifcfg-bond0.100.200:1"_s, u"ifcfg.vlan-on-vlan ifcfg-deep:1"_s};
    row("a VLAN on a VLAN, scripts", service(7), stacked, plan(u"bond0.100:100"_s), both);
    row("a VLAN on a VLAN, NetworkManager", manager(8), stacked, plan(u"bond0.100:100"_s), both);
    row("a VLAN on a VLAN by its name, scripts", service(6),
        with(u"bond0.100"_s) + Files{{u"ifcfg-bond0.100.200"_s, "DEVICE=bond0.100.200\nVLAN=yes\n"}},
        plan(u"bond0.100:100"_s), {both.first()});
}

void TestIfcfgServices::addAddressRows()
{
    const auto bond = [](const QByteArray &text) { return Files{{u"ifcfg-bond0"_s, withAddress + text}}; };
    const auto ip = [](const QString &text) { return u"active-backup miimon=100 | | "_s + text; };
    const QString own = ip(u"192.0.2.10/24"_s);
    const QString routed = ip(u"192.0.2.10/24 via 192.0.2.1"_s);
    row("gateway in another network, scripts", service(6), bond("GATEWAY=198.51.100.1\n"), own,
        {u"ifcfg.gateway-unreached ifcfg-bond0:5"_s});
    row("gateway in another network, NetworkManager", manager(8), bond("GATEWAY=198.51.100.1\n"),
        ip(u"192.0.2.10/24 via 198.51.100.1"_s));
    row("gateway in the second network, scripts", service(7), bond("IPADDR1=10.0.0.5\nPREFIX1=24\nGATEWAY=10.0.0.1\n"),
        ip(u"192.0.2.10/24 10.0.0.5/24"_s), {u"ifcfg.gateway-unreached ifcfg-bond0:7"_s});
    row("NETWORK of another file", service(6), bond("NETWORK=192.168.1.0\nGATEWAY=192.0.2.1\n"), own,
        {u"ifcfg.gateway-unreached ifcfg-bond0:6"_s});
    row("NETWORK as it is", service(6), bond("NETWORK=192.0.2.0\nGATEWAY=192.0.2.1\n"), routed);
    row("DEFROUTE=NO, scripts", service(7), bond("GATEWAY=192.0.2.1\nDEFROUTE=NO\n"), routed);
    row("DEFROUTE=NO, NetworkManager", manager(7), bond("GATEWAY=192.0.2.1\nDEFROUTE=NO\n"), own);
    row("GATEWAY0, scripts", service(7), bond("GATEWAY0=192.0.2.1\n"), own, {u"ifcfg.gateway-unread ifcfg-bond0:5"_s});
    row("gateway of all, elsewhere, NetworkManager", manager(8),
        bond({}) + Files{{networkPath(), "GATEWAY=198.51.100.1\n"}}, ip(u"192.0.2.10/24 via 198.51.100.1"_s));
    row("a gateway that is none is said once", service(7), bond("GATEWAY=192.0.2.256\n"), own,
        {u"ifcfg.value ifcfg-bond0:5"_s});
    const auto alias = [&](const QString &name, const QByteArray &text) { return bond({}) + Files{{name, text}}; };
    const Files byHand = alias(u"ifcfg-bond0:1"_s, "DEVICE=bond0:1\nIPADDR=192.0.2.11\nONPARENT=No\n");
    row("ONPARENT=No, scripts", service(7), byHand, ip(u"192.0.2.10/24 192.0.2.11/24"_s));
    row("ONPARENT, NetworkManager", manager(7),
        alias(u"ifcfg-bond0:1"_s, "DEVICE=bond0:1\nIPADDR=192.0.2.11\nONPARENT=no\n"),
        ip(u"192.0.2.10/24 192.0.2.11/24"_s));
    row("alias with a hyphen", service(7), alias(u"ifcfg-bond0:db-vip"_s, "DEVICE=bond0:db-vip\nIPADDR=192.0.2.11\n"),
        own, {u"ifcfg.alias-name ifcfg-bond0:db-vip:2"_s});
    row("alias of another name, NetworkManager", manager(7),
        alias(u"ifcfg-bond0:1"_s, "DEVICE=bond0:2\nIPADDR=192.0.2.11\n"), own, {u"ifcfg.alias-name ifcfg-bond0:1:2"_s});
    row("range, NetworkManager", manager(7),
        alias(u"ifcfg-bond0-range0"_s, "IPADDR_START=192.0.2.20\nIPADDR_END=192.0.2.21\n"), own,
        {u"ifcfg.alias-name ifcfg-bond0-range0:1"_s});
    const QByteArray six = "IPV6INIT=yes\nIPV6_AUTOCONF=no\nIPV6ADDR=2001:db8::1/64\n";
    row("NETWORKING_IPV6 in the file itself", service(5),
        {{u"ifcfg-bond0"_s, bondHead + six + "NETWORKING_IPV6=yes\n"}},
        u"active-backup miimon=100 | | | 2001:db8::1/64"_s);
    row("two in IPV6ADDR, scripts", service(7),
        {{u"ifcfg-bond0"_s, bondHead + "IPV6_AUTOCONF=no\nIPV6ADDR='2001:db8::1/64 2001:db8::2/64'\n"}},
        u"active-backup miimon=100 | | | 2001:db8::1/64"_s, {u"ifcfg.address-unread ifcfg-bond0:4"_s});
    row("name servers behind a gap, NetworkManager", manager(8), bond("DNS2=192.0.2.53\n"), own,
        {u"ifcfg.address-unread ifcfg-bond0:5"_s});
    row("an alias beside DHCP, scripts", service(6),
        {{u"ifcfg-bond0"_s, bondHead + "BOOTPROTO=dhcp\n"},
         {u"ifcfg-bond0:1"_s, "DEVICE=bond0:1\nIPADDR=192.0.2.11\nNETMASK=255.255.255.0\n"}},
        ip(u"192.0.2.11/24"_s));
    row("a gateway and routes without an address", Dialect(),
        {{u"ifcfg-bond0"_s, bondHead + "IPADDR=192.0.2.10/24\nGATEWAY=192.0.2.1\n"},
         {u"route-bond0"_s, "10.0.0.0/8 via 192.0.2.1\n"}},
        u"active-backup miimon=100"_s, {u"ifcfg.value ifcfg-bond0:3"_s, u"ifcfg.unusable ifcfg-bond0:3"_s});
    row("blanks, NetworkManager", manager(8), bond("GATEWAY='192.0.2.1 '\nDNS1=' 192.0.2.53'\n"), routed,
        {u"ifcfg.blanks ifcfg-bond0:5"_s, u"ifcfg.blanks ifcfg-bond0:6"_s});
}

void TestIfcfgServices::addRouteRows()
{
    const auto routes = [](const QString &name, const QByteArray &text, const QString &file = u"ifcfg-bond0"_s) {
        return Files{{file, withAddress}, {name, text}};
    };
    const QString own = u"active-backup miimon=100 | | 192.0.2.10/24"_s;
    const QString routed = own + u" [10.0.0.0/8 192.0.2.1]"_s;
    const QByteArray numbered = "ADDRESS0=10.0.0.0\nNETMASK0=255.0.0.0\nGATEWAY0=192.0.2.1\n";
    row("a numbered route without mask", service(7),
        routes(u"route-bond0"_s, "ADDRESS0=10.0.0.0\nGATEWAY0=192.0.2.1\n"), own,
        {u"ifcfg.foreign-route route-bond0:1"_s});
    row("OPTIONS, NetworkManager", manager(8), routes(u"route-bond0"_s, numbered + "OPTIONS0='src 192.0.2.10'\n"), own,
        {u"ifcfg.foreign-route route-bond0:4"_s});
    row("OPTIONS, scripts", service(8), routes(u"route-bond0"_s, numbered + "OPTIONS0='src 192.0.2.10'\nMETRIC0=5\n"),
        routed);
    row("a no-break space, which cuts no words", service(8),
        routes(u"route-bond0"_s, "10.0.0.0/8\u00a0via 192.0.2.1\n"), own, {u"ifcfg.foreign-route route-bond0:1"_s});
    const QByteArray line = "10.0.0.0/8 via 192.0.2.1\n";
    row("called like the file, NetworkManager", manager(7), routes(u"route-Bond_front"_s, line, u"ifcfg-Bond_front"_s),
        routed);
    row("called like the file, scripts", service(7), routes(u"route-Bond_front"_s, line, u"ifcfg-Bond_front"_s),
        routed);
    row("called like the device, NetworkManager", manager(7), routes(u"route-bond0"_s, line, u"ifcfg-Bond_front"_s),
        own, {u"ifcfg.route-file route-bond0"_s});
    row("rules, NetworkManager", manager(7),
        routes(u"route-bond0"_s, line) + Files{{u"rule-bond0"_s, "from 192.0.2.10 table 5\n"}}, routed,
        {u"ifcfg.rules rule-bond0"_s});
    row("rules, scripts", service(7),
        routes(u"route-bond0"_s, line) + Files{{u"rule-bond0"_s, "from 192.0.2.10 table 5\n"}}, routed,
        {u"-ifcfg.rules rule-bond0"_s});
}

void TestIfcfgServices::reads()
{
    QFETCH(Dialect, dialect);
    QFETCH(Files, files);
    QFETCH(QString, expected);
    QFETCH(QStringList, said);
    const FileSnapshot snapshot = snapshotOf(files);
    const IfcfgFormat format(dialect);
    const Reading reading = format.read(snapshot);
    QStringList plans;
    for (const FoundBond &found : reading.bonds) {
        plans.append(textOf(found.plan) + (found.plan.autoconnect ? QString() : u" | | | off"_s));
        QVERIFY(!hasErrors(check(found.plan, HostFacts())));
        const auto rendering = format.render(found.plan, snapshot);
        QVERIFY2(rendering, rendering ? "" : qPrintable(rendering.error().message));
        QVERIFY(rendering->changes.isEmpty());
    }
    QCOMPARE(plans.join(u"; "_s), expected);
    const QStringList places = placesOf(reading.findings);
    for (const QString &one : said) {
        const bool isWanted = !one.startsWith(u'-');
        const qsizetype count = places.count(isWanted ? one : one.mid(1));
        QVERIFY2(count == (isWanted ? 1 : 0), qPrintable(one + u" is not among:\n"_s + places.join(u'\n')));
    }
}

void TestIfcfgServices::managerValues_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("value"); // of A
    QTest::newRow("plain") << QByteArray("A=b") << QByteArray("b");
    QTest::newRow("indented") << QByteArray("  A=b # remark") << QByteArray("b");
    QTest::newRow("a semicolon") << QByteArray("A=b ; # remark") << QByteArray("b");
    QTest::newRow("two semicolons") << QByteArray("A=b;;") << QByteArray();
    QTest::newRow("two assignments") << QByteArray("A=b C=d") << QByteArray();
    QTest::newRow("exported") << QByteArray("export A=b") << QByteArray();
    QTest::newRow("the last one") << QByteArray("A=b\nA=c") << QByteArray("c");
    QTest::newRow("quotes") << QByteArray("A=\"b \\\"c\\\" \\d\"'e'\\f") << QByteArray("b \"c\" \\def");
    QTest::newRow("in two lines") << QByteArray("A=\"b\nc\"") << QByteArray();
    QTest::newRow("continued") << QByteArray("A=\"b \\\nc\"") << QByteArray();
    QTest::newRow("a variable") << QByteArray("A=\"$B\"") << QByteArray();
    QTest::newRow("a dollar without quotes") << QByteArray("A=$B") << QByteArray("$B");
    QTest::newRow("ANSI") << QByteArray("A=$'b\\tc\\''d") << QByteArray("b\tc'd");
    QTest::newRow("a shell's character") << QByteArray("A=b&c") << QByteArray();
    QTest::newRow("DOS line end") << QByteArray("A=b\r\n") << QByteArray("b");
}

void TestIfcfgServices::managerValues()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, value);
    QCOMPARE(ifcfg::managerValues(text).value("A"), value);
}

void TestIfcfgServices::migrationKeepsAll_data()
{
    QTest::addColumn<Files>("files");
    QTest::addColumn<QString>("said");
    QTest::addColumn<bool>("isRefused");
    const Files bond{{u"ifcfg-bond0"_s, withAddress}, {u"ifcfg-eth0"_s, slave0}};
    QTest::newRow("a slave by a command")
        << bond + Files{{u"ifcfg-eth1"_s, "DEVICE=eth1\n[ -f /etc/x ] && MASTER=bond0\nSLAVE=yes\n"}}
        << u"ifcfg.port-unsure ifcfg-eth1:2"_s << true;
    const Files jumbo{{u"ifcfg-bond0"_s, withAddress + "MTU=9000\n"}, {u"ifcfg-eth0"_s, slave0}};
    for (const char *mtu : {"many", "1500"}) {
        QTest::addRow("a slave's MTU of %s", mtu)
            << jumbo + Files{{u"ifcfg-eth1"_s, QByteArray("DEVICE=eth1\nMASTER=bond0\nSLAVE=yes\nMTU=") + mtu + '\n'}}
            << u"migration.left-behind ifcfg-eth1:4"_s << false;
    }
    QTest::newRow("a slave that is not in force")
        << bond + Files{{u"ifcfg-eth1"_s, "DEVICE=eth1\nMASTER=bond0\nSLAVE=YES\n"}}
        << u"migration.not-in-force ifcfg-eth1:2"_s << false;
    QTest::newRow("a VLAN that is not in force") << bond + Files{{u"ifcfg-bond0.5"_s, "DEVICE=bond0.5\nVLAN=YES\n"}}
                                                 << u"migration.not-in-force ifcfg-bond0.5:1"_s << false;
    QTest::newRow("a VLAN on a VLAN") << bond
            + Files{{u"ifcfg-bond0.5"_s, "DEVICE=bond0.5\nVLAN=yes\n"},
                    {u"ifcfg-bond0.5.6"_s, "DEVICE=bond0.5.6\nVLAN=yes\n"}}
                                      << u"migration.vlan-on-vlan ifcfg-bond0.5.6:1"_s << true;
    QTest::newRow("a modem") << bond
            + Files{{u"ifcfg-bond0:5"_s, "DEVICE=bond0:5\nIPADDR=192.0.2.15\nONPARENT=no\n"},
                    {u"ifcfg-ppp0"_s, "TYPE=Modem\n. /etc/ppp/common\n"}}
                             << u"migration.left-behind ifcfg-bond0:5:2"_s << false;
    QTest::newRow("an alias that is started by hand")
        << bond + Files{{u"ifcfg-bond0:5"_s, "DEVICE=bond0:5\nIPADDR=192.0.2.15\nONPARENT=no\n"}}
        << u"migration.left-behind ifcfg-bond0:5:2"_s << false;
}

void TestIfcfgServices::migrationKeepsAll()
{
    QFETCH(Files, files);
    QFETCH(QString, said);
    QFETCH(bool, isRefused);
    const IfcfgFormat from(service(7));
    const IfcfgFormat to(service(6));
    const auto rendering = migrate(u"bond0"_s, from, snapshotOf(files), to, {});
    QVERIFY2(rendering, rendering ? "" : qPrintable(rendering.error().message));
    QVERIFY2(placesOf(rendering->findings).contains(said), qPrintable(placesOf(rendering->findings).join(u'\n')));
    QCOMPARE(hasErrors(rendering->findings), isRefused);
}

void TestIfcfgServices::writesWhereTheServiceReads()
{
    FileSnapshot snapshot
        = snapshotOf({{u"ifcfg-front"_s, withAddress}, {u"route-front"_s, "10.0.0.0/8 via 192.0.2.1\n"}});
    const IfcfgFormat format(manager(8));
    BondPlan plan = format.read(snapshot).bonds.first().plan;
    plan.ipv4.routes.append({u"172.16.0.0/12"_s, u"192.0.2.1"_s, {}});
    applyTo(&snapshot, format.render(plan, snapshot)->changes);
    QVERIFY(!snapshot.find(routePath(u"bond0"_s, false)));
    QCOMPARE(format.read(snapshot).bonds.first().plan, plan);
}

/// A gateway without effect would come to life with the other addresses, and NETWORK would put out the new one.
void TestIfcfgServices::movedAddressesTakeTheGatewayAlong()
{
    const IfcfgFormat format(service(6));
    for (const char *rest : {"GATEWAY=198.51.100.1\n", "NETWORK=10.0.0.0\nGATEWAY=192.0.2.1\n"}) {
        const FileSnapshot before = snapshotOf({{u"ifcfg-bond0"_s, withAddress + rest}});
        BondPlan plan = format.read(before).bonds.first().plan;
        QVERIFY(plan.ipv4.gateway.isEmpty());
        plan.ipv4.addresses = {u"198.51.100.10/24"_s};
        FileSnapshot after = before;
        applyTo(&after, format.render(plan, before)->changes);
        QCOMPARE(format.read(after).bonds.first().plan, plan);
        plan.ipv4.addresses = {u"192.0.2.10/24"_s};
        plan.ipv4.gateway = u"192.0.2.9"_s;
        after = before;
        applyTo(&after, format.render(plan, before)->changes);
        QCOMPARE(format.read(after).bonds.first().plan, plan);
    }
}

void TestIfcfgServices::anAliasThatStaysIsKept_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QString>("first");
    QTest::addColumn<bool>("isKept");
    for (const int release : {5, 6, 7})
        QTest::addRow("service %d", release) << service(release) << u"192.0.2.20/24"_s << true;
    QTest::newRow("manager") << manager(8) << u"192.0.2.20/24"_s << true;
    QTest::newRow("another mask") << service(7) << u"192.0.2.20/25"_s << false; // the alias has its parent's
}

/// With its label and all else that no plan says, while another address changes.
void TestIfcfgServices::anAliasThatStaysIsKept()
{
    QFETCH(Dialect, dialect);
    QFETCH(QString, first);
    QFETCH(bool, isKept);
    const QByteArray text = "# for the database\nDEVICE=bond0:db\nIPADDR=192.0.2.30\nARPCHECK=no\n";
    FileSnapshot files = snapshotOf({{u"ifcfg-bond0"_s, withAddress}, {u"ifcfg-bond0:db"_s, text}});
    const IfcfgFormat format(dialect);
    BondPlan plan = format.read(files).bonds.first().plan;
    QCOMPARE(plan.ipv4.addresses.texts(), (QStringList{u"192.0.2.10/24"_s, u"192.0.2.30/24"_s}));
    plan.ipv4.addresses.first() = first;
    applyTo(&files, format.render(plan, files)->changes);
    const FileState *alias = files.find(ifcfgPath(u"bond0:db"_s));
    QCOMPARE(alias && alias->content == text, isKept);
    QCOMPARE(format.read(files).bonds.first().plan.ipv4.addresses.texts(), plan.ipv4.addresses.texts());
}

QTEST_GUILESS_MAIN(TestIfcfgServices)
#include "tst_ifcfgservices.moc"
