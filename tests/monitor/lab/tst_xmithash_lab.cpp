// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "framesniffer.h"
#include "kernel/xmithash.h"
#include "lab/guest.h"

#include <QTest>
#include <QUdpSocket>

#include <memory>

using namespace bondwright;
using namespace bondwright::kernel;
using namespace Qt::StringLiterals;

/// The hash calculator against the driver: which slave does each flow really take?
class TestXmitHashLab : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void driverAgrees_data();
    void driverAgrees();
    void pingAgrees();
    void cleanupTestCase();

private:
    QString slaveOf(const QByteArray &needle);
    std::vector<std::unique_ptr<lab::FrameSniffer>> m_sniffers;
    Flow m_flow;
};

void TestXmitHashLab::initTestCase()
{
    QVERIFY2(lab::isGuest(), "runs in the lab's guest");
    // Balance-xor on plain ports of one bridge: enough to see what is sent.
    QVERIFY(lab::ip({u"link add bond0 type bond mode balance-xor miimon 100"_s, u"link set eth2 master bond0"_s,
                     u"link set eth0 master bond0"_s, u"link set eth1 master bond0"_s,
                     u"address add 192.0.2.1/24 dev bond0"_s, u"address add 2001:db8::1/64 dev bond0 nodad"_s,
                     u"link set bond0 up"_s,
                     u"neighbour replace 192.0.2.200 lladdr 02:00:00:00:00:c8 dev bond0 nud permanent"_s,
                     u"neighbour replace 192.0.2.201 lladdr 02:00:00:00:00:c9 dev bond0 nud permanent"_s,
                     u"neighbour replace 2001:db8::c8 lladdr 02:00:00:00:00:ca dev bond0 nud permanent"_s}));
    QVERIFY(lab::eventually([] { return lab::attribute(u"bond0"_s, u"bonding/mii_status"_s) == u"up"; }));
    QVERIFY(lab::eventually([] { return lab::attribute(u"eth1"_s, u"bonding_slave/mii_status"_s) == u"up"; }));
    for (int i = 0; i < 3; ++i) {
        m_sniffers.push_back(std::make_unique<lab::FrameSniffer>(u"eth%1"_s.arg(i)));
        QVERIFY(m_sniffers.back()->isOpen());
    }
    m_flow.sourceMac = MacAddress::fromString(lab::attribute(u"bond0"_s, u"address"_s));
}

QString TestXmitHashLab::slaveOf(const QByteArray &needle)
{
    QString seenOn;
    lab::eventually(
        [&] {
            for (std::size_t i = 0; i < m_sniffers.size(); ++i) {
                for (const lab::Frame &frame : m_sniffers[i]->take()) {
                    if (frame.isOutgoing && frame.bytes.contains(needle))
                        seenOn = u"eth%1"_s.arg(i);
                }
            }
            return !seenOn.isEmpty();
        },
        std::chrono::milliseconds(1000));
    return seenOn;
}

void TestXmitHashLab::driverAgrees_data()
{
    QTest::addColumn<XmitPolicy>("policy");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("destination");
    QTest::addColumn<QString>("mac");
    for (int i = 0; i <= 5; ++i) {
        const auto policy = XmitPolicy(i);
        const QString name = xmitPolicyName(policy);
        QTest::addRow("%s ipv4", qPrintable(name))
            << policy << u"192.0.2.1"_s << u"192.0.2.200"_s << u"02:00:00:00:00:c8"_s;
        QTest::addRow("%s ipv4 next", qPrintable(name))
            << policy << u"192.0.2.1"_s << u"192.0.2.201"_s << u"02:00:00:00:00:c9"_s;
        QTest::addRow("%s ipv6", qPrintable(name))
            << policy << u"2001:db8::1"_s << u"2001:db8::c8"_s << u"02:00:00:00:00:ca"_s;
    }
}

void TestXmitHashLab::driverAgrees()
{
    QFETCH(XmitPolicy, policy);
    QFETCH(QString, source);
    QFETCH(QString, destination);
    QFETCH(QString, mac);
    const QString name = xmitPolicyName(policy);
    QVERIFY(lab::ip({u"link set bond0 type bond xmit_hash_policy "_s + name}));
    const QStringList order = lab::attribute(u"bond0"_s, u"bonding/slaves"_s).split(u' ');
    QCOMPARE(order, QStringList({u"eth2"_s, u"eth0"_s, u"eth1"_s})); // as enslaved, not by number
    Flow flow = m_flow;
    flow.destinationMac = MacAddress::fromString(mac);
    flow.source = IpAddress::fromString(source);
    flow.destination = IpAddress::fromString(destination);
    flow.protocol = FlowProtocol::Udp;
    QSet<QString> used;
    for (int i = 0; i < 12; ++i) {
        QUdpSocket socket;
        QVERIFY(socket.bind(QHostAddress(source), 0));
        flow.sourcePort = socket.localPort();
        flow.destinationPort = quint16(4000 + i * 7);
        const QByteArray mark
            = "bondwright-" + name.toLatin1() + '-' + destination.toLatin1() + '-' + QByteArray::number(i);
        QCOMPARE(socket.writeDatagram(mark, QHostAddress(destination), flow.destinationPort), mark.size());
        const QString taken = slaveOf(mark);
        QVERIFY2(!taken.isEmpty(), "the frame was not seen on any slave");
        used.insert(taken);
        if (policy != XmitPolicy::Encap34) // there the socket's random hash decides
            QCOMPARE(taken, slaveForHash(xmitHash(policy, flow), order));
    }
    const bool looksAtPorts = policy == XmitPolicy::Layer34 || policy == XmitPolicy::Encap34;
    QVERIFY(looksAtPorts ? used.size() > 1 : used.size() == 1);
}

void TestXmitHashLab::pingAgrees()
{
    QVERIFY(lab::ip({u"link set bond0 type bond xmit_hash_policy layer3+4"_s}));
    const QStringList order = lab::attribute(u"bond0"_s, u"bonding/slaves"_s).split(u' ');
    for (int i = 0; i < 4; ++i) {
        for (const auto &sniffer : m_sniffers)
            sniffer->take();
        lab::ping(u"192.0.2.200"_s, std::chrono::milliseconds(1));
        QString taken;
        QByteArray request;
        QVERIFY(lab::eventually([&] {
            for (std::size_t s = 0; s < m_sniffers.size(); ++s) {
                for (const lab::Frame &frame : m_sniffers[s]->take()) {
                    if (frame.isOutgoing && frame.bytes.size() >= 42 && frame.bytes.at(23) == 1
                        && frame.bytes.at(34) == 8) {
                        taken = u"eth%1"_s.arg(s);
                        request = frame.bytes;
                    }
                }
            }
            return !taken.isEmpty();
        }));
        Flow flow = m_flow;
        flow.destinationMac = MacAddress::fromString(u"02:00:00:00:00:c8");
        flow.source = IpAddress::fromString(u"192.0.2.1"_s);
        flow.destination = IpAddress::fromString(u"192.0.2.200"_s);
        flow.protocol = FlowProtocol::IcmpEcho;
        flow.icmpId = quint16(quint8(request.at(38)) << 8 | quint8(request.at(39)));
        QCOMPARE(taken, slaveForHash(xmitHash(XmitPolicy::Layer34, flow), order));
    }
}

void TestXmitHashLab::cleanupTestCase()
{
    m_sniffers.clear();
    if (lab::isGuest())
        lab::ip({u"link del bond0"_s});
}

QTEST_GUILESS_MAIN(TestXmitHashLab)
#include "tst_xmithash_lab.moc"
