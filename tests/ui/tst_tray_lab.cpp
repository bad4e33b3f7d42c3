// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/healthkeeper.h"
#include "dialogs/preferencesdialog.h"
#include "fakehelperclient.h"
#include "faketray.h"
#include "i18n/language.h"
#include "kernel/localkernelsource.h"
#include "lab/guest.h"
#include "main/intray.h"
#include "main/mainwindow.h"
#include "monitor/failovernotifier.h"
#include "monitor/monitorwindow.h"
#include "tests/monitor/fakenotifications.h"
#include "tests/ui/preparewindows.h"

#include <QApplication>
#include <QCheckBox>
#include <QDBusMessage>
#include <QDBusPendingReply>
#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

using namespace bondwright;
using namespace bondwright::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A desktop with a tray, the real driver, and the program as it composes itself: cables are pulled while its window is
/// closed.
class TestTrayLab : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void iconComesWithTheBond();
    void iconFollowsTheVerdict();
    void windowClosedItGoesOn();
    void toldOfFailoverAndOfItsEnd();
    void iconOpensTheMonitor();
    void bondThatIsSetUpAnewOpensNothing();
    void switchedOffItIsSilent();
    void cleanupTestCase();

private:
    QString toolTip() const;
    bool isIconThere() const;
    QStringList told() const;

    FakeNotifications m_desktop;
    FakeTray m_tray;
    FakeHelperClient m_helper;
    std::unique_ptr<kernel::LocalKernelSource> m_source;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<FailoverNotifier> m_notifier;
};

void TestTrayLab::initTestCase()
{
    QVERIFY2(lab::isGuest(), "runs in the lab's guest");
    QVERIFY2(QGuiApplication::platformName() == u"xcb", "needs the X server of the lab");
    prepareWindows(u"tst_tray_lab"_s);
    const QString missing = m_desktop.serve();
    QVERIFY2(missing.isEmpty(), qPrintable(missing));
    QVERIFY(m_tray.start());
    i18n::installLanguage(u"en"_s);
    m_source = std::make_unique<kernel::LocalKernelSource>();
    m_source->start();
    Services services;
    services.source = m_source.get();
    services.helper = &m_helper;
    m_window = std::make_unique<MainWindow>(services);
    m_notifier = std::make_unique<FailoverNotifier>(services);
    keepInTray(*m_notifier, *m_window);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

/// Asked as a panel asks, without waiting: it is this thread that answers.
QString TestTrayLab::toolTip() const
{
    auto call = QDBusMessage::createMethodCall(m_tray.items().value(0), u"/StatusNotifierItem"_s,
                                               u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    call.setArguments({u"org.kde.StatusNotifierItem"_s, u"ToolTip"_s});
    QDBusPendingReply<QDBusVariant> reply
        = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"panel"_s).asyncCall(call);
    if (!QTest::qWaitFor([&reply] { return reply.isFinished(); }) || reply.isError())
        return {};
    const auto argument = reply.value().variant().value<QDBusArgument>();
    QString title;
    QString icon;
    argument.beginStructure();
    argument >> icon;
    argument.beginArray();
    while (!argument.atEnd()) {
        QVariant pixmap;
        argument.beginStructure();
        int width = 0;
        int height = 0;
        QByteArray data;
        argument >> width >> height >> data;
        argument.endStructure();
    }
    argument.endArray();
    argument >> title;
    argument.endStructure();
    return title;
}

bool TestTrayLab::isIconThere() const
{
    auto call = QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                               u"org.freedesktop.DBus"_s, u"NameHasOwner"_s);
    call.setArguments({m_tray.items().value(m_tray.items().size() - 1)});
    const QDBusMessage reply
        = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"panel"_s).call(call, QDBus::Block);
    return reply.arguments().value(0).toBool();
}

QStringList TestTrayLab::told() const
{
    QStringList all;
    for (const FakeNotifications::Told &one : m_desktop.told)
        all.append(one.summary + u": "_s + one.body);
    return all;
}

void TestTrayLab::iconComesWithTheBond()
{
    QVERIFY(!m_notifier->isInTray()); // nothing to watch yet
    QVERIFY(QGuiApplication::quitOnLastWindowClosed());
    QVERIFY(
        lab::ip({u"link add bond0 type bond mode active-backup miimon 100"_s, u"link set eth0 master bond0"_s,
                 u"link set eth1 master bond0"_s, u"address add 192.0.2.1/24 dev bond0"_s, u"link set bond0 up"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(m_notifier->isInTray(), 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_tray.items().size(), 1, 10'000);
    QVERIFY(!QGuiApplication::quitOnLastWindowClosed());
    QTRY_VERIFY_WITH_TIMEOUT(toolTip().contains(u"bond0: Healthy"), 20'000);
}

/// What no event of the kernel announces: the survey's answers, and another language.
void TestTrayLab::iconFollowsTheVerdict()
{
    diagnosis::Surveyed surveyed;
    BondPlan &plan = surveyed.plans[u"bond0"_s];
    plan.name = u"bond0"_s;
    plan.slaves = {{u"eth0"_s, {}, {}, {}}, {u"eth1"_s, {}, {}, {}}, {u"eth9"_s, {}, {}, {}}};
    auto *keeper = diagnosis::HealthKeeper::of(m_source.get());
    keeper->watch([&surveyed](QObject *, const kernel::Snapshot &, const auto &done) { done(surveyed); });
    QTRY_VERIFY_WITH_TIMEOUT(toolTip().contains(u"bond0: Degraded"), 10'000);
    i18n::installLanguage(u"zh_CN"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!toolTip().contains(u"Degraded"), 10'000);
    i18n::installLanguage(u"en"_s);
    surveyed = {};
    keeper->survey();
    QTRY_VERIFY_WITH_TIMEOUT(toolTip().contains(u"bond0: Healthy"), 10'000);
    keeper->watch({});
}

void TestTrayLab::windowClosedItGoesOn()
{
    QTest::qWait(11'000); // what was told of the new bond is no longer near
    m_desktop.told.clear();
    m_window->close();
    QVERIFY(!m_window->isVisible());
    // Said once, where it is seen.
    QTRY_VERIFY_WITH_TIMEOUT(told().join(u'\n').contains(u"goes on monitoring the bonds"), 5000);
}

void TestTrayLab::toldOfFailoverAndOfItsEnd()
{
    const QString active = lab::attribute(u"bond0"_s, u"bonding/active_slave"_s);
    const QString cable = active.right(1);
    m_desktop.told.clear();
    QElapsedTimer sincePull;
    sincePull.start();
    QVERIFY(lab::run(u"pull"_s, {cable}));
    QTRY_COMPARE_WITH_TIMEOUT(m_desktop.told.size(), 1, 10'000);
    QVERIFY2(told().first().startsWith(u"bond0: "_s), qPrintable(told().first()));
    QTRY_VERIFY_WITH_TIMEOUT(toolTip().contains(u"bond0: Degraded"), 10'000);
    QVERIFY(lab::run(u"plug"_s, {cable}));
    QTRY_VERIFY_WITH_TIMEOUT(toolTip().contains(u"bond0: Healthy"), 10'000);
    // The slave down, the failover, the redundancy lost and restored: two notifications, ten seconds apart. Where the guest is
    // so slow that more than ten seconds lie between the first and the last of them, one more.
    QTRY_VERIFY2_WITH_TIMEOUT(told().last().contains(u"bond0 is fully redundant"), qPrintable(told().last()), 25'000);
    const qsizetype most = sincePull.elapsed() > 20'000 ? 3 : 2;
    QTest::qWait(1500);
    QVERIFY2(m_desktop.told.size() <= most, qPrintable(told().join(u'\n')));
    QVERIFY(!m_window->isVisible());
}

void TestTrayLab::iconOpensTheMonitor()
{
    auto call = QDBusMessage::createMethodCall(m_tray.items().first(), u"/StatusNotifierItem"_s,
                                               u"org.kde.StatusNotifierItem"_s, u"Activate"_s);
    call.setArguments({0, 0});
    QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"panel"_s).asyncCall(call);
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow<MonitorWindow>(), 10'000);
    QVERIFY(shownWindow<MonitorWindow>()->windowTitle().contains(u"bond0"_s));
    shownWindow<MonitorWindow>()->close();
    QTRY_VERIFY(!shownWindow<MonitorWindow>());
    QVERIFY(!m_window->isVisible());
}

void TestTrayLab::bondThatIsSetUpAnewOpensNothing()
{
    m_window->close();
    QVERIFY(lab::ip({u"link del bond0"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(toolTip().contains(u"No bond now"), 10'000);
    QVERIFY(!m_window->isVisible());
    QVERIFY(m_notifier->isInTray());
    QVERIFY(lab::ip({u"link add bond0 type bond mode active-backup miimon 100"_s, u"link set eth0 master bond0"_s,
                     u"link set eth1 master bond0"_s, u"link set bond0 up"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(toolTip().contains(u"bond0: Healthy"), 20'000);
    QVERIFY(!m_window->isVisible());
}

void TestTrayLab::switchedOffItIsSilent()
{
    QTest::qWait(11'000);
    m_desktop.told.clear();
    m_window->show();
    m_window->openPreferences();
    auto *preferences = m_window->findChild<PreferencesDialog *>();
    preferences->findChild<QCheckBox *>()->setChecked(false);
    preferences->close();
    QVERIFY(!m_notifier->isInTray());
    QTRY_VERIFY_WITH_TIMEOUT(!isIconThere(), 5000);
    QVERIFY(lab::run(u"pull"_s, {u"0"_s}));
    QVERIFY(lab::eventually([] { return lab::attribute(u"eth0"_s, u"bonding_slave/mii_status"_s) == u"down"; }));
    QTest::qWait(2000);
    QVERIFY2(m_desktop.told.isEmpty(), qPrintable(told().join(u'\n')));
    QVERIFY(lab::run(u"plug"_s, {u"0"_s}));
}

void TestTrayLab::cleanupTestCase()
{
    m_notifier.reset();
    m_window.reset();
    m_source.reset();
}

int main(int argc, char **argv)
{
    // In the application's own loop: outside of it Qt does not tell that the last window was closed.
    QApplication app(argc, argv);
    QTimer::singleShot(0, &app, [&] {
        TestTrayLab test;
        QCoreApplication::exit(QTest::qExec(&test, argc, argv));
    });
    return QApplication::exec();
}

#include "tst_tray_lab.moc"
