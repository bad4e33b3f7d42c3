// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/agentless/agentlesssource.h"
#include "host/transport/commandchannel.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace bondwright;
using namespace bondwright::host;
using namespace Qt::StringLiterals;

namespace
{

QByteArray bondText(const QByteArray &active, bool isEth1Up)
{
    return "Ethernet Channel Bonding Driver: v5.14.0\n\nBonding Mode: fault-tolerance (active-backup)\n"
           "Primary Slave: None\nCurrently Active Slave: "
        + active
        + "\nMII Status: up\nMII Polling Interval (ms): 100\nUp Delay (ms): 0\nDown Delay (ms): 0\n\n"
          "Slave Interface: eth0\nMII Status: up\nSpeed: 10000 Mbps\nDuplex: full\nLink Failure Count: 0\n"
          "Permanent HW addr: 52:54:00:00:00:01\nSlave queue ID: 0\n\n"
          "Slave Interface: eth1\nMII Status: "
        + (isEth1Up ? "up" : "down")
        + "\nSpeed: 10000 Mbps\nDuplex: full\nLink Failure Count: 1\nPermanent HW addr: 52:54:00:00:00:02\n"
          "Slave queue ID: 0\n";
}

QByteArrayList frameOf(const QByteArray &bond, const QByteArray &uptime = "100.00", bool isWhole = true)
{
    QByteArrayList lines{"kernel 5.14.0-70.el9", "frame " + uptime, "bonds", "bond bond0"};
    for (const QByteArray &line : bond.split('\n'))
        lines.append('|' + line);
    lines += {"nics",
              "nic bond0 10 0x1443 1 1500 10000 full 52:54:00:00:00:01 1 DEVTYPE=bond -",
              "nic eth0 2 0x1843 1 1500 10000 full 52:54:00:00:00:01 1 INTERFACE=eth0 10",
              "nic eth1 3 0x1843 1 1500 -1 unknown 52:54:00:00:00:01 1 INTERFACE=eth1 10",
              "nic eth2 4 0x1002 - 1500 - - 52:54:00:00:00:03 1 - -",
              "nic lo 1 0x9 1 65536 - - 00:00:00:00:00:00 772 INTERFACE=lo -",
              "dev",
              "|Inter-|   Receive                                                |  Transmit",
              "| face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop",
              "|  eth0:1000 10 1 2 0 0 0 0 3000 30 3 4 0 0 0 0",
              "|  eth1: 5 6 7 8 0 0 0 0 9 10 11 12 0 0 0 0"};
    if (isWhole)
        lines += {"route",
                  "|Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT",
                  "|bond0\t00000000\tFE0200C0\t0003\t0\t0\t0\t00000000\t0\t0\t0",
                  "addresses",
                  "|10: bond0    inet 192.0.2.1/24 brd 192.0.2.255 scope global bond0\\       valid_lft forever",
                  "|10: bond0    inet6 2001:db8::1/64 scope global \\       valid_lft forever"};
    return lines + QByteArrayList{"end"};
}

std::optional<Frame> read(FrameReader &reader, const QByteArrayList &lines)
{
    std::optional<Frame> frame;
    for (const QByteArray &line : lines) {
        auto some = reader.add(line);
        if (some && *some)
            frame = std::move(**some);
    }
    return frame;
}

/// A channel that a test speaks through.
class Script final : public LineChannel
{
public:
    void send(const QByteArray &line) override { sent.append(line); }
    qint64 waitingBytes() const override { return 0; }
    void close() override { Q_EMIT closed({}); }
    void say(const QByteArrayList &lines)
    {
        for (const QByteArray &line : lines)
            Q_EMIT lineReceived(line);
    }
    QByteArrayList sent;
};

} // namespace

class TestAgentless : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFrameIsAState();
    void kindsAreTheKernels_data();
    void kindsAreTheKernels();
    void aBridgeHasItsPorts();
    void leasesAndGateways_data();
    void leasesAndGateways();
    void whatComesNowAndThenStays();
    void whatIsLeftOutIsAsBefore();
    void aFailoverIsSeenByComparing();
    void samplesAreOfWhatIsWatched();
    void junkEndsIt_data();
    void junkEndsIt();
    void everyShellRunsIt_data();
    void everyShellRunsIt();
    void itEndsWithItsViewer_data();
    void itEndsWithItsViewer();
};

void TestAgentless::aFrameIsAState()
{
    FrameReader reader;
    const auto frame = read(reader, frameOf(bondText("eth0", true)));
    QVERIFY(frame);
    const kernel::Snapshot snapshot = snapshotOf(*frame, {});
    QCOMPARE(snapshot.kernelRelease, u"5.14.0-70.el9"_s);
    const kernel::BondState *bond = snapshot.bondByName(u"bond0");
    QVERIFY(bond);
    QCOMPARE(bond->ifindex, 10);
    QCOMPARE(bond->mode, Mode::ActiveBackup);
    QCOMPARE(bond->activeSlave, std::optional(2));
    QCOMPARE(bond->slaves.size(), 2);
    QCOMPARE(bond->slaves.at(1).ifindex, 3);
    const kernel::NicState &eth1 = snapshot.nics[3];
    QCOMPARE(eth1.masterIndex, 10);
    QCOMPARE(eth1.speedMbps, std::optional(10'000U)); // sysfs does not know, the driver does
    QCOMPARE(eth1.permanentMac.toString(), u"52:54:00:00:00:02"_s);
    const kernel::NicState &eth2 = snapshot.nics[4];
    QVERIFY(!eth2.adminUp && !eth2.carrier && !eth2.speedMbps);
    QCOMPARE(snapshot.nics[1].kind, InterfaceKind(InterfaceKind::Loopback));
    QCOMPARE(snapshot.nics[10].addresses.toStrings(), (QStringList{u"192.0.2.1/24"_s, u"2001:db8::1/64"_s}));
    QVERIFY(snapshot.nics[10].carriesDefaultRoute);
    QCOMPARE(snapshot.nics[10].gateway, IpAddress::fromString(u"192.0.2.254"));
    const auto counters = countersOf(frame->counters, snapshot);
    QCOMPARE(counters.size(), 2);
    QCOMPARE(counters.at(0), (kernel::Counters{2, 1000, 3000, 10, 30, 1, 3, 2, 4}));
}

void TestAgentless::kindsAreTheKernels_data()
{
    QTest::addColumn<QByteArray>("told"); // hardware type, first line of uevent
    QTest::addColumn<InterfaceKind>("kind");
    const auto row
        = [](const QByteArray &told, const InterfaceKind &kind) { QTest::newRow(told.constData()) << told << kind; };
    row("1 INTERFACE=x0", InterfaceKind::Physical);
    row("1 -", InterfaceKind::Physical);
    row("772 INTERFACE=x0", InterfaceKind::Loopback);
    row("32 INTERFACE=x0", InterfaceKind::Unknown);
    row("1 DEVTYPE=vlan", InterfaceKind::Vlan);
    row("1 DEVTYPE=bridge", InterfaceKind::Bridge);
    row("1 DEVTYPE=bond", InterfaceKind::Bond);
    row("1 DEVTYPE=macvlan", InterfaceKind::Macvlan);
    row("1 DEVTYPE=wlan", InterfaceKind::Wireless);
    row("1 DEVTYPE=gadget", InterfaceKind::fromString(u"gadget"));
    row("1 DEVTYPE=\033[2J", InterfaceKind::fromString(u"\\u001b[2J"));
}

void TestAgentless::kindsAreTheKernels()
{
    QFETCH(QByteArray, told);
    FrameReader reader;
    const auto frame = read(reader,
                            {"kernel 6.1.0", "frame 1.00", "nics",
                             "nic x0 2 0x1843 1 1500 10000 full 52:54:00:00:00:01 " + told + " -", "end"});
    QVERIFY(frame);
    QTEST(snapshotOf(*frame, {}).nics.value(2).kind, "kind");
}

/// A NIC that carries a bridge is not free for a bond.
void TestAgentless::aBridgeHasItsPorts()
{
    FrameReader reader;
    const auto frame = read(reader,
                            {"kernel 6.1.0", "frame 1.00", "nics",
                             "nic br0 7 0x1003 1 1500 - - 52:54:00:00:00:03 1 DEVTYPE=bridge -",
                             "nic eth2 4 0x1103 1 1500 - - 52:54:00:00:00:03 1 INTERFACE=eth2 7",
                             "nic eth3 5 0x1003 1 1500 - - 52:54:00:00:00:04 1 INTERFACE=eth3 -", "end"});
    QVERIFY(frame);
    const HostFacts facts = kernel::toHostFacts(snapshotOf(*frame, {}));
    QCOMPARE(facts.nic(u"eth2"_s)->master, u"br0"_s);
    QCOMPARE(facts.nic(u"eth2"_s)->masterKind, InterfaceKind(InterfaceKind::Bridge));
    QCOMPARE(facts.nic(u"eth3"_s)->master, QString());
}

void TestAgentless::leasesAndGateways_data()
{
    QTest::addColumn<QByteArrayList>("routes");
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QString>("leased");
    QTest::addColumn<QString>("gateways"); // the one that is shown, and IPv6's
    const QByteArray none(32, '0');
    const auto ip4By = [](const QByteArray &gateway, const QByteArray &metric, const QByteArray &flags = "0003") {
        return "eth0\t00000000\t" + gateway + '\t' + flags + "\t0\t0\t" + metric + "\t00000000\t0\t0\t0";
    };
    const QByteArray ip4 = ip4By("FE0200C0", "0");
    const auto ip6
        = [&none](const QByteArray &hop, const QByteArray &flags = "00000003", const QByteArray &metric = "00000400") {
              return none + " 00 " + none + " 00 " + hop + ' ' + metric + " 00000001 00000000 " + flags + "     eth0";
          };
    const QByteArray first = "20010db8000000000000000000000001", second = "fe800000000000000000000000000001";
    const QByteArray byHand = "inet 192.0.2.1/24 scope global eth0\\       valid_lft forever";
    QTest::newRow("by hand") << QByteArrayList{ip4} << byHand << QString() << u"192.0.2.254 -"_s;
    QTest::newRow("from DHCP") << QByteArrayList{ip4}
                               << QByteArray(
                                      "inet 192.0.2.1/24 brd 192.0.2.255 scope global dynamic noprefixroute eth0\\ "
                                      "      valid_lft 86000sec preferred_lft 86000sec")
                               << u"192.0.2.1/24"_s << u"192.0.2.254 -"_s;
    QTest::newRow("from a router") << QByteArrayList{ip6(
        second)} << QByteArray("inet6 2001:db8::5/64 scope global dynamic mngtmpaddr \\       valid_lft 86000sec")
                                   << u"2001:db8::5/64"_s << u"fe80::1 fe80::1"_s;
    QTest::newRow("both families") << QByteArrayList{ip4, ip6(first)} << byHand << QString()
                                   << u"192.0.2.254 2001:db8::1"_s;
    QTest::newRow("the better one first")
        << QByteArrayList{ip6(first), ip6(second)} << byHand << QString() << u"2001:db8::1 2001:db8::1"_s;
    const QByteArray best = ip4By("FE0200C0", "100"), worse = ip4By("FD0200C0", "600");
    QTest::newRow("the lower metric, first")
        << QByteArrayList{best, worse} << byHand << QString() << u"192.0.2.254 -"_s;
    QTest::newRow("the lower metric, last") << QByteArrayList{worse, best} << byHand << QString() << u"192.0.2.254 -"_s;
    QTest::newRow("the lower metric, through the link itself")
        << QByteArrayList{ip4By("00000000", "0", "0001"), worse} << byHand << QString() << u"- -"_s;
    QTest::newRow("the lower metric of IPv6") << QByteArrayList{ip6(second, "00000003", "00000800"), ip6(first)}
                                              << byHand << QString() << u"2001:db8::1 2001:db8::1"_s;
    QTest::newRow("IPv4, whatever the metrics") << QByteArrayList{ip6(first, "00000003", "00000001"), worse} << byHand
                                                << QString() << u"192.0.2.253 2001:db8::1"_s;
    QTest::newRow("IPv4 rejected") << QByteArrayList{worse, ip4By("FE0200C0", "0", "0201")} << byHand << QString()
                                   << u"192.0.2.253 -"_s;
    QTest::newRow("no next hop") << QByteArrayList{ip6(none)} << byHand << QString() << u"- -"_s;
    QTest::newRow("rejected") << QByteArrayList{ip6(none, "00200200"), ip6(first)} << byHand << QString()
                              << u"2001:db8::1 2001:db8::1"_s;
    QTest::newRow("not a default route") << QByteArrayList{first + " 40 " + none + " 00 " + second
                                                           + " 00000400 00000001 00000000 00000003 eth0"}
                                         << byHand << QString() << u"- -"_s;
    QTest::newRow("cut short") << QByteArrayList{none + " 00 " + none + " 00 20"} << byHand << QString() << u"- -"_s;
    QTest::newRow("no address") << QByteArrayList{ip6("20010db8")} << byHand << QString() << u"- -"_s;
}

/// An address that is only lent must not be proposed as a fixed one.
void TestAgentless::leasesAndGateways()
{
    QFETCH(QByteArrayList, routes);
    QFETCH(QByteArray, address);
    QByteArrayList lines{"kernel 6.1.0", "frame 1.00", "nics",
                         "nic eth0 2 0x1843 1 1500 10000 full 52:54:00:00:00:01 1 INTERFACE=eth0 -", "route"};
    for (const QByteArray &route : routes)
        lines.append('|' + route);
    lines += {"addresses", "|2: eth0    " + address, "end"};
    FrameReader reader;
    const auto frame = read(reader, lines);
    QVERIFY(frame);
    const kernel::NicState nic = snapshotOf(*frame, {}).nics.value(2);
    QCOMPARE(nic.addresses.size(), 1);
    QTEST(nic.leasedAddresses.toStrings().join(u' '), "leased");
    const auto text = [](const std::optional<IpAddress> &gateway) { return gateway ? gateway->toString() : u"-"_s; };
    QTEST(u"%1 %2"_s.arg(text(nic.gateway), text(nic.ipv6Gateway)), "gateways");
}

void TestAgentless::whatComesNowAndThenStays()
{
    FrameReader reader;
    const auto first = read(reader, frameOf(bondText("eth0", true)));
    const auto second = read(reader, frameOf(bondText("eth0", true), "100.50", false));
    QVERIFY(first && second);
    const kernel::Snapshot before = snapshotOf(*first, {});
    const kernel::Snapshot after = snapshotOf(*second, before);
    QCOMPARE(after.nics, before.nics);
    QCOMPARE(after.bonds, before.bonds);
}

void TestAgentless::whatIsLeftOutIsAsBefore()
{
    FrameReader reader;
    const auto first = read(reader, frameOf(bondText("eth0", true)));
    const auto second = read(reader, {"frame 100.50", "end"});
    QVERIFY(first && second);
    QCOMPARE(second->bonds, first->bonds);
    QCOMPARE(second->nics.size(), first->nics.size());
    QCOMPARE(second->counters, first->counters);
    const auto third = read(
        reader,
        {"frame 101.00", "bonds", "nics", "nic lo 1 0x9 1 65536 - - 00:00:00:00:00:00 772 INTERFACE=lo -", "end"});
    QVERIFY(third);
    QVERIFY(third->bonds.isEmpty());
    QCOMPARE(third->nics.size(), 1);
    QCOMPARE(third->counters, first->counters);
}

void TestAgentless::aFailoverIsSeenByComparing()
{
    Script *script = nullptr;
    AgentlessSource source([&script] {
        auto channel = std::make_unique<Script>();
        script = channel.get();
        return channel;
    });
    QList<kernel::BondEvent> events;
    connect(&source, &kernel::KernelSource::eventOccurred, &source,
            [&events](const kernel::BondEvent &event) { events.append(event); });
    source.start();
    QCOMPARE(script->sent, QByteArrayList{AgentlessSource::program()});
    script->say(frameOf(bondText("eth1", true)));
    QVERIFY(events.isEmpty()); // what was so before is no event
    script->say(frameOf(bondText("eth0", false), "100.50"));
    QStringList kinds;
    for (const kernel::BondEvent &event : events)
        kinds.append(kernel::eventKindName(event.kind));
    QVERIFY2(kinds.contains(u"failover"_s), qPrintable(kinds.join(u' ')));
    QVERIFY2(kinds.contains(u"slave-down"_s), qPrintable(kinds.join(u' ')));
    QCOMPARE(kinds.count(u"failover"_s), 1);
    for (const kernel::BondEvent &event : events)
        QVERIFY(event.wallTime.isValid() && event.monotonicNs > 0);
}

void TestAgentless::samplesAreOfWhatIsWatched()
{
    Script *script = nullptr;
    AgentlessSource source([&script] {
        auto channel = std::make_unique<Script>();
        script = channel.get();
        return channel;
    });
    QList<kernel::CounterSample> samples;
    connect(&source, &kernel::KernelSource::sampleTaken, &source,
            [&samples](const kernel::CounterSample &sample) { samples.append(sample); });
    source.start();
    script->say(frameOf(bondText("eth0", true)));
    QVERIFY(samples.isEmpty());
    source.watchCounters({3});
    script->say(frameOf(bondText("eth0", true), "100.50"));
    QCOMPARE(samples.size(), 1);
    QCOMPARE(samples.at(0).interfaces, (QList<kernel::Counters>{{3, 5, 9, 6, 10, 7, 11, 8, 12}}));
}

void TestAgentless::junkEndsIt_data()
{
    QTest::addColumn<QByteArrayList>("lines");
    QTest::newRow("words between") << QByteArrayList{"Welcome to srv1!"};
    QTest::newRow("no clock") << QByteArrayList{"frame never"};
    QTest::newRow("a NIC outside") << QByteArrayList{"nic eth0 2 0x1 1 1500 - - - 1 - 10"};
    QTest::newRow("a NIC cut short") << QByteArrayList{"frame 1", "nics", "nic eth0 2"};
    QTest::newRow("a NIC that belongs to no list") << QByteArrayList{"frame 1", "nic eth0 2 0x1 1 1500 - - - 1 - 10"};
    QTest::newRow("a bond that belongs to no list") << QByteArrayList{"frame 1", "bond bond0"};
    QTest::newRow("a frame without end") << QByteArrayList{"frame 1", "dev", '|' + QByteArray(3'000'000, 'x'),
                                                           '|' + QByteArray(3'000'000, 'x')};
}

void TestAgentless::junkEndsIt()
{
    QFETCH(QByteArrayList, lines);
    FrameReader reader;
    // A login script may print before it.
    for (const QByteArray &line : QByteArrayList{"Welcome to srv1!", "frame never", "|", "kernel 6.1.0"})
        QVERIFY(reader.add(line));
    bool isRefused = false;
    for (const QByteArray &line : lines)
        isRefused |= !reader.add(line);
    QVERIFY(isRefused);
}

void TestAgentless::everyShellRunsIt_data()
{
    QTest::addColumn<QStringList>("shell");
    QTest::newRow("as sent") << QStringList{u"sh"_s, u"-c"_s, AgentlessSource::remoteCommand().join(u' ')};
    QTest::newRow("bash") << QStringList{u"bash"_s, u"-s"_s};
    QTest::newRow("dash") << QStringList{u"dash"_s, u"-s"_s};
    QTest::newRow("busybox") << QStringList{u"busybox"_s, u"sh"_s, u"-s"_s};
}

void TestAgentless::everyShellRunsIt()
{
    QFETCH(QStringList, shell);
    QVERIFY2(!QStandardPaths::findExecutable(shell.at(0)).isEmpty(), qPrintable(shell.at(0)));
    AgentlessSource source([&shell] {
        return std::make_unique<CommandChannel>(Command{shell.at(0), shell.sliced(1)}, FrameReader::maximumBytes);
    });
    QSignalSpy troubles(&source, &kernel::KernelSource::troubleOccurred);
    QSignalSpy samples(&source, &kernel::KernelSource::sampleTaken);
    source.watchCounters({1});
    source.start();
    QTRY_VERIFY_WITH_TIMEOUT(samples.size() >= 3, 20'000);
    QCOMPARE(troubles.size(), 0);
    const kernel::NicState *loopback = source.snapshot().nicByName(u"lo");
    QVERIFY(loopback);
    QCOMPARE(loopback->ifindex, 1);
    QCOMPARE(source.snapshot().kernelRelease, QSysInfo::kernelVersion());
}

void TestAgentless::itEndsWithItsViewer_data()
{
    everyShellRunsIt_data();
}

void TestAgentless::itEndsWithItsViewer()
{
    QFETCH(QStringList, shell);
    QProcess process;
    process.start(shell.at(0), shell.sliced(1));
    QVERIFY(process.waitForStarted());
    process.write(AgentlessSource::program());
    QTRY_VERIFY_WITH_TIMEOUT(process.bytesAvailable() > 100, 20'000);
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(5000));
}

QTEST_GUILESS_MAIN(TestAgentless)
#include "tst_agentless.moc"
