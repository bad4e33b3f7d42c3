// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperlab.h"

#include <QDBusConnectionInterface>
#include <QDBusReply>
#include <QProcess>
#include <QRegularExpression>

using namespace bondwright;
using namespace bondwright::helper;
using namespace bondwright::helper::test;
using namespace Qt::StringLiterals;

/// In the lab: the real bus, polkitd, NetworkManager and bonding driver.
class HelperApplyLab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_lab = std::make_unique<HelperLab>();
        m_lab->makeProfiles();
        m_lab->rehearseEveryPlan();
        m_files = m_lab->files();
        m_runtime = m_lab->runtime();
    }

    void capabilities()
    {
        const auto answer
            = m_lab->ask<Capabilities>([this](auto done) { m_lab->client().capabilities(nullptr, std::move(done)); });
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().message));
        QVERIFY(answer->bondingDriver);
        QVERIFY(answer->networkManagerRunning);
        QCOMPARE(answer->backendInCharge, Backend::NetworkManager);
    }

    /// T11: what root's own program asks of other services is a short list, whatever it is asked for.
    void asksForNothingElse()
    {
        QProcess monitor;
        // Line by line: what it still held back when it is ended would be lost.
        monitor.start(u"stdbuf"_s, {u"-oL"_s, u"dbus-monitor"_s, u"--system"_s, u"type='method_call'"_s});
        QVERIFY(monitor.waitForStarted());
        const Transaction applied = m_lab->apply(m_lab->plan(Mode::ActiveBackup), HelperLab::options(60, true));
        QVERIFY2(applied.state == TransactionState::Done, why(applied).constData());
        QCOMPARE(m_lab->remove(u"bond0"_s).state, TransactionState::Done);
        QCOMPARE(m_lab->apply(m_lab->plan(Mode::BalanceRr), HelperLab::options(60)).state,
                 TransactionState::AwaitingConfirm);
        QCOMPARE(m_lab->rollBack().state, TransactionState::RolledBack);
        const QStringList asked = callsOf(HelperLab::helpers(), monitor);
        QVERIFY2(asked.contains(u"org.freedesktop.NetworkManager.CheckpointCreate"_s), qPrintable(asked.join(u'\n')));
        QVERIFY(asked.contains(u"org.freedesktop.PolicyKit1.Authority.CheckAuthorization"_s));
        const QString nm = u"org.freedesktop.NetworkManager."_s;
        const QStringList known{nm + u"CheckpointCreate"_s,
                                nm + u"CheckpointDestroy"_s,
                                nm + u"ActivateConnection"_s,
                                nm + u"Settings.LoadConnections"_s,
                                nm + u"Settings.ReloadConnections"_s,
                                nm + u"Settings.Connection.GetSettings"_s,
                                nm + u"Device.Reapply"_s,
                                nm + u"Device.Disconnect"_s,
                                nm + u"Device.Delete"_s,
                                u"org.freedesktop.PolicyKit1.Authority.CheckAuthorization"_s};
        // Reading, and talking to the bus itself.
        const QStringList harmless{nm + u"GetPermissions"_s,
                                   u"org.freedesktop.DBus.Properties.Get"_s,
                                   u"org.freedesktop.DBus.Properties.GetAll"_s,
                                   u"org.freedesktop.DBus.ObjectManager.GetManagedObjects"_s,
                                   u"org.freedesktop.DBus.Hello"_s,
                                   u"org.freedesktop.DBus.RequestName"_s,
                                   u"org.freedesktop.DBus.ReleaseName"_s,
                                   u"org.freedesktop.DBus.AddMatch"_s,
                                   u"org.freedesktop.DBus.RemoveMatch"_s,
                                   u"org.freedesktop.DBus.GetNameOwner"_s,
                                   u"org.freedesktop.DBus.NameHasOwner"_s,
                                   u"org.freedesktop.DBus.StartServiceByName"_s,
                                   u"org.freedesktop.DBus.GetConnectionUnixUser"_s};
        for (const QString &call : asked)
            QVERIFY2(known.contains(call) || harmless.contains(call), qPrintable(call));
    }

    void everyMode_data()
    {
        QTest::addColumn<int>("mode");
        for (const ModeInfo &info : allModes())
            QTest::newRow(qPrintable(info.kernelName)) << int(info.mode);
    }

    void everyMode()
    {
        QFETCH(int, mode);
        const BondPlan plan = m_lab->plan(Mode(mode));
        const Transaction applied = m_lab->apply(plan, HelperLab::options(60));
        QVERIFY2(applied.state == TransactionState::AwaitingConfirm, why(applied).constData());
        QCOMPARE(HelperLab::notInForce(plan), QStringList());
        QVERIFY(HelperLab::ping(u"192.0.2.254"_s));
        const auto confirmed = m_lab->ask<HelperClient::Nothing>(
            [this](auto done) { m_lab->client().confirm(*m_lab->ticket(), nullptr, std::move(done)); });
        QVERIFY2(confirmed, qPrintable(confirmed ? QString() : confirmed.error().message));
        QCOMPARE(m_lab->waitForEnd(10).state, TransactionState::Done);

        // The same plan again disturbs nothing.
        const int index = m_lab->kernel().nicByName(u"bond0")->ifindex;
        const quint32 downs = m_lab->kernel().nicByName(u"bond0")->carrierDownCount;
        const Transaction again = m_lab->apply(plan, HelperLab::options(60, true));
        QVERIFY2(again.state == TransactionState::Done, why(again).constData());
        QCOMPARE(m_lab->kernel().nicByName(u"bond0")->ifindex, index);
        QCOMPARE(m_lab->kernel().nicByName(u"bond0")->carrierDownCount, downs);

        const Transaction removed = m_lab->remove(u"bond0"_s);
        QVERIFY2(removed.state == TransactionState::Done, why(removed).constData());
        QCOMPARE(HelperLab::files(), m_files);
        const bool isBack = m_lab->waitFor([this] { return m_lab->runtime() == m_runtime; }, 10);
        QVERIFY2(isBack,
                 qPrintable(u"now:\n"_s + m_lab->runtime().join(u'\n') + u"\nthen:\n"_s + m_runtime.join(u'\n')));
        QVERIFY(m_lab->waitFor([] { return HelperLab::ping(u"192.0.2.254"_s); }, 5));
    }

    void runtimeOptionKeepsTheBondUp()
    {
        BondPlan plan = m_lab->plan(Mode::ActiveBackup);
        QCOMPARE(m_lab->apply(plan, HelperLab::options(60, true)).state, TransactionState::Done);
        const quint32 downs = m_lab->kernel().nicByName(u"bond0")->carrierDownCount;
        plan.options.insert(u"miimon"_s, u"200"_s);
        plan.options.insert(u"primary"_s, u"eth1"_s);
        const Transaction changed = m_lab->apply(plan, HelperLab::options(60, true));
        QVERIFY2(changed.state == TransactionState::Done, why(changed).constData());
        QCOMPARE(m_lab->kernel().nicByName(u"bond0")->carrierDownCount, downs);

        // Live: the other port becomes the active one, a link goes down and comes back by itself.
        const auto chosen = m_lab->ask<HelperClient::Nothing>(
            [this](auto done) { m_lab->client().activateSlave(u"bond0"_s, u"eth0"_s, nullptr, std::move(done)); });
        QVERIFY2(chosen, qPrintable(chosen ? QString() : chosen.error().message));
        const auto down = m_lab->ask<HelperClient::Nothing>([this](auto done) {
            m_lab->client().setSlaveLink(u"bond0"_s, u"eth0"_s, false, std::chrono::seconds(5), nullptr,
                                         std::move(done));
        });
        QVERIFY2(down, qPrintable(down ? QString() : down.error().message));
        QVERIFY(m_lab->waitFor([this] { return !isOn(); }, 20));
        QVERIFY(m_lab->waitFor([this] { return isOn(); }, 20));
        linkOfAClientThatLeaves();
        theAdministratorsLinkIsLeftAlone();
        QCOMPARE(m_lab->remove(u"bond0"_s).state, TransactionState::Done);
    }

private:
    /// "interface.method" of all that these processes have called, on whichever connections.
    static QStringList callsOf(const QList<qint64> &processes, QProcess &monitor)
    {
        QTest::qWait(500);
        monitor.terminate();
        monitor.waitForFinished();
        QMap<QString, bool> isTheirs;
        QStringList calls;
        static const QRegularExpression line(u"sender=(\\S+) .*interface=([^;]+); member=(\\S+)"_s);
        for (const QString &text : QString::fromUtf8(monitor.readAllStandardOutput()).split(u'\n')) {
            const QRegularExpressionMatch match = line.match(text);
            if (!match.hasMatch())
                continue;
            const QString sender = match.captured(1);
            if (!isTheirs.contains(sender)) {
                const QDBusReply<uint> pid = QDBusConnection::systemBus().interface()->servicePid(sender);
                // No other client came and went: a closed connection is libnm's or a watchdog's.
                isTheirs.insert(sender, !pid.isValid() || processes.contains(qint64(pid.value())));
            }
            if (isTheirs.value(sender))
                calls.append(match.captured(2) + u'.' + match.captured(3));
        }
        calls.removeDuplicates();
        calls.sort();
        qInfo("%s", qPrintable(calls.join(u' ')));
        return calls;
    }

    bool isOn() const { return m_lab->kernel().nicByName(u"eth0")->adminUp; }

    bool takeDown(DbusHelperClient &client, int seconds)
    {
        const auto down = m_lab->ask<HelperClient::Nothing>([&](auto done) {
            client.setSlaveLink(u"bond0"_s, u"eth0"_s, false, std::chrono::seconds(seconds), nullptr, std::move(done));
        });
        return down && m_lab->waitFor([this] { return !isOn(); }, 20);
    }

    /// Not after the minute that it asked for: when it has left the bus.
    void linkOfAClientThatLeaves()
    {
        {
            DbusHelperClient client(QDBusConnection::connectToBus(QDBusConnection::SystemBus, u"second"_s));
            QVERIFY(takeDown(client, 60));
        }
        QDBusConnection::disconnectFromBus(u"second"_s);
        QElapsedTimer elapsed;
        elapsed.start();
        QVERIFY(m_lab->waitFor([this] { return isOn(); }, 10));
        qInfo("the link was back %lld ms after its client had left", elapsed.elapsed());
    }

    /// An administrator who switches the NIC on in the middle of a test, and off again, has the last word; so
    /// has one who does it after a test whose small process gets to run only now.
    void theAdministratorsLinkIsLeftAlone()
    {
        QVERIFY(takeDown(m_lab->client(), 3));
        QCOMPARE(HelperLab::run(u"ip"_s, {u"link"_s, u"set"_s, u"eth0"_s, u"up"_s}), 0);
        QVERIFY(m_lab->waitFor([] { return HelperLab::processes(u"--restore-link"_s).isEmpty(); }, 15));
        QCOMPARE(HelperLab::run(u"ip"_s, {u"link"_s, u"set"_s, u"eth0"_s, u"down"_s}), 0);
        QCOMPARE(HelperLab::run(QStringLiteral(HELPER), {u"--restore-link"_s, u"eth0"_s, u"--token"_s, u"over"_s}), 0);
        QTest::qWait(4500);
        QVERIFY(!isOn());
        QCOMPARE(HelperLab::run(u"ip"_s, {u"link"_s, u"set"_s, u"eth0"_s, u"up"_s}), 0);
        QVERIFY(m_lab->waitFor([this] { return isOn(); }, 20));
    }

    std::unique_ptr<HelperLab> m_lab;
    QMap<QString, QByteArray> m_files;
    QStringList m_runtime;
};

QTEST_GUILESS_MAIN(HelperApplyLab)
#include "tst_helper_apply_lab.moc"
