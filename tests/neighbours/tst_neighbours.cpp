// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "neighbours/heardframe.h"
#include "neighbours/lldpclijson.h"
#include "neighbours/lldpframe.h"
#include "neighbours/networkdlldp.h"
#include "neighbours/nmneighbour.h"

#include <QFile>
#include <QTest>

using namespace bondwright;
using namespace bondwright::neighbours;
using namespace Qt::StringLiterals;

class TestNeighbours : public QObject
{
    Q_OBJECT
private:
    static QByteArray file(const QString &name)
    {
        QFile file(QStringLiteral(CORPUS) + u'/' + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static Result<SwitchPort> parse(const QByteArray &bytes)
    {
        return parseLldpFrame({reinterpret_cast<const std::byte *>(bytes.constData()), std::size_t(bytes.size())});
    }

private Q_SLOTS:
    void readsAFrame()
    {
        for (const QString &name : {u"lldpframe/whole"_s, u"lldpframe/tagged"_s, u"lldpframe/no-end"_s}) {
            const auto port = parse(file(name));
            QVERIFY2(port, qPrintable(name));
            QCOMPARE(port->chassis, u"00:1b:2a:3c:4d:5e"_s);
            QCOMPARE(port->system, u"sw1"_s);
            QCOMPARE(port->port, u"Gi1/0/7"_s);
            QCOMPARE(port->portDescription, u"uplink of web1"_s);
            QCOMPARE(port->vlan.value_or(0), quint16(10));
            QCOMPARE(port->aggregated, std::optional(true));
            QCOMPARE(port->aggregationPort, 12U);
            QCOMPARE(port->maxFrame, 9216U);
            QCOMPARE(port->timeToLive, std::chrono::seconds(120));
            QCOMPARE(switchPortText(*port), u"sw1, port Gi1/0/7, VLAN 10"_s);
        }
    }

    /// What the helper has heard: frames of anybody, on any NIC.
    void readsWhatWasHeard()
    {
        HeardFrame good{u"eth0"_s, file(u"lldpframe/whole"_s)};
        HeardFrame second{u"eth0"_s, file(u"lldpframe/network-addresses"_s)};
        HeardFrame broken{u"eth1"_s, good.bytes.left(20)};
        const SwitchPorts ports = portsOf({broken, good, second, {u"eth2"_s, {}}});
        QCOMPARE(ports.keys(), QStringList{u"eth0"_s});
        QCOMPARE(shortSwitchPortText(ports.value(u"eth0"_s)), u"sw1 Gi1/0/7"_s);
    }

    /// A device whose port or LLDP is switched off says so by a frame that lives for 0 s and has no names.
    void passesOverTheEndOfAnAnnouncement()
    {
        const HeardFrame good{u"eth0"_s, file(u"lldpframe/whole"_s)};
        const HeardFrame end{
            u"eth0"_s, QByteArray::fromHex("0180c200000e02000000000188cc0207040200000000aa040405652f30060200000000")};
        QVERIFY(parse(end.bytes));
        QVERIFY(portsOf({end}).isEmpty());
        QCOMPARE(shortSwitchPortText(portsOf({end, good}).value(u"eth0"_s)), u"sw1 Gi1/0/7"_s);
    }

    /// A name may look like a place for a number.
    void namesAreNoPlaces()
    {
        SwitchPort port;
        port.chassis = port.system = u"sw%1"_s;
        port.port = u"Gi%3"_s;
        port.vlan = 10;
        QCOMPARE(switchPortText(port), u"sw%1, port Gi%3, VLAN 10"_s);
    }

    /// A switch's text has the ports' names, if it is one switch.
    void portNamesAreOfOneSwitch()
    {
        SwitchPorts ports;
        for (int number : {0, 1}) {
            SwitchPort port;
            port.chassis = u"sw1"_s;
            port.port = u"Gi1/0/%1"_s.arg(number + 7);
            ports.insert(u"eth%1"_s.arg(number), port);
        }
        QCOMPARE(portNamesOnOneSwitch(ports, {u"eth1"_s, u"eth9"_s, u"eth0"_s}),
                 (QStringList{u"Gi1/0/8"_s, QString(), u"Gi1/0/7"_s}));
        ports[u"eth1"_s].chassis = u"sw2"_s;
        QCOMPARE(portNamesOnOneSwitch(ports, {u"eth0"_s, u"eth1"_s}), QStringList());
        QCOMPARE(portNamesOnOneSwitch({}, {u"eth0"_s}), QStringList());
    }

    void readsAddresses()
    {
        const auto port = parse(file(u"lldpframe/network-addresses"_s));
        QVERIFY(port);
        QCOMPARE(port->chassis, u"192.0.2.1"_s);
        QCOMPARE(port->port, u"::"_s);
        QCOMPARE(switchPortText(*port), u"192.0.2.1, port ::"_s); // without a system's name
    }

    /// Nothing that a device sends as its name can move a terminal's cursor or make a second line.
    void makesTextsPrintable()
    {
        const auto port = parse(file(u"lldpframe/escape"_s));
        QVERIFY(port);
        QVERIFY2(!port->system.contains(u'\x1b') && !port->system.contains(u'\n'), qPrintable(port->system));
        QVERIFY(port->system.contains(u"sw"));
    }

    /// Every cut through a frame is refused, or read as a frame with less in it, never past its end.
    void refusesWhatIsNoFrame()
    {
        const QByteArray whole = file(u"lldpframe/whole"_s);
        QVERIFY(whole.size() > 80);
        const qsizetype mandatory = file(u"lldpframe/mandatory"_s).size() - 2;
        for (qsizetype length = 0; length < whole.size(); ++length) {
            const auto port = parse(whole.left(length));
            if (length < mandatory)
                QVERIFY2(!port, qPrintable(QString::number(length)));
        }
        for (const QString &name : {u"lldpframe/wrong-order"_s, u"lldpframe/cut"_s, u"lldpframe/empty-chassis"_s}) {
            QVERIFY(!file(name).isEmpty());
            const auto port = parse(file(name));
            QVERIFY2(!port, qPrintable(name));
            QCOMPARE(port.error().code, u"lldp.frame"_s);
        }
    }

    void readsWhatNetworkdKeeps()
    {
        const auto port = parseNetworkdLldp(file(u"lldpframe/networkd"_s));
        QVERIFY(port);
        QCOMPARE(port->system, u"sw1"_s);
        QVERIFY(!parseNetworkdLldp(file(u"lldpframe/networkd"_s).chopped(1)));
        QVERIFY(!parseNetworkdLldp({}));
    }

    void readsNetworkManagersProperty()
    {
        const auto port = fromNetworkManager({{u"chassis-id"_s, u"00:1B:2A:3C:4D:5E"_s},
                                              {u"port-id"_s, u"Gi1/0/7"_s},
                                              {u"system-name"_s, u"sw1"_s},
                                              {u"ieee-802-1-pvid"_s, 10U}});
        QVERIFY(port);
        QCOMPARE(port->chassis, u"00:1b:2a:3c:4d:5e"_s);
        QCOMPARE(switchPortText(*port), u"sw1, port Gi1/0/7, VLAN 10"_s);
        QVERIFY(!fromNetworkManager({{u"port-id"_s, u"1"_s}}));
    }

    /// What lldpcli 1.0.16 printed in the lab: four slaves, and not sixteen neighbours.
    void readsLldpcli()
    {
        const auto ports = parseLldpcliJson(file(u"lldpclijson/four-slaves"_s));
        QVERIFY(ports);
        QCOMPARE(ports->size(), 4);
        for (const int number : {0, 1, 2, 3}) {
            const SwitchPort port = ports->value(u"eth%1"_s.arg(number));
            QCOMPARE(port.system, u"sw1"_s);
            QVERIFY2(portName(port).contains(QString::number(number)), qPrintable(portName(port)));
        }
        QCOMPARE(ports->value(u"eth1"_s).port, u"Gi1/0/1"_s);
        QCOMPARE(parseLldpcliJson(file(u"lldpclijson/nobody"_s)).value_or(SwitchPorts{{u"x"_s, {}}}).size(), 0);
        QCOMPARE(parseLldpcliJson("no json").error().code, u"lldp.lldpcli"_s);
    }
};

QTEST_GUILESS_MAIN(TestNeighbours)
#include "tst_neighbours.moc"
