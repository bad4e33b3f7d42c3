// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hostfacts/surroundings.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace bondwright;
using namespace bondwright::hostfacts;
using namespace Qt::StringLiterals;

class TestSurroundings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsSshConnection_data();
    void readsSshConnection();
    void findsTheVariableInAnEnvironment();
    void readsNameServers_data();
    void readsNameServers();
    void looksBehindTheResolverStub();
    void knowsHypervisors_data();
    void knowsHypervisors();
    void marksTheNicOfTheSession();
};

void TestSurroundings::readsSshConnection_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("peer");
    QTest::addColumn<QString>("local");
    QTest::newRow("IPv4") << u"198.51.100.7 52814 192.0.2.1 22"_s << u"198.51.100.7"_s << u"192.0.2.1"_s;
    QTest::newRow("IPv6") << u"2001:DB8::7 52814 2001:db8::1 22"_s << u"2001:db8::7"_s << u"2001:db8::1"_s;
    QTest::newRow("zone") << u"fe80::7%eth0 1 fe80::1%eth0 22"_s << u"fe80::7"_s << u"fe80::1"_s;
    QTest::newRow("mapped") << u"::ffff:198.51.100.7 1 ::ffff:192.0.2.1 22"_s << u"198.51.100.7"_s << u"192.0.2.1"_s;
    QTest::newRow("empty") << QString() << QString() << QString();
    QTest::newRow("three words") << u"198.51.100.7 52814 192.0.2.1"_s << QString() << QString();
    QTest::newRow("no addresses") << u"UNKNOWN 65535 UNKNOWN 65535"_s << QString() << QString();
}

void TestSurroundings::readsSshConnection()
{
    QFETCH(QString, text);
    QFETCH(QString, peer);
    QFETCH(QString, local);
    const auto session = sessionFromSshConnection(text);
    QCOMPARE(session.has_value(), !peer.isEmpty());
    if (session)
        QCOMPARE(QStringList({session->peer.toString(), session->local.toString()}), QStringList({peer, local}));
}

void TestSurroundings::findsTheVariableInAnEnvironment()
{
    const QByteArray block("HOME=/root\0XSSH_CONNECTION=no\0SSH_CONNECTION=198.51.100.7 1 192.0.2.1 22\0", 73);
    QCOMPARE(sessionFromEnvironBlock(block),
             std::optional(Session{*IpAddress::fromString(u"198.51.100.7"), *IpAddress::fromString(u"192.0.2.1")}));
    QVERIFY(!sessionFromEnvironBlock(QByteArray("HOME=/root\0", 11)));
    QVERIFY(!sessionFromEnvironBlock({}));
}

void TestSurroundings::readsNameServers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("usual") << QByteArray("search example.org\nnameserver 192.0.2.53\nnameserver\t2001:db8::53\n")
                           << QStringList{u"192.0.2.53"_s, u"2001:db8::53"_s};
    QTest::newRow("comment") << QByteArray("#nameserver 192.0.2.53\n; nameserver 192.0.2.54\n") << QStringList();
    QTest::newRow("zone, twice, no newline")
        << QByteArray("nameserver fe80::1%eth0\nnameserver fe80::1") << QStringList{u"fe80::1"_s};
    QTest::newRow("broken") << QByteArray("nameserver\nnameserver x\n\0\xff") << QStringList();
}

void TestSurroundings::readsNameServers()
{
    QFETCH(QByteArray, text);
    QTEST(textsOf(nameServersIn(text)), "expected");
}

void TestSurroundings::looksBehindTheResolverStub()
{
    QTemporaryDir root;
    const auto write = [&](const QString &path, const QByteArray &text) {
        QVERIFY(QDir().mkpath(QFileInfo(root.filePath(path)).path()));
        QFile file(root.filePath(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    };
    write(u"etc/resolv.conf"_s, "nameserver 127.0.0.53\n");
    QCOMPARE(textsOf(nameServersBelow(root.path())), QStringList{u"127.0.0.53"_s});
    write(u"run/systemd/resolve/resolv.conf"_s, "nameserver 192.0.2.53\n");
    QCOMPARE(textsOf(nameServersBelow(root.path())), QStringList{u"192.0.2.53"_s});
    write(u"etc/resolv.conf"_s, "nameserver 192.0.2.1\n");
    QCOMPARE(textsOf(nameServersBelow(root.path())), QStringList{u"192.0.2.1"_s});
}

void TestSurroundings::knowsHypervisors_data()
{
    QTest::addColumn<QByteArray>("vendor");
    QTest::addColumn<QByteArray>("product");
    QTest::addColumn<QString>("expected");
    QTest::newRow("libvirt") << QByteArray("QEMU\n") << QByteArray("Standard PC (Q35 + ICH9, 2009)\n") << u"kvm"_s;
    QTest::newRow("ESXi") << QByteArray("VMware, Inc.\n") << QByteArray("VMware7,1\n") << u"vmware"_s;
    QTest::newRow("Hyper-V") << QByteArray("Microsoft Corporation\n") << QByteArray("Virtual Machine\n")
                             << u"microsoft"_s;
    QTest::newRow("Surface") << QByteArray("Microsoft Corporation\n") << QByteArray("Surface Laptop\n") << QString();
    QTest::newRow("server") << QByteArray("Dell Inc.\n") << QByteArray("PowerEdge R640\n") << QString();
    QTest::newRow("nothing") << QByteArray() << QByteArray() << QString();
}

void TestSurroundings::knowsHypervisors()
{
    QFETCH(QByteArray, vendor);
    QFETCH(QByteArray, product);
    QTEST(virtualizationFromDmi(vendor, product), "expected");
}

void TestSurroundings::marksTheNicOfTheSession()
{
    HostFacts facts;
    facts.nics = {{.name = u"eth0"_s, .addresses = {u"192.0.2.1/24"_s}},
                  {.name = u"eth1"_s, .addresses = {u"192.0.2.2/24"_s}}};
    const Session session{*IpAddress::fromString(u"198.51.100.7"), *IpAddress::fromString(u"192.0.2.2")};
    addSession(facts, session);
    QCOMPARE(facts.sessionPeer, session.peer);
    QVERIFY(!facts.nics.at(0).carriesSession);
    QVERIFY(facts.nics.at(1).carriesSession);
}

QTEST_GUILESS_MAIN(TestSurroundings)
#include "tst_surroundings.moc"
