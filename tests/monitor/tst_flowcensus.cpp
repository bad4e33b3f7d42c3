// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernel/flowcensus.h"

#include <QTest>

using namespace bondwright;
using namespace bondwright::kernel;
using namespace Qt::StringLiterals;

class TestFlowCensus : public QObject
{
    Q_OBJECT
private:
    static std::optional<Flow> read(const QByteArray &hex, std::optional<quint16> vlan = {})
    {
        const QByteArray bytes = QByteArray::fromHex(hex);
        return flowOfFrame({reinterpret_cast<const std::byte *>(bytes.constData()), std::size_t(bytes.size())}, vlan);
    }
    static Flow connection(quint16 port)
    {
        Flow flow;
        flow.sourceMac = MacAddress::fromString(u"02:00:00:00:00:01");
        flow.destinationMac = MacAddress::fromString(u"02:00:00:00:00:02");
        flow.source = IpAddress::fromString(u"192.0.2.1");
        flow.destination = IpAddress::fromString(u"192.0.2.254");
        flow.sourcePort = port;
        flow.destinationPort = 443;
        return flow;
    }

private Q_SLOTS:
    void frames_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<int>("protocol");
        QTest::addColumn<int>("port");
        QTest::addColumn<int>("vlan");
        const QByteArray macs = "020000000001020000000002";
        const QByteArray ip4 = "4500002800010000400600 00c0000201c00002fe";
        const QByteArray ports = "9c4001bb000000000000000050000000";
        const auto row = [](const char *name, const QByteArray &frame, FlowProtocol protocol, int port, int vlan) {
            QTest::newRow(name) << frame << int(protocol) << port << vlan;
        };
        row("TCP", macs + "0800" + ip4 + ports, FlowProtocol::Tcp, 40000, -1);
        row("UDP", macs + "0800" + QByteArray(ip4).replace("4006", "4011") + ports, FlowProtocol::Udp, 40000, -1);
        row("VLAN 30", macs + "8100001e0800" + ip4 + ports, FlowProtocol::Tcp, 40000, 30);
        row("two tags", macs + "88a800058100001e0800" + ip4 + ports, FlowProtocol::Tcp, 40000, 5);
        row("a fragment", macs + "0800" + QByteArray(ip4).replace("00010000", "00012000") + ports, FlowProtocol::Other,
            0, -1);
        row("echo request", macs + "0800" + QByteArray(ip4).replace("4006", "4001") + "0800000012340001",
            FlowProtocol::IcmpEcho, 0, -1);
        row("ports cut off", macs + "0800" + ip4 + "9c40", FlowProtocol::Other, 0, -1);
        row("header cut off", macs + "0800" + ip4.left(20), FlowProtocol::NotIp, 0, -1);
        row("header too short", macs + "0800" + QByteArray(ip4).replace(0, 2, "44") + ports, FlowProtocol::NotIp, 0,
            -1);
        row("ARP", macs + "0806" + QByteArray(56, '0'), FlowProtocol::NotIp, 0, -1);
        const QByteArray addresses = "20010db8000000000000000000000001"
                                     "20010db8000000000000000000000002";
        row("IPv6 behind two extensions",
            macs + "86dd600000000000 0040" + addresses
                + "3c00000000000000"
                  "1100000000000000"
                + ports,
            FlowProtocol::Udp, 40000, -1);
        row("IPv6, extension without end", macs + "86dd6000000000000040" + addresses + "00ff000000000000",
            FlowProtocol::Other, 0, -1);
    }
    void frames()
    {
        QFETCH(QByteArray, frame);
        QFETCH(int, vlan);
        const auto flow = read(frame);
        QVERIFY(flow);
        QTEST(int(flow->protocol), "protocol");
        QTEST(int(flow->sourcePort), "port");
        QCOMPARE(flow->vlan ? int(*flow->vlan) : -1, vlan);
        QCOMPARE(flow->destinationMac.octets()[5], quint8(1));
        QCOMPARE(flow->sourceMac.octets()[5], quint8(2));
        QCOMPARE(read(frame, 7)->vlan, std::optional<quint16>(7)); // the kernel's own tag is the outer one
    }
    void tooShort() { QVERIFY(!read("0200000000010200000000020")); }

    /// Many connections between two hosts: layer2 puts all on one link, layer3+4 does not.
    void saysWhatWouldSpread()
    {
        FlowCensus census(2);
        for (int i = 0; i < 200; ++i)
            census.add(connection(quint16(40'000 + i)), 1000);
        const FlowCount count = census.count();
        QCOMPARE(count.flows, 200u);
        QCOMPARE(count.frames, 200u);
        QCOMPARE(count.bytes, 200'000u);
        QCOMPARE(count.heaviest, 1000u);
        QCOMPARE(count.of(XmitPolicy::Layer2)->busiestShare(), 1.0);
        QVERIFY(count.of(XmitPolicy::Layer34)->busiestShare() < 0.65);
        QCOMPARE(count.better(XmitPolicy::Layer2), std::optional(XmitPolicy::Layer34));
        QCOMPARE(count.better(XmitPolicy::Layer34), std::nullopt);
        QCOMPARE(flowCountFromLines(toLines(count)), std::optional(count));
    }

    void oneFlowStaysOne()
    {
        FlowCensus census(2);
        for (int i = 0; i < 50; ++i)
            census.add(connection(40'000), 1500);
        QCOMPARE(census.count().flows, 1u);
        QCOMPARE(census.count().heaviest, 75'000u);
        QCOMPARE(census.count().better(XmitPolicy::Layer2), std::nullopt);
    }

    void manyFlowsAreBounded()
    {
        FlowCensus census(4);
        for (int i = 0; i < 60'000; ++i)
            census.add(connection(quint16(i)), 100);
        QCOMPARE(census.count().flows, FlowCount::maxFlows);
        QCOMPARE(census.count().bytes, 6'000'000u);
    }

    void foreignLines()
    {
        QVERIFY(flowCountFromLines("flows 1 2 0 1 2\nlayer2 2 0\n"));
        for (const char *lines : {"", "flows 1 2 0 1 2\n", "layer2 1 2\n", "flows 1 2\nlayer2 1 2\n",
                                  "flows 1 2 0 1 2\nlayer2 -1 0\n", "flows 1 2 0 1 2\nlayer2 1\nlayer2 1\n",
                                  "flows 1 2 0 1 2\nlayer9 1 0\n", "flows 1 2 0 1 99999999999999999999\nlayer2 2 0\n"})
            QVERIFY2(!flowCountFromLines(lines), lines);
    }
};

QTEST_GUILESS_MAIN(TestFlowCensus)
#include "tst_flowcensus.moc"
