// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/xmithash.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace bondwright;
using namespace bondwright::kernel;
using namespace Qt::StringLiterals;

class TestXmitHash : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hash_data();
    void hash();
    void macTexts_data();
    void macTexts();
    void enslaveOrderIsRead();
    void candidatesFollowTheDriver();
    void onlyHashModesSendByHash();
};

namespace
{

Flow flow()
{
    Flow f;
    f.sourceMac = MacAddress::fromString(u"52:54:00:12:34:56");
    f.destinationMac = MacAddress::fromString(u"00:1b:21:aa:bb:c3");
    f.source = IpAddress::fromString(u"192.168.1.11"_s);
    f.destination = IpAddress::fromString(u"192.168.1.1"_s);
    f.sourcePort = 40000;
    f.destinationPort = 443;
    return f;
}

SlaveState slave(int ifindex, const QString &name, MiiStatus mii = MiiStatus::Up)
{
    SlaveState s;
    s.ifindex = ifindex;
    s.name = name;
    s.mii = mii;
    s.active = true;
    return s;
}

} // namespace

// The expected values were worked out by hand from the driver's steps, for a little-endian machine.
void TestXmitHash::hash_data()
{
    QTest::addColumn<int>("policy");
    QTest::addColumn<Flow>("flow");
    QTest::addColumn<quint32>("expected");

    // 0xc3 ^ 0x56 ^ 0x0800
    QTest::newRow("layer2") << 0 << flow() << 0x0895U;
    Flow arp = flow();
    arp.protocol = FlowProtocol::NotIp;
    arp.etherType = 0x0806;
    QTest::newRow("layer2 arp") << 0 << arp << 0x0893U;
    QTest::newRow("layer3+4 arp falls back to layer2") << 1 << arp << 0x0893U;
    // addresses c0 a8 01 0b and c0 a8 01 01 as words: 0x0b01a8c0 ^ 0x0101a8c0 = 0x0a000000
    // ports 9c40 01bb in memory 9c 40 01 bb = word 0xbb01409c; ^ = 0xb101409c
    // ^>>16: 0xb101f19d; ^>>8: 0xb101f19d ^ 0x00b101f1 = 0xb1b0f06c; >>1 = 0x58d87836
    QTest::newRow("layer3+4 tcp") << 1 << flow() << 0x58d87836U;
    QTest::newRow("encap3+4 tcp") << 4 << flow() << 0x58d87836U;
    // 0x0895 ^ 0x0a000000 = 0x0a000895; ^>>16: 0x0a000295; ^>>8: 0x0a000295 ^ 0x000a0002 = 0x0a0a0297
    QTest::newRow("layer2+3") << 2 << flow() << 0x0a0a0297U;
    QTest::newRow("encap2+3") << 3 << flow() << 0x0a0a0297U;
    // 0x525400 ^ 0x123456
    QTest::newRow("vlan+srcmac, no tag") << 5 << flow() << 0x406056U;
    Flow tagged = flow();
    tagged.vlan = 100;
    QTest::newRow("vlan+srcmac, tag 100") << 5 << tagged << 0x406032U;
    Flow fragment = flow();
    fragment.protocol = FlowProtocol::Other;
    // 0x0a000000: ^>>16 0x0a000a00; ^>>8 0x0a0a0a0a; >>1
    QTest::newRow("layer3+4 without ports") << 1 << fragment << 0x05050505U;
    Flow ping = flow();
    ping.protocol = FlowProtocol::IcmpEcho;
    ping.icmpId = 0x1234;
    // icmp word: type 8, code 0, id in host order: 0x12340008; ^0x0a000000 = 0x18340008
    // ^>>16: 0x1834183c; ^>>8: 0x1834183c ^ 0x00183418 = 0x182c2c24; >>1
    QTest::newRow("layer3+4 ping") << 1 << ping << 0x0c161612U;
    Flow six = flow();
    six.source = IpAddress::fromString(u"2001:db8::1"_s);
    six.destination = IpAddress::fromString(u"2001:db8::2"_s);
    six.sourcePort = six.destinationPort = 0;
    // words 0xb80d0120 twice cancel; last words 0x01000000 ^ 0x02000000 = 0x03000000
    QTest::newRow("layer3+4 ipv6") << 1 << six << 0x01818181U;
    // 0x0895 with ethertype 86dd: c3 ^ 56 ^ 86dd = 0x8648; ^ 0x03000000 = 0x03008648
    // ^>>16: 0x03008548; ^>>8 0x03008548 ^ 0x00030085 = 0x030385cd
    QTest::newRow("layer2+3 ipv6") << 2 << six << 0x030385cdU;
}

void TestXmitHash::hash()
{
    QFETCH(int, policy);
    QFETCH(Flow, flow);
    QFETCH(quint32, expected);
    if (QSysInfo::ByteOrder != QSysInfo::LittleEndian)
        QSKIP("the driver's hash depends on the byte order; the rows are for little endian");
    QCOMPARE(xmitHash(XmitPolicy(policy), flow), expected);
}

void TestXmitHash::macTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isMac");
    QTest::newRow("usual") << u"52:54:00:12:34:56"_s << true;
    QTest::newRow("capitals") << u"AA:BB:CC:DD:EE:FF"_s << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("short") << u"52:54:00:12:34"_s << false;
    QTest::newRow("dashes") << u"52-54-00-12-34-56"_s << false;
    QTest::newRow("not hex") << u"52:54:00:12:34:5g"_s << false;
    QTest::newRow("sign") << u"+2:54:00:12:34:56"_s << false;
    QTest::newRow("blank") << u" 2:54:00:12:34:56"_s << false;
}

void TestXmitHash::macTexts()
{
    QFETCH(QString, text);
    QFETCH(bool, isMac);
    QCOMPARE(!MacAddress::fromString(text).isEmpty(), isMac);
}

void TestXmitHash::candidatesFollowTheDriver()
{
    BondState bond;
    bond.mode = Mode::BalanceXor;
    bond.slaves = {slave(2, u"eth0"_s), slave(3, u"eth1"_s, MiiStatus::Down), slave(4, u"eth2"_s)};
    QCOMPARE(hashCandidates(bond), QStringList({u"eth0"_s, u"eth2"_s}));
    QCOMPARE(hashCandidates(bond, {u"eth2"_s, u"eth1"_s, u"eth0"_s}), QStringList({u"eth2"_s, u"eth0"_s}));
    QCOMPARE(slaveForHash(5, {u"eth2"_s, u"eth0"_s}), u"eth0"_s);
    QCOMPARE(slaveForHash(5, {}), QString());

    bond.mode = Mode::Ieee8023ad;
    QCOMPARE(hashCandidates(bond), QStringList());
    bond.ad = AdInfo{.aggregatorId = 1, .ports = 1, .actorKey = 0, .partnerKey = 0, .partnerMac = {}};
    bond.slaves[0].aggregatorId = 1;
    bond.slaves[2].aggregatorId = 2;
    QCOMPARE(hashCandidates(bond), QStringList({u"eth0"_s}));
}

void TestXmitHash::enslaveOrderIsRead()
{
    QTemporaryDir root;
    QVERIFY(QDir().mkpath(root.filePath(u"class/net/bond0/bonding"_s)));
    QFile file(root.filePath(u"class/net/bond0/bonding/slaves"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("eth2 eth0 eth1\n");
    file.close();
    QCOMPARE(enslaveOrder(u"bond0"_s, root.path()), QStringList({u"eth2"_s, u"eth0"_s, u"eth1"_s}));
    QVERIFY(enslaveOrder(u"bond1"_s, root.path()).isEmpty());
    QVERIFY(enslaveOrder(u"../bond0"_s, root.path()).isEmpty());
}

void TestXmitHash::onlyHashModesSendByHash()
{
    BondState bond;
    for (int mode = 0; mode <= 6; ++mode) {
        bond.mode = Mode(mode);
        QCOMPARE(sendsByHash(bond), mode == 2 || mode == 4);
    }
    bond.mode = Mode::BalanceTlb;
    bond.options.insert(u"tlb_dynamic_lb"_s, u"0"_s);
    QVERIFY(sendsByHash(bond));
}

QTEST_GUILESS_MAIN(TestXmitHash)
#include "tst_xmithash.moc"
