// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/live/linkrecords.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace bondwright::helper;
using namespace Qt::StringLiterals;

/// Which links are still to be restored, as each process sees them.
class TestLinkRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_environment.root = m_dir->path();
        QVERIFY(QDir(m_dir->path()).mkpath(u"var/lib/bondwright"_s));
    }

    void whatOneRemovesIsGoneForTheOther()
    {
        const LinkRecords helper(m_environment);
        const LinkRecords small(m_environment);
        QVERIFY(helper.add(m_first));
        QVERIFY(small.contains(m_first));
        QCOMPARE(small.all().size(), 1);
        const LinkRecord read = small.all().first();
        QCOMPARE(read.slave, m_first.slave);
        QCOMPARE(read.client, m_first.client);
        QCOMPARE(read.deadlineBootMs, m_first.deadlineBootMs);
        QCOMPARE(read.bootId, m_first.bootId);
        helper.remove(m_first);
        QVERIFY(!small.contains(m_first));
        QVERIFY(small.all().isEmpty());
    }

    /// One that comes late finds the next test's record, which is not its own.
    void theRecordOfTheNextTestIsKept()
    {
        const LinkRecords records(m_environment);
        QVERIFY(records.add(m_first));
        records.remove(m_first);
        LinkRecord second = m_first;
        second.token = u"second"_s;
        QVERIFY(records.add(second));
        records.remove(m_first);
        QVERIFY(records.contains(second));
    }

    void damaged_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << u"eth0+x"_s << QByteArray();
        QTest::newRow("of another name") << u"eth0+x"_s << QByteArray(R"({"slave": "eth1", "token": "x"})");
        QTest::newRow("no name") << u"-h+x"_s << QByteArray(R"({"slave": "-h", "token": "x"})");
        QTest::newRow("a path") << u"eth0+x"_s << QByteArray(R"({"slave": "../../x", "token": "x"})");
    }

    void damaged()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, text);
        const QString folder = m_dir->path() + u"/var/lib/bondwright/links/"_s;
        QVERIFY(QDir().mkpath(folder));
        QFile file(folder + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        QVERIFY(LinkRecords(m_environment).all().isEmpty());
    }

    void noFolderYet()
    {
        const LinkRecords records(m_environment);
        QVERIFY(records.all().isEmpty());
        QVERIFY(!records.contains(m_first));
        records.remove(m_first);
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    Environment m_environment;
    const LinkRecord m_first{u"eth0"_s, u"first"_s, u":1.7"_s, 123'456, u"boot-1"_s};
};

QTEST_GUILESS_MAIN(TestLinkRecords)
#include "tst_linkrecords.moc"
