// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/ifcfg/ifcfgformat.h"
#include "formats/nm/nmformat.h"
#include "helper/plan/formerfiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace bondwright;
using namespace bondwright::helper;
using namespace Qt::StringLiterals;

namespace
{

const QString folder = u"/etc/sysconfig/network-scripts/"_s;

QByteArray nicFile(const QByteArray &nic, const QByteArray &address)
{
    return "DEVICE=" + nic + "\nBOOTPROTO=none\nIPADDR=" + address + "\nPREFIX=24\n";
}

QByteArray port(const QByteArray &nic)
{
    return "DEVICE=" + nic + "\nMASTER=bond0\nSLAVE=yes\n";
}

} // namespace

/// What the backups give back to the NICs of a bond.
class TestFormerFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_dir->path()).mkpath(folder.mid(1)));
        put(u"ifcfg-eth0"_s, nicFile("eth0", "192.0.2.10"));
        put(u"ifcfg-eth1"_s, nicFile("eth1", "198.51.100.11"));
        // The bond is made of both.
        backup({u"ifcfg-bond0"_s, u"ifcfg-eth0"_s, u"ifcfg-eth1"_s});
        put(u"ifcfg-bond0"_s, "DEVICE=bond0\nIPADDR=192.0.2.10\n");
        put(u"ifcfg-eth0"_s, port("eth0"));
        put(u"ifcfg-eth1"_s, port("eth1"));
    }

    void aNicThatLeaves()
    {
        formats::ChangeSet changes;
        QVERIFY(former().restoreNicFiles(u"bond0"_s, u"eth1"_s, {u"192.0.2.10/24"_s}, m_format, changes));
        QCOMPARE(changes.files.size(), 1);
        QCOMPARE(changes.files.first().path, folder + u"ifcfg-eth1"_s);
        QCOMPARE(*changes.files.first().newText, nicFile("eth1", "198.51.100.11"));
    }

    /// What it was when it was last taken in, not what an earlier one or the leaving itself had.
    void leavesAgain()
    {
        backup({u"ifcfg-bond0"_s, u"ifcfg-eth1"_s}); // it left
        put(u"ifcfg-eth1"_s, nicFile("eth1", "203.0.113.1")); // it got another address meanwhile
        backup({u"ifcfg-bond0"_s, u"ifcfg-eth1"_s}); // and it was taken in again
        put(u"ifcfg-eth1"_s, port("eth1"));
        backup({u"ifcfg-bond0"_s, u"ifcfg-eth1"_s}); // a removal that was rolled back
        formats::ChangeSet changes;
        QVERIFY(former().restoreNicFiles(u"bond0"_s, u"eth1"_s, {}, m_format, changes));
        QCOMPARE(*changes.files.first().newText, nicFile("eth1", "203.0.113.1"));
    }

    void anAddressThatTheBondHasTakenOver()
    {
        formats::ChangeSet changes;
        QVERIFY(!former().restoreNicFiles(u"bond0"_s, u"eth0"_s, {u"192.0.2.10/24"_s}, m_format, changes));
        QVERIFY(changes.isEmpty());
        // Only the same address is the same.
        QVERIFY(
            former().restoreNicFiles(u"bond0"_s, u"eth0"_s, {u"192.0.2.1/24"_s, u"2.0.2.10/8"_s}, m_format, changes));
        QVERIFY(!changes.isEmpty());
    }

    void hasItsOwnAlready()
    {
        put(u"ifcfg-eth1"_s, nicFile("eth1", "203.0.113.7"));
        formats::ChangeSet changes;
        QVERIFY(former().restoreNicFiles(u"bond0"_s, u"eth1"_s, {}, m_format, changes));
        QVERIFY(changes.isEmpty());
    }

    /// eth1 has left the bond and was then configured by hand; later the bond is removed.
    void removalLeavesANicThatLeft()
    {
        backup({u"ifcfg-bond0"_s, u"ifcfg-eth1"_s});
        put(u"ifcfg-eth1"_s, nicFile("eth1", "203.0.113.7"));
        formats::ChangeSet changes;
        former().restoreAll(u"bond0"_s, m_format, changes);
        QVERIFY(!changes.find(folder + u"ifcfg-eth1"_s));
        QCOMPARE(*changes.find(folder + u"ifcfg-eth0"_s)->newText, nicFile("eth0", "192.0.2.10"));
    }

    /// An edit that brings files of the bond and changes none is not the bond's beginning.
    void editOnlyAddsFiles_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("a VLAN") << u"ifcfg-bond0.40"_s;
        QTest::newRow("a route") << u"route-bond0"_s;
    }

    void editOnlyAddsFiles()
    {
        QFETCH(QString, file);
        const QString creation = store().list()->first().manifest.id;
        backup({file});
        put(file, "new\n");
        QVERIFY(former().neededBy({u"bond0"_s}).contains(creation));
        formats::ChangeSet changes;
        former().restoreAll(u"bond0"_s, m_format, changes);
        QVERIFY(changes.find(folder + u"ifcfg-eth0"_s));
        QCOMPARE(*changes.find(folder + u"ifcfg-eth0"_s)->newText, nicFile("eth0", "192.0.2.10"));
        QVERIFY(changes.find(folder + u"ifcfg-bond0"_s)->isDeletion());
    }

    void standaloneNic_data()
    {
        QTest::addColumn<bool>("isKeyfile");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("nic");
        const QByteArray profile = "[connection]\nid=x\nuuid=11111111-1111-4111-8111-111111111111\ntype=ethernet\n"
                                   "interface-name=eth1\n";
        QTest::newRow("ifcfg") << false << nicFile("eth1", "192.0.2.1") << u"eth1"_s;
        QTest::newRow("ifcfg port") << false << port("eth1") << QString();
        QTest::newRow("keyfile") << true << profile << u"eth1"_s;
        QTest::newRow("not by itself") << true << QByteArray(profile + "autoconnect=false\n") << QString();
        QTest::newRow("port") << true << QByteArray(profile + "master=bond0\nslave-type=bond\n") << QString();
        QTest::newRow("no keyfile") << true << QByteArray("what") << QString();
    }

    void standaloneNic()
    {
        QFETCH(bool, isKeyfile);
        QFETCH(QByteArray, text);
        const formats::nm::NmFormat keyfiles;
        const QString path
            = isKeyfile ? u"/etc/NetworkManager/system-connections/x.nmconnection"_s : folder + u"ifcfg-eth1"_s;
        QTEST(isKeyfile ? keyfiles.standaloneNic(path, text) : m_format.standaloneNic(path, text), "nic");
    }

    /// More changes than backups are kept for: what a removal needs is still there.
    void rotationKeepsWhatARemovalNeeds()
    {
        const QString creation = store().list()->first().manifest.id;
        put(u"ifcfg-eth2"_s, nicFile("eth2", "203.0.113.2"));
        backup({u"ifcfg-bond0"_s, u"ifcfg-eth2"_s});
        const QString third = store().list()->first().manifest.id;
        put(u"ifcfg-eth2"_s, port("eth2"));
        formats::Retention retention;
        retention.count = 5;
        for (int i = 0; i < 12; ++i) {
            backup({u"ifcfg-bond0"_s});
            put(u"ifcfg-bond0"_s, "DEVICE=bond0\nMTU=" + QByteArray::number(1400 + i) + '\n');
            retention.needed = former().neededBy({u"bond0"_s});
            QVERIFY(store().prune(retention));
        }
        QCOMPARE(former().neededBy({u"bond0"_s}), (QStringList{creation, third}));
        QVERIFY(store().list()->size() <= 7);
        formats::ChangeSet changes;
        former().restoreAll(u"bond0"_s, m_format, changes);
        QCOMPARE(*changes.find(folder + u"ifcfg-eth0"_s)->newText, nicFile("eth0", "192.0.2.10"));
        QCOMPARE(*changes.find(folder + u"ifcfg-eth2"_s)->newText, nicFile("eth2", "203.0.113.2"));
        QVERIFY(changes.find(folder + u"ifcfg-bond0"_s)->isDeletion());
        // Nothing is needed for a bond that is gone.
        QCOMPARE(former().neededBy({}), QStringList());
    }

    /// Renamed and removed: the NICs get back what they had before it had its first name, and that bond stays away.
    void aRenamedBondGoes()
    {
        backup({u"ifcfg-bond0"_s, u"ifcfg-bond1"_s, u"ifcfg-eth0"_s, u"ifcfg-eth1"_s}, u"rename bond0 bond1"_s);
        QVERIFY(QFile::remove(m_dir->path() + folder + u"ifcfg-bond0"_s));
        put(u"ifcfg-bond1"_s, "DEVICE=bond1\nIPADDR=192.0.2.10\n");
        put(u"ifcfg-eth0"_s, "DEVICE=eth0\nMASTER=bond1\nSLAVE=yes\n");
        backup({u"ifcfg-bond1"_s}, u"apply bond1"_s);
        formats::ChangeSet changes;
        former().restoreAll(u"bond1"_s, m_format, changes);
        QVERIFY(!changes.find(folder + u"ifcfg-bond0"_s));
        QVERIFY(changes.find(folder + u"ifcfg-bond1"_s)->isDeletion());
        QCOMPARE(*changes.find(folder + u"ifcfg-eth0"_s)->newText, nicFile("eth0", "192.0.2.10"));
        QCOMPARE(former().neededBy({u"bond1"_s}).size(), 2);
    }

    /// A bond that others made: its own former files must not come back when it is removed.
    void aBondMadeByOthers()
    {
        put(u"ifcfg-bond5"_s, "DEVICE=bond5\nMTU=1400\n");
        put(u"ifcfg-eth5"_s, nicFile("eth5", "203.0.113.5"));
        backup({u"ifcfg-bond5"_s, u"ifcfg-eth5"_s}, u"apply bond5"_s);
        put(u"ifcfg-bond5"_s, "DEVICE=bond5\nMTU=1500\n");
        put(u"ifcfg-eth5"_s, "DEVICE=eth5\nMASTER=bond5\nSLAVE=yes\n");
        formats::FileChange removal;
        removal.path = folder + u"ifcfg-bond5"_s;
        removal.oldText = "DEVICE=bond5\nMTU=1500\n";
        formats::ChangeSet changes;
        changes.add(removal);
        former().restoreAll(u"bond5"_s, m_format, changes);
        QVERIFY(changes.find(folder + u"ifcfg-bond5"_s)->isDeletion());
        QCOMPARE(*changes.find(folder + u"ifcfg-eth5"_s)->newText, nicFile("eth5", "203.0.113.5"));
    }

private:
    formats::BackupStore store() const { return formats::BackupStore(m_dir->path()); }
    FormerFiles former() const { return FormerFiles(store()); }

    void put(const QString &name, const QByteArray &text)
    {
        QFile file(m_dir->path() + folder + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    void backup(QStringList names, const QString &reason = u"apply bond0"_s)
    {
        for (QString &name : names)
            name.prepend(folder);
        const auto made = store().create(names, reason);
        QVERIFY2(made, qPrintable(made ? QString() : made.error().message));
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    formats::ifcfg::IfcfgFormat m_format;
};

QTEST_GUILESS_MAIN(TestFormerFiles)
#include "tst_formerfiles.moc"
