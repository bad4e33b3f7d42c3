// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/options.h"
#include "kernel/ethtool/ethtool.h"
#include "kernel/netlink/addressmessage.h"
#include "kernel/netlink/bondoptionwriter.h"
#include "kernel/netlink/linkmessage.h"
#include "kernel/netlink/statsmessage.h"
#include "tests/kernel/linkbuilder.h"

#include <QTest>

#include <linux/ethtool_netlink.h>
#include <linux/genetlink.h>
#include <linux/if_addr.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>

using namespace bondwright;
using namespace bondwright::kernel;
using namespace bondwright::kernel::netlink;
using namespace Qt::StringLiterals;

namespace
{

Bytes bytesOf(const QByteArray &array)
{
    return std::as_bytes(std::span(array.constData(), std::size_t(array.size())));
}

} // namespace

class TestNetlinkParsers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void brokenAttributes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("count");
        QTest::newRow("nothing") << QByteArray() << 0;
        QTest::newRow("half a header") << QByteArray::fromHex("0800") << 0;
        QTest::newRow("length 0") << QByteArray::fromHex("0000010011223344") << 0;
        QTest::newRow("length 3") << QByteArray::fromHex("0300010011223344") << 0;
        QTest::newRow("longer than there is") << QByteArray::fromHex("0900010011223344") << 0;
        QTest::newRow("header only") << QByteArray::fromHex("04000100") << 1;
        QTest::newRow("last one without padding") << QByteArray::fromHex("0500010011") << 1;
        QTest::newRow("good, then broken") << QByteArray::fromHex("0500010011000000ffff0100") << 1;
        QTest::newRow("two") << QByteArray::fromHex("050001001100000005000200aa000000") << 2;
    }

    void brokenAttributes()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, count);
        int seen = 0;
        for (const Attribute &attribute : Attributes(bytesOf(bytes))) {
            Q_UNUSED(attribute);
            ++seen;
        }
        QCOMPARE(seen, count);
    }

    void readsValues()
    {
        const QByteArray four = QByteArray::fromHex("01020304");
        QCOMPARE(Attribute({1, bytesOf(four)}).ipAddress(), IpAddress::fromString(u"1.2.3.4"));
        QCOMPARE(Attribute({1, bytesOf(four)}).number(), std::optional<std::uint64_t>(0x04030201));
        QCOMPARE(Attribute({1, bytesOf(four)}).as<quint16>(), std::optional<quint16>());
        QCOMPARE(Attribute({1, bytesOf(four).first(3)}).number(), std::optional<std::uint64_t>());
        QCOMPARE(Attribute({1, bytesOf(QByteArray::fromHex("aabbccddeeff"))}).hardwareAddress().toString(),
                 u"aa:bb:cc:dd:ee:ff"_s);
        QVERIFY(Attribute({1, bytesOf(QByteArray(33, 'x'))}).hardwareAddress().isEmpty());
        QCOMPARE(Attribute({1, bytesOf("eth0")}).text(), u"eth0"_s);
        QCOMPARE(Attribute({1, bytesOf(QByteArray("a\0b", 3))}).text(), u"a"_s);
    }

    void splitsDatagrams()
    {
        LinkBuilder one(RTM_NEWLINK, 2, "eth0");
        LinkBuilder two(RTM_NEWLINK, 3, "eth1");
        QByteArray both;
        for (const Bytes bytes : {one.request().bytes(), two.request().bytes()})
            both.append(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
        QCOMPARE(splitDatagram(bytesOf(both)).size(), std::size_t(2));
        QCOMPARE(splitDatagram(bytesOf(both).first(std::size_t(both.size()) - 1)).size(), std::size_t(1));
        QVERIFY(splitDatagram(bytesOf(QByteArray(64, '\0'))).empty());
    }

    void readsLinks()
    {
        LinkBuilder builder(RTM_NEWLINK, 2, "eth0");
        builder.carrier(true).slaveOf(10, 2, false);
        builder.request().addU32(IFLA_MTU, 9000).addU32(IFLA_CARRIER_DOWN_COUNT, 7);
        const auto link = parseLink(builder.message());
        QVERIFY(link);
        QVERIFY(!link->removed);
        QCOMPARE(link->nic.name, u"eth0"_s);
        QCOMPARE(link->nic.kind, InterfaceKind(InterfaceKind::Physical));
        QCOMPARE(link->nic.mtu, 9000U);
        QCOMPARE(link->nic.masterIndex, 10);
        QCOMPARE(link->nic.carrierDownCount, 7U);
        QVERIFY(link->nic.adminUp && link->nic.carrier);
        QVERIFY(link->slave);
        QCOMPARE(link->slave->mii, MiiStatus::Down);
        QCOMPARE(link->slave->linkFailures, 3U);
        QVERIFY(!link->slave->active);
        QVERIFY(!link->slave->aggregatorId); // not told is not zero
    }

    void passesOverOtherMessages()
    {
        // An 802.1ad VLAN has ids of its own.
        for (const auto &[protocol, id] : {std::pair(0x8100, std::optional<quint16>(20)), {0x88a8, std::nullopt}}) {
            const auto vlan = parseLink(LinkBuilder(RTM_NEWLINK, 9, "bond0.20").vlanOn(7, 20, protocol).message());
            QVERIFY(vlan);
            QCOMPARE(vlan->nic.lowerIndex, id ? 7 : 0);
            QCOMPARE(vlan->nic.vlanId, id);
        }
        QVERIFY(!parseLink(LinkBuilder(RTM_NEWLINK, 2, "eth0", 7 /* AF_BRIDGE */).message()));
        QVERIFY(!parseLink(LinkBuilder(RTM_NEWLINK, 2, "").message()));
        QVERIFY(!parseLink(LinkBuilder(RTM_NEWLINK, -1, "eth0").message()));
        QVERIFY(!parseLink(Message{}));
    }

    /// What is cut off anywhere must be read without harm; the sanitizers watch.
    void readsCutLinks()
    {
        LinkBuilder builder(RTM_NEWLINK, 2, "eth0");
        builder.carrier(true).slaveOf(10, 2);
        const Message whole = builder.message();
        for (std::size_t length = 0; length < whole.payload.size(); ++length) {
            const auto link = parseLink(Message{whole.header, whole.payload.first(length)});
            QVERIFY(!link || link->nic.name == u"eth0"_s);
        }
    }

    void readsBonds()
    {
        LinkBuilder builder(RTM_NEWLINK, 10, "bond0");
        builder.carrier(true).beginBond(4);
        auto &request = builder.request();
        request.addU8(14, 1).addU8(21, 1).addU8(200, 1).beginNest(8);
        request.addBytes(0, QByteArray::fromHex("c0000201")).addBytes(1, QByteArray::fromHex("c00002fe")).endNest();
        request.beginNest(23).addU16(1, 1).addU16(2, 2).addBytes(5, QByteArray::fromHex("02aa00000001")).endNest();
        builder.endBond();
        const auto link = parseLink(builder.message());
        QVERIFY(link && link->bond);
        QCOMPARE(link->bond->mode, Mode::Ieee8023ad);
        QCOMPARE(link->bond->options.value(u"mode"_s), u"802.3ad"_s);
        QCOMPARE(link->bond->options.value(u"miimon"_s), u"100"_s);
        QCOMPARE(link->bond->options.value(u"xmit_hash_policy"_s), u"layer3+4"_s);
        QCOMPARE(link->bond->options.value(u"lacp_rate"_s), u"fast"_s);
        QCOMPARE(link->bond->options.value(u"arp_ip_target"_s), u"192.0.2.1,192.0.2.254"_s);
        QCOMPARE(link->bond->privilegedOptions, privilegedBondOptions());
        QVERIFY(!link->bond->options.contains(u"ad_actor_sys_prio"_s));
        QVERIFY(!link->bond->options.contains(u"lacp_active"_s)); // an older kernel's bond has none
        QVERIFY(link->bond->ad);
        QCOMPARE(link->bond->ad->partnerMac.toString(), u"02:aa:00:00:00:01"_s);
        QVERIFY(link->bond->miiUp);
    }

    void boundsTargets()
    {
        Request request(RTM_NEWLINK, 0);
        request.beginNest(8);
        for (int i = 0; i < 1000; ++i)
            request.addBytes(std::uint16_t(i), QByteArray::fromHex("c0000201"));
        request.endNest();
        const BondState bond = parseBond(Attributes(request.bytes().subspan(sizeof(nlmsghdr))));
        QCOMPARE(bond.options.value(u"arp_ip_target"_s).count(u','), 15);
    }

    /// What we write is what we read back.
    void optionsSurvive()
    {
        const QMap<QString, QString> options{
            {u"mode"_s, u"active-backup"_s},
            {u"miimon"_s, u"0"_s},
            {u"arp_interval"_s, u"250"_s},
            {u"arp_ip_target"_s, u"192.0.2.1,192.0.2.254"_s},
            {u"ns_ip6_target"_s, u"2001:db8::1"_s},
            {u"arp_validate"_s, u"all"_s},
            {u"primary_reselect"_s, u"better"_s},
            {u"fail_over_mac"_s, u"active"_s},
            {u"num_grat_arp"_s, u"3"_s},
            {u"ad_actor_system"_s, u"02:00:00:00:00:01"_s},
            {u"ad_actor_sys_prio"_s, u"4096"_s},
        };
        Request request(RTM_NEWLINK, 0);
        const auto added = addBondOptions(request, options, [](const QString &) { return 5; });
        QVERIFY2(added.has_value(), added ? "" : qPrintable(added.error().message));
        const BondState bond = parseBond(Attributes(request.bytes().subspan(sizeof(nlmsghdr))));
        QCOMPARE(bond.options, options);
    }

    /// Every row of the option table is written in the form in which it is read.
    void everyDefaultSurvives_data()
    {
        QTest::addColumn<QString>("name");
        for (const OptionSpec &spec : allOptions()) {
            if (spec.scope == OptionScope::Bond && spec.kind != OptionKind::IfName)
                QTest::newRow(qPrintable(spec.name)) << spec.name;
        }
    }

    void everyDefaultSurvives()
    {
        QFETCH(QString, name);
        const QString value = findOption(name)->defaultValue;
        Request request(RTM_NEWLINK, 0);
        QVERIFY(addBondOptions(request, {{name, value}}, [](const QString &) { return 0; }));
        const BondState bond = parseBond(Attributes(request.bytes().subspan(sizeof(nlmsghdr))));
        QCOMPARE(bond.options.value(name), value);
    }

    void writesAliases()
    {
        Request request(RTM_NEWLINK, 0);
        QVERIFY(addBondOptions(request, {{u"num_unsol_na"_s, u"3"_s}}, [](const QString &) { return 0; }));
        const BondState bond = parseBond(Attributes(request.bytes().subspan(sizeof(nlmsghdr))));
        QCOMPARE(bond.options.value(u"num_grat_arp"_s), u"3"_s);
    }

    /// Options that only a newer driver reports are restored by a rollback.
    void writesNumbersOfNewerDrivers()
    {
        Request request(RTM_NEWLINK, 0);
        QVERIFY(addBondOptions(request, {{u"xmit_hash_policy"_s, u"17"_s}}, [](const QString &) { return 0; }));
        const BondState bond = parseBond(Attributes(request.bytes().subspan(sizeof(nlmsghdr))));
        QCOMPARE(bond.options.value(u"xmit_hash_policy"_s), u"17"_s);
        Request other(RTM_NEWLINK, 0);
        QVERIFY(!addBondOptions(other, {{u"xmit_hash_policy"_s, u"257"_s}}, [](const QString &) { return 0; }));
    }

    void refusesBadOptions_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::newRow("unknown") << u"colour"_s << u"red"_s;
        QTest::newRow("load time only") << u"max_bonds"_s << u"1"_s;
        QTest::newRow("no number") << u"miimon"_s << u"100ms"_s;
        QTest::newRow("too large") << u"num_grat_arp"_s << u"256"_s;
        QTest::newRow("no name of it") << u"mode"_s << u"802.3AD"_s;
        QTest::newRow("no address") << u"arp_ip_target"_s << u"192.0.2"_s;
        QTest::newRow("wrong family") << u"ns_ip6_target"_s << u"192.0.2.1"_s;
        QTest::newRow("any host") << u"arp_ip_target"_s << u"0.0.0.0"_s;
        QTest::newRow("all hosts") << u"arp_ip_target"_s << u"192.0.2.1,255.255.255.255"_s;
        QTest::newRow("oneself") << u"ns_ip6_target"_s << u"::1"_s;
        QTest::newRow("a group") << u"ns_ip6_target"_s << u"ff02::1"_s;
        QTest::newRow("no such interface") << u"primary"_s << u"eth9"_s;
        QTest::newRow("no MAC") << u"ad_actor_system"_s << u"02-00-00-00-00-01"_s;
    }

    void refusesBadOptions()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        Request request(RTM_NEWLINK, 0);
        const auto added = addBondOptions(request, {{name, value}}, [](const QString &) { return 0; });
        QVERIFY(!added);
        QVERIFY(added.error().message.contains(name));
    }

    void readsAddresses()
    {
        ifaddrmsg header{};
        header.ifa_prefixlen = 24;
        header.ifa_index = 2;
        Request request(RTM_NEWADDR, 0);
        request.fixed(header).addBytes(IFA_ADDRESS, QByteArray::fromHex("c0000263"));
        request.addBytes(IFA_LOCAL, QByteArray::fromHex("c0000201"));
        const auto address = parseAddress(splitDatagram(request.bytes()).at(0));
        QVERIFY(address);
        QCOMPARE(address->network.toString(), u"192.0.2.1/24"_s); // our own end, not the peer's
        QVERIFY(!address->removed);
        QVERIFY(address->isLeased); // no flag says that it is for ever
        request.addU32(IFA_FLAGS, IFA_F_PERMANENT | IFA_F_NOPREFIXROUTE);
        QVERIFY(!parseAddress(splitDatagram(request.bytes()).at(0))->isLeased);
    }

    void readsDefaultRoutes()
    {
        rtmsg header{};
        header.rtm_family = AF_INET;
        header.rtm_table = RT_TABLE_MAIN;
        header.rtm_type = RTN_UNICAST;
        Request request(RTM_NEWROUTE, 0);
        request.fixed(header).addU32(RTA_OIF, 10).addBytes(RTA_GATEWAY, QByteArray::fromHex("c00002fe"));
        request.addU32(RTA_PRIORITY, 100);
        auto routes = parseDefaultRoutes(splitDatagram(request.bytes()).at(0));
        QCOMPARE(routes.size(), std::size_t(1));
        QCOMPARE(routes.at(0), (DefaultRoute{10, false, 100, IpAddress::fromString(u"192.0.2.254")}));
        header.rtm_dst_len = 24;
        Request other(RTM_NEWROUTE, 0);
        other.fixed(header).addU32(RTA_OIF, 10);
        QVERIFY(parseDefaultRoutes(splitDatagram(other.bytes()).at(0)).empty());
    }

    void readsMultipathRoutes()
    {
        rtmsg header{};
        header.rtm_family = AF_INET;
        header.rtm_table = RT_TABLE_MAIN;
        header.rtm_type = RTN_UNICAST;
        QByteArray hops;
        for (int index : {4, 5}) {
            rtnexthop hop{};
            hop.rtnh_len = sizeof hop + 8;
            hop.rtnh_ifindex = index;
            hops.append(reinterpret_cast<const char *>(&hop), sizeof hop);
            hops.append(QByteArray::fromHex("08000500c0000201"));
        }
        Request request(RTM_NEWROUTE, 0);
        request.fixed(header).addBytes(RTA_MULTIPATH, hops);
        const auto routes = parseDefaultRoutes(splitDatagram(request.bytes()).at(0));
        QCOMPARE(routes.size(), std::size_t(2));
        QCOMPARE(routes.at(1), (DefaultRoute{5, false, 0, IpAddress::fromString(u"192.0.2.1")}));
        const auto found = parseNextHops(splitDatagram(request.bytes()).at(0));
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(found.at(0), (NextHop{4, IpAddress::fromString(u"192.0.2.1"), 1, false}));
    }

    void readsStats()
    {
        if_stats_msg header{};
        header.ifindex = 7;
        std::array<std::uint64_t, 24> stats{};
        for (std::size_t i = 0; i < stats.size(); ++i)
            stats.at(i) = i + 1;
        const QByteArray bytes(reinterpret_cast<const char *>(stats.data()), sizeof stats);
        Request request(RTM_NEWSTATS, 0);
        request.fixed(header).addBytes(IFLA_STATS_LINK_64, bytes);
        const auto counters = parseStats(splitDatagram(request.bytes()).at(0));
        QVERIFY(counters);
        QCOMPARE(*counters, (Counters{7, 3, 4, 1, 2, 5, 6, 7, 8}));
        Request cut(RTM_NEWSTATS, 0);
        cut.fixed(header).addBytes(IFLA_STATS_LINK_64, bytes.first(63));
        QVERIFY(!parseStats(splitDatagram(cut.bytes()).at(0)));
    }

    void readsSpeeds()
    {
        const auto speedOf = [](quint32 mbps, quint8 duplex) {
            Request request(20, 0);
            request.fixed(genlmsghdr{}).beginNest(ETHTOOL_A_LINKMODES_HEADER).addU32(ETHTOOL_A_HEADER_DEV_INDEX, 3);
            request.endNest().addU32(ETHTOOL_A_LINKMODES_SPEED, mbps).addU8(ETHTOOL_A_LINKMODES_DUPLEX, duplex);
            return ethtool::parseLinkModes(splitDatagram(request.bytes()).at(0)).value();
        };
        QCOMPARE(speedOf(25000, 1).first, 3);
        QCOMPARE(speedOf(25000, 1).second, (LinkSpeed{25000, Duplex::Full}));
        QCOMPARE(speedOf(0xffffffff, 0xff).second, LinkSpeed());
        QCOMPARE(speedOf(0, 0).second, (LinkSpeed{std::nullopt, Duplex::Half}));
    }

    void readsErrors()
    {
        nlmsgerr error{};
        error.error = -EPERM;
        error.msg.nlmsg_len = sizeof(nlmsghdr);
        Request request(NLMSG_ERROR, NLM_F_ACK_TLVS);
        request.fixed(error).addText(NLMSGERR_ATTR_MSG, "unable to set option because the bond has slaves");
        const Message message = splitDatagram(request.bytes()).at(0);
        QCOMPARE(message.errorNumber(), EPERM);
        QCOMPARE(message.errorText(), u"unable to set option because the bond has slaves"_s);
        QCOMPARE(Message({message.header, message.payload.first(2)}).errorNumber(), EBADMSG);
    }
};

QTEST_GUILESS_MAIN(TestNetlinkParsers)
#include "tst_netlinkparsers.moc"
