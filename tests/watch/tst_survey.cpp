// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/survey.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusVirtualObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace bondwright;
using namespace bondwright::watch;
using namespace Qt::StringLiterals;

namespace
{

const QString settingsPath = u"/org/freedesktop/NetworkManager/Settings"_s;
const QString bondName = u"surveyed0"_s;

/// A NetworkManager with a bond's profile, VLANs, and at the end that of the bond's port.
class FakeSettings final : public QDBusVirtualObject
{
public:
    int profiles = 0;
    int silent = -1; ///< this one is never answered

    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        if (message.member() == u"ListConnections") {
            QList<QDBusObjectPath> paths;
            for (int number = 0; number < profiles; ++number)
                paths.append(QDBusObjectPath(settingsPath + u'/' + QString::number(number)));
            return connection.send(message.createReply(QVariant::fromValue(paths)));
        }
        if (message.member() != u"GetSettings")
            return false;
        const int number = message.path().section(u'/', -1).toInt();
        return number == silent || connection.send(message.createReply(QVariant::fromValue(profile(number))));
    }

private:
    NmSettings profile(int number) const
    {
        QVariantMap settings{{u"type"_s, u"vlan"_s}, {u"interface-name"_s, u"v%1"_s.arg(number)}};
        if (number == 0)
            settings = {{u"type"_s, u"bond"_s}, {u"interface-name"_s, bondName}, {u"uuid"_s, u"b"_s}};
        else if (number == 1 || number == profiles - 1)
            settings = {{u"type"_s, u"802-3-ethernet"_s},
                        {u"interface-name"_s, number == 1 ? u"eth0"_s : u"eth1"_s},
                        {u"master"_s, u"b"_s},
                        {u"slave-type"_s, u"bond"_s}};
        return {{u"connection"_s, settings}};
    }
};

} // namespace

/// What NetworkManager is asked for, over a bus that this process takes for the system's.
class TestSurvey : public QObject
{
    Q_OBJECT
private:
    QProcess m_daemon;
    FakeSettings m_settings;

private Q_SLOTS:
    void initTestCase()
    {
        m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        QVERIFY2(m_daemon.waitForStarted() && m_daemon.waitForReadyRead(), "the program dbus-daemon is needed");
        const QString address = QString::fromUtf8(m_daemon.readLine().trimmed());
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", address.toUtf8());
        qDBusRegisterMetaType<NmSettings>();
        QDBusConnection bus = QDBusConnection::connectToBus(address, u"settings"_s);
        QVERIFY(bus.registerService(u"org.freedesktop.NetworkManager"_s));
        QVERIFY(bus.registerVirtualObject(settingsPath, &m_settings, QDBusConnection::SubPath));
    }
    void cleanupTestCase()
    {
        QDBusConnection::disconnectFromBus(u"settings"_s);
        m_daemon.kill();
        m_daemon.waitForFinished();
    }

    void manyProfiles_data()
    {
        QTest::addColumn<int>("profiles");
        QTest::addColumn<int>("silent");
        QTest::addColumn<QStringList>("slaves");
        const QStringList both{u"eth0"_s, u"eth1"_s};
        QTest::newRow("few") << 3 << -1 << both;
        QTest::newRow("those of a host of guests") << 1000 << -1 << both;
        // One of them may be that of a port: then nothing is said, and no port is missing or too many.
        QTest::newRow("one does not come") << 1000 << 999 << QStringList();
        QTest::newRow("more than are asked for") << 5000 << -1 << QStringList();
    }
    void manyProfiles()
    {
        QFETCH(int, profiles);
        QFETCH(int, silent);
        m_settings.profiles = profiles;
        m_settings.silent = silent;
        Survey survey;
        QSignalSpy done(&survey, &Survey::done);
        survey.begin({});
        QVERIFY(done.wait(60'000));
        QTEST(survey.surveyed().plans.value(bondName).slaveNames(), "slaves");
    }
};

QTEST_GUILESS_MAIN(TestSurvey)
#include "tst_survey.moc"
