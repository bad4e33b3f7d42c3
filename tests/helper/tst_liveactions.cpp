// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/live/liveactions.h"
#include "privatebus.h"
#include "support/fakenetwork.h"
#include "testclock.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace bondwright;
using namespace bondwright::helper;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

/// Each look at it takes two seconds.
class HurryingClock final : public Clock
{
public:
    qint64 bootMs() const override { return m_ms += 2000; }
    QString bootId() const override { return u"boot-1"_s; }

private:
    mutable qint64 m_ms = 0;
};

/// No file takes another byte, as on a full disk.
class FullDisk final
{
public:
    FullDisk()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit none = m_before;
        none.rlim_cur = 0;
        ::setrlimit(RLIMIT_FSIZE, &none);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before{};
};

} // namespace

/// A link that is down for a test always has somebody who brings it back, whatever fails.
class TestLiveActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_bus.start(), "dbus-daemon (.ci/packages lab)"); }

    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_environment = {};
        m_environment.root = m_dir->path();
        m_network = std::make_unique<tests::FakeNetwork>();
        m_network->addNic(u"eth0"_s);
        m_network->addNic(u"eth1"_s);
        QVERIFY(m_network->addBond(u"bond0"_s, {{u"mode"_s, u"active-backup"_s}}));
        QVERIFY(m_network->setMaster(u"eth0"_s, u"bond0"_s));
        QVERIFY(m_network->setMaster(u"eth1"_s, u"bond0"_s));
        m_source = std::make_unique<tests::FakeNetworkSource>(*m_network);
        m_launched.clear();
        m_launches = true;
        (void)m_bus.connectAs(u"tester"_s);
        m_actions = std::make_unique<LiveActions>(
            LiveActions::Parts{m_environment, m_bus.bus(), *m_source, m_clock, *m_network,
                               [this](const QStringList &arguments) -> Result<void> {
                                   if (!m_launches)
                                       return fail(u"helper.failed"_s, u"no more processes"_s);
                                   m_launched.append(arguments.value(arguments.indexOf(u"--token"_s) + 1));
                                   return {};
                               }});
    }

    void cleanup()
    {
        m_actions.reset();
        m_source.reset();
        QDBusConnection::disconnectFromBus(u"tester"_s);
    }

    void aSecondTestTakesTheFirstOnesPlace()
    {
        QVERIFY(take(600s));
        QVERIFY(take(600s));
        QCOMPARE(m_launched.size(), 2);
        QCOMPARE(tokens(), QStringList(m_launched.last()));
        QVERIFY(!isOn());
    }

    void aSecondTestThatFailsLeavesTheFirstOnesUndo_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("no room for its record") << u"disk"_s;
        QTest::newRow("its process is not started") << u"process"_s;
        QTest::newRow("the kernel refuses") << u"kernel"_s;
    }

    void aSecondTestThatFailsLeavesTheFirstOnesUndo()
    {
        QFETCH(QString, what);
        QVERIFY(take(600s));
        const QStringList first = m_launched;
        if (what == u"disk") {
            const FullDisk full;
            QVERIFY(!take(600s));
        } else {
            m_launches = what != u"process";
            if (what == u"kernel")
                m_network->failAt(u"setUp"_s);
            QVERIFY(!take(600s));
        }
        QCOMPARE(tokens(), first); // its process goes on
        QVERIFY(m_actions->isBusy());
        QDBusConnection::disconnectFromBus(u"tester"_s);
        QTRY_VERIFY(isOn());
        QVERIFY(tokens().isEmpty());
        QVERIFY(!m_actions->isBusy());
    }

    /// Who asked for it may have gone when it is refused.
    void aRefusedReturnIsTriedAgain_data()
    {
        QTest::addColumn<QString>("by");
        QTest::newRow("asked for") << u"request"_s;
        QTest::newRow("its time is over") << u"deadline"_s;
        QTest::newRow("its client has left") << u"client"_s;
    }

    void aRefusedReturnIsTriedAgain()
    {
        QFETCH(QString, by);
        QVERIFY(take(by == u"client" ? 600s : 1s));
        m_network->failAt(u"setUp"_s);
        if (by == u"request")
            QVERIFY(!m_actions->setSlaveLink(u"bond0"_s, u"eth0"_s, true, 1s, client()));
        else if (by == u"client")
            QDBusConnection::disconnectFromBus(u"tester"_s);
        QTRY_VERIFY(m_network->hasFailed());
        QVERIFY(!isOn());
        QCOMPARE(tokens(), m_launched);
        QVERIFY(m_actions->isBusy()); // it does not leave
        QTRY_VERIFY(isOn());
        QTRY_VERIFY(tokens().isEmpty());
        QVERIFY(!m_actions->isBusy());
    }

    void theProcessThatStaysTriesAgain()
    {
        const LinkRecords records(m_environment);
        const LinkRecord record{u"bwtest7"_s, u"token"_s, u":1.7"_s, 10'000, u"boot-1"_s};
        QVERIFY(records.add(record));
        m_network->addNic(record.slave);
        QVERIFY(m_network->setUp(record.slave, false));
        m_network->failAt(u"setUp"_s);
        QCOMPARE(restoreLinkAfter(m_environment, record.slave, record.token, *m_network, HurryingClock()), 0);
        QVERIFY(m_network->hasFailed());
        QVERIFY(m_network->links.value(record.slave).up);
        QVERIFY(records.all().isEmpty());
    }

    /// It would never leave otherwise.
    void theProcessThatStaysGivesUp_data()
    {
        QTest::addColumn<bool>("isThere");
        QTest::newRow("the NIC has been pulled out") << false;
        QTest::newRow("the kernel refuses for a minute") << true;
    }

    void theProcessThatStaysGivesUp()
    {
        QFETCH(bool, isThere);
        const LinkRecords records(m_environment);
        const LinkRecord record{u"bwtest7"_s, u"token"_s, u":1.7"_s, 10'000, u"boot-1"_s};
        QVERIFY(records.add(record));
        if (isThere) {
            m_network->addNic(record.slave);
            m_network->failAlways(u"setUp"_s);
        }
        m_network->calls.clear();
        QCOMPARE(restoreLinkAfter(m_environment, record.slave, record.token, *m_network, HurryingClock()), 0);
        QVERIFY(records.all().isEmpty());
        QVERIFY(isThere ? m_network->calls.size() > 5 : m_network->calls.size() == 1);
    }

private:
    QString client() const { return QDBusConnection(u"tester"_s).baseService(); }
    Result<void> take(std::chrono::seconds undoAfter)
    {
        return m_actions->setSlaveLink(u"bond0"_s, u"eth0"_s, false, undoAfter, client());
    }
    bool isOn() const { return m_network->links.value(u"eth0"_s).up; }
    QStringList tokens() const
    {
        QStringList tokens;
        for (const LinkRecord &record : LinkRecords(m_environment).all())
            tokens.append(record.token);
        return tokens;
    }

    helper::test::PrivateBus m_bus;
    std::unique_ptr<QTemporaryDir> m_dir;
    Environment m_environment;
    helper::test::TestClock m_clock;
    std::unique_ptr<tests::FakeNetwork> m_network;
    std::unique_ptr<tests::FakeNetworkSource> m_source;
    std::unique_ptr<LiveActions> m_actions;
    bool m_launches = true;
    QStringList m_launched; ///< the tokens of the processes that stay
};

QTEST_GUILESS_MAIN(TestLiveActions)
#include "tst_liveactions.moc"
