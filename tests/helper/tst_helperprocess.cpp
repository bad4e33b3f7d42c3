// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "privatebus.h"

#include "helper/idleexit.h"
#include "helperclient/types.h"

#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

using namespace bondwright::helper;
using namespace bondwright::helper::test;
using namespace Qt::StringLiterals;

/// The real process on a private bus: what it asks polkit, what it does without one, when it leaves.
class TestHelperProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_bus.start(), "the program dbus-daemon is needed");
        m_bus.setPolkit(PrivateBus::Polkit::Allows);
        QVERIFY(m_bus.startHelper({u"--idle-exit"_s, u"600"_s}).waitForStarted());
        QVERIFY(QTest::qWaitFor([this] { return capabilities() == u"ok"; }, 30'000));
    }

    void subjectIsTheSendersBusName()
    {
        m_bus.setPolkit(PrivateBus::Polkit::Allows);
        QCOMPARE(capabilities(), u"ok"_s);
        QCOMPARE(m_bus.asked().size(), 1);
        const PrivateBus::Asked asked = m_bus.asked().first();
        QCOMPARE(asked.subjectKind, u"system-bus-name"_s);
        QCOMPARE(asked.subject.keys(), QStringList{u"name"_s});
        QCOMPARE(asked.subject.value(u"name"_s).toString(), m_bus.bus().baseService());
        QCOMPARE(asked.action, u"org.bondwright.helper.view"_s);
        QCOMPARE(asked.flags, 0U);
    }

    void withoutPolkit_data()
    {
        QTest::addColumn<int>("polkit");
        QTest::newRow("denies") << int(PrivateBus::Polkit::Denies);
        QTest::newRow("error") << int(PrivateBus::Polkit::Fails);
        QTest::newRow("absent") << int(PrivateBus::Polkit::IsAbsent);
    }

    /// Without polkit no caller is authorised, not even root.
    void withoutPolkit()
    {
        QFETCH(int, polkit);
        m_bus.setPolkit(PrivateBus::Polkit(polkit));
        QCOMPARE(capabilities(), u"org.bondwright.Error.NotAuthorized"_s);
        QCOMPARE(apply(), u"org.bondwright.Error.NotAuthorized"_s);
    }

    void silentPolkit()
    {
        m_bus.setPolkit(PrivateBus::Polkit::IsSilent);
        QElapsedTimer elapsed;
        elapsed.start();
        QCOMPARE(apply(), u"org.bondwright.Error.NotAuthorized"_s);
        qInfo("denied after %lld ms", elapsed.elapsed());
        QVERIFY(elapsed.elapsed() >= 19'000);
        m_bus.setPolkit(PrivateBus::Polkit::Allows);
        QCOMPARE(capabilities(), u"ok"_s);
    }

    /// What any local user can send: three connections, one message each, nearly as big as a bus lets through.
    void bigMessages_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QVariantList>("arguments");
        const QString big(31 * 1024 * 1024, u'x');
        QStringList many;
        for (int i = 0; i < 3'000'000; ++i)
            many.append(u"x"_s);
        QTest::newRow("an option's text") << u"Apply"_s << QVariantList{u"r"_s, u"{}"_s, QVariantMap{{u"x"_s, big}}};
        QTest::newRow("an option's name") << u"Apply"_s << QVariantList{u"r"_s, u"{}"_s, QVariantMap{{big, true}}};
        QTest::newRow("an option's list") << u"Apply"_s << QVariantList{u"r"_s, u"{}"_s, QVariantMap{{u"x"_s, many}}};
        QTest::newRow("a plan") << u"Apply"_s << QVariantList{u"r"_s, big, QVariantMap()};
        QTest::newRow("a token") << u"Confirm"_s << QVariantList{u"id"_s, big};
        QTest::newRow("no method") << u"Nothing"_s << QVariantList{big};
    }

    void bigMessages()
    {
        QFETCH(QString, method);
        QFETCH(QVariantList, arguments);
        m_bus.setPolkit(PrivateBus::Polkit::Allows);
        auto message = QDBusMessage::createMethodCall(QLatin1String(serviceName), QLatin1String(objectPath),
                                                      QLatin1String(interfaceName), method);
        message.setArguments(arguments);
        QList<QDBusPendingCall> calls;
        for (const QString &name : {u"big0"_s, u"big1"_s, u"big2"_s})
            calls.append(m_bus.connectAs(name).asyncCall(message, 60'000));
        const auto areAnswered = [&calls] {
            return std::all_of(calls.cbegin(), calls.cend(), [](const auto &call) { return call.isFinished(); });
        };
        // Given time to arrive: then nothing of them may be in the way.
        QVERIFY(QTest::qWaitFor(areAnswered, 60'000));
        for (const QDBusPendingCall &call : calls)
            QCOMPARE(call.error().name(), u"org.bondwright.Error.Invalid"_s);
        QElapsedTimer elapsed;
        elapsed.start();
        QCOMPARE(m_bus.call(u"Confirm"_s, {u"id"_s, u"token"_s}, 20'000), u"org.bondwright.Error.Invalid"_s);
        QVERIFY2(elapsed.elapsed() < 10'000, qPrintable(QString::number(elapsed.elapsed())));
        for (const QString &name : {u"big0"_s, u"big1"_s, u"big2"_s})
            QDBusConnection::disconnectFromBus(name);
    }

    void leavesWhenIdle()
    {
        m_bus.setPolkit(PrivateBus::Polkit::Allows);
        QProcess &helper = m_bus.startHelper({u"--idle-exit"_s, u"2"_s});
        QVERIFY(helper.waitForStarted());
        QVERIFY(QTest::qWaitFor([this] { return capabilities() == u"ok"; }, 30'000));
        QElapsedTimer elapsed;
        elapsed.start();
        QVERIFY(QTest::qWaitFor([&] { return helper.state() == QProcess::NotRunning; }, 60'000));
        QVERIFY(elapsed.elapsed() >= 1500);
        QCOMPARE(helper.exitStatus(), QProcess::NormalExit);
        QCOMPARE(helper.exitCode(), 0);
    }

    void staysWhileThereIsWork()
    {
        bool mayLeave = false;
        int asked = 0;
        IdleExit idle(std::chrono::seconds(1), [&] {
            ++asked;
            return mayLeave;
        });
        QEventLoop loop; // ended by QCoreApplication::exit(), as the helper's own
        QTimer::singleShot(2500, this, [&] { mayLeave = true; });
        QElapsedTimer elapsed;
        elapsed.start();
        QCOMPARE(loop.exec(), 0);
        QVERIFY(asked >= 3 && elapsed.elapsed() >= 2500);
    }

    /// Last. No confirmation is possible; systemd restarts the helper after an unclean exit.
    void leavesWithItsBus()
    {
        m_bus.setPolkit(PrivateBus::Polkit::Allows);
        QProcess &helper = m_bus.startHelper({u"--idle-exit"_s, u"600"_s});
        QVERIFY(helper.waitForStarted());
        QVERIFY(QTest::qWaitFor([this] { return capabilities() == u"ok"; }, 30'000));
        m_bus.end();
        QVERIFY(QTest::qWaitFor([&] { return helper.state() == QProcess::NotRunning; }, 30'000));
        QCOMPARE(helper.exitStatus(), QProcess::NormalExit);
        QCOMPARE(helper.exitCode(), 1);
    }

private:
    QString capabilities() { return m_bus.call(u"GetCapabilities"_s, {u"en"_s}); }
    QString apply() { return m_bus.call(u"Apply"_s, {u"r1"_s, u"{}"_s, QVariantMap()}); }

    PrivateBus m_bus;
};

QTEST_GUILESS_MAIN(TestHelperProcess)
#include "tst_helperprocess.moc"
