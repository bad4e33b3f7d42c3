// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakehelperclient.h"
#include "fakekernelsource.h"
#include "i18n/language.h"
#include "main/intray.h"
#include "main/mainwindow.h"
#include "monitor/failovernotifier.h"
#include "monitor/monitorwindow.h"
#include "samplehost.h"
#include "tests/monitor/fakenotifications.h"
#include "tests/ui/preparewindows.h"

#include <QApplication>
#include <QTest>

using namespace bondwright;
using namespace bondwright::ui;
using namespace Qt::StringLiterals;

/// The program with its windows closed: what keeps it, what it tells, how it is got back. The icon itself is tested in
/// the lab, where there is a tray (tst_tray_lab); here its word is what counts.
class TestInTray : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void withoutAnIconTheLastWindowEndsIt();
    void withAnIconItGoesOn();
    void tellsWithTheWindowClosed();
    void iconGoneBringsTheWindowBack();
    void monitorAndWindowFromTheTray();
    void quitFromTheTray();

private:
    kernel::BondEvent failover() const;

    FakeNotifications m_desktop;
    std::unique_ptr<FakeKernelSource> m_source;
    std::unique_ptr<FakeHelperClient> m_helper;
    std::unique_ptr<FailoverNotifier> m_notifier;
    std::unique_ptr<MainWindow> m_window;
};

void TestInTray::initTestCase()
{
    prepareWindows(u"tst_intray"_s);
    i18n::installLanguage(u"en"_s);
    const QString missing = m_desktop.start();
    QVERIFY2(missing.isEmpty(), qPrintable(missing));
}

/// As the program composes itself.
void TestInTray::init()
{
    m_desktop.told.clear();
    m_source = std::make_unique<FakeKernelSource>();
    m_source->setSnapshot(hostWithBonds());
    m_helper = std::make_unique<FakeHelperClient>();
    fillHelper(m_helper.get());
    Services services;
    services.source = m_source.get();
    services.helper = m_helper.get();
    services.recording = u"no pings"_s; // nothing here is to be pinged
    m_window = std::make_unique<MainWindow>(services);
    m_notifier = std::make_unique<FailoverNotifier>(services);
    keepInTray(*m_notifier, *m_window);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestInTray::cleanup()
{
    m_notifier.reset();
    m_window.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    m_helper.reset();
    m_source.reset();
}

kernel::BondEvent TestInTray::failover() const
{
    kernel::BondEvent event;
    event.kind = kernel::EventKind::Failover;
    event.bond = u"bond0"_s;
    event.from = u"eth2"_s;
    event.to = u"eth3"_s;
    event.monotonicNs = 1;
    event.wallTime = QDateTime::currentDateTime();
    return event;
}

void TestInTray::withoutAnIconTheLastWindowEndsIt()
{
    QVERIFY(!m_notifier->isInTray());
    QVERIFY(QGuiApplication::quitOnLastWindowClosed());
}

void TestInTray::withAnIconItGoesOn()
{
    Q_EMIT m_notifier->trayChanged(true);
    QVERIFY(!QGuiApplication::quitOnLastWindowClosed());
    Q_EMIT m_notifier->trayChanged(false);
    QVERIFY(QGuiApplication::quitOnLastWindowClosed());
}

void TestInTray::tellsWithTheWindowClosed()
{
    Q_EMIT m_notifier->trayChanged(true);
    m_window->close();
    QVERIFY(!m_window->isVisible());
    m_source->tell(failover());
    QTRY_COMPARE(m_desktop.told.size(), 1);
    QVERIFY2(m_desktop.told.first().body.contains(u"eth3"), qPrintable(m_desktop.told.first().body));
    QVERIFY(!m_window->isVisible()); // told, and nothing else
    // A click on it opens the monitor of that bond.
    QVERIFY(FakeNotifications::settle()); // the id's way back
    Q_EMIT m_desktop.ActionInvoked(m_desktop.given(), u"default"_s);
    QTRY_VERIFY(shownWindow<MonitorWindow>());
    QVERIFY(shownWindow<MonitorWindow>()->windowTitle().contains(u"bond0"_s));
}

void TestInTray::iconGoneBringsTheWindowBack()
{
    Q_EMIT m_notifier->trayChanged(true);
    m_window->close();
    Q_EMIT m_notifier->trayChanged(false); // its panel has ended, or notifications were switched off in its menu
    QVERIFY(m_window->isVisible());
    // Not where another window is open: that one is seen.
    Q_EMIT m_notifier->trayChanged(true);
    Q_EMIT m_notifier->monitorRequested(u"bond0"_s);
    m_window->close();
    Q_EMIT m_notifier->trayChanged(false);
    QVERIFY(shownWindow<MonitorWindow>());
    QVERIFY(!m_window->isVisible());
}

void TestInTray::monitorAndWindowFromTheTray()
{
    Q_EMIT m_notifier->trayChanged(true);
    m_window->close();
    Q_EMIT m_notifier->monitorRequested(u"bond1"_s);
    QVERIFY(shownWindow<MonitorWindow>());
    QVERIFY(shownWindow<MonitorWindow>()->windowTitle().contains(u"bond1"_s));
    QVERIFY(!m_window->isVisible());
    Q_EMIT m_notifier->windowRequested();
    QVERIFY(m_window->isVisible());
}

void TestInTray::quitFromTheTray()
{
    QTimer::singleShot(0, m_notifier.get(), &FailoverNotifier::quitRequested);
    QTimer::singleShot(5000, qApp, [] { QCoreApplication::exit(7); });
    QCOMPARE(QCoreApplication::exec(), 0);
}

QTEST_MAIN(TestInTray)
#include "tst_intray.moc"
